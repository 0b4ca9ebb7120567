"""Another rule without reading again gives what a brief under that rule gives. All is fiction."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from functools import cache
from typing import Final

import pytest
from findings_cases import told
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from headwater.errors import OptionError
from headwater.evidence import cite
from headwater.figures import RULES, estimate, under
from headwater.types import Accepted, Figure, FigureValue, LeftOpen, Quantity, Span

RAID: Final = "Raiders attacked the mill in Varnholt on Monday and killed {} guards."
STORIES: Final[Mapping[str, tuple[str, ...]]] = {
    "attackers among the dead": (f"{RAID.format(12)} The gunman was shot dead by police.", RAID.format("dozens of")),
    "people of different articles": (
        "A woman, 34, was shot dead in Varnholt on Monday.",
        "A boy was shot dead in Varnholt on Monday.",
    ),
    "silence on the dead": (
        RAID.format("two"),
        "Raiders attacked the mill in Varnholt on Monday and wounded three guards.",
        "Three guards were hurt when raiders attacked the mill in Varnholt on Monday.",
    ),
    "parts": (f"{RAID.format('at least 10')} Four of them were drivers.", RAID.format("a dozen")),
}


@cache
def made(story: str, rule: str) -> tuple[Figure, ...]:
    """The figures of a story as an analysis under a rule gives them."""
    return told(*STORIES[story], rule=rule).read.figures


@pytest.mark.parametrize("story", STORIES)
def test_figures_under_another_rule_are_those_of_a_brief_under_that_rule(story: str) -> None:
    assert made(story, "majority")
    for one, other in itertools.permutations(RULES, 2):
        assert under(made(story, one), other) == made(story, other)


def test_what_the_articles_leave_open_is_kept_under_a_rule_that_does_not_obey_it() -> None:
    [figure] = [each for each in made("people of different articles", "ucdp") if each.role == "killed"]
    assert figure.left_open is not None
    [ours] = under([figure], "majority")
    assert ours.high >= figure.left_open.together
    assert ours.notes


def test_a_rule_that_is_not_known_is_refused() -> None:
    with pytest.raises(OptionError, match="no counting rule"):
        under(made("parts", "majority"), "loudest")


_VALUES = st.lists(
    st.builds(
        lambda line, low, more, stated: FigureValue(
            "c", Quantity(Span(line, 0, 1), low, low + more, low if stated else None, "people"), line, line
        ),
        st.sampled_from("abc"),
        st.integers(0, 40),
        st.sampled_from([0, 3, 75, float("inf")]),
        st.booleans(),
    ),
    min_size=1,
    max_size=6,
)


def figure(values: list[FigureValue], left_open: LeftOpen | None = None) -> Figure:
    label = cite("killed", [Span("a", 0, 1)])
    return Figure("f1", "killed", label, "", tuple(values), 0, 0, 0, "", left_open=left_open)


@given(_VALUES, st.sampled_from(sorted(RULES)), st.sampled_from(sorted(RULES)))
def test_there_and_back_again_changes_nothing(values: list[FigureValue], one: str, other: str) -> None:
    left = LeftOpen(cite("nobody", [Span("a", 0, 1)]), 50, cite("fifty", [Span("a", 0, 1)]))
    there = under([figure(values, left)], one)
    assert under(under(there, other), one) == there


@given(_VALUES, st.sampled_from(sorted(RULES)))
def test_where_nothing_is_left_open_the_bounds_are_the_rules_own(values: list[FigureValue], rule: str) -> None:
    [made] = under([figure(values)], rule)
    bounds = estimate(values, rule)
    assert (made.low, made.best, made.high, made.rule) == (bounds.low, bounds.best, bounds.high, rule)


@given(_VALUES)
def test_what_a_reader_accepted_stays_best_and_the_rule_is_told_beside_it(values: list[FigureValue]) -> None:
    taken = replace(under([figure(values)], "majority")[0], best=7.0, accepted=Accepted(7.0, 3.0, "a reader"))
    [made] = under([taken], "lowest")
    assert made.best == 7.0
    assert made.accepted is not None
    assert made.accepted.ruled == estimate(values, "lowest").best
