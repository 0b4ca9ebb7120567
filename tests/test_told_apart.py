"""What one article tells as two things. All people and places are invented."""

from __future__ import annotations

import pytest

from headwater.claims.told_apart import ToldApart
from headwater.places import locate
from headwater.relations import context_of
from headwater.testing.reading import read_story
from headwater.text.mentions import EntityIndex
from headwater.types import Claim


def _claims(*articles: str) -> tuple[ToldApart, tuple[Claim, ...]]:
    story = read_story({chr(ord("a") + number): text for number, text in enumerate(articles)}, published="2031-03-11")
    return ToldApart(context_of(story.documents, EntityIndex(story.entities), locate(story.documents))), story.claims


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        ("Seven guards were injured at the mill. Dozens of police were injured at the harbour.", True),
        ("Seven guards were injured at the mill. At least seven were injured.", False),
        ("The Kelvar Union condemned the raid. The Sornese Guild condemned the raid.", True),
        ("The Kelvar Union condemned the raid. The union condemned the raid.", False),
        ("The council met on March 3. The council met on March 9.", True),
        ("The council met on March 3. The council met in the old hall.", False),
    ],
    ids=["other numbers", "one number", "two who are named", "one by a shorter name", "two days", "a day and none"],
)
def test_an_article_keeps_apart_what_it_counts_dates_or_ascribes_otherwise(text: str, apart: bool) -> None:
    told_apart, claims = _claims(text)
    assert len(claims) == 2
    assert told_apart.between(claims[:1], claims[1:]) is apart
    assert told_apart.between(claims[1:], claims[:1]) is apart


def test_what_two_articles_tell_otherwise_is_for_others_to_judge() -> None:
    told_apart, claims = _claims("Seven guards were injured at the mill.", "Dozens of guards were injured at the mill.")
    assert not told_apart.between(claims[:1], claims[1:])


def test_an_article_parts_groups_that_hold_more_than_its_own_claims() -> None:
    first = "Seven guards were injured at the mill. Dozens of police were injured at the harbour."
    told_apart, claims = _claims(first, "Seven were injured.")
    assert told_apart.between((claims[0], claims[2]), claims[1:2])
