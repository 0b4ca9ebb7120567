"""Texts and original bytes as they lie in the library: compressed (zlib, RFC 1950), and given back as they came.

What an article was read from mostly holds its text once more. So the bytes are compressed with the text as preset
dictionary, and a line of JSON Lines costs little beside its text.
"""

from __future__ import annotations

import re
import zlib
from typing import Final

import msgspec

from headwater.types import Article

__all__ = [
    "pack_capture",
    "pack_record",
    "pack_text",
    "storable",
    "unpack_article",
    "unpack_capture",
    "unpack_record",
    "unpack_text",
]

_LEVEL: Final = 6
_LONE: Final = re.compile("[\ud800-\udfff]")
_WINDOW: Final = 32_768  # bytes that zlib looks back


def pack_text(text: str) -> bytes:
    """The text, compressed."""
    return zlib.compress(_encoded(text), _LEVEL)


def unpack_text(packed: bytes) -> str:
    """The text again, to the code point."""
    return zlib.decompress(packed).decode("utf-8", "surrogatepass")


def pack_record(article: Article) -> bytes:
    """The article without its text, as JSON."""
    return msgspec.json.encode(msgspec.structs.replace(article, text=""))


def unpack_record(record: bytes) -> Article:
    """The article without its text."""
    return msgspec.json.decode(record, type=Article)


def unpack_article(record: bytes, text: bytes) -> Article:
    """The article again, of its record and its packed text."""
    return msgspec.structs.replace(unpack_record(record), text=unpack_text(text))


def pack_capture(data: bytes, text: str) -> bytes:
    """The original bytes of an article with this text, compressed."""
    squeeze = zlib.compressobj(_LEVEL, zdict=_encoded(text)[:_WINDOW])
    return squeeze.compress(data) + squeeze.flush()


def unpack_capture(packed: bytes, text: str) -> bytes:
    """The original bytes again, to the byte."""
    loosen = zlib.decompressobj(zdict=_encoded(text)[:_WINDOW])
    return loosen.decompress(packed) + loosen.flush()


def storable(text: str) -> str:
    """The text with lone surrogates and the character of number 0 replaced, which no database takes as text."""
    if "\0" not in text and (text.isascii() or not _LONE.search(text)):
        return text
    return _LONE.sub("\ufffd", text.replace("\0", "\ufffd"))


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")
