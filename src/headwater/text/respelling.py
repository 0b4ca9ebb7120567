"""British and American spellings of one word, folded into one: a view for comparing texts, never shown.

The rules are about endings and may mangle words that have one spelling only; that does no harm as long as two words do
not meet, so that each asks for enough letters before the ending ("hours" and "filled" stay as they are).
"""

from __future__ import annotations

import functools
import re
from typing import Final

__all__ = ["respelt"]

_ENDINGS: Final = tuple(
    (re.compile(pattern), put)
    for pattern, put in (
        (r"(?<=..)our(?=(?:s|ed|ing|ful|fully|less|able|ably|ite|ites|er|ers|hood|hoods|ly|al|ally|y|ies)?$)", "or"),
        (r"(?<=...)([iy])z(?=(?:e|ed|es|er|ers|ing|ation|ations|ational)$)", r"\1s"),  # organize, analyze
        (r"(?<=[aeionm][tb])re(s?)$", r"er\1"),  # theatre, fibres
        (r"(?<=[aeionm][tb])red$", "ered"),  # centred
        (r"([aeiouy]\w*[^aeiouy]\w*[aeiou])ll(?=(?:ed|ing|er|ers|or|ors)$)", r"\1l"),  # cancelled, traveller
        (r"(?<=\w{4})ogue(s?)$", r"og\1"),  # catalogue
        (r"(?<=gram)me(s?)$", r"\1"),  # programme
        (r"(?<=^def|^off|^lic)en[cs](?=e|ing)|(?<=^pret)en[cs](?=e)", "ens"),
        (r"^practis(?=[ei])", "practic"),
    )
)
_PAIRS: Final = """
    grey/gray greys/grays mould/mold moulds/molds plough/plow ploughs/plows ploughed/plowed ploughing/plowing
    aluminium/aluminum jewellery/jewelry draught/draft draughts/drafts tyre/tire tyres/tires kerb/curb kerbs/curbs
    cheque/check cheques/checks sceptic/skeptic sceptics/skeptics sceptical/skeptical moustache/mustache
    pyjamas/pajamas axe/ax storey/story storeys/stories manoeuvre/maneuver manoeuvres/maneuvers
"""
_LONGEST: Final = 40  # letters of a word with two spellings; the rules take the cube of a word's length
_WORDS: Final = dict(pair.split("/") for pair in _PAIRS.split())


@functools.lru_cache(maxsize=200_000)
def respelt(word: str) -> str:
    """The key under which the spellings of a folded word meet: "colour" and "color", "organise" and "organize"."""
    if word in _WORDS:
        return _WORDS[word]
    if len(word) > _LONGEST:
        return word
    for pattern, put in _ENDINGS:
        word = pattern.sub(put, word)
    return word
