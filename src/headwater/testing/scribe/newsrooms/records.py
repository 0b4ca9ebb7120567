"""What an invented event leaves behind: reports in several newsrooms' own words, and where they disagree."""

from __future__ import annotations

from datetime import date

from msgspec import Struct

__all__ = ["Digest", "Dispute", "Event", "Report"]


class Report(Struct, frozen=True):
    """One newsroom's own report. `text` holds paragraphs parted by a blank line; `facts` the facts told, in order."""

    title: str
    text: str
    newsroom: str
    agency: bool
    day: date
    facts: tuple[str, ...]


class Digest(Struct, frozen=True):
    """A sentence on one fact of an event, and the values in it: names, numbers in digits, words of the scene."""

    text: str
    values: tuple[str, ...]


class Dispute(Struct, frozen=True):
    """A number on which one newsroom honestly differs from all others: the slot's name, and what either says."""

    slot: str
    newsroom: str
    says: int
    others: int


class Event(Struct, frozen=True):
    """An invented event.

    `updates` goes with `reports` one to one: the later versions of an agency's report, nothing for a paper.
    `background` are sentences on place and people that no report tells, for a copyist who expands.
    """

    id: str
    kind: str
    day: date
    reports: tuple[Report, ...]
    background: tuple[str, ...]
    updates: tuple[tuple[Report, ...], ...]
    disputed: tuple[Dispute, ...]
