"""Invented articles for the tests of the library: events of made-up people and places, told by made-up papers."""

from __future__ import annotations

import datetime
import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from random import Random
from typing import Any, Final

from headwater.text.resources import packaged_text
from headwater.types import Article, Basis, Known

__all__ = ["articles", "event", "lines", "write_lines"]

_BEGIN: Final = ("Var", "Ost", "Mel", "Kor", "Brun", "Sel", "Hal", "Dro", "Pen", "Tav", "Ulm", "Gar")
_END: Final = ("nok", "ravel", "dova", "mark", "wick", "stein", "bury", "mouth", "holm", "lund", "pool", "gate")
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
    words = random.sample(_lemmas(), 40)
    title = f"{words[0].capitalize()} of {place} {words[1]} with {words[2]}"
    said = [_sentence(random, place, people, words) for _ in range(9)]
    day = (_FIRST + datetime.timedelta(days=number % 20)).isoformat()
    return [
        {
            "id": f"event-{number}-{paper}",
            "title": title,
            "outlet": f"The {_BEGIN[paper]}{_END[number % 12]} {random.choice(_PAPERS)}",
            "published": day,
            "text": "\n\n".join([*said, _sentence(random, place, people, words)]),
        }
        for paper in range(papers)
    ]


def _sentence(random: Random, place: str, people: list[str], words: list[str]) -> str:
    """Words in an order that English has; they make no sense."""
    drawn = {name: random.choice(words) for name in ("n0", "n1", "n2", "v0", "v1", "h0", "h1")}
    return random.choice(_FRAMES).format(place=place, who=random.choice(people), count=random.randint(12, 900), **drawn)


@cache
def _lemmas() -> tuple[str, ...]:
    """English words of some length, so many that two events hardly share one."""
    rows = packaged_text("thesaurus.txt.gz").split("\n")
    synsets, lemmas = map(int, rows[0].split())
    return tuple(word for word in rows[1 + synsets : 1 + synsets + lemmas] if word.isalpha() and 5 <= len(word) <= 10)


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
    return random.choice(_BEGIN) + random.choice("aeiou") + random.choice(_END)
