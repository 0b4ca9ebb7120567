"""Whether two texts both took from a third: a second sum of evidence, beside the one for a way between them.

Siblings outnumber parents and children in any line, and a copy that was abridged or expanded keeps what the other lacks
as siblings do. So what each lacks is one sign among several; those that third texts give weigh most. The sum is a
log-odds.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import log1p
from typing import Final

from headwater.derivations.directions.credits import agency_of, outlet_of
from headwater.derivations.directions.thirds import Thirds
from headwater.derivations.directions.ways import Sign, Way
from headwater.derivations.directions.weights import BASE_RATE, COMMON
from headwater.derivations.stated import STATED
from headwater.evidence import total
from headwater.text.mastheads import same_house
from headwater.types import Evidence

__all__ = ["common_evidence", "common_signs"]

_CLEAR: Final = 5.0  # nats; a clearer way is not clearer
_OWN: Final = (STATED, "agency's own", "credit")


def common_evidence(way: Way, back: Way, towards: Sequence[Evidence], thirds: Thirds | None) -> tuple[Evidence, ...]:
    """The evidence that neither took from the other.

    `towards` is what speaks for a way; `thirds` is None for a pair that no third text stands beside.
    """
    parts = [Evidence(BASE_RATE, COMMON[BASE_RATE], "two copies of one text against a text and its copy")]
    for sign in common_signs(way, back, towards, thirds):
        score = round(COMMON.get(sign.name, 0.0) * sign.value, 3)
        if score:
            parts.append(Evidence(sign.name, score, sign.detail, sign.here, sign.there))
    return tuple(parts)


def common_signs(way: Way, back: Way, towards: Sequence[Evidence], thirds: Thirds | None) -> Iterator[Sign]:
    """The variables of the second sum; the same, but for the spans, whichever text comes first."""
    clear = min(abs(total(towards)), _CLEAR)
    yield Sign("clear way", clear, "signs of a way from the one to the other")
    against = min(sum(max(0.0, part.score * side) for part in towards) for side in (1.0, -1.0))
    yield Sign("signs both ways", min(against, _CLEAR), "signs of a way both ways")
    if any(part.name in _OWN for part in towards):
        yield Sign("one is the house's own", 1.0, "one of the two is what the other credits, or an agency's own")
    origin = way.source.reading.stated.origin_with(way.copy.reading.stated)
    if _one_credit(way):
        yield Sign("one credit", 1.0, f"both credit {agency_of(way.source.document)}, which published neither")
    elif origin is not None:
        yield Sign("one credit", 1.0, origin.told_of_both)
    lacks = min(len(way.missing), len(back.missing))
    if lacks:
        spans = way.source.sentence_span(way.missing[0]), way.copy.sentence_span(back.missing[0])
        yield Sign("each lacks", log1p(lacks), "each lacks sentences of the other", *spans)
    most = max(len(way.missing), len(back.missing))
    yield Sign("one lacks", log1p(most), f"{most} sentences of the one are not in the other")
    yield from _by_thirds(thirds) if thirds is not None and thirds.others else ()


def _by_thirds(thirds: Thirds) -> Iterator[Sign]:
    changes, others = len(thirds.way.variants), thirds.others
    yield Sign("places that differ", log1p(changes), f"the two differ in {changes} places")
    yield Sign("texts of the line", log1p(len(others)), f"{len(others)} other texts of the line")
    alone = min(_alone(thirds.votes), _alone([vote[::-1] for vote in thirds.votes]))
    yield Sign("each alone", log1p(alone), f"each stands alone against other texts, in {alone} places at least")
    share = sum(each.sides_with_both > 0 for each in others) / len(others)
    yield Sign("others side with both", share, "other texts go now with the one, now with the other")
    between = max(each.between for each in others)
    yield Sign("others between", between, "a text stands between the two: they seldom agree against it")


def _alone(votes: Sequence[tuple[int, int]]) -> int:
    """In how many places third texts go with the first against the second, and none the other way round."""
    return sum(with_one > 0 and not with_other for with_one, with_other in votes)


def _one_credit(way: Way) -> bool:
    """Whether both credit one house that published neither."""
    documents = way.source.document, way.copy.document
    credited = agency_of(documents[0]), agency_of(documents[1])
    return same_house(*credited) and not any(same_house(outlet_of(each), credited[0]) for each in documents)
