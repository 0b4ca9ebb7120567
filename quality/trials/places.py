"""Place names in local news (LGL) and in news from the web (GeoWebNews): where they stand.

What is compared is the names that the product holds for places. GeoWebNews also marks expressions ("the area"), words
for people and languages, and names that are no places: they are no gold, and a name found there is a false alarm. Its
places, though, include adjectives ("Spanish wine") and the place in the name of a body, which the product means to call
a group and a body: by type, the notes tell what is found of them.

Where on the map a place lies is asked of the names found with the same extent as a gold name that has coordinates: the
point given is right within 161 km (100 miles, the field's custom), and no point is wrong. The outlet of an article,
which tells the region of local news, is not told to the product. The weights of the product's resolution were chosen on
the articles whose id has an even CRC-32: `odd_within_161km` is of the others.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from statistics import median
from typing import Final, NamedTuple, TypeAlias
from zlib import crc32

import msgspec

from headwater.places import locate
from headwater.text.atlas import kilometres
from headwater.types import Document, EntityKind
from quality.articles import as_article, read_all
from quality.board.metric import Metric, Published
from quality.board.trial import Sample, Task, Trial, Waiting, parted
from quality.scoring.spans import tally_exact, tally_overlapping
from quality.scoring.tally import Tally, total

__all__ = ["TRIALS", "WAITING", "Extent", "Place", "Point", "Resolved", "Unit", "pointed", "resolve", "told", "weigh"]

_SETS: Final = ("lgl", "geowebnews")
_FILES: Final = tuple(f"places/{name}.jsonl" for name in _SETS)
_FULL: Final = 1000  # articles of a set: all there are
_QUICK: Final = 10
_LITERAL: Final = frozenset({"Literal", "Literal_Modifier", "Embedded_Literal", "Mixed", "Coercion"})
_ASSOCIATIVE: Final = frozenset({"Metonymic", "Non_Literal_Modifier", "Embedded_Non_Lit"})

_NEAR: Final = 161.0  # km: 100 miles

Extent: TypeAlias = tuple[int, int]
Point: TypeAlias = tuple[float, float]  # latitude, longitude


class Place(msgspec.Struct, frozen=True):
    """One annotated place name; `type` only in GeoWebNews. Some names have no coordinates."""

    start: int
    end: int
    type: str = ""
    lat: float | None = None
    lon: float | None = None

    @property
    def extent(self) -> Extent:
        """Where it stands."""
        return self.start, self.end


class Row(msgspec.Struct, frozen=True):
    """One article with its place names."""

    id: str
    text: str
    places: tuple[Place, ...]
    title: str | None = None
    published: str | None = None


class Unit(NamedTuple):
    """What an article counts for: names of the same extent, overlapping names, and by type the gold ones found."""

    exact: Tally
    overlapping: Tally
    by_type: Mapping[str, Tally]


Units: TypeAlias = Sequence[Unit]


class Resolved(NamedTuple):
    """What an article counts for on the map: how far each name found lies from the gold, and the names there are."""

    errors: tuple[float | None, ...]  # km, of each name found; None where the product gives no point
    gold: int  # names with coordinates, found or not
    odd: bool  # the half that no choice was made on


def run(task: Task) -> Mapping[str, Sample]:
    """Read the articles of both sets and compare the place names."""
    rows = {name: task.sample(task.read(file, Row), _FULL, _QUICK) for name, file in zip(_SETS, _FILES, strict=True)}
    every = [row for name in _SETS for row in rows[name]]
    documents = read_all(
        task, [as_article(row.id, row.text, title=row.title, published=row.published) for row in every]
    )
    weighed = [weigh(row.places, told(document)) for row, document in zip(every, documents, strict=True)]
    units = parted(weighed, {name: len(rows[name]) for name in _SETS})
    samples = _figures("", weighed)
    for name in _SETS:
        samples |= _figures(f"{name}_", units[name])
    resolved = [resolve(row.id, row.places, pointed(document)) for row, document in zip(every, documents, strict=True)]
    of_set = parted(resolved, {name: len(rows[name]) for name in _SETS})
    return samples | _by_type(units["geowebnews"]) | dict(_mapped(resolved, of_set))


def told(document: Document) -> tuple[Extent, ...]:
    """Where the names stand that the product holds for places."""
    return tuple((name.span.start, name.span.end) for name in document.names if name.kind is EntityKind.PLACE)


def pointed(document: Document) -> Mapping[Extent, Point | None]:
    """Where on the map the product puts the names it holds for places."""
    held = frozenset(told(document))
    return {
        (place.span.start, place.span.end): None if place.lat is None or place.lon is None else (place.lat, place.lon)
        for place in locate([document])
        if (place.span.start, place.span.end) in held and not place.embedded
    }


def resolve(key: str, gold: Sequence[Place], answers: Mapping[Extent, Point | None]) -> Resolved:
    """Compare the points of one article's names that were found with the gold's."""
    points = {place.extent: (place.lat, place.lon) for place in gold if place.lat is not None and place.lon is not None}
    errors = tuple(_error(points[extent], answers[extent]) for extent in sorted(points) if extent in answers)
    return Resolved(errors, len(points), bool(crc32(key.encode()) % 2))


def _error(gold: Point, answer: Point | None) -> float | None:
    return None if answer is None else kilometres(gold, answer)


def weigh(gold: Sequence[Place], predicted: Sequence[Extent]) -> Unit:
    """Compare the place names of one article."""
    extents = [place.extent for place in gold]
    types = sorted({place.type for place in gold})
    by_type = {kind: _overlapping([p.extent for p in gold if p.type == kind], predicted) for kind in types}
    return Unit(tally_exact(extents, predicted), _overlapping(extents, predicted), by_type)


def _overlapping(gold: Sequence[Extent], predicted: Sequence[Extent]) -> Tally:
    """Names that share a letter, one to one."""
    return tally_overlapping([frozenset(range(*e)) for e in gold], [frozenset(range(*e)) for e in predicted], 0)


def _figures(of: str, units: Units) -> dict[str, Sample]:
    rows = int(total(unit.exact for unit in units).gold)
    return {
        f"places.{of}span_f1": Sample(units, _exact, rows),
        f"places.{of}overlap_f1": Sample(units, _overlap, rows),
    }


def _by_type(units: Units) -> dict[str, Sample]:
    return {
        f"places.{name}_found": Sample(
            units, partial(_recall, kinds), int(_of(kinds, units).gold), tuple(_notes(kinds, units))
        )
        for name, kinds in (("literal", _LITERAL), ("associative", _ASSOCIATIVE))
    }


def _exact(units: Units) -> float:
    return total(unit.exact for unit in units).score.f1


def _overlap(units: Units) -> float:
    return total(unit.overlapping for unit in units).score.f1


def _recall(kinds: frozenset[str], units: Units) -> float:
    return _of(kinds, units).score.recall


def _of(kinds: frozenset[str], units: Units) -> Tally:
    return total(tally for unit in units for kind, tally in unit.by_type.items() if kind in kinds)


def _notes(kinds: frozenset[str], units: Units) -> Iterator[str]:
    for kind in sorted(kinds):
        tally = _of(frozenset({kind}), units)
        yield f"{kind}: {tally.found:.0f} of {tally.gold:.0f} found"


def _mapped(units: Sequence[Resolved], of_set: Mapping[str, Sequence[Resolved]]) -> Iterator[tuple[str, Sample]]:
    yield "places.within_161km", Sample(units, _near, sum(len(unit.errors) for unit in units))
    for name in _SETS:
        yield f"places.{name}_within_161km", Sample(of_set[name], _near, sum(len(one.errors) for one in of_set[name]))
    odd = [unit for unit in units if unit.odd]
    yield "places.odd_within_161km", Sample(odd, _near, sum(len(unit.errors) for unit in odd))
    yield "places.pointed_within_161km", Sample(units, _near_of_pointed, sum(map(len, map(_pointed, units))))
    yield "places.recalled_161km", Sample(units, _recalled, sum(unit.gold for unit in units))
    yield "places.median_km", Sample(units, _median, sum(map(len, map(_pointed, units))))


def _pointed(unit: Resolved) -> tuple[float, ...]:
    return tuple(error for error in unit.errors if error is not None)


def _right(units: Sequence[Resolved]) -> int:
    return sum(error <= _NEAR for unit in units for error in _pointed(unit))


def _near(units: Sequence[Resolved]) -> float:
    return _right(units) / max(1, sum(len(unit.errors) for unit in units))


def _near_of_pointed(units: Sequence[Resolved]) -> float:
    return _right(units) / max(1, sum(len(_pointed(unit)) for unit in units))


def _recalled(units: Sequence[Resolved]) -> float:
    return _right(units) / max(1, sum(unit.gold for unit in units))


def _median(units: Sequence[Resolved]) -> float:
    return median([error for unit in units for error in _pointed(unit)] or [0.0])


def _metrics() -> Iterator[Metric]:
    yield Metric("places.span_f1", "place names of the same extent, LGL and GeoWebNews together, F1")
    yield Metric("places.overlap_f1", "place names that overlap, LGL and GeoWebNews together, F1")
    for name in _SETS:
        yield Metric(f"places.{name}_span_f1", f"place names of the same extent in {name}, F1")
        yield Metric(f"places.{name}_overlap_f1", f"place names that overlap in {name}, F1")
    yield Metric("places.literal_found", "places of GeoWebNews meant as places, found")
    yield Metric("places.associative_found", "metonyms, modifiers and places in other names of GeoWebNews, found")
    published = Published(0.794, "Mordecai 3, exact GeoNames id on LGL")
    yield Metric("places.within_161km", "places found that are put within 161 km of the gold", published)
    for name in _SETS:
        yield Metric(f"places.{name}_within_161km", f"the same in {name}")
    yield Metric("places.odd_within_161km", "the same in the half of both sets that no weight was chosen on")
    yield Metric("places.pointed_within_161km", "places given a point that are put within 161 km of the gold")
    yield Metric("places.recalled_161km", "gold names with coordinates that are found and put within 161 km")
    yield Metric("places.median_km", "median distance from the gold of places given a point, km", lower_is_better=True)


TRIALS: Final = (Trial(tuple(_metrics()), _FILES, run),)
WAITING: Final[tuple[Waiting, ...]] = ()
