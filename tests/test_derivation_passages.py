"""Passages between two invented texts: how far they reach, and what parts them. All people and places are fiction."""

from __future__ import annotations

import pytest

from headwater.derivations import taken, trace
from headwater.engines.local import LocalEngine
from headwater.testing.reading import read_texts
from headwater.types import Derivation, DerivationKind, Direction, Passage, Span, Stemma, Story

FIRE = "A fire gutted the old customs warehouse in Tolvard harbour before dawn on Monday."
CREWS = "Six crews from three districts fought the flames for eleven hours with water from the basin."
WATCH = "A night watchman, Anders Kvell, was taken to hospital with burns to both hands."
GRAIN = "The warehouse held 400 tonnes of barley that was to be shipped to Ostmark this week."
CAUSE = "Investigators found a melted heater beside the weighing office on the ground floor."
OWNER = "The harbour company bought the building from the state in 1994 and had planned to restore it."
SIGNAL = "A signal box nearby was evacuated and trains to the northern suburbs were halted until noon."
MAYOR = "The mayor, Lise Ankerby, visited the quay in the afternoon and promised help for the dockers."


def traced(left: str, right: str) -> Stemma:
    documents = read_texts({"a": left, "b": right})
    return trace(Story("story", ("a", "b")), documents, LocalEngine())


def between(left: str, right: str) -> Derivation:
    (pair,) = traced(left, right).derivations
    return pair


def sides(pair: Derivation, left: str, right: str) -> list[tuple[str, str]]:
    return [(left[each.left.start : each.left.end], right[each.right.start : each.right.end]) for each in pair.passages]


def text(*paragraphs: str) -> str:
    return "\n\n".join(paragraphs)


def test_sentences_in_a_row_are_one_passage_and_stay_pairs_of_sentences() -> None:
    left = text(f"{FIRE} {CREWS}", WATCH, GRAIN, CAUSE)
    right = text(FIRE, f"{CREWS} {WATCH}", f"{GRAIN} {CAUSE}")
    pair = between(left, right)
    assert sides(pair, left, right) == [(left, right)]
    assert len(pair.sentences) == 5


def test_a_sentence_that_was_added_parts_passages() -> None:
    left = text(FIRE, CREWS, WATCH, GRAIN)
    right = text(FIRE, CREWS, MAYOR, WATCH, GRAIN)
    pair = between(left, right)
    assert sides(pair, left, right) == [(text(FIRE, CREWS),) * 2, (text(WATCH, GRAIN),) * 2]


def test_a_sentence_that_was_left_out_parts_passages() -> None:
    left, right = text(FIRE, CREWS, MAYOR, WATCH, GRAIN), text(FIRE, CREWS, WATCH, GRAIN)
    assert len(between(left, right).passages) == 2


def test_swapped_paragraphs_part_passages() -> None:
    left = text(f"{FIRE} {CREWS}", f"{WATCH} {GRAIN}", f"{CAUSE} {OWNER}")
    right = text(f"{FIRE} {CREWS}", f"{CAUSE} {OWNER}", f"{WATCH} {GRAIN}")
    found = sides(between(left, right), left, right)
    assert sorted(one for one, _ in found) == sorted([f"{FIRE} {CREWS}", f"{WATCH} {GRAIN}", f"{CAUSE} {OWNER}"])


def test_sentences_merged_by_the_copyist_are_in_the_passage() -> None:
    merged = CREWS.rstrip(".") + ", and " + WATCH[0].lower() + WATCH[1:]
    left, right = text(FIRE, f"{CREWS} {WATCH}", GRAIN), text(FIRE, merged, GRAIN)
    assert sides(between(left, right), left, right) == [(left, right)]


def test_a_sentence_worded_anew_in_its_place_does_not_part_a_passage() -> None:
    anew = "Within that depot lay 400 tons of cereal meant for foreign buyers some days later."
    left, right = text(FIRE, CREWS, GRAIN, WATCH, CAUSE), text(FIRE, CREWS, anew, WATCH, CAUSE)
    assert sides(between(left, right), left, right) == [(left, right)]


def test_a_clause_lent_into_a_longer_sentence_is_a_passage_without_the_rest() -> None:
    clause = "a melted heater was found beside the weighing office on the ground floor of the customs warehouse"
    left = text(MAYOR, f"Investigators said {clause}.", SIGNAL)
    longer = f"Dockers who have slept in tents since the spring strike were angry when they heard that {clause}."
    right = text("The union called a meeting.", longer, "Nobody came from the company.")
    (found,) = [
        (left[each.left.start : each.left.end], right[each.right.start : each.right.end])
        for each in between(left, right).passages
    ]
    assert clause in found[0]
    assert clause in found[1]
    assert "tents" not in found[1]


def test_two_reports_of_one_fact_are_no_passage() -> None:
    left = text("Tolvard's customs warehouse burned down on Monday.", MAYOR)
    right = text("Smoke hung over Tolvard on Monday, where a warehouse is no more.", SIGNAL)
    assert not between(left, right).passages


def test_marks_that_a_parser_takes_for_sentences_part_nothing() -> None:
    quote = '"We heard the roof come down," the watchman said. "Then it was very quiet." He left at once.'
    left, right = text(FIRE, quote, GRAIN), text(FIRE, quote.replace('"', "'"), GRAIN)
    assert sides(between(left, right), left, right) == [(left, right)]


@pytest.mark.parametrize(
    ("kind", "count"),
    [
        (DerivationKind.COPY, 2),
        (DerivationKind.PARTIAL, 1),
        (DerivationKind.SHARED_STATEMENT, 0),
        (DerivationKind.INDEPENDENT, 0),
        (DerivationKind.UNDECIDED, 0),
    ],
)
def test_what_is_masked_is_taken_with_a_whole_but_not_lent(kind: DerivationKind, count: int) -> None:
    free = Passage(Span("a", 0, 10), Span("b", 0, 10), 1.0)
    masked = Passage(Span("a", 20, 30), Span("b", 20, 30), 1.0, "quote")
    pair = Derivation("a", "b", kind, Direction.NONE, 1.0, (free, masked), ())
    assert len(pair.taken) == count


def test_verbatim_copies_stand_for_each_other_in_what_was_taken() -> None:
    original = text(FIRE, CREWS, WATCH, GRAIN, CAUSE, OWNER)
    respaced = original.replace("\n\n", "\n \n  ")
    cut = text(FIRE, CREWS, WATCH, GRAIN)
    documents = read_texts({"a": original, "b": respaced, "c": cut, "d": original})
    stemma = trace(Story("story", ("a", "b", "c", "d")), documents, LocalEngine())
    texts = {document.article.id: document.article.text for document in documents}
    found = taken(stemma, [document.article for document in documents])
    assert set(found) == {("a", "b"), ("a", "c"), ("a", "d"), ("b", "c"), ("b", "d"), ("c", "d")}
    for passages in found.values():
        for each in passages:
            left, right = (texts[side.article][side.start : side.end] for side in (each.left, each.right))
            assert left.split() == right.split()
    assert [texts["b"][each.left.start : each.left.end].split() for each in found["b", "c"]] == [cut.split()]
