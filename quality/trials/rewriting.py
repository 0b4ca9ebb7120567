"""Whether one text rewords another: two sentences that say the same, and answers copied or revised from a source.

Answers are judged by derivation's verdict on the pair, whose kinds answer to the four classes by their definitions
(`CLASS_OF`). Single sentences are too small for it: it asks for more common words than one sentence holds. They are
judged by the similarity of `align_sentences`, 0 where it aligns nothing, above a threshold. The threshold of a row is
the one that is right most often on the rows of the other nine folds; row n lies in fold n modulo 10.

Nothing of derivation or alignment was fitted on these sets. Alterations were looked at on MRPC, which none of this
uses.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import accumulate
from typing import Final

import msgspec

from headwater.derivations import trace
from headwater.engines.local import LocalEngine
from headwater.testing.reading import read_texts
from headwater.text.align import align_sentences
from headwater.types import DerivationKind, Story
from quality.board.metric import Metric, Published
from quality.board.trial import Sample, Task, Trial
from quality.scoring.labels import accuracy, class_score

__all__ = ["CLASS_OF", "TRIALS", "by_other_folds", "four_way", "same_f1", "same_share", "two_way"]

Answer = tuple[bool, bool]  # gold, called
Classes = tuple[str, str]

_FOLDS: Final = 10
_NON: Final = "non"
CLASS_OF: Final = {
    DerivationKind.COPY: "cut",
    DerivationKind.ABRIDGED: "cut",  # nearly all of one text stands in the other word for word
    DerivationKind.EXPANDED: "cut",
    DerivationKind.REWRITE: "light",
    DerivationKind.SPUN: "heavy",  # the sentences are kept, but hardly five words in a row
    DerivationKind.PARTIAL: "heavy",  # passages only
    DerivationKind.SHARED_STATEMENT: _NON,
    DerivationKind.INDEPENDENT: _NON,
    DerivationKind.UNDECIDED: _NON,
}
"""What each verdict says in the words of Clough & Stevenson (2011)."""


class Sentences(msgspec.Struct, frozen=True):
    """Two sentences; `label` is 1 where they say the same."""

    a: str
    b: str
    label: int


class Revision(msgspec.Struct, frozen=True):
    """A source `a`, an answer `b`, and how the one was made from the other: cut, light, heavy or non."""

    id: str
    a: str
    b: str
    label: str


def run_mrpc(task: Task) -> Mapping[str, Sample]:
    """Sentences of the news."""
    answers, note = _answers(task, "pairs/mrpc.jsonl", 1500)
    return {
        "rewriting.mrpc_accuracy": Sample(answers, same_share, notes=(note,)),
        "rewriting.mrpc_f1": Sample(answers, same_f1),
    }


def run_pan(task: Task) -> Mapping[str, Sample]:
    """Sentences of novels, reworded by people."""
    answers, note = _answers(task, "pairs/pan.jsonl", 1000)
    return {"rewriting.pan_accuracy": Sample(answers, same_share, notes=(note,))}


def run_clough(task: Task) -> Mapping[str, Sample]:
    """Answers of students beside the page they were to revise."""
    rows = task.sample(task.read("pairs/clough_stevenson.jsonl", Revision), 95, 50)
    pairs = [(row.label, _class(row)) for row in task.watch(rows, len(rows))]
    counts = sorted(Counter(pairs).items())
    notes = tuple(f"{gold} called {called}: {count}" for (gold, called), count in counts if gold != called)
    return {
        "rewriting.clough_4way": Sample(pairs, four_way, notes=notes),
        "rewriting.clough_2way": Sample(pairs, two_way),
    }


def _answers(task: Task, file: str, full: int) -> tuple[list[Answer], str]:
    """Each sampled pair as labelled and as called, and which thresholds were chosen."""
    rows = task.sample(task.read(file, Sentences), full, 120)
    scores = [_similarity(row) for row in task.watch(rows, len(rows))]
    gold = [row.label == 1 for row in rows]
    called, bars = by_other_folds(gold, scores)
    return list(zip(gold, called, strict=True)), f"thresholds {min(bars):.3f} to {max(bars):.3f}"


def _similarity(row: Sentences) -> float:
    left, right = read_texts({"a": row.a, "b": row.b})
    return max((pair.similarity for pair in align_sentences(left, right)), default=0.0)


def _class(row: Revision) -> str:
    documents = read_texts({"a": row.a, "b": row.b})
    (derivation,) = trace(Story("pair", ("a", "b")), documents, LocalEngine()).derivations
    return CLASS_OF[derivation.kind]


def by_other_folds(
    gold: Sequence[bool], scores: Sequence[float], folds: int = _FOLDS
) -> tuple[list[bool], list[float]]:
    """Whether each score reaches the threshold that its fold took from the others, and the threshold of each fold."""
    bars = [_threshold([(s, g) for n, (s, g) in enumerate(zip(scores, gold, strict=True)) if n % folds != fold])
            for fold in range(folds)]  # fmt: skip
    return [score >= bars[number % folds] for number, score in enumerate(scores)], bars


def _threshold(rows: Sequence[tuple[float, bool]]) -> float:
    """The lowest of the scores from which calling everything the same is right most often."""
    ordered = sorted(rows)
    right = list(accumulate((-1 if same else 1 for _, same in ordered), initial=sum(same for _, same in ordered)))
    firsts = [n for n, (score, _) in enumerate(ordered) if n == 0 or ordered[n - 1][0] < score]
    return ordered[max(firsts, key=lambda n: right[n])][0] if ordered else 0.0


def same_share(answers: Sequence[Answer]) -> float:
    """The share of pairs called as labelled."""
    return accuracy([gold for gold, _ in answers], [called for _, called in answers])


def same_f1(answers: Sequence[Answer]) -> float:
    """F1 of the pairs that say the same."""
    return class_score([gold for gold, _ in answers], [called for _, called in answers], positive=True).f1


def four_way(pairs: Sequence[Classes]) -> float:
    """The share of answers put in the right class of four."""
    return accuracy([gold for gold, _ in pairs], [called for _, called in pairs])


def two_way(pairs: Sequence[Classes]) -> float:
    """The same over two classes: taken from the source, or not."""
    return accuracy([gold == _NON for gold, _ in pairs], [called == _NON for _, called in pairs])


_SAYS_SAME: Final = "do two sentences say the same: similarity, each tenth by the threshold of the others; accuracy"

TRIALS: Final = (
    Trial(
        (
            Metric("rewriting.mrpc_accuracy", _SAYS_SAME, Published(0.907, "XLNet, official test; unsupervised .756")),
            Metric(
                "rewriting.mrpc_f1",
                "the same, F1 of the pairs that say the same",
                Published(0.93, "XLNet, official test; unsupervised .830"),
            ),
        ),
        ("pairs/mrpc.jsonl",),
        run_mrpc,
    ),
    Trial(
        (
            Metric(
                "rewriting.pan_accuracy",
                "the same on sentences of novels",
                Published(0.92, "learned metrics, from memory; word overlap .896"),
            ),
        ),
        ("pairs/pan.jsonl",),
        run_pan,
    ),
    Trial(
        (
            Metric(
                "rewriting.clough_4way",
                "answers copied, lightly or heavily revised, or not, by derivation's verdict; accuracy",
                Published(0.80, "Clough & Stevenson 2011; .842 from memory"),
            ),
            Metric(
                "rewriting.clough_2way",
                "the same, taken from the source or not",
                Published(0.947, "Clough & Stevenson 2011"),
            ),
        ),
        ("pairs/clough_stevenson.jsonl",),
        run_clough,
    ),
)
