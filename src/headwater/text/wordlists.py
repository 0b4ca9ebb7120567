"""Word lists written in the code as plain text."""

from __future__ import annotations

__all__ = ["word_set"]


def word_set(text: str) -> frozenset[str]:
    """The words of `text`, parted by white space. Lists in code stay readable and can be sorted and wrapped."""
    return frozenset(text.split())
