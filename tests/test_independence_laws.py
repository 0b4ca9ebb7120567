"""The laws of independence, on stories that the scribe wrote, against the real pipeline.

Each manner of copying is a case of its own; where the pipeline breaks a law now, the case is marked with the reason and
counts as work to do. A mark that is no longer needed fails.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any

import pytest
from msgspec.structs import replace

from headwater.derivations import trace
from headwater.documents import read_documents
from headwater.engines.local import LocalEngine
from headwater.models.spacy_english import load_parser
from headwater.pipeline import brief_articles
from headwater.settings import Settings
from headwater.testing.scribe import Manner, Plan, Told, write_story
from headwater.text.spans import meets
from headwater.types import Article, Brief, Count, Document, Statement, Story

SEEDS = (1001, 1002, 1003, 1004)
PLAIN = Plan(
    lines=(2, 2), articles=(3, 3), lost=0, onward=0, borrowing=0, updating=0, alterations=(0, 0), harmless=(0, 0)
)
COPYING = (
    Manner.VERBATIM, Manner.TRIMMED, Manner.REORDERED, Manner.ABRIDGED, Manner.EXPANDED, Manner.RESENTENCED,
    Manner.SPUN, Manner.PARAPHRASED, Manner.BACK_TRANSLATED,
)  # fmt: skip


each_manner = pytest.mark.parametrize("manner", COPYING, ids=[manner.name for manner in COPYING])


def broken(reason: str) -> pytest.MarkDecorator:
    """The mark of a law that the pipeline breaks now."""
    return pytest.mark.xfail(reason=reason, raises=AssertionError, strict=True)


def copied(seed: int, manner: Manner, **changes: Any) -> Told:
    """Two newsrooms' reports and one copy of one of them, if `changes` to the plan do not say otherwise."""
    return write_story(seed, replace(PLAIN, manners={manner: 1.0}, **changes))


@cache
def read(article: Article) -> Document:
    return next(read_documents([article], load_parser(Settings().model)))


def lines_of(articles: Sequence[Article]) -> Count:
    """How many lines the pipeline counts in these articles."""
    documents = [read(article) for article in sorted(articles, key=lambda article: article.id)]
    return trace(Story("story", tuple(d.article.id for d in documents)), documents, LocalEngine()).count


@cache
def brief_of(articles: tuple[Article, ...]) -> Brief:
    (brief,) = brief_articles(articles, Settings(), parser=load_parser(Settings().model))
    return brief


def without_the_copy(told: Told) -> tuple[Article, ...]:
    (copy,) = told.copies
    return tuple(article for article in told.articles if article.id != copy.child)


def statements_by_claim(brief: Brief) -> dict[str, Statement]:
    return {claim: statement for statement in brief.statements for claim in statement.claims}


# --- a copy adds nothing --------------------------------------------------------------------------------------


@each_manner
def test_a_copy_adds_no_line(manner: Manner) -> None:
    for seed in SEEDS:
        told = copied(seed, manner)
        assert lines_of(told.articles).best == lines_of(without_the_copy(told)).best == 2


@each_manner
def test_a_copy_changes_the_count_of_no_statement(manner: Manner) -> None:
    grown = [each for seed in SEEDS for each in changed_by_the_copy(copied(seed, manner))]
    assert not grown


def changed_by_the_copy(told: Told) -> list[str]:
    """The claims whose statement counts otherwise once the copy is there."""
    before = statements_by_claim(brief_of(without_the_copy(told)))
    after = statements_by_claim(brief_of(told.articles))
    return [claim for claim, one in before.items() if counts(after[claim]) != counts(one)]


def counts(statement: Statement) -> tuple[int, int]:
    return statement.lines.best, statement.sources


# --- an independent report adds a line --------------------------------------------------------------------------


def newsrooms(seed: int, number: int) -> tuple[Article, ...]:
    """The reports of several newsrooms, none of which copied."""
    return copied(seed, Manner.VERBATIM, lines=(number, number), articles=(number, number)).articles


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("number", [2, 3, 4, 5])
def test_each_newsrooms_own_report_is_a_line(seed: int, number: int) -> None:
    assert lines_of(newsrooms(seed, number)).best == number


@pytest.mark.parametrize("seed", SEEDS)
def test_an_independent_report_adds_one_line_to_what_it_asserts_and_none_to_the_rest(seed: int) -> None:
    articles = newsrooms(seed, 3)
    before, after = brief_of(articles[:2]), brief_of(articles)
    was, new = statements_by_claim(before), articles[2].id
    kept = {claim: statement for claim, statement in statements_by_claim(after).items() if claim in was}
    assert any(new in statement.articles for statement in kept.values())
    for claim, statement in kept.items():
        assert statement.lines.best == was[claim].lines.best + int(new in statement.articles)


# --- mixed texts and versions ----------------------------------------------------------------------------------


@pytest.mark.parametrize("seed", SEEDS)
def test_a_text_made_of_two_wires_leaves_them_two_lines(seed: int) -> None:
    assert lines_of(copied(seed, Manner.CONFLATED).articles).best == 2


@pytest.mark.parametrize("seed", SEEDS)
def test_an_agencys_later_versions_are_its_line(seed: int) -> None:
    told = copied(seed, Manner.VERBATIM, updating=1.0, articles=(2, 2))
    assert lines_of(told.articles).best == len(told.lines) == 2


LOAN = broken("one lent paragraph is taken for a copy of the whole")


@pytest.mark.parametrize("seed", [1001, 1003, 1004, *(pytest.param(seed, marks=LOAN) for seed in (1002, 2006))])
def test_a_borrowed_passage_joins_no_lines(seed: int) -> None:
    told = copied(seed, Manner.VERBATIM, lines=(3, 3), borrowing=1.0)
    assert any(copy.manner is Manner.BORROWED for copy in told.copies)
    assert lines_of(told.articles).best == 3


# --- an original that nobody handed in --------------------------------------------------------------------------


@each_manner
def test_two_copies_of_one_unseen_original_are_one_line(manner: Manner) -> None:
    for seed in SEEDS:
        told = copied(seed, manner, lines=(1, 1), articles=(2, 2), lost=1.0)
        assert len(told.unseen) == 1
        assert lines_of(told.articles).best == 1


# --- one press conference -----------------------------------------------------------------------------------------


# The words that introduce such a quotation are taken for somebody unnamed, who then counts as a source of his own.
COLON = broken("a quotation after 'The official line:' or 'Its line is this:' is not given to its speaker")


@pytest.mark.parametrize("seed", [*(pytest.param(seed, marks=COLON) for seed in (1001, 1004)), 1002, 1003, 1005, 1006])
def test_newsrooms_at_one_press_conference_are_so_many_lines_and_one_source(seed: int) -> None:
    told = copied(seed, Manner.VERBATIM, lines=(3, 3), articles=(3, 3))
    brief = brief_of(told.articles)
    assert brief.stemma.count.best == 3
    quoted = list(quoted_by_several(told, brief))
    assert quoted
    for statement in quoted:
        assert statement.lines.best == len(statement.articles)
        assert statement.sources == 1


def quoted_by_several(told: Told, brief: Brief) -> Iterator[Statement]:
    """Statements that rest, in every article, on words that the newsrooms heard from one mouth."""
    claims = {claim.id: claim for claim in brief.claims}
    for statement in brief.statements:
        spans = [claims[claim].span for claim in statement.claims]
        if len(statement.articles) > 1 and all(any(meets(span, each) for each in told.shared) for span in spans):
            yield statement


# --- order --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("seed", SEEDS[:2])
def test_the_order_of_the_input_changes_nothing(seed: int) -> None:
    articles = write_story(seed, Plan(lines=(2, 2), articles=(5, 5))).articles
    assert brief_of(articles) == brief_of(articles[::-1])
