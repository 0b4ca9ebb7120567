"""N-grams, postings and the pairs that meet in them are those of a plain count."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import combinations

import numpy as np
import numpy.typing as npt
from hypothesis import given
from hypothesis import strategies as st

from headwater.text.kernels.grams import (
    ARTICLE_BITS,
    COMMONEST_WORDS,
    NAMES,
    WORDS,
    gram_hashes,
    gram_set,
    mark_widespread,
    write_postings,
)
from headwater.text.kernels.postings import WEIGHT_BITS, merged_pairs, met_pairs, summed_pairs, widespread_grams
from headwater.text.kernels.tokens import COMMONEST, INITIAL, NUMBER, UPPERCASE, WIDESPREAD

Grams = npt.NDArray[np.uint64]
# An article is a list of words, a word a number and its flags.
FLAGS = st.sampled_from([0, COMMONEST, UPPERCASE, UPPERCASE | INITIAL, NUMBER])
ARTICLES = st.lists(st.lists(st.tuples(st.integers(1, 6), FLAGS), max_size=12), min_size=1, max_size=5)
HELD = st.dictionaries(st.integers(1, 12), st.lists(st.integers(0, 40), min_size=1, max_size=40), max_size=6)
BITS = 6  # of an article's number in these tests

Article = Sequence[tuple[int, int]]


def _columns(
    articles: Sequence[Article],
) -> tuple[npt.NDArray[np.uint32], npt.NDArray[np.uint8], npt.NDArray[np.int64]]:
    rows = [row for article in articles for row in article]
    ends = np.cumsum([0, *map(len, articles)])
    hashes, flags = [word for word, _ in rows], [flag for _, flag in rows]
    return np.array(hashes, dtype=np.uint32), np.array(flags, dtype=np.uint8), np.stack((ends[:-1], ends[1:]), axis=1)


def _grams(words: Sequence[int], size: int, view: int) -> list[int]:
    grams = np.zeros(len(words) + 1, dtype=np.uint64)
    return grams[: gram_hashes(np.array(words, dtype=np.uint32), size, view, grams)].tolist()  # type: ignore[no-any-return]  # numpy types tolist as Any


def _in_view(flag: int, view: int) -> bool:
    name = bool(flag & NUMBER) or (bool(flag & UPPERCASE) and not flag & INITIAL)
    return {WORDS: True, COMMONEST_WORDS: bool(flag & COMMONEST), NAMES: name}[view]


def _postings(articles: Sequence[Article], view: tuple[int, int, int], shard: tuple[int, int]) -> list[int]:
    into = np.zeros(200, dtype=np.uint64)
    return into[: write_postings(*_columns(articles), view, shard, into)].tolist()  # type: ignore[no-any-return]  # as above


@given(st.lists(st.integers(0, 3), max_size=20), st.integers(1, 4))
def test_equal_runs_of_words_and_no_others_have_equal_grams(words: list[int], size: int) -> None:
    runs = [tuple(words[at : at + size]) for at in range(len(words) - size + 1)]
    grams = _grams(words, size, WORDS)
    assert len(grams) == len(runs)
    assert all((runs[i] == runs[j]) == (grams[i] == grams[j]) for i, j in combinations(range(len(runs)), 2))


@given(ARTICLES, st.sampled_from([WORDS, COMMONEST_WORDS, NAMES]), st.sampled_from([1, 2, 4]), st.integers(1, 3))
def test_postings_are_the_grams_of_a_view_whatever_the_shards(
    articles: list[Article], view: int, keep: int, shards: int
) -> None:
    found = [one for number in range(shards) for one in _postings(articles, (view, 2, keep), (number, shards))]
    expected = [
        (gram >> ARTICLE_BITS << ARTICLE_BITS) | article
        for article, words in enumerate(articles)
        for gram in _grams([word for word, flag in words if _in_view(flag, view)], 2, view)
        if gram % keep == 0
    ]
    assert sorted(found) == sorted(expected)


def test_what_does_not_fit_is_counted_and_not_written() -> None:
    columns = _columns([[(1, 0), (2, 0), (3, 0)]])
    into = np.zeros(1, dtype=np.uint64)
    assert write_postings(*columns, (WORDS, 1, 1), (0, 1), into) == 3
    pairs = np.zeros(1, dtype=np.uint64)
    assert met_pairs(_held({1: [0, 1, 2]}), BITS, 9, 1.0, pairs) == 3


def _held(holders: dict[int, list[int]]) -> Grams:
    """Postings in the order of their grams, and of their articles where these are in order."""
    return np.array(
        [gram << ARTICLE_BITS | one for gram in sorted(holders) for one in sorted(holders[gram])], np.uint64
    )


def _thinned(held: int) -> int:
    return next(thin for thin in (1, 2, 4, 8) if thin == 8 or thin * 16 >= held)


def _naive(holders: dict[int, list[int]], cap: int) -> dict[tuple[int, int], float]:
    """Each pair with the bits of the grams that it meets in."""
    weights: dict[tuple[int, int], float] = defaultdict(float)
    for gram, ids in holders.items():
        different = sorted(set(ids))
        thin = _thinned(len(different))
        if gram % thin == 0:
            reach = len(different) if len(different) <= cap else 2
            for left, right in combinations(range(len(different)), 2):
                if right - left <= reach:
                    bits = 0.3 + math.log2(max(1.0, cap / len(different)))
                    weights[different[left], different[right]] += int(64 * thin * bits) / 64
    return weights


@given(HELD, st.integers(2, 40))
def test_pairs_are_those_that_meet_weighed_by_rarity(holders: dict[int, list[int]], cap: int) -> None:
    postings = _held(holders)
    packed = np.zeros(20_000, dtype=np.uint64)
    packed = np.sort(packed[: met_pairs(postings, BITS, cap, 1.0, packed)])
    merged = packed.copy()
    merged = merged[: merged_pairs(merged)]
    for given_pairs in (packed, merged):
        pairs, weights = np.zeros((len(packed), 2), dtype=np.int32), np.zeros(len(packed), dtype=np.float32)
        count = summed_pairs(given_pairs, BITS, 1.0, pairs, weights)
        found = {(left, right): weight for (left, right), weight in zip(pairs[:count].tolist(), weights.tolist())}  # noqa: B905  # weights has room to spare
        assert found == {pair: bits for pair, bits in _naive(holders, cap).items() if bits >= 1.0}
        assert list(found) == sorted(found)


def test_weights_do_not_run_over() -> None:
    pairs = np.full(4, (1 << WEIGHT_BITS) - 1, dtype=np.uint64)
    assert merged_pairs(pairs) == 1
    assert pairs[0] == (1 << WEIGHT_BITS) - 1


@given(HELD, st.integers(2, 12), st.lists(st.integers(-1, 2), min_size=41, max_size=41))
def test_widespread_grams_are_held_by_many_or_are_one_outlets(
    holders: dict[int, list[int]], cap: int, outlets: list[int]
) -> None:
    sizes = Counter(outlets)
    expected = []
    for gram in sorted(holders):
        ids = set(holders[gram])
        outlet, own = max(Counter(outlets[one] for one in ids).items(), key=lambda item: item[1])
        furniture = outlet >= 0 and own >= max(5, 0.9 * len(ids), 0.02 * sizes[outlet])
        if len(ids) >= 5 and (len(ids) > cap or furniture):
            expected.append(gram)
    grams = np.zeros(20, dtype=np.uint64)
    of_outlets = np.array([sizes[number] for number in range(3)], dtype=np.int32)
    count = widespread_grams(_held(holders), cap, np.array(outlets, dtype=np.int32), of_outlets, grams)
    assert grams[:count].tolist() == [gram for gram in expected if len(holders[gram]) >= 5]


@given(ARTICLES, st.data())
def test_words_in_widespread_runs_are_flagged_and_no_others(articles: list[Article], data: st.DataObject) -> None:
    runs = {tuple(word for word, _ in words[at : at + 3]) for words in articles for at in range(len(words) - 2)}
    chosen = data.draw(st.sets(st.sampled_from(sorted(runs)))) if runs else set()
    table = gram_set(np.array([_grams(run, 3, WORDS)[0] >> ARTICLE_BITS for run in sorted(chosen)], dtype=np.uint64))
    hashes, flags, bounds = _columns(articles)
    mark_widespread(hashes, flags, bounds, 3, table)
    expected = []
    for words in articles:
        at_runs = [at for at in range(len(words) - 2) if tuple(word for word, _ in words[at : at + 3]) in chosen]
        expected += [any(at <= place < at + 3 for at in at_runs) for place in range(len(words))]
    assert [flag & WIDESPREAD != 0 for flag in flags.tolist()] == expected
