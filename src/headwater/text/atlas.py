"""The map: places of the world by name, each with country, region, a point and how many people live there.

The table is made of GeoNames data (CC BY 4.0) by `training/gazetteer/atlas.py`: countries, first-order regions,
counties and towns of 500 people or more. It is one sorted text that is searched by bisection: opening it costs a tenth
of a second, and no name is held that nobody asked for. A name is compared folded: without case, accents, dots, hyphens
and a leading "the". Nothing is read before the first call.
"""

from __future__ import annotations

import functools
import math
import re
import unicodedata
from collections.abc import Iterator
from typing import Final, NamedTuple

from headwater.text.resources import packaged_text
from headwater.types import Precision

__all__ = ["EARTH_KM", "Spot", "fold_name", "kilometres", "region_name", "spots_named"]

EARTH_KM: Final = 6371.0088  # mean radius (IUGG)
_KINDS: Final = {
    "t": Precision.TOWN,
    "c": Precision.COUNTY,
    "r": Precision.REGION,
    "n": Precision.COUNTRY,
    "a": Precision.AREA,
}
_DROPPED: Final = re.compile(r"[.'’‘ʼ`´]")
_BLANKS: Final = re.compile(r"[\s\-–/]+")
_SHORT: Final = {
    "st": "saint", "ste": "sainte", "ft": "fort", "mt": "mount", "n": "north", "s": "south", "e": "east", "w": "west",
}  # fmt: skip


class Spot(NamedTuple):
    """A place on the map. `region` is the code of its first-order region (in the USA the postal code), '' if none."""

    name: str
    precision: Precision
    country: str
    region: str
    county: str
    lat: float
    lon: float
    population: int
    alias: bool = False  # found under another spelling than the name or its English form


def fold_name(name: str) -> str:
    """A place name as the table writes its keys: "St. Louis" and "Saint-Louis" are one, "The Hague" is "hague"."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    words = _BLANKS.sub(" ", _DROPPED.sub("", plain.casefold())).strip().split(" ")
    if len(words) > 1:
        words = words[1:] if words[0] == "the" else [_SHORT.get(words[0], words[0]), *words[1:]]
    return " ".join(words)


@functools.lru_cache(maxsize=4096)
def spots_named(name: str) -> tuple[Spot, ...]:
    """The places of that name, the most populous first; () if the table has none."""
    return tuple(_spots(fold_name(name)))


@functools.lru_cache(maxsize=512)
def region_name(country: str, region: str) -> str:
    """The English name of a first-order region by its code: "Texas" of US, TX; '' if the table has none."""
    return next((spot.name for spot in _spots(f"={country}.{region}".casefold())), "")


def kilometres(one: tuple[float, float], other: tuple[float, float]) -> float:
    """The great-circle distance of two points (latitude, longitude in degrees), by the haversine formula."""
    (lat, lon), (lat2, lon2) = ((math.radians(a), math.radians(b)) for a, b in (one, other))
    chord = math.sin((lat2 - lat) / 2) ** 2 + math.cos(lat) * math.cos(lat2) * math.sin((lon2 - lon) / 2) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(chord)))


def _spots(key: str) -> Iterator[Spot]:
    line = _line(key)
    for field in line.decode().split("\t")[1:]:
        name, kind, country, region, county, lat, lon, population = field.split("|")
        yield Spot(
            name.removeprefix("~"), _KINDS[kind], country, region, county,
            int(lat) / 1000, int(lon) / 1000, int(population), name.startswith("~"),
        )  # fmt: skip


def _line(key: str) -> bytes:
    """The line of the table that begins with the key and a tab, '' if none: bisection over the text itself."""
    table, low, wanted = _table(), 0, f"{key}\t".encode()
    high = len(table)
    while low < high:
        middle = (low + high) // 2
        start = table.rfind(b"\n", low, middle) + 1 or low
        end = table.find(b"\n", middle) + 1
        if table.startswith(wanted, start):
            return table[start : end - 1]
        low, high = (end, high) if table[start : start + len(wanted)] < wanted else (low, start)
    return b""


@functools.cache
def _table() -> bytes:
    return packaged_text("atlas.tsv.gz").encode()
