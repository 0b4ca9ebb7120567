"""Gists as they come out of the library, and whether what they say is of the story as it stands now."""

from __future__ import annotations

from typing import Any, Final

import msgspec
from sqlalchemy import ColumnElement, Row

from headwater.library.records import Gist, Listing, Reading, Spot
from headwater.library.schema import GISTS

__all__ = ["GIST", "gist_in", "reading_in"]

_COUNTS: Final = ("articles", "low", "best", "high", "conflicts", "alterations")
GIST: Final[tuple[ColumnElement[Any], ...]] = tuple(
    column.label(f"gist_{column.name}") for column in GISTS.c if column.name != "story"
)
"""The columns of a gist, for a question that joins `GISTS` from outside."""


def gist_in(row: Row[Any]) -> Gist | None:
    """The gist in a row with the columns of `GIST`, None where the story was never read."""
    if row.gist_headline is None:
        return None
    counts = {name: getattr(row, f"gist_{name}") for name in _COUNTS}
    spots = msgspec.json.decode(row.gist_spots, type=tuple[Spot, ...])
    return Gist(row.gist_headline, **counts, happened=row.gist_happened, ended=row.gist_ended, spots=spots)


def reading_in(row: Row[Any], listing: Listing) -> Reading:
    """Whether what was read is the story as it stands now, and was read as the listing says."""
    if row.gist_headline is None:
        return Reading.NEVER
    if row.gist_of_articles != row.gist_now_articles:
        return Reading.ARTICLES
    if row.gist_of_decisions != row.gist_now_decisions:
        return Reading.DECISIONS
    as_wanted = listing.settings in ("", row.gist_settings) and listing.version in ("", row.gist_version)
    return Reading.CURRENT if as_wanted else Reading.OTHERWISE
