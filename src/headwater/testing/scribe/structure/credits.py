"""Credits: kept, dropped, or given at the foot."""

from __future__ import annotations

from headwater.testing.scribe.draft import Draft, untagged
from headwater.testing.scribe.pen import Pen
from headwater.testing.scribe.structure.paragraphs import is_credit

__all__ = ["credit", "drop_furniture"]


def drop_furniture(draft: Draft, pen: Pen) -> Draft:
    """The text without datelines, bylines and credit lines."""
    return draft.with_sentences([sentence for sentence in draft.sentences if not is_credit(sentence)])


def credit(draft: Draft, pen: Pen, *, source: str) -> Draft:
    """The text with a line at its foot that names where it comes from."""
    words = pen.random.choice(
        (
            f"This story was first published by {source}.",
            f"Source: {source}",
            f"({source})",
            f"With reporting by {source}.",
        )
    )
    return draft.with_sentences((*draft.sentences, untagged(words)._replace(opens=True, furniture=True)))
