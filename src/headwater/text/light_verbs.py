"""Verbs that say little by themselves and leave it to their noun what happened: "carried out an attack"."""

from __future__ import annotations

from typing import Final

from headwater.text.wordset import wordset

__all__ = ["LIGHT_VERBS"]

LIGHT_VERBS: Final = wordset("""
    make take have do give get carry hold keep go come put bring commit conduct launch stage undergo suffer receive
    face issue set lay pay run show mount perform inflict perpetrate sustain
""")
"""Light and support verbs (Grefenstette and Teufel 1995), as lemmas."""
