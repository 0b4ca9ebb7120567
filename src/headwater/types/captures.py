"""What came in, as it came in: an article with the bytes it was read from."""

from __future__ import annotations

from hashlib import sha256

from msgspec import Struct

from headwater.types.articles import Article

__all__ = ["Capture", "Captured"]


class Capture(Struct, frozen=True):
    """The original bytes of one article alone (a page, an item of a feed, a line), and where and when they were had."""

    locator: str  # where a reader finds them again: a path, an address, "news.zip!a/b.html", "feed.xml item 3"
    taken: str  # ISO 8601 in UTC, to the second: when they were read or fetched; of a web archive when it captured them
    data: bytes
    kind: str = ""  # media type, as declared or told by the suffix: "text/html"

    @property
    def digest(self) -> str:
        """SHA-256 of the bytes, in hexadecimal."""
        return sha256(self.data).hexdigest()


class Captured(Struct, frozen=True):
    """An article and what it was read from."""

    article: Article
    capture: Capture
