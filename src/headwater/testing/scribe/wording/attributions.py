"""Rules that put who said it elsewhere: before, after, by "according to", with "that" or without."""

from __future__ import annotations

from typing import Final

from headwater.testing.scribe.pen import Pen
from headwater.testing.scribe.wording.grammar import (
    COMMA,
    NOUNS,
    SAID,
    Words,
    fresh,
    is_calendar,
    is_plain,
    noun_phrase,
    verbs,
)
from headwater.testing.scribe.wording.joinery import decapitalised, reopened

__all__ = ["according_to", "said_by", "said_first", "said_last", "sayer_swapped", "with_that"]

_OPENS_CLAUSE: Final = NOUNS | {"DT", "CD", "PRP", "PRP$", "EX", "JJ"}
_LONGEST: Final = 32  # words of a clause: a longer one is a chain of clauses, and nobody puts the sayer last
_BREAKS: Final = frozenset({"but", "adding", "while", "although", "though"})
_CLOSING: Final = frozenset("”\"'’")
_HOW: Final = "order of clauses"


def said_last(words: Words, pen: Pen) -> Words | None:
    """From "Police said two men fled" to "Two men fled, police said"."""
    end = noun_phrase(words, 0, pronouns=True)
    if not end or not is_plain(words) or words[end].text not in SAID:
        return None
    start = end + 1 + (words[end + 1].text == "that")
    clause = words[start:-1]
    if not _can_stand(clause):
        return None
    sayer = decapitalised(words[: end + 1])
    return pen.exchange(words, (*reopened(clause), COMMA, *sayer, words[-1]), _HOW)


def said_first(words: Words, pen: Pen) -> Words | None:
    """From "Two men fled, police said" to "Police said two men fled"."""
    comma = _comma_before_sayer(words)
    if not comma or not _can_stand(words[:comma]):
        return None
    clause = decapitalised(words[:comma])
    return pen.exchange(words, (*reopened(words[comma + 1 : -1]), *clause, words[-1]), _HOW)


def according_to(words: Words, pen: Pen) -> Words | None:
    """From "Two men fled, police said" to "Two men fled, according to police"."""
    comma = _comma_before_sayer(words)
    if not comma or words[comma + 1].tag == "PRP" or words[-2].text == "added":
        return None
    new = (fresh("according", "VBG", "accord"), fresh("to", "IN"), *words[comma + 1 : -2])
    return (*words[: comma + 1], *pen.exchange(words[comma + 1 : -1], new, "said variant"), words[-1])


def said_by(words: Words, pen: Pen) -> Words | None:
    """From "Two men fled, according to police" to "Two men fled, police said"."""
    start = len(words) - 1
    for place in range(2, len(words) - 3):
        if [word.text for word in words[place - 1 : place + 2]] == [",", "according", "to"]:
            start = place
    if noun_phrase(words, start + 2) != len(words) - 1 or not is_plain(words) or not verbs(words[:start]):
        return None
    sayer = words[start + 2 : -1]
    new = (*sayer, fresh("said", "VBD", "say"))
    return (*words[:start], *pen.exchange(words[start:-1], new, "said variant"), words[-1])


def sayer_swapped(words: Words, pen: Pen) -> Words | None:
    """After a quotation, "said Mara Lind." becomes "Mara Lind said." and the other way round."""
    for place in range(2, len(words) - 2):
        if words[place - 1].text not in _CLOSING or words[place - 2].text not in {",", "?", "!"}:
            continue
        if words[place].text == "said":
            end = noun_phrase(words, place + 1)
            swapped = (*words[place + 1 : end], words[place]) if end > place + 1 and words[end].text == "." else ()
        else:
            end = noun_phrase(words, place) + 1
            follows = end > place + 1 and words[end - 1].text == "said" and words[end : end + 1]
            swapped = (words[end - 1], *words[place : end - 1]) if follows and words[end].text in {".", ","} else ()
        if swapped:
            return (*words[:place], *pen.exchange(words[place:end], swapped, _HOW), *words[end:])
    return None


def with_that(words: Words, pen: Pen) -> Words | None:
    """From "Police said two men fled" to "Police said that two men fled" and the other way round."""
    end = noun_phrase(words, 0, pronouns=True)
    if not end or not is_plain(words) or words[end].text != "said":
        return None
    after = words[end + 1]
    if after.text == "that" and words[end + 2].tag in _OPENS_CLAUSE and _can_stand(words[end + 2 : -1]):
        left, right = pen.drop(words[end], (after,), words[end + 2], "conjunction")
        return (*words[:end], *(word for word in (left, right) if word), *words[end + 3 :])
    if not _can_stand(words[end + 1 : -1]):
        return None
    return (*words[:end], *pen.insert(words[end], (fresh("that", "IN"),), "conjunction"), *words[end + 1 :])


def _can_stand(clause: Words) -> bool:
    """Whether words make a sentence of their own, as far as tags tell."""
    if not 3 <= len(clause) <= _LONGEST or clause[0].tag not in _OPENS_CLAUSE:
        return False
    if clause[0].tag != "CD" and is_calendar(clause[0]):
        return False  # "said Monday"
    return bool(verbs(clause)) and not any(word.text in _BREAKS or word.text in SAID for word in clause)


def _comma_before_sayer(words: Words) -> int:
    """Where the comma of ", police said." stands at the end of a sentence; 0 if it does not end so."""
    if not is_plain(words) or words[-2].text not in SAID:
        return 0
    comma = max((place for place, word in enumerate(words) if word.text == ","), default=0)
    ends = comma < len(words) - 3 and noun_phrase(words, comma + 1, pronouns=True) == len(words) - 2
    return comma if comma and ends and len(verbs(words[:comma])) > 0 else 0
