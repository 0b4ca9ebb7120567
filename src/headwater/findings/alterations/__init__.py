"""Alterations: what changed in copying, which reading the other witnesses support, and why.

Every aligned passage (`aligned`) is looked at by every detector; changes that name the same words are one place
(`slots`), on which the other articles are heard as witnesses (`judging`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

import msgspec
from msgspec import Struct

from headwater.evidence import total
from headwater.findings.alterations.aligned import Aligned, Change, aligned_passages, alike
from headwater.findings.alterations.bounds import bound_changes
from headwater.findings.alterations.certainty import certainty_changes
from headwater.findings.alterations.dates import date_changes
from headwater.findings.alterations.exchanges import exchange_changes
from headwater.findings.alterations.genders import gender_alterations
from headwater.findings.alterations.judging import Copying, judge
from headwater.findings.alterations.marks import mark_changes
from headwater.findings.alterations.names import name_changes
from headwater.findings.alterations.negation import negation_changes
from headwater.findings.alterations.numbers import number_changes
from headwater.findings.alterations.opposites import opposite_changes
from headwater.findings.alterations.parts import part_changes
from headwater.findings.alterations.phrases import Phrases
from headwater.findings.alterations.places import place_changes
from headwater.findings.alterations.roles import role_changes
from headwater.findings.alterations.slots import Seen, slots
from headwater.findings.alterations.sources import source_changes
from headwater.findings.alterations.spin import spin_rate
from headwater.findings.alterations.terms import anonymity_changes
from headwater.findings.alterations.texts import Text
from headwater.findings.alterations.weights import FITTED, Table
from headwater.findings.alterations.wording import wording_changes
from headwater.text.mentions import EntityIndex
from headwater.text.spans import meets
from headwater.types import (
    Alteration,
    AlterationKind,
    Derivation,
    DerivationKind,
    Document,
    Quote,
    Stemma,
)

__all__ = ["find_alterations"]

_ACROSS_LINES: Final = frozenset({AlterationKind.NEGATION, AlterationKind.CERTAINTY})
# Between lines only a shared quote has one right reading; marks, names and numbers may rightly differ there.
_RIVALS: Final = frozenset(
    {
        AlterationKind.ATTRIBUTION,
        AlterationKind.NAME,
        AlterationKind.PLACE,
        AlterationKind.ROLE,
        AlterationKind.WORDING,
    }
)
"""Kinds under which one exchange of words may be told."""
_DAMAGE: Final = frozenset({"word misread", "set phrase broken", "name damaged", "no such place"})
_WHOLE_STATEMENT: Final = frozenset({"source lost", "source lost in a lead", "part in the event"})
"""Clues whose words are a whole statement, in which other things may be altered besides."""
_SHARED_WORDS: Final = frozenset({"quote", "statement"})


class _Known(Struct, frozen=True):
    """What the detectors know of the whole story."""

    phrases: Phrases
    entities: EntityIndex


def find_alterations(
    stemma: Stemma,
    documents: Sequence[Document],
    entities: EntityIndex,
    quotes: Sequence[Quote] = (),
    table: Table = FITTED,
) -> tuple[Alteration, ...]:
    """The alterations of a story in the order of the altered words' place; ids `a1`, `a2`, ...

    `documents` are those of the stemma's articles, in any order. `quotes` are their quotes; without them no source is
    found lost or exchanged. `table` says what each clue is worth: another than ours is for fitting it anew.
    """
    texts = _texts(documents, quotes)
    line_of = {article: line.id for line in stemma.lines for article in line.articles}
    passages = sorted(
        aligned_passages(stemma.derivations, texts), key=lambda one: (one.passage.left, one.passage.right)
    )
    seen = _seen(passages, _Known(Phrases(texts.values()), entities), _copied(stemma, line_of))
    copying = Copying.of(stemma, _reworded(passages))
    judged = judge(tuple(slots(seen, passages)), copying, table)
    return _numbered((*judged, *gender_alterations(texts, entities, line_of, table)))


def _reworded(passages: Iterable[Aligned]) -> dict[frozenset[str], float]:
    """The spin rate of each pair of articles."""
    of_pair: dict[frozenset[str], list[Aligned]] = defaultdict(list)
    for aligned in passages:
        of_pair[frozenset((aligned.left.id, aligned.right.id))].append(aligned)
    return {pair: spin_rate(every) for pair, every in of_pair.items()}


def _texts(documents: Sequence[Document], quotes: Sequence[Quote]) -> dict[str, Text]:
    of_article: dict[str, list[Quote]] = defaultdict(list)
    for quote in quotes:
        of_article[quote.content.article].append(quote)
    ordered = sorted(documents, key=lambda document: document.article.id)
    return {document.article.id: Text(document, of_article[document.article.id]) for document in ordered}


def _seen(passages: Iterable[Aligned], known: _Known, copied: frozenset[frozenset[str]]) -> list[Seen]:
    return [
        Seen(change, aligned)
        for aligned in passages
        for change in _changes(aligned, known)
        if _may_alter(change, aligned, copied)
    ]


def _changes(aligned: Aligned, known: _Known) -> Iterator[Change]:
    if aligned.verbatim:
        yield from mark_changes(aligned)  # the marks may stand around more than the passage
        return
    yield from alike(negation_changes, aligned)
    yield from alike(opposite_changes, aligned)
    yield from number_changes(aligned)
    yield from date_changes(aligned)
    yield from alike(certainty_changes, aligned)
    yield from bound_changes(aligned)
    yield from alike(role_changes, aligned)
    yield from alike(part_changes, aligned)
    yield from exchange_changes(aligned)
    yield from mark_changes(aligned)
    yield from anonymity_changes(aligned)
    yield from source_changes(aligned, known.entities)
    yield from name_changes(aligned, known.entities)
    yield from alike(place_changes, aligned)
    yield from wording_changes(aligned, known.phrases)


def _copied(stemma: Stemma, line_of: Mapping[str, str]) -> frozenset[frozenset[str]]:
    """The pairs of articles of which one took text from the other, or both from a third."""
    return frozenset(frozenset((one.left, one.right)) for one in stemma.derivations if _took_text(one, line_of))


def _took_text(derivation: Derivation, line_of: Mapping[str, str]) -> bool:
    """In one line, or as a loan between lines."""
    return derivation.kind is DerivationKind.PARTIAL or line_of[derivation.left] == line_of[derivation.right]


def _may_alter(change: Change, aligned: Aligned, copied: frozenset[frozenset[str]]) -> bool:
    """Where text was taken everything may be altered; between lines only the wording of what they quote alike."""
    if frozenset((aligned.left.id, aligned.right.id)) in copied:
        return True
    return aligned.passage.mask in _SHARED_WORDS and change.kind in _ACROSS_LINES


def _numbered(found: Iterable[Alteration]) -> tuple[Alteration, ...]:
    """Each alteration of the same words once, in order, with its id."""
    once = {(one.altered, one.kind): one for one in found}
    rivals = [one for one in once.values() if one.kind in _RIVALS and one.evidence[0].name not in _WHOLE_STATEMENT]
    kept = [one for one in once.values() if one not in rivals or not any(_outdoes(other, one) for other in rivals)]
    ordered = sorted(kept, key=lambda one: (one.altered, one.kind))
    return tuple(msgspec.structs.replace(one, id=f"a{number}") for number, one in enumerate(ordered, 1))


def _outdoes(one: Alteration, other: Alteration) -> bool:
    """Whether the same words are told of under another kind, and more surely so: a source's name that is spoilt."""
    if one.kind is other.kind or not (meets(one.altered, other.altered) and one.sound.article == other.sound.article):
        return False
    return _rank(one) > _rank(other)


def _rank(one: Alteration) -> tuple[bool, float, AlterationKind]:
    """What damage the words show by themselves goes before what they would say if they were meant."""
    return one.evidence[0].name in _DAMAGE, total(one.evidence), one.kind
