"""Stories: which articles tell of one event, in a batch and in a stream that never ends."""

from __future__ import annotations

from headwater.stories.bounds import Bounds, bounds_of
from headwater.stories.gathering import gather_stories
from headwater.stories.repair import Change, ChangeKind, Move, Repair, repair
from headwater.stories.sketches import Sketch, decode_sketch, encode_sketch, sketch
from headwater.stories.stream import Placement, Shelf, Stream, story_of

__all__ = [
    "Bounds",
    "Change",
    "ChangeKind",
    "Move",
    "Placement",
    "Repair",
    "Shelf",
    "Sketch",
    "Stream",
    "bounds_of",
    "decode_sketch",
    "encode_sketch",
    "gather_stories",
    "repair",
    "sketch",
    "story_of",
]
