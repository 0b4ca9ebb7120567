"""Word lists written as prose, so that a lexicon stays readable in the source."""

from __future__ import annotations

__all__ = ["wordset"]


def wordset(prose: str) -> frozenset[str]:
    """Return the words of `prose`, as they are written, split at white space."""
    return frozenset(prose.split())
