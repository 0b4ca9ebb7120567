"""The weights of the signs, in nats, and the families they come in.

Fitted by `training/directions/fit.py`; its README says on what, how well they do, and which are held back by hand
because the stories they were fitted on flatter them.
"""

from __future__ import annotations

from typing import Final

__all__ = ["BASE_RATE", "CAPS", "COMMON", "FAMILIES", "WAY"]

BASE_RATE: Final = "base rate"
"""Name of the part of a score that says how things stand before the two texts are looked at."""

FAMILIES: Final[dict[str, tuple[str, ...]]] = {
    "credits": ("credit", "credit lost", "agency's own", "byline lost", "another newsroom's ear"),
    "danglers": ("dangling surname", "dangling pronoun", "dangling acronym", "desk note left"),
    "lapses": ("name in two spellings", "number in two forms", "word in two forms"),
    "losses": (
        "number made vague", "name made a role", "time made a day", "hedge dropped", "attribution dropped",
    ),
    "quotes": ("quote trimmed", "quotation marks lost", "quote made indirect"),
    "material": ("tail cut", "reporting left out", "paragraph thinned", "background added"),
    "wording": ("phrase broken", "slip of the pen", "mixed style"),
    "times": ("published earlier",),
    "third texts": ("others stand nearer", "stands alone", "others have it too"),
}  # fmt: skip
"""Signs that rest on the same thing: within a family they add up to `CAPS` at most."""

CAPS: Final[dict[str, float]] = {
    "credits": 6.0,
    "danglers": 3.0,
    "lapses": 3.0,
    "losses": 3.0,
    "quotes": 3.0,
    "material": 4.0,
    "wording": 2.0,
    "times": 0.7,
    "third texts": 6.0,
}

WAY: Final[dict[str, float]] = {
    "credit": 3.3,
    "agency's own": 2.0,
    "another newsroom's ear": 2.0,
    "credit lost": 1.0,
    "byline lost": 0.6,
    "dangling surname": 1.0,
    "dangling pronoun": 0.5,
    "dangling acronym": 0.5,
    "desk note left": 1.5,
    "name in two spellings": 0.9,
    "number in two forms": 0.7,
    "word in two forms": 0.7,
    "number made vague": 1.0,
    "name made a role": 1.0,
    "time made a day": 0.7,
    "hedge dropped": 1.0,
    "attribution dropped": 0.5,
    "quote trimmed": 1.5,
    "quotation marks lost": 1.5,
    "quote made indirect": 1.0,
    "tail cut": 0.7,
    "reporting left out": 0.1,
    "paragraph thinned": 1.5,
    "background added": 0.8,
    "phrase broken": 0.1,
    "slip of the pen": 0.5,
    "mixed style": 0.35,
    "published earlier": 0.7,
    "others stand nearer": 0.9,
    "stands alone": 0.8,
    "others have it too": 0.75,
}
"""Nats for a way, times the sign's value."""

COMMON: Final[dict[str, float]] = {
    BASE_RATE: -2.6,
    "each alone": 0.5,
    "each lacks": 0.5,
    "places that differ": 0.6,
    "texts of the line": 1.0,
    "others side with both": 2.0,
    "others between": 0.2,
    "one lacks": 0.5,
    "clear way": -0.2,
    "one is the house's own": -2.5,
    "one credit": 1.0,
}
"""Nats for a common origin, times the sign's value."""
