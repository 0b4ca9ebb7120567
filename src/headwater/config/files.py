"""One TOML file of configuration, read with suspicion: it may lie in a folder that somebody else filled."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from msgspec import Struct

from headwater.config.keys import KEYS, LIBRARY, Key, Value, checked, key_called
from headwater.errors import OptionError
from headwater.text.printable import printable

__all__ = ["FILE_NAME", "Written", "own_file", "read_config_file"]

FILE_NAME: Final = "headwater.toml"

_MOST: Final = 100_000  # bytes; a configuration of a thousand lines has a third of that


class Written(Struct, frozen=True):
    """What a file sets a key to, and where it does so."""

    key: Key
    value: Value
    place: str  # "headwater.toml line 4"


def own_file() -> Path:
    """Where a user's own file belongs on this system; it need not exist."""
    from platformdirs import user_config_path  # only whoever asks for it needs it

    return user_config_path("headwater", appauthor=False) / FILE_NAME


def read_config_file(path: Path, *, of_folder: bool = False) -> tuple[Written, ...]:
    """The keys that a file sets, in its order. Relative paths in it start from its folder.

    `of_folder`: the file was found in the working folder and named by nobody; it may then set only what does no harm
    (`Key.of_folder`), and the library only to a file within its folder. Raises `OptionError` that names the file, the
    line and the key for whatever is wrong with it: no half of a configuration is ever in force.
    """
    text = _text(path)
    try:
        tables = tomllib.loads(text)
    except (ValueError, RecursionError) as wrong:  # also a number of more digits than Python counts
        raise OptionError(
            f"{path}: is not TOML: {printable(str(wrong))}; `headwater config --example` shows the form"
        ) from None
    return tuple(_written(path, text, dotted, value, of_folder=of_folder) for dotted, value in _flat(path, tables))


def _text(path: Path) -> str:
    try:
        if path.exists() and not (path.is_file() or path.is_char_device()):
            raise OptionError(f"{path}: is no file; name a file of configuration")
        with path.open("rb") as file:
            data = file.read(_MOST + 1)
        if len(data) > _MOST:
            raise OptionError(f"{path}: is larger than {_MOST:,} bytes; no configuration is")
        return data.decode("utf-8")
    except UnicodeDecodeError:
        raise OptionError(f"{path}: is not UTF-8; save it as UTF-8") from None
    except OSError as failure:
        raise OptionError(f"{path}: cannot be read: {failure.strerror}; name another file") from None


def _flat(path: Path, tables: Mapping[str, Any]) -> Iterator[tuple[str, object]]:
    for table, keys in tables.items():
        if not isinstance(keys, dict):
            known = ", ".join(f"[{name}]" for name in dict.fromkeys(key.table for key in KEYS))
            raise OptionError(f"{path}: {printable(table, 80)} stands outside a table; there are {known}")
        for name, value in keys.items():
            yield f"{table}.{name}", value


def _written(path: Path, text: str, dotted: str, value: object, *, of_folder: bool) -> Written:
    line = _line_of(text, dotted)
    place = f"{path} line {line}" if line else str(path)
    try:
        key = key_called(dotted)
        if of_folder and not key.of_folder:
            raise OptionError(
                f"{dotted} may not be set by a file that lies in the working folder; set it in {own_file()}, "
                "or name this file with --config if you trust it"
            )
        sound = checked(key, value)
        return Written(key, _library(path, str(sound), of_folder=of_folder) if key is LIBRARY else sound, place)
    except OptionError as wrong:
        raise OptionError(f"{place}: {wrong}") from None


def _library(path: Path, where: str, *, of_folder: bool) -> str:
    """A library that a file names: relative to the file, and within its folder if nobody named the file."""
    folder = path.resolve().parent
    inside = "://" not in where and (folder / where).resolve().is_relative_to(folder)
    if of_folder and not inside:
        raise OptionError(
            "library.path leads out of the working folder; set it in your own file, or name this file with --config"
        )
    return where if "://" in where else str(folder / where)


def _line_of(text: str, dotted: str) -> int:
    """The line that sets a key, from 1; 0 where it is written in a way that a glance does not find."""
    table, _, name = dotted.partition(".")
    inside = False
    for number, line in enumerate(text.splitlines(), 1):
        if re.match(rf"\s*\[\s*\"?{re.escape(table)}\"?\s*\]", line):
            inside = True
        elif line.lstrip().startswith("["):
            inside = False
        elif inside and re.match(rf"\s*\"?{re.escape(name)}\"?\s*=", line):
            return number
    return 0
