"""Stage 3b. Documents, Stemma -> Documents: copied words keep the days that their origin meant by them.

"Monday" in a text copied on the next Tuesday is the Monday of the day on which it was first written. A relative date in
words that an article took from another is therefore read as it was read there: counted from the dateline of the
origin, else from its day of publication. `Date.anchor` says from which day.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec

from headwater.origins import copied_passages, turned
from headwater.text.spans import holds
from headwater.types import Date, Document, Passage, Span, Stemma

__all__ = ["inherit_anchors"]


def inherit_anchors(documents: Sequence[Document], stemma: Stemma) -> tuple[Document, ...]:
    """The documents in their order, the relative dates of copied words read as the origin of the words reads them.

    A date is taken over where the stemma names a parent among `documents` and the aligned sentence of
    the parent has the same expression; words that a copyist changed ("yesterday" for "Monday") are the copyist's own
    and count from the copyist's day. Through several copies the first writer's day holds. Of two texts with one unseen
    original the one published first stands nearest to its day. A parent whose day is later than the copy's is not
    believed. Absolute dates stay as they are; offsets never change.
    """
    origins = _Origins({document.article.id: document for document in documents}, stemma)
    return tuple(
        msgspec.structs.replace(document, dates=tuple(origins.read(date) for date in document.dates))
        for document in documents
    )


class _Origins:
    """Where the words of a date were taken from."""

    def __init__(self, documents: Mapping[str, Document], stemma: Stemma) -> None:
        self._documents = documents
        self._taken = _by_child((*_taken(stemma), *_shared(stemma, documents)))

    def read(self, date: Date) -> Date:
        """The date as the first text to have these words reads it, at its own place; itself if nobody else had them."""
        origin, seen = date, {date.span}
        while (parent := self._parent(origin)) is not None and parent.span not in seen:
            seen.add(parent.span)
            origin = parent
        return date if origin is date else msgspec.structs.replace(origin, span=date.span)

    def _parent(self, date: Date) -> Date | None:
        """The same expression in the text that these words were taken from."""
        if not date.anchor and date.first is not None:
            return None  # absolute: it means the same on every day
        holding = (each for each in self._taken.get(date.span.article, ()) if holds(each.right, date.span))
        return next((found for each in holding if (found := self._answering(date, each)) is not None), None)

    def _answering(self, date: Date, passage: Passage) -> Date | None:
        """The same expression on the parent's side; of several the one at the same turn."""
        here, there = self._alike(date, passage.right), self._alike(date, passage.left)
        if len(here) != len(there):
            return None
        parent = there[here.index(date)]
        return parent if parent.anchor and (not date.anchor or parent.anchor <= date.anchor) else None

    def _alike(self, date: Date, side: Span) -> list[Date]:
        """The dates of one side of a passage that are put in the words of `date`."""
        dates = self._documents[side.article].dates if side.article in self._documents else ()
        return [each for each in dates if holds(side, each.span) and self._words(each) == self._words(date)]

    def _words(self, date: Date) -> list[str]:
        return self._documents[date.span.article].article.text[date.span.start : date.span.end].lower().split()


def _taken(stemma: Stemma) -> Iterator[Passage]:
    """What was taken, the parent's side on the left: whole texts sentence by sentence, and the passages lent."""
    yield from copied_passages(stemma)
    for edge in stemma.edges:
        if not edge.whole:
            yield from (each for each in edge.passages if not each.mask and each.left.article == edge.parent)


def _shared(stemma: Stemma, documents: Mapping[str, Document]) -> Iterator[Passage]:
    """What two texts of one unseen original share, the one published first on the left."""
    unseen = {each.id for each in stemma.unseen}
    original = {edge.child: edge.parent for edge in stemma.edges if edge.whole and edge.parent in unseen}
    for pair in stemma.derivations:
        if original.get(pair.left, pair.left) != original.get(pair.right, pair.right):
            continue
        left, right = (_published(documents.get(article)) for article in (pair.left, pair.right))
        if left and right and left != right:
            yield from (each if left < right else turned(each) for each in pair.sentences)


def _published(document: Document | None) -> str:
    return document.article.published.value[:10] if document and document.article.published else ""


def _by_child(passages: Iterable[Passage]) -> Mapping[str, Sequence[Passage]]:
    found: dict[str, list[Passage]] = defaultdict(list)
    for passage in passages:
        found[passage.right.article].append(passage)
    return found
