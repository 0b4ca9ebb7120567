"""Which pairs are worth aligning, and what is found between them."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, product
from typing import Final

import numpy as np
import numpy.typing as npt
from msgspec import structs

from headwater.derivations.directions import Ruling, Signs, both_ways, rule, rule_on_metadata
from headwater.derivations.measures import Measures, measure
from headwater.derivations.readings import Reading
from headwater.derivations.verdicts import kind_of, line_evidence, loan_evidence, stated_evidence
from headwater.engines.base import Engine
from headwater.evidence import total
from headwater.text.shingles import content_ngrams, member
from headwater.types import Derivation, DerivationKind, Direction, Evidence, Passage

__all__ = ["Judged", "candidates", "compare", "identical"]

_FEW: Final = 60  # texts; up to here every pair is aligned: 1,770 pairs
_CAP: Final = 100  # texts; a key in more of them is the story's own vocabulary
_NOT_WHOLE: Final = (
    DerivationKind.PARTIAL,
    DerivationKind.SHARED_STATEMENT,
    DerivationKind.INDEPENDENT,
    DerivationKind.UNDECIDED,
)
_SAME_TEXT: Final = 10.0  # nats; more than any two different texts reach on the shares that the models know


@dataclass(frozen=True, slots=True)
class Judged:
    """A pair of texts with its verdict: `line` is log-odds, and `line_evidence` adds up to it.

    `own` are the signs for a way that are in the two texts themselves; third texts say more (`witnesses`).
    """

    derivation: Derivation
    measures: Measures
    line: float
    line_evidence: tuple[Evidence, ...]
    own: Signs

    def lent(self) -> Judged:
        """The same pair as a loan of passages: what it is where the two stand in different lines after all."""
        pair = self.derivation
        if pair.kind in _NOT_WHOLE:
            return self
        common = pair.direction is Direction.COMMON_ORIGIN  # was said of whole texts
        direction = Direction.UNDECIDED if common else pair.direction
        changed = structs.replace(pair, kind=DerivationKind.PARTIAL, direction=direction, common_evidence=())
        return replace(self, derivation=changed)

    def ruled(self, ruling: Ruling) -> Judged:
        """The same pair with a ruling on its direction, and the kind that goes with it."""
        kind = _towards(self.derivation.kind, self.measures, ruling.direction)
        found = {"direction_evidence": ruling.towards, "common_evidence": ruling.common}
        derivation = structs.replace(self.derivation, kind=kind, direction=ruling.direction, **found)
        return replace(self, derivation=derivation)

    @property
    def pair(self) -> tuple[str, str]:
        """The two ids, smaller first."""
        return self.derivation.left, self.derivation.right

    @property
    def one_line(self) -> float:
        """Log-odds that both are one line: something was taken, and the whole."""
        return min(self.derivation.score, self.line)


def candidates(readings: Sequence[Reading], engine: Engine) -> list[tuple[str, str]]:
    """Pairs to align, smaller id first: all of a small story, else those that meet on a key that not all share.

    And those of which one text is said to be made from the other.
    """
    ids = sorted(reading.id for reading in readings)
    if len(ids) <= _FEW:
        return list(combinations(ids, 2))
    met = engine.pairs(((reading.id, _keys(reading)) for reading in readings), _CAP)
    return [*met, *sorted(set(_stated(readings)).difference(met))]


def _stated(readings: Sequence[Reading]) -> Iterator[tuple[str, str]]:
    """The pairs of which a publisher states that one was made from the other."""
    stating = (reading for reading in readings if reading.stated.made_from)
    for copy, source in product(stating, readings):
        if copy.stated.names(source.stated) is not None:
            yield min(copy.id, source.id), max(copy.id, source.id)


def _keys(reading: Reading) -> npt.NDArray[np.uint64]:
    """Free word runs, free runs of function words, and neighbouring content stems three by three."""
    runs = reading.runs[~member(reading.runs, reading.masked_runs)]
    stems, _ = content_ngrams(reading.words, 3)
    return np.concatenate((runs, reading.skeleton, stems))


def compare(readings: Sequence[Reading], pairs: Iterable[tuple[str, str]], engine: Engine) -> tuple[Judged, ...]:
    """The verdict on each pair, in the order of the pairs."""
    by_id = {reading.id: reading for reading in readings}
    return tuple(engine.map(functools.partial(_judge, by_id), pairs))


def _judge(readings: Mapping[str, Reading], pair: tuple[str, str]) -> Judged:
    left, right = readings[pair[0]], readings[pair[1]]
    measures = measure(left, right)
    evidence, for_line = (*loan_evidence(measures), *stated_evidence(left, right, measures)), line_evidence(measures)
    loan, line = round(total(evidence), 3), round(total(for_line), 3)
    kind = kind_of(measures, loan, line)
    ruling = _direction(left, right, measures, kind)
    passages, sentences = measures.passages, measures.aligned
    derivation = Derivation(
        left.id, right.id, kind, ruling.direction, loan, passages, evidence, (), sentences, for_line
    )
    return Judged(derivation, measures, line, for_line, ruling.own).ruled(ruling)


def _direction(left: Reading, right: Reading, measures: Measures, kind: DerivationKind) -> Ruling:
    if kind in (DerivationKind.INDEPENDENT, DerivationKind.SHARED_STATEMENT):
        return Ruling(Direction.NONE, ())
    return rule(both_ways(left, right, measures), whole=kind is not DerivationKind.PARTIAL)


def _towards(kind: DerivationKind, measures: Measures, direction: Direction) -> DerivationKind:
    """The kind of a cut text by the way it went: from the longer to the shorter, or expanded from the shorter."""
    if kind not in (DerivationKind.ABRIDGED, DerivationKind.EXPANDED):
        return kind
    left_shorter = measures.verbatim[0] > measures.verbatim[1]
    grows = direction is (Direction.LEFT_TO_RIGHT if left_shorter else Direction.RIGHT_TO_LEFT)
    return DerivationKind.EXPANDED if grows else DerivationKind.ABRIDGED


def _whole(left: Reading, right: Reading) -> tuple[Passage, ...]:
    """Two texts from their first words to their last: what identical texts of a few words have in common."""
    if not len(left.words) or not len(right.words):
        return ()
    return (Passage(left.span_of(0, len(left.words)), right.span_of(0, len(right.words)), 1.0),)


def identical(readings: tuple[Reading, Reading]) -> Derivation:
    """The derivation between two documents with the same words, which are given by id."""
    measures = measure(*readings)
    evidence = (Evidence("identical text", _SAME_TEXT, "the same words in the same order from end to end"),)
    ruling = rule_on_metadata(both_ways(*readings, measures))
    passages, sentences = measures.passages or _whole(*readings), measures.aligned
    ids = readings[0].id, readings[1].id
    return Derivation(
        *ids, DerivationKind.COPY, ruling.direction, _SAME_TEXT, passages, evidence, ruling.towards, sentences, evidence
    )
