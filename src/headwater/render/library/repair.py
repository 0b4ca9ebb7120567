"""What a repair did, a line each."""

from __future__ import annotations

from headwater.monitor.records import Repaired
from headwater.render.characters import one_line

__all__ = ["repair_said"]


def repair_said(done: Repaired) -> str:
    """The stories that went into others, then those that were split; or that nothing was to be done."""
    merged = [f"{one_line(story)} went into {one_line(into)}" for story, into in done.merged]
    split = [f"{one_line(story)} was split: articles went to {one_line(into)}" for story, into in done.split]
    return "\n".join([*merged, *split]) or "nothing to repair"
