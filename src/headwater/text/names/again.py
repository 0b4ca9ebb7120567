"""Where a known name stands again in a text, found over folded words: case, accents and hyphens do not matter."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from headwater.text.spelling import fold

__all__ = ["KnownNames", "Occurrence"]

_WORD: Final = re.compile(r"[^\W_]+(?:['’ʼ.][^\W_]+)*")
_POSSESSIVE: Final = re.compile(r"['’ʼ][sS]$")
_GAP: Final = re.compile(r" |-|–|\u00a0| & ")


class Occurrence(NamedTuple):
    """A name's place: code points `start` to `end`, without a possessive, and its folded form."""

    start: int
    end: int
    key: str


class _Word(NamedTuple):
    start: int
    end: int
    whole: str  # folded as it stands
    stem: str  # folded without a possessive


class KnownNames:
    """Names to look for, folded, indexed once for any number of texts."""

    def __init__(self, keys: Iterable[str]) -> None:
        self._by_first: dict[str, list[tuple[str, ...]]] = {}
        for key in keys:
            parts = tuple(key.split())
            if parts:
                self._by_first.setdefault(parts[0], []).append(parts)
        for names in self._by_first.values():
            names.sort(key=lambda parts: (-len(parts), parts))

    def places(self, text: str) -> Iterator[Occurrence]:
        """Yield every place in `text` where one of the names stands, longest first, without overlap, in order."""
        words = [_word(match) for match in _WORD.finditer(text)]
        index = 0
        while index < len(words):
            parts = self._match(text, words, index)
            if parts:
                last = words[index + len(parts) - 1]
                yield Occurrence(words[index].start, _end(text, last, parts[-1]), " ".join(parts))
            index += max(1, len(parts))

    def _match(self, text: str, words: Sequence[_Word], index: int) -> tuple[str, ...]:
        """The longest name whose words stand from `index` on, () if none does."""
        first = words[index]
        options = self._by_first.get(first.whole, [])
        if first.stem != first.whole:
            options = options + self._by_first.get(first.stem, [])
        return next((parts for parts in options if _stands(text, words[index : index + len(parts)], parts)), ())


def _word(match: re.Match[str]) -> _Word:
    written = match.group()
    whole = fold(written)
    stem = fold(_POSSESSIVE.sub("", written)) if written[-1] in "sS" else whole
    return _Word(match.start(), match.end(), whole, stem)


def _stands(text: str, words: Sequence[_Word], parts: tuple[str, ...]) -> bool:
    if len(words) < len(parts) or parts[-1] not in (words[-1].whole, words[-1].stem):
        return False
    if any(word.whole != part for word, part in zip(words[:-1], parts[:-1], strict=True)):
        return False
    return all(_GAP.fullmatch(text[left.end : right.start]) for left, right in itertools.pairwise(words))


def _end(text: str, word: _Word, part: str) -> int:
    """The name's end: before a possessive, after the last dot of an abbreviation."""
    if part != word.whole:
        possessive = _POSSESSIVE.search(text[word.start : word.end])
        return word.start + possessive.start() if possessive else word.end
    dotted = "." in text[word.start : word.end] and text[word.end : word.end + 1] == "."
    return word.end + dotted
