"""Alterations along copy edges: found, false, and harmless edits that were flagged."""

from __future__ import annotations

from typing import Final

from headwater.types import Alteration, AlterationKind, Span
from quality.scoring.gold import GoldAlteration, GoldEdit, Judgement
from quality.scoring.measure import Measure
from quality.scoring.reading import Reading

__all__ = ["NEIGHBOURS", "measure_alterations"]

_K: Final = AlterationKind

# What the gold calls an alteration, and the kinds under which a reader would still find it in the right place.
NEIGHBOURS: Final[dict[str, frozenset[AlterationKind]]] = {
    "number": frozenset({_K.NUMBER, _K.WORDING}),  # "two-armed" is a number lost and a word made
    "name": frozenset({_K.NAME, _K.PLACE, _K.WORDING}),  # a damaged name may no longer read as one
    "entity": frozenset({_K.NAME, _K.ROLE, _K.WORDING}),  # who somebody is: the name or the office
    "date": frozenset({_K.DATE, _K.NUMBER}),  # the day of a month is a number
    "place": frozenset({_K.PLACE, _K.NAME}),
    "negation": frozenset({_K.NEGATION}),
    "role": frozenset({_K.ROLE}),
    "attribution": frozenset({_K.ATTRIBUTION, _K.MARKS_LOST}),  # without its marks a quote is nobody's word
    "quotation marks lost": frozenset({_K.MARKS_LOST, _K.ATTRIBUTION}),
    "certainty": frozenset({_K.CERTAINTY}),
    "hedge": frozenset({_K.CERTAINTY, _K.WORDING}),
    "wording corrupted": frozenset({_K.WORDING, _K.NAME, _K.PLACE}),  # nonsense may stand where a name was
    "corruption": frozenset({_K.WORDING, _K.NAME, _K.PLACE}),
}


def measure_alterations(reading: Reading, judgements: tuple[Judgement, ...] = ()) -> tuple[Measure, ...]:
    """Return `alterations_found`, `alterations_false` and `harmless_flagged`.

    Found: the two spans overlap the gold's two, whichever is named the altered one, and the kind is right or a stated
    neighbour; the gold's sound reading may also be among the other witnesses in `support`. False: any other, less
    those that tell a gold alteration again, against another article of the line; that the gold calls minor; or that a
    person judged right.
    """
    gold, found = reading.gold.alterations, reading.brief.alterations
    hits = {(g.id, a.id) for g in gold for a in found if _matches(reading, g, a)}
    right = {alteration for _, alteration in hits}
    right |= {a.id for a in found if any(_is_told_again(reading, g, a) for g in (*gold, *reading.gold.minor))}
    false = [a for a in found if a.id not in right and not _judged_right(reading, a, judgements)]
    harmless = [edit for edit in reading.gold.harmless if any(_touches(reading, a, edit) for a in false)]
    met = {alteration for alteration, _ in hits}
    details = tuple(f"{'+' if g.id in met else '-'} {g.id} ({g.kind}): {g.corrupt[1]}" for g in gold)
    return (
        Measure("alterations_found", len(met), len(gold), details),
        Measure("alterations_false", len(false), len(found), tuple(_show(reading, a) for a in false)),
        Measure("harmless_flagged", len(harmless), len(reading.gold.harmless), tuple(f"! {e.id}" for e in harmless)),
    )


def _matches(reading: Reading, gold: GoldAlteration, found: Alteration) -> bool:
    kinds = NEIGHBOURS.get(gold.kind, frozenset())
    corrupt, sound = reading.find(*gold.corrupt), reading.find(*gold.sound)
    return found.kind in kinds and _is_pair(reading, found, corrupt, sound)


def _is_told_again(reading: Reading, gold: GoldAlteration, found: Alteration) -> bool:
    """Whether it sets the gold's corrupt reading, under a kind that passes, against any other article of the line."""
    if found.kind not in NEIGHBOURS.get(gold.kind, ()):
        return False
    corrupt, line = reading.find(*gold.corrupt), reading.gold.articles[gold.corrupt[0]].line
    return any(
        here.article != there.article
        and reading.line_of(there.article) == line
        and reading.any_overlap([here], corrupt)
        for here, there in ((found.altered, found.sound), (found.sound, found.altered))
    )


def _is_pair(reading: Reading, found: Alteration, one: tuple[Span, ...], other: tuple[Span, ...]) -> bool:
    """Whether one span of the alteration overlaps `one` and the other, or a further witness, `other`."""
    return any(
        reading.any_overlap([here], one) and reading.any_overlap([there, *found.support], other)
        for here, there in ((found.altered, found.sound), (found.sound, found.altered))
    )


def _touches(reading: Reading, found: Alteration, edit: GoldEdit) -> bool:
    return _is_pair(reading, found, reading.find(*edit.a), reading.find(*edit.b))


def _judged_right(reading: Reading, found: Alteration, judgements: tuple[Judgement, ...]) -> bool:
    ends = {(reading.keys.get(span.article), span.start, span.end) for span in (found.altered, found.sound)}
    return any(
        (j.article, j.start, j.end) in ends and j.kind == found.kind.value and j.verdict == "right" for j in judgements
    )


def _show(reading: Reading, found: Alteration) -> str:
    altered, sound = found.altered, found.sound
    place = f"{reading.keys.get(altered.article, altered.article)}:{altered.start}-{altered.end}"
    return f"! {found.kind.value} {place} {reading.words(altered)!r} for {reading.words(sound)!r}"
