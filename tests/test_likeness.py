"""How like two claims are, by their terms. All people and places are invented."""

from __future__ import annotations

import itertools
import math

import pytest

from headwater.claims.likeness import BASE_RATE, WEIGHTS, Likeness
from headwater.claims.measures import MEASURES
from headwater.claims.terms import Terms, terms_of
from headwater.evidence import total
from headwater.testing.reading import read_story
from headwater.text.mentions import EntityIndex

SENTENCES = {
    "a": "Gunmen killed 12 miners in Varnholt on Monday.",
    "b": "Twelve miners were slain by gunmen in Varnholt.",
    "c": "Ada Holm opened the new bridge over the Ense.",
    "d": "Bren Okoro opened the new bridge over the Ense.",
    "e": "The mayor inaugurated a bridge.",
    "f": "Church bells rang on Monday.",
}


def _bags() -> dict[str, Terms]:
    """The terms of each sentence's one claim, by its letter."""
    story = read_story(SENTENCES, published="2031-03-11")
    documents = {document.article.id: document for document in story.documents}
    index = EntityIndex(story.entities)
    return {claim.span.article: terms_of(claim, documents[claim.span.article], index) for claim in story.claims}


@pytest.fixture(scope="module")
def likeness() -> Likeness:
    return Likeness(list(_bags().values()))


def _of(likeness: Likeness, one: str, other: str) -> float:
    return likeness.of(f"{one}.c0", f"{other}.c0")


def test_a_claim_is_liker_to_itself_than_to_any_other(likeness: Likeness) -> None:
    for one in "abcd":
        assert _of(likeness, one, one) > max(_of(likeness, one, other) for other in "abcd" if other != one)


def test_likeness_is_symmetric_and_between_0_and_1(likeness: Likeness) -> None:
    for one, other in itertools.product("abcde", repeat=2):
        assert _of(likeness, one, other) == pytest.approx(_of(likeness, other, one))
        assert 0 <= _of(likeness, one, other) <= 1 + 1e-9


def test_the_passive_with_a_synonym_is_liker_than_another_event(likeness: Likeness) -> None:
    assert _of(likeness, "a", "b") > 0.5 > _of(likeness, "a", "c")


def test_another_name_for_the_agent_makes_another_claim(likeness: Likeness) -> None:
    assert _of(likeness, "c", "d") < _of(likeness, "c", "c") - 0.1


def test_the_chance_is_the_sum_of_what_is_shown(likeness: Likeness) -> None:
    parts = likeness.evidence("a.c0", "b.c0")
    assert 1 / (1 + math.exp(-total(parts))) == pytest.approx(_of(likeness, "a", "b"))
    assert {"meaning of the clauses", "same patient"} <= {part.name for part in parts}


def test_another_claim_in_the_story_changes_no_chance(likeness: Likeness) -> None:
    bags = _bags()
    alone = Likeness([bags["a"], bags["b"]])
    assert _of(alone, "a", "b") == _of(likeness, "a", "b")


def test_every_weight_is_of_a_measure() -> None:
    assert set(WEIGHTS) - {BASE_RATE} <= set(MEASURES)


def test_numbers_that_differ_speak_against_nothing() -> None:
    story = read_story({"a": "Gunmen killed 12 miners in Varnholt.", "b": "Gunmen killed 15 miners in Varnholt."})
    documents = {document.article.id: document for document in story.documents}
    index = EntityIndex(story.entities)
    both = Likeness([terms_of(claim, documents[claim.span.article], index) for claim in story.claims])
    against = {part.name for part in both.evidence("a.c0", "b.c0")[1:] if part.score < 0}
    assert against <= {"few words"}


def test_one_shared_word_is_no_likeness(likeness: Likeness) -> None:
    assert _of(likeness, "a", "f") < 0.05


def test_numbers_names_and_days_are_terms_by_value() -> None:
    kinds = {(term.kind, term.key) for term, _ in _bags()["a"].terms}
    assert {("number", "12-12"), ("date", "2031-03-10/2031-03-10"), ("word", "miner")} <= kinds
    assert ("number", "12-12") in {(term.kind, term.key) for term, _ in _bags()["b"].terms}


def test_the_event_weighs_most_and_the_values_least() -> None:
    weights = {term.key: weight for term, weight in _bags()["a"].terms}
    assert weights["kill"] == max(weights.values())
    assert weights["12-12"] == weights["2031-03-10/2031-03-10"] == min(weights.values())


def test_words_that_say_nothing_are_no_terms() -> None:
    assert not {"the", "in", "on", "by", "be"} & {term.key for bag in _bags().values() for term, _ in bag.terms}


def test_the_agent_is_kept_apart() -> None:
    agents = {(one, part.who.key) for one, bag in _bags().items() for part in bag.parts if part.role == "agent"}
    assert {("a", "gunman"), ("c", "ada-holm"), ("d", "bren-okoro")} <= agents
