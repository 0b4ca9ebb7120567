"""Every span of a brief, and whether it can be opened; and the furniture that should be left out."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from headwater.types import Span
from quality.scoring.measure import Item, Measure, count
from quality.scoring.reading import Reading

__all__ = ["measure_boilerplate", "measure_citations", "spans_in"]


def spans_in(record: object) -> Iterator[Span]:
    """Every span anywhere inside a record, in the order of its fields."""
    if isinstance(record, Span):
        yield record
    elif isinstance(record, msgspec.Struct):
        for field in record.__struct_fields__:
            yield from spans_in(getattr(record, field))
    elif isinstance(record, tuple | list):
        for part in record:
            yield from spans_in(part)


def measure_citations(reading: Reading) -> Measure:
    """`citations_right`: spans of the brief that open words, 0 <= start < end <= the length of their article's text."""
    lengths = {article.id: len(article.text) for article in reading.brief.articles}
    spans = list(spans_in(reading.brief))
    wrong = [span for span in spans if not 0 <= span.start < span.end <= lengths.get(span.article, -1)]
    return Measure("citations_right", len(spans) - len(wrong), len(spans), tuple(f"! {span}" for span in wrong))


def measure_boilerplate(reading: Reading) -> Measure:
    """`boilerplate_found`: gold lines of furniture of which at least four words in five were left out."""
    spans = [span for part in reading.brief.left_out for span in part.spans]
    lines = [(key, line) for key, several in reading.gold.boilerplate.items() for line in several]
    hits = [any(reading.covered(span, spans) >= 0.8 for span in reading.find(key, line)) for key, line in lines]
    items = [Item(f"{key} {number}", hit) for number, (hit, (key, _)) in enumerate(zip(hits, lines, strict=True), 1)]
    details = tuple(f"{'+' if hit else '-'} {key}: {line}" for hit, (key, line) in zip(hits, lines, strict=True))
    return count("boilerplate_found", items, details)
