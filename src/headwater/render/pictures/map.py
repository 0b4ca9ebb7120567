"""The map of a story: its places with the lines that name them, around where it happened.

A town is a point, as large as it is often named. A county, region or country is known by its middle alone, so it is a
hollow, dashed ring there, never a point. What lies far from the scene is told beside the map, and so are names that it
lacks.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import Final

from msgspec import Struct
from msgspec.structs import replace

from headwater.render.characters import one_line
from headwater.render.naming import Naming, hue_of
from headwater.render.pictures.labels import Label, labelled
from headwater.render.pictures.outline import Frame, Outline, outline_in
from headwater.types import Brief, Place, Precision, Span

__all__ = ["MapPlace", "StoryMap", "map_of"]

_FAR: Final = 12.0  # degrees from the middle beyond which a place is told beside the map
_NEAR: Final = 9.0  # the same for the middle of a country
_LEAST: Final = 4.5  # degrees that the map shows at least either side of its middle
_WIDE_LEAST: Final = 7.0  # the same where the finest place is a country or part of the world
_AIR: Final = 1.35  # of what the places need
_DEGREE: Final = 111.195  # kilometres of a degree of latitude on a sphere of the earth's mean radius
_SCALE_BAR: Final = 120  # units that the scale bar takes at most
_SHAPE: Final = 0.62  # of the map's width its height is
_MIDDLES: Final = (Precision.COUNTY, Precision.REGION, Precision.COUNTRY, Precision.AREA)
_KINDS: Final = {Precision.VENUE: "not on our map", Precision.AREA: "a part of the world"}

_FEWEST: Final = 2  # places with a point that show something though none of them is where it happened


class MapPlace(Struct, frozen=True):
    """A place of the story: what it is, how often and by which lines it is named, and where it stands on the map.

    `x` and `y` are None where it is only told beside; `hollow` where its middle is all that is known.
    """

    name: str
    kind: str
    times: int
    letters: tuple[str, ...]
    scene: bool
    hollow: bool
    first: Span
    x: float | None = None
    y: float | None = None
    radius: float = 0.0
    hue: int = 0
    label: Label | None = None


class StoryMap(Struct, frozen=True):
    """The map: its size, the outline, the places on it, those beside it, the scale bar in units and in words."""

    width: int
    height: int
    outline: Outline
    places: tuple[MapPlace, ...]
    beside: tuple[MapPlace, ...]
    bar: float
    bar_said: str
    told: str


def map_of(brief: Brief, width: int) -> StoryMap | None:
    """The map of a brief's places on `width` units; None where it would show nothing of the story.

    That is where no place has a point, or a single one that is not where it happened: it would lead the eye astray.
    """
    found = _gathered(brief)
    pointed = [each for each in found if each[0].lat is not None]
    if not any(_is_scene(brief, place) for place, _ in pointed) and len(pointed) < _FEWEST:
        return None
    frame = _framed(brief, [place for place, _ in pointed], width)
    kept = [each for each in pointed if frame.holds(*frame.place(*_point(each[0])), 6)]
    away = [each for each in found if each not in kept]
    places = _placed([_shown(brief, *each) for each in kept], [_point(place) for place, _ in kept], frame)
    bar, said = _bar(frame)
    return StoryMap(
        width=width,
        height=frame.height,
        outline=outline_in(frame),
        places=tuple(places),
        beside=tuple(_shown(brief, *each) for each in away),
        bar=bar,
        bar_said=said,
        told=f"Map of {', '.join(place.name for place in places)}",
    )


def _gathered(brief: Brief) -> list[tuple[Place, tuple[Span, ...]]]:
    """The places, each once with its mentions: the scene first, then those named most."""
    groups: dict[tuple[object, ...], list[Place]] = {}
    for place in brief.places:
        if not place.embedded:
            groups.setdefault((place.name.casefold(), place.lat, place.lon, place.precision), []).append(place)
    found = [(held[0], tuple(sorted(each.span for each in held))) for held in groups.values()]
    return sorted(found, key=lambda each: (not _is_scene(brief, each[0]), -len(each[1]), each[1]))


def _is_scene(brief: Brief, place: Place) -> bool:
    scene = brief.scene
    return scene is not None and (place.name, place.lat, place.lon) == (scene.name, scene.lat, scene.lon)


def _shown(brief: Brief, place: Place, spans: Sequence[Span]) -> MapPlace:
    naming = Naming(brief)
    letters = naming.lines({line.id for line in brief.stemma.lines for span in spans if span.article in line.articles})
    article = "an" if place.precision is Precision.AREA else "a"
    return MapPlace(
        name=one_line(place.name),
        kind=_KINDS.get(place.precision, f"{article} {place.precision.value}"),
        times=len(spans),
        letters=letters,
        scene=_is_scene(brief, place),
        hollow=place.precision in _MIDDLES,
        first=spans[0],
        radius=round(min(4.0 + 1.4 * math.sqrt(len(spans)), 11.0), 1),
        hue=hue_of(letters[0]) if len(letters) == 1 else -1,
    )


def _point(place: Place) -> tuple[float, float]:
    return place.lon or 0.0, place.lat or 0.0


def _framed(brief: Brief, places: Sequence[Place], width: int) -> Frame:
    """The frame around the scene, or else the place named most, that holds the places near it."""
    fine = [place for place in places if place.precision not in (Precision.COUNTRY, Precision.AREA)]
    middle = (fine or places)[0]
    around = [place for place in places if _apart(place, middle) <= (_FAR if place in fine else _NEAR)]
    easts = [_east(place, middle) for place in around]
    lats = [_point(place)[1] for place in around]
    lon = _point(middle)[0] + (min(easts) + max(easts)) / 2
    lat = min(max((min(lats) + max(lats)) / 2, -75.0), 75.0)
    least = _LEAST if fine else _WIDE_LEAST
    narrow = math.cos(math.radians(lat))
    half = max(least, (max(easts) - min(easts)) / 2 * narrow * _AIR, (max(lats) - min(lats)) / 2 * _AIR / _SHAPE)
    return Frame(lon, lat, width, round(width * _SHAPE), width / 2 / half)


def _east(place: Place, middle: Place) -> float:
    return (_point(place)[0] - _point(middle)[0] + 180) % 360 - 180


def _apart(place: Place, middle: Place) -> float:
    """Degrees between two places, near enough for choosing what a map shows."""
    lat = _point(middle)[1]
    return math.hypot(_east(place, middle) * math.cos(math.radians(lat)), _point(place)[1] - lat)


def _placed(places: Iterable[MapPlace], points: Iterable[tuple[float, float]], frame: Frame) -> list[MapPlace]:
    """The places where they lie, each with its label where there is room for one."""
    spots = [frame.place(*point) for point in points]
    held = [replace(each, x=round(x, 1), y=round(y, 1)) for each, (x, y) in zip(places, spots, strict=True)]
    wanted = [
        (each.x or 0.0, each.y or 0.0, each.radius + 6 * each.scene, f"{each.name} {''.join(each.letters)}")
        for each in held
    ]
    corner = (0.0, frame.height - 34.0, 150.0, float(frame.height))
    labels = labelled(wanted, frame.width, frame.height, [corner])
    return [replace(each, label=label) for each, label in zip(held, labels, strict=True)]


def _bar(frame: Frame) -> tuple[float, str]:
    """The longest round distance that the scale bar has room for."""
    unit = _DEGREE / frame.scale
    power = 10.0 ** math.floor(math.log10(unit * _SCALE_BAR))
    distance = max(power * factor for factor in (1, 2, 5) if power * factor <= unit * _SCALE_BAR)
    return round(distance / unit, 1), f"{distance:,.0f} km" if distance >= 1 else f"{distance * 1000:,.0f} m"
