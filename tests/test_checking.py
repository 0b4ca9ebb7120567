"""A draft held against reports: what is kept, what is found, and what stands behind it. All texts are fiction."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import pytest

from headwater.checking import check_articles
from headwater.errors import NothingToRead
from headwater.testing.articles import make_article
from headwater.types import Aspect, Check, Checked, DetailState, Judgement

COURIER = """A fire tore through the grain market of Ostrel on Tuesday, killing at least 14 people and destroying 127 \
stalls, police chief Anna Brandt said.

Mayor Peter Hollin denied that the exits had been locked. “We will rebuild every stall,” he told reporters outside the \
town hall. The market was built in 1921.

Investigators said that the fire may have been started by a welder working on the roof. The guards did not open the \
gate on Mill Street. Soldiers arrested two smugglers near the river on Wednesday."""
HERALD = """Flames swept the old market in Ostrel on Tuesday night, and 9 firefighters were injured, according to the \
Provincial Hospital.

Traders said that their insurance had been cancelled in March. The region has asked the capital for tents."""
RIVAL = """Flames swept the old market in Ostrel on Tuesday night, and 12 firefighters were injured, a doctor said.

Traders said that nobody had warned them of the fire, which they saw from the river."""


@cache
def _checked(draft: str, *reports: str) -> Check:
    articles = [make_article(text, id=f"r{number}", title="") for number, text in enumerate(reports)]
    return check_articles(make_article(draft, id="draft", title=""), articles)


def _judged(draft: str, *reports: str) -> Checked:
    """The only claim of a draft."""
    (claim,) = _checked(draft, *(reports or (COURIER, HERALD))).claims
    return claim


BORNE_OUT = (
    "Anna Brandt, the police chief, said the fire killed at least 14 people and destroyed 127 stalls.",
    "At least 14 people were killed in a fire at the grain market of Ostrel on Tuesday.",
    "The fire destroyed nearly 130 stalls.",
    "More than 120 stalls were destroyed by the fire.",
    "No fewer than 14 people were killed on Tuesday in Ostrel.",
    "The mayor, Peter Hollin, denied that the exits had been locked.",
    "The fire may have been started by a welder on the roof, investigators said.",
    "Two smugglers were arrested by soldiers near the river on Wednesday.",
    "The guards didn’t open the gate on Mill Street.",
    "“We will rebuild every stall,” said the mayor.",
)


@pytest.mark.parametrize("draft", BORNE_OUT)
def test_what_the_reports_say_in_other_words_is_supported(draft: str) -> None:
    assert _judged(draft).judgement is Judgement.SUPPORTED, _judged(draft).evidence


PLANTED = (
    ("A fire tore through the grain market of Ostrel on Tuesday, killing at least 41 people.", Aspect.NUMBER),
    ("A fire tore through the grain market of Ostrel on Friday, killing at least 14 people.", Aspect.DATE),
    ("Mayor Peter Hallow denied that the exits had been locked.", Aspect.WHO),
    ("The guards opened the gate on Mill Street.", Aspect.POLARITY),
    ("Mayor Peter Hollin confirmed that the exits had been locked.", Aspect.POLARITY),
    ("Two smugglers arrested soldiers near the river on Wednesday.", Aspect.ROLE),
    ("“We will rebuild every single house,” he told reporters outside the town hall.", Aspect.QUOTE),
)


@pytest.mark.parametrize(("draft", "aspect"), PLANTED, ids=[aspect.value for _, aspect in PLANTED])
def test_a_planted_error_is_found_with_the_words_of_the_report(draft: str, aspect: Aspect) -> None:
    claim = _judged(draft)
    assert claim.judgement in (Judgement.ALTERED, Judgement.CONFLICT), claim.evidence
    assert aspect in {one.aspect for one in claim.against}
    assert all(one.reports for one in claim.against)


INVENTED = (
    "Two foreign engineers were expelled from the country within hours.",
    "The Orchestra of Velm cancelled its anniversary concert out of respect.",
)


@pytest.mark.parametrize("draft", INVENTED)
def test_what_no_report_tells_is_not_found_and_counts_no_line(draft: str) -> None:
    claim = _judged(draft)
    assert claim.judgement is Judgement.NOT_FOUND
    assert (claim.lines.high, claim.line_ids, claim.articles, claim.sources) == (0, (), (), 0)


def test_a_claim_with_one_invented_detail_is_not_supported_and_the_detail_is_named() -> None:
    draft = "A fire tore through the grain market of Ostrel on Tuesday after a quarrel between two bakers."
    claim = _judged(draft)
    lacking = {draft[each.span.start : each.span.end] for each in claim.details if each.state is not DetailState.FOUND}
    assert claim.judgement is not Judgement.SUPPORTED
    assert lacking & {"quarrel", "bakers"}


def test_the_score_of_a_claim_is_the_sum_of_its_evidence() -> None:
    for claim in _checked(COURIER.replace("14", "15"), COURIER, HERALD).claims:
        assert claim.score == pytest.approx(sum(part.score for part in claim.evidence), abs=1e-6)


def test_a_copy_of_a_report_adds_an_article_and_no_line() -> None:
    draft = "A fire tore through the grain market of Ostrel on Tuesday, killing at least 14 people, Anna Brandt said."
    alone, twice = _judged(draft, COURIER, HERALD), _judged(draft, COURIER, HERALD, f"{COURIER}\n\nMore follows.")
    assert (alone.lines, twice.lines) == (alone.lines, alone.lines)
    assert len(twice.articles) == len(alone.articles) + 1


def test_two_lines_that_differ_are_named_as_a_dispute() -> None:
    claim = _judged("On Tuesday night 9 firefighters were injured in the market in Ostrel.", HERALD, RIVAL)
    assert claim.judgement is Judgement.DISPUTED
    assert [one.aspect for one in claim.against] == [Aspect.NUMBER]
    assert set(claim.against[0].lines).isdisjoint(claim.line_ids)


def test_a_merged_sentence_is_two_claims_and_only_the_false_one_is_found() -> None:
    draft = (
        "The fire destroyed 127 stalls on Tuesday in Ostrel, and the stock exchange suspended trading for an afternoon."
    )
    judged = [claim.judgement for claim in _checked(draft, COURIER, HERALD).claims]
    assert judged == [Judgement.SUPPORTED, Judgement.NOT_FOUND]


def test_the_order_of_the_reports_changes_nothing() -> None:
    draft = make_article(BORNE_OUT[0], id="draft", title="")
    reports = [make_article(text, id=f"r{number}", title="") for number, text in enumerate((COURIER, HERALD, RIVAL))]
    assert check_articles(draft, reports) == check_articles(draft, reports[::-1])


@pytest.mark.parametrize("draft", ["Market fire", "***", "Oh no!"])
def test_a_draft_that_claims_nothing_is_refused_in_one_line(draft: str) -> None:
    with pytest.raises(NothingToRead, match="claims nothing"):
        _checked(draft, COURIER)


@pytest.mark.parametrize(
    "draft", ["\u202egnidaer eht erif saw 14\x1b[31m", "a" * 5_000 + " was 3.", "“" * 400 + "it was 3"]
)
def test_hostile_drafts_are_judged_like_any_other(draft: str) -> None:
    for claim in _checked(draft, COURIER).claims:
        assert claim.judgement in Judgement


def test_every_span_lies_in_its_text() -> None:
    made: Sequence[Checked] = _checked(COURIER.replace("not ", ""), COURIER, HERALD, RIVAL).claims
    texts = {"draft": COURIER.replace("not ", ""), "r0": COURIER, "r1": HERALD, "r2": RIVAL}
    for claim in made:
        spans = (claim.span, *claim.support, *claim.reason.spans, *(s for one in claim.against for s in one.reports))
        assert all(0 <= span.start < span.end <= len(texts[span.article]) for span in spans)


def test_a_denial_of_what_a_report_asserts_is_not_just_missing_and_is_disputed_where_lines_differ() -> None:
    asserted = "The Orvel Front, a banned group, claimed responsibility for the fire in a leaflet."
    alone = _judged("No group claimed responsibility for the fire.", f"{asserted} {HERALD}")
    both = _judged(
        "No group claimed responsibility for the fire.",
        f"{asserted} {HERALD}",
        f"{RIVAL} No group claimed responsibility for it.",
    )
    assert alone.judgement in (Judgement.ALTERED, Judgement.CONFLICT)
    assert both.judgement is Judgement.DISPUTED
    assert {against.aspect for against in (*alone.against, *both.against)} == {Aspect.POLARITY}
