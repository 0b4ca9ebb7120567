"""Place names in local news (LGL) and in news from the web (GeoWebNews): where they stand.

What is compared is the names that the product holds for places. GeoWebNews also marks expressions ("the area"), words
for people and languages, and names that are no places: they are no gold, and a name found there is a false alarm. Its
places, though, include adjectives ("Spanish wine") and the place in the name of a body, which the product means to call
a group and a body: by type, the notes tell what is found of them. The outlet of an article is not told to the product.
No figure of the product's documentation comes from these sets.

Where on the map a place lies waits for coordinates.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Final, NamedTuple, TypeAlias

import msgspec

from headwater.types import Document, EntityKind
from quality.articles import as_article, read_all
from quality.board.metric import Metric, Published
from quality.board.trial import Sample, Task, Trial, Waiting, parted
from quality.scoring.spans import tally_exact, tally_overlapping
from quality.scoring.tally import Tally, total

__all__ = ["TRIALS", "WAITING", "Extent", "Place", "Unit", "told", "weigh"]

_SETS: Final = ("lgl", "geowebnews")
_FILES: Final = tuple(f"places/{name}.jsonl" for name in _SETS)
_FULL: Final = 1000  # articles of a set: all there are
_QUICK: Final = 10
_LITERAL: Final = frozenset({"Literal", "Literal_Modifier", "Embedded_Literal", "Mixed", "Coercion"})
_ASSOCIATIVE: Final = frozenset({"Metonymic", "Non_Literal_Modifier", "Embedded_Non_Lit"})

Extent: TypeAlias = tuple[int, int]


class Place(msgspec.Struct, frozen=True):
    """One annotated place name; `type` only in GeoWebNews."""

    start: int
    end: int
    type: str = ""

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
    return samples | _by_type(units["geowebnews"])


def told(document: Document) -> tuple[Extent, ...]:
    """Where the names stand that the product holds for places."""
    return tuple((name.span.start, name.span.end) for name in document.names if name.kind is EntityKind.PLACE)


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


def _metrics() -> Iterator[Metric]:
    yield Metric("places.span_f1", "place names of the same extent, LGL and GeoWebNews together, F1")
    yield Metric("places.overlap_f1", "place names that overlap, LGL and GeoWebNews together, F1")
    for name in _SETS:
        yield Metric(f"places.{name}_span_f1", f"place names of the same extent in {name}, F1")
        yield Metric(f"places.{name}_overlap_f1", f"place names that overlap in {name}, F1")
    yield Metric("places.literal_found", "places of GeoWebNews meant as places, found")
    yield Metric("places.associative_found", "metonyms, modifiers and places in other names of GeoWebNews, found")


TRIALS: Final = (Trial(tuple(_metrics()), _FILES, run),)
WAITING: Final = (
    Waiting(
        Metric(
            "places.within_161km",
            "places found that are put within 161 km of the gold",
            Published(0.794, "Mordecai 3, exact GeoNames id on LGL"),
        ),
        "coordinates: neither the gazetteer nor a name's record says where on the map a place lies",
    ),
)
