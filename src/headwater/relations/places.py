"""Where two claims say that it happened: equal places, one in the other, or apart on the map."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from headwater.relations.context import Compared, Context, Fit
from headwater.text.atlas import fold_name, kilometres
from headwater.text.spans import holds
from headwater.types import Claim, ConflictKind, Place, Precision

__all__ = ["compare_places", "place_fit", "places_of"]

_ROLES: Final = frozenset({"place", "manner"})  # "in Varnholt", "off Skarrow"
_TOLD: Final = (Fit.SAME, Fit.NARROWER, Fit.WIDER, Fit.BOTH, Fit.APART)
_NEAR_KM: Final = 40.0  # towns nearer than this may both name one place: a suburb and its city
_WIDTH: Final = (Precision.VENUE, Precision.TOWN, Precision.COUNTY, Precision.REGION, Precision.COUNTRY, Precision.AREA)


def compare_places(one: Claim, other: Claim, context: Context) -> tuple[Compared, ...]:
    """The places of the two claims: agreement if any two agree, exclusion only if no two can both hold."""
    mine, theirs = places_of(one, context), places_of(other, context)
    if bool(mine) != bool(theirs):
        return (_one_sided(mine, theirs),)
    fits = [(_fit(here, there, context), here.span, there.span) for here in mine for there in theirs]
    told = sorted((fit for fit in fits if fit[0] in _TOLD), key=lambda fit: _TOLD.index(fit[0]))
    if not told:
        return ()
    best, left, right = told[0]
    note = f"“{context.words(left)}” and “{context.words(right)}”"
    return (Compared("place", best, note, left, right, ConflictKind.PLACE),)


def _fit(one: Place, other: Place, context: Context) -> Fit:
    """As `place_fit`; two that the map lacks are apart unless some line names both: the one may lie in the other."""
    if one.precision is not Precision.VENUE or other.precision is not Precision.VENUE or one.name == other.name:
        return place_fit(one, other)
    texts = (document.article.text for document in context.documents.values())
    together = any(one.name in line and other.name in line for text in texts for line in text.splitlines())
    related = one.name in other.name or other.name in one.name
    return Fit.SILENT if together or related else Fit.APART


def _one_sided(mine: Sequence[Place], theirs: Sequence[Place]) -> Compared:
    note = "only one of them says where"
    if mine:
        return Compared("place", Fit.NARROWER, note, mine[0].span, None)
    return Compared("place", Fit.WIDER, note, None, theirs[0].span)


def places_of(claim: Claim, context: Context) -> list[Place]:
    """The place names in the claim's roles of place, finest first, as the map has them."""
    roles = [role for role in claim.roles if role.name in _ROLES]
    named = context.places.get(claim.span.article, ())
    found = [place for place in named if any(holds(role.span, place.span) for role in roles)]
    return sorted(found, key=lambda place: (_WIDTH.index(place.precision), place.span))


def place_fit(one: Place, other: Place) -> Fit:
    """How two places stand to each other: the same, one in the other, apart; silent where the map lacks one of them."""
    if fold_name(one.name) == fold_name(other.name) and one.country == other.country:
        return Fit.SAME
    if not one.country or not other.country or Precision.VENUE in {one.precision, other.precision}:
        return Fit.SILENT
    if one.country != other.country:
        return Fit.APART if Precision.AREA not in {one.precision, other.precision} else Fit.SILENT
    narrow, wide = sorted((one, other), key=lambda place: _WIDTH.index(place.precision))
    if _is_in(narrow, wide):
        return Fit.NARROWER if narrow is one else Fit.WIDER
    if narrow.region and wide.region and narrow.region != wide.region:
        return Fit.APART
    return _by_distance(one, other)


def _is_in(narrow: Place, wide: Place) -> bool:
    """Whether the narrower place lies in the wider one, as far as countries and first-order regions tell."""
    if wide.precision is Precision.COUNTRY:
        return narrow.country == wide.country
    return wide.precision is Precision.REGION and narrow.region == wide.region and narrow.precision != wide.precision


def _by_distance(one: Place, other: Place) -> Fit:
    """Towns far from each other are apart; what is near, or wider than a town, may be one place."""
    towns = one.precision is other.precision is Precision.TOWN
    if not towns or one.lat is None or one.lon is None or other.lat is None or other.lon is None:
        return Fit.SILENT
    far = kilometres((one.lat, one.lon), (other.lat, other.lon)) > _NEAR_KM
    return Fit.APART if far else Fit.BOTH
