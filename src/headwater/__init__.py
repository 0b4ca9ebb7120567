"""Headwater traces a pile of news reports back to where the reporting started.

    import headwater

    brief = headwater.brief(["a.txt", "b.html"], published="2021-05-03")
    print(brief.count_line)            # "5 articles, 3 lines of reporting"
    for finding in brief.findings:
        print(finding.status, finding.reason.text)

Importing this package is cheap: the models load with the first brief.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from headwater import errors
from headwater.version import VERSION

if TYPE_CHECKING:
    from headwater.types import Article, Brief

__all__ = ["__version__", "brief", "briefs", "errors", "render"]

__version__ = VERSION


def brief(
    inputs: Sequence[str | Path | Article], *, on_progress: Callable[[str], None] | None = None, **options: Any
) -> Brief:
    """The brief of one story.

    `inputs` are paths of files or folders, URLs, or `headwater.types.Article`s. `options` are the fields of
    `headwater.settings.Settings`: `published="2021-05-03"`, `outlet=`, `sidecar=`, `rule="lines"`, `model=`, ...
    If the inputs hold several stories this is the largest; its `left_out` names the others, and `briefs` gives all.

    Raises `errors.NothingToRead` if no input can be used, `errors.OptionError` for an option that cannot be.
    """
    from headwater import pipeline

    return pipeline.brief(inputs, _settings(options), on_progress)


def briefs(
    inputs: Sequence[str | Path | Article], *, on_progress: Callable[[str], None] | None = None, **options: Any
) -> tuple[Brief, ...]:
    """One brief for each story in the inputs, the largest first. Arguments and errors as for `brief`."""
    from headwater import pipeline

    return pipeline.briefs(inputs, _settings(options), on_progress)


def render(one: Brief, form: str = "text") -> str:
    """A brief as "text", "html", "markdown" or "json". Raises `errors.OptionError` for another form."""
    from headwater.render import render as rendered

    return rendered(one, form)


def _settings(options: dict[str, Any]) -> Any:
    from headwater.settings import settings_from

    return settings_from(options)
