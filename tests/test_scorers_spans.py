"""Scorers of spans and of copied passages, checked against their definitions written out character by character.

The small figures of passages are those of the unit tests of PAN's reference scorer (Potthast et al. 2010).
"""

from __future__ import annotations

import math
import random
import time
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from quality.scoring.passages import Passage, PassageTally, plagdet, tally_passages, tally_passages_by_pair
from quality.scoring.spans import (
    Timex,
    TimexTally,
    match_spans,
    tally_exact,
    tally_overlapping,
    tally_timexes,
    tally_tokens,
    tokens_in,
)
from quality.scoring.tally import Score, Tally, total

from headwater.types import Span

Characters = frozenset[tuple[str, int]]
TokenSpans = list[frozenset[int]]

EXTENTS = st.tuples(st.integers(0, 12), st.integers(1, 5)).map(lambda pair: (pair[0], pair[0] + pair[1]))
TOKEN_SPANS = st.lists(st.frozensets(st.integers(0, 7), max_size=4), max_size=6)
TIMEXES = st.lists(st.builds(lambda at, value: Timex(at[0], at[1], value), EXTENTS, st.sampled_from("xy")), max_size=6)


def passage(copy: str, start: int, length: int, source: str = "s", at: int | None = None) -> Passage:
    """A passage of equal length on both sides, at the same place unless said otherwise."""
    there = start if at is None else at
    return Passage(Span(copy, start, start + length), Span(source, there, there + length))


@st.composite
def drawn_passages(draw: st.DrawFn) -> list[Passage]:
    sides = st.tuples(st.sampled_from("pq"), EXTENTS, st.sampled_from("pq"), EXTENTS)
    return [Passage(Span(a, *here), Span(b, *there)) for a, here, b, there in draw(st.lists(sides, max_size=7))]


def characters(span: Span, side: str) -> Characters:
    return frozenset((side + span.article, offset) for offset in range(span.start, span.end))


def both(one: Passage) -> Characters:
    return characters(one.copy, "copy ") | characters(one.source, "source ")


def meets(one: Passage, other: Passage) -> bool:
    copies = characters(one.copy, "") & characters(other.copy, "")
    return bool(copies) and bool(characters(one.source, "") & characters(other.source, ""))


def plain_recall(cases: set[Passage], detections: set[Passage]) -> float:
    """Equation 1 of Potthast et al. (2010), over sets of characters."""
    if not cases or not detections:
        return float(not cases and not detections)
    shares = []
    for case in cases:
        seen = frozenset[tuple[str, int]]().union(*(both(found) for found in detections if meets(case, found)))
        shares.append(len(both(case) & seen) / len(both(case)))
    return math.fsum(shares) / len(shares)


def plain_granularity(cases: set[Passage], detections: set[Passage]) -> float:
    """Equation 3 of Potthast et al. (2010); 1 where nothing was detected, as their program has it."""
    counts = [sum(meets(case, found) for found in detections) for case in cases]
    hits = [count for count in counts if count]
    return sum(hits) / len(hits) if hits else 1


@given(drawn_passages(), drawn_passages())
def test_plagdet_is_its_definition_over_characters(cases: list[Passage], detections: list[Passage]) -> None:
    tally, gold, found = tally_passages(cases, detections), set(cases), set(detections)
    assert tally.recall == pytest.approx(plain_recall(gold, found))
    assert tally.precision == pytest.approx(plain_recall(found, gold))
    assert tally.granularity == pytest.approx(plain_granularity(gold, found))
    recall, precision = plain_recall(gold, found), plain_recall(found, gold)
    f1 = 2 * recall * precision / (recall + precision) if recall + precision else 0
    assert plagdet(cases, detections) == pytest.approx(f1 / math.log2(1 + plain_granularity(gold, found)))


@given(drawn_passages(), drawn_passages(), st.randoms(use_true_random=False))
def test_neither_order_nor_repetition_of_passages_matters(
    cases: list[Passage], detections: list[Passage], dice: random.Random
) -> None:
    shuffled = dice.sample(cases * 2, len(cases) * 2), dice.sample(detections * 2, len(detections) * 2)
    assert tally_passages(*shuffled) == tally_passages(cases, detections)


@given(drawn_passages(), drawn_passages())
def test_exchanging_cases_and_detections_exchanges_precision_and_recall(
    cases: list[Passage], detections: list[Passage]
) -> None:
    there, back = tally_passages(cases, detections), tally_passages(detections, cases)
    assert (there.recall, there.precision) == pytest.approx((back.precision, back.recall))


@given(drawn_passages(), drawn_passages())
def test_pairs_of_articles_add_up_to_the_whole(cases: list[Passage], detections: list[Passage]) -> None:
    by_pair = tally_passages_by_pair(cases, detections)
    assert list(by_pair) == sorted({(one.copy.article, one.source.article) for one in (*cases, *detections)})
    assert sum(by_pair.values(), PassageTally()) == tally_passages(cases, detections)


# Recall and granularity of the unit tests of PAN's reference scorer, 1.3; its "external" passages.
PAN_RECALL = [
    ([passage("1", 0, 100)], [passage("1", 0, 100)], 1),
    ([passage("1", 0, 100)], [passage("1", 100, 100)], 0),
    ([passage("1", 0, 100)], [passage("1", 0, 200)], 1),
    ([passage("1", 0, 100)], [passage("1", 0, 200), passage("2", 0, 100)], 1),
    ([passage("2", 0, 100)], [passage("2", 50, 100)], 0.5),
    ([passage("2", 0, 100)], [passage("2", 25, 75)], 0.75),
    ([passage("2", 0, 100)], [passage("2", 50, 100), passage("2", 25, 75)], 0.75),
    ([passage("1", 0, 100), passage("2", 0, 100)], [passage("1", 0, 100)], 0.5),
]


@pytest.mark.parametrize(("cases", "detections", "recall"), PAN_RECALL)
def test_recall_is_what_the_reference_scorer_says(
    cases: list[Passage], detections: list[Passage], recall: float
) -> None:
    assert tally_passages(cases, detections).recall == recall
    assert tally_passages(detections, cases).precision == recall


def test_precision_and_score_are_what_the_reference_scorer_says() -> None:
    assert tally_passages([passage("1", 0, 100)], [passage("1", 0, 200)]).precision == 0.5
    assert tally_passages([passage("1", 0, 100)], [passage("1", 100, 100), passage("1", 0, 200)]).precision == 0.25
    assert PassageTally(1, 1, 1, 1, 1, 2).plagdet == pytest.approx(0.63092975)
    assert PassageTally(1, 4, 3, 4, 1, 2).plagdet == pytest.approx(0.23659865)


def test_a_case_found_in_pieces_costs_by_granularity_alone() -> None:
    pieces = tally_passages([passage("1", 0, 100)], [passage("1", 0, 50), passage("1", 50, 50)])
    assert (pieces.precision, pieces.recall, pieces.granularity) == (1, 1, 2)
    assert pieces.plagdet == pytest.approx(1 / math.log2(3))


def test_characters_inside_several_detections_count_once_even_where_one_lies_inside_another() -> None:
    nested = [passage("1", 0, 50), passage("1", 10, 20), passage("1", 20, 25)]
    assert tally_passages([passage("1", 0, 100)], nested).recall == 0.5


def test_a_detection_from_another_source_or_the_wrong_way_round_finds_nothing() -> None:
    case = passage("1", 0, 100)
    assert plagdet([case], [passage("1", 0, 100, source="other")]) == 0
    assert plagdet([case], [Passage(case.source, case.copy)]) == 0
    assert plagdet([case], [passage("1", 0, 100, at=100)]) == 0


def test_no_cases_and_no_detections_is_right_and_one_without_the_other_is_wrong() -> None:
    assert plagdet([], []) == 1
    assert plagdet([passage("1", 0, 9)], []) == plagdet([], [passage("1", 0, 9)]) == 0


def test_a_passage_with_an_empty_side_is_refused() -> None:
    with pytest.raises(ValueError, match="empty side"):
        plagdet([], [Passage(Span("1", 3, 3), Span("s", 0, 4))])


def test_thousands_of_passages_in_one_pair_of_articles_are_scored_in_a_moment() -> None:
    cases = [passage("1", start * 20, 8) for start in range(5_000)]
    detections = [passage("1", start * 20 + 4, 8) for start in range(5_000)]
    began = time.process_time()
    tally = tally_passages(cases, detections)
    assert time.process_time() - began < 2  # a tenth of a second or two; each against each, over ten
    assert tally.recall == tally.precision == 0.5
    assert tally.granularity == 1


@given(st.lists(EXTENTS, max_size=6), st.lists(EXTENTS, max_size=6))
def test_exact_spans_are_matched_one_to_one(gold: list[tuple[int, int]], predicted: list[tuple[int, int]]) -> None:
    tally, left = tally_exact(gold, predicted), list(gold)
    for span in predicted:
        if span in left:
            left.remove(span)
    assert tally == Tally.matched(len(gold) - len(left), len(predicted), len(gold))


@given(TOKEN_SPANS, TOKEN_SPANS, st.sampled_from([0, 0.3, 0.5, 1]))
def test_a_matching_is_one_to_one_above_the_threshold_and_leaves_no_pair_over(
    gold: TokenSpans, predicted: TokenSpans, threshold: float
) -> None:
    def likeness(g: int, p: int) -> float:
        return len(gold[g] & predicted[p]) / max(1, len(gold[g] | predicted[p]))

    pairs = match_spans(gold, predicted, threshold)
    golds, predictions = [g for g, _ in pairs], [p for _, p in pairs]
    assert len(set(golds)) == len(set(predictions)) == len(pairs)
    assert all(likeness(g, p) >= threshold and gold[g] & predicted[p] for g, p in pairs)
    free = [(g, p) for g in range(len(gold)) if g not in golds for p in range(len(predicted)) if p not in predictions]
    assert not [1 for g, p in free if likeness(g, p) >= threshold and gold[g] & predicted[p]]


@given(TOKEN_SPANS, TOKEN_SPANS, st.randoms(use_true_random=False))
def test_the_order_of_spans_does_not_matter(gold: TokenSpans, predicted: TokenSpans, dice: random.Random) -> None:
    def matched(golds: TokenSpans, predictions: TokenSpans) -> list[tuple[list[int], list[int]]]:
        return sorted((sorted(golds[g]), sorted(predictions[p])) for g, p in match_spans(golds, predictions, 0.3))

    shuffled = dice.sample(gold, len(gold)), dice.sample(predicted, len(predicted))
    assert matched(*shuffled) == matched(gold, predicted)


@given(TOKEN_SPANS, TOKEN_SPANS)
def test_tokens_are_counted_once_however_many_spans_hold_them(gold: TokenSpans, predicted: TokenSpans) -> None:
    golds, predictions = {t for span in gold for t in span}, {t for span in predicted for t in span}
    assert tally_tokens(gold, predicted) == Tally.matched(len(golds & predictions), len(predictions), len(golds))


@given(TOKEN_SPANS)
def test_spans_agree_with_themselves_unless_they_hold_no_token(spans: TokenSpans) -> None:
    full = [span for span in spans if span]
    perfect = Score(1, 1, 1) if full else Score(0, 0, 0)
    assert tally_overlapping(full, full, 1).score == tally_exact(full, full).score == perfect
    assert tally_tokens(spans, spans).score == perfect
    assert tally_overlapping(spans, spans).right == len(full)


def test_the_closest_pair_is_matched_first_and_a_tie_goes_to_the_earlier_span() -> None:
    gold = [frozenset({1, 2, 3, 4}), frozenset({5, 6})]
    assert match_spans(gold, [frozenset({4, 5, 6}), frozenset({1, 2, 3})]) == [(0, 1), (1, 0)]
    assert match_spans([frozenset({3, 4}), frozenset({1, 2})], [frozenset({2, 3})], 0.3) == [(1, 0)]
    assert tally_overlapping([frozenset({1, 2})], [frozenset({1, 2, 3, 4})]).right == 1
    assert tally_overlapping([frozenset({1, 2})], [frozenset({1, 2, 3, 4, 5})]).right == 0


def test_tokens_are_those_that_a_broken_span_touches() -> None:
    tokens = [(0, 3), (4, 8), (8, 9), (10, 14)]
    assert tokens_in(tokens, [(0, 3)]) == {0}
    assert tokens_in(tokens, [(5, 9), (13, 20)]) == {1, 2, 3}
    assert tokens_in(tokens, [(3, 4), (9, 10), (6, 6)]) == tokens_in([], [(0, 9)]) == frozenset()


@given(TIMEXES, TIMEXES)
def test_value_f1_is_relaxed_f1_times_the_share_of_right_values(gold: list[Timex], predicted: list[Timex]) -> None:
    found = tally_timexes(gold, predicted)
    share = found.value.right / found.relaxed.right if found.relaxed.right else 0
    assert found.value.score.f1 == pytest.approx(found.relaxed.score.f1 * share)
    assert found.strict == tally_exact([(t.start, t.end) for t in gold], [(t.start, t.end) for t in predicted])
    assert found.value.right <= found.relaxed.right >= found.strict.right


@given(TIMEXES, TIMEXES, st.randoms(use_true_random=False))
def test_the_order_of_time_expressions_does_not_matter(
    gold: list[Timex], predicted: list[Timex], dice: random.Random
) -> None:
    shuffled = dice.sample(gold, len(gold)), dice.sample(predicted, len(predicted))
    assert tally_timexes(*shuffled) == tally_timexes(gold, predicted)


def test_part_of_a_time_expression_counts_relaxedly_and_its_value_apart() -> None:
    gold = [Timex(0, 14, "2031-05-04TMO"), Timex(20, 26, "2031-05-05"), Timex(30, 39, "P3D")]
    predicted = [Timex(0, 6, "2031-05-04"), Timex(20, 26, "2031-05-05")]
    found = tally_timexes(gold, predicted)
    assert found.strict == Tally.matched(1, 2, 3)
    assert found.relaxed.score == Score(1, 2 / 3, 0.8)
    assert found.value.score.f1 == pytest.approx(0.8 * 1 / 2)


def test_documents_are_summed_before_they_are_divided() -> None:
    one = tally_timexes([Timex(0, 4, "P1D")], [Timex(0, 4, "P1D")])
    two = tally_timexes([Timex(0, 4, "P1D")], [Timex(2, 4, "P2D"), Timex(7, 9, "P2D")])
    assert (one + two).relaxed.score == Score(2 / 3, 1, 0.8)
    assert total([one.value, two.value]) == (two + one).value == Tally.matched(1, 3, 2)


def test_a_document_without_spans_adds_nothing() -> None:
    nothing: Sequence[frozenset[int]] = ()
    assert tally_exact([], []) == tally_overlapping(nothing, nothing) == tally_tokens(nothing, nothing) == Tally()
    assert tally_timexes([], []) == TimexTally()
    assert tally_exact([], []).score == Score(0, 0, 0)
