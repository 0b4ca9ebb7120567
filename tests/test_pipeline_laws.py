"""Laws that hold for every story, on whole briefs of very short articles. All people and places are invented."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.models.spacy_english import load_parser
from headwater.pipeline import brief, brief_articles
from headwater.settings import Settings
from headwater.testing.articles import make_article
from headwater.testing.spans import misplaced_spans
from headwater.types import Article, Brief

DAY = "2031-03-11"  # a Tuesday
WIRE = """\
VARNHOLT (AP) — Gunmen in two boats raided the old mill of Varnholt on Monday, killing 12 millers, Mayor Ada Holm said.

“They came out of the fog and fired at everyone,” Holm told reporters on the quay. Four guards were wounded.

The mill, built in 1911, had been shut since the strike over the June 6 vote. Police have yet to name a suspect.
"""
RADIO = """\
At least 14 people died when raiders in three boats stormed a mill at Varnholt, said Bren Okoro, who heads the clinic.

Okoro denied that guards had fled. “They came out of the fog and fired at everyone,” Mayor Ada Holm told reporters.

The Reed Front did not claim the attack. Its speaker, Lusia Farrant, said the Front had no boats.
"""
WEEKLY = """\
The Reed Front claimed the raid on Varnholt's mill, in which at least two boats were used on March 10.

Marta Quill, who lives by the sluice, counted nine shots. A Weekly reporter saw the burned door on Tuesday.

The harbour was closed for nearly a month after a similar raid in 2029, and 12 dockers were arrested.
"""
SPORTS = """\
Skarrow beat Lindmoor by three goals to one in the cup on Sunday. The keeper, Idris Colewick, saved two penalties.
"""
TEXTS = {"courier": WIRE, "radio": RADIO, "weekly": WEEKLY}


def _articles(texts: dict[str, str]) -> list[Article]:
    return [make_article(text, id=name, outlet=name.title(), published=DAY) for name, text in texts.items()]


def _briefs(articles: Sequence[Article], rule: str = "majority") -> tuple[Brief, ...]:
    chosen = Settings(rule=rule)
    return brief_articles(articles, chosen, parser=load_parser(chosen.model))


@functools.cache
def _brief() -> Brief:
    """The brief of the three reports."""
    return _briefs(_articles(TEXTS))[0]


@functools.cache
def _copied(copies: int) -> Brief:
    """The brief of the three reports and so many verbatim copies of the wire's."""
    return _briefs(_articles({**TEXTS, **{f"mirror{number}": WIRE for number in range(copies)}}))[0]


# --- order ----------------------------------------------------------------------------------------------------


@settings(max_examples=4, deadline=None)
@given(st.permutations([*TEXTS.items(), ("sports", SPORTS), ("mirror", WIRE)]))
def test_the_order_of_the_articles_changes_nothing_in_any_brief(order: list[tuple[str, str]]) -> None:
    expected = _briefs(_articles({**TEXTS, "sports": SPORTS, "mirror": WIRE}))
    assert msgspec.json.encode(_briefs(_articles(dict(order)))) == msgspec.json.encode(expected)


def test_another_story_in_the_batch_changes_nothing_but_what_is_left_out() -> None:
    alone, among = _brief(), brief(_articles({**TEXTS, "sports": SPORTS}))
    assert [one.name for one in among.left_out if "another story" in one.reason] == ["sports.txt"]
    assert (among.claims, among.stemma, among.conflicts) == (alone.claims, alone.stemma, alone.conflicts)


# --- copies ---------------------------------------------------------------------------------------------------


def _told(brief: Brief) -> dict[str, tuple[int, int]]:
    """Lines and sources behind each statement, by the words of its claims."""
    texts = {article.id: article.text for article in brief.articles}
    words = {claim.id: texts[claim.span.article][claim.span.start : claim.span.end] for claim in brief.claims}
    return {
        " / ".join(sorted({words[claim] for claim in one.claims})): (one.lines.best, one.sources)
        for one in brief.statements
    }


@pytest.mark.parametrize("copies", [1, 3])
def test_verbatim_copies_change_no_line_no_source_no_figure_and_no_conflict(copies: int) -> None:
    alone, copied = _brief(), _copied(copies)
    assert copied.stemma.count == alone.stemma.count
    assert _told(copied) == _told(alone)
    assert [(one.role, one.low, one.best, one.high) for one in copied.figures] == [
        (one.role, one.low, one.best, one.high) for one in alone.figures
    ]
    assert [_asked(copied), _asked(alone)] == [_asked(alone)] * 2


def _asked(brief: Brief) -> list[tuple[str, tuple[tuple[str, int], ...]]]:
    return [
        (conflict.question.text, tuple(sorted((side.value, len(side.lines)) for side in conflict.sides)))
        for conflict in brief.conflicts
    ]


def test_copies_are_said_to_be_copies() -> None:
    assert _copied(3).count_line == "6 articles, 3 lines of reporting"


def test_an_independent_article_adds_one_line_to_what_it_asserts() -> None:
    own = "The Reed Front claimed the raid on Varnholt's mill. Divers found a boat near Skarrow, the ferryman said."
    texts = {article.id: article.text for article in _brief().articles}
    more = _briefs(_articles({**TEXTS, "ferry": own}))[0]
    claimed = {words: lines for words, (lines, _) in _told(more).items() if "claimed the raid" in words}
    before = {words: lines for words, (lines, _) in _told(_brief()).items() if "claimed the raid" in words}
    assert (sum(before.values()) + 1, len(texts) + 1) == (sum(claimed.values()), len(more.articles))


# --- what the three reports say -------------------------------------------------------------------------------


def test_three_newsrooms_are_three_lines() -> None:
    assert _brief().count_line == "3 articles, 3 lines of reporting"


def test_a_quotation_that_two_lines_have_from_one_press_conference_is_no_derivation() -> None:
    assert [edge for edge in _brief().stemma.edges if not edge.whole] == []


def test_the_lines_differ_about_the_boats_and_the_figures_hold_every_value() -> None:
    questions = [conflict.question.text for conflict in _brief().conflicts]
    assert "How many boats were used?" in questions
    boats = next(figure for figure in _brief().figures if figure.population == "boat")
    assert sorted(value.quantity.low for value in boats.values) == [2, 3]


# --- spans ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("copies", [0, 3])
def test_every_span_of_a_brief_lies_in_one_of_its_articles_and_is_not_empty(copies: int) -> None:
    assert misplaced_spans(_copied(copies) if copies else _brief()) == []


def test_every_statement_claim_and_side_that_is_referred_to_exists() -> None:
    brief = _brief()
    claims, statements = {one.id for one in brief.claims}, {one.id for one in brief.statements}
    lines, entities = {one.id for one in brief.stemma.lines}, {one.id for one in brief.entities}
    assert {claim for one in brief.statements for claim in (*one.claims, one.shown)} == claims
    assert {one.statement for one in brief.findings} == statements
    assert {name for one in brief.timeline for name in one.statements} <= statements
    assert {line for one in brief.statements for line in one.line_ids} <= lines
    assert {line for one in brief.conflicts for side in one.sides for line in side.lines} <= lines
    assert {value.claim for one in brief.figures for value in one.values} <= claims
    assert {role.entity for one in brief.claims for role in one.roles} <= entities | {""}
    assert {link.speaker for one in brief.claims for link in one.attribution} <= entities | {""}


def test_ids_are_unique_and_numbered_without_gaps() -> None:
    brief = _brief()
    for records, letter in (
        (brief.statements, "s"),
        (brief.figures, "f"),
        (brief.conflicts, "k"),
        (brief.timeline, "m"),
    ):
        assert [one.id for one in records] == [f"{letter}{number}" for number in range(1, len(records) + 1)]
    assert len({one.id for one in brief.claims}) == len(brief.claims)


@pytest.mark.parametrize("rule", ["majority", "lowest", "ucdp", "ibc"])
def test_the_rule_is_named_in_the_brief_and_in_each_figure(rule: str) -> None:
    brief = _briefs(_articles({"courier": WIRE}), rule)[0]
    assert {brief.rule, *(figure.rule for figure in brief.figures)} == {rule}


def test_no_line_of_a_brief_gives_a_verdict() -> None:
    told = [one.reason.text for one in _brief().findings] + [one.note for one in _brief().conflicts]
    assert not [text for text in told if re.search(r"\b(true|false|fake|verified|credib\w+)\b", text)]
