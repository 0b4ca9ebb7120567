"""Where the output goes: a file that may be written, or standard output as wide as the terminal is."""

from __future__ import annotations

import io
import os
import shutil
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from headwater.errors import OptionError

__all__ = ["check_output", "prepare_streams", "print_out", "write_lines", "write_page"]


def prepare_streams() -> None:
    """Pipes carry UTF-8 whatever the locale; a terminal replaces what it cannot show; odd file names pass through."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding=None if sys.stdout.isatty() else "utf-8", errors="replace")
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(encoding=sys.getfilesystemencoding(), errors="surrogateescape")


def check_output(target: Path | None, inputs: Sequence[str | None]) -> None:
    """Refuse a place that cannot be written, and one that is read: now, or by the same command the next time.

    `target` None is standard output, which is never refused; an input None is one that was not given.
    """
    from headwater.sources.inputs import is_url

    if target is None:
        return
    if target.is_dir():
        raise OptionError(f"{target} is a folder; name a file with -o")
    if not target.parent.is_dir():
        raise OptionError(f"cannot write {target}: there is no folder {target.parent}; make it first")
    for path in (Path(one) for one in inputs if one and not is_url(one)):
        _check_apart(target, path)


def _check_apart(target: Path, read: Path) -> None:
    from headwater.sources.inputs import SUFFIXES

    if target.exists() and read.exists() and target.samefile(read):
        raise OptionError(f"{target} is one of the inputs and would be overwritten; choose another place with -o")
    if read.is_dir() and target.suffix.lower() in SUFFIXES and target.resolve().is_relative_to(read.resolve()):
        raise OptionError(
            f"{target} lies in the folder {read}, which is read: the next run would take the output for an article"
            "; choose another place with -o"
        )


def write_page(page: Callable[[int | None, bool], str], target: Path | None, widest: int) -> None:
    """To the file, or to standard output as wide as a terminal is. Raises `OptionError` if it cannot be written.

    `page` makes the text for a width (None: its own) and with colour or without.
    """
    if target is None:
        seen = sys.stdout.isatty()
        width = min(widest, shutil.get_terminal_size().columns) if seen else None
        print_out(page(width, seen and _wants_colour()))
        return
    try:
        target.write_text(page(None, False), encoding="utf-8", newline="")  # a sheet ends its lines as it must
    except OSError as failure:
        raise _unwritable(target, failure) from failure


def write_lines(lines: Iterable[bytes], target: Path | None) -> None:
    """To the file, or to standard output, line by line. Raises `OptionError` if they cannot be written."""
    if target is None:
        for line in lines:
            if not print_out(line.decode()):
                return
        return
    try:
        with target.open("wb") as file:
            file.writelines(lines)
    except OSError as failure:
        raise _unwritable(target, failure) from failure


def print_out(text: str) -> bool:
    """To standard output, if it is still read. A reader that goes away (`| head`) has seen enough: no failure."""
    try:
        sys.stdout.write(text if text.endswith("\n") else f"{text}\n")
        sys.stdout.flush()
        return True
    except OSError as failure:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or Python complains when it flushes at exit
        if not isinstance(failure, BrokenPipeError):
            raise OptionError(f"cannot write to standard output: {failure.strerror}") from failure
        return False


def _unwritable(target: Path, failure: OSError) -> OptionError:
    return OptionError(f"cannot write {target}: {failure.strerror}; choose another place with -o")


def _wants_colour() -> bool:
    """As no-color.org has it: any NO_COLOR that is not empty means none."""
    return not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
