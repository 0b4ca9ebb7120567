"""The text as a row of words with their classes, cut only where something speaks of time.

`read_words` looks through a text for the words of time and cuts the stretches about them into words, numbers and marks,
each with the letter of its class. The letters together are a short string in which most words are `.` (of no interest),
so that a hundred rules cost less than one regular expression over the text itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from headwater.text.dates.feasts import FIRST_WORDS, LAST_WORDS, feast_at
from headwater.text.dates.tense import token_at
from headwater.text.dates.vocabulary import CAPITAL_ONLY, DULL, LETTERS, TRIGGERS, VOCABULARY
from headwater.text.numerals import SCALES, SMALL, digits_value, read_number, read_spoken_year
from headwater.types import Token

__all__ = ["NUMERIC", "Word", "letters", "read_words"]

NUMERIC: Final = LETTERS["NUMERIC"]


class Word(NamedTuple):
    """A word of the view: offsets into the text, class letter, lower-case form, and its number if it has one."""

    start: int
    end: int
    letter: str
    text: str
    value: float = 0.0


_WORD = re.compile(
    r"(?P<plain>[^\W\d_]{2,}+(?![\w.'’]))"  # most words, first: the rest of the alternatives cost time
    r"|(?P<iso>\d{4}-\d{2}-\d{2}(?![\d-])(?:[T ]\d{2}:\d{2}(?::\d{2})?Z?)?)"
    r"|(?P<clock>(?<![\d:])\d{1,2}:\d{2}(?![\d:]))"
    r"|(?P<numeric>(?<![\d/.-])\d{1,2}(?P<mark>[/.-])\d{1,2}(?P=mark)(?:\d{4}|(?<=/)\d\d)(?![\d/-]))"
    r"|(?P<decade>(?:(?<!\w)['’]\d0|\b\d{3}0)['’]?s\b)"
    r"|(?P<shortyear>(?<![\w'’])['’]\d\d\b)"
    r"|(?P<ordinal>\b\d{1,2}(?:st|nd|rd|th)\b)"
    r"|(?P<qnumber>\bQ[1-4]\b)"
    r"|(?P<meridiem>(?<![^\W\d])[aApP](?:\.m\.?|\.M\.?|m\b|M\b))"
    r"|(?P<oclock>\bo['’]clock\b)"
    r"|(?P<short>\b(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Weds?|Thu(?:rs?)?|Fri|Sat|Sun)\.)"
    r"|(?P<mixed>(?<![\w.,])\d{1,3}(?:[ -]\d/\d\b|[½¼¾]))"
    r"|(?P<number>(?<![\w.,])(?:\d{1,3}(?:,\d{3})+(?![\d,])|\d++(?:\.\d++)?)(?!\w))"
    r"|(?P<word>[^\W\d_]++(?!\d))"
    r"|(?P<code>\w+)"
    r"|(?P<poss>['’]s?\b|['’])"
    r"|(?P<blank>[ \t\r\f\v]*\n[ \t\r\f\v]*\n)"
    r"|(?P<other>[^\s\w])"
)


_SIGN: Final = re.compile(
    r"[^\W\d_]{2,}+|\d{4}|\d[:/.-]\d|\d(?:st|nd|rd|th|s|am|pm|AM|PM)\b|['’]\d\d|[AaPp]\.[Mm]|Q[1-4]\b"
)
_ABOUT: Final = 60  # code points about a word of time that can belong to its expression, or tell what it means
_BLANK: Final = re.compile(r"\s")
_LONGEST: Final = 40  # code points of a word
_SIGNS: Final = TRIGGERS | LAST_WORDS | {"clock", "eighteen", "nineteen", "twenty"}  # "nineteen ninety-six"
_BREAK: Final = LETTERS["BREAK"]


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """The parts of the text that hold words of time, with what stands about them; cut at white space."""
    start = end = -1
    for sign in _SIGN.finditer(text):
        found = sign.group()
        if found.isalpha() and found.lower() not in _SIGNS:
            continue
        begin = max(0, sign.start() - _ABOUT)
        if begin > end >= 0:
            yield start, end
        if start < 0 or begin > end:
            start = _at_blank(text, begin, sign.start()) if begin else 0
        end = _at_blank(text, sign.end() + _ABOUT, len(text))
    if end >= 0:
        yield start, end


def _at_blank(text: str, offset: int, limit: int) -> int:
    """The first white space from the offset on, at most a word's length away; `limit` if it comes before."""
    found = _BLANK.search(text, offset, min(offset + _LONGEST, limit))
    return found.start() if found else min(offset + _LONGEST, limit)


def letters(words: Sequence[Word]) -> str:
    """The class letters of the words in a row: what the rules match."""
    return "".join([word.letter for word in words])


def read_words(text: str, tokens: Sequence[Token]) -> tuple[Word, ...]:
    """Cut what speaks of time in `text` into words with classes; a BREAK stands where something was left out.

    Numbers in words are one word: "twenty-four" is a NUMBER of value 24; so are the names of feasts. `tokens` decide
    "May" and "March": with the tag of a proper noun they are months, otherwise words of no interest.
    """
    words: list[Word] = []
    for start, end in _stretches(text):
        words += [_word(match) for match in _WORD.finditer(text, start, end)]
        words.append(Word(end, end, _BREAK, ""))
    befores = ["", *(word.text for word in words)]
    undoubted = [_undoubted(word, before, tokens) for before, word in zip(befores, words, strict=False)]
    return tuple(_merged(undoubted))


_DOUBTFUL_WORDS = "may march april june august jan mar fall spring"
_DOUBTFUL: Final = frozenset(_DOUBTFUL_WORDS.split())


_SURE_WORDS = "in of since by until between last next this during"
_SURE: Final = frozenset(_SURE_WORDS.split())


def _undoubted(word: Word, before: str, tokens: Sequence[Token]) -> Word:
    """The word as it is, or without interest if the parser reads this "May" as a verb or as part of a person's name."""
    if word.text not in _DOUBTFUL or before in _SURE:
        return word
    token = token_at(tokens, word.start)
    if token is None or (token.pos not in ("VERB", "AUX") and token.ent != "PERSON"):
        return word
    return word._replace(letter=DULL)


def _word(match: re.Match[str]) -> Word:
    kind, text = match.lastgroup or "other", match.group()
    start, end = match.span()
    lower = text.lower()
    if kind == "plain" and lower not in VOCABULARY:
        return Word(start, end, DULL, lower)
    if kind in ("plain", "word", "short", "poss", "other"):
        letter, value = VOCABULARY.get(lower, (DULL, 0.0))
        if letter != DULL and lower in CAPITAL_ONLY and not text[0].isupper():
            letter = DULL
        return Word(start, end, letter, lower, value)
    if kind == "number":
        return _digits(start, end, lower)
    if kind in ("blank", "code"):
        return Word(start, end, DULL if kind == "code" else LETTERS["BREAK"], lower.strip())
    if kind == "mixed":
        return Word(start, end, LETTERS["NUMBER"], lower, _mixed(text))
    value = float(re.sub(r"\D", "", text)) if kind in ("decade", "shortyear", "ordinal", "qnumber") else 0.0
    return Word(start, end, LETTERS[kind.upper()], lower, value)


_GLYPHS: Final = {"½": 0.5, "¼": 0.25, "¾": 0.75}


def _mixed(text: str) -> float:
    """The value of "9 1/2" or "9½"."""
    if text[-1] in _GLYPHS:
        return int(text[:-1]) + _GLYPHS[text[-1]]
    whole, above, below = (int(part) for part in re.findall(r"\d+", text))
    return whole + above / (below or 1)


def _digits(start: int, end: int, text: str) -> Word:
    value = digits_value(text)
    if value is None:
        return Word(start, end, DULL, text)
    if len(text) <= 2 and 1 <= value <= 31:
        return Word(start, end, LETTERS["DAYNUM"], text, value)
    name = "YEAR" if len(text) == 4 and text.isdigit() and 1000 <= value <= 2199 else "NUMBER"
    return Word(start, end, LETTERS[name], text, value)


def _merged(words: list[Word]) -> Iterator[Word]:
    """Numbers in words and names of feasts, joined: "twenty-four" and "New Year's Eve" become one word each."""
    index = 0
    while index < len(words):
        word, merged = words[index], None
        if word.text in _NUMBER_STARTS:
            merged = _number_at(words, index)
        elif word.text in FIRST_WORDS:
            merged = _feast_at(words, index)
        yield merged[0] if merged else word
        index = merged[1] if merged else index + 1


_NUMBER_STARTS: Final = frozenset((*SMALL, "a", "half"))
_LARGE: Final = frozenset(("hundred", "dozen", *SCALES))
_REACH: Final = 12  # pieces: the longest number in words that news writes


def _number_at(words: list[Word], index: int) -> tuple[Word, int] | None:
    pieces = [word.text for word in words[index : index + _REACH]]
    if pieces[0] == "a" and not _LARGE.intersection(pieces[1:2]):
        return None
    if len(pieces) > 2 and pieces[1] == "-" and words[index + 2].letter == LETTERS["ORDINAL"]:
        value = SMALL.get(pieces[0], 0) + words[index + 2].value  # "twenty-first"
        return Word(words[index].start, words[index + 2].end, LETTERS["ORDINAL"], pieces[0], value), index + 3
    spoken = read_spoken_year(pieces, 0)
    read, name = (spoken, "YEAR") if spoken else (read_number(pieces, 0), "NUMBER")
    if read is None:
        return None
    value, used = read
    return Word(words[index].start, words[index + used - 1].end, LETTERS[name], pieces[0], float(value)), index + used


def _feast_at(words: list[Word], index: int) -> tuple[Word, int] | None:
    found = feast_at([word.text for word in words[index : index + _REACH]], 0)
    if found is None:
        return None
    name, used = found
    return Word(words[index].start, words[index + used - 1].end, LETTERS["HOLIDAY"], name), index + used
