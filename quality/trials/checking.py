"""Drafts held against reports: planted false facts found, true ones left alone; summaries and their edits ranked.

The scribe's drafts are held against the reports of his stories by `headwater.checking` as it ships; its weights were
fitted on drafts of other seeds and other events. Invented texts flatter.

The summaries of SummEdits and BUMP are such drafts, the document the one report. The shipped weights have seen these
rows, so the figures are by cross-validation: each domain of SummEdits, and each fifth of BUMP's pairs, is scored by
weights fitted on all others (and, for words, on drafts of the scribe's, as those that ship), with the product's own
variables; of each variable a summary has the worst of its claims. Where one cut is needed it is the one that does best
on the other domains.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from statistics import fmean
from typing import Final, NamedTuple

import msgspec
import numpy as np

from headwater.checking import check_articles
from headwater.models.spacy_english import load_parser
from headwater.settings import Settings
from headwater.testing.scribe.paragraphs import Fact, Paragraph, write_paragraph
from headwater.text.spans import meets
from headwater.types import Checked, Judgement
from quality.board.metric import Metric, Published
from quality.board.trial import Sample, Task, Trial
from quality.scoring.labels import balanced_accuracy
from quality.scoring.ranking import roc_auc
from quality.trials.checking_fit import Draft, scored_across, scribe_drafts, summary_draft

__all__ = [
    "TRIALS",
    "Answer",
    "Judged",
    "Pair",
    "answers",
    "by_domain",
    "edited_auc",
    "found",
    "kept",
    "reference_above",
]

_SEEDS: Final = range(401, 426)
_BORNE_OUT: Final = frozenset({Judgement.SUPPORTED, Judgement.DISPUTED})
_FOLDS: Final = 5
_SUMMARIES: Final = 1050  # rows of SummEdits that are scored, evenly spread; about a minute
_TRAINING: Final = range(1_000_100, 1_000_130)  # drafts that every fit has beside the summaries


class Summary(msgspec.Struct, frozen=True):
    """A document and a summary; `label` is 1 where the document bears it out. Edited ones have their `original`."""

    document: str
    summary: str
    label: int
    domain: str
    original: str


class Edited(msgspec.Struct, frozen=True):
    """A document and one of a `pair` of summaries: the reference (1) or its edited form (0)."""

    document: str
    pair: str
    summary: str
    label: int


class Answer(NamedTuple):
    """A fact of a draft: what is false in it ('' for a true one), and whether the product holds it for borne out."""

    false: str
    borne_out: bool


class Judged(NamedTuple):
    """A summary: its domain, whether it is consistent, and its log-odds of being borne out."""

    domain: str
    gold: bool
    score: float


class Pair(NamedTuple):
    """The log-odds of a reference and of its edited form."""

    reference: float
    edited: float


# --- the scribe's drafts --------------------------------------------------------------------------------------


def run_scribe(task: Task) -> Mapping[str, Sample]:
    """Drafts of some eight facts, three of them false: one unit a draft."""
    seeds = _SEEDS[:3] if task.quick else _SEEDS
    drafts = [list(answers(write_paragraph(seed))) for seed in task.watch(seeds, len(seeds))]
    every = [answer for draft in drafts for answer in draft]
    notes = tuple(_notes(every))
    planted = sum(bool(answer.false) for answer in every)
    return {
        "check.false_found": Sample(drafts, found, planted, notes),
        "check.true_kept": Sample(drafts, kept, len(every) - planted),
    }


def answers(paragraph: Paragraph) -> Iterator[Answer]:
    """What the product says of each fact of a draft.

    A false fact is found where a claim that has its false words is not borne out; a true one is kept where all claims
    in it are, those apart that a false fact merged into its sentence shares.
    """
    made = check_articles(paragraph.draft, paragraph.reports, parser=load_parser(Settings().model))
    for fact in paragraph.facts:
        yield Answer(fact.false, all(claim.judgement in _BORNE_OUT for claim in _of(fact, made.claims)))


def _of(fact: Fact, claims: Sequence[Checked]) -> Iterator[Checked]:
    places = fact.at or (fact.span,)
    return (claim for claim in claims if any(meets(claim.span, place) for place in places))


def _notes(every: Sequence[Answer]) -> Iterator[str]:
    planted = Counter(answer.false for answer in every)
    held = Counter(answer.false for answer in every if answer.borne_out)
    yield f"true: {held['']} of {planted['']} kept"
    yield from (f"{kind}: {planted[kind] - held[kind]} of {planted[kind]} found" for kind in sorted(planted) if kind)


def found(units: Sequence[Sequence[Answer]]) -> float:
    """The share of false facts that are not held for borne out."""
    false = [not answer.borne_out for unit in units for answer in unit if answer.false]
    return fmean(false) if false else 0.0


def kept(units: Sequence[Sequence[Answer]]) -> float:
    """The share of true facts that are held for borne out."""
    true = [answer.borne_out for unit in units for answer in unit if not answer.false]
    return fmean(true) if true else 0.0


# --- summaries ------------------------------------------------------------------------------------------------


def run_summaries(task: Task) -> Mapping[str, Sample]:
    """References and their edits (one unit a pair), and summaries of seven kinds of text (one unit a document)."""
    couples = task.sample(_couples(task.read("pairs/bump.jsonl", Edited)), 99, 20)
    rows = task.sample(task.read("pairs/summedits.jsonl", Summary), _SUMMARIES, 84)
    drafts = [
        *(draft for fold, couple in enumerate(couples) for draft in _drafts(couple, f"bump{fold % _FOLDS}")),
        *(summary_draft(row.domain, row.document, row.summary, row.original, row.label == 1) for row in rows),
    ]
    always = list(scribe_drafts(_TRAINING[:4] if task.quick else _TRAINING))
    scores = scored_across(list(task.watch(drafts, len(drafts))), always)
    of_bump, of_rows = scores[: 2 * len(couples)], scores[2 * len(couples) :]
    pairs = [Pair(of_bump[at], of_bump[at + 1]) for at in range(0, len(of_bump), 2)]
    units: dict[str, list[Judged]] = defaultdict(list)
    for row, score in zip(rows, of_rows, strict=True):
        units[row.document].append(Judged(row.domain, row.label == 1, score))
    return {
        "alterations.bump_auc": Sample(pairs, edited_auc, 2 * len(pairs)),
        "alterations.bump_consistency": Sample(pairs, reference_above, 2 * len(pairs)),
        "alterations.summedits_balanced_accuracy": Sample(list(units.values()), by_domain, len(rows)),
    }


def _drafts(couple: tuple[Edited, Edited], group: str) -> Iterator[Draft]:
    reference, edited = couple
    yield summary_draft(group, reference.document, reference.summary, reference.summary, True)
    yield summary_draft(group, edited.document, edited.summary, reference.summary, False)


def _couples(rows: Sequence[Edited]) -> list[tuple[Edited, Edited]]:
    """Each reference with its edited form. Raises `ValueError` naming a pair that has not one of each."""
    pairs: dict[str, dict[int, Edited]] = defaultdict(dict)
    for row in rows:
        pairs[row.pair][row.label] = row
    for name, pair in pairs.items():
        if pair.keys() != {0, 1}:
            raise ValueError(f"pairs/bump.jsonl: pair {name} has not one reference and one edited form")
    return [(pairs[name][1], pairs[name][0]) for name in sorted(pairs)]


def edited_auc(units: Sequence[Pair]) -> float:
    """The chance that a reference stands above an edited summary, of any pair; a tie counts half."""
    scores = [(True, unit.reference) for unit in units] + [(False, unit.edited) for unit in units]
    return roc_auc([reference for reference, _ in scores], [score for _, score in scores])


def reference_above(units: Sequence[Pair]) -> float:
    """The share of pairs whose reference stands above its edited form; a tie is a miss."""
    return fmean(unit.reference > unit.edited for unit in units) if units else 0.0


def by_domain(units: Sequence[Sequence[Judged]]) -> float:
    """Balanced accuracy in each domain by the cut that does best on the others, averaged."""
    domains: dict[str, list[Judged]] = defaultdict(list)
    for one in (one for unit in units for one in unit):
        domains[one.domain].append(one)
    figures = []
    for domain, rows in sorted(domains.items()):
        others = [one for other, each in sorted(domains.items()) if other != domain for one in each]
        cut = _best_cut(others or rows)
        figures.append(balanced_accuracy([one.gold for one in rows], [one.score >= cut for one in rows]))
    return fmean(figures) if figures else 0.0


def _best_cut(rows: Sequence[Judged]) -> float:
    """The cut with the best balanced accuracy among the percentiles, the lowest of equals."""
    gold, scores = np.array([one.gold for one in rows]), np.array([one.score for one in rows])
    cuts = np.unique(np.quantile(scores, np.linspace(0.02, 0.98, 97)))
    sound = (scores[gold][:, None] >= cuts).mean(axis=0) if gold.any() else np.ones(len(cuts))
    edited = (scores[~gold][:, None] < cuts).mean(axis=0) if (~gold).any() else np.ones(len(cuts))
    return float(cuts[int(np.argmax(np.round(sound + edited, 9)))])


TRIALS: Final = (
    Trial(
        (
            Metric("check.false_found", "altered facts planted in a paragraph, found"),
            Metric("check.true_kept", "sound facts of a paragraph, left alone"),
        ),
        (),
        run_scribe,
    ),
    Trial(
        (
            Metric(
                "alterations.bump_auc",
                "summaries and their edits ranked by their claims against the document, AUC; cross-validated",
                Published(0.715, "QAFactEval, larger set"),
            ),
            Metric(
                "alterations.bump_consistency",
                "references whose claims stand above those of their own edit; cross-validated",
                Published(0.919, "BARTScore, larger set; SummaC .684"),
            ),
            Metric(
                "alterations.summedits_balanced_accuracy",
                "summaries (1050) called inconsistent by their claims; balanced accuracy, mean of domains, each unseen",
                Published(0.821, "GPT-4, all domains; people .909"),
            ),
        ),
        ("pairs/bump.jsonl", "pairs/summedits.jsonl"),
        run_summaries,
    ),
)
