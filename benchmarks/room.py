"""`python -m benchmarks.room`: how long the story page of the reading room takes on the server, and how large it is.

The story is an invented one of 25 articles (`headwater.testing.scribe`), read once before and kept in a library, as a
user's is. In a process that is started for it the page is asked for as a browser does, through the whole application
but no network: at once, when everything is still to be imported; in rooms that are opened anew; and again. The invented
places are on no map, so what the outline of one takes is added. Beside it in the same process the peers: Starlette that
hands out the same page as bytes, which is the least that any page takes, and `brief.html` of the same story, which has
all words in it. Only seconds of CPU can be compared on a busy machine.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from msgspec.json import decode
from msgspec.structs import replace
from rich.console import Console
from rich.table import Table

from benchmarks.brief import invented
from benchmarks.derivation_tables import circumstances, markdown
from benchmarks.room_runs import Asked
from headwater.monitor import Library
from headwater.testing.scribe import Plan, write_story
from headwater.types import Article

__all__ = ["articles_of", "keep_story", "main"]

_ROOT: Final = Path(__file__).parent.parent
_PARTS: Final = ("headwater", "starlette", "jinja2", "msgspec")
_SEED: Final = 7
_SECONDS: Final = 0.3  # the bar of the server
_BYTES: Final = 500_000  # the bar of all that the page loads
_TIMED: Final = ("", "CPU ms", "ms on the clock", "kB", "kB gzipped", "÷ the same bytes from a plain server")


def main(argv: Sequence[str] | None = None) -> int:
    """Run the benchmark and print its table; 1 where a bar is not held."""
    arguments = sys.argv[1:] if argv is None else argv
    options = _options(arguments)
    console = Console(width=None if Console().is_terminal else 150)
    for line in circumstances(["benchmarks.room", *arguments], _PARTS):
        console.print(line, highlight=False)
    with tempfile.TemporaryDirectory() as folder:
        library = options.library or Path(folder) / "room.sqlite"
        keep_story(library, articles_of(options.articles))
        asked = _asked(library, folder)
    table = _table(asked)
    console.print(markdown(table) if options.markdown else table, highlight=False, markup=False, soft_wrap=True)
    bars = _bars(asked)
    for said, held in bars:
        console.print(f"{said}: {'held' if held else 'missed'}", highlight=False)
    return 0 if all(held for _, held in bars) else 1


def _options(argv: Sequence[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.room", description=__doc__)
    parser.add_argument("--articles", type=int, default=25, help="articles of the story")
    parser.add_argument("--library", type=Path, help="keep the story here, or ask for the newest story that is there")
    parser.add_argument("--markdown", action="store_true", help="a table to be put into a page")
    return parser.parse_args(argv)


def articles_of(amount: int) -> list[Article]:
    """The articles of one story as outlets hand them in, each of about 500 words."""
    told = write_story(_SEED, Plan(articles=(amount, amount))).articles
    return [replace(article, text=text) for article, text in zip(told, invented(_SEED, amount), strict=True)]


def keep_story(path: Path, articles: Sequence[Article]) -> None:
    """Make a library with one story of these articles and its brief, unless there is one with a story already."""
    with Library(path) as library:
        if not library.stories():
            library.add(articles)
        first, *others = (story.id for story in library.stories())
        if others:
            library.merge(first, *others)
        library.brief(first)


def _asked(library: Path, folder: str) -> dict[str, Asked]:
    """What each request took in a process of its own, by what was asked for."""
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(Path(folder) / "bytecode")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    command = [sys.executable, "-m", "benchmarks.room_runs", str(library)]
    for _ in range(2):  # the first keeps the bytecode, as Python keeps it for a user
        told = subprocess.check_output(command, cwd=_ROOT, env=environment)  # noqa: S603  # our own
    return {each.what: each for each in decode(told, type=tuple[Asked, ...])}


def _table(asked: dict[str, Asked]) -> Table:
    table = Table(*_TIMED)
    floor = asked["the same bytes from plain Starlette"]
    for each in asked.values():
        timed = (f"{1000 * each.cpu:.1f}", f"{1000 * each.wall:.1f}") if each.wall else ("", "")
        ratio = f"{each.cpu / floor.cpu:.1f}" if each.wall else ""
        table.add_row(each.what, *timed, f"{each.size / 1000:.1f}", f"{each.zipped / 1000:.1f}", ratio)
    return table


def _bars(asked: dict[str, Asked]) -> tuple[tuple[str, bool], ...]:
    """What to say of each bar, and whether it is held."""
    parts = ("story page, first opening of a kept brief", "outline of a map, wide and narrow")
    cold, whole = sum(asked[part].cpu for part in parts), asked["story page with all it loads"]
    return (
        (f"first opening with a map: {1000 * cold:.0f} ms of CPU, bar {1000 * _SECONDS:.0f} ms", cold < _SECONDS),
        (f"all that loads: {whole.size / 1000:.0f} kB, bar {_BYTES / 1000:.0f} kB", whole.size < _BYTES),
    )


if __name__ == "__main__":
    raise SystemExit(main())
