"""House styles: how a newsroom spells, counts, dates and quotes. The named ones are types, not any newsroom's."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

from headwater.testing.scribe.draft import Word

__all__ = ["STYLES", "Change", "HouseStyle", "Manner", "Start"]


class HouseStyle(NamedTuple):
    """What a desk makes of other people's copy.

    `british` spelling or American; `said` is its verb for "said"; whole numbers up to `in_words` are words; `percent`
    is "percent", "per cent" or "%"; `clock` is "p.m." or "pm"; `day_first` writes "7 November", else "November 7", with
    `short_months` "Nov. 7"; `curly` quotation marks or straight; `dash` is its glyph; `honorific` is "Mr.", "Mr" or ""
    for names without.
    """

    name: str
    british: bool = False
    said: str = "said"
    in_words: int = 9
    percent: str = "percent"
    clock: str = "p.m."
    day_first: bool = False
    short_months: bool = False
    curly: bool = True
    dash: str = "—"
    honorific: str = ""


class Change(NamedTuple):
    """What a style does at a place of a sentence: so many words give way to others. `how` is for the truth."""

    width: int
    new: tuple[Word, ...]
    how: str


Manner = Callable[[tuple[Word, ...], int, HouseStyle], Change | None]
Start = Callable[[str, str], bool]  # whether a manner, in any style, can change something at a word: its text, its tag

STYLES: Final[dict[str, HouseStyle]] = {
    style.name: style
    for style in (
        HouseStyle("american wire", short_months=True, curly=False, dash="--"),
        HouseStyle("american daily", honorific="Mr."),
        HouseStyle("american site", in_words=0, percent="%", clock="pm", curly=False, dash="–"),
        HouseStyle("british wire", british=True, percent="percent", day_first=True, curly=False, dash="–"),
        HouseStyle("british broadsheet", british=True, percent="per cent", clock="pm", day_first=True, honorific="Mr"),
        HouseStyle(
            "british site", british=True, said="stated", in_words=10, percent="%", clock="pm", day_first=True, dash="–"
        ),
    )
}  # fmt: skip
