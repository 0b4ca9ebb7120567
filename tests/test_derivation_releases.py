"""Hard cases of derivation: press releases, statements, press conferences. All people and places are fiction."""

from __future__ import annotations

import pytest
from derivation_cases import broken, cast, cut_to, kind, lines, parents, shared, trace_all

from headwater.types import DerivationKind

CANNERY = cast("cannery")
RELEASE, LEAD, REWRITTEN, REPORTER, UNION = (
    CANNERY[name] for name in ("release", "lead", "rewritten", "reporter", "union")
)
VERBATIM = cut_to(RELEASE, 1, 2, 3, 4, 5, 6, id="verbatim", outlet="Coastal Business Wire")
TRIMMED = cut_to(RELEASE, 1, 2, 3, 4, id="trimmed", outlet="Brack Courier")
CARRIERS = (LEAD, REWRITTEN, TRIMMED, VERBATIM)
TALKS = cast("bridge_talks")


# --- a press release ------------------------------------------------------------------------------------------------


def test_a_press_release_carried_by_four_outlets_is_one_line() -> None:
    stemma = trace_all(CARRIERS)
    assert lines(stemma) == [{"lead", "rewritten", "trimmed", "verbatim"}]
    assert stemma.count.low == 1


@broken(
    "a rewrite that moves clauses is called spun: the kind is told by shared runs, not by what was exchanged for what"
)
def test_a_press_release_is_carried_whole_cut_with_a_lead_and_rewritten() -> None:
    stemma = trace_all(CARRIERS)
    assert kind(stemma, "trimmed", "verbatim") is DerivationKind.ABRIDGED
    assert kind(stemma, "lead", "verbatim") in (
        DerivationKind.ABRIDGED,
        DerivationKind.EXPANDED,
        DerivationKind.REWRITE,
    )
    assert kind(stemma, "rewritten", "verbatim") is DerivationKind.REWRITE


def test_a_press_release_that_was_handed_in_is_the_root_of_those_who_carried_it() -> None:
    stemma = trace_all([*CARRIERS, RELEASE])
    assert [line.root for line in stemma.lines] == ["release"]
    assert not parents(stemma, "release")


FAR = broken("a rewrite and two cut versions share too few words in order, though all their facts in one order")


@pytest.mark.parametrize("left_out", ["lead", "rewritten", "trimmed", pytest.param("verbatim", marks=FAR)])
def test_any_three_of_the_carriers_are_one_line(left_out: str) -> None:
    assert len(lines(trace_all(each for each in CARRIERS if each.id != left_out))) == 1


@pytest.mark.parametrize("reporter", ["reporter", "union"])
def test_a_reporter_who_quotes_the_releases_statement_has_a_line_of_her_own(reporter: str) -> None:
    stemma = trace_all([*CARRIERS, RELEASE, CANNERY[reporter]])
    assert lines(stemma) == [{"lead", "release", "rewritten", "trimmed", "verbatim"}, {reporter}]
    assert kind(stemma, "release", reporter) is DerivationKind.SHARED_STATEMENT
    assert {mask for _, mask in shared(stemma, CANNERY, "release", reporter)} <= {"quote", "statement"}


def test_two_reporters_who_quote_one_statement_are_two_lines() -> None:
    stemma = trace_all([REPORTER, UNION])
    assert lines(stemma) == [{"reporter"}, {"union"}]
    assert (stemma.count.low, stemma.count.high) == (2, 2)
    assert kind(stemma, "reporter", "union") is DerivationKind.SHARED_STATEMENT


# --- a press conference ---------------------------------------------------------------------------------------------


def test_newsrooms_that_share_only_quotes_of_a_press_conference_are_so_many_lines() -> None:
    stemma = trace_all(TALKS.values())
    assert lines(stemma) == [{"courier"}, {"herald"}, {"radio"}]
    assert stemma.count.low == 3
    kinds = {kind(stemma, *pair) for pair in (("courier", "herald"), ("courier", "radio"), ("herald", "radio"))}
    assert kinds <= {DerivationKind.SHARED_STATEMENT, DerivationKind.INDEPENDENT}


def test_what_newsrooms_share_of_a_press_conference_is_masked_as_a_quote() -> None:
    stemma = trace_all(TALKS.values())
    found = shared(stemma, TALKS, "herald", "radio")
    assert any("free has never looked at the accounts" in words for words, _ in found)
    assert {mask for words, mask in found if "looked at" in words} == {"quote"}
