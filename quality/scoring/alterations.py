"""Alterations along copy edges: found, false, and harmless edits that were flagged."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from headwater.types import Alteration, AlterationKind, Span
from quality.scoring.gold import GoldAlteration, GoldEdit
from quality.scoring.judgements import Judgement
from quality.scoring.measure import Item, Measure, count
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
    """Return `alterations_found`, `alterations_any_witness`, `alterations_false` and `harmless_flagged`.

    Found: the two spans overlap the gold's two, whichever is named the altered one, and the kind is right or a stated
    neighbour. By any witness: the same, but the gold's sound reading may be among the other witnesses in `support`.
    False: any finding outside the gold. One that sets a gold alteration, minor ones too, against another witness of
    the same words is not outside; nor is one that a person judged right.
    """
    gold, found = reading.gold.alterations, reading.brief.alterations
    exact = {g.id for g in gold for a in found if _matches(reading, g, a, ())}
    any_witness = {g.id for g in gold for a in found if _matches(reading, g, a, a.support)}
    false = [a for a in found if _is_outside(reading, a) and not _judged_right(reading, a, judgements)]
    details = tuple(f"{'+' if g.id in exact else '-'} {g.id} ({g.kind}): {g.corrupt[1]}" for g in gold)
    return (
        count("alterations_found", (Item(g.id, g.id in exact) for g in gold), details),
        count("alterations_any_witness", (Item(g.id, g.id in any_witness) for g in gold)),
        count(
            "alterations_false",
            (Item(_place(reading, a), a in false) for a in found),
            (_show(reading, a) for a in false),
        ),
        _harmless(reading, false),
    )


def _harmless(reading: Reading, false: Sequence[Alteration]) -> Measure:
    items = [Item(e.id, any(_touches(reading, a, e) for a in false)) for e in reading.gold.harmless]
    return count("harmless_flagged", items, (f"! {item.id}" for item in items if item.hit))


def _matches(reading: Reading, gold: GoldAlteration, found: Alteration, support: Sequence[Span]) -> bool:
    kinds = NEIGHBOURS.get(gold.kind, frozenset())
    corrupt, sound = reading.find(*gold.corrupt), reading.find(*gold.sound)
    return found.kind in kinds and _is_pair(reading, found, corrupt, sound, support)


def _is_outside(reading: Reading, found: Alteration) -> bool:
    """Whether the gold knows nothing of the finding."""
    known = any(_matches(reading, gold, found, found.support) for gold in reading.gold.alterations)
    return not known and not any(
        _is_told_again(reading, gold, found) for gold in (*reading.gold.alterations, *reading.gold.minor)
    )


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


def _is_pair(
    reading: Reading, found: Alteration, one: tuple[Span, ...], other: tuple[Span, ...], support: Sequence[Span]
) -> bool:
    """Whether one span of the alteration overlaps `one`, and the other, or a further witness, `other`."""
    return any(
        reading.any_overlap([here], one) and reading.any_overlap([there, *support], other)
        for here, there in ((found.altered, found.sound), (found.sound, found.altered))
    )


def _touches(reading: Reading, found: Alteration, edit: GoldEdit) -> bool:
    return _is_pair(reading, found, reading.find(*edit.a), reading.find(*edit.b), found.support)


def _judged_right(reading: Reading, found: Alteration, judgements: tuple[Judgement, ...]) -> bool:
    return reading.is_judged_right("alteration", found.kind.value, (found.altered, found.sound), judgements)


def _show(reading: Reading, found: Alteration) -> str:
    return f"! {_place(reading, found)} {reading.words(found.altered)!r} for {reading.words(found.sound)!r}"


def _place(reading: Reading, found: Alteration) -> str:
    altered = found.altered
    return f"{found.kind.value} {reading.keys.get(altered.article, altered.article)}:{altered.start}-{altered.end}"
