"""Alignment of words: what stays the same is found wherever it went, and counted as it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from headwater.text.kernels.diagonals import CLASSES, COLUMNS, MOST_PASSAGES, TALLIES, align_articles
from headwater.text.kernels.tokens import COMMONEST, INITIAL, NUMBER, QUOTED, UPPERCASE, WIDESPREAD

WORDS = st.lists(st.integers(1, 9), max_size=40)
TEXT = list(range(100, 160))


class Passage(NamedTuple):
    """A row of what the kernel finds."""

    pair: int
    left: int
    left_end: int
    right: int
    right_end: int
    matched: int
    quoted: int
    widespread: int


def _aligned(
    *texts: Sequence[int], pairs: Sequence[tuple[int, int]] = ((0, 1),), flags: Sequence[int] = ()
) -> tuple[list[Passage], list[list[list[int]]]]:
    hashes = np.array([word for text in texts for word in text], dtype=np.uint32)
    of_words = np.array(flags or [0] * len(hashes), dtype=np.uint8)
    ends = np.cumsum([0, *map(len, texts)])
    found = np.zeros((MOST_PASSAGES * len(pairs), COLUMNS), dtype=np.int32)
    tallies = np.zeros((len(pairs), TALLIES, CLASSES), dtype=np.int32)
    numbers = np.array(pairs, dtype=np.int32).reshape(-1, 2)
    bounds = np.stack((ends[:-1], ends[1:]), axis=1)
    done, rows = align_articles(hashes, of_words, bounds, numbers, found, tallies)
    assert done == len(pairs)
    return [Passage(*row) for row in found[:rows].tolist()], tallies.tolist()


def _spans(passages: Sequence[Passage]) -> list[tuple[int, ...]]:
    return sorted(passage[1:6] for passage in passages)


def test_the_same_text_is_one_passage_from_end_to_end() -> None:
    assert _spans(_aligned(TEXT, TEXT)[0]) == [(0, 60, 0, 60, 60)]


def test_paragraphs_that_changed_places_are_two_passages() -> None:
    assert _spans(_aligned(TEXT, TEXT[30:] + TEXT[:30])[0]) == [(0, 30, 30, 60, 30), (30, 60, 0, 30, 30)]


def test_a_passage_goes_on_over_words_exchanged_inserted_and_dropped() -> None:
    other = [*TEXT[:10], 1, *TEXT[11:20], 2, 3, *TEXT[20:30], *TEXT[32:]]
    assert _spans(_aligned(TEXT, other)[0]) == [(0, 60, 0, 60, 57)]


def test_a_long_cut_parts_two_passages() -> None:
    assert _spans(_aligned(TEXT, TEXT[:20] + TEXT[40:])[0]) == [(0, 20, 0, 20, 20), (40, 60, 20, 40, 20)]


def test_a_passage_in_other_texts_is_found_alone() -> None:
    left, right = [*range(40), *TEXT[:12], *range(40, 60)], [*range(200, 207), *TEXT[:12], *range(207, 300)]
    assert _spans(_aligned(left, right)[0]) == [(40, 52, 7, 19, 12)]


def test_a_passage_reaches_to_the_edge_of_its_sentence_where_both_are_near() -> None:
    left, right = [1, 2, *TEXT[:10], 3, 4, *range(10, 20)], [5, 6, *TEXT[:10], 7, *range(20, 30)]
    flags = [0] * (len(left) + len(right))
    for at in (0, 14, len(left), len(left) + 13):
        flags[at] = INITIAL
    assert _spans(_aligned(left, right, flags=flags)[0]) == [(0, 14, 0, 13, 10)]


def test_a_handful_of_words_is_no_passage() -> None:
    assert _spans(_aligned([*range(20), 91, 92, 93, 94, 95], [91, 92, 93, 94, 95, *range(30, 50)])[0]) == []


def test_texts_too_short_to_hold_a_seed_share_nothing() -> None:
    assert _aligned([], [1], [1, 2], pairs=((0, 0), (0, 1), (1, 1), (1, 2), (2, 2)))[0] == []


def test_no_pairs_are_no_passages() -> None:
    assert _aligned(TEXT, pairs=()) == ([], [])


@given(WORDS, WORDS)
def test_passages_lie_in_the_texts_and_match_no_word_twice(left: list[int], right: list[int]) -> None:
    passages, tallies = _aligned(left, right)
    for passage in passages:
        assert 0 <= passage.left < passage.left_end <= len(left)
        assert 0 <= passage.right < passage.right_end <= len(right)
        assert 6 <= passage.matched <= min(passage.left_end - passage.left, passage.right_end - passage.right)
    shared = (Counter(left) & Counter(right)).total()
    assert sum(passage.matched for passage in passages) <= shared
    assert [sum(row) for row in tallies[0][3:]] == [len(left), len(right)]


@given(st.permutations(range(4)), st.integers(0, 3))
def test_shuffled_blocks_are_all_found(order: list[int], gap: int) -> None:
    blocks = [list(range(100 * block, 100 * block + 15)) for block in range(4)]
    right = [word for block in order for word in [*range(900 + block * 9, 900 + block * 9 + gap), *blocks[block]]]
    passages, tallies = _aligned([word for block in blocks for word in block], right)
    assert sum(passage.matched for passage in passages) == sum(tallies[0][0]) == 60


@given(st.lists(WORDS, min_size=2, max_size=5))
def test_pairs_aligned_together_are_as_when_aligned_alone(texts: list[list[int]]) -> None:
    pairs = [(left, right) for left in range(len(texts)) for right in range(len(texts))]
    passages, tallies = _aligned(*texts, pairs=pairs)
    for number, (left, right) in enumerate(pairs):
        alone, tally = _aligned(texts[left], texts[right])
        assert [passage[1:] for passage in passages if passage.pair == number] == [passage[1:] for passage in alone]
        assert tallies[number] == tally[0]


def test_words_are_counted_by_class() -> None:
    kinds = [NUMBER, UPPERCASE, UPPERCASE | INITIAL, 0, COMMONEST, QUOTED, QUOTED | COMMONEST, WIDESPREAD | NUMBER]
    flags = [kinds[at % 8] for at in range(16)]
    passages, tallies = _aligned(range(1, 17), range(1, 17), flags=flags * 2)
    expected = [0] * CLASSES
    for kind, count in {0: 4, 1: 4, 2: 2, 4: 2, 5: 2, 6: 2}.items():
        expected[kind] = count
    assert tallies[0] == [expected] * TALLIES
    assert [(one.quoted, one.widespread) for one in passages] == [(4, 2)]


def test_the_kernel_stops_where_passages_might_not_fit_and_can_go_on() -> None:
    texts = np.array(TEXT * 3, dtype=np.uint32)
    bounds = np.array([[0, 60], [60, 120], [120, 180]], dtype=np.int64)
    pairs = np.array([[0, 1], [0, 2], [1, 2]], dtype=np.int32)
    found = np.zeros((MOST_PASSAGES + 1, COLUMNS), dtype=np.int32)
    tallies = np.zeros((3, TALLIES, CLASSES), dtype=np.int32)
    assert align_articles(texts, np.zeros(180, dtype=np.uint8), bounds, pairs, found, tallies) == (2, 2)


def test_a_refrain_over_and_over_ends() -> None:
    passages, _ = _aligned([1, 2, 3] * 2000, [1, 2, 3] * 1500)
    assert sum(passage.matched for passage in passages) > 4000
