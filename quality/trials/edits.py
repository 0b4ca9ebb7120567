"""Rewrites with small edits: does the product find the edit that changes what is said.

A rewrite is read as a copy of its source, so that whatever differs is an alteration, as DESIGN defines it: one line of
two articles, with the passages that `align_sentences` gives. Conflicts are not asked for: they hold between independent
lines. With two witnesses, set phrases of a story cannot be known.

The rewrites hold a summary beside its edited form. The rules of alterations were worked on with 700 of them in sight,
and checked on others and on MRPC's sentences (docs/alterations.md), so the figures of both flatter. Summaries beside
their documents are a draft beside a report: `checking` measures them.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from statistics import fmean
from typing import Final

import msgspec

from headwater.entities import identify
from headwater.findings import find_alterations
from headwater.quotes import find_quotes
from headwater.testing.reading import read_texts, stemma_of
from headwater.text.align import align_sentences
from headwater.text.mentions import EntityIndex
from headwater.types import Alteration, Document, Passage, Span, Stemma
from quality.board.metric import Metric
from quality.board.trial import Sample, Task, Trial

__all__ = ["TRIALS", "alterations_between"]

_LINE: Final = {"a": "line", "b": "line"}


class Rewrite(msgspec.Struct, frozen=True):
    """A text and its rewrite; `label` is "same" or "changed", `kind` what was changed, several joined by +."""

    source: str
    rewrite: str
    label: str
    kind: str


class Sentences(msgspec.Struct, frozen=True):
    """Two sentences of the news; `label` is 1 where people found that they say the same."""

    a: str
    b: str
    label: int


def run_rewrites(task: Task) -> Mapping[str, Sample]:
    """Summaries beside their edited forms: one unit a source."""
    rows = task.sample(task.read("mutations/rewrites.jsonl", Rewrite), 800, 80)
    found = [_alterations(row.source, row.rewrite) for row in task.watch(rows, len(rows))]
    return {
        f"alterations.rewrites_{name}": _shares([(r, a) for r, a in zip(rows, found, strict=True) if r.label == label])
        for name, label in (("found", "changed"), ("flagged", "same"))
    }


def run_paraphrases(task: Task) -> Mapping[str, Sample]:
    """Sentences of the news that say the same, by people's judgement: whatever is found is a false alarm, or nearly."""
    rows = [row for row in task.read("pairs/mrpc.jsonl", Sentences) if row.label == 1]
    chosen = task.sample(rows, 600, 100)
    found = [_alterations(row.a, row.b) for row in task.watch(chosen, len(chosen))]
    return {
        "alterations.paraphrases_flagged": Sample(
            [[bool(each)] for each in found], _share_of_all, notes=_kinds("same", found)
        )
    }


def _shares(rows: Sequence[tuple[Rewrite, Sequence[Alteration]]]) -> Sample:
    """How many of some rewrites have an alteration, and of which kind of change."""
    units: dict[str, list[bool]] = defaultdict(list)
    made, met = Counter[str](), Counter[str]()
    for row, found in rows:
        units[row.source].append(bool(found))
        kinds = [kind for kind in row.kind.split("+") if kind]
        made.update(kinds)
        met.update(kinds if found else ())
    notes = [f"{kind}: {met[kind]} of {made[kind]}" for kind in sorted(made)]
    notes += _kinds("alterations", [found for _, found in rows])
    return Sample(list(units.values()), _share_of_all, len(rows), tuple(notes))


def _share_of_all(units: Sequence[Sequence[bool]]) -> float:
    every = [found for unit in units for found in unit]
    return fmean(every) if every else 0.0


def _kinds(name: str, found: Sequence[Sequence[Alteration]]) -> tuple[str, ...]:
    """How many texts of a sort have an alteration, and how many alterations of each kind there are in them."""
    counts = Counter(one.kind.value for alterations in found for one in alterations)
    listed = ", ".join(f"{kind} {count}" for kind, count in sorted(counts.items()))
    return (f"{name}: {sum(map(bool, found))} of {len(found)} texts; {listed or 'nothing'}",)


# --- what the product says ------------------------------------------------------------------------------------


def _alterations(original: str, copy: str) -> tuple[Alteration, ...]:
    return alterations_between(*read_texts({"a": original, "b": copy}))


def alterations_between(left: Document, right: Document) -> tuple[Alteration, ...]:
    """What was altered between the documents "a" and "b", the second read as a copy of the first."""
    entities = identify((left, right), _LINE)
    quotes = [quote for document in (left, right) for quote in find_quotes(document, entities)]
    return find_alterations(_stemma(left, right), (left, right), EntityIndex(entities), quotes)


def _stemma(left: Document, right: Document) -> Stemma:
    passages = [
        Passage(_joined(left, pair.left), _joined(right, pair.right), min(1.0, pair.similarity))
        for pair in align_sentences(left, right)
    ]
    return stemma_of({"line": ["a", "b"]}, passages)


def _joined(document: Document, numbers: Sequence[int]) -> Span:
    spans = [document.sentences[number].span for number in numbers]
    return Span(document.article.id, min(span.start for span in spans), max(span.end for span in spans))


TRIALS: Final = (
    Trial(
        (
            Metric("alterations.rewrites_found", "rewrites that change what is said, with an alteration"),
            Metric(
                "alterations.rewrites_flagged",
                "rewrites that say the same, with an alteration",
                lower_is_better=True,
            ),
        ),
        ("mutations/rewrites.jsonl",),
        run_rewrites,
    ),
    Trial(
        (
            Metric(
                "alterations.paraphrases_flagged",
                "news sentences judged to say the same, with an alteration (some differ in a number after all)",
                lower_is_better=True,
            ),
        ),
        ("pairs/mrpc.jsonl",),
        run_paraphrases,
    ),
)
