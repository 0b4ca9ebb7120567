"""What a reader asks the front page for: read from an address, written into one, and put as filters of the library."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final
from urllib.parse import urlencode

from msgspec import Struct
from msgspec.structs import asdict, replace

from headwater.monitor.listing import Filters
from headwater.render.characters import one_line
from headwater.text.day_words import said_day
from headwater.text.days import read_day

__all__ = ["Asked", "by_reading", "filters_of", "query_of", "read_asked", "terms"]

_LONGEST: Final = 500  # characters of a field; more are cut off
_FURTHEST: Final = 1_000_000  # stories that can be leafed through
_READ: Final = {"yes": True, "no": False}
_NOTHING: Final = str.maketrans("", "", "\0")


class Asked(Struct, frozen=True):
    """The fields of the form, as they stand in an address. `read` is '', 'yes' or 'no'."""

    q: str = ""
    since: str = ""
    until: str = ""
    outlet: str = ""
    place: str = ""
    disputed: bool = False
    altered: bool = False
    single: bool = False
    read: str = ""
    after: int = 0

    @property
    def given(self) -> tuple[tuple[str, str], ...]:
        """The fields that ask for something, as an address or a form has them."""
        return tuple((name, "1" if value is True else str(value)) for name, value in asdict(self).items() if value)


def read_asked(fields: Mapping[str, str]) -> Asked:
    """What an address or a form asks for. What no form sends is left out; the library judges words and days."""
    read, after = _text(fields, "read"), _text(fields, "after")
    return Asked(
        q=_text(fields, "q"),
        since=_text(fields, "since"),
        until=_text(fields, "until"),
        outlet=_text(fields, "outlet"),
        place=_text(fields, "place"),
        disputed=bool(_text(fields, "disputed")),
        altered=bool(_text(fields, "altered")),
        single=bool(_text(fields, "single")),
        read=read if read in _READ else "",
        after=min(int(after), _FURTHEST) if after.isascii() and after.isdecimal() else 0,
    )


def query_of(asked: Asked) -> str:
    """The address of the front page that asks for this, from its "?" on; '' where it asks for nothing."""
    return f"?{urlencode(asked.given)}" if asked.given else ""


def filters_of(asked: Asked, limit: int) -> Filters:
    """The same for the library. Days are put as they were written, so that what is no day is told."""
    return Filters(
        since=asked.since or None,
        until=asked.until or None,
        query=asked.q,
        outlet=asked.outlet,
        place=asked.place,
        disputed=asked.disputed,
        single_line=asked.single,
        altered=asked.altered,
        read=_READ.get(asked.read),
        limit=limit,
        after=asked.after,
    )


def by_reading(asked: Asked) -> bool:
    """Whether stories are chosen by what was found when they were read."""
    return bool(asked.place or asked.disputed or asked.altered or asked.single or asked.read)


def terms(asked: Asked) -> tuple[tuple[str, Asked], ...]:
    """Each filter in force in words, with what would be asked for without it."""
    here = replace(asked, after=0)
    return tuple((words, replace(here, **{name: type(getattr(here, name))()})) for name, words in _terms(asked))


def _terms(asked: Asked) -> Iterator[tuple[str, str]]:
    said = {
        "q": f"with the words “{one_line(asked.q)}”",
        "since": f"since {_day(asked.since)}",
        "until": f"until {_day(asked.until)}",
        "outlet": f"in {one_line(asked.outlet)}",
        "place": f"happened in {one_line(asked.place)}",
        "disputed": "lines differ",
        "altered": "altered in copying",
        "single": "all one line",
        "read": "read" if asked.read == "yes" else "not read, or changed since",
    }
    yield from ((name, words) for name, words in said.items() if getattr(asked, name))


def _day(written: str) -> str:
    return said_day(written) if read_day(written) is not None else one_line(written)


def _text(fields: Mapping[str, str], name: str) -> str:
    return fields.get(name, "").translate(_NOTHING).strip()[:_LONGEST]
