"""Labels that never meet: each beside its point where there is room, the weightiest first; none where there is not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from msgspec import Struct

__all__ = ["Box", "Label", "labelled"]

_TALL: Final = 13.0  # units that a label takes from top to bottom
_LETTER: Final = 7.2  # units that a letter takes at most

Box = tuple[float, float, float, float]
"""Left, top, right and bottom."""


class Label(Struct, frozen=True):
    """Where a label begins ("start"), ends ("end") or has its middle ("middle"), and its base line."""

    x: float
    y: float
    anchor: str
    box: Box


def labelled(
    points: Sequence[tuple[float, float, float, str]], width: float, height: float, taken: Iterable[Box] = ()
) -> list[Label | None]:
    """A label for each point (x, y, radius, words), in their order; those that come first choose first.

    No label meets another, a point, or one of the boxes that are `taken`; one that finds no room is None.
    """
    marks: list[Box] = [(x - r, y - r, x + r, y + r) for x, y, r, _ in points]
    boxes = [*taken, *marks]
    made: list[Label | None] = []
    for x, y, r, words in points:
        label = next((each for each in _around(x, y, r, words) if _is_free(each.box, boxes, width, height)), None)
        made.append(label)
        boxes += [label.box] if label else []
    return made


def _around(x: float, y: float, r: float, words: str) -> Iterator[Label]:
    """The places beside a point, the best first: right, left, above, below."""
    long = _LETTER * len(words)
    for dy in (0.0, -8.0, 8.0):
        yield _made(x + r + 3, y + dy, "start", long)
        yield _made(x - r - 3, y + dy, "end", long)
    yield _made(x, y - r - 8, "middle", long)
    yield _made(x, y + r + 8, "middle", long)


def _made(x: float, middle: float, anchor: str, long: float) -> Label:
    left = {"start": x, "end": x - long, "middle": x - long / 2}[anchor]
    return Label(x, middle + 4, anchor, (left, middle - _TALL / 2, left + long, middle + _TALL / 2))


def _is_free(box: Box, boxes: Sequence[Box], width: float, height: float) -> bool:
    left, top, right, bottom = box
    if left < 2 or top < 2 or right > width - 2 or bottom > height - 2:
        return False
    return not any(left < other[2] and other[0] < right and top < other[3] and other[1] < bottom for other in boxes)
