"""The board of attributions: `python -m quality.attributions FILE [--articles 120] [--json]`.

FILE is JSON Lines as PolNeAR is laid out in the shared data: `id`, `text`, and `attributions`, each with `source`,
`cue` and `content` as lists of [start, end]. Quotes under one cue are one attribution, as there.
"""

from __future__ import annotations

import argparse
import itertools
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

import msgspec
from msgspec import Struct
from rich.console import Console
from rich.table import Table

from headwater.types import Article, Quote
from quality.scoring.measure import Measure, f1

__all__ = ["Attributed", "Labelled", "main", "predicted", "read_rows", "score"]

_WORD: Final = re.compile(r"\w+")
_SAME: Final = 0.5  # word Jaccard of two contents from which they count as one attribution
_MARKS: Final = frozenset('“”"')
Places = frozenset[int]  # offsets at which words start
Pieces = tuple[tuple[int, int], ...]


class Attributed(Struct, frozen=True):
    """An attribution as pieces of text."""

    source: Pieces = ()
    cue: Pieces = ()
    content: Pieces = ()


class Labelled(Struct, frozen=True):
    """An article with its attributions."""

    id: str
    text: str
    attributions: tuple[Attributed, ...]


def read_rows(path: Path, articles: int) -> list[Labelled]:
    """Read the first `articles` rows of a file. The rows stand in a shuffled order, so that the first are a sample."""
    with path.open(encoding="utf-8") as lines:
        return [msgspec.json.decode(line, type=Labelled) for line in itertools.islice(lines, articles)]


def predicted(quotes: Iterable[Quote]) -> list[Attributed]:
    """Join the quotes of an article under their cues."""
    groups: dict[tuple[int, int], list[Quote]] = {}
    for quote in quotes:
        groups.setdefault((0, quote.cue.start) if quote.cue else (1, quote.content.start), []).append(quote)
    return [_joined(group) for _, group in sorted(groups.items())]


def _joined(group: Sequence[Quote]) -> Attributed:
    first = group[0]
    return Attributed(
        source=() if first.source is None else ((first.source.start, first.source.end),),
        cue=() if first.cue is None else ((first.cue.start, first.cue.end),),
        content=tuple((quote.content.start, quote.content.end) for quote in group),
    )


def score(rows: Sequence[Labelled], found: Sequence[Sequence[Attributed]]) -> tuple[Measure, ...]:
    """Compare the attributions found in each row with its own; F1 over all rows together."""
    counts: Counter[str] = Counter()
    for row, items in zip(rows, found, strict=True):
        counts.update(_compare(row, items))
    tokens, spans, cues = (
        f1(counts[f"{name} right"], counts[f"{name} found"], counts[f"{name} gold"]) for name in ("word", "span", "cue")
    )
    return (
        Measure("content_word_f1", tokens[2], 1, (f"precision {tokens[0]:.3f}, recall {tokens[1]:.3f}",)),
        Measure("content_span_f1", spans[2], 1, (f"precision {spans[0]:.3f}, recall {spans[1]:.3f}",)),
        Measure("cue_f1", cues[2], 1, (f"precision {cues[0]:.3f}, recall {cues[1]:.3f}",)),
        Measure("sources_exact", counts["source exact"], counts["source gold"]),
        Measure("sources_overlapping", counts["source overlap"], counts["source gold"]),
        Measure("marked_contents_found", counts["marked found"], counts["marked gold"]),
        Measure("marked_contents_with_source", counts["marked source"], counts["marked gold"]),
    )


def _compare(row: Labelled, found: Sequence[Attributed]) -> Counter[str]:
    gold = [item for item in row.attributions if item.content]
    wanted = [_places(row.text, item.content) for item in gold]
    given = [_places(row.text, item.content) for item in found]
    all_wanted, all_given = frozenset().union(*wanted), frozenset().union(*given)
    counts = Counter(
        {"word right": len(all_wanted & all_given), "word found": len(all_given), "word gold": len(all_wanted)}
    )
    matches = dict(_matched(wanted, given))
    counts.update({"span right": len(matches), "span found": len(given), "span gold": len(wanted)})
    cues = [_places(row.text, item.cue) for item in row.attributions]
    counts.update(_cues([cue for cue in cues if cue], [_places(row.text, item.cue) for item in found if item.cue]))
    for number, item in enumerate(gold):
        hit = found[matches[number]] if number in matches else None
        counts.update(_source(row.text, item, hit))
    return counts


def _places(text: str, pieces: Pieces) -> Places:
    return frozenset(match.start() for start, end in pieces for match in _WORD.finditer(text, start, end))


def _matched(wanted: Sequence[Places], given: Sequence[Places]) -> Iterator[tuple[int, int]]:
    """Pair contents one to one, the likest first."""
    pairs = [
        (len(left & right) / len(left | right), -i, -j)
        for i, left in enumerate(wanted)
        for j, right in enumerate(given)
        if left & right
    ]
    lefts: set[int] = set()
    rights: set[int] = set()
    for likeness, i, j in sorted(pairs, reverse=True):
        if likeness >= _SAME and i not in lefts and j not in rights:
            lefts.add(i)
            rights.add(j)
            yield -i, -j


def _cues(wanted: Sequence[Places], given: Sequence[Places]) -> dict[str, int]:
    """A cue is right if it shares a word with one of the gold that no other has taken."""
    left = list(wanted)
    right = 0
    for cue in given:
        match = next((item for item in left if item & cue), None)
        if match is not None:
            left.remove(match)
            right += 1
    return {"cue right": right, "cue found": len(given), "cue gold": len(wanted)}


def _source(text: str, gold: Attributed, hit: Attributed | None) -> dict[str, int]:
    """Sources are compared where the content was found; for contents between marks, over all of them."""
    marked = any(_MARKS & set(text[start:end]) for start, end in gold.content)
    wanted, given = _places(text, gold.source), _places(text, hit.source if hit else ())
    counts = {
        "marked gold": marked,
        "marked found": marked and hit is not None,
        "marked source": marked and wanted & given,
    }
    if hit is not None and wanted:
        counts |= {"source gold": True, "source exact": wanted == given, "source overlap": wanted & given}
    return {name: int(bool(value)) for name, value in counts.items()}


def _find(rows: Sequence[Labelled]) -> list[list[Attributed]]:
    from headwater.documents import read_documents  # heavy: only when a file is read
    from headwater.models.spacy_english import load_parser
    from headwater.quotes import find_quotes
    from headwater.settings import Settings

    articles = [Article(row.id, row.text, row.id) for row in rows]
    documents = read_documents(articles, load_parser(Settings().model))
    return [predicted(find_quotes(document, ())) for document in documents]


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the board of attributions. Returns the exit code: 2 if the file is not there."""
    parser = argparse.ArgumentParser(prog="python -m quality.attributions", description="The board of attributions.")
    parser.add_argument("file", type=Path, metavar="FILE", help="labelled attributions, JSON Lines")
    parser.add_argument("--articles", type=int, default=120, metavar="N", help="how many rows to read (120)")
    parser.add_argument("--json", action="store_true", help="print the measures as JSON")
    options = parser.parse_args(arguments)
    if not options.file.is_file():
        sys.stderr.write(f"{options.file}: not there; the labelled attributions are not part of the project\n")
        return 2
    rows = read_rows(options.file, options.articles)
    measures = score(rows, _find(rows))
    if options.json:
        sys.stdout.write(msgspec.json.encode(measures).decode() + "\n")
        return 0
    table = Table("measure", "value", "of", "", title=f"Attributions, {len(rows)} articles")
    for item in measures:
        table.add_row(
            item.name, f"{item.value:.3f}" if item.of == 1 else f"{item.value:g}", f"{item.of:g}", *item.details
        )
    Console().print(table)
    return 0


if __name__ == "__main__":
    sys.exit(main())
