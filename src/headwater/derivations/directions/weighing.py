"""From signs to evidence: each sign times its weight, families capped; positive speaks for left to right."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from headwater.derivations.directions.credits import credit_signs
from headwater.derivations.directions.danglers import dangler_signs
from headwater.derivations.directions.lapses import lapse_signs
from headwater.derivations.directions.losses import loss_signs
from headwater.derivations.directions.material import background_signs, material_signs
from headwater.derivations.directions.notices import notice_signs
from headwater.derivations.directions.quoting import quote_signs
from headwater.derivations.directions.styles import style_signs
from headwater.derivations.directions.times import time_signs
from headwater.derivations.directions.ways import Sign, Way
from headwater.derivations.directions.weights import CAPS, FAMILIES, WAY
from headwater.derivations.directions.wording import wording_signs
from headwater.types import Evidence

__all__ = ["Parts", "evidence_of", "pair_signs"]

_FAMILY_OF: Final = {name: family for family, names in FAMILIES.items() for name in names}
_FAMILY_SIGNS: Final = (
    credit_signs,
    dangler_signs,
    lapse_signs,
    loss_signs,
    notice_signs,
    quote_signs,
    style_signs,
    wording_signs,
)
_LEAST: Final = 0.005  # nats; less is not worth a line

Parts = tuple[Evidence, ...]


def pair_signs(way: Way, back: Way, *, whole: bool) -> Iterator[Sign]:
    """All signs in the two texts that speak for `way`; `back` is the same two the other way round.

    Where only a passage was taken (`whole` is False), what else each text holds says nothing.
    """
    for family in _FAMILY_SIGNS:
        yield from family(way)
    yield from time_signs(way)
    if whole:
        yield from material_signs(way)
        yield from background_signs(way, back)


def evidence_of(for_way: Iterable[Sign], for_back: Iterable[Sign], weights: Mapping[str, float] = WAY) -> Parts:
    """The signs for left to right and for right to left as evidence, the strongest first."""
    parts = (*_weighed(tuple(for_way), 1, weights), *_weighed(tuple(for_back), -1, weights))
    return tuple(sorted(parts, key=lambda each: (-abs(each.score), each.name, each.score)))


def _weighed(signs: Sequence[Sign], way: int, weights: Mapping[str, float]) -> Iterator[Evidence]:
    """Each sign times its weight, with the cap of its family on it."""
    scores = [(sign, weights.get(sign.name, 0.0) * sign.value) for sign in signs]
    sums: dict[str, float] = {}
    for sign, score in scores:
        sums[_FAMILY_OF[sign.name]] = sums.get(_FAMILY_OF[sign.name], 0.0) + score
    for sign, score in scores:
        family = _FAMILY_OF[sign.name]
        capped = score * min(1.0, CAPS[family] / sums[family]) if score >= _LEAST else 0.0
        if capped:
            spans = (sign.here, sign.there) if way > 0 else (sign.there, sign.here)
            yield Evidence(sign.name, round(way * capped, 3), sign.detail, *spans)
