"""Conflicts of numbers: lines whose values of one figure exclude each other, tolls that rose apart."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Hashable, Iterator, Mapping, Sequence

from headwater.evidence import cite
from headwater.findings.conflicts.parts import ATTACKER, told_apart
from headwater.relations import Fit
from headwater.relations.nouns import may_be_people, noun_fit
from headwater.relations.quantities import TOLLS, intervals_apart, plain_bound, shown
from headwater.text.events import FIGURE_NOUNS
from headwater.text.instants import is_later
from headwater.text.plurals import plural
from headwater.types import Conflict, ConflictKind, Figure, FigurePart, FigureValue, Side

__all__ = ["number_conflicts"]


def number_conflicts(figures: Sequence[Figure]) -> Iterator[Conflict]:
    """One conflict for each figure of which two lines give nothing that can stand with what the other gives."""
    for figure in figures:
        toll = figure.role in TOLLS
        note = _first_difference(_standing(figure.values, toll=toll), figure.parts, toll=toll)
        if note:
            question = cite(_how_many(figure), figure.label.spans)
            yield Conflict("", ConflictKind.QUANTITY, question, _sides(figure.values), note)
        yield from _part_conflicts(figure)


def _part_conflicts(figure: Figure) -> Iterator[Conflict]:
    """Lines that count the whole alike and a part of it apart: "12, including three children", "including five".

    Attackers are no such part: which of the dead they are is worked out, not told.
    """
    for part in figure.parts:
        told = [value for value in part.values if not value.derived and not value.members]
        note = _first_difference(_standing(told, toll=figure.role in TOLLS), (), toll=figure.role in TOLLS)
        if note and part.population != ATTACKER:
            asked = f"How many of those {figure.role} were {plural(part.population)}?"
            spans = (value.quantity.span for value in told)
            yield Conflict("", ConflictKind.QUANTITY, cite(asked, spans), _sides(told), note)


def _first_difference(by_line: Mapping[str, Sequence[FigureValue]], parts: Sequence[FigurePart], *, toll: bool) -> str:
    """What to say of the first two lines all of whose values differ; '' if every two lines have a value in common."""
    for one, other in itertools.combinations(sorted(by_line), 2):
        notes = [_differ(a, b, parts, toll=toll) for a in by_line[one] for b in by_line[other]]
        if notes and all(notes):
            return notes[0]
    return ""


def _standing(values: Sequence[FigureValue], *, toll: bool) -> dict[str, list[FigureValue]]:
    """What each line says in the end: all its firm values, or of a toll only those that it has not updated since."""
    by_line: dict[str, list[FigureValue]] = defaultdict(list)
    for value in values:
        if not value.weak and not value.overtaken:
            by_line[value.line].append(value)
    if not toll:
        return by_line
    return {
        line: [one for one in said if not any(is_later(other.as_of, one.as_of) for other in said)]
        for line, said in by_line.items()
    }


def _how_many(figure: Figure) -> str:
    """“How many guards were injured?”, “How many boats were used?”, “How many attackers?”."""
    counted = plural(figure.population) if figure.population else "people"
    if figure.role in {*TOLLS, "used"}:
        return f"How many {counted} were {figure.role}?"
    return f"How many {figure.role}?"


def _differ(one: FigureValue, other: FigureValue, parts: Sequence[FigurePart], *, toll: bool) -> str:
    """How two values differ; '' if they agree, are vague alike, one updates the other, or one counts a part.

    Tolls rise during a day, so "at least 10" and a later 12 are an update; the number of boats does not.
    """
    low, high = sorted((one, other), key=lambda value: (value.quantity.low, value.quantity.high))
    if (toll and is_later(high.as_of, low.as_of)) or told_apart(low, high, parts):
        return ""
    if intervals_apart(low.quantity, high.quantity):
        return f"the values exclude each other{_reconciled(low, high, toll=toll)}"
    return "" if toll else plain_bound(low.quantity, high.quantity)


def _reconciled(low: FigureValue, high: FigureValue, *, toll: bool) -> str:
    """What might still let both hold, in words that follow the finding; '' if nothing is seen."""
    one, other = (value.quantity.unit for value in (low, high))
    people = all(may_be_people(unit) and unit not in FIGURE_NOUNS for unit in (one, other))
    if one and other and people and noun_fit(one, other) is not Fit.SAME:
        return f"; the one counts {plural(one)}, the other {plural(other)}"
    if toll and not is_later(low.as_of, high.as_of):
        return "; such numbers rise, and it is not known which report is later"
    return "; the later report gives the lower number" if toll else ""


def _sides(told: Sequence[FigureValue]) -> tuple[Side, ...]:
    """The values, equal ones together, the best supported first and weak ones last."""
    groups: dict[Hashable, list[FigureValue]] = defaultdict(list)
    for value in told:
        groups[shown(value.quantity), value.weak or value.overtaken].append(value)
    sides = [
        Side(
            value=shown(values[0].quantity),
            spans=tuple(sorted(value.quantity.span for value in values)),
            articles=tuple(sorted({value.article for value in values})),
            lines=tuple(sorted({value.line for value in values})),
            attribution=max((value.attribution for value in values), key=len),
            weak=values[0].weak or values[0].overtaken,
        )
        for values in groups.values()
    ]
    return tuple(sorted(sides, key=lambda side: (bool(side.weak), -len(side.lines), side.spans)))
