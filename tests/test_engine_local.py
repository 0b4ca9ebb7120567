"""The engines of one process keep the promises of `Engine`."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeVar

import networkx as nx
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.engines.base import Engine
from headwater.engines.local import LocalEngine
from headwater.engines.meeting import Keys
from headwater.engines.threads import ThreadEngine
from headwater.testing.engines import check_engine

T = TypeVar("T")
R = TypeVar("R")

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


def _keys(keys: Iterable[int]) -> Keys:
    return np.array([*keys], dtype=np.uint64)


@pytest.mark.parametrize("engine", [LocalEngine(), ThreadEngine(1), ThreadEngine(2)], ids=["local", "one", "two"])
def test_the_engines_keep_the_contract(engine: Engine) -> None:
    check_engine(engine)


class _Unsorted(LocalEngine):
    def map(self, function: Callable[[T], R], records: Iterable[T]) -> Iterator[R]:
        return reversed([*map(function, records)])


class _Capless(LocalEngine):
    def pairs(self, keys: Iterable[tuple[str, Keys]], cap: int) -> list[tuple[str, str]]:
        return super().pairs(keys, 99)


class _Loose(LocalEngine):
    def components(self, nodes: Iterable[str], edges: Iterable[tuple[str, str]]) -> list[tuple[str, ...]]:
        return super().components(nodes, [])


@pytest.mark.parametrize(("engine", "verb"), [(_Unsorted(), "map"), (_Capless(), "pairs"), (_Loose(), "components")])
def test_an_engine_that_breaks_its_promises_is_told_which(engine: Engine, verb: str) -> None:
    with pytest.raises(AssertionError, match=f"^{verb} gave"):
        check_engine(engine)


def test_records_are_mapped_in_their_order() -> None:
    assert list(LocalEngine().map(str.upper, ["b", "a", "b"])) == ["B", "A", "B"]


def test_threads_read_records_only_a_few_ahead_of_the_results() -> None:
    read: list[int] = []

    def records() -> Iterator[int]:
        for number in range(100):
            read.append(number)
            yield number

    results = ThreadEngine(2).map(abs, records())
    assert next(results) == 0
    assert len(read) <= 4
    assert list(results) == list(range(1, 100))


def test_what_goes_wrong_in_a_thread_is_raised_where_its_result_is_awaited() -> None:
    results = ThreadEngine(2).map(lambda number: 1 // number, [1, 0])
    assert next(results) == 1
    with pytest.raises(ZeroDivisionError):
        next(results)


def test_a_key_that_too_many_share_proposes_no_pair() -> None:
    keys = [("a", _keys([1])), ("b", _keys([1])), ("c", _keys([1, 2])), ("d", _keys([2]))]
    assert LocalEngine().pairs(keys, cap=2) == [("c", "d")]


def test_an_id_given_twice_does_not_meet_itself() -> None:
    assert LocalEngine().pairs([("a", _keys([7])), ("a", _keys([7]))], cap=9) == []


@given(KEYED, st.integers(1, 8), st.sampled_from([1, 4_000_000]))
def test_pairs_are_those_that_meet_on_a_key_shared_by_few(keys: dict[str, frozenset[int]], cap: int, room: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("headwater.engines.meeting._AT_ONCE", room)
        assert LocalEngine().pairs(((one, _keys(keys[one])) for one in keys), cap) == _met(keys, cap)


@given(st.permutations(["a", "b", "c", "d"]))
def test_the_order_of_the_records_changes_no_pair(order: list[str]) -> None:
    keys = {"a": [1], "b": [1, 2], "c": [2], "d": [3]}
    assert LocalEngine().pairs([(one, _keys(keys[one])) for one in order], cap=9) == [("a", "b"), ("b", "c")]


@given(st.frozensets(IDS), EDGES)
def test_components_are_those_of_a_graph_library(nodes: frozenset[str], edges: list[tuple[str, str]]) -> None:
    inside = [edge for edge in edges if set(edge) <= nodes]
    graph = nx.Graph(inside)
    graph.add_nodes_from(nodes)
    expected = sorted(tuple(sorted(group)) for group in nx.connected_components(graph))
    assert LocalEngine().components(nodes, inside) == expected
