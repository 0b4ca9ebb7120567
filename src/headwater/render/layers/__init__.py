"""An article as the room shows it: its text as published, with layers that a reader can switch.

`article_page` makes the page, `notes_at` what stands on some words. Both are pure, and quick where a text is long: what
a mark tells is put together only for the words that a reader asks for.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from typing import Final

from headwater.errors import OptionError
from headwater.monitor.records import ShownArticle
from headwater.render.characters import one_line
from headwater.render.compose.desk import Desk, desk_of
from headwater.render.layers.assertions import claims, dates, numbers, quotes
from headwater.render.layers.head import head_of
from headwater.render.layers.names import names, places
from headwater.render.layers.passages import altered, copied, differing, left_out, own
from headwater.render.layers.steps import letter_of, paragraphs, signed, stretches
from headwater.render.layers.view import ArticlePage, Layer, LayerView, Note, Sign, Standing
from headwater.text.cited_words import read_words
from headwater.text.printable import printable
from headwater.text.spans import meets
from headwater.types import Article, Brief, Span

__all__ = [
    "ArticlePage",
    "Layer",
    "Note",
    "article_page",
    "desk_for",
    "excerpt",
    "layers_asked",
    "notes_at",
    "words_at",
]

_GATHER: Final = (copied, own, altered, differing, claims, quotes, names, places, dates, numbers, left_out)
_TITLES: Final = {
    Layer.COPIED: "copied passages, by origin",
    Layer.OWN: "own reporting",
    Layer.ALTERATIONS: "altered in copying",
    Layer.CONFLICTS: "where lines differ",
    Layer.CLAIMS: "claims",
    Layer.QUOTES: "quotes",
    Layer.NAMES: "names",
    Layer.PLACES: "places",
    Layer.DATES: "dates",
    Layer.NUMBERS: "numbers",
    Layer.LEFT_OUT: "left out",
}
_FIRST: Final = frozenset({Layer.COPIED, Layer.OWN, Layer.ALTERATIONS, Layer.LEFT_OUT})
_MANY: Final = 5_000  # marks beyond which a page holds only the layers that are shown
_LONG: Final = 60_000  # code points from which a browser need not lay out what is out of sight
_NOTES: Final = 40  # on some words; a reader who marks half an article wants none of them
_EXCERPT: Final = 240  # code points of the words that a note repeats


def layers_asked(named: Iterable[str]) -> frozenset[Layer]:
    """The layers that an address names, "claims,quotes" or one by one; those shown at first where it names none.

    An empty name shows none. Raises `OptionError` for what is no layer.
    """
    given = [name for part in named for name in part.split(",")]
    if not given:
        return _FIRST
    try:
        return frozenset(Layer(name) for name in given if name)
    except ValueError:
        unknown = next(name for name in given if name and name not in set(Layer))
        raise OptionError(f"{printable(unknown)!r} is no layer; there are {', '.join(Layer)}") from None


def words_at(article: Article, place: str) -> Span | None:
    """The span that "120-188" names in an article; None for "". Raises `OptionError` where it has no such words."""
    if not place:
        return None
    span = read_words(f"{article.id}:{place}")
    if span.end > len(article.text):
        raise OptionError(f"the article has no words at {place}; it is {len(article.text)} characters long")
    return span


def desk_for(brief: Brief) -> Desk:
    """What the functions below need of a brief, put together once."""
    return desk_of(brief, "")


def article_page(shown: ShownArticle, desk: Desk | None, on: Collection[Layer], at: Span | None) -> ArticlePage:
    """The page of an article with the layers of its story's brief, those `on` shown, and `at` lit.

    Without the desk of a brief that holds the article the page is the text and what is known of it.
    """
    article = shown.kept.article
    found = list(_standings(desk, article.id)) if desk else []
    few = len(found) > _MANY
    signs = list(signed(found))
    made = stretches([each for each in signs if not few or each[0].layer in on], at)
    return ArticlePage(
        article=article.id,
        story=desk.brief.story.id if desk else "",
        head=head_of(shown, desk),
        layers=_layers(found, on),
        paragraphs=tuple(paragraphs(article, made)),
        stretches=made,
        notes=tuple(_notes(desk, signs, at)) if desk and at else (),
        at=at,
        words=excerpt(article, at),
        few=few,
        long=len(article.text) > _LONG,
    )


def notes_at(desk: Desk, at: Span) -> tuple[Note, ...]:
    """What stands on words of an article: what stands on exactly these first, then what comes nearest to them."""
    return tuple(_notes(desk, signed(_standings(desk, at.article)), at))


def _standings(desk: Desk, article: str) -> Iterator[Standing]:
    for gather in _GATHER:
        yield from gather(desk, article)


def _layers(found: Iterable[Standing], on: Collection[Layer]) -> tuple[LayerView, ...]:
    held = [each.layer for each in found]
    made = (LayerView(each, _TITLES[each], letter_of(each), held.count(each), each in on) for each in Layer)
    return tuple(made) if held else ()


def _notes(desk: Desk, signs: Iterable[tuple[Standing, Sign]], at: Span) -> Iterator[Note]:
    on_words = [each for each in signs if meets(each[0].span, at)]
    nearest = sorted(on_words, key=lambda each: (each[0].span != at, _beyond(each[0].span, at)))
    yield from (_note(desk, standing, sign) for standing, sign in nearest[:_NOTES])


def _beyond(span: Span, at: Span) -> int:
    return abs(span.start - at.start) + abs(span.end - at.end)


def _note(desk: Desk, standing: Standing, sign: Sign) -> Note:
    known = standing.known()
    return Note(
        layer=standing.layer,
        sign=sign.label,
        said=standing.said,
        words=_cut(desk.naming.words(standing.span)),
        letter=standing.letter,
        span=standing.span,
        facts=known.facts,
        witnesses=known.witnesses,
        kind=known.kind,
        other=known.other,
    )


def excerpt(article: Article, at: Span | None) -> str:
    """The words of a span on one line, long ones cut; "" for none."""
    return _cut(one_line(article.text[at.start : at.end])) if at else ""


def _cut(words: str) -> str:
    return words if len(words) <= _EXCERPT else f"{words[:_EXCERPT].rpartition(' ')[0]}…"
