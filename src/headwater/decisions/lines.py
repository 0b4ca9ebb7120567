"""Decisions as JSON Lines: one object a line, in the order in which they were made.

A line without `number` has its place among the decisions of the file, so that a later line can undo it by that.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

import msgspec
from msgspec.structs import replace

from headwater.decisions.checks import complaint
from headwater.errors import MalformedRecord
from headwater.text.printable import printable
from headwater.types import Decision, DecisionKind

__all__ = ["read_decisions", "write_decisions"]

_LONGEST: Final = 500  # code points of a reason that are shown: all the kinds have to be
_FIELDS: Final = Decision.__struct_fields__
_KINDS: Final = ", ".join(f'"{kind.value}"' for kind in DecisionKind)


def read_decisions(text: str, name: str) -> tuple[Decision, ...]:
    """The decisions of a file, each with a number, undoings among them; `name` is the file's, for the messages.

    Empty lines are passed over; `left` and `right` may be one string. Raises `MalformedRecord` for the first line that
    is no decision or cannot be one, with the number of the line.
    """
    found: dict[int, Decision] = {}
    for line, row in _rows(text):
        decision = _decision(row, len(found) + 1, name, line)
        if decision.number in found:
            raise _bad(name, line, f"number {decision.number} is there twice; leave numbers out or give each its own")
        found[decision.number] = decision
    _check_undone(found, name)
    return tuple(found.values())


def write_decisions(decisions: Iterable[Decision]) -> str:
    """The decisions as `read_decisions` reads them, one object a line, without what is empty."""
    rows = (msgspec.to_builtins(decision) for decision in decisions)
    kept = ({field: value for field, value in row.items() if value} for row in rows)
    return "".join(f"{msgspec.json.encode(row).decode()}\n" for row in kept)


def _rows(text: str) -> Iterator[tuple[int, str]]:
    """The lines that say something, with their numbers."""
    for number, row in enumerate(text.removeprefix("\ufeff").split("\n"), 1):
        if row.strip():
            yield number, row


def _decision(row: str, place: int, name: str, line: int) -> Decision:
    try:
        fields = _fields(msgspec.json.decode(row), name, line)
        decision = msgspec.convert(fields, Decision)
    except (msgspec.DecodeError, UnicodeEncodeError, RecursionError) as error:
        raise _bad(name, line, _reason(error)) from None
    decision = replace(decision, number=decision.number or place)
    if wrong := complaint(decision):
        raise _bad(name, line, wrong)
    return decision


def _fields(row: Any, name: str, line: int) -> dict[str, Any]:
    if not isinstance(row, dict):
        raise _bad(name, line, 'is no JSON object; write {"kind": ..., "left": [...], "right": [...]}')
    unknown = sorted(set(row) - set(_FIELDS))
    if unknown:
        raise _bad(name, line, f"has a field {unknown[0]!r} that decisions do not have; there are {', '.join(_FIELDS)}")
    sides = {side: [row[side]] for side in ("left", "right") if isinstance(row.get(side), str)}
    return {**row, **sides}


def _reason(error: Exception) -> str:
    told = str(error)
    return f"{told}; the kinds are {_KINDS}" if "kind" in told or "enum" in told else told


def _check_undone(found: Mapping[int, Decision], name: str) -> None:
    for decision in found.values():
        if decision.undoes and decision.undoes not in found:
            raise MalformedRecord(name, f"decision {decision.number} undoes {decision.undoes}, which the file has not")


def _bad(name: str, line: int, reason: str) -> MalformedRecord:
    return MalformedRecord(name, f"line {line}: {printable(reason, _LONGEST)}")
