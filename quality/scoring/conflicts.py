"""Conflicts between lines: found, false, and compatible differences that were flagged."""

from __future__ import annotations

from collections.abc import Iterator

from headwater.types import Conflict, Side, Span
from quality.scoring.gold import GoldCompatible, GoldConflict, GoldValue
from quality.scoring.measure import Measure
from quality.scoring.reading import Reading
from quality.scoring.values import same_value

__all__ = ["measure_conflicts"]


def measure_conflicts(reading: Reading) -> tuple[Measure, ...]:
    """Return `conflicts_found`, `conflicts_false` and `compatible_flagged`.

    Found: different sides of one conflict give at least two of the gold's values, each with an article of that value.
    False: any other conflict. Flagged: different sides of a false conflict hold the two compatible wordings.
    """
    gold, found = reading.gold.conflicts, reading.brief.conflicts
    hits = {(g.id, c.id) for g in gold for c in found if _matches(reading, g, c)}
    right = {conflict for _, conflict in hits}
    false = [conflict for conflict in found if conflict.id not in right]
    flagged = [c for c in reading.gold.compatible if any(_is_flagged(reading, c, conflict) for conflict in false)]
    met = {question for question, _ in hits}
    details = tuple(f"{'+' if g.id in met else '-'} {g.id}: {g.question}" for g in gold)
    return (
        Measure("conflicts_found", len(met), len(gold), details),
        Measure("conflicts_false", len(false), len(found), tuple(f"! {_show(conflict)}" for conflict in false)),
        Measure("compatible_flagged", len(flagged), len(reading.gold.compatible), tuple(f"! {c.id}" for c in flagged)),
    )


def _matches(reading: Reading, gold: GoldConflict, found: Conflict) -> bool:
    """Whether two gold values have each a side of its own."""
    giving = [
        {n for n, side in enumerate(found.sides) if _gives(reading, side, value, gold.values)} for value in gold.values
    ]
    return any(a != b for i, one in enumerate(giving) for other in giving[i + 1 :] for a in one for b in other)


def _gives(reading: Reading, side: Side, value: GoldValue, values: tuple[GoldValue, ...]) -> bool:
    """Whether a side gives a value: by its own word for it, or by its spans where they give no other value."""
    keys = {reading.keys.get(article) for article in side.articles}
    if keys.isdisjoint(value.articles):
        return False
    if same_value(value.value, side.value):
        return True
    words = [reading.words(span) for span in side.spans]
    others = [other.value for other in values if other is not value]
    return any(same_value(value.value, w) and not any(same_value(other, w) for other in others) for w in words)


def _is_flagged(reading: Reading, gold: GoldCompatible, found: Conflict) -> bool:
    left = [span for key in gold.a for span in reading.find(key, gold.a_text)]
    right = [span for key in gold.b for span in reading.find(key, gold.b_text)]
    return any(reading.any_overlap(one, left) and reading.any_overlap(other, right) for one, other in _two_sides(found))


def _two_sides(found: Conflict) -> Iterator[tuple[tuple[Span, ...], tuple[Span, ...]]]:
    for i, one in enumerate(found.sides):
        yield from ((one.spans, other.spans) for j, other in enumerate(found.sides) if i != j)


def _show(conflict: Conflict) -> str:
    return f"{conflict.kind.value}: {conflict.question.text} " + " / ".join(side.value for side in conflict.sides)
