"""English plurals of nouns, by rule and by list: enough for labels such as "guards injured"."""

from __future__ import annotations

from typing import Final

from headwater.text.wordset import wordset

__all__ = ["plural"]

_IRREGULAR: Final = {
    "person": "people",
    "child": "children",
    "foot": "feet",
    "tooth": "teeth",
    "mouse": "mice",
    "goose": "geese",
    "ox": "oxen",
    "passer-by": "passers-by",
    "passerby": "passersby",
}
_UNCHANGED: Final = wordset("""
    people personnel police staff aircraft spacecraft hovercraft crew military cattle sheep deer fish livestock troops
    series species offspring dead wounded injured missing homeless
""")
_TO_VES: Final = wordset("wife life knife calf half leaf loaf self shelf thief wolf")
_TO_OES: Final = wordset("hero potato tomato torpedo echo veto mosquito volcano cargo tornado")
_MAN_IS_NO_MAN: Final = wordset("human german roman ottoman shaman talisman caiman norman")
_HISSES: Final = ("s", "x", "z", "ch", "sh")


def plural(noun: str) -> str:
    """The plural of a singular noun in lower case; nouns that have none, and '', come back as they are."""
    if not noun or noun in _UNCHANGED:
        return noun
    if noun in _IRREGULAR:
        return _IRREGULAR[noun]
    if noun.endswith("man") and noun not in _MAN_IS_NO_MAN:
        return noun[:-3] + "men"
    if noun in _TO_VES or noun.endswith(("wife", "wolf")):
        return noun.removesuffix("e")[:-1] + "ves"
    if noun.endswith("y") and noun[-2:-1] not in {"a", "e", "i", "o", "u"}:
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(_HISSES) or noun in _TO_OES else "s")
