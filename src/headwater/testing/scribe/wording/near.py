"""What a rewriter of news would put for a word: a hand-written list first, for the rest the thesaurus.

WordNet lists senses that no reader of news has in mind ("minister": "parson"), so common words of the news have their
near synonyms in `near_synonyms.txt`, which also says which words are left alone. Rarer words have few senses: for them
the thesaurus serves, as far as both words mean the shared sense most of the time and people really use the other one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import Final, NamedTuple

from headwater.text.function_words import FUNCTION_WORDS
from headwater.text.thesaurus import neighbours, senses
from headwater.text.wordset import wordset

__all__ = ["HAND", "Near", "is_left_alone", "is_mass", "near_synonyms"]

HAND: Final = 1.0  # nearness of a word on the hand-written list
_LEAST: Final = 0.6  # likeness: below it the shared sense is a rare one of either word, and a reader stops
_SEEN: Final = (
    2  # occurrences in WordNet's tagged corpora: below it stand slang, dialect and words of the dictionary only
)
_SENSES: Final = 2  # a word of more senses is used in too many ways for a thesaurus without context
_ALONE: Final = ">"
_MOST: Final = 3  # words the thesaurus may offer for one
_TAGS: Final = {"n": "NOUN", "v": "VERB", "a": "ADJ", "r": "ADV"}
# Words that the thesaurus offers as near and that stop a reader of news, whatever they stand for.
_ODD: Final = wordset("""
    get take make do have go come give put set be bring feel look see pass run hold keep turn let buff roll fall
    screw lay bang heathen cop nab nail collar croak drop pop jazz thou aught naught ere nigh hither
    thence whence anyhow
""")


class Near(NamedTuple):
    """A lemma that can stand for another, and how near it is: `HAND` on the hand-written list, else less."""

    lemma: str
    nearness: float


@lru_cache(maxsize=32768)
def near_synonyms(lemma: str, part: str) -> tuple[Near, ...]:
    """The lemmas that can stand for one, in the part of speech "n", "v", "a" or "r", the nearest first; often none."""
    listed = _listed()
    if lemma in listed[part]:
        return tuple(Near(other, HAND) for other in listed[part][lemma])
    if any(lemma in listed[other] for other in listed if other != part and part in "ar"):
        return ()  # an adjective that is a noun on the list ("chief") is likely the noun, tagged wrong
    if senses(lemma, _TAGS[part]) > _SENSES:
        return ()
    near = (found for found in neighbours(lemma, _TAGS[part], _LEAST) if found.seen >= _SEEN)
    kept = [Near(found.lemma, found.likeness) for found in near if _usable(lemma, found.lemma)]
    return tuple(kept[:_MOST])


def is_mass(noun: str) -> bool:
    """Whether the noun has no plural and takes no "a", by the hand-written list."""
    return noun in _listed()["m"]


def is_left_alone(lemma: str, part: str) -> bool:
    """Whether the list says to leave a word as it is: titles, measures, light verbs, words of many uses."""
    return _listed()[part].get(lemma) == ()


def _usable(lemma: str, other: str) -> bool:
    """Whether the other is no phrase with function words, no odd word, and not the same word spelt otherwise."""
    words = other.split(" ")
    plain = other.isascii() and other.replace(" ", "").replace("-", "").isalpha()
    plain = plain and not (other.endswith("s") and not other.endswith("ss"))  # a plural in form
    same = lemma[:4] == other[:4] and abs(len(lemma) - len(other)) <= 1
    return plain and len(words) <= 2 and not same and not FUNCTION_WORDS.intersection(words) and not _ODD & set(words)


@cache
def _listed() -> dict[str, dict[str, tuple[str, ...]]]:
    """Part of speech -> lemma -> what stands for it, from the packaged list; under "m" the nouns without a plural."""
    found: dict[str, dict[str, list[str]]] = {part: defaultdict(list) for part in (*_TAGS, "m")}
    text = files(__package__).joinpath("near_synonyms.txt").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            _enter(found[line[0]], line[2:])
    return {part: {lemma: _kept(others) for lemma, others in found[part].items()} for part in found}


def _kept(others: Sequence[str]) -> tuple[str, ...]:
    """What stands for a word, each once, without function words; nothing if any line leaves it alone."""
    content = [other for other in others if not FUNCTION_WORDS.intersection(other.split(" "))]
    return () if _ALONE in others else tuple(dict.fromkeys(content))


def _enter(table: dict[str, list[str]], line: str) -> None:
    head, arrow, tail = line.partition(">")
    heads = [word.replace("_", " ") for word in head.split()]
    if arrow:
        table[heads[0]] += [word.replace("_", " ") for word in tail.split()] or [_ALONE]
        return
    for word in heads:
        table[word] += [other for other in heads if other != word]
