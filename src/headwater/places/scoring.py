"""How likely each place is to be the one that a name of a story means, as sums of named evidence in nats.

Three things speak: how well the place is known (the logarithm of its people, and of what kind it is), what the words
beside the name say, and its company, the other names of the story. Company is taken of all names at once: each name's
places share its weight by their chances so far, a place near it or in its region supports one, and after a few rounds
the places that hang together stand out (after Leidner 2007, "minimal spread", and loopy belief propagation in spirit).

The weights were chosen on the half of LGL and GeoWebNews whose ids have an even CRC-32 and then rounded;
docs/places.md has the figures of both halves.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from headwater.places.mentions import Mentioned
from headwater.text.atlas import EARTH_KM, Spot
from headwater.text.gazetteer import capital_of
from headwater.types import Evidence, Precision

if TYPE_CHECKING:
    import numpy as np

    Numbers: TypeAlias = np.ndarray[tuple[int, ...], np.dtype[np.float64]]
    Indices: TypeAlias = np.ndarray[tuple[int, ...], np.dtype[np.int64]]

__all__ = ["Chosen", "choose"]

_PEOPLE: Final = 0.4  # a nat for every e to the 2.5th times the people
_FEWEST: Final = 200  # people of a place whose number is not known
_KIND: Final = {Precision.COUNTRY: 2.5, Precision.REGION: 1.0, Precision.AREA: 0.5, Precision.COUNTY: -1.5}
_ALIAS: Final = -1.0  # another spelling, or a county without "County"
_CAPITAL: Final = 2.0  # whose name also stands for a government
_NAMESAKE: Final = -3.0  # a region that is called after its town: the town is meant
_STATED: Final = 10.0
_COMPANY: Final = 1.5
_NEAR: Final = 2.5  # what a place at no distance lends, falling with the distance over
_NEAR_KM: Final = 150.0
_REGION: Final = 0.5
_COUNTRY: Final = 0.1
_EMBEDDED: Final = 0.35  # the weight of a place that stands only in names of other things
_FLOOR: Final = 0.05
_ROUNDS: Final = 3
_LEAST_LENT: Final = 0.0005  # chance times weight below which a place lends nothing
_BLOCK: Final = 256  # places whose distances are held at once


class Chosen(NamedTuple):
    """The place that a name means, and why."""

    spot: Spot
    evidence: tuple[Evidence, ...]


class _Field(NamedTuple):
    """All candidates of all names in one row, and which name each belongs to."""

    spots: tuple[Spot, ...]
    owners: tuple[int, ...]
    weights: tuple[float, ...]  # of the names


class _Map(NamedTuple):
    """Where the candidates lie: points on the unit sphere, one a row, and numbers for their regions and countries."""

    points: Numbers
    regions: Indices
    countries: Indices


def choose(names: Sequence[Mentioned]) -> tuple[Chosen | None, ...]:
    """For each name the likeliest of its places, None where the map has none; the order of the names is no matter."""
    kept = [[Chosen(spot, _own(name, spot)) for spot in name.spots] for name in names]
    field = _field(names, kept)
    if not field.spots:
        return tuple(None for _ in names)
    company = _company(field, [_sum(one) for ones in kept for one in ones])
    starts = accumulate(map(len, kept), initial=0)
    return tuple(_best(ones, company[start : start + len(ones)]) for ones, start in zip(kept, starts, strict=False))


def _sum(one: Chosen) -> float:
    return sum(part.score for part in one.evidence)


def _best(ones: Sequence[Chosen], company: Sequence[float]) -> Chosen | None:
    best = max(range(len(ones)), key=lambda at: _sum(ones[at]) + company[at], default=None)
    return None if best is None else _chosen(ones[best].spot, ones[best].evidence, company[best])


def _chosen(spot: Spot, own: tuple[Evidence, ...], company: float) -> Chosen:
    near = Evidence("company", round(company, 3), "other places of the story that lie near it or in its region")
    return Chosen(spot, (*own, near))


def _own(name: Mentioned, spot: Spot) -> tuple[Evidence, ...]:
    """What speaks for a place by itself."""
    known = round(_PEOPLE * math.log(max(spot.population, _FEWEST)), 3)
    kind = _KIND.get(spot.precision, 0.0) + _ALIAS * spot.alias + _CAPITAL * _is_capital(spot)
    kind += _NAMESAKE * _has_namesake(spot, name.spots)
    called = f"a {spot.precision.value}{' under another name' if spot.alias else ''}"
    parts = [Evidence("people", known, f"{spot.population} people"), Evidence("kind", kind, called)]
    if name.within and name.inside(spot):
        parts.append(Evidence("stated", _STATED, "the words beside the name say that it lies there", name.said))
    return tuple(parts)


def _is_capital(spot: Spot) -> bool:
    return spot.precision is Precision.TOWN and capital_of(spot.country) in (spot.name, spot.name.partition(" D.C.")[0])


def _has_namesake(spot: Spot, spots: Sequence[Spot]) -> bool:
    """Whether a region has a town of its name."""
    return spot.precision is Precision.REGION and any(
        (other.country, other.region, other.precision) == (spot.country, spot.region, Precision.TOWN) for other in spots
    )


def _field(names: Sequence[Mentioned], kept: Sequence[Sequence[Chosen]]) -> _Field:
    spots = tuple(one.spot for ones in kept for one in ones)
    owners = tuple(at for at, ones in enumerate(kept) for _ in ones)
    return _Field(spots, owners, tuple(1.0 if name.spans else _EMBEDDED for name in names))


def _company(field: _Field, prior: Sequence[float]) -> list[float]:
    """For each candidate what the other names lend it, in nats: a logarithm, since much company says little more."""
    import numpy as np

    owners, before = np.array(field.owners), np.array(prior)
    weights, map_ = np.array(field.weights)[owners], _map(field.spots)
    company = np.zeros(len(owners))
    for _ in range(_ROUNDS):
        given = _chances(before + company, owners) * weights
        company = _COMPANY * np.log(_FLOOR + _lent(map_, owners, given))
    return [float(value) for value in company]


def _chances(scores: Numbers, owners: Indices) -> Numbers:
    """The scores of each name's places as chances that sum to one."""
    import numpy as np

    top = np.full(int(owners.max()) + 1, -np.inf)
    np.maximum.at(top, owners, scores)
    odds = np.exp(scores - top[owners])
    return np.asarray(odds / np.bincount(owners, odds)[owners])


def _map(spots: Sequence[Spot]) -> _Map:
    import numpy as np

    lat, lon = np.radians([spot.lat for spot in spots]), np.radians([spot.lon for spot in spots])
    points = np.stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)], axis=1)
    regions = [f"{spot.country}.{spot.region}" if spot.region else f"?{at}" for at, spot in enumerate(spots)]
    countries = [spot.country or f"?{at}" for at, spot in enumerate(spots)]
    return _Map(points, _numbered(regions), _numbered(countries))


def _numbered(names: Sequence[str]) -> Indices:
    import numpy as np

    return np.asarray(np.unique(names, return_inverse=True)[1])


def _lent(map_: _Map, owners: Indices, given: Numbers) -> Numbers:
    """What the places of other names lend each by their distance, a common region, a common country.

    `given` is what each place has to lend; those with next to nothing are passed over. Memory grows with the number of
    places, since their distances are taken a block at a time.
    """
    import numpy as np

    lenders = np.flatnonzero(given >= _LEAST_LENT)
    points, whose, gift = map_.points[lenders].T, owners[lenders], given[lenders]
    lent = np.zeros(len(owners))
    for start in range(0, len(owners), _BLOCK):
        rows = slice(start, start + _BLOCK)
        near = np.exp(np.arccos(np.clip(map_.points[rows] @ points, -1.0, 1.0)) * (-EARTH_KM / _NEAR_KM)) * _NEAR
        near += _REGION * (map_.regions[rows, None] == map_.regions[lenders])
        near += _COUNTRY * (map_.countries[rows, None] == map_.countries[lenders])
        lent[rows] = (near * (owners[rows, None] != whose)) @ gift
    return lent
