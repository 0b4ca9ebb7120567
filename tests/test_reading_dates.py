"""Hard cases of when: each sentence with the days that a careful reader would say it means. All is fiction."""

from __future__ import annotations

from typing import Any

import pytest
from reading_cases import FRIDAY, MONDAY, SUNDAY, case, document, said, warm, words

from headwater.text.dates import find_dates
from headwater.types import Date


def on(published: str, text: str, phrase: str, first: str, last: str = "", still: str = "") -> Any:
    """A sentence, when it was published, and the days its date means: one day if no last is given."""
    return case(f"{text} (published {published})", text, published, phrase, first, last or first, still=still)


# Each row: day of publication, text, the words of a date, first and last day.
DAYS = [
    # a weekday named on that weekday, and the days around it
    on(FRIDAY, "The mayor resigned on Friday.", "Friday", FRIDAY),
    on(FRIDAY, "The mayor will speak on Friday evening.", "Friday evening", FRIDAY),
    on(FRIDAY, "The mayor resigned last Friday.", "last Friday", "2021-10-29"),
    on(FRIDAY, "The mayor will speak next Friday.", "next Friday", "2021-11-12"),
    on(FRIDAY, "The mayor resigned on Thursday.", "Thursday", "2021-11-04"),
    on(FRIDAY, "The court will sit on Monday.", "Monday", "2021-11-08"),
    on(MONDAY, "The ferry sank last Sunday.", "last Sunday", SUNDAY),
    on(MONDAY, "The ferry sank on Sunday.", "Sunday", SUNDAY),
    on(MONDAY, "The ferry will sail on Sunday.", "Sunday", "2021-11-14"),
    on(MONDAY, "The ferry sank on Tuesday.", "Tuesday", "2021-11-02"),
    on(MONDAY, "The court will sit this Friday.", "this Friday", "2021-11-12"),
    on(MONDAY, "The court will sit on Friday next week.", "Friday next week", "2021-11-19"),
    on(
        MONDAY,
        "They have to leave by Friday.",
        "Friday",
        "2021-11-12",
    ),
    on(MONDAY, "A hearing is set for Friday.", "Friday", "2021-11-12"),
    on(MONDAY, "The court will hear who sank the ferry on Sunday.", "Sunday", SUNDAY),
    # midnight UTC
    on("2021-11-08T00:10:00+00:00", "The mayor resigned today.", "today", MONDAY),
    on("2021-11-08T00:10:00+00:00", "The mayor resigned yesterday.", "yesterday", SUNDAY),
    on("2021-11-08T00:10:00+00:00", "The ferry sank on Sunday.", "Sunday", SUNDAY),
    on("2021-11-07T23:55:00+00:00", "The mayor resigned today.", "today", SUNDAY),
    on("2021-11-08T00:10:00+02:00", "The mayor resigned today.", "today", MONDAY),
    # anniversaries and stretches counted back
    on(SUNDAY, "The ferry sank a year ago today.", "a year ago today", "2020-11-07"),
    on("2024-02-29", "The ferry sank a year ago today.", "a year ago today", "2023-02-28"),
    on(
        SUNDAY,
        "The ferry sank two years ago this month.",
        "two years ago this month",
        "2019-11-01",
        "2019-11-30",
        still='"two years ago this month" is not the month',
    ),
    on(SUNDAY, "The ferry sank a fortnight ago.", "a fortnight ago", "2021-10-18", "2021-10-24"),
    on(
        SUNDAY,
        "The ferry sank a decade ago.",
        "a decade ago",
        "2011-01-01",
        "2011-12-31",
    ),
    on(SUNDAY, "Prices doubled over the past decade.", "the past decade", "2011-11-07", SUNDAY),
    on(SUNDAY, "It rained for the last three days.", "the last three days", "2021-11-04", SUNDAY),
    on(SUNDAY, "Rain is expected in the coming week.", "the coming week", "2021-11-08", "2021-11-14"),
    on(SUNDAY, "The ferry sank 10 days ago.", "10 days ago", "2021-10-28"),
    on("2022-01-03", "The ferry sank five days ago.", "five days ago", "2021-12-29"),
    on("2022-01-03", "The ferry sank last month.", "last month", "2021-12-01", "2021-12-31"),
    on("2022-01-03", "The ferry sank last year.", "last year", "2021-01-01", "2021-12-31"),
    on(SUNDAY, "The ferry sank nearly a month ago.", "nearly a month ago", "2021-10-01", "2021-10-31"),
    # May and March
    on(SUNDAY, "The ferry sank in May.", "May", "2021-05-01", "2021-05-31"),
    on(SUNDAY, "It may sink in May.", "May", "2022-05-01", "2022-05-31"),
    on(SUNDAY, "The march in March drew a crowd.", "March", "2021-03-01", "2021-03-31"),
    on(SUNDAY, "Ms. May resigned in May.", "May", "2021-05-01", "2021-05-31"),
    on(SUNDAY, "The ferry sank last May.", "last May", "2021-05-01", "2021-05-31"),
    on(SUNDAY, "The ferry will sail next May.", "next May", "2022-05-01", "2022-05-31"),
    on(SUNDAY, "The ferry sank in May last year.", "May last year", "2020-05-01", "2020-05-31"),
    on(SUNDAY, "May 2019 was wet.", "May 2019", "2019-05-01", "2019-05-31"),
    on(SUNDAY, "The March 5 vote was close.", "March 5", "2021-03-05"),
    # parts of days
    on(MONDAY, "The ferry sank early Sunday.", "early Sunday", SUNDAY),
    on(MONDAY, "The ferry sank early on Sunday.", "early on Sunday", SUNDAY),
    on(
        MONDAY,
        "It sank in the small hours of Sunday.",
        "the small hours of Sunday",
        SUNDAY,
        still='"the small hours of" are unknown',
    ),
    on(MONDAY, "The ferry sank Saturday night.", "Saturday night", "2021-11-06"),
    on(MONDAY, "The ferry sank late Saturday.", "late Saturday", "2021-11-06"),
    on(MONDAY, "The ferry sank at 3:40 a.m. on Sunday.", "3:40 a.m. on Sunday", SUNDAY),
    # calendar forms
    on(MONDAY, "The ferry sank on 7 November 2021.", "7 November 2021", SUNDAY),
    on(MONDAY, "The ferry sank on Sunday, Nov. 7.", "Sunday, Nov. 7", SUNDAY),
    on(MONDAY, "The ferry sank on the 7th of November.", "the 7th of November", SUNDAY),
    on(SUNDAY, "The ferry will sail on Jan. 5.", "Jan. 5", "2022-01-05"),
    on("2022-01-03", "The ferry sank on Dec. 24.", "Dec. 24", "2021-12-24"),
    on(MONDAY, "The log of 2021-11-07 is lost.", "2021-11-07", SUNDAY),
    on(SUNDAY, "The ferry sank on 27.10.2021.", "27.10.2021", "2021-10-27"),
    # months, seasons, years, decades, fiscal years
    on(SUNDAY, "The ferry was built in late 2019.", "late 2019", "2019-01-01", "2019-12-31"),
    on(SUNDAY, "The ferry was built in mid-2018.", "mid-2018", "2018-01-01", "2018-12-31"),
    on(SUNDAY, "The ferry was built in the 1980s.", "the 1980s", "1980-01-01", "1989-12-31"),
    on(SUNDAY, "It was built in the early 1980s.", "the early 1980s", "1980-01-01", "1989-12-31"),
    on(
        SUNDAY,
        "It was built in the nineties.",
        "the nineties",
        "1990-01-01",
        "1999-12-31",
    ),
    on(SUNDAY, "The ferry sank last summer.", "last summer", "2021-06-01", "2021-08-31"),
    on(SUNDAY, "The ferry sank in the spring of 2019.", "the spring of 2019", "2019-03-01", "2019-05-31"),
    on(SUNDAY, "The ferry sank in spring 2019.", "spring 2019", "2019-03-01", "2019-05-31"),
    on(SUNDAY, "Traffic fell in the first quarter of 2019.", "the first quarter of 2019", "2019-01-01", "2019-03-31"),
    on(SUNDAY, "The ferry sank earlier this year.", "earlier this year", "2021-01-01", "2021-12-31"),
    on(SUNDAY, "The ferry has sailed since 2003.", "2003", "2003-01-01", "2003-12-31"),
    on(SUNDAY, "The pier dates from the 18th century.", "the 18th century", "1700-01-01", "1799-12-31"),
    on(SUNDAY, "The ferry was sold at the end of last year.", "the end of last year", "2020-01-01", "2020-12-31"),
    # ranges
    on(SUNDAY, "The ferry was shut from March to May.", "March to May", "2021-03-01", "2021-05-31"),
    on(
        SUNDAY,
        "It happened between May 3 and May 9.",
        "May 3 and May 9",
        "2021-05-03",
        "2021-05-09",
        still='"between X and Y" of two full dates is no range',
    ),
    on(SUNDAY, "The fair ran May 3-9.", "May 3-9", "2021-05-03", "2021-05-09"),
    on(SUNDAY, "The fair ran 3–9 May 2020.", "3–9 May 2020", "2020-05-03", "2020-05-09"),
    on(SUNDAY, "She was mayor from 2009 to 2014.", "2009 to 2014", "2009-01-01", "2014-12-31"),
    on(SUNDAY, "The drought of 2009–2014 was the worst.", "2009–2014", "2009-01-01", "2014-12-31"),
    on(MONDAY, "The ferry sank over the weekend.", "the weekend", "2021-11-06", "2021-11-07"),
]

# Each row: text, the words of a time that lies nowhere on the calendar, TIMEX3 value and kind.
NOWHERE = [
    said("The ferry sails every Friday.", "every Friday", "XXXX-WXX-5", "SET"),
    said("The ferry sails on Fridays.", "Fridays", "XXXX-WXX-5", "SET"),
    said("The ferry sails twice a week.", "twice a week", "P1W", "SET"),
    said("The ferry is painted each year.", "each year", "P1Y", "SET"),
    said("The crossing took two and a half hours.", "two and a half hours", "PT2H30M", "DURATION"),
    said("The 12-hour crossing was rough.", "12-hour", "PT12H", "DURATION"),
    said("They had asked for years.", "years", "PXY", "DURATION"),
    said("She got 15 years in prison.", "15 years", "P15Y", "DURATION"),
]

NONE = [
    said("The ferry may sink."),
    said("Clara May sold the ferry to Ms. May."),
    said("Otto March sold the ferry."),
    said("They march to the pier."),
    said("April Holt sold the ferry."),
    said("August Holt sold the ferry."),
    said("The office is at 1984 Alder Street."),
    said("The ferry cost $2019."),
    said("Some 2019 people came."),
    said("Tarrow won 10-3 at home."),
    said("About 3/4 of the hull was gone."),
    said("A Boeing 1900 flew over the pier.", still="the number of an aircraft type is a year"),
    said("Ilka Morn, 54, sold the ferry."),
    said("Call 555-0199 about the ferry."),
    said("The second ferry was faster."),
    said("The sun was hot."),
    said("Prices fall and spring back."),
    said("Flight 2020 was late."),
]

# Each row: text with a dateline, day of publication, the words of a date, its day.
DATELINED = [
    case(
        "a copy put out the day after counts from the dateline's day",
        "TARROW, Nov. 5 (Reuters) - The ferry sank on Friday.",
        SUNDAY,
        "Friday",
        FRIDAY,
    ),
    case(
        "today in a report with a dateline is the dateline's day",
        "TARROW, Nov. 5 (Reuters) - The mayor resigned today.",
        SUNDAY,
        "today",
        FRIDAY,
    ),
    case(
        "a dateline without a day leaves publication as the anchor",
        "TARROW (AP) — The ferry sank on Friday.",
        SUNDAY,
        "Friday",
        FRIDAY,
    ),
]

# Each row: text, all dates of it as (words, first, last), in order. Published on Sunday 7 November 2021.
TOGETHER = [
    case(
        "two tenses of one sentence have their own Fridays",
        "The mayor, who resigned on Friday, will be in court next Friday.",
        [("Friday", FRIDAY, FRIDAY), ("next Friday", "2021-11-12", "2021-11-12")],
    ),
    case(
        "the day after a date counts from it",
        "The ferry sank on October 20. The next day the port was shut.",
        [("October 20", "2021-10-20", "2021-10-20"), ("The next day", "2021-10-21", "2021-10-21")],
    ),
    case(
        "the same month is the one spoken of",
        "She was hired in May 2014 and left the same month.",
        [("May 2014", "2014-05-01", "2014-05-31"), ("the same month", "2014-05-01", "2014-05-31")],
    ),
    case(
        "a year later counts from the year spoken of",
        "The pier was built in 1999 and burned a year later.",
        [("1999", "1999-01-01", "1999-12-31"), ("a year later", "2000-01-01", "2000-12-31")],
    ),
    case(
        "a week earlier is the week before the day spoken of",
        "The ferry sank on October 20. A week earlier it had been painted.",
        [("October 20", "2021-10-20", "2021-10-20"), ("A week earlier", "2021-10-11", "2021-10-17")],
    ),
]


@pytest.fixture(scope="module", autouse=True)
def _parsed() -> None:
    warm([DAYS, NOWHERE, NONE, DATELINED, TOGETHER])


def dated(text: str, published: str = SUNDAY) -> dict[str, Date]:
    """The dates of a text by their words."""
    return {words(text, date.span): date for date in document(text, published).dates}


@pytest.mark.parametrize(("text", "published", "phrase", "first", "last"), DAYS)
def test_a_date_means_its_days(text: str, published: str, phrase: str, first: str, last: str) -> None:
    assert {said: (date.first, date.last) for said, date in dated(text, published).items()} == {phrase: (first, last)}


@pytest.mark.parametrize(("text", "phrase", "value", "kind"), NOWHERE)
def test_what_lies_nowhere_on_the_calendar_has_no_days(text: str, phrase: str, value: str, kind: str) -> None:
    assert {said: (date.value, date.kind, date.first) for said, date in dated(text).items()} == {
        phrase: (value, kind, None)
    }


@pytest.mark.parametrize("text", NONE)
def test_words_that_only_look_like_dates_are_none(text: str) -> None:
    assert list(dated(text)) == []


@pytest.mark.parametrize(("text", "published", "phrase", "day"), DATELINED)
def test_a_dateline_with_its_day_is_the_anchor(text: str, published: str, phrase: str, day: str) -> None:
    date = dated(text, published)[phrase]
    assert (date.first, date.last) == (day, day)


@pytest.mark.parametrize(("text", "expected"), TOGETHER)
def test_dates_of_one_text_count_from_each_other(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert [(words(text, date.span), date.first, date.last) for date in document(text).dates] == expected


def test_without_publication_a_weekday_has_no_day() -> None:
    read = document("The ferry sank on Friday.", "")
    assert [(date.first, date.last) for date in find_dates(read.article, read.tokens, None)] == [(None, None)]
