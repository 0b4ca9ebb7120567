"""The words of a document as arrays: a folded view for comparing texts, the text itself untouched.

A word is a token with a letter or digit in it. Each has a form (case, accents, quote glyphs and British spelling
folded), a key (its lemma, cut to a stem so that "parliament" meets "parliamentary") and a class that says how much
sharing it tells.
Forms and keys are 64-bit hashes, the same in every process, so that views of different documents can be compared.
"""

from __future__ import annotations

import functools
import hashlib
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from headwater.text.respelling import respelt
from headwater.types import Document, Span, Token

__all__ = [
    "CONTENT",
    "FUNCTION",
    "NAME",
    "NUMBER",
    "Words",
    "digest",
    "fold",
    "inside",
    "stem",
    "word_class",
    "words_of",
]

Hashes = npt.NDArray[np.uint64]
Counts = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

FUNCTION: Final = 0
CONTENT: Final = 1
NAME: Final = 2
NUMBER: Final = 3

_FUNCTION_POS: Final = frozenset({"DET", "ADP", "AUX", "PRON", "CCONJ", "SCONJ", "PART", "INTJ"})
# Verbs of speech and light verbs: every report is full of them, so that sharing them tells as little as a "the".
_LIGHT_WORDS: Final = "say tell add have do be go get make take come also not more most other last new"
_LIGHT: Final = frozenset(_LIGHT_WORDS.split())
_STEM: Final = 6  # letters; keeps "parliament" and "parliamentary" together, "president" and "presence" apart


@dataclass(frozen=True, slots=True, eq=False)
class Words:
    """A document's words as parallel arrays; `starts` and `ends` are code points, `sentence` indexes its sentences."""

    forms: Hashes
    keys: Hashes
    classes: npt.NDArray[np.int8]
    starts: Counts
    ends: Counts
    sentence: Counts
    sentences: int

    def __len__(self) -> int:
        return len(self.forms)


@functools.lru_cache(maxsize=200_000)
def fold(word: str) -> str:
    """Lower case without accents, marks or quote glyphs: the view in which two spellings of one word agree."""
    decomposed = unicodedata.normalize("NFKD", word.casefold())
    return "".join(char for char in decomposed if char.isalnum())


def stem(lemma: str) -> str:
    """The first letters of a folded lemma; numbers stay whole, because 2018 and 2019 must not meet."""
    folded = fold(lemma)
    return folded if folded[:1].isdigit() else folded[:_STEM]


@functools.lru_cache(maxsize=400_000)
def digest(text: str) -> int:
    """A 64-bit hash of a folded form or a key, the same in every process."""
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest(), "little")


def words_of(document: Document) -> Words:
    """The words of `document` in text order, without punctuation."""
    rows = [
        (token, number)
        for number, sentence in enumerate(document.sentences)
        for token in document.tokens[sentence.first : sentence.last]
        if _is_word(document.article.text, token)
    ]
    tokens = [token for token, _ in rows]
    text = document.article.text
    return Words(
        forms=np.array([digest(respelt(fold(text[token.start : token.end]))) for token in tokens], dtype=np.uint64),
        keys=np.array([digest(stem(respelt(fold(token.lemma)))) for token in tokens], dtype=np.uint64),
        classes=np.array([word_class(token.lemma, token.pos) for token in tokens], dtype=np.int8),
        starts=np.array([token.start for token in tokens], dtype=np.int64),
        ends=np.array([token.end for token in tokens], dtype=np.int64),
        sentence=np.array([number for _, number in rows], dtype=np.int64),
        sentences=len(document.sentences),
    )


def _is_word(text: str, token: Token) -> bool:
    """A possessive 's is no word of its own: "town's" and "town 's" are one spelling."""
    return token.tag != "POS" and any(char.isalnum() for char in text[token.start : token.end])


def word_class(lemma: str, pos: str) -> int:
    """FUNCTION, CONTENT, NAME or NUMBER: how much it tells that two texts share the word."""
    if pos == "NUM":
        return NUMBER
    if pos == "PROPN":
        return NAME
    if pos in _FUNCTION_POS or lemma in _LIGHT:
        return FUNCTION
    return CONTENT


def inside(words: Words, spans: Iterable[Span]) -> Flags:
    """Which words begin within one of the spans."""
    flags = np.zeros(len(words), dtype=np.bool_)
    for span in spans:
        first, last = np.searchsorted(words.starts, (span.start, span.end))
        flags[first:last] = True
    return flags
