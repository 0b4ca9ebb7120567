"""Tolls: how many people an article tells to have been killed or hurt, where no number of its own says so.

News tells single victims as people, not as numbers. The people that an article tells of are counted up, the fewest
that its words can be about (`persons`), and the sum is a value like any other: a lower bound, with the words for each
of them. Where the article gives the number itself, that number stands; a total that it tells ("the toll rose to five")
is a mention of so many people, of whom those told one by one are a part.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import msgspec
from msgspec import Struct

from headwater.figures.events import claim_of, days_of_story, of_event
from headwater.figures.headlines import OVERSOLD
from headwater.figures.persons import Person, people_in
from headwater.figures.values import INDEFINITE, Reading, value_of
from headwater.figures.victims import Victim, victims_in
from headwater.origins import Origins
from headwater.text.mentions import EntityIndex
from headwater.text.revisions import is_former
from headwater.text.spans import meets
from headwater.types import Claim, Document, FigureValue, Quantity, Span

__all__ = ["attackers_of", "victims_of_event", "with_tolls"]

_ROLES: Final = ("killed", "injured")
_SHAPELESS: Final = 1e9  # numbers from which nobody is counted


class _Toll(Struct, frozen=True):
    """The people of one role in one article, and how many of its own numbers stand for all of them."""

    role: str
    people: tuple[Person, ...]
    mentions: tuple[Victim, ...]

    @property
    def number(self) -> int:
        """How many they are at least."""
        return len(self.people)


def victims_of_event(
    found: Sequence[Reading],
    claims: Sequence[Claim],
    documents: Mapping[str, Document],
    entities: EntityIndex,
) -> dict[str, tuple[Victim, ...]]:
    """For each article its mentions of killed and hurt that are of the story's event, totals among them."""
    oversold = [one.value.quantity.span for one in found if one.weak == OVERSOLD]
    totals = _totals([one for one in found if one.weak != OVERSOLD], documents)
    told = {}
    for article, document in sorted(documents.items()):
        mentions = (*victims_in(document, entities), *totals.get(article, ()))
        told[article] = sorted(
            (one for one in mentions if not _any_meets(oversold, one.span)), key=lambda one: one.span
        )
    by_article = _by_article(claims)
    return of_event(told, documents, by_article, days_of_story(by_article))


def with_tolls(
    found: Sequence[Reading],
    told: Mapping[str, Sequence[Victim]],
    claims: Sequence[Claim],
    documents: Mapping[str, Document],
    origins: Origins,
) -> tuple[Reading, ...]:
    """The readings with those that each article's victims add up to; numbers that count a part of them become weak.

    `told` are the mentions that `victims_of_event` found.
    """
    by_article = _by_article(claims)
    days = days_of_story(by_article)
    own: dict[str, list[Reading]] = defaultdict(list)
    for one in found:
        own[one.value.article].append(one)
    every: list[Reading] = []
    for article, document in sorted(documents.items()):
        placed = own[article]
        for toll in (_toll(role, told[article]) for role in _ROLES):
            if toll.number:
                placed = _placed(toll, placed, by_article.get(article, ()), document, origins)
        every.extend(
            msgspec.structs.replace(one, day=days.get(article)) if one.rank == "whole" else one for one in placed
        )
    return tuple(sorted(every, key=lambda reading: (reading.role, reading.value.quantity.span)))


def attackers_of(
    told: Mapping[str, Sequence[Victim]],
    claims: Sequence[Claim],
    documents: Mapping[str, Document],
    origins: Origins,
) -> Iterator[tuple[Claim, FigureValue]]:
    """The attackers whom each article tells to have been killed, counted up, with the claim that tells of the first."""
    by_article = _by_article(claims)
    for article, mentions in sorted(told.items()):
        attackers = people_in([one for one in mentions if one.role == "killed" and (one.culprit or one.hand == "own")])
        toll = _Toll("killed", attackers, ())
        for reading in _summed(toll, by_article.get(article, ()), documents[article], origins) if attackers else ():
            yield reading.claim, reading.value


def _any_meets(spans: Sequence[Span], span: Span) -> bool:
    return any(meets(one, span) for one in spans)


def _totals(found: Sequence[Reading], documents: Mapping[str, Document]) -> dict[str, list[Victim]]:
    """The totals of killed and of hurt that each article tells and still holds, each as a mention of so many people."""
    totals: dict[str, list[Victim]] = defaultdict(list)
    for one in found:
        quantity, claim = one.value.quantity, one.claim
        if not (one.toll and one.role in _ROLES and 1 <= quantity.low < _SHAPELESS):
            continue
        if not is_former(quantity, claim.sentence, documents[one.value.article]):
            victim = Victim(one.role, quantity.span, claim.trigger, claim.sentence, int(quantity.low), exact=True)
            totals[one.value.article].append(victim)
    return totals


def _by_article(claims: Sequence[Claim]) -> dict[str, list[Claim]]:
    found: dict[str, list[Claim]] = {}
    for claim in sorted(claims, key=lambda claim: (claim.span.end - claim.span.start, claim.id)):
        found.setdefault(claim.span.article, []).append(claim)
    return found


def _toll(role: str, victims: Sequence[Victim]) -> _Toll:
    """Those who died; the injured are all who came to harm less those who died."""
    mentions = tuple(victim for victim in victims if victim.role == role)
    if role == "killed" or not mentions:
        return _Toll(role, people_in(mentions), mentions)
    survived = (one for one in people_in(victims) if all(victim.role == role for victim in one.mentions))
    return _Toll(role, tuple(survived), mentions)


def _placed(
    toll: _Toll, found: Sequence[Reading], claims: Sequence[Claim], document: Document, origins: Origins
) -> list[Reading]:
    """The readings with the toll, unless one of them is it; the article's smaller counts of the same are its parts."""
    spans = [victim.span for victim in toll.mentions]
    counted = [one for one in found if one.role == toll.role and any(meets(one.value.quantity.span, s) for s in spans)]
    every = [_ranked(one, toll) if one in counted else one for one in found]
    if any(one.value.quantity.high >= toll.number and not one.weak for one in counted):
        return every
    summed = tuple(_summed(toll, claims, document, origins))
    return [*(one for one in every if not _is_told_again(one, summed)), *summed]


def _is_told_again(reading: Reading, summed: Sequence[Reading]) -> bool:
    """Whether the reading is the "a protester" of words that a sum already counts."""
    words = (span for one in summed for span in one.value.members)
    return reading.weak == INDEFINITE and any(meets(reading.value.quantity.span, span) for span in words)


def _ranked(reading: Reading, toll: _Toll) -> Reading:
    """The reading as all of the article's or as a part of them."""
    rank = "part" if reading.value.quantity.high < toll.number else "whole"
    return msgspec.structs.replace(reading, rank=rank)


def _summed(toll: _Toll, claims: Sequence[Claim], document: Document, origins: Origins) -> Iterator[Reading]:
    """The toll as a reading, told by the claim in which the first of them dies that has one."""
    words = tuple(person.mentions[0].span for person in toll.people)
    told = ((victim, claim_of(victim, claims)) for person in toll.people for victim in person.mentions)
    victim, claim = next((pair for pair in told if pair[1] is not None), (None, None))
    if victim is None or claim is None:
        return
    quantity = Quantity(victim.span, toll.number, float("inf"), toll.number, "person", "at least")
    value = value_of(claim, quantity, document, origins, members=sorted(set(words)))
    yield Reading(toll.role, "", value, claim, rank="whole")
