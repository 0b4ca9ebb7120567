"""The chart of a figure: places of its values, what is open upwards, what the rule makes of them. All is fiction."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from headwater.evidence import cite
from headwater.figures import under
from headwater.render.pictures.chart import Chart, chart_of
from headwater.testing.factories import make_brief
from headwater.types import Brief, Figure, FigureValue, Quantity, Span

BRIEF = make_brief()
SPAN = Span(BRIEF.articles[0].id, 0, 3)


def value(
    low: float, high: float | None = None, as_of: str = "2031-03-11", line: int = 0, **more: object
) -> FigureValue:
    line_id = BRIEF.stemma.lines[line].id
    quantity = Quantity(SPAN, low, low if high is None else high, low, "people")
    made = FigureValue("c", quantity, line_id, BRIEF.articles[0].id, as_of=as_of)
    return replace(made, **more)


def drawn(*values: FigureValue, width: int = 620) -> Chart:
    figure = Figure("f1", "killed", cite("people killed", [SPAN]), "", values, 0, 0, 0, "")
    chart = chart_of(BRIEF, under([figure], "majority")[0], "f", width)
    assert chart is not None
    return chart


def test_later_stands_further_right_and_more_stands_higher() -> None:
    first, second = drawn(value(4, as_of="2031-03-11"), value(6, as_of="2031-03-13")).points
    assert second.x > first.x
    assert second.y < first.y


def test_at_least_is_open_upwards_and_dozens_is_a_bar() -> None:
    exact, least, dozens = drawn(value(4), value(2, float("inf")), value(24, 99)).points
    assert not exact.endless
    assert exact.top == exact.low == exact.y
    assert least.endless
    assert least.top < dozens.top < dozens.low


def test_copies_are_hollow_and_what_was_overtaken_is_struck() -> None:
    copied, old, weak = drawn(value(4, derived=True), value(3, overtaken="by 4"), value(1, weak="no count")).points
    assert copied.copied
    assert not copied.faded
    assert old.faded
    assert weak.faded
    assert "by 4" in old.told


def test_low_best_and_high_are_said_apart_and_equal_ones_together() -> None:
    bounds = drawn(value(4), value(4, line=1), value(6, line=2)).bounds
    assert [(bound.name, bound.said) for bound in bounds] == [("high", "high 6"), ("best", "best, low 4")]
    assert all(other.said_y - one.said_y >= 13 for one, other in itertools.pairwise(bounds))


def test_what_says_no_day_has_a_place_of_its_own() -> None:
    chart = drawn(value(4), value(5, as_of=""))
    assert chart.undated == chart.points[1].x
    assert chart.points[1].x < chart.points[0].x
    assert "no day said" in chart.points[1].told


@pytest.mark.parametrize("values", [(value(4),), (value(4, as_of=""), value(5, as_of=""))])
def test_one_value_or_none_with_a_day_makes_no_chart(values: tuple[FigureValue, ...]) -> None:
    figure = Figure("f1", "killed", cite("people killed", [SPAN]), "", values, 0, 0, 0, "")
    assert chart_of(BRIEF, under([figure], "majority")[0], "f", 620) is None


def test_numbers_of_many_orders_are_drawn_by_their_powers() -> None:
    chart = drawn(value(4), value(90), value(12_000))
    assert [level.label for level in chart.levels] == ["10", "100", "1,000", "10,000"]
    assert [point.y for point in chart.points] == sorted((point.y for point in chart.points), reverse=True)


_VALUES = st.lists(
    st.builds(
        lambda low, more, day, line: value(
            low, low + more, day and f"2031-03-{day:02}", line % len(BRIEF.stemma.lines)
        ),
        st.integers(0, 5000),
        st.sampled_from([0.0, 0.0, 7.0, float("inf")]),
        st.one_of(st.just(""), st.integers(1, 28)),
        st.integers(0, 5),
    ),
    min_size=2,
    max_size=12,
)


@given(_VALUES)
@settings(max_examples=150, deadline=None)
def test_whatever_the_values_no_point_covers_another_or_the_bar_of_another(values: list[FigureValue]) -> None:
    if not any(each.as_of for each in values):
        return
    chart = drawn(*values)
    for one, other in itertools.combinations(chart.points, 2):
        beside = abs(one.x - other.x) >= 23.9
        apart = max(one.low, one.y) + 11 <= min(other.top, other.y) or max(other.low, other.y) + 11 <= min(
            one.top, one.y
        )
        assert beside or apart
    assert all(0 <= point.y <= chart.foot and point.top <= point.low for point in chart.points)
    assert all(0 <= level.y <= chart.foot for level in chart.levels)


def test_the_same_figures_make_the_same_chart() -> None:
    brief: Brief = make_brief()
    made = [chart_of(brief, figure, "f", 340) for figure in brief.figures]
    assert made == [chart_of(make_brief(), figure, "f", 340) for figure in make_brief().figures]
    assert any(made)
