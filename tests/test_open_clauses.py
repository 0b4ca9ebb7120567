"""Clauses and nouns that tell of nothing that happened: questions, conditions, aims, averted events. All is fiction."""

from __future__ import annotations

import pytest

from headwater.testing.reading import read_story
from headwater.types import Certainty, Claim


def _claim(text: str, event: str) -> Claim:
    return next(claim for claim in read_story({"a": text}, published="2031-03-11").claims if claim.event == event)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Did the guards flee the mill in Varnholt?", "flee"),
        ("Why did Orla Venn sell the dam?", "sell"),
        ("If the dam breaks, 12 people will drown.", "break"),
        ("If the dam breaks, 12 people will drown.", "drown"),
        ("Had the guards locked the gate, nobody would have been hurt.", "lock"),
        ("The yard will be closed unless the strike ends.", "close"),
        ("Lock the gate of the mill at night.", "lock"),
        ("The council opened a way for firms to raise money.", "raise"),
    ],
)
def test_what_is_asked_supposed_commanded_or_aimed_at_is_not_asserted(text: str, event: str) -> None:
    assert _claim(text, event).certainty is Certainty.UNDERSPECIFIED


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("The guards fled the mill in Varnholt.", "flee"),
        ("The dam broke when the river rose.", "break"),
        ("“Who sold the dam that broke?” Orla Venn asked.", "break"),
        ("The yard will be closed on Friday.", "close"),
        ("The blast killed two suspects in Varnholt.", "kill"),
    ],
)
def test_what_is_told_plainly_is_certain(text: str, event: str) -> None:
    assert _claim(text, event).certainty is Certainty.CERTAIN


@pytest.mark.parametrize(
    "text",
    [
        "Police foiled an attack on the mill in Varnholt.",
        "The guards reported no attack on the mill in Varnholt.",
        "An attack on the mill in Varnholt was averted.",
    ],
)
def test_an_event_that_was_averted_or_did_not_come_is_negated(text: str) -> None:
    claims = [claim for claim in read_story({"a": text}).claims if claim.event == "attack" and claim.nominal]
    assert [claim.negated for claim in claims] == [True]


@pytest.mark.parametrize(
    "text",
    [
        "The Reed Front planned an attack on the mill in Varnholt.",
        "Orla Venn warned of the attempted murder of two guards.",
        "The council fears an attack on the mill in Varnholt.",
    ],
)
def test_an_event_that_is_planned_feared_or_attempted_is_left_open(text: str) -> None:
    claims = [claim for claim in read_story({"a": text}).claims if claim.nominal]
    assert [claim.certainty for claim in claims] == [Certainty.UNDERSPECIFIED]
    assert not claims[0].negated


def test_an_event_noun_told_plainly_is_neither_negated_nor_open() -> None:
    claim = next(
        c for c in read_story({"a": "The attack on the old mill in Varnholt shocked many."}).claims if c.nominal
    )
    assert (claim.negated, claim.certainty) == (False, Certainty.CERTAIN)


@pytest.mark.parametrize("text", ["?", "If.", "“Unless”", "Why?"])
def test_odd_text_is_read_without_error(text: str) -> None:
    assert read_story({"a": text}).claims == ()
