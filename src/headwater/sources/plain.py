"""Plain text: the file is the article."""

from __future__ import annotations

from headwater.sources.draft import draft
from headwater.types import Article

__all__ = ["read_plain"]


def read_plain(name: str, text: str, key: str = "") -> Article:
    """Return the article: `text` exactly as it was decoded. It states no metadata; the text itself may tell some."""
    return draft(name, text, key=key)
