"""Decisions on the spellings of names, obeyed by clustering: over articles about invented people and places."""

from __future__ import annotations

import itertools
import random
from collections.abc import Sequence
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.decisions import names_decided, spelled
from headwater.documents import read_documents
from headwater.entities import identify
from headwater.models.spacy_english import load_parser
from headwater.settings import Settings
from headwater.testing.articles import make_article
from headwater.types import Decision, DecisionKind, Document, Entity, Span

TEXTS = (
    "Minister Imre Solt opened the bridge at Velmark on Monday. Solt said the work had taken six years.",
    "The minister, I. Solt, spoke in Velmark. Anna Solt, a baker, asked him about the toll. Anna Solt was sent away.",
    "Imre Szolt will not resign, officials in Velmark said. Szolt was in his office. Mayor Ruben Kade agreed.",
    "Solt met reporters in Velmark. José Maren, who built the bridge, did not come. Jose Maren was ill, Kade said.",
)
SPELLINGS = (
    "Imre Solt",
    "Solt",
    "I. Solt",
    "Anna Solt",
    "Imre Szolt",
    "Szolt",
    "Ruben Kade",
    "Kade",
    "José Maren",
    "Jose Maren",
)


def same(*names: str) -> Decision:
    return Decision(DecisionKind.SAME_PERSON, names[:1], names[1:])


def apart(left: str, *right: str) -> Decision:
    return Decision(DecisionKind.NOT_SAME_PERSON, (left,), right)


@cache
def documents() -> tuple[Document, ...]:
    articles = [make_article(text, id=f"a{number}") for number, text in enumerate(TEXTS, 1)]
    return tuple(read_documents(articles, load_parser(Settings().model)))


def people(*decisions: Decision, read: Sequence[Document] | None = None) -> tuple[Entity, ...]:
    return identify(read or documents(), decided=names_decided(decisions))


def bearers(entities: Sequence[Entity], name: str) -> set[str]:
    """The ids of the entities that have a mention so spelled."""
    return {each.id for each in entities for one in each.spellings if spelled(one.text) == spelled(name)}


def test_without_decisions_nothing_changes() -> None:
    assert people() == identify(documents())


def test_two_people_become_one_with_all_their_mentions() -> None:
    before, after = people(), people(same("Ruben Kade", "Anna Solt"))
    assert not bearers(before, "Ruben Kade") & bearers(before, "Anna Solt")
    (one,) = bearers(after, "Ruben Kade") | bearers(after, "Anna Solt")
    assert bearers(after, "Kade") == {one}
    assert len(after) == len(before) - 1


def test_one_person_becomes_two_and_the_short_name_stays_with_the_full_one() -> None:
    after = people(apart("Imre Solt", "I. Solt"))
    assert not bearers(after, "Imre Solt") & bearers(after, "I. Solt")
    assert bearers(after, "Imre Solt") <= bearers(after, "Solt")


def test_a_short_name_is_parted_from_the_full_name_it_was_short_for() -> None:
    after = people(apart("Kade", "Ruben Kade"))
    assert not bearers(after, "Kade") & bearers(after, "Ruben Kade")


def test_a_short_name_that_was_parted_goes_to_no_name_that_only_sounds_alike() -> None:
    read = [*documents(), *_read("Roman Cade, a diver, found the anchor.")]
    after = people(apart("Kade", "Ruben Kade"), read=read)
    assert len(bearers(after, "Kade") | bearers(after, "Roman Cade") | bearers(after, "Ruben Kade")) == 3


def test_two_short_names_that_are_two_never_have_one_full_name_and_the_exact_one_keeps_it() -> None:
    after = people(apart("Szolt", "Solt"))
    assert not bearers(after, "Szolt") & bearers(after, "Solt")
    assert bearers(after, "Imre Solt") & bearers(after, "Solt")


def test_two_short_names_that_are_one_have_one_full_name() -> None:
    after = people(same("Szolt", "Solt"))
    assert len(bearers(after, "Szolt") | bearers(after, "Solt")) == 1


FULL = ("Imre Solt", "Anna Solt", "Imre Szolt", "Ruben Kade", "José Maren")


@pytest.mark.parametrize("pair", list(itertools.combinations(FULL, 2)), ids=" and ".join)
def test_joining_two_full_names_parts_no_mentions_that_were_one(pair: tuple[str, str]) -> None:
    after = {span: each.id for each in people(same(*pair)) for one in each.spellings for span in one.spans}
    for each in people():
        assert len({after[span] for one in each.spellings for span in one.spans}) == 1


def test_two_spellings_of_one_key_can_be_parted() -> None:
    before, after = people(), people(apart("José Maren", "Jose Maren"))
    assert bearers(before, "José Maren") == bearers(before, "Jose Maren")
    assert not bearers(after, "José Maren") & bearers(after, "Jose Maren")


def test_what_is_decided_of_one_spelling_of_a_key_does_not_part_the_others() -> None:
    after = people(same("José Maren", "Ruben Kade"))
    assert bearers(after, "José Maren") == bearers(after, "Jose Maren") == bearers(after, "Ruben Kade")


def test_a_spelling_that_occurs_nowhere_changes_nothing() -> None:
    assert people(same("Imre Solt", "Nobody Here"), apart("Somebody Else", "Anna Solt")) == people()


def test_a_decision_on_a_name_that_is_a_place_too_is_on_the_person() -> None:
    read = [*documents(), *_read("The ferry stopped in Kade on Sunday.")]
    after = people(same("Kade", "Imre Solt"), read=read)
    assert any(each.name == "Velmark" for each in after)
    assert bearers(after, "Imre Solt") <= bearers(after, "Kade")


def _read(text: str) -> list[Document]:
    return list(read_documents([make_article(text, id="a9")], load_parser(Settings().model)))


decisions = st.lists(
    st.builds(
        lambda joins, pair: same(*pair) if joins else apart(*pair),
        st.booleans(),
        st.lists(st.sampled_from(SPELLINGS), min_size=2, max_size=2, unique=True),
    ),
    max_size=4,
)


@given(decisions)
def test_what_stands_of_the_decisions_holds_whatever_they_are(taken: list[Decision]) -> None:
    settled, after = names_decided(taken), people(*taken)
    for names in settled.same:
        assert len(set().union(*(bearers(after, name) for name in names))) <= 1
    for left, right in settled.apart:
        assert not bearers(after, left) & bearers(after, right)


@given(decisions)
def test_no_mention_is_lost_or_told_twice(taken: list[Decision]) -> None:
    assert spans(people(*taken)) == spans(people())


def spans(entities: Sequence[Entity]) -> list[Span]:
    return sorted(span for each in entities for one in each.spellings for span in one.spans)


@given(decisions, st.randoms(use_true_random=False))
def test_neither_order_of_decisions_that_agree_nor_of_documents_matters(
    taken: list[Decision], chance: random.Random
) -> None:
    if not names_decided(taken).overruled:
        shuffled, read = chance.sample(taken, len(taken)), chance.sample(documents(), len(documents()))
        assert people(*shuffled, read=read) == people(*taken)
