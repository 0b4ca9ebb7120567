"""The bars that the search for copies and the alignment must pass, and whether they do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import log

from msgspec import Struct
from rich.table import Table

from benchmarks.derivation_tables import PASSIM, Alignment, Search

__all__ = ["Bar", "bars", "bars_table"]

_PASSIM_SIZE = 2000


class Bar(Struct, frozen=True):
    """A figure that must be at least (or, if `most`, at most) so much."""

    what: str
    figure: float
    bar: float
    most: bool = False

    @property
    def passed(self) -> bool:
        """Whether the figure is on the right side."""
        return self.figure <= self.bar if self.most else self.figure >= self.bar


def bars(searches: Sequence[Search], aligned: Sequence[Alignment]) -> Iterator[Bar]:
    """The bars that can be judged by these runs."""
    for size in sorted({each.size for each in searches}):
        yield from _beside_peers([each for each in searches if each.size == size])
    yield from _at_large(searches)
    if aligned:
        yield Bar("alignment: pairs a CPU second", aligned[0].spent.rate, 40_000)
        yield Bar("alignment: F1 of spans", aligned[0].spans.f1, 0.99)
    yield from _beside_passim(searches)


def bars_table(found: Sequence[Bar]) -> Table:
    """Each bar with its figure."""
    table = Table("bar", "figure", "", "must be", "")
    for each in found:
        sign = "≤" if each.most else "≥"
        figures = (_written(figure) for figure in (each.figure, each.bar))
        table.add_row(each.what, next(figures), sign, next(figures), "passed" if each.passed else "MISSED")
    return table


def _written(figure: float) -> str:
    return f"{figure:,.0f}" if figure >= 1000 else f"{figure:.4g}"


def _beside_peers(rows: Sequence[Search]) -> Iterator[Bar]:
    """Candidates beside two peers on one corpus, and what each of our stages finds there."""
    by_name = {each.title.partition(" ")[0]: each for each in rows if not each.ours}
    for mine in rows:
        if mine.ours == "candidates":
            for name, factor in (("datasketch", 8), ("rensa", 2)):
                if name in by_name:
                    ratio = mine.spent.rate / by_name[name].spent.rate
                    yield Bar(f"candidates, {mine.size:,}: times the articles a CPU second of {name}", ratio, factor)
        if mine.ours in ("candidates", "whole"):
            yield Bar(f"{mine.ours}, {mine.size:,}: recall of the kind found least", mine.tally.weakest, 0.98)


def _at_large(searches: Sequence[Search]) -> Iterator[Bar]:
    whole = {each.size: each for each in searches if each.ours == "whole"}
    if 200_000 in whole:
        spent = whole[200_000].spent
        yield Bar("whole, 200,000: seconds on the clock", spent.wall, 120, most=True)
        yield Bar("whole, 200,000: peak, GB", spent.peak / 1e9, 4, most=True)
        if 20_000 in whole:
            growth = log(spent.cpu / whole[20_000].spent.cpu) / log(10)
            yield Bar("whole: exponent of growth, CPU time, 20,000 to 200,000", growth, 1.15, most=True)


def _beside_passim(searches: Sequence[Search]) -> Iterator[Bar]:
    """Beside the lower of passim's published figures; of its links between texts that share quotes, .38 were false."""
    for mine in searches:
        if mine.ours == "whole" and mine.size == _PASSIM_SIZE:
            yield Bar("whole, 2,000: times faster than passim as published", PASSIM.wall[0] / mine.spent.wall, 200)
            yield Bar("whole, 2,000: times leaner than passim as published", PASSIM.peak[0] / mine.spent.peak, 10)
            false = mine.tally.quotes_called_copies
            yield Bar("whole, 2,000: quoting pairs called copies", false, 1 - PASSIM.precision, most=True)
