"""Paragraphs of a draft, as runs of sentences."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import NamedTuple

from headwater.testing.scribe.draft import Draft, Sentence

__all__ = ["Body", "Paragraph", "body", "is_credit", "joined", "paragraphs"]

Paragraph = tuple[Sentence, ...]


class Body(NamedTuple):
    """A text's paragraphs: its credits and lead on top, what may be moved about, the credits at its foot."""

    top: list[Paragraph]
    rest: list[Paragraph]
    foot: list[Paragraph]


def paragraphs(draft: Draft) -> list[Paragraph]:
    """The paragraphs of a draft, in order."""
    found: list[list[Sentence]] = []
    for sentence in draft.sentences:
        if sentence.opens or not found:
            found.append([])
        found[-1].append(sentence)
    return [tuple(each) for each in found]


def body(parts: Sequence[Paragraph]) -> Body:
    """The paragraphs by what they are to the text."""
    framing = [is_credit(part[0]) for part in parts]
    lead = next((number for number, credit in enumerate(framing) if not credit), len(parts) - 1) + 1
    foot = max((number for number, credit in enumerate(framing, 1) if not credit), default=lead)
    return Body(list(parts[:lead]), list(parts[lead:foot]), list(parts[foot:]))


def is_credit(sentence: Sentence) -> bool:
    """Whether the sentence is furniture, or a name in brackets at a text's foot."""
    return sentence.furniture or (sentence.opens and sentence.words[0].text == "(" and sentence.words[-1].text == ")")


def joined(draft: Draft, parts: Sequence[Sequence[Sentence]]) -> Draft:
    """The draft with these paragraphs, or rows of them, each opened by its first sentence."""
    opened = ((part[0]._replace(opens=True), *part[1:]) for part in parts if part)
    return draft.with_sentences(tuple(chain.from_iterable(opened)))
