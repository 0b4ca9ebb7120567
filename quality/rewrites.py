"""The board of rewrites: `python -m quality.rewrites FILE [--rows 400] [--json]`.

FILE is JSON Lines: `source` and `rewrite` with `label` "same" or "changed" and `kind`, or `a` and `b` with `label` 1
where they say the same. Each pair is read as two copies of one line of reporting, so that every alteration found in a
pair that says the same is a false alarm. With two witnesses only, set phrases of a story cannot be known.
"""

from __future__ import annotations

import argparse
import itertools
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import msgspec
from msgspec import Struct, field
from rich.console import Console
from rich.table import Table

from headwater.documents import read_documents
from headwater.entities import identify
from headwater.findings import find_alterations
from headwater.models.spacy_english import load_parser
from headwater.quotes import find_quotes
from headwater.settings import Settings
from headwater.testing.articles import make_article
from headwater.testing.reading import stemma_of
from headwater.text.align import align_sentences
from headwater.text.mentions import EntityIndex
from headwater.types import (
    Alteration,
    Document,
    Passage,
    Sentence,
    Span,
    Stemma,
)
from quality.scoring.measure import Measure

__all__ = ["Rewrite", "alterations_in", "main", "read_rows", "score"]

_LINE: Final = {"a": "line", "b": "line"}
_BATCH: Final = 64  # pairs parsed at a time


class Rewrite(Struct, frozen=True):
    """A text and its rewrite. `label` is "changed" or 0 where the meaning is not the same."""

    label: str | int
    source: str = ""
    rewrite: str = ""
    kind: str = ""
    a: str = field(default="")
    b: str = field(default="")

    @property
    def same(self) -> bool:
        """Whether both say the same."""
        return self.label in ("same", 1, "1")

    @property
    def texts(self) -> tuple[str, str]:
        """The text and its rewrite."""
        return self.source or self.a, self.rewrite or self.b


def read_rows(path: Path, rows: int) -> list[Rewrite]:
    """Read `rows` rows spread evenly over the file: its rows stand in the order of their sources."""
    lines = path.read_text(encoding="utf-8").splitlines()
    step = max(1, len(lines) // rows)
    return [msgspec.json.decode(line, type=Rewrite) for line in itertools.islice(lines[::step], rows)]


def alterations_in(rows: Sequence[Rewrite]) -> Iterator[tuple[Alteration, ...]]:
    """What is found in each pair, in order."""
    parser = load_parser(Settings().model)
    for start in range(0, len(rows), _BATCH):
        batch = rows[start : start + _BATCH]
        articles = [make_article(text, id=name) for row in batch for name, text in zip("ab", row.texts, strict=True)]
        documents = list(read_documents(articles, parser))
        for left, right in zip(documents[::2], documents[1::2], strict=True):
            yield _between(left, right)


def _between(left: Document, right: Document) -> tuple[Alteration, ...]:
    entities = identify((left, right), _LINE)
    quotes = [quote for document in (left, right) for quote in find_quotes(document, entities)]
    return find_alterations(_stemma(left, right), (left, right), EntityIndex(entities), quotes)


def _stemma(left: Document, right: Document) -> Stemma:
    passages = tuple(
        Passage(_joined(left, pair.left), _joined(right, pair.right), min(1.0, pair.similarity))
        for pair in align_sentences(left, right)
    )
    return stemma_of({"line": ["a", "b"]}, passages)


def _joined(document: Document, numbers: Sequence[int]) -> Span:
    sentences: list[Sentence] = [document.sentences[number] for number in numbers]
    return Span(document.article.id, min(s.span.start for s in sentences), max(s.span.end for s in sentences))


def score(rows: Sequence[Rewrite], found: Sequence[Sequence[Alteration]]) -> tuple[Measure, ...]:
    """Pairs with an alteration among the changed and among those that say the same, and the kinds found in each."""
    pairs = list(zip(rows, found, strict=True))
    changed = [(row, item) for row, item in pairs if not row.same]
    same = [(row, item) for row, item in pairs if row.same]
    kinds = Counter(kind for row, _ in changed for kind in row.kind.split("+") if kind)
    met = Counter(kind for row, item in changed if item for kind in row.kind.split("+") if kind)
    return (
        Measure("changed_found", sum(bool(item) for _, item in changed), len(changed), _details(changed)),
        Measure("same_flagged", sum(bool(item) for _, item in same), len(same), _details(same)),
        *(Measure(f"{kind}_found", met[kind], kinds[kind]) for kind in sorted(kinds)),
    )


def _details(pairs: Sequence[tuple[Rewrite, Sequence[Alteration]]]) -> tuple[str, ...]:
    counts = Counter(one.kind.value for _, found in pairs for one in found)
    return tuple(f"{kind}: {count}" for kind, count in sorted(counts.items()))


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the board. Returns the exit code."""
    options = _parser().parse_args(arguments)
    rows = read_rows(options.file, options.rows)
    measures = score(rows, list(alterations_in(rows)))
    if options.json:
        sys.stdout.write(msgspec.json.encode(measures).decode() + "\n")
        return 0
    table = Table("measure", "value", "of", "by kind of alteration", title="Rewrites")
    for measure in measures:
        table.add_row(measure.name, f"{measure.value:.0f}", f"{measure.of:.0f}", "; ".join(measure.details))
    Console().print(table)
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m quality.rewrites", description="The board of rewrites.")
    parser.add_argument("file", type=Path, metavar="FILE", help="pairs of texts as JSON Lines")
    parser.add_argument("--rows", type=int, default=400, metavar="N", help="pairs to read (default 400)")
    parser.add_argument("--json", action="store_true", help="print the measures as JSON")
    return parser


if __name__ == "__main__":
    raise SystemExit(main())
