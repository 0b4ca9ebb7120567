"""Days counted from an event: "two days after the vote", where the article says when the vote was.

The event is the noun or verb after the expression ("after the vote", "after they voted"). Its day is known where
another date of the article hangs on the same noun or on its verb ("the October 10 vote", "voted on October 10"), and
all such dates name one day. Otherwise the expression stays a duration.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from headwater.text.dates.calendar import Reading, around, part_of_day, shift
from headwater.types import Granularity, Token

__all__ = ["Placed", "from_events"]

_DAYS: Final = frozenset((Granularity.DAY, Granularity.PART, Granularity.HOUR, Granularity.MOMENT))
_EVENTS: Final = frozenset(("NOUN", "VERB", "AUX"))
_BEING: Final = frozenset(("be", "hold", "take", "occur", "happen", "begin", "start", "come", "schedule"))
_ENDINGS: Final = ("ing", "ion", "ation", "ment", "ure", "al", "er", "e", "d", "")
_STEM: Final = 3  # letters that are left of a word at least
_NEAR: Final = 8  # tokens between "after" and its event at most


class Placed(NamedTuple):
    """A reading, the offsets of its words, and what they modify it by."""

    start: int
    end: int
    reading: Reading
    modifier: str = ""


def from_events(placed: Sequence[Placed], tokens: Sequence[Token]) -> list[Placed]:
    """The readings in order, those that count from an event whose day the article gives moved to their own day."""
    if not any(each.reading.moved for each in placed):
        return list(placed)
    index = {token.start: number for number, token in enumerate(tokens)}
    days = _days_of_events(placed, tokens, index)
    return [each._replace(reading=_moved(each, tokens, index, days)) for each in placed]


def _moved(
    one: Placed, tokens: Sequence[Token], index: Mapping[int, int], days: Mapping[str, frozenset[Reading]]
) -> Reading:
    if one.reading.moved is None:
        return one.reading
    (unit, count), timed = one.reading.moved, one.reading.kind == "TIME"
    event = (
        _governor(index[one.start], one, tokens) if timed and one.start in index else _named_event(one, tokens, index)
    )
    known = days.get(_stem(event.lemma), frozenset()) if event is not None else frozenset()
    start = min(known, key=lambda reading: reading.value, default=one.reading)
    if start.first is None or len({reading.first for reading in known}) != 1:
        return one.reading
    if timed:
        clock = one.reading.value.partition("T")[2]
        return part_of_day(start.first, clock, one.reading.granularity)._replace(relative=start.relative)
    finer = unit if unit in ("month", "year") else "day"
    return around(finer, shift(start.first, unit, count))._replace(relative=start.relative)


def _named_event(one: Placed, tokens: Sequence[Token], index: Mapping[int, int]) -> Token | None:
    """The event after "after": its object, or the verb of the clause that it opens."""
    last = max((number for start, number in index.items() if one.start <= start < one.end), default=None)
    if last is None:
        return None
    linked = (token for token in tokens[last + 1 : last + 1 + _NEAR] if token.head == last and token.pos in _EVENTS)
    clause = tokens[tokens[last].head] if tokens[last].dep == "mark" else None
    return next(linked, clause)


def _days_of_events(
    placed: Iterable[Placed], tokens: Sequence[Token], index: Mapping[int, int]
) -> Mapping[str, frozenset[Reading]]:
    days: dict[str, set[Reading]] = defaultdict(set)
    for each in placed:
        own = each.reading.moved is None and each.reading.granularity in _DAYS
        if own and each.reading.first is not None and each.start in index:
            head = _governor(index[each.start], each, tokens)
            for event in _events_of(head, tokens):
                days[_stem(event.lemma)].add(each.reading)
    return {event: frozenset(found) for event, found in days.items()}


def _events_of(head: Token | None, tokens: Sequence[Token]) -> Iterator[Token]:
    """The event that a dated word tells of: itself, or the subject of a verb that says no more than that it was."""
    if head is None or head.pos not in _EVENTS:
        return
    if head.lemma not in _BEING:
        yield head
        return
    for token in tokens:
        if token.dep in ("nsubj", "nsubjpass") and tokens[token.head] is head and token.pos == "NOUN":
            yield token


def _governor(place: int, one: Placed, tokens: Sequence[Token]) -> Token | None:
    """The first word above the expression that is outside it and no preposition."""
    for _ in range(_NEAR):
        token = tokens[place]
        if not one.start <= token.start < one.end and token.pos != "ADP":
            return token
        if token.head == place:
            return None
        place = token.head
    return None


def _stem(lemma: str) -> str:
    """What a noun of action shares with its verb: "bombing" and "bomb", "election" and "elect"."""
    word = lemma.lower()
    ending = next((end for end in _ENDINGS if word.endswith(end) and len(word) - len(end) >= _STEM), "")
    return word.removesuffix(ending)
