"""Texts that hold more than one text: background added, two wires conflated, passages borrowed, a version updated."""

from __future__ import annotations

from collections.abc import Sequence

from headwater.testing.scribe.draft import Draft, Sentence, added
from headwater.testing.scribe.pen import Pen
from headwater.testing.scribe.structure.paragraphs import Paragraph, joined, paragraphs

__all__ = ["borrow", "conflate", "expand", "inherit"]

_BLOCK: Sequence[int] = (1, 2, 2, 3)  # paragraphs in a block of a conflated text


def expand(draft: Draft, pen: Pen, *, background: Sequence[str], sentences: int = 4) -> Draft:
    """The text with paragraphs of background that come from nowhere put in after the lead, `sentences` in all."""
    parts = paragraphs(draft)
    chosen = pen.random.sample(list(background), min(sentences, len(background)))
    for first in range(0, len(chosen), 2):
        place = pen.random.randint(min(2, len(parts)), len(parts))
        parts.insert(place, tuple(each for sentence in chosen[first : first + 2] for each in added(sentence)))
    return joined(draft, parts)


def conflate(draft: Draft, pen: Pen, *, other: Draft) -> Draft:
    """Blocks of this text and of another by turns, this one's lead first; neither is used up."""
    mine, theirs = paragraphs(draft), [part for part in paragraphs(other) if not any(each.furniture for each in part)]
    kept: list[Paragraph] = []
    while mine and theirs:
        for source in (mine, theirs):
            size = pen.random.choice(_BLOCK)
            kept += source[:size]
            del source[:size]
    return joined(draft, kept)


def borrow(draft: Draft, pen: Pen, *, lender: Draft, passages: int = 1) -> Draft:
    """An own report with `passages` paragraphs from the lower half of another text put in after its own middle."""
    parts = paragraphs(draft)
    theirs = [part for part in paragraphs(lender) if not any(each.furniture for each in part)]
    lower = theirs[len(theirs) // 2 :]
    for part in pen.random.sample(lower, min(passages, len(lower))):
        parts.insert(pen.random.randint(max(1, len(parts) // 2), len(parts)), part)
    return joined(draft, parts)


def inherit(newer: Draft, older: Draft) -> Draft:
    """A newer version of a text, with the older one's words where a sentence is the same, word for word."""
    known = {_wording(sentence): sentence for sentence in older.sentences}
    return newer.with_sentences(
        [
            known.get(_wording(each), each)._replace(opens=each.opens, furniture=each.furniture)
            for each in newer.sentences
        ]
    )


def _wording(sentence: Sentence) -> tuple[str, ...]:
    return tuple(word.text for word in sentence.words)
