"""Whether one text rewords another: two sentences that say the same, and answers copied or revised from a source.

Answers are judged by derivation's verdict on the pair, whose kinds answer to the four classes by their definitions
(`CLASS_OF`). Single sentences are too small for it: they are judged by `text.rewording`, whose log-odds above 0 call a
pair the same.

The weights of rewording were fitted on rows of these two sets that are not measured here, and that share no sentence
with a row that is (training/rewording); its variables were chosen by cross-validation on the same rows. Nothing of
derivation was fitted on any set of this trial. Alterations were looked at on MRPC, which none of this uses.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

import msgspec

from headwater.derivations import trace
from headwater.engines.local import LocalEngine
from headwater.evidence import total
from headwater.testing.reading import read_texts
from headwater.text.rewording import reworded_spans
from headwater.types import DerivationKind, Span, Story
from quality.board.metric import Metric, Published
from quality.board.trial import Sample, Task, Trial, spread
from quality.scoring.labels import accuracy, class_score

__all__ = ["CLASS_OF", "TRIALS", "four_way", "same_f1", "same_share", "two_way"]

Answer = tuple[bool, bool]  # gold, called
Classes = tuple[str, str]

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
    answers = _answers(task, "pairs/mrpc.jsonl", 1500)
    return {
        "rewriting.mrpc_accuracy": Sample(answers, same_share),
        "rewriting.mrpc_f1": Sample(answers, same_f1),
    }


def run_pan(task: Task) -> Mapping[str, Sample]:
    """Sentences of novels, reworded by people."""
    return {"rewriting.pan_accuracy": Sample(_answers(task, "pairs/pan.jsonl", 1000), same_share)}


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


def _answers(task: Task, file: str, full: int) -> list[Answer]:
    """Each sampled pair as labelled and as called."""
    rows = task.sample(spread(task.read(file, Sentences), full), full, 120)  # a quick run: some of the same rows
    return [(row.label == 1, _same(row)) for row in task.watch(rows, len(rows))]


def _same(row: Sentences) -> bool:
    left, right = read_texts({"a": row.a, "b": row.b})
    return total(reworded_spans(left, Span("a", 0, len(row.a)), right, Span("b", 0, len(row.b)))) > 0


def _class(row: Revision) -> str:
    documents = read_texts({"a": row.a, "b": row.b})
    (derivation,) = trace(Story("pair", ("a", "b")), documents, LocalEngine()).derivations
    return CLASS_OF[derivation.kind]


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


_SAYS_SAME: Final = "do two sentences say the same: log-odds of rewording above 0; accuracy"

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
