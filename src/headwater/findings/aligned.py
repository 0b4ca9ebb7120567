"""Copied passages with their words aligned: where alterations are looked for."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping

from msgspec import Struct

from headwater.text.align import Edit, align_words
from headwater.types import DerivationKind, Document, Evidence, Passage, Span, Stemma, Token

__all__ = ["Aligned", "Change", "aligned_passages"]

_NOT_COPIED = frozenset({DerivationKind.INDEPENDENT})
_SAME_MARKS = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-"})


class Change(Struct, frozen=True):
    """A difference in one aligned passage. `altered` is "left", "right" or "" where the words alone do not tell."""

    kind: str  # an AlterationKind
    left: Span
    right: Span
    harm: str
    altered: str
    evidence: tuple[Evidence, ...]


class Aligned(Struct, frozen=True, dict=True):
    """Two documents' words inside one passage, and the edits between them.

    `left_words` and `right_words` are token indices without punctuation; the edits' indices count in them.
    """

    left: Document
    right: Document
    passage: Passage
    left_words: tuple[int, ...]
    right_words: tuple[int, ...]
    edits: tuple[Edit, ...]

    @functools.cached_property
    def kept(self) -> dict[int, int]:
        """Left token -> right token of the words that stayed."""
        return {
            self.left_words[edit.left_start + step]: self.right_words[edit.right_start + step]
            for edit in self.edits
            if edit.op == "equal"
            for step in range(edit.left_end - edit.left_start)
        }

    @property
    def likeness(self) -> float:
        """Kept words over the words of the longer side, 0 to 1."""
        return len(self.kept) / max(1, len(self.left_words), len(self.right_words))

    def swapped(self) -> Aligned:
        """The same passage seen from the other side."""
        passage = Passage(self.passage.right, self.passage.left, self.passage.similarity, self.passage.mask)
        edits = tuple(_swap(edit) for edit in self.edits)
        return Aligned(self.right, self.left, passage, self.right_words, self.left_words, edits)


def _swap(edit: Edit) -> Edit:
    op = {"insert": "delete", "delete": "insert"}.get(edit.op, edit.op)
    return Edit(op, edit.right_start, edit.right_end, edit.left_start, edit.left_end)


def aligned_passages(stemma: Stemma, documents: Mapping[str, Document]) -> Iterator[Aligned]:
    """Every passage between articles that share text, with its words aligned on folded lemmas."""
    for derivation in stemma.derivations:
        if derivation.kind in _NOT_COPIED:
            continue
        for passage in derivation.passages:
            if passage.mask in {"", "quote", "statement"}:
                yield _aligned(documents[derivation.left], documents[derivation.right], passage)


def _aligned(left: Document, right: Document, passage: Passage) -> Aligned:
    left_words, right_words = _words(left, passage.left), _words(right, passage.right)
    edits = align_words([_key(left.tokens[i]) for i in left_words], [_key(right.tokens[i]) for i in right_words])
    return Aligned(left, right, passage, left_words, right_words, edits)


def _words(document: Document, span: Span) -> tuple[int, ...]:
    return tuple(
        index
        for index, token in enumerate(document.tokens)
        if span.start <= token.start and token.end <= span.end and token.pos not in {"PUNCT", "SPACE"}
    )


def _key(token: Token) -> str:
    return token.lemma.translate(_SAME_MARKS)
