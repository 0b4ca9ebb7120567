"""Cutting: editors cut from the tail first, and dull sentences in the middle; the lead stays."""

from __future__ import annotations

from itertools import count

from headwater.testing.scribe.draft import Draft
from headwater.testing.scribe.pen import Pen
from headwater.testing.scribe.structure.leaning import units
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
    """About `keep` of the sentences: the lead for certain, the later the likelier to go, with what leans on them."""
    body = units(draft.sentences)
    drop = round((1 - keep) * sum(len(unit) for unit in body))
    turn = {unit: pen.random.random() ** (1 / rank) for rank, unit in enumerate(body) if rank}
    gone: set[int] = set()
    for unit in sorted(turn, key=lambda unit: -turn[unit]):
        if len(gone) < drop:
            gone.update(unit)
    numbers = count()
    return joined(draft, [[each for each in part if next(numbers) not in gone] for part in paragraphs(draft)])
