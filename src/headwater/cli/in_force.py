"""What is in force in this run: the options of the command before the configuration, which is read once for a run."""

from __future__ import annotations

from collections.abc import Mapping
from contextvars import ContextVar
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from headwater.config import Config
    from headwater.settings import Settings

__all__ = ["config", "name_config", "settings_in_force"]

_NAMED: Final[ContextVar[Path | None]] = ContextVar("named", default=None)


def name_config(path: Path | None) -> None:
    """Keep the file that `--config` names, which stands before the command."""
    _NAMED.set(path)


def config() -> Config:
    """The configuration. Raises `OptionError` for a file, key or variable that cannot be."""
    from headwater.config import config_in_force

    return config_in_force(_NAMED.get())


def settings_in_force(options: Mapping[str, object]) -> Settings:
    """The settings of a run: its options, where they were given, before what was set for good. Raises `OptionError`."""
    return config().settings(options)
