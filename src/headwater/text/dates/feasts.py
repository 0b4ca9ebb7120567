"""Feasts and holidays: which words name one, and on which day of a year it falls.

Fixed days, weekdays of a month, and the days that hang on Western Easter are computed. Feasts of calendars that run by
the moon are known as feasts and left without a day: their days differ by country and are announced.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from typing import Final

from headwater.text.dates.calendar import easter, nth_weekday

__all__ = ["FIRST_WORDS", "LAST_WORDS", "feast_at", "feast_day", "is_month_long"]

Maker = Callable[[int], datetime.date]


def _fixed(month: int, day: int) -> Maker:
    return lambda year: datetime.date(year, month, day)


def _nth(month: int, weekday: int, nth: int, after: int = 0) -> Maker:
    return lambda year: nth_weekday(year, month, weekday, nth) + datetime.timedelta(days=after)


def _from_easter(days: int) -> Maker:
    return lambda year: easter(year) + datetime.timedelta(days=days)


_DAYS: Final[dict[str, Maker]] = {
    "new year's day": _fixed(1, 1),
    "new year's eve": _fixed(12, 31),
    "new year's": _fixed(1, 1),
    "epiphany": _fixed(1, 6),
    "martin luther king day": _nth(1, 0, 3),
    "martin luther king jr. day": _nth(1, 0, 3),
    "groundhog day": _fixed(2, 2),
    "valentine's day": _fixed(2, 14),
    "presidents' day": _nth(2, 0, 3),
    "presidents day": _nth(2, 0, 3),
    "st. patrick's day": _fixed(3, 17),
    "april fools' day": _fixed(4, 1),
    "april fool's day": _fixed(4, 1),
    "earth day": _fixed(4, 22),
    "anzac day": _fixed(4, 25),
    "cinco de mayo": _fixed(5, 5),
    "memorial day": _nth(5, 0, -1),
    "juneteenth": _fixed(6, 19),
    "canada day": _fixed(7, 1),
    "fourth of july": _fixed(7, 4),
    "bastille day": _fixed(7, 14),
    "labor day": _nth(9, 0, 1),
    "columbus day": _nth(10, 0, 2),
    "indigenous peoples' day": _nth(10, 0, 2),
    "halloween": _fixed(10, 31),
    "all saints' day": _fixed(11, 1),
    "all souls' day": _fixed(11, 2),
    "guy fawkes night": _fixed(11, 5),
    "veterans day": _fixed(11, 11),
    "armistice day": _fixed(11, 11),
    "thanksgiving": _nth(11, 3, 4),
    "thanksgiving day": _nth(11, 3, 4),
    "black friday": _nth(11, 3, 4, after=1),
    "cyber monday": _nth(11, 3, 4, after=4),
    "christmas": _fixed(12, 25),
    "christmas day": _fixed(12, 25),
    "christmas eve": _fixed(12, 24),
    "boxing day": _fixed(12, 26),
    "mardi gras": _from_easter(-47),
    "shrove tuesday": _from_easter(-47),
    "ash wednesday": _from_easter(-46),
    "palm sunday": _from_easter(-7),
    "maundy thursday": _from_easter(-3),
    "good friday": _from_easter(-2),
    "holy saturday": _from_easter(-1),
    "easter": _from_easter(0),
    "easter sunday": _from_easter(0),
    "easter monday": _from_easter(1),
    "ascension day": _from_easter(39),
    "pentecost": _from_easter(49),
    "whit monday": _from_easter(50),
    "corpus christi": _from_easter(60),
}
# by the moon, or on days that differ from country to country: whose independence, the words do not say
_MOVING: Final = (
    "ramadan eid eid_al-fitr eid_al-adha ashura passover hanukkah yom_kippur rosh_hashanah purim diwali holi nowruz "
    "lunar_new_year chinese_new_year orthodox_easter orthodox_christmas independence_day labour_day mother's_day "
    "father's_day election_day"
)
_UNPLACED: Final = frozenset(name.replace("_", " ") for name in _MOVING.split())
_NAMES: Final = frozenset((*_DAYS, *_UNPLACED))


def _by_first() -> dict[str, list[tuple[str, ...]]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for name in sorted(_NAMES, key=len, reverse=True):
        pieces = _pieces(name)
        found.setdefault(pieces[0], []).append(pieces)
    return found


def _pieces(name: str) -> tuple[str, ...]:
    """The name as the words of the view: "new", "year", "'s", "eve"."""
    spaced = (
        name.replace("'s", " 's").replace("s'", "s '").replace("-", " - ").replace("st.", "st .").replace("jr.", "jr .")
    )
    return tuple(spaced.split())


_BY_FIRST: Final = _by_first()
FIRST_WORDS: Final = frozenset(_BY_FIRST)
LAST_WORDS: Final = frozenset(word for names in _BY_FIRST.values() for pieces in names for word in pieces[-1:])


def feast_at(words: Sequence[str], index: int) -> tuple[str, int] | None:
    """The feast named at `index` of some words in lower case, and the index after it: the longest name, or None."""
    for pieces in _BY_FIRST.get(words[index], ()):
        there = tuple("'" + word[1:] if word[:1] == "’" else word for word in words[index : index + len(pieces)])
        if there == pieces:
            return _name_of(pieces), index + len(pieces)
    return None


def _name_of(pieces: tuple[str, ...]) -> str:
    return " ".join(pieces).replace(" '", "'").replace(" - ", "-").replace(" .", ".")


def feast_day(name: str, year: int) -> datetime.date | None:
    """The day of a feast in a year, None where the calendar alone does not tell. `name` as `feast_at` gives it."""
    maker = _DAYS.get(name)
    return maker(year) if maker is not None else None


def is_month_long(name: str) -> bool:
    """Whether the feast is a whole month."""
    return name == "ramadan"
