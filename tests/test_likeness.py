"""How like two claims are, by their terms. All people and places are invented."""

from __future__ import annotations

import itertools

import pytest

from headwater.claims.likeness import Likeness
from headwater.claims.terms import Terms, terms_of
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


def test_a_claim_is_wholly_like_itself(likeness: Likeness) -> None:
    assert all(_of(likeness, one, one) == pytest.approx(1.0) for one in "abcd")


def test_likeness_is_symmetric_and_between_0_and_1(likeness: Likeness) -> None:
    for one, other in itertools.product("abcde", repeat=2):
        assert _of(likeness, one, other) == pytest.approx(_of(likeness, other, one))
        assert 0 <= _of(likeness, one, other) <= 1 + 1e-9


def test_the_passive_with_a_synonym_is_liker_than_another_event(likeness: Likeness) -> None:
    assert _of(likeness, "a", "b") > 0.5 > _of(likeness, "a", "c")


def test_another_name_for_the_agent_makes_another_claim(likeness: Likeness) -> None:
    assert _of(likeness, "c", "d") < 0.42 < _of(likeness, "c", "c")


def test_one_shared_word_joins_nothing(likeness: Likeness) -> None:
    assert _of(likeness, "a", "f") == 0.0


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


def test_the_named_agent_is_kept_apart() -> None:
    assert {letter: bag.agent for letter, bag in _bags().items() if bag.agent} == {"c": "ada-holm", "d": "bren-okoro"}
