"""What the scribe does to the build of a text: no word changes, and nothing is left hanging. All texts are fiction."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.testing import fiction
from headwater.testing.articles import make_article
from headwater.testing.scribe import structure
from headwater.testing.scribe.draft import Draft, Word, read_draft, words_of
from headwater.testing.scribe.pen import Pen
from headwater.testing.scribe.press import print_draft
from headwater.testing.scribe.structure.leaning import leans

TEXT = """\
PELLWORTH (NLW) — Fire broke out in the old dance hall of Pellworth on Friday, and nobody was hurt.

Fire chief Ada Morrow said the roof had fallen in. She ruled out arson. The hall was closed.

The mayor, Tom Sedley, called it a loss. “We all danced there,” he said. “It was ours.”

Who pays? The town does. The insurers have not said a word so far.

Not so, say the insurers. They want to see the books first.

A public meeting is planned for Tuesday, and the council will vote on Thursday on a new hall.

(Lena Ash/NLW)
"""
BACKGROUND = (
    "Pellworth is a town of 9,000 people on the coast.",
    "The dance hall was built in 1931 by a shoemaker.",
    "Ships from the mainland call at Pellworth twice a week.",
)
seeds = st.integers(0, 10_000)


def pen_of(seed: int) -> Pen:
    return Pen(Random(seed))  # noqa: S311  (no secrets here)


def draft_of(text: str, name: str = "hall") -> Draft:
    return read_draft(make_article(text, id=name))


def text_of(draft: Draft) -> str:
    return print_draft(draft).text


def sentences_of(draft: Draft) -> list[str]:
    return [" ".join(word.text for word in sentence.words) for sentence in draft.sentences]


def bag(draft: Draft) -> Counter[str]:
    return Counter(word.text for word in words_of(draft))


def is_subsequence(some: list[str], every: list[str]) -> bool:
    rest = iter(every)
    return all(one in rest for one in some)


# --- cutting and turning ----------------------------------------------------------------------------------------------


@given(seeds, st.floats(0, 1))
@settings(max_examples=25)
def test_a_trimmed_text_is_the_beginning_of_the_text(seed: int, keep: float) -> None:
    cut = text_of(structure.trim(draft_of(TEXT), pen_of(seed), keep=keep))
    assert text_of(draft_of(TEXT)).startswith(cut)
    assert "on Friday" in cut


@given(seeds, st.floats(0, 1))
@settings(max_examples=25)
def test_an_abridged_text_keeps_its_lead_and_the_order_of_its_sentences(seed: int, keep: float) -> None:
    draft = draft_of(TEXT)
    made = structure.abridge(draft, pen_of(seed), keep=keep)
    assert is_subsequence(sentences_of(made), sentences_of(draft))
    assert "Fire broke out" in text_of(made)


@given(seeds)
@settings(max_examples=40)
def test_nothing_is_left_behind_by_what_it_leans_on(seed: int) -> None:
    before = sentences_of(draft_of(TEXT))
    for step in (structure.abridge, structure.reorder):
        made = sentences_of(step(draft_of(TEXT), pen_of(seed)))
        for first, second in pairwise(before):
            if second.startswith(("She", "“ It was", "The town does", "They want")) and second in made:
                assert made[made.index(second) - 1] == first


@given(seeds, st.integers(0, 6))
@settings(max_examples=25)
def test_a_reordered_text_has_every_sentence_and_its_lead_and_credit_where_they_were(seed: int, moves: int) -> None:
    draft = draft_of(TEXT)
    made = structure.reorder(draft, pen_of(seed), moves=moves)
    assert Counter(sentences_of(made)) == Counter(sentences_of(draft))
    assert "Fire broke out" in text_of(made).split("\n\n")[0]
    assert text_of(made).endswith("(Lena Ash/NLW)")


def test_a_byline_on_top_does_not_make_the_lead_wander() -> None:
    text = "By Lena Ash\n\n" + TEXT.partition("— ")[2]
    for seed in range(20):
        parts = text_of(structure.reorder(draft_of(text), pen_of(seed))).split("\n\n")
        assert parts[0] == "By Lena Ash"
        assert parts[1].startswith("Fire broke out")


@pytest.mark.parametrize("text", ["", "\n\n", "Short.", "(Lena Ash/NLW)", "By Lena Ash"])
def test_texts_with_next_to_nothing_in_them_can_be_built_anew(text: str) -> None:
    draft, full = draft_of(text), draft_of(TEXT, "other")
    pen = pen_of(1)
    for made in (
        structure.trim(draft, pen),
        structure.abridge(draft, pen),
        structure.reorder(draft, pen),
        structure.resentence(draft, pen),
        structure.drop_furniture(draft, pen),
        structure.expand(draft, pen, background=BACKGROUND),
        structure.borrow(draft, pen, lender=full),
        structure.borrow(full, pen, lender=draft),
        structure.credit(draft, pen, source="The Pellworth Packet"),
    ):
        assert isinstance(text_of(made), str)


# --- leaning ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "leaning"),
    [
        ("He ruled it out.", True),
        ("“It was ours.”", True),
        ("“It was ours,” he said.", True),
        ("“It was ours,” Tom Sedley said.", False),
        ("Not so, say the insurers.", True),
        ("The company says that’s routine.", True),
        ("Police denied it.", True),
        ("Both fall on Tuesday.", True),
        ("The hall was closed.", False),
        ("Ada Morrow said she had seen it burn from the harbor that night.", False),
        ("Seven people were hurt.", False),
    ],
)
def test_a_sentence_leans_if_a_reader_would_ask_of_whom_or_what_it_speaks(text: str, leaning: bool) -> None:
    (sentence,) = draft_of(text).sentences
    assert leans(sentence) is leaning


# --- sentences --------------------------------------------------------------------------------------------------------


def test_short_neighbours_are_merged_and_long_sentences_split_at_the_conjunction() -> None:
    text = (
        "The hall was closed. The roof is gone.\n\nA crowd had come by the evening, and the mayor asked it to go home."
    )
    pen = pen_of(0)
    made = text_of(structure.resentence(draft_of(text), pen, rate=1.0))
    assert made == (
        "The hall was closed, and the roof is gone.\n\nA crowd had come by the evening. The mayor asked it to go home."
    )
    assert {note.how for note in pen.notes} == {"sentences merged", "sentence split"}


@given(seeds, st.floats(0, 1), st.sampled_from([TEXT, fiction.LEDGER, fiction.COURIER, fiction.RADIO]))
@settings(max_examples=25)
def test_merging_and_splitting_change_but_stops_commas_and_a_conjunction(seed: int, rate: float, text: str) -> None:
    def content(draft: Draft) -> list[str]:
        return [word.text.lower() for word in words_of(draft) if word.text not in {".", ",", "and"}]

    draft = draft_of(text)
    assert content(structure.resentence(draft, pen_of(seed), rate=rate)) == content(draft)


# --- mixing -----------------------------------------------------------------------------------------------------------


def from_nowhere(draft: Draft) -> list[Word]:
    return [word for word in words_of(draft) if word.place is None]


@given(seeds)
@settings(max_examples=15)
def test_background_comes_from_nowhere_and_stands_after_the_lead_and_before_the_credit(seed: int) -> None:
    made = structure.expand(draft_of(TEXT), pen_of(seed), background=BACKGROUND, sentences=2)
    parts = text_of(made).split("\n\n")
    assert parts[0].startswith("PELLWORTH")
    assert parts[-1] == "(Lena Ash/NLW)"
    assert len(sentences_of(made)) == len(sentences_of(draft_of(TEXT))) + 2
    assert from_nowhere(made)


def test_background_that_a_copyist_added_before_is_not_added_again() -> None:
    once = structure.expand(draft_of(TEXT), pen_of(1), background=BACKGROUND, sentences=3)
    assert structure.untold(draft_of(TEXT), BACKGROUND) == list(BACKGROUND)
    assert structure.untold(once, BACKGROUND) == []
    assert structure.expand(once, pen_of(2), background=BACKGROUND) == once


@given(seeds)
@settings(max_examples=15)
def test_a_conflated_text_has_paragraphs_of_both_and_the_lead_of_one(seed: int) -> None:
    one, other = draft_of(TEXT), draft_of(fiction.LEDGER, "ledger")
    made = structure.conflate(one, pen_of(seed), other=other)
    roots = {word.place.root for word in words_of(made) if word.place is not None}
    assert roots == {"hall", "ledger"}
    assert text_of(made).startswith("PELLWORTH")
    assert all(bag(made)[word] <= (bag(one) + bag(other))[word] for word in bag(made))


def test_two_wires_conflated_do_not_quote_the_same_words_twice() -> None:
    said = "“We all danced there and we will again,” the mayor, Tom Sedley, said."
    one = draft_of(f"Fire broke out in Pellworth.\n\n{said}\n\nThe hall was old.", "one")
    other = draft_of(f"A hall burnt down.\n\nRoads were closed.\n\n{said}\n\nRain helped the crews.", "other")
    for seed in range(20):
        assert text_of(structure.conflate(one, pen_of(seed), other=other)).count("danced") <= 1


@given(seeds)
@settings(max_examples=15)
def test_a_borrowed_paragraph_is_the_lenders_and_the_rest_the_borrowers(seed: int) -> None:
    own, lender = draft_of(TEXT), draft_of(fiction.LEDGER, "ledger")
    made = structure.borrow(own, pen_of(seed), lender=lender)
    mine = [each for each in made.sentences if each.words[0].place and each.words[0].place.root == "hall"]
    assert [each.words for each in mine] == [each.words for each in own.sentences]
    assert len(made.sentences) > len(own.sentences)


def test_a_version_keeps_its_own_offsets_and_takes_its_places_from_the_one_before() -> None:
    older = draft_of("Fire broke out in Pellworth. The hall was closed.", "older")
    text = "Three halls have burnt by now. The hall was closed."
    newer = structure.inherit(draft_of(text, "newer"), older)
    assert [word.place.root for word in words_of(newer) if word.place] == ["newer"] * 7 + ["older"] * 5
    assert all(word.at is not None and text[slice(*word.at)] == word.text for word in words_of(newer))


# --- credits ----------------------------------------------------------------------------------------------------------


def test_credits_dropped_take_dateline_byline_and_the_name_in_brackets_along() -> None:
    made = text_of(structure.drop_furniture(draft_of("By Lena Ash\n\n" + TEXT), pen_of(0)))
    assert made.startswith("Fire broke out")
    assert made.endswith("on a new hall.")


@given(seeds)
@settings(max_examples=10)
def test_a_credit_stands_at_the_foot_and_names_its_source(seed: int) -> None:
    made = structure.credit(draft_of(TEXT), pen_of(seed), source="The Pellworth Packet")
    assert "The Pellworth Packet" in text_of(made).split("\n\n")[-1]
    assert made.sentences[-1].furniture
