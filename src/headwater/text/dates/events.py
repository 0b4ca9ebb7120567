"""Days counted from an event: "two days after the vote", where the article says when the vote was.

The event is the noun or verb after the expression ("after the vote", "after they voted"). Its day is known where
another date of the article hangs on the same noun or on its verb ("the June 6 vote", "voted on June 6"), and
all such dates name one day. Otherwise the expression stays a duration.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from headwater.text.dates.calendar import Reading, around, part_of_day, shift
from headwater.text.dates.tense import place_after
from headwater.types import Granularity, Token

__all__ = ["Placed", "from_events"]

_DAYS: Final = frozenset((Granularity.DAY, Granularity.PART, Granularity.HOUR, Granularity.MOMENT))
_EVENTS: Final = frozenset(("NOUN", "VERB", "AUX"))
_BEING: Final = frozenset(("be", "hold", "take", "occur", "happen", "begin", "start", "come", "schedule"))
_ENDINGS: Final = ("ing", "ion", "ation", "ment", "ure", "al", "er", "e", "d", "")
_VERBS: Final = {"death": "die", "birth": "bear", "flight": "fly", "speech": "speak", "sale": "sell"}
_STEM: Final = 3  # letters that are left of a word at least
_NEAR: Final = 8  # tokens between "after" and its event at most


class Placed(NamedTuple):
    """A reading, the offsets of its words, and what they modify it by."""

    start: int
    end: int
    reading: Reading
    modifier: str = ""


def from_events(placed: Sequence[Placed], tokens: Sequence[Token]) -> list[Placed]:
    """The readings in order, those that count from an event whose day the article gives moved to their own day.

    "The day before the vote" is no date where that day is unknown; "two days before" is still a duration.
    """
    if not any(each.reading.moved for each in placed):
        return list(placed)
    days = _days_of_events(placed, tokens)
    moved = [each._replace(reading=_moved(each, tokens, days)) if each.reading.moved else each for each in placed]
    return [each for each in moved if not (each.reading.moved and each.reading.kind == "DATE")]


def _moved(one: Placed, tokens: Sequence[Token], days: Mapping[str, frozenset[Reading]]) -> Reading:
    (unit, count), timed = one.reading.moved or ("day", 0), one.reading.kind == "TIME"
    event = _governor(one, tokens) if timed else _named_event(one, tokens)
    known = days.get(_stem(event.lemma), frozenset()) if event is not None else frozenset()
    start = min(known, key=lambda reading: (reading.value, reading.relative), default=one.reading)  # sets have no order
    if start.first is None or len({reading.first for reading in known}) != 1:
        return one.reading
    if timed:
        clock = one.reading.value.partition("T")[2]
        return part_of_day(start.first, clock, one.reading.granularity)._replace(relative=start.relative)
    finer = unit if unit in ("month", "year") else "day"
    try:
        return around(finer, shift(start.first, unit, count))._replace(relative=start.relative)
    except (ValueError, OverflowError):  # "9000 years after the vote" lies in no year of the calendar
        return one.reading


def _named_event(one: Placed, tokens: Sequence[Token]) -> Token | None:
    """The event after "after": its object, or the verb of the clause that it opens."""
    last = place_after(tokens, one.end) - 1
    if last < 0 or tokens[last].start < one.start:
        return None
    linked = (token for token in tokens[last + 1 : last + 1 + _NEAR] if token.head == last and token.pos in _EVENTS)
    clause = tokens[tokens[last].head] if tokens[last].dep == "mark" else None
    return next(linked, clause)


def _days_of_events(placed: Iterable[Placed], tokens: Sequence[Token]) -> Mapping[str, frozenset[Reading]]:
    days: dict[str, set[Reading]] = defaultdict(set)
    subjects = _subjects(tokens)
    for each in placed:
        own = each.reading.moved is None and each.reading.granularity in _DAYS
        if own and each.reading.first is not None:
            for event in _events_of(_governor(each, tokens), subjects):
                days[_stem(event.lemma)].add(each.reading)
    return {event: frozenset(found) for event, found in days.items()}


def _subjects(tokens: Sequence[Token]) -> Mapping[int, Sequence[Token]]:
    """The nouns that are subjects, by where the verb starts that they are subjects of."""
    found: dict[int, list[Token]] = defaultdict(list)
    for token in tokens:
        if token.dep in ("nsubj", "nsubjpass") and token.pos == "NOUN":
            found[tokens[token.head].start].append(token)
    return found


def _events_of(head: Token | None, subjects: Mapping[int, Sequence[Token]]) -> Iterator[Token]:
    """The event that a dated word tells of: itself, or the subject of a verb that says no more than that it was."""
    if head is None or head.pos not in _EVENTS:
        return
    if head.lemma not in _BEING:
        yield head
        return
    yield from subjects.get(head.start, ())


def _governor(one: Placed, tokens: Sequence[Token]) -> Token | None:
    """The first word above the expression that is outside it and no preposition."""
    place = place_after(tokens, one.start)
    for _ in range(_NEAR if place < len(tokens) else 0):
        token = tokens[place]
        if not one.start <= token.start < one.end and token.pos != "ADP":
            return token
        if token.head == place:
            return None
        place = token.head
    return None


def _stem(lemma: str) -> str:
    """What a noun of action shares with its verb: "bombing" and "bomb", "election" and "elect"."""
    word = _VERBS.get(lemma.lower(), lemma.lower())
    ending = next((end for end in _ENDINGS if word.endswith(end) and len(word) - len(end) >= _STEM), "")
    return word.removesuffix(ending)
