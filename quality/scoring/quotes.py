"""Quotes: found, and given to the right speaker."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations
from typing import Final, TypeAlias

from headwater.types import Quote, Span
from quality.scoring.gold import GoldQuote
from quality.scoring.measure import Item, Measure, count
from quality.scoring.reading import Reading

__all__ = ["measure_quotes"]

SAME_WORDS: Final = 0.5  # word Jaccard from which a quote is taken for the gold's
_WORD: Final = re.compile(r"[^\W_]+")
_Place: TypeAlias = tuple[GoldQuote, str]  # a quote in an article, by the key
_LITTLE: Final = frozenset(["a", "an", "the", "of", "one", "some"])


def measure_quotes(reading: Reading) -> tuple[Measure, ...]:
    """Return `quotes_found` and `speakers_right` by gold quote (any mention will do), both by mention, and readings.

    A quote is found where the brief has one that shares half the words or holds them all. Its speaker is right if the
    entity's name or a spelling ends in the surname of the gold speaker or of one of that entity's gold aliases; where
    the speaker is no entity, if the words of its source hold that surname, or a content word of a description.
    `readings_together` counts pairs of found mentions of one gold quote in two articles that are read in one family,
    `readings_merged` those of two speakers' quotes that are, too.
    """
    rows = [(quote, article, _best(reading, article, words)) for quote, article, words in _mentions(reading)]
    found = [(quote, article) for quote, article, hit in rows if hit]
    right = [(quote, article) for quote, article, hit in rows if hit and _speaker_is_right(reading, hit, quote)]
    marks = [_mark((quote, article) in found, (quote, article) in right) for quote, article, _ in rows]
    details = tuple(f"{m} {q.id} in {a}: {q.speaker}" for m, (q, a, _) in zip(marks, rows, strict=True))
    mentions = [(quote, article) for quote, article, _ in rows]
    return (
        count("quotes_found", _by_quote(reading, found), details),
        count("speakers_right", _by_quote(reading, right)),
        count("quote_mentions_found", _by_mention(mentions, found)),
        count("mention_speakers_right", _by_mention(mentions, right)),
        *_families(reading, [(quote, article, hit.id) for quote, article, hit in rows if hit]),
    )


def _families(reading: Reading, found: Sequence[tuple[GoldQuote, str, str]]) -> tuple[Measure, Measure]:
    """The found mentions in pairs: whose readings are one family, and whether they should be."""
    family_of = {one.quote: family.id for family in reading.brief.quote_families for one in family.readings}
    together, merged = [], []
    for (quote, article, one), (other_quote, other_article, other) in combinations(found, 2):
        joined = one == other or family_of.get(one, one) == family_of.get(other, other)
        item = Item(f"{quote.id} in {article}, {other_quote.id} in {other_article}", joined)
        if quote.id == other_quote.id and article != other_article:
            together.append(item)
        elif quote.speaker != other_quote.speaker:
            merged.append(item)
    return count("readings_together", together), count("readings_merged", merged)


def _by_quote(reading: Reading, hits: Sequence[_Place]) -> Iterator[Item]:
    met = {quote.id for quote, _ in hits}
    yield from (Item(quote.id, quote.id in met) for quote in reading.gold.quotes)


def _by_mention(mentions: Iterable[_Place], hits: Sequence[_Place]) -> Iterator[Item]:
    yield from (Item(f"{quote.id} in {article}", (quote, article) in hits) for quote, article in mentions)


def _mentions(reading: Reading) -> Iterator[tuple[GoldQuote, str, str]]:
    for quote in reading.gold.quotes:
        yield from ((quote, article, words) for article, words in quote.mentions.items())


def _best(reading: Reading, article: str, words: str) -> Quote | None:
    """Find the brief's quote nearest to the words, if near enough."""
    spans = reading.find(article, words)
    near = [(_nearness(reading, quote, spans), quote.id, quote) for quote in reading.brief.quotes]
    close = [entry for entry in near if entry[0] >= SAME_WORDS]
    return max(close, key=lambda entry: (entry[0], entry[1]))[2] if close else None


def _nearness(reading: Reading, quote: Quote, spans: tuple[Span, ...]) -> float:
    """Return the best word Jaccard; a quote that holds all the words is near enough however long it is."""
    return max((_near(reading, quote.content, span) for span in spans), default=0.0)


def _near(reading: Reading, content: Span, mention: Span) -> float:
    shared = reading.jaccard(content, mention)
    return max(shared, SAME_WORDS) if reading.contains(content, mention) else shared


def _speaker_is_right(reading: Reading, found: Quote, gold: GoldQuote) -> bool:
    known = next((entity for entity in reading.gold.entities if entity.name == gold.speaker), None)
    names = {_words(alias)[-1] for alias in (*(known.aliases if known else ()), gold.speaker)}
    entity = next((e for e in reading.brief.entities if e.id == found.speaker), None)
    if entity is not None:
        spelled = (entity.name, *(spelling.text for spelling in entity.spellings))
        return any(_words(name)[-1:] == [surname] for name in spelled for surname in names)
    said = set(_words(reading.words(found.source))) if found.source is not None else set()
    described = set() if known else set(_words(gold.speaker)) - _LITTLE
    return not said.isdisjoint(names | described)


def _words(text: str) -> list[str]:
    """Words in lower case, hyphens and apostrophes splitting; a possessive s dropped."""
    words = _WORD.findall(text.casefold())
    return words[:-1] if len(words) > 1 and words[-1] == "s" else words


def _mark(found: bool, right: bool) -> str:
    if right:
        return "+"
    return "~ wrong speaker" if found else "-"
