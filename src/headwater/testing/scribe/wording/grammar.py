"""What the rewording rules read off the tags of a sentence: noun phrases, verbs, marks. There is no parse.

A rule is given the words of one sentence and returns them reworded, or None where its pattern is not there or it could
go wrong: few wrong sentences matter more than many changes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Final

from headwater.testing.scribe.draft import Word
from headwater.testing.scribe.pen import Pen
from headwater.text.wordset import wordset

__all__ = [
    "COMMA",
    "NOUNS",
    "PROPER",
    "SAID",
    "Rule",
    "Words",
    "fresh",
    "has_plural_head",
    "is_calendar",
    "is_plain",
    "noun_phrase",
    "places_of",
    "verbs",
]

Words = tuple[Word, ...]
Rule = Callable[[Words, Pen], Words | None]
COMMA: Final = Word(",", "", ",", ",")
PROPER: Final = frozenset({"NNP", "NNPS"})
NOUNS: Final = PROPER | {"NN", "NNS"}
SAID: Final = frozenset({"said", "stated", "added"})
_INNER: Final = NOUNS | {"JJ", "JJR", "JJS", "CD"}
_FINITE: Final = frozenset({"VBD", "VBZ", "VBP", "MD"})
_CALENDAR: Final = wordset("""
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
    october november december today yesterday tomorrow morning afternoon evening night noon midnight day week weekend
    month year decade century hour minute time season spring summer autumn fall winter jan. feb.
    aug. sept. oct. nov. dec.
""")
_MARKS: Final = frozenset('"“”‘’;:()—–-')


def fresh(text: str, tag: str, lemma: str = "", gap: str = " ") -> Word:
    """A word that the copyist adds."""
    return Word(text, gap, lemma or text.lower(), tag)


def noun_phrase(words: Sequence[Word], start: int, *, pronouns: bool = False) -> int:
    """The end of the noun phrase that begins at `start`, without phrases after its head; `start` if there is none."""
    if pronouns and start < len(words) and words[start].tag == "PRP":
        return start + 1
    end = start + (start < len(words) and words[start].tag in {"DT", "PRP$"})
    while end < len(words) and words[end].tag in _INNER:
        end += 1
    return end if end > start and words[end - 1].tag in NOUNS else start


def has_plural_head(phrase: Sequence[Word]) -> bool:
    """Whether a noun phrase takes a verb in the plural."""
    return phrase[-1].tag in {"NNS", "NNPS"} or phrase[-1].lemma in {"police", "people"}


def is_calendar(word: Word) -> bool:
    """Whether a word names a day, a month or a stretch of time, or is a number that may be a year."""
    return word.text.lower() in _CALENDAR or word.lemma in _CALENDAR or word.tag == "CD"


def is_plain(words: Sequence[Word]) -> bool:
    """Whether a sentence is without quotations, brackets, dashes and semicolons, and ends with a full stop."""
    return len(words) > 3 and words[-1].text == "." and not any(w.quoted or w.text in _MARKS for w in words)


def verbs(words: Sequence[Word]) -> list[Word]:
    """The finite verbs, as far as tags tell; a participle without an auxiliary may be one tagged wrong."""
    return [word for word in words if word.tag in _FINITE]


def places_of(words: Sequence[Word], *texts: str) -> Iterator[int]:
    """Where these words stand in a row, in any case and outside quotations."""
    width = len(texts)
    lowered = [word.text.lower() for word in words]
    for place in range(len(words) - width + 1):
        if tuple(lowered[place : place + width]) == texts and not any(w.quoted for w in words[place : place + width]):
            yield place
