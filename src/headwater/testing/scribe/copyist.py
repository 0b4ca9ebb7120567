"""One copy: what a copyist of some manner does to a text, in order."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Final, NamedTuple

from headwater.testing.scribe import structure, wording
from headwater.testing.scribe.draft import Draft
from headwater.testing.scribe.pen import Pen
from headwater.testing.scribe.plan import Plan
from headwater.testing.scribe.plants import HARMLESS, plant_several
from headwater.testing.scribe.truth import Manner
from headwater.types import DerivationKind

__all__ = ["KIND_OF", "Job", "copy_text"]

Step = Callable[[Draft, Pen], Draft]

KIND_OF: Final[Mapping[Manner, DerivationKind]] = {
    Manner.VERBATIM: DerivationKind.COPY,
    Manner.TRIMMED: DerivationKind.ABRIDGED,
    Manner.REORDERED: DerivationKind.COPY,
    Manner.ABRIDGED: DerivationKind.ABRIDGED,
    Manner.EXPANDED: DerivationKind.EXPANDED,
    Manner.RESENTENCED: DerivationKind.REWRITE,
    Manner.SPUN: DerivationKind.SPUN,
    Manner.PARAPHRASED: DerivationKind.REWRITE,
    Manner.BACK_TRANSLATED: DerivationKind.REWRITE,
    Manner.CONFLATED: DerivationKind.PARTIAL,
    Manner.BORROWED: DerivationKind.PARTIAL,
    Manner.UPDATED: DerivationKind.EXPANDED,
}


class Job(NamedTuple):
    """What a copyist is given: the manner, the other text if he needs one, padding, whose text it is, what to spin."""

    manner: Manner
    source: str = ""
    other: Draft | None = None
    background: tuple[str, ...] = ()
    synonym_rate: float = 0.0


# What makes each manner what it is: the step's name, and the step for a job.
_MANNERS: Final[Mapping[Manner, tuple[str, Callable[[Job], Step]]]] = {
    Manner.VERBATIM: ("", lambda job: _as_it_was),
    Manner.UPDATED: ("", lambda job: _as_it_was),  # an agency's version comes as a text of its own
    Manner.TRIMMED: ("trim", lambda job: structure.trim),
    Manner.REORDERED: ("reorder", lambda job: structure.reorder),
    Manner.ABRIDGED: ("abridge", lambda job: structure.abridge),
    Manner.EXPANDED: ("expand", lambda job: partial(structure.expand, background=job.background)),
    Manner.RESENTENCED: ("resentence", lambda job: partial(structure.resentence, rate=0.9)),
    Manner.SPUN: ("spin", lambda job: partial(wording.spin, rate=job.synonym_rate)),
    Manner.PARAPHRASED: ("paraphrase", lambda job: partial(wording.paraphrase, rate=0.8)),
    Manner.BACK_TRANSLATED: ("translate back", lambda job: partial(wording.back_translate, rate=0.6)),
    Manner.CONFLATED: ("conflate", lambda job: partial(structure.conflate, other=_second(job))),
    Manner.BORROWED: ("borrow", lambda job: partial(structure.borrow, lender=_second(job))),
}


def copy_text(draft: Draft, pen: Pen, job: Job, plan: Plan) -> tuple[Draft, tuple[str, ...]]:
    """The copy of a text, and the names of the steps taken."""
    name, make = _MANNERS[job.manner]
    steps = [(name, make(job)), *_desk(job, plan, pen)]
    for _, step in steps:
        draft = step(draft, pen)
    if job.manner is not Manner.BORROWED:  # an own report has nothing to alter
        draft = plant_several(draft, pen, pen.random.randint(*plan.alterations))
        draft = _harmless(draft, pen, pen.random.randint(*plan.harmless))
    return draft, tuple(name for name, _ in steps if name)


def _as_it_was(draft: Draft, pen: Pen) -> Draft:
    return draft


def _second(job: Job) -> Draft:
    if job.other is None:
        raise ValueError(f"a text {job.manner.value} needs a second one")
    return job.other


def _desk(job: Job, plan: Plan, pen: Pen) -> Iterator[tuple[str, Step]]:
    """What the copying outlet's desk does whatever the manner: its style, its lapses, its credits."""
    if job.manner is Manner.BORROWED:
        return
    if pen.random.random() < plan.styled:
        yield "house style", wording.house_style
    if pen.random.random() < plan.tired:
        yield "fatigue", wording.tire
    if pen.random.random() >= plan.credited:
        yield "credits dropped", structure.drop_furniture
    elif job.source and pen.random.random() < 0.5:
        yield "credited", partial(structure.credit, source=job.source)


def _harmless(draft: Draft, pen: Pen, count: int) -> Draft:
    """The text with up to `count` edits that look like alterations and change nothing."""
    for _ in range(count):
        planter = pen.random.choice(pen.random.choice([HARMLESS[kind] for kind in sorted(HARMLESS)]))
        draft = planter(draft, pen) or draft
    return draft
