"""Cutting: editors cut from the tail first, and dull sentences in the middle; the lead stays."""

from __future__ import annotations

from headwater.testing.scribe.draft import Draft, Sentence
from headwater.testing.scribe.pen import Pen
from headwater.testing.scribe.structure.paragraphs import Paragraph, joined, paragraphs

__all__ = ["abridge", "trim"]


def trim(draft: Draft, pen: Pen, *, keep: float = 0.6) -> Draft:
    """The first paragraphs, up to about `keep` of the words (at least the first two paragraphs)."""
    parts = paragraphs(draft)
    wanted = keep * sum(len(sentence.words) for sentence in draft.sentences)
    kept: list[Paragraph] = []
    length = 0
    for part in parts:
        if len(kept) >= 2 and length >= wanted:
            break
        kept.append(part)
        length += sum(len(sentence.words) for sentence in part)
    return joined(draft, kept)


def abridge(draft: Draft, pen: Pen, *, keep: float = 0.6) -> Draft:
    """About `keep` of the sentences: the lead for certain, the later the likelier to go."""
    body = [number for number, sentence in enumerate(draft.sentences) if not sentence.furniture]
    drop = round((1 - keep) * len(body))
    weights = {number: pen.random.random() ** (1 / rank) for rank, number in enumerate(body) if rank}
    gone = set(sorted(weights, key=lambda number: -weights[number])[:drop])
    parts = paragraphs(draft)
    number = 0
    kept: list[list[Sentence]] = []
    for part in parts:
        kept.append([sentence for order, sentence in enumerate(part, number) if order not in gone])
        number += len(part)
    return joined(draft, kept)
