"""`python -m benchmarks.reading`: how many articles a second are read, beside plain spaCy over the same texts.

The texts are invented (`benchmarks.corpus`; written at the first run, kept in `--cache`), or one's own (`--folder`, or
any input that `headwater brief` takes). Every run has a process of its own, and reads each article by itself. Rates are
by CPU time, since the clock of a busy machine tells little; imports and loading of the model are not in them, but for
the processes that a run starts.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from msgspec.json import decode, encode
from rich.console import Console
from rich.table import Table

from benchmarks.clock import words_in
from benchmarks.corpus import load_corpus
from benchmarks.corpus_writing import write_corpus
from benchmarks.derivation_tables import circumstances, markdown
from benchmarks.reading_runs import RUNS, Texts, Took
from headwater.settings import Settings
from headwater.sources import gather

__all__ = ["TITLES", "main", "partly_copied"]

_CACHE: Final = Path.home() / ".cache" / "headwater-benchmarks"
_ROOT: Final = Path(__file__).parent.parent
_PARTS: Final = ("headwater", "spacy", Settings().model, "thinc", "blis", "numpy")
TITLES: Final = {
    "spacy": "spaCy's pipe",
    "spacy 2": "spaCy's pipe, n_process=2",
    "parser": "headwater's parser alone",
    "cold": "documents, new texts",
    "cold whole": "documents, names, quotes, new texts",
    "cold 2": "documents, new texts, 2 processes",
    "cold whole 2": "documents, names, quotes, new texts, 2 processes",
    "partly": "documents, half of the lines seen before",
    "partly whole": "documents, names, quotes, half of the lines seen before",
    "copied": "documents, text seen before at another outlet",
    "copied whole": "documents, names, quotes, text seen before at another outlet",
}
_COLUMNS: Final = (
    "",
    "CPU ms an article",
    "articles/CPU s",
    "articles/s on the clock",
    "÷ spaCy's CPU time",
    "peak MB",
)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the benchmark and print its table."""
    arguments = sys.argv[1:] if argv is None else argv
    options = _options(arguments)
    console = Console(width=None if Console().is_terminal else 150)
    given = partly_copied(_found(options), options.articles)
    for line in (_about(given), *circumstances(["benchmarks.reading", *arguments], _PARTS)):
        console.print(line, highlight=False)
    table = _table({run: _measured(run, given, options.times, console) for run in options.runs}, len(given.texts))
    console.print(markdown(table) if options.markdown else table, highlight=False, markup=False, soft_wrap=True)
    return 0


def _options(argv: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.reading", description=__doc__)
    parser.add_argument("--articles", type=int, default=400, help="how many different texts")
    parser.add_argument("--folder", type=Path, help="articles of one's own in place of invented ones")
    parser.add_argument("--cache", type=Path, default=_CACHE, help="where the invented articles are kept")
    parser.add_argument("--runs", nargs="+", choices=RUNS, default=list(RUNS), metavar="RUN", help=", ".join(RUNS))
    parser.add_argument("--times", type=int, default=1, help="do each run so often and tell the one of least CPU time")
    parser.add_argument("--markdown", action="store_true", help="a table to be put into a page")
    return parser.parse_args(argv)


def _found(options: argparse.Namespace) -> list[str]:
    return _own(options.folder) if options.folder else _invented(options.cache, 5 * options.articles)


def _own(folder: Path) -> list[str]:
    return list(dict.fromkeys(article.text for article in gather([folder], Settings()).articles))


def _invented(cache: Path, articles: int) -> list[str]:
    """Texts that have no words of one original in common, which of a corpus are nearly half."""
    corpus = load_corpus(write_corpus(cache / f"reading-{articles}", articles).folder)
    copied = {*corpus.truth.left.tolist(), *corpus.truth.right.tolist()}
    return [corpus.text(number) for number in range(len(corpus)) if number not in copied]


def partly_copied(found: Sequence[str], articles: int) -> Texts:
    """The first texts; and as many of the first half of one's lines and the second half of one's that is not read."""
    texts, unseen = tuple(found[:articles]), [_halves(text)[1] for text in found[articles:]] or [""]
    return Texts(texts, tuple(_halves(text)[0] + unseen[number % len(unseen)] for number, text in enumerate(texts)))


def _halves(text: str) -> tuple[str, str]:
    lines = text.splitlines(keepends=True)
    return "".join(lines[: len(lines) // 2]), "".join(lines[len(lines) // 2 :])


def _about(given: Texts) -> str:
    return f"{len(given.texts)} articles of {words_in(given.texts) / len(given.texts):.0f} words"


def _measured(run: str, given: Texts, times: int, console: Console) -> Took:
    """What a run took in a process of its own, at best."""
    with tempfile.NamedTemporaryFile(suffix=".json") as file:
        file.write(encode(given))
        file.flush()
        command = [sys.executable, "-m", "benchmarks.reading_runs", run, file.name]
        ran = [subprocess.run(command, capture_output=True, check=True, cwd=_ROOT) for _ in range(times)]  # noqa: S603  # our own
    best = min((decode(one.stdout, type=Took) for one in ran), key=lambda took: took.cpu)
    console.print(f"{TITLES[run]}: {best.cpu:.2f} CPU s, {best.wall:.2f} s", highlight=False)
    return best


def _table(measured: Mapping[str, Took], articles: int) -> Table:
    table = Table(*_COLUMNS)
    plain = measured.get("spacy")
    for run, took in measured.items():
        table.add_row(
            TITLES[run],
            f"{1000 * took.cpu / articles:.1f}",
            f"{articles / took.cpu:.1f}",
            f"{articles / took.wall:.1f}",
            f"{took.cpu / plain.cpu:.2f}" if plain else "",
            f"{took.peak / 1e6:.0f}",
        )
    return table


if __name__ == "__main__":
    raise SystemExit(main())
