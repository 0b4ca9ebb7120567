"""`python -m benchmarks.brief`: how long a whole brief takes, beside plain spaCy over the same texts.

Two stories, invented (`headwater.testing.scribe`) or one's own (`--folder`): a small one in a process that has its
models loaded and has not seen the texts, and a large one in a process that is started for it. SpaCy's pipe gives words,
tags, trees and names, which is where a brief begins: the ratio says what all the rest costs. Only seconds of CPU can be
compared on a busy machine; the load is told. `--growth 25 50 100` adds short articles of one line, all of whose pairs
share text: what grows with the square shows there. Bytecode is kept between the runs, as Python keeps it for a user.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Final

from msgspec.json import decode, encode
from rich.console import Console
from rich.table import Table

from benchmarks.brief_runs import RUNS, Stories, Took
from benchmarks.clock import words_in
from benchmarks.derivation_tables import circumstances, markdown
from headwater.settings import Settings
from headwater.sources import gather
from headwater.testing.scribe import Plan, write_story

__all__ = ["invented", "main", "one_line"]

_ROOT: Final = Path(__file__).parent.parent
_PARTS: Final = ("headwater", "spacy", Settings().model, "thinc", "numpy")
_SEED: Final = 7
_OTHER_SEED: Final = 3
_WARMING: Final = 5  # articles of the story that a warm process has briefed before
_MANY_WORDS: Final = 500  # of an article, about
_STORIES: Final = 4  # that are joined to have so many
_COLUMNS: Final = ("", "articles", "words", "CPU s", "s on the clock", "÷ spaCy's CPU time")


def main(argv: Sequence[str] | None = None) -> int:
    """Run the benchmark and print its table."""
    arguments = sys.argv[1:] if argv is None else argv
    options = _options(arguments)
    console = Console(width=None if Console().is_terminal else 150)
    stories = {"warm": _story(options, options.warm), "cold": _story(options, options.cold)}
    for line in circumstances(["benchmarks.brief", *arguments], _PARTS):
        console.print(line, highlight=False)
    with tempfile.TemporaryDirectory() as bytecode:
        measured = {run: _measured(run, stories[run.split()[1]], options.times, bytecode) for run in RUNS}
        grown = {size: one_line(size) for size in options.growth}
        growth = {
            size: _measured("brief warm", Stories(texts, stories["warm"].others), 1, bytecode)
            for size, texts in grown.items()
        }
    table = _table(measured, stories)
    for size, took in growth.items():
        table.add_row(*_row(f"whole brief, one line of {size} short articles", grown[size], took), "")
    console.print(markdown(table) if options.markdown else table, highlight=False, markup=False, soft_wrap=True)
    return 0


def _options(argv: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.brief", description=__doc__)
    parser.add_argument("--warm", type=int, default=5, help="articles of the small story")
    parser.add_argument("--cold", type=int, default=25, help="articles of the large story")
    parser.add_argument("--folder", type=Path, help="articles of one's own in place of invented ones, in both stories")
    parser.add_argument("--growth", type=int, nargs="*", default=[], help="lines of so many short articles as well")
    parser.add_argument("--times", type=int, default=1, help="do each run so often and tell the one of least CPU time")
    parser.add_argument("--markdown", action="store_true", help="a table to be put into a page")
    return parser.parse_args(argv)


def _story(options: argparse.Namespace, articles: int) -> Stories:
    """The texts to be briefed, and those of another story."""
    if not options.folder:
        return Stories(invented(_SEED, articles), invented(_OTHER_SEED, _WARMING))
    found = gather([options.folder], Settings()).articles
    texts = tuple(dict.fromkeys(article.text for article in found))
    return Stories(texts[:articles], invented(_OTHER_SEED, _WARMING))


@cache
def invented(seed: int, articles: int) -> tuple[str, ...]:
    """Texts of one story of some lines with their copies, each followed by other stories' until it has words enough."""
    stories = [write_story(seed + 100 * number, Plan(articles=(articles, articles))) for number in range(_STORIES)]
    told, *others = ([article.text for article in story.articles] for story in stories)
    return tuple(
        _long_enough([text, *(other[number % len(other)] for other in others)]) for number, text in enumerate(told)
    )


def one_line(articles: int) -> tuple[str, ...]:
    """Texts of one story of one line, as short as they are written."""
    return tuple(
        article.text for article in write_story(_SEED, Plan(articles=(articles, articles), lines=(1, 1))).articles
    )


def _long_enough(texts: Sequence[str]) -> str:
    told = texts[0]
    for text in texts[1:]:
        if words_in([told]) >= _MANY_WORDS:
            break
        told = f"{told}\n\n{text}"
    return told


def _measured(run: str, given: Stories, times: int, bytecode: str) -> Took:
    """What a run took in a process of its own, at best; the folder `bytecode` is where compiled modules are kept."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment["PYTHONPYCACHEPREFIX"] = bytecode
    with tempfile.NamedTemporaryFile(suffix=".json") as file:
        file.write(encode(given))
        file.flush()
        command = [sys.executable, "-m", "benchmarks.brief_runs", run, file.name]
        told = [subprocess.check_output(command, cwd=_ROOT, env=environment) for _ in range(times)]  # noqa: S603  # our own
    return min((decode(one, type=Took) for one in told), key=lambda took: took.cpu)


def _table(measured: Mapping[str, Took], stories: Mapping[str, Stories]) -> Table:
    table = Table(*_COLUMNS)
    for run, took in measured.items():
        what, state = run.split()
        texts = stories[state].texts
        title = f"{'spaCy’s pipe' if what == 'spacy' else 'whole brief'}, {_STATES[state]}"
        ratio = took.cpu / measured[f"spacy {state}"].cpu
        table.add_row(*_row(title, texts, took), f"{ratio:.2f}")
    return table


def _row(title: str, texts: Sequence[str], took: Took) -> tuple[str, ...]:
    return title, str(len(texts)), f"{words_in(texts):,}", f"{took.cpu:.2f}", f"{took.wall:.2f}"


_STATES: Final = {"warm": "models loaded, new texts", "cold": "fresh process, models to be loaded"}

if __name__ == "__main__":
    raise SystemExit(main())
