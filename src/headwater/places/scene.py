"""Where the event of a story happened: the place that its articles name early and often.

News tells the place of an event in its first sentences (Hamborg et al. 2019, "Giveme5W1H"). Each mention weighs less
the later its sentence stands; the mentions of an article share one vote, so that a long article has no more say than a
short one, and the articles of one line of reporting share theirs, so that a copy adds nothing. Votes are summed from
the widest place to the finest: the country with most, in it the region, in that the town or, without towns, the county.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import Final, TypeAlias

from headwater.evidence import cite
from headwater.text.gazetteer import country_name
from headwater.types import Document, Evidence, Place, Precision, Scene, Span

__all__ = ["find_scene"]

_FADES: Final = 15.0  # sentences after which a mention weighs a third
_EMBEDDED: Final = 0.7  # the vote of a place in the name of a body
_FINE: Final = (Precision.TOWN, Precision.COUNTY, Precision.REGION, Precision.COUNTRY)
_SHOWN: Final = 12  # mentions that a reader may open

Votes: TypeAlias = Mapping[Span, tuple[Place, float]]  # a mention, the place it means, its share of its line's vote


def find_scene(documents: Sequence[Document], places: Sequence[Place], line_of: Mapping[str, str]) -> Scene | None:
    """Where the event happened, as finely as the articles say; None if they name no place in a country.

    `places` are those of `locate`, `line_of` gives each article's line of reporting; no order matters.
    """
    votes = _votes(documents, [place for place in places if place.country], line_of)
    if not votes:
        return None
    votes, land = _winning(votes, lambda place: place.country)
    regional = {span: vote for span, vote in votes.items() if vote[0].region}
    votes, region = _winning(regional or votes, lambda place: place.region)
    finest = min((place.precision for place, _ in votes.values()), key=_FINE.index)
    fine = {span: vote for span, vote in votes.items() if vote[0].precision is finest}
    chosen, name = _winning(fine, lambda place: place.name)
    return _scene(chosen, votes, (land, region, name))


def _votes(documents: Sequence[Document], places: Sequence[Place], line_of: Mapping[str, str]) -> Votes:
    """Every mention's vote: by how early its sentence stands, as a share of its article's and of its line's."""
    starts = {document.article.id: [one.span.start for one in document.sentences] for document in documents}
    lines = Counter(line_of.get(article, article) for article in {place.span.article for place in places})
    early: dict[Span, float] = {}
    whole: dict[str, float] = defaultdict(float)
    for place in sorted(places, key=lambda place: place.span):
        article = place.span.article
        number = bisect_right(starts[article], place.span.start)
        early[place.span] = (_EMBEDDED if place.embedded else 1.0) * math.exp(-number / _FADES)
        whole[article] += early[place.span] * lines[line_of.get(article, article)]
    return {place.span: (place, early[place.span] / whole[place.span.article]) for place in places}


def _winning(votes: Votes, of: Callable[[Place], str]) -> tuple[Votes, Evidence]:
    """The votes for what has most of them, with how surely: the logarithm of its odds, one vote held back."""
    weights: dict[str, float] = defaultdict(float)
    for _, (place, weight) in sorted(votes.items()):
        weights[of(place)] += weight
    won = max(sorted(weights), key=lambda key: weights[key])
    rest = sum(weights.values()) - weights[won]
    sure = Evidence("mentions", round(math.log((weights[won] + 0.1) / (rest + 0.1)), 3), f"{won} against the rest")
    return {span: vote for span, vote in votes.items() if of(vote[0]) == won}, sure


def _scene(chosen: Votes, inside: Votes, evidence: tuple[Evidence, ...]) -> Scene:
    place, _ = chosen[min(chosen)]
    within = [name for name in (place.region, country_name(place.country)) if name and name != place.name]
    return Scene(
        told=cite(", ".join((place.name, *within)), sorted(chosen)[:_SHOWN]),
        name=place.name,
        precision=place.precision,
        country=place.country,
        region=place.region,
        lat=place.lat,
        lon=place.lon,
        articles=len({span.article for span in inside}),
        evidence=evidence,
    )
