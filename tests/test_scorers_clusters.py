"""Scorers of partitions: B-cubed, ARI and V-measure; MUC, B-cubed, CEAFe, CoNLL F1 and LEA.

Checked against kept libraries (scikit-learn; scorch, which is held to the CoNLL reference scorer), against the
definitions written out plainly, and against the figures documented for the reference scorer's own test cases.
"""

from __future__ import annotations

import itertools
import random
from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from quality.scoring.clusters import adjusted_rand, bcubed, bcubed_by_item, v_measure
from quality.scoring.coreference import (
    Chains,
    Coreference,
    b_cubed,
    ceaf_e,
    coreference,
    lea,
    muc,
    without_singletons,
)
from quality.scoring.tally import Score, Tally, total
from scorch import scores as scorch
from sklearn import metrics

Labels = list[tuple[int, int]]
Chain = frozenset[str]

LABELS = st.lists(st.tuples(st.integers(0, 4), st.integers(0, 4)), max_size=14)


def chains(letters: str) -> tuple[Chain, ...]:
    """Chains written as words of one-letter mentions."""
    return tuple(frozenset(word) for word in letters.split())


@st.composite
def drawn_chains(draw: st.DrawFn) -> tuple[Chain, ...]:
    """Chains of some of eight mentions; a mention that is drawn no chain is not in the response."""
    homes = draw(st.lists(st.integers(-1, 3), min_size=8, max_size=8))
    return tuple(
        frozenset(mention for mention, home in zip("abcdefgh", homes, strict=True) if home == number)
        for number in sorted(set(homes) - {-1})
    )


def plain_bcubed(golds: Sequence[int], predictions: Sequence[int]) -> tuple[list[float], list[float]]:
    """Amigó et al. (2009), equation by equation: correctness of pairs, averaged over the items of a cluster."""
    items = range(len(golds))
    precisions, recalls = [], []
    for one in items:
        correct = [golds[one] == golds[other] and predictions[one] == predictions[other] for other in items]
        precisions.append(sum(correct) / sum(predictions[one] == predictions[other] for other in items))
        recalls.append(sum(correct) / sum(golds[one] == golds[other] for other in items))
    return precisions, recalls


def plain_links(chain: Chain) -> set[frozenset[str]]:
    return {frozenset(pair) for pair in itertools.combinations(chain, 2)} if len(chain) > 1 else {chain}


def plain_lea(side: Sequence[Chain], other: Sequence[Chain]) -> tuple[float, float]:
    """Moosavi & Strube (2016): importance times resolution, over all chains; and the sum of the importances."""
    links = set().union(*(plain_links(chain) for chain in other)) if other else set()
    found = sum(len(chain) * len(plain_links(chain) & links) / len(plain_links(chain)) for chain in side)
    return found, sum(map(len, side))


def plain_ceaf_e(key: Sequence[Chain], response: Sequence[Chain]) -> float:
    """Luo (2005): the best of all one-to-one maps, tried one by one."""
    few, many = sorted((key, response), key=len)
    maps = itertools.permutations(many, len(few))
    return max(
        sum(2 * len(one & other) / (len(one) + len(other)) for one, other in zip(few, chosen, strict=True))
        for chosen in maps
    )


def numbered(labels: Labels) -> tuple[dict[int, int], dict[int, int]]:
    return {n: gold for n, (gold, _) in enumerate(labels)}, {n: found for n, (_, found) in enumerate(labels)}


@given(LABELS.filter(bool))
def test_bcubed_is_its_definition_item_by_item(labels: Labels) -> None:
    gold, predicted = numbered(labels)
    precisions, recalls = plain_bcubed(list(gold.values()), list(predicted.values()))
    found = bcubed_by_item(gold, predicted)
    assert list(found) == list(gold)
    assert [p for p, _ in found.values()] == pytest.approx(precisions)
    assert [r for _, r in found.values()] == pytest.approx(recalls)
    assert bcubed(gold, predicted).precision == pytest.approx(sum(precisions) / len(precisions))
    assert bcubed(gold, predicted).recall == pytest.approx(sum(recalls) / len(recalls))


@given(LABELS.filter(bool))
def test_bcubed_of_partitions_is_b_cubed_of_chains_and_what_scorch_says(labels: Labels) -> None:
    gold, predicted = numbered(labels)
    key, response = (
        tuple(frozenset(item for item in side if side[item] == label) for label in sorted(set(side.values())))
        for side in (gold, predicted)
    )
    ours, theirs = bcubed(gold, predicted), scorch.b_cubed(key, response)
    assert (ours.recall, ours.precision, ours.f1) == pytest.approx(theirs)
    assert b_cubed(key, response).score.f1 == pytest.approx(ours.f1)


@given(LABELS.filter(bool))
def test_ari_and_v_measure_are_those_of_scikit_learn(labels: Labels) -> None:
    gold, predicted = numbered(labels)
    both = list(gold.values()), list(predicted.values())
    assert adjusted_rand(gold, predicted) == pytest.approx(metrics.adjusted_rand_score(*both))
    assert v_measure(gold, predicted) == pytest.approx(metrics.v_measure_score(*both))


@given(LABELS.filter(bool))
def test_exchanging_the_partitions_exchanges_precision_and_recall(labels: Labels) -> None:
    gold, predicted = numbered(labels)
    there, back = bcubed(gold, predicted), bcubed(predicted, gold)
    assert (there.precision, there.recall) == pytest.approx((back.recall, back.precision))
    assert adjusted_rand(gold, predicted) == pytest.approx(adjusted_rand(predicted, gold))
    assert v_measure(gold, predicted) == pytest.approx(v_measure(predicted, gold))


@given(LABELS.filter(bool), st.randoms(use_true_random=False))
def test_neither_names_of_labels_nor_order_of_items_matter(labels: Labels, dice: random.Random) -> None:
    gold, predicted = numbered(labels)
    items = list(gold)
    dice.shuffle(items)
    renamed = {item: ("story", gold[item]) for item in items}
    assert bcubed(renamed, predicted) == bcubed(gold, predicted)
    assert adjusted_rand(renamed, predicted) == pytest.approx(adjusted_rand(gold, predicted))


@pytest.mark.parametrize("scorer", [adjusted_rand, v_measure, lambda gold, found: bcubed(gold, found).f1])
def test_equal_partitions_score_one_and_no_items_nothing(scorer: Callable[..., float]) -> None:
    assert scorer({"p": 1, "q": 1, "r": 2}, {"p": "x", "q": "x", "r": None}) == pytest.approx(1)
    assert scorer({}, {}) == 0


@pytest.mark.parametrize("scorer", [adjusted_rand, v_measure, bcubed, bcubed_by_item])
def test_partitions_of_different_items_are_refused(scorer: Callable[..., object]) -> None:
    with pytest.raises(ValueError, match="2 items are in one of them only"):
        scorer({"p": 1, "q": 1}, {"p": 1, "r": 1})


# Key, response, then (recall, precision) of MUC, B-cubed, CEAFe and LEA: the documented test cases A and B of the
# CoNLL reference scorer (Pradhan et al. 2014) and those that LEA's authors added; None where none is documented.
# D and E are the worked example of Bagga & Baldwin (1998).
DOCUMENTED = {
    "A1": ("a bc def", "a bc def", (1, 1), (1, 1), (1, 1), (1, 1)),
    "A2": ("a bc def", "a de", (1 / 3, 1), (7 / 18, 1), (0.6, 0.9), (1 / 3, 1)),
    "A3": ("a bc def", "a bcx defy z", (1, 3 / 5), (1, 55 / 108), (0.88571, 0.66429), (1, 4 / 9)),
    "A4": ("a bc def", "a bcx dy z", (1 / 3, 1 / 3), (5 / 9, 17 / 42), (0.73333, 0.55), (1 / 2, 2 / 7)),
    "A5": ("a bc def", "a bcxB dy z", (1 / 3, 1 / 4), (5 / 9, 5 / 16), (0.68889, 0.51667), (1 / 2, 5 / 24)),
    "A6": ("a bc def", "a bcx dy Bz", (1 / 3, 1 / 4), (5 / 9, 17 / 48), (0.73333, 0.55), (1 / 2, 1 / 4)),
    "A10": ("a bc def", "a b c d e f", (0, 0), (1 / 2, 1), None, (1 / 6, 1 / 6)),
    "A11": ("a bc def", "abcdef", (1, 3 / 5), (1, 7 / 18), None, (5 / 6, 4 / 15)),
    "D1": ("12345 67 89ABC", "12345 6789ABC", (1, 9 / 10), (1, 16 / 21), None, (1, (5 + 11 / 3) / 12)),
    "E1": ("12345 67 89ABC", "1234589ABC 67", (1, 9 / 10), (1, 7 / 12), None, (1, (10 * 20 / 45 + 2) / 12)),
}


@pytest.mark.parametrize("case", DOCUMENTED.values(), ids=DOCUMENTED.keys())
def test_the_documented_cases_of_the_reference_scorer_come_out(case: tuple[str, str, *tuple[object, ...]]) -> None:
    key, response, *expected = case
    for measure, figures in zip((muc, b_cubed, ceaf_e, lea), expected, strict=True):
        score = measure(chains(key), chains(response)).score
        assert figures is None or (score.recall, score.precision) == pytest.approx(figures, abs=5e-6)


@given(drawn_chains(), drawn_chains())
def test_muc_b_cubed_ceaf_and_conll_are_those_of_scorch(key: Chains, response: Chains) -> None:
    for ours, theirs in ((muc, scorch.muc), (b_cubed, scorch.b_cubed), (ceaf_e, scorch.ceaf_e)):
        score = ours(key, response).score
        assert (score.recall, score.precision, score.f1) == pytest.approx(theirs(key, response))
    assert coreference(key, response).conll_f1 == pytest.approx(scorch.conll2012(key, response))


@given(drawn_chains(), drawn_chains())
def test_lea_and_ceaf_are_their_definitions(key: Sequence[Chain], response: Sequence[Chain]) -> None:
    tally = lea(key, response)
    assert (tally.found, tally.gold) == pytest.approx(plain_lea(key, response))
    assert (tally.right, tally.predicted) == pytest.approx(plain_lea(response, key))
    assert ceaf_e(key, response).found == pytest.approx(plain_ceaf_e(key, response))


@given(drawn_chains(), drawn_chains())
def test_exchanging_key_and_response_exchanges_precision_and_recall(key: Chains, response: Chains) -> None:
    for measure in (muc, b_cubed, ceaf_e, lea):
        there, back = measure(key, response), measure(response, key)
        assert (there.found, there.gold) == pytest.approx((back.right, back.predicted))


@given(drawn_chains(), drawn_chains(), st.randoms(use_true_random=False))
def test_the_order_of_chains_does_not_matter(key: Chains, response: Chains, dice: random.Random) -> None:
    shuffled = dice.sample(list(key), len(key)), dice.sample(list(response), len(response))
    assert coreference(*shuffled) == coreference(key, response)


@given(drawn_chains())
def test_a_key_agrees_with_itself_wherever_it_has_links(key: Chains) -> None:
    found = coreference(key, key)
    perfect = Score(1, 1, 1) if key else Score(0, 0, 0)
    assert (found.b_cubed.score, found.ceaf_e.score, found.lea.score) == (perfect, perfect, perfect)
    assert found.muc.score.f1 == float(bool(without_singletons(key)))


def test_a_lonely_mention_counts_for_all_but_muc() -> None:
    found = coreference(chains("ab c"), chains("ab"))
    assert found.muc.score == Score(1, 1, 1)
    assert [t.score.recall for t in (found.b_cubed, found.ceaf_e, found.lea)] == pytest.approx([2 / 3, 1 / 2, 2 / 3])
    assert without_singletons(chains("ab c de")) == chains("ab de")


def test_nothing_on_a_side_scores_nothing() -> None:
    assert coreference((), ()) == Coreference()
    assert coreference((), ()).conll_f1 == 0
    assert coreference(chains("ab"), ()).conll_f1 == coreference((), chains("ab")).conll_f1 == 0
    assert coreference((frozenset(), *chains("ab")), chains("ab")) == coreference(chains("ab"), chains("ab"))


@pytest.mark.parametrize("measure", [muc, b_cubed, ceaf_e, lea])
def test_a_mention_in_two_chains_is_refused(measure: Callable[[Chains, Chains], Tally]) -> None:
    with pytest.raises(ValueError, match="mention 'b' is in two chains"):
        measure(chains("ab"), chains("ab bc"))
    with pytest.raises(ValueError, match="mention 'b' is in two chains"):
        measure(chains("ab bc"), chains("ab"))


def test_documents_are_summed_before_they_are_divided() -> None:
    one, two = coreference(chains("abc"), chains("ab")), coreference(chains("de"), chains("d e"))
    together = coreference(chains("abc de"), chains("ab d e"))
    assert (one + two).conll_f1 == pytest.approx(together.conll_f1)
    assert (one + two).lea == together.lea
    assert total([one.muc, two.muc]) == total([two.muc, one.muc]) == together.muc
    assert total([]) == Tally()
    assert total([]).score == Score(0, 0, 0)
