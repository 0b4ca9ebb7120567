"""Whether a headline asserts, denies or only reports a claim (Emergent: rumours, each with its headlines).

No stage answers this as such. What the product says of the two sentences, read as two lines, is put into the three
words by a fixed rule (`stance`): a polarity or denial conflict, or opposite polarity in one statement, denies; a claim
of the headline in one statement with the claim, certain and in the newsroom's own word, asserts; all else observes. The
rule was written down from the definitions of the three labels and nothing is fitted. A headline is often no clause, or
shares too few words with the claim, and then the answer is "observing".
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

import msgspec

from headwater.testing.reading import StoryRead, read_story
from headwater.types import Certainty, Claim, ConflictKind
from quality.board.metric import Metric, Published
from quality.board.trial import Sample, Task, Trial
from quality.scoring.labels import accuracy, macro_f1

__all__ = ["TRIALS", "right", "stance", "three_ways"]

Stances = Sequence[tuple[str, str]]  # gold and called, of the headlines of one claim

_CLAIM: Final = "claim"
_HEADLINE: Final = "headline"
_FOR, _AGAINST, _OBSERVING = "for", "against", "observing"
_DENIALS: Final = frozenset({ConflictKind.POLARITY, ConflictKind.DENIAL})


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
        called = stance(read_story({_CLAIM: row.claim, _HEADLINE: row.headline}))
        units[row.claim_id].append((row.label, called))
    counts = Counter(pair for unit in units.values() for pair in unit)
    notes = tuple(f"{gold} called {called}: {count}" for (gold, called), count in sorted(counts.items()))
    return {
        "support.emergent_accuracy": Sample(list(units.values()), right, len(rows), notes),
        "support.emergent_macro_f1": Sample(list(units.values()), three_ways, len(rows)),
    }


def stance(story: StoryRead) -> str:
    """What the article "headline" does with what the article "claim" says: "for", "against" or "observing"."""
    pairs = list(_met(story))
    if any(conflict.kind in _DENIALS for conflict in story.conflicts):
        return _AGAINST
    if any(one.negated != other.negated for one, other in pairs):
        return _AGAINST
    return _FOR if any(_is_asserted(mine) for _, mine in pairs) else _OBSERVING


def _met(story: StoryRead) -> Iterator[tuple[Claim, Claim]]:
    """Claims of the two texts that stand in one statement."""
    claims = {claim.id: claim for claim in story.claims}
    for statement in story.statements:
        members = [claims[each] for each in statement.claims]
        for theirs in (claim for claim in members if claim.span.article == _CLAIM):
            yield from ((theirs, mine) for mine in members if mine.span.article == _HEADLINE)


def _is_asserted(claim: Claim) -> bool:
    return claim.certainty is Certainty.CERTAIN and not claim.attribution


def right(units: Sequence[Stances]) -> float:
    """The share of headlines called as labelled."""
    return accuracy(*_columns(units))


def three_ways(units: Sequence[Stances]) -> float:
    """The mean F1 of the three labels."""
    return macro_f1(*_columns(units))


def _columns(units: Sequence[Stances]) -> tuple[list[str], list[str]]:
    pairs = [pair for unit in units for pair in unit]
    return [gold for gold, _ in pairs], [called for _, called in pairs]


TRIALS: Final = (
    Trial(
        (
            Metric(
                "support.emergent_accuracy",
                "headlines that assert, deny or only report a claim, by a fixed rule over claims; accuracy",
                Published(0.733, "Ferreira & Vlachos 2016, 524 headlines"),
            ),
            Metric("support.emergent_macro_f1", "the same, mean F1 of the three"),
        ),
        ("pairs/emergent.jsonl",),
        run,
    ),
)
