"""Alterations that the scribe planted along the copies of his stories: found, of the right kind, and not imagined.

Only alterations with both readings in articles handed over count: without a sound reading nobody could see them. The
harmless edits of desks, spinners and translators stand beside them, and whatever is raised there is false. Invented
texts flatter; no detector was made on these seeds' texts, but their totals and misses by kind were seen while tuning.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from headwater.evidence import total
from headwater.models.spacy_english import load_parser
from headwater.pipeline import brief_articles
from headwater.settings import Settings
from headwater.testing.scribe import Edit, Plan, write_story
from headwater.text.spans import meets
from headwater.types import Alteration, AlterationKind, Span
from quality.board.metric import Metric
from quality.board.trial import Sample, Task, Trial
from quality.scoring.ranking import recall_at_precision
from quality.scoring.tally import harmonic_mean, ratio

__all__ = ["TRIALS", "Answer", "harmful_recall", "judged", "macro_f1"]

_PLAN: Final = Plan(lines=(1, 2), articles=(4, 9), alterations=(1, 3), harmless=(1, 3))
_PRECISION: Final = 0.9


class Answer(NamedTuple):
    """An alteration raised, or one planted and not raised: its score is then None."""

    kind: AlterationKind
    planted: AlterationKind | None  # None: nothing was planted there
    score: float | None


def run(task: Task) -> Mapping[str, Sample]:
    """Stories of 4 to 9 articles, every copy with one to three alterations and as many harmless edits."""
    seeds = range(301, 304 if task.quick else 326)
    stories = [list(_answers(seed)) for seed in task.watch(seeds, len(seeds))]
    planted = sum(answer.planted is not None for story in stories for answer in story)
    notes = tuple(_notes([answer for story in stories for answer in story]))
    return {
        "alterations.scribe_macro_f1": Sample(stories, macro_f1, planted, notes),
        "alterations.harmful_recall_p90": Sample(stories, harmful_recall, planted),
    }


def _answers(seed: int) -> Iterator[Answer]:
    told = write_story(seed, _PLAN)
    raised = [
        one
        for brief in brief_articles(told.articles, Settings(), parser=load_parser(Settings().model))
        for one in brief.alterations
    ]
    yield from judged(raised, [edit for copy in told.copies for edit in copy.edits if edit.kind is not None])


def judged(raised: Sequence[Alteration], every: Sequence[Edit]) -> Iterator[Answer]:
    """Each alteration raised against what was planted there.

    Telling one again, of another witness, is no answer; nor is telling one that has no sound reading left, such as two
    altered readings of one place.
    """
    planted = [edit for edit in every if edit.sound and edit.altered]
    met: set[int] = set()
    for one in sorted(raised, key=lambda one: (-total(one.evidence), one.id)):
        there = [edit for edit in planted if _is_of(one, edit)]
        fresh = [edit for edit in there if edit.id not in met]
        if fresh:
            best = min(fresh, key=lambda edit: (edit.kind is not one.kind, edit.id))
            met.add(best.id)
            yield Answer(one.kind, best.kind, total(one.evidence))
        elif not there and not _has_no_sound_side(one, every):
            yield Answer(one.kind, None, total(one.evidence))
    yield from (Answer(edit.kind, edit.kind, None) for edit in planted if edit.id not in met and edit.kind is not None)


def _has_no_sound_side(one: Alteration, every: Sequence[Edit]) -> bool:
    """Whether both readings are altered ones, or one is and no article handed over has the sound one."""
    sides = [[edit for edit in every if _any_meet([side], edit.altered)] for side in (one.altered, one.sound)]
    return all(sides) or any(not edit.sound for side in sides for edit in side)


def _is_of(one: Alteration, edit: Edit) -> bool:
    """Whether the two readings are the planted ones, whichever is called the altered one."""
    return any(
        _any_meet([here], edit.altered) and _any_meet([there, *one.support], edit.sound)
        for here, there in ((one.altered, one.sound), (one.sound, one.altered))
    )


def _any_meet(some: Sequence[Span], others: Sequence[Span]) -> bool:
    return any(meets(a, b) for a in some for b in others)


def macro_f1(units: Sequence[Sequence[Answer]]) -> float:
    """The mean over kinds of the F1 of each; an alteration raised under another kind is missed and imagined at once."""
    answers = [answer for unit in units for answer in unit]
    right = Counter(each.kind for each in answers if each.score is not None and each.kind is each.planted)
    raised = Counter(each.kind for each in answers if each.score is not None)
    planted = Counter(each.planted for each in answers if each.planted is not None)
    scores = [
        harmonic_mean(ratio(right[kind], raised[kind]), ratio(right[kind], planted[kind]))
        for kind in AlterationKind
        if planted[kind]
    ]
    return ratio(sum(scores), len(scores))


def harmful_recall(units: Sequence[Sequence[Answer]]) -> float:
    """Planted alterations raised, under whatever kind, at the score where nine of ten raised are planted."""
    answers = [answer for unit in units for answer in unit]
    raised = [(each.planted is not None, each.score) for each in answers if each.score is not None]
    planted = sum(each.planted is not None for each in answers)
    found = sum(was for was, _ in raised)
    share = recall_at_precision([was for was, _ in raised], [score for _, score in raised], _PRECISION)
    return ratio(share * found, planted)


def _notes(answers: Sequence[Answer]) -> Iterator[str]:
    for kind in AlterationKind:
        planted = [each for each in answers if each.planted is kind]
        found = [each for each in planted if each.score is not None]
        right = sum(each.kind is kind for each in found)
        false = sum(each.planted is None and each.kind is kind for each in answers)
        yield f"{kind.value}: {len(found)} of {len(planted)} found, {right} as such; {false} raised on nothing"


TRIALS: Final = (
    Trial(
        (
            Metric("alterations.scribe_macro_f1", "alterations planted in written copies, F1 of each kind, mean"),
            Metric("alterations.harmful_recall_p90", "planted alterations found at a precision of 90 %"),
        ),
        (),
        run,
    ),
)
