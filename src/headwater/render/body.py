"""An article's full text with every span that the page opens marked in it, each with its id.

Spans nest and cross; HTML elements only nest. A span that crosses another is closed where the other ends and goes on
after it without an id, so that the id stays where the span begins.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from msgspec import Struct

from headwater.render.characters import visible
from headwater.render.view import ArticleView, StoryView, Witness
from headwater.render.witnesses import anchor
from headwater.types import Article, Span

__all__ = ["Body", "Mark", "bodies", "marked", "shown_spans"]

_PARAGRAPH: Final = re.compile(r"[^\n]*\S[^\n]*")


class Mark(Struct, frozen=True):
    """One step of writing a paragraph: "text" to write, an element to "open" with an id ("" for none) or to "close"."""

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
        Body(shown, tuple(_paragraphs(article, shown.number, story.prefix, spans.get(article.id, set()))))
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


def marked(text: str, start: int, end: int, spans: Iterable[tuple[int, int, str]]) -> Iterator[Mark]:
    """The stretch of text as steps, opening each span (start, end, id) in order of start, the longer first."""
    waiting = sorted(spans, key=lambda span: (span[0], -span[1], span[2]))
    cuts = sorted({start, end, *(cut for span in waiting for cut in span[:2])})
    stack: list[int] = []  # where each open element ends
    for cut, after in zip(cuts, [*cuts[1:], end], strict=True):
        yield from _closed(stack, cut)
        while waiting and waiting[0][0] <= cut:
            _, last, name = waiting.pop(0)
            stack.append(last)
            yield Mark("open", name)
        if cut < after:
            yield Mark("text", visible(text[cut:after]))


def _closed(stack: list[int], cut: int) -> Iterator[Mark]:
    """Close what ends here, and open again, without an id, what was closed only because it lay inside."""
    ending = [depth for depth, last in enumerate(stack) if last <= cut]
    if not ending:
        return
    inside = [last for last in stack[ending[0] :] if last > cut]
    yield from (Mark("close") for _ in stack[ending[0] :])
    stack[ending[0] :] = inside
    yield from (Mark("open") for _ in inside)


def _paragraphs(article: Article, number: int, prefix: str, spans: Iterable[Span]) -> Iterator[tuple[Mark, ...]]:
    ordered = sorted(spans)
    for match in _PARAGRAPH.finditer(article.text):
        start, end = match.span()
        inside = [
            (max(span.start, start), min(span.end, end), anchor(prefix, number, span) if span.start >= start else "")
            for span in ordered
            if span.start < end and span.end > start
        ]
        yield tuple(marked(article.text, start, end, inside))
