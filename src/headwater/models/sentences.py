"""Where a line's sentences start: what a sentence model says, mended where news punctuation leads it astray."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final

__all__ = ["lines_of", "mended"]

# A line; one that is longer than any paragraph is cut at a blank, since a model takes a kilobyte for each character.
_LINE: Final = re.compile(r"[^\n]{1,50000}(?!\S)|[^\n]{1,500}")
_ENDLESS: Final = re.compile(r"\S{500}")  # no word: behind it a line is cut, since tokenizers take the square of it
_WHOLE: Final = re.compile(r"[^\n]{1,3000}(?!\S)|[^\n]{1,500}")  # a sentence; parsers take the square of a longer one
_OPENED: Final = re.compile(r"[\[({“‘«„:,]\s*$")  # these belong to what follows
_TITLE: Final = re.compile(  # a title in short has its name to come
    r"\b(?:Mr|Mrs|Ms|Messrs|Drs?|Profs?|Revs?|Hon|Sens?|Reps?|Govs?|Gens?|Lts?|Cols?|Majs?|Capts?|Cmdrs?|Sgts?|Cpls?|Pvts?"
    r"|Supts?|Insp|Atty|Amb|Pres|Gov)\.\s*$"
)
_SHORT: Final = re.compile(  # what is short for words may end a sentence: a word with a capital that goes on from none
    r"(?:\b(?:[ap]\.m|U\.S|U\.K|U\.N|E\.U|D\.C)\.[\"”’']?\s+"
    r"(?=(?:He|She|It|They|We|You|The|An|This|That|These|Those|There|But|And|In|On|At|When|While|After|Before|If|His|Her"
    r"|Its|Their|Our|What|Who|Why|How|Where)\s)"
    r"|\b[ap]\.m\.[\"”’']?\s+(?=[A-Z][a-z]+\s)(?!(?:[A-Z]\w+\s)+[Tt]ime\b)"
    r"(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?\b|(?:Eastern|Central|Mountain|Pacific|Greenwich|Local|Universal)\b"
    r"|(?:Jan|Febr)uary\b|March\b|April\b|May\b|June\b|July\b|August\b|(?:Septem|Octo|Novem|Decem)ber\b))"
)
_ASKED: Final = re.compile(  # whose question the marks before hold
    r"(?:[A-Z][\w.'’-]*\s+){1,4}(?:asked|wondered|inquired|demanded|cried|shouted|yelled|exclaimed|screamed)(?:[.,;]|$)"
)
_QUESTION: Final = re.compile(r"[?!][\"”’']\s*$")
_AROUND: Final = 200  # characters on each side of a start that tell; whole sides of a long line would take its square
_CONTINUED: Final = re.compile(r"[.,;:!?…\])}”’»]|['\"]+(?:\s|$)")  # no sentence starts with these


def lines_of(text: str) -> tuple[tuple[int, str], ...]:
    """The lines that hold something, each as its start in the text and its words; blanks at the edges left out."""
    return tuple(_lines(text))


def _lines(text: str) -> Iterator[tuple[int, str]]:
    for match in _LINE.finditer(text):
        line = match.group()
        ends = [0, *(endless.end() for endless in _ENDLESS.finditer(line)), len(line)]
        yield from ((match.start() + start, words) for start, words in _sentences(line, ends))


def mended(line: str, starts: Iterable[int]) -> tuple[tuple[int, str], ...]:
    """The sentences of a line, each as its start and its words, from where a model says that sentences start.

    A start inside an ellipsis (". . ."), before a closing mark, behind an opening one, a colon or a title in short is
    none: editors put words into square brackets ("They gave [us] food"), transcripts put a colon behind the speaker.
    Neither is one between a question in quotation marks and who asked it. After "U.S." and "p.m." there is one where
    the next word could only begin a sentence.
    """
    missed = (match.end() for match in _SHORT.finditer(line))
    inside = (start for start in (*starts, *missed) if 0 < start < len(line))
    cuts = [0, *(start for start in inside if _is_start(line, start)), len(line)]
    found = pairwise(sorted(set(cuts)))
    ends = [part.end() for start, end in found for part in _WHOLE.finditer(line, start, end)]
    return tuple(_sentences(line, [0, *ends]))


def _is_start(line: str, start: int) -> bool:
    after = line[start : start + _AROUND].lstrip()
    before = line[max(0, start - _AROUND) : start]
    asked = _ASKED.match(after) and _QUESTION.search(before)
    return bool(after) and not any((asked, _CONTINUED.match(after), _OPENED.search(before), _TITLE.search(before)))


def _sentences(line: str, cuts: list[int]) -> Iterator[tuple[int, str]]:
    for start, end in pairwise(cuts):
        words = line[start:end]
        bare = words.strip()
        if bare:
            yield start + len(words) - len(words.lstrip()), bare
