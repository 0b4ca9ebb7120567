"""Summaries and rewrites with small edits: does the product find the edit that changes what is said.

A summary is read as a copy of its document, so that whatever differs is an alteration, as DESIGN defines it: one line
of two articles, with the passages that `align_sentences` gives. A summary counts as inconsistent if there is any
alteration. Conflicts are not asked for: they hold between independent lines. With two witnesses, set phrases of a story
cannot be known, and a summary that leaves its passages' wording is not looked at at all.

The rewrites hold a summary beside its edited form and are made from the same two sets, with the same texts. The rules
of alterations were worked on with 700 of these rewrites in sight, and checked on others and on MRPC's sentences
(docs/alterations.md), so the figures of both flatter. Documents were not read beside summaries before, but
the texts are the same.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from statistics import fmean
from typing import Final, NamedTuple

import msgspec

from headwater.entities import identify
from headwater.findings import find_alterations
from headwater.quotes import find_quotes
from headwater.testing.reading import read_texts, stemma_of
from headwater.text.align import align_sentences
from headwater.text.mentions import EntityIndex
from headwater.types import Alteration, Document, Passage, Span, Stemma
from quality.board.metric import Metric, Published
from quality.board.trial import Sample, Task, Trial
from quality.scoring.labels import balanced_accuracy
from quality.scoring.ranking import roc_auc

__all__ = ["TRIALS", "Judged", "Pair", "alterations_between", "by_domain", "edited_auc", "reference_above"]

_LINE: Final = {"a": "line", "b": "line"}


class Summary(msgspec.Struct, frozen=True):
    """A document and a summary; `label` is 1 where the document bears it out. Its `domain` is the kind of text."""

    document: str
    summary: str
    label: int
    domain: str


class Edited(msgspec.Struct, frozen=True):
    """A document and one of a `pair` of summaries: the reference (1) or its edited form (0)."""

    document: str
    pair: str
    summary: str
    label: int


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


class Judged(NamedTuple):
    """A summary: its domain, whether it is consistent, and whether it was called so."""

    domain: str
    gold: bool
    called: bool


class Pair(NamedTuple):
    """How many alterations were found in a reference and in its edited form."""

    reference: int
    edited: int


def run_bump(task: Task) -> Mapping[str, Sample]:
    """References and their edits by people: one unit a pair."""
    couples = task.sample(_couples(task.read("pairs/bump.jsonl", Edited)), 99, 30)
    found = [
        [_alterations(row.document, row.summary) for row in couple] for couple in task.watch(couples, len(couples))
    ]
    units = [Pair(len(reference), len(edited)) for reference, edited in found]
    notes = (*_kinds("reference", [one for one, _ in found]), *_kinds("edited", [other for _, other in found]))
    return {
        "alterations.bump_auc": Sample(units, edited_auc, 2 * len(units), notes),
        "alterations.bump_consistency": Sample(units, reference_above, 2 * len(units)),
    }


def _couples(rows: Sequence[Edited]) -> list[tuple[Edited, Edited]]:
    """Each reference with its edited form. Raises `ValueError` naming a pair that has not one of each."""
    pairs: dict[str, dict[int, Edited]] = defaultdict(dict)
    for row in rows:
        pairs[row.pair][row.label] = row
    for name, pair in pairs.items():
        if pair.keys() != {0, 1}:
            raise ValueError(f"pairs/bump.jsonl: pair {name} has not one reference and one edited form")
    return [(pairs[name][1], pairs[name][0]) for name in sorted(pairs)]


def run_summedits(task: Task) -> Mapping[str, Sample]:
    """Summaries of seven kinds of text with small edits: one unit a document, since its summaries share most words."""
    rows = task.sample(task.read("pairs/summedits.jsonl", Summary), 1050, 42)
    found = [_alterations(row.document, row.summary) for row in task.watch(rows, len(rows))]
    units: dict[str, list[Judged]] = defaultdict(list)
    for row, alterations in zip(rows, found, strict=True):
        units[row.document].append(Judged(row.domain, row.label == 1, not alterations))
    notes = tuple(note for label in (1, 0) for note in _kinds(
        "consistent" if label else "inconsistent", [a for row, a in zip(rows, found, strict=True) if row.label == label]
    ))  # fmt: skip
    return {"alterations.summedits_balanced_accuracy": Sample(list(units.values()), by_domain, len(rows), notes)}


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


# --- statistics -----------------------------------------------------------------------------------------------


def edited_auc(units: Sequence[Pair]) -> float:
    """The chance that a reference has fewer alterations than an edited summary, of any pair; a tie counts half."""
    scores = [(True, -unit.reference) for unit in units] + [(False, -unit.edited) for unit in units]
    return roc_auc([reference for reference, _ in scores], [score for _, score in scores])


def reference_above(units: Sequence[Pair]) -> float:
    """The share of pairs whose reference has fewer alterations than its edited form; a tie is a miss."""
    return fmean(unit.reference < unit.edited for unit in units) if units else 0.0


def by_domain(units: Sequence[Sequence[Judged]]) -> float:
    """Balanced accuracy in each domain, averaged."""
    domains: dict[str, list[Judged]] = defaultdict(list)
    for one in (one for unit in units for one in unit):
        domains[one.domain].append(one)
    figures = [balanced_accuracy([o.gold for o in each], [o.called for o in each]) for each in domains.values()]
    return fmean(figures) if figures else 0.0


TRIALS: Final = (
    Trial(
        (
            Metric(
                "alterations.bump_auc",
                "summaries and their edits ranked by the alterations against the document, AUC",
                Published(0.715, "QAFactEval, larger set"),
            ),
            Metric(
                "alterations.bump_consistency",
                "references with fewer alterations than their own edit",
                Published(0.919, "BARTScore, larger set; SummaC .684"),
            ),
        ),
        ("pairs/bump.jsonl",),
        run_bump,
    ),
    Trial(
        (
            Metric(
                "alterations.summedits_balanced_accuracy",
                "summaries called inconsistent where an alteration is found; balanced accuracy, mean of the domains",
                Published(0.821, "GPT-4, all domains; people .909"),
            ),
        ),
        ("pairs/summedits.jsonl",),
        run_summedits,
    ),
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
