"""Conflicts: where independent lines differ about the same thing. A difference along a copy edge never is one.

The order of the questions is DESIGN's: are the values comparable at all; is the later one an update; only then, do they
conflict. Tolls rise during a day, so "at least 10" and a later 12 are an update; the number of boats does not.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from headwater.evidence import cite
from headwater.origins import Origins
from headwater.text.events import EFFECTS
from headwater.types import (
    Claim,
    Conflict,
    ConflictKind,
    Date,
    Document,
    Figure,
    FigureValue,
    Quantity,
    Side,
    Statement,
)

__all__ = ["find_conflicts"]

_TOLLS = frozenset(EFFECTS.values())
_TOLERANCE = 0.1  # "about 50" and 54 do not conflict


def find_conflicts(
    statements: Sequence[Statement],
    claims: Mapping[str, Claim],
    figures: Sequence[Figure],
    documents: Sequence[Document],
    origins: Origins,
) -> tuple[Conflict, ...]:
    """The conflicts of a story: numbers first, then dates and plain denials; ids `k1`, `k2`, ..."""
    found = [
        *_figure_conflicts(figures),
        *_date_conflicts(statements, claims, origins),
        *_polarity_conflicts(statements, claims, origins),
    ]
    return tuple(
        Conflict(f"k{number}", one.kind, one.question, one.sides, one.note) for number, one in enumerate(found, 1)
    )


# --- numbers --------------------------------------------------------------------------------------------------


def _figure_conflicts(figures: Sequence[Figure]) -> Iterator[Conflict]:
    for figure in figures:
        sides = _sides(figure)
        strong = [side for side in sides if not side.weak]
        note = _disagreement(figure)
        if note is not None and len(strong) >= 2:
            question = cite(f"How many {figure.label.text}?", figure.label.spans)
            yield Conflict("", ConflictKind.QUANTITY, question, sides, note)


def _disagreement(figure: Figure) -> str | None:
    """What to say of the first two values of different lines that differ; None if all agree or are updates."""
    values = figure.values
    toll = figure.role in _TOLLS
    for place, one in enumerate(values):
        for other in values[place + 1 :]:
            if one.line != other.line and one.weak == other.weak == "":
                note = _differ(one, other, toll=toll)
                if note is not None:
                    return note
    return None


def _differ(one: FigureValue, other: FigureValue, *, toll: bool) -> str | None:
    """How two values of different lines differ, or None if they agree, are vague alike, or one updates the other."""
    low, high = sorted((one, other), key=lambda value: (value.quantity.low, value.quantity.high))
    if toll and low.as_of < high.as_of:
        return None  # a toll that rose
    if _apart(low.quantity, high.quantity):
        return "the values exclude each other"
    if toll or not _plain_bound(low.quantity, high.quantity):
        return None
    bound = f"“{low.quantity.modifier} {low.quantity.stated:g}” would allow {high.quantity.stated:g}"
    return f"{bound}; the lines state different numbers"


def _apart(low: Quantity, high: Quantity) -> bool:
    """Intervals without a common value, roundings allowed for."""
    slack = _TOLERANCE * low.high if "about" in {low.modifier, high.modifier} else 0
    return low.high + slack < high.low


def _plain_bound(low: Quantity, high: Quantity) -> bool:
    """“At least two” against “three”: no contradiction in logic, but the newsrooms were told different numbers."""
    bound = low.modifier == "at least" and high.modifier == ""
    return bound and low.stated is not None and high.stated is not None and low.stated < high.stated


def _sides(figure: Figure) -> tuple[Side, ...]:
    """The values of a figure, equal ones together, the best supported first."""
    groups: dict[tuple[str, str], list[FigureValue]] = defaultdict(list)
    for value in figure.values:
        groups[_shown(value.quantity), value.weak].append(value)
    sides = [
        Side(
            value=shown,
            spans=tuple(sorted(value.quantity.span for value in values)),
            articles=tuple(sorted({value.article for value in values})),
            lines=tuple(sorted({value.line for value in values})),
            attribution=max((value.attribution for value in values), key=len),
            weak=weak,
        )
        for (shown, weak), values in groups.items()
    ]
    return tuple(sorted(sides, key=lambda side: (bool(side.weak), -len(side.lines), side.spans)))


def _shown(quantity: Quantity) -> str:
    """The value in plain words: "3", "at least 2", "24 to 99"."""
    if quantity.stated is not None:
        return f"{quantity.modifier} {quantity.stated:g}".strip()
    return f"{quantity.low:g} to {quantity.high:g}"


# --- dates and denials ----------------------------------------------------------------------------------------


def _date_conflicts(
    statements: Sequence[Statement], claims: Mapping[str, Claim], origins: Origins
) -> Iterator[Conflict]:
    """One event said to have happened on different days by different lines."""
    for statement in statements:
        dated = [(claims[one], date) for one in statement.claims for date in _own_day(claims[one])]
        apart = [
            (one, other)
            for place, one in enumerate(dated)
            for other in dated[place + 1 :]
            if _line(one, origins) != _line(other, origins) and _exclude(one[1], other[1])
        ]
        if apart:
            spans = [claims[one].span for one in statement.claims]
            question = cite("When did it happen?", spans)
            yield Conflict("", ConflictKind.DATE, question, _date_sides(dated, origins), "the days exclude each other")


def _own_day(claim: Claim) -> tuple[Date, ...]:
    """The claim's one date, if it is a day: with several, which dates the event is a guess."""
    days = tuple(
        date for date in claim.when if date.kind in {"DATE", "TIME"} and date.first and date.first == date.last
    )
    return days if len(days) == 1 else ()


def _line(dated: tuple[Claim, Date], origins: Origins) -> str:
    return origins.line(dated[0].span)


def _exclude(one: Date, other: Date) -> bool:
    return str(one.last) < str(other.first) or str(other.last) < str(one.first)


def _date_sides(dated: Sequence[tuple[Claim, Date]], origins: Origins) -> tuple[Side, ...]:
    groups: dict[str, list[tuple[Claim, Date]]] = defaultdict(list)
    for claim, date in dated:
        groups[str(date.first)].append((claim, date))
    return tuple(
        Side(
            value=day,
            spans=tuple(sorted(date.span for _, date in group)),
            articles=tuple(sorted({claim.span.article for claim, _ in group})),
            lines=tuple(sorted({origins.line(claim.span) for claim, _ in group})),
            attribution=max((claim.attribution for claim, _ in group), key=len),
        )
        for day, group in sorted(groups.items())
    )


def _polarity_conflicts(
    statements: Sequence[Statement], claims: Mapping[str, Claim], origins: Origins
) -> Iterator[Conflict]:
    """One line asserts what another denies."""
    for statement in statements:
        members = [claims[one] for one in statement.claims]
        asserting = [claim for claim in members if not claim.negated]
        denying = [claim for claim in members if claim.negated]
        lines = [{origins.line(claim.span) for claim in side} for side in (asserting, denying)]
        if asserting and denying and not lines[0] & lines[1]:
            question = cite("Did it happen or not?", (claim.span for claim in members))
            sides = (_claim_side("asserted", asserting, origins), _claim_side("denied", denying, origins))
            yield Conflict("", ConflictKind.POLARITY, question, sides, "one line asserts what the other denies")


def _claim_side(value: str, claims: Sequence[Claim], origins: Origins) -> Side:
    return Side(
        value=value,
        spans=tuple(sorted(claim.span for claim in claims)),
        articles=tuple(sorted({claim.span.article for claim in claims})),
        lines=tuple(sorted({origins.line(claim.span) for claim in claims})),
        attribution=max((claim.attribution for claim in claims), key=len),
    )
