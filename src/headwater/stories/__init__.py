"""Stories: which articles tell of one event, in a batch and in a stream that never ends."""

from __future__ import annotations

from headwater.stories.affairs import Affair, affairs, names_behind
from headwater.stories.bounds import NO_BOUNDS, Bounds, bounds_of
from headwater.stories.changes import Change, ChangeKind, Move, Repair
from headwater.stories.gathering import gather_stories
from headwater.stories.nearness import MOST_EMBEDDED, VECTOR_FORM, Heads, head_of
from headwater.stories.regrouping import regroup
from headwater.stories.repair import repair
from headwater.stories.sketches import Sketch, decode_sketch, encode_sketch, sketch
from headwater.stories.stream import Placement, Shelf, Stream, story_of
from headwater.stories.weights import SHIPPED, Weights

__all__ = [
    "MOST_EMBEDDED",
    "NO_BOUNDS",
    "SHIPPED",
    "VECTOR_FORM",
    "Affair",
    "Bounds",
    "Change",
    "ChangeKind",
    "Heads",
    "Move",
    "Placement",
    "Repair",
    "Shelf",
    "Sketch",
    "Stream",
    "Weights",
    "affairs",
    "bounds_of",
    "decode_sketch",
    "encode_sketch",
    "gather_stories",
    "head_of",
    "names_behind",
    "regroup",
    "repair",
    "sketch",
    "story_of",
]
