"""Invented articles for the tests of the library: events of made-up people and places, told by made-up papers."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable
from pathlib import Path
from random import Random
from typing import Any, Final

from headwater.types import Article, Basis, Known

__all__ = ["articles", "event", "lines", "write_lines"]

_BEGIN: Final = ("Var", "Ost", "Mel", "Kor", "Brun", "Sel", "Hal", "Dro", "Pen", "Tav", "Ulm", "Gar")
_END: Final = ("nok", "ravel", "dova", "mark", "wick", "stein", "bury", "mouth", "holm", "lund", "pool", "gate")


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


_NOUNS: Final = _words(
    "ferry bakery tram bridge school mill archive theatre quarry dam observatory brewery lighthouse tannery orchard "
    "ledger anchor lantern piano harvest salmon timber copper museum balcony glacier violin saddle pepper chimney "
    "magnet compass blanket cellar pigeon marble tunnel ribbon kettle furnace meadow pulpit carpet goblet ladder pillow"
)
_VERBS: Final = _words(
    "painted buried measured polished carried sold borrowed repaired abandoned counted photographed lifted traded "
    "weighed inherited drained fenced rented locked mapped auctioned insured swept guarded numbered"
)
_HOW: Final = _words(
    "red hollow narrow gilded crooked silent frozen borrowed wooden royal muddy secret heavy brittle ancient spare "
    "northern rusty purple empty private foreign smoky official bitter"
)
_FRAMES: Final = (
    "In {place} {who} {v0} {count} {h0} {n0}s beside the {h1} {n1}.",
    "“We {v0} every {n0} and its {h0} {n1},” said {who}, who {v1} a {n2}.",
    "{who} {v0} the {h0} {n0} after {count} {n1}s and one {h1} {n2} were {v1}.",
    "The {n0} of {place}, {v0} by {who}, has {count} {h0} {n1}s and no {n2}.",
)
_PAPERS: Final = ("Courier", "Herald", "Post", "Echo", "Mail", "Record", "Tribune")
_FIRST: Final = datetime.date(2024, 4, 1)


def event(number: int, papers: int = 3) -> list[dict[str, Any]]:
    """One event as that many papers tell it: the same report but for a sentence of each paper's own."""
    random = Random(number)  # noqa: S311  # chance for words, not for secrets
    place, people = _name(random), [f"{_name(random)} {_name(random)}" for _ in range(3)]
    said = [_sentence(random, place, people) for _ in range(9)]
    title = f"{random.choice(_NOUNS).capitalize()} of {place} {random.choice(_VERBS)} with {random.choice(_NOUNS)}"
    day = (_FIRST + datetime.timedelta(days=number % 20)).isoformat()
    return [
        {
            "id": f"event-{number}-{paper}",
            "title": title,
            "outlet": f"The {_BEGIN[paper]}{_END[number % 12]} {random.choice(_PAPERS)}",
            "published": day,
            "text": "\n\n".join([*said, _sentence(random, place, people)]),
        }
        for paper in range(papers)
    ]


def _sentence(random: Random, place: str, people: list[str]) -> str:
    """Words in an order that English has; they make no sense."""
    frame = random.choice(_FRAMES)
    drawn = {
        name: random.choice(words)
        for kind, words in (("n", _NOUNS), ("v", _VERBS), ("h", _HOW))
        for name in (f"{kind}{number}" for number in range(4))
    }
    return frame.format(place=place, who=random.choice(people), count=random.randint(12, 900), **drawn)


def lines(events: Iterable[int], papers: int = 3) -> list[dict[str, Any]]:
    """The rows of several events."""
    return [row for number in events for row in event(number, papers)]


def articles(events: Iterable[int], papers: int = 3) -> list[Article]:
    """The same as articles in hand."""
    return [
        Article(
            id=row["id"],
            text=row["text"],
            name=row["id"],
            title=Known(row["title"], Basis.FILE),
            outlet=Known(row["outlet"], Basis.FILE),
            published=Known(row["published"], Basis.FILE),
        )
        for row in lines(events, papers)
    ]


def write_lines(path: Path, rows: Iterable[dict[str, Any]]) -> Path:
    """Write rows as JSON Lines."""
    path.write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
    return path


def _name(random: Random) -> str:
    return random.choice(_BEGIN) + random.choice(_END)
