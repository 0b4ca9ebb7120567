"""How stories are written: how many articles and lines, copied how, altered how often."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from msgspec import Struct, field

from headwater.errors import OptionError
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


_NEWSROOMS: Final = 5  # as many as can tell one event in words of their own
_SHARES: Final = (
    "lost", "onward", "borrowing", "updating", "quotes_spun", "credited", "styled", "respelt", "tired", "backdated",
)  # fmt: skip
_NEVER_DRAWN: Final = frozenset({Manner.BORROWED, Manner.UPDATED})


class Plan(Struct, frozen=True):
    """What a story should be like. Raises `OptionError` if no story can be so.

    Pairs are the least and the most; the rest are shares, 0 to 1. `lines` are the newsrooms that report, 1 to 5.
    `articles` are those handed over; originals and versions may exceed the most. `lost`: originals that nobody hands
    over. `onward`: copies made from a copy. `borrowing`: papers' own reports that lend themselves a paragraph of
    another line. `updating`: agencies' originals that get later versions. `synonym_rates` are drawn from for spun
    copies, of which `quotes_spun` spin quotes too. `alterations` and `harmless` are planted edits in each copy.
    `credited`: copies that keep or add a credit. `styled`: copies in the outlet's house style. `respelt`: copies that
    spell names otherwise. `tired`: copies that lapse from a change of their own. `backdated`: copies dated before their
    parent. Without `timed` no article has a time. `events`: how many different events are invented before they come
    again, copied otherwise; reading a new one takes as long as writing some fifty articles.
    """

    lines: tuple[int, int] = (2, 4)
    articles: tuple[int, int] = (5, 25)
    lost: float = 0.4
    onward: float = 0.3
    borrowing: float = 0.2
    updating: float = 0.3
    manners: Mapping[Manner, float] = field(default_factory=lambda: MANNERS)
    synonym_rates: tuple[float, ...] = (0.2, 0.4, 0.6)
    quotes_spun: float = 0.25
    alterations: tuple[int, int] = (0, 2)
    harmless: tuple[int, int] = (0, 2)
    credited: float = 0.4
    styled: float = 0.5
    respelt: float = 0.1
    tired: float = 0.1
    backdated: float = 0.08
    timed: bool = True
    events: int = 100

    def __post_init__(self) -> None:
        """Raise `OptionError` for a plan that no story can follow."""
        _check(1 <= self.lines[0] <= self.lines[1] <= _NEWSROOMS, f"lines={self.lines}: from 1 to {_NEWSROOMS}")
        for name in ("articles", "alterations", "harmless"):
            least, most = getattr(self, name)
            _check(0 <= least <= most, f"{name}={(least, most)}: the least, then the most, both 0 or more")
        for name in _SHARES:
            share = getattr(self, name)
            _check(0 <= share <= 1, f"{name}={share}: a share from 0 to 1")
        rates, weights = self.synonym_rates, self.manners.values()
        _check(bool(rates) and all(0 <= rate <= 1 for rate in rates), f"synonym_rates={rates}: some, from 0 to 1")
        _check(sum(weights) > 0 and min(weights) >= 0, "manners: at least one needs some weight, and none less than 0")
        _check(not _NEVER_DRAWN & self.manners.keys(), "manners: own reports borrow and agencies update by themselves")
        _check(self.events > 0, f"events={self.events}: at least 1")


def _check(holds: bool, message: str) -> None:
    if not holds:
        raise OptionError(f"plan: {message}")
