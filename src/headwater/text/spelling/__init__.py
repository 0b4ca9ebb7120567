"""Spellings of names: folded, keyed and compared. Pure functions over strings.

`fold` and `skeleton` make keys under which spellings meet, `word_likeness`, `same_name` (people) and `same_title`
(organisations, places) score a pair that met.
"""

from __future__ import annotations

from headwater.text.spelling.edit import word_likeness
from headwater.text.spelling.personal import (
    family_first,
    family_name,
    family_words,
    generation,
    is_kunya,
    personal_units,
)
from headwater.text.spelling.phones import fold, skeleton
from headwater.text.spelling.same import FAMILY, same_name, same_title, title_words

__all__ = [
    "FAMILY",
    "family_first",
    "family_name",
    "family_words",
    "fold",
    "generation",
    "is_kunya",
    "personal_units",
    "same_name",
    "same_title",
    "skeleton",
    "title_words",
    "word_likeness",
]
