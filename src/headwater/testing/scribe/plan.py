"""How stories are written: how many articles and lines, copied how, altered how often."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from msgspec import Struct, field

from headwater.testing.scribe.truth import Manner

__all__ = ["MANNERS", "Plan"]

# The mix of a news cluster: most copies are near verbatim or cut, some are machine work.
MANNERS: Final[Mapping[Manner, float]] = {
    Manner.VERBATIM: 0.16,
    Manner.TRIMMED: 0.14,
    Manner.REORDERED: 0.08,
    Manner.ABRIDGED: 0.12,
    Manner.EXPANDED: 0.12,
    Manner.RESENTENCED: 0.08,
    Manner.SPUN: 0.14,
    Manner.PARAPHRASED: 0.08,
    Manner.BACK_TRANSLATED: 0.04,
    Manner.CONFLATED: 0.04,
}


class Plan(Struct, frozen=True):
    """What a story should be like. Pairs are the least and the most; the rest are shares, 0 to 1.

    `articles` are those handed over. `lost`: originals that nobody hands over. `onward`: copies made from a copy.
    `borrowing`: papers' own reports that lend themselves a paragraph of another line. `updating`: agencies' originals
    that get later versions. `synonym_rates` are drawn from for spun copies. `alterations` and `harmless` are planted
    edits in each copy. `credited`: copies that keep or add a credit. `styled`: copies in the outlet's house style.
    `tired`: copies that lapse from their own spellings. `backdated`: copies dated before their parent. Without
    `timed` no article has a time. `events`: how many different events are invented before they come again, told by
    the same newsrooms and copied otherwise; reading a new one costs as much as writing twenty articles.
    """

    lines: tuple[int, int] = (2, 4)
    articles: tuple[int, int] = (5, 25)
    lost: float = 0.4
    onward: float = 0.3
    borrowing: float = 0.2
    updating: float = 0.3
    manners: Mapping[Manner, float] = field(default_factory=lambda: MANNERS)
    synonym_rates: tuple[float, ...] = (0.2, 0.4, 0.6)
    alterations: tuple[int, int] = (0, 2)
    harmless: tuple[int, int] = (0, 2)
    credited: float = 0.4
    styled: float = 0.5
    tired: float = 0.1
    backdated: float = 0.08
    timed: bool = True
    events: int = 100
