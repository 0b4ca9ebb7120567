"""How far a count may be off."""

from __future__ import annotations

import itertools
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.ranges import off_by

CHANCES = st.lists(st.floats(0, 1), max_size=7)


def held(chances: list[float], low: int, high: int) -> float:
    """The chance of low to high of them coming about, by going through all the ways."""
    ways = itertools.product((False, True), repeat=len(chances))
    return sum(
        math.prod(chance if came else 1 - chance for came, chance in zip(way, chances, strict=True))
        for way in ways
        if low <= sum(way) <= high
    )


@pytest.mark.parametrize(
    ("chances", "best", "off"),
    [([], 0, (0, 0)), ([0.97], 1, (0, 0)), ([0.77], 1, (1, 0)), ([0.3], 0, (0, 1)), ([0.5, 0.5], 1, (1, 1))],
)
def test_the_range_goes_where_the_chances_are(chances: list[float], best: int, off: tuple[int, int]) -> None:
    assert off_by(chances, best) == off


@given(CHANCES, st.data())
def test_the_range_holds_the_best_number_and_nine_tenths_of_the_chances(
    chances: list[float], data: st.DataObject
) -> None:
    best = data.draw(st.integers(0, len(chances)))
    below, above = off_by(chances, best)
    assert 0 <= best - below <= best <= best + above <= len(chances)
    assert held(chances, best - below, best + above) >= 0.9 - 1e-9


@given(CHANCES)
def test_the_order_of_the_chances_changes_nothing(chances: list[float]) -> None:
    assert off_by(chances, 0) == off_by(chances[::-1], 0)
