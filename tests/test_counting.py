"""Lines as low-best-high, from the doubt in the merges."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.derivations.counting import chance_of, count_lines, doubts_of
from headwater.derivations.grouping import Merge
from headwater.types import Count

SCORES = st.lists(st.floats(-6, 8), max_size=12)


def tree(scores: list[float]) -> list[Merge]:
    return [Merge(score, (f"a{number}",), (f"b{number}",)) for number, score in enumerate(scores)]


def best(scores: list[float]) -> int:
    return 1 + sum(score <= 0 for score in scores)


@given(SCORES, st.integers(0, 3))
def test_the_range_holds_the_best_number_and_no_more_lines_than_texts(scores: list[float], more: int) -> None:
    versions = {"unseen AP report": more + 1} if more else {}
    count = count_lines(best(scores) + more, tree(scores), versions)
    assert 1 <= count.low <= count.best <= count.high <= 1 + len(scores) + more


@given(SCORES)
def test_the_order_of_the_merges_changes_nothing(scores: list[float]) -> None:
    merges = tree(scores)
    assert count_lines(best(scores), merges, {}) == count_lines(best(scores), merges[::-1], {})


def test_sure_merges_leave_no_range() -> None:
    count = count_lines(2, tree([7.0, 7.0, -6.0]), {})
    assert count == Count(2, 2, 2)


@pytest.mark.parametrize(("score", "expected"), [(-0.3, (1, 2, 2)), (0.1, (1, 1, 2))])
def test_a_merge_in_doubt_makes_a_range_with_its_reason(score: float, expected: tuple[int, int, int]) -> None:
    count = count_lines(best([score]), tree([score]), {})
    assert (count.low, count.best, count.high) == expected
    assert [(doubt.left, doubt.right) for doubt in count.doubts] == [(("a0",), ("b0",))]


def test_a_count_that_can_only_be_too_high_names_no_doubt_that_would_make_it_higher() -> None:
    count = count_lines(3, tree([1.3, -0.8, -6.0]), {})
    assert (count.low, count.best, count.high) == (2, 3, 3)
    assert [doubt.left for doubt in count.doubts] == [("a1",)]


def test_many_small_doubts_that_make_a_range_name_the_greatest() -> None:
    count = count_lines(1, tree([1.5, 1.4, 1.5, 1.6]), {})
    assert (count.low, count.best, count.high) == (1, 1, 2)
    assert [doubt.left for doubt in count.doubts] == [("a1",)]


def test_several_lines_of_one_agency_may_be_one_report() -> None:
    count = count_lines(3, tree([-6.0, -6.0]), {"unseen AP report": 3})
    assert (count.low, count.best, count.high) == (2, 3, 3)
    assert count.reasons == ("3 lines rest on an unseen AP report: it may be one report",)


def test_only_merges_that_may_be_otherwise_are_doubts() -> None:
    (doubt,) = doubts_of(tree([7.0, 0.0, -6.0]))
    assert (doubt.left, doubt.right) == (("a1",), ("b1",))
    assert doubt.chance == pytest.approx(chance_of(0.0), abs=0.001)
