"""What a line is called, and what shows that its newsroom did reporting of its own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt

from headwater.derivations.directions import agency_of
from headwater.derivations.readings import RUN, Reading
from headwater.text.cues import is_speech_verb
from headwater.text.shingles import member, ngrams
from headwater.text.words import inside
from headwater.types import Document, EntityKind, Evidence, FurnitureKind, Sentence, Unseen

__all__ = ["DERIVED", "NO_LINK", "OWN", "Common", "common_to_lines", "label_of", "own_reporting", "standing_of"]

Hashes = npt.NDArray[np.uint64]

OWN: Final = "own reporting shown"
DERIVED: Final = "derived from an unseen original"
NO_LINK: Final = "no link found"

_UNNAMED: Final = re.compile(
    r"\bon (?:the )?condition of anonymity\b|\b(?:asked|declined|refused) (?:not )?to be (?:named|identified)\b"
    r"|\bnot authori[sz]ed to (?:speak|talk|brief|comment|make)\b",
    re.IGNORECASE,
)
_SIGNS: Final = (FurnitureKind.DATELINE, FurnitureKind.BYLINE, FurnitureKind.CONTRIBUTORS)
_ENOUGH: Final = 2  # sources of its own that show reporting even where no byline or dateline is left


@dataclass(frozen=True, slots=True, eq=False)
class Common:
    """Word runs and word forms that two lines or more have; sorted hashes."""

    runs: Hashes
    forms: Hashes


def label_of(members: Sequence[Document], unseen: Unseen | None) -> str:
    """A line's name for a reader: its agency, outlet or byline, else the name of its first article."""
    agencies = sorted({agency for each in members if (agency := agency_of(each))})
    if agencies:
        return agencies[0]
    if unseen is not None:
        return f"{unseen.label} behind {members[0].article.name}"
    first = members[0].article
    known = first.outlet or first.byline
    return known.value if known is not None else first.name


def standing_of(unseen: Unseen | None, own: Sequence[Evidence]) -> str:
    """One of the three standings. A line without a sign is "no link found", which is not "independent"."""
    if unseen is not None:
        return DERIVED
    signed = any(part.name in ("dateline", "byline") for part in own)
    sources = sum(part.name not in ("dateline", "byline") for part in own)
    return OWN if sources >= (1 if signed else _ENOUGH) else NO_LINK


def common_to_lines(lines: Sequence[Sequence[Reading]]) -> Common:
    """What stands in two lines or more: such words are nobody's own."""
    return Common(
        runs=_repeated([[reading.runs for reading in line] for line in lines]),
        forms=_repeated([[reading.words.forms for reading in line] for line in lines]),
    )


def _repeated(lines: Sequence[Sequence[Hashes]]) -> Hashes:
    held = [np.unique(np.concatenate(line)) for line in lines]
    values, counts = np.unique(np.concatenate(held), return_counts=True) if held else (np.zeros(0, np.uint64), 0)
    return np.asarray(values[counts > 1], dtype=np.uint64)


def own_reporting(members: Sequence[Reading], common: Common) -> tuple[Evidence, ...]:
    """What a line has that no other line has: a dateline or byline, quotes, named and unnamed sources, with spans."""
    return tuple(
        evidence
        for reading in members
        for evidence in (*_signs(reading.document), *_quotes(reading, common), *_sources(reading, common))
    )


def _signs(document: Document) -> Iterator[Evidence]:
    for part in document.furniture:
        if part.kind in _SIGNS:
            name = "dateline" if part.kind is FurnitureKind.DATELINE else "byline"
            yield Evidence(name, 1.0, "signed at the place or by a reporter", part.span)
    if document.article.byline is not None:
        yield Evidence("byline", 1.0, document.article.byline.value, document.article.byline.span)


def _quotes(reading: Reading, common: Common) -> Iterator[Evidence]:
    for span in reading.document.quoted:
        runs = ngrams(reading.words.forms[inside(reading.words, (span,))], RUN)
        if len(runs) and not member(runs, common.runs).any():
            yield Evidence("own quote", 1.0, "a quote that no other line has", span)


def _sources(reading: Reading, common: Common) -> Iterator[Evidence]:
    """Unnamed officials, and people who speak in no other line."""
    for number, sentence in enumerate(reading.document.sentences):
        text = reading.document.article.text[sentence.span.start : sentence.span.end]
        if _UNNAMED.search(text) and not _told_elsewhere(reading, number, common):
            yield Evidence("unnamed source", 1.0, "somebody who would not be named", sentence.span)
        if _speaks(reading.document, sentence):
            yield from _speakers(reading, sentence, common)


def _told_elsewhere(reading: Reading, sentence: int, common: Common) -> bool:
    runs = ngrams(reading.words.forms[reading.in_sentence(sentence)], RUN)
    return bool(len(runs)) and float(member(runs, common.runs).mean()) > 0.2


def _speakers(reading: Reading, sentence: Sentence, common: Common) -> Iterator[Evidence]:
    """People of a sentence that says who said something, whose last names stand in no other line."""
    for name in reading.document.names:
        if name.kind is EntityKind.PERSON and sentence.span.start <= name.span.start < sentence.span.end:
            last = reading.words.forms[inside(reading.words, (name.span,))][-1:]
            if len(last) and not member(last, common.forms).any():
                yield Evidence("own source", 1.0, "somebody who speaks in no other line", name.span)


def _speaks(document: Document, sentence: Sentence) -> bool:
    return any(
        token.pos == "VERB" and is_speech_verb(token.lemma) for token in document.tokens[sentence.first : sentence.last]
    )
