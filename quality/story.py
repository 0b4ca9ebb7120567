"""A close look at one story: `python -m quality.story FOLDER [--published DAY] [--judgements FILE] [--json|--verbose]`.

FOLDER holds `gold.json` and the articles it names, beside it or in `articles/`. The day on which an article that does
not tell its own was published is the gold's. `--verbose` quotes the articles: look at it, do not pass it on.
"""

from __future__ import annotations

import argparse
import csv
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import msgspec
from rich.console import Console
from rich.table import Table

from headwater.types import Brief
from quality.scoring.judgements import own_judgements
from quality.story_gold import Gold, Measure, load_gold, load_judgements, score

__all__ = ["article_paths", "main", "read_story"]


def article_paths(folder: Path, gold: Gold) -> list[Path]:
    """Where the articles of a gold lie. Raises `FileNotFoundError` naming one that is missing."""
    paths = []
    for article in gold.articles.values():
        places = (folder / article.file, folder / "articles" / article.file)
        found = next((place for place in places if place.is_file()), None)
        if found is None:
            raise FileNotFoundError(f"{article.file}: neither in {folder} nor in {folder / 'articles'}")
        paths.append(found)
    return paths


def read_story(folder: Path, published: str | None = None) -> tuple[Brief, Gold]:
    """Run headwater on a folder with gold.

    `published` is the ISO day of articles that do not tell their own; without it they have the day the gold gives.
    """
    import headwater  # heavy: only when a story is read

    gold = load_gold(folder / "gold.json")
    inputs = [str(path) for path in article_paths(folder, gold)]
    if published is not None:
        return headwater.brief(inputs, published=published), gold
    with tempfile.TemporaryDirectory() as place:
        return headwater.brief(inputs, sidecar=str(_sidecar(Path(place), gold))), gold


def _sidecar(place: Path, gold: Gold) -> Path:
    """The days of a gold in a file of the form in which headwater is told of them."""
    path = place / "published.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(("file", "published"))
        rows.writerows((Path(each.file).name, each.published) for each in gold.articles.values() if each.published)
    return path


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the board of one story. Returns the exit code."""
    options = _parser().parse_args(arguments)
    brief, gold = read_story(options.folder, options.published)
    judgements = load_judgements(options.judgements) if options.judgements else own_judgements()
    measures = score(brief, gold, judgements)
    if options.json:
        sys.stdout.write(msgspec.json.encode(measures).decode() + "\n")
        return 0
    console = Console()
    console.print(_table(measures))
    if options.verbose:
        _print_details(console, measures)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m quality.story", description="The board of one story.")
    parser.add_argument("folder", type=Path, metavar="FOLDER", help="folder with gold.json and its articles")
    parser.add_argument(
        "--published", metavar="DAY", help="ISO day of articles that do not tell their own (default: the gold's)"
    )
    parser.add_argument(
        "--judgements", type=Path, metavar="FILE", help="findings that a person judged (default: quality/judgements)"
    )
    parser.add_argument("--json", action="store_true", help="print the measures as JSON")
    parser.add_argument("--verbose", action="store_true", help="list each hit and miss")
    return parser


def _table(measures: Sequence[Measure]) -> Table:
    table = Table("measure", "value", "of", title="Story board")
    table.columns[1].justify = table.columns[2].justify = "right"
    for measure in measures:
        table.add_row(measure.name, _figure(measure.value), _figure(measure.of))
    return table


def _figure(value: float) -> str:
    return f"{value:.0f}" if value == int(value) else f"{value:.3f}"


def _print_details(console: Console, measures: Sequence[Measure]) -> None:
    for measure in measures:
        if measure.details:
            console.print(f"\n{measure.name}", style="bold")
            for line in measure.details:
                console.print(f"  {line}", markup=False, highlight=False, soft_wrap=True)


if __name__ == "__main__":
    raise SystemExit(main())
