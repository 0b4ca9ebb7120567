"""How many lines there are, as low-best-high: the range that holds the true number nine times in ten.

Each merge of two groups is as likely right as merges of its score were on known stories; `ranges` makes of these
chances how far the number may be off.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

from headwater.derivations.grouping import Merge
from headwater.ranges import off_by
from headwater.types import Count, Doubt

__all__ = ["chance_of", "count_lines", "doubts_of"]

_OPEN: Final = 0.05  # a merge that is surer than this, either way, is no doubt
# Log-odds that a merge is right, SLOPE * score + PRIOR: logistic regression over 961 merges, 727 of 60 written stories
# and 234 of 36 random sets of 20 pages of three events (slopes of 1.8 and 2.2, priors of -.4 and 1.0 apart).
_SLOPE: Final = 1.9
_PRIOR: Final = 0.5
_ONE_REPORT: Final = 0.15  # how often lines that rest on unseen reports of one agency are one, with nothing in common


def chance_of(score: float) -> float:
    """How likely it is that two groups merged with this score, in nats, are one line."""
    return 1 / (1 + math.exp(-max(-40.0, min(40.0, _SLOPE * score + _PRIOR))))


def doubts_of(tree: Sequence[Merge]) -> tuple[Doubt, ...]:
    """The merges that may be otherwise than they were decided."""
    return tuple(sorted(_doubt(merge) for merge in tree if _OPEN < chance_of(merge.score) < 1 - _OPEN))


def count_lines(best: int, tree: Sequence[Merge], versions: dict[str, int]) -> Count:
    """The number of lines: `best` by the cut of the tree, low and high by the doubt in it.

    `versions` tells of each agency how many lines rest on its unseen reports, where more than one does: its report may
    have gone out in versions that share nothing.
    """
    reports = sum(count - 1 for count in versions.values())
    apart = [merge for merge in tree if merge.score <= 0]  # one line more each than if they had been made
    chances = [*(1 - chance_of(merge.score) for merge in tree), *[1 - _ONE_REPORT] * reports]
    low, high = off_by(chances, len(apart) + reports)
    shared = [f"{count} lines rest on an {label}: it may be one report" for label, count in sorted(versions.items())]
    fewer = _open(apart, least=not shared) if low else ()
    more = _open([merge for merge in tree if merge.score > 0], least=True) if high else ()
    return Count(max(1, best - low), best, best + high, tuple(shared if low else ()), tuple(sorted((*fewer, *more))))


def _open(merges: Sequence[Merge], least: bool) -> tuple[Doubt, ...]:
    """The doubts among merges that were decided one way; if many small ones only make one, the greatest."""
    found = doubts_of(merges)
    if found or not least:
        return found
    return tuple(_doubt(merge) for merge in sorted(merges, key=lambda each: (abs(each.score), each.left))[:1])


def _doubt(merge: Merge) -> Doubt:
    return Doubt(merge.left, merge.right, round(chance_of(merge.score), 3))
