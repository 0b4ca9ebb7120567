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

import pytest
from hypothesis import settings

from headwater.cli import main

pytest_plugins = ["library_fixtures"]

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
