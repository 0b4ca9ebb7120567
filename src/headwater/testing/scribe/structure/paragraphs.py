"""Paragraphs of a draft, as runs of sentences."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from headwater.testing.scribe.draft import Draft, Sentence

__all__ = ["Paragraph", "joined", "paragraphs"]

Paragraph = tuple[Sentence, ...]


def paragraphs(draft: Draft) -> list[Paragraph]:
    """The paragraphs of a draft, in order."""
    found: list[list[Sentence]] = []
    for sentence in draft.sentences:
        if sentence.opens or not found:
            found.append([])
        found[-1].append(sentence)
    return [tuple(each) for each in found]


def joined(draft: Draft, parts: Sequence[Sequence[Sentence]]) -> Draft:
    """The draft with these paragraphs, or rows of them, each opened by its first sentence."""
    opened = ((part[0]._replace(opens=True), *part[1:]) for part in parts if part)
    return draft.with_sentences(tuple(chain.from_iterable(opened)))
