"""The tree of a sentence without its dateline. All people and places are invented."""

from __future__ import annotations

import pytest

from headwater.testing.reading import read_story
from headwater.text.unhung import unhung
from headwater.types import Sentence, Span, Token


def _token(start: int, dep: str, head: int, pos: str = "NOUN") -> Token:
    return Token(start, start + 1, "x", pos, "NN", dep, head, "", False)


def _read(*tokens: Token, dateline: int) -> list[tuple[str, int]]:
    """Relation and governor of each one-letter token, the first `dateline` of which are the dateline."""
    sentence = Sentence(Span("a", 0, len(tokens)), 0, len(tokens), 0)
    return [(token.dep, token.head) for token in unhung(tokens, [sentence], [Span("a", 0, dateline)])]


def test_the_noun_that_hung_on_the_town_takes_its_place() -> None:
    tree = _read(_token(0, "nsubj", 2), _token(1, "appos", 0), _token(2, "ROOT", 2, "VERB"), dateline=1)
    assert tree == [("meta", 0), ("nsubj", 2), ("ROOT", 2)]


def test_a_verb_keeps_the_subject_it_has() -> None:
    tree = _read(
        _token(0, "nsubj", 3), _token(1, "appos", 0), _token(2, "nsubj", 3), _token(3, "ROOT", 3, "VERB"), dateline=1
    )
    assert tree == [("meta", 0), ("appos", 3), ("nsubj", 3), ("ROOT", 3)]


def test_a_town_that_governs_its_sentence_is_left_alone() -> None:
    tree = _read(_token(0, "ROOT", 0), _token(1, "appos", 0), dateline=1)
    assert tree == [("ROOT", 0), ("appos", 0)]


def test_the_parts_of_a_dateline_stay_together() -> None:
    tree = _read(
        _token(0, "nsubj", 3), _token(1, "appos", 0), _token(2, "appos", 1), _token(3, "ROOT", 3, "VERB"), dateline=2
    )
    assert tree == [("meta", 0), ("appos", 0), ("nsubj", 3), ("ROOT", 3)]


def test_without_datelines_nothing_changes() -> None:
    tokens = (_token(0, "nsubj", 1), _token(1, "ROOT", 1, "VERB"))
    assert unhung(tokens, [Sentence(Span("a", 0, 2), 0, 2, 0)], []) == tokens


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("VARNHOLT -- Mill owner Bren Okoro said Thursday he has doubts about the count.", "Mill owner Bren Okoro"),
        ("VARNHOLT, Drovenia -- Police chief Bren Okoro said two guards were killed.", "Police chief Bren Okoro"),
        ("SAN TOVAR, Costa Ilva — Costa Ilvan investigators said that wind felled the mast.", "investigators"),
    ],
)
def test_nobody_has_it_from_the_town_of_the_dateline(text: str, source: str) -> None:
    story = read_story({"a": text}, published="2031-03-11")
    links = [claim.attribution[-1].source for claim in story.claims if claim.attribution]
    words = {text[link.start : link.end] for link in links if link is not None}
    assert words
    assert all(one.endswith(source) and not one.startswith(("VARNHOLT", "SAN TOVAR")) for one in words)
