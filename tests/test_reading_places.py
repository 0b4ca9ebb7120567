"""Hard cases of where: places, people and bodies of one name. The people are fiction, the map is not."""

from __future__ import annotations

import pytest
from reading_cases import document, said, warm, words

from headwater.places import locate
from headwater.types import EntityKind, Place, Precision

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

# Each row: text, a place in it, its country and its region ('' where only the country is asked for).
LOCATED = [
    # two towns of one name
    said("The boat was sold in Paris.", "Paris", "FR", ""),
    said("The boat was sold in Paris, Texas.", "Paris", "US", "Texas"),
    said("The boat was sold in London.", "London", "GB", "England"),
    said("The boat was sold in London, Ontario.", "London", "CA", "Ontario"),
    said("The boat was sold in Springfield, Ill., on Monday.", "Springfield", "US", "Illinois"),
    said("The boat was sold in Springfield, Missouri.", "Springfield", "US", "Missouri"),
    said("The boat was sold in Cambridge, Mass., on Monday.", "Cambridge", "US", "Massachusetts"),
    said("The boat was sold in Cambridge, England.", "Cambridge", "GB", "England"),
    said("The boat was sold in Birmingham, Alabama.", "Birmingham", "US", "Alabama"),
    said("The boat went from Coventry to Birmingham.", "Birmingham", "GB", "England"),
    said("The boat went from Beirut to Tripoli.", "Tripoli", "LB", ""),
    said("The boat went from Benghazi to Tripoli.", "Tripoli", "LY", ""),
    said("The boat went from Cairo to Alexandria.", "Alexandria", "EG", ""),
    said("The boat was sold in Alexandria, Va., on Monday.", "Alexandria", "US", "Virginia"),
    said("The train went from Karachi in Sindh to Hyderabad.", "Hyderabad", "PK", ""),
    said("The train went from Sydney to Newcastle.", "Newcastle", "AU", ""),
    said("The train went from Buenos Aires to Córdoba.", "Córdoba", "AR", ""),
    said("The train went from Seville to Córdoba.", "Córdoba", "ES", ""),
    said("The boat was sold in San José, Costa Rica.", "San José", "CR", ""),
    said("The boat was sold in San Jose, Calif., on Monday.", "San Jose", "US", "California"),
    said("The boat was sold in Kingston, Jamaica.", "Kingston", "JM", ""),
    said("The bus went from Managua to Granada.", "Granada", "NI", ""),
    # Georgia
    said("Georgia, Armenia and Azerbaijan signed the pact.", "Georgia", "GE", ""),
    said("The boat was sold in Tbilisi, Georgia.", "Georgia", "GE", ""),
    said("The boat was sold in Atlanta, Georgia.", "Georgia", "US", "Georgia"),
    said("Storms hit Alabama, Georgia and Florida.", "Georgia", "US", "Georgia"),
    # countries with like names
    said("The boat was sold in Niger.", "Niger", "NE", ""),
    said("The boat was sold in Nigeria.", "Nigeria", "NG", ""),
    said("The boat was sold in Guinea.", "Guinea", "GN", ""),
    said("The boat was sold in Equatorial Guinea.", "Equatorial Guinea", "GQ", ""),
    said("The boat was sold in South Sudan.", "South Sudan", "SS", ""),
    said("The boat was sold in the U.S. on Monday.", "U.S.", "US", ""),
    said("OSLO, Norway (AP) — The boat sank on Monday.", "OSLO", "NO", ""),
    # a town that no map has, in a country that the text names
    said("The boat was sold in Kelmarvik, Norway.", "Kelmarvik", "NO", ""),
]

# Each row: text, a place in it that has no point on the map.
WITHOUT_A_POINT = [
    said("Shots were heard in the Amber Quarter on Monday.", "Amber Quarter"),
    said("The boat was built near Old Mole Road.", "Old Mole Road"),
    said("The boat was sold in Kelmarvik.", "Kelmarvik"),
    said("The crew met at Fisher’s Bridge.", "Fisher’s Bridge"),
]


@pytest.fixture(scope="module", autouse=True)
def _parsed() -> None:
    warm([PLACES, LOCATED, WITHOUT_A_POINT])


def placed(text: str, name: str) -> Place:
    """The place that is named so."""
    return next(place for place in locate([document(text)]) if words(text, place.span) == name)


@pytest.mark.parametrize(("text", "places"), PLACES)
def test_places_are_told_from_people_and_bodies(text: str, places: list[str]) -> None:
    assert [words(text, name.span) for name in document(text).names if name.kind is EntityKind.PLACE] == places


@pytest.mark.parametrize(("text", "name", "country", "region"), LOCATED)
def test_a_place_lies_where_a_reader_would_look_for_it(text: str, name: str, country: str, region: str) -> None:
    place = placed(text, name)
    assert (place.country, place.region if region else "") == (country, region)


@pytest.mark.parametrize(("text", "name"), WITHOUT_A_POINT)
def test_what_the_map_lacks_has_no_point_rather_than_a_wrong_one(text: str, name: str) -> None:
    place = placed(text, name)
    assert (place.precision, place.lat, place.lon, place.country) == (Precision.VENUE, None, None, "")
