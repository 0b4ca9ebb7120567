"""The runs of `benchmarks.library`, each in a process of its own: `python -m benchmarks.library_runs RUN FOLDER`.

FOLDER holds `base.sqlite` (a library that the runs add to and ask) and `new.jsonl` (what is added). A run prints what
it took as JSON.
"""

from __future__ import annotations

import resource
import sqlite3
import statistics
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from msgspec import Struct
from msgspec.json import decode, encode

from headwater.monitor import Library

__all__ = ["RUNS", "Took"]

_TIMES: Final = 5  # each question is asked so often


class Took(Struct, frozen=True):
    """Articles that were added, seconds of CPU and on the clock, bytes at the most; what each question took.

    `start` is the CPU time until the days before are in memory, which is needed once a run and not in `cpu`. Answers
    are in milliseconds of CPU, and on the clock.
    """

    articles: int = 0
    cpu: float = 0.0
    wall: float = 0.0
    peak: int = 0
    start: float = 0.0
    answers: dict[str, tuple[float, float]] = {}


def _added(folder: Path, jobs: int) -> Took:
    """`headwater add`: first some articles, which bring the days around into memory, then the measured ones."""
    lines = (folder / "new.jsonl").read_bytes().splitlines(keepends=True)
    first, rest = folder / "first.jsonl", folder / "rest.jsonl"
    first.write_bytes(b"".join(lines[: len(lines) // 5]))
    rest.write_bytes(b"".join(lines[len(lines) // 5 :]))
    with Library(folder / "base.sqlite", jobs=jobs) as library:
        begun = _cpu()
        library.add([first])
        cpu, wall = _cpu(), time.perf_counter()
        done = library.add([rest])
        return Took(done.new, _cpu() - cpu, time.perf_counter() - wall, _peak(), cpu - begun)


def _asked(folder: Path) -> Took:
    """`stories` and `search`, as a desk asks them."""
    words = _words(folder)
    with Library(folder / "base.sqlite", read_only=True) as library:
        newest = library.stories(limit=50)
        questions: dict[str, Callable[[], object]] = {
            "stories": library.stories,
            "stories of a day": lambda: library.stories(since=_day(folder), until=_day(folder)),
            "stories, two rare words": lambda: library.stories(query=f"{words[0]} {words[1]}"),
            "stories, a common word": lambda: library.stories(query="people"),
            "search, two rare words": lambda: library.search(f"{words[0]} {words[1]}"),
            "search, a common word": lambda: library.search("people"),
            "search, three common words": lambda: library.search("people week officials"),
            "search, words side by side": lambda: library.search('"told reporters"'),
            "show": lambda: library.story(newest[0].id),
        }
        return Took(answers={name: _milliseconds(ask) for name, ask in questions.items()}, peak=_peak())


def _tfidf(folder: Path) -> Took:
    """The peer: scikit-learn's hashed tf-idf vectors, and the nearest of the last days' articles by cosine.

    What is added joins its nearest neighbour's cluster or begins one; nothing is written, copies are not told apart.
    """
    from scipy import sparse
    from sklearn.feature_extraction.text import HashingVectorizer, TfidfTransformer

    before = [row["text"] for row in _rows(folder / "window.jsonl")]
    hashing = HashingVectorizer(alternate_sign=False, norm=None, stop_words="english")
    weighing = TfidfTransformer().fit(hashing.transform(before))
    held = weighing.transform(hashing.transform(before))
    cluster = list(range(held.shape[0]))
    cpu, wall, added = _cpu(), time.perf_counter(), 0
    for part in _batches(_rows(folder / "new.jsonl"), 200):
        vectors = weighing.transform(hashing.transform([row["text"] for row in part]))
        nearest = (vectors @ held.T).tocsr()
        for row in range(len(part)):
            scores = nearest[row]
            best = scores.indices[scores.data.argmax()] if scores.nnz and scores.data.max() > 0.3 else None
            cluster.append(cluster[best] if best is not None else len(cluster))
        held = sparse.vstack([held, vectors]).tocsr()[len(part) :]  # the window keeps its size
        added += len(part)
        cluster = cluster[len(part) :]
    return Took(added, _cpu() - cpu, time.perf_counter() - wall, _peak())


def _fts(folder: Path) -> Took:
    """The other peer: SQLite's FTS5 alone, text and index in one table, the same batches, and the same searches."""
    words = _words(folder)
    base = sqlite3.connect(folder / "fts.sqlite")
    cpu, wall, added = _cpu(), time.perf_counter(), 0
    for part in _batches(_rows(folder / "new.jsonl"), 400):
        with base:
            base.executemany("INSERT INTO words (text) VALUES (?)", [(row["text"],) for row in part])
        added += len(part)
    took = Took(added, _cpu() - cpu, time.perf_counter() - wall)
    query = "SELECT rowid FROM words WHERE words MATCH ? ORDER BY rank LIMIT 20"
    asked = {
        "search, two rare words": f"{words[0]} {words[1]}",
        "search, a common word": "people",
        "search, three common words": "people week officials",
        "search, words side by side": '"told reporters"',
    }
    answers = {}
    for name, asked_words in asked.items():
        answers[name] = _milliseconds(partial(_found, base, query, asked_words))
    return Took(took.articles, took.cpu, took.wall, _peak(), answers=answers)


def _found(base: sqlite3.Connection, query: str, words: str) -> int:
    return len(base.execute(query, (words,)).fetchall())


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open("rb") as file:
        return [decode(line) for line in file]


def _words(folder: Path) -> list[str]:
    """Two of the longest words of an article, which few others have."""
    return sorted(set(_rows(folder / "new.jsonl")[0]["text"].lower().replace(".", " ").split()), key=_rare)[:2]


def _rare(word: str) -> tuple[bool, int, str]:
    return not word.isalpha(), -len(word), word


def _day(folder: Path) -> str:
    return _rows(folder / "new.jsonl")[0]["published"]


def _batches(rows: Sequence[dict[str, str]], size: int) -> Iterable[Sequence[dict[str, str]]]:
    return (rows[first : first + size] for first in range(0, len(rows), size))


def _milliseconds(ask: Callable[[], object]) -> tuple[float, float]:
    """The medians of several times, of CPU and on the clock; the first counts too."""
    took = []
    for _ in range(_TIMES):
        cpu, wall = time.process_time(), time.perf_counter()
        ask()
        took.append((1000 * (time.process_time() - cpu), 1000 * (time.perf_counter() - wall)))
    return statistics.median(cpu for cpu, _ in took), statistics.median(wall for _, wall in took)


def _cpu() -> float:
    """CPU time of this process and of those that it started and saw end."""
    used = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(each.ru_utime + each.ru_stime for each in used)


def _peak() -> int:
    """The most memory that a process of this run held, in bytes, the largest of those it started added."""
    unit = 1 if sys.platform == "darwin" else 1024
    return unit * sum(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))


RUNS: Final[dict[str, Callable[[Path], Took]]] = {
    "add": lambda folder: _added(folder, 1),
    "add 2": lambda folder: _added(folder, 2),
    "ask": _asked,
    "tf-idf": _tfidf,
    "fts5": _fts,
}


if __name__ == "__main__":
    sys.stdout.buffer.write(encode(RUNS[sys.argv[1]](Path(sys.argv[2]))))
