"""An article's full text with every span that the page opens marked in it, each with its id.

Spans nest and cross; HTML elements only nest. A span that crosses another, or a paragraph's end, is closed there and
resumed behind it; `resumed` lists the ids of such spans, for which the style sheet joins the parts again.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from msgspec import Struct

from headwater.render.characters import visible
from headwater.render.view import ArticleView, StoryView, Witness
from headwater.render.witnesses import anchor
from headwater.types import Article, Span

__all__ = ["Body", "Mark", "bodies", "marked", "paragraphs_of", "resumed", "shown_spans"]

_PARAGRAPH: Final = re.compile(r"[^\n]*\S[^\n]*")


class Mark(Struct, frozen=True):
    """One step of writing a paragraph: "text" to write, an element to "open", to "resume" or to "close".

    `text` is the words, or the id of the span that opens or goes on.
    """

    step: str
    text: str = ""


class Body(Struct, frozen=True):
    """An article with its paragraphs as steps."""

    article: ArticleView
    paragraphs: tuple[tuple[Mark, ...], ...]


def bodies(articles: Sequence[Article], story: StoryView) -> tuple[Body, ...]:
    """The full text of each article of a story, with the spans that the story's view opens."""
    spans: dict[str, set[Span]] = {}
    for span in shown_spans(story):
        spans.setdefault(span.article, set()).add(span)
    return tuple(
        Body(shown, tuple(paragraphs_of(article, shown.number, story.prefix, spans.get(article.id, set()))))
        for article, shown in zip(articles, story.articles, strict=True)
    )


def shown_spans(view: object) -> Iterator[Span]:
    """Every span that a witness anywhere in the view opens."""
    if isinstance(view, Witness):
        yield from view.spans
    elif isinstance(view, tuple):
        for part in view:
            yield from shown_spans(part)
    elif isinstance(view, Struct):
        for name in view.__struct_fields__:
            yield from shown_spans(getattr(view, name))


def resumed(made: Iterable[Body]) -> tuple[str, ...]:
    """The ids of the spans that are in several parts, sorted."""
    steps = (step for body in made for paragraph in body.paragraphs for step in paragraph)
    return tuple(sorted({step.text for step in steps if step.step == "resume"}))


def _as_text(words: str) -> Iterator[Mark]:
    yield Mark("text", visible(words))


def marked(
    text: str,
    start: int,
    end: int,
    spans: Iterable[tuple[int, int, str]],
    shown: Callable[[str], Iterable[Mark]] = _as_text,
) -> Iterator[Mark]:
    """The stretch of text as steps, opening each span (start, end, id) in order of start, the longer first.

    A span that began before the stretch is resumed in it. `shown` makes the steps of the words between.
    """
    waiting = sorted(
        ((max(first, start), min(last, end), first < start, name) for first, last, name in spans), key=_outer
    )
    cuts = sorted({start, end, *(cut for span in waiting for cut in span[:2])})
    stack: list[tuple[int, str]] = []  # where each open element ends, and its id
    for cut, after in zip(cuts, [*cuts[1:], end], strict=True):
        yield from _closed(stack, cut)
        while waiting and waiting[0][0] <= cut:
            _, last, begun, name = waiting.pop(0)
            stack.append((last, name))
            yield Mark("resume" if begun else "open", name)
        if cut < after:
            yield from shown(text[cut:after])


def _outer(span: tuple[int, int, bool, str]) -> tuple[int, int, str]:
    return span[0], -span[1], span[3]


def _closed(stack: list[tuple[int, str]], cut: int) -> Iterator[Mark]:
    """Close what ends here, and resume what was closed only because it lay inside."""
    ending = [depth for depth, (last, _) in enumerate(stack) if last <= cut]
    if not ending:
        return
    inside = [(last, name) for last, name in stack[ending[0] :] if last > cut]
    yield from (Mark("close") for _ in stack[ending[0] :])
    stack[ending[0] :] = inside
    yield from (Mark("resume", name) for _, name in inside)


def paragraphs_of(article: Article, number: int, prefix: str, spans: Iterable[Span]) -> Iterator[tuple[Mark, ...]]:
    """The paragraphs of an article as steps; each span is opened under its `anchor`."""
    ordered = sorted(spans)
    for match in _PARAGRAPH.finditer(article.text):
        start, end = match.span()
        inside = [
            (span.start, span.end, anchor(prefix, number, span))
            for span in ordered
            if span.start < end and span.end > start
        ]
        yield tuple(marked(article.text, start, end, inside))
