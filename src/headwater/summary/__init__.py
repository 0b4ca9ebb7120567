"""Stage 7. All of it -> what a reader is told first: the headline, the count, the statements in their order.

Every line is exact words of the articles or a fixed template, and opens the words it rests on.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from msgspec.structs import replace

from headwater.summary.choosing import tellings
from headwater.summary.headlines import headline
from headwater.summary.material import Material
from headwater.types import Brief, Cited, Count, Document, FurnitureKind, LeftOut, Stemma

__all__ = ["UNTOLD", "count_line", "furniture_left_out", "summarise"]

UNTOLD: Final = Cited("", ())
"""The headline of a brief that is not summarised yet."""


_REPORTS_NOTHING = frozenset(FurnitureKind) - {FurnitureKind.DATELINE, FurnitureKind.LEADING_DATE}


def summarise(brief: Brief, documents: Mapping[str, Document]) -> Brief:
    """The brief with its headline and its tellings, made of all else in it. `documents` are by id of the article."""
    material = Material(brief, documents)
    return replace(brief, headline=headline(material), tellings=tellings(material))


def count_line(stemma: Stemma, articles: int) -> str:
    """“5 articles, 3 lines of reporting”; a range where a derivation is undecided."""
    return f"{articles} article{'s' * (articles != 1)}, {_range(stemma.count)}"


def _range(count: Count) -> str:
    if count.low == count.high:
        return f"{count.best} line{'s' * (count.best != 1)} of reporting"
    return f"{count.low} to {count.high} lines of reporting, most likely {count.best}"


def furniture_left_out(documents: Sequence[Document]) -> Iterator[LeftOut]:
    """What stands in the articles and reports nothing, one entry for each article and kind."""
    for document in documents:
        kinds = sorted({part.kind for part in document.furniture} & _REPORTS_NOTHING)
        for kind in kinds:
            spans = tuple(part.span for part in document.furniture if part.kind is kind)
            yield LeftOut(document.article.name, f"{kind.value}: part of the page, not of the report", spans)
