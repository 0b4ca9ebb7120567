"""How likely each edge is over all trees, held against counting the trees one by one."""

from __future__ import annotations

import itertools
import math
import random
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.derivations.arborescence import maximum_arborescence
from headwater.derivations.marginals import edge_marginals

Weights = dict[tuple[str, str], float]

NODES = "abcd"
EDGES = st.dictionaries(
    st.tuples(st.sampled_from(NODES), st.sampled_from(NODES)),
    st.floats(-20, 20).map(lambda w: round(w, 3)),
    max_size=12,
)


def rooted(edges: Mapping[tuple[str, str], float], dear: float) -> Weights:
    """The graph with an edge from a root to every node."""
    return {pair: weight for pair, weight in edges.items() if pair[0] != pair[1]} | {("", n): dear for n in NODES}


def trees(weights: Weights) -> Iterator[tuple[tuple[str, str], ...]]:
    """Every choice of one parent for each child that leads all of them to the root."""
    into: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for pair in sorted(weights):
        into[pair[1]].append(pair)
    for chosen in itertools.product(*into.values()):
        above = {child: parent for parent, child in chosen}
        if all(reaches(node, above) for node in above):
            yield chosen


def reaches(node: str, above: Mapping[str, str]) -> bool:
    for _ in above:
        node = above.get(node, node)
    return node == ""


def counted(weights: Weights) -> Weights:
    """The marginals by brute force."""
    mass: Weights = dict.fromkeys(weights, 0.0)
    for tree in trees(weights):
        for pair in tree:
            mass[pair] += math.exp(sum(weights[each] for each in tree))
    whole = sum(weight for (_, child), weight in mass.items() if child == NODES[0])
    return {pair: each / whole for pair, each in mass.items()}


@given(EDGES, st.sampled_from([-50.0, -3.0, 0.0, 5.0]))
def test_the_marginals_are_those_of_counting_all_trees(edges: Weights, dear: float) -> None:
    weights = rooted(edges, dear)
    assert edge_marginals(weights, "") == pytest.approx(counted(weights), abs=1e-9)


@given(EDGES, st.sampled_from([-700.0, -50.0, 0.0, 700.0]))
def test_the_marginals_into_each_child_add_up_to_one(edges: Weights, dear: float) -> None:
    total: dict[str, float] = defaultdict(float)
    for (_, child), share in edge_marginals(rooted(edges, dear), "").items():
        assert 0.0 <= share <= 1.0
        total[child] += share
    assert total == pytest.approx(dict.fromkeys(NODES, 1.0))


@given(EDGES, st.sampled_from(NODES), st.floats(-300, 300))
def test_what_speaks_for_all_parents_of_a_child_alike_changes_nothing(edges: Weights, child: str, more: float) -> None:
    weights = rooted(edges, 0.0)
    shifted = {pair: weight + more * (pair[1] == child) for pair, weight in weights.items()}
    assert edge_marginals(shifted, "") == pytest.approx(edge_marginals(weights, ""), abs=1e-6)


@given(EDGES, st.randoms(use_true_random=False))
def test_the_order_of_the_edges_decides_nothing(edges: Weights, shuffler: random.Random) -> None:
    pairs = list(rooted(edges, 1.0).items())
    shuffler.shuffle(pairs)
    assert edge_marginals(dict(pairs), "") == edge_marginals(rooted(edges, 1.0), "")


def test_two_texts_that_point_at_each_other_are_each_the_root_half_the_time_however_strongly_they_do() -> None:
    for strong in (600.0, 60.0, 1.0):
        weights = {("a", "b"): strong, ("b", "a"): strong, ("", "a"): 0.0, ("", "b"): 0.0}
        found = edge_marginals(weights, "")
        assert found["a", "b"] == pytest.approx(found["b", "a"])
        assert found["a", "b"] + found["", "b"] == pytest.approx(1.0)
    nearer = {("a", "b"): 60.0, ("b", "a"): 60.0, ("", "a"): 2.0, ("", "b"): 0.0}
    assert edge_marginals(nearer, "")["a", "b"] == pytest.approx(1 / (1 + math.exp(-2)))


@settings(max_examples=25, deadline=None)
@given(st.integers(0, 10_000), st.sampled_from([1.0, 4.0, 12.0]))
def test_where_one_tree_outweighs_all_others_it_has_the_marginals(seed: int, spread: float) -> None:
    draw = random.Random(seed)  # noqa: S311  # chance for weights, not for secrets
    names = [f"n{number:02}" for number in range(12)]
    weights = {(a, b): draw.gauss(0, spread) for a in ("", *names) for b in names if a != b}
    sharp = {pair: 60 * weight for pair, weight in weights.items()}
    found = edge_marginals(sharp, "")
    best = maximum_arborescence(sharp, "")
    if min(found[pair] for pair in best) > 0.99:
        assert {pair for pair, share in found.items() if share > 0.5} == set(best)


def test_three_hundred_texts_take_no_more_than_a_few_seconds() -> None:
    draw = random.Random(1)  # noqa: S311  # chance for weights, not for secrets
    names = [f"n{number:03}" for number in range(300)]
    weights = {(a, b): draw.gauss(0, 5) for a in names for b in names if a != b} | {("", b): -50.0 for b in names}
    started = time.process_time()
    found = edge_marginals(weights, "")
    assert time.process_time() - started < 8.0
    assert sum(found["", name] for name in names) == pytest.approx(1.0, abs=1e-6)


def test_a_graph_without_texts_has_no_edges() -> None:
    assert edge_marginals({}, "") == {}
