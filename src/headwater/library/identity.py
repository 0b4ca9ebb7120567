"""What makes an article the same article: its address (or its outlet), its title and its text."""

from __future__ import annotations

from base64 import b32encode
from collections.abc import Iterable
from functools import lru_cache
from hashlib import sha256
from typing import Final
from urllib.parse import urlsplit

import msgspec

from headwater.sources.draft import slug
from headwater.text.addresses import identity
from headwater.types import Article

__all__ = [
    "address_number",
    "article_digest",
    "article_id",
    "digest_of",
    "host_of",
    "named_after",
    "outlet_of",
    "title_of",
]

_LETTERS: Final = 10  # of the digest in an id, 5 bits each: of 200,000 of one outlet two agree once in 50,000 libraries
_LONGEST_NAME: Final = 24
_OPENING: Final = 60  # characters of a text in which the words for an id are found


def article_id(article: Article) -> str:
    """The id of an article in every library: its outlet or host, and a piece of its digest ("northgate-k3f9a1c2bq").

    Where neither is known the first words of its title or text stand before it ("raid-on-the-harbour-k3f9a1c2bq").
    """
    return named_after(article, article_digest(article))


def named_after(article: Article, digest: bytes, letters: int = _LETTERS) -> str:
    """The id of an article whose digest is known, with so many letters of it."""
    words = outlet_of(article) or title_of(article) or article.text[:_OPENING]
    return f"{_shortened(slug(words))}-{b32encode(digest)[:letters].decode('ascii').lower()}"


def _shortened(name: str) -> str:
    """As many whole words as fit, or the beginning of the first."""
    short = name[: _LONGEST_NAME + 1].rpartition("-")[0] if len(name) > _LONGEST_NAME else name
    return (short or name[:_LONGEST_NAME]).strip("-")


def article_digest(article: Article) -> bytes:
    """SHA-256 over the address (or, where there is none, the outlet), the title and the text."""
    publisher = _page(_value(article, "url")) or outlet_of(article).casefold()
    parts = (publisher, title_of(article), article.text)
    return sha256(msgspec.msgpack.encode([_encoded(part) for part in parts])).digest()


def outlet_of(article: Article) -> str:
    """The outlet's name, or the host of the address, or ''."""
    return _value(article, "outlet") or host_of(_value(article, "url"))


def title_of(article: Article) -> str:
    """The title, or ''."""
    return _value(article, "title")


def address_number(address: str) -> int | None:
    """A number of 63 bits that stands for an address; None for ''."""
    page = _page(address)
    return int.from_bytes(sha256(_encoded(page)).digest()[:8], "big") >> 1 if page else None


def host_of(address: str) -> str:
    """The host of an address without "www.", or '' where it has none or is no address."""
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:  # brackets that are no IPv6 address
        return ""
    return host.removeprefix("www.")


def digest_of(parts: Iterable[str]) -> str:
    """SHA-256 over names, whatever their order, in hexadecimal: of the articles of a story, of decisions."""
    return sha256(msgspec.msgpack.encode([_encoded(part) for part in sorted(parts)])).hexdigest()


@lru_cache(4096)
def _page(address: str) -> str:
    """What is the same for every address of one page; what is no address of the web stands for itself."""
    return identity(address) or address.strip()


def _value(article: Article, field: str) -> str:
    known = getattr(article, field)
    return known.value if known is not None else ""


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")
