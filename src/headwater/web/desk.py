"""What every page works with: the library, the stories that were opened lately, and the work that goes on behind."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock
from typing import Final

from starlette.requests import Request

from headwater.monitor import Library, ShownStory
from headwater.render.compose import view_of
from headwater.render.view import StoryView
from headwater.types import Brief
from headwater.web.jobs import Job, Jobs

__all__ = ["Desk", "Opened", "desk_of"]

_LATELY: Final = 24  # stories whose views are held; a view of 25 articles takes about 10 MB


class Opened:
    """A story as it is kept and, once it was read, its brief and its view."""

    def __init__(self, shown: ShownStory) -> None:
        self.shown = shown
        self.brief: Brief | None = shown.brief
        self.view: StoryView | None = view_of(shown.brief) if shown.brief is not None else None


class Desk:
    """One for a room. Its methods may be called from any thread; they raise what the library's do."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.jobs = Jobs()
        self._lately: OrderedDict[str, Opened] = OrderedDict()
        self._lock = Lock()

    def opened(self, story: str) -> Opened:
        """A story with its brief as it stands now, and no brief if none was made since it last changed."""
        return Opened(self.library.story(story))

    def reading(self, story: str) -> Job:
        """Read a story behind the scenes; the reading that goes on already if there is one."""
        name = self.library.called(story)
        return self.jobs.begin(f"read {name}", lambda tell: self.library.brief(name, on_progress=tell))

    def close(self) -> None:
        """Let go of what works behind."""
        self.jobs.close()


def desk_of(request: Request) -> Desk:
    """The desk of the room that was asked."""
    desk = request.app.state.desk
    assert isinstance(desk, Desk)  # noqa: S101  # `room` put it there
    return desk
