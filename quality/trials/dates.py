"""Time expressions on TimeBank and the AQUAINT part of TempEval-3: where they stand, and what they mean.

The product writes TIMEX3 values itself (`Date.value`), so that nothing is mapped here: the strings are compared as
they are. Headings and datelines outside the body are left out of both sets, and the day of publication is given, as
TempEval-3 gives it. The rules were tuned on both sets, so the figures flatter; lately on the half of the articles whose
id has an even CRC-32 (zlib), so that the figures of the other half, `dates.other_...`, are the fairer ones. AQUAINT is
four stories, each told by many articles, so that its results swing together and its interval is too narrow.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Final, NamedTuple

import msgspec

from headwater.types import Document
from quality.articles import as_article, read_all
from quality.board.metric import Metric, Published
from quality.board.trial import Sample, Task, Trial, parted
from quality.scoring.spans import Timex, TimexTally, tally_timexes
from quality.scoring.tally import Tally, total

__all__ = ["TRIALS", "Told", "Unit", "told", "weigh"]

_SETS: Final = ("timebank", "aquaint")
_FILES: Final = tuple(f"times/{name}.jsonl" for name in _SETS)
_KINDS: Final = ("DATE", "TIME", "DURATION", "SET")
_FULL: Final = 1000  # articles of a set: all there are
_QUICK: Final = 12


class Expression(msgspec.Struct, frozen=True):
    """One annotated time expression."""

    start: int
    end: int
    type: str
    value: str


class Row(msgspec.Struct, frozen=True):
    """One article with its time expressions."""

    id: str
    text: str
    timexes: tuple[Expression, ...]
    published: str | None = None


class Told(NamedTuple):
    """A time expression and its TIMEX3 type."""

    timex: Timex
    kind: str


class Unit(NamedTuple):
    """What an article counts for: all expressions, and by type the gold ones found with the right value."""

    tally: TimexTally
    by_kind: Mapping[str, Tally]


Units = Sequence[Unit]


def run(task: Task) -> Mapping[str, Sample]:
    """Read the articles of both sets and count their expressions."""
    rows = {name: task.sample(task.read(file, Row), _FULL, _QUICK) for name, file in zip(_SETS, _FILES, strict=True)}
    every = [row for name in _SETS for row in rows[name]]
    documents = read_all(task, [as_article(row.id, row.text, published=row.published) for row in every])
    weighed = [weigh(_gold(row), told(document)) for row, document in zip(every, documents, strict=True)]
    units = parted(weighed, {name: len(rows[name]) for name in _SETS})
    notes = tuple(_note(row, unit) for row, unit in zip(every, weighed, strict=True))
    other = [unit for row, unit in zip(every, weighed, strict=True) if zlib.crc32(row.id.encode()) % 2]
    return {**_figures("", weighed, notes), **_by_kind(weighed), **_figures("other_", other, ())} | {
        name: sample for each in _SETS for name, sample in _figures(f"{each}_", units[each], ()).items()
    }


def told(document: Document) -> tuple[Told, ...]:
    """The dates of a document as TIMEX3 has them: extent, value, type."""
    return tuple(Told(Timex(date.span.start, date.span.end, date.value), date.kind) for date in document.dates)


def weigh(gold: Sequence[Told], predicted: Sequence[Told]) -> Unit:
    """Count what was found of one article."""
    found = [each.timex for each in predicted]
    by_kind = {kind: _right([each.timex for each in gold if each.kind == kind], found) for kind in _KINDS}
    return Unit(tally_timexes([each.timex for each in gold], found), by_kind)


def _right(gold: Sequence[Timex], found: Sequence[Timex]) -> Tally:
    """How many gold expressions of a type were met by one of the right value, whatever its type."""
    return Tally(tally_timexes(gold, found).value.found, len(gold))


def _gold(row: Row) -> tuple[Told, ...]:
    return tuple(Told(Timex(each.start, each.end, each.value), each.type) for each in row.timexes)


def _figures(of: str, units: Units, notes: tuple[str, ...]) -> dict[str, Sample]:
    rows = int(sum(unit.tally.relaxed.gold for unit in units))
    return {
        f"dates.{of}extent_f1": Sample(units, _relaxed, rows, notes),
        f"dates.{of}extent_strict_f1": Sample(units, _strict, rows),
        f"dates.{of}value_f1": Sample(units, _value, rows),
    }


def _by_kind(units: Units) -> dict[str, Sample]:
    return {
        f"dates.{kind.lower()}_right": Sample(
            units, partial(_recall, kind), int(sum(unit.by_kind[kind].gold for unit in units))
        )
        for kind in _KINDS
    }


def _relaxed(units: Units) -> float:
    return total(unit.tally.relaxed for unit in units).score.f1


def _strict(units: Units) -> float:
    return total(unit.tally.strict for unit in units).score.f1


def _value(units: Units) -> float:
    return total(unit.tally.value for unit in units).score.f1


def _recall(kind: str, units: Units) -> float:
    return total(unit.by_kind[kind] for unit in units).score.recall


def _note(row: Row, unit: Unit) -> str:
    tally = unit.tally
    return (
        f"{row.id}: {tally.relaxed.gold:.0f} in gold, {tally.relaxed.predicted:.0f} ours, "
        f"{tally.relaxed.right:.0f} met, {tally.strict.right:.0f} of the same extent, "
        f"{tally.value.right:.0f} of the right value"
    )


def _metrics() -> Iterator[Metric]:
    tuned = "the rules were tuned on both sets"
    heideltime = "HeidelTime on the TempEval-3 test, another set (from memory)"
    yield Metric("dates.extent_f1", f"expressions that overlap the gold's, F1; {tuned}", Published(0.903, heideltime))
    yield Metric("dates.extent_strict_f1", "expressions of the same extent, F1", Published(0.813, heideltime))
    yield Metric(
        "dates.value_f1",
        f"overlapping expressions with the right TIMEX3 value, F1; {tuned}",
        Published(0.776, heideltime),
    )
    for kind in _KINDS:
        yield Metric(f"dates.{kind.lower()}_right", f"gold expressions of type {kind} met with the right value")
    half = "of the articles that the rules were not tuned on lately"
    yield Metric("dates.other_extent_f1", f"overlapping expressions {half}, F1")
    yield Metric("dates.other_extent_strict_f1", f"expressions of the same extent {half}, F1")
    yield Metric("dates.other_value_f1", f"overlapping expressions {half} with the right value, F1")
    for name in _SETS:
        yield Metric(f"dates.{name}_extent_f1", f"overlapping expressions of {name}, F1")
        yield Metric(f"dates.{name}_extent_strict_f1", f"expressions of the same extent of {name}, F1")
        yield Metric(f"dates.{name}_value_f1", f"overlapping expressions of {name} with the right value, F1")


TRIALS: Final = (Trial(tuple(_metrics()), _FILES, run),)
