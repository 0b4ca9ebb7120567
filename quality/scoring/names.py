"""Names: spellings held together, and people kept apart."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import Final

from headwater.types import Span
from quality.scoring.clusters import bcubed_by_item
from quality.scoring.gold import GoldEntity
from quality.scoring.measure import Item, Measure, count
from quality.scoring.reading import Reading
from quality.scoring.tally import Tally, total

__all__ = ["measure_names", "name_tallies"]

SAME_WORDS: Final = 0.5  # word Jaccard from which the span of a spelling is taken for the alias


def measure_names(reading: Reading) -> tuple[Measure, ...]:
    """`names_right`: gold entities all of whose aliases live in one cluster; `names_wrongly_merged`: pairs that do.

    An alias lives in the cluster that has most of its free places: those not inside a longer alias of the same
    entity. An alias without a free place asks for nothing. `names_b3` is B-cubed F1 over the gold's name mentions.
    """
    details, items = [], []
    for number, entity in enumerate(reading.gold.entities, 1):
        homes = _homes(reading, entity)
        item = Item(f"{entity.type} {number}", len(set(homes.values())) == 1 and "" not in homes.values())
        items.append(item)
        shown = ", ".join(f"{alias} in {home or 'no cluster'}" for alias, home in homes.items())
        details.append(f"{'+' if item.hit else '-'} {entity.name}: {shown}")
    pairs = [
        (f"{a} = {b}", Item(f"pair {number}", _home(reading, a) == _home(reading, b) != ""))
        for number, (a, b) in enumerate(reading.gold.different_entities, 1)
    ]
    return (
        count("names_right", items, details),
        count("names_wrongly_merged", (item for _, item in pairs), (f"! {told}" for told, item in pairs if item.hit)),
        Measure("names_b3", total(name_tallies(reading)).score.f1, 1),
    )


def name_tallies(reading: Reading) -> tuple[Tally, ...]:
    """The B-cubed precision and recall of each gold entity's mentions, summed by entity; their total gives `names_b3`.

    A mention is a place of an alias as whole words, outside any longer alias of any entity; it belongs to the brief's
    entity that has it, and to none but itself where no entity has. A place that two gold entities share is left out.
    """
    gold = _mentions(reading)
    shares = bcubed_by_item(gold, {span: _cluster(reading, (span,)) or span for span in gold})
    tallies: dict[str, list[Tally]] = defaultdict(list)
    for span, (precision, recall) in shares.items():
        tallies[gold[span]].append(Tally(recall, 1, precision, 1))
    return tuple(total(each) for each in tallies.values())


def _mentions(reading: Reading) -> dict[Span, str]:
    """The gold entity of each name mention."""
    entities = reading.gold.entities
    every = frozenset(alias for entity in entities for alias in entity.aliases)
    owners: dict[Span, set[str]] = defaultdict(set)
    for entity in entities:
        for alias in entity.aliases:
            longer = tuple(sorted(other for other in every if alias in other and alias != other))
            for span in _places(reading, alias, longer):
                owners[span].add(entity.name)
    return {span: min(names) for span, names in owners.items() if len(names) == 1}


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
