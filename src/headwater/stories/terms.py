"""What a report is about, read by form alone: words, names, ages, counts, streets, places and days.

No parser is asked: a sketch has to cost less than a few milliseconds. Names are runs of words with capitals, places
names behind "in" or "near", and so on; what is wrong one time in ten is outweighed by what is shared.
"""

from __future__ import annotations

import datetime
import itertools
import re
from collections.abc import Container, Iterator, Sequence
from enum import IntEnum
from typing import Final, NamedTuple

from headwater.stories.background import RAREST, rarity
from headwater.text.function_words import FUNCTION_WORDS
from headwater.text.numerals import SMALL
from headwater.text.respelling import respelt
from headwater.text.words import fold, stem
from headwater.text.wordset import wordset

__all__ = [
    "Kind",
    "Term",
    "Token",
    "name_key",
    "named_in",
    "read_ages",
    "read_days",
    "read_terms",
    "tokens_of",
    "word_key",
]


class Kind(IntEnum):
    """What a term is."""

    WORD = 0
    NAME_WORD = 1  # a word with a capital that is not owed to the head of a sentence
    NAME = 2  # two or more of them in a row
    COUNT = 3  # a number with the word behind it
    AGE = 4
    STREET = 5
    PLACE = 6  # a name behind a preposition of place
    DAY = 7  # month and day


class Term(NamedTuple):
    """One term where it occurs: its kind, its key, how rare it is in nats, and the number of its word in the text."""

    kind: Kind
    key: str
    rarity: float
    at: int


class Token(NamedTuple):
    """A word or number of a text, in order."""

    text: str
    plain: str  # folded; a number as it is written
    capital: bool
    opens: bool  # the first of its sentence, or of what stands in quotation marks
    joined: bool  # only a blank or a hyphen lies between it and the one before


_TOKEN: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d+(?:[.,:]\d+)*|[.!?:;\n“\"|•(]")
_STREETS: Final = wordset(
    "street st avenue ave av road rd drive dr boulevard blvd lane ln highway hwy parkway pkwy court terrace route "
    "freeway turnpike expressway interstate circle"
)
_PLACED: Final = wordset("in at near outside around")
_MONTHS: Final = "janfebmaraprmayjunjulaugsepoctnovdec"
_WEEKDAYS: Final = "montuewedthufrisatsun"
_DAY: Final = re.compile(
    r"\b(?:(?P<weekday>Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?:s|nes|rs|ur)?day\b"
    r"|(?P<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? (?P<day>\d{1,2})(?![\d,]\d)"
    r"|(?P<before>\d{1,2})(?:st|nd|rd|th)? (?P<its>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\b)"
)
_AGE: Final = re.compile(
    r"\b(?:(\d{1,2})[- ]?years?[- ]old|(?:aged?|turned) (\d{1,2}))\b|(?<=[a-z.]), (\d{1,2})(?=,| and\b| of\b|\. |;)"
)
_EPOCH: Final = datetime.date(1970, 1, 1)
_YEAR: Final = range(1900, 2101)
_LONGEST_NAME: Final = 5  # words
_ORDINARY: Final = 7.5  # nats: a word this common with a capital at the head of a sentence is taken for no name
_FIXED: Final = {Kind.COUNT: 5.0, Kind.AGE: 4.0, Kind.DAY: 2.5}  # nats; by form alone nothing tells one from another


def word_key(word: str) -> str:
    """The key of a plain word: its stem, British spelling folded."""
    return stem(respelt(fold(word)))


def name_key(word: str) -> str:
    """The key of a word of a name: whole, without possessive."""
    return "^" + fold(_bare(word))


def tokens_of(text: str) -> list[Token]:
    """The words and numbers of a text."""
    found, opens, end = [], True, -1
    for match in _TOKEN.finditer(text):
        word, start = match.group(), match.start()
        if word[0].isalnum():
            joined = end >= 0 and start - end <= 1 and text[end:start] in (" ", "-")
            found.append(Token(word, fold(word) if word[0].isalpha() else word, word[0].isupper(), opens, joined))
            opens, end = False, match.end()
        elif word != "." or not (found and len(found[-1].text) == 1 and end == start):
            opens = True
        else:
            end = match.end()
    return found


def read_terms(tokens: Sequence[Token], named: Container[str]) -> Iterator[Term]:
    """The words, names, counts, streets and places of a text.

    `named` holds the folded words that have a capital inside a sentence of the article: what tells a name from any
    word at the head of a sentence, or in a headline that has a capital on every word.
    """
    run: list[int] = []
    for at, token in enumerate(tokens):
        name = token.capital and token.plain not in FUNCTION_WORDS and (token.plain in named)
        if run and not (name and token.joined and at == run[-1] + 1 and len(run) < _LONGEST_NAME):
            yield from _run_terms(tokens, run)
            run = []
        if name:
            run.append(at)
            key = name_key(token.text)
            yield Term(Kind.NAME_WORD, key, rarity(key), at)
        elif token.text[0].isdigit() or token.plain in SMALL:
            yield from _count_terms(tokens, at)
        elif len(token.plain) > 1 and token.plain not in FUNCTION_WORDS:
            key = word_key(token.text)
            yield Term(Kind.WORD, key, rarity(key), at)
    if run:
        yield from _run_terms(tokens, run)


def named_in(tokens: Sequence[Token]) -> frozenset[str]:
    """The folded words that have a capital which they do not owe to the head of a sentence.

    At its head a word is taken for a name if it is no word of English at large, or if another name follows at once.
    """
    following = itertools.chain(tokens[1:], (None,))
    return frozenset(
        one.plain
        for one, after in zip(tokens, following, strict=False)
        if one.capital and (not one.opens or _begins_name(after) or rarity(word_key(one.text)) > _ORDINARY)
    )


def _begins_name(after: Token | None) -> bool:
    """Whether the word behind the first of a sentence makes a name of it: "Teresa Venn wept"."""
    return after is not None and after.capital and after.joined and after.plain not in FUNCTION_WORDS


def read_ages(text: str) -> Iterator[Term]:
    """Ages: "23-year-old", "aged 23", "Orla Venn, 23,"."""
    for match in _AGE.finditer(text):
        yield Term(Kind.AGE, f"age {next(filter(None, match.groups()))}", _FIXED[Kind.AGE], match.start() // 6)


def read_days(text: str, published: int | None) -> Iterator[Term]:
    """Days that the text tells, by month and day; `published` in days since 1970 tells which day a weekday is."""
    today = None if published is None else _EPOCH + datetime.timedelta(days=published)
    for match in _DAY.finditer(text):
        day = _month_day(match, today)
        if day:
            yield Term(Kind.DAY, f"day {day}", _FIXED[Kind.DAY], match.start() // 6)


def _month_day(match: re.Match[str], today: datetime.date | None) -> str:
    if match["weekday"]:
        if today is None:
            return ""
        back = (today.weekday() - _WEEKDAYS.index(match["weekday"].lower()) // 3) % 7
        meant = today - datetime.timedelta(days=back)
        return f"{meant.month} {meant.day}"
    return f"{_MONTHS.index((match['month'] or match['its']).lower()) // 3 + 1} {int(match['day'] or match['before'])}"


def _run_terms(tokens: Sequence[Token], run: Sequence[int]) -> Iterator[Term]:
    """The name of two words or more, and the place or street that it is."""
    words = [fold(_bare(tokens[at].text)) for at in run]
    key, before = " ".join(words), tokens[run[0] - 1] if run[0] else None
    rare = min(RAREST * 1.2, sum(rarity("^" + word) for word in words))
    if words[-1] in _STREETS and len(words) > 1:
        yield Term(Kind.STREET, " ".join(words[:-1]), rare, run[0])
    elif len(words) > 1:
        yield Term(Kind.NAME, key, rare, run[0])
    if before is not None and before.plain in _PLACED:
        yield Term(Kind.PLACE, key, rare, run[0])


def _count_terms(tokens: Sequence[Token], at: int) -> Iterator[Term]:
    """A number with the word behind it; years and bare small numbers tell too little."""
    token = tokens[at]
    value = str(SMALL[token.plain]) if token.plain in SMALL else token.text.replace(",", "")
    after = tokens[at + 1] if at + 1 < len(tokens) and not tokens[at + 1].opens else None
    if after is not None and not after.capital and after.plain not in FUNCTION_WORDS:
        yield Term(Kind.COUNT, f"{value} {word_key(after.text)}", _FIXED[Kind.COUNT], at)
    if len(value) > 2 and not _is_year(value):
        yield Term(Kind.COUNT, value, _FIXED[Kind.COUNT], at)


def _is_year(value: str) -> bool:
    """Asked of four digits alone: "10²" is digits and no number, and of 5,000 digits Python makes none."""
    return len(value) == 4 and value.isdecimal() and int(value) in _YEAR


def _bare(word: str) -> str:
    return word[:-2] if word[-2:] in ("'s", "’s") else word
