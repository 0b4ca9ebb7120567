"""The fact sheet of an invented event: who, where, when and how many, drawn by seed."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from random import Random
from typing import Final

from msgspec import Struct

from headwater.testing.scribe.newsrooms.phrasings import Culture, Kind, World

__all__ = ["Person", "Sheet", "Utterance", "Value", "draw_person", "draw_sheet", "surnames"]

_FIRST_DAY: Final = date(2031, 1, 6)
_DAYS: Final = 2000
_PARTICLE_SHARE: Final = 0.12


class Person(Struct, frozen=True):
    """An invented person. `role` is lower case ("interior minister", "a spokeswoman for the port")."""

    first: str
    last: str
    role: str
    woman: bool
    age: int


class Utterance(Struct, frozen=True):
    """What an official said, in two sentences without their full stops: any report may quote both, or either."""

    a: str
    b: str


Value = str | int | Person | Utterance
Sheet = Mapping[str, Value]


def draw_sheet(kind: Kind, world: World, rng: Random) -> tuple[date, Culture, dict[str, Value]]:
    """The day, the culture that names people there, and every slot that the kind's phrasings may use."""
    culture = rng.choice(world.cultures)
    day = _FIRST_DAY + timedelta(days=rng.randrange(_DAYS))
    sheet: dict[str, Value] = {**_places(world, culture, rng), **_days(day), **_clock(rng)}
    for name, options in {**world.picks, **kind.picks}.items():
        sheet[name] = rng.choice(options)
    sheet |= rng.choice(kind.scenes)
    for name, bounds in {**world.numbers, **kind.numbers}.items():
        sheet[name] = _draw_number(bounds, rng)
    for name, (base, low, high) in kind.growth.items():
        sheet[name] = _number(sheet, base) + rng.randint(low, high)
    for name, (low, high) in kind.years.items():
        sheet[name] = str(day.year - rng.randint(low, high))
    for name, roles in kind.people.items():
        sheet[name] = draw_person(culture, rng, rng.choice(roles), surnames(sheet))
    for name, said in kind.quotes.items():
        sheet[name] = Utterance(*rng.choice(said))
    return day, culture, sheet


def draw_person(culture: Culture, rng: Random, role: str, taken: frozenset[str] = frozenset()) -> Person:
    """Somebody with a name of that culture and a surname that is not taken."""
    woman = rng.random() < 0.45
    first = rng.choice(culture.women if woman else culture.men)
    last = _draw_surname(culture, rng)
    while last in taken:
        last = _draw_surname(culture, rng)
    man_role, _, woman_role = role.partition("/")
    return Person(first, last, (woman_role or man_role) if woman else man_role, woman, rng.randint(23, 64))


def _draw_place(culture: Culture, rng: Random) -> str:
    """An invented town's name."""
    return rng.choice(culture.town_stems) + rng.choice(culture.town_endings)


def _draw_surname(culture: Culture, rng: Random) -> str:
    plain = rng.choice(culture.stems) + rng.choice(culture.endings)
    if not culture.particles or rng.random() > _PARTICLE_SHARE:
        return plain
    particle = rng.choice(culture.particles)
    return particle + plain if particle.endswith("-") else f"{particle} {plain}"


def surnames(sheet: Sheet) -> frozenset[str]:
    """The surnames of everybody on the sheet."""
    return frozenset(value.last for value in sheet.values() if isinstance(value, Person))


def _places(world: World, culture: Culture, rng: Random) -> dict[str, Value]:
    country, demonym = rng.choice(culture.countries)
    abroad = rng.choice([pair for other in world.cultures for pair in other.countries if pair[0] != country])
    towns: list[str] = []
    while len(towns) < 6:
        place = _draw_place(culture, rng)
        if all(place[:3] != other[:3] for other in towns):
            towns.append(place)
    names = dict(zip(("town", "capital", "province", "neartown", "river", "district"), towns, strict=True))
    return {**names, "country": country, "demonym": demonym, "neighbour": abroad[0], "neighbours": abroad[1]}


def _days(day: date) -> dict[str, Value]:
    names = {"day": 0, "nextday": 1, "day2": 2, "day3": 3, "daybefore": -1}
    weekdays = {name: f"{day + timedelta(days=shift):%A}" for name, shift in names.items()}
    since = day - timedelta(days=24)
    return {**weekdays, "date": _long(day), "since": _long(since), "year": str(day.year)}


def _long(day: date) -> str:
    return f"{day:%B} {day.day}"


def _clock(rng: Random) -> dict[str, Value]:
    hour, minute = rng.randint(6, 21), 5 * rng.randint(1, 11)
    part = "morning" if hour < 12 else "afternoon" if hour < 18 else "evening"
    return {"clock": f"{hour}:{minute:02}", "part": part}


def _draw_number(bounds: tuple[int, ...], rng: Random) -> int:
    low, high, *step = bounds
    return rng.randrange(low, high + 1, *step)


def _number(sheet: Sheet, name: str) -> int:
    value = sheet[name]
    if not isinstance(value, int):
        raise TypeError(f"{name} grows but is no number")
    return value
