"""From sources to batches of articles that are ready to be kept: each with its day, and its sketch if it is new."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import Final, NamedTuple

import msgspec
from msgspec import Struct

from headwater.engines.base import Engine
from headwater.errors import InputError
from headwater.library import article_id
from headwater.library.records import Incoming
from headwater.monitor.days import Dated, day_of
from headwater.monitor.revisits import Fetched
from headwater.sources.draft import with_id
from headwater.stories import encode_sketch, sketch
from headwater.types import Article, Captured

__all__ = ["BATCH", "Batch", "Reading", "ready"]

BATCH: Final = 400
"""Articles that are kept in one transaction."""

_PATIENCE: Final = 5.0  # seconds after which what has come in is kept, however little: sources may be slow


class Batch(Struct, frozen=True):
    """Articles to be kept at once, what was wrong with inputs between them, and addresses that have given all."""

    incoming: tuple[Incoming, ...]
    problems: tuple[InputError, ...] = ()
    fetched: tuple[Fetched, ...] = ()
    undated: frozenset[str] = frozenset()  # ids of articles that tell no day, or one that cannot be


class Reading(NamedTuple):
    """What is read: articles and errors; which of some ids the library keeps; which addresses have given all by now."""

    readings: Iterable[Captured | InputError]
    known: Callable[[Collection[str]], Collection[str]]
    fetched: Callable[[], tuple[Fetched, ...]]


class _Unread(Struct, frozen=True):
    """Articles with their days before they are sketched; those that are `known` need no sketch."""

    captured: tuple[Captured, ...]
    dated: tuple[Dated, ...]
    known: frozenset[str]


def ready(reading: Reading, engine: Engine, stop: Callable[[], bool]) -> Iterator[Batch]:
    """Batches in the order of the readings, of 400 articles or of what came in within five seconds.

    `engine` shares out the sketching; it reads a few batches ahead. Where `stop` says so no more is read, and what has
    been read is the last batch.
    """
    beside: deque[Batch] = deque()  # what of a batch need not travel between processes
    for incoming in engine.map(_sketched, _taken(reading, stop, beside)):
        yield msgspec.structs.replace(beside.popleft(), incoming=incoming)


def _taken(reading: Reading, stop: Callable[[], bool], beside: deque[Batch]) -> Iterator[_Unread]:
    """The articles of each batch; the rest of the batch is put beside."""
    for part in _parts(reading.readings, stop):
        fetched = reading.fetched()
        captured = [msgspec.structs.replace(one, article=_named(one)) for one in part if isinstance(one, Captured)]
        dated = [day_of(one) for one in captured]
        told = tuple(zip(captured, dated, strict=True))
        problems = tuple(one for one in part if isinstance(one, InputError))
        undated = frozenset(one.article.id for one, day in told if not day.stated)
        beside.append(Batch((), problems, fetched, undated))
        kept = frozenset(reading.known([one.article.id for one in captured]))
        yield _Unread(tuple(captured), tuple(dated), kept)


def _parts(
    readings: Iterable[Captured | InputError], stop: Callable[[], bool]
) -> Iterator[Sequence[Captured | InputError]]:
    part: list[Captured | InputError] = []
    begun = time.monotonic()
    for one in readings:
        part.append(one)
        if stop():
            break
        if len(part) >= BATCH or time.monotonic() - begun > _PATIENCE:
            yield part
            part, begun = [], time.monotonic()
    yield part  # even an empty one: an address may have given its last article just before the last batch


def _named(one: Captured) -> Article:
    return with_id(one.article, article_id(one.article))


def _sketched(unread: _Unread) -> tuple[Incoming, ...]:
    """What is dear in adding an article, and needs nothing but the article."""
    return tuple(
        Incoming(one, dated.day, b"" if one.article.id in unread.known else _sketch(one.article, dated))
        for one, dated in zip(unread.captured, unread.dated, strict=True)
    )


def _sketch(article: Article, dated: Dated) -> bytes:
    return encode_sketch(sketch(article, dated.day, dated.stated, dated.likely))
