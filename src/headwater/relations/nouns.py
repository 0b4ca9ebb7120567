"""How two nouns stand to each other: the same thing, a kind of it, or something else."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from headwater.relations.context import Fit
from headwater.text.roles import gender_of_role, neutral_role
from headwater.text.thesaurus import is_a, synonyms
from headwater.text.wordset import wordset

__all__ = ["ANYBODY", "PRONOUNS", "are_other_people", "may_be_people", "noun_fit"]

ANYBODY: Final = wordset("""
    person people man woman other individual civilian human victim somebody someone everybody anyone resident citizen
    casualty
""") | {""}
"""Nouns that say of people only that they are people."""
PRONOUNS: Final = wordset("""
    he she it they who which that this these those i we you one some many most all each both another him her them us me
    himself herself itself themselves what whoever whom
""")
"""Lemmas that name nothing by themselves."""
_BODIES: Final = wordset("force unit side service police staff crew personnel military troop army team family")
_ARMED: Final = ("soldier", "troop", "fighter", "militant", "rebel", "insurgent", "attacker", "gunman", "policeman")
_SYNONYM: Final = 0.5  # thesaurus value from which two nouns may name the same
_PEOPLE: Final = ("person", "organization", "group")


@lru_cache(maxsize=16384)
def noun_fit(one: str, other: str) -> Fit:
    """How the noun `one` stands to `other`, lemmas in lower case: "pistol" is narrower than "weapon".

    `Fit.SILENT` where one of them is a pronoun or nothing; words for anybody are wider than any word for people.
    """
    if not one or not other or one in PRONOUNS or other in PRONOUNS:
        return Fit.SILENT
    if {gender_of_role(one), gender_of_role(other)} == {"m", "f"} or are_other_people(one, other):
        return Fit.UNRELATED
    one, other = neutral_role(one), neutral_role(other)
    if one == other or (one in ANYBODY and other in ANYBODY) or synonyms(one, other, "NOUN") >= _SYNONYM:
        return Fit.SAME
    if (other in ANYBODY and may_be_people(one)) or is_a(one, other):
        return Fit.NARROWER
    if (one in ANYBODY and may_be_people(other)) or is_a(other, one):
        return Fit.WIDER
    return Fit.UNRELATED


@lru_cache(maxsize=4096)
def may_be_people(noun: str) -> bool:
    """Whether a noun can name people, alone or together: "guard", "patrol", "crew"."""
    return noun in ANYBODY or noun in _BODIES or any(is_a(noun, kind) for kind in _PEOPLE)


def are_other_people(one: str, other: str) -> bool:
    """Whether nobody can be both: civilians are nobody in arms. Nouns as lemmas; symmetric."""
    return one != other and (_is_unarmed(one, other) or _is_unarmed(other, one))


def _is_unarmed(one: str, other: str) -> bool:
    return one == "civilian" and (other in _ARMED or any(is_a(other, kind) for kind in _ARMED))
