"""Names from outside, made safe to show: control and direction-changing characters are written as escapes."""

from __future__ import annotations

import unicodedata

__all__ = ["printable"]

_LONGEST = 200

# Controls, format characters (bidi overrides, zero width), lone surrogates, private use, line and paragraph separators.
_UNSAFE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def printable(text: str, longest: int = _LONGEST) -> str:
    """`text` on one line, with every character that could move or hide other characters shown as an escape.

    At most `longest` code points of `text` are shown; the middle of a longer one is left out.
    """
    if len(text) > longest:
        half = (longest - 1) // 2
        text = f"{text[:half]}…{text[-half:]}"
    return "".join(_shown(character) for character in text)


def _shown(character: str) -> str:
    if unicodedata.category(character) not in _UNSAFE:
        return character
    code = ord(character)
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
