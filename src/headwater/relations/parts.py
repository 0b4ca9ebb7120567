"""Who did it to whom: what fills the same role in two claims, and whether they have the roles the other way round."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from headwater.relations.avowals import avowal
from headwater.relations.context import Compared, Context, Fit
from headwater.relations.nouns import may_be_people, noun_fit
from headwater.text.events import SUBJECT_EFFECTS, comparable, event_class
from headwater.types import Claim, ConflictKind, Role

__all__ = ["PARTS", "compare_parts", "filler_fit", "is_named_otherwise"]

PARTS: Final = ("agent", "patient", "what", "recipient", "instrument")
"""Roles that make two claims speak of one thing, or of two."""
_NAME: Final = 2  # words of a name, its article counted: a lone word with a capital may begin its sentence
_ARTICLES: Final = frozenset({"The", "A", "An"})
_ORDINALS: Final = frozenset({"first", "second", "third", "fourth", "fifth", "other", "another", "last", "next"})
_SUFFERED: Final = frozenset({"agent", "patient"})
_DEEDS: Final = frozenset({"attack", "bomb", "burn", "destroy", "kidnap", "kill", "raid", "shell", "shoot", "steal"})
"""Classes of deeds that mostly one hand does; what many condemn, visit or join has many agents."""
_TOLD: Final = (Fit.SAME, Fit.NARROWER, Fit.WIDER, Fit.BOTH)


def compare_parts(one: Claim, other: Claim, context: Context) -> tuple[Compared, ...]:
    """For each role that both claims fill the pair of fillers that fits best; first, roles exchanged or rivals."""
    differing = _exchanged(one, other, context) or _rivals(one, other, context)
    return (*([differing] if differing is not None else ()), *_by_role(one, other, context))


def _by_role(one: Claim, other: Claim, context: Context) -> Iterator[Compared]:
    avowed = bool(avowal(one) and avowal(other))  # "any role" and "responsibility" are the deed
    for name in ("agent",) if avowed else PARTS:
        pairs = [(a, b, filler_fit(a, b, context)) for a in _fillers(one, name) for b in _fillers(other, name)]
        if pairs:
            a, b, fit = min(pairs, key=lambda pair: (_rank(pair[2]), pair[0].span, pair[1].span))
            if name == "patient" and fit is Fit.SILENT and one.event == other.event and _are_other_things(a, b):
                fit = Fit.UNRELATED
            yield Compared(name, fit, f"“{context.words(a.span)}” and “{context.words(b.span)}”", a.span, b.span)


def _are_other_things(one: Role, other: Role) -> bool:
    """Whether two common nouns, people and names apart, name other things: one deed is done to the one or the other."""
    plain = not one.entity and not other.entity and not may_be_people(one.lemma) and not may_be_people(other.lemma)
    return plain and noun_fit(one.lemma, other.lemma) is Fit.UNRELATED


def _rank(fit: Fit) -> int:
    return _TOLD.index(fit) if fit in _TOLD else len(_TOLD) + (fit is Fit.SILENT)


def _fillers(claim: Claim, name: str) -> Sequence[Role]:
    """What fills the role; who dies, survives or flees suffers it, though the grammar makes him the agent."""
    if claim.event_class in SUBJECT_EFFECTS and name in _SUFFERED and not claim.nominal:
        return [role for role in claim.roles if role.name == "agent"] if name == "patient" else []
    found = [role for role in claim.roles if role.name == name]
    if claim.nominal and name == "patient" and not found:  # "a strike on his home"
        return [role for role in claim.roles if role.name == "place" and not role.entity]
    return found


def filler_fit(one: Role, other: Role, context: Context) -> Fit:
    """How what fills a role in one claim stands to what fills it in the other.

    Names are one if they name one entity. A name against a description tells nothing, nor does a deed against a person
    ("the blast killed", "the raiders killed"); deeds are one if their classes may report one event, unless they are
    told apart by number ("the first raid", "the second").
    """
    if one.entity and other.entity:
        return Fit.SAME if one.entity == other.entity else Fit.UNRELATED
    names = _names_in(one, context), _names_in(other, context)
    if all(names):
        return Fit.SAME if names[0] <= names[1] or names[1] <= names[0] else Fit.UNRELATED
    if one.entity or other.entity or any(names):
        return Fit.SILENT
    told_apart = one.lemma == other.lemma and _ordinals(one, context) != _ordinals(other, context)
    return Fit.UNRELATED if told_apart else _fit_of_nouns(one.lemma, other.lemma)


def _fit_of_nouns(one: str, other: str) -> Fit:
    fit = noun_fit(one, other)
    if fit is not Fit.UNRELATED:
        return fit
    here, there = event_class(one, "NOUN"), event_class(other, "NOUN")
    if here and there:
        return Fit.SAME if comparable(here, there) else Fit.UNRELATED
    return Fit.SILENT if here or there else Fit.UNRELATED


def _ordinals(role: Role, context: Context) -> frozenset[str]:
    return _ORDINALS.intersection(context.words(role.span).lower().split())


def _names_in(role: Role, context: Context) -> frozenset[str]:
    """The words of a name that ends in the head: "The Reed List" has Reed and List; none where the head is no name."""
    words = context.words(role.span).split()
    if len(words) < _NAME or words[-1].lower() != role.lemma or not words[-1][:1].isupper():
        return frozenset()
    return frozenset(word for word in words if word[:1].isupper()) - _ARTICLES


def is_named_otherwise(one: Claim, other: Claim, name: str, context: Context) -> bool:
    """Whether both claims fill the role with names, and no two of them can be one."""
    here, there = ([role for role in _fillers(claim, name) if _is_named(role, context)] for claim in (one, other))
    return bool(here and there) and not _any_same(here, there, context)


def _is_named(role: Role, context: Context) -> bool:
    return bool(role.entity or _names_in(role, context))


def _exchanged(one: Claim, other: Claim, context: Context) -> Compared | None:
    """“The police attacked the protesters”, “the protesters attacked the police”."""
    sides = [(_fillers(claim, "agent"), _fillers(claim, "patient")) for claim in (one, other)]
    if not all(agents and patients for agents, patients in sides):
        return None
    (agents, patients), (theirs, targets) = sides
    if _any_same(agents, theirs, context) or _any_same(patients, targets, context):
        return None
    if not (_any_same(agents, targets, context) and _any_same(patients, theirs, context)):
        return None
    note = "who did it and to whom it was done are exchanged"
    return Compared("roles", Fit.APART, note, agents[0].span, theirs[0].span, ConflictKind.ROLE)


def _rivals(one: Claim, other: Claim, context: Context) -> Compared | None:
    """Two names, of two people or of two bodies, for who did one deed to one and the same."""
    if one.event_class != other.event_class or one.event_class not in _DEEDS:
        return None
    if not is_named_otherwise(one, other, "agent", context):
        return None
    if not _any_same(_fillers(one, "patient"), _fillers(other, "patient"), context):
        return None
    mine, theirs = _fillers(one, "agent")[0], _fillers(other, "agent")[0]
    kinds = [named.kind for role in (mine, theirs) if (named := context.entities.at(role.span)) is not None]
    if len(set(kinds)) > 1:  # a body and one of its people
        return None
    note = f"who did it: {context.words(mine.span)} or {context.words(theirs.span)}, unless both did"
    return Compared("roles", Fit.APART, note, mine.span, theirs.span, ConflictKind.ROLE)


def _any_same(ones: Sequence[Role], others: Sequence[Role], context: Context) -> bool:
    return any(filler_fit(a, b, context) is Fit.SAME for a in ones for b in others)
