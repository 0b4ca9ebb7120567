"""How two claims stand to each other. All people and places are invented, but for a few towns that the map has."""

from __future__ import annotations

import functools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.places import locate
from headwater.relations import Context, compare, context_of, relate
from headwater.relations.categories import exclusive_kinds
from headwater.relations.nouns import noun_fit
from headwater.testing.reading import StoryRead, read_story
from headwater.text.mentions import EntityIndex
from headwater.types import Claim, ConflictKind, Relation, RelationKind

DAY = "2031-03-11"  # a Tuesday
TOLL = "The blast in Varnholt killed {} people on Monday."
RAID = "Raiders attacked the mill in Varnholt {}."

UNCOMPARABLE, SAME, MORE, LESS, COMPATIBLE, UPDATE, CONFLICT, DENIAL = RelationKind
HOURS = {"a": f"{DAY}T08:00:00+00:00", "b": f"{DAY}T18:00:00+00:00"}


@functools.cache
def _read(one: str, other: str, hours: bool = False) -> tuple[StoryRead, Context]:
    story = read_story({"a": one, "b": other}, published=HOURS if hours else DAY)
    return story, context_of(story.documents, EntityIndex(story.entities), locate(story.documents))


def _outer(story: StoryRead, article: str) -> Claim:
    """The longest claim of the article."""
    of_article = (claim for claim in story.claims if claim.span.article == article)
    return max(of_article, key=lambda claim: claim.span.end - claim.span.start)


def _relation(one: str, other: str, *, hours: bool = False) -> Relation:
    """How the longest claim of the one text stands to that of the other."""
    story, context = _read(one, other, hours)
    return relate(_outer(story, "a"), _outer(story, "b"), context)


def _kind(one: str, other: str) -> tuple[RelationKind, ConflictKind | None]:
    found = _relation(one, other)
    return found.kind, found.aspect


# --- comparable at all --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (TOLL.format(12), TOLL.format(12).replace("killed", "injured")),
        (TOLL.format(12), "Ada Holm opened the bridge."),
        ("Gunmen killed two guards.", "Gunmen killed two bakers."),
        ("Orla Venn sold the mill.", "Marek Solt sold the mill."),
        ("Gunmen killed two guards in Paris on Monday.", "Gunmen killed two guards in Lyon on Saturday."),
    ],
    ids=["other harm", "other event", "other people", "other name", "other place and day"],
)
def test_claims_of_two_events_are_not_comparable_and_it_is_said_why(one: str, other: str) -> None:
    found = _relation(one, other)
    assert found.kind is UNCOMPARABLE
    assert found.note


# --- numbers ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("12", "twelve", SAME),
        ("12", "a dozen", SAME),
        ("12", "at least 10", MORE),
        ("at least two", "three", LESS),
        ("about 50", "54", LESS),
        ("10 to 15", "14 to 20", COMPATIBLE),
        ("12", "21", CONFLICT),
        ("dozens of", "120", CONFLICT),
    ],
)
def test_numbers_are_compared_as_intervals(one: str, other: str, kind: RelationKind) -> None:
    assert _relation(TOLL.format(one), TOLL.format(other)).kind is kind


def test_killed_are_not_compared_with_killed_and_wounded() -> None:
    other = TOLL.format(30).replace("killed 30 people", "left 30 people dead or wounded")
    assert _relation(TOLL.format(12), other).aspect is not ConflictKind.QUANTITY


def test_a_conflict_of_tolls_says_how_it_might_be_reconciled() -> None:
    assert "counts others" in _relation(TOLL.format(12), TOLL.format(15)).note


def test_a_later_higher_toll_is_an_update_and_a_later_lower_one_is_not() -> None:
    assert _relation(TOLL.format(10), TOLL.format(12), hours=True).kind is UPDATE
    assert _relation(TOLL.format(12), TOLL.format(10), hours=True).kind is CONFLICT


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The mill sells 30 boats a day.", "The mill sells 900 boats a month."),
        ("About 30 percent of the votes were counted.", "About 3,000 votes were counted."),
    ],
    ids=["rates", "a share and a count"],
)
def test_numbers_in_two_measures_can_both_hold(one: str, other: str) -> None:
    assert _relation(one, other).kind is COMPATIBLE


def test_a_part_is_not_compared_with_the_whole() -> None:
    found = _relation("The list won 73 seats.", "The list won 73 of the 329 seats.")
    assert found.kind is not CONFLICT


def test_two_guards_are_more_specific_than_two_people() -> None:
    assert _relation("Gunmen killed two guards.", "Gunmen killed two people.").kind is MORE
    assert _relation("Gunmen killed two people.", "Gunmen killed two guards.").kind is LESS


# --- days and places ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("on Monday", "on March 10", SAME),
        ("on Monday", "in March", MORE),
        ("on Monday", "", MORE),
        ("overnight on Monday", "on Tuesday", COMPATIBLE),
        ("at 2200 GMT on Monday", "on Tuesday", COMPATIBLE),
    ],
)
def test_days_are_compared_by_what_they_can_mean(one: str, other: str, kind: RelationKind) -> None:
    assert _relation(RAID.format(one), RAID.format(other)).kind is kind


def test_a_day_that_differs_is_a_conflict_where_all_else_agrees() -> None:
    found = _relation("The council approved the lease on March 3.", "The council approved the lease on March 4.")
    assert (found.kind, found.aspect) == (CONFLICT, ConflictKind.DATE)
    assert "another zone" in found.note


@pytest.mark.parametrize(("other", "kind"), [("France", MORE), ("Lyon", CONFLICT), ("Paris", SAME)])
def test_places_contain_each_other_or_exclude_each_other(other: str, kind: RelationKind) -> None:
    text = "Gunmen killed two guards in {}."
    assert _relation(text.format("Paris"), text.format(other)).kind is kind


# --- kinds and roles ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("A drone hit the mill on Sunday.", "A rocket hit the mill on Sunday."),
        ("A drone strike hit the mill.", "A rocket attack hit the mill."),
        ("The blast was an accident.", "The blast was an attack."),
        ("Ada Holm was shot on Sunday.", "Ada Holm was stabbed on Sunday."),
    ],
)
def test_two_exclusive_kinds_of_one_thing_conflict(one: str, other: str) -> None:
    assert _kind(one, other) == (CONFLICT, ConflictKind.CATEGORY)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("A weapon was used.", "A drone was used."),
        ("Drones and rockets hit the mill.", "Rockets hit the mill."),
        ("A ship sank.", "A boat sank."),
    ],
    ids=["a kind of it", "both", "loose words"],
)
def test_kinds_that_can_both_be_said_do_not_conflict(one: str, other: str) -> None:
    assert _relation(one, other).kind is not CONFLICT


def test_two_names_for_who_did_one_deed_conflict_and_for_who_welcomed_it_do_not() -> None:
    other = BURNED.replace("Reed Front", "Mill Guard")
    assert _kind(BURNED, other) == (CONFLICT, ConflictKind.ROLE)
    assert _relation(BURNED.replace("burned", "praised"), other.replace("burned", "praised")).kind is UNCOMPARABLE


def test_who_did_it_to_whom_can_be_exchanged() -> None:
    one, other = "The police attacked the protesters.", "The protesters attacked the police."
    assert _kind(one, other) == (CONFLICT, ConflictKind.ROLE)
    assert _relation(one, "The protesters were attacked by the police.").kind is SAME


# --- yes and no ---------------------------------------------------------------------------------------------------

BURNED = "The Reed Front burned the mill at Skarrow."


def test_what_one_asserts_and_the_other_denies_is_a_conflict_of_polarity() -> None:
    assert _kind(BURNED, BURNED.replace("burned", "did not burn")) == (CONFLICT, ConflictKind.POLARITY)


def test_a_denial_opposes_only_as_the_word_of_who_denies() -> None:
    found = _relation(BURNED, "The Reed Front denied that it burned the mill at Skarrow.")
    assert (found.kind, found.aspect) == (DENIAL, ConflictKind.DENIAL)
    assert found.note.startswith("The Reed Front denies it")


def test_to_refuse_all_part_in_it_denies_what_claims_responsibility() -> None:
    found = _relation("The Reed Front claimed responsibility.", "The Reed Front denied any role.")
    assert found.kind is DENIAL


@pytest.mark.parametrize(
    "other",
    [
        "The guards did not fail to stop the raiders.",
        "It is not true that the guards did not stop the raiders.",
    ],
)
def test_two_negations_cancel(other: str) -> None:
    assert _relation("The guards stopped the raiders.", other).kind is not CONFLICT


@pytest.mark.parametrize(
    "other",
    [
        "The guards may not have stopped the raiders.",
        "Police could not say whether the guards stopped the raiders.",
        "The guards did not stop the raiders alone.",
        "The guards did not stop the raiders until noon.",
    ],
    ids=["may", "whether", "alone", "until"],
)
def test_what_is_open_or_denied_in_part_excludes_nothing(other: str) -> None:
    assert _relation("The guards stopped the raiders.", other).kind is not CONFLICT


def test_opposites_deny_each_other() -> None:
    assert _kind("The guards opened the gate.", "The guards closed the gate.") == (CONFLICT, ConflictKind.POLARITY)
    assert _relation("The guards opened the gate.", "The guards did not close the gate.").kind is not CONFLICT


# --- laws ---------------------------------------------------------------------------------------------------------

SENTENCES = [
    TOLL.format(12), TOLL.format("at least 10"), TOLL.format(21), RAID.format("on Monday"), RAID.format("on March 4"),
    BURNED, BURNED.replace("burned", "did not burn"), "The Reed Front denied that it burned the mill at Skarrow.",
    "A drone hit the mill on Sunday.", "A rocket hit the mill on Sunday.", "Gunmen killed two guards in Paris.",
    "Gunmen killed two guards in France.", "Gunmen killed two people.", "The Reed Front denied any role.",
]  # fmt: skip
MIRROR = {MORE: LESS, LESS: MORE}


@given(st.sampled_from(SENTENCES), st.sampled_from(SENTENCES))
def test_a_relation_read_from_the_other_side_changes_only_more_and_less_specific(one: str, other: str) -> None:
    here, there = _relation(one, other), _relation(other, one)
    assert there.kind is MIRROR.get(here.kind, here.kind)
    assert there.aspect is here.aspect


@given(st.sampled_from(SENTENCES))
def test_a_claim_is_the_same_as_itself_and_as_the_same_words_elsewhere(sentence: str) -> None:
    story, context = _read(sentence, sentence)
    claim = _outer(story, "a")
    assert relate(claim, claim, context).kind is SAME
    assert relate(claim, _outer(story, "b"), context).kind is SAME


@given(st.sampled_from(SENTENCES), st.sampled_from(SENTENCES))
def test_every_part_of_the_evidence_is_what_a_comparator_found(one: str, other: str) -> None:
    story, context = _read(one, other)
    found = compare(_outer(story, "a"), _outer(story, "b"), context)
    evidence = _relation(one, other).evidence
    assert [part.name for part in evidence] == [each.name for each in found]
    assert all(-1 <= part.score <= 1 and part.detail for part in evidence)


WORDS = st.sampled_from(["drone", "rocket", "weapon", "ship", "boat", "accident", "attack", "bus", "man", "people", ""])


@given(WORDS, WORDS)
def test_kinds_and_nouns_are_compared_symmetrically(one: str, other: str) -> None:
    assert exclusive_kinds(one, other) == exclusive_kinds(other, one)
    assert {noun_fit(one, other), noun_fit(other, one)} in [
        {noun_fit(one, other)},
        {"narrower", "wider"},
    ]


def test_a_claim_of_a_document_that_is_not_in_the_context_is_an_error() -> None:
    story, _ = _read(BURNED, BURNED)
    with pytest.raises(KeyError):
        relate(_outer(story, "a"), _outer(story, "b"), context_of((), EntityIndex(())))
