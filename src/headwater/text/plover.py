"""PLOVER event types: what kind of political event a claim's class, word and means stand for.

PLOVER (Political Language Ontology for Verifiable Event Records; Open Event Data Alliance, draft 0.7b1; Halterman et
al. 2023) has sixteen event types in four kinds, many with modes. What happens to people without anybody doing it (a
death, an earthquake), sport, business and plain statements have no type in PLOVER and get none here.
`data/plover.toml` holds the table, `docs/events.md` lists it. Nothing is read before the first call.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType
from typing import Final, NamedTuple

from headwater.text.resources import packaged_text
from headwater.text.wordset import wordset

__all__ = ["Plover", "plover_of", "plover_types"]

_FORCES: Final = wordset("""
    earthquake quake tremor tsunami flood storm hurricane typhoon cyclone tornado lightning landslide mudslide avalanche
    eruption volcano heatwave drought wildfire accident crash collision derailment wave disease virus
""")
"""What harms people without meaning to: where it is the means, nobody assaulted them."""


class Plover(NamedTuple):
    """An event type ("ASSAULT"), its mode ("firearms", '' if none shows) and its kind ("material conflict")."""

    event: str
    mode: str
    kind: str


class _Type(NamedTuple):
    """A row of the table: classes, those that need a weapon apart, and for each mode what shows it."""

    kind: str
    classes: frozenset[str]
    if_armed: frozenset[str]
    modes: Mapping[str, Mapping[str, frozenset[str]]]


def plover_of(event_class: str, word: str = "", means: Iterable[str] = ()) -> Plover | None:
    """The PLOVER type and mode of an event, None if it is of no type.

    `event_class` is of `headwater.text.events`, `word` the lemma of the event word, `means` the lemmas of instruments
    and agents, heads of their phrases ("rifle") or phrases ("car bomb"). A word shows the mode before means do, and
    means before the class.
    """
    told = frozenset(each.lower().replace(" ", "_") for each in means)
    for name, row in plover_types().items():
        armed = any(told & shown["means"] for shown in row.modes.values())
        if event_class in row.classes or (armed and event_class in row.if_armed):
            harmless = name == "ASSAULT" and bool(told & _FORCES) and not armed
            return None if harmless else Plover(name, _mode(row, event_class, word, told), row.kind)
    return None


def _mode(row: _Type, event_class: str, word: str, means: frozenset[str]) -> str:
    asked = (("words", {word.lower().replace(" ", "_")}), ("means", means), ("classes", {event_class}))
    return next((mode for by, given in asked for mode, shown in row.modes.items() if given & shown[by]), "")


@cache
def plover_types() -> Mapping[str, _Type]:
    """All types by name, in the order of the manual."""
    table = tomllib.loads(packaged_text("plover.toml"))
    return MappingProxyType({name: _row(row) for name, row in table.items()})


def _row(row: Mapping[str, object]) -> _Type:
    classes = wordset(str(row["classes"]))
    modes = row.get("modes", {})
    shown = {
        mode: {by: wordset(str(given.get(by, ""))) for by in ("words", "means", "classes")}
        for mode, given in (modes.items() if isinstance(modes, dict) else ())
    }
    if_armed = frozenset(name.rstrip("?") for name in classes if name.endswith("?"))
    return _Type(str(row["kind"]), frozenset(n for n in classes if not n.endswith("?")), if_armed, shown)
