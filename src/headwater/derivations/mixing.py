"""Texts that mix two sources: each passage gets its own parent, so that such a text does not draw two lines into one.

A text bridges two groups if its sentences align in blocks with one and the other, and the groups share nothing with
each other once it is set aside. A text from which two excerpts were taken looks much the same; but then all of both
stands in it, from the lead on, which two reports on one event never lend as a whole.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
import numpy.typing as npt
from msgspec import structs

from headwater.derivations.comparing import Judged
from headwater.derivations.directions import agency_of
from headwater.derivations.grouping import FLOOR, cut, merges
from headwater.derivations.labelling import label
from headwater.derivations.readings import Reading
from headwater.engines.base import Engine
from headwater.evidence import total
from headwater.types import Direction, Evidence, Span

__all__ = ["Mixture", "Source", "line_scores", "mixtures", "oriented_by"]

Floats = npt.NDArray[np.float64]
Pair = tuple[str, str]

_EVEN: Final = 0.45  # similarity of two sentences at which copying and chance are even, on written stories
_STEEP: Final = 10.0  # nats per unit of similarity
_MOST: Final = 4.0  # nats that one sentence can say
_SWITCH: Final = 2.0  # nats: to change from one source to another within a text
_CLOSE: Final = 0.5  # similarity from which a sentence counts as held by a neighbour
_BLOCK: Final = 2  # sentences that a source must have given
_SHARE: Final = 0.15  # of the text's words, likewise
_COMMON: Final = 0.3  # of what two neighbours hold of a text, the most that both may hold if it mixes them
_TURNS: Final = 3  # changes of source: first to second, back, and to the second again
_OWN: Final = 0.2  # of the words, the most that come from neither where two texts were woven into one
_ALL: Final = 0.7  # of a text's sentences, from which it may be an excerpt
_MIXED: Final = 3.0  # nats for the way from a source to the text that mixes it
_TOLD: Final = 1.25  # nats for a way, as for any pair; what is less is left open
_FULL: Final = 5  # free words of a sentence that can be looked for
_LEAD: Final = 3  # sentences


@dataclass(frozen=True, slots=True)
class Source:
    """A group of texts that gave a mixed text passages: so many words, in these sentences of it."""

    texts: tuple[str, ...]
    words: int
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Mixture:
    """A text made of several sources."""

    text: str
    sources: tuple[Source, ...]

    def given_by(self, other: str) -> tuple[Span, ...]:
        """The sentences that came from the source that a text is of; none if it is of no source."""
        return next((source.spans for source in self.sources if other in source.texts), ())

    def given_beside(self, line: Sequence[str]) -> tuple[Span, ...]:
        """The sentences that came from sources outside a line."""
        apart = (source.spans for source in self.sources if set(source.texts).isdisjoint(line))
        return tuple(span for spans in apart for span in spans)


@dataclass(frozen=True, slots=True, eq=False)
class _Held:
    """What the neighbours of a text hold of it: a row for each neighbour, a column for each sentence."""

    reading: Reading
    others: tuple[Reading, ...]
    similarity: Floats
    kept: Mapping[str, float]  # the share of each neighbour's own sentences that stand in the text
    lead: Mapping[str, float]  # the same of its lead

    @property
    def neighbours(self) -> tuple[str, ...]:
        """The ids of the neighbours."""
        return tuple(other.id for other in self.others)

    @property
    def words(self) -> Floats:
        """How many words each sentence has, masked ones too."""
        counts = np.bincount(self.reading.words.sentence, minlength=self.reading.words.sentences)
        return counts.astype(np.float64)

    @property
    def free(self) -> npt.NDArray[np.bool_]:
        """Whether each sentence has words outside masks."""
        return np.array([bool(keys) for keys in self.reading.free_keys], dtype=np.bool_)


def mixtures(readings: Sequence[Reading], judged: Sequence[Judged], engine: Engine) -> dict[str, Mixture]:
    """The texts of a story that mix sources, by id: none where no text stands between groups that share nothing.

    Two texts that credit one agency are taken for versions of its report, however little they share.

    Whoever turns out to have one source only joins the sources, and the others are looked at again.
    """
    table = {each.pair: each for each in judged}
    held = _held_all(readings, judged)
    suspects = _suspects(held, table)
    found: dict[str, Mixture] = {}
    while suspects:
        groups = _groups([reading.id for reading in readings if reading.id not in suspects], table, engine)
        mixed = (_mixture(held[text], groups) for text in sorted(suspects))
        found = {each.text: each for each in mixed if each is not None}
        if len(found) == len(suspects):
            return found
        suspects = set(found)
    return {}


def _suspects(held: Mapping[str, _Held], table: Mapping[Pair, Judged]) -> set[str]:
    """Texts that stand between strangers, the worst first: once it is set aside, others may be cleared."""
    between = {text: set(_bridged(each, table)) for text, each in held.items()}
    found: set[str] = set()
    while True:
        worst = max(sorted(between), key=lambda text: len(between[text]), default="")
        if not between.get(worst):
            return found
        found.add(worst)
        del between[worst]
        between = {text: {pair for pair in pairs if worst not in pair} for text, pairs in between.items()}


def _groups(texts: Sequence[str], table: Mapping[Pair, Judged], engine: Engine) -> tuple[tuple[str, ...], ...]:
    """The lines that some texts would be if there were no others."""
    chosen = set(texts)
    scores = {pair: each.one_line for pair, each in table.items() if chosen.issuperset(pair)}
    return cut(texts, merges(texts, scores, engine), 0.0)


def _held_all(readings: Sequence[Reading], judged: Sequence[Judged]) -> dict[str, _Held]:
    """For each text that shares passages with several others what they hold of it."""
    by_id = {reading.id: reading for reading in readings}
    pairs: dict[str, list[Judged]] = defaultdict(list)
    for each in judged:
        if each.derivation.score > 0:
            for text in each.pair:
                pairs[text].append(each)
    return {text: _held(by_id, text, found) for text, found in sorted(pairs.items()) if len(found) > 1}


def _held(readings: Mapping[str, Reading], text: str, pairs: Sequence[Judged]) -> _Held:
    similarity = np.zeros((len(pairs), readings[text].words.sentences))
    others, kept, lead = [], {}, {}
    for row, each in enumerate(pairs):
        side = each.pair.index(text)
        other = readings[each.pair[1 - side]]
        others.append(other)
        there = np.zeros(other.words.sentences, dtype=np.bool_)
        for pair in each.measures.free:
            here, across = (pair.left, pair.right)[:: 1 - 2 * side]
            similarity[row, here] = pair.similarity
            there[across] = pair.similarity >= _CLOSE
        full = np.array([len(keys) >= _FULL for keys in other.free_keys], dtype=np.bool_)
        kept[other.id], lead[other.id] = _share(there[full]), _share(there[full][:_LEAD])
    return _Held(readings[text], tuple(others), similarity, kept, lead)


def _share(flags: npt.NDArray[np.bool_]) -> float:
    return float(flags.mean()) if len(flags) else 0.0


def _bridged(held: _Held, table: Mapping[Pair, Judged]) -> Iterator[Pair]:
    """Pairs of neighbours that share nothing and hold different parts of the text."""
    close = held.similarity >= _CLOSE
    words = close * held.words
    both, each = words @ close.T, words.sum(axis=1)
    counts = close.sum(axis=1)[:, None] - close.astype(np.float64) @ close.T
    alone = each[:, None] - both  # words that the row's neighbour holds and the column's does not
    enough = (alone >= _SHARE * held.words.sum()) & (counts >= _BLOCK)
    apart = both <= _COMMON * np.minimum(each[:, None], each[None, :])
    for i, j in np.argwhere(enough & enough.T & apart):
        if i < j and _strangers(table, held.others[i], held.others[j]):
            yield held.others[i].id, held.others[j].id


def _strangers(table: Mapping[Pair, Judged], one: Reading, other: Reading) -> bool:
    """Whether nothing speaks for one line of two texts: neither what they share nor a common agency."""
    agency = agency_of(one.document)
    if agency and agency == agency_of(other.document):
        return False
    judged = table.get((min(one.id, other.id), max(one.id, other.id)))
    return judged is None or judged.one_line < 0


def _mixture(held: _Held, groups: Sequence[tuple[str, ...]]) -> Mixture | None:
    """The text's sources, if it has several that gave enough and are not excerpts of it."""
    sources = [group for group in groups if not set(group).isdisjoint(held.neighbours)]
    if len(sources) < 2:
        return None
    labels = _labels(held, sources)
    gave = [number for number in range(len(sources)) if _gave(held, labels, number)]
    words = [float(held.words[labels == number].sum()) for number in gave]
    if len(gave) < 2 or max(words) < held.words[labels < 0].sum():
        return None  # one source, or an own report that borrowed here and there
    if not _woven(held, labels, gave) and all(_excerpt(held, sources[number]) for number in gave):
        return None
    spans = [sentence.span for sentence in held.reading.document.sentences]
    return Mixture(
        held.reading.id,
        tuple(
            Source(sources[number], round(count), tuple(spans[each] for each in np.flatnonzero(labels == number)))
            for number, count in zip(gave, words, strict=True)
        ),
    )


def _gave(held: _Held, labels: npt.NDArray[np.int64], source: int) -> bool:
    """Whether a source gave more than a lent passage."""
    given = labels == source
    return int(given.sum()) >= _BLOCK and float(held.words[given].sum()) >= _SHARE * float(held.words.sum())


def _labels(held: _Held, sources: Sequence[tuple[str, ...]]) -> npt.NDArray[np.int64]:
    """The source of each sentence, -1 where it is the text's own."""
    rows = [[row for row, name in enumerate(held.neighbours) if name in source] for source in sources]
    best = np.array([held.similarity[each].max(axis=0) for each in rows])
    odds = np.clip((best - _EVEN) * _STEEP, -_MOST, _MOST) * held.free
    emissions = np.vstack((np.zeros(best.shape[1]), odds)).T
    return np.array(label(emissions, [0.0] * (len(sources) + 1), _SWITCH), dtype=np.int64) - 1


def _woven(held: _Held, labels: npt.NDArray[np.int64], gave: Sequence[int]) -> bool:
    """Whether the sources take turns and leave the text hardly a word of its own, as no two excerpts of it would."""
    own = float(held.words[~np.isin(labels, gave)].sum())
    turns = np.count_nonzero(np.diff([each for each in labels if each in gave]))
    return int(turns) >= _TURNS and own <= _OWN * float(held.words.sum())


def _excerpt(held: _Held, group: Sequence[str]) -> bool:
    """Whether the leads of all the group's texts, or nearly all that they say, stand in the text."""
    members = [name for name in group if name in held.lead]
    return all(held.lead[name] >= _CLOSE or held.kept[name] >= _ALL for name in members)


def oriented_by(judged: Sequence[Judged], mixed: Mapping[str, Mixture]) -> tuple[Judged, ...]:
    """The pairs with what mixing says of the way: the mixed text is the copy of each of its sources."""
    return tuple(_oriented(each, mixed) for each in judged)


def _oriented(pair: Judged, mixed: Mapping[str, Mixture]) -> Judged:
    """A pair of a mixed text and one of its sources; of what the text keeps beside it no third text is the origin."""
    left, right = pair.pair
    ways = [way for text, other, way in ((right, left, 1), (left, right, -1)) if _is_source(other, text, mixed)]
    if len(ways) != 1 or pair.derivation.direction is Direction.NONE:
        return pair
    sign = Evidence("mixes sources", ways[0] * _MIXED, "one alternates between texts that have nothing in common")
    towards = (sign, *pair.derivation.direction_evidence)
    score = total(towards)
    way = Direction.LEFT_TO_RIGHT if score > 0 else Direction.RIGHT_TO_LEFT
    direction = way if abs(score) >= _TOLD else Direction.UNDECIDED
    found = {"direction_evidence": towards, "common_evidence": (), "direction": direction}
    return replace(pair, derivation=structs.replace(pair.derivation, **found))


def _is_source(other: str, text: str, mixed: Mapping[str, Mixture]) -> bool:
    return text in mixed and bool(mixed[text].given_by(other))


def line_scores(judged: Sequence[Judged], mixed: Mapping[str, Mixture]) -> dict[Pair, float]:
    """The log-odds of one line for each pair, with mixed texts held apart from all sources but their main one."""
    home = _homes(judged, mixed)
    return {each.pair: FLOOR if _parted(*each.pair, home, mixed) else each.one_line for each in judged}


def _homes(judged: Sequence[Judged], mixed: Mapping[str, Mixture]) -> dict[str, frozenset[str]]:
    """The texts of the source that each mixed text belongs to; copies of one mixture go together."""
    words: dict[str, dict[tuple[str, ...], int]] = defaultdict(lambda: defaultdict(int))
    leader = _leaders(judged, mixed)
    for text, mixture in mixed.items():
        for source in mixture.sources:
            words[leader[text]][source.texts] += source.words
    best = {lead: max(sorted(counts), key=lambda source: counts[source]) for lead, counts in words.items()}
    return {text: frozenset(best[leader[text]]) for text in mixed}


def _leaders(judged: Sequence[Judged], mixed: Mapping[str, Mixture]) -> dict[str, str]:
    """For each mixed text the first of those that it is closest to, as far as these are mixed too."""
    closest: dict[str, tuple[float, str]] = {}
    for each in judged:
        for text, other in (each.pair, each.pair[::-1]):
            if text in mixed:
                closest[text] = max(closest.get(text, (-np.inf, "")), (each.one_line, other))
    leader = {text: text for text in mixed}
    for text in sorted(mixed):
        score, other = closest[text]
        if other in mixed and score > 0:
            one, two = leader[text], leader[other]
            leader = {name: min(one, two) if lead in (one, two) else lead for name, lead in leader.items()}
    return leader


def _parted(left: str, right: str, home: Mapping[str, frozenset[str]], mixed: Mapping[str, Mixture]) -> bool:
    """Whether a mixed text and another text stand in different lines because of what is mixed."""
    if left in home and right in home:
        return home[left] != home[right]
    text, other = (left, right) if left in home else (right, left)
    return text in home and other not in home[text] and bool(mixed[text].given_by(other))
