"""What was handed in, spread out: folders to files, `-` to a list from standard input, repeats told once."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Final, TextIO
from urllib.parse import urlsplit, urlunsplit

from msgspec import Struct

from headwater.errors import InputError, UnreadableInput
from headwater.text.printable import printable
from headwater.types import Article

__all__ = ["SUFFIXES", "FileInput", "Input", "UrlInput", "is_known", "is_url", "name_of", "spread", "unlisted"]

SUFFIXES: Final = frozenset(
    (
        *(".txt", ".md", ".markdown", ".html", ".htm", ".xhtml", ".json", ".jsonl", ".ndjson"),
        *(".xml", ".rss", ".atom", ".rdf", ".opml", ".csv", ".tsv", ".parquet", ".zip", ".warc"),
    )
)
"""Of the files that are read where a folder is given; a test sees to it that `formats.FORMATS` has readers for them."""

_MOST_LISTED: Final = 100_000


class FileInput(Struct, frozen=True):
    """A file to read. `name` is what a reader calls it: its name, or its path inside the folder that was given."""

    path: Path
    name: str
    given: str  # as the user gave it, fit to show
    named: bool = True  # the user named it; False where he named the folder that it lies in


class UrlInput(Struct, frozen=True):
    """An address to fetch."""

    url: str
    name: str


Input = str | Path | Article | FileInput

Spread = FileInput | UrlInput | Article | InputError


def spread(inputs: Iterable[Input], listed: TextIO | None = None, *, in_order: bool = False) -> Iterator[Spread]:
    """Yield each file, address and article once, and an error for what is missing, of another kind, or a repeat.

    `listed` is what `-` reads: paths and addresses, one a line, `#` starts a comment (default: standard input). They
    come sorted, whatever the order of the inputs, or `in_order`: as they were given, found as they are asked for.
    """
    found: Iterable[Spread] = _found(inputs, listed)
    if not in_order:
        found = sorted(found, key=lambda one: (_key(one), one.name))
    seen: dict[str, str] = {}
    yield from (_once(one, seen) for one in found)


def name_of(given: Input) -> str:
    """What to call an input in a message: its name on one line, fit to show."""
    return printable(given.name if isinstance(given, (Article, FileInput)) else str(given))


def is_known(name: str) -> bool:
    """Tell whether the suffix of a file's name is one of `SUFFIXES`, or such a one behind which stands `.gz`."""
    return Path(name.lower().removesuffix(".gz")).suffix in SUFFIXES


def is_url(text: str) -> bool:
    """Tell whether a string is an address: it has a scheme and `//`."""
    scheme, separator, _ = text.partition("://")
    return bool(separator) and scheme.replace("+", "").isalnum()


def unlisted(inputs: Iterable[Input], listed: TextIO | None = None) -> Iterator[Input]:
    """Yield the inputs with each `-` replaced by the lines that it stands for (see `spread`)."""
    for one in inputs:
        yield from _lines(listed or sys.stdin or ()) if one == "-" else (one,)


def _lines(listed: Iterable[str]) -> Iterator[str]:
    """The lines that name an input; those that begin with # are remarks."""
    lines = (line.strip() for line in islice(listed, _MOST_LISTED))
    return (line for line in lines if line and not line.startswith("#"))


def _found(inputs: Iterable[Input], listed: TextIO | None) -> Iterator[Spread]:
    for one in unlisted(inputs, listed):
        if isinstance(one, (Article, FileInput)):
            yield one
        elif isinstance(one, str) and is_url(one):
            yield UrlInput(one, printable(one))
        else:
            yield from _files(one)


def _once(one: Spread, seen: dict[str, str]) -> Spread:
    """Pass on what is seen for the first time; give a remark for a file or address that came before."""
    key = _key(one)
    if not key:
        return one
    shown = _shown(one)
    if key not in seen:
        seen[key] = shown
        return one
    again = "was handed in more than once" if seen[key] == shown else f"is the same as {seen[key]}"
    return InputError(shown, f"{again}; it is taken once")


def _key(one: Spread) -> str:
    """Return what makes two inputs the same: the real path of a file, the address without its fragment."""
    if isinstance(one, FileInput):
        return os.path.realpath(one.path)
    if isinstance(one, UrlInput):
        try:
            parts = urlsplit(one.url)
        except ValueError:  # brackets that hold no IPv6 address; fetching will say so
            return one.url
        return urlunsplit((parts.scheme.lower(), parts.netloc.lower(), parts.path or "/", parts.query, ""))
    return ""


def _shown(one: Spread) -> str:
    return one.given if isinstance(one, FileInput) else one.name


def _files(given: str | Path) -> Iterator[Spread]:
    path, shown = Path(given), printable(str(given))
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError) as error:
        yield UnreadableInput(shown, _missing(str(given), error))
        return
    if stat.S_ISDIR(mode):
        yield from _in_folder(path, shown)
    elif stat.S_ISREG(mode):
        yield FileInput(path, printable(path.name), shown)
    else:
        yield UnreadableInput(shown, "is not a regular file; only files, folders and addresses are read")


def _in_folder(folder: Path, shown: str) -> Iterator[Spread]:
    """Yield the files of a folder by path. Links to folders are not followed, hidden files passed over."""
    some = False
    for path in _walked(folder):
        some = True
        if isinstance(path, InputError):
            yield path
        elif path.is_file():
            yield FileInput(path, printable(path.relative_to(folder).as_posix()), printable(str(path)), named=False)
        else:
            yield UnreadableInput(printable(str(path)), "is a broken link or not a regular file")
    if not some:
        yield UnreadableInput(shown, f"holds no file of a known kind ({', '.join(sorted(SUFFIXES))})")


def _walked(folder: Path) -> Iterator[Path | InputError]:
    """Yield the files of a folder, to its depth, that have a known suffix; only what lies beside them is held."""
    ahead = [(folder, True)]
    while ahead:
        path, is_folder = ahead.pop()
        if not is_folder:
            yield path
            continue
        try:
            with os.scandir(path) as entries:
                inside = [(Path(one.path), one.is_dir(follow_symlinks=False)) for one in entries if _wanted(one)]
        except OSError as error:
            yield UnreadableInput(printable(str(path)), f"cannot be read: {error.strerror or error}")
            continue
        ahead += sorted(inside, reverse=True)


def _wanted(one: os.DirEntry[str]) -> bool:
    if one.name.startswith("."):
        return False
    return one.is_dir(follow_symlinks=False) or (is_known(one.name) and not one.is_dir())


def _missing(given: str, error: Exception) -> str:
    if isinstance(error, FileNotFoundError):
        pattern = "; patterns are for the shell to expand: leave the quotes out" if set(given) & set("*?[") else ""
        return f"does not exist; check the path{pattern}"
    return f"cannot be read: {getattr(error, 'strerror', None) or error}"
