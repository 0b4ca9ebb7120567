"""How likely a difference is to have changed a claim: log-odds as a sum of named evidence.

A clue (what was exchanged or lost) is worth what clues of its sort were worth in stories whose every edit is known;
the circumstances add to that: how much of the passage was kept, how far the whole text was reworded, how many other
articles have the one reading and the other. The weights stand in `weights`, fitted by logistic regression.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from headwater.findings.alterations.aligned import Change
from headwater.findings.alterations.weights import Table
from headwater.types import Evidence

__all__ = ["Circumstances", "circumstances_of", "is_raised", "weigh"]

_SLIGHT: Final = 0.05  # nats; parts below it are not shown
_WORD_FOR_WORD: Final = frozenset(
    {
        "another thing", "another deed", "another quality", "person word exchanged", "source word exchanged",
        "site exchanged", "word misread", "word of another sense",
    }
)  # fmt: skip
_BY_ITSELF: Final = frozenset(
    {
        "set phrase broken", "common phrase broken", "no such place", "name damaged", "anonymity lost", "marks lost",
        "partial marks lost", "gender of an office",
    }
)  # fmt: skip
"""Clues that tell the same in a text reworded throughout: what they show is wrong by itself."""
_OFTEN_LEFT_OUT: Final = frozenset({"bound lost", "estimate lost", "source lost in a lead", "another name"})
"""What two tellings of one thing may well differ in, so that it matters whether a third witness has the reading."""
_MOST: Final = 3  # witnesses of a reading; more of them tell no more


class Circumstances(NamedTuple):
    """What is known of a difference beside the clue. Shares are 0 to 1."""

    kept: float  # of the passage's words, those that say the same on the other side
    reworded: float  # of the content words of all passages of the two texts, those that were exchanged
    sound: int  # other articles that have the sound reading
    altered: int  # other articles that have the altered one
    lines: int  # lines of the sound reading
    version: bool  # whether the two are versions of one report, which may bring news


def circumstances_of(clue: str, known: Circumstances) -> Iterator[tuple[str, float, str]]:
    """(name, value, what it says) of each circumstance, unweighted: what the training fits the weights to.

    Where one common word stands for another it matters most whether the rest was left alone: who rewords throughout
    means no other thing by it. A number, a name or a "not" is no matter of style.
    """
    told = f"{known.kept:.0%} of the passage says the same"
    if clue in _WORD_FOR_WORD:
        yield "only the word exchanged", known.kept, told
        yield "text reworded", known.reworded, f"{known.reworded:.0%} of the words of the two texts were exchanged"
    elif clue not in _BY_ITSELF:
        yield "passage kept", known.kept, told
    if clue in _OFTEN_LEFT_OUT:
        yield "no third witness", float(not known.sound), "no further article has the other reading"
    yield "other witnesses", min(known.sound, _MOST), f"the other reading stands in {known.sound} further articles"
    yield "passed on", min(known.altered, _MOST), f"this reading stands in {known.altered} further articles"
    yield "several lines", float(known.lines > 1), "more than one line has the other reading"
    yield "a later version", float(known.version), "a newsroom's later version may bring news"


def weigh(change: Change, known: Circumstances, table: Table) -> tuple[Evidence, ...]:
    """The evidence that the change alters a claim, the clue first; it adds up to the log-odds."""
    parts = [Evidence(change.clue, table.clues[change.clue], change.detail, change.left, change.right)]
    for name, value, detail in circumstances_of(change.clue, known):
        score = round(table.circumstances.get(name, 0.0) * value, 3)
        if abs(score) >= _SLIGHT:
            parts.append(Evidence(name, score, detail))
    return tuple(parts)


def is_raised(evidence: tuple[Evidence, ...], table: Table) -> bool:
    """Whether the evidence reaches the floor from which a reader is told."""
    return sum(part.score for part in evidence) >= table.floor
