"""One measured run of `benchmarks.brief`, in a process of its own: `python -m benchmarks.brief_runs RUN TEXTS`.

A warm run has loaded the models and written a brief of another story when the clock starts; a cold one starts the
clock before it imports anything of headwater's or spaCy's, so that all a user waits for is in its time.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from msgspec import Struct
from msgspec.json import decode, encode

__all__ = ["RUNS", "Stories", "Took"]


class Stories(Struct, frozen=True):
    """The texts of one story, and those of another to warm up with."""

    texts: tuple[str, ...]
    others: tuple[str, ...]


class Took(Struct, frozen=True):
    """What a run took: seconds of CPU of the process, all its threads together, and on the clock."""

    cpu: float
    wall: float


Work = Callable[[tuple[str, ...]], None]


def _brief() -> Work:
    """Whole briefs, of the texts as a reader would give them: without outlets and days of publication."""
    from headwater.pipeline import brief_articles
    from headwater.settings import Settings
    from headwater.types import Article

    def work(texts: tuple[str, ...]) -> None:
        articles = [Article(f"{number:03}", text, str(number)) for number, text in enumerate(texts)]
        brief_articles(articles, Settings())

    return work


def _spacy() -> Work:
    """SpaCy as its manual shows it: words, tags, trees and names, and nothing made of them."""
    import spacy

    from headwater.settings import Settings

    pipeline = spacy.load(Settings().model)

    def work(texts: tuple[str, ...]) -> None:
        for doc in pipeline.pipe(texts):
            len(doc)

    return work


def _measured(load: Callable[[], Work], given: Stories, *, warm: bool) -> Took:
    started = time.process_time(), time.perf_counter()
    work = load()
    if warm:
        work(given.others)
        started = time.process_time(), time.perf_counter()
    work(given.texts)
    return Took(time.process_time() - started[0], time.perf_counter() - started[1])


RUNS: Final[Mapping[str, tuple[Callable[[], Work], bool]]] = {
    "spacy warm": (_spacy, True),
    "brief warm": (_brief, True),
    "spacy cold": (_spacy, False),
    "brief cold": (_brief, False),
}
"""Each run with what it loads, and whether it does so before the clock starts."""


def main(name: str, texts: Path) -> None:
    """Do a run and print what it took."""
    load, warm = RUNS[name]
    took = _measured(load, decode(texts.read_bytes(), type=Stories), warm=warm)
    sys.stdout.buffer.write(encode(took))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
