"""Hard cases of derivation: agencies, their customers, texts that mix them, live blogs, round-ups. All is fiction."""

from __future__ import annotations

from derivation_cases import (
    arrow,
    broken,
    cast,
    cut_to,
    kind,
    lenders,
    lines,
    paragraphs,
    parents,
    shared,
    trace_all,
    with_text,
)

from headwater.types import Article, DerivationKind

FERRY = cast("ferry")
AP, REUTERS, REWORDED, LIVE = (FERRY[name] for name in ("ap", "reuters", "reworded", "live"))
TRIMMED = cut_to(AP, 0, 1, 2, 3, 5, id="trimmed", outlet="Brack Courier", agency="AP")
STORM = cast("storm")
TOWNS = tuple(STORM[name] for name in ("argus", "bugle", "echo", "mercury", "star"))
ROUNDUP = STORM["roundup"]


def mixed() -> Article:
    """A paper's text of three paragraphs of one agency and three of the other, in turns."""
    ap, reuters = paragraphs(AP), paragraphs(REUTERS)
    opening = ap[0].removeprefix("PORT SANDREY (AP) — ")
    parts = [opening, reuters[1], ap[1], reuters[3], ap[4], reuters[4], "Compiled from agency reports."]
    return with_text(AP, parts, id="mixed", outlet="Evening Brack")


def together(stemma_lines: list[set[str]], *articles: str) -> bool:
    return any(set(articles) <= line for line in stemma_lines)


# --- two agencies ---------------------------------------------------------------------------------------------------


def test_two_agencies_on_one_event_are_two_lines_though_both_quote_the_commander() -> None:
    stemma = trace_all([AP, REUTERS])
    assert lines(stemma) == [{"ap"}, {"reuters"}]
    assert (stemma.count.low, stemma.count.high) == (2, 2)
    assert kind(stemma, "ap", "reuters") in (DerivationKind.SHARED_STATEMENT, DerivationKind.INDEPENDENT)
    assert {mask for _, mask in shared(stemma, FERRY, "ap", "reuters")} <= {"quote", "statement"}


@broken(
    "a rewrite that moves clauses is called spun: the kind is told by shared runs, not by what was exchanged for what"
)
def test_each_agencys_customers_are_of_its_line() -> None:
    stemma = trace_all([AP, REUTERS, TRIMMED, REWORDED])
    assert lines(stemma) == [{"ap", "trimmed"}, {"reuters", "reworded"}]
    assert kind(stemma, "ap", "trimmed") is DerivationKind.ABRIDGED
    assert kind(stemma, "reuters", "reworded") is DerivationKind.REWRITE
    assert (parents(stemma, "trimmed"), parents(stemma, "reworded")) == ({"ap"}, {"reuters"})


def test_customers_of_two_agencies_are_two_lines_where_neither_agency_handed_in_its_report() -> None:
    stemma = trace_all([TRIMMED, REWORDED])
    assert lines(stemma) == [{"reworded"}, {"trimmed"}]


def test_a_paper_that_mixes_both_agencies_leaves_them_two_lines() -> None:
    stemma = trace_all([AP, REUTERS, mixed()])
    assert not together(lines(stemma), "ap", "reuters")


def test_a_paper_that_mixes_both_agencies_is_no_line_of_its_own_and_has_words_of_both() -> None:
    stemma = trace_all([AP, REUTERS, TRIMMED, REWORDED, mixed()])
    assert len(lines(stemma)) == 2
    assert not together(lines(stemma), "ap", "reuters")
    assert {"ap", "reuters"} <= parents(stemma, "mixed") | lenders(stemma, "mixed")


# --- live blog ------------------------------------------------------------------------------------------------------


def test_a_live_blog_that_quotes_two_wires_joins_nothing() -> None:
    stemma = trace_all([AP, REUTERS, TRIMMED, REWORDED, LIVE])
    assert lines(stemma) == [{"ap", "trimmed"}, {"live"}, {"reuters", "reworded"}]


def test_a_live_blog_has_one_passage_of_each_wire_and_the_wires_have_none_of_it() -> None:
    stemma = trace_all([AP, REUTERS, LIVE])
    assert lenders(stemma, "live") == {"ap", "reuters"}
    assert not lenders(stemma, "ap") | lenders(stemma, "reuters")
    lent = [words for words, mask in shared(stemma, FERRY, "ap", "live") if not mask]
    assert any("600 meters from the breakwater" in words for words in lent)
    assert arrow(stemma, "ap", "live") == "ap > live"


def test_a_live_blogs_own_reporting_is_shown() -> None:
    stemma = trace_all([AP, REUTERS, LIVE])
    live = next(line for line in stemma.lines if line.articles == ("live",))
    assert live.standing == "own reporting shown"


# --- round-up -------------------------------------------------------------------------------------------------------


def test_reports_under_one_title_of_five_towns_are_five_lines() -> None:
    assert len(lines(trace_all(TOWNS))) == 5


def test_a_round_up_of_five_reports_chains_them_to_nothing() -> None:
    found = lines(trace_all([*TOWNS, ROUNDUP]))
    assert not any(len(line - {"roundup"}) > 1 for line in found)


def test_a_round_up_has_a_passage_of_each_report_and_lends_none() -> None:
    stemma = trace_all([*TOWNS, ROUNDUP])
    assert lenders(stemma, "roundup") | parents(stemma, "roundup") == {town.id for town in TOWNS}
    assert not any(lenders(stemma, town.id) | parents(stemma, town.id) for town in TOWNS)
    assert {kind(stemma, town.id, "roundup") for town in TOWNS} == {DerivationKind.PARTIAL}


@broken("a text all of whose passages are lent is a line of its own")
def test_a_round_up_that_has_nothing_of_its_own_adds_no_line() -> None:
    assert len(lines(trace_all([*TOWNS, ROUNDUP]))) == 5


def test_a_brief_that_credits_an_agency_whose_report_was_handed_in_points_to_no_unseen_one() -> None:
    words = paragraphs(AP)[0].removeprefix("PORT SANDREY (AP) — ")
    own = ["Ferries to the islands are late today, and the cafe on the quay has run out of soup.", words]
    brief = with_text(AP, own, id="brief", outlet="Inland Radio", agency="AP")
    stemma = trace_all([AP, REUTERS, brief])
    assert not stemma.unseen
    assert "ap" in lenders(stemma, "brief") | parents(stemma, "brief")
