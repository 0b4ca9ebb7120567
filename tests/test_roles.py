"""Gender of role nouns, and the phrases that mark an unnamed source."""

from __future__ import annotations

import pytest

from headwater.text.roles import ANONYMITY, gender_of_role, neutral_role


@pytest.mark.parametrize(
    ("lemma", "gender"),
    [
        ("spokeswoman", "f"),
        ("Chairman", "m"),
        ("actress", "f"),
        ("actor", ""),
        ("minister", ""),
        ("", ""),
        ("wife", "f"),
    ],
)
def test_a_role_noun_tells_its_gender_only_where_english_does(lemma: str, gender: str) -> None:
    assert gender_of_role(lemma) == gender


def test_both_words_of_a_pair_name_one_role() -> None:
    assert neutral_role("spokesman") == neutral_role("Spokeswoman") == "spokesperson"
    assert neutral_role("policewoman") == "police officer"
    assert neutral_role("Minister") == "minister"


@pytest.mark.parametrize(
    "text",
    [
        "spoke on condition of anonymity because talks go on",
        "speaking on the condition of anonymity",
        "under condition of strict anonymity",
        "who requested anonymity",
        "an aide granted anonymity to speak freely",
        "a clerk who declined to be named",
        "declining to be identified",
        "who asked not to be identified by name",
        "asked that her name be withheld",
        "did not want to be named",
        "was not authorized to speak to the press",
        "weren’t authorised to brief reporters",
        "is not allowed to publicly discuss it",
        "who could not be named for legal reasons",
        "spoke anonymously",
        "NOT AUTHORIZED TO TALK to reporters",
        "unauthorised to speak",
    ],
)
def test_the_usual_phrases_mark_an_unnamed_source(text: str) -> None:
    assert ANONYMITY.search(text)


@pytest.mark.parametrize(
    "text",
    [
        "the ship was named after her aunt",
        "she declined to comment",
        "the bank was authorized to speak for the town",
        "an anonymous letter",
        "the victim was identified as a baker",
        "police were not allowed to enter",
        "",
    ],
)
def test_like_words_that_hide_nobody_are_left_alone(text: str) -> None:
    assert not ANONYMITY.search(text)
