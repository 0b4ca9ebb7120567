"""Which event a story is about: of the happenings that it tells, the one with most lines and weight behind it.

A deed and what it did to people are told apart ("the raid", "killed four") and are one event for a record. So the
happening whose class can report the same event as others, and for which these speak, takes them in.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Final

from msgspec import Struct

from headwater.origins import Origins
from headwater.record.deeds import is_fragment, tells_a_deed
from headwater.text.events import classes_of, comparable
from headwater.text.instants import day_number
from headwater.text.wordset import wordset
from headwater.types import Claim, ClaimKind, Document, Happening, Occasion, Statement

__all__ = ["MainEvent", "main_event"]

_WORDS: Final = wordset("""
    say write announce confirm deny accuse condemn criticise praise welcome thank apologise mourn call-for warn promise
    plan propose expect support oppose honour discuss respond threaten
""")
"""Classes of what people say about events: the record's event only where nothing else is told."""
_AFTER: Final = wordset(
    "arrest detain charge sue try convict sentence acquit investigate identify search find hospitalise"
)
"""Classes of what follows a deed: it is the event only if no deed is told by as many lines."""
_HARM: Final = frozenset({"kill", "die", "injure", "shoot", "execute", "damage", "destroy"})
_DEEDS: Final = wordset(
    "attack bomb shell explode shoot open-fire raid clash riot assault crash collapse burn flood storm "
    "earthquake hit target"
)
"""Deeds and disasters that harm: their harm is part of their record."""
_SETTINGS: Final = frozenset({"agent", "place", "manner"})
_BARE: Final = frozenset({"hit", "target", "leave", "arrive", "find"})  # what much else is told with
_DAYS_APART: Final = 1
_FOLLOWS: Final = 0.5  # weight of what follows a deed, against the deed's own
_SLIGHT: Final = 0.2
_SPOKEN: Final = 0.1
_SERVED: Final = 0.3  # weight of what others tell of the same kind of event


class MainEvent(Struct, frozen=True):
    """The event of a story: the claims that tell of it, those of its own happening first among them."""

    event: str
    event_class: str
    core: tuple[Claim, ...]  # of the happening itself
    claims: tuple[Claim, ...]  # with those of what it did
    shown: Claim  # of the weightiest statement
    statements: frozenset[str]

    @property
    def ids(self) -> frozenset[str]:
        """The ids of its claims."""
        return frozenset(claim.id for claim in self.claims)

    def day(self, origins: Origins) -> str:
        """The day, ISO, on which most lines place it; on a tie that of more claims, then the first; '' if none does."""
        lines: dict[str, set[str]] = defaultdict(set)
        tellings: Counter[str] = Counter()
        for claim in self.claims:
            if claim.occasion is not None and claim.occasion.first == claim.occasion.last:
                lines[claim.occasion.first].add(origins.line(claim.span))
                tellings[claim.occasion.first] += 1 + claim.occasion.own
        return min(lines, key=lambda day: (-len(lines[day]), -tellings[day], day), default="")


def main_event(
    documents: Sequence[Document],
    claims: Sequence[Claim],
    statements: Sequence[Statement],
    happenings: Sequence[Happening],
    origins: Origins,
) -> MainEvent | None:
    """The event that most lines tell of, weighed by the importance of its statements; None if no happening is told.

    Its claims are those that can tell of one deed that is done (`deeds`), unless none of them can.
    """
    by_id = {claim.id: claim for claim in claims}
    statement_of = {claim: statement for statement in statements for claim in statement.claims}
    told = {one.id: [by_id[claim] for claim in one.claims if _tells(by_id[claim])] for one in happenings}
    weights = {one.id: _weight(one, told[one.id], statement_of, origins) for one in happenings if told[one.id]}
    if not weights:
        return None
    support = {
        one.id: weights[one.id]
        + _SERVED * sum(weights.get(other.id, 0.0) for other in happenings if _serves(other, one))
        for one in happenings
        if one.id in weights
    }
    best = max(
        (one for one in happenings if one.id in weights), key=lambda one: (support[one.id], weights[one.id], one.id)
    )
    by_article = {document.article.id: document for document in documents}
    sure = {
        one: [claim for claim in held if tells_a_deed(claim, by_article[claim.span.article])]
        for one, held in told.items()
    }
    core = sure[best.id] or told[best.id]
    fragments = frozenset(claim.id for claim in core if is_fragment(claim, by_article[claim.span.article]))
    return _taken_in(best, happenings, sure | {best.id: core}, statement_of, fragments)


def _tells(claim: Claim) -> bool:
    return claim.kind is ClaimKind.EVENT and not claim.negated


def _weight(
    happening: Happening, claims: Sequence[Claim], statement_of: Mapping[str, Statement], origins: Origins
) -> float:
    """The lines that tell of it, weighed by the importance of its statements and by what kind of event it is."""
    lines = {origins.line(claim.span) for claim in claims}
    held = {
        statement_of[claim.id].id: statement_of[claim.id].importance for claim in claims if claim.id in statement_of
    }
    return _share(happening.event_class) * len(lines) * sum(held[one] for one in sorted(held))


def _share(event_class: str) -> float:
    if event_class in _WORDS | {""}:
        return _SPOKEN
    if event_class in _BARE:
        return _SLIGHT
    return _FOLLOWS if event_class in _AFTER else 1.0


def _serves(other: Happening, one: Happening) -> bool:
    """Whether the other tells what the one did, or is of a class that may report it."""
    if other.id == one.id:
        return False
    return comparable(one.event_class, other.event_class) or (one.event_class in _DEEDS and other.event_class in _HARM)


def _taken_in(
    best: Happening,
    happenings: Sequence[Happening],
    told: Mapping[str, Sequence[Claim]],
    statement_of: Mapping[str, Statement],
    fragments: AbstractSet[str],
) -> MainEvent:
    """The event with what it did; a claim that is no fragment is shown if there is one."""
    core = tuple(told[best.id])
    days = [claim.occasion for claim in core if claim.occasion is not None]
    sentences = {claim.sentence for claim in core}
    more = [
        claim
        for other in happenings
        if _is_of(other, best)
        for claim in told[other.id]
        if _may_be_then(claim.occasion, days) and (claim.sentence in sentences or _names(claim, core))
    ]
    every = tuple(sorted({claim.id: claim for claim in (*core, *more)}.values(), key=lambda claim: claim.id))
    shown = min(core, key=lambda claim: (claim.id in fragments, *_rank(claim, statement_of), claim.id))
    held = frozenset(statement_of[claim.id].id for claim in every if claim.id in statement_of)
    return MainEvent(best.event, best.event_class, core, every, shown, held)


def _is_of(other: Happening, one: Happening) -> bool:
    """Whether the other is what the one did to people and things, or may be the same told apart."""
    same = other.id != one.id and other.event_class == one.event_class
    return same or (other.event_class in _HARM and _serves(other, one))


def _names(claim: Claim, core: Sequence[Claim]) -> bool:
    """Whether the claim says in what it happened, in words of the event's own: "injured in the attack"."""
    classes = {one.event_class for one in core}
    settings = (role for role in claim.roles if role.name in _SETTINGS)
    return any(classes & classes_of(role.lemma, "NOUN") for role in settings)


def _rank(claim: Claim, statement_of: Mapping[str, Statement]) -> tuple[float, bool, bool, int]:
    """The shown claim of the weightiest statement first; clauses before nouns, short ones before long."""
    statement = statement_of.get(claim.id)
    importance = statement.importance if statement is not None else 0.0
    return (
        -importance,
        claim.nominal,
        statement is None or statement.shown != claim.id,
        claim.span.end - claim.span.start,
    )


def _may_be_then(occasion: Occasion | None, days: Sequence[Occasion]) -> bool:
    if occasion is None or not days:
        return True
    return any(_gap(occasion, day) <= _DAYS_APART for day in days)


def _gap(one: Occasion, other: Occasion) -> int:
    """Days between the two, less than nought where they overlap."""
    return day_number(max(one.first, other.first)) - day_number(min(one.last, other.last))
