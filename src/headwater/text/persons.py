"""What a noun phrase says of a person: a sex, an age, a number, and whether it is a person at all.

Nouns of one sex, of an age and for those who attack are general English. Ages are intervals of years, so that "a boy"
and "a 12-year-old" can be one and "a boy" and "a 40-year-old" cannot.
"""

from __future__ import annotations

import re
from typing import Final

from headwater.text.numerals import read_number
from headwater.text.thesaurus import is_a
from headwater.text.wordset import wordset
from headwater.types import Token

__all__ = ["ANY_AGE", "CULPRITS", "OTHERS", "age_in", "is_person", "sex_of", "usual_age"]

ANY_AGE: Final = (0, 130)
"""The interval of who knows what age."""

OTHERS: Final = frozenset({"another", "second", "third", "fourth", "fifth", "sixth"})
"""Words that say that somebody is none of those told before."""

CULPRITS: Final = wordset(
    "gunman shooter attacker assailant suspect killer murderer robber intruder burglar perpetrator"
)
"""Nouns for who does harm."""

_MALE: Final = wordset("""
    man boy father son husband brother uncle nephew grandfather grandson boyfriend stepfather stepson dad he him his
    guy gentleman fiance widower mr. policeman fireman businessman grandpa male himself groom
""")
_FEMALE: Final = wordset("""
    woman girl mother daughter wife sister aunt niece grandmother granddaughter girlfriend stepmother stepdaughter
    she her lady fiancee widow mrs. ms. policewoman businesswoman grandma mom female herself bride ex-wife
    ex-girlfriend
""")
_GROWN: Final = wordset("""
    man woman husband wife guy officer deputy father mother trooper detective sergeant soldier grandfather
    grandmother boyfriend girlfriend widow widower adult driver
""")
_USUAL: Final = {
    **dict.fromkeys(_GROWN, (17, 130)),
    **dict.fromkeys(wordset("boy girl child kid schoolboy schoolgirl youngster"), (0, 16)),
    **dict.fromkeys(wordset("teen teenager youth adolescent"), (12, 20)),
    **dict.fromkeys(wordset("baby infant toddler newborn"), (0, 4)),
}
_NOUNS: Final = wordset("one both teen dead body other others victim people person couple duo pair old another")
_PRONOUNS: Final = frozenset({"he", "she", "him", "her", "his", "who", "whom", "them"})
_BODIES: Final = frozenset({"police", "team", "department", "crew", "company", "court", "jury", "crowd", "community"})
_YEARS: Final = re.compile(
    r"\b(\d{1,3}|[A-Za-z]+(?:-[a-z]+)?)[- ]years?[- ]old|,\s+(\d{1,2})(?=\s*[,.;)]|\s+and\b|\s+of\b|$)|\((\d{1,2})\)"
)
_BEHIND: Final = re.compile(r",\s+(?:age\s+)?(\d{1,2})(?=\s*[,.;)]|\s+and\b)|\s*\((\d{1,2})\)")
_YOUNG: Final = re.compile(r"\b\w+[- ](?:month|week|day)s?[- ]old\b")
_YEAR: Final = 4  # digits: "2031" is nobody
_SPREAD: Final = 1  # years by which two reports of one age may differ


def is_person(token: Token) -> bool:
    """Whether a common noun, number or pronoun can stand for somebody; names are the caller's to know."""
    lemma = token.lemma.lower()
    if token.pos in {"PRON", "NUM"} or token.tag in {"PRP", "PRP$", "CD"}:
        return lemma in _PRONOUNS | _NOUNS or (token.tag == "CD" and token.end - token.start != _YEAR)
    return lemma in _NOUNS or (is_a(lemma, "person") and lemma not in _BODIES)


def sex_of(*words: str) -> str:
    """“m” or “f” by the first of the lower-case words that tells, '' if none does."""
    told = ("m" if word in _MALE else "f" if word in _FEMALE else "" for word in words)
    return next((sex for sex in told if sex), "")


def usual_age(noun: str) -> tuple[int, int]:
    """The ages, least and greatest, of those whom a noun names: "boy" 0 to 16; `ANY_AGE` for other nouns."""
    return _USUAL.get(noun, ANY_AGE)


def age_in(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The age that a phrase from `start` to `end` gives, or the words just behind it ("Holm, 34,"), within a year.

    None if no age is told. Babies told by months are 0 to 2.
    """
    if _YOUNG.search(text, start, end):
        return 0, 2
    found = _YEARS.search(text[start:end]) or _BEHIND.match(text, end)
    if found is None:
        return None
    told = next(group for group in found.groups() if group).lower()
    years = float(told) if told.isdigit() else _spelled(told)
    return None if years is None else (max(0, int(years) - _SPREAD), int(years) + _SPREAD)


def _spelled(words: str) -> float | None:
    """“Three”, “thirty-one” as a number; None for other words."""
    pieces = re.split(r"(-)", words)
    read = read_number(pieces, 0) or read_number([words], 0)
    return read[0] if read is not None else None
