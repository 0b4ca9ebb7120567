"""The hand-written phrasings, read once from the TOML files beside this module.

A kind of event has its cast, its numbers, its scenes (details that go together), its officials' quotes, and five
voices. A voice maps each fact to its phrasing, in the order in which that voice tells them. In a phrasing `[a|b]`
leaves a choice and `{slot}` is filled from the fact sheet.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, Final

from msgspec import Struct, convert

__all__ = [
    "AGENCY_VOICES",
    "VOICES",
    "Agency",
    "Culture",
    "Kind",
    "Outlets",
    "World",
    "digests",
    "kind_names",
    "load_kind",
    "world",
]

AGENCY_VOICES: Final = ("wire", "cable")
VOICES: Final = (*AGENCY_VOICES, "broadsheet", "local", "broadcast")


class Kind(Struct, frozen=True):
    """One kind of event: what is drawn for its fact sheet, and how each voice words each fact.

    `people` maps a slot to possible roles ("a/b" is for men/women), and so does `own`, for people whom only one
    newsroom met; `numbers` maps to (low, high[, step]), `growth` to (grows from, at least, at most), `years` to
    (low, high) years before the event. Facts that are `stale` go when an agency updates; newsrooms may differ on a
    `disputable` number. `updates` holds, per agency voice, the tables of each later version.
    """

    stale: frozenset[str]
    disputable: tuple[str, ...]
    people: dict[str, tuple[str, ...]]
    own: dict[str, tuple[str, ...]]
    numbers: dict[str, tuple[int, ...]]
    growth: dict[str, tuple[str, int, int]]
    years: dict[str, tuple[int, int]]
    scenes: tuple[dict[str, str], ...]
    picks: dict[str, tuple[str, ...]]
    quotes: dict[str, tuple[tuple[str, str], ...]]
    background: tuple[str, ...]
    voices: dict[str, dict[str, str]]
    updates: dict[str, tuple[dict[str, str], ...]]


class Culture(Struct, frozen=True):
    """The sound of one invented country: its countries, first names, and the parts of surnames and of towns."""

    countries: tuple[tuple[str, str], ...]
    women: tuple[str, ...]
    men: tuple[str, ...]
    stems: tuple[str, ...]
    endings: tuple[str, ...]
    particles: tuple[str, ...]
    town_stems: tuple[str, ...]
    town_endings: tuple[str, ...]


class Agency(Struct, frozen=True):
    """An invented wire: its name, its code, the pattern of its dateline and of its credit at the end."""

    name: str
    code: str
    dateline: str
    tail: str = ""


class Outlets(Struct, frozen=True):
    """Invented newsrooms. `papers` are whole names; `local` and `broadcasters` are patterns with slots."""

    agencies: tuple[Agency, ...]
    papers: tuple[str, ...]
    local: tuple[str, ...]
    broadcasters: tuple[str, ...]


class World(Struct, frozen=True):
    """The invented world that all kinds of event share."""

    cultures: tuple[Culture, ...]
    outlets: Outlets
    picks: dict[str, tuple[str, ...]]
    numbers: dict[str, tuple[int, ...]]
    background: tuple[str, ...]


@cache
def kind_names() -> tuple[str, ...]:
    """The names of all kinds of event, sorted."""
    found = (entry.name for entry in files(__package__).joinpath("kinds").iterdir())
    return tuple(sorted(name.removesuffix(".toml") for name in found if name.endswith(".toml")))


@cache
def load_kind(name: str) -> Kind:
    """One kind of event by its name. Raises FileNotFoundError for a name that `kind_names` does not give."""
    return convert(_read(f"kinds/{name}.toml"), Kind)


@cache
def digests(kind: str) -> tuple[str, ...]:
    """How a reader of the reports would sum an event of this kind up, a fact a sentence."""
    return tuple(_read("digests.toml")[kind])


@cache
def world() -> World:
    """Names, places and newsrooms."""
    return convert(_read("world.toml"), World)


def _read(path: str) -> dict[str, Any]:
    return tomllib.loads(files(__package__).joinpath(path).read_text(encoding="utf-8"))
