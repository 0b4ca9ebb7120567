"""Text -> numbers of word pieces, as BERT's uncased models were trained on them (Wu et al. 2016, Devlin et al. 2019).

The text is folded (no accents, small letters), split at white space, punctuation and Chinese characters, and each word
cut into the longest pieces that the vocabulary holds; a word that cannot be cut so is one unknown piece.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import Final

from headwater.text.resources import packaged_text

__all__ = ["LONGEST", "piece_numbers", "pieces_of"]

LONGEST: Final = 128
"""Pieces of a text, the first and last included, that are read: as many as the model was trained on."""

_FIRST: Final = "[CLS]"
_LAST: Final = "[SEP]"
_UNKNOWN: Final = "[UNK]"
_GOES_ON: Final = "##"
_LONGEST_WORD: Final = 100  # characters; anything longer is no word
_SPACES: Final = "\t\n\r"
_LOST: Final = "\x00\ufffd"
_CHINESE: Final = (
    (0x3400, 0x4DBF),
    (0x4E00, 0x9FFF),
    (0xF900, 0xFAFF),
    (0x20000, 0x2A6DF),
    (0x2A700, 0x2CEAF),
    (0x2F800, 0x2FA1F),
)  # blocks whose characters are words by themselves


def piece_numbers(text: str) -> tuple[int, ...]:
    """The numbers of the pieces of a text with the marks of its beginning and end, at most `LONGEST` in all."""
    vocabulary = _vocabulary()
    inner = [vocabulary[piece] for piece in pieces_of(text)]
    return vocabulary[_FIRST], *inner[: LONGEST - 2], vocabulary[_LAST]


def pieces_of(text: str) -> tuple[str, ...]:
    """The pieces of a text in order; one that goes on a word begins with "##"."""
    return tuple(piece for word in _words(_folded(text)) for piece in _cut(word))


def _folded(text: str) -> str:
    """The text without control characters and accents, in small letters, Chinese characters set apart."""
    kept = "".join(map(_clean, text))
    bare = "".join(char for char in unicodedata.normalize("NFD", kept) if unicodedata.category(char) != "Mn")
    return "".join(map(str.lower, bare))  # one by one: a sigma that ends a word is folded as any other


@lru_cache(maxsize=4096)
def _clean(char: str) -> str:
    if char in _SPACES:
        return " "
    if char in _LOST or unicodedata.category(char) in {"Cc", "Cf", "Cn", "Co", "Cs"}:
        return ""
    return f" {char} " if any(first <= ord(char) <= last for first, last in _CHINESE) else char


def _words(text: str) -> Iterator[str]:
    """The words of a folded text; a mark of punctuation is a word."""
    spaced = "".join(f" {char} " if _is_punctuation(char) else char for char in text)
    yield from spaced.split()


@lru_cache(maxsize=4096)
def _is_punctuation(char: str) -> bool:
    """Punctuation as Unicode has it, and all signs of ASCII ("$", "^")."""
    signs = char.isascii() and char.isprintable() and not char.isalnum() and not char.isspace()
    return signs or unicodedata.category(char).startswith("P")


@lru_cache(maxsize=65536)
def _cut(word: str) -> tuple[str, ...]:
    """A word as the longest pieces from its beginning on."""
    if len(word) > _LONGEST_WORD:
        return (_UNKNOWN,)
    vocabulary, pieces, start = _vocabulary(), [], 0
    while start < len(word):
        mark = _GOES_ON if start else ""
        ends = range(len(word), start, -1)
        end = next((end for end in ends if mark + word[start:end] in vocabulary), None)
        if end is None:
            return (_UNKNOWN,)
        pieces.append(mark + word[start:end])
        start = end
    return tuple(pieces)


@cache
def _vocabulary() -> Mapping[str, int]:
    """The number of each piece: its line in the packaged list."""
    return {piece: number for number, piece in enumerate(packaged_text("wordpieces.txt.gz").split("\n")[:-1])}
