"""Which value is in force and why: options go before the environment, that before the files, those before defaults."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from headwater.config.files import FILE_NAME, Written, own_file, read_config_file
from headwater.config.keys import KEYS, LIBRARY, Key, Value, default_of, of_words
from headwater.errors import OptionError
from headwater.settings import Settings, settings_from

__all__ = ["Config", "InForce", "config_in_force"]

_PASSWORD = re.compile(r"(?<=://)(?P<user>[^:/@\s]*):[^@/\s]*(?=@)")


class InForce(Struct, frozen=True):
    """A key, its value (None: there is none), and where that comes from: "default", a file and line, a variable."""

    key: Key
    value: Value | None
    origin: str

    @property
    def shown(self) -> str:
        """The value as a file would have it; the password of an address is not shown."""
        if isinstance(self.value, bool):
            return str(self.value).lower()
        if isinstance(self.value, str):
            return _PASSWORD.sub(r"\g<user>:***", self.value)
        return "" if self.value is None else str(self.value)


class Config(Struct, frozen=True):
    """All that is in force, in the order of `KEYS`, and the files that were read."""

    values: tuple[InForce, ...]
    files: tuple[str, ...] = ()

    @property
    def library(self) -> str:
        """Path or address of the library."""
        return str(self.value(LIBRARY))

    def value(self, key: Key) -> Value | None:
        """What is in force for a key."""
        return next(one.value for one in self.values if one.key is key)

    def make_room(self) -> None:
        """Make the folder of the library where nobody said where that is: the one that the system has for it.

        Raises `OptionError` if it cannot be made.
        """
        if any(one.key is LIBRARY and one.origin == "default" for one in self.values):
            try:
                Path(self.library).parent.mkdir(parents=True, exist_ok=True)
            except OSError as failure:
                hint = "name a library with --library or HEADWATER_LIBRARY"
                raise OptionError(f"cannot make {Path(self.library).parent}: {failure.strerror}; {hint}") from failure

    def settings(self, options: Mapping[str, object]) -> Settings:
        """The settings of a run: what was set for good, with the options of the run before it; None: not given.

        Raises `OptionError` for an option that cannot be.
        """
        set_for_good = {
            one.key.name: one.value for one in self.values if one.key.is_setting and one.origin != "default"
        }
        return settings_from(set_for_good | {name: value for name, value in options.items() if value is not None})


def config_in_force(
    named: Path | None = None, environment: Mapping[str, str] | None = None, folder: Path | None = None
) -> Config:
    """What is in force: `named` is the file of an option, `folder` the working folder.

    A named file, or else one that HEADWATER_CONFIG names, is the only one that is read. Without it these are, the first
    before the second: `headwater.toml` of the working folder, and the user's own. Raises `OptionError`.
    """
    environment = os.environ if environment is None else environment
    told = named or (Path(variable) if (variable := environment.get("HEADWATER_CONFIG", "")) else None)
    by_folder = (folder or Path.cwd()) / FILE_NAME
    files = _named(told) if told else [*_found(by_folder, of_folder=True), *_found(own_file(), of_folder=False)]
    written = {one.key: one for file in reversed(files) for one in file[1]}
    return Config(tuple(_in_force(key, environment, written) for key in KEYS), tuple(str(path) for path, _ in files))


def _named(path: Path) -> list[tuple[Path, tuple[Written, ...]]]:
    return [(path, read_config_file(path))]


def _found(path: Path, *, of_folder: bool) -> list[tuple[Path, tuple[Written, ...]]]:
    """A file where one lies; it may be missing. The user's own is trusted even where it is the working folder's."""
    try:
        if not path.is_file():
            return []
        trusted = not of_folder or path.resolve() == own_file().resolve()
        return [(path, read_config_file(path, of_folder=not trusted))]
    except PermissionError:
        raise OptionError(f"{path}: cannot be read: permission denied; make it readable or name another") from None


def _in_force(key: Key, environment: Mapping[str, str], written: Mapping[Key, Written]) -> InForce:
    words = environment.get(key.variable, "")
    if words.strip():
        try:
            return InForce(key, of_words(key, words), key.variable)
        except OptionError as wrong:
            raise OptionError(f"the environment variable {key.variable}: {wrong}") from None
    if key in written:
        return InForce(key, written[key].value, written[key].place)
    return InForce(key, default_of(key), "default")
