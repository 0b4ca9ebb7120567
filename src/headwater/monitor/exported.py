"""A folder that an export wrote, handed in again: its articles are added, what was made of them is passed over."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from headwater.errors import InputError
from headwater.sources.inputs import Input, is_known, is_url
from headwater.text.printable import printable

__all__ = ["articles_alone"]

_ARTICLES: Final = "articles.jsonl"
_STORIES: Final = ("stories.jsonl", "stories.csv")
_DECISIONS: Final = "decisions.jsonl"


def articles_alone(given: Input) -> Iterator[Input | InputError]:
    """The input; of a folder that an export wrote all that lies in it but stories and decisions, and a remark on them.

    Such a folder has `articles.jsonl` and beside it what `headwater.monitor.exporting` writes.
    """
    folder = None if not isinstance(given, (str, Path)) or is_url(str(given)) else Path(given)
    aside = _aside(folder) if folder is not None else ()
    if folder is None or not aside:
        yield given
        return
    yield InputError(printable(str(given)), "is an export: " + " and ".join(_told(folder, aside)))
    yield from sorted(path for path in folder.iterdir() if path.name not in aside and _readable(path))


def _aside(folder: Path) -> tuple[str, ...]:
    """The files of an export that are no articles; nothing if the folder is none."""
    if not _is_file(folder / _ARTICLES):
        return ()
    return tuple(name for name in (*_STORIES, _DECISIONS) if _is_file(folder / name))


def _told(folder: Path, aside: tuple[str, ...]) -> Iterator[str]:
    stories = [name for name in aside if name in _STORIES]
    if stories:
        yield f"its stories ({', '.join(stories)}) are drawn anew from the articles"
    if _DECISIONS in aside:
        yield f"its decisions are taken by headwater decide file {printable(str(folder / _DECISIONS))}"


def _readable(path: Path) -> bool:
    """Whether it would be read in a folder: links to folders and hidden files are not."""
    if path.name.startswith("."):
        return False
    return not path.is_symlink() if path.is_dir() else is_known(path.name)


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except (OSError, ValueError):  # a name that no file can have: whoever reads it says so
        return False
