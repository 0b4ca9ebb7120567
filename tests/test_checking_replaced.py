"""Opposites and names put for others in a claim that keeps the rest of its sentence. All texts are fiction."""

from __future__ import annotations

import pytest

from headwater.checking.bearing import Bearing, bearing_of
from headwater.checking.replaced import another_name, another_place, opposite_put
from headwater.checking.reports import Reports
from headwater.testing.reading import read_texts
from headwater.text.rewording.sides import side_of


def _bearing(claim: str, report: str) -> Bearing:
    draft, read = read_texts({"draft": claim, "report": report})
    return bearing_of(side_of(draft, draft.sentences[0].span), Reports([read]))


@pytest.mark.parametrize(
    ("claim", "report"),
    [
        ("Above deck there were cattle trucks.", "Below deck there were cattle trucks."),
        ("Raids have decreased since the spring.", "Raids have increased since the spring."),
        ("The wharf in northern Orvel burned.", "The wharf in southern Orvel burned."),
        ("The bridge was called unsafe by Ena Tolk.", "The bridge was called safe by Ena Tolk."),
    ],
)
def test_an_opposite_in_the_place_of_a_word_is_found(claim: str, report: str) -> None:
    assert opposite_put(_bearing(claim, report)) is not None


@pytest.mark.parametrize(
    ("claim", "report"),
    [
        ("Raids have decreased since the spring.", "Raids have fallen since the spring."),
        ("Raids have decreased since prices of wool increased.", "Prices of wool increased and raids decreased."),
    ],
)
def test_another_word_for_it_or_an_opposite_elsewhere_is_none(claim: str, report: str) -> None:
    assert opposite_put(_bearing(claim, report)) is None


@pytest.mark.parametrize(
    ("claim", "report"),
    [
        ("Mirko Stolid left Orvel on Monday.", "Mirko Stolin left Orvel on Monday."),
        ("Mayor Ena Brask left Orvel.", "Mayor Ena Tolk left Orvel."),
    ],
)
def test_a_name_much_like_it_or_with_the_same_first_name_is_another(claim: str, report: str) -> None:
    assert another_name(_bearing(claim, report)) is not None


@pytest.mark.parametrize(
    ("claim", "report"),
    [
        ("Mirko Stolin left Orvel on Monday.", "Mirko Stollin left Orvel on Monday."),
        ("Stolin left Orvel on Monday.", "Mirko Stolin left Orvel on Monday."),
        ("Stolin’s car left Orvel.", "The Stolins’ car left Orvel."),
    ],
)
def test_another_spelling_or_a_shorter_form_is_the_same_name(claim: str, report: str) -> None:
    assert another_name(_bearing(claim, report)) is None


def test_another_place_than_that_of_the_sentence_is_found_and_the_same_is_not() -> None:
    report = "A blast shook the market in Orvel on Monday."
    assert another_place(_bearing("A blast shook the market in Kelmara on Monday.", report)) is not None
    assert another_place(_bearing("A blast shook the market in Orvel.", report)) is None
