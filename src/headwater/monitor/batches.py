"""From sources to batches of articles that are ready to be kept: each with its day, and its sketch if it is new."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import Final

import msgspec
from msgspec import Struct

from headwater.engines.base import Engine
from headwater.errors import InputError
from headwater.library import article_id
from headwater.library.records import Incoming
from headwater.monitor.days import Dated, day_of
from headwater.sources.draft import with_id
from headwater.stories import encode_sketch, sketch
from headwater.types import Article, Captured

__all__ = ["BATCH", "Batch", "ready"]

BATCH: Final = 400
"""Articles that are kept in one transaction."""

_PATIENCE: Final = 5.0  # seconds after which what has come in is kept, however little: sources may be slow

Known = Callable[[Collection[str]], Collection[str]]
"""Which of these ids the library keeps already."""


class Batch(Struct, frozen=True):
    """Articles to be kept at once, and what was wrong with inputs that came between them."""

    incoming: tuple[Incoming, ...]
    problems: tuple[InputError, ...] = ()


class _Unread(Struct, frozen=True):
    """Articles with their days before they are sketched; those that are `known` need no sketch."""

    captured: tuple[Captured, ...]
    dated: tuple[Dated, ...]
    known: frozenset[str]


def ready(
    readings: Iterable[Captured | InputError], known: Known, engine: Engine, stop: Callable[[], bool]
) -> Iterator[Batch]:
    """Batches in the order of the readings, of 400 articles or of what came in within five seconds.

    `engine` shares out the sketching; it reads a few batches ahead. Where `stop` says so no more is read, and what has
    been read is the last batch.
    """
    problems: deque[tuple[InputError, ...]] = deque()
    unread = _taken(readings, known, stop, problems)
    for incoming in engine.map(_sketched, unread):
        yield Batch(incoming, problems.popleft())


def _taken(
    readings: Iterable[Captured | InputError],
    known: Known,
    stop: Callable[[], bool],
    problems: deque[tuple[InputError, ...]],
) -> Iterator[_Unread]:
    """The articles of each batch; what was wrong is put beside, since errors need not travel between processes."""
    for part in _parts(readings, stop):
        captured = [msgspec.structs.replace(one, article=_named(one)) for one in part if isinstance(one, Captured)]
        dated = [day_of(one) for one in captured]
        told = zip(captured, dated, strict=True)
        remarks = [InputError(one.capture.locator, day.remark) for one, day in told if day.remark]
        problems.append((*(one for one in part if isinstance(one, InputError)), *remarks))
        kept = frozenset(known([one.article.id for one in captured]))
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
    if part:
        yield part


def _named(one: Captured) -> Article:
    return with_id(one.article, article_id(one.article))


def _sketched(unread: _Unread) -> tuple[Incoming, ...]:
    """What is dear in adding an article, and needs nothing but the article."""
    return tuple(
        Incoming(one, dated.day, b"" if one.article.id in unread.known else _sketch(one.article, dated))
        for one, dated in zip(unread.captured, unread.dated, strict=True)
    )


def _sketch(article: Article, dated: Dated) -> bytes:
    return encode_sketch(sketch(article, dated.day, dated.stated))
