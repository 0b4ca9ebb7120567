"""What a library tells: how an addition went, a story with all that is kept of it, and what a search found."""

from __future__ import annotations

from msgspec import Struct

from headwater.library.records import Added, AnalysisKey, Hit, Kept, Logged, StoryRow, Version
from headwater.types import Brief, Capture, Decision, LeftOut

__all__ = ["Addition", "Found", "LinkedStory", "Repaired", "ShownArticle", "ShownStory"]


class Addition(Struct, frozen=True):
    """How an addition went. What was left out and what is to be remarked is kept up to a thousand each."""

    new: int = 0
    known: int = 0  # had been added before: nothing was written
    versions: int = 0  # of the new ones: another text was kept under their address
    stories: int = 0  # that began
    grown: int = 0  # that were there before and have more articles now
    undated: int = 0  # of the new ones: they tell no day that can be, and are placed by one that is likely
    failed: int = 0  # inputs that could not be used
    left_out: tuple[LeftOut, ...] = ()
    remarks: tuple[LeftOut, ...] = ()
    seconds: float = 0.0
    stopped: bool = False  # by whoever asked for it; the rest can be added by adding the same again
    dry: bool = False  # nothing was written: this is what would have been
    added: tuple[Added, ...] = ()  # the first thousand articles, with what became of each


class Found(Struct, frozen=True):
    """What a search found, with the words around it; `marks` are those found: (start, end) in `words`."""

    hit: Hit
    words: str
    marks: tuple[tuple[int, int], ...] = ()
    untold: bool = False  # the article states no day: that of `hit` is the one it was placed by


class LinkedStory(Struct, frozen=True):
    """Another story of the same running affair, and why it is held to be."""

    story: StoryRow
    reason: str


class ShownStory(Struct, frozen=True):
    """A story with its articles in order of day, its log, and the decisions that bear on it.

    `brief` is the one that was made of these articles under these decisions, None where none was made since. `linked`
    is empty until it is asked for: see `Library.affair`. `made_of` is the same while a brief would say the same, and
    `generation` while nothing at all was written to the library.
    """

    story: StoryRow
    articles: tuple[Kept, ...]
    log: tuple[Logged, ...]
    decisions: tuple[Decision, ...] = ()
    linked: tuple[LinkedStory, ...] = ()
    brief: Brief | None = None
    made_of: AnalysisKey | None = None
    generation: int = 0


class ShownArticle(Struct, frozen=True):
    """An article with what it was read from, and the texts that stood under its address, in the order of capture."""

    kept: Kept
    capture: Capture
    versions: tuple[Version, ...] = ()


class Repaired(Struct, frozen=True):
    """What a repair did: stories that went into others (from, to), and that were split (from, to)."""

    merged: tuple[tuple[str, str], ...] = ()
    split: tuple[tuple[str, str], ...] = ()
