"""`headwater show`: one story of the library, with all that is kept of it."""

from __future__ import annotations

from msgspec.structs import replace

from headwater.cli.shelf import LibraryFile, ListForm, StoryId, opened, write_listing

__all__ = ["show"]


def show(story: StoryId, form: ListForm = "text", library: LibraryFile = None) -> None:
    """Show one story: its articles, its lines if it was analysed, what was decided, what happened to it."""
    from headwater.render.library.data import story_json
    from headwater.render.library.text import story_text

    with opened(library, read_only=True) as shelf:
        shown = replace(shelf.story(story), linked=shelf.affair(story))
    write_listing(
        {
            "text": lambda width, colour: story_text(shown, width=width, colour=colour),
            "json": lambda *_: story_json(shown),
        },
        form,
    )
