"""Where a line's sentences start: what a sentence model says, mended where news punctuation leads it astray."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Final

__all__ = ["lines_of", "mended"]

_LINE: Final = re.compile(r"[^\n]+")
_OPENED: Final = re.compile(r"[\[({“‘«„:,]\s*$")  # these belong to what follows
_TITLE: Final = re.compile(  # a title in short has its name to come
    r"\b(?:Mr|Mrs|Ms|Messrs|Drs?|Profs?|Revs?|Hon|Sens?|Reps?|Govs?|Gens?|Lts?|Cols?|Majs?|Capts?|Cmdrs?|Sgts?|Cpls?|Pvts?"
    r"|Supts?|Insp|Atty|Amb|Pres|Gov)\.\s*$"
)
_CONTINUED: Final = re.compile(r"[.,;:!?…\])}”’»]|['\"]+(?:\s|$)")  # no sentence starts with these


def lines_of(text: str) -> tuple[tuple[int, str], ...]:
    """The lines that hold something, each as its start in the text and its words; blanks at the edges left out."""
    return tuple(_lines(text))


def _lines(text: str) -> Iterator[tuple[int, str]]:
    for match in _LINE.finditer(text):
        line = match.group()
        bare = line.strip()
        if bare:
            yield match.start() + len(line) - len(line.lstrip()), bare


def mended(line: str, starts: Iterable[int]) -> tuple[tuple[int, str], ...]:
    """The sentences of a line, each as its start and its words, from where a model says that sentences start.

    A start inside an ellipsis (". . ."), before a closing mark, behind an opening one, a colon or a title in short is
    none: editors put words into square brackets ("They gave [us] food"), transcripts put a colon behind the speaker.
    """
    cuts = [0, *(start for start in starts if 0 < start < len(line) and _is_start(line, start)), len(line)]
    return tuple(_sentences(line, sorted(set(cuts))))


def _is_start(line: str, start: int) -> bool:
    after = line[start:].lstrip()
    before = line[:start]
    return bool(after) and not any((_CONTINUED.match(after), _OPENED.search(before), _TITLE.search(before)))


def _sentences(line: str, cuts: list[int]) -> Iterator[tuple[int, str]]:
    for start, end in pairwise(cuts):
        words = line[start:end]
        bare = words.strip()
        if bare:
            yield start + len(words) - len(words.lstrip()), bare
