"""Numbers as newspapers write them: spelt when small, in figures with commas when not, and rounded."""

from __future__ import annotations

from typing import Final

__all__ = ["numeral", "rounded_down", "rounded_up"]

_ONES: Final = (  # noqa: SIM905 - words on two lines, not twenty
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen"
).split()
_TENS: Final = "- - twenty thirty forty fifty sixty seventy eighty ninety".split()  # noqa: SIM905 - the same


def numeral(number: int, spell_to: int) -> str:
    """The number in words up to `spell_to` (at most 99), in figures above."""
    if number > min(spell_to, 99):
        return f"{number:,}"
    if number < 20:
        return _ONES[number]
    tens, ones = divmod(number, 10)
    return _TENS[tens] + (f"-{_ONES[ones]}" if ones else "")


def rounded_down(number: int) -> int:
    """A round number below this one: what it is "more than"."""
    unit = _unit(number)
    return (number - 1) // unit * unit


def rounded_up(number: int) -> int:
    """A round number above this one: what it is "nearly"."""
    unit = _unit(number)
    return (number // unit + 1) * unit


def _unit(number: int) -> int:
    return int(10 ** max(1, len(str(number)) - 2))
