"""What a reader types to search, read into an expression that cannot break: never handed to a database as it is.

    levee broke          both words, wherever they stand
    "levee broke"        the words side by side
    flood*               every word that begins so (three letters at least)
    levee OR dam         one of them
    -rumour              not this word
    south-bank           words joined by marks are looked for side by side

Case and accents make no difference, and words are found by their stem ("broken levees" finds "levee"). All else is
taken as words: there is no syntax error, but a query without a word that is wanted is refused.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from msgspec import Struct

from headwater.errors import OptionError
from headwater.text.printable import printable

__all__ = ["Phrase", "Wanted", "folded", "read_query", "words_of"]

_PART: Final = re.compile(r'(?P<out>-?)(?:"(?P<phrase>[^"]*)"?|(?P<word>[^\s"]+))(?P<more>\*?)')
_WORD: Final = re.compile(r"[^\W_]+")
_SHORTEST: Final = 3  # letters of the beginning of a word
_MOST_WORDS: Final = 64  # of a query; who pastes an article is told so


class Phrase(Struct, frozen=True):
    """Words that stand side by side, folded; with `open` the last is the beginning of a word."""

    words: tuple[str, ...]
    open: bool = False


class Wanted(Struct, frozen=True):
    """A query: of each of `every` at least one phrase must be there, and none of `none`."""

    every: tuple[tuple[Phrase, ...], ...]
    none: tuple[Phrase, ...] = ()


def read_query(typed: str) -> Wanted:
    """What is looked for.

    Raises `OptionError` if no word is wanted, more than 64 are, or the beginning of one is shorter than three letters.
    """
    every: list[tuple[Phrase, ...]] = []
    none: list[Phrase] = []
    either = False
    for part in _PART.finditer(typed):
        if part["word"] == "OR" and every:
            either = True
        elif (phrase := _phrase(part)) is None:
            continue
        elif part["out"]:
            none.append(phrase)
        else:
            every[-1:] = [(*every[-1], phrase)] if either else [*every[-1:], (phrase,)]
            either = False
    _refuse_odd(typed, every, none)
    return Wanted(tuple(every), tuple(none))


def folded(text: str) -> str:
    """The text without accents, in small letters, for comparing words."""
    if text.isascii():
        return text.lower()
    apart = unicodedata.normalize("NFKD", text)
    return "".join(character for character in apart if not unicodedata.combining(character)).lower()


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text, folded: what stands between marks and spaces."""
    return tuple(_WORD.findall(folded(text)))


def _phrase(part: re.Match[str]) -> Phrase | None:
    typed = part["phrase"] if part["phrase"] is not None else part["word"]
    words = words_of(typed)
    return Phrase(words, open=bool(part["more"]) or typed.endswith("*")) if words else None


def _refuse_odd(typed: str, every: list[tuple[Phrase, ...]], none: list[Phrase]) -> None:
    if not every:
        raise OptionError(f"the search {printable(typed)!r} names no word that is to be found")
    phrases = [phrase for phrases in (*every, none) for phrase in phrases]
    short = next((phrase.words[-1] for phrase in phrases if phrase.open and len(phrase.words[-1]) < _SHORTEST), None)
    if short is not None:
        raise OptionError(f"{short}*: the beginning of a word needs {_SHORTEST} letters, or it is nearly any word's")
    count = sum(len(phrase.words) for phrase in phrases)
    if count > _MOST_WORDS:
        raise OptionError(f"the search has {count} words; at most {_MOST_WORDS} can be looked for")
