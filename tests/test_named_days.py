"""Days that a text names. All texts are invented."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.text.named_days import named_days

READ = datetime.date(2026, 11, 22)


def _likely(text: str, read: datetime.date = READ) -> str:
    found = named_days(text, read).likely
    return found.isoformat() if found else ""


def _years(text: str) -> list[int]:
    return sorted(day.year for day in named_days(text, READ).days)


@pytest.mark.parametrize(
    ("text", "likely"),
    [
        ("PORT ELLIN, April 14 (Invented News) - A ferry sank.", "2026-04-14"),
        ("PORT ELLIN, April 14, 2021 (Invented News) - A ferry sank.", "2021-04-14"),
        ("A ferry sank off Port Ellin on Sunday, April 14.", "2024-04-14"),
        ("A ferry sank off Port Ellin on Friday, 3 May.", "2024-05-03"),
        ("On 14th of April 2019 a ferry sank.", "2019-04-14"),
        ("Updated 2019-04-14: a ferry sank.", "2019-04-14"),
        ("A ferry sank. It was built after the fire of April 12.", ""),
        ("A ferry sank.", ""),
        ("The hearing is set for May 3, 2031.", ""),
        ("He is 30 Feb 2020 in no calendar.", ""),
        ("She may 3 times a day.", ""),
    ],
)
def test_the_day_of_what_is_news_is_told_from_its_background(text: str, likely: str) -> None:
    assert _likely(text) == likely


def test_a_whole_date_far_down_is_background() -> None:
    text = "A ferry sank. " * 60 + "It was launched on March 8, 1994."
    assert (_likely(text), _years(text)) == ("", [1994])


def test_a_year_left_out_is_none_before_one_that_the_text_tells() -> None:
    assert _years("The pier closed in 2023. On April 12 it fell.") == [2023, 2024, 2025, 2026]
    assert _years("Some 2023 people came, and $2,021 was paid. On April 12 the pier fell.") == list(range(2014, 2027))


def test_a_day_of_the_week_tells_the_year() -> None:
    assert _years("On Sunday, April 14, the pier fell.") == [2019, 2024]


def test_only_the_first_three_days_are_thought_of() -> None:
    text = "It rained on April 1, 2020, May 2, 2020, June 3, 2020 and July 4, 2020."
    assert [day.month for day in named_days(text, READ).days] == [6, 5, 4]


@given(st.text(max_size=200), st.dates(datetime.date(1990, 1, 1), datetime.date(2090, 1, 1)))
def test_no_day_is_named_that_is_yet_to_come(noise: str, read: datetime.date) -> None:
    found = named_days(f"{noise} On Sunday, April 14, and on December 31 it rained. {noise}", read)
    assert all(day <= read + datetime.timedelta(days=1) for day in found.days)
    assert list(found.days) == sorted(set(found.days), reverse=True)
    assert found.likely is None or found.likely in found.days
    assert len(found.days) <= 39
