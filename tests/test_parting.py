"""What parts claims that look alike. All people and places are invented."""

from __future__ import annotations

import pytest

from headwater.claims.parting import Parting
from headwater.places import locate
from headwater.relations import context_of
from headwater.testing.reading import read_story
from headwater.text.mentions import EntityIndex

DAY = "2031-03-11"


def _between(*texts: str, halves: int = 1) -> tuple[str, str]:
    """What parts the first `halves` articles from the others, asked both ways round; each article makes one claim."""
    story = read_story({chr(ord("a") + number): text for number, text in enumerate(texts)}, published=DAY)
    parting = Parting(context_of(story.documents, EntityIndex(story.entities), locate(story.documents)))
    ones, others = story.claims[:halves], story.claims[halves:]
    return parting.between(ones, others), parting.between(others, ones)


@pytest.mark.parametrize(
    ("one", "other", "by"),
    [
        ("Police arrested Marek Solt.", "Police arrested Bren Okoro.", "patient"),
        ("Raiders burned the mill.", "Raiders burned the church.", "patient"),
        ("The raid killed 12 soldiers.", "The raid killed 12 children.", "patient"),
        ("The council met on March 3.", "The council met on March 10.", "days"),
        ("The bridge was opened.", "The bridge was closed.", "event"),
        ("The union condemned the raid.", "The union blamed the raid on smugglers.", "event"),
        ("Okoro called Solt on Monday.", "Okoro called Solt a thief.", "event"),
        ("The mill was hit by three rockets.", "The mill was hit by a rocket.", "count"),
        ("The party lost two thirds of its seats.", "The party lost seats.", "count"),
    ],
)
def test_what_excludes_each_other_parts_either_way_round(one: str, other: str, by: str) -> None:
    assert _between(one, other) == (by, by)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The blast killed 12 miners.", "The blast killed 15 miners."),
        ("Police arrested Marek Solt.", "Police arrested a docker."),
        ("Police arrested Marek Solt.", "Police arrested Solt."),
        ("The council met on March 3.", "The council met on March 4."),
        ("Raiders burned the mill.", "Raiders burned the old building."),
    ],
    ids=["numbers", "a name and a description", "a shorter name", "the day of another zone", "a wider noun"],
)
def test_what_can_both_hold_parts_nothing(one: str, other: str) -> None:
    assert _between(one, other) == ("", "")


def test_a_name_altered_in_one_copy_parts_no_group_from_those_who_tell_what_the_original_does() -> None:
    altered = ("Police arrested Marek Solt.", "Police arrested Bren Okoro.", "Police arrested Marek Solt.")
    assert _between(*altered, halves=2) == ("", "")


def test_a_description_in_a_copy_does_not_join_two_people() -> None:
    trimmed = ("Police arrested Marek Solt.", "Police arrested a docker.", "Police arrested Bren Okoro.")
    assert _between(*trimmed, halves=2) == ("patient", "patient")
