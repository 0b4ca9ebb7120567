"""Pairs that a reader decided are no copies: no edge joins them, what they share stays to be read, lines follow."""

from __future__ import annotations

import itertools
import random
from collections.abc import Mapping, Sequence
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from headwater.decisions import DECIDED, Pair, barred_pairs
from headwater.decisions.copies import copies_told
from headwater.decisions.words import called
from headwater.derivations import trace
from headwater.documents import read_documents
from headwater.engines.local import LocalEngine
from headwater.evidence import total
from headwater.models.spacy_english import load_parser
from headwater.settings import Settings
from headwater.testing.scribe import Manner, Plan, Told, write_story
from headwater.types import (
    Article,
    Decided,
    Decision,
    DecisionKind,
    Derivation,
    DerivationKind,
    Direction,
    Document,
    Stemma,
    Story,
)

SEEDS = (1001, 1002, 1003)
PLAIN = Plan(
    lines=(2, 2), articles=(3, 3), lost=0, onward=0, borrowing=0, updating=0, alterations=(0, 0), harmless=(0, 0)
)


@cache
def read(article: Article) -> Document:
    return next(read_documents([article], load_parser(Settings().model)))


def traced(articles: Sequence[Article], *decisions: Decision) -> Stemma:
    documents = [read(article) for article in articles]
    ids = tuple(sorted(article.id for article in articles))
    return trace(Story("story", ids), documents, LocalEngine(), barred=barred_pairs(decisions))


def no_copy(left: str | Sequence[str], right: str | Sequence[str], note: str = "") -> Decision:
    one, other = ((side,) if isinstance(side, str) else tuple(side) for side in (left, right))
    return Decision(DecisionKind.NOT_A_COPY, one, other, note=note)


def told_of(decision: Decision, stemma: Stemma, articles: Sequence[Article]) -> Decided:
    return copies_told(decision, "", stemma, {article.id: article for article in articles})


def derivation(stemma: Stemma, pair: Pair) -> Derivation:
    return next(each for each in stemma.derivations if (each.left, each.right) == pair)


def the_copy(told: Told) -> Pair:
    """The copy and what it was made from, smaller id first."""
    (copy,) = told.copies
    return min(copy.child, copy.parent), max(copy.child, copy.parent)


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("manner", [Manner.VERBATIM, Manner.ABRIDGED, Manner.SPUN], ids=lambda manner: manner.name)
def test_what_is_no_copy_is_a_line_of_its_own(seed: int, manner: Manner) -> None:
    told = write_story(seed, replace(PLAIN, manners={manner: 1.0}))
    pair = the_copy(told)
    before, after = traced(told.articles), traced(told.articles, no_copy(*pair))
    assert (before.count.best, after.count.best) == (2, 3)
    assert not any({edge.parent, edge.child} == set(pair) for edge in after.edges)
    assert not any(set(pair) <= set(unseen.witnesses) for unseen in after.unseen)


def test_what_the_two_share_stays_to_be_read_with_the_decision_as_its_evidence() -> None:
    told = write_story(1001, replace(PLAIN, manners={Manner.SPUN: 1.0}))
    pair = the_copy(told)
    was, now = (
        derivation(each, pair)
        for each in (traced(told.articles), traced(told.articles, no_copy(*pair, "he rang them")))
    )
    assert now.sentences == was.sentences != ()
    assert (now.kind, now.direction, now.taken) == (DerivationKind.INDEPENDENT, Direction.NONE, ())
    assert now.evidence[:-1] == was.evidence
    assert now.evidence[-1].name == DECIDED
    assert "he rang them" in now.evidence[-1].detail
    assert total(now.evidence) == pytest.approx(now.score)
    assert now.score < 0


@pytest.mark.parametrize("seed", SEEDS)
def test_a_further_printing_of_either_text_changes_no_count(seed: int) -> None:
    told = write_story(seed, replace(PLAIN, manners={Manner.SPUN: 1.0}))
    pair = the_copy(told)
    for article in told.articles:
        for name in ("0-printing", "zz-printing"):
            printing = replace(article, id=name, name=name)
            assert traced([*told.articles, printing], no_copy(*pair)).count.best == 3


@pytest.mark.parametrize("manner", [Manner.ABRIDGED, Manner.REORDERED, Manner.SPUN], ids=lambda manner: manner.name)
def test_a_copy_adds_no_line_to_two_reports_that_are_no_copies(manner: Manner) -> None:
    for seed in SEEDS:
        told = write_story(seed, replace(PLAIN, manners={manner: 1.0}))
        (copy,) = told.copies
        own = [article for article in told.articles if article.id != copy.child]
        decision = no_copy(own[0].id, own[1].id)
        assert traced(own, decision).count.best == traced(told.articles, decision).count.best == 2


def test_two_identical_texts_can_be_no_copies_of_each_other() -> None:
    told = write_story(1001, replace(PLAIN, lines=(1, 1), articles=(2, 2), manners={Manner.VERBATIM: 1.0}))
    one, other = told.articles[0], replace(told.articles[0], id="other", name="other")
    assert traced([one, other]).count.best == 1
    parted = traced([one, other], no_copy(one.id, "other"))
    assert parted.count.best == 2
    assert all(len(unseen.witnesses) == 1 for unseen in parted.unseen)
    assert not any({edge.parent, edge.child} == {one.id, "other"} for edge in parted.edges)


def siblings() -> tuple[tuple[Article, ...], str, Pair]:
    """One report and two rewordings of it: the articles, the report's id, the ids of the two."""
    told = write_story(1002, replace(PLAIN, lines=(1, 1), articles=(3, 3), manners={Manner.SPUN: 1.0}))
    children = sorted(copy.child for copy in told.copies)
    (origin,) = {article.id for article in told.articles} - set(children)
    return told.articles, origin, (children[0], children[1])


def test_through_a_third_text_both_stay_on_one_line_and_the_words_say_so() -> None:
    articles, origin, pair = siblings()
    decision = no_copy(*pair)
    after = traced(articles, decision)
    assert after.count.best == 1
    assert not any({edge.parent, edge.child} == set(pair) for edge in after.edges)
    told = told_of(decision, after, articles)
    assert told.applied
    assert called(origin, {article.id: article for article in articles}) in told.changed[-1]
    assert told.changed[-1].startswith("both still stand on the line")


def test_a_text_that_is_no_copy_of_any_on_the_line_leaves_it() -> None:
    articles, origin, (one, other) = siblings()
    decision = no_copy(one, (origin, other))
    after = traced(articles, decision)
    assert after.count.best == 2
    told = told_of(decision, after, articles)
    assert told.changed[-1] == "they stand on different lines of reporting"
    assert "no longer as copied" in told.changed[0]
    assert told.spans


def test_what_was_held_for_no_copy_already_is_told_so() -> None:
    told = write_story(1001, replace(PLAIN, articles=(2, 2)))
    one, other = (article.id for article in told.articles)
    decision = no_copy(one, other)
    assert (
        "had not been held for copied" in told_of(decision, traced(told.articles, decision), told.articles).changed[0]
    )


def test_a_printing_that_is_named_stands_for_its_text() -> None:
    told = write_story(1001, replace(PLAIN, manners={Manner.SPUN: 1.0}))
    left, right = the_copy(told)
    printing = replace(next(each for each in told.articles if each.id == right), id="zz-printing", name="zz-printing")
    decision = no_copy(left, "zz-printing")
    after = traced([*told.articles, printing], decision)
    assert after.count.best == 3
    assert "no longer as copied" in told_of(decision, after, [*told.articles, printing]).changed[0]


def test_articles_that_are_not_there_bar_nothing() -> None:
    told = write_story(1001, replace(PLAIN, manners={Manner.SPUN: 1.0}))
    assert traced(told.articles, no_copy("nobody", told.articles[0].id)) == traced(told.articles)


@cache
def web() -> tuple[Article, ...]:
    """A story in which texts were copied on, borrowed from and mixed."""
    return write_story(2004, Plan(lines=(2, 3), articles=(6, 6), lost=0.5, onward=0.6, borrowing=0.5)).articles


@st.composite
def bars(draw: st.DrawFn) -> list[Decision]:
    pairs = list(itertools.combinations((article.id for article in web()), 2))
    return [no_copy(*pair) for pair in draw(st.lists(st.sampled_from(pairs), max_size=5, unique=True))]


@given(bars())
@settings(max_examples=20)
def test_no_edge_joins_a_barred_pair_and_the_lines_stay_a_partition(decisions: list[Decision]) -> None:
    stemma, barred = traced(web(), *decisions), barred_pairs(decisions)
    for edge in stemma.edges:
        assert (min(edge.parent, edge.child), max(edge.parent, edge.child)) not in barred
    for line in stemma.lines:
        assert len(line.articles) != 2 or tuple(sorted(line.articles)) not in barred
    assert sorted(each for line in stemma.lines for each in line.articles) == sorted(each.id for each in web())
    assert stemma.count.low <= stemma.count.best == len(stemma.lines) <= stemma.count.high
    assert one_parent_each(stemma)


def one_parent_each(stemma: Stemma) -> bool:
    """Whether every article but a line's root has one whole parent."""
    parents: Mapping[str, list[str]] = {
        each: [edge.parent for edge in stemma.edges if edge.whole and edge.child == each]
        for line in stemma.lines
        for each in line.articles
    }
    roots = {line.root for line in stemma.lines}
    return all(len(found) == (article not in roots) for article, found in parents.items())


@given(bars(), st.randoms(use_true_random=False))
@settings(max_examples=6)
def test_neither_the_order_of_decisions_nor_of_articles_matters(
    decisions: list[Decision], chance: random.Random
) -> None:
    shuffled = traced(chance.sample(web(), len(web())), *chance.sample(decisions, len(decisions)))
    assert shuffled == traced(web(), *decisions)
