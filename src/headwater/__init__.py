"""Headwater traces a pile of news reports back to where the reporting started.

    import headwater

    brief = headwater.brief(["a.txt", "b.html"], published="2021-05-03")
    print(brief.count_line)            # "5 articles, 3 lines of reporting"
    for finding in brief.findings:
        print(finding.status, finding.reason.text)
    page = headwater.render.render(brief, "html")
    print(headwater.compare("a.txt", "b.html").verdict.text)  # "B is a copy of A: log-odds +10.0, ..."
    print(headwater.check("draft.txt", ["reports"]).summary.text)  # "7 claims: 5 supported, 1 altered, 1 not found"
    with headwater.Library("news.sqlite") as library:  # articles and their stories, kept
        print(library.add(["monday.jsonl"]).stories, "stories begun")

Importing this package is cheap: the models load with the first brief.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Unpack

from headwater import errors
from headwater.version import VERSION

if TYPE_CHECKING:
    from headwater import render
    from headwater.monitor import Library
    from headwater.settings import Options
    from headwater.types import Article, Brief, Check, Comparison, Decision, Document

__all__ = ["Library", "__version__", "brief", "briefs", "check", "compare", "errors", "read", "render"]

__version__ = VERSION


def brief(
    inputs: Sequence[str | Path | Article],
    *,
    decisions: Sequence[Decision] = (),
    on_progress: Callable[[str], None] | None = None,
    **options: Unpack[Options],
) -> Brief:
    """The brief of one story.

    `inputs` are paths of files or folders, URLs, or `headwater.types.Article`s. `options` are the fields of
    `headwater.settings.Settings`: `published="2021-05-03"`, `outlet=`, `sidecar=`, `rule="majority"`, `model=`, ...
    If the inputs hold several stories this is the largest; its `left_out` names the others, and `briefs` gives all.
    `decisions` are what readers decided (`decisions.decisions_in` reads a file of them); the brief's `decided` tells
    what each changed. `on_progress` is told in a few words what is being done.

    Raises `errors.NothingToRead` if no input can be used, `errors.OptionError` for an option that cannot be,
    `errors.ModelMissing` if the language model is not installed.
    """
    from headwater import pipeline
    from headwater.settings import settings_from

    return pipeline.brief(_several(inputs), settings_from(options), on_progress, decisions)


def briefs(
    inputs: Sequence[str | Path | Article],
    *,
    decisions: Sequence[Decision] = (),
    on_progress: Callable[[str], None] | None = None,
    **options: Unpack[Options],
) -> tuple[Brief, ...]:
    """One brief for each story in the inputs, the largest first. Arguments and errors as for `brief`."""
    from headwater import pipeline
    from headwater.settings import settings_from

    return pipeline.briefs(_several(inputs), settings_from(options), on_progress, decisions)


def check(
    draft: str | Path | Article,
    against: Sequence[str | Path | Article],
    *,
    on_progress: Callable[[str], None] | None = None,
    **options: Unpack[Options],
) -> Check:
    """A draft held against reports: for each of its claims what they have of it, on which lines, and what otherwise.

    `draft` is a path, URL or `headwater.types.Article` that holds one text; `against` are the reports, as the inputs
    of `brief`. `options` and `on_progress` are as for `brief`.

    Raises `errors.OptionError` if the draft holds several articles or is one of the reports, `errors.NothingToRead` if
    the draft or every report cannot be used or the draft claims nothing, and what `brief` raises.
    """
    from headwater import checking
    from headwater.settings import settings_from

    return checking.check(draft, _several(against), settings_from(options), on_progress)


def compare(
    a: str | Path | Article,
    b: str | Path | Article,
    *,
    among: Sequence[str | Path | Article] = (),
    on_progress: Callable[[str], None] | None = None,
    **options: Unpack[Options],
) -> Comparison:
    """Two articles side by side: what faces what, what differs, and the verdict with its evidence.

    `a` and `b` are paths, URLs or `headwater.types.Article`s that hold one article each; `among` are other articles of
    the story, in whose context the two are judged. `options` and `on_progress` are as for `brief`.

    Raises `errors.OptionError` if the two are the same or one holds several articles, `errors.NothingToRead` if one
    cannot be used, and what `brief` raises.
    """
    from headwater import comparison
    from headwater.settings import settings_from

    return comparison.compare(a, b, settings_from(options), _several(among), on_progress)


def read(
    inputs: Sequence[str | Path | Article],
    *,
    on_progress: Callable[[str], None] | None = None,
    **options: Unpack[Options],
) -> Iterator[Document]:
    """The articles one by one, read: where their words, sentences, furniture, names, dates and quantities are.

    `inputs` and `options` are as for `brief`, and so is what is raised. The documents come in the order of the ids of
    their articles, and are made as they are asked for, so that no more than a few are in memory. `jobs=2` reads large
    piles in two processes; a script that asks for it needs `if __name__ == "__main__":`. What cannot be read is left
    out, which `on_progress` is told.
    """
    from headwater import pipeline
    from headwater.settings import settings_from

    return pipeline.read(_several(inputs), settings_from(options), on_progress)


def _several(inputs: Sequence[str | Path | Article]) -> Sequence[str | Path | Article]:
    """The inputs, unless they are one path: a string is a sequence too, and its letters would be read as files."""
    if isinstance(inputs, (str, Path)):
        raise errors.OptionError(f"inputs is one path; put it in a list: [{str(inputs)!r}]")
    return inputs


def __getattr__(name: str) -> Any:
    """`headwater.render`, the four forms of a brief, and `headwater.Library`, imported when first asked for."""
    if name == "render":
        return importlib.import_module("headwater.render")
    if name == "Library":
        return importlib.import_module("headwater.monitor").Library
    raise AttributeError(f"module 'headwater' has no attribute {name!r}")
