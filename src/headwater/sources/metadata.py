"""What is known of an article: stated by its file, given by the user, read off the text, or off the address.

The order of belief. What the file states stands. What the user gives (a sidecar row, then the options for all) fills in
what the file does not state, and wins over what would only be inferred. Then the text itself (dateline, byline, credit,
contributor line, leading date), each with its span. Last, the address: its
host names the outlet, a day in its path the date. An agency is
inferred only from lines that credit the text as a whole: what somebody "told the AP", a photo's agency, or "the AP
contributed to this report" in another newsroom's article is no such line.
"""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import urlsplit

import msgspec

from headwater.sources.draft import stated
from headwater.sources.sidecar import Row
from headwater.text.addresses import LONGEST_ADDRESS
from headwater.text.agencies import agency_named
from headwater.text.credits import byline_names, names_own_staff
from headwater.text.datelines import find_dateline
from headwater.text.days import day_in_path, read_day
from headwater.text.furniture import find_marks
from headwater.text.layout import Mark, lines
from headwater.text.printable import printable
from headwater.types import Article, Basis, FurnitureKind, Known, LeftOut, Span

__all__ = ["complete"]

_FIELDS: Final = ("title", "outlet", "agency", "byline", "published", "url")
_LONGEST_TITLE: Final = 150
_LONGEST_STATED: Final = 1_000  # code points of a title, an outlet, a byline; addresses may have more
# Which marks credit the whole text to an agency, the surest first.
_CREDITING: Final = (
    FurnitureKind.DATELINE,
    FurnitureKind.BYLINE,
    FurnitureKind.CREDIT,
    FurnitureKind.CONTRIBUTORS,
    FurnitureKind.COPYRIGHT,
)
_SIGNATURES: Final = frozenset((FurnitureKind.BYLINE, FurnitureKind.DATELINE, FurnitureKind.LEADING_DATE))


def complete(
    article: Article, row: Row, published: str | None, outlet: str | None
) -> tuple[Article, tuple[LeftOut, ...]]:
    """Return the article with all that is known of it, and a line for each stated value that could not be used.

    `row` is the article's row of the sidecar, `published` and `outlet` are the options for the whole batch.
    """
    short, too_long = _bounded(article)
    own, unread = _dated(short)
    given = _given(row, published, outlet)
    inferred = _from_text(own)
    known = {field: getattr(own, field) or given.get(field) or inferred.get(field) for field in _FIELDS}
    known["agency"] = _short(known["agency"])
    known["outlet"] = known["outlet"] or _host(known["url"])
    known["published"] = known["published"] or stated(
        day_in_path(known["url"].value) if known["url"] else "", Basis.URL
    )
    return msgspec.structs.replace(own, **known), (*too_long, *unread)


def _bounded(article: Article) -> tuple[Article, tuple[LeftOut, ...]]:
    """Drop and tell what is longer than a title or a name can be: every list that shows it would be swamped."""
    lengths = {field: len(known.value) for field in _FIELDS if (known := getattr(article, field)) is not None}
    long = [field for field in lengths if lengths[field] > (LONGEST_ADDRESS if field == "url" else _LONGEST_STATED)]
    told = (
        LeftOut(article.name, f"states its {field} in {lengths[field]:,} characters; that was passed over")
        for field in long
    )
    return msgspec.structs.replace(article, **dict.fromkeys(long)), tuple(told)


def _dated(article: Article) -> tuple[Article, tuple[LeftOut, ...]]:
    """Bring the stated date to ISO form; one that is no date is dropped and told."""
    written = article.published
    if written is None:
        return article, ()
    iso = read_day(written.value)
    if iso is not None:
        return msgspec.structs.replace(article, published=Known(iso, written.basis, written.span)), ()
    reason = (
        f"the date {printable(written.value)!r} could not be read as one day; give --published 2021-05-03 or a sidecar"
    )
    return msgspec.structs.replace(article, published=None), (LeftOut(article.name, reason),)


def _given(row: Row, published: str | None, outlet: str | None) -> dict[str, Known | None]:
    values = {field: getattr(row, field) for field in _FIELDS}
    values["published"] = read_day(values["published"] or published or "")
    values["outlet"] = values["outlet"] or outlet
    return {field: stated(value, Basis.OPTION) for field, value in values.items()}


def _short(agency: Known | None) -> Known | None:
    """Bring an agency to its short name, where it is one of the known."""
    if agency is None:
        return None
    return Known(agency_named(agency.value) or agency.value, agency.basis, agency.span)


def _host(url: Known | None) -> Known | None:
    try:
        host = urlsplit(url.value).hostname if url else None
    except ValueError:
        return None
    return Known(host.removeprefix("www."), Basis.URL) if host else None


def _from_text(article: Article) -> dict[str, Known | None]:
    marks = find_marks(article.text)
    return {
        "published": _day(article, marks),
        "agency": _agency(article, marks),
        "byline": _byline(article, marks),
        "title": _title(article, marks),
    }


def _day(article: Article, marks: tuple[Mark, ...]) -> Known | None:
    """A leading date, else the date of a dateline that gives its year."""
    for mark in marks:
        if mark.kind is FurnitureKind.LEADING_DATE and mark.value:
            return _known(article, mark.value, mark)
    datelines = (mark for mark in marks if mark.kind is FurnitureKind.DATELINE)
    for mark in datelines:
        dateline = find_dateline(article.text[mark.start : mark.end + 80])
        if dateline is not None and dateline.day:
            return _known(article, dateline.day, mark)
    return None


def _agency(article: Article, marks: tuple[Mark, ...]) -> Known | None:
    credited = [mark for mark in marks if mark.value and mark.kind in _CREDITING and _credits_all(article.text, mark)]
    if not credited:
        return None
    surest = min(credited, key=lambda mark: (_CREDITING.index(mark.kind), mark.start))
    return _known(article, surest.value, surest)


def _credits_all(text: str, mark: Mark) -> bool:
    return mark.kind is not FurnitureKind.CONTRIBUTORS or names_own_staff(text[mark.start : mark.end])


def _byline(article: Article, marks: tuple[Mark, ...]) -> Known | None:
    for mark in marks:
        names = byline_names(article.text[mark.start : mark.end]) if mark.kind is FurnitureKind.BYLINE else ""
        if names:
            start = article.text.index(names, mark.start)
            return Known(names, Basis.TEXT, Span(article.id, start, start + len(names)))
    return None


def _title(article: Article, marks: tuple[Mark, ...]) -> Known | None:
    """The first line, if it reads as a headline: short, no full stop, and set off by a blank line or a signature."""
    first, *rest = lines(article.text)[:2] or (None,)
    if first is None or not rest or len(first.text) > _LONGEST_TITLE or len(first.text.split()) < 3:
        return None
    set_off = "\n" in article.text[first.end : rest[0].start].replace("\n", "", 1)
    signed = any(mark.start == rest[0].start and mark.kind in _SIGNATURES for mark in marks)
    of_the_page = any(mark.start <= first.start < mark.end for mark in marks)
    if of_the_page or not (set_off or signed) or re.search(r"[.:;,]$|[.!?]\s+[A-Z]", first.text):
        return None
    return Known(first.text, Basis.TEXT, Span(article.id, first.start, first.end))


def _known(article: Article, value: str, mark: Mark) -> Known:
    return Known(value, Basis.TEXT, Span(article.id, mark.start, mark.end))
