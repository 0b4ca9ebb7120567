"""Names in a text: where they stand, what kind they are, who the text says they are, and which it says are one."""

from __future__ import annotations

from headwater.text.names.again import KnownNames, Occurrence
from headwater.text.names.aliases import find_aliases, initials
from headwater.text.names.find import find_names
from headwater.text.names.lexicon import COURTESY, RELATIONS, is_generic_body, is_role, is_title, kind_by_words

__all__ = [
    "COURTESY",
    "RELATIONS",
    "KnownNames",
    "Occurrence",
    "find_aliases",
    "find_names",
    "initials",
    "is_generic_body",
    "is_role",
    "is_title",
    "kind_by_words",
]
