"""Conflicts between lines: found, false, and compatible differences that were flagged."""

from __future__ import annotations

from collections.abc import Iterator

from headwater.types import Conflict, Side, Span
from quality.scoring.gold import GoldCompatible, GoldConflict, GoldValue
from quality.scoring.judgements import Judgement
from quality.scoring.measure import Item, Measure, count
from quality.scoring.reading import Reading
from quality.scoring.values import same_value

__all__ = ["measure_conflicts"]


def measure_conflicts(reading: Reading, judgements: tuple[Judgement, ...] = ()) -> tuple[Measure, ...]:
    """Return `conflicts_found`, `conflicts_false` and `compatible_flagged`.

    Found: the values and their articles agree: different sides of one conflict give at least two of the gold's values,
    each with an article of that value and none that the gold has for other values only. False: any other conflict,
    less those that a person judged right. Flagged: different sides of a false conflict hold the two compatible
    wordings.
    """
    gold, found = reading.gold.conflicts, reading.brief.conflicts
    hits = {(g.id, c.id) for g in gold for c in found if _matches(reading, g, c)}
    met, right = {question for question, _ in hits}, {conflict for _, conflict in hits}
    false = [c for c in found if c.id not in right and not _judged_right(reading, c, judgements)]
    compatible = [
        Item(c.id, any(_is_flagged(reading, c, conflict) for conflict in false)) for c in reading.gold.compatible
    ]
    details = (f"{'+' if g.id in met else '-'} {g.id}: {g.question}" for g in gold)
    return (
        count("conflicts_found", (Item(g.id, g.id in met) for g in gold), details),
        count("conflicts_false", (Item(_place(reading, c), c in false) for c in found), (_show(c) for c in false)),
        count("compatible_flagged", compatible, (f"! {item.id}" for item in compatible if item.hit)),
    )


def _judged_right(reading: Reading, found: Conflict, judgements: tuple[Judgement, ...]) -> bool:
    spans = [span for side in found.sides for span in side.spans]
    return reading.is_judged_right("conflict", found.kind.value, spans, judgements)


def _matches(reading: Reading, gold: GoldConflict, found: Conflict) -> bool:
    """Whether two gold values have each a side of its own."""
    giving = [
        {n for n, side in enumerate(found.sides) if _gives(reading, side, value, gold.values)} for value in gold.values
    ]
    return any(a != b for i, one in enumerate(giving) for other in giving[i + 1 :] for a in one for b in other)


def _gives(reading: Reading, side: Side, value: GoldValue, values: tuple[GoldValue, ...]) -> bool:
    """Whether a side gives a value: by its own word for it, or by its spans where they give no other value."""
    keys = {reading.keys.get(article) for article in side.articles}
    foreign = {key for other in values for key in other.articles} - set(value.articles)
    if keys.isdisjoint(value.articles) or not keys.isdisjoint(foreign):
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
    return f"! {conflict.kind.value}: {conflict.question.text} " + " / ".join(side.value for side in conflict.sides)


def _place(reading: Reading, conflict: Conflict) -> str:
    """The kind, and the articles of each side."""
    sides = (
        ",".join(sorted(reading.keys.get(article, article) for article in side.articles)) for side in conflict.sides
    )
    return f"{conflict.kind.value} {' / '.join(sides)}"
