"""Certainty altered in copying: what may be becomes what will be, the alleged thief a thief."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from headwater.testing.scribe.draft import Word
from headwater.testing.scribe.plants.changes import Change
from headwater.testing.scribe.plants.forms import Words, fresh, inflected, like, low, tag
from headwater.testing.scribe.plants.persons import Cast
from headwater.text.wordset import wordset

__all__ = ["adverb_lost", "bound_lost", "doubt_to_knowledge", "expected_to_happen", "may_to_will", "suspicion_lost"]

_ADVERBS: Final = wordset("""
    allegedly reportedly apparently possibly probably perhaps presumably seemingly purportedly supposedly ostensibly
    arguably potentially evidently
""")
_ADJECTIVES: Final = wordset("""
    alleged suspected apparent possible presumed purported unconfirmed supposed potential reported likely probable
    preliminary tentative
""")
_BOUNDS: Final = {  # by their first word
    "at": (("at", "least"),),
    "more": (("more", "than"),),
    "up": (("up", "to"),),
    "as": (("as", "many", "as"),),
    "no": (("no", "fewer", "than"),),
} | {word: ((word,),) for word in ("about", "around", "nearly", "almost", "roughly", "approximately", "some")}
_COUNTED: Final = wordset("dozens hundreds thousands scores half")
_EXPECTED: Final = wordset("expected likely believed thought said alleged reported presumed understood")
_FUTURE: Final = wordset("expected likely")
_SEEMS: Final = wordset("appear seem")
_KNOWN: Final = {"believe": "know", "suspect": "know", "think": "know", "suggest": "prove", "indicate": "prove"}
_SUBJECT: Final = wordset("talk speak know think worry concern say ask hear complain tell write learn question care")
_DENIED: Final = wordset("not n't no never")


def may_to_will(words: Words, _: Cast) -> Iterator[Change]:
    """What may be is told as coming ("may resign", "will resign") or as having been ("may have", "had")."""
    for index, word in enumerate(words):
        asks = tag(words, index - 1) in ("WP", "WDT", "WRB")  # "did not say who might"
        if word.tag != "MD" or word.text.lower() not in ("may", "might", "could") or asks:
            continue
        after, form = low(words, index + 1), tag(words, index + 1)
        if after == "have" and tag(words, index + 2) in ("VBN", "RB"):
            yield Change(index, index + 2, (like(word, "had", "have")._replace(tag="VBD"),), "may have turned into had")
        elif form == "VB" and (word.text.lower() != "could" or after == "be"):
            yield Change(index, index + 1, (like(word, "will"),), f"{word.text.lower()} turned into will")


def adverb_lost(words: Words, _: Cast) -> Iterator[Change]:
    """An "allegedly" or its like lost, with the commas around it."""
    for index, word in enumerate(words):
        if word.text.lower() not in _ADVERBS or word.tag != "RB":
            continue
        if low(words, index - 1) == "," and low(words, index + 1) == ",":
            yield Change(index - 1, index + 2, (), "hedge lost")
        elif low(words, index + 1) == "," and index == 0:
            yield Change(index, index + 2, (), "hedge lost")
        elif tag(words, index + 1)[:2] in ("VB", "JJ", "NN", "DT", "IN", "RB", "CD", "MD", "TO"):
            yield Change(index, index + 1, (), "hedge lost")


def suspicion_lost(words: Words, _: Cast) -> Iterator[Change]:
    """An alleged thief becomes a thief."""
    for index, word in enumerate(words):
        noun = next((i for i in range(index + 1, min(index + 4, len(words))) if tag(words, i)[:2] == "NN"), None)
        named = noun is not None and all(tag(words, i) in ("JJ", "NN", "VBN") for i in range(index + 1, noun))
        before = tag(words, index - 1) in ("DT", "JJ", "CD", "IN", "VBD", "VBZ", "VBG", "CC", "PRP$", "POS", "TO", "")
        degree = low(words, index - 1) in (
            "as",
            "most",
            "more",
            "very",
            "only",
            "best",
            "not",
            "no",
            "every",
            "was",
            "were",
        )
        verb = word.tag != "JJ" and index > 0 and words[index - 1].lemma in ("have", "be")  # "had reported trouble"
        adjective = word.text.lower() in _ADJECTIVES and word.tag in ("JJ", "VBN", "VBD") and not verb
        if adjective and named and before and not degree:
            yield Change(index, index + 1, (), f"{word.text.lower()} lost")


def expected_to_happen(words: Words, _: Cast) -> Iterator[Change]:
    """What is expected is told as coming, what somebody is believed to have done, or appeared to do, as done."""
    for index, word in enumerate(words):
        if word.lemma == "be" and word.tag in ("VBZ", "VBP", "VBD") and low(words, index + 1) in _EXPECTED:
            yield from _happens(words, index)
        finite = word.tag in ("VBD", "VBZ", "VBP") and low(words, index + 1) == "to" and tag(words, index + 2) == "VB"
        if word.lemma in _SEEMS and finite and not _is_denied(words, index):
            yield Change(index, index + 3, (_finite(words[index + 2], word),), f"{word.lemma} to lost")


def bound_lost(words: Words, _: Cast) -> Iterator[Change]:
    """The "at least" or "about" before a number lost."""
    for index, word in enumerate(words):
        for bound in _BOUNDS.get(word.text.lower(), ()):
            end = index + len(bound)
            counted = tag(words, end) == "CD" or low(words, end) in _COUNTED or _is_dozen(words, end)
            if tuple(low(words, i) for i in range(index, end)) == bound and counted and not _no_bound(words, index):
                yield Change(index, end, (), f"{' '.join(bound)} lost")


def doubt_to_knowledge(words: Words, _: Cast) -> Iterator[Change]:
    """Who believes is said to know, what suggests to prove."""
    for index, word in enumerate(words):
        known = _KNOWN.get(word.lemma)
        clause = low(words, index + 1) == "that" or tag(words, index + 1) in ("PRP", "EX")
        finite = word.tag in ("VBD", "VBZ", "VBP") and not _is_denied(words, index)
        if known and finite and clause and (known == "know" or low(words, index + 1) == "that"):
            yield Change(
                index, index + 1, (like(word, inflected(known, word.tag), known),), f"{word.lemma} turned into {known}"
            )


def _happens(words: Words, index: int) -> Iterator[Change]:
    """What is expected is told as coming, what is believed as being so."""
    expected = low(words, index + 1)
    verb = index + 3
    if low(words, index + 2) != "to" or tag(words, verb) != "VB" or _is_denied(words, index):
        return
    if expected in _FUTURE:
        will = fresh("will" if words[index].tag != "VBD" else "would", "MD", words[index].gap)
        yield Change(index, verb, (will,), f"{expected} turned into will")
    elif low(words, verb) == "have" and tag(words, verb + 1) in ("VBN", "RB"):
        yield Change(index, verb + 1, (like(words[index], "had", "have"),), f"{expected} to have turned into had")
    elif low(words, verb) == "be":
        yield Change(index + 1, verb + 1, (), f"{expected} to be lost")
    else:
        yield Change(index, verb + 1, (_finite(words[verb], words[index]),), f"{expected} lost")


def _finite(verb: Word, before: Word) -> Word:
    """The verb in the form that the finite one before it had."""
    form = before.tag
    be = {"VBD": "was", "VBZ": "is", "VBP": "are"}
    plural = before.text.lower() == "were"
    text = ("were" if plural else be[form]) if verb.lemma == "be" else inflected(verb.lemma, form)
    return verb._replace(text=text, tag=form, gap=before.gap)


def _is_denied(words: Words, index: int) -> bool:
    return bool(_DENIED.intersection(low(words, i) for i in (index - 1, index - 2, index + 1)))


def _is_dozen(words: Words, index: int) -> bool:
    return low(words, index) in ("a", "two") and low(words, index + 1) in (
        "dozen",
        "hundred",
        "thousand",
        "third",
        "quarter",
    )


def _no_bound(words: Words, index: int) -> bool:
    """Whether the word before shows that no bound of a number is meant: "not more than", "concerned about"."""
    if low(words, index) == "about" and index and (words[index - 1].tag == "JJ" or words[index - 1].lemma in _SUBJECT):
        return True
    return low(words, index - 1) in ("not", "no", "and", "for") and low(words, index) in ("up", "some", "more")
