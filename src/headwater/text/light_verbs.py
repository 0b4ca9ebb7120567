"""Verbs that say little by themselves and leave it to their noun what happened: "carried out an attack"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final

from headwater.text.events import event_class
from headwater.text.wordset import wordset
from headwater.types import Token

__all__ = ["LIGHT_VERBS", "light_noun"]

LIGHT_VERBS: Final = wordset("""
    make take have do give get carry hold keep go come put bring commit conduct launch stage undergo suffer receive
    face issue set lay pay run show mount perform inflict perpetrate sustain
""")
"""Light and support verbs (Grefenstette and Teufel 1995), as lemmas."""

_SUPPORTING: Final = wordset("""
    carry launch stage conduct mount commit perform perpetrate undergo suffer sustain inflict make hold
""")
_OBJECTS: Final = frozenset({"dobj", "obj", "nsubjpass"})


def light_noun(tokens: Sequence[Token], below: Mapping[int, Sequence[int]], verb: int) -> int | None:
    """The event noun that says what the verb does not: "attack" of "carried out an attack"; None if there is none."""
    if tokens[verb].lemma not in _SUPPORTING:
        return None
    objects = (child for child in below[verb] if tokens[child].dep in _OBJECTS)
    return next((noun for noun in objects if event_class(tokens[noun].lemma, "NOUN")), None)
