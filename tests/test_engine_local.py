"""The engine of one process keeps the promises of `Engine`."""

from __future__ import annotations

import itertools
from collections.abc import Mapping

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from headwater.engines.local import LocalEngine

IDS = st.sampled_from(["ash", "birch", "cedar", "elm", "fir", "oak", "pine", "yew"])
KEYED = st.dictionaries(IDS, st.frozensets(st.integers(0, 5), max_size=4), max_size=8)
EDGES = st.lists(st.tuples(IDS, IDS), max_size=12)


def _met(keys: Mapping[str, frozenset[int]], cap: int) -> list[tuple[str, str]]:
    """Pairs on a shared key by trying every pair and every key."""
    holders = {key: [one for one in keys if key in keys[one]] for key in range(6)}
    return [
        (left, right)
        for left, right in itertools.combinations(sorted(keys), 2)
        if any(left in ids and right in ids and len(ids) <= cap for ids in holders.values())
    ]


def test_records_are_mapped_in_their_order() -> None:
    assert list(LocalEngine().map(str.upper, ["b", "a", "b"])) == ["B", "A", "B"]


def test_a_key_that_too_many_share_proposes_no_pair() -> None:
    keys = [("a", ["common"]), ("b", ["common"]), ("c", ["common", "rare"]), ("d", ["rare"])]
    assert LocalEngine().pairs(keys, cap=2) == [("c", "d")]


def test_an_id_given_twice_does_not_meet_itself() -> None:
    assert LocalEngine().pairs([("a", ["x"]), ("a", ["x"])], cap=9) == []


@given(KEYED, st.integers(1, 8))
def test_pairs_are_those_that_meet_on_a_key_shared_by_few(keys: dict[str, frozenset[int]], cap: int) -> None:
    assert LocalEngine().pairs(keys.items(), cap) == _met(keys, cap)


@given(st.permutations(["a", "b", "c", "d"]))
def test_the_order_of_the_records_changes_no_pair(order: list[str]) -> None:
    keys = {"a": [1], "b": [1, 2], "c": [2], "d": [3]}
    assert LocalEngine().pairs([(one, keys[one]) for one in order], cap=9) == [("a", "b"), ("b", "c")]


@given(st.frozensets(IDS), EDGES)
def test_components_are_those_of_a_graph_library(nodes: frozenset[str], edges: list[tuple[str, str]]) -> None:
    inside = [edge for edge in edges if set(edge) <= nodes]
    graph = nx.Graph(inside)
    graph.add_nodes_from(nodes)
    expected = sorted(tuple(sorted(group)) for group in nx.connected_components(graph))
    assert LocalEngine().components(nodes, inside) == expected
