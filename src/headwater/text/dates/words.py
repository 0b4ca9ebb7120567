"""The text as a row of word classes, one letter a word, over which the rules are regular expressions.

`read_words` cuts a text into words, numbers and marks and gives each a class: MONTH, WEEKDAY, UNIT, NUMBER, AGO ...
The letters together are a short string in which nearly every word is `.` (of no interest), so that a hundred rules cost
less than one regular expression over the text itself. `compile_rule` turns class names into letters.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Final, NamedTuple

from headwater.text.numerals import ORDINALS, SMALL, digits_value, read_number, read_spoken_year
from headwater.types import Token

__all__ = ["NUMERIC", "Word", "compile_rule", "letters", "read_words", "windows"]


class Word(NamedTuple):
    """A word of the view: offsets into the text, class letter, lower-case form, and its number if it has one."""

    start: int
    end: int
    letter: str
    text: str
    value: float = 0.0


_MONTHS = "january february march april may june july august september october november december"
_MONTH_ABBREVIATIONS = "jan feb mar apr may jun jul aug sep oct nov dec sept"
_WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday"
_NAMES = (
    "MONTH WEEKDAY SHORTDAY DAYNUM ORDINAL YEAR SHORTYEAR NUMBER DECADE CLOCK ISO NUMERIC UNIT UNITS QUARTER "
    "WEEKEND SECOND PART NOON SEASON LAST THIS NEXT EARLY LATE MID EARLIER END AGO LATER BEFORE AFTER TODAY TONIGHT "
    "OVERNIGHT AN THE OF IN OR AND HYPHEN COMMA POSS TO FROM BETWEEN MORE LESS THAN AT LEAST UP NEARLY ABOUT NO "
    "EACH COUPLE FEW SEVERAL HALF FISCAL OCLOCK MERIDIEM ZONE HOLIDAY EVE DAYWORD NOW RECENT PAST FUTURE SOON "
    "FREQUENT TIMES SO FOR ON OLD ADDED PLURALDAY PERIOD THAT QNUMBER BREAK "
)
_LETTERS: Final = dict(zip(_NAMES.split(), map(chr, range(0x100, 0x200)), strict=False))
NUMERIC: Final = _LETTERS["NUMERIC"]
_GROUPS: Final[dict[str, str]] = {
    "NUM": "DAYNUM YEAR NUMBER SHORTYEAR",
    "NTH": "ORDINAL SECOND",
    "DAYOF": "DAYNUM ORDINAL SECOND",
    "DAY": "DAYNUM ORDINAL",
    "ANYUNIT": "UNIT UNITS QUARTER WEEKEND SECOND DAYWORD",
    "ONEUNIT": "UNIT QUARTER WEEKEND DAYWORD",
    "POINTER": "LAST THIS NEXT",
    "EDGE": "EARLY LATE MID EARLIER LATER",
    "DASH": "HYPHEN TO",
    "ANYDAY": "WEEKDAY SHORTDAY",
    "VAGUE": "FEW SEVERAL COUPLE",
}

_DULL = "AN THE OF IN OR AND HYPHEN COMMA POSS TO FROM MORE LESS THAN AT LEAST UP NO FOR ON SO ABOUT THAT DAYNUM NUMBER"
_ABOUT = 8
_GAP: Final = re.compile(f"[.{''.join(_LETTERS[name] for name in _DULL.split())}]{{{2 * _ABOUT + 1},}}")
_CLASSES: Final[dict[str, str]] = {
    "UNIT": "minute hour month year decade century fortnight week millennium",
    "UNITS": "seconds minutes hours days weeks fortnights months quarters years decades centuries weekends millennia",
    "DAYWORD": "day",
    "QUARTER": "quarter",
    "WEEKEND": "weekend",
    "SECOND": "second",
    "PART": "morning afternoon evening night mornings afternoons evenings nights",
    "NOON": "noon midnight midday",
    "SEASON": "spring summer autumn fall winter",
    "LAST": "last past previous preceding latest prior",
    "THIS": "this current present same",
    "NEXT": "next coming following upcoming",
    "EARLY": "early",
    "LATE": "late",
    "MID": "mid",
    "EARLIER": "earlier",
    "BEFORE": "before",
    "END": "end beginning start middle close",
    "AGO": "ago",
    "LATER": "later afterwards afterward",
    "AFTER": "after",
    "TODAY": "today yesterday tomorrow",
    "TONIGHT": "tonight",
    "OVERNIGHT": "overnight",
    "AN": "a an",
    "THE": "the",
    "OF": "of",
    "IN": "in during within since",
    "OR": "or",
    "AND": "and",
    "HYPHEN": "- – —",
    "COMMA": ",",
    "POSS": "'s ’s ' ’",
    "TO": "to through until till",
    "FROM": "from",
    "BETWEEN": "between",
    "MORE": "more over",
    "LESS": "less fewer under",
    "THAN": "than",
    "AT": "at",
    "LEAST": "least most",
    "UP": "up",
    "NEARLY": "nearly almost",
    "ABOUT": "about around approximately roughly some circa",
    "NO": "no",
    "EACH": "every each",
    "COUPLE": "couple",
    "FEW": "few",
    "SEVERAL": "several many",
    "HALF": "half",
    "FISCAL": "fiscal",
    "OCLOCK": "o'clock o’clock",
    "MERIDIEM": "am pm a.m. p.m. a.m p.m",
    "ZONE": "est edt cst cdt mst mdt pst pdt gmt utc bst cet cest et",
    "HOLIDAY": "christmas easter thanksgiving halloween",
    "EVE": "eve",
    "NOW": "now currently nowadays",
    "RECENT": "recent",
    "PAST": "recently",
    "FUTURE": "future",
    "SOON": "soon",
    "FREQUENT": "daily weekly fortnightly monthly quarterly annually yearly hourly nightly",
    "TIMES": "once twice times",
    "SO": "so",
    "FOR": "for",
    "ON": "on",
    "OLD": "old",
    "ADDED": "additional extra further consecutive straight full whole trading working business long",
    "PLURALDAY": "mondays tuesdays wednesdays thursdays fridays saturdays sundays",
    "PERIOD": "period",
    "THAT": "that",
}


def _vocabulary() -> dict[str, tuple[str, float]]:
    words = {word: (_LETTERS[name], 0.0) for name, entry in _CLASSES.items() for word in entry.split()}
    numbered = (("MONTH", _MONTHS), ("WEEKDAY", _WEEKDAYS), ("SHORTDAY", "mon. tue. wed. thu. fri. sat. sun. mon tue"))
    for name, entry in numbered:
        words |= {word: (_LETTERS[name], float(value)) for value, word in enumerate(entry.split())}
    words |= {word: (_LETTERS["SHORTDAY"], float(value)) for word, value in _SHORT_DAYS.items()}
    for value, word in enumerate(_MONTH_ABBREVIATIONS.split()):
        number = 9.0 if word == "sept" else value + 1.0
        words |= {word: (_LETTERS["MONTH"], number), f"{word}.": (_LETTERS["MONTH"], number)}
    words |= {word: (_LETTERS["MONTH"], value + 1.0) for value, word in enumerate(_MONTHS.split())}
    words |= {word: (_LETTERS["ORDINAL"], float(value)) for word, value in ORDINALS.items() if word != "second"}
    words |= {word: (_LETTERS["PLURALDAY"], float(value)) for value, word in enumerate(_CLASSES["PLURALDAY"].split())}
    return words | {"dozen": (_LETTERS["NUMBER"], 12.0), "second": (_LETTERS["SECOND"], 2.0)}


_SHORT_DAYS: Final = {
    **{f"{word}.": value for value, word in enumerate(["mon", "tue", "wed", "thu", "fri", "sat", "sun"])},
    **{word: value for value, word in enumerate(["mon", "tue", "wed", "thu", "fri", "sat", "sun"])},
    "tues.": 1,
    "weds.": 2,
    "thurs.": 3,
    "thur.": 3,
}
_VOCABULARY: Final = _vocabulary()
_CAPITAL_ONLY: Final = frozenset(("may", "march", *_MONTH_ABBREVIATIONS.split(), *_SHORT_DAYS, "et"))

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


def windows(row: str) -> Iterator[tuple[int, int]]:
    """The stretches of a row of letters in which a rule can match: eight words about each that speaks of time."""
    start = 0
    for gap in _GAP.finditer(row):
        yield start, gap.start() + _ABOUT
        start = gap.end() - _ABOUT
    yield start, len(row)


def letters(words: Sequence[Word]) -> str:
    """The class letters of the words in a row: what the rules match."""
    return "".join([word.letter for word in words])


def compile_rule(pattern: str) -> re.Pattern[str]:
    """A rule over class names: `(?P<m>MONTH) (?P<d>DAY)`; white space means nothing."""
    return re.compile("".join(re.sub(r"[A-Z]{2,}", _letter_class, pattern).split()))


def _letter_class(match: re.Match[str]) -> str:
    names = _GROUPS.get(match.group(), match.group()).split()
    return "[" + "".join(_LETTERS[name] for name in names) + "]"


def read_words(text: str, tokens: Sequence[Token]) -> tuple[Word, ...]:
    """Cut `text` into words with classes. Numbers in words are one word: "twenty-four" is a NUMBER of value 24.

    `tokens` decide "May" and "March": with the tag of a proper noun they are months, otherwise words of no interest.
    """
    plain = [_word(match) for match in _WORD.finditer(text)]
    tags = {token.start: token for token in tokens} if any(word.text in _DOUBTFUL for word in plain) else {}
    befores = ["", *(word.text for word in plain)]
    return tuple(_merged([_undoubted(word, before, tags) for before, word in zip(befores, plain, strict=False)]))


_DOUBTFUL_WORDS = "may march april june august jan mar fall spring"
_DOUBTFUL: Final = frozenset(_DOUBTFUL_WORDS.split())


_SURE_WORDS = "in of since by until between last next this during"
_SURE: Final = frozenset(_SURE_WORDS.split())


def _undoubted(word: Word, before: str, tags: dict[int, Token]) -> Word:
    """The word as it is, or without interest if the parser reads this "May" as a verb or as part of a person's name."""
    token = tags.get(word.start) if word.text in _DOUBTFUL and before not in _SURE else None
    if token is None or (token.pos not in ("VERB", "AUX") and token.ent != "PERSON"):
        return word
    return word._replace(letter=".")


def _word(match: re.Match[str]) -> Word:
    kind, text = match.lastgroup or "other", match.group()
    start, end = match.span()
    lower = text.lower()
    if kind == "plain" and lower not in _VOCABULARY:
        return Word(start, end, ".", lower)
    if kind in ("plain", "word", "short", "poss", "other"):
        letter, value = _VOCABULARY.get(lower, (".", 0.0))
        if letter != "." and lower in _CAPITAL_ONLY and not text[0].isupper():
            letter = "."
        return Word(start, end, letter, lower, value)
    if kind == "number":
        return _digits(start, end, lower)
    if kind in ("blank", "code"):
        return Word(start, end, "." if kind == "code" else _LETTERS["BREAK"], lower.strip())
    if kind == "mixed":
        return Word(start, end, _LETTERS["NUMBER"], lower, _mixed(text))
    value = float(re.sub(r"\D", "", text)) if kind in ("decade", "shortyear", "ordinal", "qnumber") else 0.0
    return Word(start, end, _LETTERS[kind.upper()], lower, value)


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
        return Word(start, end, ".", text)
    if len(text) <= 2 and 1 <= value <= 31:
        return Word(start, end, _LETTERS["DAYNUM"], text, value)
    name = "YEAR" if len(text) == 4 and text.isdigit() and 1000 <= value <= 2199 else "NUMBER"
    return Word(start, end, _LETTERS[name], text, value)


def _merged(words: list[Word]) -> Iterator[Word]:
    """Numbers in words, joined: "twenty-four" and "nineteen ninety-six" become one word each."""
    index = 0
    while index < len(words):
        merged = _number_at(words, index) if words[index].text in _NUMBER_STARTS else None
        if merged is None:
            yield words[index]
            index += 1
        else:
            yield merged[0]
            index = merged[1]


_NUMBER_STARTS: Final = frozenset((*SMALL, "a", "half"))
_REACH = 12  # pieces: the longest number in words that news writes


def _number_at(words: list[Word], index: int) -> tuple[Word, int] | None:
    pieces = [word.text for word in words[index : index + _REACH]]
    spoken = read_spoken_year(pieces, 0)
    read, name = (spoken, "YEAR") if spoken else (read_number(pieces, 0), "NUMBER")
    if read is None:
        return None
    value, used = read
    return Word(words[index].start, words[index + used - 1].end, _LETTERS[name], pieces[0], float(value)), index + used


assert len(_LETTERS) == len(_NAMES.split()), "a class without a letter"  # noqa: S101 - a defect of this table alone
assert set(chain(_CLASSES)) <= set(_LETTERS), "a class without a name"  # noqa: S101 - the same
