"""Texts that hold more than one text: background added, two wires conflated, passages borrowed, a version updated."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from headwater.testing.scribe.draft import Draft, Sentence, added
from headwater.testing.scribe.pen import Pen
from headwater.testing.scribe.structure.leaning import blocks
from headwater.testing.scribe.structure.paragraphs import Paragraph, body, is_credit, joined, paragraphs

__all__ = ["borrow", "conflate", "expand", "inherit", "untold"]

_BLOCK: Sequence[int] = (1, 2, 2, 3)  # paragraphs in a block of a conflated text
_SAME: Final = 4  # quoted words in a row that make two quotations the same
_LIKE: Final = 0.5  # the share of words in common from which a sentence says again what another said


def expand(draft: Draft, pen: Pen, *, background: Sequence[str], sentences: int = 4) -> Draft:
    """The text with paragraphs of background that come from nowhere put in after the lead, `sentences` in all.

    Background that the text has already, from an earlier copyist, is left out.
    """
    top, parts, foot = body(blocks(paragraphs(draft)))
    fresh = untold(draft, background)
    chosen = pen.random.sample(fresh, min(sentences, len(fresh)))
    for first in range(0, len(chosen), 2):
        place = pen.random.randint(min(1, len(parts)), len(parts))
        parts.insert(
            place, tuple(each._replace(opens=False) for text in chosen[first : first + 2] for each in added(text))
        )
    return joined(draft, [*top, *parts, *foot])


def untold(draft: Draft, background: Sequence[str]) -> list[str]:
    """The sentences of background that no copyist has added to the draft yet."""
    told = [_content(each) for each in draft.sentences if all(word.place is None for word in each.words)]
    return [text for text in background if not any(_alike(_content(added(text)[0]), each) for each in told)]


def conflate(draft: Draft, pen: Pen, *, other: Draft) -> Draft:
    """Blocks of this text and of another by turns, this one's lead first, until one of them is used up.

    The other's lead and its paragraphs with a quotation that this text has too are left out, if others are left.
    """
    mine, theirs = blocks(paragraphs(draft)), _lendable(other)
    theirs = _unheard(theirs[1:], draft) or theirs
    if not (mine and theirs):
        return draft
    kept: list[Paragraph] = []
    while mine and theirs:
        for source in (mine, theirs):
            size = pen.random.choice(_BLOCK)
            kept += source[:size]
            del source[:size]
    return joined(draft, kept)


def borrow(draft: Draft, pen: Pen, *, lender: Draft, passages: int = 1) -> Draft:
    """An own report with `passages` paragraphs from the lower half of another text put in after its own middle."""
    top, parts, foot = body(blocks(paragraphs(draft)))
    theirs = _lendable(lender)
    theirs = _unheard(theirs, draft) or theirs
    lower = theirs[len(theirs) // 2 :]
    for part in pen.random.sample(lower, min(passages, len(lower))):
        parts.insert(pen.random.randint(len(parts) // 2, len(parts)), part)
    return joined(draft, [*top, *parts, *foot])


def inherit(newer: Draft, older: Draft) -> Draft:
    """A newer version of a text, whose words come from the older one where a sentence is the same, word for word."""
    known = {_wording(sentence): sentence for sentence in older.sentences}
    return newer.with_sentences([_descended(each, known.get(_wording(each), each)) for each in newer.sentences])


def _descended(sentence: Sentence, ancestor: Sentence) -> Sentence:
    """A sentence that stands where it stood, its words at home where the ancestor's are."""
    pairs = zip(sentence.words, ancestor.words, strict=True)
    return sentence._replace(words=tuple(word._replace(place=old.place, edits=old.edits) for word, old in pairs))


def _lendable(draft: Draft) -> list[Paragraph]:
    """The paragraphs of a text, with those that lean on them, that hold no furniture."""
    return [part for part in blocks(paragraphs(draft)) if not any(is_credit(each) for each in part)]


def _unheard(parts: Sequence[Paragraph], draft: Draft) -> list[Paragraph]:
    """The paragraphs with no quotation that the draft has."""
    heard = frozenset(_quoted(draft.sentences))
    return [part for part in parts if heard.isdisjoint(_quoted(part))]


def _quoted(sentences: Iterable[Sentence]) -> Iterator[tuple[str, ...]]:
    for sentence in sentences:
        said = [word.text.lower() for word in sentence.words if word.quoted]
        yield from (tuple(said[start : start + _SAME]) for start in range(len(said) - _SAME + 1))


def _wording(sentence: Sentence) -> tuple[str, ...]:
    return tuple(word.text for word in sentence.words)


def _content(sentence: Sentence) -> frozenset[str]:
    return frozenset(word.text.lower() for word in sentence.words if word.text.isalpha())


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) > _LIKE * len(one | other)
