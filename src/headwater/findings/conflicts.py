"""Conflicts: where independent lines differ about the same thing. A difference along a copy edge never is one.

The order of the questions is DESIGN's: are the values comparable at all; is the later one an update; only then, do they
conflict. Two lines conflict if none of what the one says can stand with any of what the other says: where a line's own
articles differ among themselves, that is an alteration, and the value they share with another line decides.
"""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from typing import Final, TypeVar

import msgspec

from headwater.evidence import cite, quoted_words
from headwater.origins import Origins
from headwater.text.dates import NARROWED, are_apart
from headwater.text.events import EFFECTS
from headwater.text.instants import is_later
from headwater.text.plurals import plural
from headwater.types import (
    Article,
    Certainty,
    Cited,
    Claim,
    Conflict,
    ConflictKind,
    Date,
    Figure,
    FigureValue,
    Granularity,
    Quantity,
    Side,
    Statement,
)

__all__ = ["find_conflicts"]

_TOLLS: Final = frozenset(EFFECTS.values())
_PARTS: Final = frozenset({"agent", "patient", "what"})  # roles by which two claims are known for one event
_TOLERANCE: Final = 0.1  # "about 50" and 54 do not conflict
_DAYS: Final = frozenset({Granularity.DAY, Granularity.PART, Granularity.HOUR, Granularity.MOMENT})

T = TypeVar("T")


def find_conflicts(
    statements: Sequence[Statement],
    claims: Mapping[str, Claim],
    figures: Sequence[Figure],
    articles: Mapping[str, Article],
    origins: Origins,
) -> tuple[Conflict, ...]:
    """The conflicts of a story: numbers first, then dates and plain denials; ids `k1`, `k2`, ..."""
    found = [
        *_figure_conflicts(figures),
        *_date_conflicts(statements, claims, articles, origins),
        *_polarity_conflicts(statements, claims, articles, origins),
    ]
    return tuple(msgspec.structs.replace(one, id=f"k{number}") for number, one in enumerate(found, 1))


def _first_difference(by_line: Mapping[str, Sequence[T]], differ: Callable[[T, T], str]) -> str:
    """What to say of the first two lines all of whose values differ; '' if every two lines have a value in common."""
    for one, other in itertools.combinations(sorted(by_line), 2):
        notes = [differ(a, b) for a in by_line[one] for b in by_line[other]]
        if notes and all(notes):
            return notes[0]
    return ""


# --- numbers --------------------------------------------------------------------------------------------------


def _figure_conflicts(figures: Sequence[Figure]) -> Iterator[Conflict]:
    for figure in figures:
        toll = figure.role in _TOLLS
        by_line = _standing(figure.values, toll=toll)
        note = _first_difference(by_line, lambda one, other, toll=toll: _differ(one, other, toll=toll))  # type: ignore[misc]
        if note:
            question = cite(_how_many(figure), figure.label.spans)
            yield Conflict("", ConflictKind.QUANTITY, question, _number_sides(figure), note)


def _standing(values: Sequence[FigureValue], *, toll: bool) -> dict[str, list[FigureValue]]:
    """What each line says in the end: all its firm values, or of a toll only those that it has not updated since."""
    by_line: dict[str, list[FigureValue]] = defaultdict(list)
    for value in values:
        if not value.weak:
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
    if figure.role in {*_TOLLS, "used"}:
        return f"How many {counted} were {figure.role}?"
    return f"How many {figure.role}?"


def _differ(one: FigureValue, other: FigureValue, *, toll: bool) -> str:
    """How two values differ; '' if they agree, are vague alike, or one updates the other.

    Tolls rise during a day, so "at least 10" and a later 12 are an update; the number of boats does not.
    """
    low, high = sorted((one, other), key=lambda value: (value.quantity.low, value.quantity.high))
    if toll and is_later(high.as_of, low.as_of):
        return ""
    if _apart(low.quantity, high.quantity):
        return "the values exclude each other"
    return "" if toll else _plain_bound(low.quantity, high.quantity)


def _apart(low: Quantity, high: Quantity) -> bool:
    """Intervals without a common value, roundings allowed for."""
    slack = _TOLERANCE * low.high if "about" in {low.modifier, high.modifier} else 0
    return low.high + slack < high.low


def _plain_bound(low: Quantity, high: Quantity) -> str:
    """“At least two” against “three”: no contradiction in logic, but the newsrooms were told different numbers."""
    if low.modifier != "at least" or high.modifier or low.stated is None or high.stated is None:
        return ""
    if low.stated >= high.stated:
        return ""
    return f"“at least {low.stated:g}” would allow {high.stated:g}; the lines state different numbers"


def _number_sides(figure: Figure) -> tuple[Side, ...]:
    """The values of a figure, equal ones together, the best supported first and weak ones last."""
    groups: dict[Hashable, list[FigureValue]] = defaultdict(list)
    for value in figure.values:
        groups[_shown(value.quantity), value.weak].append(value)
    sides = [
        Side(
            value=_shown(values[0].quantity),
            spans=tuple(sorted(value.quantity.span for value in values)),
            articles=tuple(sorted({value.article for value in values})),
            lines=tuple(sorted({value.line for value in values})),
            attribution=max((value.attribution for value in values), key=len),
            weak=values[0].weak,
        )
        for values in groups.values()
    ]
    return tuple(sorted(sides, key=lambda side: (bool(side.weak), -len(side.lines), side.spans)))


def _shown(quantity: Quantity) -> str:
    """The value in plain words: "3", "at least 2", "24 to 99"."""
    if quantity.stated is not None:
        return f"{quantity.modifier} {quantity.stated:g}".strip()
    return f"{quantity.low:g} to {quantity.high:g}"


# --- dates and denials ----------------------------------------------------------------------------------------


def _date_conflicts(
    statements: Sequence[Statement], claims: Mapping[str, Claim], articles: Mapping[str, Article], origins: Origins
) -> Iterator[Conflict]:
    """One event said to have happened on different days, months or years by different lines."""
    for statement in statements:
        dates = {claim: date for claim in statement.claims if (date := _only_date(claims[claim])) is not None}
        by_line: dict[str, list[Date]] = defaultdict(list)
        groups: dict[str, list[Claim]] = defaultdict(list)
        for claim, date in dates.items():
            by_line[origins.line(claims[claim].span)].append(date)
            groups[_shown_date(date)].append(claims[claim])
        note = _first_difference(by_line, _exclude)
        if note:
            sides = tuple(_claims_side(value, group, origins) for value, group in sorted(groups.items()))
            dated = [claim for group in groups.values() for claim in group]
            question = _question("When", claims[statement.shown], dated, articles)
            yield Conflict("", ConflictKind.DATE, question, sides, note)


def _shown_date(date: Date) -> str:
    """The value, and which part of it is meant: "2019 (end)"."""
    return f"{date.value} ({date.modifier})" if date.modifier in NARROWED else date.value


def _only_date(claim: Claim) -> Date | None:
    """The claim's one date: with several, which dates the event is a guess."""
    dates = [date for date in claim.when if date.kind in {"DATE", "TIME"} and date.first]
    return dates[0] if len(dates) == 1 else None


def _exclude(one: Date, other: Date) -> str:
    alike = one.granularity == other.granularity or {one.granularity, other.granularity} <= _DAYS
    narrowed = not NARROWED.isdisjoint((one.modifier, other.modifier))  # "late 2019" against "March 2019"
    return "the dates exclude each other" if (alike or narrowed) and are_apart(one, other) else ""


def _polarity_conflicts(
    statements: Sequence[Statement], claims: Mapping[str, Claim], articles: Mapping[str, Article], origins: Origins
) -> Iterator[Conflict]:
    """One line asserts what another denies."""
    for statement in statements:
        firm = [claims[claim] for claim in statement.claims if claims[claim].certainty is Certainty.CERTAIN]
        by_line: dict[str, list[Claim]] = defaultdict(list)
        for claim in firm:
            by_line[origins.line(claim.span)].append(claim)
        note = _first_difference(by_line, _contradict)
        if note:
            yes, no = ([claim for claim in firm if claim.negated is negated] for negated in (False, True))
            asked = min(yes, key=lambda claim: (claim.id != statement.shown, claim.id))
            question = _question("Is it so", asked, [*yes, *no], articles)
            sides = (_claims_side("yes", yes, origins), _claims_side("no", no, origins))
            yield Conflict("", ConflictKind.POLARITY, question, sides, note)


def _contradict(one: Claim, other: Claim) -> str:
    """Opposite polarity of the same event with a part in common: likeness alone does not make a denial."""
    same_event = one.event_class != "" and one.event_class == other.event_class
    if one.negated == other.negated or not same_event or one.nominal or other.nominal:
        return ""
    return "one line asserts what another denies" if _share_a_part(one, other) else ""


def _share_a_part(one: Claim, other: Claim) -> bool:
    """The same agent, patient or predicate noun; and no two agents known by different names."""
    parts = [
        {(role.name, role.entity or role.lemma) for role in claim.roles if role.name in _PARTS}
        for claim in (one, other)
    ]
    agents = {role.entity for claim in (one, other) for role in claim.roles if role.name == "agent" and role.entity}
    return bool(parts[0] & parts[1]) and len(agents) < 2


def _question(word: str, shown: Claim, claims: Sequence[Claim], articles: Mapping[str, Article]) -> Cited:
    """The question in the words of one claim; it rests on all the claims that answer it."""
    spans = [shown.span, *(claim.span for claim in claims)]
    return cite(f"{word}: “{quoted_words(shown.span, articles)}”?", spans)


def _claims_side(value: str, claims: Sequence[Claim], origins: Origins) -> Side:
    return Side(
        value=value,
        spans=tuple(sorted(claim.span for claim in claims)),
        articles=tuple(sorted({claim.span.article for claim in claims})),
        lines=tuple(sorted({origins.line(claim.span) for claim in claims})),
        attribution=max((claim.attribution for claim in claims), key=len),
    )
