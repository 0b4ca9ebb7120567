"""How the brief says numbers, counts, days and lists: one wording for all four renderings."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from headwater.text.day_words import said_day, said_days
from headwater.types import Count, Moment, Precision, Quantity, Scene

__all__ = [
    "added_up",
    "count_and_range",
    "count_of",
    "counted",
    "days",
    "instants",
    "interval",
    "listed",
    "number",
    "percent",
    "quantity",
    "rule_in_words",
    "signed",
    "tallied",
    "tally",
    "whereabouts",
]

_IRREGULAR: Final = {"story": "stories", "person": "people", "child": "children"}
_RULES: Final = {
    "majority": "best is the value that most lines report",
    "lowest": "best is the most conservative value, after ACLED",
    "ucdp": "low, best and high after UCDP",
    "ibc": "minimum and maximum after Iraq Body Count",
}
_SAID_AS_IT_IS: Final = ("", "ordinal", "age", "at least", "exactly")


def number(value: float) -> str:
    """4.0 -> "4", 1234.5 -> "1,234.5", infinity -> "no upper bound"."""
    if math.isinf(value):
        return "no upper bound"
    return f"{int(value):,}" if value == int(value) else f"{value:,}"


def interval(low: float, high: float) -> str:
    """The closed interval in words: "4", "at least 2", "24 to 99"."""
    if math.isinf(high):
        return f"at least {number(low)}"
    return number(low) if low == high else f"{number(low)} to {number(high)}"


def quantity(value: Quantity) -> str:
    """A quantity's interval, with the modifier that it was read from where the interval does not say it.

    "More than 2,400" admits 2,401 and up, but is said as it was said.
    """
    if value.modifier == "more than" and value.stated is not None:
        return f"more than {number(value.stated)}"
    admitted = interval(value.low, value.high)
    return admitted if value.modifier in _SAID_AS_IT_IS else f"{admitted} ({value.modifier})"


def count_and_range(low: float, best: float, high: float) -> str:
    """A figure with its range: "4 (4 to 5)", "17 (10 or more)", "4" where all values agree."""
    if low == best == high:
        return number(best)
    return f"{number(best)} ({f'{number(low)} or more' if math.isinf(high) else interval(low, high)})"


def whereabouts(scene: Scene | None, articles: int) -> str:
    """Where the event happened and how finely it is known: "Ostravel, Vane, Drovenia (a town, by 3 of 4 articles)"."""
    if scene is None:
        return ""
    finer = "" if scene.precision is Precision.TOWN else ", no town named"
    told = "not on our map" if scene.precision is Precision.VENUE else f"a {scene.precision.value}{finer}"
    return f"{scene.told.text} ({told}, by {scene.articles} of {counted(articles, 'article')})"


def counted(amount: int, thing: str) -> str:
    """Count things: "1 line", "3 lines", "2 stories"."""
    many = _IRREGULAR.get(thing, f"{thing}s")
    return f"{amount:,} {thing if amount == 1 else many}"


def count_of(count: Count, thing: str) -> str:
    """An uncertain count in words: "3 lines", or "2 to 4 lines, most likely 3"."""
    if count.low == count.high:
        return counted(count.best, thing)
    return f"{count.low:,} to {counted(count.high, thing)}, most likely {count.best:,}"


def rule_in_words(rule: str) -> str:
    """A counting rule by its name, and what it does; a rule that is not ours by its name alone."""
    return f"{rule}: {_RULES[rule]}" if rule in _RULES else rule


def tally(lines: Count, sources: int, articles: int) -> str:
    """How many stand behind a statement: "3 lines · 2 sources · 5 articles"."""
    named = counted(sources, "source") if sources else "no source named"
    return f"{count_of(lines, 'line')} · {named} · {counted(articles, 'article')}"


def listed(parts: Iterable[str], last: str = "and") -> str:
    """A list as a sentence has it: "a", "a and b", "a, b and c"."""
    given: Sequence[str] = tuple(parts)
    if len(given) < 2:
        return "".join(given)
    return f"{', '.join(given[:-1])} {last} {given[-1]}"


def tallied(names: Iterable[str]) -> str:
    """Names in order, each once and how often: "base, kept words ×3"."""
    times = sorted(Counter(names).items())
    return ", ".join(name if many == 1 else f"{name} ×{many}" for name, many in times)


def days(moment: Moment) -> str:
    """When a moment was, as finely as it is known: a day, a month, a year, or from one day to another."""
    return said_days(moment.first, moment.last, moment.granularity)


def instants(isos: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """Points of time in words: the day they share and the time of each; "" and all in full if they share none."""
    dates = {iso[: len("2031-03-10")] for iso in isos}
    said = [said_day(iso).rpartition(", ") for iso in isos]
    if len(dates) == 1 and all(before for before, _, _ in said):
        return said[0][0], tuple(time for _, _, time in said)
    return "", tuple(map(said_day, isos))


def percent(chance: float) -> str:
    """A chance of 0 to 1 in words: 0.234 -> "23 %"."""
    return f"{round(100 * chance)}\N{NO-BREAK SPACE}%"


def signed(hundredths: int) -> str:
    """A score in hundredths with its sign: 262 -> "+2.62", -764 -> "−7.64"."""
    return f"{hundredths / 100:+.2f}".replace("-", "−")


def added_up(scores: Sequence[float]) -> tuple[int, list[int]]:
    """The sum and its parts in hundredths, rounded so that the parts add up to the sum.

    What rounding leaves over goes to the parts that it moved most (the method of largest remainders).
    """
    whole = round(100 * math.fsum(scores))
    parts = [math.floor(100 * score) for score in scores]
    by_remainder = sorted(range(len(parts)), key=lambda place: (parts[place] - 100 * scores[place], place))
    for place in by_remainder[: whole - sum(parts)]:
        parts[place] += 1
    return whole, parts
