"""How low and how high a number may be when the articles are taken together, beyond what any of them reports.

Two things are left open by reports that do not conflict: whether each tells of all the dead, the attackers among them
(`together`), and whether a death that only some lines tell is of this event, where as many lines tell who was hurt and
of nobody dead. Both move low or high, never best, and each says so in a note with its words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from msgspec import Struct

from headwater.evidence import cite
from headwater.figures.rules import Estimate
from headwater.figures.together import Together
from headwater.figures.victims import Victim
from headwater.origins import Origins
from headwater.types import Cited, Span

__all__ = ["Silence", "silence_of", "widen"]


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


def widen(
    bounds: Estimate, lines: AbstractSet[str], together: Together, silence: Silence
) -> tuple[Estimate, tuple[Cited, ...]]:
    """The bounds as wide as the articles together leave them, and a note for each thing that is left open.

    `lines` are those that give a value of the figure.
    """
    low, high, notes = bounds.low, bounds.high, []
    quiet = {line: words for line, words in silence.words.items() if line not in lines}
    if quiet and len(quiet) >= len(lines):
        low = 0.0
        notes.append(cite(_silent(len(quiet)), (span for words in quiet.values() for span in words)))
    if together.number > bounds.high:
        high = float(together.number)
        notes.append(cite(_together(together), together.words))
    return Estimate(min(low, bounds.low), bounds.best, high), tuple(notes)


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
