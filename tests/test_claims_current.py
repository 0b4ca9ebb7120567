"""As of when a claim was current. All people and places are invented."""

from __future__ import annotations

import pytest

from headwater.testing.reading import read_story

PUBLISHED = "2031-03-11"  # a Tuesday


def _as_of(text: str, published: str = PUBLISHED) -> list[str]:
    return [claim.as_of[:10] for claim in read_story({"a": text}, published=published).claims]


def test_a_claim_is_current_when_its_article_appeared() -> None:
    assert _as_of("The fire killed 12 people in Varnholt.") == ["2031-03-11"]


@pytest.mark.parametrize(
    "text",
    [
        "By Sunday evening the fire had killed 12 people.",
        "As of Sunday, the fire had killed 12 people.",
        "The fire had killed 12 people by late Sunday.",
    ],
)
def test_its_own_words_say_as_of_when_a_claim_was_current(text: str) -> None:
    assert _as_of(text) == ["2031-03-09"]


def test_the_day_of_the_event_is_not_the_day_as_of_which_it_is_told() -> None:
    assert _as_of("The fire killed 12 people on Sunday.") == ["2031-03-11"]


def test_a_deadline_after_publication_is_no_as_of_time() -> None:
    assert _as_of("The council will rebuild the mill by March 20, 2031.") == ["2031-03-11"]


def test_without_a_day_of_publication_only_the_words_can_tell() -> None:
    assert _as_of("The fire killed 12 people in Varnholt.", "") == [""]
    assert _as_of("By March 9, 2031, the fire had killed 12 people.", "") == ["2031-03-09"]
