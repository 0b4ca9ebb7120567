"""Which part a number plays in an event: those killed, those injured, both together, the means that were used.

Numbers of public events (crowds, seats, votes, damage) are `headwater.text.tallies`'.
"""

from __future__ import annotations

import re
from typing import Final

from headwater.text.events import EFFECTS, FIGURE_NOUNS, SUBJECT_EFFECTS
from headwater.text.spans import holds, meets
from headwater.text.tallies import is_money, tally_role
from headwater.text.thesaurus import is_a
from headwater.types import Claim, Document, Quantity, Span

__all__ = ["NEAR", "figure_role", "is_part", "is_toll", "part_of", "role_of"]

NEAR: Final = 24
"""Characters in which the words stand that make a number a part of another, or say what became of those counted."""

_VIOLENT: Final = frozenset({"attack", "bomb", "shoot", "explode", "hit", "target", "shell", "raid", "kill", "injure"})
_MEANS: Final = frozenset({"agent", "instrument"})
_STATES: Final = {
    "dead": "killed",
    "hurt": "injured",
    "injured": "injured",
    "wounded": "injured",
    "missing": "missing",
    "homeless": "displaced",
}  # "left 12 hurt": adjectives beside the nouns of FIGURE_NOUNS
_NOUNS: Final = {**_STATES, **FIGURE_NOUNS}
_COUNTED: Final = {**_NOUNS, "killed": "killed", "slain": "killed"}  # "the number of those killed"
_STATE: Final = re.compile(rf"\s+(?P<people>(?:[a-z]+\s+){{0,2}}?)(?P<state>{'|'.join(_STATES)})\b")
_DEATH: Final = r"(?:killed|killing|dead|slain|deaths?)"
_HARM: Final = r"(?:wounded|wounding|injured|injuring|injur(?:y|ies)|hurt|maimed|maiming)"
_EITHER: Final = re.compile(
    rf"\b(?:{_DEATH} (?:and|or|and/or) {_HARM}|{_HARM} (?:and|or|and/or) {_DEATH})\b", re.IGNORECASE
)
_GRAVE: Final = re.compile(
    r"\b(?:critically|seriously|severely|gravely|badly) (?:injured|wounded|hurt|burned|burnt)\b", re.IGNORECASE
)
_CHANGE: Final = re.compile(r"\b(?:by|from)\s+$")  # "rose by two", "rose from 12": not where it stands
_TOLL_NEAR: Final = 80  # characters in which "the number of wounded" stands before the number
_NUMBER_OF: Final = re.compile(
    r"\b(?:number|count|tally|toll) of (?:the |those |people )?(?P<counted>\w+)(?: [\w'’]+){0,7} "
    r"(?:at|to|is|was|are|were)(?: at)?\s+$",
    re.IGNORECASE,
)
_INCLUDING: Final = re.compile(
    r"\b(?:including|among them|among whom (?:are|were)|of whom)\s+(?:at least\s+)?$", re.IGNORECASE
)
_OF_THEM: Final = re.compile(r"\s*(?:of (?:whom|them|those)\b|(?:[\w-]+ ){0,3}among them\b)", re.IGNORECASE)
_OF_THE: Final = re.compile(
    r"\s*of (?:the|those) (?P<state>dead|killed|slain|wounded|injured|hurt|missing)\b", re.IGNORECASE
)
_SUBJECTS: Final = frozenset({"agent", "patient"})
_CRIMES: Final = frozenset({"homicide", "killing", "murder"})  # their number is mostly a city's, of a year


def figure_role(claim: Claim, quantity: Quantity, document: Document) -> str:
    """The role of a number in the claim, '' if it counts nobody and nothing that the event harmed or used.

    Killed and wounded told in one number are casualties: a count of both is no count of either.
    """
    told = tally_role(claim, quantity, document) if is_money(quantity.unit) else ""
    role = (
        told
        or _by_toll(claim, quantity, document)
        or _by_state(claim, quantity, document)
        or role_of(claim, quantity.span, quantity.unit)
        or _between(claim, quantity)
        or tally_role(claim, quantity, document)
    )
    if role in {"killed", "injured"} and _counts_either(claim, quantity, document):
        return "casualties"
    return "badly injured" if role == "injured" and _is_grave(claim, quantity, document) else role


def is_toll(claim: Claim, quantity: Quantity, document: Document) -> bool:
    """Whether the number is told as a total: "the toll rose to 14", "the number of wounded is 14", "14 deaths"."""
    return quantity.unit in FIGURE_NOUNS.keys() - _CRIMES or bool(_by_toll(claim, quantity, document))


def is_part(quantity: Quantity, document: Document) -> bool:
    """Whether the number counts some of those counted elsewhere: "including one officer", "four of whom"."""
    text, span = document.article.text, quantity.span
    before = text[max(0, span.start - NEAR) : span.start]
    return bool(_INCLUDING.search(before) or _OF_THEM.match(text, span.end) or part_of(quantity, document))


def part_of(quantity: Quantity, document: Document) -> str:
    """The role of those of whom the number counts some, where its own words say it: "three of the dead"; else ''."""
    told = _OF_THE.match(document.article.text, quantity.span.end)
    state = told["state"].lower() if told is not None else ""
    return "killed" if state in {"killed", "slain"} else _STATES.get(state, "")


def role_of(claim: Claim, span: Span, unit: str) -> str:
    """The role of what stands at `span`, by its noun, else by its part in the event."""
    if unit in _NOUNS:
        return _NOUNS[unit]
    parts = {role.name for role in claim.roles if holds(role.span, span)}
    if claim.event == "miss" and claim.event_class == "" and "agent" in parts:
        return "missing"  # parsers take "six are missing" for a verb
    if claim.event_class in SUBJECT_EFFECTS and "agent" in parts:
        return SUBJECT_EFFECTS[claim.event_class]
    if claim.event_class in EFFECTS and "patient" in parts:
        return EFFECTS[claim.event_class]
    if claim.event_class in _VIOLENT and parts & _MEANS:
        return "attackers" if is_a(unit, "person") else "used"
    return ""


def _between(claim: Claim, quantity: Quantity) -> str:
    """“Killed between 10 and 15 people”: parsers hang the numbers on "between", as a manner."""
    held = [role for role in claim.roles if role.name == "manner" and meets(role.span, quantity.span)]
    apart = not any(role.name == "patient" for role in claim.roles)
    return EFFECTS.get(claim.event_class, "") if quantity.modifier == "between" and held and apart else ""


def _is_grave(claim: Claim, quantity: Quantity, document: Document) -> bool:
    """Whether those hurt are the gravely hurt alone: "left four critically injured", "no one was seriously hurt"."""
    found = _GRAVE.finditer(document.article.text, claim.span.start, claim.span.end)
    return any(0 <= one.start() - quantity.span.end < _TOLL_NEAR for one in found)


def _by_toll(claim: Claim, quantity: Quantity, document: Document) -> str:
    """“The death toll rose to 14”, “put the number of wounded at 14”: the number is what those words count."""
    if quantity.unit and not is_a(quantity.unit, "person"):
        return ""
    before = document.article.text[max(claim.sentence.start, quantity.span.start - _TOLL_NEAR) : quantity.span.start]
    if _CHANGE.search(before):
        return ""
    if (said := _NUMBER_OF.search(before)) is not None:
        return _COUNTED.get(said["counted"].lower(), "")
    counts = (role for role in claim.roles if role.name in _SUBJECTS and role.span.end <= quantity.span.start)
    return next((FIGURE_NOUNS[role.lemma] for role in counts if role.lemma in {"toll", "death toll"}), "")


def _by_state(claim: Claim, quantity: Quantity, document: Document) -> str:
    """“Left 30 people dead”, “12 hurt”: the adjective after the number says what became of them."""
    found = _STATE.match(document.article.text, quantity.span.end, claim.span.end)
    if found is not None and (claim.event == "leave" or not found["people"]):
        return _STATES[found["state"]]
    left = [role.lemma for role in claim.roles if role.name == "what" and role.lemma in _STATES]
    counted = any(role.name in _SUBJECTS and holds(role.span, quantity.span) for role in claim.roles)
    return _STATES[left[0]] if left and counted else ""


def _counts_either(claim: Claim, quantity: Quantity, document: Document) -> bool:
    """Whether "killed or wounded" is what the claim tells of the number, or is what the number counts."""
    text, sentence = document.article.text, claim.sentence
    return any(
        found.start() <= claim.trigger.start < found.end() or 0 <= found.start() - quantity.span.end < NEAR
        for found in _EITHER.finditer(text, sentence.start, sentence.end)
    )
