"""Furniture: the parts of an article that report nothing, found, typed and kept out of claims.

Datelines, leading dates, bylines, credits, contributor lines, captions, comment forms, share bars, promotion and
copyright lines. Precision comes first: a line of news taken for furniture is lost, a share bar taken for news is a
nuisance. The kernels beside this file find the marks; here they are put in order and freed of overlaps.
"""

from __future__ import annotations

from collections.abc import Iterator

from headwater.text.captions import find_captions
from headwater.text.credits import find_credits
from headwater.text.datelines import find_dateline
from headwater.text.days import find_leading_dates
from headwater.text.layout import Mark
from headwater.text.notes import find_notes
from headwater.text.pageparts import find_page_parts
from headwater.types import Article, Furniture, FurnitureKind, Span

__all__ = ["find_furniture", "find_marks"]


def find_furniture(article: Article) -> tuple[Furniture, ...]:
    """Return the furniture of an article, by position, without overlaps.

    `value` is the short name of the agency that a dateline, byline, credit, contributor or copyright line names, or the
    ISO day of a leading date; '' where there is none. Captions have none: a photo's agency did not write the text.
    """
    return tuple(
        Furniture(mark.kind, Span(article.id, mark.start, mark.end), mark.value) for mark in find_marks(article.text)
    )


def find_marks(text: str) -> tuple[Mark, ...]:
    """Return the same of a bare text, as marks. Of two that overlap, the one that starts first or is longer stands."""
    ordered = sorted(_all_marks(text), key=lambda mark: (mark.start, -mark.end, mark.kind, mark.value))
    kept: list[Mark] = []
    for mark in ordered:
        if mark.start < mark.end and (not kept or mark.start >= kept[-1].end):
            kept.append(mark)
    return tuple(kept)


def _all_marks(text: str) -> Iterator[Mark]:
    leading = find_leading_dates(text)
    yield from (*leading, *find_notes(text), *find_credits(text), *find_captions(text), *find_page_parts(text))
    dateline = find_dateline(text, also_at=(_after(text, mark) for mark in leading))
    if dateline is not None:
        yield Mark(dateline.start, dateline.end, FurnitureKind.DATELINE, dateline.agency)


def _after(text: str, leading: Mark) -> int:
    """Tell where the text goes on after a leading date: a dateline may stand on the same line."""
    rest = text[leading.end :]
    return leading.end + len(rest) - len(rest.lstrip(" \t|–—-/"))
