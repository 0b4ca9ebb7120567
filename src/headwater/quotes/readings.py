"""One utterance over the articles: the quotes that are readings of it, the longest complete witness as their base.

A story's quotes are collated like the witnesses of a text: words are compared as lemmas, in order (longest common
subsequence), and against the shorter side, so that a trimmed reading still belongs. Two translations of one speech
share fewer words; the same speaker then weighs more (families of variants after Leskovec et al. 2009).
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Final

import numpy as np
from rapidfuzz.distance import LCSseq

from headwater.engines.local import LocalEngine
from headwater.evidence import cite
from headwater.text.spans import meets
from headwater.text.words import digest
from headwater.text.wordset import wordset
from headwater.types import Cited, Document, Entity, Quote, QuoteFamily, QuoteForm, QuoteReading, Span

__all__ = ["collate"]

_SPOKEN: Final = frozenset({QuoteForm.DIRECT, QuoteForm.MIXED, QuoteForm.UNMARKED})
_MARKED: Final = frozenset({QuoteForm.DIRECT, QuoteForm.MIXED})
_LIGHT: Final = wordset("be have do say not n't will would can could may might shall should")
_CONTENT: Final = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM", "ADV"})
_CAP: Final = 200  # quotes that share a word; a word in more of them tells nothing


class _Who(Enum):
    """How the speakers of two quotes stand to each other."""

    SAME = "same"
    OPEN = "open"  # at least one is not resolved
    OTHER = "other"


# Least share of the shorter reading's words found in order in the other one, and least length in words. A different
# or unknown speaker needs more: the same words by chance are then likelier than one utterance.
_ENOUGH: Final = {_Who.SAME: (0.6, 2), _Who.OPEN: (0.75, 5), _Who.OTHER: (0.85, 7)}
_TRANSLATED: Final = (0.45, 8)  # two translations: least share of content words, least length, same speaker only
_NEAR: Final = 0.8  # from here a reading without marks is the quote that lost them, not a paraphrase
_UNMARKED_WEIGHT: Final = 0.8  # a witness that lost its marks was edited: it must be longer by a quarter to be the base


@dataclass(frozen=True, slots=True)
class _Reading:
    """A quote with its words: lemmas in order, and the content words among them."""

    quote: Quote
    words: tuple[str, ...]
    content: frozenset[str]
    source: frozenset[str]  # content words of the source phrase

    @property
    def place(self) -> tuple[str, int, int, str]:
        span = self.quote.content
        return span.article, span.start, -span.end, self.quote.id


def collate(
    quotes: Sequence[Quote], documents: Sequence[Document], entities: Sequence[Entity]
) -> tuple[QuoteFamily, ...]:
    """Group the quotes of a story into families of readings of one utterance, in the order of their bases.

    A spoken quote that no other article has is a family of one; indirect speech joins a family but makes none. Each
    reading is typed against the base. The result does not depend on the order of the arguments.
    """
    by_id = {document.article.id: document for document in documents}
    readings = sorted(_readings(quotes, by_id), key=lambda reading: reading.place)
    numbered = {f"{number:06}": reading for number, reading in enumerate(readings)}
    edges = [pair for pair in _candidates(numbered) if _is_one_utterance(numbered[pair[0]], numbered[pair[1]])]
    groups = [[numbered[key] for key in group] for group in LocalEngine().components(numbered, edges)]
    families = sorted((_ordered(group) for group in groups if _is_family(group)), key=lambda group: group[0].place)
    names = {entity.id: entity.name for entity in entities}
    return tuple(_family(number, group, by_id, names) for number, group in enumerate(families, start=1))


def _readings(quotes: Sequence[Quote], documents: Mapping[str, Document]) -> Iterator[_Reading]:
    """The quotes with their words; a paraphrase that holds marked words of its own is left to those."""
    marked: dict[tuple[str, int], list[Span]] = defaultdict(list)
    for quote in quotes:
        if quote.form in _MARKED and quote.cue is not None:
            marked[quote.cue.article, quote.cue.start].append(quote.content)
    for quote in quotes:
        document = documents.get(quote.content.article)
        if document is None:
            continue
        own = marked[quote.cue.article, quote.cue.start] if quote.cue is not None else []
        if quote.form is QuoteForm.INDIRECT and any(meets(quote.content, span) for span in own):
            continue
        words, content = _words(document, quote.content)
        source = frozenset() if quote.source is None else _words(document, quote.source)[1]
        if words:
            yield _Reading(quote, words, content, source)


def _words(document: Document, span: Span) -> tuple[tuple[str, ...], frozenset[str]]:
    """The lemmas of a span in order, "n't" as "not", and the content words among them."""
    first = bisect_left(document.tokens, span.start, key=lambda token: token.start)
    last = bisect_left(document.tokens, span.end, key=lambda token: token.start)
    tokens = [token for token in document.tokens[first:last] if token.pos not in {"PUNCT", "SPACE", "SYM"}]
    words = tuple("not" if token.lemma in {"n't", "n’t"} else token.lemma.casefold() for token in tokens)
    content = frozenset(
        token.lemma.casefold() for token in tokens if token.pos in _CONTENT and token.lemma not in _LIGHT
    )
    return words, content


def _candidates(readings: Mapping[str, _Reading]) -> list[tuple[str, str]]:
    keys = ((key, np.array([digest(word) for word in reading.content], np.uint64)) for key, reading in readings.items())
    return LocalEngine().pairs(keys, _CAP)


def _is_one_utterance(left: _Reading, right: _Reading) -> bool:
    """Tell whether quotes of two articles are readings of one utterance."""
    if left.quote.content.article == right.quote.content.article:
        return False
    if not {left.quote.form, right.quote.form} & _SPOKEN or not left.content & right.content:
        return False
    who = _who(left, right)
    share, least = _ENOUGH[who]
    size = min(len(left.words), len(right.words))
    if size >= least and _in_order(left, right) >= share:
        return size >= 4 or left.content == right.content
    share, least = _TRANSLATED
    common = len(left.content & right.content) / max(1, min(len(left.content), len(right.content)))
    spoken = {left.quote.form, right.quote.form} <= _SPOKEN
    return who is _Who.SAME and spoken and size >= least and common >= share


def _in_order(left: _Reading, right: _Reading) -> float:
    """Share of the shorter reading's words that the other has in the same order, 0 to 1."""
    return LCSseq.similarity(left.words, right.words) / min(len(left.words), len(right.words))


def _who(left: _Reading, right: _Reading) -> _Who:
    """Compare the speakers; sources described in the same words count as one."""
    if left.quote.speaker and right.quote.speaker:
        return _Who.SAME if left.quote.speaker == right.quote.speaker else _Who.OTHER
    if not left.quote.speaker and not right.quote.speaker and left.source and right.source:
        return _Who.SAME if left.source <= right.source or right.source <= left.source else _Who.OPEN
    return _Who.OPEN


def _is_family(group: Sequence[_Reading]) -> bool:
    """Tell whether readings are worth telling: several, or one utterance that somebody is said to have spoken."""
    if len(group) > 1:
        return True
    only = group[0]
    spoken = only.quote.form in _SPOKEN and (only.quote.source is not None or bool(only.quote.speaker))
    return spoken and len(only.words) >= 3 and len(only.content) >= (1 if only.quote.form is QuoteForm.DIRECT else 2)


def _ordered(group: Iterable[_Reading]) -> list[_Reading]:
    """Base first: spoken before indirect, then the longest, unmarked ones at a discount, then by place."""
    return sorted(
        group,
        key=lambda reading: (
            reading.quote.form not in _SPOKEN,
            -len(reading.words) * (1 if reading.quote.form in _MARKED else _UNMARKED_WEIGHT),
            reading.place,
        ),
    )


def _family(
    number: int, group: Sequence[_Reading], documents: Mapping[str, Document], names: Mapping[str, str]
) -> QuoteFamily:
    speaker = _speaker(group)
    base, *others = group
    rest = sorted(others, key=lambda reading: reading.place)
    readings = [
        QuoteReading(base.quote.id, "base"),
        *(QuoteReading(item.quote.id, _difference(base, item)) for item in rest),
    ]
    return QuoteFamily(f"quote-{number}", speaker, _speaker_text(group, speaker, documents, names), tuple(readings))


def _speaker(group: Sequence[_Reading]) -> str:
    """The speaker that most readings have, the base's on a tie; '' if none is resolved."""
    counts = Counter(reading.quote.speaker for reading in group if reading.quote.speaker)
    return counts.most_common(1)[0][0] if counts else ""


def _speaker_text(
    group: Sequence[_Reading], speaker: str, documents: Mapping[str, Document], names: Mapping[str, str]
) -> Cited:
    """The speaker's name, else the words of the source, with the spans of the sources; else the quote's own words."""
    sources = [item.quote.source for item in group if item.quote.source is not None and item.quote.speaker == speaker]
    if speaker in names:
        return cite(names[speaker], sources or [group[0].quote.content])
    if sources:
        source = sources[0]
        return cite(documents[source.article].article.text[source.start : source.end], sources)
    return cite("unnamed speaker", [group[0].quote.content])


def _difference(base: _Reading, other: _Reading) -> str:
    """How a reading differs from the base, in the words of `QuoteReading`; the first that holds."""
    share = _in_order(base, other)
    lost = base.quote.form in _MARKED and other.quote.form not in _MARKED
    if _who(base, other) is _Who.OTHER:
        return "other speaker"
    if lost and share >= _NEAR:
        return "marks lost"
    if base.words == other.words:
        return "same"
    if other.quote.form is QuoteForm.INDIRECT:
        return "paraphrase"
    return "trimmed" if _is_stretch(other.words, base.words) else "wording"


def _is_stretch(short: Sequence[str], long: Sequence[str]) -> bool:
    """Tell whether one is an unbroken stretch of the other: a word left out inside ("not"!) is another wording."""
    size = len(short)
    return size < len(long) and any(
        tuple(long[start : start + size]) == tuple(short) for start in range(len(long) - size + 1)
    )
