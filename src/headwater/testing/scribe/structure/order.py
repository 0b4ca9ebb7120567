"""Paragraphs in another order."""

from __future__ import annotations

from headwater.testing.scribe.draft import Draft
from headwater.testing.scribe.pen import Pen
from headwater.testing.scribe.structure.leaning import blocks
from headwater.testing.scribe.structure.paragraphs import body, joined, paragraphs

__all__ = ["reorder"]


def reorder(draft: Draft, pen: Pen, *, moves: int = 3) -> Draft:
    """`moves` paragraphs after the lead put in elsewhere after the lead, each with those that lean on it."""
    top, rest, foot = body(blocks(paragraphs(draft)))
    for _ in range(moves if len(rest) > 1 else 0):
        part = rest.pop(pen.random.randrange(len(rest)))
        rest.insert(pen.random.randrange(len(rest) + 1), part)
    return joined(draft, [*top, *rest, *foot])
