"""Hard cases of when: zones, updates, corrections, and events that only look like one. All is fiction."""

from __future__ import annotations

import pytest
from findings_cases import DAY, case, told

from headwater.types import ConflictKind, Status

TOLL = "The blast in Varnholt killed {} people on Monday."
HOURS = (f"{DAY}T08:00:00+00:00", f"{DAY}T12:00:00+00:00", f"{DAY}T18:00:00+00:00")
RAID = "Raiders attacked the mill in Varnholt {}."

# Each row: two lines whose days or hours exclude each other.
APART = [
    case("Monday and Wednesday", RAID.format("on Monday"), RAID.format("on Wednesday")),
    case("two dates", RAID.format("on March 9"), RAID.format("on March 10")),
    case("two months", "The mill in Varnholt was built in May 2019.", "The mill in Varnholt was built in July 2019."),
    case("a month of another year", "The mill in Varnholt was built in 2018.", "The mill in Varnholt was built in "
         "May 2019."),
    case("two hours", RAID.format("at 8 p.m. on Monday"), RAID.format("at 5 a.m. on Monday")),
    case("what is to come", "The council in Tarrow will vote on the plan on Friday.", "The council in Tarrow will "
         "vote on the plan on Sunday."),
]  # fmt: skip

# Each row: two lines that can mean one time, or that speak of two events.
ONE_TIME = [
    case("local time and GMT", "Raiders attacked the mill in Varnholt at 1 a.m. local time on Tuesday.", "Raiders "
         "attacked the mill in Varnholt at 2200 GMT on Monday."),
    case("the UTC date beside the local one", "Raiders attacked the mill in Varnholt shortly after midnight on "
         "Tuesday (2230 UTC on Monday).", RAID.format("on Monday")),
    case("the night between", RAID.format("overnight from Monday to Tuesday"), RAID.format("early on Tuesday")),
    case("late and early", RAID.format("late on Monday night"), RAID.format("in the early hours of Tuesday")),
    case("a weekday and its date", RAID.format("on Monday"), RAID.format("on March 10")),
    case("yesterday", RAID.format("yesterday"), RAID.format("on Monday")),
    case("the hour in figures", RAID.format("at 8 p.m. on Monday"), RAID.format("at 20:00 on Monday")),
    case("the evening", RAID.format("at 8 p.m. on Monday"), RAID.format("on Monday evening")),
    case("around the hour", RAID.format("at 8 p.m. on Monday"), RAID.format("around 8:15 p.m. on Monday")),
    case("a year and its month", "The mill in Varnholt was built in 2019.", "The mill in Varnholt was built in May "
         "2019."),
    case("two events of one story", RAID.format("on Monday"), "Police arrested two raiders in Varnholt on Tuesday."),
    case("planned and held", "The council in Tarrow planned to vote on the plan on Friday.", "The council in Tarrow "
         "voted on the plan on Sunday."),
    case("two shootings of one town a week apart", "A gunman killed three people at a mill in Varnholt on March 3.",
         "A gunman killed five people at a mill in Varnholt on March 10."),
    case("the shooting of last year", "A gunman killed three people at the mill in Varnholt on Monday.", "In March "
         "last year a gunman killed five people at the mill in Varnholt."),
    case("the first raid and the second", "The first raid on Varnholt, on Saturday, killed two people.", "The "
         "second raid on Varnholt, on Monday, killed nine people."),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), APART)
def test_days_that_exclude_each_other_are_a_conflict_of_dates(one: str, other: str) -> None:
    assert len(told(one, other).of(ConflictKind.DATE)) == 1


@pytest.mark.parametrize(("one", "other"), ONE_TIME)
def test_one_time_told_in_two_ways_or_two_events_are_no_conflict(one: str, other: str) -> None:
    assert told(one, other).conflicts == ()


def test_two_shootings_of_one_town_are_two_figures() -> None:
    story = told(
        "A gunman killed three people at a mill in Varnholt on March 3.",
        "A gunman killed five people at a mill in Varnholt on March 10.",
    )
    assert sorted(one.best for one in story.read.figures if one.role == "killed") == [3, 5]
    assert story.statement("killed", "a").lines.best == 1


# --- what rises and what is taken back -------------------------------------------------------------------------------


def test_a_toll_that_rises_through_the_day_is_updated_and_no_conflict() -> None:
    story = told(TOLL.format(10), TOLL.format(12), TOLL.format(14), published=HOURS)
    assert story.conflicts == ()
    assert Status.UPDATED in story.statuses("killed", "a")
    figure = story.figure("killed")
    assert (figure.low, figure.best, figure.high) == (10, 14, 14)


def test_of_a_toll_that_rose_the_latest_stands_however_many_lines_told_the_first() -> None:
    story = told(TOLL.format(10), TOLL.format(10), TOLL.format(14), published=(HOURS[0], HOURS[0], HOURS[2]))
    assert story.conflicts == ()
    assert story.figure("killed").best == 14


def test_as_of_in_the_words_counts_before_the_hour_of_publication() -> None:
    story = told(
        "As of Monday evening, 10 people had died in the blast in Varnholt.",
        "By Tuesday morning, 14 people had died in the blast in Varnholt.",
    )
    assert story.conflicts == ()
    assert story.figure("killed").best == 14


CORRECTIONS = [
    case("revised down", "Officials revised the number of people killed in Monday's blast in Varnholt down to 10 "
         "from 12."),
    case("lowered", "Officials on Tuesday lowered the toll of the blast in Varnholt from 12 to 10."),
    case("put it earlier at", "The blast in Varnholt killed 10 people on Monday, not 12 as officials had said "
         "earlier."),
    case("corrects", "CORRECTION: The blast in Varnholt killed 10 people on Monday. An earlier report put the toll "
         "at 12."),
]  # fmt: skip


@pytest.mark.parametrize("correction", CORRECTIONS)
def test_a_correction_downwards_that_says_so_is_an_update_and_no_conflict(correction: str) -> None:
    story = told(TOLL.format(12), correction, published=(HOURS[0], HOURS[2]))
    assert story.conflicts == ()
    assert story.figure("killed").best == 10


def test_a_lower_number_later_that_corrects_nothing_is_a_conflict() -> None:
    story = told(TOLL.format(12), TOLL.format(10), published=(HOURS[0], HOURS[2]))
    assert story.said(ConflictKind.QUANTITY) == [{"12", "10"}]


def test_an_article_that_tells_the_earlier_toll_too_does_not_conflict_with_it() -> None:
    later = f"{TOLL.format(14)} Officials had earlier put the toll at 10."
    assert told(TOLL.format(14), later).conflicts == ()
    assert told(TOLL.format(10), later, published=(HOURS[0], HOURS[2])).conflicts == ()


def test_what_had_not_happened_yet_and_then_did_is_no_conflict() -> None:
    story = told(
        "Police in Tarrow have not yet arrested anyone over the raid.",
        "Police in Tarrow arrested four men over the raid.",
        published=(HOURS[0], "2031-03-12"),
    )
    assert story.conflicts == ()


def test_the_number_of_things_does_not_rise_like_a_toll() -> None:
    boats = "Raiders attacked the mill in Varnholt with {} boats on Monday."
    story = told(boats.format("two"), boats.format("five"), published=(HOURS[0], HOURS[2]))
    assert story.said(ConflictKind.QUANTITY) == [{"two", "five"}]


def test_the_event_stands_on_its_day_with_both_lines() -> None:
    story = told(RAID.format("on Monday"), RAID.format("on March 10"), "The council met in Varnholt on Tuesday.")
    moments = {one.first: one.lines for one in story.read.timeline}
    assert moments == {"2031-03-10": 2, "2031-03-11": 1}


def test_the_local_day_is_the_day_of_the_event_not_that_of_utc() -> None:
    story = told(
        "Raiders attacked the mill in Varnholt at 1 a.m. on Tuesday (2200 GMT on Monday).", published="2031-03-12"
    )
    assert "2031-03-11" in {one.first for one in story.read.timeline}
