"""Counting rules: how a distribution of reported values becomes low, best and high."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.errors import OptionError
from headwater.figures import RULES, estimate
from headwater.types import FigureValue, Quantity, Span

INFINITY = float("inf")


def _value(low: float, high: float, stated: float | None, line: str, as_of: str = "") -> FigureValue:
    return FigureValue("c", Quantity(Span("a", 0, 1), low, high, stated, "miner"), line, "a", as_of=as_of)


def _exact(number: float, line: str, as_of: str = "") -> FigureValue:
    return _value(number, number, number, line, as_of)


def test_most_lines_win_under_the_rule_of_the_majority() -> None:
    values = [_exact(12, "L1"), _exact(12, "L2"), _exact(15, "L3")]
    assert estimate(values, "majority").best == 12


def test_ten_copies_of_one_line_do_not_outvote_two_lines() -> None:
    values = [*[_exact(15, "L1")] * 10, _exact(12, "L2"), _exact(12, "L3")]
    assert estimate(values, "majority").best == 12


def test_on_a_tie_the_later_value_wins_and_then_the_lower() -> None:
    assert estimate([_exact(10, "L1", "2021-05-03"), _exact(12, "L2", "2021-05-04")], "majority").best == 12
    assert estimate([_exact(12, "L1", "2021-05-03"), _exact(10, "L2", "2021-05-03")], "majority").best == 10


def test_an_open_bound_does_not_make_the_high_infinite() -> None:
    bounds = estimate([_value(2, INFINITY, 2, "L1"), _exact(3, "L2")], "majority")
    assert (bounds.low, bounds.high) == (2, 3)


def test_the_conservative_rule_reads_dozens_as_twelve() -> None:
    assert estimate([_value(24, 99, None, "L1"), _exact(121, "L2")], "lowest").best == 12


def test_ucdp_keeps_lowest_and_highest_reported() -> None:
    bounds = estimate([_exact(4, "L1"), _exact(9, "L2"), _exact(6, "L3"), _exact(6, "L4")], "ucdp")
    assert (bounds.low, bounds.best, bounds.high) == (4, 6, 9)


def test_ibc_gives_the_range_with_its_minimum_as_best() -> None:
    bounds = estimate([_exact(4, "L1"), _exact(9, "L2")], "ibc")
    assert (bounds.low, bounds.best, bounds.high) == (4, 4, 9)


def test_an_unknown_rule_is_refused_with_the_names_of_the_known_ones() -> None:
    with pytest.raises(OptionError, match="ibc, lowest, majority, ucdp"):
        estimate([_exact(1, "L1")], "loudest")


@given(
    st.lists(st.tuples(st.integers(0, 500), st.sampled_from(["L1", "L2", "L3"])), min_size=1, max_size=12),
    st.sampled_from(sorted(RULES)),
)
def test_every_rule_is_ordered_and_blind_to_the_order_of_the_values(pairs: list[tuple[int, str]], rule: str) -> None:
    values = [_exact(number, line) for number, line in pairs]
    bounds = estimate(values, rule)
    assert bounds.low <= bounds.best <= bounds.high
    assert bounds == estimate(list(reversed(values)), rule)


EXACT = st.lists(st.tuples(st.integers(0, 500), st.sampled_from(["L1", "L2", "L3"])), min_size=1, max_size=8)
ANY_RULE = st.sampled_from(sorted(RULES))


@given(EXACT, st.integers(0, 500), ANY_RULE)
def test_a_further_value_widens_the_range_and_never_narrows_it(
    pairs: list[tuple[int, str]], more: int, rule: str
) -> None:
    values = [_exact(number, line) for number, line in pairs]
    before, after = estimate(values, rule), estimate([*values, _exact(more, "L4")], rule)
    assert after.low <= before.low
    assert after.high >= before.high


@given(EXACT, st.integers(0, 50), ANY_RULE)
def test_a_higher_value_never_lowers_the_range(pairs: list[tuple[int, str]], rise: int, rule: str) -> None:
    (first, line), *rest = pairs
    before = estimate([_exact(number, each) for number, each in pairs], rule)
    after = estimate([_exact(first + rise, line), *(_exact(number, each) for number, each in rest)], rule)
    assert after.low >= before.low
    assert after.high >= before.high
    assert rule in {"majority", "ucdp"} or after.best >= before.best  # of these two the best is a vote, not a bound


@given(EXACT, st.integers(1, 9), ANY_RULE)
def test_copies_of_a_value_in_its_line_change_no_estimate(pairs: list[tuple[int, str]], copies: int, rule: str) -> None:
    values = [_exact(number, line) for number, line in pairs]
    assert estimate(values + [values[0]] * copies, rule) == estimate(values, rule)


@given(st.lists(st.integers(0, 500), min_size=1, max_size=6), ANY_RULE)
def test_the_best_is_a_number_that_somebody_reported(numbers: list[int], rule: str) -> None:
    assert estimate([_exact(number, "L1") for number in numbers], rule).best in numbers


def test_the_later_value_is_later_over_zones() -> None:
    values = [_exact(10, "L1", "2031-03-11T06:00:00+00:00"), _exact(12, "L2", "2031-03-11T07:00:00+03:00")]
    assert estimate(values, "majority").best == 10
