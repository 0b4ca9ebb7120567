"""Whether two names are one newsroom's. The papers and agencies without a table entry are fiction."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.text.mastheads import abbreviates, same_house


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("MWS", "Marsh Wire Service"),
        ("(LKA)", "Larkspur Agency"),
        ("TWT", "Tidewater Telegraph"),
        ("The Sallow Herald", "sallow herald"),
        ("Sallow Herald Online", "The Sallow Herald"),
        ("sallowherald.com", "The Sallow Herald"),
        ("AP", "The Associated Press"),
        ("Agence France-Presse", "AFP"),
    ],
)
def test_two_ways_to_name_a_newsroom_are_one(one: str, other: str) -> None:
    assert same_house(one, other)
    assert same_house(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("", ""),
        ("AP", "Ardent Press"),  # the table knows whose code that is
        ("LKA", "Larkspur Kettle Gazette"),
        ("MWS", "Meridian Press"),
        ("The Sallow Herald", "The Sallow Star"),
        ("Reuters", "AFP"),
        ("US", "Umbral Star-Tribune of the North"),
    ],
)
def test_two_newsrooms_are_two(one: str, other: str) -> None:
    assert not same_house(one, other)
    assert not same_house(other, one)


@given(st.text(max_size=30))
def test_every_name_with_a_word_in_it_is_its_own(name: str) -> None:
    assert same_house(name, name) is bool(name)


def test_a_code_is_capitals_with_all_initials_in_order() -> None:
    assert abbreviates("ERT", "Ense River Trust")
    assert not abbreviates("ETR", "Ense River Trust")
    assert not abbreviates("Ert", "Ense River Trust")
    assert not abbreviates("E", "Ense")
