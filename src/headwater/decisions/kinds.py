"""What the sides of a decision name, by its kind: words of articles, whole articles, or names and labels of a story."""

from __future__ import annotations

from typing import Final

from headwater.types import DecisionKind

__all__ = ["ON_ARTICLES", "ON_COPIES", "ON_FINDINGS", "ON_WORDS"]

ON_COPIES: Final = (DecisionKind.NOT_A_COPY, DecisionKind.COPY)
"""Of which article took its text from which."""

ON_ARTICLES: Final = (DecisionKind.TOGETHER, DecisionKind.APART, *ON_COPIES)
"""Whose sides are ids of articles."""

ON_FINDINGS: Final = (DecisionKind.ACCEPTED, DecisionKind.REJECTED)
"""Of what was found."""

ON_WORDS: Final = (*ON_FINDINGS, DecisionKind.OTHER_EVENT)
"""Whose sides are words, as `text.cited_words` names them."""
