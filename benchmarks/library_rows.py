"""The articles of a corpus as a stream of news: each event on its day, its reports within two days of it, by day.

The events of `benchmarks.corpus` have no time, so they are given one by their number. A day has as many articles,
however many there are: more articles are more days, as they are to a desk. The title is the beginning of the text.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator, Sequence
from random import Random
from typing import Final

import msgspec
from msgspec import Struct

from benchmarks.corpus import Corpus

__all__ = ["Row", "json_lines", "rows", "stream_of"]

_LAST: Final = datetime.date(2025, 6, 30)
_LATER: Final = (0, 0, 0, 0, 1, 1, 2)  # days after the event that a report comes out, each as likely as the next
_TITLE: Final = 9  # words


class Row(Struct, frozen=True):
    """An article in headwater's own form, and the number of its event (which is not written)."""

    id: str
    title: str
    outlet: str
    published: str
    text: str
    event: int


def stream_of(corpus: Corpus, a_day: int) -> list[tuple[int, int]]:
    """(day counted back from the last, number of the article) of all articles, the earliest first."""
    days = max(1, len(corpus) // a_day)
    ordered = []
    for number, event in enumerate(corpus.event.tolist()):
        ordered.append((max(0, Random(event).randrange(days) - Random(~number).choice(_LATER)), number))  # noqa: S311
    return sorted(ordered, key=lambda each: (-each[0], each[1]))


def rows(corpus: Corpus, part: Sequence[tuple[int, int]]) -> Iterator[Row]:
    """The articles of a part of the stream."""
    for back, number in part:
        text = corpus.text(number)
        yield Row(
            id=f"{number:07}",
            title=" ".join(text.split(maxsplit=_TITLE)[:_TITLE]).rstrip(",;:."),
            outlet=corpus.outlets[corpus.outlet[number]],
            published=(_LAST - datetime.timedelta(days=back)).isoformat(),
            text=text,
            event=int(corpus.event[number]),
        )


def json_lines(given: Iterable[Row]) -> Iterator[bytes]:
    """The rows as JSON Lines, without what only the benchmark knows."""
    for row in given:
        fields = {name: value for name, value in msgspec.structs.asdict(row).items() if name != "event"}
        yield msgspec.json.encode(fields) + b"\n"
