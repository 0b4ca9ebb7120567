"""Invents an event by seed, and has several newsrooms report it in their own words."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import Final

from msgspec import Struct

from headwater.testing.scribe.newsrooms.desks import STYLES, Desk, Told, draw_told, revise, write
from headwater.testing.scribe.newsrooms.phrasings import (
    VOICES,
    Culture,
    Kind,
    digests,
    kind_names,
    load_kind,
    world,
)
from headwater.testing.scribe.newsrooms.press import draw_desks
from headwater.testing.scribe.newsrooms.records import Digest, Dispute, Event, Report
from headwater.testing.scribe.newsrooms.sheets import Person, Sheet, Value, draw_person, draw_sheet, surnames
from headwater.testing.scribe.newsrooms.slots import choose, fill, slots_of

__all__ = ["digest_event", "invent_event", "update_report"]

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
    name, facts, rng = _draw_facts(seed, kind)
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


def digest_event(seed: int, kind: str = "") -> tuple[Digest, ...]:
    """What a reader of the reports of `invent_event` with the same seed and kind would say of it, fact by fact.

    A fact is told with the values that some report must give before it can be said to be reported.
    """
    name, facts, _ = _draw_facts(seed, kind)
    rng = Random(seed + 1)  # noqa: S311  # as above
    return tuple(_digest(choose(phrasing, rng), facts.sheet) for phrasing in digests(name))


def _digest(phrasing: str, sheet: Sheet) -> Digest:
    values = [sheet[slot] for slot in slots_of(phrasing)]
    return Digest(fill(phrasing, sheet, STYLES["wire"], set()), tuple(dict.fromkeys(map(_said, values))))


def _said(value: Value) -> str:
    """A value as any report has it: of a person the surname."""
    return value.last if isinstance(value, Person) else str(value)


def _draw_facts(seed: int, kind: str) -> tuple[str, _Facts, Random]:
    """What is drawn first, and the chance that the rest is drawn by."""
    rng = Random(seed)  # noqa: S311 - chance by seed is the point, nothing is secret
    name = kind or rng.choice(kind_names())
    phrasings = load_kind(name)
    return name, _Facts(phrasings, *draw_sheet(phrasings, world(), rng)), rng


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
