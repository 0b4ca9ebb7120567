"""From whatever a user hands in to articles, with a clear line for everything that could not be used."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from msgspec import Struct

from headwater.errors import InputError, NotEnglish, UnreadableInput
from headwater.settings import Settings
from headwater.sources.identity import identified
from headwater.sources.inputs import FileInput, Input, Spread, UrlInput, spread
from headwater.sources.language import foreign_language
from headwater.sources.metadata import complete
from headwater.sources.sidecar import Sidecar, read_sidecar
from headwater.types import Article, LeftOut

__all__ = ["UNUSED_ROW", "Gathered", "gather"]

Progress = Callable[[str], None]

UNUSED_ROW: Final = "is named in the sidecar, but no article of that name was handed in"

_LONGEST_TEXT: Final = 1_000_000  # code points: the most a language model takes, ten times the longest article


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
    settings = settings or Settings()
    sidecar = read_sidecar(settings.sidecar) if settings.sidecar else Sidecar()
    return _Intake(settings, sidecar, on_progress or (lambda _: None)).take(inputs)


class _Intake:
    """One run of the intake: collects articles, failures and remarks while it goes through the inputs."""

    def __init__(self, settings: Settings, sidecar: Sidecar, tell: Progress) -> None:
        self._settings = settings
        self._sidecar = sidecar
        self._tell = tell
        self._articles: list[Article] = []
        self._failures: list[InputError] = []
        self._remarks: list[LeftOut] = []
        self._used: set[str] = set()

    def take(self, inputs: Sequence[Input]) -> Gathered:
        for one in spread(inputs):
            self._take_one(one)
        for name in self._sidecar.unused(self._used):
            self._remark(name, UNUSED_ROW)
        told = {(failure.name, failure.reason) for failure in self._failures} | {
            (r.name, r.reason) for r in self._remarks
        }
        failures = sorted(self._failures, key=lambda failure: (failure.name, failure.reason))
        left_out = tuple(LeftOut(name, reason) for name, reason in sorted(told))
        return Gathered(identified(self._articles), left_out, tuple(failures))

    def _take_one(self, one: Spread) -> None:
        if isinstance(one, UnreadableInput):
            self._failures.append(one)
        elif isinstance(one, InputError):
            self._remark(one.name, one.reason)
        else:
            path = one.given if isinstance(one, FileInput) else one.name
            self._tell(f"reading {path}")
            try:
                for reading in self._readings(one):
                    self._accept(reading, one, path)
            except InputError as error:
                self._fail(error, one)

    def _fail(self, error: InputError, one: Spread) -> None:
        """Keep a failure under the name that the user gave, which may be longer than the one the article would have."""
        if isinstance(one, FileInput) and error.name.startswith(one.name) and not error.name.startswith(one.given):
            error = type(error)(one.given + error.name.removeprefix(one.name), error.reason)
        self._failures.append(error)

    def _readings(self, one: FileInput | UrlInput | Article) -> Iterator[Article | InputError]:
        if isinstance(one, Article):
            yield one
            return
        from headwater.sources.formats import read_fetched, read_file  # brings the readers, and with them the network

        if isinstance(one, FileInput):
            yield from read_file(one, self._settings, self._remark)
        else:
            from headwater.sources.fetch import fetch

            yield from read_fetched(one.name, fetch(one.url, self._settings), self._remark)

    def _accept(self, reading: Article | InputError, one: Spread, path: str) -> None:
        """Keep an article that has a text in English, with all that is known of it."""
        if isinstance(reading, InputError):
            self._fail(reading, one)
            return
        unfit = _unfit(reading)
        if unfit is not None:
            self._fail(unfit, one)
            return
        row = self._sidecar.row_for(reading, path)
        self._used.add(row.name)
        article, unread = complete(reading, row, self._settings.published, self._settings.outlet)
        self._articles.append(article)
        self._remarks.extend(unread)

    def _remark(self, name: str, reason: str) -> None:
        self._remarks.append(LeftOut(name, reason))


def _unfit(article: Article) -> InputError | None:
    """Return why a text cannot be analysed: empty, longer than an article can be, or not in English."""
    if not article.text.strip():
        return UnreadableInput(article.name, "is empty")
    if len(article.text) > _LONGEST_TEXT:
        return UnreadableInput(
            article.name, f"is longer than an article can be ({_LONGEST_TEXT:,} characters); split it"
        )
    foreign = foreign_language(article.text)
    return NotEnglish(article.name, foreign) if foreign else None
