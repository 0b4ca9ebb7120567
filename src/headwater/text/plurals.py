"""English plurals of nouns, by rule: enough for labels such as "guards injured"."""

from __future__ import annotations

from typing import Final

__all__ = ["plural"]

_IRREGULAR: Final = {
    "person": "people",
    "child": "children",
    "foot": "feet",
    "tooth": "teeth",
    "wife": "wives",
    "life": "lives",
}
_UNCHANGED: Final = frozenset(
    {
        "people",
        "personnel",
        "police",
        "staff",
        "aircraft",
        "crew",
        "military",
        "cattle",
        "sheep",
        "troops",
        "series",
        "dead",
    }
)


def plural(noun: str) -> str:
    """The plural of a singular noun in lower case; nouns that have none come back as they are."""
    if noun in _UNCHANGED:
        return noun
    if noun in _IRREGULAR:
        return _IRREGULAR[noun]
    if noun.endswith("man") and noun not in {"human", "german"}:
        return noun[:-3] + "men"
    if noun.endswith("y") and noun[-2:-1] not in {"a", "e", "i", "o", "u"}:
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "z", "ch", "sh")) else "s")
