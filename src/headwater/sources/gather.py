"""A pile of articles at once, with unique ids, and a clear line for everything that could not be used."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct

from headwater.errors import InputError
from headwater.settings import Settings
from headwater.sources.identity import identified
from headwater.sources.inputs import Input, spread
from headwater.sources.intake import stream_of
from headwater.types import Article, LeftOut

__all__ = ["Gathered", "gather"]

Progress = Callable[[str], None]


class Gathered(Struct, frozen=True):
    """The articles, by id; what was left out and why; and the same failures as errors, for an exit code.

    `left_out` has a line for every failure and also for what did no harm: a repeat of a file, a date that could not be
    read, a row of the sidecar that fits no article, an encoding that had to be assumed.
    """

    articles: tuple[Article, ...]
    left_out: tuple[LeftOut, ...]
    failures: tuple[InputError, ...]


def gather(inputs: Sequence[Input], settings: Settings | None = None, on_progress: Progress | None = None) -> Gathered:
    """Return the articles of files, folders, addresses, `-` (a list on standard input) and `Article`s.

    One bad input never stops the rest: it is told in `left_out`. The result does not depend on the order of the inputs.
    Raises `OptionError` only for a sidecar that cannot be read.
    """
    articles: list[Article] = []
    told: list[InputError] = []
    for reading in stream_of(spread(inputs), settings or Settings(), on_progress):
        if isinstance(reading, InputError):
            told.append(reading)
        else:
            articles.append(reading.article)
    told.sort(key=lambda one: (one.name, one.reason))
    left_out = dict.fromkeys(LeftOut(one.name, one.reason) for one in told)
    failures = tuple(one for one in told if type(one) is not InputError)
    return Gathered(identified(articles), tuple(left_out), failures)
