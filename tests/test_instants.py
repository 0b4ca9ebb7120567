"""Which of two times is later, over zones and without guessing."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.text.instants import is_later, order_of

TIMES = st.one_of(
    st.just(""),
    st.dates(datetime.date(1990, 1, 1), datetime.date(2090, 1, 1)).map(datetime.date.isoformat),
    st.datetimes(
        datetime.datetime(1990, 1, 1),
        datetime.datetime(2090, 1, 1),
        timezones=st.sampled_from([datetime.timezone(datetime.timedelta(hours=hours)) for hours in (-9, 0, 3, 12)]),
    ).map(lambda instant: instant.isoformat(timespec="seconds")),
)


def test_a_later_clock_in_an_eastern_zone_may_be_the_earlier_instant() -> None:
    assert is_later("2031-03-11T06:00:00+00:00", "2031-03-11T07:00:00+03:00")
    assert not is_later("2031-03-11T07:00:00+03:00", "2031-03-11T06:00:00+00:00")


def test_a_day_and_an_instant_of_that_day_have_no_order() -> None:
    assert not is_later("2031-03-11T23:00:00+00:00", "2031-03-11")
    assert not is_later("2031-03-11", "2031-03-11T00:10:00+00:00")


def test_the_next_day_is_later_than_an_instant_of_the_day_before() -> None:
    assert is_later("2031-03-12", "2031-03-11T23:00:00+00:00")


@pytest.mark.parametrize("time", ["", "2031-03-11", "2031-03-11T23:00:00+00:00"])
def test_what_states_no_time_is_neither_earlier_nor_later(time: str) -> None:
    assert not is_later(time, "")
    assert not is_later("", time)


@given(TIMES, TIMES)
def test_of_two_times_at_most_one_is_later(one: str, other: str) -> None:
    assert not (is_later(one, other) and is_later(other, one))


@given(st.lists(TIMES))
def test_every_mixture_of_times_can_be_sorted_with_the_unknown_first(times: list[str]) -> None:
    ranked = sorted(times, key=order_of)
    assert ranked[: times.count("")] == [""] * times.count("")
