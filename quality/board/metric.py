"""What the board measures: a name, what the figure says, and the best that was published."""

from __future__ import annotations

from msgspec import Struct

__all__ = ["Metric", "Published"]


class Published(Struct, frozen=True):
    """A published figure and where it stands. It belongs to its own test set: the size of the problem, not a rival."""

    value: float
    source: str


class Metric(Struct, frozen=True):
    """One figure of the board.

    `name` is `group.measure`. `says` tells in a few words what the figure is. Ratios lie between 0 and 1; `count` marks
    one that is a number of things (conflicts found). `lower_is_better` marks a figure that counts mistakes, whose
    floor is a ceiling.
    """

    name: str
    says: str
    published: Published | None = None
    lower_is_better: bool = False
    count: bool = False

    @property
    def group(self) -> str:
        """The part of the name before the dot."""
        return self.name.partition(".")[0]

    def is_worse(self, value: float, than: float) -> bool:
        """Whether `value` is a worse figure than `than`. Both as printed in files: four decimals."""
        return value > than if self.lower_is_better else value < than
