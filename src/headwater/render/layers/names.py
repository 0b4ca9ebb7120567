"""Who and what is named in the article, and where on the map its places lie."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from headwater.render.characters import one_line
from headwater.render.compose.desk import Desk
from headwater.render.layers.view import Known, Layer, Standing
from headwater.render.view import Fact
from headwater.render.words import counted
from headwater.types import Entity, EntityKind, Place, Precision

__all__ = ["names", "places"]


def names(desk: Desk, article: str) -> Iterator[Standing]:
    """People, organisations and groups; all mentions of one share a number."""
    for entity in desk.brief.entities:
        if entity.kind is EntityKind.PLACE:
            continue
        said = f"{entity.kind.value}: {one_line(entity.name)}"
        spans = (span for spelling in entity.spellings for span in spelling.spans if span.article == article)
        yield from (Standing(Layer.NAMES, span, said, partial(_name, desk, entity), same=entity.id) for span in spans)


def _name(desk: Desk, entity: Entity) -> Known:
    written = "; ".join(f"{one_line(each.text)} (×{len(each.spans)})" for each in entity.spellings)
    held = {span.article for each in entity.spellings for span in each.spans}
    facts = [
        Fact("Name", one_line(entity.name)),
        Fact("Written", written),
        Fact("In", counted(len(held), "article")),
    ]
    if entity.roles:
        facts.append(Fact("Role", desk.naming.words(entity.roles[0])))
    return Known(tuple(facts), kind="name")


def places(desk: Desk, article: str) -> Iterator[Standing]:
    """The names of places; all mentions of one share a number."""
    for place in desk.brief.places:
        if place.span.article == article:
            name = one_line(place.name)
            yield Standing(Layer.PLACES, place.span, f"place: {name}", partial(_place, desk, place), same=name)


def _place(desk: Desk, place: Place) -> Known:
    wider = ", ".join(one_line(part) for part in (place.region, place.country) if part)
    facts = [Fact("Place", one_line(place.name)), Fact("Known to", place.precision.value)]
    if wider:
        facts.append(Fact("In", wider))
    if place.lat is not None and place.lon is not None:
        facts.append(Fact("On the map", f"{place.lat:.2f}, {place.lon:.2f}"))
    elif place.precision is Precision.VENUE:
        facts.append(Fact("On the map", "not found"))
    facts += [Fact("Why", one_line(part.detail)) for part in place.evidence if part.detail]
    spans = [part.right for part in place.evidence if part.right]
    return Known(tuple(facts), desk.open.of(spans), "place")
