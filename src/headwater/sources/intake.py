"""From whatever is handed in to articles with the bytes they were read from, one after the other.

Only one article is held at a time, or one file where its format cannot be read in parts. What comes out is in the order
of what was handed in; a folder is read by path.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Final

import msgspec

from headwater.errors import InputError, NotEnglish, UnreadableInput
from headwater.settings import Settings
from headwater.sources.clock import utc_now
from headwater.sources.formats import read_item
from headwater.sources.inputs import FileInput, Input, Spread, UrlInput, spread
from headwater.sources.items import item_of_file
from headwater.sources.language import foreign_language
from headwater.sources.metadata import complete
from headwater.sources.reading import Context, Read, Readings
from headwater.sources.sidecar import UNUSED_ROW, Sidecar, read_sidecar
from headwater.sources.validators import Validators
from headwater.text.plausible import implausible_day
from headwater.types import Article, Capture, Captured

__all__ = ["LONGEST_TEXT", "stream", "stream_of"]

Progress = Callable[[str], None]

LONGEST_TEXT: Final = 1_000_000  # code points: the most a language model takes, ten times the longest article


def stream(
    inputs: Iterable[Input],
    settings: Settings | None = None,
    on_progress: Progress | None = None,
    validators: Validators | None = None,
) -> Iterator[Captured | InputError]:
    """Yield the articles of files, folders, addresses, `-` (a list on standard input) and `Article`s, in this order.

    One bad input never stops the rest: an `InputError` is yielded in its place. A plain `InputError` is a remark that
    did no harm: a file handed in twice, a date that could not be read, an encoding that had to be assumed. Ids are
    those that the files give and need not be unique. `validators`, if given, keep what addresses gave to be asked again
    by (see `Validators`): what has not changed since is told in a remark, and not read. Raises `OptionError` only for a
    sidecar that cannot be read.
    """
    return stream_of(spread(inputs, in_order=True), settings or Settings(), on_progress, validators)


def stream_of(
    found: Iterable[Spread],
    settings: Settings,
    on_progress: Progress | None = None,
    validators: Validators | None = None,
) -> Readings:
    """`stream` for inputs that were spread out before."""
    sidecar = read_sidecar(settings.sidecar) if settings.sidecar else Sidecar()
    context = Context(settings, read_item, validators)
    return _Intake(context, sidecar, on_progress or (lambda _: None)).take(found)


class _Intake:
    """One run of the intake."""

    def __init__(self, context: Context, sidecar: Sidecar, tell: Progress) -> None:
        self._context = context
        self._settings = context.settings
        self._sidecar = sidecar
        self._tell = tell
        self._used: set[str] = set()

    def take(self, found: Iterable[Spread]) -> Readings:
        for one in found:
            if isinstance(one, InputError):
                yield one
                continue
            if isinstance(one, FileInput) and self._is_sidecar(one):
                continue
            path = one.given if isinstance(one, FileInput) else one.name
            self._tell(f"reading {path}")
            for reading in self._readings(one, path):
                yield from self._accepted(reading, path)
        yield from (InputError(name, UNUSED_ROW) for name in self._sidecar.unused(self._used))

    def _is_sidecar(self, one: FileInput) -> bool:
        """Tell whether a file is the sidecar, which may lie in the folder of the articles and is none."""
        sidecar = self._settings.sidecar
        return sidecar is not None and one.path.name == Path(sidecar).name and one.path.samefile(sidecar)

    def _readings(self, one: FileInput | UrlInput | Article, path: str) -> Readings:
        if isinstance(one, Article):
            yield Captured(one, Capture(one.name, utc_now(), one.text.encode(errors="surrogatepass"), "text/plain"))
            return
        try:
            if isinstance(one, FileInput):
                yield from read_item(item_of_file(one), self._context)
            else:
                yield from self._context.visit(one.url)
        except InputError as error:
            yield error
        except OSError as error:
            yield UnreadableInput(path, f"cannot be read: {error.strerror or error}")

    def _accepted(self, reading: Read, path: str) -> Readings:
        """Pass an article on that has a text in English, with all that is known of it."""
        unfit = reading if isinstance(reading, InputError) else _unfit(reading)
        if unfit is not None or isinstance(reading, InputError):
            yield unfit or reading
            return
        row = self._sidecar.row_for(reading.article, path)
        self._used.add(row.name)
        article, unread = complete(reading.article, row, self._settings.published, self._settings.outlet)
        reasons = [*(remark.reason for remark in unread), *_odd_date(article, reading.capture.taken)]
        yield from (InputError(reading.capture.locator, reason) for reason in reasons)
        yield msgspec.structs.replace(reading, article=article)


def _odd_date(article: Article, taken: str) -> Iterator[str]:
    """Yield a remark on a date that nobody can have meant; it is kept as stated, since nothing better is known."""
    odd = implausible_day(article.published.value, taken) if article.published else ""
    if article.published and odd:
        yield f"has the date {article.published.value}, which is {odd}; it is kept as stated"


def _unfit(captured: Captured) -> InputError | None:
    """Return why a text cannot be used: empty, longer than an article can be, or not in English."""
    where, text = captured.capture.locator, captured.article.text
    if not text.strip():
        return UnreadableInput(where, "is empty")
    if len(text) > LONGEST_TEXT:
        return UnreadableInput(where, f"is longer than an article can be ({LONGEST_TEXT:,} characters); split it")
    foreign = foreign_language(text)
    return NotEnglish(where, foreign) if foreign else None
