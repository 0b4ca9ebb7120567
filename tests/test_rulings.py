"""What the rules say of words is remembered, and never shows. All names are invented."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from headwater.models.rulings import Ruling, Rulings
from headwater.settings import Settings

SENTENCES = (
    "Let's go, she'd said: there's nothing to see.",
    "There are two mills, and there is one boat.",
    "He ain't gonna say that he's got to leave.",
    "Did they find what they had found before?",
    "She found the boats that the guards had left.",
    "It is not   the first time, but it may be the last.",
    "They do what they do, and have what they have.",
    "HOLM LEFT VARNHOLT; her left hand was hurt.",
    "Y'all come on, c'm on, nothin' doin'.",
)


@pytest.fixture(scope="module")
def pipeline() -> Language:
    return spacy.load(Settings().model)


def _by_spacy(pipeline: Language, sentences: Sequence[str]) -> list[list[Ruling]]:
    return [[Ruling(t.lemma_.lower(), t.pos_, t.tag_, t.dep_) for t in doc] for doc in pipeline.pipe(sentences)]


def _by_rulings(pipeline: Language, rulings: Rulings, sentences: Sequence[str]) -> Iterator[list[Ruling]]:
    for doc in pipeline.pipe(sentences, disable=rulings.names):
        yield list(rulings.of(doc))


@settings(max_examples=20)
@given(st.lists(st.sampled_from(SENTENCES), max_size=6))
def test_whatever_was_ruled_before_words_are_ruled_as_spacy_rules_them(pipeline: Language, before: list[str]) -> None:
    rulings = Rulings(pipeline)
    list(_by_rulings(pipeline, rulings, before))
    assert list(_by_rulings(pipeline, rulings, SENTENCES)) == _by_spacy(pipeline, SENTENCES)


def test_a_pipeline_without_a_tree_is_ruled_as_spacy_rules_it() -> None:
    other = spacy.load(Settings().model, exclude=["parser", "ner"])
    other.enable_pipe("senter")
    rulings = Rulings(other)
    assert len(rulings.names) == 2
    assert list(_by_rulings(other, rulings, SENTENCES * 2)) == _by_spacy(other, SENTENCES * 2)


def test_what_is_held_is_bounded_and_forgetting_changes_nothing(
    pipeline: Language, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("headwater.models.rulings._HELD", 10)
    rulings = Rulings(pipeline)
    assert list(_by_rulings(pipeline, rulings, SENTENCES * 2)) == _by_spacy(pipeline, SENTENCES * 2)
    assert len(rulings._held) < 40


def test_a_pipeline_with_parts_that_are_not_known_is_left_as_it_is(pipeline: Language) -> None:
    assert list(Rulings(pipeline).names) == ["attribute_ruler", "lemmatizer"]
    other = spacy.load(Settings().model)
    other.add_pipe("merge_noun_chunks")
    assert list(Rulings(other).names) == []
    assert list(_by_rulings(other, Rulings(other), SENTENCES)) == _by_spacy(other, SENTENCES)


def test_rules_that_look_at_more_than_words_tags_and_places_stay_where_they_are() -> None:
    other = spacy.load(Settings().model)
    ruler = other.get_pipe("attribute_ruler")
    ruler.add([[{"ENT_TYPE": "PERSON"}]], {"POS": "X"})  # type: ignore[attr-defined]
    assert list(Rulings(other).names) == []
    assert list(_by_rulings(other, Rulings(other), SENTENCES)) == _by_spacy(other, SENTENCES)
