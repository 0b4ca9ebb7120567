"""How likely two phrases say the same where they stand for the same thing: answers to one question, fillers of a role.

A logistic model of how near they are in meaning (cosine of their vectors), fitted by `training/statements/phrases.py`
so that both outcomes are as likely beforehand. Nearness in meaning proposes and never decides: numbers, names and
negation that differ hardly show in it, so that no statement is made by this alone.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

from headwater.models.base import Embedder

__all__ = ["alike", "shipped_embedder"]

_EVEN: Final = -2.13
_NEAR: Final = 4.16
_DIGITS: Final = 2  # of a cosine: what the last bit of a machine says decides nothing


def alike(pairs: Sequence[tuple[str, str]], embedder: Embedder | None = None) -> tuple[float, ...]:
    """The chance, 0 to 1, that the phrases of each pair say the same; symmetric, .5 where either is as likely.

    None for `embedder` is the one that ships with headwater. Raises `ModelMissing` if its weights are not there.
    """
    texts = sorted({text for pair in pairs for text in pair})
    vectors = dict(zip(texts, (embedder or shipped_embedder()).embed(texts), strict=True))
    cosines = (round(float(vectors[one] @ vectors[other]), _DIGITS) for one, other in pairs)
    return tuple(1 / (1 + math.exp(-_EVEN - _NEAR * cosine)) for cosine in cosines)


def shipped_embedder() -> Embedder:
    """The embedder that ships with headwater, loaded when first used. Raises `ModelMissing` without its weights."""
    from headwater.models.minilm import load_embedder

    return load_embedder()
