"""The keys of the configuration: what each is, what it means, and whether a folder's own file may set it."""

from __future__ import annotations

import difflib
from pathlib import Path
from typing import Final, TypeAlias

from msgspec import Struct

from headwater.errors import OptionError
from headwater.settings import Settings, settings_from
from headwater.text.printable import printable

__all__ = ["HOST", "KEYS", "LIBRARY", "PORT", "Key", "Value", "checked", "default_of", "key_called", "of_words"]

Value: TypeAlias = str | int | float | bool

_KINDS: Final = {str: "text in quotes", int: "a whole number", float: "a number", bool: "true or false"}
_LAST_PORT: Final = 65_535
_YES: Final = frozenset({"1", "yes", "true", "on"})
_NO: Final = frozenset({"0", "no", "false", "off"})


class Key(Struct, frozen=True):
    """A key of a table. `of_folder`: a file that merely lies in the working folder may set it; it can do no harm.

    `default` is that of a key that is no setting of a run (`settings.Settings` has those of the others).
    """

    table: str
    name: str
    kind: type[Value]
    says: str
    of_folder: bool = False
    default: Value | None = None

    @property
    def dotted(self) -> str:
        """As a reader names it: "fetch.timeout"."""
        return f"{self.table}.{self.name}"

    @property
    def is_setting(self) -> bool:
        """Whether it is a setting of a run, and not where something is."""
        return self.table not in {"library", "serve"}

    @property
    def variable(self) -> str:
        """The environment variable that sets it: "HEADWATER_TIMEOUT", and "HEADWATER_LIBRARY" for where that is."""
        return f"HEADWATER_{self.table if self.name == 'path' else self.name}".upper()


LIBRARY: Final = Key(
    "library",
    "path",
    str,
    "The library: a file, or the address of a PostgreSQL server.",
    of_folder=True,
)

HOST: Final = Key(
    "serve",
    "host",
    str,
    "Address of this machine that the reading room listens on. Where others can ask, they need the token that is told.",
    default="127.0.0.1",
)

PORT: Final = Key("serve", "port", int, "Port of the reading room; 0 is any that is free.", default=8765)

KEYS: Final = (
    LIBRARY,
    Key("brief", "rule", str, "Counting rule of figures: majority, lowest, ucdp or ibc.", of_folder=True),
    Key("brief", "outlet", str, "Outlet where an article names none.", of_folder=True),
    Key("brief", "model", str, "An installed spaCy English pipeline. It is code that runs: name one you trust."),
    Key("brief", "jobs", int, "Processes that large piles are read in."),
    Key(
        "sources",
        "columns",
        str,
        "Columns of tables, by field of an article: text=body,title=headline.",
        of_folder=True,
    ),
    Key("sources", "follow", bool, "Fetch the addresses that an export of GDELT or Media Cloud, or a table, lists."),
    Key("sources", "most", int, "Articles of a feed or sitemap at most."),
    Key("fetch", "timeout", float, "Seconds for each address as a whole."),
    Key("fetch", "max_bytes", int, "Largest input that is read."),
    Key("fetch", "allow_private", bool, "Let addresses lead into your own network."),
    HOST,
    PORT,
)


def key_called(dotted: str) -> Key:
    """The key of that name. Raises `OptionError` that names the nearest known one."""
    known = {key.dotted: key for key in KEYS}
    if dotted in known:
        return known[dotted]
    name = printable(dotted, 80)
    by_name = [key.dotted for key in KEYS if key.name == dotted.rpartition(".")[2]]
    near = by_name or difflib.get_close_matches(dotted, known, 1, 0.5)
    hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(known)}"
    raise OptionError(f"there is no key '{name}'; {hint}")


def default_of(key: Key) -> Value | None:
    """The value where nobody set one; None where there is none to name."""
    if key.default is not None:
        return key.default
    if key is not LIBRARY:
        value = getattr(Settings(), key.name)
        return value if isinstance(value, (str, int, float)) else None
    from platformdirs import user_data_path  # only whoever asks for the library needs it

    return str(user_data_path("headwater", appauthor=False) / "library.sqlite")


def checked(key: Key, value: object) -> Value:
    """The value, of the key's kind and within its bounds. Raises `OptionError`, which says what to write."""
    fits = isinstance(value, key.kind) and (key.kind is bool or not isinstance(value, bool))
    if key.kind is float and isinstance(value, int) and not isinstance(value, bool):
        value, fits = float(value), True
    if not fits or not isinstance(value, (str, int, float)):
        raise OptionError(f"{key.dotted} is {printable(repr(value), 80)}; it must be {_KINDS[key.kind]}")
    if key is LIBRARY:
        return _library(str(value))
    if key is PORT and not 0 <= int(value) <= _LAST_PORT:
        raise OptionError(f"serve.port is {value}; it must be at least 0 and at most {_LAST_PORT}")
    if key.is_setting:
        settings_from({key.name: value})
    return value


def of_words(key: Key, words: str) -> Value:
    """The value that an environment variable spells. Raises `OptionError`."""
    try:
        return checked(key, _parsed(key, words.strip()))
    except ValueError:
        raise OptionError(f"'{printable(words, 80)}' is not {_KINDS[key.kind]}") from None


def _parsed(key: Key, words: str) -> Value:
    if key.kind is not bool:
        return key.kind(words)
    if words.lower() not in _YES | _NO:
        raise ValueError
    return words.lower() in _YES


def _library(path: str) -> str:
    if not path.strip() or "\0" in path:
        raise OptionError("library.path is empty; leave it out or name a file")
    return path if "://" in path else str(Path(path).expanduser())
