"""`headwater decisions`: everything that was ever decided."""

from __future__ import annotations

from headwater.cli.shelf import LibraryFile, ListForm, opened, write_listing

__all__ = ["decisions"]


def decisions(form: ListForm = "text", library: LibraryFile = None) -> None:
    """Show the log of decisions, and which of them hold."""
    from headwater.render.library.data import decisions_json
    from headwater.render.library.text import decisions_text

    with opened(library, read_only=True) as shelf:
        log, standing = shelf.decisions(), shelf.standing()
    write_listing(
        {
            "text": lambda width, colour: decisions_text(log, standing, width=width, colour=colour),
            "json": lambda *_: decisions_json(log),
        },
        form,
    )
