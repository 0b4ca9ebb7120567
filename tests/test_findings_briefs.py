"""Whole briefs of short invented stories: what stands first, what a copy adds, what the order of input changes.

The pipeline finds by itself who copied whom. All people, papers and places are fiction.
"""

from __future__ import annotations

import functools
import itertools

import msgspec
import pytest
from findings_cases import DAY, brief_of

from headwater.render import render
from headwater.types import Brief, Conflict, ConflictKind, Statement, Status

WIRE = """\
VARNHOLT (NW) — Raiders in two boats stormed the old mill of Varnholt on Monday night and killed 12 millers, Mayor Ada \
Holm said.

“They came out of the fog and fired at everyone,” Holm told reporters on the quay.

Four guards were taken to the clinic. The mill, built in 1911, had been shut since the strike over the October vote.

Police have yet to name a suspect. The lock above the mill stays closed until Friday, the River Board said.
"""
RADIO = """\
Fifteen people died when armed men attacked a mill at Varnholt on Monday, according to Bren Okoro, who heads the \
clinic in the town.

“I signed fifteen certificates with my own hand,” Okoro said in an interview at his office on Tuesday.

Ilka Morn, who lives by the sluice, said she had counted nine shots. Nobody has claimed the attack.
"""
WEEKLY = """\
At the clinic of Varnholt the beds did not suffice on Tuesday. Fifteen people were killed in the attack on the mill, \
nurse Petra Lund told the Weekly, and she named each of them.

A Weekly reporter saw the burned door of the mill and boats adrift on the river. Shops along the quay stayed shut.
"""


@functools.cache
def _brief(*texts: str) -> Brief:
    return brief_of(*texts, named=lambda number: f"paper{number:02}")


def _killed(brief: Brief) -> Conflict:
    return next(one for one in brief.conflicts if one.kind is ConflictKind.QUANTITY)


def _first_line(brief: Brief, form: str) -> str:
    """The first line, on a page wide enough for it."""
    return next(line for line in render(brief, form, width=200).splitlines() if line.strip())


# --- one line --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("copies", [1, 4])
def test_a_story_of_one_line_says_so_in_its_first_line(copies: int) -> None:
    brief = _brief(*[WIRE] * copies)
    assert len(brief.stemma.lines) == 1
    assert "1 line of reporting" in brief.count_line
    for form in ("text", "markdown"):
        assert "line of reporting" in _first_line(brief, form)


def test_nothing_in_a_story_of_one_line_is_corroborated_or_disputed() -> None:
    found = {one.status for one in _brief(*[WIRE] * 4).findings}
    assert found.isdisjoint({Status.CORROBORATED, Status.DISPUTED})


def test_an_article_alone_has_no_conflict_with_itself() -> None:
    assert _brief(f"{WIRE}\nThe toll was put at ten earlier.").conflicts == ()


# --- forty copies against two ----------------------------------------------------------------------------------------


@functools.cache
def _forty() -> Brief:
    return _brief(*[WIRE] * 40, RADIO, WEEKLY)


def test_forty_copies_are_one_line_beside_two() -> None:
    assert _forty().count_line == "42 articles, 3 lines of reporting"


def test_one_claim_in_forty_copies_is_one_side_of_one_line_against_two() -> None:
    sides = {side.value: len(side.lines) for side in _killed(_forty()).sides}
    assert sides == {"12": 1, "15": 2}


def test_the_figure_follows_the_two_lines_and_shows_the_copies_number() -> None:
    figure = next(one for one in _forty().figures if one.role == "killed")
    assert (figure.low, figure.best, figure.high) == (12, 15, 15)


# --- copies and order ------------------------------------------------------------------------------------------------


def _counted(brief: Brief) -> set[tuple[str, int, int]]:
    """The words shown of each statement with its lines and sources."""
    texts = {article.id: article.text for article in brief.articles}
    claims = {claim.id: claim for claim in brief.claims}

    def words(statement: Statement) -> str:
        span = claims[statement.shown].span
        return texts[span.article][span.start : span.end]

    return {(words(one), one.lines.best, one.sources) for one in brief.statements}


def test_a_copy_more_changes_no_count_and_no_conflict() -> None:
    alone, copied = _brief(WIRE, RADIO, WEEKLY), _brief(WIRE, RADIO, WEEKLY, WIRE)
    assert _counted(copied) == _counted(alone)
    assert [{side.value: len(side.lines) for side in one.sides} for one in copied.conflicts] == [
        {side.value: len(side.lines) for side in one.sides} for one in alone.conflicts
    ]
    assert [(one.role, one.low, one.best, one.high) for one in copied.figures] == [
        (one.role, one.low, one.best, one.high) for one in alone.figures
    ]


def test_a_copy_of_a_copy_adds_no_line() -> None:
    shorter = WIRE.partition("Four guards")[0]
    assert len(_brief(WIRE, shorter, shorter, RADIO).stemma.lines) == 2


def test_the_order_of_the_articles_changes_nothing() -> None:
    named = {"courier": WIRE, "radio": RADIO, "weekly": WEEKLY}
    briefs = {
        msgspec.json.encode(brief_of(*[named[one] for one in order], named=order.__getitem__))
        for order in itertools.permutations(named)
    }
    assert len(briefs) == 1


# --- what a copy changed ---------------------------------------------------------------------------------------------

SPOILT = [
    (("killed 12 millers", "killed 21 millers"), "number", "21"),
    (("Mayor Ada Holm", "Mayor Ida Kolm"), "name", "Ida Kolm"),
    (("built in 1911", "built in 1991"), "date", "1991"),
    (("“They came out of the fog and fired at everyone,”", "They came out of the fog and fired at everyone,"),
     "quotation marks lost", "They came out of the fog"),
]  # fmt: skip


@pytest.mark.parametrize(("edit", "kind", "words"), SPOILT, ids=["number", "name", "date", "marks"])
def test_what_one_copy_changed_is_an_alteration_and_no_conflict(edit: tuple[str, str], kind: str, words: str) -> None:
    brief = _brief(WIRE, WIRE, WIRE.replace(*edit))
    texts = {article.id: article.text for article in brief.articles}
    (one,) = brief.alterations
    assert (one.kind.value, one.decided) == (kind, True)
    assert words in texts[one.altered.article][one.altered.start : one.altered.end]
    assert brief.conflicts == ()


def test_an_untouched_copy_has_no_alteration() -> None:
    assert _brief(WIRE, WIRE, WIRE.replace("millers", "workers at the mill")).alterations == ()


# --- through the day -------------------------------------------------------------------------------------------------

MORNING = """\
Ten people are dead after a blast tore through the Karsk mill in Varnholt, Mayor Ada Holm said on Tuesday.

“We are still digging,” Holm told reporters at the gate. Firefighters came from three valleys.
"""
EVENING = """\
Fourteen people died in the explosion at the Karsk mill in Varnholt, said Bren Okoro, who heads the clinic, on Tuesday.

“Two died on the table,” Okoro said. Ilka Morn, who lives by the sluice, lost her brother.
"""


def test_a_toll_that_rose_since_the_morning_is_updated_and_in_no_conflict() -> None:
    brief = brief_of(MORNING, EVENING, published=(f"{DAY}T07:00:00+00:00", f"{DAY}T19:00:00+00:00"))
    assert brief.conflicts == ()
    assert Status.UPDATED in {one.status for one in brief.findings}
    figure = next(one for one in brief.figures if one.role == "killed")
    assert (figure.low, figure.best, figure.high) == (10, 14, 14)


# --- quotes ----------------------------------------------------------------------------------------------------------

PRAISE = "“The dam will hold for a hundred years and the valley knows it,” {} said in Skarrow on Monday."


def test_one_quote_given_to_two_speakers_is_told_as_a_reading_of_another_speaker() -> None:
    others = "\n\nThe council of Skarrow met until midnight. {} spoke first."
    brief = _brief(
        PRAISE.format("Orla Venn") + others.format("Marek Solt"),
        PRAISE.format("Orla Venn") + others.format("Ilka Morn"),
        PRAISE.format("Bren Okoro") + others.format("Petra Lund"),
    )
    (family,) = [one for one in brief.quote_families if len(one.readings) == 3]
    assert [reading.difference.value for reading in family.readings].count("other speaker") == 1


def test_every_line_of_a_brief_opens_words() -> None:
    for brief in (_brief(WIRE, RADIO, WEEKLY), _forty()):
        assert all(one.reason.spans for one in brief.findings)
        assert all(side.spans for one in brief.conflicts for side in one.sides)
        assert brief.headline.spans
