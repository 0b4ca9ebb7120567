"""Hard cases of who is who: where names stand, what kind they are, which are one. All people and bodies are fiction."""

from __future__ import annotations

import pytest
from reading_cases import Story, case, document, said, story, warm, words

from headwater.entities import identify
from headwater.types import Derivation, DerivationKind, Direction, EntityKind, Passage

PERSON, BODY, PLACE, GROUP = EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.PLACE, EntityKind.GROUP

# Each row: text, every name in it with its kind.
NAMED = [
    # titles with a dot, initials, particles, suffixes
    said("Police asked Lt. Gov. Ilka Morn about the boat.", {"Ilka Morn": PERSON}),
    said("Police asked Sgt. Maj. Otto Brask about the boat.", {"Otto Brask": PERSON}),
    said("Police asked Rev. Dr. Greta Sund about the boat.", {"Greta Sund": PERSON}),
    said("Sheikh Omar al-Dawas sold the boat.", {"Omar al-Dawas": PERSON}),
    said("Said Dawas sold the boat.", {"Said Dawas": PERSON}),
    said("Police asked J. R. Brask about the boat.", {"J. R. Brask": PERSON}),
    said("Police asked Otto P. Brask about the boat.", {"Otto P. Brask": PERSON}),
    said("Police asked K.T. Venn about the boat.", {"K.T. Venn": PERSON}),
    said("Police asked Otto Brask Jr. about the boat.", {"Otto Brask Jr.": PERSON}),
    said("Ludwig von Harten sold the boat.", {"Ludwig von Harten": PERSON}),
    said("Omar bin Salim al-Dawas sold the boat.", {"Omar bin Salim al-Dawas": PERSON}),
    said("Maria de la Vega Ruiz sold the boat.", {"Maria de la Vega Ruiz": PERSON}),
    said("Jean-Luc d’Arvenne sold the boat.", {"Jean-Luc d’Arvenne": PERSON}),
    said("Vincent O’Darrell sold the boat.", {"Vincent O’Darrell": PERSON}),
    said("Anna Holt-Brask sold the boat.", {"Anna Holt-Brask": PERSON}),
    said("José Ferrán sold the boat.", {"José Ferrán": PERSON}),
    said("Police asked Abu Zahir about the boat.", {"Abu Zahir": PERSON}),
    said("Police asked Umm Salim al-Dawas about the boat.", {"Umm Salim al-Dawas": PERSON}),
    # possessives
    said("The crew sold Otto Brask’s boat.", {"Otto Brask": PERSON}),
    said("The crew sold Otto Hines’ boat.", {"Otto Hines": PERSON}),
    said(
        "Ilka Morn's brother sold the boat.",
        {"Ilka Morn": PERSON},
    ),
    # people named like places, months and words
    said("Jordan Eck drove to Jordan on Monday.", {"Jordan Eck": PERSON, "Jordan": PLACE}),
    said(
        "Austin Holt lives in Austin.",
        {"Austin Holt": PERSON, "Austin": PLACE},
    ),
    said(
        "Chelsea Brask sold the boat.", {"Chelsea Brask": PERSON}, still="a person named like a town is labelled a body"
    ),
    said("Mr. London sold the boat.", {"London": PERSON}),
    said("Ms. Paris Holt sold the boat in Paris.", {"Paris Holt": PERSON, "Paris": PLACE}),
    said("Governor Florence Sund sold the boat.", {"Florence Sund": PERSON}),
    said("Clara May sold the boat in May.", {"Clara May": PERSON}),
    said(
        "April March sold the boat in March.", {"April March": PERSON}, still="a person named like two months is a date"
    ),
    said("Ms. May may march in May.", {"May": PERSON}),
    said(
        "Georgia Holt flew from Georgia to Norway.",
        {"Georgia Holt": PERSON, "Georgia": PLACE, "Norway": PLACE},
    ),
    # bodies
    said("Officials of the Tarrow Harbour Authority came.", {"Tarrow Harbour Authority": BODY}),
    said("The University of Tarrow bought the boat.", {"University of Tarrow": BODY}),
    said("Brask & Sons sold the boat.", {"Brask & Sons": BODY}),
    said("Brask Shipping Inc. sold the boat.", {"Brask Shipping Inc.": BODY}),
    said("She told the Daily Lantern about the boat.", {"Daily Lantern": BODY}),
    said("The 7th Harbour Brigade sold the boat.", {"7th Harbour Brigade": BODY}),
    said("The Ministry of Ports sold the boat.", {"Ministry of Ports": BODY}),
    said("The Tarrow Workers’ Party sold the boat.", {"Tarrow Workers’ Party": BODY}),
    said("The Supreme Court of Norway sat on Monday.", {"Supreme Court": BODY, "Norway": PLACE}),
    # groups
    said("Norwegians sold the boat.", {"Norwegians": GROUP}),
    said("Two Syrian sailors sold the boat.", {"Syrian": GROUP}),
    said("Catholics and Muslims came.", {"Catholics": GROUP, "Muslims": GROUP}),
    said("A Kurdish crew sold the boat.", {"Kurdish": GROUP}),
    # what is no name
    said("Said the mayor: the boat is sold.", {}),
    said("On Monday the boat was sold.", {}),
    said("Fishermen sold the boat. Boats were cheap.", {}),
    said("The Prime Minister sold the boat.", {}),
    said("BREAKING: boat sold on Monday.", {}),
    # names that run together
    said(
        "Boat sold by Otto Brask Otto Brask sold the boat to a friend on Monday.",
        {"Otto Brask": PERSON},
    ),
    said(
        "Mayor Ilka Morn, Otto Brask and Greta Sund came.",
        {"Ilka Morn": PERSON, "Otto Brask": PERSON, "Greta Sund": PERSON},
    ),
]

# Each row: articles parted by a bar, one name, another, whether they are one.
ONE_OR_TWO = [
    # titles, initials, short names
    said("Otto Brask owns the boat. The boat leaks, O. Brask said.", "Otto Brask", "O. Brask", True),
    said("J. R. Brask owns the boat. | J.R. Brask owns the boat.", "J. R. Brask", "J.R. Brask", True),
    said("Otto P. Brask owns it. | Otto Brask owns it.", "Otto P. Brask", "Otto Brask", True),
    said("Otto P. Brask owns it. | Otto R. Brask owns it.", "Otto P. Brask", "Otto R. Brask", False),
    said("Dr. Ilka Morn owns the boat. Ms. Morn sold it.", "Ilka Morn", "Morn", True),
    said("Ludwig von Harten owns the boat. Mr. von Harten sold it.", "Ludwig von Harten", "von Harten", True),
    said("Zhang Weilu owns the boat. Mr. Zhang sold it.", "Zhang Weilu", "Zhang", True),
    said(
        "Otto “The Crane” Brask owns the boat. Brask sold it.",
        "Otto “The Crane” Brask",
        "Brask",
        True,
    ),
    said("OTTO BRASK SELLS BOAT\n\nOtto Brask sold the boat on Monday.", "OTTO BRASK", "Otto Brask", True),
    # spellings
    said("Yousef al-Darwani left. | Yusuf Al Darwani left.", "Yousef al-Darwani", "Yusuf Al Darwani", True),
    said("Muhammad Dawas left. | Mohammed Dawas left.", "Muhammad Dawas", "Mohammed Dawas", True),
    said(
        "Abdel Rahman Dawas left. | Abdulrahman Dawas left.",
        "Abdel Rahman Dawas",
        "Abdulrahman Dawas",
        True,
    ),
    said("Dmitry Kravchin left. | Dmitri Kravchin left.", "Dmitry Kravchin", "Dmitri Kravchin", True),
    said(
        "Aleksey Morozkin left. | Alexei Morozkin left.",
        "Aleksey Morozkin",
        "Alexei Morozkin",
        True,
    ),
    said("Mayor José Ferrán left. | Mayor Jose Ferran left.", "José Ferrán", "Jose Ferran", True),
    said(
        "Marek Stolzenau left. | Marek Stolzenaw left.",
        "Marek Stolzenau",
        "Marek Stolzenaw",
        True,
    ),
    said("Qasim al-Dhiyabi left. | Kassem Ziyabi left.", "Qasim al-Dhiyabi", "Kassem Ziyabi", True),
    # kunya
    said("Karim Dawas, known as Abu Zahir, left.", "Karim Dawas", "Abu Zahir", True),
    said("Karim Dawas left. Police then asked Abu Karim about it.", "Karim Dawas", "Abu Karim", False),
    said("Abu Zahir Dawas left. | Karim Salim left.", "Abu Zahir Dawas", "Karim Salim", False),
    said("Police asked Umm Salim. Salim Dawas left.", "Umm Salim", "Salim Dawas", False),
    # bodies
    said("The Tarrow Harbour Authority (THA) met. The THA voted.", "Tarrow Harbour Authority", "THA", True),
    said("The Tarrow Harbour Authority met. The THA voted.", "Tarrow Harbour Authority", "THA", True),
    said(
        "The Tarrow Harbour Authority met. The Authority voted.",
        "Tarrow Harbour Authority",
        "Authority",
        True,
    ),
    said(
        "The Tarrow Fishermen’s Union met. The Union voted.",
        "Tarrow Fishermen’s Union",
        "Union",
        True,
    ),
    said("Brask Shipping Inc. met. Brask Shipping voted.", "Brask Shipping Inc.", "Brask Shipping", True),
    said("The Harbour Brigade, also known as the Blue Lions, met.", "Harbour Brigade", "Blue Lions", True),
    said("Officials in the U.S. met. | The United States agreed.", "U.S.", "United States", True),
    # two that are not one
    said("Jonas Eck left with his brother Peter Eck.", "Jonas Eck", "Peter Eck", False),
    said(
        "Otto Brask Sr. and Otto Brask Jr. left.",
        "Otto Brask Sr.",
        "Otto Brask Jr.",
        False,
    ),
    said(
        "Ilka Morn left. Ilse Morn came.",
        "Ilka Morn",
        "Ilse Morn",
        False,
    ),
    said("Yusuf Darwani met Youssef Darwani.", "Yusuf Darwani", "Youssef Darwani", False),
    said("Anton Morozkin left. Anna Morozkina came.", "Anton Morozkin", "Anna Morozkina", False),
    said("The 7th Harbour Brigade met the 8th Harbour Brigade.", "7th Harbour Brigade", "8th Harbour Brigade", False),
    said("Otto Brask left. Brask Shipping met on Monday.", "Otto Brask", "Brask Shipping", False),
    said("Norway met the Norwegians.", "Norway", "Norwegians", False),
    said("Georgia Holt flew to Georgia.", "Georgia Holt", "Georgia", False),
    said(
        "Norway’s Foreign Ministry wrote to Sweden. Sweden’s Foreign Ministry wrote back.",
        "Foreign Ministry",
        "Foreign Ministry",
        False,
    ),
    said("Niger met Nigeria.", "Niger", "Nigeria", False),
]

# Each row: articles parted by a bar, the name that the first person or body in them should go by.
CANONICAL = [
    case(
        "the fullest of equally common names",
        "Morn resigned. Ilka Morn was mayor. | Mayor Ilka Morn resigned.",
        "Ilka Morn",
    ),
    case(
        "the spelling of most articles",
        "Yusuf Darwani left. | Yusuf Darwani left on Monday. | Yousef Darwani was gone by noon.",
        "Yusuf Darwani",
    ),
    case(
        "a full name though the short one is more common",
        "Otto Brask left. Brask sold the boat. Brask wept. Brask laughed.",
        "Otto Brask",
    ),
    case(
        "a body's name rather than its acronym",
        "The Tarrow Harbour Authority (THA) met. The THA voted. The THA left.",
        "Tarrow Harbour Authority",
    ),
]

# Each row: a text and a sentence copied from it, a name in each, whether they are one.
RESPELT = [
    case(
        "a family name respelt by a copy is the same person",
        "Police asked Marek Stolzenau about the boat. | Police asked Marek Stoltznow about the boat.",
        "Marek Stolzenau",
        "Marek Stoltznow",
        True,
    ),
    case(
        "a name in other company is another name",
        "Police asked Marek Stolzenau about the boat. | Guards met Marek Stoltznow on the boat.",
        "Marek Stolzenau",
        "Marek Stoltznow",
        False,
    ),
    case(
        "two words changed make another name",
        "Police asked Marek Stolzenau about the boat. | Police asked Maren Stoltznow about the boat.",
        "Marek Stolzenau",
        "Maren Stoltznow",
        False,
    ),
    case(
        "another family name is another person",
        "Police asked Marek Stolzenau about the boat. | Police asked Marek Lindhagen about the boat.",
        "Marek Stolzenau",
        "Marek Lindhagen",
        False,
    ),
    case(
        "who stands beside the other in the copy is somebody else",
        "Police asked Marek Stolzenau about it. | Police asked Marek Stoltznow about it and Marek Stolzenau about her.",
        "Marek Stolzenau",
        "Marek Stoltznow",
        False,
    ),
]


@pytest.fixture(scope="module", autouse=True)
def _parsed() -> None:
    warm([NAMED, ONE_OR_TWO, CANONICAL, RESPELT])


@pytest.mark.parametrize(("text", "names"), NAMED)
def test_names_have_their_words_and_their_kind(text: str, names: dict[str, EntityKind]) -> None:
    assert {words(text, name.span): name.kind for name in document(text).names} == names


@pytest.mark.parametrize(("texts", "left", "right", "same"), ONE_OR_TWO)
def test_two_names_are_one_or_two(texts: str, left: str, right: str, same: bool) -> None:
    read: Story = story(texts)
    first, second = read.entity(left), read.entity(right, last=True)
    assert (first == second) is same


@pytest.mark.parametrize(("texts", "name"), CANONICAL)
def test_the_name_for_readers_is_chosen_by_rule(texts: str, name: str) -> None:
    read: Story = story(texts)
    assert [entity.name for entity in read.entities if entity.kind in (PERSON, BODY)] == [name]


@pytest.mark.parametrize(("texts", "left", "right", "same"), RESPELT)
def test_a_name_at_its_place_in_a_copied_sentence_may_be_respelt(texts: str, left: str, right: str, same: bool) -> None:
    documents = story(texts).documents
    pair = Passage(documents[0].sentences[0].span, documents[1].sentences[0].span, 0.9)
    copied = Derivation(
        "paper0", "paper1", DerivationKind.COPY, Direction.UNDECIDED, 9.0, (pair,), (), sentences=(pair,)
    )
    read = Story(documents, identify(documents, None, [copied]))
    assert (read.entity(left) == read.entity(right)) is same
    assert story(texts).entity(left) != story(texts).entity(right)
