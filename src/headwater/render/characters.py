"""Characters that an article may hold and a page may not obey: controls, escape sequences, direction overrides.

Article text is hostile. A control character can end a terminal's line, recolour it or retitle its window (ECMA-48), and
a direction override makes a reader see other words than the ones that stand there (Boucher and Anderson 2021,
"Trojan Source"). They are shown, not obeyed, and never dropped in silence: what was in the text stays countable.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

__all__ = ["cell", "one_line", "shown_parts", "visible", "without_marks"]

_OBEYED: Final = re.compile(
    "["
    "\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0 and C1 controls but tab and line feed
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # marks, embeddings, overrides and isolates of direction
    "\u2028\u2029"  # line and paragraph separators
    "\ufff9-\ufffb"  # interlinear annotation
    "\ud800-\udfff"  # lone surrogates, which no encoding can carry
    "\U000e0000-\U000e007f"  # tags
    "]"
)
_MARKDOWN: Final = re.compile(
    r"[\\`*_\[\]<>#|~&$@]"  # code, emphasis, links, HTML, headings, tables, strikethrough, mathematics, mentions
    r"|(?<=http)(?=s?://)|(?<=www)(?=\.)"  # what becomes a link by itself
    r"|^(?:[-+=]|\d+(?=[.)]))"  # what begins a list or underlines a heading
)
_SPACE: Final = re.compile(r"\s+")
_FORMULAS: Final = tuple("=+-@\t\r\n|%＝＋－＠")  # with their full-width forms, which some programs fold


def visible(text: str) -> str:
    r"""The text with every character that would be obeyed written out, as "\u202e"; line feeds and tabs stay."""
    if text.isprintable():  # almost always: nothing in it is obeyed
        return text
    return _OBEYED.sub(lambda match: _code(match.group()), text.replace("\r\n", "\n"))


def shown_parts(text: str) -> Iterator[tuple[str, bool]]:
    """The text in parts: stretches as they are (False), and each character that would be obeyed, written out (True)."""
    reached = 0
    for match in _OBEYED.finditer(text):
        if reached < match.start():
            yield text[reached : match.start()], False
        yield _code(match.group()), True
        reached = match.end()
    if reached < len(text):
        yield text[reached:], False


def one_line(text: str) -> str:
    """`visible` text on one line, with runs of white space as one space."""
    if text.isprintable() and "  " not in text:  # almost always: no white space but single spaces
        return text.strip()
    return _SPACE.sub(" ", visible(text)).strip()


def cell(text: str) -> str:
    """One line for a cell of a sheet, which no spreadsheet runs.

    Spreadsheets run cells that begin like a formula: such text gets an apostrophe before it, which they show as text
    (OWASP, "CSV injection").
    """
    line = one_line(text)
    return f"'{line}" if line.startswith(_FORMULAS) else line


def without_marks(text: str) -> str:
    """One line in which nothing is Markdown (CommonMark, GFM) or HTML any more: what could mean a thing is escaped."""
    return _MARKDOWN.sub(_escaped, text)


def _escaped(match: re.Match[str]) -> str:
    found = match.group()
    if not found:
        return "\u2060"  # a word joiner: takes no room, and no address goes across it
    return f"{found}\\" if found.isdigit() else f"\\{found}"


def _code(character: str) -> str:
    number = ord(character)
    if number <= 0xFF:
        return f"\\x{number:02x}"
    return f"\\u{number:04x}" if number <= 0xFFFF else f"\\U{number:08x}"
