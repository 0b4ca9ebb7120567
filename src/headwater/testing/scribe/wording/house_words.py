"""A house's spelling, its verb for "said", its courtesy titles, quotation marks and dashes, percent and clock."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from headwater.testing.scribe.draft import Word
from headwater.testing.scribe.wording.grammar import PROPER, fresh
from headwater.testing.scribe.wording.spelling import respelt
from headwater.testing.scribe.wording.styles import Change, HouseStyle, Manner, Start

__all__ = ["STARTS", "clock", "courtesy", "dashes", "percent", "quotation_marks", "said", "spelling"]

_HONORIFICS: Final = frozenset({"Mr.", "Mrs.", "Ms.", "Mr", "Mrs", "Ms"})
_DASHES: Final = frozenset({"—", "–", "--"})
_CURLY: Final = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'"})
_STRAIGHT: Final = frozenset("\"'")
_CLOCK: Final = {"a.m.": "am", "p.m.": "pm"}


def spelling(words: tuple[Word, ...], place: int, style: HouseStyle) -> Change | None:
    """British or American spelling of common words; names keep theirs."""
    word = words[place]
    form = respelt(word.text, british=style.british)
    if word.tag in PROPER or form == word.text:
        return None
    return Change(1, (word._replace(text=form),), "spelling")


def said(words: tuple[Word, ...], place: int, style: HouseStyle) -> Change | None:
    """The house's verb for "said" and "stated"; other verbs of saying tell more, and stay."""
    word = words[place]
    if word.quoted or word.tag != "VBD" or word.text not in {"said", "stated"} or word.text == style.said:
        return None
    return Change(1, (word._replace(text=style.said),), "said variant")


def courtesy(words: tuple[Word, ...], place: int, style: HouseStyle) -> Change | None:
    """The title "Mr." as the house writes it, or dropped before the name."""
    word = words[place]
    if word.text not in _HONORIFICS or word.quoted or place + 1 >= len(words):
        return None
    if not style.honorific:
        name = words[place + 1]._replace(gap=word.gap)
        return Change(2, (name,), "title") if name.tag in PROPER else None
    form = word.text.rstrip(".") + ("." if style.honorific.endswith(".") else "")
    return Change(1, (word._replace(text=form),), "title") if form != word.text else None


def quotation_marks(words: tuple[Word, ...], place: int, style: HouseStyle) -> Change | None:
    """Curly marks or straight ones, apostrophes included."""
    word = words[place]
    form = _curled(word, first=place == 0) if style.curly else word.text.translate(_CURLY)
    return Change(1, (word._replace(text=form),), "quotation marks") if form != word.text else None


def dashes(words: tuple[Word, ...], place: int, style: HouseStyle) -> Change | None:
    """The house's glyph for a dash between words; hyphens stay."""
    word = words[place]
    spaced = bool(word.gap) and place + 1 < len(words) and bool(words[place + 1].gap)
    if word.text not in _DASHES or word.text == style.dash or not spaced:
        return None
    return Change(1, (word._replace(text=style.dash),), "dash")


def percent(words: tuple[Word, ...], place: int, style: HouseStyle) -> Change | None:
    """The unit "percent", "per cent" or "%" after a number; no sign after a number in words."""
    if place == 0 or words[place - 1].tag != "CD" or words[place].quoted:
        return None
    in_digits = words[place - 1].text[:1].isdigit()
    two = [word.text for word in words[place : place + 2]] == ["per", "cent"]
    written = "per cent" if two else words[place].text
    if (
        written not in {"percent", "per cent", "%"}
        or written == style.percent
        or not (in_digits or style.percent != "%")
    ):
        return None
    new = fresh(style.percent, "NN", gap="" if style.percent == "%" else " ")
    return Change(1 + two, (new,), "number style")


def clock(words: tuple[Word, ...], place: int, style: HouseStyle) -> Change | None:
    """The halves of a day, "p.m." or "pm" after a time; one that ends its sentence keeps its stop."""
    word = words[place]
    table = _CLOCK if style.clock == "pm" else {short: dotted for dotted, short in _CLOCK.items()}
    timed = place > 0 and words[place - 1].text[:1].isdigit() and not word.quoted
    if not timed or word.text not in table or place == len(words) - 1:
        return None
    return Change(1, (word._replace(text=table[word.text]),), "number style")


def _curled(word: Word, *, first: bool) -> str:
    opens = first or bool(word.gap)
    if word.text == '"':
        return "“" if opens and word.tag != "''" else "”"
    if word.text == "'":
        return "‘" if opens and word.tag == "``" else "’"
    return word.text.replace("'", "’")


STARTS: Final[Mapping[Manner, Start]] = {
    percent: lambda text, _: text in {"percent", "per cent", "per", "%"},  # "per cent" is one word if a house wrote it
    clock: lambda text, _: text in {*_CLOCK, *_CLOCK.values()},
    courtesy: lambda text, _: text in _HONORIFICS,
    said: lambda text, _: text in {"said", "stated"},
    spelling: lambda text, _: any(respelt(text, british=british) != text for british in (True, False)),
    quotation_marks: lambda text, _: not _STRAIGHT.isdisjoint(text.translate(_CURLY)),
    dashes: lambda text, _: text in _DASHES,
}
