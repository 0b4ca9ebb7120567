"""Rules that turn a clause: its time first or last, active or passive, a relative clause shortened or spelt out."""

from __future__ import annotations

from typing import Final

from headwater.testing.scribe.draft import Word
from headwater.testing.scribe.pen import Pen
from headwater.testing.scribe.wording.grammar import (
    COMMA,
    PROPER,
    Words,
    fresh,
    has_plural_head,
    is_calendar,
    is_plain,
    noun_phrase,
    verbs,
)
from headwater.testing.scribe.wording.inflection import inflect
from headwater.testing.scribe.wording.joinery import decapitalised, reopened
from headwater.text.thesaurus import is_a
from headwater.text.wordset import wordset

__all__ = ["active", "passive", "relative_shortened", "relative_spelt_out", "time_first", "time_last"]

_WEEKDAYS: Final = wordset("monday tuesday wednesday thursday friday saturday sunday")
_ACTS: Final = wordset("""
    arrest detain injure wound kill destroy damage rescue evacuate close attack approve reject condemn sign launch open
    cancel suspend endorse build repair seize search occupy ban organize organise lead investigate question storm raid
    control publish announce back
""")
_ACTORS: Final = wordset("police troop crowd militia crew court")
_NON_FINITE: Final = frozenset({"VBG", "VBN", "VB", "TO", "WDT", "WP", "WRB", "CC"})
_HOW: Final = "order of clauses"


def time_first(words: Words, pen: Pen) -> Words | None:
    """From "The harbor closed on Monday" to "On Monday, the harbor closed"."""
    if len(words) < 5 or words[-3].text != "on" or words[-2].text.lower() not in _WEEKDAYS or not _is_simple(words):
        return None
    if words[-4].tag in {"RB", "JJ", "IN"}:
        return None  # "late on Monday"
    moved = reopened(words[-3:-1])
    rest = decapitalised(words[:-3])
    return pen.exchange(words, (*moved, COMMA, *rest, words[-1]), _HOW)


def time_last(words: Words, pen: Pen) -> Words | None:
    """From "On Monday, the harbor closed" to "The harbor closed on Monday"."""
    if len(words) < 6 or words[0].text != "On" or words[1].text.lower() not in _WEEKDAYS or words[2].text != ",":
        return None
    rest = words[3:-1]
    if not _is_simple((*rest, words[-1])):
        return None
    moved = (words[0]._replace(text="on", gap=" "), words[1])
    return pen.exchange(words, (*reopened(rest), *moved, words[-1]), _HOW)


def passive(words: Words, pen: Pen) -> Words | None:
    """From "Police arrested two men near the yard" to "Two men were arrested by police near the yard"."""
    verb = noun_phrase(words, 0)
    if not verb or not is_plain(words) or words[verb].lemma not in _ACTS or words[verb].tag not in {"VBD", "VBN"}:
        return None
    end = _with_of(words, noun_phrase(words, verb + 1))
    subject, done, rest = words[:verb], words[verb + 1 : end], words[end:-1]
    if not done or is_calendar(done[-1]) or not _is_tail(rest):
        return None
    form = inflect(words[verb].lemma, "VBN") or words[verb].text
    acting = (words[verb]._replace(text=form, tag="VBN"), fresh("by", "IN"))
    head = words[verb + 1 : noun_phrase(words, verb + 1)]
    agent = decapitalised(subject)
    new = (*reopened(done), _was(head), *acting, *agent, *rest, words[-1])
    return pen.exchange(words, new, "active and passive")


def active(words: Words, pen: Pen) -> Words | None:
    """From "Two men were arrested by police" to "Police arrested two men"."""
    be = noun_phrase(words, 0)
    if not be or not is_plain(words) or [w.tag for w in words[be + 1 : be + 3]] != ["VBN", "IN"]:
        return None
    end = _with_of(words, noun_phrase(words, be + 3))
    agent, rest = words[be + 3 : end], words[end:-1]
    if words[be].text not in {"was", "were"} or words[be + 2].text != "by" or not agent or not _is_tail(rest):
        return None
    form = inflect(words[be + 1].lemma, "VBD")
    if form is None or not _can_act(words[be + 3 : noun_phrase(words, be + 3)]):
        return None
    acting = words[be + 1]._replace(text=form, tag="VBD")
    done = decapitalised(words[:be])
    return pen.exchange(words, (*reopened(agent), acting, *done, *rest, words[-1]), "active and passive")


def relative_shortened(words: Words, pen: Pen) -> Words | None:
    """From "The hall, which was built in 1974, " to "The hall, built in 1974, "."""
    for place in range(2, len(words) - 3):
        texts = [word.text for word in words[place - 1 : place + 2]]
        short = texts[0] == "," and texts[1] in {"which", "who"} and texts[2] in {"was", "were"}
        if short and words[place + 2].tag == "VBN" and words[place + 3].tag == "IN" and not words[place].quoted:
            left, right = pen.drop(words[place - 1], words[place : place + 2], words[place + 2], "relative clause")
            return (*words[: place - 1], *(w for w in (left, right) if w), *words[place + 3 :])
    return None


def relative_spelt_out(words: Words, pen: Pen) -> Words | None:
    """From "The hall, built in 1974, " to "The hall, which was built in 1974, "."""
    for place in range(2, len(words) - 3):
        noun, comma, participle, after = words[place - 2 : place + 2]
        fits = noun.tag in {"NN", "NNS"} and comma.text == "," and participle.tag == "VBN" and after.tag == "IN"
        closed = any(word.text == "," for word in words[place + 2 : place + 10])
        if fits and closed and not noun.quoted and place == noun_phrase(words, 0) + 1:
            who = "who" if is_a(noun.lemma, "person") else "which"
            new = (fresh(who, "WP" if who == "who" else "WDT"), _was((noun,)))
            return (*words[: place - 1], *pen.insert(comma, new, "relative clause"), *words[place:])
    return None


def _was(phrase: Words) -> Word:
    return fresh("were" if has_plural_head(phrase) else "was", "VBD", "be")


def _can_act(phrase: Words) -> bool:
    """Whether a noun phrase names somebody who does things."""
    head = phrase[-1]
    acts = head.tag in PROPER or head.lemma in _ACTORS or is_a(head.lemma, "person") or is_a(head.lemma, "organization")
    return acts and not any(is_calendar(word) for word in phrase if word.tag != "CD")


def _with_of(words: Words, end: int) -> int:
    """The end of a noun phrase with "of the city" after it."""
    of = end < len(words) and words[end].text == "of"
    return noun_phrase(words, end + 1) if of and noun_phrase(words, end + 1) > end + 1 else end


def _is_tail(rest: Words) -> bool:
    """Whether words after a clause only say where and when."""
    plain = all(word.tag not in _NON_FINITE and word.text not in {",", "as", "of"} for word in rest)
    return (
        plain
        and not verbs(rest)
        and (not rest or rest[0].tag == "IN" or (rest[0].tag in PROPER and is_calendar(rest[0])))
    )


def _is_simple(words: Words) -> bool:
    """Whether a sentence has one verb and no commas, so that a time belongs to that verb wherever it stands."""
    single = len(verbs(words)) == 1 and not any(word.text == "," for word in words)
    chained = any(word.tag in _NON_FINITE - {"VBN"} or word.text in {"said", "after", "before"} for word in words)
    return is_plain(words) and single and not chained and words[0].tag not in {"IN", "RB", "CC"}
