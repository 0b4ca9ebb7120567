"""One measured run of `benchmarks.reading`, in a process of its own: `python -m benchmarks.reading_runs RUN TEXTS`.

The clock starts when the model is loaded and has parsed one sentence. Processes that a run starts load the model once
more, and that is in its time.
"""

from __future__ import annotations

import functools
import resource
import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from msgspec import Struct
from msgspec.json import decode, encode

from headwater.documents import Reader
from headwater.engines.processes import ProcessEngine
from headwater.entities import identify
from headwater.models.spacy_english import SpacyParser, load_parser
from headwater.quotes import find_quotes
from headwater.settings import Settings
from headwater.types import Article, Basis, Known

__all__ = ["RUNS", "Texts", "Took"]

_SENTENCE: Final = "Ada Holm opened the mill in Varnholt on Friday."


class Texts(Struct, frozen=True):
    """What is read: texts that have nothing in common, and as many of which each shares half of its lines with one."""

    texts: tuple[str, ...]
    partly: tuple[str, ...]


class Took(Struct, frozen=True):
    """What a run took: seconds of CPU of all its processes and on the clock, bytes at the most in the first process."""

    cpu: float
    wall: float
    peak: int


class _Clock:
    """Stands still until `running`."""

    def __init__(self) -> None:
        self.took = Took(0.0, 0.0, 0)

    @contextmanager
    def running(self) -> Iterator[None]:
        cpu, wall = _cpu(), time.perf_counter()
        yield
        self.took = Took(_cpu() - cpu, time.perf_counter() - wall, _peak())


def _cpu() -> float:
    """CPU time of this process and of those that it started and saw end."""
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(each.ru_utime + each.ru_stime for each in used)


def _peak() -> int:
    """The most memory that this process held, in bytes; elsewhere than on Linux its parent at the start counts too."""
    about = Path("/proc/self/status")
    lines = about.read_text().splitlines() if about.exists() else []
    told = next((int(line.split()[1]) * 1024 for line in lines if line.startswith("VmHWM")), None)
    return told or resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def _plain(given: Texts, clock: _Clock, *, processes: int) -> None:
    """SpaCy as its manual shows it."""
    import spacy

    pipeline = spacy.load(Settings().model)
    list(pipeline.pipe([_SENTENCE]))
    with clock.running():
        for doc in pipeline.pipe(given.texts, n_process=processes):
            len(doc)


def _parser(given: Texts, clock: _Clock) -> None:
    """Headwater's parser alone."""
    parser = _loaded()
    with clock.running():
        for parse in parser.parse(given.texts):
            len(parse.tokens)


def _cold(given: Texts, clock: _Clock, *, whole: bool, processes: int) -> None:
    """Texts that were never seen."""
    parser = _loaded()
    with clock.running(), ProcessEngine(processes) as engine:
        _read(Reader(parser, engine), given.texts, "2025-03-04", whole)


def _again(given: Texts, clock: _Clock, *, whole: bool, partly: bool) -> None:
    """The same texts, or such that have half of their lines, at other outlets on another day."""
    reader = Reader(_loaded())
    _read(reader, given.texts, "2025-03-04", whole)
    with clock.running():
        _read(reader, given.partly if partly else given.texts, "2025-03-05", whole)


def _loaded() -> SpacyParser:
    parser = load_parser(Settings().model)
    list(parser.parse([_SENTENCE]))
    return parser


def _read(reader: Reader, texts: Sequence[str], day: str, whole: bool) -> None:
    """Read articles; with `whole`, find out who is named in each, and who is quoted."""
    published = Known(day, Basis.FILE)
    articles = (Article(f"{day}-{number}", text, str(number), published=published) for number, text in enumerate(texts))
    for document in reader.read(articles):
        if whole:
            find_quotes(document, identify([document]))


RUNS: Final[Mapping[str, Callable[[Texts, _Clock], None]]] = {
    "spacy": functools.partial(_plain, processes=1),
    "spacy 2": functools.partial(_plain, processes=2),
    "parser": _parser,
    "cold": functools.partial(_cold, whole=False, processes=1),
    "cold whole": functools.partial(_cold, whole=True, processes=1),
    "cold 2": functools.partial(_cold, whole=False, processes=2),
    "cold whole 2": functools.partial(_cold, whole=True, processes=2),
    "partly": functools.partial(_again, whole=False, partly=True),
    "partly whole": functools.partial(_again, whole=True, partly=True),
    "copied": functools.partial(_again, whole=False, partly=False),
    "copied whole": functools.partial(_again, whole=True, partly=False),
}


def main(name: str, texts: Path) -> None:
    """Do a run and print what it took."""
    clock = _Clock()
    RUNS[name](decode(texts.read_bytes(), type=Texts), clock)
    sys.stdout.buffer.write(encode(clock.took))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
