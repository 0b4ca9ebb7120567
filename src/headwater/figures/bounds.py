"""How low and how high a number may be when the articles are taken together, beyond what any of them reports.

Two things are left open by reports that do not conflict: whether each tells of all the dead, the attackers among them
(`together`), and whether a death that only some lines tell is of this event, where as many lines tell who was hurt and
of nobody dead. Both move low or high, never best, and each says so in a note with its words (`ruling`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from msgspec import Struct

from headwater.evidence import cite
from headwater.figures.together import Together
from headwater.figures.victims import Victim
from headwater.origins import Origins
from headwater.types import LeftOpen, Span

__all__ = ["Silence", "left_open", "silence_of"]


class Silence(Struct, frozen=True):
    """The lines that tell what became of people and nothing of a role, with the words in which they do."""

    words: Mapping[str, tuple[Span, ...]]  # by line


def silence_of(told: Mapping[str, Sequence[Victim]], role: str, origins: Origins) -> Silence:
    """The lines none of whose articles tells of anybody in the role, though they tell of people hurt or killed."""
    words: dict[str, set[Span]] = defaultdict(set)
    telling: set[str] = set()
    for _, mentions in sorted(told.items()):
        for one in mentions:
            line = origins.line(one.sentence)
            words[line].add(one.trigger)
            if one.role == role:
                telling.add(line)
    return Silence({line: tuple(sorted(spans)) for line, spans in words.items() if line not in telling})


def left_open(lines: AbstractSet[str], together: Together, silence: Silence) -> LeftOpen | None:
    """What the articles together leave open of a figure that the `lines` give values of; None if nothing."""
    quiet = {line: words for line, words in silence.words.items() if line not in lines}
    low = None
    if quiet and len(quiet) >= len(lines):
        low = cite(_silent(len(quiet)), (span for words in quiet.values() for span in words))
    high = cite(_together(together), together.words) if together.number else None
    return LeftOpen(low, together.number, high) if low or high else None


def _silent(lines: int) -> str:
    said = "one line tells" if lines == 1 else f"{lines} lines tell"
    return f"{said} who was hurt, and of nobody killed: the dead may be another event's"


def _together(together: Together) -> str:
    if together.attackers:
        return (
            f"the articles together tell of {together.victims} killed and of {together.attackers} killed attackers; "
            "the numbers may leave the attackers out"
        )
    return f"the articles together tell of at least {together.number} killed; none says so many"
