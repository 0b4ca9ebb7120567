"""Numbers of a public event: who took part, which seats and votes were won, what damage was done, what was fired.

Each rule is a table of general English: the verb or noun of the claim, and the part of it that the number fills. Those
harmed are told by `headwater.text.counted`, which asks here for the rest.
"""

from __future__ import annotations

import re
from typing import Final

from headwater.text.events import classes_of
from headwater.text.spans import holds
from headwater.text.thesaurus import is_a
from headwater.text.wordset import wordset
from headwater.types import Claim, Document, Quantity, Role

__all__ = ["OWNED", "is_money", "owner_of", "tally_role"]

OWNED: Final = frozenset({"seats won", "seats gained", "seats lost", "votes won", "share of the vote"})
"""Roles whose numbers belong to somebody: those of two parties count two things."""

_CROWDS: Final = frozenset({"protest", "walkout", "camp", "campaign", "meet", "mourn"})  # event classes
_SHOWING: Final = frozenset({"protest", "walkout", "camp"})
_COMING: Final = wordset("gather assemble attend participate march demonstrate rally protest turn flock")
_BRINGING: Final = wordset("draw attract bring gather unite")
_JOINING: Final = wordset("join attend")
_AT: Final = r"\s+(?:of|at|to|was|were|is|from)(?:\s+(?:of|at|about|around|some|more than|up to))*\s+$"
_CROWD: Final = re.compile(
    r"\b(?:crowds?|attendance|numbers? of (?:the )?(?:protesters|demonstrators|marchers|participants|mourners|strikers)"
    rf"|turnout)(?: \w+){{0,2}}?{_AT}",
    re.IGNORECASE,
)
_TURNOUT: Final = re.compile(r"\bturnout\b", re.IGNORECASE)
_VOTE: Final = re.compile(r"\s*of (?:the )?(?:(?:total|popular|national|valid|public) )?votes?\b", re.IGNORECASE)
_BEFORE: Final = 60  # characters in which "put the crowd at" stands
_WINNING: Final = {
    **dict.fromkeys(wordset("win take capture secure claim clinch hold get have"), "won"),
    **dict.fromkeys(wordset("gain pick add"), "gained"),
    "lose": "lost",
}
_VOTES_TO: Final = re.compile(r"\s*(?:votes?\s+)?(?:to|against)\s+(?:\d|[a-z]+\b)", re.IGNORECASE)
_TO_VOTES: Final = re.compile(r"\bvotes?\s+(?:to|against)\s+$", re.IGNORECASE)
_FOR: Final = re.compile(r"\s*(?:[\w-]+ ){0,3}(?:voted )?(?:for|in favou?r)\b", re.IGNORECASE)
_AGAINST: Final = re.compile(r"\s*(?:[\w-]+ ){0,3}(?:voted )?against\b", re.IGNORECASE)
_DAMAGE: Final = re.compile(r"\b(?:damages?|loss(?:es)?|destruction|devastation|repairs?)\b", re.IGNORECASE)
_COINS: Final = wordset("franc dinar rupee pound peso dollar krona krone shilling real lira")
_FIRED: Final = wordset("fire launch hurl throw lob drop explode detonate use deploy")
_FIRING: Final = frozenset({"open-fire", "weapon-test", "shell"})
_STAGING: Final = wordset("carry launch stage conduct mount")
_ATTACKS: Final = frozenset({"attack", "bomb", "shell", "raid"})
_HOMES: Final = re.compile(r"\s*(?:[\w-]+ ){0,3}(?:from|out of) (?:their )?(?:homes|houses|villages)\b", re.IGNORECASE)
_DRIVING: Final = wordset("drive force uproot push")


def tally_role(claim: Claim, quantity: Quantity, document: Document) -> str:
    """“participants”, “seats won”, “votes for”, “turnout”, “damage”, “displaced”, “used”; '' if it is none of them."""
    if is_money(quantity.unit):
        return _money(claim, document)
    if quantity.unit in {"seat", "vote", "percent"}:
        return _share(claim, quantity, document) if quantity.unit == "percent" else _ballot(claim, quantity, document)
    if _is_weapon(quantity.unit):
        return "used" if _is_fired(claim, quantity) else ""
    return _people(claim, quantity, document)


def _people(claim: Claim, quantity: Quantity, document: Document) -> str:
    if quantity.unit and not (is_a(quantity.unit, "person") or is_a(quantity.unit, "group")):
        return ""
    if _HOMES.match(document.article.text, quantity.span.end) and claim.event in _DRIVING:
        return "displaced"
    return "participants" if _takes_part(claim, quantity, document) else ""


def owner_of(claim: Claim) -> Role | None:
    """Whose number it is, of the roles in `OWNED`: who wins, takes or loses."""
    return next((role for role in claim.roles if role.name == "agent"), None)


def is_money(unit: str) -> bool:
    """Whether the unit of a quantity is a currency: an ISO 4217 code, or a name that several states share."""
    return (len(unit) == 3 and unit.isascii() and unit.isupper()) or unit in _COINS


def _parts(claim: Claim, quantity: Quantity) -> set[str]:
    """The parts of the claim that the number stands in."""
    return {role.name for role in claim.roles if holds(role.span, quantity.span)}


def _takes_part(claim: Claim, quantity: Quantity, document: Document) -> bool:
    before = document.article.text[max(claim.sentence.start, quantity.span.start - _BEFORE) : quantity.span.start]
    if _CROWD.search(before):
        return True
    parts = _parts(claim, quantity)
    if "agent" in parts:
        return claim.event_class in _SHOWING or claim.event in _COMING or _joins(claim)
    gathering = any(role.name == "agent" and _is_crowd_event(role) for role in claim.roles)
    return "patient" in parts and claim.event in _BRINGING and gathering


def _joins(claim: Claim) -> bool:
    """“Joined the strike”, “took part in the march”."""
    objects = [role for role in claim.roles if role.name == "patient"]
    if claim.event == "take":
        return any(role.lemma == "part" for role in objects)
    return claim.event in _JOINING and any(_is_crowd_event(role) for role in objects)


def _is_crowd_event(role: Role) -> bool:
    return bool(classes_of(role.lemma, "NOUN") & _CROWDS)


def _ballot(claim: Claim, quantity: Quantity, document: Document) -> str:
    text, span = document.article.text, quantity.span
    if quantity.unit == "vote":
        if _VOTES_TO.match(text, span.end) or _FOR.match(text, span.end):
            return "votes for"
        if _TO_VOTES.search(text[max(0, span.start - _BEFORE) : span.start]) or _AGAINST.match(text, span.end):
            return "votes against"
    how = _WINNING.get(claim.event, "")
    held = quantity.of is not None or not any(one.of == quantity.low for one in claim.quantities)  # not the 329 of 329
    return f"{quantity.unit}s {how}" if how and held and "patient" in _parts(claim, quantity) else ""


def _share(claim: Claim, quantity: Quantity, document: Document) -> str:
    text, span = document.article.text, quantity.span
    if _VOTE.match(text, span.end) and claim.event in _WINNING:
        return "share of the vote"
    before = text[max(claim.sentence.start, span.start - _BEFORE) : span.start]
    return "turnout" if _TURNOUT.search(before) else ""


def _money(claim: Claim, document: Document) -> str:
    told = _DAMAGE.search(document.article.text, claim.span.start, claim.span.end)
    return "damage" if told or claim.event_class in {"damage", "destroy"} else ""


def _is_weapon(unit: str) -> bool:
    return bool(unit) and (is_a(unit, "weapon") or is_a(unit, "aircraft"))


def _is_fired(claim: Claim, quantity: Quantity) -> bool:
    """“Fired three rockets”; “the attack was carried out with two drones”."""
    parts = _parts(claim, quantity)
    if "patient" in parts:
        return claim.event in _FIRED or claim.event_class in _FIRING
    staged = any(role.name == "patient" and classes_of(role.lemma, "NOUN") & _ATTACKS for role in claim.roles)
    return "instrument" in parts and claim.event in _STAGING and staged
