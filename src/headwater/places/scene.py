"""Where the event of a story happened: the place that its articles name early and often.

Votes, as `votes` counts them, are summed from the widest place to the finest: the country with most, in it the region,
in that the town or, without towns, the county. A place that happens to be the only one on the map is no scene: a name
that the map lacks wins if more lines of reporting give it than name any place of the country.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from headwater.evidence import cite
from headwater.places.unlocated import best_unlocated, own_words, stands_in_dateline
from headwater.places.votes import Votes, cast_votes, lines_of, surely, weight_of, winning
from headwater.text.gazetteer import country_name
from headwater.types import Document, Evidence, Place, Precision, Scene

__all__ = ["find_scene"]

_FINE: Final = (Precision.TOWN, Precision.COUNTY, Precision.REGION, Precision.COUNTRY)
_SHOWN: Final = 12  # mentions that a reader may open


def find_scene(documents: Sequence[Document], places: Sequence[Place], line_of: Mapping[str, str]) -> Scene | None:
    """Where the event happened, as finely as the articles say; None if no place is named by enough of them.

    `places` are those of `locate`, `line_of` gives each article's line of reporting; no order matters. A name that the
    map lacks has precision VENUE, no point and no country.
    """
    votes = cast_votes(documents, [place for place in places if place.country], line_of)
    every = cast_votes(documents, places, line_of)
    land, sure = winning(votes, lambda place: place.country) if votes else ({}, None)
    rival = best_unlocated(documents, every, line_of)
    held = {span: every[span] for span in land}
    shaky = 2 * lines_of(held, line_of) < lines_of(every, line_of) or stands_in_dateline(documents, rival)
    if rival and shaky and _outdoes(rival, held, line_of):
        return _unlocated(rival, every, line_of)
    return _located(land, sure) if sure else None


def _outdoes(votes: Votes, others: Votes, line_of: Mapping[str, str]) -> bool:
    """Whether these are more, and of no fewer lines."""
    return lines_of(votes, line_of) >= lines_of(others, line_of) and weight_of(votes) > weight_of(others)


def _located(votes: Votes, land: Evidence) -> Scene:
    regional = {span: vote for span, vote in votes.items() if vote[0].region}
    votes, region = winning(regional or votes, lambda place: place.region)
    finest = min((place.precision for place, _ in votes.values()), key=_FINE.index)
    fine = {span: vote for span, vote in votes.items() if vote[0].precision is finest}
    chosen, name = winning(fine, lambda place: place.name)
    return _scene(chosen, votes, (land, region, name))


def _unlocated(chosen: Votes, every: Votes, line_of: Mapping[str, str]) -> Scene | None:
    """A name that the map lacks as the scene; None if under half of the lines that name a place give it."""
    if 2 * lines_of(chosen, line_of) < lines_of(every, line_of):
        return None
    name = own_words(chosen)
    sure = surely(name, weight_of(chosen), weight_of(every) - weight_of(chosen))
    told = cite(name, sorted(chosen)[:_SHOWN])
    return Scene(told, name, Precision.VENUE, "", "", None, None, _articles(chosen), (sure,))


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
        articles=_articles(inside),
        evidence=evidence,
    )


def _articles(votes: Votes) -> int:
    return len({span.article for span in votes})
