"""What happened, whatever it is called: words of a claim that no report has, of a class of events that it tells of.

"Twelve people lost their lives" and "killing twelve" share neither verb nor sense in a dictionary; both are of the
class of deaths (`headwater.text.events`).
"""

from __future__ import annotations

from headwater.checking.bearing import Bearing
from headwater.text.events import classes_of, comparable
from headwater.text.rewording.sides import Side, WordKind

__all__ = ["class_at", "tells_alike"]


def tells_alike(bearing: Bearing, word: int) -> bool:
    """Whether a sentence that bears the claim out tells of an event of the word's class."""
    own = class_at(bearing.claim, word)
    return bool(own) and any(
        comparable(one, other)
        for number in bearing.base
        for at in range(len(bearing.side(number)))
        for other in class_at(bearing.side(number), at)
        for one in own
    )


def class_at(side: Side, word: int) -> frozenset[str]:
    """The classes of event that a word can be of; none for names and small words."""
    if side.kinds[word] not in (WordKind.VERB, WordKind.OTHER):
        return frozenset()
    if _of_lost_life(side, word):
        return classes_of("die", "VERB")
    return classes_of(side.tokens[word].lemma, side.tokens[word].pos)


def _of_lost_life(side: Side, word: int) -> bool:
    """Whether the word is part of "lost their lives" or "claimed their lives"."""
    lemma, head = side.lemmas[word], side.heads[word]
    if lemma == "life":
        return head >= 0 and side.lemmas[head] in ("lose", "claim", "cost")
    return lemma in ("lose", "claim", "cost") and any(
        side.heads[at] == word and side.lemmas[at] == "life" for at in range(len(side))
    )
