"""The outline of the world's lands inside a frame: coasts and borders as paths, drawn without any network.

The lines are those of Natural Earth (1:50m, public domain), as `training/outline/build.py` packed them; headwater
claims nothing about borders beyond that. The projection is equirectangular, true to scale at the middle of the frame
(Snyder 1987, Map Projections: A Working Manual, section 12); lines are thinned after Douglas and Peucker (1973), lands
clipped after Sutherland and Hodgman (1974).
"""

from __future__ import annotations

import itertools
import json
import math
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Final, NamedTuple

from msgspec import Struct

from headwater.text.resources import packaged_text

__all__ = ["Frame", "Outline", "outline_in"]

_THIN: Final = (0.7, 1.2, 2.0, 3.5, 6.0)  # the picture's units that a line may move by, the first that is short enough
_MOST: Final = 39_000  # characters of all paths
_MARGIN: Final = 8.0  # units behind the edge at which lands are cut, so that the cut is not seen
_ROUND: Final = 360.0

_Point = tuple[float, float]


class Frame(Struct, frozen=True):
    """What a map shows: its middle in degrees, its size in units, and how many units a degree of latitude takes."""

    lon: float
    lat: float
    width: int
    height: int
    scale: float

    def place(self, lon: float, lat: float) -> _Point:
        """Where a point lies in the picture, the short way round the world from the middle."""
        return self.laid((lon - self.lon + 180) % _ROUND - 180, lat)

    def laid(self, east: float, lat: float) -> _Point:
        """Where a point lies that is `east` degrees east of the middle."""
        x = self.width / 2 + east * self.scale * math.cos(math.radians(self.lat))
        return x, self.height / 2 - (lat - self.lat) * self.scale

    def holds(self, x: float, y: float, margin: float = 0.0) -> bool:
        """Whether a place lies in the picture, at least `margin` units from its edge."""
        return margin <= x <= self.width - margin and margin <= y <= self.height - margin


class Outline(Struct, frozen=True):
    """SVG paths: the lands to be filled (even-odd), the coasts, the borders between countries."""

    land: str
    coast: str
    border: str


class _World(NamedTuple):
    """The lines of the world in degrees: arcs, rings of arcs (~n is arc n backwards), which arcs are borders."""

    arcs: Sequence[Sequence[_Point]]
    rings: Sequence[Sequence[int]]
    borders: frozenset[int]


def outline_in(frame: Frame) -> Outline:
    """The outline inside a frame, coarser where much of the world is in it. Reads the package's data once."""
    rings = [ring for ring in _world().rings if _reaches(ring, frame)]
    for thin in _THIN:
        made = _drawn(rings, frame, thin)
        if len(made.land) + len(made.coast) + len(made.border) < _MOST:
            break
    return made


def _drawn(rings: Sequence[Sequence[int]], frame: Frame, thin: float) -> Outline:
    """The rings, with lines that may move by `thin` units and without islands that would be smaller than twice that."""
    world = _world()
    thinned = _Thinned(world, thin / frame.scale)
    rings = [ring for ring in rings if _across(ring) * frame.scale >= 2 * thin]
    used = sorted({arc if arc >= 0 else ~arc for ring in rings for arc in ring})
    lines: dict[bool, list[str]] = {False: [], True: []}
    for arc in used:
        lines[arc in world.borders].extend(_lines(thinned.arc(arc), frame))
    lands = (piece for ring in rings for piece in _lands(thinned.ring(ring), frame))
    return Outline("".join(lands), "".join(lines[False]), "".join(lines[True]))


@cache
def _world() -> _World:
    read = json.loads(packaged_text("outline.json.gz"))
    arcs = tuple(tuple(_steps(arc, read["scale"])) for arc in read["arcs"])
    return _World(arcs, read["rings"], frozenset(read["borders"]))


def _steps(flat: Sequence[int], scale: float) -> Iterator[_Point]:
    xs, ys = itertools.accumulate(flat[::2]), itertools.accumulate(flat[1::2])
    yield from ((x * scale, y * scale) for x, y in zip(xs, ys, strict=True))


@cache
def _box(arc: int) -> tuple[float, float, float, float]:
    """West, south, east and north of an arc."""
    lons, lats = zip(*_world().arcs[arc], strict=True)
    return min(lons), min(lats), max(lons), max(lats)


def _ring_box(ring: Sequence[int]) -> tuple[float, float, float, float]:
    wests, souths, easts, norths = zip(*(_box(arc if arc >= 0 else ~arc) for arc in ring), strict=True)
    return min(wests), min(souths), max(easts), max(norths)


def _across(ring: Sequence[int]) -> float:
    """The longer side of a ring's box in degrees."""
    west, south, east, north = _ring_box(ring)
    return max(east - west, north - south)


def _reaches(ring: Sequence[int], frame: Frame) -> bool:
    """Whether the box of a ring meets the frame, wherever it lies round the world."""
    west, south, east, north = _ring_box(ring)
    half = frame.width / 2 / (frame.scale * math.cos(math.radians(frame.lat)))
    tall = frame.height / 2 / frame.scale
    beside = any(west + turn <= frame.lon + half and east + turn >= frame.lon - half for turn in (-_ROUND, 0.0, _ROUND))
    return beside and south <= frame.lat + tall and north >= frame.lat - tall


class _Thinned:
    """The arcs without the points that would not be seen; each thinned once, so that neighbours stay neighbours."""

    def __init__(self, world: _World, tolerance: float) -> None:
        self._world = world
        self._tolerance = tolerance
        self._arcs: dict[int, list[_Point]] = {}

    def arc(self, number: int) -> list[_Point]:
        """One arc."""
        if number not in self._arcs:
            self._arcs[number] = _thin(self._world.arcs[number], self._tolerance)
        return self._arcs[number]

    def ring(self, ring: Sequence[int]) -> list[_Point]:
        """A ring in one piece, not torn where it crosses the 180th meridian."""
        points: list[_Point] = []
        for number in ring:
            piece = self.arc(number) if number >= 0 else self.arc(~number)[::-1]
            turn = _ROUND * round((points[-1][0] - piece[0][0]) / _ROUND) if points else 0.0
            points += [(lon + turn, lat) for lon, lat in piece]
        return points


def _thin(points: Sequence[_Point], tolerance: float) -> list[_Point]:
    """Douglas and Peucker's line: the points that lie further than `tolerance` from what joins the kept ones."""
    kept = {0, len(points) - 1}
    waiting = [(0, len(points) - 1)]
    while waiting:
        first, last = waiting.pop()
        far, place = max(
            ((_away(points[each], points[first], points[last]), each) for each in range(first + 1, last)),
            default=(0.0, 0),
        )
        if far > tolerance:
            kept.add(place)
            waiting += [(first, place), (place, last)]
    return [points[place] for place in sorted(kept)]


def _away(point: _Point, start: _Point, end: _Point) -> float:
    """How far a point lies from the stretch between two others."""
    (x, y), (ax, ay), (bx, by) = point, start, end
    dx, dy = bx - ax, by - ay
    length = dx * dx + dy * dy
    share = 0.0 if length == 0 else min(1.0, max(0.0, ((x - ax) * dx + (y - ay) * dy) / length))
    return math.hypot(x - ax - share * dx, y - ay - share * dy)


def _turns(points: Sequence[_Point], frame: Frame) -> Iterator[list[_Point]]:
    """The points laid out in the picture, for each way round the world on which some may be seen."""
    lons = [lon for lon, _ in points]
    for turn in (-_ROUND, 0.0, _ROUND):
        left, right = (frame.laid(lon + turn - frame.lon, frame.lat)[0] for lon in (min(lons), max(lons)))
        if left <= frame.width and right >= 0:
            yield [frame.laid(lon + turn - frame.lon, lat) for lon, lat in points]


def _lines(points: Sequence[_Point], frame: Frame) -> Iterator[str]:
    """The stretches of a line that may be seen."""
    for laid in _turns(points, frame):
        run: list[_Point] = []
        for one, other in itertools.pairwise(laid):
            if _may_show(one, other, frame):
                run = [*run, other] if run else [one, other]
            elif run:
                yield _path(run)
                run = []
        if run:
            yield _path(run)


def _may_show(one: _Point, other: _Point, frame: Frame) -> bool:
    across = max(one[0], other[0]) >= 0 and min(one[0], other[0]) <= frame.width
    return across and max(one[1], other[1]) >= 0 and min(one[1], other[1]) <= frame.height


def _lands(points: Sequence[_Point], frame: Frame) -> Iterator[str]:
    """A ring cut to the picture, once for each way round the world on which it may be seen."""
    edges: Sequence[tuple[int, float, Callable[[float, float], bool]]] = (
        (0, -_MARGIN, float.__ge__),
        (0, frame.width + _MARGIN, float.__le__),
        (1, -_MARGIN, float.__ge__),
        (1, frame.height + _MARGIN, float.__le__),
    )
    for laid in _turns(points, frame):
        cut = laid
        for axis, limit, inside in edges:
            cut = list(_cut(cut, axis, limit, inside))
        if len(cut) > 2:
            yield f"{_path(cut)}Z"


def _cut(points: Sequence[_Point], axis: int, limit: float, inside: Callable[[float, float], bool]) -> Iterator[_Point]:
    """Sutherland and Hodgman's cut of a ring along one edge."""
    for place, here in enumerate(points):
        before = points[place - 1]
        if inside(here[axis], limit) != inside(before[axis], limit):
            share = (limit - before[axis]) / (here[axis] - before[axis])
            yield before[0] + share * (here[0] - before[0]), before[1] + share * (here[1] - before[1])
        if inside(here[axis], limit):
            yield here


def _path(points: Sequence[_Point]) -> str:
    """A line as an SVG path in whole tenths, steps after the first point."""
    tenths = [(round(x * 10), round(y * 10)) for x, y in points]
    steps = [(bx - ax, by - ay) for (ax, ay), (bx, by) in itertools.pairwise(tenths)]
    told = "".join(f"{_tenth(x)} {_tenth(y)} " for x, y in steps if x or y).rstrip()
    return f"M{_tenth(tenths[0][0])} {_tenth(tenths[0][1])}l{told}" if told else ""


def _tenth(number: int) -> str:
    return f"{number / 10:.1f}".removesuffix(".0")
