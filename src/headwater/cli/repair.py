"""`headwater repair`: the nightly look at stories that should be one, or two."""

from __future__ import annotations

from headwater.cli.output import print_out
from headwater.cli.shelf import LibraryFile, Since, Until, opened

__all__ = ["repair"]


def repair(since: Since = None, until: Until = None, library: LibraryFile = None) -> None:
    """Look again at the stories, all or those of some days: merge what is one story, split what is two."""
    from headwater.render.library.repair import repair_said

    with opened(library) as shelf:
        print_out(repair_said(shelf.repair(since=since, until=until)))
