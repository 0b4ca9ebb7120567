"""Statements -> the order in which a brief tells them, and in which words: what leads, and what can wait.

What leads is chosen greedily under a budget to make a monotone submodular function large, which comes within 1 - 1/e
of the best choice (Nemhauser et al. 1978; for summaries Lin and Bilmes 2011, "A class of submodular functions for
document summarization"). A statement's reward is its importance x log(1 + those who stand behind it). Rewards of one
kind of event add up under a square root, and so do those of one sentence: what was told once counts less again. Every
conflict between the lines that a statement takes a side in counts once, above all else, so that each is covered.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from headwater.summary.material import Material
from headwater.summary.wording import Wording, wording_of
from headwater.types import Certainty, Claim, ClaimKind, Statement, Telling

__all__ = ["tellings"]

_LEADING: Final = 12  # statements that a desk reads within a minute
_READ: Final = 24  # claims of one statement among which the best words are looked for
_SPUN: Final = 0.4  # share of exchanged words from which a wording is as far from a reporter's as it can be
_LONG: Final = 160  # characters from which words are too long for a line
_BESIDE: Final = {ClaimKind.EVENT: 1.0, ClaimKind.BACKGROUND: 0.5, ClaimKind.OPINION: 0.6}
_MAIN: Final = 1.3  # times the reward of what tells of the event itself
_FRAGMENT: Final = 0.3  # of the reward, of words that do not say anything by themselves


class _Told(NamedTuple):
    """A statement with the claim that tells it, its words, what it is worth, and what it tells of."""

    statement: Statement
    claim: Claim
    wording: Wording
    reward: float
    kinds: tuple[str, ...]
    conflicts: tuple[str, ...]


def tellings(material: Material) -> tuple[Telling, ...]:
    """Every statement once, those that lead first, each part in the order of reward."""
    told = sorted((_told(one, material) for one in material.brief.statements), key=_rank)
    leading = {one.statement.id for one in _chosen(told)}
    ordered = sorted(told, key=lambda one: (one.statement.id not in leading, *_rank(one)))
    return tuple(
        Telling(one.statement.id, one.claim.id, one.wording.words, one.statement.id in leading, one.wording.alone)
        for one in ordered
    )


def _rank(told: _Told) -> tuple[float, str]:
    return -told.reward, told.statement.id


# --- the words of one statement -------------------------------------------------------------------------------


def _told(statement: Statement, material: Material) -> _Told:
    shown = material.claims[statement.shown]
    others = [material.claims[claim] for claim in statement.claims if claim != statement.shown]
    worded = [
        (claim, wording_of(claim, material.documents[claim.span.article], material.names))
        for claim in (shown, *others[: _READ - 1])
    ]
    claim, wording = max(worded, key=lambda each: (_fitness(each[0], each[1], shown, material), each[0].id))
    spans = [material.claims[one].span for one in statement.claims]
    return _Told(
        statement,
        claim,
        wording,
        _reward(statement, claim, wording) * (_MAIN if statement.id in material.main else 1.0),
        (claim.event_class or claim.event, f"{claim.sentence.article}:{claim.sentence.start}"),
        tuple(conflict.id for conflict in material.opposed(spans)),
    )


def _fitness(claim: Claim, wording: Wording, shown: Claim, material: Material) -> float:
    """How well these words tell their statement; only the order of what is returned is used."""
    return (
        3.0 * wording.alone
        + 1.0 * wording.whole
        + 1.0 * (claim is shown)
        + 0.5 * (claim.span.start == claim.sentence.start)
        - 4.0 * min(_SPUN, material.spun.get(claim.span.article, 0.0))
        - 2.0 * material.altered(claim.span)
        - 4.0 * (_numbers(claim) != _numbers(shown))
        - 1.0 * (claim.certainty is Certainty.UNDERSPECIFIED)
        - 0.02 * max(0, len(wording.words.text) - _LONG)
    )


def _numbers(claim: Claim) -> frozenset[tuple[float, float]]:
    return frozenset((quantity.low, quantity.high) for quantity in claim.quantities)


def _reward(statement: Statement, claim: Claim, wording: Wording) -> float:
    behind = statement.lines.best + statement.sources
    worth = statement.importance * math.log1p(behind) * _BESIDE[claim.kind]
    return worth if wording.alone else _FRAGMENT * worth


# --- what leads -----------------------------------------------------------------------------------------------


def _chosen(told: Sequence[_Told]) -> Iterator[_Told]:
    """The statements that lead, in the order of their gain, at least one for each conflict; `told` by reward."""
    waiting, rewards, covered = list(told), defaultdict[str, float](float), set[str]()
    above = max((one.reward for one in told), default=0.0)
    for place in range(len(told)):
        best = max(waiting, key=lambda one: _gain(one, rewards, covered, above))
        uncovered = set(best.conflicts) - covered
        if not uncovered and (place >= _LEADING or not best.wording.alone):
            return
        waiting.remove(best)
        covered |= uncovered
        for kind in best.kinds:
            rewards[kind] += best.reward
        yield best


def _gain(one: _Told, rewards: Mapping[str, float], covered: Collection[str], above: float) -> float:
    """What the function grows by if the statement is told, too; `above` is the greatest reward of all."""
    told = [rewards.get(kind, 0.0) for kind in one.kinds]
    fresh = sum(math.sqrt(before + one.reward) - math.sqrt(before) for before in told)
    return fresh + len(told) * math.sqrt(above) * sum(conflict not in covered for conflict in one.conflicts)
