"""Invented prose in bulk: events with names and topics of their own, told by any number of papers in other sentences.

The scribe's own newsrooms tell an event from one of thirty-odd hand-written templates. That is right for stories, and
wrong for archives, where nearly every run of five words would stand in thousands of articles. Here the words of each
report are drawn anew; what reports of one event share is names, topics and, if there is one, an official's statement.
All of it is fiction, and none of it makes sense.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from random import Random
from typing import Final

from msgspec import Struct

from benchmarks.corpus_grammar import grow
from benchmarks.corpus_words import word_tables
from headwater.testing.scribe.newsrooms.phrasings import Culture, world

__all__ = ["Happening", "happening", "outlets", "sentences", "told"]

_TOPICS: Final = 14  # words of each tag that an event is about
_WORDS: Final = (240, 610)  # of a report: about 450
_QUOTED: Final = 0.12  # paragraphs that quote
_PEOPLE: Final = 5


class Happening(Struct, frozen=True):
    """What is told of: names by symbol, topics by tag, and a statement ('' for none) that every report quotes."""

    names: Mapping[str, tuple[str, ...]]
    topics: Mapping[str, tuple[str, ...]]
    statement: str = ""


def happening(random: Random, *, statement: bool = False) -> Happening:
    """An event by chance, with or without an official's statement."""
    culture = random.choice(world().cultures)
    people = [_person(culture, random) for _ in range(_PEOPLE)]
    places = [_place(culture, random) for _ in range(3)]
    names = {"PERSON": tuple(each for person in people for each in person), "PLACE": tuple(places)}
    topics = {tag: tuple(random.choices(table, k=_TOPICS)) for tag, table in word_tables().items()}
    said = grow("HANDOUT", random, topics, {**names, "US": ("us",)}) if statement else ""
    return Happening(names, topics, said)


def told(event: Happening, outlet: str, random: Random) -> str:
    """A report of an event in sentences of its own: paragraphs of one to three, one of them the event's statement."""
    names = {**event.names, "US": (outlet,)}
    wanted = random.randint(*_WORDS)
    parts: list[str] = []
    length = 0
    while length < wanted:
        part = _paragraph(event, names, random)
        parts.append(part)
        length += part.count(" ") + 1
    if event.statement:
        parts.insert(random.randint(1, len(parts)), event.statement)
    return "\n\n".join(parts)


def sentences(event: Happening, number: int, random: Random) -> tuple[str, ...]:
    """Sentences about an event that nobody has told yet: background to pad a copy with."""
    names = {**event.names, "US": ("the agency",)}
    return tuple(grow("S", random, event.topics, names) for _ in range(number))


@cache
def outlets(number: int) -> tuple[str, ...]:
    """Names of papers, the same ones for the same number."""
    random = Random(0)  # noqa: S311  # chance for names, not for secrets
    found: dict[str, None] = {}
    while len(found) < number:
        town = _place(random.choice(world().cultures), random)
        found[f"the {town} {random.choice(_PAPERS)}"] = None
    return tuple(found)


_PAPERS: Final = ("Courier", "Herald", "Post", "Gazette", "Tribune", "Echo", "Mail", "Times", "Record", "Observer")


def _paragraph(event: Happening, names: Mapping[str, tuple[str, ...]], random: Random) -> str:
    if random.random() < _QUOTED:
        return grow("QUOTE", random, event.topics, names)
    return " ".join(grow("S", random, event.topics, names) for _ in range(random.randint(1, 3)))


def _person(culture: Culture, random: Random) -> tuple[str, str]:
    """Somebody's full name and surname."""
    last = random.choice(culture.stems) + random.choice(culture.endings)
    return f"{random.choice((*culture.women, *culture.men))} {last}", last


def _place(culture: Culture, random: Random) -> str:
    return random.choice(culture.town_stems) + random.choice(culture.town_endings)
