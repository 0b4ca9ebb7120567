"""What a decision that accepts or rejects a finding came to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from headwater.decisions.reviewing import kind_named
from headwater.decisions.words import OVERRULED
from headwater.text.cited_words import read_words
from headwater.types import Article, Decided, Decision, DecisionKind, Span

__all__ = ["finding_told"]

_ACCEPTED: Final = "it is marked as accepted"
_ASIDE: Final = "it is set aside: told as that, and counted nowhere"
_ELSEWHERE: Final = "some of its words are of an article that is not in this story"


def finding_told(
    decision: Decision, words: str, reviewed: Mapping[Decision, tuple[Span, ...]], articles: Mapping[str, Article]
) -> Decided:
    """The decision with what it changed; `reviewed` are the words of what each was on, () where a later one holds."""
    if decision in reviewed:
        spans = reviewed[decision]
        changed = _ACCEPTED if decision.kind is DecisionKind.ACCEPTED else _ASIDE
        return Decided(decision, bool(spans), words, (changed if spans else OVERRULED,), spans)
    gone = any(read_words(name).article not in articles for name in decision.left)
    nothing = f"no {kind_named(decision).value} stands on its words"
    return Decided(decision, False, words, (_ELSEWHERE if gone else nothing,))
