"""A brief or a comparison as JSON, and their JSON Schemas.

JSON has no infinity (RFC 8259). A quantity or figure that is open upwards ("at least two") has `null` for `high`; where
`low` or `best` is open it is `null` too. `read_brief` turns such a `null` back; to a plain decoder it is "no bound".
`python -m headwater.render.records > docs/brief.schema.json` writes the schema afresh, and with `comparison` behind it
the one of docs/comparison.schema.json, with `check` that of docs/check.schema.json.
"""

from __future__ import annotations

import json
import math
import sys
from typing import Any, Final, TypeVar

import msgspec

from headwater.errors import MalformedRecord, UncitedLine
from headwater.types import Brief, Check, Comparison

__all__ = [
    "brief_schema",
    "check_schema",
    "comparison_schema",
    "read_brief",
    "read_briefs",
    "read_check",
    "read_comparison",
    "write_brief",
    "write_briefs",
    "write_check",
    "write_comparison",
]

_Record = TypeVar("_Record")

_BOUNDS: Final = {"low": -math.inf, "best": math.inf, "high": math.inf}
_BOUNDED: Final = ("Quantity", "Figure")  # the records that have such bounds as real numbers
_CALLED: Final[dict[type, str]] = {Comparison: "comparison", Check: "check"}
_DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"


def write_brief(brief: Brief) -> str:
    """The brief as indented JSON, fields in the order of their records."""
    return _encoded(brief)


def write_briefs(briefs: tuple[Brief, ...]) -> str:
    """Several briefs as one JSON array."""
    return _encoded(briefs)


def read_brief(text: str) -> Brief:
    """The brief that `write_brief` wrote: equal to the one that went in.

    Raises `MalformedRecord` if the text is not JSON or not a brief; the message names the place.
    """
    return _converted(text, Brief)


def read_briefs(text: str) -> tuple[Brief, ...]:
    """The briefs that `write_briefs` wrote. Raises `MalformedRecord` as `read_brief` does."""
    return _converted(text, tuple[Brief, ...])


def write_comparison(comparison: Comparison) -> str:
    """The comparison as indented JSON. It holds no bounds."""
    return _encoded(comparison)


def read_comparison(text: str) -> Comparison:
    """The comparison that `write_comparison` wrote. Raises `MalformedRecord` as `read_brief` does."""
    return _converted(text, Comparison)


def write_check(check: Check) -> str:
    """The checked draft as indented JSON. It holds no bounds."""
    return _encoded(check)


def read_check(text: str) -> Check:
    """The checked draft that `write_check` wrote. Raises `MalformedRecord` as `read_brief` does."""
    return _converted(text, Check)


def check_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of what `write_check` writes."""
    return {"$schema": _DIALECT, "title": "A draft checked by headwater", **_schema(Check)}


def brief_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of what `write_brief` writes, with `null` for a bound that is not there."""
    schema = _schema(Brief)
    for record in _BOUNDED:
        for name, field in schema["$defs"][record]["properties"].items():
            if name in _BOUNDS:
                field.update(type=["number", "null"], description="null: no bound on this side")
    return {"$schema": _DIALECT, "title": "A brief of headwater", **schema}


def comparison_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of what `write_comparison` writes."""
    return {"$schema": _DIALECT, "title": "A comparison of headwater", **_schema(Comparison)}


def _schema(record: type) -> dict[str, Any]:
    """With lists for tuples, as read from a file."""
    found: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(msgspec.json.schema(record)))
    return found


def _encoded(record: Brief | tuple[Brief, ...] | Check | Comparison) -> str:
    try:
        return msgspec.json.format(_undecided_left_out(msgspec.json.encode(record)), indent=2).decode() + "\n"
    except UnicodeEncodeError:  # a lone surrogate, as in a file name that is not UTF-8: only an escape can carry it
        plain = json.dumps(msgspec.to_builtins(record), separators=(",", ":")).encode()
        return json.dumps(json.loads(_undecided_left_out(plain), parse_constant=lambda _: None), indent=2) + "\n"


def _undecided_left_out(encoded: bytes) -> bytes:
    """Compact JSON without the fields of what readers decided where they decided nothing.

    Within a string no quotation mark follows a comma without a backslash between, so that only fields are met.
    """
    return encoded.replace(b',"accepted":null', b"").replace(b',"decided":[]', b"").replace(b',"set_aside":[]', b"")


def _converted(text: str, record: type[_Record]) -> _Record:
    try:
        return msgspec.convert(json.loads(text, object_hook=_unbounded), record)
    except (json.JSONDecodeError, msgspec.ValidationError, UncitedLine) as error:
        raise MalformedRecord(_CALLED.get(record, "brief"), f"{error}; write it with headwater's JSON form") from error


def _unbounded(fields: dict[str, Any]) -> dict[str, Any]:
    """The object with its open bounds as infinities: in a brief only bounds are ever called so."""
    return {name: _BOUNDS[name] if value is None and name in _BOUNDS else value for name, value in fields.items()}


if __name__ == "__main__":
    schemas = {"brief": brief_schema, "check": check_schema, "comparison": comparison_schema}
    sys.stdout.write(json.dumps(schemas[sys.argv[1] if sys.argv[1:] else "brief"](), indent=2) + "\n")
