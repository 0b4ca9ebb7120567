"""Words of speech and doubt: classes of verbs, what a negation reaches, how sure a clause is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from quote_helpers import read

from headwater.text.cues import (
    SPEECH_VERBS,
    THOUGHT_VERBS,
    CueClass,
    certainty_of,
    is_cue_verb,
    is_negated,
    is_speech_verb,
)
from headwater.types import Certainty, Token


def negated(text: str, lemma: str) -> bool:
    tokens = read(text).tokens
    return is_negated(tokens, next(index for index, token in enumerate(tokens) if token.lemma == lemma))


@pytest.mark.parametrize(
    ("verb", "kind"),
    [
        ("say", CueClass.NEUTRAL),
        ("claim", CueClass.DISTANCING),
        ("allege", CueClass.DISTANCING),
        ("confirm", CueClass.ENDORSING),
        ("reveal", CueClass.ENDORSING),
        ("deny", CueClass.DENYING),
        ("reject", CueClass.DENYING),
    ],
)
def test_each_verb_of_speech_has_its_class(verb: str, kind: CueClass) -> None:
    assert SPEECH_VERBS[verb] is kind
    assert is_speech_verb(verb)


def test_a_verb_of_thought_is_a_cue_but_no_speech() -> None:
    assert is_cue_verb("believe")
    assert not is_speech_verb("believe")


def test_lemmas_are_lower_case_single_words() -> None:
    assert all(lemma == lemma.lower() and lemma.isalpha() for lemma in SPEECH_VERBS.keys() | THOUGHT_VERBS)


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("The ministry failed to deny the report.", "deny"),
        ("The mayor refused to answer.", "answer"),
        ("No one was hurt in the blast.", "hurt"),
        ("Nobody was killed at the ferry.", "kill"),
        ("No group has claimed responsibility.", "claim"),
        ("The blast killed nobody.", "kill"),
        ("She denied attacking the guard.", "attack"),
        ("They never said so.", "say"),
        ("The guard was not killed or injured.", "injure"),
        ("He left without paying.", "pay"),
        ("The council couldn't confirm it.", "confirm"),
        ("She was unable to comment.", "comment"),
    ],
)
def test_a_negation_reaches_the_word(text: str, lemma: str) -> None:
    assert negated(text, lemma)


@pytest.mark.parametrize(
    ("text", "lemma"),
    [
        ("Police said three guards were killed.", "kill"),
        ("He did not fail to reply.", "reply"),
        ("She did not resign because the dam broke.", "break"),
        ("The ferry arrived and nobody was hurt.", "arrive"),
        ("The mayor did not say that the dam broke.", "break"),
    ],
)
def test_a_negation_elsewhere_does_not(text: str, lemma: str) -> None:
    assert not negated(text, lemma)


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("The dam broke on Sunday.", Certainty.CERTAIN),
        ("The dam broke in May.", Certainty.CERTAIN),
        ("The dam probably broke on Sunday.", Certainty.PROBABLE),
        ("The dam reportedly broke.", Certainty.PROBABLE),
        ("The dam is likely to break.", Certainty.PROBABLE),
        ("The dam may break.", Certainty.POSSIBLE),
        ("Two suspected smugglers fled.", Certainty.POSSIBLE),
        ("Perhaps it likely broke.", Certainty.POSSIBLE),
        ("if the dam breaks", Certainty.UNDERSPECIFIED),
        ("whether it may break", Certainty.UNDERSPECIFIED),
    ],
)
def test_the_weakest_word_sets_the_certainty(text: str, level: Certainty) -> None:
    tokens = read(text).tokens
    assert certainty_of(tokens, 0, len(tokens)) is level


def test_no_words_are_certain() -> None:
    assert certainty_of((), 0, 0) is Certainty.CERTAIN


@given(st.lists(st.tuples(st.integers(-3, 9), st.sampled_from(["not", "fail", "say", "no"])), min_size=1, max_size=8))
def test_no_tree_however_broken_hangs_or_raises(rows: list[tuple[int, str]]) -> None:
    tokens = [
        Token(n * 2, n * 2 + 1, lemma, "VERB", "VB", "xcomp", head, "", False) for n, (head, lemma) in enumerate(rows)
    ]
    for index in range(len(tokens)):
        assert is_negated(tokens, index) in {True, False}
