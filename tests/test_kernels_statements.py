"""Statements, posts and transcripts in raw text are told from reporting. All people and places are invented."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.copies.archive import read_archive
from headwater.text.kernels.tokens import STATEMENT

REPORT = "Rain closed the port of Varnok on Monday. Nobody was hurt.\n"


def _stated(text: str) -> str:
    """The words of a text that are taken for a statement's."""
    words = read_archive([("a", text, None)]).words
    rows = zip(words.starts.tolist(), words.lengths.tolist(), words.flags.tolist(), strict=True)
    return " ".join(text[start : start + length] for start, length, flag in rows if flag & STATEMENT)


@pytest.mark.parametrize(
    "sentence",
    [
        "The harbour will open again, the office said in a short written statement.",
        "According to a press release the harbour will open again.",
        "The statement said that all ships would wait.",
        "The ministry issued a communiqué on the harbour.",
        "Brone tweeted that the harbour would open again.",
    ],
)
def test_a_sentence_that_passes_a_document_on_is_a_statement_and_its_neighbours_are_not(sentence: str) -> None:
    said = sentence.rstrip(".").replace(",", "")
    assert _stated(f"{REPORT}Ships waited all day. {sentence} The sea was calm.\n") == said


@pytest.mark.parametrize(
    "sentence", ["The news of the release spread.", "Fans in the town heard a long statement.", "He wrote a tweet."]
)
def test_words_for_documents_alone_make_no_statement(sentence: str) -> None:
    assert _stated(REPORT + sentence) == ""


def test_a_line_that_a_colon_introduces_is_a_statement() -> None:
    assert _stated(f"{REPORT}Here is what the mayor had to say:\nThe port will open.\n{REPORT}") == "The port will open"


def test_a_line_in_the_first_person_is_speech_whose_marks_were_lost() -> None:
    assert _stated(f"{REPORT}We shall open the port.\n{REPORT}{REPORT}") == "We shall open the port"


def test_the_first_person_between_quotation_marks_and_in_names_tells_nothing() -> None:
    assert _stated(f"{REPORT}“We shall see,” Brone said.\nThe US fleet left.\n{REPORT}{REPORT}") == ""


def test_an_author_who_speaks_in_the_first_person_makes_no_statement() -> None:
    assert _stated("I went to the port.\nNobody was there.\nWe waited.\nThen I left.\n") == ""


def test_turns_of_a_transcript_are_statements_and_one_dateline_is_not() -> None:
    assert _stated(f"VARNOK: {REPORT}{REPORT}") == ""
    assert _stated(f"ADA BRONE: The port is shut.\nMODERATOR: Thank you.\n{REPORT}") == (
        "ADA BRONE The port is shut MODERATOR Thank you"
    )


@given(st.text(st.sampled_from("I we: statement in a\n\"'“” said.Ab"), max_size=80))
def test_any_text_is_read_and_what_stands_before_it_in_the_batch_changes_nothing(text: str) -> None:
    alone = read_archive([("b", text, None)])
    both = read_archive([("a", "in a statement: I said\n'", None), ("b", text, None)])
    first, last = both.bounds[1].tolist()
    assert both.words.flags[first:last].tolist() == alone.words.flags.tolist()
