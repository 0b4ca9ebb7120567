"""The five articles of the Karsk story, and who says what in them."""

# builders take the fields that they fill

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from msgspec.structs import replace

from headwater.testing import fiction
from headwater.testing.articles import find_words, make_article
from headwater.types import Article, Attribution, Basis, Known, Quantity, SourceKind, Span

__all__ = ["ARTICLES", "CLOSED", "UNBOUNDED", "at", "minister", "number", "officer", "paragraph", "police", "said_by"]


UNBOUNDED: Final = float("inf")
CLOSED: Final = "was closed for three weeks last autumn after inspectors found"


def _make_articles() -> Iterable[Article]:
    yield make_article(fiction.COASTLINE, id="coastline", outlet="Coastline News", published="2031-03-11")
    yield make_article(
        fiction.COURIER,
        id="courier",
        title="Hospital counts six dead after Karsk blast",
        outlet="Lenhaven Courier",
        byline="Maren Oyelaran",
        published="2031-03-11",
    )
    yield make_article(fiction.GLOBE, id="globe", outlet="globeminute.example", basis=Basis.URL)
    ledger = make_article(
        fiction.LEDGER,
        id="ledger",
        title="Blast at Karsk ferry terminal kills at least four",
        outlet="The Morning Ledger",
        published="2031-03-10T21:15:00Z",
        url="https://ledger.example/karsk-blast",
    )
    yield replace(ledger, agency=Known("Northern Wire", Basis.TEXT, find_words(ledger, "NW")))
    yield make_article(
        fiction.RADIO,
        id="radio",
        title="Minister: terminal explosion was no accident",
        outlet="Ostravia Public Radio",
        published="2031-03-11T09:00:00Z",
    )


ARTICLES: Final = {article.id: article for article in _make_articles()}


def at(article: str, words: str, nth: int = 0) -> Span:
    """The span of the words in the article of that id."""
    return find_words(ARTICLES[article], words, nth)


def paragraph(span: Span) -> Span:
    """The paragraph that holds the span: in these texts short enough to stand for the sentence."""
    text = ARTICLES[span.article].text
    start = text.rfind("\n", 0, span.start) + 1
    return Span(span.article, start, text.find("\n", span.end))


def said_by(
    article: str, source: str, cue: str, kind: SourceKind, speaker: str = "", channel: str = ""
) -> tuple[Attribution, ...]:
    """An attribution of one link, from the words for its source and its cue."""
    return (
        Attribution(kind, at(article, source), at(article, cue), speaker, at(article, channel) if channel else None),
    )


def minister(article: str) -> tuple[Attribution, ...]:
    """The interior minister told reporters."""
    name = "Interior Minister Sela Van Tongeren"
    return said_by(article, name, "told reporters", SourceKind.NAMED, "e-minister")


def police(article: str) -> tuple[Attribution, ...]:
    """The police chief said."""
    return said_by(article, "Police Chief Oren Dahlquist", "said", SourceKind.NAMED, "e-chief")


def officer() -> tuple[Attribution, ...]:
    """A customs officer said, unnamed."""
    return said_by("courier", "a customs officer", "said on condition", SourceKind.ANONYMOUS)


def number(
    article: str, words: str, low: float, high: float, stated: float | None, unit: str, modifier: str = ""
) -> Quantity:
    """A quantity by the words that give it."""
    return Quantity(at(article, words), low, high, stated, unit, modifier)
