"""What a rule sees: the words it matched, the anchor, what was read before, and the tense."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Sequence
from typing import Final, NamedTuple

from headwater.text.dates.calendar import Reading
from headwater.text.dates.tense import Tense, Tenses
from headwater.text.dates.vocabulary import compile_rule
from headwater.text.dates.words import Word
from headwater.types import Granularity

__all__ = ["Context", "Hit", "Rule", "rule"]


_FINENESS: Final = {"day": 0, "week": 1, "fortnight": 1, "month": 2, "quarter": 3, "year": 4, "decade": 5, "century": 6}
_AS_FINE: Final = {
    Granularity.DAY: 0,
    Granularity.PART: 0,
    Granularity.WEEK: 1,
    Granularity.MONTH: 2,
    Granularity.QUARTER: 3,
    Granularity.YEAR: 4,
}


_NAMED_WORDS = (
    "club hotel street avenue road times post herald mail express telegraph mirror star news magazine review band "
    "island revolution movement group foundation school house bar tribune journal"
)
_NAMED_AFTER_DAYS: Final = frozenset(_NAMED_WORDS.split())
_YEAR: Final = datetime.timedelta(days=300)


class Context(NamedTuple):
    """The circumstances of one expression.

    `anchor` is the day of writing, None if unknown. `reference` is the last dated expression before this one, on which
    "two days earlier" counts. `month_first` is the article's order in "10/12/2020", None if it cannot be told.
    `quarter` is the latest quarter spoken of so far that has ended: the one that accounts report.
    """

    anchor: datetime.date | None
    reference: Reading | None
    month_first: bool | None
    tenses: Tenses
    quarter: Reading | None = None

    def after(self, reading: Reading) -> Context:
        """The circumstances after an expression: the next may count from it."""
        if reading.first is None or reading.granularity is Granularity.SPAN:
            return self
        return self._replace(reference=reading, quarter=reading if self._is_reported(reading) else self.quarter)

    def _is_reported(self, reading: Reading) -> bool:
        """Whether this is a quarter that has ended, and none later was spoken of."""
        if reading.granularity is not Granularity.QUARTER or reading.first is None or reading.last is None:
            return False
        known = self.quarter.first if self.quarter else None
        return (self.anchor is None or reading.last <= self.anchor) and (known is None or reading.first >= known)

    @property
    def year_before_quarter(self) -> datetime.date | None:
        """A day of the quarter set beside "a year earlier", where the last date spoken of is a quarter; else None.

        After "1988" in "up from 1988's third quarter" that is not the one before 1988, but again the one reported.
        """
        spoken, reported = self.reference, self.quarter
        if spoken is None or spoken.first is None or spoken.granularity is not Granularity.QUARTER:
            return None
        if reported is None or reported.first is None:
            return spoken.first
        near = abs(spoken.first - reported.first) < _YEAR and spoken.first <= reported.first
        return spoken.first if near else reported.first

    @property
    def origin(self) -> datetime.date | None:
        """The day on which "the next day" counts: the last day spoken of, else the anchor."""
        return self.origin_of("day")

    def origin_of(self, unit: str) -> datetime.date | None:
        """The day on which so many units "later" count: the last date spoken of that is as fine as the unit.

        "In 2003 ... two years later" counts from 2003, "in 2003 ... two days later" from the anchor.
        """
        reference = self.reference
        if reference is None or reference.granularity not in _AS_FINE:
            return self.anchor
        fine = _AS_FINE[reference.granularity] <= _FINENESS.get(unit, 0)
        return reference.first if fine and reference.first else self.anchor


class Hit(NamedTuple):
    """One match of one rule in the article's words."""

    words: Sequence[Word]
    match: re.Match[str]
    context: Context

    def has(self, name: str) -> bool:
        """Whether the group took part in the match."""
        return self.match.group(name) is not None

    def word(self, name: str) -> Word:
        """The first word of a group that took part in the match."""
        return self.words[self.match.start(name)]

    def text(self, name: str) -> str:
        """The first word of a group in lower case, '' if the group took no part."""
        return self.word(name).text if self.has(name) else ""

    def value(self, name: str) -> int:
        """The number of a group's first word."""
        return int(self.word(name).value)

    def before(self, steps: int = 1) -> Word | None:
        """The word `steps` before the match, None at the text's start."""
        index = self.match.start() - steps
        return self.words[index] if index >= 0 else None

    def after(self) -> Word | None:
        """The word that follows the match, None at the text's end."""
        return self.words[self.match.end()] if self.match.end() < len(self.words) else None

    @property
    def all(self) -> Sequence[Word]:
        """All words of the match."""
        return self.words[self.match.start() : self.match.end()]

    def tense(self, name: str) -> Tense:
        """The tense of the clause in which the group's word stands."""
        return self.context.tenses.at(self.word(name).start)

    def tag(self, name: str) -> str:
        """The parser's tag of the group's word (Penn Treebank), '' without one."""
        token = self.context.tenses.token(self.word(name).start)
        return token.tag if token is not None else ""

    def in_name(self, name: str) -> bool:
        """Whether the word names something that has its name from a day: "the Friday Club", "the Sunday Herald"."""
        token, after = self.context.tenses.token(self.word(name).start), self.after()
        return token is not None and token.dep == "compound" and after is not None and after.text in _NAMED_AFTER_DAYS

    def glued(self) -> bool:
        """Whether a letter, digit or hyphen touches the match from the left: part of a name such as "F-16"."""
        before = self.before()
        first = self.words[self.match.start()]
        return before is not None and before.end == first.start and (before.text in "-–/." or before.letter == ".")

    def compounded(self, name: str) -> bool:
        """Whether a hyphen ties the group's word to another: "semi-monthly", "daily-use"."""
        after, word = self.after(), self.word(name)
        return self.glued() or (after is not None and after.text == "-" and after.start == word.end)


class Rule(NamedTuple):
    """A pattern over word classes, and the function that reads a match of it; None means "not a time expression"."""

    pattern: re.Pattern[str]
    read: Callable[[Hit], Reading | None]


def rule(pattern: str) -> Callable[[Callable[[Hit], Reading | None]], Rule]:
    """Turn a reading function into the `Rule` for `pattern`."""
    return lambda read: Rule(compile_rule(pattern), read)
