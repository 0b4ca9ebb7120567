"""Hard cases of how many: each sentence with the quantities that a careful reader would say it has. All is fiction."""

from __future__ import annotations

import math

import pytest
from reading_cases import document, said, warm, words

MANY = math.inf

# Each row: text, the words of its one quantity, least, most, unit, modifier.
ONE = [
    # hedges and bounds
    said("At least two sailors died.", "At least two", 2, MANY, "sailor", "at least"),
    said("Two or more sailors died.", "Two or more", 2, MANY, "sailor", "at least"),
    said("Over 300 boats came.", "Over 300", 301, MANY, "boat", "more than"),
    said("Upwards of 300 boats came.", "Upwards of 300", 300, MANY, "boat", "at least"),
    said("Not more than five boats came.", "Not more than five", 0, 5, "boat", "at most"),
    said("Fewer than five boats came.", "Fewer than five", 0, 4, "boat", "less than"),
    said("Almost 100 boats came.", "Almost 100", 85, 99, "boat", "nearly"),
    said("Roughly 100 boats came.", "Roughly 100", 85, 115, "boat", "about"),
    said("Around 100 boats came.", "Around 100", 85, 115, "boat", "about"),
    said("Exactly 100 boats came.", "Exactly 100", 100, 100, "boat", "exactly"),
    said("Just 100 boats came.", "100", 100, 100, "boat", ""),
    said("A total of 100 boats came.", "100", 100, 100, "boat", ""),
    said("As many as 100 boats came.", "As many as 100", 1, 100, "boat", "up to"),
    said("A maximum of 100 boats may enter.", "A maximum of 100", 0, 100, "boat", "at most"),
    said("Between 20 and 30 boats came.", "Between 20 and 30", 20, 30, "boat", "between"),
    said("Five to six boats came.", "Five to six", 5, 6, "boat", "between"),
    said("Four or five boats came.", "Four or five", 4, 5, "boat", "between"),
    # vague numbers
    said("Dozens of boats came.", "Dozens", 24, 99, "boat", "vague"),
    said("Several dozen boats came.", "Several dozen", 36, 108, "boat", "vague"),
    said("Hundreds of boats came.", "Hundreds", 200, 999, "boat", "vague"),
    said("Tens of thousands of boats came.", "Tens of thousands", 20_000, 99_999, "boat", "vague"),
    said("Millions of herrings came.", "Millions", 2e6, 999_999_999, "herring", "vague"),
    said("A handful of boats came.", "A handful", 2, 6, "boat", "vague"),
    said("A pair of boats came.", "A pair", 2, 2, "boat", ""),
    said("A dozen boats came.", "A dozen", 12, 12, "boat", ""),
    said("Half a dozen boats came.", "Half a dozen", 6, 6, "boat", ""),
    said("More than two dozen boats came.", "More than two dozen", 25, MANY, "boat", "more than"),
    # large numbers
    said("The island has 2.4 million sheep.", "2.4 million", 2.4e6, 2.4e6, "sheep", ""),
    said("The island has 12,450 sheep.", "12,450", 12_450, 12_450, "sheep", ""),
    said("The island has a hundred thousand sheep.", "a hundred thousand", 1e5, 1e5, "sheep", ""),
    said("The island has 80k sheep.", "80k", 80_000, 80_000, "sheep", ""),
    # money
    said("The ferry cost $2.4 million.", "$2.4 million", 2.4e6, 2.4e6, "USD", ""),
    said("The ferry cost €800,000.", "€800,000", 8e5, 8e5, "EUR", ""),
    said("The ferry cost 40 million kroner.", "40 million kroner", 4e7, 4e7, "krone", ""),
    said("The ferry cost at least $5m.", "at least $5m", 5e6, MANY, "USD", "at least"),
    said("The ferry cost between £2m and £3m.", "between £2m and £3m", 2e6, 3e6, "GBP", "between"),
    said("The ferry cost 50 cents a mile.", "50 cents", 50, 50, "cent", ""),
    # percentages against percentage points
    said("Traffic fell 12 percent.", "12 percent", 12, 12, "percent", ""),
    said("Traffic fell by 12 per cent.", "12 per cent", 12, 12, "percent", ""),
    said("Traffic fell by 3.5%.", "3.5%", 3.5, 3.5, "percent", ""),
    said("Support fell by 12 percentage points.", "12 percentage points", 12, 12, "percentage point", ""),
    said("Support fell by 12 percent points.", "12 percent points", 12, 12, "percentage point", ""),
    said("Nearly half of the crew stayed.", "Nearly half", 0.45, 0.5, "crew", "fraction"),
    # measures
    said("The pier is 40 metres long.", "40 metres", 40, 40, "m", ""),
    said("The pier is 1.5km long.", "1.5km", 1.5, 1.5, "km", ""),
    said("The storm had gusts of 110 mph.", "110 mph", 110, 110, "mph", ""),
    said("A magnitude 6.1 earthquake hit the island.", "6.1", 6.1, 6.1, "magnitude", ""),
    said("The water is 15 degrees cold.", "15 degrees", 15, 15, "degree", ""),
    # ages apart from counts
    said("Ilka Morn, 54, sold the ferry.", "54", 54, 54, "year", "age"),
    said("A sailor aged 54 sold the ferry.", "54", 54, 54, "year", "age"),
    said("The 54-year-old sold the ferry.", "54-year-old", 54, 54, "year", "age"),
    said("The sailor is 54 years old.", "54 years old", 54, 54, "year", "age"),
    said("She turned 54 and sold the ferry.", "54", 54, 54, "year", "age"),
    said("A woman in her fifties sold the ferry.", "fifties", 50, 59, "year", "age"),
    said("Children under 12 sail free.", "under 12", 0, 11, "year", "age"),
    said("The boat carried 54 sailors.", "54", 54, 54, "sailor", ""),
    # scores
    said("Tarrow won 3-1 on Sunday.", "3-1", 1, 3, "", "score"),
    said("Tarrow lost 24–17 on Sunday.", "24–17", 17, 24, "", "score"),
    # compounds: "two-armed" is no two armed men
    said("A two-armed crane stands on the pier.", "two-armed", 2, 2, "arm", "compound"),
    said("A three-masted boat came.", "three-masted", 3, 3, "mast", "compound"),
    said("A 40-foot boat came.", "40-foot", 40, 40, "foot", "compound"),
    said("A five-member crew came.", "five-member", 5, 5, "member", "compound"),
    said("A two-day strike began.", "two-day", 2, 2, "day", "compound"),
    said("Two armed guards came.", "Two", 2, 2, "guard", ""),
    # ordinals
    said("It was the fourth storm.", "fourth", 4, 4, "storm", "ordinal"),
    said("It was the 21st storm.", "21st", 21, 21, "storm", "ordinal"),
    # what is counted
    said("Three of the ferry's engines failed.", "Three", 3, 3, "engine", ""),
    said("Three badly burned passengers survived.", "Three", 3, 3, "passenger", ""),
    said("Three were hurt.", "Three", 3, 3, "", ""),
    said("Three more passengers were hurt.", "Three", 3, 3, "passenger", ""),
    said("Another three passengers were hurt.", "three", 3, 3, "passenger", ""),
    said("All three passengers were hurt.", "three", 3, 3, "passenger", ""),
    said("Both passengers were hurt.", "Both", 2, 2, "passenger", ""),
    said("Not one passenger was hurt.", "Not one", 0, 0, "passenger", ""),
    said("Nobody was hurt.", "Nobody", 0, 0, "person", ""),
    said("The dead numbered 14.", "14", 14, 14, "dead", ""),
    said("The death toll rose to 14.", "14", 14, 14, "death", ""),
]

# Each row: text, its quantities as (least, most, unit).
SEVERAL = [
    said("The list won 73 of 329 seats.", [(73, 73, "seat"), (329, 329, "seat")]),
    said("Six men and four women drowned.", [(6, 6, "man"), (4, 4, "woman")]),
    said("Two passengers and at least one sailor drowned.", [(2, 2, "passenger"), (1, MANY, "sailor")]),
    said("Prices rose from $3 to $5.", [(3, 3, "USD"), (5, 5, "USD")]),
    said("Six of the 40 passengers drowned.", [(6, 6, "passenger"), (40, 40, "passenger")]),
    said("Six people died and 12 were hurt.", [(6, 6, "people"), (12, 12, "people")]),
    said("Ilka Morn, 54, has two boats.", [(54, 54, "year"), (2, 2, "boat")]),
    said("Turnout fell 4 points to 51 percent.", [(4, 4, "percentage point"), (51, 51, "percent")]),
    said("The motion passed by 31 votes to 12.", [(31, 31, "vote"), (12, 12, "vote")]),
]

SHARES = [
    said("About two-thirds of the crew left.", 2 / 3, 0.05, "crew"),
    said("A quarter of the boats sank.", 0.25, 0.005, "boat"),
    said("One in ten boats sank.", 0.1, 0.005, "boat"),
    said("Three in five boats sank.", 0.6, 0.005, "boat"),
    said("Three-fifths of the boats sank.", 0.6, 0.005, "boat"),
    said("Half the boats sank.", 0.5, 0.005, "boat"),
]

NONE = [
    said("The office is at 14 Alder Street."),
    said("They live at 1420 North Quay Road."),
    said("She lives at 14B Alder Lane."),
    said("Call 555-0142 about the boat."),
    said("Call (555) 555-0142 about the boat."),
    said("Call +47 55 55 01 42 about the boat."),
    said("Write to P.O. Box 1420, Tarrow."),
    said("The boat sank in 2014."),
    said("The boat sank at 3:40 p.m. on Nov. 5."),
    said("The boat took Route 66 to the pier."),
    said("Flight 714 was late."),
    said("An F-16 flew over the pier."),
    said("He was charged under Section 14 of the act."),
    said("The choir sang Psalm 23 on the pier."),
    said("The boat sails from Gate 7."),
    said("Chapter 11 was filed on Monday."),
    said("One should never trust a calm sea."),
    said("She is the one who sank it."),
    said("They looked at one another."),
    said("King Halvard II came."),
    said("The 9/11 attacks were named."),
    said("G7 ministers met."),
    said("The ferry's model number is X-450."),
    said("Covid-19 closed the pier."),
]


@pytest.fixture(scope="module", autouse=True)
def _parsed() -> None:
    warm([ONE, SEVERAL, SHARES, NONE])


@pytest.mark.parametrize(("text", "phrase", "low", "high", "unit", "modifier"), ONE)
def test_a_quantity_has_its_words_its_interval_and_its_unit(
    text: str, phrase: str, low: float, high: float, unit: str, modifier: str
) -> None:
    found = document(text).quantities
    assert [(words(text, one.span), one.low, one.high, one.unit, one.modifier) for one in found] == [
        (phrase, low, high, unit, modifier)
    ]


@pytest.mark.parametrize(("text", "expected"), SEVERAL)
def test_quantities_of_one_sentence_are_kept_apart(text: str, expected: list[tuple[float, float, str]]) -> None:
    assert [(one.low, one.high, one.unit) for one in document(text).quantities] == expected


@pytest.mark.parametrize(("text", "share", "width", "unit"), SHARES)
def test_a_share_is_of_what_it_divides(text: str, share: float, width: float, unit: str) -> None:
    one = document(text).quantities[0]
    assert (one.low, one.high) == pytest.approx((share - width, share + width))
    assert (one.unit, one.modifier) == (unit, "fraction")


@pytest.mark.parametrize("text", NONE)
def test_numbers_that_count_nothing_are_no_quantities(text: str) -> None:
    assert [words(text, one.span) for one in document(text).quantities if one.modifier != "ordinal"] == []
