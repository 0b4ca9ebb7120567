"""Shingles and stems of words. All texts are invented."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.text.shingles import covered, longest_run, member, ngrams, share_flagged
from headwater.text.words import digest, fold, stem

HASHES = st.lists(st.integers(0, 9), max_size=30).map(lambda values: np.array(values, dtype=np.uint64))
FLAGS = st.lists(st.booleans(), max_size=30).map(lambda values: np.array(values, dtype=np.bool_))


@given(HASHES, st.integers(1, 6))
def test_equal_runs_of_words_have_equal_hashes_and_others_do_not(hashes: np.ndarray, size: int) -> None:
    grams = ngrams(hashes, size)
    runs = [tuple(hashes[at : at + size].tolist()) for at in range(max(0, len(hashes) - size + 1))]
    assert len(grams) == len(runs)
    assert len(set(grams.tolist())) == len(set(runs))


@given(HASHES, HASHES)
def test_membership_agrees_with_sets(hashes: np.ndarray, among: np.ndarray) -> None:
    assert member(hashes, np.sort(among)).tolist() == [value in set(among.tolist()) for value in hashes.tolist()]


@given(FLAGS)
def test_the_longest_run_is_true_throughout_and_cannot_grow(flags: np.ndarray) -> None:
    start, end = longest_run(flags)
    assert flags[start:end].all()
    assert not flags[end : end + 1].any()
    assert end - start == max((len(run) for run in "".join("x" if f else " " for f in flags).split()), default=0)


@given(FLAGS, st.integers(1, 5))
def test_the_share_of_flagged_words_is_counted_for_each_run(flags: np.ndarray, size: int) -> None:
    shares = share_flagged(flags, size)
    assert shares.tolist() == [flags[at : at + size].mean() for at in range(max(0, len(flags) - size + 1))]


def test_covered_marks_every_word_of_a_flagged_run() -> None:
    assert covered(np.array([False, True, False]), 3, 5).tolist() == [False, True, True, True, False]


@pytest.mark.parametrize(
    ("one", "other"), [("Élan", "elan"), ("U.S.", "us"), ("don’t", "don't"), ("STRASSE", "straße")]
)
def test_spellings_that_differ_in_case_accents_or_marks_fold_to_one(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_stems_join_inflections_but_never_numbers() -> None:
    assert stem("parliament") == stem("parliamentary")
    assert stem("20180101") != stem("20180102")


def test_hashes_are_the_same_in_every_process() -> None:
    assert digest("harbour") == 16295200358155746308
