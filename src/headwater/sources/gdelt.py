"""Exports of GDELT: addresses of articles with what was counted in them, and no texts.

Told by their number of columns and the form of the first, since they have no header: the Global Knowledge Graph 2.1
(27 columns), Mentions (16) and Events 2.0 (61) and 1.0 (58), after their codebooks; and the JSON of the DOC 2.0
interface. Their dates are when GDELT saw an article, which is no date of publication, and are passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import Any, BinaryIO, Final

from msgspec import Struct

from headwater.errors import InputError, UnreadableInput
from headwater.sources.links import Link

__all__ = ["is_article_list", "is_gdelt", "links_of_article_list", "links_of_gdelt"]


class _Layout(Struct, frozen=True):
    """Places of columns, from 0; -1 where there is none. `first` is the form of the first cell."""

    first: re.Pattern[str]
    url: int
    outlet: int = -1
    extras: int = -1


_NUMBER: Final = re.compile(r"\d{1,20}")
_LAYOUTS: Final = {
    27: _Layout(re.compile(r"\d{14}-T?\d+"), url=4, outlet=3, extras=26),
    16: _Layout(_NUMBER, url=5, outlet=4),
    61: _Layout(_NUMBER, url=60),
    58: _Layout(_NUMBER, url=57),
}
_TITLE: Final = re.compile(r"<PAGE_TITLE>(.{1,500}?)</PAGE_TITLE>")


def is_gdelt(line: bytes) -> bool:
    """Tell whether the first line of a table is a row of GDELT."""
    return _layout(_cells(line)) is not None


def links_of_gdelt(name: str, stream: BinaryIO, longest: int) -> Iterator[Link | InputError]:
    """Yield the links of a table of GDELT, and an error for each line that is no row of it."""
    number = 0
    while line := stream.readline(longest):
        number += 1
        cells, where = _cells(line), f"{name} line {number}"
        layout = _layout(cells)
        if layout is not None:
            yield _link(where, cells, layout)
        elif line.strip():
            yield UnreadableInput(where, f"is no row of GDELT: it has {len(cells):,} cells")


def is_article_list(value: dict[str, Any]) -> bool:
    """Tell whether decoded JSON is the answer of GDELT's DOC 2.0 interface."""
    articles = value.get("articles")
    return isinstance(articles, list) and all(isinstance(one, dict) and "url" in one for one in articles)


def links_of_article_list(name: str, value: dict[str, Any]) -> Iterator[Link]:
    """Yield the links of such an answer."""
    for number, one in enumerate(value["articles"], 1):
        title, outlet = (part if isinstance(part, str) else "" for part in (one.get("title"), one.get("domain")))
        yield Link(str(one["url"]), f"{name} item {number}", title=title, outlet=outlet)


def _cells(line: bytes) -> list[str]:
    return line.decode("utf-8", errors="replace").rstrip("\r\n").split("\t")


def _layout(cells: list[str]) -> _Layout | None:
    layout = _LAYOUTS.get(len(cells))
    return layout if layout is not None and layout.first.fullmatch(cells[0]) else None


def _link(where: str, cells: list[str], layout: _Layout) -> Link:
    title = _TITLE.search(cells[layout.extras]) if layout.extras >= 0 else None
    outlet = cells[layout.outlet] if layout.outlet >= 0 else ""
    return Link(cells[layout.url].strip(), where, title=unescape(title[1]) if title else "", outlet=outlet)
