"""`python -m benchmarks.library_store`: what keeping costs, without reading and without finding stories.

Adds generated articles (`benchmarks.library_texts`) in transactions of 500, placed in stories of about three, and tells
for every 20,000 the CPU time and the time on the clock of the library alone, then the size of the file beside the text,
and how long listings and searches take, the best of five. `--where` takes an address of a PostgreSQL server too.
"""

from __future__ import annotations

import argparse
import itertools
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final

from rich.console import Console

from benchmarks.derivation_tables import circumstances
from benchmarks.library_texts import articles, common_words
from headwater.library import Added, Incoming, Listing, Placing, Query, Store, View

__all__ = ["main"]

_AT_ONCE: Final = 500
_STEP: Final = 20_000
_NEW_STORY: Final = 0.3
_RECENT: Final = 3_000  # stories that an article may join
_PARTS: Final = ("headwater", "sqlalchemy")


def main(argv: Sequence[str] | None = None) -> int:
    """Run the benchmark and print what it measured."""
    arguments = sys.argv[1:] if argv is None else argv
    options = _options(arguments)
    console = Console(width=150, highlight=False)
    for line in circumstances(["benchmarks.library_store", *arguments], _PARTS):
        console.print(line)
    with tempfile.TemporaryDirectory() as folder:
        where = options.where or str(Path(folder) / "library.db")
        with Store.open(where) as store:
            _fill(store, options.articles, console.print)
            for line in _asked(store, options.articles):
                console.print(line)
        if "://" not in where:
            size, text = Path(where).stat().st_size, _text_bytes(options.articles)
            console.print(f"file {size / 1e6:,.0f} MB, text {text / 1e6:,.0f} MB: {size / text:.2f} times the text")
    return 0


def _options(argv: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.library_store", description=__doc__)
    parser.add_argument("--articles", type=int, default=200_000)
    parser.add_argument("--where", help="a file or an address, which is filled up and kept; else a temporary file")
    return parser.parse_args(argv)


def _fill(store: Store, number: int, say: Callable[[str], None]) -> None:
    """Add the articles that are not there yet."""
    with store.reading() as view:
        there, stories = view.counts().articles, view.counts().stories
    chance = random.Random(there)  # noqa: S311  # draws stories, no secret
    incoming = articles(number - there, first=there)
    for start in range(there, number, _STEP):
        cpu, wall, step = 0.0, 0.0, min(_STEP, number - start)
        for part in _parts(itertools.islice(incoming, step)):
            began = time.process_time(), time.perf_counter()
            with store.writing() as batch:
                placings = [_placing(added, stories := stories + _is_new(chance), chance) for added in batch.add(part)]
                batch.place(placings)
            cpu, wall = cpu + time.process_time() - began[0], wall + time.perf_counter() - began[1]
        say(f"{start + step:>9,} articles: {1e3 * cpu / step:.3f} ms of CPU, {1e3 * wall / step:.3f} ms an article")


def _text_bytes(number: int) -> float:
    """The bytes of the texts, by a thousand of them."""
    return sum(len(each.captured.article.text.encode()) for each in articles(1_000)) * number / 1_000


def _parts(incoming: Iterator[Incoming]) -> Iterator[list[Incoming]]:
    while part := list(itertools.islice(incoming, _AT_ONCE)):
        yield part


def _is_new(chance: random.Random) -> bool:
    return chance.random() < _NEW_STORY


def _placing(added: Added, stories: int, chance: random.Random) -> Placing:
    """Stories are numbered as they come; an article joins the newest or one of those before it."""
    story = max(0, stories - int(chance.expovariate(1 / _RECENT)))
    return Placing(added.article, f"story-{story}", "as near as any")


def _asked(store: Store, number: int) -> Iterator[str]:
    words = common_words()
    middle = 20_000 + number // 4_000
    questions: dict[str, Callable[[View], object]] = {
        "stories, newest": lambda view: view.stories(Listing()),
        "stories of a past week": lambda view: view.stories(Listing(since=middle, until=middle + 7)),
        "stories of the commonest outlet": lambda view: view.stories(Listing(outlet="Outlet 1")),
        "stories of a rare outlet": lambda view: view.stories(Listing(outlet="Outlet 399")),
        "stories with the commonest word": lambda view: view.stories(Listing(query=words[0])),
        "stories with a common word": lambda view: view.stories(Listing(query=words[100])),
        "stories with a rare word": lambda view: view.stories(Listing(query=words[20_000])),
        "stories, page 1000": lambda view: view.stories(Listing(after=50_000)),
        "search: the commonest word": lambda view: view.search(Query(words[0])),
        "search: two common words": lambda view: view.search(Query(f"{words[40]} {words[100]}")),
        "search: a common phrase": lambda view: view.search(Query('"of the"')),
        "search: beginning of words": lambda view: view.search(Query("bas*")),
        "search: a rare word": lambda view: view.search(Query(words[20_000])),
        "search: common word, one outlet": lambda view: view.search(Query(words[100], outlet="Outlet 399")),
        "search: commonest word, one week": lambda view: view.search(Query(words[0], since=middle, until=middle + 7)),
        "one day's shelf": lambda view: view.shelf(middle),
        "one story": lambda view: view.members(view.stories(Listing(limit=1))[0].id),
    }
    for name, question in questions.items():
        cpu, wall = (1e3 * min(times) for times in zip(*(_times(store, question) for _ in range(5)), strict=True))
        yield f"{name:<36} {cpu:8.1f} ms of CPU, {wall:8.1f} ms"


def _times(store: Store, question: Callable[[View], object]) -> tuple[float, float]:
    began = time.process_time(), time.perf_counter()
    with store.reading() as view:
        question(view)
    return time.process_time() - began[0], time.perf_counter() - began[1]


if __name__ == "__main__":
    sys.exit(main())
