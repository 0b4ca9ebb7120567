"""Copied passages: PlagDet of the PAN evaluations, with its precision, recall and granularity (Potthast et al. 2010).

A passage is a span of a source and a span of the text suspected of copying it. Cases (the gold) and detections are
sets of passages; telling one twice changes nothing. Which side is the source matters: a detection meets a case only
in the same pair of articles, and where both of its spans overlap the case's.

    recall       mean over cases of the share of the case's characters, both sides together, inside detections that
                 meet it
    precision    the same with cases and detections exchanged
    granularity  mean number of detections that meet a case, over the cases that any meets; 1 if there is none
    plagdet      F1 of precision and recall / log2(1 + granularity)

As in PAN's reference scorer, all is 1 where there are neither cases nor detections, and 0 where there is only one.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from operator import attrgetter

from msgspec import Struct

from headwater.types import Span
from quality.scoring.tally import harmonic_mean, ratio

__all__ = ["Passage", "PassageTally", "plagdet", "tally_passages", "tally_passages_by_pair"]


class Passage(Struct, frozen=True, order=True):
    """A span of the suspected text and the span of the source that it copies, in code points."""

    copy: Span
    source: Span


class PassageTally(Struct, frozen=True):
    """What the figures are divided from; tallies of several pairs of articles can be summed.

    `found`: the sum over cases of their recall; `right`: the sum over detections of their precision; `met`: the cases
    that a detection meets; `meetings`: pairs of a case and a detection that meets it.
    """

    found: float = 0
    cases: int = 0
    right: float = 0
    detections: int = 0
    met: int = 0
    meetings: int = 0

    def __add__(self, other: PassageTally) -> PassageTally:
        return PassageTally(
            self.found + other.found,
            self.cases + other.cases,
            self.right + other.right,
            self.detections + other.detections,
            self.met + other.met,
            self.meetings + other.meetings,
        )

    @property
    def recall(self) -> float:
        """Macro-averaged recall, 0 to 1."""
        return ratio(self.found, self.cases) if self.cases or self.detections else 1.0

    @property
    def precision(self) -> float:
        """Macro-averaged precision, 0 to 1."""
        return ratio(self.right, self.detections) if self.cases or self.detections else 1.0

    @property
    def granularity(self) -> float:
        """Detections for each case met, at least 1."""
        return self.meetings / self.met if self.met else 1.0

    @property
    def plagdet(self) -> float:
        """F1 of precision and recall, divided by log2(1 + granularity): 0 to 1."""
        return harmonic_mean(self.precision, self.recall) / math.log2(1 + self.granularity)


def plagdet(cases: Iterable[Passage], detections: Iterable[Passage]) -> float:
    """PlagDet (Potthast et al. 2010), 0 to 1. Raises ValueError for a passage with an empty side."""
    return tally_passages(cases, detections).plagdet


def tally_passages(cases: Iterable[Passage], detections: Iterable[Passage]) -> PassageTally:
    """Return the tally of all pairs of articles together. Raises ValueError for a passage with an empty side."""
    return sum(tally_passages_by_pair(cases, detections).values(), PassageTally())


def tally_passages_by_pair(
    cases: Iterable[Passage], detections: Iterable[Passage]
) -> dict[tuple[str, str], PassageTally]:
    """Return a tally for each pair of articles (copy, source) that has cases or detections, in order of the pairs.

    Time grows with the passages and with the meetings there may be: those of one pair that overlap on the copy's side.
    Raises ValueError for a passage with an empty side.
    """
    cases_by_pair, detections_by_pair = _by_pair(cases), _by_pair(detections)
    pairs = sorted(cases_by_pair.keys() | detections_by_pair.keys())
    return {pair: _tally_pair(cases_by_pair.get(pair, ()), detections_by_pair.get(pair, ())) for pair in pairs}


def _by_pair(passages: Iterable[Passage]) -> Mapping[tuple[str, str], list[Passage]]:
    groups: defaultdict[tuple[str, str], list[Passage]] = defaultdict(list)
    for passage in sorted(set(passages)):
        if passage.copy.start >= passage.copy.end or passage.source.start >= passage.source.end:
            raise ValueError(f"a passage with an empty side: {passage}")
        groups[passage.copy.article, passage.source.article].append(passage)
    return groups


def _tally_pair(cases: Sequence[Passage], detections: Sequence[Passage]) -> PassageTally:
    """Tally the passages of one pair of articles, each sequence sorted."""
    of_cases, of_detections = _meetings(cases, detections), _meetings(detections, cases)
    return PassageTally(
        found=math.fsum(_share_covered(case, met) for case, met in zip(cases, of_cases, strict=True)),
        cases=len(cases),
        right=math.fsum(_share_covered(found, met) for found, met in zip(detections, of_detections, strict=True)),
        detections=len(detections),
        met=sum(bool(met) for met in of_cases),
        meetings=sum(map(len, of_cases)),
    )


def _meetings(passages: Sequence[Passage], others: Sequence[Passage]) -> list[list[Passage]]:
    """For each passage, the others that meet it; `others` are sorted by the start of their copy."""
    starts = [other.copy.start for other in others]
    longest = max((other.copy.end - other.copy.start for other in others), default=0)
    found = []
    for passage in passages:
        low = bisect_right(starts, passage.copy.start - longest)
        high = bisect_left(starts, passage.copy.end)
        found.append([other for other in others[low:high] if _meet(passage, other)])
    return found


def _meet(one: Passage, other: Passage) -> bool:
    return _overlap(one.copy, other.copy) and _overlap(one.source, other.source)


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _share_covered(passage: Passage, met: Sequence[Passage]) -> float:
    """Return the share of a passage's characters, both sides together, that lie inside passages that meet it."""
    size = passage.copy.end - passage.copy.start + passage.source.end - passage.source.start
    inside = _covered(passage.copy, [other.copy for other in met])
    return (inside + _covered(passage.source, [other.source for other in met])) / size


def _covered(span: Span, others: Sequence[Span]) -> int:
    """Count the characters of a span that lie in any of the others."""
    covered, reached = 0, span.start
    for other in sorted(others, key=attrgetter("start")):
        covered += max(0, min(other.end, span.end) - max(other.start, reached))
        reached = max(reached, min(other.end, span.end))
    return covered
