"""Make the outline of the map (`src/headwater/data/outline.json.gz`) from world-atlas's `countries-50m.json`.

    python training/outline/build.py countries-50m.json src/headwater/data/outline.json.gz

The input is TopoJSON (world-atlas 2.0.2 from the npm registry, made of Natural Earth 1:50m, public domain); its SHA-256
is checked. Coordinates are rounded to hundredths of a degree, about a kilometre, which is as fine as 1:50m is; points
that fall together are dropped, and so are islands smaller than that.

Beside each point between the ends of an arc stands its worth: the tolerance from which on Douglas and Peucker's
thinning (1973) drops it. Their splits do not depend on the tolerance, so the line thinned to any tolerance is the ends
and the points worth more (as in the tree of van Oosterom 1990), and nobody has to thin again. Points worth nothing, in
line with others, are left out. Same input, same bytes.
"""

from __future__ import annotations

import gzip
import hashlib
import itertools
import json
import math
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

SOURCE: Final = "04342cdc1e3016bcd7db1630de95684d67b79fe3c8c460321e87aef469502394"
SCALE: Final = 0.01  # degrees
WORTH: Final = 0.001  # degrees, rounded up: what is dropped lies within the tolerance

Point = tuple[int, int]


def main(source: str, target: str) -> None:
    """Read the TopoJSON at `source`, write the outline to `target`. Exits with a word if it is another file."""
    read = Path(source).read_bytes()
    if hashlib.sha256(read).hexdigest() != SOURCE:
        sys.exit(f"{source} is not the file that the outline is made of")
    topology = json.loads(read)
    weighed = [_weighed(list(_rounded(arc, topology["transform"]))) for arc in topology["arcs"]]
    arcs = [points for points, _ in weighed]
    rings = [ring for country in topology["objects"]["countries"]["geometries"] for ring in _rings(country)]
    owners = defaultdict(set)
    for number, ring in rings:
        for arc in ring:
            owners[arc if arc >= 0 else ~arc].add(number)
    kept = [ring for _, ring in rings if len(set(_points(ring, arcs))) > 3]
    made = {
        "scale": SCALE,
        "worth_scale": WORTH,
        "arcs": [list(_deltas(arc)) for arc in arcs],
        "worths": [worths for _, worths in weighed],
        "rings": kept,
        "boxes": [_box(_points(ring, arcs)) for ring in kept],
        "borders": sorted(arc for arc, countries in owners.items() if len(countries) > 1),
    }
    text = json.dumps(made, separators=(",", ":"))
    Path(target).write_bytes(gzip.compress(text.encode(), 9, mtime=0))


def _rounded(arc: list[list[int]], transform: dict[str, list[float]]) -> Iterator[Point]:
    """The points of a delta-encoded arc in hundredths of a degree, each once in a row; its ends always."""
    (sx, sy), (tx, ty) = transform["scale"], transform["translate"]
    x = y = 0
    last: Point | None = None
    for place, (dx, dy) in enumerate(arc):
        x, y = x + dx, y + dy
        point = round((x * sx + tx) / SCALE), round((y * sy + ty) / SCALE)
        if point != last or place == len(arc) - 1:
            yield point
        last = point


def _rings(country: dict[str, Any]) -> Iterator[tuple[str, list[int]]]:
    """The rings of a country's polygons, as arcs (~n is arc n backwards), with the country."""
    number = country.get("id", country["properties"]["name"])
    polygons = country["arcs"] if country["type"] == "MultiPolygon" else [country["arcs"]]
    for polygon in polygons:
        yield from ((number, ring) for ring in polygon)


def _points(ring: list[int], arcs: list[list[Point]]) -> list[Point]:
    return [point for arc in ring for point in arcs[arc if arc >= 0 else ~arc]]


def _box(points: list[Point]) -> tuple[int, int, int, int]:
    """West, south, east and north."""
    lons, lats = zip(*points, strict=True)
    return min(lons), min(lats), max(lons), max(lats)


def _weighed(points: list[Point]) -> tuple[list[Point], list[int]]:
    """An arc without the points worth nothing, and what those between its ends are worth."""
    steps = [math.ceil(worth * SCALE / WORTH) for worth in _worths(points)]
    kept = [(point, worth) for point, worth in zip(points[1:-1], steps, strict=True) if worth]
    return [points[0], *(point for point, _ in kept), points[-1]], [worth for _, worth in kept]


def _worths(points: list[Point]) -> list[float]:
    """From which tolerance on each point between the ends is dropped: with the stretch that it would split."""
    worths = [0.0] * len(points)
    waiting = [(0, len(points) - 1, math.inf)]
    while waiting:
        first, last, most = waiting.pop()
        inner = range(first + 1, last)
        far, place = max(((_away(points[each], points[first], points[last]), each) for each in inner), default=(0.0, 0))
        if far > 0:
            worths[place] = min(far, most)
            waiting += [(first, place, worths[place]), (place, last, worths[place])]
    return worths[1:-1]


def _away(point: Point, start: Point, end: Point) -> float:
    """How far a point lies from the stretch between two others."""
    (x, y), (ax, ay), (bx, by) = point, start, end
    dx, dy = bx - ax, by - ay
    length = dx * dx + dy * dy
    share = 0.0 if length == 0 else min(1.0, max(0.0, ((x - ax) * dx + (y - ay) * dy) / length))
    return math.hypot(x - ax - share * dx, y - ay - share * dy)


def _deltas(arc: list[Point]) -> Iterator[int]:
    """The first point, then steps, flat."""
    yield from arc[0]
    for (x, y), (nx, ny) in itertools.pairwise(arc):
        yield from (nx - x, ny - y)


if __name__ == "__main__":
    main(*sys.argv[1:])
