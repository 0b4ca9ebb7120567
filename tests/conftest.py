"""What several test files share: the command line, run in this process so that the language model loads once.

Property tests draw the same examples in every run, so that a green run stays green; HYPOTHESIS_PROFILE=explore draws
new ones. Time is not tested, so no example has a deadline.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import settings

from headwater.cli import main

pytest_plugins = ["library_fixtures", "browser"]

settings.register_profile("steady", deadline=None, derandomize=True)
settings.register_profile("explore", deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))


@dataclass(frozen=True)
class Ran:
    """How a command ended, and what it wrote."""

    code: int
    out: str
    err: str


Command = Callable[..., Ran]


@pytest.fixture
def headwater_command(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Command:
    """`headwater` with these arguments and this standard input (None: it is closed), and nobody's configuration."""
    monkeypatch.setenv("HEADWATER_CONFIG", os.devnull)

    def run(*arguments: object, stdin: str | None = "") -> Ran:
        monkeypatch.setattr(sys, "argv", ["headwater", *map(str, arguments)])
        monkeypatch.setattr(sys, "stdin", None if stdin is None else io.StringIO(stdin))
        capsys.readouterr()
        with pytest.raises(SystemExit) as ended:
            main()
        written = capsys.readouterr()
        code = ended.value.code
        return Ran(code if isinstance(code, int) else 0, written.out, written.err)

    return run


@pytest.fixture(scope="session")
def room_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of a library with the example and its brief, for all tests of all workers; open it to read only."""
    from room_client import library_made

    base = tmp_path_factory.getbasetemp()
    return library_made(base.parent if "PYTEST_XDIST_WORKER" in os.environ else base)


@pytest.fixture
def room_copy(room_library: Path, tmp_path: Path) -> Path:
    """The same library, for one test alone, which may write to it."""
    from room_client import library_copied

    return library_copied(room_library, tmp_path / "room.sqlite")
