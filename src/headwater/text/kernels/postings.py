"""Pairs of articles that meet in postings sorted by gram, weighed by how rare the grams are that they meet in."""

from __future__ import annotations

from typing import Final

import numpy as np
import numpy.typing as npt

from headwater.text.kernels.compiled import compiled
from headwater.text.kernels.grams import ARTICLE_BITS

__all__ = ["WEIGHT_BITS", "merged_pairs", "met_pairs", "summed_pairs", "widespread_grams"]

Postings = npt.NDArray[np.uint64]
Numbers = npt.NDArray[np.int32]
Weights = npt.NDArray[np.float32]

WEIGHT_BITS: Final = 16  # of a pair: what two articles leave of 64 bits
_STEPS: Final = 64.0  # a weight is kept in 64ths of a bit
_LEAST_BITS: Final = 0.3  # what a gram tells that as many hold as may
_SPEAKING: Final = 16  # holders of a gram up to which every gram is used
_THINNEST: Final = 8
_FURNITURE: Final = 5  # articles of one outlet that make a run of words its furniture
_ITS_OWN: Final = 0.9  # share of the holders that are the outlet's
_OF_OUTLET: Final = 0.02  # share of the outlet's articles that hold it
_BESIDE: Final = 2  # of a gram that too many hold, each holder meets so many neighbours: chains keep groups whole
_GRAM: Final = np.uint64(ARTICLE_BITS)
_ARTICLE: Final = np.uint64((1 << ARTICLE_BITS) - 1)
_RIGHT: Final = np.uint64(WEIGHT_BITS)
_WEIGHT: Final = np.uint64((1 << WEIGHT_BITS) - 1)


@compiled
def _group_end(postings: Postings, at: int) -> int:
    gram = postings[at] >> _GRAM
    at += 1
    while at < len(postings) and postings[at] >> _GRAM == gram:
        at += 1
    return at


@compiled
def _holders(postings: Postings, start: int, stop: int, holders: Postings) -> int:
    """The different articles of a group, in order; gives how many."""
    count, last = 0, _ARTICLE
    for at in range(start, stop):
        article = postings[at] & _ARTICLE
        if at == start or article != last:
            holders[count] = article
            count += 1
        last = article
    return count


@compiled
def _thinned(held: int) -> int:
    """Of grams with so many holders, one in how many is used: a power of two that grows with them."""
    thin = 1
    while thin * _SPEAKING < held and thin < _THINNEST:
        thin *= 2
    return thin


@compiled
def met_pairs(postings: Postings, id_bits: int, cap: int, worth: float, pairs: Postings) -> int:
    """Write each pair of articles that meet in a gram: left, right (of `id_bits` each) and weight in one number.

    The weight is `worth` times the bits by which the gram is rarer than one that `cap` articles hold: what so many
    share tells nothing. Of grams that many hold, who share many of them, one in so many speaks for the others. Of a
    gram that more than `cap` hold, each holder meets but the next ones. Gives how many pairs there are: where that is
    more than `pairs` holds, the rest was not written.
    """
    to_left = np.uint64(id_bits + WEIGHT_BITS)
    holders = np.empty(len(postings), dtype=np.uint64)
    at, count = 0, 0
    while at < len(postings):
        stop = _group_end(postings, at)
        held = _holders(postings, at, stop, holders) if stop - at > 1 else 0
        thin = _thinned(held)
        if held < 2 or (postings[at] >> _GRAM) & np.uint64(thin - 1):
            at = stop
            continue
        at = stop
        weight = np.uint64(thin * worth * _STEPS * (_LEAST_BITS + np.log2(max(1.0, cap / held))))
        reach = held if held <= cap else _BESIDE
        for left in range(held):
            for right in range(left + 1, min(held, left + 1 + reach)):
                if count < len(pairs):
                    pairs[count] = (holders[left] << to_left) | (holders[right] << _RIGHT) | weight
                count += 1
    return count


@compiled
def widespread_grams(postings: Postings, cap: int, outlets: Numbers, sizes: Numbers, grams: Postings) -> int:
    """Write the grams that tell nothing: more than `cap` articles hold them, or they are one outlet's furniture.

    `outlets` is the number of each article's outlet (-1: unknown), `sizes` how many articles each outlet has. Gives
    how many there are; a quarter of the number of postings is room enough.
    """
    holders = np.empty(len(postings), dtype=np.uint64)
    at, count = 0, 0
    while at < len(postings):
        stop = _group_end(postings, at)
        if stop - at >= _FURNITURE:
            held = _holders(postings, at, stop, holders)
            if held > cap or _furniture(holders[:held], outlets, sizes):
                grams[count] = postings[at] >> _GRAM
                count += 1
        at = stop
    return count


@compiled
def _furniture(holders: Postings, outlets: Numbers, sizes: Numbers) -> bool:
    """Whether the holders of a gram are nearly all of one outlet, and many of its articles."""
    if len(holders) < _FURNITURE:
        return False
    outlet, votes = -1, 0
    for article in holders:  # Boyer and Moore's vote finds what most have, if most have one
        if votes == 0:
            outlet = outlets[article]
        votes += 1 if outlets[article] == outlet else -1
    own = 0
    for article in holders:
        own += outlets[article] == outlet
    return outlet >= 0 and own >= _ITS_OWN * len(holders) and own >= max(_FURNITURE, _OF_OUTLET * sizes[outlet])


@compiled
def merged_pairs(pairs: Postings) -> int:
    """Add up the weights of equal pairs in sorted `pairs`, in place; gives how many different ones lead the array."""
    at, count = 0, 0
    while at < len(pairs):
        both, total = pairs[at] >> _RIGHT, np.uint64(0)
        while at < len(pairs) and pairs[at] >> _RIGHT == both:
            total += pairs[at] & _WEIGHT
            at += 1
        pairs[count] = (both << _RIGHT) | min(total, _WEIGHT)
        count += 1
    return count


@compiled
def summed_pairs(packed: Postings, id_bits: int, least: float, pairs: Numbers, weights: Weights) -> int:
    """Add up the weights of each pair in sorted `packed`; keep pairs of at least `least` bits; gives how many."""
    at, count = 0, 0
    to_left, mask = np.uint64(id_bits), np.uint64((1 << id_bits) - 1)
    while at < len(packed):
        both, total = packed[at] >> _RIGHT, np.uint64(0)
        while at < len(packed) and packed[at] >> _RIGHT == both:
            total += packed[at] & _WEIGHT
            at += 1
        if total >= least * _STEPS:
            pairs[count, 0], pairs[count, 1] = both >> to_left, both & mask
            weights[count] = total / _STEPS
            count += 1
    return count
