"""Whether one sentence rewords another. All texts are invented."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.collation import face
from headwater.evidence import total
from headwater.testing.reading import read_texts
from headwater.text.rewording import BASE_RATE, reworded, reworded_spans, rewording_features
from headwater.text.rewording.matching import match_words
from headwater.text.rewording.sides import side_of
from headwater.text.rewording.weights import WEIGHTS
from headwater.types import Document, Evidence, Passage, Span

PLAIN = "Police in Tarrow arrested four men on Monday after a fire destroyed the old granary."
OTHERWISE = "Four men were detained in Tarrow on Monday after the old granary was destroyed by a blaze, police said."
APART = "Fishermen from the Ellin islands expect a poor catch because the water was too warm this spring."
SENTENCES = (
    PLAIN,
    OTHERWISE,
    APART,
    "Police in Tarrow did not arrest four men on Monday after a fire destroyed the old granary.",
    "No.",
    "At least 12 % of the $3 loans went unpaid, Ada Holm, the treasurer of Varnholm, told reporters.",
    "Twelve percent of the three dollar loans were never repaid, according to Holm.",
    "The ferry, which had been repaired twice, sank; nobody was hurt.",
)


def _whole(text: str, article: str = "a") -> tuple[Document, Span]:
    (document,) = read_texts({article: text})
    return document, Span(article, 0, len(text))


def _evidence(left: str, right: str) -> tuple[Evidence, ...]:
    return reworded_spans(*_whole(left), *_whole(right, "b"))


def _odds(left: str, right: str) -> float:
    return total(_evidence(left, right))


def _part(evidence: Sequence[Evidence], name: str) -> Evidence | None:
    return next((part for part in evidence if part.name == name), None)


def test_a_rewording_is_told_from_another_sentence() -> None:
    assert _odds(PLAIN, OTHERWISE) > 0 > _odds(PLAIN, APART)


@pytest.mark.parametrize("text", SENTENCES)
def test_a_sentence_rewords_itself(text: str) -> None:
    assert _odds(text, text) > 2


@given(st.sampled_from(SENTENCES), st.sampled_from(SENTENCES))
def test_the_sum_does_not_depend_on_which_sentence_stands_on_the_left(left: str, right: str) -> None:
    there, back = _evidence(left, right), _evidence(right, left)
    assert [(part.name, part.score) for part in there] == [(part.name, part.score) for part in back]
    assert [(part.left, part.right) for part in there] == [
        (_renamed(part.right, "a"), _renamed(part.left, "b")) for part in back
    ]


def _renamed(span: Span | None, article: str) -> Span | None:
    return None if span is None else Span(article, span.start, span.end)


@given(st.sampled_from(SENTENCES), st.sampled_from(SENTENCES))
def test_no_other_sentence_says_the_same_better_than_the_sentence_itself(left: str, right: str) -> None:
    assert _odds(left, right) <= _odds(left, left) + 1e-9


@pytest.mark.parametrize(
    ("changed", "name"),
    [
        (PLAIN.replace("four", "nine"), "numbers of one alone"),
        (PLAIN.replace("arrested", "did not arrest"), "denied by one alone"),
        (PLAIN.replace("arrested", "watched"), ""),
        (PLAIN.replace("Tarrow", "Varnholm"), ""),
        (PLAIN.replace("Police", "Smugglers"), "subject of one alone"),
        (PLAIN.replace("four men", "a bishop"), "object of one alone"),
        (PLAIN[:-1] + " and a neighbouring chapel with its famous organ.", "phrase of one alone"),
        (PLAIN[:-1] + " and a neighbouring chapel with its famous organ.", "end of one alone"),
    ],
)
def test_what_only_one_sentence_says_speaks_against_it(changed: str, name: str) -> None:
    evidence = _evidence(PLAIN, changed)
    assert total(evidence) < _odds(PLAIN, PLAIN)
    part = _part(evidence, name)
    assert (part is not None and part.score < 0) == bool(name)


def test_an_opposite_speaks_against_a_rewording() -> None:
    part = _part(_evidence("The council accepted the plan.", "The council rejected the plan."), "opposites")
    assert part is not None
    assert part.score < 0
    assert part.detail == "left “accepted”, right “rejected”"


def test_numbers_are_compared_by_what_they_admit_and_not_by_how_they_are_written() -> None:
    assert _part(_evidence("At least two boats sank.", "Three boats sank."), "numbers of one alone") is None
    assert _part(_evidence("12 boats sank.", "A dozen boats sank."), "numbers of one alone") is None
    assert _part(_evidence("12 boats sank.", "Thirteen boats sank."), "numbers of one alone") is not None


def test_signs_and_number_words_meet_what_they_stand_for() -> None:
    left, right = side_of(*_whole("Prices rose 2 %.")), side_of(*_whole("Prices rose two percent.", "b"))
    assert len(match_words(left, right).left) == len(left) == 4


def test_synonyms_and_derived_words_meet() -> None:
    left = side_of(*_whole("Police arrested the protesters."))
    right = side_of(*_whole("Police detained the protesters.", "b"))
    matching = match_words(left, right)
    assert matching.synonyms == 1
    assert matching.left[1][0] == 1
    assert 0 < matching.left[1][1] < 1


def test_a_word_that_stands_twice_is_matched_with_the_one_beside_the_same_words() -> None:
    left = side_of(*_whole("The old mayor thanked the new mayor."))
    right = side_of(*_whole("The new mayor was thanked by the old mayor.", "b"))
    matching = match_words(left, right)
    assert [right.forms[matching.left[place][0] - 1] for place in (2, 6)] == ["old", "new"]


def test_the_parts_are_named_and_point_into_their_articles() -> None:
    evidence = _evidence(PLAIN, APART)
    assert evidence[0].name == BASE_RATE
    assert {part.name for part in evidence} <= set(WEIGHTS)
    phrase = _part(evidence, "phrase of one alone")
    assert phrase is not None
    assert phrase.left is not None
    assert phrase.left.article == "a"
    assert PLAIN[phrase.left.start : phrase.left.end]
    assert all(part.detail for part in evidence)


def test_every_variable_has_a_weight_and_every_weight_a_variable() -> None:
    features = rewording_features(*_whole(PLAIN), *_whole(OTHERWISE, "b"))
    assert [BASE_RATE, *(feature.name for feature in features)] == list(WEIGHTS)


def test_sentences_are_chosen_by_their_index() -> None:
    left, _ = _whole(f"{APART} {PLAIN}")
    right, _ = _whole(f"{OTHERWISE} {APART}", "b")
    assert total(reworded(left, 1, right, 0)) > 0 > total(reworded(left, 0, right, 0))
    assert total(reworded(left, 0, right, 1)) == pytest.approx(_odds(APART, APART))
    with pytest.raises(IndexError):
        reworded(left, 2, right, 0)


def test_a_stretch_without_words_rewords_nothing() -> None:
    document, _ = _whole("* * *")
    assert total(reworded_spans(document, Span("a", 0, 1), *_whole(PLAIN, "b"))) < 0
    assert reworded_spans(document, Span("a", 0, 0), document, Span("a", 0, 0))


def test_sentences_side_by_side_carry_the_evidence_where_their_words_differ() -> None:
    left, _ = _whole(f"{PLAIN} {APART}")
    right, _ = _whole(f"{OTHERWISE} {APART}", "b")
    pairs = [Passage(left.sentences[n].span, right.sentences[n].span, 0.5) for n in (0, 1)]
    other, same = face(left, right, pairs)
    assert other.reworded == reworded(left, 0, right, 0)
    assert same.reworded == ()
