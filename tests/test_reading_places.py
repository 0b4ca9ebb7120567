"""Hard cases of where: places, people and bodies of one name. The people are fiction, the map is not."""

from __future__ import annotations

import pytest
from reading_cases import document, said, warm, words

from headwater.types import EntityKind

# Each row: text, the places in it in order.
PLACES = [
    # a place, or a person or body named like it
    said("Jordan Eck sold the boat in Jordan.", ["Jordan"]),
    said("Ms. Sydney Holt flew to Sydney on Monday.", ["Sydney"]),
    said("Lincoln Holt was born in Lincoln, Nebraska.", ["Lincoln", "Nebraska"]),
    said("Houston Eck sold the boat in Houston.", ["Houston"]),
    said("Chad Holt flew to Chad.", ["Chad"]),
    said("Israel Holt flew to Israel.", ["Israel"]),
    said("Brooklyn Holt moved from Queens to Brooklyn.", ["Queens", "Brooklyn"]),
    said(
        "Mr. Derry was seen in Derry on Monday.",
        ["Derry"],
        still="a town too small for the gazetteer, with the name of a person of the article, is the person",
    ),
    said("Mr. Houston was seen in Houston on Monday.", ["Houston"]),
    said("Carolina Sund sold the boat.", []),
    said("The Boston Harbour Authority sold the boat.", []),
    said("The University of Oslo sold the boat.", []),
    said("A Norwegian boat sank.", []),
    said("Norwegians sold the boat.", []),
    # places with their wider places
    said("The boat sank off Paris, Texas.", ["Paris", "Texas"]),
    said("The crew came from London, Ontario.", ["London", "Ontario"]),
    said("The crew came from Springfield, Ill., on Monday.", ["Springfield", "Ill."]),
    said("The crew came from Cambridge, Mass., on Monday.", ["Cambridge", "Mass."]),
    said("The crew came from Birmingham, England.", ["Birmingham", "England"]),
    said("The crew came from Tbilisi, Georgia.", ["Tbilisi", "Georgia"]),
    said("The crew came from Atlanta, Georgia.", ["Atlanta", "Georgia"]),
    said("The crew flew to Washington, D.C., on Monday.", ["Washington", "D.C."]),
    # forms of names
    said("The boat was sold in São Paulo.", ["São Paulo"]),
    said("The boat was sold in the Netherlands.", ["Netherlands"]),
    said(
        "The boat was sold in St. John’s.",
        ["St. John’s"],
    ),
    said("The boat was sold in New York City.", ["New York City"]),
    said("The boat was sold in northern Norway.", ["Norway"]),
    said("The boat was sold in the U.S. on Monday.", ["U.S."]),
    said("The boat was sold in the UK on Monday.", ["UK"]),
    said("The boat crossed the Black Sea.", ["Black Sea"]),
    said("The boat sailed up the Danube River.", ["Danube River"]),
    said("Norway’s government sold the boat.", ["Norway"]),
    said("London’s mayor sold the boat.", ["London"]),
    said("OSLO, Norway (AP) — The boat sank on Monday.", ["OSLO", "Norway"]),
    # venues
    said("The boat was sold in Harbour Square.", ["Harbour Square"]),
    said("The crew met at Fisher’s Bridge.", ["Fisher’s Bridge"]),
    said("The boat was built near Old Mole Road.", ["Old Mole Road"]),
    said("The crew was taken to Tarrow airport.", ["Tarrow"]),
    said("Shots were heard in the Amber Quarter on Monday.", ["Amber Quarter"]),
    # words that only look like places
    said("The turkey was sold on Monday.", []),
    said("He ate off china on Monday.", []),
    said("It was a nice reading of the law.", []),
    said("The polish on the boat was new.", []),
]


@pytest.fixture(scope="module", autouse=True)
def _parsed() -> None:
    warm([PLACES])


@pytest.mark.parametrize(("text", "places"), PLACES)
def test_places_are_told_from_people_and_bodies(text: str, places: list[str]) -> None:
    assert [words(text, name.span) for name in document(text).names if name.kind is EntityKind.PLACE] == places
