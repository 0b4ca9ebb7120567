"""Articles of which a reader decided that one is a copy of the other: one line, the way as decided, told so."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache

import pytest
from msgspec.structs import replace

from headwater import pipeline
from headwater.decisions import DECIDED, ONE_ORIGINAL, complaint, copied_pairs
from headwater.models.spacy_english import load_parser
from headwater.settings import Settings
from headwater.testing.articles import make_article
from headwater.types import Article, Brief, Decided, Decision, DecisionKind, Derivation, Direction

K = DecisionKind

PIER = (
    "A ferry hit the pier at Velmark on Monday and four people were killed, Mayor Ruben Kade said. Divers of the "
    "harbour office looked for the missing all night in the cold water under the broken planks. A crane from the "
    "shipyard held the stern so that it would not slide off the mud with the next tide. The oldest of the piers was "
    "built by a fishing guild a century ago and had been propped up twice."
)
TIDE = make_article(f"VELMARK - {PIER}", id="tide", name="tide.md", outlet="The Velmark Tide", published="2031-03-10")
HERON = make_article(PIER, id="heron", name="heron.txt", outlet="Heron News", published="2031-03-11")
GULL = make_article(
    "On the quay of Velmark the ferry's bow lies in splinters. The mayor counts four dead after Monday's crash.",
    id="gull", name="gull.txt", outlet="Gull Radio", published="2031-03-10",
)  # fmt: skip
CROW = make_article(
    "Nobody at the quay of Velmark slept. A ferry had broken a pier on Monday, and four never came home.",
    id="crow", name="crow.txt", outlet="The Crow", published="2031-03-12",
)  # fmt: skip
STORY = (TIDE, HERON, GULL, CROW)

OF_TIDE = Decision(K.COPY, ("gull",), ("tide",), by="R. Vane", note="the editor told me", number=1)
OF_GULL = replace(OF_TIDE, left=("tide",), right=("gull",))
OF_A_THIRD = replace(OF_TIDE, value=ONE_ORIGINAL)


@cache
def brief(*decisions: Decision, among: tuple[Article, ...] = STORY) -> Brief:
    return pipeline.brief_of(among, Settings(), decisions, parser=load_parser(Settings().model))


def told(made: Brief, decision: Decision) -> Decided:
    return next(each for each in made.decided if each.decision == decision)


def line_of(made: Brief) -> Mapping[str, str]:
    return {article: line.id for line in made.stemma.lines for article in line.articles}


def pair(made: Brief, *two: str) -> Derivation:
    left, right = sorted(two)
    return next(each for each in made.stemma.derivations if (each.left, each.right) == (left, right))


def parent(made: Brief, child: str) -> Sequence[str]:
    return [edge.parent for edge in made.stemma.edges if edge.child == child and edge.whole]


def test_without_the_decision_they_are_different_lines() -> None:
    assert line_of(brief())["gull"] != line_of(brief())["tide"]


def test_a_copy_stands_on_the_line_of_its_source_and_has_its_text_from_it() -> None:
    made = brief(OF_TIDE)
    assert line_of(made)["gull"] == line_of(made)["tide"]
    assert parent(made, "gull") == ["tide"]
    assert made.stemma.count.best == brief().stemma.count.best - 1


def test_the_way_is_as_decided() -> None:
    assert pair(brief(OF_TIDE), "gull", "tide").direction is Direction.RIGHT_TO_LEFT
    assert pair(brief(OF_GULL), "gull", "tide").direction is Direction.LEFT_TO_RIGHT
    assert parent(brief(OF_GULL), "tide") == ["gull"]


def test_two_copies_of_one_original_have_an_unseen_source() -> None:
    made = brief(OF_A_THIRD)
    assert line_of(made)["gull"] == line_of(made)["tide"]
    assert pair(made, "gull", "tide").direction is Direction.COMMON_ORIGIN
    (unseen,) = made.stemma.unseen
    assert {"gull", "tide"} <= set(unseen.witnesses)


def test_the_decision_is_evidence_that_brings_the_sum_to_that_of_identical_texts() -> None:
    found = pair(brief(OF_TIDE), "gull", "tide")
    assert found.evidence[-1].name == DECIDED
    assert "the editor told me" in found.evidence[-1].detail
    assert sum(part.score for part in found.evidence) == pytest.approx(found.score)


def test_nobody_leaves_a_line_by_it() -> None:
    before, after = line_of(brief()), line_of(brief(OF_TIDE))
    assert before["heron"] == before["tide"]
    assert after["heron"] == after["tide"] == after["gull"]
    assert after["crow"] != after["tide"]


def test_it_is_told_with_what_they_share_and_the_line() -> None:
    found = told(brief(OF_TIDE), OF_TIDE)
    assert found.applied
    assert found.says == "Gull Radio (gull.txt) took text from The Velmark Tide (tide.md)"
    assert any("had not been held for copied before" in each or "share no sentence" in each for each in found.changed)
    assert any(each.startswith("they stand on the line") for each in found.changed)


def test_articles_with_the_same_words_hang_as_decided() -> None:
    twin = make_article(PIER, id="zebra", name="zebra.txt", outlet="Zebra Post", published="2031-03-11")
    decision = Decision(K.COPY, ("heron",), ("zebra",))
    made = brief(decision, among=(*STORY, twin))
    assert parent(made, "heron") == ["zebra"]
    assert told(made, decision).applied


def test_of_a_copy_and_no_copy_the_later_holds_and_the_other_is_told() -> None:
    no = Decision(K.NOT_A_COPY, ("tide",), ("gull",), number=2)
    made = brief(OF_TIDE, no)
    assert line_of(made)["gull"] != line_of(made)["tide"]
    assert told(made, OF_TIDE).changed == ("a later decision stands in its place",)
    assert told(made, no).applied
    back = brief(replace(no, number=1), replace(OF_TIDE, number=2))
    assert line_of(back)["gull"] == line_of(back)["tide"]
    assert told(back, replace(no, number=1)).changed == ("a later decision stands in its place",)


def test_of_two_ways_the_later_holds() -> None:
    assert parent(brief(OF_TIDE, replace(OF_GULL, number=2)), "tide") == ["gull"]


def test_a_circle_of_decisions_still_has_a_root() -> None:
    circle = tuple(
        Decision(K.COPY, (child,), (source,), number=number)
        for number, (child, source) in enumerate([("gull", "tide"), ("crow", "gull"), ("tide", "crow")], 1)
    )
    made = brief(*circle)
    assert len({line_of(made)[each] for each in ("gull", "tide", "crow")}) == 1
    assert all(told(made, each).applied for each in circle)


def test_undoing_gives_the_brief_as_before() -> None:
    assert brief(OF_TIDE, Decision(K.UNDO, undoes=1, number=2)) == brief()


def test_the_order_of_unrelated_decisions_changes_nothing() -> None:
    other = Decision(K.COPY, ("crow",), ("heron",))
    assert brief(OF_TIDE, other) == brief(other, OF_TIDE)


def test_the_decision_survives_a_reading_with_an_article_more() -> None:
    fewer = brief(OF_TIDE, among=(TIDE, GULL))
    assert told(fewer, OF_TIDE).applied
    assert told(brief(OF_TIDE), OF_TIDE).applied


def test_a_decision_on_articles_that_are_not_here_is_told_so() -> None:
    far = Decision(K.COPY, ("gull",), ("elsewhere",))
    assert told(brief(far), far).changed == ("it is about articles that are not in this story",)


def test_only_two_ways_to_be_a_copy_can_be_decided() -> None:
    assert "is neither empty" in complaint(replace(OF_TIDE, value="perhaps"))
    assert not complaint(OF_A_THIRD)


def test_a_pair_is_copied_by_the_last_decision_on_it() -> None:
    no = Decision(K.NOT_A_COPY, ("tide",), ("gull",))
    assert copied_pairs([OF_TIDE, no]) == {}
    assert copied_pairs([no, OF_TIDE]) == {("gull", "tide"): OF_TIDE}
