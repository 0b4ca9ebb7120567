"""Which way a text went: signs in the texts themselves first, publication times only softly.

The weights are log-likelihood ratios in nats as the literature on textual criticism and newsroom practice suggests
them; they are priors, not fitted, because no labelled set tells directions (docs/derivation.md). Positive speaks for
left to right. Below `_ABSTAIN` in all, nothing is said.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from headwater.derivations.measures import FreePair, Measures
from headwater.derivations.readings import Reading
from headwater.evidence import total
from headwater.text.agencies import agency_named
from headwater.text.align import align_words
from headwater.text.cues import is_speech_verb
from headwater.text.words import fold
from headwater.types import Direction, Document, EntityKind, Evidence, FurnitureKind, Sentence, Span, Token

__all__ = ["agency_of", "by_metadata", "direction_evidence", "direction_of", "outlet_agency"]

_ABSTAIN: Final = 2.0
_OWN_SHARE: Final = 0.2  # share of sentences without a partner from which a text keeps material of its own

_CREDIT: Final = 4.0
_DANGLER: Final = 2.0
_TRIMMED: Final = 1.5
_MARKS_LOST: Final = 1.5
_VAGUE: Final = 1.0
_HEDGE: Final = 1.0
_CUT: Final = 1.0
_EARLIER: Final = 0.7

_VAGUE_WORDS: Final = frozenset(
    {"dozens", "scores", "hundreds", "thousands", "several", "some", "many", "few", "numerous", "multiple"}
)
_HEDGES: Final = frozenset(
    {"allegedly", "reportedly", "apparently", "purportedly", "alleged", "suspected", "presumed", "possibly", "probably"}
)
_AGENCY_PLACES: Final = (
    FurnitureKind.DATELINE,
    FurnitureKind.BYLINE,
    FurnitureKind.CREDIT,
    FurnitureKind.CONTRIBUTORS,
    FurnitureKind.COPYRIGHT,
)


def agency_of(document: Document) -> str:
    """The agency an article credits, by its metadata or its own furniture; '' if none."""
    if document.article.agency is not None:
        return document.article.agency.value
    return next((part.value for part in document.furniture if part.kind in _AGENCY_PLACES and part.value), "")


def outlet_agency(document: Document) -> str:
    """The agency that published an article itself; '' if its outlet is none or unknown."""
    outlet = document.article.outlet
    return agency_named(outlet.value) if outlet is not None else ""


def direction_of(
    left: Reading, right: Reading, measures: Measures, evidence: tuple[Evidence, ...], *, whole: bool
) -> Direction:
    """One of the four outcomes: a way, an unseen common origin, or undecided."""
    score = total(evidence)
    if score >= _ABSTAIN:
        return Direction.LEFT_TO_RIGHT
    if score <= -_ABSTAIN:
        return Direction.RIGHT_TO_LEFT
    return Direction.COMMON_ORIGIN if _common(left, right, measures, whole) else Direction.UNDECIDED


def _common(left: Reading, right: Reading, measures: Measures, whole: bool) -> bool:
    """Whether both took from an agency text that neither is, or each keeps what the other lacks of a whole."""
    credited = agency_of(left.document), agency_of(right.document)
    published = outlet_agency(left.document), outlet_agency(right.document)
    if credited[0] and credited[0] == credited[1]:
        return credited[0] not in published
    neither = all(measures.ordered <= (1 - _OWN_SHARE) * count for count in measures.sentences)
    return whole and neither


def direction_evidence(left: Reading, right: Reading, measures: Measures) -> tuple[Evidence, ...]:
    """All signs of a way between two texts, at most one of each name for each way."""
    found = [*by_metadata(left.document, right.document)]
    found += _from_texts(left, right, measures, 1)
    found += _from_texts(right, left, measures, -1)
    found += _by_cut(measures)
    return tuple(sorted(found, key=lambda each: (-abs(each.score), each.name, each.score)))


def by_metadata(left: Document, right: Document) -> tuple[Evidence, ...]:
    """Signs outside the texts. Credits are strong, times weak: crawl times mislead, and pages are back-dated."""
    return tuple(_metadata(left, right))


def _metadata(left: Document, right: Document) -> Iterator[Evidence]:
    for one, other, sign in ((left, right, 1.0), (right, left, -1.0)):
        agency = agency_of(other)
        if agency and agency == outlet_agency(one) and outlet_agency(other) != agency:
            yield Evidence("credit", sign * _CREDIT, f"{other.article.name} credits {agency}")
    days = left.article.published, right.article.published
    if days[0] is not None and days[1] is not None and days[0].value[:10] != days[1].value[:10]:
        sign = 1.0 if days[0].value[:10] < days[1].value[:10] else -1.0
        yield Evidence("published earlier", sign * _EARLIER, f"{days[0].value[:10]} and {days[1].value[:10]}")


@dataclass(frozen=True, slots=True)
class _Sides:
    """An aligned sentence pair seen from the text that might be the source."""

    source: Document
    copy: Document
    here: Sentence
    there: Sentence

    def evidence(self, name: str, score: float, detail: str, sign: int) -> Evidence:
        spans = (self.here.span, self.there.span) if sign > 0 else (self.there.span, self.here.span)
        return Evidence(name, sign * score, detail, *spans)


def _from_texts(source: Reading, copy: Reading, measures: Measures, sign: int) -> list[Evidence]:
    """Signs that `copy` was made from `source`; `sign` is 1 where `source` is the left text."""
    first: dict[str, Evidence] = {}
    for pair in measures.free:
        for evidence in _of_sentences(_sides(source.document, copy.document, pair, sign), sign):
            first.setdefault(evidence.name, evidence)
    for found in measures.pairs:
        ours, theirs = (found.left, found.right) if sign > 0 else (found.right, found.left)
        for evidence in _of_quotes(source, copy, ours[0], theirs[0], sign):
            first.setdefault(evidence.name, evidence)
    dangler = _dangler(source.document, copy.document, sign)
    return [*first.values(), *([dangler] if dangler else [])]


def _sides(source: Document, copy: Document, pair: FreePair, sign: int) -> _Sides:
    ours, theirs = (pair.left, pair.right) if sign > 0 else (pair.right, pair.left)
    return _Sides(source, copy, source.sentences[ours], copy.sentences[theirs])


def _of_sentences(sides: _Sides, sign: int) -> Iterator[Evidence]:
    """What a copyist loses inside one sentence: exact numbers, hedges, the word on who said it."""
    ours, theirs = _tokens(sides.source, sides.here), _tokens(sides.copy, sides.there)
    words = [_folded(sides.source, ours), _folded(sides.copy, theirs)]
    for edit in align_words(*words):
        gone = ours[edit.left_start : edit.left_end]
        come = set(words[1][edit.right_start : edit.right_end])
        if edit.op == "replace" and len(gone) <= 3 and any(t.pos == "NUM" for t in gone) and come & _VAGUE_WORDS:
            yield sides.evidence("number made vague", _VAGUE, "an exact number became a vague one", sign)
        if set(words[0][edit.left_start : edit.left_end]) & _HEDGES and not set(words[1]) & _HEDGES:
            yield sides.evidence("hedge dropped", _HEDGE, "a word of caution is gone", sign)
    if _attributed(sides.source, ours) and not _attributed(sides.copy, theirs) and not _attributed_near(sides):
        yield sides.evidence("attribution dropped", _HEDGE, "the word on who said it is gone", sign)


def _tokens(document: Document, sentence: Sentence) -> list[Token]:
    tokens = document.tokens[sentence.first : sentence.last]
    return [token for token in tokens if fold(document.article.text[token.start : token.end])]


def _folded(document: Document, tokens: list[Token]) -> list[str]:
    return [fold(document.article.text[token.start : token.end]) for token in tokens]


def _attributed(document: Document, tokens: list[Token]) -> bool:
    lemmas = [token.lemma for token in tokens]
    accords = any(pair == ("accord", "to") for pair in itertools.pairwise(lemmas))
    return accords or any(token.pos == "VERB" and is_speech_verb(token.lemma) for token in tokens)


def _attributed_near(sides: _Sides) -> bool:
    """Whether a neighbour of the copy's sentence names who said it, as where one sentence was split into two."""
    at = sides.copy.sentences.index(sides.there)
    beside = sides.copy.sentences[max(0, at - 1) : at + 2]
    return any(_attributed(sides.copy, _tokens(sides.copy, sentence)) for sentence in beside)


def _of_quotes(source: Reading, copy: Reading, here: int, there: int, sign: int) -> Iterator[Evidence]:
    """A quote that got shorter, or that lost its marks: the fuller one is nearer the speaker."""
    ours, theirs = _quoted_words(source, here), _quoted_words(copy, there)
    if len(ours) < 6:
        return
    spans = source.document.sentences[here].span, copy.document.sentences[there].span
    left, right = spans if sign > 0 else spans[::-1]
    if 4 <= len(theirs) <= len(ours) - 4 and _within(theirs, ours):
        detail = f"{len(theirs)} of {len(ours)} quoted words are left"
        yield Evidence("quote trimmed", sign * _TRIMMED, detail, left, right)
    if not theirs and _within(ours, copy.words.forms[copy.in_sentence(there)].tolist()):
        yield Evidence("quotation marks lost", sign * _MARKS_LOST, "the quoted words stand without marks", left, right)


def _quoted_words(reading: Reading, sentence: int) -> list[int]:
    within = reading.in_sentence(sentence)
    forms: list[int] = reading.words.forms[within][reading.quoted[within]].tolist()
    return forms


def _within(part: list[int], whole: list[int]) -> bool:
    return any(whole[at : at + len(part)] == part for at in range(len(whole) - len(part) + 1))


def _dangler(source: Document, copy: Document, sign: int) -> Evidence | None:
    """A surname in `copy` that nothing introduces there, though `source` gives the full name."""
    full = {_last(source, span): span for span in _persons(source) if _words(source, span) > 1}
    known: set[str] = set()
    for span in _persons(copy):
        name = _last(copy, span)
        if _words(copy, span) == 1 and name not in known and name in full:
            spans = (full[name], span) if sign > 0 else (span, full[name])
            return Evidence("dangling surname", sign * _DANGLER, "a surname without an introduction", *spans)
        known.add(name)
    return None


def _persons(document: Document) -> list[Span]:
    return [name.span for name in document.names if name.kind is EntityKind.PERSON]


def _words(document: Document, span: Span) -> int:
    return len(document.article.text[span.start : span.end].split())


def _last(document: Document, span: Span) -> str:
    return fold(document.article.text[span.start : span.end].split()[-1])


def _by_cut(measures: Measures) -> Iterator[Evidence]:
    """A text that is nearly all in the other, which goes on: the longer one was cut."""
    shares = [measures.ordered / max(1, count) for count in measures.sentences]
    for sign, own, other in ((1.0, shares[0], shares[1]), (-1.0, shares[1], shares[0])):
        if other >= 0.85 and own <= 0.7:
            yield Evidence("cut", sign * _CUT, f"{other:.0%} of one is in the other, of which it is {own:.0%}")
