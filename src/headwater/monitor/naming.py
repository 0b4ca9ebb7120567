"""Ids as a reader types them: whole, or the beginning that only one has."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count

from msgspec.structs import replace

from headwater.errors import NotInLibrary, OptionError
from headwater.library import View
from headwater.stories import story_of
from headwater.text.cited_words import read_words, words_of
from headwater.text.printable import printable

__all__ = ["article_called", "free_story_id", "story_called", "words_called"]

_SHOWN = 5


def story_called(view: View, name: str) -> str:
    """The id of the one story whose id is `name` or begins so; of one that was merged the story that it went into.

    What every id begins with may be left out. Raises `NotInLibrary` if there is none, `OptionError` if there are
    several.
    """
    found = view.story_ids(name, _SHOWN + 1) or view.story_ids(story_of(name), _SHOWN + 1)
    if name not in found:
        return view.story(_only(found, name, "story", "headwater stories lists them")).id
    return view.story(name).id


def article_called(view: View, name: str) -> str:
    """The id of the one article whose id is `name` or begins so. Raises as `story_called` does."""
    found = view.article_ids(name, _SHOWN + 1)
    return name if name in found else _only(found, name, "article", "headwater search and headwater show list them")


def words_called(view: View, name: str) -> str:
    """Words of the one article whose id begins so, by its whole id. Raises as `story_called` does."""
    span = read_words(name)
    return words_of(replace(span, article=article_called(view, span.article)))


def free_story_id(view: View, wanted: str) -> str:
    """The id for a new story, or with a number behind it if a story has or had that one."""
    names = (wanted if number == 1 else f"{wanted}-{number}" for number in count(1))
    return next(name for name in names if name not in view.story_ids(name, 1))


def _only(found: Sequence[str], name: str, what: str, hint: str) -> str:
    if not found:
        raise NotInLibrary(f"no {what} is called {printable(name)!r} in the library; {hint}")
    if len(found) > 1:
        more = "" if len(found) <= _SHOWN else ", ..."
        raise OptionError(
            f"several {what} ids begin with {printable(name)!r}: {', '.join(found[:_SHOWN])}{more}; write more of it"
        )
    return found[0]
