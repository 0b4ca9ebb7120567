"""Dates set beside each other: what "late 2019" excludes. All texts are invented."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.testing.reading import read_story
from headwater.text.dates import are_apart, days_meant, find_dates
from headwater.types import Article, Date, Granularity, Span

SUNDAY = datetime.date(2021, 11, 7)


def one(words: str) -> Date:
    """The one date of the words."""
    (date,) = find_dates(Article(id="a", text=f"In {words} .", name="a.txt"), (), SUNDAY)
    return date


APART = [
    ("late 2019", "March 2019"),
    ("late 2019", "early 2019"),
    ("early March 2019", "March 28, 2019"),
    ("the early 1990s", "1998"),
    ("earlier this year", "December 2021"),
    ("later this year", "May 2021"),
    ("2018", "2019"),
    ("early 2020", "late 2019"),
    ("about two years ago", "2012"),
]
TOGETHER = [
    ("late 2019", "July 2019"),
    ("late 2019", "2019"),
    ("mid-2019", "April 2019"),
    ("mid-2019", "September 2019"),
    ("early 2019", "June 2019"),
    ("late 2019", "mid-2019"),
    ("earlier this year", "May 2021"),
    ("about two years ago", "2020"),
    ("nearly a month ago", "October 10, 2021"),
    ("more than forty years ago", "1975"),
    ("less than ten years ago", "2015"),
]


@pytest.mark.parametrize(("here", "there"), APART)
def test_dates_that_exclude_each_other_are_apart(here: str, there: str) -> None:
    assert are_apart(one(here), one(there))
    assert are_apart(one(there), one(here))


@pytest.mark.parametrize(("here", "there"), TOGETHER)
def test_dates_that_can_be_one_are_not_apart(here: str, there: str) -> None:
    assert not are_apart(one(here), one(there))


def test_the_interval_of_a_date_keeps_the_whole_unit() -> None:
    date = one("late 2019")
    assert (date.first, date.last, date.modifier) == ("2019-01-01", "2019-12-31", "end")
    assert days_meant(date) == (datetime.date(2019, 7, 2), datetime.date(2019, 12, 31))


def test_a_day_has_no_early_part_of_its_own() -> None:
    assert days_meant(one("early Friday")) == (datetime.date(2021, 11, 5), datetime.date(2021, 11, 5))


def test_what_lies_nowhere_means_no_days() -> None:
    assert days_meant(one("three weeks")) is None


def _conflicts(*texts: str) -> list[tuple[str, ...]]:
    story = read_story({chr(ord("a") + number): text for number, text in enumerate(texts)}, published="2031-03-11")
    return [tuple(side.value for side in conflict.sides) for conflict in story.conflicts]


def test_lines_that_put_one_event_late_and_early_in_a_year_conflict() -> None:
    raid = "Gunmen raided the old mill in Varnholt in {} 2029."
    assert _conflicts(raid.format("late"), raid.format("early")) == [("2029 (end)", "2029 (start)")]


def test_a_month_outside_the_late_part_of_the_year_conflicts_and_one_inside_does_not() -> None:
    raid = "Gunmen raided the old mill in Varnholt in {} 2029."
    assert len(_conflicts(raid.format("late"), raid.format("March"))) == 1
    assert _conflicts(raid.format("late"), raid.format("August")) == []
    assert _conflicts("Gunmen raided the old mill in Varnholt in 2029.", raid.format("March")) == []


_MODIFIERS = st.sampled_from(["", "start", "mid", "end", "approx", "before", "after", "more", "less"])


@given(st.dates(), st.integers(0, 4000), _MODIFIERS)
def test_what_is_meant_runs_forward_and_is_never_apart_from_itself(
    first: datetime.date, length: int, modifier: str
) -> None:
    last = min(first, datetime.date.max - datetime.timedelta(days=length)) + datetime.timedelta(days=length)
    span = Span("a", 0, 1)
    date = Date(span, "2019", "DATE", Granularity.SPAN, str(min(first, last)), str(last), str(last), modifier)
    meant = days_meant(date)
    assert meant is None or meant[0] <= meant[1]
    assert not are_apart(date, date)
