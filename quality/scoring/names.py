"""Names: spellings held together, and people kept apart."""

from __future__ import annotations

from collections import Counter
from typing import Final

from headwater.types import Span
from quality.scoring.gold import GoldEntity
from quality.scoring.measure import Measure
from quality.scoring.reading import Reading

__all__ = ["measure_names"]

SAME_WORDS: Final = 0.5  # word Jaccard from which the span of a spelling is taken for the alias


def measure_names(reading: Reading) -> tuple[Measure, ...]:
    """`names_right`: gold entities all of whose aliases live in one cluster; `names_wrongly_merged`: pairs that do.

    An alias lives in the cluster that has most of its free places: those not inside a longer alias of the same
    entity. An alias without a free place asks for nothing.
    """
    details, right = [], 0
    for entity in reading.gold.entities:
        homes = _homes(reading, entity)
        hit = len(set(homes.values())) == 1 and "" not in homes.values()
        right += hit
        shown = ", ".join(f"{alias} in {home or 'no cluster'}" for alias, home in homes.items())
        details.append(f"{'+' if hit else '-'} {entity.name}: {shown}")
    pairs = reading.gold.different_entities
    merged = tuple(f"! {a} = {b}" for a, b in pairs if _home(reading, a) == _home(reading, b) != "")
    return (
        Measure("names_right", right, len(reading.gold.entities), tuple(details)),
        Measure("names_wrongly_merged", len(merged), len(pairs), merged),
    )


def _homes(reading: Reading, entity: GoldEntity) -> dict[str, str]:
    """Find the cluster of each alias that stands anywhere on its own; '' where no cluster has it."""
    longer = {alias: tuple(a for a in entity.aliases if alias in a and a != alias) for alias in entity.aliases}
    free = {alias: _places(reading, alias, within) for alias, within in longer.items()}
    return {alias: _cluster(reading, spans) for alias, spans in free.items() if spans}


def _home(reading: Reading, name: str) -> str:
    return _cluster(reading, _places(reading, name))


def _places(reading: Reading, name: str, longer: tuple[str, ...] = ()) -> tuple[Span, ...]:
    """Every place of a name as whole words, outside the longer names."""
    keys = tuple(reading.gold.articles)
    taken = [span for key in keys for other in longer for span in reading.find(key, other)]
    spans = [span for key in keys for span in reading.find(key, name) if _is_whole(reading, span)]
    return tuple(span for span in spans if not any(reading.contains(other, span) for other in taken))


def _is_whole(reading: Reading, span: Span) -> bool:
    """Whether the span is no part of a longer word or of a hyphened name."""
    before, after = reading.neighbours(span)
    return not any(character.isalnum() or character == "-" for character in (before, after))


def _cluster(reading: Reading, spans: tuple[Span, ...]) -> str:
    """Find the entity that has most of the spans, of equals the first by id; '' if none has any."""
    held = Counter(
        entity.id
        for entity in reading.brief.entities
        for span in spans
        if any(reading.jaccard(span, own) >= SAME_WORDS for spelling in entity.spellings for own in spelling.spans)
    )
    return min(held, key=lambda entity: (-held[entity], entity), default="")
