"""How doubtful each word of a claim is: the chance that the reports do not bear it out, from its traits.

A logistic model of traits (`weights`), as in the detection of unsupported words in summaries (Goyal and Durrett 2020
judge dependency arcs so, Kryscinski et al. 2020 whole sentences; here every variable can be shown). A second one adds
up a claim: the log chances that its words are borne out, all together and the worst once more; how much of the claim is
in no report at all; and what was altered in words that it took.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from headwater.checking.bearing import Bearing
from headwater.checking.measures import Measure
from headwater.checking.traits import Seen, Trait, traits_of
from headwater.checking.weights import FITTED, Table
from headwater.evidence import total
from headwater.types import Alteration, Evidence, Span

__all__ = ["Doubt", "alteration_strength", "doubts_of", "evidence_of"]

_SHOWN: Final = 8  # words with evidence of their own; the rest are added up
_SUREST: Final = 4.0  # nats
_LEAST: Final = 0.02  # nats below which a word is not shown by itself
_WORDS: Final = {
    "absent": "in no report",
    "far": "only elsewhere in the reports",
    "elsewhere": "only elsewhere in the reports",
    "alike": "only a like word in the reports",
}


@dataclass(frozen=True, slots=True)
class Doubt:
    """A word of a claim (its index), its traits, and the chance that it is not borne out (0 to 1)."""

    word: int
    traits: tuple[Trait, ...]
    chance: float

    def trait(self, *names: str) -> Trait | None:
        """The first trait of one of these names."""
        return next((trait for trait in self.traits if trait.name in names), None)

    @property
    def borne_out(self) -> float:
        """The log chance that the word is borne out: 0 at best."""
        return math.log(max(1e-4, 1 - self.chance))


def doubts_of(bearing: Bearing, table: Table = FITTED) -> tuple[Doubt, ...]:
    """Each word of a claim that says something, in order, with how doubtful it is."""
    seen = Seen.of(bearing)
    return tuple(Doubt(word, traits, _chance(traits, table)) for word, traits in traits_of(seen))


def _chance(traits: Sequence[Trait], table: Table) -> float:
    odds = table.bias + sum(table.words.get(trait.name, 0.0) * trait.value for trait in traits)
    return 1 / (1 + math.exp(-odds))


def evidence_of(
    bearing: Bearing,
    doubts: Sequence[Doubt],
    measures: Sequence[Measure] = (),
    changes: Sequence[Alteration] = (),
    table: Table = FITTED,
) -> tuple[Evidence, ...]:
    """The named parts of a claim's log-odds of being borne out: what holds of the whole, then the doubtful words.

    `changes` are the alterations in it, read as a copy.
    """
    parts = [
        Evidence("base rate", table.base_rate, "before the words are looked at"),
        *(_measured(each, table) for each in measures),
        *_altered(changes, table),
        *_of_words(bearing, doubts, table),
    ]
    return tuple(part for part in parts if part.score or part.name == "base rate")


def _measured(measure: Measure, table: Table) -> Evidence:
    score = round(table.measures.get(measure.name, 0.0) * measure.value, 3)
    return Evidence(measure.name, score, measure.detail, measure.claim, measure.report)


def _altered(changes: Sequence[Alteration], table: Table) -> Iterator[Evidence]:
    """Each kind of alteration once, as sure as the surest of its kind."""
    best: dict[str, Alteration] = {}
    for one in changes:
        held = best.get(one.kind.value)
        if held is None or total(one.evidence) > total(held.evidence):
            best[one.kind.value] = one
    for kind, one in sorted(best.items()):
        score = table.altered * alteration_strength(one)
        yield Evidence(f"altered: {kind}", round(score, 3), one.harm, one.altered, one.sound)


def alteration_strength(one: Alteration) -> float:
    """How much an alteration counts: its log-odds, within limits that no single detector may leave."""
    return min(_SUREST, max(0.0, total(one.evidence)))


def _of_words(bearing: Bearing, doubts: Sequence[Doubt], table: Table) -> Iterator[Evidence]:
    """The most doubtful words one by one, then all others together."""
    worst = sorted(doubts, key=lambda doubt: (round(doubt.borne_out, 9), doubt.word))
    rest, others = 0.0, 0
    for rank, doubt in enumerate(worst):
        score = doubt.borne_out * (table.every_word + (table.worst_word if rank == 0 else 0.0))
        if rank < _SHOWN and score <= -_LEAST:
            yield _evidence(bearing, doubt, score, table)
        else:
            rest, others = rest + score, others + 1
    if round(rest, 3):
        yield Evidence("all other words", round(rest, 3), f"{others} words")


def _evidence(bearing: Bearing, doubt: Doubt, score: float, table: Table) -> Evidence:
    met = bearing.met.get(doubt.word)
    there = next((trait.report for trait in doubt.traits if trait.report is not None), None)
    if there is None and met is not None:
        there = bearing.side(met.sentence).span(met.word, met.word)
    claim = bearing.claim.span(doubt.word, doubt.word)
    return Evidence(_name(doubt, table), round(score, 3), _detail(bearing, doubt, claim), claim, there)


def _name(doubt: Doubt, table: Table) -> str:
    """What weighs most against the word."""
    against = [trait for trait in doubt.traits if trait.report is not None and table.words.get(trait.name, 0.0) > 0]
    strongest = max(against, key=lambda trait: (table.words[trait.name] * trait.value, trait.name), default=None)
    return strongest.name if strongest is not None else doubt.traits[0].name


def _detail(bearing: Bearing, doubt: Doubt, claim: Span) -> str:
    text = bearing.claim.document.article.text
    state = doubt.traits[0].name.rpartition(" ")[2]
    return f"“{text[claim.start : claim.end]}” {_WORDS.get(state, 'in a report')}"
