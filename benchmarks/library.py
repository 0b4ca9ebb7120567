"""`python -m benchmarks.library`: how fast articles come into a library that keeps many, and how fast it answers.

The articles are those of `benchmarks.corpus` as a stream of news (`library_rows`); written at the first run, kept in
`--cache`. What was there before is preloaded through the store, in the stories that the corpus tells; only what is
measured goes the whole way: reading JSON Lines, sketching, keeping, placing. The same new articles are added to each
size of library, beside a clustering by scikit-learn's tf-idf (no storage), and SQLite's FTS5 alone (no stories).
"""

from __future__ import annotations

import argparse
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Final

from msgspec.json import decode
from rich.console import Console
from rich.table import Table

from benchmarks.corpus import Corpus, load_corpus
from benchmarks.corpus_writing import write_corpus
from benchmarks.derivation_tables import circumstances, markdown
from benchmarks.library_rows import Row, json_lines, rows, stream_of
from benchmarks.library_runs import RUNS, Took
from headwater.engines.processes import ProcessEngine
from headwater.library import Incoming, Placing, Store, article_id
from headwater.monitor.days import day_number
from headwater.sources.draft import with_id
from headwater.stories import encode_sketch, sketch, story_of
from headwater.types import Article, Basis, Capture, Captured, Known

__all__ = ["main", "preload"]

_CACHE: Final = Path.home() / ".cache" / "headwater-benchmarks"
_ROOT: Final = Path(__file__).parent.parent
_WINDOW: Final = 21  # days that the peer looks for neighbours in, as many as headwater does
_PARTS: Final = ("headwater", "sqlalchemy", "numpy", "scikit-learn")


def main(argv: Sequence[str] | None = None) -> int:
    """Run the benchmark and print its tables."""
    arguments = sys.argv[1:] if argv is None else argv
    options = _options(arguments)
    console = Console(width=None if Console().is_terminal else 150)
    folders = {size: _prepared(options, size) for size in options.sizes}
    took = {size: {run: _measured(run, folder, console) for run in options.runs} for size, folder in folders.items()}
    for line in circumstances(["benchmarks.library", *arguments], _PARTS):
        console.print(line, highlight=False)
    for table in (_rates(took), _answers(took), _sizes(folders)):
        console.print(markdown(table) if options.markdown else table, highlight=False, markup=False, soft_wrap=True)
    return 0


def _options(argv: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.library", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[2000, 8000], help="articles in the library before")
    parser.add_argument("--new", type=int, default=2000, help="articles that are added")
    parser.add_argument("--a-day", type=int, default=500, help="articles of a day")
    parser.add_argument("--corpus", type=Path, help="a corpus that is there already")
    parser.add_argument("--cache", type=Path, default=_CACHE, help="where corpus and libraries are kept")
    parser.add_argument("--runs", nargs="+", choices=RUNS, default=list(RUNS), metavar="RUN", help=", ".join(RUNS))
    parser.add_argument("--markdown", action="store_true", help="tables to be put into a page")
    return parser.parse_args(argv)


def _prepared(options: argparse.Namespace, size: int) -> Path:
    """The folder with a library of that many articles and with what is added; made once, copied for each benchmark."""
    folder: Path = options.cache / f"library-{size}-{options.new}"
    if not (folder / "ready").exists():
        folder.mkdir(parents=True, exist_ok=True)
        corpus = _corpus(options)
        stream = stream_of(corpus, options.a_day)
        base, new = stream[-size - options.new : -options.new], stream[-options.new :]
        preload(folder / "whole.sqlite", rows(corpus, base))
        _write_texts(folder, corpus, base, new, options.a_day)
        (folder / "ready").touch()
    for name in ("base.sqlite", "fts.sqlite"):
        for stale in folder.glob(f"{name}*"):
            stale.unlink()
    shutil.copy(folder / "whole.sqlite", folder / "base.sqlite")
    shutil.copy(folder / "words.sqlite", folder / "fts.sqlite")
    return folder


def _corpus(options: argparse.Namespace) -> Corpus:
    if options.corpus:
        return load_corpus(options.corpus)
    most = max(options.sizes) + options.new
    return write_corpus(options.cache / f"corpus-{most}", most)


def preload(place: Path, given: Iterator[Row]) -> None:
    """Keep articles in the stories that they are known to be of, sketched but not read from files nor placed."""
    for stale in place.parent.glob(f"{place.name}*"):
        stale.unlink()
    stories: dict[int, str] = {}
    with Store.open(place) as store, ProcessEngine(2) as engine:
        for part in engine.map(_incoming, _parts(given)):
            with store.writing() as batch:
                added = batch.add(one for _, one in part)
                homes = [
                    stories.setdefault(event, story_of(was.article))
                    for (event, _), was in zip(part, added, strict=True)
                ]
                batch.place(Placing(was.article, home) for was, home in zip(added, homes, strict=True))


def _parts(given: Iterator[Row]) -> Iterator[list[Row]]:
    while part := list(islice(given, 500)):
        yield part


def _incoming(part: Sequence[Row]) -> list[tuple[int, Incoming]]:
    """Each article with the number of its event."""
    return [(row.event, _sketched(_captured(row))) for row in part]


def _captured(row: Row) -> Captured:
    title, outlet, published = (Known(value, Basis.FILE) for value in (row.title, row.outlet, row.published))
    article = Article(row.id, row.text, row.id, title=title, outlet=outlet, published=published)
    line = next(json_lines([row]))
    return Captured(
        with_id(article, article_id(article)), Capture(f"base.jsonl {row.id}", "2025-07-01T00:00:00Z", line)
    )


def _sketched(one: Captured) -> Incoming:
    published = one.article.published
    day = day_number(published.value) if published is not None else 0
    return Incoming(one, day, encode_sketch(sketch(one.article, day)))


def _write_texts(
    folder: Path, corpus: Corpus, base: Sequence[tuple[int, int]], new: Sequence[tuple[int, int]], a_day: int
) -> None:
    """What is added, the days before it for the peer, and the peer's index of all that is there."""
    window = base[-_WINDOW * a_day :]
    for name, part in (("new.jsonl", new), ("window.jsonl", window)):
        with (folder / name).open("wb") as file:
            file.writelines(json_lines(rows(corpus, part)))
    connection = sqlite3.connect(folder / "words.sqlite")
    with connection:
        connection.execute("CREATE VIRTUAL TABLE words USING fts5 (text, tokenize='porter unicode61')")
        connection.executemany("INSERT INTO words (text) VALUES (?)", ((corpus.text(number),) for _, number in base))
    connection.close()
    (folder / "text.bytes").write_text(str(sum(int(corpus.offsets[n + 1] - corpus.offsets[n]) for _, n in base)))


def _measured(run: str, folder: Path, console: Console) -> Took:
    """What a run took in a process of its own."""
    if run.startswith("add"):
        for stale in folder.glob("base.sqlite*"):
            stale.unlink()
        shutil.copy(folder / "whole.sqlite", folder / "base.sqlite")
    command = [sys.executable, "-m", "benchmarks.library_runs", run, str(folder)]
    ran = subprocess.run(command, capture_output=True, check=True, cwd=_ROOT)  # noqa: S603  # our own
    took = decode(ran.stdout, type=Took)
    console.print(f"{folder.name}, {run}: {took.cpu:.1f} CPU s, {took.wall:.1f} s", highlight=False)
    return took


def _rates(took: dict[int, dict[str, Took]]) -> Table:
    """Adding: a row for each run and size; the ratio is to the smallest library."""
    table = Table(
        "adding",
        "articles before",
        "CPU ms an article",
        "articles/CPU s",
        "articles/s",
        "ratio",
        "start, CPU s",
        "peak MB",
    )
    for run in next(iter(took.values())):
        least = 0.0
        for size, runs in took.items():
            if runs[run].articles:
                each = 1000 * runs[run].cpu / runs[run].articles
                least = least or each
                rates = (f"{1000 / each:.0f}", f"{runs[run].articles / runs[run].wall:.0f}")
                table.add_row(
                    run,
                    f"{size:,}",
                    f"{each:.2f}",
                    *rates,
                    f"{each / least:.2f}",
                    f"{runs[run].start:.1f}",
                    f"{runs[run].peak / 1e6:.0f}",
                )
    return table


def _answers(took: dict[int, dict[str, Took]]) -> Table:
    """Asking: a row for each question, a column for each run and size, in milliseconds."""
    columns = [(run, size) for size, runs in took.items() for run in runs if runs[run].answers]
    table = Table("ms of CPU (on the clock)", *(f"{run}, {size:,}" for run, size in columns))
    questions = dict.fromkeys(name for run, size in columns for name in took[size][run].answers)
    for name in questions:
        told = (took[size][run].answers.get(name) for run, size in columns)
        table.add_row(name, *("" if one is None else f"{one[0]:.1f} ({one[1]:.0f})" for one in told))
    return table


def _sizes(folders: dict[int, Path]) -> Table:
    table = Table("size", "articles", "text MB", "library MB", "library ÷ text", "FTS5 alone ÷ text")
    for size, folder in folders.items():
        text = int((folder / "text.bytes").read_text())
        ours, theirs = ((folder / name).stat().st_size for name in ("whole.sqlite", "words.sqlite"))
        table.add_row(
            "", f"{size:,}", f"{text / 1e6:.0f}", f"{ours / 1e6:.0f}", f"{ours / text:.2f}", f"{theirs / text:.2f}"
        )
    return table


if __name__ == "__main__":
    raise SystemExit(main())
