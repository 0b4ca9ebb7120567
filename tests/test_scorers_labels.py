"""Scorers of labels and of rankings, checked against scikit-learn and against their definitions."""

from __future__ import annotations

import math
import random
import warnings
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from quality.scoring.labels import accuracy, balanced_accuracy, class_score, macro_f1
from quality.scoring.ranking import recall_at_false_positive_rate, recall_at_precision, roc_auc
from quality.scoring.tally import Score
from sklearn import metrics

Pairs = list[tuple[str, str]]
Ranked = list[tuple[bool, float]]

PAIRS = st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("abcd")), min_size=1, max_size=20)
# Few distinct scores, so that ties are the rule.
RANKED = st.lists(st.tuples(st.booleans(), st.sampled_from([-1.5, 0.0, 0.25, 0.5, 3.0])), max_size=20)


def split(pairs: Pairs) -> tuple[list[str], list[str]]:
    return [gold for gold, _ in pairs], [predicted for _, predicted in pairs]


def columns(ranked: Ranked) -> tuple[list[bool], list[float]]:
    return [positive for positive, _ in ranked], [score for _, score in ranked]


def plain_thresholds(ranked: Ranked) -> list[tuple[int, int]]:
    """True and false calls at every threshold: each score there is, and one above all."""
    limits = [math.inf, *{score for _, score in ranked}]
    calls = [[positive for positive, score in ranked if score >= limit] for limit in limits]
    return [(sum(called), len(called) - sum(called)) for called in calls]


@given(PAIRS)
def test_label_scores_are_those_of_scikit_learn(pairs: Pairs) -> None:
    gold, predicted = split(pairs)
    assert accuracy(gold, predicted) == pytest.approx(metrics.accuracy_score(gold, predicted))
    assert macro_f1(gold, predicted) == pytest.approx(
        metrics.f1_score(gold, predicted, average="macro", zero_division=0)
    )
    with warnings.catch_warnings(action="ignore", category=UserWarning):  # it warns of a class that is predicted only
        assert balanced_accuracy(gold, predicted) == pytest.approx(metrics.balanced_accuracy_score(gold, predicted))
    *expected, _ = metrics.precision_recall_fscore_support(gold, predicted, labels=["a"], zero_division=0)
    ours = class_score(gold, predicted, "a")
    assert (ours.precision, ours.recall, ours.f1) == pytest.approx(tuple(float(figure[0]) for figure in expected))


@given(PAIRS, st.randoms(use_true_random=False))
def test_the_order_of_labels_does_not_matter(pairs: Pairs, dice: random.Random) -> None:
    shuffled = dice.sample(pairs, len(pairs))
    for scorer in (accuracy, balanced_accuracy, macro_f1):
        assert scorer(*split(shuffled)) == scorer(*split(pairs))


@pytest.mark.parametrize("scorer", [accuracy, balanced_accuracy, macro_f1])
def test_right_labels_score_one_and_no_labels_nothing(scorer: Callable[..., float]) -> None:
    assert scorer(["a", None, 3], ["a", None, 3]) == 1
    assert scorer([], []) == 0


def test_calling_everything_the_common_class_gains_nothing_in_balance() -> None:
    gold = ["copied"] * 9 + ["own"]
    assert accuracy(gold, ["copied"] * 10) == 0.9
    assert balanced_accuracy(gold, ["copied"] * 10) == 0.5
    assert class_score(gold, ["copied"] * 10, "own") == Score(0, 0, 0)


@pytest.mark.parametrize("scorer", [accuracy, balanced_accuracy, macro_f1, roc_auc])
def test_columns_of_different_lengths_are_refused(scorer: Callable[..., float]) -> None:
    with pytest.raises(ValueError, match=r"shorter|longer|labels for"):
        scorer([True, False], [1.0])


@given(RANKED.filter(lambda ranked: len({positive for positive, _ in ranked}) == 2))
def test_roc_auc_is_that_of_scikit_learn_and_its_definition(ranked: Ranked) -> None:
    positives = [score for positive, score in ranked if positive]
    negatives = [score for positive, score in ranked if not positive]
    wins = sum((p > n) + (p == n) / 2 for p in positives for n in negatives)
    assert roc_auc(*columns(ranked)) == pytest.approx(metrics.roc_auc_score(*columns(ranked)))
    assert roc_auc(*columns(ranked)) == pytest.approx(wins / len(positives) / len(negatives))


@given(RANKED)
def test_turning_the_scores_round_turns_the_area_round(ranked: Ranked) -> None:
    positive, scores = columns(ranked)
    assert roc_auc(positive, scores) + roc_auc(positive, [-score for score in scores]) == pytest.approx(1)


@given(RANKED, st.sampled_from([0.0, 0.05, 0.25, 0.5, 1.0]))
def test_recall_under_a_cap_is_the_best_over_all_thresholds(ranked: Ranked, limit: float) -> None:
    yes = sum(positive for positive, _ in ranked)
    no = len(ranked) - yes
    quiet = [true for true, false in plain_thresholds(ranked) if false <= limit * no]
    assert recall_at_false_positive_rate(*columns(ranked), limit) == (max(quiet) / yes if yes else 0)
    sure = [true for true, false in plain_thresholds(ranked) if true >= limit * (true + false)]
    assert recall_at_precision(*columns(ranked), limit) == (max(sure) / yes if yes else 0)


@given(RANKED.filter(lambda ranked: any(positive for positive, _ in ranked)))
def test_recall_at_a_precision_lies_on_the_curve_of_scikit_learn(ranked: Ranked) -> None:
    precisions, recalls, _ = metrics.precision_recall_curve(*columns(ranked))
    best = max(recall for precision, recall in zip(precisions, recalls, strict=True) if precision >= 0.6)
    assert recall_at_precision(*columns(ranked), 0.6) == pytest.approx(best)


@given(RANKED.filter(bool), st.randoms(use_true_random=False))
def test_the_order_of_a_ranking_does_not_matter_even_among_ties(ranked: Ranked, dice: random.Random) -> None:
    shuffled = columns(dice.sample(ranked, len(ranked)))
    assert roc_auc(*shuffled) == roc_auc(*columns(ranked))
    assert recall_at_precision(*shuffled, 0.95) == recall_at_precision(*columns(ranked), 0.95)
    assert recall_at_false_positive_rate(*shuffled, 0.05) == recall_at_false_positive_rate(*columns(ranked), 0.05)


def test_a_tie_is_not_split_to_please() -> None:
    positive, scores = [True, True, False], [2.0, 1.0, 1.0]
    assert recall_at_precision(positive, scores, 0.95) == 0.5
    assert recall_at_false_positive_rate(positive, scores, 0.05) == 0.5
    assert roc_auc(positive, scores) == 0.75


def test_a_share_that_is_just_allowed_is_allowed() -> None:
    positive, scores = [False] * 29 + [True] + [False] * 71, list(range(101, 0, -1))
    assert recall_at_false_positive_rate(positive, scores, 0.29) == 1
    assert recall_at_false_positive_rate(positive, scores, 0.28) == 0


def test_a_ranking_of_one_class_or_of_nothing_tells_nothing() -> None:
    assert roc_auc([], []) == roc_auc([True], [1.0]) == roc_auc([False], [1.0]) == 0.5
    assert recall_at_precision([], [], 0.9) == recall_at_precision([False], [1.0], 0.9) == 0
    assert recall_at_false_positive_rate([], [], 0.1) == recall_at_false_positive_rate([False], [1.0], 0.1) == 0
    assert recall_at_false_positive_rate([True, True], [1.0, -1.0], 0.0) == 1


def test_a_score_that_is_no_number_is_refused() -> None:
    with pytest.raises(ValueError, match="not a number"):
        roc_auc([True, False], [math.nan, 1.0])


def test_endless_scores_are_ranked_too() -> None:
    assert roc_auc([True, True, False], [math.inf, math.inf, -math.inf]) == 1
