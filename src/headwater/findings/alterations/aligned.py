"""Passages that two articles share, with their words aligned: where alterations are looked for.

Passages of the same wording are aligned once, and what is found in nothing but their words is found once (`alike`).
"""

from __future__ import annotations

import functools
import itertools
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Final

from msgspec import Struct, structs

from headwater.findings.alterations.between import passages_between
from headwater.findings.alterations.substitutes import answers, put_for
from headwater.findings.alterations.texts import Text
from headwater.findings.alterations.wordings import Wordings
from headwater.text.align import Edit, align_words
from headwater.types import AlterationKind, Derivation, DerivationKind, Passage, Span, Token

__all__ = ["Aligned", "Change", "Detector", "aligned_passages", "alike", "both_ways"]

_NOT_COPIED: Final = frozenset({DerivationKind.INDEPENDENT})
_NO_REPORT: Final = frozenset({"furniture", "chrome"})
_SAME_MARKS = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-"})
_SWAPPED_OP: Final = {"insert": "delete", "delete": "insert"}
_SWAPPED_SIDE: Final = {"left": "right", "right": "left", "": ""}

Detector = Callable[["Aligned"], Iterator["Change"]]


class Change(Struct, frozen=True):
    """A difference in one aligned passage. `altered` is "left", "right" or "" where the words alone do not tell.

    `clue` names what gives it away, `detail` says it in this case's words: `confidence` weighs clues by their names.
    """

    kind: AlterationKind
    left: Span
    right: Span
    harm: str
    altered: str
    clue: str
    detail: str

    def swapped(self) -> Change:
        """The same change seen from the other side."""
        altered = _SWAPPED_SIDE[self.altered]
        return Change(self.kind, self.right, self.left, self.harm, altered, self.clue, self.detail)


class Aligned(Struct, frozen=True, dict=True):
    """Two texts' words inside one passage, and the edits between them.

    `left_words` and `right_words` are token indices without punctuation; the edits' indices count in them. `first` is
    the first passage of the same wording, from which the rest is read off; None for that one itself.
    """

    left: Text
    right: Text
    passage: Passage
    left_words: tuple[int, ...]
    right_words: tuple[int, ...]
    edits: tuple[Edit, ...]
    first: Aligned | None = None

    @functools.cached_property
    def found(self) -> dict[Detector, tuple[Change, ...]]:
        """What was found in the words of this passage, by the detectors that were asked."""
        return {}

    @functools.cached_property
    def verbatim(self) -> bool:
        """Whether the two sides are the same to the letter: most passages of copies are."""
        return self.left.read(self.passage.left) == self.right.read(self.passage.right)

    @functools.cached_property
    def kept(self) -> dict[int, int]:
        """Left token -> right token of the words that stayed."""
        return {
            self.left_words[edit.left_start + step]: self.right_words[edit.right_start + step]
            for edit in self.edits
            if edit.op == "equal"
            for step in range(edit.left_end - edit.left_start)
        }

    @functools.cached_property
    def put(self) -> dict[int, int]:
        """Left token -> right token that was put in its place, whatever it means."""
        if self.first is not None:
            return self._here(self.first, self.first.put)
        pairs: dict[int, int] = {}
        for edit in self.edits:
            if edit.op == "replace":
                left = self.left_words[edit.left_start : edit.left_end]
                right = self.right_words[edit.right_start : edit.right_end]
                pairs.update(put_for(self.left.tokens, self.right.tokens, left, right))
        return pairs

    @functools.cached_property
    def answered(self) -> dict[int, int]:
        """Left token -> right token that says the same: kept words, synonyms put in their place, words moved."""
        if self.first is not None:
            return self._here(self.first, self.first.answered)
        said = {
            left: right for left, right in self.put.items() if answers(self.left.tokens[left], self.right.tokens[right])
        }
        return {**self._moved, **said, **self.kept}

    @functools.cached_property
    def held(self) -> dict[int, int]:
        """Left token -> right token of the words that stayed, in their place or in another."""
        return {**self._moved, **self.kept}

    @functools.cached_property
    def held_there(self) -> frozenset[int]:
        """The right tokens that stayed."""
        return frozenset(self.held.values())

    @functools.cached_property
    def _moved(self) -> dict[int, int]:
        """Content words that left their place: each side holds the lemma once among what was not kept."""
        if self.first is not None:
            return self._here(self.first, self.first._moved)
        left = _once(self.left.tokens, [i for i in self.left_words if i not in self.kept])
        taken = set(self.kept.values())
        right = _once(self.right.tokens, [i for i in self.right_words if i not in taken])
        return {left[key]: right[key] for key in left.keys() & right.keys()}

    @functools.cached_property
    def likeness(self) -> float:
        """Kept words over the words of the longer side, 0 to 1."""
        return len(self.kept) / max(1, len(self.left_words), len(self.right_words))

    @functools.cached_property
    def agreement(self) -> float:
        """Words that say the same over the words of the longer side, 0 to 1."""
        return len((self.first or self).answered) / max(1, len(self.left_words), len(self.right_words))

    @functools.cached_property
    def swapped(self) -> Aligned:
        """The same passage seen from the other side."""
        passage = Passage(self.passage.right, self.passage.left, self.passage.similarity, self.passage.mask)
        edits = tuple(
            Edit(_SWAPPED_OP.get(edit.op, edit.op), edit.right_start, edit.right_end, edit.left_start, edit.left_end)
            for edit in self.edits
        )
        first = self.first.swapped if self.first is not None else None
        return Aligned(self.right, self.left, passage, self.right_words, self.left_words, edits, first)

    def _here(self, first: Aligned, pairs: Mapping[int, int]) -> dict[int, int]:
        """Pairs of tokens of the first passage as they are numbered here."""
        if not pairs:
            return {}
        left, right = self.left_words[0] - first.left_words[0], self.right_words[0] - first.right_words[0]
        return {one + left: other + right for one, other in pairs.items()}


def both_ways(find: Detector, aligned: Aligned) -> Iterator[Change]:
    """What a detector finds that looks for a loss on the right side, from either side."""
    return itertools.chain(find(aligned), (change.swapped() for change in find(aligned.swapped)))


def alike(find: Detector, aligned: Aligned) -> Iterator[Change]:
    """What a detector finds that reads nothing but the words of the sentences: looked for once in each wording."""
    first = aligned.first or aligned
    if find not in first.found:
        first.found[find] = tuple(find(first))
    return (_moved(change, first.passage, aligned.passage) for change in first.found[find])


def _moved(change: Change, first: Passage, here: Passage) -> Change:
    """A change that was found in the first passage, at the place of another."""
    left, right = _shifted(change.left, first.left, here.left), _shifted(change.right, first.right, here.right)
    return structs.replace(change, left=left, right=right)


def _shifted(span: Span, first: Span, here: Span) -> Span:
    by = here.start - first.start
    return Span(here.article, span.start + by, span.end + by)


def aligned_passages(
    derivations: Iterable[Derivation], texts: Mapping[str, Text], wordings: Wordings | None = None
) -> Iterator[Aligned]:
    """Every passage between articles that share text, with its words aligned on folded lemmas.

    `wordings` are those of earlier passages of the same texts.
    """
    wordings = wordings or Wordings()
    firsts: dict[tuple[int, int], Aligned] = {}
    for derivation in derivations:
        if derivation.kind in _NOT_COPIED:
            continue
        left, right = texts[derivation.left], texts[derivation.right]
        for passage in (*derivation.sentences, *passages_between(derivation, left, right)):
            if passage.mask not in _NO_REPORT:
                wording = wordings.number(left, passage.left), wordings.number(right, passage.right)
                aligned = _aligned(left, right, passage, firsts.get(wording))
                firsts.setdefault(wording, aligned)
                yield aligned


def _aligned(left: Text, right: Text, passage: Passage, first: Aligned | None) -> Aligned:
    left_words, right_words = left.words(passage.left), right.words(passage.right)
    if first is not None:
        return Aligned(left, right, passage, left_words, right_words, first.edits, first)
    edits = align_words([_key(left.tokens[i]) for i in left_words], [_key(right.tokens[i]) for i in right_words])
    return Aligned(left, right, passage, left_words, right_words, edits)


def _once(tokens: tuple[Token, ...], words: list[int]) -> dict[str, int]:
    found: dict[str, list[int]] = {}
    for index in words:
        if tokens[index].pos in {"NOUN", "PROPN", "VERB", "ADJ", "NUM"}:
            found.setdefault(_key(tokens[index]), []).append(index)
    return {key: places[0] for key, places in found.items() if len(places) == 1}


def _key(token: Token) -> str:
    return token.lemma.translate(_SAME_MARKS)
