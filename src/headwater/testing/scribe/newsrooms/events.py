"""Invents an event by seed, and has several newsrooms report it in their own words."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import Final

from msgspec import Struct

from headwater.testing.scribe.newsrooms.desks import STYLES, Desk, Told, draw_told, revise, write
from headwater.testing.scribe.newsrooms.phrasings import VOICES, Culture, Kind, kind_names, load_kind, world
from headwater.testing.scribe.newsrooms.press import draw_desks
from headwater.testing.scribe.newsrooms.records import Dispute, Event, Report
from headwater.testing.scribe.newsrooms.sheets import Sheet, Value, draw_person, draw_sheet, surnames
from headwater.testing.scribe.newsrooms.slots import choose, fill

__all__ = ["invent_event", "update_report"]

_DISPUTE_SHARE: Final = 0.15
_CUT: Final = 2  # paragraphs that an update cuts from the tail
_REPORTERS: Final = {"reporter": ("reporter",), "editor": ("editor",)}


class _Facts(Struct, frozen=True):
    """What was drawn for an event: when, whose names, and the fact sheet that all desks work from."""

    kind: Kind
    day: date
    culture: Culture
    sheet: dict[str, Value]


def invent_event(seed: int, lines: int = 3, kind: str = "") -> Event:
    """An invented event with `lines` independent reports (1 to 5), at least one of them an agency's.

    The same seed gives the same event; `kind` is one of `kind_names`, drawn when empty. Raises ValueError for a number
    of lines that there are no voices for.
    """
    if not 1 <= lines <= len(VOICES):
        raise ValueError(f"there are 1 to {len(VOICES)} voices, not {lines}")
    rng = Random(seed)  # noqa: S311 - chance by seed is the point, nothing is secret
    name = kind or rng.choice(kind_names())
    phrasings = load_kind(name)
    facts = _Facts(phrasings, *draw_sheet(phrasings, world(), rng))
    desks = draw_desks(lines, world().outlets, facts.sheet, rng)
    disputed = _draw_disputes(facts, desks, rng)
    versions = [_versions(desk, facts, _own_sheet(desk, facts, disputed, rng), rng) for desk in desks]
    return Event(
        id=f"{name}-{seed}",
        kind=name,
        day=facts.day,
        reports=tuple(first for first, *_ in versions),
        background=_background(facts, rng),
        updates=tuple(tuple(later) for _, *later in versions),
        disputed=disputed,
    )


def update_report(event: Event, report: Report, step: int) -> Report:
    """An agency's later version of its report: step 1 is its first update, step 2 the next.

    Raises ValueError for a report that is not of this event or is no agency's, or for a step that there is not.
    """
    for original, later in zip(event.reports, event.updates, strict=True):
        if original == report and 1 <= step <= len(later):
            return later[step - 1]
    raise ValueError(f"{event.id} has no update {step} of the report by {report.newsroom}")


def _draw_disputes(facts: _Facts, desks: tuple[Desk, ...], rng: Random) -> tuple[Dispute, ...]:
    """Now and then a paper, never the agency that will update, has another number than everybody else."""
    papers = [desk for desk in desks if desk.agency is None]
    if not papers or not facts.kind.disputable or rng.random() > _DISPUTE_SHARE:
        return ()
    slot = rng.choice(facts.kind.disputable)
    number = facts.sheet[slot]
    if not isinstance(number, int):
        raise TypeError(f"{slot} is disputable but is no number")
    return (Dispute(slot, rng.choice(papers).newsroom, number + rng.randint(1, 1 + number // 3), number),)


def _own_sheet(desk: Desk, facts: _Facts, disputed: tuple[Dispute, ...], rng: Random) -> Sheet:
    """The fact sheet as this newsroom has it: with the people whom only it met, and its own number in a dispute."""
    own: dict[str, Value] = {dispute.slot: dispute.says for dispute in disputed if dispute.newsroom == desk.newsroom}
    own["us"] = desk.newsroom
    taken = surnames(facts.sheet)
    for name, roles in {**_REPORTERS, **facts.kind.own}.items():
        met = draw_person(facts.culture, rng, rng.choice(roles), taken)
        own[name] = met
        taken |= {met.last}
    return {**facts.sheet, **own}


def _versions(desk: Desk, facts: _Facts, sheet: Sheet, rng: Random) -> list[Report]:
    """The report, and for an agency what it makes of it on the days after."""
    told = draw_told(facts.kind.voices[desk.voice], rng)
    reports = [write(desk, told, sheet, facts.day)]
    for step, phrasings in enumerate(facts.kind.updates.get(desk.voice, ()), 1):
        newer = tuple(Told(fact, choose(text, rng)) for fact, text in phrasings.items())
        told = revise(told, newer, facts.kind.stale, _CUT)
        reports.append(write(desk, told, sheet, facts.day + timedelta(days=step)))
    return reports


def _background(facts: _Facts, rng: Random) -> tuple[str, ...]:
    known: set[str] = set()
    sentences = (*facts.kind.background, *world().background)
    return tuple(fill(choose(sentence, rng), facts.sheet, STYLES["wire"], known) for sentence in sentences)
