"""Places: where on the map the names of an article lie, and where the event of a story happened."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from headwater.types.spans import Cited, Evidence, Span

__all__ = ["Place", "Precision", "Scene"]


class Precision(StrEnum):
    """How fine a place is known: how far its point may lie from where it is."""

    VENUE = "venue"  # what the map does not hold: a building, a street, a quarter, an unknown town; no point
    TOWN = "town"
    COUNTY = "county"  # and other second-order divisions
    REGION = "region"  # state, province, governorate: first-order divisions
    COUNTRY = "country"
    AREA = "area"  # continents, seas, parts of the world


class Place(Struct, frozen=True):
    """A place name of an article with where on the map it lies.

    `lat` and `lon` are degrees of a middle point (WGS 84), None where only a wider place or nothing is known.
    `country` is an ISO 3166-1 code, `region` the English name of the first-order division; '' where unknown.
    `evidence` is why this place and no other of its name, in nats; () where nothing was found.
    """

    span: Span
    name: str  # as the map calls it; as the text does where the map has nothing
    precision: Precision
    country: str = ""
    region: str = ""
    lat: float | None = None
    lon: float | None = None
    population: int = 0
    evidence: tuple[Evidence, ...] = ()
    embedded: bool = False  # the span stands in the name of something else: "the Marlow Police Department"


class Scene(Struct, frozen=True):
    """Where the event of a story happened, as finely as its articles say.

    `told` is the place in words with the mentions behind it. The other fields are as in `Place`; `region` and `country`
    are the wider places, `articles` those that name the place or one in it. `evidence` is why this place and no other.
    A name that the map lacks has precision VENUE, no point, and '' for country and region.
    """

    told: Cited
    name: str
    precision: Precision
    country: str
    region: str
    lat: float | None
    lon: float | None
    articles: int
    evidence: tuple[Evidence, ...] = ()
