"""How alike two articles are in what they tell: a row of measures of one article beside many, all at once.

Cosines of weighted words, names and headlines after Miranda et al. ("Multilingual Clustering of Streaming News", EMNLP
2018), and, what tells apart events of one kind in one place: whether ages, streets, places, days and counts agree or
contradict each other. The measures are symmetric.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from headwater.stories.sketches import (
    COUNT_BITS,
    KIND_BITS,
    LEAD,
    RARITY_STEPS,
    STEPS_OF_COUNT,
    TITLE,
    Sketch,
    term_rows,
)
from headwater.stories.terms import Kind

__all__ = ["MEASURES", "Item", "item_of", "measure", "resemblance", "reweighed"]

Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.uint8]
Mask = npt.NDArray[np.bool_]
Rarities = Callable[[npt.NDArray[np.uint32], npt.NDArray[np.float32]], npt.NDArray[np.float32]]

MEASURES: Final = (
    "all", "lead", "headline in text", "rarest in headline", "rarest in lead",
    "ages", "other ages", "streets", "other streets", "days", "other days", "gap",
)  # fmt: skip
"""The columns of `measure`."""

_HEAD: Final = TITLE | LEAD
_CHANNELS, _HEADS, _TITLES = 3, 1, 2  # how many `_channels` there are, and where those of heads and headlines stand
_NOTHING: Final = 1e-9  # in place of a length of zero
_UNDATED_GAP: Final = 2  # days: what is not known speaks neither way
_LONGEST_GAP: Final = 30  # days: beyond, time tells no more


@dataclass(frozen=True, slots=True, eq=False)
class Item:
    """A sketch unpacked: its terms as parallel arrays sorted by key.

    `background` is the rarity of each in English at large, in steps; `norms` are the lengths of its vectors, by
    channel, and the weight of all terms of each kind.
    """

    article: str
    day: int
    dated: bool
    keys: npt.NDArray[np.uint32]
    flags: npt.NDArray[np.uint8]
    background: npt.NDArray[np.uint8]
    weights: npt.NDArray[np.float32]
    norms: npt.NDArray[np.float64]
    wording: npt.NDArray[np.uint32]
    likely: tuple[int, ...] = ()


def item_of(one: Sketch, rarities: Rarities | None = None) -> Item:
    """The sketch ready to be compared. `rarities` corrects the rarity of terms, in nats, by what else is around."""
    rows = term_rows(one)
    rows = rows[np.argsort(rows["key"], kind="stable")]
    keys, flags = rows["key"].astype(np.uint32), rows["flags"].astype(np.uint8)
    background = rows["rarity"].astype(np.uint8)
    weights, norms = _weighed(keys, flags, background, rarities)
    wording = np.frombuffer(one.wording, dtype="<u4")
    return Item(one.article, one.day, one.dated, keys, flags, background, weights, norms, wording, one.likely)


def reweighed(item: Item, rarities: Rarities) -> Item:
    """The item with its terms as rare as they are now."""
    weights, norms = _weighed(item.keys, item.flags, item.background, rarities)
    return replace(item, weights=weights, norms=norms)


def _weighed(
    keys: npt.NDArray[np.uint32], flags: Flags, background: npt.NDArray[np.uint8], rarities: Rarities | None
) -> tuple[npt.NDArray[np.float32], Floats]:
    """The weights of terms, and the norms of their item."""
    rarity = background.astype(np.float32) / np.float32(RARITY_STEPS)
    if rarities is not None:
        rarity = rarities(keys, rarity)
    weights = STEPS_OF_COUNT[flags >> COUNT_BITS] * rarity
    told = np.bincount(flags & KIND_BITS, weights, minlength=KIND_BITS + 1)
    return weights, np.array([*(_mass(weights[mask]) for mask in _channels(flags)), *told])


def _mass(weights: npt.NDArray[np.float32]) -> float:
    return float(np.sqrt(np.sum(weights.astype(np.float64) ** 2)))


def _channels(flags: Flags) -> tuple[Mask, ...]:
    """All terms; words and name words of the headline or lead; those of the headline."""
    kinds = flags & KIND_BITS
    token = kinds <= Kind.NAME_WORD
    return kinds >= 0, token & (flags & _HEAD > 0), token & (flags & TITLE > 0)


class _Met(NamedTuple):
    """The terms that one article shares with others: of each the number of the other, both weights and both flags."""

    owner: npt.NDArray[np.int64]
    my_weights: Floats
    its_weights: Floats
    my_flags: Flags
    its_flags: Flags
    many: int

    def summed(self, values: Floats, mask: Mask) -> Floats:
        """By other article, the sum of the values under the mask."""
        sums = np.bincount(self.owner, np.where(mask, values, 0.0), minlength=self.many)
        return np.asarray(sums, dtype=np.float64)

    def highest(self, values: Floats, mask: Mask) -> Floats:
        """By other article, the highest of the values under the mask; 0 if none."""
        best = np.zeros(self.many)
        np.maximum.at(best, self.owner, np.where(mask, values, 0.0))
        return best


def measure(mine: Item, others: Sequence[Item]) -> Floats:
    """The measures of `mine` beside each of `others`, one at least: a row each, columns as `MEASURES`."""
    met, norms = _met(mine, others), np.stack([other.norms for other in others])
    mine_in, its_in = _headline_in_text(met, mine.norms, norms)
    return np.stack(
        [
            *_cosines(met, mine.norms, norms),
            np.maximum(mine_in, its_in),
            *_rarest(met),
            *_details(met, mine.norms, norms),
            _gaps(mine, others),
        ],
        axis=1,
    )


def _met(mine: Item, others: Sequence[Item]) -> _Met:
    keys = np.concatenate([other.keys for other in others])
    at = np.minimum(np.searchsorted(mine.keys, keys), max(0, len(mine.keys) - 1))
    hit = np.flatnonzero(mine.keys[at] == keys) if len(mine.keys) else np.zeros(0, dtype=np.int64)
    at = at[hit]
    return _Met(
        np.repeat(np.arange(len(others)), [len(other.keys) for other in others])[hit],
        mine.weights[at].astype(np.float64),
        np.concatenate([other.weights for other in others])[hit].astype(np.float64),
        mine.flags[at],
        np.concatenate([other.flags for other in others])[hit],
        len(others),
    )


def _cosines(met: _Met, mine: Floats, its: Floats) -> Iterator[Floats]:
    """Cosines over all terms, and over those that stand in headline or lead on both sides."""
    products, ours, theirs = met.my_weights * met.its_weights, _channels(met.my_flags), _channels(met.its_flags)
    for channel in range(_TITLES):
        lengths = np.maximum(mine[channel] * its[:, channel], _NOTHING)
        yield met.summed(products, ours[channel] & theirs[channel]) / lengths


def _headline_in_text(met: _Met, mine: Floats, its: Floats) -> tuple[Floats, Floats]:
    """How much of each headline the other article tells anywhere, 0 to 1."""
    of_mine = met.summed(met.my_weights**2, _channels(met.my_flags)[_TITLES])
    of_its = met.summed(met.its_weights**2, _channels(met.its_flags)[_TITLES])
    shares = of_mine / max(mine[_TITLES] ** 2, _NOTHING), of_its / np.maximum(its[:, _TITLES] ** 2, _NOTHING)
    return np.sqrt(shares[0]), np.sqrt(shares[1])


def _rarest(met: _Met) -> Iterator[Floats]:
    """What the weightiest word weighs that both have in their headlines, and that both have in headline or lead."""
    least, ours, theirs = np.minimum(met.my_weights, met.its_weights), _channels(met.my_flags), _channels(met.its_flags)
    yield met.highest(least, ours[_TITLES] & theirs[_TITLES])
    yield met.highest(least, ours[_HEADS] & theirs[_HEADS])


def _details(met: _Met, mine: Floats, its: Floats) -> Iterator[Floats]:
    """Of ages, streets and days what the shared ones weigh, and whether both tell some and none is shared."""
    least, kinds = np.minimum(met.my_weights, met.its_weights), met.my_flags & KIND_BITS
    for kind in (Kind.AGE, Kind.STREET, Kind.DAY):
        shared, told = met.summed(least, kinds == kind), _CHANNELS + kind
        yield np.log1p(shared)
        yield ((mine[told] > 0) & (its[:, told] > 0) & (shared == 0)).astype(np.float64)


def resemblance(one: Item, other: Item) -> float:
    """The estimated share of runs of five words that two articles have in common, 0 to 1 (Broder 1997)."""
    shared = len(np.intersect1d(one.wording, other.wording, assume_unique=True))
    return shared / max(1, len(one.wording) + len(other.wording) - shared)


def _gaps(mine: Item, others: Sequence[Item]) -> Floats:
    """The log of the days between two articles."""
    known = np.array([mine.dated and other.dated for other in others])
    days = np.array([min(abs(mine.day - other.day), _LONGEST_GAP) for other in others])
    return np.asarray(np.log1p(np.where(known, days, _UNDATED_GAP)), dtype=np.float64)
