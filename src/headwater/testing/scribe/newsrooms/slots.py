"""Fills the slots of a phrasing as the newsroom's style sheet says: names, numbers, articles, capitals come out right.

A person is introduced with the role at the first mention and called by the surname afterwards. A number that opens a
sentence is spelt. Forms of a slot: `{minister.last}`, `{minister.he}`, `{hurt.over}`, `{quote.a}`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from random import Random
from typing import Final, Literal

from msgspec import Struct

from headwater.testing.scribe.newsrooms.numerals import numeral, rounded_down, rounded_up
from headwater.testing.scribe.newsrooms.sheets import Person, Sheet, Utterance, Value

__all__ = ["Style", "UnknownSlot", "choose", "fill", "slots_of"]

_CHOICE: Final = re.compile(r"\[([^\[\]]*)\]")
_SLOT: Final = re.compile(r"(?P<article>\b[Aa] )?\{(?P<name>\w+)(?:\.(?P<form>\w+))?\}(?P<owner>[’']s)?")
_OPENINGS: Final = (
    ". ",
    "? ",
    "! ",
    ".” ",
    "?” ",
    "!” ",
    ": “",
    " “",
    "\n“",
    '"',
)  # before a slot that opens a sentence
_SPOKEN_VOWEL: Final = re.compile(r"(?!(?:uni|eu|one|us[ei]))[aeiou]|8|11\b|18\b|hour|honest", re.IGNORECASE)
_STRAY: Final = re.compile(r",(?=[.,;:?!—]| —)|(?<=m\.)\.|(?<= ) +| +(?=[.,;])")
"""A name’s closing comma before another mark, a second stop after “p.m.”, spaces that an empty choice left."""
_OFFICES: Final = frozenset({"minister", "governor", "mayor", "chief", "commander", "commissioner"})
_ROUNDED: Final[Mapping[str, Callable[[int], int]]] = {"": int, "over": rounded_down, "nearly": rounded_up}


class UnknownSlot(LookupError):
    """A phrasing asks for a slot, or a form of one, that the fact sheet does not have."""


class Style(Struct, frozen=True):
    """A newsroom's style sheet. `naming` says how somebody is introduced; `spell_to` up to where numbers are spelt."""

    naming: Literal["title", "before", "after"]
    clock: Literal["6:40 p.m.", "6.40pm", "18:40"]
    spell_to: int
    straight: bool = False


def choose(phrasing: str, rng: Random) -> str:
    """The phrasing with every `[a|b]` decided, innermost first."""
    while "[" in phrasing:
        phrasing = _CHOICE.sub(lambda found: rng.choice(found[1].split("|")), phrasing)
    return phrasing


def slots_of(phrasing: str) -> tuple[str, ...]:
    """The names of the slots of a phrasing, each once."""
    return tuple(dict.fromkeys(found["name"] for found in _SLOT.finditer(phrasing)))


def fill(phrasing: str, sheet: Sheet, style: Style, known: set[str]) -> str:
    """The phrasing with its slots filled. `known` holds who was introduced, and grows. Raises UnknownSlot."""

    def put(found: re.Match[str]) -> str:
        opens = phrasing[max(0, found.start() - 3) : found.start()].endswith(_OPENINGS) or not found.start()
        text = _word(found["name"], found["form"] or "", opens and not found["article"])
        owner = found["owner"] or ""
        text += owner[:1] if text.endswith("s") else owner
        if found["article"] and _SPOKEN_VOWEL.match(text):
            return f"{found['article'][0]}n {text}"
        return (found["article"] or "") + text

    def _word(name: str, form: str, opens: bool) -> str:
        if name not in sheet:
            raise UnknownSlot(name)
        value = sheet[name]
        if isinstance(value, Person):
            text = _name(name, value, form, style, known)
        elif name == "clock":
            text = _clock(str(value), style)
        else:
            text = _plain(value, form, 99 if opens and style.spell_to else style.spell_to)
        if "{" in text:
            text = fill(text, sheet, style, known)
        return text[:1].upper() + text[1:] if opens else text

    return _STRAY.sub("", _SLOT.sub(put, phrasing))


def _plain(value: Value, form: str, spell_to: int) -> str:
    if isinstance(value, int) and form in _ROUNDED:
        return numeral(_ROUNDED[form](value), spell_to)
    if isinstance(value, Utterance) and form in ("", "a", "b"):
        return {"a": value.a, "b": value.b}.get(form, f"{value.a}. {value.b}")
    if isinstance(value, str) and form in ("", "upper"):
        return value.upper() if form else value
    raise UnknownSlot(f"{value!r} has no form {form!r}")


def _name(slot: str, person: Person, form: str, style: Style, known: set[str]) -> str:
    subject, their, them = ("she", "her", "her") if person.woman else ("he", "his", "him")
    full = f"{person.first} {person.last}"
    forms = {"last": _surname(person), "role": person.role, "age": str(person.age), "he": subject, "his": their}
    forms |= {"him": them, "name": full}
    if form and form not in forms:
        raise UnknownSlot(f"{slot}.{form}")
    first = slot not in known
    if form in ("", "name"):
        known.add(slot)
    if form:
        return forms[form]
    return _introduce(person, full, style) if first else _surname(person)


def _introduce(person: Person, full: str, style: Style) -> str:
    if person.role.startswith(("a ", "an ", "the ", "who ")):
        return f"{full}, {person.role},"
    if style.naming == "title":
        return f"{_as_title(person.role)} {full}"
    return f"the {person.role}, {full}," if style.naming == "before" else f"{full}, the {person.role},"


def _as_title(role: str) -> str:
    """Capitals for an office ("Interior Minister", "former Governor"), none for a calling ("defence lawyer")."""
    if role.rpartition(" ")[2] not in _OFFICES:
        return role
    return " ".join(word if word == "former" else word.capitalize() for word in role.split())


def _surname(person: Person) -> str:
    return person.last[:1].upper() + person.last[1:] if " " in person.last else person.last


def _clock(clock: str, style: Style) -> str:
    hour, minute = clock.split(":")
    half = "am" if int(hour) < 12 else "pm"
    twelve = (int(hour) - 1) % 12 + 1
    if style.clock == "18:40":
        return clock
    return f"{twelve}.{minute}{half}" if style.clock == "6.40pm" else f"{twelve}:{minute} {half[0]}.m."
