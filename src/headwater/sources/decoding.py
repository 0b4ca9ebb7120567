"""Bytes to text: what is no text is refused by name, and the encoding is read off, never guessed at length.

Order: a byte order mark; UTF-8, which other encodings do not fall into by chance; the declared charset (of HTTP or of
an HTML page); then the two legacy encodings of English text, Windows-1252 and Mac Roman, told apart by where accented
capitals fall. Anything else is refused, since a wrong guess would put words into an article that nobody wrote.
"""

from __future__ import annotations

import codecs
import re
from typing import Final

from msgspec import Struct

from headwater.errors import UnreadableInput

__all__ = ["Decoded", "decode", "glance", "mark_of", "refuse_binary"]

_MAGIC: Final = (
    (b"%PDF-", "a PDF"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"GIF8", "a picture (GIF)"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "a database"),
    (b"PAR1", "a Parquet table"),
)
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_META: Final = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{2,30})", re.IGNORECASE)
_META_WITHIN: Final = 4096
_LEGACY: Final = (("cp1252", "Windows-1252"), ("mac_roman", "Mac Roman"))
# An accented capital, a symbol or a C1 leftover after a small letter: what a wrong legacy encoding looks like.
_MISREAD: Final = re.compile(r"(?<=[a-z])[À-ÞŒŠŽ](?=[a-z ])|[ÃÂ][\u0080-\u00bf]|[¤¦§¨ªº¼½¾¬¶·¸†‡‰ˆ˜ﬁﬂ∞±≤≥¥µ∂∑∏π∫Ω≈∆◊]")
_MOST_FOREIGN: Final = 0.1  # share of bytes beyond ASCII above which a text is not English in a legacy encoding


class Decoded(Struct, frozen=True):
    """A text, and the encoding it was assumed to be in where nothing said so ('' otherwise)."""

    text: str
    assumed: str = ""


def refuse_binary(name: str, head: bytes) -> None:
    """Raise `UnreadableInput` if the first bytes are those of a known binary format or hold NUL without a mark."""
    for magic, what in _MAGIC:
        if head.startswith(magic):
            raise UnreadableInput(name, f"is {what}; save its text first")
    if b"\0" in head and not any(head.startswith(mark) for mark, _ in _MARKS):
        raise UnreadableInput(name, "is binary, not text; save its text first")


def mark_of(head: bytes) -> str:
    """Return the encoding that a byte order mark tells, as a codec that passes over the mark; '' without a mark."""
    encoding = next((encoding for mark, encoding in _MARKS if head.startswith(mark)), "")
    return "utf-8-sig" if encoding == "utf-8" else encoding.removesuffix("-le").removesuffix("-be")


def glance(data: bytes, most: int = 4096) -> str:
    """Return the beginning of `data` as characters, good enough to see tags in; nothing is refused."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data[:most].decode("utf-16", errors="replace")
    return data[:most].removeprefix(codecs.BOM_UTF8).decode("latin-1")


def decode(name: str, data: bytes, declared: str = "", *, page: bool = False) -> Decoded:
    """Return the text of `data`, its line ends as line feeds. `declared` is HTTP's charset; a `page` may state one.

    Raises `UnreadableInput` for binary data and for text in an encoding that cannot be told.
    """
    refuse_binary(name, data)
    decoded = _marked(name, data) or _utf8(data) or _declared(data, declared, page) or _legacy(data)
    if decoded is None:
        raise UnreadableInput(name, "is in an encoding that cannot be told; save it as UTF-8")
    if "\0" in decoded.text:
        raise UnreadableInput(name, "is binary, not text; save its text first")
    return Decoded(decoded.text.replace("\r\n", "\n").replace("\r", "\n"), decoded.assumed)


def _marked(name: str, data: bytes) -> Decoded | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            try:
                return Decoded(data[len(mark) :].decode(encoding))
            except UnicodeDecodeError:
                raise UnreadableInput(name, f"starts as {encoding.upper()} but is not; save it as UTF-8") from None
    return None


def _declared(data: bytes, declared: str, page: bool) -> Decoded | None:
    meta = _META.search(data[:_META_WITHIN]) if page else None
    for label in (declared, meta[1].decode("ascii") if meta else ""):
        encoding = _codec(label)
        if encoding:
            try:
                return Decoded(data.decode(encoding))
            except UnicodeDecodeError:
                continue
    return None


def _codec(label: str) -> str:
    """Return the codec of a charset label as browsers read it: Latin-1 and ASCII mean Windows-1252."""
    try:
        info = codecs.lookup(label.strip()) if label else None
    except (LookupError, ValueError):
        return ""
    if info is None or not info._is_text_encoding:
        return ""
    return "cp1252" if info.name in {"iso8859-1", "ascii"} else info.name


def _utf8(data: bytes) -> Decoded | None:
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError:
        return None


def _legacy(data: bytes) -> Decoded | None:
    foreign = sum(byte >= 0x80 for byte in data)
    if foreign > _MOST_FOREIGN * len(data):
        return None
    readings: list[tuple[int, int, Decoded]] = []
    for codec, label in _LEGACY:
        try:
            text = data.decode(codec)
        except UnicodeDecodeError:
            continue
        readings.append((len(_MISREAD.findall(text)), len(readings), Decoded(text, label)))
    if not readings:
        return None
    misread, _, best = min(readings, key=lambda reading: reading[:2])
    return best if misread * 4 <= foreign else None
