"""Plurals for labels: "guards injured", not "guard injured"."""

from __future__ import annotations

import pytest

from headwater.text.plurals import plural

PLURALS = {
    "guard": "guards",
    "boat": "boats",
    "person": "people",
    "child": "children",
    "woman": "women",
    "fisherman": "fishermen",
    "human": "humans",
    "body": "bodies",
    "family": "families",
    "boy": "boys",
    "convoy": "convoys",
    "bus": "buses",
    "box": "boxes",
    "church": "churches",
    "wife": "wives",
    "life": "lives",
    "roof": "roofs",
    "aircraft": "aircraft",
    "police": "police",
    "people": "people",
}


@pytest.mark.parametrize(("noun", "expected"), PLURALS.items())
def test_the_plural_is_formed_by_rule_or_by_exception(noun: str, expected: str) -> None:
    assert plural(noun) == expected


@pytest.mark.parametrize(
    ("noun", "expected"),
    {"shaman": "shamans", "roman": "romans", "hero": "heroes", "potato": "potatoes", "knife": "knives",
     "soldier": "soldiers", "passer-by": "passers-by", "mouse": "mice", "half": "halves", "wolf": "wolves",
     "man": "men", "ottoman": "ottomans", "quay": "quays", "fish": "fish", "offspring": "offspring",
     "casualty": "casualties", "hostage": "hostages", "thief": "thieves", "species": "species",
     "midwife": "midwives", "proof": "proofs"}.items(),
)  # fmt: skip
def test_the_less_regular_nouns_that_news_counts_have_their_plurals(noun: str, expected: str) -> None:
    assert plural(noun) == expected


def test_no_noun_is_no_word() -> None:
    assert plural("") == ""
