"""How alike two articles are in what they tell: a row of measures of one article beside many, all at once.

Cosines of weighted words, names and headlines after Miranda et al. ("Multilingual Clustering of Streaming News", EMNLP
2018), and, what tells apart events of one kind in one place: whether ages, streets, places, days and counts agree or
contradict each other. The measures are symmetric.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from headwater.stories.sketches import LEAD, TITLE, Sketch, term_rows
from headwater.stories.terms import Kind

__all__ = ["MEASURES", "Item", "item_of", "measure", "resemblance"]

Floats = npt.NDArray[np.float64]
Rarities = Callable[[npt.NDArray[np.uint32], npt.NDArray[np.float32]], npt.NDArray[np.float32]]

MEASURES: Final = (
    "words", "name words", "lead", "headline", "headline in text", "headline in text, least", "names", "rarest name",
    "counts", "ages", "other ages", "streets", "other streets", "places", "other places", "days", "other days",
    "wording", "gap", "undated", "size",
)  # fmt: skip
"""The columns of `measure`."""

_KIND: Final = 7
_DETAILS: Final = (Kind.AGE, Kind.STREET, Kind.PLACE, Kind.DAY)
_UNDATED_GAP: Final = 3  # days


@dataclass(frozen=True, slots=True, eq=False)
class Item:
    """A sketch unpacked: its terms as parallel arrays sorted by key, and the lengths of its vectors."""

    article: str
    day: int
    dated: bool
    keys: npt.NDArray[np.uint32]
    flags: npt.NDArray[np.uint8]
    weights: npt.NDArray[np.float32]
    norms: npt.NDArray[np.float64]
    wording: npt.NDArray[np.uint32]


def item_of(one: Sketch, rarities: Rarities | None = None) -> Item:
    """The sketch ready to be compared. `rarities` corrects the rarity of terms, in nats, by what else is around."""
    rows = term_rows(one)
    rows = rows[np.argsort(rows["key"], kind="stable")]
    keys, flags = rows["key"].astype(np.uint32), rows["flags"].astype(np.uint8)
    rarity = rows["rarity"].astype(np.float32) / np.float32(20)
    if rarities is not None:
        rarity = rarities(keys, rarity)
    weights = rows["count"].astype(np.float32) / np.float32(16) * rarity
    norms = np.array([_mass(weights[mask]) for mask in _channels(flags)] + _details(flags, weights))
    return Item(one.article, one.day, one.dated, keys, flags, weights, norms, np.frombuffer(one.wording, dtype="<u4"))


def _mass(weights: npt.NDArray[np.float32]) -> float:
    return float(np.sqrt(np.sum(weights.astype(np.float64) ** 2)))


def _channels(flags: npt.NDArray[np.uint8]) -> tuple[npt.NDArray[np.bool_], ...]:
    """Words and name words; name words alone; those of the lead or headline; those of the headline."""
    kinds = flags & _KIND
    token = kinds <= Kind.NAME_WORD
    return token, kinds == Kind.NAME_WORD, token & ((flags & (LEAD | TITLE)) > 0), token & ((flags & TITLE) > 0)


def _details(flags: npt.NDArray[np.uint8], weights: npt.NDArray[np.float32]) -> list[float]:
    kinds = flags & _KIND
    sums = np.bincount(kinds, weights, minlength=8)
    return [*sums.tolist(), float(len(flags))]


def measure(mine: Item, others: Sequence[Item]) -> Floats:
    """The measures of `mine` beside each of `others`: a row each, columns as `MEASURES`."""
    many = len(others)
    keys = np.concatenate([other.keys for other in others])
    flags = np.concatenate([other.flags for other in others])
    weights = np.concatenate([other.weights for other in others])
    owner = np.repeat(np.arange(many), [len(other.keys) for other in others])
    at = np.minimum(np.searchsorted(mine.keys, keys), len(mine.keys) - 1)
    hit = np.flatnonzero(mine.keys[at] == keys)
    at, owner = at[hit], owner[hit]
    both = mine.weights[at].astype(np.float64) * weights[hit]
    least = np.minimum(mine.weights[at], weights[hit])
    norms = np.stack([other.norms for other in others])
    kinds = (mine.flags[at] & _KIND).astype(np.int64)

    def summed(values: npt.ArrayLike, mask: npt.NDArray[np.bool_]) -> Floats:
        return np.asarray(np.bincount(owner, np.where(mask, values, 0.0), minlength=many), dtype=np.float64)

    my_title, its_title = (mine.flags[at] & TITLE) > 0, (flags[hit] & TITLE) > 0
    my_head, its_head = (mine.flags[at] & (TITLE | LEAD)) > 0, (flags[hit] & (TITLE | LEAD)) > 0
    token = kinds <= Kind.NAME_WORD
    masks = (token, kinds == Kind.NAME_WORD, token & my_head & its_head, token & my_title & its_title)
    cosines = [summed(both, mask) / np.maximum(mine.norms[n] * norms[:, n], 1e-9) for n, mask in enumerate(masks)]
    mine2 = summed(mine.weights[at] ** 2, token & my_title) / max(mine.norms[3] ** 2, 1e-9)
    its2 = summed(weights[hit] ** 2, token & its_title) / np.maximum(norms[:, 3] ** 2, 1e-9)
    contained = np.sqrt(mine2), np.sqrt(its2)
    shared = {kind: summed(least, kinds == kind) for kind in Kind}
    rarest = np.zeros(many)
    np.maximum.at(rarest, owner, np.where(kinds == Kind.NAME, least, 0.0))
    columns = [
        *cosines, np.maximum(*contained), np.minimum(*contained),
        np.log1p(shared[Kind.NAME]), rarest, np.log1p(shared[Kind.COUNT]),
    ]  # fmt: skip
    for kind in _DETAILS:
        own, its = mine.norms[4 + kind], norms[:, 4 + kind]
        columns += [np.log1p(shared[kind]), ((own > 0) & (its > 0) & (shared[kind] == 0)).astype(float)]
    columns += [_wording(mine, others), *_gaps(mine, others)]
    columns += [np.log1p(np.minimum(mine.norms[12], norms[:, 12]))]
    return np.stack(columns, axis=1)


def _wording(mine: Item, others: Sequence[Item]) -> Floats:
    """The estimated share of runs of five words that two articles have in common (Broder 1997)."""
    held = np.array([len(other.wording) for other in others])
    if not len(mine.wording) or not held.any():
        return np.zeros(len(others))
    hashes = np.concatenate([other.wording for other in others])
    at = np.minimum(np.searchsorted(mine.wording, hashes), len(mine.wording) - 1)
    owner = np.repeat(np.arange(len(others)), held)
    shared = np.bincount(owner, mine.wording[at] == hashes, minlength=len(others))
    return np.asarray(shared / (len(mine.wording) + held - shared))


def resemblance(one: Item, other: Item | None) -> float:
    """The estimated share of runs of five words that two articles have in common, 0 to 1."""
    return 0.0 if other is None else float(_wording(one, [other])[0])


def _gaps(mine: Item, others: Sequence[Item]) -> tuple[Floats, Floats]:
    known = np.array([mine.dated and other.dated for other in others])
    days = np.array([abs(mine.day - other.day) for other in others])
    return np.log1p(np.where(known, days, _UNDATED_GAP)), (~known).astype(np.float64)
