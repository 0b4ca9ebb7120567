"""Lines of reporting, and passages that one line lent to another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from headwater.types import DerivationKind, Passage
from quality.scoring.gold import GoldPair
from quality.scoring.measure import Item, Measure, count
from quality.scoring.reading import Reading

__all__ = ["NOT_DERIVED", "measure_lines", "measure_partials"]

Groups = frozenset[frozenset[str]]

NOT_DERIVED: Final = frozenset({DerivationKind.SHARED_STATEMENT, DerivationKind.INDEPENDENT, DerivationKind.UNDECIDED})
"""The verdicts that do not call a pair derived."""


def measure_lines(reading: Reading) -> tuple[Measure, ...]:
    """`lines_right`: 1 where the articles are grouped as in the gold. `lines`: how many were found."""
    gold, found = _gold_groups(reading), _found_groups(reading)
    number = reading.brief.stemma.count.best
    details = (f"gold  {_show(gold)}", f"found {_show(found)}")
    right = gold == found and number == reading.gold.lines
    return count("lines_right", [Item("lines", right)], details), Measure("lines", number, reading.gold.lines)


def measure_partials(reading: Reading) -> tuple[Measure, ...]:
    """`passages_found`: gold pairs of passages that a passage of the stemma overlaps on both sides.

    `partials_found`: the same, but the other end may lie in any article of the lender's line. Passages that are
    masked (a shared quote, a title) are no sign of copying and do not count.
    """
    partial = [pair for pair in reading.gold.derivations if pair.relation == "partial"]
    pairs = [(pair, texts) for pair in partial for texts in pair.passages]
    exact = [_is_found(reading, pair, texts) for pair, texts in pairs]
    borrowed = sorted({(pair.a, texts[0], reading.gold.articles[pair.b].line) for pair, texts in pairs})
    lent = [_is_lent(reading, *passage) for passage in borrowed]
    details = tuple(f"{_mark(hit)} {pair.a} ~ {pair.b}" for hit, (pair, _) in zip(exact, pairs, strict=True))
    lines = tuple(f"{_mark(hit)} {key} ~ line {line}" for hit, (key, _, line) in zip(lent, borrowed, strict=True))
    return (
        count("passages_found", _items(exact), details),
        count("partials_found", _items(lent), lines),
    )


def _items(hits: Sequence[bool]) -> Iterator[Item]:
    yield from (Item(f"passage {number}", hit) for number, hit in enumerate(hits, 1))


def _is_found(reading: Reading, pair: GoldPair, texts: tuple[str, str]) -> bool:
    left, right = reading.find(pair.a, texts[0]), reading.find(pair.b, texts[1])
    return any(
        reading.any_overlap([passage.left], one) and reading.any_overlap([passage.right], other)
        for passage in _passages(reading)
        for one, other in ((left, right), (right, left))
    )


def _is_lent(reading: Reading, borrower: str, text: str, line: str) -> bool:
    spans = reading.find(borrower, text)
    return any(
        reading.any_overlap([here], spans) and reading.line_of(there.article) == line
        for passage in _passages(reading)
        for here, there in ((passage.left, passage.right), (passage.right, passage.left))
    )


def _passages(reading: Reading) -> Iterator[Passage]:
    stemma = reading.brief.stemma
    held = [*(derivation.sentences for derivation in stemma.derivations), *(edge.passages for edge in stemma.edges)]
    yield from (passage for passages in held for passage in passages if not passage.mask)


def _gold_groups(reading: Reading) -> Groups:
    groups: dict[str, set[str]] = defaultdict(set)
    for key, article in reading.gold.articles.items():
        groups[article.line].add(key)
    return frozenset(map(frozenset, groups.values()))


def _found_groups(reading: Reading) -> Groups:
    keys = reading.keys
    return frozenset(frozenset(keys.get(a, a) for a in line.articles) for line in reading.brief.stemma.lines)


def _show(groups: Groups) -> str:
    return " ".join(sorted("{" + ",".join(sorted(group)) + "}" for group in groups))


def _mark(hit: bool) -> str:
    return "+" if hit else "-"
