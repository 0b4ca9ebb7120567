"""A brief as JSON, and its JSON Schema.

JSON has no infinity (RFC 8259). A quantity or figure that is open upwards ("at least two") has `null` for `high`; where
`low` or `best` is open it is `null` too. `read_brief` turns such a `null` back; to a plain decoder it is "no bound".
`python -m headwater.render.records > docs/brief.schema.json` writes the schema afresh.
"""

from __future__ import annotations

import json
import math
import sys
from typing import Any, Final, TypeVar

import msgspec

from headwater.errors import MalformedRecord
from headwater.types import Brief

__all__ = ["brief_schema", "read_brief", "read_briefs", "write_brief", "write_briefs"]

_Record = TypeVar("_Record")

_BOUNDS: Final = {"low": -math.inf, "best": math.inf, "high": math.inf}
_BOUNDED: Final = ("Quantity", "Figure")  # the records that have such bounds as real numbers
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


def brief_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of what `write_brief` writes, with `null` for a bound that is not there."""
    schema = msgspec.json.decode(
        msgspec.json.encode(msgspec.json.schema(Brief))
    )  # lists for tuples, as read from a file
    for record in _BOUNDED:
        for name, field in schema["$defs"][record]["properties"].items():
            if name in _BOUNDS:
                field.update(type=["number", "null"], description="null: no bound on this side")
    return {"$schema": _DIALECT, "title": "A brief of headwater", **schema}


def _encoded(record: Brief | tuple[Brief, ...]) -> str:
    try:
        return msgspec.json.format(msgspec.json.encode(record), indent=2).decode() + "\n"
    except UnicodeEncodeError:  # a lone surrogate, as in a file name that is not UTF-8: only an escape can carry it
        plain = json.dumps(msgspec.to_builtins(record))
        return json.dumps(json.loads(plain, parse_constant=lambda _: None), indent=2) + "\n"


def _converted(text: str, record: type[_Record]) -> _Record:
    try:
        return msgspec.convert(json.loads(text, object_hook=_unbounded), record)
    except (json.JSONDecodeError, msgspec.ValidationError) as error:
        raise MalformedRecord("brief", f"{error}; write it with headwater's JSON form") from error


def _unbounded(fields: dict[str, Any]) -> dict[str, Any]:
    """The object with its open bounds as infinities: in a brief only bounds are ever called so."""
    return {name: _BOUNDS[name] if value is None and name in _BOUNDS else value for name, value in fields.items()}


if __name__ == "__main__":
    sys.stdout.write(json.dumps(brief_schema(), indent=2) + "\n")
