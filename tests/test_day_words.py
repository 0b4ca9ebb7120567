"""Days in words: one way of saying them, whatever the locale."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.text.day_words import said_day, said_days, with_days_said
from headwater.types import Granularity


@pytest.mark.parametrize(
    ("iso", "words"),
    [
        ("2031-03-10", "10 March 2031"),
        ("2031-03-10T21:15:00Z", "10 March 2031, 21:15 UTC"),
        ("2031-03-10T21:15:00+03:00", "10 March 2031, 21:15 UTC+03:00"),
        ("2031-03-10T21:15", "10 March 2031, 21:15"),
        ("last spring", "last spring"),
    ],
)
def test_days_are_said_in_english_whatever_the_locale(iso: str, words: str) -> None:
    assert said_day(iso) == words


@pytest.mark.parametrize(
    ("first", "last", "granularity", "words"),
    [
        ("1974-01-01", "1974-12-31", Granularity.YEAR, "1974"),
        ("2031-03-01", "2031-03-31", Granularity.MONTH, "March 2031"),
        ("2031-03-10", "2031-03-10", Granularity.DAY, "10 March 2031"),
        ("2031-10-05", "2031-10-07", Granularity.SPAN, "5 to 7 October 2031"),
        ("2031-09-28", "2031-10-07", Granularity.SPAN, "28 September to 7 October 2031"),
        ("2030-12-31", "2031-01-01", Granularity.SPAN, "31 December 2030 to 1 January 2031"),
        ("1970-01-01", "1979-12-31", Granularity.DECADE, "the 1970s"),
    ],
)
def test_a_stretch_of_days_is_said_as_finely_as_it_is_known(
    first: str, last: str, granularity: Granularity, words: str
) -> None:
    assert said_days(first, last, granularity) == words


@given(st.dates())
def test_every_day_can_be_said(date: datetime.date) -> None:
    assert said_day(date.isoformat()).endswith(str(date.year))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("another date: 2031-03-08 against 2031-03-18", "another date: 8 March 2031 against 18 March 2031"),
        ("2031-05 against June", "May 2031 against June"),
        ("as of 2031-03-10T21:15:00Z.", "as of 10 March 2031, 21:15 UTC."),
        (
            "no day: 2031-13-40, 12031-01-01, file-2031-03-08.txt",
            "no day: 2031-13-40, 12031-01-01, file-2031-03-08.txt",
        ),
    ],
)
def test_iso_days_in_a_text_are_said_in_words_and_nothing_else_is(text: str, said: str) -> None:
    assert with_days_said(text) == said
