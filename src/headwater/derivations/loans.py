"""Lent passages: a text with its own reporting that took a passage or a few from another line."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from msgspec.structs import replace

from headwater.derivations.comparing import Judged
from headwater.derivations.measures import FreePair
from headwater.derivations.mixing import Mixture
from headwater.derivations.trees import turned
from headwater.evidence import total
from headwater.text.spans import holds, meets
from headwater.types import DerivationKind, Edge, Passage, Span

__all__ = ["Lines", "loans"]

_LENT_WORDS: Final = 8  # words in one order from which a single sentence is taken for lent
_CERTAIN: Final = 4.0  # nats of direction, as of a credit
_TELLING: Final = 2.0  # nats of direction; below it the larger line is taken to be the lender


@dataclass(frozen=True, slots=True)
class Lines:
    """Each text's line, how many articles each line has, its unseen original if it has one; texts that mix sources."""

    of: Mapping[str, str]
    sizes: Mapping[str, int]
    unseen: Mapping[str, str]
    mixed: Mapping[str, Mixture]


def loans(judged: Sequence[Judged], lines: Lines) -> tuple[Edge, ...]:
    """One edge for each text and each other line that it has words from: its closest text there.

    An unseen original is the lender of its line, and the closest text its witness. A text that mixes sources has its
    passages from each. Where the texts do not tell who lent, the line with more articles did: an agency's text is at
    hand in every newsroom. Edges never run in a circle between lines.
    """
    best: dict[tuple[str, str], tuple[float, str, Judged]] = {}
    for pair in judged:
        if not _is_loan(pair, lines):
            continue
        parent, child = _roles(pair, lines)
        key, rank = (child, lines.of[parent]), (pair.derivation.score, parent)
        if key not in best or rank > (best[key][0], best[key][1]):
            best[key] = (*rank, pair)
    chosen = sorted(best.items(), key=lambda item: (-_sure(item[1][2], lines), -item[1][0], item[0]))
    lent = _without_circles([(parent, child, pair) for (child, _), (_, parent, pair) in chosen], lines)
    edges = (replace(edge, parent=lines.unseen.get(lines.of[edge.parent], edge.parent)) for edge in lent)
    return tuple(sorted(edges, key=lambda edge: (edge.parent, edge.child)))


def _is_loan(pair: Judged, lines: Lines) -> bool:
    left, right = pair.pair
    return lines.of[left] != lines.of[right] and (pair.derivation.score > 0 or bool(_mixed(pair, lines)))


def _mixed(pair: Judged, lines: Lines) -> tuple[str, ...]:
    """Those of the two texts that have the other as a source they mixed."""
    ways = (pair.pair, pair.pair[::-1])
    return tuple(child for child, parent in ways if child in lines.mixed and lines.mixed[child].given_by(parent))


def _way(pair: Judged) -> float:
    return total(pair.derivation.direction_evidence)


def _sure(pair: Judged, lines: Lines) -> float:
    """How sure it is who lent, in nats; a text that is mixed from others is as sure a borrower as can be."""
    return _CERTAIN if _mixed(pair, lines) else abs(_way(pair))


def _roles(pair: Judged, lines: Lines) -> tuple[str, str]:
    """Parent and child of a loan."""
    left, right = pair.pair
    mixed = _mixed(pair, lines)
    if mixed:
        return (left, right) if mixed[0] == right else (right, left)
    if abs(_way(pair)) >= _TELLING:
        return (left, right) if _way(pair) > 0 else (right, left)
    return (left, right) if lines.sizes[lines.of[left]] >= lines.sizes[lines.of[right]] else (right, left)


def _without_circles(found: Sequence[tuple[str, str, Judged]], lines: Lines) -> tuple[Edge, ...]:
    """The loans as edges, surest first; one that would close a circle of lines is turned round.

    Texts that mix sources may close circles: two papers can each have mixed the same two wires.
    """
    borrowers: dict[str, set[str]] = defaultdict(set)
    edges = []
    for parent, child, pair in found:
        sources = lines.mixed[child].given_by(parent) if child in lines.mixed else ()
        if sources:
            edges.append(_edge(parent, child, pair, sources))
            continue
        circle = lines.of[parent] in _reached(lines.of[child], borrowers)
        lender, borrower = (child, parent) if circle else (parent, child)
        borrowers[lines.of[lender]].add(lines.of[borrower])
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


def _edge(parent: str, child: str, pair: Judged, given: Sequence[Span] = ()) -> Edge:
    """The loan of a pair; of a mixed text the sentences `given` by this source are known."""
    lent = {_spans(each) for each in pair.measures.free if _lent(each)}
    if not lent and pair.measures.free:
        lent = {_spans(max(pair.measures.free, key=lambda each: (each.in_order, each.shared)))}
    passages = turned(pair.derivation.sentences, round_about=pair.derivation.left != parent)
    if given:
        kept = tuple(each for each in passages if any(meets(each.right, span) for span in given))
    else:
        kept = tuple(each for each in passages if not each.mask and _holds(each, lent))
    signs = _way(pair) if pair.derivation.left == parent else -_way(pair)
    way = _CERTAIN if given else max(0.0, signs)  # where the signs do not say so, size or a circle decided
    return Edge(parent, child, DerivationKind.PARTIAL, False, round(min(0.99, 0.5 + way / 8), 3), kept)


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
