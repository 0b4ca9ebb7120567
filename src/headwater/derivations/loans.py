"""Lent passages: a text with its own reporting that took a passage or a few from another line."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

from msgspec.structs import replace

from headwater.derivations.comparing import Judged
from headwater.derivations.measures import FreePair
from headwater.derivations.trees import turned
from headwater.evidence import total
from headwater.text.spans import holds
from headwater.types import DerivationKind, Edge, Passage, Span

__all__ = ["loans"]

_LENT_WORDS: Final = 8  # words in one order from which a single sentence is taken for lent
_TELLING: Final = 2.0  # nats of direction; below it the larger line is taken to be the lender


def loans(
    judged: Sequence[Judged], line_of: Mapping[str, str], sizes: Mapping[str, int], unseen: Mapping[str, str]
) -> tuple[Edge, ...]:
    """One edge for each text and each other line that it has words from: its closest text there.

    `line_of` gives each text's line, `sizes` the articles of each line, `unseen` the unseen original of the lines that
    have one: it is the lender then, and the closest text its witness. Where the texts do not tell who lent, the line
    with more articles did: an agency's text is at hand in every newsroom. Edges never run in a circle between lines.
    """
    best: dict[tuple[str, str], tuple[float, str, Judged]] = {}
    for pair in judged:
        if not _is_loan(pair, line_of):
            continue
        parent, child = _roles(pair, line_of, sizes)
        key, rank = (child, line_of[parent]), (pair.derivation.score, parent)
        if key not in best or rank > (best[key][0], best[key][1]):
            best[key] = (*rank, pair)
    chosen = sorted(best.items(), key=lambda item: (-abs(_way(item[1][2])), -item[1][0], item[0]))
    lent = _without_circles([(parent, child, pair) for (child, _), (_, parent, pair) in chosen], line_of)
    edges = (replace(edge, parent=unseen.get(line_of[edge.parent], edge.parent)) for edge in lent)
    return tuple(sorted(edges, key=lambda edge: (edge.parent, edge.child)))


def _is_loan(pair: Judged, line_of: Mapping[str, str]) -> bool:
    apart = line_of[pair.derivation.left] != line_of[pair.derivation.right]
    return apart and pair.derivation.score > 0


def _way(pair: Judged) -> float:
    return total(pair.derivation.direction_evidence)


def _roles(pair: Judged, line_of: Mapping[str, str], sizes: Mapping[str, int]) -> tuple[str, str]:
    """Parent and child of a loan."""
    left, right = pair.pair
    if abs(_way(pair)) >= _TELLING:
        return (left, right) if _way(pair) > 0 else (right, left)
    return (left, right) if sizes[line_of[left]] >= sizes[line_of[right]] else (right, left)


def _without_circles(found: Sequence[tuple[str, str, Judged]], line_of: Mapping[str, str]) -> tuple[Edge, ...]:
    """The loans as edges, surest first; one that would close a circle of lines is turned round."""
    borrowers: dict[str, set[str]] = defaultdict(set)
    edges = []
    for parent, child, pair in found:
        circle = line_of[parent] in _reached(line_of[child], borrowers)
        lender, borrower = (child, parent) if circle else (parent, child)
        borrowers[line_of[lender]].add(line_of[borrower])
        edges.append(_edge(lender, borrower, pair))
    return tuple(edges)


def _reached(line: str, borrowers: Mapping[str, set[str]]) -> set[str]:
    """The line and all that borrowed from it, directly or not."""
    found, waiting = {line}, [line]
    while waiting:
        new = borrowers.get(waiting.pop(), set()) - found
        found |= new
        waiting.extend(new)
    return found


def _edge(parent: str, child: str, pair: Judged) -> Edge:
    lent = {_spans(each) for each in pair.measures.free if _lent(each)}
    if not lent and pair.measures.free:
        lent = {_spans(max(pair.measures.free, key=lambda each: (each.in_order, each.shared)))}
    passages = turned(pair.derivation.sentences, round_about=pair.derivation.left != parent)
    kept = tuple(each for each in passages if not each.mask and _holds(each, lent))
    confidence = round(min(0.99, 0.5 + abs(_way(pair)) / 8), 3)
    return Edge(parent, child, DerivationKind.PARTIAL, False, confidence, kept)


def _lent(pair: FreePair) -> bool:
    return pair.in_order >= _LENT_WORDS and pair.in_order * 2 >= pair.shorter


def _spans(pair: FreePair) -> tuple[Span, Span]:
    return pair.left_span, pair.right_span


def _holds(passage: Passage, lent: set[tuple[Span, Span]]) -> bool:
    """Whether one of the lent sentence pairs lies in the passage, either way round."""
    return any(
        (holds(passage.left, a) and holds(passage.right, b)) or (holds(passage.left, b) and holds(passage.right, a))
        for a, b in lent
    )
