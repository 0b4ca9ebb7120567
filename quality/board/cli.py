"""The command `python -m quality`: runs the board, holds it to its floors, writes it."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Final

import msgspec
from msgspec.structs import replace
from rich.console import Console

from quality.board.catalogue import UnknownName, choose, metrics, trials, waiting
from quality.board.digest import digest_of
from quality.board.figure import Result
from quality.board.floors import Floors, is_below, load_floors, lowered, raised, save_floors
from quality.board.run import Order
from quality.board.table import board, listing, markdown_listing
from quality.board.watching import watched

__all__ = ["main"]

_ROOT: Final = Path(__file__).resolve().parents[2]
DATA: Final = _ROOT.parent / "shared" / "data"
_PAGE: Final = 170  # columns
FLOORS: Final = _ROOT / "quality" / "floors.json"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run what is asked for. Returns 0; 1 if a figure is below its floor or could not be had; 2 for a bad request."""
    options = _parser().parse_args(arguments)
    if options.list or options.markdown:
        _list(markdown=options.markdown)
        return 0
    try:
        return _run(options)
    except (UnknownName, ValueError, OSError) as error:
        sys.stderr.write(f"{error}\n")
        return 2


def _list(*, markdown: bool) -> None:
    if markdown:
        sys.stdout.write(markdown_listing() + "\n")
    else:
        _console().print(listing())


def _run(options: argparse.Namespace) -> int:
    names = choose(options.names)
    floors = load_floors(options.floors)
    if options.lower or options.raise_floors:
        _refuse_early(options, names)
    order = Order(names, options.data or DATA, options.quick, options.jobs)
    if not order.data.is_dir():
        sys.stderr.write(f"{order.data}: no such folder; only what needs no data is measured (--data names a folder)\n")
    digests = _digests(order)
    bound = {} if options.quick else _bound(options, order, floors, digests)
    results = [_held(result, bound) for result in watched(order)]
    _tell(results, floors, digests, options.verbose)
    if options.json:
        _write(results, options.json)
    return _settle(options, floors, results, digests)


def _bound(
    options: argparse.Namespace, order: Order, floors: Floors, digests: Mapping[str, str]
) -> dict[str, float | None]:
    """The floors that hold. On the project's own data they hold even if the data changed or a file is gone."""
    if options.data is not None and options.data.resolve() != DATA.resolve():
        return {name: floors.at(name, digest) for name, digest in digests.items()}
    return {name: floors.at(name, None) for name in order.names if order.data.is_dir() or name in digests}


def _console() -> Console:
    """A page wide enough for the table where no terminal says how wide it is."""
    return Console(width=None if sys.stdout.isatty() else _PAGE)


def _refuse_early(options: argparse.Namespace, names: Sequence[str]) -> None:
    """What cannot be done to the floors is refused before minutes are spent on it."""
    if options.quick or options.data is not None:
        raise ValueError("floors hold for the whole board on the project's own data: no --quick, no --data")
    if options.lower and (options.lower not in names or options.lower in waiting()):
        raise ValueError(f"{options.lower}: not among the figures asked for")
    if options.lower and not options.because:
        raise ValueError(f"{options.lower}: say why its floor is lowered, with --because")


def _digests(order: Order) -> dict[str, str]:
    """The digest of the data behind each figure asked for, where they are there."""
    found = {}
    for trial in trials().values():
        asked = [metric.name for metric in trial.metrics if metric.name in order.names]
        try:
            digest = digest_of(order.data, trial.files) if asked else ""
        except FileNotFoundError:
            continue
        found.update(dict.fromkeys(asked, digest))
    return found


def _held(result: Result, bound: Mapping[str, float | None]) -> Result:
    return replace(result, figure=replace(result.figure, floor=bound.get(result.name)))


def _tell(results: Sequence[Result], floors: Floors, digests: Mapping[str, str], verbose: bool) -> None:
    console = _console()
    console.print(board(results))
    for result in results:
        if result.without:
            console.print(f"{result.name}: {result.without}", markup=False, highlight=False)
        kept = floors.floors.get(result.name)
        if result.figure.floor is not None and kept is not None and kept.data != digests.get(result.name):
            console.print(f"{result.name}: the data have changed since its floor was set", markup=False)
    if verbose:
        for name, notes in {result.name: result.notes for result in results if result.notes}.items():
            console.print(f"\n{name}", style="bold")
            console.print("\n".join(f"  {note}" for note in notes), markup=False, highlight=False, soft_wrap=True)


def _write(results: Iterable[Result], path: Path) -> None:
    """The figures as JSON, in the order of the board; what was asked for and has none is there with nulls."""
    by_name = {result.name: result.figure for result in results}
    ordered = {name: by_name[name] for name in metrics() if name in by_name}
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(msgspec.json.format(msgspec.json.encode(ordered), indent=2) + b"\n")


def _settle(options: argparse.Namespace, floors: Floors, results: Sequence[Result], digests: Mapping[str, str]) -> int:
    """Move the floors if that was asked for, and say whether all is well."""
    figures = {result.name: result.figure for result in results}
    if options.lower:
        name = options.lower
        digest = digests.get(name, "")
        save_floors(lowered(floors, metrics()[name], figures[name], digest, options.because), options.floors)
    elif options.raise_floors:
        chosen = [metrics()[name] for name in figures if name in digests]
        save_floors(raised(floors, chosen, figures, digests), options.floors)
    below = [r.name for r in results if is_below(metrics()[r.name], r.figure) and r.name != options.lower]
    asked = bool(options.names)  # what was asked for by name must be there
    broken = [r.name for r in results if r.without.startswith("failed") or (asked and r.without.startswith("no data"))]
    for name in below:
        sys.stderr.write(f"{name}: {figures[name].value} breaks its floor of {figures[name].floor}\n")
    return 1 if broken or below else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m quality", description="Measures headwater against gold.")
    parser.add_argument("names", nargs="*", metavar="NAME", help="a figure (quotes.source_f1) or a group (quotes); all")
    parser.add_argument("--data", type=Path, metavar="DIR", help="data laid out as ../shared/data, the default")
    parser.add_argument("--quick", action="store_true", help="on few rows, under two minutes; no floors")
    parser.add_argument("--json", type=Path, metavar="PATH", help="write the figures as JSON")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, metavar="N", help="processes (all cores)")
    parser.add_argument("--list", action="store_true", help="name every figure and stop")
    parser.add_argument("--markdown", action="store_true", help="the same as a table for docs/measuring.md")
    parser.add_argument("--verbose", action="store_true", help="hits and misses where a trial keeps them")
    parser.add_argument("--raise-floors", action="store_true", help="make each figure that reaches its floor the floor")
    parser.add_argument("--lower", metavar="NAME", help="lower the floor of one figure to what it is now")
    parser.add_argument("--because", default="", metavar="REASON", help="why a floor is lowered; kept in the file")
    parser.add_argument("--floors", type=Path, default=FLOORS, metavar="FILE", help=argparse.SUPPRESS)
    return parser
