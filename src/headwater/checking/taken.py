"""A draft read as a copy of what it took: every alteration between its claims and the sentences they come from.

Each claim faces the sentence of a report that has most of it, as a passage of a copy faces its original; the detectors
of alterations do the rest. Only claims of which a report has the better part are read so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from headwater.evidence import total
from headwater.findings import find_alterations
from headwater.text.mentions import EntityIndex
from headwater.types import (
    Alteration,
    AlterationKind,
    Aspect,
    Count,
    Derivation,
    DerivationKind,
    Direction,
    Document,
    Line,
    Passage,
    Quote,
    Span,
    Stemma,
)

__all__ = ["Taken", "aspect_of_kind", "changes_in"]

_LINE: Final = "line:draft"
_ASPECTS: Final[Mapping[AlterationKind, Aspect]] = {
    AlterationKind.NUMBER: Aspect.NUMBER,
    AlterationKind.NAME: Aspect.WHO,
    AlterationKind.DATE: Aspect.DATE,
    AlterationKind.PLACE: Aspect.PLACE,
    AlterationKind.NEGATION: Aspect.POLARITY,
    AlterationKind.ROLE: Aspect.ROLE,
    AlterationKind.ATTRIBUTION: Aspect.ATTRIBUTION,
    AlterationKind.CERTAINTY: Aspect.CERTAINTY,
    AlterationKind.MARKS_LOST: Aspect.QUOTE,
    AlterationKind.WORDING: Aspect.WHAT,
}

Taken = tuple[Span, Span]
"""A claim of the draft, and the sentence of a report that it faces."""


def aspect_of_kind(kind: AlterationKind) -> Aspect:
    """The part of a claim that an alteration of a kind changes."""
    return _ASPECTS[kind]


def changes_in(
    draft: Document,
    documents: Sequence[Document],
    taken: Iterable[Taken],
    entities: EntityIndex,
    quotes: Sequence[Quote],
) -> tuple[Alteration, ...]:
    """What was altered between the sentences of the reports and the draft's claims, `altered` in the draft.

    `entities` and `quotes` are those of the draft and the reports together.
    """
    facing: dict[str, list[Taken]] = defaultdict(list)
    for claim, sentence in taken:
        facing[sentence.article].append((claim, sentence))
    by_id = {document.article.id: document for document in documents}
    every = [
        each
        for article in sorted(facing)
        for each in _changes(draft, by_id[article], facing[article], entities, quotes)
    ]
    return tuple(sorted(every, key=lambda each: (each.altered, each.kind, each.sound)))


def _changes(
    draft: Document, report: Document, facing: Sequence[Taken], entities: EntityIndex, quotes: Sequence[Quote]
) -> Iterable[Alteration]:
    pair = sorted((draft, report), key=lambda document: document.article.id)
    two = {document.article.id for document in pair}
    theirs = [quote for quote in quotes if quote.content.article in two]
    found = find_alterations(_stemma(draft, report, facing), pair, entities, theirs)
    return (_turned(each, draft.article.id) for each in found if _is_ours(each, draft.article.id))


def _is_ours(one: Alteration, draft: str) -> bool:
    return (
        {one.altered.article, one.sound.article} != {draft}
        and total(one.evidence) > 0
        and draft
        in (
            one.altered.article,
            one.sound.article,
        )
    )


def _turned(one: Alteration, draft: str) -> Alteration:
    """The alteration with the draft's words as the altered ones: the reports are what it is held against."""
    if one.altered.article == draft:
        return one
    return Alteration(one.id, one.kind, one.altered, one.sound, one.decided, one.harm, one.support, one.evidence)


def _stemma(draft: Document, report: Document, facing: Sequence[Taken]) -> Stemma:
    """The two as one line, the draft a copy of the report in the passages that face each other."""
    one, other = draft.article.id, report.article.id
    left, right = sorted((one, other))
    passages = tuple(
        Passage(claim, sentence, 1.0) if left == one else Passage(sentence, claim, 1.0) for claim, sentence in facing
    )
    way = Direction.RIGHT_TO_LEFT if left == one else Direction.LEFT_TO_RIGHT
    derivation = Derivation(left, right, DerivationKind.COPY, way, 1.0, passages, (), sentences=passages)
    line = Line(_LINE, "draft", other, (left, right), "no link found")
    return Stemma("draft", (derivation,), (), (), (line,), Count(1, 1, 1))
