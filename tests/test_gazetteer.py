"""What the gazetteer promises about names of countries, people and places."""

from __future__ import annotations

import string
import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.text.gazetteer import (
    capital_of,
    countries_of_city,
    country_of,
    is_country,
    is_demonym,
    known_place,
    near_misses,
    state_of,
)
from headwater.text.resources import packaged_rows
from headwater.text.thesaurus import known

COUNTRIES = packaged_rows("countries.tsv")


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Japan", "JP"),
        ("JAPAN", "JP"),
        ("the Netherlands", "NL"),
        ("U.S.", "US"),
        ("US", "US"),
        ("UK", "GB"),
        ("UAE", "AE"),
        ("Côte d’Ivoire", "CI"),
        ("Briton", "GB"),
        ("Swedes", "SE"),
        ("Filipinas", "PH"),
        ("French", "FR"),
        ("Scotland", "GB"),
        ("Texas", "US"),
        ("Georgia", "GE"),
        ("Netherlands", "NL"),
        ("Myanmar", "MM"),
        ("Burma", "MM"),
    ],
)
def test_names_abbreviations_demonyms_and_regions_lead_to_the_country(name: str, code: str) -> None:
    assert country_of(name) == code


@pytest.mark.parametrize(
    "name", ["", "s", "us", "turkey", "polish", "Atlantis", "Korea", "Congolese", "IN", "it", "Osaka"]
)
def test_small_letters_codes_cities_and_ambiguous_names_lead_to_no_country(name: str) -> None:
    assert country_of(name) is None


def test_a_country_is_told_from_its_people_and_its_parts() -> None:
    assert is_country("Norway")
    assert is_country("Congo")
    assert not is_country("Norwegian")
    assert not is_country("Scotland")
    assert is_demonym("Norwegian")
    assert is_demonym("Norwegians")
    assert is_demonym("NORWEGIANS")
    assert not is_demonym("Norway")


def test_niger_and_nigeria_have_their_own_people() -> None:
    assert country_of("Nigerien") == "NE"
    assert country_of("Nigerian") == "NG"


def test_capitals_are_found_by_code_and_unknown_codes_have_none() -> None:
    assert capital_of("UA") == "Kyiv"
    assert capital_of("SG") == "Singapore"
    assert capital_of("XX") == ""


def test_states_are_found_by_name_news_abbreviation_and_postal_code() -> None:
    assert [state_of(name) for name in ("Texas", "Calif.", "N.Y.", "OH", "Georgia", "TEXAS")] == [
        "TX",
        "CA",
        "NY",
        "OH",
        "GA",
        "TX",
    ]
    assert state_of("Bavaria") is None


def test_a_city_lists_its_countries_the_largest_city_first() -> None:
    assert countries_of_city("London") == ("GB", "CA")
    assert countries_of_city("Kiev") == ("UA",)
    assert countries_of_city("Nowhereville") == ()


def test_places_are_known_and_people_and_words_are_not() -> None:
    assert all(known_place(name) for name in ("Peru", "Osaka", "OSAKA", "Oregon", "Gaza Strip", "São Paulo"))
    assert not any(known_place(name) for name in ("Peruvian", "table", "", "Nowhereville", "nice"))


@pytest.mark.parametrize(
    ("word", "names"),
    [("Norwey", ("Norway",)), ("Braizl", ("Brazil",)), ("Australa", ("Australia",)), ("Swedishh", ("Swedish",))],
)
def test_a_misspelt_place_word_is_near_what_was_meant(word: str, names: tuple[str, ...]) -> None:
    assert near_misses(word) == names


@pytest.mark.parametrize(
    "word", ["Norway", "Norwegians", "Malik", "norwey", "Germania", "Roland", "Chain", "Osaka", "", "Iran", "Xy"]
)
def test_known_words_short_words_small_letters_and_far_words_have_no_near_misses(word: str) -> None:
    assert near_misses(word) == ()


@given(st.sampled_from([row[1] for row in COUNTRIES]), st.data())
def test_one_edit_within_a_long_country_name_is_always_found_unless_it_makes_another_word(
    name: str, data: st.DataObject
) -> None:
    at = data.draw(st.integers(1, len(name) - 1))
    word = name[:at] + data.draw(st.sampled_from(string.ascii_lowercase)) + name[at:]
    missed = near_misses(word)
    assert name in missed or not missed
    another = known_place(word) or is_demonym(word) or known(word)  # "Chicle"
    assert name in missed or len(word) < 6 or another or " " in word or word.islower()


@given(st.text())
def test_any_text_may_be_asked_about(name: str) -> None:
    assert country_of(name) is None or capital_of(country_of(name) or "")
    assert isinstance(known_place(name), bool)
    assert near_misses(name) == tuple(sorted(near_misses(name)))


def test_every_row_of_the_country_table_is_whole() -> None:
    codes = [row[0] for row in COUNTRIES]
    assert len(set(codes)) == len(codes) > 200
    for row in COUNTRIES:
        assert len(row) == 6, row
        assert len(row[0]) == 2, row
        values = [value for field in row[1:5] for value in field.split(";") if value]
        assert len(values) == len(set(values)), row
        assert all(value == value.strip() and value[0].isupper() for value in values), row


def test_each_country_has_a_name_that_leads_back_to_it() -> None:
    for code, name, *_ in COUNTRIES:
        assert country_of(name) == code, name
        assert capital_of(code)


def test_importing_reads_nothing() -> None:
    script = (
        "import importlib.resources as r; f=r.files; seen=[]; r.files=lambda p: (seen.append(p), f(p))[1]\n"
        "from headwater.text import gazetteer; assert not seen; gazetteer.country_of('Peru'); assert seen"
    )
    subprocess.run([sys.executable, "-c", script], check=True)  # noqa: S603 - the script stands above
