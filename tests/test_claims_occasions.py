"""When a claim happened, by its own words or by those before it. All people and places are invented."""

from __future__ import annotations

import pytest

from headwater.testing.reading import read_story

PUBLISHED = "2031-03-11"  # a Tuesday
MONDAY, SUNDAY = "2031-03-10", "2031-03-09"


def _days(text: str, published: str = PUBLISHED) -> dict[str, tuple[str, str, bool] | None]:
    """The occasion of each claim, by the claim's words."""
    story = read_story({"a": text}, published=published)
    return {
        story.words(claim): (claim.occasion.first, claim.occasion.last, claim.occasion.own) if claim.occasion else None
        for claim in story.claims
    }


def _own(day: str) -> tuple[str, str, bool]:
    return (day, day, True)


def _taken(day: str) -> tuple[str, str, bool]:
    return (day, day, False)


def test_a_claim_happened_on_the_day_its_clause_names() -> None:
    assert _days("Gunmen burned the mill on Monday.") == {"Gunmen burned the mill on Monday": _own(MONDAY)}


def test_a_day_stands_until_a_new_one_moves_it_on() -> None:
    days = _days("Gunmen burned the mill on Sunday. Guards fled. Troops came on Monday. The bridge was closed.")
    assert days["Guards fled"] == _taken(SUNDAY)
    assert days["The bridge was closed"] == _taken(MONDAY)


def test_a_day_governs_no_further_than_the_paragraphs_just_below() -> None:
    days = _days("Gunmen burned the mill on Monday.\n\nOne.\n\nGuards fled the town.\n\nThe old bridge is famous.")
    assert days["Guards fled the town"] == _taken(MONDAY)
    assert days["The old bridge is famous"] is None


def test_without_any_date_a_claim_has_no_occasion() -> None:
    assert _days("Gunmen burned the mill.") == {"Gunmen burned the mill": None}


def test_without_a_day_of_publication_a_weekday_is_no_day() -> None:
    assert set(_days("Gunmen burned the mill on Monday.", published="").values()) == {None}


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("The raid came on Monday, a day after dockers blocked the quay.", "dockers blocked the quay", SUNDAY),
        ("Two days after gunmen raided the mill, the council met on Monday.", "gunmen raided the mill", "2031-03-08"),
        ("The council met on Sunday, a day before gunmen raided the mill.", "gunmen raided the mill", MONDAY),
        ("Two days after the death of two miners, the council met on Monday.", "the death of two miners", "2031-03-08"),
    ],
)  # fmt: skip
def test_so_many_days_after_or_before_shift_the_occasion(text: str, words: str, day: str) -> None:
    days = _days(text)
    (occasion,) = [occasion for said, occasion in days.items() if said.endswith(words)]
    assert occasion == _taken(day)


def test_the_shift_does_not_reach_the_clause_after_the_comma() -> None:
    days = _days("A day after gunmen raided the mill, the council met on Monday and dockers struck.")
    assert days["dockers struck"] == _taken(MONDAY)


@pytest.mark.parametrize("count", ["A million", "Nine hundred thousand", "Zero", "Many", "99999999999999999999"])
def test_a_number_of_days_that_means_nothing_shifts_nothing(count: str) -> None:
    days = _days(f"{count} days after gunmen raided the mill, the council met on Monday.")
    assert {occasion for occasion in days.values() if occasion} <= {_own(MONDAY), _taken(MONDAY)}


def test_the_date_of_an_election_does_not_date_the_clash_over_it() -> None:
    days = _days("Dockers clashed with police on Sunday over the June 6 elections. Guards fled.")
    assert days["Guards fled"] == _taken(SUNDAY)
    assert _own(SUNDAY) in days.values()
    assert set(_days("Dockers clashed with police over the June 6 elections.").values()) == {None}


def test_the_day_of_the_blast_dates_the_deaths_it_caused() -> None:
    assert set(_days("Sunday's blast at the mill killed two miners.").values()) == {_own(SUNDAY)}


def test_a_date_on_the_event_noun_dates_it() -> None:
    days = _days("Ada Holm condemned the arrest of two dockers in Varnholt on Sunday.")
    assert SUNDAY in {occasion[0] for occasion in days.values() if occasion}


def test_a_year_of_its_own_keeps_a_claim_off_the_day_of_the_news() -> None:
    days = _days("Gunmen burned the mill on Monday. A flood in Skarrow killed 40 people in 1998.")
    assert days["A flood in Skarrow killed 40 people in 1998"] == ("1998-01-01", "1998-12-31", True)


def test_a_year_does_not_become_the_day_of_what_follows() -> None:
    days = _days("Gunmen burned the mill on Monday. Ada Holm built it in 1998. Guards fled.")
    assert days["Guards fled"] == _taken(MONDAY)
