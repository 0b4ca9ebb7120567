"""A brief, a comparison or a checked draft in four forms: text, one HTML page, Markdown, JSON. Cheap to import."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePath
from typing import Any, Final

from headwater.errors import NothingToRead, OptionError
from headwater.types import Brief, Check, Comparison

__all__ = [
    "BRIEF_FORMS",
    "FORMS",
    "brief_schema",
    "check_schema",
    "comparison_schema",
    "form_for",
    "read_brief",
    "read_briefs",
    "read_check",
    "read_comparison",
    "render",
    "render_many",
]

FORMS: Final = ("text", "html", "markdown", "json")
BRIEF_FORMS: Final = (*FORMS, "csv")
"""A brief has a sheet of its figures besides; it is not the whole brief."""

_SUFFIXES: Final = {
    ".txt": "text",
    ".html": "html",
    ".htm": "html",
    ".md": "markdown",
    ".markdown": "markdown",
    ".json": "json",
    ".csv": "csv",
}


def render(record: Brief | Check | Comparison, form: str, *, width: int | None = None, colour: bool = False) -> str:
    """One brief, comparison or checked draft in one of `FORMS`; a brief in one of `BRIEF_FORMS`.

    `width` is the columns of the text form (100 if not given), `colour` asks it for ANSI styles; the other forms know
    neither. Raises `OptionError` for another form, and `UncitedLine` where a span of the record does not lie in its
    article: what cannot be opened is not shown.
    """
    if isinstance(record, Comparison):
        return _compared(record, form, width, colour)
    if isinstance(record, Check):
        return _checked(record, form, width, colour)
    return _written((record,), form, width, colour)


def render_many(briefs: Sequence[Brief], form: str, *, width: int | None = None, colour: bool = False) -> str:
    """Several stories in one document, which says that nothing links them; for "json" an array, even of one brief.

    Raises `NothingToRead` where there is no brief, and what `render` raises.
    """
    if not briefs:
        raise NothingToRead("there is no story to show")
    if form == "json":
        from headwater.render.records import write_briefs  # only what is asked for is imported

        return write_briefs(tuple(briefs))
    return _written(briefs, form, width, colour)


def form_for(path: str | PurePath) -> str:
    """The form that a file name asks for: .txt, .html, .md, .json or .csv. Raises `OptionError` for another suffix."""
    suffix = PurePath(path).suffix.lower()
    if suffix not in _SUFFIXES:
        raise OptionError(
            f"{path}: cannot tell the form from {suffix or 'no suffix'}; end it in .html, .md, .json, .csv or .txt"
        )
    return _SUFFIXES[suffix]


def read_brief(text: str) -> Brief:
    """The brief of the "json" form of `render`, equal to the one that went in. Raises `MalformedRecord`."""
    from headwater.render import records  # as above

    return records.read_brief(text)


def read_briefs(text: str) -> tuple[Brief, ...]:
    """The briefs of the "json" form of `render_many`. Raises `MalformedRecord`."""
    from headwater.render import records  # as above

    return records.read_briefs(text)


def brief_schema() -> dict[str, Any]:
    """The JSON Schema of the "json" form, published as docs/brief.schema.json."""
    from headwater.render import records  # as above

    return records.brief_schema()


def read_comparison(text: str) -> Comparison:
    """The comparison of the "json" form of `render`, equal to the one that went in. Raises `MalformedRecord`."""
    from headwater.render import records  # as above

    return records.read_comparison(text)


def comparison_schema() -> dict[str, Any]:
    """The JSON Schema of a comparison's "json" form, published as docs/comparison.schema.json."""
    from headwater.render import records  # as above

    return records.comparison_schema()


def read_check(text: str) -> Check:
    """The checked draft of the "json" form of `render`, equal to the one that went in. Raises `MalformedRecord`."""
    from headwater.render import records  # as above

    return records.read_check(text)


def check_schema() -> dict[str, Any]:
    """The JSON Schema of a checked draft's "json" form, published as docs/check.schema.json."""
    from headwater.render import records  # as above

    return records.check_schema()


def _written(briefs: Sequence[Brief], form: str, width: int | None, colour: bool) -> str:
    if form == "text":
        from headwater.render.text import write_text  # as above

        return write_text(briefs, width=width, colour=colour)
    if form == "html":
        from headwater.render.html import write_html  # as above

        return write_html(briefs)
    if form == "markdown":
        from headwater.render.markdown import write_markdown  # as above

        return write_markdown(briefs)
    if form == "json":
        from headwater.render.records import write_brief  # as above

        return write_brief(briefs[0])
    if form == "csv":
        from headwater.render.sheet import write_sheet  # as above

        return write_sheet(briefs)
    raise _no_form(form, BRIEF_FORMS)


def _compared(comparison: Comparison, form: str, width: int | None, colour: bool) -> str:
    if form == "text":
        from headwater.render.comparison.text import write_text  # as above

        return write_text(comparison, width=width, colour=colour)
    if form == "html":
        from headwater.render.comparison.html import write_html  # as above

        return write_html(comparison)
    if form == "markdown":
        from headwater.render.comparison.markdown import write_markdown  # as above

        return write_markdown(comparison)
    if form == "json":
        from headwater.render.records import write_comparison  # as above

        return write_comparison(comparison)
    raise _no_form(form)


def _checked(check: Check, form: str, width: int | None, colour: bool) -> str:
    if form == "text":
        from headwater.render.checking.text import write_text  # as above

        return write_text(check, width=width, colour=colour)
    if form == "html":
        from headwater.render.checking.html import write_html  # as above

        return write_html(check)
    if form == "markdown":
        from headwater.render.checking.markdown import write_markdown  # as above

        return write_markdown(check)
    if form == "json":
        from headwater.render.records import write_check  # as above

        return write_check(check)
    raise _no_form(form)


def _no_form(form: str, known: Sequence[str] = FORMS) -> OptionError:
    return OptionError(f"there is no form {form!r}; choose one of {', '.join(known)}")
