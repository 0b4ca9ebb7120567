"""The brief of the five invented reports of `headwater.testing.fiction`, as a person would write it.

Each function builds one section; `at(article, words)` looks a span up, so that no offset is typed by hand.
"""

from __future__ import annotations

from headwater.evidence import cite
from headwater.testing.karsk.claims import claims, findings, statements
from headwater.testing.karsk.disputes import alterations, conflicts
from headwater.testing.karsk.lines import stemma
from headwater.testing.karsk.sheets import entities, families, figures, left_out, quotes, timeline
from headwater.testing.karsk.told import edits, event, tellings
from headwater.testing.karsk.witnesses import ARTICLES, at
from headwater.types import Brief, Evidence, Story

__all__ = ["brief"]


def brief() -> Brief:
    """5 articles, 3 lines of reporting, an unseen wire, a lent passage, and something in every section."""
    lead = at("radio", "Four people were killed and 31 were hurt when an explosion wrecked the Karsk ferry terminal")
    return Brief(
        headline=cite(
            "An explosion wrecked the Karsk ferry terminal in Lenhaven on Monday, 10 March 2031, and killed at least "
            "four people.",
            [lead, at("ledger", "An explosion at the Karsk ferry terminal killed at least four people")],
        ),
        count_line="5 articles, 3 lines of reporting",
        story=Story("karsk", tuple(ARTICLES), _why_one_story()),
        articles=tuple(ARTICLES.values()),
        stemma=stemma(),
        claims=claims(),
        statements=statements(),
        findings=findings(),
        conflicts=conflicts(),
        alterations=alterations(),
        quotes=quotes(),
        quote_families=families(),
        figures=figures(),
        timeline=timeline(),
        entities=entities(),
        left_out=left_out(),
        rule="majority",
        version="0.1.0",
        tellings=tellings(),
        event=event(),
        edits=edits(),
    )


def _why_one_story() -> tuple[Evidence, ...]:
    return (
        Evidence(
            "rare names", 6.1, "all five name the Karsk ferry terminal", at("ledger", "Karsk"), at("radio", "Karsk")
        ),
    )
