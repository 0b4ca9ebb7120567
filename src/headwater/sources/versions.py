"""Versions of one item, as agencies send them in one file: the newest is the article, or the word that it is withdrawn.

An item is known by its `uri` (ninjs) or `guid` (NewsML-G2). Of two versions the one with the higher number is later, or
else the one that was made later.
"""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Final

from msgspec import Struct

from headwater.errors import InputError

__all__ = ["Version", "earlier", "number_of", "superseded"]

_MOST_DIGITS: Final = 18  # of a version number; those that count seconds or days have 14
_EARLIER: Final = "is an earlier version of {newest}, which is read in its place"


class Version(Struct, frozen=True):
    """Which item a part of a file is ('' where it does not say), its version number (-1: none) and when it was made."""

    item: str = ""
    number: int = -1
    made: str = ""


def number_of(written: str) -> int:
    """Return a version number as it is written, -1 for what is none."""
    return int(written) if written.isdecimal() and len(written) <= _MOST_DIGITS else -1


def superseded(versions: Sequence[Version]) -> dict[int, int]:
    """Return, by their place from 0, the versions that have a later one in the file, each with the latest."""
    latest: dict[str, int] = {}
    for place, version in enumerate(versions):
        if version.item and (version.item not in latest or _rank(version) >= _rank(versions[latest[version.item]])):
            latest[version.item] = place
    return {
        place: latest[version.item]
        for place, version in enumerate(versions)
        if version.item and latest[version.item] != place
    }


def earlier(where: str, newest: str) -> InputError:
    """The remark on a version that is passed over for `newest`."""
    return InputError(where, _EARLIER.format(newest=newest))


def _rank(version: Version) -> tuple[int, str]:
    return version.number, _instant(version.made)


def _instant(made: str) -> str:
    """An instant in UTC, so that offsets do not matter; what is none as it is written."""
    try:
        instant = datetime.datetime.fromisoformat(made.strip())
        aware = instant if instant.tzinfo else instant.replace(tzinfo=datetime.UTC)
        return aware.astimezone(datetime.UTC).isoformat()
    except (ValueError, OverflowError):  # the first and the last day there are have no other time zone
        return made
