"""The likeliest labels of a text's sentences, held against trying them all."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.derivations.labelling import label

SCORES = st.integers(-9, 9).map(float)
TABLES = st.integers(1, 3).flatmap(
    lambda labels: st.lists(st.lists(SCORES, min_size=labels, max_size=labels), min_size=1, max_size=6)
)


def worth(labels: tuple[int, ...], table: list[list[float]], switch: float) -> float:
    changes = sum(one != other for one, other in itertools.pairwise(labels))
    return sum(row[each] for row, each in zip(table, labels, strict=True)) - switch * changes


@given(TABLES, st.integers(0, 5).map(float))
def test_no_other_labelling_is_worth_more(table: list[list[float]], switch: float) -> None:
    found = label(np.array(table), [0.0] * len(table[0]), switch)
    every = itertools.product(range(len(table[0])), repeat=len(table))
    assert worth(found, table, switch) == max(worth(each, table, switch) for each in every)


def test_one_doubtful_sentence_goes_with_its_neighbours() -> None:
    emissions = np.array([[4.0, -4.0], [0.0, 1.0], [4.0, -4.0]])
    assert label(emissions, [0.0, 0.0], 2.0) == (0, 0, 0)
    assert label(emissions, [0.0, 0.0], 0.0) == (0, 1, 0)


@pytest.mark.parametrize(("prior", "expected"), [([0.0, 1.0], (1, 1)), ([1.0, 0.0], (0, 0)), ([0.0, 0.0], (0, 0))])
def test_where_nothing_is_read_the_prior_decides(prior: list[float], expected: tuple[int, ...]) -> None:
    assert label(np.zeros((2, 2)), prior, 2.0) == expected


def test_a_text_without_sentences_has_no_labels() -> None:
    assert label(np.zeros((0, 2)), [0.0, 0.0], 2.0) == ()
