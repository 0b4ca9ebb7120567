"""Opposed claims -> questions with sides: which lines answer what, and whether none can stand with the other's."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Final, NamedTuple

from headwater.evidence import cite
from headwater.findings.conflicts.answers import Answer, answers, excludes
from headwater.findings.conflicts.opposed import Opposed
from headwater.origins import Origins
from headwater.relations import Context, relate
from headwater.types import Cited, Claim, Conflict, ConflictKind, RelationKind, Side, Span

__all__ = ["Question", "answered", "questions"]

_BY_SOURCE: Final = frozenset({ConflictKind.CATEGORY, ConflictKind.DENIAL})
"""Kinds in which what a source is quoted with stands against the other lines, whatever its own newsroom writes."""
_ASKED: Final = {
    ConflictKind.DATE: "When",
    ConflictKind.PLACE: "Where",
    ConflictKind.CATEGORY: "Of which kind",
    ConflictKind.QUANTITY: "How many or how much",
    ConflictKind.ROLE: "Who did it to whom",
}
_ORDER: Final = tuple(_ASKED)


class Question(NamedTuple):
    """What several claims answer differently: the kind, the family of a category, the claims, and the first reason.

    `peers` met one of the claims, and answer if they can be compared with it.
    """

    kind: ConflictKind
    family: str
    claims: tuple[str, ...]
    peers: tuple[str, ...]
    note: str


def questions(
    pairs: Sequence[Opposed], met: Sequence[tuple[Claim, Claim]], apart: Collection[tuple[str, str]] = frozenset()
) -> tuple[Question, ...]:
    """Pairs that ask the same, joined: those of one kind and family that share a claim, or claims that they met.

    No question has claims of different events: both of a pair (ids, smaller first) of `apart`.
    """
    beside = _beside({claim.id for pair in pairs for claim in (pair.one, pair.other)}, met)
    joined: dict[tuple[ConflictKind, str], list[_Group]] = defaultdict(list)
    for pair in pairs:
        if pair.relation.aspect is None:
            continue
        key = (pair.relation.aspect, pair.family)
        ids = {pair.one.id, pair.other.id}
        group = _Group(ids, ids.union(*(beside[claim] for claim in ids)), pair.relation.note)
        meeting = _meeting(joined[key], group, apart)
        joined[key] = [*(one for one in joined[key] if one not in meeting), _merged([*meeting, group])]
    found = [
        Question(*key, tuple(sorted(group.claims)), tuple(_peers(group, apart)), group.note)
        for key, groups in joined.items()
        for group in groups
    ]
    return tuple(sorted(found, key=lambda one: (_rank(one.kind), one.claims)))


def _meeting(groups: Iterable[_Group], group: _Group, apart: Collection[tuple[str, str]]) -> list[_Group]:
    """Those of some groups that ask what a further one asks, and that can all be of its event."""
    found, claims = [], group.claims
    for one in groups:
        if one.claims & group.peers and not _has_apart(one.claims, claims, apart):
            found.append(one)
            claims = claims | one.claims
    return found


def _peers(group: _Group, apart: Collection[tuple[str, str]]) -> Iterator[str]:
    """Those who may answer, too, but for claims of another event than one of the group's."""
    for peer in sorted(group.peers - group.claims):
        if not _has_apart({peer}, group.claims, apart):
            yield peer


def _has_apart(ones: AbstractSet[str], others: AbstractSet[str], apart: Collection[tuple[str, str]]) -> bool:
    return bool(apart) and any((min(pair), max(pair)) in apart for pair in itertools.product(ones, others))


class _Group(NamedTuple):
    """Claims that oppose each other, these with all that they met, and why the first pair does."""

    claims: set[str]
    peers: set[str]
    note: str


def _beside(opposed: AbstractSet[str], met: Sequence[tuple[Claim, Claim]]) -> Mapping[str, set[str]]:
    """The claims that each opposed one was proposed to be compared with."""
    found: dict[str, set[str]] = defaultdict(set)
    for one, other in met:
        if one.id in opposed:
            found[one.id].add(other.id)
        if other.id in opposed:
            found[other.id].add(one.id)
    return found


def _merged(groups: Sequence[_Group]) -> _Group:
    claims = set[str]().union(*(group.claims for group in groups))
    return _Group(claims, set[str]().union(*(group.peers for group in groups)), groups[0].note)


def _rank(kind: ConflictKind) -> int:
    return _ORDER.index(kind) if kind in _ORDER else len(_ORDER)


def answered(
    question: Question, claims: Mapping[str, Claim], home: Mapping[str, str], origins: Origins, context: Context
) -> Conflict | None:
    """The conflict that the question shows, None if its lines can be reconciled; `home` is each claim's statement."""
    peers = (peer for peer in question.peers if _is_comparable(peer, question, claims, home, context))
    told = [answers(claims[one], question.kind, question.family, context) for one in (*question.claims, *peers)]
    found = [answer for each in told for answer in each]
    by_line: dict[str, list[Answer]] = defaultdict(list)
    for answer in found:
        if not answer.weak:
            by_line[origins.line(answer.span)].append(answer)
    if not any(
        _stand_apart(by_line[one], by_line[other], question.kind, context)
        for one, other in itertools.permutations(sorted(by_line), 2)
    ):
        return None
    in_play = [one for one in found if any(excludes(one, other, question.kind, context) for other in found)]
    sides = tuple(_sides(_told_apart(in_play), origins))
    return Conflict("", question.kind, _asked(question, in_play, context), sides, question.note)


def _told_apart(found: Sequence[Answer]) -> Sequence[Answer]:
    """The answers; those that exclude each other in the same word ("yes" to two opposites) by their events."""
    if len({answer.shown for answer in found}) > 1:
        return found
    return [answer._replace(shown=answer.claim.event) for answer in found]


def _is_comparable(
    peer: str, question: Question, claims: Mapping[str, Claim], home: Mapping[str, str], context: Context
) -> bool:
    """Whether the peer speaks of what one of the opposed claims does."""
    related = (
        relate(claims[peer], claims[claim], context, aligned=home.get(peer) == home.get(claim))
        for claim in question.claims
    )
    return any(relation.kind is not RelationKind.UNCOMPARABLE for relation in related)


def _stand_apart(ones: Sequence[Answer], others: Sequence[Answer], kind: ConflictKind, context: Context) -> bool:
    """Whether nothing that the one line says, or one that it quotes, can stand with anything that the other says."""

    def against_all(one: Answer) -> bool:
        return all(excludes(one, other, kind, context) for other in others)

    if kind in _BY_SOURCE and any(one.claim.attribution and against_all(one) for one in ones):
        return True
    return all(against_all(one) for one in ones)


def _asked(question: Question, found: Sequence[Answer], context: Context) -> Cited:
    """The question in the words of one claim that asserts; it rests on all the claims that answer it."""
    shown = min(found, key=lambda answer: (answer.claim.negated, answer.shown == "denied", answer.claim.id)).claim
    word = _ASKED.get(question.kind, "Is it so")
    if question.kind is ConflictKind.CATEGORY:
        word = " or ".join(dict.fromkeys(answer.shown for answer in found)).capitalize()
    spans = [shown.span, *(answer.span for answer in found)]
    return cite(f"{word}: “{context.words(shown.span)}”?", spans)


def _sides(found: Sequence[Answer], origins: Origins) -> Iterator[Side]:
    """The answers, equal ones together, the best supported first and weak ones last."""
    groups: dict[tuple[str, str], list[Answer]] = defaultdict(list)
    for answer in found:
        groups[answer.shown, answer.weak].append(answer)
    sides = [_side(group, origins) for group in groups.values()]
    yield from sorted(sides, key=lambda side: (bool(side.weak), -len(side.lines), side.spans))


def _side(group: Sequence[Answer], origins: Origins) -> Side:
    spans: set[Span] = {answer.span for answer in group}
    return Side(
        value=group[0].shown,
        spans=tuple(sorted(spans)),
        articles=tuple(sorted({span.article for span in spans})),
        lines=tuple(sorted({origins.line(span) for span in spans})),
        attribution=max((answer.claim.attribution for answer in group), key=len),
        weak=group[0].weak,
    )
