"""A figure of the board."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

__all__ = ["Item", "Measure", "by_name", "count"]


class Item(Struct, frozen=True):
    """One thing that a measure counts: `id` tells which without words of an article, `hit` whether it counts."""

    id: str
    hit: bool


class Measure(Struct, frozen=True):
    """`value` out of `of`: 14 of 20 quotes, .61 of 1. `details` names each hit and miss, one line each.

    `items` are the things counted, where the value is a count of them; `details` may quote the articles.

    Measures whose name ends in `_false`, `_flagged` or `_merged` count mistakes: lower is better.
    """

    name: str
    value: float
    of: float
    details: tuple[str, ...] = ()
    items: tuple[Item, ...] = ()


def count(name: str, items: Iterable[Item], details: Iterable[str] = ()) -> Measure:
    """The measure of how many of the items are hits."""
    kept = tuple(items)
    return Measure(name, sum(item.hit for item in kept), len(kept), tuple(details), kept)


def by_name(measures: tuple[Measure, ...]) -> dict[str, Measure]:
    """Return the measures under their names."""
    return {measure.name: measure for measure in measures}
