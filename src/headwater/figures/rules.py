"""Counting rules: how a distribution of reported values becomes low, best and high.

Each rule is named after whoever publishes it, and users may switch. No rule looks at anything but the values, the
lines that stand behind them, their times, and whether a later report has overtaken them. `docs/figures.md` gives the
published wording and a worked example of each.

- `majority`, the default: the value that most lines report; on a tie the one that more lines can stand with ("at least
  one" can stand with two), then the later, then the lower. Low and high are what the words of any value admit.
- `lowest`: the most conservative of the standing values, vague words taken as tens 10, dozens 12, hundreds 100,
  thousands 1,000 (ACLED's published coding decision for fatalities). Low is best: ACLED publishes one number; high
  is what it would be under the same decision for the highest report.
- `ucdp`: best is the value that most lines report; low and high are the lowest and the highest number reported (UCDP
  GED's low, best and high estimates).
- `ibc`: minimum and maximum of what was reported; best is the minimum (Iraq Body Count publishes the range alone).
"""

from __future__ import annotations

import datetime
import math
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from msgspec import Struct

from headwater.errors import OptionError
from headwater.text.instants import order_of
from headwater.types import FigureValue, Quantity

__all__ = ["RULES", "Estimate", "Rule", "estimate", "point", "rule_called"]

_VAGUE: Final = {
    (20, 99): 10,
    (24, 99): 12,
    (200, 999): 100,
    (2_000, 99_999): 1_000,
}  # ACLED: tens, dozens, hundreds "and so on"; by the intervals of `text.numbers`


class Estimate(Struct, frozen=True):
    """Low, best and high of a figure."""

    low: float
    best: float
    high: float


Rule = Callable[[Sequence[FigureValue]], Estimate]


def estimate(values: Sequence[FigureValue], rule: str) -> Estimate:
    """Low, best and high of `values` under a named rule. Raises `OptionError` for a name that is not in `RULES`."""
    return rule_called(rule)(values)


def rule_called(name: str) -> Rule:
    """The rule of this name. Raises `OptionError` for a name that is not in `RULES`."""
    if name not in RULES:
        raise OptionError(f"no counting rule is called {name!r}; choose one of {', '.join(sorted(RULES))}")
    return RULES[name]


def point(quantity: Quantity) -> float:
    """The one number nearest to the words: as stated, else the lowest value that the words admit."""
    return quantity.low if quantity.stated is None else quantity.stated


def _bottom(quantity: Quantity) -> float:
    """“More than 120” admits 121 and up, but 120 is the number that was reported."""
    return min(quantity.low, point(quantity))


def _top(quantity: Quantity) -> float:
    return point(quantity) if math.isinf(quantity.high) else quantity.high


def _standing(values: Sequence[FigureValue]) -> Sequence[FigureValue]:
    """The values that no later report has overtaken; all of them if none is left."""
    return [value for value in values if not value.overtaken] or values


def _by_lines(values: Sequence[FigureValue]) -> Estimate:
    return Estimate(
        min(_bottom(value.quantity) for value in values),
        _most_lines(_standing(values)),
        max(_top(value.quantity) for value in values),
    )


def _most_lines(values: Sequence[FigureValue]) -> float:
    lines: dict[float, set[str]] = defaultdict(set)
    latest: dict[float, datetime.datetime] = defaultdict(lambda: order_of(""))
    for value in values:
        number = point(value.quantity)
        lines[number].add(value.line)
        latest[number] = max(latest[number], order_of(value.as_of))
    most = max(len(behind) for behind in lines.values())
    tied = [number for number in lines if len(lines[number]) == most]
    return max(tied, key=lambda number: (_admitting(number, values), latest[number], -number))


def _admitting(number: float, values: Sequence[FigureValue]) -> int:
    """How many lines the number can stand with: "at least one" can stand with two."""
    return len(
        {
            v.line
            for v in values
            if _bottom(v.quantity) <= number <= (_top(v.quantity) if v.members else v.quantity.high)
        }
    )


def _lowest(values: Sequence[FigureValue]) -> Estimate:
    best = min(_conservative(value.quantity) for value in _standing(values))
    return Estimate(best, best, max(best, *(_conservative(value.quantity) for value in values)))


def _conservative(quantity: Quantity) -> float:
    if quantity.stated is not None:
        return quantity.stated
    return _VAGUE.get((int(quantity.low), 0 if math.isinf(quantity.high) else int(quantity.high)), quantity.low)


def _ucdp(values: Sequence[FigureValue]) -> Estimate:
    numbers = [point(value.quantity) for value in values]
    return Estimate(min(numbers), _most_lines(_standing(values)), max(numbers))


def _ibc(values: Sequence[FigureValue]) -> Estimate:
    low = min(_bottom(value.quantity) for value in values)
    return Estimate(low, low, max(_top(value.quantity) for value in values))


RULES: Final[Mapping[str, Rule]] = {
    "majority": _by_lines,
    "lowest": _lowest,
    "ucdp": _ucdp,
    "ibc": _ibc,
}
