"""What parts claims that look alike: what was done, by whom, to whom, where or when excludes that of the other.

Likeness proposes, and what is found here forbids: between lines, claims that exclude each other are never one
statement, however many words they share (a cannot-link, Wagstaff and Cardie 2000). The comparators are those of
`relations`. Numbers that differ part nothing: that is what conflicts are. Nor does what is only told by one, but for a
count of the means and a share, which are assertions of their own.
"""

from __future__ import annotations

import datetime
import itertools
from collections.abc import Iterator, Sequence
from enum import StrEnum
from typing import Final, NamedTuple

from headwater.relations import Context, Fit
from headwater.relations.categories import exclusive_kinds
from headwater.relations.happenings import are_opposed
from headwater.relations.parts import compare_parts, filler_fit
from headwater.relations.places import compare_places, places_of
from headwater.relations.quantities import amounts
from headwater.text.numbers.units import measure
from headwater.text.spans import tokens_in
from headwater.text.thesaurus import noun_like
from headwater.text.wordset import wordset
from headwater.types import Claim, EntityKind, Occasion, Quantity, Role, Span

__all__ = ["Parting"]

_PARTS: Final = ("agent", "patient", "what", "recipient")
_WHERE: Final = frozenset({"place", "manner"})  # "in Varnholt", "off Skarrow"
_SPOKEN: Final = (
    frozenset({"condemn", "criticise"}),
    frozenset({"accuse", "charge"}),
    frozenset({"praise", "welcome", "thank"}),
    frozenset({"apologise"}),
    frozenset({"warn", "threaten"}),
    frozenset({"promise"}),
)
"""Acts done by speaking: whoever condemns a deed has not said who did it, and whoever warns has promised nothing."""
_NAMING: Final = wordset("call name find declare")
"""Verbs that are another with a noun for what is named: to call him, and to call him a thief."""
_NAMED_AS: Final = "what"
_MEANS: Final = frozenset({"instrument", "means"})
_USED: Final = "used"  # the role of weapons as figures
_STANDING_FOR_OTHERS: Final = frozenset({EntityKind.PLACE, EntityKind.GROUP})
"""Kinds of names that part nothing: a country, its capital and its people may all stand for its government."""
_ZONES: Final = 1  # days by which one event may be dated otherwise: the local day and that of another zone
_STATIONS: Final = (
    wordset("soldier serviceman servicewoman marine sailor airman infantryman conscript"),
    wordset("policeman policewoman constable detective"),
    wordset("militant insurgent rebel gunman attacker assailant raider bandit terrorist"),
    wordset("child boy girl baby infant toddler schoolchild schoolboy schoolgirl"),
    wordset("journalist reporter photographer cameraman"),
    wordset("doctor nurse paramedic medic"),
    wordset("miner"),
)
"""People of whom one is not the other; a protester can be a student, but no soldier is a child."""
_ARMED: Final = _STATIONS[0] | _STATIONS[2]
_UNARMED: Final = wordset("civilian bystander passer-by villager") | _STATIONS[3]


class Answer(StrEnum):
    """How two claims answer one question: alike, so that both cannot hold, or without telling."""

    SAME = "same"
    APART = "apart"
    OPEN = "open"


class Parting:
    """Which groups of claims exclude each other, in the `context` of their story. What is found is kept."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._known: dict[tuple[str, str], tuple[tuple[str, Answer], ...]] = {}

    def between(self, ones: Sequence[Claim], others: Sequence[Claim]) -> str:
        """The first question on which the two groups exclude each other, '' if there is none; symmetric.

        They do where some claim of the one excludes one of the other and no two of them agree: a copy in which a name
        was altered parts no group from those who tell what its original does.
        """
        met: dict[str, set[Answer]] = {}
        for one, other in itertools.product(ones, others):
            for question, answer in self._answers(one, other):
                met.setdefault(question, set()).add(answer)
        return next((q for q in sorted(met) if Answer.APART in met[q] and Answer.SAME not in met[q]), "")

    def _answers(self, one: Claim, other: Claim) -> tuple[tuple[str, Answer], ...]:
        first, second = (one, other) if one.id < other.id else (other, one)
        key = (first.id, second.id)
        if key not in self._known:
            self._known[key] = tuple(_compared(first, second, self._context))
        return self._known[key]


def _compared(one: Claim, other: Claim, context: Context) -> Iterator[tuple[str, Answer]]:
    yield "event", Answer.APART if _other_event(one, other) else Answer.OPEN
    yield "days", _days(one.occasion, other.occasion)
    yield "place", _places(one, other, context)
    exchanged = any(found.name == "roles" for found in compare_parts(one, other, context))
    yield "roles", Answer.APART if exchanged else Answer.OPEN
    yield "count", Answer.SAME if _measured(one, context) == _measured(other, context) else Answer.APART
    for name in _PARTS:
        yield name, _part(one, other, name, context)


def _other_event(one: Claim, other: Claim) -> bool:
    """Whether the event words are opposites, two spoken acts, or one verb that names in the one claim alone."""
    if one.negated == other.negated and are_opposed(one, other):
        return True
    spoken = [next((n for n, acts in enumerate(_SPOKEN) if claim.event_class in acts), None) for claim in (one, other)]
    if None not in spoken and spoken[0] != spoken[1]:
        return True
    names = [any(role.name == _NAMED_AS for role in claim.roles) for claim in (one, other)]
    return one.event == other.event and one.event in _NAMING and names[0] != names[1]


def _measured(claim: Claim, context: Context) -> tuple[bool, bool]:
    """Whether it says with how many of what, and how large a share.

    "Hit by three rockets" says more than that there was rocket fire, "lost a third of its seats" than that it lost.
    """
    means = any(amount.part in _MEANS or amount.role == _USED for amount in amounts(claim, context))
    return means, any(_is_share(quantity) for quantity in claim.quantities)


def _is_share(quantity: Quantity) -> bool:
    """Whether it is a part of a whole: two thirds of the seats and 66 percent are, half a mile is not."""
    return quantity.unit == "percent" or (0 < quantity.low < 1 and not measure(quantity.unit))


def _answer(fit: Fit) -> Answer:
    return {Fit.SAME: Answer.SAME, Fit.APART: Answer.APART}.get(fit, Answer.OPEN)


def _days(one: Occasion | None, other: Occasion | None) -> Answer:
    """By the days that their own clauses name, the days of other zones allowed for."""
    if one is None or other is None or not (one.own and other.own):
        return Answer.OPEN
    if (one.first, one.last) == (other.first, other.last):
        return Answer.SAME
    return Answer.APART if _gap(one, other) > _ZONES or _gap(other, one) > _ZONES else Answer.OPEN


def _gap(earlier: Occasion, later: Occasion) -> int:
    """Days from the last day of the one to the first of the other; negative where they meet."""
    return (datetime.date.fromisoformat(later.first) - datetime.date.fromisoformat(earlier.last)).days


def _places(one: Claim, other: Claim, context: Context) -> Answer:
    """By the map; of names that it lacks, those that no line gives together are two."""
    found = [each for each in compare_places(one, other, context) if each.left and each.right]
    if found:
        return _answer(found[0].fit)
    mine, theirs = _unmapped(one, context), _unmapped(other, context)
    if not mine or not theirs:
        return Answer.OPEN
    if mine & theirs:
        return Answer.SAME
    lines = (line for document in context.documents.values() for line in document.article.text.splitlines())
    together = any(any(a in line for a in mine) and any(b in line for b in theirs) for line in lines)
    return Answer.OPEN if together else Answer.APART


def _unmapped(claim: Claim, context: Context) -> frozenset[str]:
    """The words of names where the claim says that it happened; none if the map has one of them."""
    if any(place.country for place in places_of(claim, context)):
        return frozenset()
    names = (_name(role, context) for role in claim.roles if role.name in _WHERE)
    return frozenset(word for name in names if name is not None for word in name.words)


def _part(one: Claim, other: Claim, name: str, context: Context) -> Answer:
    """How the two fill a role: apart only if everything that the one gives excludes everything that the other gives."""
    here, there = ([role for role in claim.roles if role.name == name] for claim in (one, other))
    answers = {_filled(a, b, context) for a, b in itertools.product(here, there)}
    if Answer.SAME in answers:
        return Answer.SAME
    return Answer.APART if answers == {Answer.APART} else Answer.OPEN


def _filled(one: Role, other: Role, context: Context) -> Answer:
    fit = filler_fit(one, other, context)
    if fit in {Fit.SAME, Fit.NARROWER, Fit.WIDER, Fit.BOTH}:
        return _answer(fit)
    mine, theirs = _name(one, context), _name(other, context)
    if mine is not None and theirs is not None:
        return Answer.APART if _are_two(mine, theirs) else Answer.OPEN
    nouns = not any((mine, theirs, one.entity, other.entity))
    return Answer.APART if nouns and _exclude(one.lemma, other.lemma) else Answer.OPEN


class _Name(NamedTuple):
    """The words of a name, of what kind it is if that is known, and whether it stands without an article."""

    words: frozenset[str]
    kind: EntityKind | None
    bare: bool


def _name(role: Role, context: Context) -> _Name | None:
    """The name that fills a role, None if its head is no name; "the Prime Minister" is none, however it is spelt."""
    document = context.documents[role.span.article]
    tokens = [document.tokens[index] for index in tokens_in(document.tokens, role.span)]
    proper = [token for token in tokens if token.pos == "PROPN"]
    if not proper or (noun_like(role.lemma) and not role.entity):
        return None
    if not role.entity and all(token.lemma.lower() != role.lemma for token in proper):
        return None
    known = (entity for _, entity in context.entities.mentions(role.span) if entity.id == role.entity)
    words = frozenset(context.words(Span(role.span.article, token.start, token.end)) for token in proper)
    return _Name(words, next((entity.kind for entity in known), None), tokens[0].pos != "DET")


def _are_two(one: _Name, other: _Name) -> bool:
    """Whether two names are of two people, or of two bodies: no word in common, and neither may stand for the other.

    A tagger takes many a person for a body: of a person and something else, names of two words without article part.
    """
    kinds = {one.kind, other.kind}
    if one.words & other.words or not kinds.isdisjoint(_STANDING_FOR_OTHERS):
        return False
    if len(kinds) == 1 and None not in kinds:
        return True
    return all(name.kind is EntityKind.PERSON or (name.bare and len(name.words) > 1) for name in (one, other))


def _exclude(one: str, other: str) -> bool:
    """Whether two nouns cannot be said of one thing or person."""
    if exclusive_kinds(one, other):
        return True
    stations = ([n for n, words in enumerate(_STATIONS) if noun in words] for noun in (one, other))
    mine, theirs = stations
    of_two = bool(mine and theirs) and mine != theirs
    return of_two or (one in _ARMED and other in _UNARMED) or (other in _ARMED and one in _UNARMED)
