"""Which newsrooms cover an event: a desk for each of several voices, at least one of them an agency's."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import Final

from headwater.testing.scribe.newsrooms.desks import STYLES, Desk
from headwater.testing.scribe.newsrooms.phrasings import AGENCY_VOICES, VOICES, Agency, Outlets
from headwater.testing.scribe.newsrooms.sheets import Sheet
from headwater.testing.scribe.newsrooms.slots import fill

__all__ = ["draw_desks"]

_BYLINES: Final = ("", "", "{town.upper} — ", "By {reporter.name} in {town}\n\n", "By {reporter.name}\n\n")


def draw_desks(lines: int, outlets: Outlets, sheet: Sheet, rng: Random) -> tuple[Desk, ...]:
    """Desks with different voices at different newsrooms, the first one an agency's."""
    first = rng.choice(AGENCY_VOICES)
    voices = (first, *rng.sample([voice for voice in VOICES if voice != first], lines - 1))
    agencies = iter(rng.sample(outlets.agencies, len(AGENCY_VOICES)))
    return tuple(_draw_desk(voice, outlets, sheet, rng, agencies) for voice in voices)


def _draw_desk(voice: str, outlets: Outlets, sheet: Sheet, rng: Random, agencies: Iterator[Agency]) -> Desk:
    if voice in AGENCY_VOICES:
        agency = next(agencies)
        return Desk(voice, agency.name, agency, "")
    names = {"broadsheet": outlets.papers, "local": outlets.local, "broadcast": outlets.broadcasters}[voice]
    return Desk(voice, fill(rng.choice(names), sheet, STYLES[voice], set()), None, rng.choice(_BYLINES))
