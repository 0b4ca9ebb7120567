"""What every page works with: the library, the stories that were opened lately, and the work that goes on behind."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from functools import cached_property, partial
from threading import RLock
from typing import Any, Final, NamedTuple, TypeVar, cast

from msgspec.structs import replace
from starlette.exceptions import HTTPException
from starlette.requests import Request

from headwater.decisions import changes
from headwater.monitor import Library, ShownStory
from headwater.render.changing import ChangeView, changes_view
from headwater.render.compose import view_of
from headwater.render.view import StoryView
from headwater.types import Brief
from headwater.web.catalogue import Catalogue
from headwater.web.compared import Compared
from headwater.web.jobs import Job, Jobs, Tell

__all__ = ["Desk", "Effect", "Opened", "desk_of"]

_DECISIONS: Final = 200  # of which it is known what they changed
_STORIES: Final = 24  # whose views are held
_CHARACTERS: Final = 2_000_000  # of their articles; a view takes about 100 bytes for each

_TITLE: Final = "Reading the story"

_Made = TypeVar("_Made")


class Opened:
    """A story as it is kept and, once it was read, its brief and its view. Many threads read it; none writes to it."""

    def __init__(self, shown: ShownStory) -> None:
        self.shown = shown
        self.brief = shown.brief
        self._made: dict[Callable[..., Any], Any] = {}
        self._lock = RLock()  # what is being made may ask for something else that is made

    def as_read(self) -> Brief:
        """The brief. Raises `HTTPException` (409) where there is none."""
        if self.brief is None:
            raise HTTPException(409, "The story has not been read as it stands now; read it first.")
        return self.brief

    @property
    def view(self) -> StoryView | None:
        """What the brief shows, composed when it is first asked for; None where there is no brief."""
        return self.once(view_of)

    def once(self, make: Callable[[Brief], _Made]) -> _Made | None:
        """What a page makes of the brief, made once for as long as the brief stands; None where there is no brief.

        `make` is a function of a module, by which it is found again: not a lambda.
        """
        return self._once(make, make)

    def composed(self, make: Callable[[Brief, StoryView], _Made]) -> _Made | None:
        """What a page makes of the brief and its view, likewise."""
        return self._once(make, lambda brief: make(brief, cast(StoryView, self.view)))

    def _once(self, name: Callable[..., _Made], make: Callable[[Brief], _Made]) -> _Made | None:
        if self.brief is None:
            return None
        with self._lock:
            if name not in self._made:
                self._made[name] = make(self.brief)
            return cast(_Made, self._made[name])

    def renewed(self, shown: ShownStory) -> Opened:
        """The same story as it is kept now; what was made of its brief is taken over if that is the same."""
        opened = Opened(shown)
        if shown.made_of == self.shown.made_of and shown.brief is not None and self.brief is not None:
            opened.brief, opened._made, opened._lock = self.brief, self._made, self._lock
        return opened

    @cached_property
    def characters(self) -> int:
        """How much text its articles have."""
        return sum(len(kept.article.text) for kept in self.shown.articles)


class Effect(NamedTuple):
    """What a decision changed, and in which story."""

    story: str
    changes: tuple[ChangeView, ...]


class Desk:
    """One for a room. Its methods may be called from any thread; they raise what the library's do."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.jobs = Jobs()
        self.catalogue = Catalogue(library)
        self.compared = Compared(library, self.jobs)
        self._unkept: OrderedDict[str, ShownStory] = OrderedDict()
        self._lately: OrderedDict[str, Opened] = OrderedDict()
        self._effects: OrderedDict[int, Job] = OrderedDict()  # by the number of the decision
        self._warm: set[str] = set()  # the stories that were read ahead
        self._lock = RLock()

    def opened(self, story: str) -> Opened:
        """A story with its brief as it stands now, and no brief if none was made since it last changed.

        What others commit, in this process or another, is seen at once; a story that it leaves alone keeps its view.
        """
        generation = self.library.generation()
        held = self._lately.get(story)
        if held is None or held.shown.generation != generation:
            shown = self._with_unkept(self.library.story(story, held.shown if held else None))
            held = self._lately.get(shown.story.id)
            held = Opened(shown) if held is None else held.renewed(shown)
        self._hold(held)
        return held

    def reading(self, story: str, then: str = "") -> Job:
        """Read a story behind the scenes; the reading that goes on already if there is one."""
        name = self.library.called(story)
        return self.jobs.begin(_reading(name), lambda tell: self._read(name, tell), then, title=_TITLE)

    def rereading(self, decision: int, story: str, before: Brief | None, then: str = "") -> Job:
        """Read a story again after a decision; the job comes to the `Effect` of that, None where nothing is known."""
        work = partial(self._reread, decision, story, before)
        return self._awaited(decision, self.jobs.begin(_reading(story), work, then, title=_TITLE, shared=False))

    def effect_of(self, decision: int) -> Job:
        """The job that comes to the `Effect` of a decision (by its number): long ago, it is found out anew."""
        with self._lock:
            known = self._effects.get(decision)
            if known is not None and known.error is None:
                return known
            return self._awaited(decision, self.jobs.begin(f"Decision {decision}", partial(self._effect, decision)))

    def warm(self, story: str) -> None:
        """Read a story ahead of a decision on it, so that its sentences and the model are at hand; once in a room."""
        if story not in self._warm:
            self._warm.add(story)
            self.jobs.begin(f"Warming {story}", lambda tell: self.library.rehearse(story, on_progress=tell))

    def job_of(self, story: str) -> Job | None:
        """The reading of a story (by its whole id) that waits, goes on or failed; None where none is to be told."""
        job = self.jobs.last(_reading(story))
        return None if job is None or (job.done and job.error is None) else job

    def close(self) -> None:
        """Let go of what works behind."""
        self.jobs.close()

    def _awaited(self, decision: int, job: Job) -> Job:
        with self._lock:
            self._effects[decision] = job
            while len(self._effects) > _DECISIONS:
                self._effects.popitem(last=False)
        return job

    def _reread(self, decision: int, story: str, before: Brief | None, tell: Tell) -> Effect | None:
        """What is otherwise in a story than it was before the decision, be there later ones already or not."""
        self._read(story, tell)
        after = self.opened(story).brief
        if before is None or after is None or self.library.decisions()[-1].number != decision:
            return self._effect(decision, tell)
        return Effect(story, changes_view(after, changes(before, after)))

    def _effect(self, decision: int, tell: Tell) -> Effect | None:
        around = self.library.around(decision, on_progress=tell)
        if around is None:
            return None
        before, after = around
        return Effect(after.story.id, changes_view(after, changes(before, after)))

    def _read(self, story: str, tell: Tell) -> None:
        """Read a story. Where the library may only be read, its brief is held here."""
        tell("getting ready")  # the language model may have to be loaded first
        shown = self.library.story(story)
        brief = self.library.brief(story, on_progress=tell)
        if self.library.read_only:
            with self._lock:
                self._unkept[story] = replace(shown, brief=brief)
                self._lately.pop(story, None)
                while len(self._unkept) > _STORIES:
                    self._unkept.popitem(last=False)

    def _with_unkept(self, shown: ShownStory) -> ShownStory:
        """A story with the brief that could not be kept, if that is of what the story is made of now."""
        read = self._unkept.get(shown.story.id)
        if shown.brief is not None or read is None or read.made_of != shown.made_of:
            return shown
        return replace(shown, brief=read.brief)

    def _hold(self, opened: Opened) -> None:
        """Hold a story as the one that was opened last, and let go of those that nobody opened for long."""
        story = opened.shown.story.id
        with self._lock:
            self._lately[story] = opened
            self._lately.move_to_end(story)
            while len(self._lately) > 1 and self._is_full():
                self._lately.popitem(last=False)

    def _is_full(self) -> bool:
        return len(self._lately) > _STORIES or sum(one.characters for one in self._lately.values()) > _CHARACTERS


def _reading(story: str) -> str:
    return f"Reading {story}"


def desk_of(request: Request) -> Desk:
    """The desk of the room that was asked."""
    desk = request.app.state.desk
    assert isinstance(desk, Desk)  # noqa: S101  # `room` put it there
    return desk
