"""Numbers of two claims: first whether they count the same, then whether their intervals can both hold.

Two numbers count the same if they play one part in the event (killed is not killed and wounded), of populations that
can be one, in one unit and rate, and neither is told as a share or a part of the other. Roundings ("about", "a dozen")
are in the intervals or allowed a tenth; tolls only grow, so that a later, higher one is an update.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from headwater.relations.context import Compared, Context, Fit
from headwater.relations.nouns import noun_fit
from headwater.text.counted import NEAR, figure_role
from headwater.text.events import EFFECTS, FIGURE_NOUNS
from headwater.text.instants import is_later
from headwater.text.spans import holds
from headwater.types import Claim, ConflictKind, Quantity

__all__ = ["TOLLS", "Amount", "amounts", "compare_quantities", "intervals_apart", "plain_bound", "shown"]

TOLLS: Final = frozenset({*EFFECTS.values(), "casualties"})
"""Roles of numbers that only grow while news come in."""
_TOLERANCE: Final = 0.1  # "about 50" and 54 do not exclude each other
_NO_AMOUNT: Final = frozenset({"ordinal", "age"})
_PART: Final = re.compile(r"\bincluding(?:\s+at\s+least|\s+about)?\s*$", re.IGNORECASE)
_OF_THEM: Final = re.compile(r"^\s+of\s+(?:whom|them|those|these|which)\b", re.IGNORECASE)
_CHANGE: Final = re.compile(r"\b(?P<way>by|from)\s+$", re.IGNORECASE)


class Amount(NamedTuple):
    """A number of a claim: its role as a figure ("killed", "used"), '' if it has none, and the part it stands in."""

    quantity: Quantity
    role: str
    part: str  # "agent", "patient", ... of the claim
    population: str  # lemma of what is counted, '' if not said
    scope: str  # "", "part" of those counted elsewhere, "change" by which a number rose, "base" from which it did


def amounts(claim: Claim, context: Context) -> tuple[Amount, ...]:
    """The numbers that the claim itself gives to count or measure something, in order; ages and ordinals are none.

    What stands in a clause of its own inside the claim is not the claim's, nor is the whole of which it tells a part
    ("73 of the 329 seats" gives 73).
    """
    return tuple(_amounts(claim, context))


def _amounts(claim: Claim, context: Context) -> Iterator[Amount]:
    document = context.documents[claim.span.article]
    wholes = {quantity.of for quantity in claim.quantities} - {None}
    for quantity in claim.quantities:
        if quantity.modifier in _NO_AMOUNT or quantity.stated in wholes:
            continue
        role = figure_role(claim, quantity, document)
        part = next((role.name for role in claim.roles if holds(role.span, quantity.span)), "")
        if role or part:
            population = "" if quantity.unit in FIGURE_NOUNS else quantity.unit
            yield Amount(quantity, role, part, population, _scope(claim, quantity, context))


def _scope(claim: Claim, quantity: Quantity, context: Context) -> str:
    text = context.documents[claim.span.article].article.text
    before, after = text[max(0, quantity.span.start - NEAR) : quantity.span.start], text[quantity.span.end :][:NEAR]
    if _PART.search(before) or _OF_THEM.match(after):
        return "part"
    changed = _CHANGE.search(before)
    return {"by": "change", "from": "base"}[changed["way"].lower()] if changed and not quantity.per else ""


def compare_quantities(one: Claim, other: Claim, context: Context) -> tuple[Compared, ...]:
    """What is found of each number of `one` against the number of `other` that counts the same, the best if several.

    Rates over two times, and a share against a count, can both hold; a number that only one claim gives makes it say
    more.
    """
    here, there = amounts(one, context), amounts(other, context)
    found = [_best(mine, there, one, other, context) for mine in here]
    met = tuple(each for each in found if each is not None)
    if not met and bool(here) != bool(there):
        return (_one_sided(here, there),)
    return met


def _best(mine: Amount, there: Sequence[Amount], one: Claim, other: Claim, context: Context) -> Compared | None:
    fits = [_compared(mine, theirs, one, other, context) for theirs in there if _same_count(mine, theirs)]
    if fits:
        return min(fits, key=lambda fit: (fit.fit is Fit.APART, fit.fit is Fit.LATER, fit.right))
    alike = [theirs for theirs in there if _same_people(mine, theirs) and _measure(mine) != _measure(theirs)]
    if not alike:
        return None
    told = f"{shown(mine.quantity)} and {shown(alike[0].quantity)} are told by two measures"
    return Compared("number", Fit.BOTH, told, mine.quantity.span, alike[0].quantity.span)


def _one_sided(here: Sequence[Amount], there: Sequence[Amount]) -> Compared:
    fit, told = (Fit.NARROWER, here[0]) if here else (Fit.WIDER, there[0])
    left, right = (told.quantity.span, None) if here else (None, told.quantity.span)
    return Compared("number", fit, "only one of them gives a number", left, right)


def _same_count(one: Amount, other: Amount) -> bool:
    """One scope and measure, one role, populations of which one can be the other."""
    return one.scope == other.scope and _measure(one) == _measure(other) and _same_people(one, other)


def _measure(amount: Amount) -> tuple[str, bool]:
    """Plain counts, shares and rates are measured by different things."""
    return amount.quantity.per, amount.quantity.unit == "percent"


def _same_people(one: Amount, other: Amount) -> bool:
    """One role and populations of which one can be the other; a share says only of whom it is one."""
    if one.role != other.role or (not one.role and one.part != other.part):
        return False
    if "percent" in {one.quantity.unit, other.quantity.unit}:
        return True
    if not one.population or not other.population:
        return one.population == other.population or bool(one.role)
    return noun_fit(one.population, other.population) in {Fit.SAME, Fit.NARROWER, Fit.WIDER}


def _compared(mine: Amount, theirs: Amount, one: Claim, other: Claim, context: Context) -> Compared:
    fit, note = _fit(mine, theirs, context.published(one), context.published(other))
    if fit is not Fit.APART:
        fit = _with_population(fit, mine, theirs)
    told = f"{shown(mine.quantity)} and {shown(theirs.quantity)}" + (f": {note}" if note else "")
    return Compared("number", fit, told, mine.quantity.span, theirs.quantity.span, ConflictKind.QUANTITY)


def _fit(one: Amount, other: Amount, here: str, there: str) -> tuple[Fit, str]:
    """How the intervals stand to each other, and why; `here` and `there` are the times of the reports."""
    a, b = one.quantity, other.quantity
    if intervals_apart(a, b):
        low, high = ((a, here), (b, there)) if a.low < b.low else ((b, there), (a, here))
        if one.role in TOLLS and is_later(high[1], low[1]):
            return Fit.LATER, "the later report puts it higher, and such numbers grow as news come in"
        return Fit.APART, _reconciled(one, other)
    if (a.low, a.high) == (b.low, b.high):
        return Fit.SAME, ""
    if b.low <= a.low and a.high <= b.high:
        return Fit.NARROWER, "the one allows the other"
    return (Fit.WIDER if a.low <= b.low and b.high <= a.high else Fit.BOTH), "the one allows the other"


def _reconciled(one: Amount, other: Amount) -> str:
    """How two numbers that exclude each other might still both be right."""
    if one.role in TOLLS:
        return "they would agree if one counts others too (attackers, the wounded, those found later)"
    return "the values exclude each other"


def _with_population(fit: Fit, one: Amount, other: Amount) -> Fit:
    """The fit with who is counted in it: two guards are more specific than two people."""
    who = noun_fit(one.population, other.population) if one.population and other.population else Fit.SAME
    if who is Fit.SAME or fit is who:
        return fit
    return who if fit is Fit.SAME else Fit.BOTH


def intervals_apart(one: Quantity, other: Quantity) -> bool:
    """Intervals without a common value, roundings allowed for."""
    low, high = sorted((one, other), key=lambda quantity: (quantity.low, quantity.high))
    slack = _TOLERANCE * low.high if "about" in {low.modifier, high.modifier} else 0
    return low.high + slack < high.low


def plain_bound(one: Quantity, other: Quantity) -> str:
    """“At least two” against “three”: no contradiction in logic, but two different numbers were told; '' if neither."""
    low, high = sorted((one, other), key=lambda quantity: (quantity.low, quantity.high))
    if low.modifier != "at least" or high.modifier or low.stated is None or high.stated is None:
        return ""
    if low.stated >= high.stated:
        return ""
    return f"“at least {_figures(low.stated)}” would allow {_figures(high.stated)}; the lines state different numbers"


def shown(quantity: Quantity) -> str:
    """The value in plain words: "3", "at least 2", "24 to 99", "20,000 or more"."""
    if quantity.stated is not None:
        return f"{quantity.modifier} {_figures(quantity.stated)}".strip()
    if math.isinf(quantity.high):
        return f"{_figures(quantity.low)} or more"
    return f"{_figures(quantity.low)} to {_figures(quantity.high)}"


def _figures(number: float) -> str:
    """A number as a reader writes it: "1,200", "2.5"."""
    return f"{number:,.0f}" if number == round(number) else f"{number:,g}"
