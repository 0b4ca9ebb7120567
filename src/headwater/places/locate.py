"""Puts the place names of a story on the map."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from headwater.places.mentions import Mentioned, mentioned
from headwater.places.scoring import Chosen, choose
from headwater.text.atlas import Spot, region_name
from headwater.types import Document, Evidence, Place, Precision, Span

__all__ = ["locate"]

_KNOWN: Final = 50_000  # people of a town that is meant by its bare name, whatever stands beside it


def locate(documents: Sequence[Document]) -> tuple[Place, ...]:
    """Every place name of a story's documents with where it lies, in order of the articles' ids and the text.

    A name means one place throughout the story. A name that the map lacks has no point, and precision VENUE; where the
    text says in which country, region or county such a place lies, it has that one's point and precision.
    """
    names = mentioned(documents)
    texts = {document.article.id: document.article.text for document in documents}
    chosen = choose(names)
    places = (place for name, one in zip(names, chosen, strict=True) for place in _places(name, one, texts))
    return tuple(sorted(places, key=lambda place: place.span))


def _places(name: Mentioned, chosen: Chosen | None, texts: Mapping[str, str]) -> Iterator[Place]:
    for span in name.embedded:
        if chosen is not None and _fits(name, chosen):
            yield _at(span, chosen.spot, chosen.spot.name, chosen.evidence, embedded=True)
    for span in name.spans:
        text = texts[span.article][span.start : span.end]
        if name.within and not _fits(name, chosen):
            yield _in_wider(span, text, name)
        elif chosen is None:
            yield Place(span, text, Precision.VENUE)
        else:
            yield _at(span, chosen.spot, chosen.spot.name, chosen.evidence)


def _fits(name: Mentioned, chosen: Chosen | None) -> bool:
    """Whether the place found lies where the text says, or is too well known to be another of its name.

    "Visits to Chicago, Texas and Ohio" is a list: what stands behind a comma need not hold what stands before.
    """
    return chosen is not None and (
        not name.within
        or name.inside(chosen.spot)
        or chosen.spot.population >= _KNOWN
        or chosen.spot.precision in (Precision.COUNTRY, Precision.REGION, Precision.AREA)
    )


def _in_wider(span: Span, text: str, name: Mentioned) -> Place:
    """A place that the map lacks, as finely as the text tells: it lies somewhere in a region."""
    wide = name.within[0]
    why = Evidence("stated", 0.0, f"not on the map; the text says that it lies in {wide.name}", name.said)
    return _at(span, wide, text, (why,))


def _at(span: Span, spot: Spot, name: str, evidence: tuple[Evidence, ...], *, embedded: bool = False) -> Place:
    region = region_name(spot.country, spot.region) if spot.region else ""
    return Place(
        span, name, spot.precision, spot.country, region, spot.lat, spot.lon, spot.population, evidence, embedded
    )  # fmt: skip
