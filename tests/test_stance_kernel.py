"""What a text does with a claim: asserts, denies, or only reports it. All people and places are fiction."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.relations import context_of, stance
from headwater.testing.reading import read_texts
from headwater.text.mentions import EntityIndex
from headwater.types import Span, Stance, StanceKind

ASSERTS, DENIES, REPORTS, SILENT = StanceKind
CLAIM = "A wolf attacked three hikers near Tarrow"


def _stance(text: str, claim: str = CLAIM) -> Stance:
    context = context_of(read_texts({"claim": claim, "text": text}), EntityIndex(()))
    return stance(Span("claim", 0, len(claim)), Span("text", 0, len(text)), context)


@pytest.mark.parametrize(
    "text",
    [
        "Wolf Attacks Three Hikers Near Tarrow",
        "Three hikers hurt as wolf attacks near Tarrow",
        "WATCH: Wolf attacks hikers at Tarrow",
        "Hikers fled after wolf that had not eaten attacked them",
    ],
)
def test_what_is_said_in_the_text_s_own_voice_is_asserted(text: str) -> None:
    assert _stance(text) == Stance(ASSERTS)


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("No, a Wolf Did Not Attack Hikers Near Tarrow", "negation"),
        ("Wolf attack near Tarrow is a hoax", "refuting word"),
        ("Mayor denies that a wolf attacked hikers", "denial"),
        ("Reports of a wolf attack are untrue, officials say", "refuting word"),
        ("Tarrow wolf hunt called off", "undone"),
    ],
)
def test_what_refutes_denies_whoever_is_quoted(text: str, cue: str) -> None:
    found = _stance(text)
    assert found.kind is DENIES
    assert cue in {part.name for part in found.evidence}


@pytest.mark.parametrize(
    "text",
    [
        "Wolf reportedly attacked three hikers",
        "Officials: Wolf attacked three hikers",
        "Wolf attacked three hikers, says farmer",
        "Wolf attacked three hikers near Tarrow - report",
        "Wolf may have attacked three hikers",
        "Did a wolf attack three hikers?",
        "Farmer saw “a wolf attacking them” near Tarrow",
        "Police investigate wolf attack near Tarrow",
    ],
)
def test_what_is_handed_on_hedged_or_asked_is_only_reported(text: str) -> None:
    found = _stance(text)
    assert found.kind is REPORTS
    assert found.evidence


def test_two_negations_cancel() -> None:
    assert _stance("Wolf attack near Tarrow is not a hoax").kind is ASSERTS
    assert _stance("Mayor did not deny that a wolf attacked hikers").kind is not DENIES


def test_a_claim_that_denies_is_denied_by_what_asserts() -> None:
    claim = "The wolf of Tarrow did not attack anybody"
    assert _stance("Wolf of Tarrow attacks three hikers", claim).kind is DENIES
    assert _stance("The wolf of Tarrow never attacked anybody", claim).kind is ASSERTS


def test_a_cue_of_the_claim_itself_is_no_stand_on_it() -> None:
    claim = "The mayor denied that a wolf attacked hikers"
    assert _stance("Mayor denies wolf attack on hikers", claim).kind is ASSERTS


def test_a_text_without_a_word_of_the_claim_does_not_speak_of_it() -> None:
    assert _stance("Ferry tickets become dearer").kind is SILENT


@given(st.text(max_size=60))
def test_any_text_has_a_stance_and_its_evidence_opens_words_of_it(text: str) -> None:
    text = f"Wolf {text}"
    found = _stance(text)
    spans = [part.right for part in found.evidence]
    assert all(span is not None and 0 <= span.start < span.end <= len(text) for span in spans)
    assert bool(spans) == (found.kind in {DENIES, REPORTS})
