"""What a decision changed, and the log of decisions, as a page shows them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final

from msgspec import Struct

from headwater.decisions import says
from headwater.render.characters import one_line
from headwater.render.naming import Naming
from headwater.render.view import Witness
from headwater.render.witnesses import Witnesses
from headwater.text.day_words import said_day
from headwater.types import Article, Brief, Change, Decision, Span

__all__ = ["ChangeView", "DecisionRow", "changes_view", "decision_row"]

_OPENED: Final = 6  # places of one change that are opened
_LONG: Final = 600  # code points from which a span is a text, which is named and not opened


class ChangeView(Struct, frozen=True):
    """One thing that is otherwise now: in words, with the words it is about, or the articles where they are whole."""

    kind: str
    says: str
    witnesses: tuple[Witness, ...]
    places: tuple[Witness, ...]


class DecisionRow(Struct, frozen=True):
    """A decision of the log. `undoes` is the number of the one that it takes back, 0 for any other."""

    number: int
    says: str
    who: str
    made: str
    note: str
    stands: bool
    undoes: int


def changes_view(brief: Brief, changes: Sequence[Change]) -> tuple[ChangeView, ...]:
    """The changes with their words opened in `brief`, the later one."""
    opened = Witnesses(brief, Naming(brief), "")
    return tuple(_change(each, opened) for each in changes)


def decision_row(decision: Decision, articles: Mapping[str, Article], undone: Collection[int]) -> DecisionRow:
    """A decision in words; `undone` are the numbers of those that no longer hold."""
    return DecisionRow(
        number=decision.number,
        says=one_line(says(decision, articles)),
        who=one_line(decision.by) or "a reader",
        made=said_day(one_line(decision.made)) if decision.made else "",
        note=one_line(decision.note),
        stands=decision.number not in undone,
        undoes=decision.undoes,
    )


def _change(change: Change, opened: Witnesses) -> ChangeView:
    short = [span for span in change.spans if span.end - span.start < _LONG][:_OPENED]
    return ChangeView(
        kind=change.kind.value,
        says=one_line(change.says),
        witnesses=opened.of(short),
        places=opened.places(_firsts(change.spans)) if len(short) < len(change.spans) else (),
    )


def _firsts(spans: Sequence[Span]) -> Iterator[Span]:
    """The first of the spans in each article."""
    return iter({span.article: span for span in reversed(spans)}.values())
