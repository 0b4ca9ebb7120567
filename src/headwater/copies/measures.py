"""What two articles share, in numbers: counted from the tallies of a block of pairs, all pairs at once."""

from __future__ import annotations

from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

__all__ = ["Measures", "measure"]

Numbers = npt.NDArray[np.int32]
Floats = npt.NDArray[np.float32]

# Rows and classes of the tallies of `text.kernels.diagonals`.
_MATCHED, _IN_LEFT, _IN_RIGHT, _LEFT, _RIGHT = range(5)
_NAME, _OTHER, _COMMONEST = range(3)
_FREE: Final = (0, 6)  # where the classes begin of words outside quotations, rare and widespread
_QUOTED: Final = (3, 9)

_WIDESPREAD: Final = 0.1  # what a widespread word tells, a rare one telling 1


class Measures(NamedTuple):
    """One number for each pair. Words in quotation marks count for `quoted` and the `covered` alone."""

    others: Floats  # words shared that are neither names, numbers nor among the commonest; widespread ones count less
    names: Floats  # names and numbers shared, the same way
    odd_names: Floats  # names and numbers inside the passages that the other text has not; of the side with fewer
    exact: Floats  # of the words inside the passages, names aside, the share that is the same in both
    skeleton: Floats  # the same of the commonest words
    most: Floats  # the larger share of an article's words that lies in passages
    least: Floats  # the smaller one
    quoted: Floats  # words shared in quotations
    covered: tuple[Floats, Floats]  # share of each article's words, quoted ones too, that lies in passages


def measure(tallies: Numbers) -> Measures:
    """The measures of pairs with these tallies (pairs x tallies x classes)."""
    inside_names = np.minimum(_count(tallies, _IN_LEFT, _NAME), _count(tallies, _IN_RIGHT, _NAME))
    left, right = _share(tallies, _IN_LEFT, _LEFT, _FREE), _share(tallies, _IN_RIGHT, _RIGHT, _FREE)
    both = _FREE + _QUOTED
    return Measures(
        others=_weighed(tallies, _OTHER),
        names=_weighed(tallies, _NAME),
        odd_names=np.maximum(inside_names - _count(tallies, _MATCHED, _NAME), 0),
        exact=_exact(tallies, _OTHER),
        skeleton=_exact(tallies, _COMMONEST),
        most=np.maximum(left, right),
        least=np.minimum(left, right),
        quoted=sum((_count(tallies, _MATCHED, kind, _QUOTED) for kind in range(3)), np.zeros(1, dtype=np.float32)),
        covered=(_share(tallies, _IN_LEFT, _LEFT, both), _share(tallies, _IN_RIGHT, _RIGHT, both)),
    )


def _count(tallies: Numbers, row: int, kind: int, first: tuple[int, ...] = _FREE) -> Floats:
    """Words of a kind, rare and widespread."""
    counts: Floats = tallies[:, row, [kind + one for one in first]].sum(axis=1).astype(np.float32)
    return counts


def _weighed(tallies: Numbers, kind: int) -> Floats:
    """Words of a kind that are matched outside quotations, weighed."""
    rare, widespread = (tallies[:, _MATCHED, kind + first].astype(np.float32) for first in _FREE)
    return rare + _WIDESPREAD * widespread


def _exact(tallies: Numbers, kind: int) -> Floats:
    inside = (_count(tallies, _IN_LEFT, kind) + _count(tallies, _IN_RIGHT, kind)) / 2
    return np.minimum((_count(tallies, _MATCHED, kind) + 1) / (inside + 1), 1)


def _share(tallies: Numbers, part: int, whole: int, first: tuple[int, ...]) -> Floats:
    """The share of an article's words that lies in passages."""
    columns = [kind + one for kind in range(3) for one in first]
    inside, of = tallies[:, part][:, columns].sum(axis=1), tallies[:, whole][:, columns].sum(axis=1)
    shares: Floats = (inside / np.maximum(of, 1)).astype(np.float32)
    return shares
