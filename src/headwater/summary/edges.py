"""Where the words of a claim begin and end for a reader: labels before them, marks behind them, phrases cut in two."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from headwater.text.spans import tokens_in
from headwater.types import Document, Span, Token

__all__ = ["is_cut", "trimmed"]

_LABEL: Final = re.compile(r"(?:[A-Z]{2,}[A-Z ]*)(?:\([^()]{1,20}\))?\s*:\s+")
"""“UPDATE (5/3/31): ”, “BREAKING: ”: what a desk puts before a sentence and nobody asserts."""

_BULLET: Final = re.compile(r"[×•▪►»*·|>]\s+(?=\w)")
"""“× ”, “• ”: a sign of the page before the words."""

_CLOSES: Final = {"”": "“", ")": "(", "]": "["}
_CLOSING: Final = re.compile(r"[,.]?(?P<closes>[”)\]])")
_COMPLETES: Final = frozenset(
    {"dobj", "pobj", "attr", "acomp", "oprd", "dative", "amod", "compound", "nummod", "poss", "case", "neg"}
)
"""How a word hangs on another that says too little without it."""


def trimmed(text: str, clause: Span) -> Span:
    """The clause without a label before it, with the quotation mark or bracket behind it that closes one in it."""
    label = _LABEL.match(text, clause.start, clause.end)
    start, end = label.end() if label else clause.start, clause.end
    mark_before = _BULLET.match(text, start, end)
    start = mark_before.end() if mark_before else start
    while (mark := _CLOSING.match(text, end)) and _is_open(text[start:end], mark["closes"]):
        end = mark.end()
    return Span(clause.article, start, end)


def _is_open(words: str, closes: str) -> bool:
    return words.count(_CLOSES[closes]) > words.count(closes)


def is_cut(document: Document, clause: Span) -> bool:
    """Whether the words stop inside a phrase: the last belongs to what follows, or what follows completes them."""
    tokens = document.tokens
    held = tokens_in(tokens, clause)
    words = [at for at in held if tokens[at].pos not in {"PUNCT", "SPACE"}]
    if not words:
        return True
    last, behind = words[-1], held.stop
    dangling = tokens[last].head > last and tokens[last].head not in held
    return dangling or (behind < len(tokens) and _completes(tokens, behind, held, last))


def _completes(tokens: Sequence[Token], at: int, held: range, last: int) -> bool:
    """Whether the token behind the words is a part of their phrase, or of the participle that they end with."""
    participle = tokens[last].pos == "VERB" and tokens[last].dep in {"acl", "amod"} and tokens[at].head == last
    return participle or (tokens[at].head in held and tokens[at].dep in _COMPLETES)
