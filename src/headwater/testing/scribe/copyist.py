"""One copy: what a copyist of some manner does to a text, in order."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Final, NamedTuple

from headwater.testing.scribe import structure, wording
from headwater.testing.scribe.draft import Draft
from headwater.testing.scribe.pen import Pen
from headwater.testing.scribe.plan import Plan
from headwater.testing.scribe.plants import HARMLESS, plant_harmless, plant_several
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
    spin_quotes: bool = False


# What makes a manner what it is: the step's name, and the step for a job. First those that build the text anew, ...
_BUILDS: Final[Mapping[Manner, tuple[str, Callable[[Job], Step]]]] = {
    Manner.TRIMMED: ("trim", lambda job: structure.trim),
    Manner.REORDERED: ("reorder", lambda job: structure.reorder),
    Manner.ABRIDGED: ("abridge", lambda job: structure.abridge),
    Manner.EXPANDED: ("expand", lambda job: partial(structure.expand, background=job.background)),
    Manner.CONFLATED: ("conflate", lambda job: partial(structure.conflate, other=_second(job))),
    Manner.BORROWED: ("borrow", lambda job: partial(structure.borrow, lender=_second(job))),
}
# ... then those that reword it. A verbatim copy and an agency's version need neither.
_WORDINGS: Final[Mapping[Manner, tuple[str, Callable[[Job], Step]]]] = {
    Manner.RESENTENCED: ("resentence", lambda job: partial(structure.resentence, rate=0.9)),
    Manner.SPUN: ("spin", lambda job: partial(wording.spin, rate=job.synonym_rate, spin_quotes=job.spin_quotes)),
    Manner.PARAPHRASED: ("paraphrase", lambda job: partial(wording.paraphrase, rate=0.8)),
    Manner.BACK_TRANSLATED: ("translate back", lambda job: partial(wording.back_translate, rate=0.6)),
}


def copy_text(draft: Draft, pen: Pen, job: Job, plan: Plan) -> tuple[Draft, tuple[str, ...]]:
    """The copy of a text, and the names of the steps taken.

    First the build of the text, so that nothing planted is cut away; then what is planted, so that it stands in words
    nobody has touched; then the wording and the desk's habits, which go over it as over everything else.
    """
    names = []
    for name, step in _steps(_BUILDS, job):
        names.append(name)
        draft = step(draft, pen)
    if job.manner is not Manner.BORROWED:  # an own report has nothing to alter
        draft = plant_several(draft, pen, pen.random.randint(*plan.alterations))
        draft = _harmless(draft, pen, pen.random.randint(*plan.harmless))
    for name, step in (*_steps(_WORDINGS, job), *_desk(job, plan, pen)):
        names.append(name)
        draft = step(draft, pen)
    return draft, tuple(names)


def _steps(table: Mapping[Manner, tuple[str, Callable[[Job], Step]]], job: Job) -> Iterator[tuple[str, Step]]:
    """The step of the job's manner, if the table has one."""
    if job.manner in table:
        name, make = table[job.manner]
        yield name, make(job)


def _second(job: Job) -> Draft:
    if job.other is None:
        raise ValueError(f"a text {job.manner.value} needs a second one")
    return job.other


def _desk(job: Job, plan: Plan, pen: Pen) -> Iterator[tuple[str, Step]]:
    """What the copying outlet's desk does whatever the manner: its style, its lapses, its credits."""
    if job.manner is Manner.BORROWED:
        return
    if pen.random.random() < plan.styled:
        style = wording.STYLES[pen.random.choice(sorted(wording.STYLES))]
        yield "house style", partial(wording.house_style, style=style)
    if pen.random.random() < plan.respelt:
        yield "names respelt", wording.respell_names
    if pen.random.random() < plan.tired:
        yield "fatigue", wording.tire
    if pen.random.random() >= plan.credited:
        yield "credits dropped", structure.drop_furniture
    elif job.source and pen.random.random() < 0.5:
        yield "credited", partial(structure.credit, source=job.source)


def _harmless(draft: Draft, pen: Pen, count: int) -> Draft:
    """The text with up to `count` edits that look like alterations and change nothing."""
    for _ in range(count):
        draft = plant_harmless(draft, pen, pen.random.choice(sorted(HARMLESS))) or draft
    return draft
