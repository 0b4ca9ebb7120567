"""Alterations: what changed in copying, which reading the other witnesses support, and why.

Every aligned passage is looked at by every detector. Changes that name the same words are one alteration; the other
articles that hold the passage are its witnesses, as in textual criticism: the reading of more lines, then of more
articles, is the sounder one, unless the words themselves tell (marks lost, terms of anonymity lost).
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

import msgspec
from msgspec import Struct

from headwater.findings.aligned import Aligned, Change, aligned_passages
from headwater.findings.meaning import (
    certainty_changes,
    date_changes,
    negation_changes,
    number_changes,
    role_changes,
)
from headwater.findings.wording import (
    Phrases,
    anonymity_changes,
    mark_changes,
    name_changes,
    place_changes,
    wording_changes,
)
from headwater.text.mentions import EntityIndex
from headwater.types import Alteration, AlterationKind, Derivation, DerivationKind, Document, Span, Stemma

__all__ = ["find_alterations"]

_ACROSS_LINES = frozenset({AlterationKind.NEGATION, AlterationKind.CERTAINTY})
# Between lines only a shared quote has one right reading; marks, names and numbers may rightly differ there.


class _Seen(Struct, frozen=True):
    """A change with the passage in which it was seen."""

    change: Change
    aligned: Aligned


class _Slot(Struct, frozen=True):
    """A place of the story that is read in more than one way: each article's words, and who agrees with whom."""

    kind: AlterationKind
    readings: Mapping[str, Span]
    changes: tuple[_Seen, ...]
    agree: Mapping[str, tuple[Span, ...]]  # the words of the articles that read as this one does


def find_alterations(stemma: Stemma, documents: Sequence[Document], entities: EntityIndex) -> tuple[Alteration, ...]:
    """The alterations of a story in the order of the altered words' place; ids `a1`, `a2`, ..."""
    by_article = {document.article.id: document for document in documents}
    line_of = {article: line.id for line in stemma.lines for article in line.articles}
    copied = {frozenset((one.left, one.right)) for one in stemma.derivations if _took_text(one, line_of)}
    phrases = Phrases(documents)
    passages = tuple(aligned_passages(stemma, by_article))
    seen = [
        _Seen(change, aligned)
        for aligned in passages
        for change in _changes(aligned, phrases, entities)
        if _may_alter(change, aligned, copied)
    ]
    found = {
        (one.kind, one.altered): one
        for group in _grouped(seen)
        for one in _judged(_slot(group, passages), stemma, line_of)
    }
    ordered = sorted(found.values(), key=lambda one: (one.altered, one.kind))
    return tuple(msgspec.structs.replace(one, id=f"a{number}") for number, one in enumerate(ordered, 1))


def _changes(aligned: Aligned, phrases: Phrases, entities: EntityIndex) -> Iterator[Change]:
    yield from negation_changes(aligned)
    yield from number_changes(aligned)
    yield from date_changes(aligned)
    yield from certainty_changes(aligned)
    yield from role_changes(aligned)
    yield from mark_changes(aligned)
    yield from anonymity_changes(aligned)
    yield from name_changes(aligned, entities)
    yield from place_changes(aligned)
    yield from wording_changes(aligned, phrases)


def _took_text(derivation: Derivation, line_of: Mapping[str, str]) -> bool:
    """Whether one of the two took text from the other, or both from a third: in one line, or as a loan between lines."""
    return derivation.kind is DerivationKind.PARTIAL or line_of[derivation.left] == line_of[derivation.right]


def _may_alter(change: Change, aligned: Aligned, copied: set[frozenset[str]]) -> bool:
    """Where text was taken everything may be altered; between lines only the wording of what they quote alike."""
    pair = frozenset((aligned.left.article.id, aligned.right.article.id))
    return pair in copied or (bool(aligned.passage.mask) and change.kind in _ACROSS_LINES)


# --- slots ----------------------------------------------------------------------------------------------------


def _grouped(seen: Sequence[_Seen]) -> list[tuple[_Seen, ...]]:
    """Changes of one kind that share words on either side: readings of one place."""
    groups: list[tuple[_Seen, ...]] = []
    for one in seen:
        meeting = [group for group in groups if any(_meet(one, other) for other in group)]
        groups = [group for group in groups if group not in meeting]
        groups.append((*itertools.chain.from_iterable(meeting), one))
    return groups


def _meet(one: _Seen, other: _Seen) -> bool:
    return one.change.kind == other.change.kind and any(
        _overlap(a, b) for a in (one.change.left, one.change.right) for b in (other.change.left, other.change.right)
    )


def _overlap(one: Span, other: Span) -> bool:
    return one.article == other.article and one.start < other.end and other.start < one.end


def _slot(group: tuple[_Seen, ...], passages: Sequence[Aligned]) -> _Slot:
    readings: dict[str, Span] = {}
    for seen in group:
        for span in (seen.change.left, seen.change.right):
            known = readings.get(span.article, span)
            readings[span.article] = max(known, span, key=lambda one: one.end - one.start)
    differ = {frozenset({seen.change.left.article, seen.change.right.article}) for seen in group}
    agree: dict[str, set[Span]] = defaultdict(set)
    for aligned in passages:
        left, right = aligned.passage.left, aligned.passage.right
        for here, there in ((left, right), (right, left)):
            holds = here.article in readings and _overlap(readings[here.article], here)
            if holds and frozenset({here.article, there.article}) not in differ:
                agree[here.article].add(there)
    kind = AlterationKind(group[0].change.kind)
    return _Slot(kind, readings, group, {article: tuple(sorted(agree[article])) for article in readings})


# --- judging --------------------------------------------------------------------------------------------------


def _judged(slot: _Slot, stemma: Stemma, line_of: Mapping[str, str]) -> Iterator[Alteration]:
    """One alteration for each article whose reading is altered, set against the best supported sound reading."""
    sides: dict[str, list[tuple[tuple[int, int], str, bool, _Seen]]] = defaultdict(list)
    for seen in slot.changes:
        altered, sound, decided = _sides(seen, slot, stemma, line_of)
        sides[altered].append((_weight(sound, slot, line_of), sound, decided, seen))
    for altered, against in sorted(sides.items()):
        _, sound, decided, seen = max(against, key=lambda one: (one[2], one[0], one[1]))
        yield _alteration(slot, seen, altered, sound, decided)


def _sides(seen: _Seen, slot: _Slot, stemma: Stemma, line_of: Mapping[str, str]) -> tuple[str, str, bool]:
    """(altered, sound, decided): by the words themselves, else by the witnesses, else by who took from whom."""
    left, right = seen.change.left.article, seen.change.right.article
    if seen.change.altered:
        return (left, right, True) if seen.change.altered == "left" else (right, left, True)
    here, there = _weight(left, slot, line_of), _weight(right, slot, line_of)
    if here != there:
        return (left, right, True) if here < there else (right, left, True)
    if any(edge.parent == right and edge.child == left for edge in stemma.edges):
        return left, right, False
    return right, left, False


def _weight(article: str, slot: _Slot, line_of: Mapping[str, str]) -> tuple[int, int]:
    """Lines, then articles, that read as this article does."""
    witnesses = {article, *(span.article for span in slot.agree[article])}
    return len({line_of[witness] for witness in witnesses}), len(witnesses)


def _alteration(slot: _Slot, seen: _Seen, altered: str, sound: str, decided: bool) -> Alteration:
    change = seen.change
    of = {change.left.article: change.left, change.right.article: change.right}
    support = tuple(span for span in slot.agree[sound] if span.article != altered)
    return Alteration("", slot.kind, of[sound], of[altered], decided, change.harm, support, change.evidence)
