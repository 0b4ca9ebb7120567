"""The likeliest tree over texts, held against networkx."""

from __future__ import annotations

import random

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from headwater.derivations.arborescence import maximum_arborescence

NODES = "abcde"
GRAPHS = st.dictionaries(
    st.tuples(st.sampled_from(NODES), st.sampled_from(NODES)), st.integers(-20, 20).map(float), max_size=20
)


def _rooted(edges: dict[tuple[str, str], float]) -> dict[tuple[str, str], float]:
    """The graph with a dear edge from a root to every node, as each text may be an original."""
    return {**{(parent, child): weight for (parent, child), weight in edges.items() if parent != child}} | {
        ("", node): -50.0 for node in NODES
    }


@given(GRAPHS)
def test_the_tree_weighs_as_much_as_that_of_networkx(edges: dict[tuple[str, str], float]) -> None:
    weights = _rooted(edges)
    graph: nx.DiGraph[str] = nx.DiGraph()
    for (parent, child), weight in weights.items():
        graph.add_edge(parent, child, weight=weight)
    expected = nx.maximum_spanning_arborescence(graph, attr="weight", default=0)
    total = sum(weights[pair] for pair in expected.edges())
    assert sum(weights[pair] for pair in maximum_arborescence(weights, "")) == total


@given(GRAPHS)
def test_every_text_has_one_parent_and_the_root_is_above_all(edges: dict[tuple[str, str], float]) -> None:
    parent_of = {child: parent for parent, child in maximum_arborescence(_rooted(edges), "")}
    assert sorted(parent_of) == sorted(NODES)
    for node in NODES:
        above = node
        for _ in NODES:
            above = parent_of.get(above, "")
        assert above == ""


@given(GRAPHS, st.randoms(use_true_random=False))
def test_the_order_of_the_edges_decides_nothing(edges: dict[tuple[str, str], float], shuffler: random.Random) -> None:
    weights = _rooted(edges)
    pairs = list(weights.items())
    shuffler.shuffle(pairs)
    assert maximum_arborescence(dict(pairs), "") == maximum_arborescence(weights, "")


def test_two_texts_that_point_at_each_other_get_a_root() -> None:
    weights = {("a", "b"): 5.0, ("b", "a"): 4.0, ("", "a"): -50.0, ("", "b"): -50.0}
    assert maximum_arborescence(weights, "") == (("", "a"), ("a", "b"))
