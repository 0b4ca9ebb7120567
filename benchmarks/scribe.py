"""`python -m benchmarks.scribe`: how many articles a minute the scribe writes, beside what others do with its texts.

Cold is the first time in a process: the tagger and the lexicons are loaded and every event's reports are read. Warm is
the second time: the same events copied again. Peers are rated on the first of the same articles. Rates are by CPU time.
"""

from __future__ import annotations

import argparse
import os
import platform
import subprocess
from collections.abc import Callable, Iterator, Sequence
from importlib.metadata import version

from rich.console import Console
from rich.table import Table

from benchmarks.clock import Run, timed
from benchmarks.scribe_peers import NLPAUG, nlpaug_exchanging, spacy_reading
from headwater.settings import Settings
from headwater.testing.scribe import write_stories

__all__ = ["main"]

_COLUMNS = ("", "articles", "words", "CPU s", "wall s", "articles/min", "words/s", "scribe cold ÷ this")


def main(argv: Sequence[str] | None = None) -> int:
    """Run the benchmark and print its table."""
    options = _options(argv)
    console = Console(width=None if Console().is_terminal else 140)
    cold, texts = timed("the scribe, cold", lambda: _written(options.articles))
    warm, _ = timed("the scribe, warm", lambda: _written(options.articles))
    runs = [cold, warm]
    if options.peers:
        runs += _peers(texts[: options.peer_articles], console)
    console.print(_table(runs))
    for line in _circumstances(options):
        console.print(line, highlight=False)
    return 0


def _options(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.scribe", description=__doc__)
    parser.add_argument("--articles", type=int, default=10_000, help="how many the scribe writes, about")
    parser.add_argument("--peer-articles", type=int, default=1000, help="how many of them the peers get")
    parser.add_argument("--no-peers", dest="peers", action="store_false", help="the scribe alone")
    return parser.parse_args(argv)


def _written(articles: int) -> list[str]:
    return [article.text for story in write_stories(0, articles) for article in story.articles]


def _peers(texts: Sequence[str], console: Console) -> Iterator[Run]:
    """The peers that can be had here; of the others, why not."""
    peers: Sequence[Callable[[Sequence[str]], Run]] = (spacy_reading, nlpaug_exchanging)
    for peer in peers:
        try:
            yield peer(texts)
        except subprocess.CalledProcessError as failed:
            console.print(f"{peer.__name__}: left out, {(failed.stderr or b'').decode()[-300:].strip() or failed}")


def _table(runs: Sequence[Run]) -> Table:
    table = Table(*_COLUMNS)
    for run in runs:
        ratio = runs[0].words_a_second / run.words_a_second
        table.add_row(
            run.name,
            f"{run.articles:,}",
            f"{run.words:,}",
            f"{run.cpu:.1f}",
            f"{run.wall:.1f}",
            f"{run.articles_a_minute:,.0f}",
            f"{run.words_a_second:,.0f}",
            f"{ratio:.2f}",
        )
    return table


def _circumstances(options: argparse.Namespace) -> Iterator[str]:
    """Versions, machine and command, so that a table can be judged and had again."""
    model = Settings().model
    parts = ("headwater", "spacy", model, "lemminflect")
    yield ", ".join([f"Python {platform.python_version()}", *(f"{part} {version(part)}" for part in parts), NLPAUG])
    yield f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores"
    peers = f"--peer-articles {options.peer_articles}" if options.peers else "--no-peers"
    yield f"python -m benchmarks.scribe --articles {options.articles} {peers}"


if __name__ == "__main__":
    raise SystemExit(main())
