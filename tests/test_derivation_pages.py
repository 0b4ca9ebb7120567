"""Hard cases of derivation: what pages and desks do to reports: teasers, summaries, credits, lists. All is fiction."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from derivation_cases import WHOLE, arrow, broken, cast, cut_to, kind, lines, paragraphs, trace_all, with_text

from headwater.types import Article, DerivationKind

FERRY = cast("ferry")
AP, REUTERS, LIVE = FERRY["ap"], FERRY["reuters"], FERRY["live"]
STORM = cast("storm")
ECHO = STORM["echo"]
TALKS = cast("bridge_talks")
CHARGES = cast("charges")


def also(article: Article, *lines: str) -> Article:
    """The article with these lines at its foot."""
    outlet = article.outlet.value if article.outlet else ""
    return with_text(article, [*paragraphs(article), *lines], id=article.id, outlet=outlet)


# --- parts of a page ------------------------------------------------------------------------------------------------


def test_the_teaser_before_a_paywall_is_of_the_articles_line() -> None:
    opening = paragraphs(ECHO)
    teaser = with_text(
        ECHO,
        [opening[0], f"{opening[1][:90]}...", "Subscribe to read the whole article."],
        id="teaser",
        outlet="Lowmarsh Echo",
    )
    stemma = trace_all([ECHO, teaser, STORM["star"]])
    assert lines(stemma) == [{"echo", "teaser"}, {"star"}]
    assert kind(stemma, "echo", "teaser") is DerivationKind.ABRIDGED


def test_a_list_of_other_headlines_under_an_outlets_reports_joins_none() -> None:
    links = [
        "Read also:",
        "Auditors find mice among the invoices in the cellar of Alder town hall",
        "Insurers say no to a public meeting about the cost of rebuilding the pier",
        "Former keeper of the county stamps in court on 41 counts of theft",
        "Ferry and barge collide in fog outside the breakwater at Port Sandrey",
    ]
    stemma = trace_all(also(each, *links) for each in cast("chrome").values())
    assert len(lines(stemma)) == stemma.count.low == 4


def test_a_live_blog_kept_twice_is_one_line_though_its_newest_entry_stands_on_top() -> None:
    entries = paragraphs(LIVE)
    noon = with_text(LIVE, entries[:6][::-1], id="noon", outlet="Sandrey Post")
    night = with_text(LIVE, entries[::-1], id="night", outlet="Sandrey Post")
    stemma = trace_all([noon, night])
    assert lines(stemma) == [{"night", "noon"}]
    assert kind(stemma, "night", "noon") in (DerivationKind.ABRIDGED, DerivationKind.EXPANDED)


# --- credits --------------------------------------------------------------------------------------------------------


def test_an_agencys_photograph_makes_no_report_the_agencys() -> None:
    pictures = [
        "Lorries at the northern toll booth. (AP Photo/Idris Pell)",
        "Perpetua Gall leaves the chamber. (AP Photo/Idris Pell)",
        "The Vane bridge at dusk. (AP Photo/Idris Pell)",
    ]
    stemma = trace_all(also(each, picture) for each, picture in zip(TALKS.values(), pictures, strict=True))
    assert len(lines(stemma)) == stemma.count.low == 3
    assert not stemma.unseen


def test_reports_to_which_one_agency_contributed_are_so_many_lines() -> None:
    stemma = trace_all(also(each, "AP contributed to this report.") for each in TALKS.values())
    assert len(lines(stemma)) == 3


# --- other people's words without marks -----------------------------------------------------------------------------


@broken("a document's wording without quotation marks is taken for copied, and two passages for the whole")
def test_two_reporters_who_read_one_charge_sheet_are_two_lines() -> None:
    stemma = trace_all([CHARGES["daily"], CHARGES["evening"]])
    assert lines(stemma) == [{"daily"}, {"evening"}]
    assert kind(stemma, "daily", "evening") not in WHOLE


@broken("a list that an office gave out is taken for a copy of the whole")
def test_two_reports_that_print_one_official_list_are_two_lines() -> None:
    stemma = trace_all([CHARGES["palace"], CHARGES["herald"]])
    assert lines(stemma) == [{"herald"}, {"palace"}]
    assert kind(stemma, "herald", "palace") in (DerivationKind.SHARED_STATEMENT, DerivationKind.PARTIAL)


# --- summaries ------------------------------------------------------------------------------------------------------


@broken("a summary in other words is surely a new line, though it names the paper it sums up")
def test_a_summary_that_names_the_paper_it_sums_up_is_not_surely_a_line_of_its_own() -> None:
    stemma = trace_all([ECHO, cast("briefs")["digest"], STORM["star"]])
    assert stemma.count.low == 2
    assert arrow(stemma, "digest", "echo") == "echo > digest"


# --- chains and stars -----------------------------------------------------------------------------------------------


def generations() -> Sequence[Article]:
    """A report and three copies, each cut from the one before it."""
    return [
        ECHO,
        cut_to(ECHO, 0, 1, 2, id="second", outlet="Tarn Mercury"),
        cut_to(ECHO, 0, 1, id="third", outlet="Hexley Bugle"),
        cut_to(ECHO, 0, id="fourth", outlet="Overby Star"),
    ]


def test_copies_of_copies_are_one_line_whose_root_is_the_longest() -> None:
    stemma = trace_all([*generations(), STORM["star"]])
    assert lines(stemma) == [{"echo", "fourth", "second", "third"}, {"star"}]
    assert {line.root for line in stemma.lines} == {"echo", "star"}


@pytest.mark.parametrize("kept", [(0, 1), (2, 3), (0, 3)])
def test_the_half_of_a_report_is_of_its_line(kept: tuple[int, int]) -> None:
    half = cut_to(ECHO, *kept, id="half", outlet="Quick News Now")
    assert lines(trace_all([ECHO, half, STORM["star"]])) == [{"echo", "half"}, {"star"}]


AMID = broken("what stands between the lines of a part is taken for background that was added")


@pytest.mark.parametrize("kept", [(0, 1), (2, 3), pytest.param((0, 3), marks=AMID)])
def test_the_half_of_a_report_is_never_taken_for_its_source(kept: tuple[int, int]) -> None:
    half = cut_to(ECHO, *kept, id="half", outlet="Quick News Now")
    assert arrow(trace_all([ECHO, half]), "echo", "half") != "half > echo"


def test_a_half_that_opens_with_a_pronoun_of_nobody_was_cut_from_the_whole() -> None:
    half = cut_to(ECHO, 2, 3, id="half", outlet="Quick News Now")
    assert paragraphs(half)[0].startswith("Her own tractor")
    assert arrow(trace_all([ECHO, half]), "echo", "half") == "echo > half"


def test_two_halves_of_a_report_that_nobody_handed_in_share_nothing_and_are_not_joined() -> None:
    halves = [cut_to(ECHO, *kept, id=name, outlet=name) for name, kept in (("first", (0, 1)), ("last", (2, 3)))]
    assert lines(trace_all(halves)) == [{"first"}, {"last"}]
    assert lines(trace_all([*halves, ECHO])) == [{"echo", "first", "last"}]
