"""Opposed claims -> questions with sides: which lines answer what, and whether none can stand with the other's."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from headwater.evidence import cite
from headwater.findings.conflicts.answers import Answer, answers, excludes
from headwater.findings.conflicts.opposed import Opposed
from headwater.origins import Origins
from headwater.relations import Context
from headwater.types import Cited, Claim, Conflict, ConflictKind, Side, Span, Statement

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
    """What several claims answer differently: the kind, the family of a category, the claims, and the first reason."""

    kind: ConflictKind
    family: str
    claims: tuple[str, ...]
    note: str


def questions(pairs: Sequence[Opposed], statements: Sequence[Statement]) -> tuple[Question, ...]:
    """Pairs that ask the same, joined: those of one kind and family that share a claim or a statement."""
    home = {claim: statement for statement in statements for claim in statement.claims}
    joined: dict[tuple[ConflictKind, str], list[tuple[set[str], str]]] = defaultdict(list)
    for pair in pairs:
        if pair.relation.aspect is None:
            continue
        key = (pair.relation.aspect, pair.family)
        ids = {claim for one in (pair.one, pair.other) for claim in _peers(one, home)}
        meeting = [group for group in joined[key] if group[0] & ids]
        apart = [group for group in joined[key] if not group[0] & ids]
        note = meeting[0][1] if meeting else pair.relation.note
        joined[key] = [*apart, (ids.union(*(group[0] for group in meeting)), note)]
    found = [Question(*key, tuple(sorted(ids)), note) for key, groups in joined.items() for ids, note in groups]
    return tuple(sorted(found, key=lambda one: (_rank(one.kind), one.claims)))


def _peers(claim: Claim, home: Mapping[str, Statement]) -> Sequence[str]:
    """The claim with those of its statement."""
    return home[claim.id].claims if claim.id in home else (claim.id,)


def _rank(kind: ConflictKind) -> int:
    return _ORDER.index(kind) if kind in _ORDER else len(_ORDER)


def answered(
    question: Question,
    claims: Mapping[str, Claim],
    origins: Origins,
    context: Context,
) -> Conflict | None:
    """The conflict that the question shows, None if its lines can be reconciled."""
    found = [
        answer
        for claim in question.claims
        for answer in answers(claims[claim], question.kind, question.family, context)
    ]
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
    sides = tuple(_sides(in_play, origins))
    return Conflict("", question.kind, _asked(question, in_play, context), sides, question.note)


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
