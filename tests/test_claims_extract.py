"""What a sentence asserts: event, roles, polarity, certainty, attribution. All people and places are invented."""

from __future__ import annotations

import pytest

from headwater.testing.reading import StoryRead, read_story
from headwater.types import Certainty, Claim, ClaimKind, SourceKind

PUBLISHED = "2031-03-11"  # a Tuesday


def _read(text: str) -> StoryRead:
    return read_story({"a": text}, published=PUBLISHED)


def _said(text: str) -> list[str]:
    story = _read(text)
    return [story.words(claim) for claim in story.claims]


def _only(text: str) -> Claim:
    (claim,) = _read(text).claims
    return claim


def _roles(text: str) -> dict[str, str]:
    story = _read(text)
    article = story.article("a").text
    return {role.name: article[role.span.start : role.span.end] for role in story.claims[0].roles}


# --- what is a claim ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "claims"),
    {
        "Gunmen raided the mill and burned two barns.": ["Gunmen raided the mill", "burned two barns"],
        "There were three fires in Varnholt.": ["There were three fires in Varnholt"],
        "Ada Holm is the mayor of Varnholt.": ["Ada Holm is the mayor of Varnholt"],
        "The harbour remained closed.": ["The harbour remained closed"],
        "Raiders who came by boat burned the mill.": ["Raiders burned the mill", "Raiders who came by boat"],
        "Dockers blocked the quay, leaving three ships stranded.": [
            "Dockers blocked the quay",
            "leaving three ships stranded",
        ],
        "The guards fired after the raiders reached the gate.": ["The guards fired", "the raiders reached the gate"],
    }.items(),
)
def test_each_clause_is_a_claim(text: str, claims: list[str]) -> None:
    found = _said(text)
    assert len(found) == len(claims)
    assert all(words in found or any(words.split()[-1] in one for one in found) for words in claims)


def test_an_event_noun_with_what_it_happened_to_is_a_claim_beside_its_clause() -> None:
    story = _read("The killing of 12 miners in Varnholt shocked the country.")
    told, event = (
        story.claim("The killing of 12 miners in Varnholt shocked the country"),
        story.claim("The killing of 12 miners in Varnholt"),
    )
    assert (told.nominal, event.nominal, event.event_class) == (False, True, "kill")


def test_a_description_beside_a_name_is_a_claim() -> None:
    story = _read("Ada Holm, a former judge of the river court, opened the bridge.")
    assert story.claim("Ada Holm, a former judge of the river court").nominal


@pytest.mark.parametrize(
    "text",
    [
        "The council decided to raise the toll on ferries.",
        "The harbour office wants to close the bridge.",
        "Ada Holm asked the guards to leave the town.",
        "The guards tried to stop the raiders.",
    ],
)
def test_an_infinitive_folds_into_its_clause(text: str) -> None:
    assert _said(text) == [text[:-1]]


@pytest.mark.parametrize(
    ("text", "content"),
    {
        "Ada Holm said the bridge had collapsed.": "the bridge had collapsed",
        "The bridge had collapsed, Ada Holm told reporters.": "The bridge had collapsed",
        "“The bridge has collapsed,” Ada Holm said in a statement on Monday.": "The bridge has collapsed",
        "According to Ada Holm, the bridge had collapsed.": "the bridge had collapsed",
    }.items(),
)
def test_a_speech_clause_gives_no_claim_of_its_own(text: str, content: str) -> None:
    assert [words.removeprefix("According to Ada Holm, ") for words in _said(text)] == [content]


@pytest.mark.parametrize(
    "text", ["Officials said in a statement.", "Ada Holm wrote on Monday.", "Yes.", "Why?", "…", "12 13 14", "“ ”"]
)
def test_what_asserts_nothing_gives_no_claim(text: str) -> None:
    assert _said(text) == []


def test_a_dateline_is_no_part_of_a_claim() -> None:
    assert _said("VARNHOLT (AP) — Gunmen raided the mill.") == ["Gunmen raided the mill"]


def test_a_caption_gives_no_claim() -> None:
    text = "Gunmen raided the mill.\n\nThe mill burns in Varnholt on Monday. (Photo: Ada Holm/AP)\n"
    assert _said(text) == ["Gunmen raided the mill"]


@pytest.mark.parametrize("text", ["The dockers protested in Varnholt.", "The guards fired.", "The strike continued."])
def test_a_deed_that_is_also_a_word_of_saying_is_a_claim(text: str) -> None:
    assert _said(text) == [text[:-1]]


# --- event and roles ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "event", "event_class"),
    [
        ("Gunmen killed two guards.", "kill", "kill"),
        ("Two guards were shot.", "shoot", "shoot"),
        ("Four people were dead.", "dead", "kill"),
        ("Ada Holm is the mayor of Varnholt.", "mayor", ""),
        ("The guild has yet to announce the winners.", "announce", "announce"),
        ("The guards failed to stop the raiders.", "stop", "end"),
        ("Raiders managed to burn the mill.", "burn", "burn"),
    ],
)
def test_the_event_is_the_word_that_says_what_happened(text: str, event: str, event_class: str) -> None:
    claim = _only(text)
    assert (claim.event, claim.event_class) == (event, event_class)


def test_the_passive_turns_the_roles_and_not_the_event() -> None:
    active, passive = _roles("Gunmen killed two guards."), _roles("Two guards were killed by gunmen.")
    assert active == {"agent": "Gunmen", "patient": "two guards"}
    assert passive == {"agent": "gunmen", "patient": "Two guards"}


def test_where_and_with_what_are_roles_and_a_day_is_a_time() -> None:
    roles = _roles("Raiders attacked the lighthouse at Skarrow with three boats on Monday.")
    assert (roles["instrument"], roles["time"]) == ("three boats", "Monday")
    assert "Monday" not in {name: words for name, words in roles.items() if name != "time"}.values()


def test_the_infinitive_of_a_raising_verb_gives_its_roles() -> None:
    assert _roles("The guards failed to stop the raiders.") == {"agent": "The guards", "patient": "the raiders"}


def test_the_dead_are_patients_whatever_the_grammar_says() -> None:
    assert _roles("Four people were dead.")["patient"] == "Four people"


def test_a_role_is_a_phrase_without_the_clauses_and_commas_that_hang_on_it() -> None:
    roles = _roles("Ada Holm, a former judge of the river court, opened the bridge.")
    assert roles["agent"] == "Ada Holm"


def test_a_name_in_a_role_is_its_entity() -> None:
    story = _read("Ada Holm opened the bridge. Holm was cheered by the dockers.")
    assert {role.entity for claim in story.claims for role in claim.roles} == {"ada-holm", ""}


# --- polarity -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "The Reed Front did not attack the lighthouse.",
        "No one was hurt in the fire.",
        "Nobody has claimed the attack on the mill.",
        "The guild has yet to announce the winners.",
        "The guards failed to stop the raiders.",
        "The mayor never approved the lease.",
        "The mill was not insured against fire.",
    ],
)
def test_what_is_said_not_to_be_is_negated(text: str) -> None:
    assert _only(text).negated


@pytest.mark.parametrize(
    "text",
    [
        "The guards did not fail to stop the raiders.",
        "The guards stopped the raiders.",
        "Not only miners were hurt in the fire at the mill.",
        "Raiders with no masks burned the mill.",
    ],
)
def test_two_negations_cancel_and_one_elsewhere_does_not_reach_the_event(text: str) -> None:
    assert not _only(text).negated


def test_a_denial_negates_what_is_denied_at_the_level_of_the_denier() -> None:
    claim = _only("The Reed Front denied that it burned the mill.")
    assert claim.negated
    assert [link.kind for link in claim.attribution] == [SourceKind.ORGANISATION]


# --- certainty, kind, attribution -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "certainty"),
    {
        "Gunmen burned the mill.": Certainty.CERTAIN,
        "Gunmen reportedly burned the mill.": Certainty.PROBABLE,
        "Gunmen may have burned the mill.": Certainty.POSSIBLE,
        "Gunmen would have burned the mill.": Certainty.UNDERSPECIFIED,
        "The mill burned in May.": Certainty.CERTAIN,
    }.items(),
)
def test_a_claim_is_as_sure_as_its_words(text: str, certainty: Certainty) -> None:
    assert _only(text).certainty is certainty


def test_a_condition_is_left_open() -> None:
    condition = _read("If the dam breaks, the flood will reach Varnholt.").claim("If the dam breaks")
    assert condition.certainty is Certainty.UNDERSPECIFIED


def test_words_in_the_first_person_are_an_opinion() -> None:
    assert _only("“We want a new bridge,” Ada Holm said.").kind is ClaimKind.OPINION


def test_what_is_dated_well_before_publication_is_background() -> None:
    assert _only("Ada Holm opened the bridge in 2019.").kind is ClaimKind.BACKGROUND
    assert _only("Ada Holm opened the bridge on Monday.").kind is ClaimKind.EVENT


def test_the_date_of_a_thing_that_is_mentioned_makes_no_background() -> None:
    assert _only("Dockers clashed with police over the June 6 elections.").kind is ClaimKind.EVENT


def test_the_newsroom_s_own_word_has_no_attribution() -> None:
    assert _only("Gunmen burned the mill.").attribution == ()


def test_ids_number_the_claims_of_an_article_in_order() -> None:
    story = read_story({"a": "The mill burned down. The guards fled.", "b": "The guards fled."})
    assert [claim.id for claim in story.claims] == ["a.c0", "a.c1", "b.c0"]
