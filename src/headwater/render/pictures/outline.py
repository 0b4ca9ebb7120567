"""The outline of the world's lands inside a frame: coasts and borders as paths, drawn without any network.

The lines are those of Natural Earth (1:50m, public domain), as `training/outline/build.py` packed them; headwater
claims nothing about borders beyond that. The projection is equirectangular, true to scale at the middle of the frame
(Snyder 1987, Map Projections: A Working Manual, section 12); lines are thinned after Douglas and Peucker (1973) by what
each point is worth, which is packed with them; lands are clipped after Sutherland and Hodgman (1974).
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import Final, NamedTuple

from msgspec import Struct
from msgspec.json import decode

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

    @property
    def stride(self) -> float:
        """How many units a degree of longitude takes."""
        return self.scale * math.cos(math.radians(self.lat))

    def place(self, lon: float, lat: float) -> _Point:
        """Where a point lies in the picture, the short way round the world from the middle."""
        east = (lon - self.lon + 180) % _ROUND - 180
        return self.width / 2 + east * self.stride, self.height / 2 - (lat - self.lat) * self.scale

    def holds(self, x: float, y: float, margin: float = 0.0) -> bool:
        """Whether a place lies in the picture, at least `margin` units from its edge."""
        return margin <= x <= self.width - margin and margin <= y <= self.height - margin


class Outline(Struct, frozen=True):
    """SVG paths: the lands to be filled (even-odd), the coasts, the borders between countries."""

    land: str
    coast: str
    border: str


class _Packed(Struct, frozen=True):
    """The world as `training/outline/build.py` packs it, in whole steps of `scale` and `worth_scale` degrees.

    `arcs` are flat: the first point, then steps. `worths` are of the points between the ends of each arc, `boxes`
    (west, south, east, north) of the rings. ~n is arc n backwards.
    """

    scale: float
    worth_scale: float
    arcs: tuple[tuple[int, ...], ...]
    worths: tuple[tuple[int, ...], ...]
    rings: tuple[tuple[int, ...], ...]
    boxes: tuple[tuple[int, int, int, int], ...]
    borders: frozenset[int]


class _Ring(NamedTuple):
    """A ring of arcs (~n is arc n backwards) and its box in degrees."""

    arcs: Sequence[int]
    west: float
    south: float
    east: float
    north: float

    @property
    def across(self) -> float:
        """The longer side of its box."""
        return max(self.east - self.west, self.north - self.south)


def outline_in(frame: Frame) -> Outline:
    """The outline inside a frame, coarser where much of the world is in it. Reads the package's data once."""
    rings = list(_reaching(frame))
    for thin in _THIN:
        made = _drawn(rings, frame, thin)
        if len(made.land) + len(made.coast) + len(made.border) < _MOST:
            break
    return made


def _drawn(rings: Sequence[_Ring], frame: Frame, thin: float) -> Outline:
    """The rings, with lines that may move by `thin` units and without islands that would be smaller than twice that."""
    thinned = _Thinned(thin / frame.scale)
    seen = [ring for ring in rings if ring.across * frame.scale >= 2 * thin]
    used = sorted({arc if arc >= 0 else ~arc for ring in seen for arc in ring.arcs})
    lines: dict[bool, list[str]] = {False: [], True: []}
    for arc in used:
        lines[arc in _world().borders].extend(_lines(thinned.arc(arc), frame))
    lands = (piece for ring in seen for piece in _lands(thinned.ring(ring.arcs), frame))
    return Outline("".join(lands), "".join(lines[False]), "".join(lines[True]))


@cache
def _world() -> _Packed:
    return decode(packaged_text("outline.json.gz"), type=_Packed)


@cache
def _rings() -> tuple[_Ring, ...]:
    world = _world()
    boxes = (tuple(side * world.scale for side in box) for box in world.boxes)
    return tuple(_Ring(arcs, *box) for arcs, box in zip(world.rings, boxes, strict=True))


@cache
def _arc(number: int) -> tuple[tuple[_Point, ...], tuple[float, ...]]:
    """The points of an arc in degrees, and the tolerance from which on each is dropped: its ends never."""
    world = _world()
    flat = world.arcs[number]
    xs, ys = itertools.accumulate(flat[::2]), itertools.accumulate(flat[1::2])
    points = tuple((x * world.scale, y * world.scale) for x, y in zip(xs, ys, strict=True))
    return points, (math.inf, *(worth * world.worth_scale for worth in world.worths[number]), math.inf)


def _reaching(frame: Frame) -> Iterator[_Ring]:
    """The rings whose boxes meet the frame, wherever they lie round the world."""
    half, tall = frame.width / 2 / frame.stride, frame.height / 2 / frame.scale
    turned = [(frame.lon - half + turn, frame.lon + half + turn) for turn in (-_ROUND, 0.0, _ROUND)]
    for ring in _rings():
        level = ring.south <= frame.lat + tall and ring.north >= frame.lat - tall
        if level and any(ring.west <= east and ring.east >= west for west, east in turned):
            yield ring


class _Thinned:
    """The arcs without the points that would not be seen."""

    def __init__(self, tolerance: float) -> None:
        self._tolerance = tolerance
        self._arcs: dict[int, list[_Point]] = {}

    def arc(self, number: int) -> list[_Point]:
        """One arc."""
        if number not in self._arcs:
            points, worths = _arc(number)
            kept = (worth > self._tolerance for worth in worths)
            self._arcs[number] = list(itertools.compress(points, kept))
        return self._arcs[number]

    def ring(self, ring: Sequence[int]) -> list[_Point]:
        """A ring in one piece, not torn where it crosses the 180th meridian."""
        points: list[_Point] = []
        for number in ring:
            piece = self.arc(number) if number >= 0 else self.arc(~number)[::-1]
            turn = _ROUND * round((points[-1][0] - piece[0][0]) / _ROUND) if points else 0.0
            points += [(lon + turn, lat) for lon, lat in piece]
        return points


def _turns(points: Sequence[_Point], frame: Frame) -> Iterator[list[_Point]]:
    """The points laid out in the picture, for each way round the world on which some may be seen."""
    stride, scale, middle = frame.stride, frame.scale, frame.height / 2 + frame.lat * frame.scale
    west, east = min(lon for lon, _ in points), max(lon for lon, _ in points)
    for turn in (-_ROUND, 0.0, _ROUND):
        left = frame.width / 2 + (turn - frame.lon) * stride
        if left + west * stride <= frame.width and left + east * stride >= 0:
            yield [(left + lon * stride, middle - lat * scale) for lon, lat in points]


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
