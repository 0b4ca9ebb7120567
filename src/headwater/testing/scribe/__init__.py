"""The scribe: writes invented stories whose every copy, passage and edit is known.

    from headwater.testing.scribe import Plan, write_story

    told = write_story(7, Plan(lines=(2, 3), articles=(8, 12)))
    told.articles        # what headwater is given
    told.copies          # who copied whom: passages, edits, alterations planted, with offsets
    told.lines           # the true lines of reporting

It copies as news is copied: verbatim, cut, turned round, padded, spun, reworded, two wires made one, versions,
back-dated, credits kept or dropped, originals lost. Without originals of your own the events are invented too.
It needs the extra `headwater[scribe]`.
"""

from __future__ import annotations

from headwater.testing.scribe.plan import MANNERS, Plan
from headwater.testing.scribe.press import passages_between
from headwater.testing.scribe.stories import write_stories, write_story
from headwater.testing.scribe.truth import Copy, Edit, Line, Manner, Strand, Told

__all__ = [
    "MANNERS",
    "Copy",
    "Edit",
    "Line",
    "Manner",
    "Plan",
    "Strand",
    "Told",
    "passages_between",
    "write_stories",
    "write_story",
]
