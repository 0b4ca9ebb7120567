"""Places of a story on the map, and where its event happened. The events and people are fiction, the map is not."""

from __future__ import annotations

import random
import re
import tracemalloc

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.documents import read_documents
from headwater.models.base import Parser
from headwater.models.spacy_english import load_parser
from headwater.places import find_scene, locate
from headwater.places.mentions import Mentioned
from headwater.places.scoring import choose
from headwater.render.words import whereabouts
from headwater.settings import Settings
from headwater.text.atlas import Spot
from headwater.types import Article, Document, EntityKind, Name, Place, Precision, Scene, Span


def named(text: str, *names: str, key: str = "a", kind: EntityKind = EntityKind.PLACE) -> Document:
    """A document without a parse, in which these names stand, each at its first place."""
    article = Article(id=key, text=text, name=key)
    found = sorted(Span(key, text.index(name), text.index(name) + len(name)) for name in names)
    return Document(article, (), (), (), names=tuple(Name(span, kind) for span in found))


def at(document: Document, name: str) -> Place:
    """The place of the name, read with no other document."""
    text = document.article.text
    return next(one for one in locate([document]) if text[one.span.start : one.span.end] == name)


@pytest.fixture(scope="module")
def parser() -> Parser:
    return load_parser(Settings().model)


def scene(*texts: str, parser: Parser) -> Scene | None:
    articles = [Article(id=f"a{number}", text=text, name=f"a{number}") for number, text in enumerate(texts)]
    documents = tuple(read_documents(articles, parser))
    return find_scene(documents, locate(documents), {})


# --- what stands beside a name --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "name", "region"),
    [
        ("A barn burned in Paris, Texas.", "Paris", "Texas"),
        ("A barn burned in Paris, Tenn., on Monday.", "Paris", "Tennessee"),
        ("A barn burned in Springfield, Ill., on Monday.", "Springfield", "Illinois"),
        ("A barn burned in Springfield (Massachusetts).", "Springfield", "Massachusetts"),
        ("A barn burned in Richmond in Kentucky.", "Richmond", "Kentucky"),
        ("A barn burned in Columbus in northern Georgia.", "Columbus", "Georgia"),
        ("Texas's Paris lost a barn.", "Paris", "Texas"),
        ("Nebraska’s capital Lincoln lost a barn.", "Lincoln", "Nebraska"),
        ("A barn burned in Decatur, Ala., on Monday.", "Decatur", "Alabama"),
    ],
)
def test_the_words_beside_a_name_decide_between_towns_of_that_name(text: str, name: str, region: str) -> None:
    place = at(named(text, name), name)
    assert (place.precision, place.region) == (Precision.TOWN, region)
    assert "stated" in {one.name for one in place.evidence}


def test_the_reason_points_at_the_mention_that_says_it() -> None:
    document = named("Paris lost a barn. The fire in Paris, Texas, was out by noon.", "Paris")
    text = document.article.text
    again = Span("a", text.rindex("Paris"), text.rindex("Paris") + 5)
    document = Document(document.article, (), (), (), names=(*document.names, Name(again, EntityKind.PLACE)))
    assert {place.region for place in locate([document])} == {"Texas"}
    assert again in {one.left for place in locate([document]) for one in place.evidence}


def test_an_unknown_town_in_a_known_state_lies_somewhere_in_the_state() -> None:
    place = at(named("A barn burned in Quillmouth, Texas.", "Quillmouth"), "Quillmouth")
    assert (place.name, place.precision, place.region) == ("Quillmouth", Precision.REGION, "Texas")
    assert place.lat is not None


def test_a_town_of_another_state_is_no_stand_in_for_an_unknown_one() -> None:
    place = at(named("A barn burned in Nenagh, Texas.", "Nenagh"), "Nenagh")
    assert (place.country, place.region, place.precision) == ("US", "Texas", Precision.REGION)


def test_in_a_list_a_well_known_city_stays_where_it_is() -> None:
    assert at(named("She moved to Chicago, Texas and Ohio.", "Chicago"), "Chicago").region == "Illinois"


# --- company ----------------------------------------------------------------------------------------------------


def test_a_town_lies_near_the_other_towns_of_the_story() -> None:
    document = named("The bus went from Dallas to Paris by way of Sherman.", "Dallas", "Paris", "Sherman")
    assert at(document, "Paris").region == "Texas"


def test_alone_a_name_is_its_best_known_place() -> None:
    assert at(named("A barn burned in Paris.", "Paris"), "Paris").country == "FR"


def test_georgia_beside_tennessee_is_the_state_and_beside_armenia_the_country() -> None:
    assert at(named("Hail fell in Georgia and Tennessee.", "Georgia", "Tennessee"), "Georgia").country == "US"
    assert at(named("Hail fell in Georgia and Armenia.", "Georgia", "Armenia"), "Georgia").country == "GE"


def test_washington_is_the_capital_and_beside_seattle_the_state() -> None:
    assert at(named("Washington did not answer Moscow.", "Washington", "Moscow"), "Washington").region == (
        "District of Columbia"
    )
    assert at(named("Hail fell in Washington, from Seattle to Spokane.", "Washington", "Seattle", "Spokane"),
              "Washington").region == "Washington"  # fmt: skip


def test_a_metonym_is_the_town_it_is_called_after() -> None:
    assert (at(named("Moscow said no.", "Moscow"), "Moscow").country) == "RU"


def test_a_body_named_after_a_county_tells_which_town_is_meant() -> None:
    text = "A barn burned in Columbus. The Muscogee County Jail lies beside it."
    town, jail = "Columbus", "Muscogee County Jail"
    spans = [Span("a", text.index(one), text.index(one) + len(one)) for one in (town, jail)]
    names = (Name(spans[0], EntityKind.PLACE), Name(spans[1], EntityKind.ORGANISATION))
    document = Document(Article(id="a", text=text, name="a"), (), (), (), names=names)
    places = {place.name: place for place in locate([document])}
    assert places["Columbus"].region == "Georgia"
    assert places["Muscogee County"].embedded


def test_a_part_of_a_town_lies_where_the_town_does() -> None:
    assert at(named("A barn burned in South Philadelphia.", "South Philadelphia"), "South Philadelphia").name == (
        "Philadelphia"
    )


def test_a_thousand_ambiguous_names_are_placed_in_little_memory() -> None:
    names = [
        Mentioned(str(number), (Span("a", number, number + 1),), (), towns_of_one_name(number), (), None)
        for number in range(1000)
    ]
    tracemalloc.start()
    chosen = choose(names)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert None not in chosen
    assert peak < 100_000_000  # all distances at once would be 72 million bytes each time they are written down


def towns_of_one_name(number: int) -> tuple[Spot, ...]:
    """Three invented towns in as many regions, spread over the map by the number."""
    return tuple(
        Spot("N", Precision.TOWN, "US", f"R{at}", "", number * 7 % 60, number * 11 % 170 + 2 * at, 900, alias=False)
        for at in range(3)
    )


# --- what has no point ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["the Amber Quarter", "Old Mole Road", "Quillmouth", "Mosull", "Street", "North"])
def test_what_the_map_lacks_has_no_point(name: str) -> None:
    text = f"Shots were heard in {name} on Monday."
    place = at(named(text, name), name)
    assert (place.precision, place.lat, place.lon, place.country) == (Precision.VENUE, None, None, "")
    assert place.name == name


def test_a_venue_called_after_a_town_has_no_point_of_its_own() -> None:
    document = named("The choir sang in the Manila Council Hall.", "Manila Council Hall")
    assert at(document, "Manila Council Hall").lat is None


def test_people_and_demonyms_are_no_places() -> None:
    document = named("Sydney Holt met the Iraqis.", "Sydney Holt", kind=EntityKind.PERSON)
    group = named("Sydney Holt met the Iraqis.", "Iraqis", kind=EntityKind.GROUP)
    assert locate([document]) == locate([group]) == ()


def test_a_county_is_known_as_finely_as_a_county() -> None:
    place = at(named("Hail fell in Laurel County on Monday.", "Laurel County"), "Laurel County")
    assert (place.precision, place.region) == (Precision.COUNTY, "Kentucky")


@pytest.mark.parametrize(
    ("short", "region"), [("Calif.", "California"), ("Ala.", "Alabama"), ("W.Va.", "West Virginia"), ("Tex.", "Texas")]
)
def test_short_forms_of_states_are_states(short: str, region: str) -> None:
    place = at(named(f"Hail fell in {short} on Monday.", short), short)
    assert (place.precision, place.region) == (Precision.REGION, region)


@pytest.mark.parametrize("name", ["US", "U.S.", "United States", "USA", "America"])
def test_the_united_states_have_many_names(name: str) -> None:
    assert (at(named(f"He flew to the {name} on Monday.", name), name).country) == "US"


# --- laws -------------------------------------------------------------------------------------------------------

TOWNS = ["Paris", "Dallas", "London", "Ontario", "Springfield", "Georgia", "Richmond", "Cairo", "Lebanon", "Quillmouth"]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(TOWNS), min_size=1, max_size=6, unique=True), st.randoms(use_true_random=False))
def test_the_order_of_names_and_of_documents_does_not_matter(names: list[str], chance: random.Random) -> None:
    def read(order: list[str]) -> dict[str, tuple[str, str]]:
        documents = [named(f"It rained in {name} today.", name, key=name) for name in order]
        return {place.span.article: (place.country, place.region) for place in locate(documents)}

    shuffled = names[:]
    chance.shuffle(shuffled)
    assert read(names) == read(shuffled)


def test_one_name_means_one_place_throughout_a_story() -> None:
    one = named("A barn burned in Paris, Texas.", "Paris", key="a")
    other = named("The fire in Paris was out by noon.", "Paris", key="b")
    assert {place.region for place in locate([one, other])} == {"Texas"}


def test_every_place_stands_in_the_text_and_they_come_in_order() -> None:
    document = named(
        "From Dallas to Paris by way of Sherman and Quillmouth.", "Paris", "Dallas", "Quillmouth", "Sherman"
    )
    places = locate([document])
    assert [place.span for place in places] == sorted(place.span for place in places)
    assert {place.span for place in places} == {name.span for name in document.names}


def test_no_documents_have_no_places_and_no_scene() -> None:
    assert locate([]) == ()
    assert find_scene([], (), {}) is None


# --- the scene --------------------------------------------------------------------------------------------------

FIRE = "LUBBOCK, Texas (AP) — A barn burned in Lubbock on Monday, the police said. Its owner lives in Denver."
AGAIN = "Firemen from Lubbock put out a fire in a barn on Monday. The owner, who lives in Colorado, was not hurt."


def test_the_scene_is_the_town_that_is_named_early_and_often(parser: Parser) -> None:
    found = scene(FIRE, AGAIN, parser=parser)
    assert found is not None
    assert (found.name, found.region, found.country, found.precision) == ("Lubbock", "Texas", "US", Precision.TOWN)
    assert found.told.text == "Lubbock, Texas, United States"
    assert found.articles == 2


def test_the_scene_opens_the_mentions_it_rests_on(parser: Parser) -> None:
    found = scene(FIRE, AGAIN, parser=parser)
    assert found is not None
    texts = {"a0": FIRE, "a1": AGAIN}
    assert {texts[span.article][span.start : span.end].casefold() for span in found.told.spans} == {"lubbock"}


def test_a_copied_article_has_no_vote_of_its_own() -> None:
    first = named("A barn burned in Dallas.", "Dallas", key="a")
    second = named("A barn burned in Denver.", "Denver", key="b")
    copies = [named("A barn burned in Denver.", "Denver", key=f"c{number}") for number in range(3)]
    third = named("A barn burned in Dallas.", "Dallas", key="d")
    documents = [first, second, *copies, third]
    lines = {"b": "L", "c0": "L", "c1": "L", "c2": "L"}
    found = find_scene(documents, locate(documents), lines)
    assert found is not None
    assert found.name == "Dallas"


def test_without_a_town_the_scene_is_the_county_and_without_one_the_state() -> None:
    county = named("Hail fell in Laurel County on Monday, the finest in Kentucky.", "Laurel County", "Kentucky")
    found = find_scene([county], locate([county]), {})
    assert found is not None
    assert (found.name, found.precision) == ("Laurel County", Precision.COUNTY)
    state = named("Hail fell in Kentucky on Monday.", "Kentucky")
    found = find_scene([state], locate([state]), {})
    assert found is not None
    assert (found.name, found.precision) == ("Kentucky", Precision.REGION)


def test_a_name_that_stands_once_and_is_not_on_the_map_is_no_scene() -> None:
    document = named("Shots were heard in Quillmouth.", "Quillmouth")
    assert find_scene([document], locate([document]), {}) is None


# --- a scene that the map lacks ---------------------------------------------------------------------------------

PORT = "A barn burned in Quillmouth on Monday. Firemen from Quillmouth put it out."


def told_by_all(*texts: str, kind: EntityKind = EntityKind.PLACE) -> list[Document]:
    """Documents in which every Quillmouth and every Dallas is a name."""
    documents = []
    for number, text in enumerate(texts):
        key = f"a{number}"
        found = [Span(key, at.start(), at.end()) for at in re.finditer("Quillmouth|QUILLMOUTH|Drenland|Dallas", text)]
        kinds = [EntityKind.PLACE if text[one.start : one.end] == "Dallas" else kind for one in found]
        names = tuple(Name(span, of) for span, of in zip(found, kinds, strict=True))
        documents.append(Document(Article(id=key, text=text, name=key), (), (), (), names=names))
    return documents


def test_a_town_that_happens_to_be_the_only_one_on_the_map_is_no_scene() -> None:
    documents = told_by_all(PORT, PORT, f"{PORT} Its owner lives in Dallas, Dallas, Dallas.")
    found = find_scene(documents, locate(documents), {})
    assert found is not None
    assert (found.name, found.precision, found.country, found.lat) == ("Quillmouth", Precision.VENUE, "", None)
    assert whereabouts(found, 3) == "Quillmouth (not on our map, by 3 of 3 articles)"
    assert {one.name for one in found.evidence} == {"mentions"}


def test_a_town_that_half_of_the_lines_name_is_the_scene_beside_a_name_that_the_map_lacks() -> None:
    documents = told_by_all(f"Dallas: {PORT}", PORT, f"Dallas: {PORT}")
    found = find_scene(documents, locate(documents), {})
    assert found is not None
    assert found.name == "Dallas"


def test_copies_of_an_article_do_not_make_its_place_the_scene() -> None:
    documents = told_by_all(*(f"{PORT} {number}" for number in range(4)), "Dallas burns, Dallas says.")
    lines = {f"a{number}": "L" for number in range(4)}
    found = find_scene(documents, locate(documents), lines)
    assert found is not None
    assert found.name == "Dallas"


def test_a_dateline_outdoes_a_town_named_later_in_the_same_article(parser: Parser) -> None:
    text = f"QUILLMOUTH, Drenland (MP) — {PORT} Talks go on in Quillmouth. Its owner lives in Denver."
    found = scene(text, parser=parser)
    assert found is not None
    assert (found.told.text, found.precision) == ("Quillmouth", Precision.VENUE)


def test_behind_a_comma_stands_the_wider_place_however_often_it_is_named() -> None:
    documents = told_by_all("In Quillmouth, Drenland, a barn burned. Drenland and Quillmouth mourn. Drenland's own.")
    found = find_scene(documents, locate(documents), {})
    assert found is not None
    assert found.name == "Quillmouth"


@pytest.mark.parametrize("kind", [EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.GROUP])
def test_a_person_or_a_body_is_no_scene(kind: EntityKind) -> None:
    documents = told_by_all(PORT, PORT, f"{PORT} Its owner lives in Dallas.", kind=kind)
    found = find_scene(documents, locate(documents), {})
    assert found is not None
    assert found.name == "Dallas"


def test_a_street_is_no_scene() -> None:
    street = PORT.replace("Quillmouth", "Quillmouth Road")
    documents = [named(street, "Quillmouth Road", key=key) for key in "abc"]
    assert find_scene(documents, locate(documents), {}) is None


def test_a_scene_that_the_map_lacks_is_written_as_the_articles_mostly_do() -> None:
    documents = told_by_all(PORT.replace("Quillmouth", "QUILLMOUTH"), PORT, PORT.replace("Quillmouth", "QUILLMOUTH"))
    found = find_scene(documents, locate(documents), {})
    assert found is not None
    assert (found.name, found.articles) == ("Quillmouth", 3)
