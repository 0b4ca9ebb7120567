"""The words of invented prose: forms of English words, each as often as WordNet's tagged corpora have it.

Words that the scribe knows near synonyms of come oftener, since a text in which nothing can be exchanged
cannot be spun.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from headwater.testing.scribe.wording.inflection import inflect
from headwater.testing.scribe.wording.near import near_synonyms
from headwater.text.function_words import FUNCTION_WORDS
from headwater.text.resources import packaged_text
from headwater.text.wordset import wordset

__all__ = ["WORDS_BITS", "word_tables"]

WORDS_BITS: Final = 14  # a table has 2 to the power of this many places: a word is drawn by random bits
_TAGS: Final = {"n": ("NN", "NNS"), "v": ("VB", "VBD", "VBN", "VBG"), "a": ("JJ",), "r": ("RB",)}
_MOST: Final = {"n": 3600, "v": 1600, "a": 1800, "r": 400}
_BOOST: Final = 4  # how much oftener a word comes that can be exchanged
_CEILING: Final = 300  # counts above: words of any talk ("person", "make")
_PLAIN: Final = re.compile(r"[a-z]{3,12}\Z")
_COUNT: Final = re.compile(r"\d+:(\d+)")
# Verbs that take more than an object, or hardly one.
_LIGHT: Final = wordset("have get let say tell give seem become look think know want try like need may can must")


@cache
def word_tables() -> Mapping[str, tuple[str, ...]]:
    """For each tag (Penn's, "NN") a table of 2**14 places; each word has as many of them as is its share of use."""
    counted = {part: _counted(part) for part in _TAGS}
    return {tag: _table(counted[part], tag) for part, tags in _TAGS.items() for tag in tags}


def _counted(part: str) -> dict[str, int]:
    """The commonest lemmas of a part of speech with their weights."""
    found = {lemma: count for lemma, count in _listed(part) if count and _usable(lemma)}
    best = sorted(found, key=lambda lemma: (-found[lemma], lemma))[: _MOST[part]]
    return {each: min(found[each], _CEILING) * (_BOOST if near_synonyms(each, part) else 1) for each in best}


def _listed(part: str) -> Iterator[tuple[str, int]]:
    """Each lemma of the thesaurus with how often it was tagged as this part of speech."""
    lines = packaged_text("thesaurus.txt.gz").split("\n")
    synsets, lemmas = map(int, lines[0].split())
    names = lines[1 + synsets : 1 + synsets + lemmas]
    for name, record in zip(names, lines[1 + synsets + lemmas :], strict=False):
        for piece in record.split("\t"):
            if piece.startswith(f"{part} "):
                yield name, sum(map(int, _COUNT.findall(piece)))


def _usable(lemma: str) -> bool:
    return bool(_PLAIN.match(lemma)) and lemma not in FUNCTION_WORDS and lemma not in _LIGHT


def _table(counted: Mapping[str, int], tag: str) -> tuple[str, ...]:
    forms = {lemma: inflect(lemma, tag) for lemma in counted}
    total = sum(counted[lemma] for lemma, form in forms.items() if form)
    places = 2**WORDS_BITS
    table: list[str] = []
    done = 0
    for lemma, form in forms.items():
        if form:
            done += counted[lemma]
            table += [form] * (round(places * done / total) - len(table))
    return tuple(table)
