"""What stands between quotation marks: a state machine over all the glyphs that newsrooms use.

Published text breaks every rule of quotation marks: marks are left open, closed with an opening glyph, reopened in
each paragraph, nested, or straight. So each line is read once with a stack, glyph by glyph, and the direction of a
mark follows from its surroundings where its shape misleads. Apostrophes, elisions ("'90s") and primes (6'2") are no
marks. Time is linear in the length of the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from headwater.types import Article, Span

__all__ = ["quoted_spans"]

_LINE: Final = re.compile(r"[^\n\r\u2028\u2029]+")
_MARK: Final = re.compile(r"``|''|[\"“”„‟«»‘’'‚‹›]")
_PRIME: Final = re.compile(r"(?<=\d)['’]\s?\d{1,2}[\"”]")
_ELISION: Final = re.compile(r"\d0s\b|s\s|(?:tis|twas|em|til|till|cause|bout|round|n)\b['’]?", re.IGNORECASE)
_SENTENCE_START: Final = re.compile(r"[.!?]['’)]?\s+(?=\S)")
_OPENING: Final = frozenset("“„‟«‘‚‹") | {"``"}
_SINGLE: Final = frozenset("‘’'‚‹›")
_BEFORE_OPENING: Final = frozenset("([{—–-/:…¿¡|") | _OPENING | frozenset("\"'”’")
_DEPTH: Final = 6  # quotes in quotes; bounds the text that spans share, and with it the time
_LOOK_BACK: Final = 400  # how far a lost opening mark is looked for: a long sentence, and a bound on the time


@dataclass(slots=True)
class _Open:
    """An open mark: where its content starts, whether it is single, and where the first mark inside it opens."""

    start: int
    single: bool
    glyph: str
    inner: int | None = None


@dataclass(slots=True)
class _Line:
    """The state while one line is read."""

    text: str
    first: int  # offset of the line
    last: int
    stack: list[_Open] = field(default_factory=list)
    doubles: int = 0
    found: list[tuple[int, int]] = field(default_factory=list)

    def before(self, at: int) -> str:
        return self.text[at - 1] if at > self.first else " "

    def after(self, at: int) -> str:
        return self.text[at] if at < self.last else " "


def quoted_spans(article: Article) -> tuple[Span, ...]:
    """Find what stands between quotation marks in an article, marks and white space at the edges excluded.

    A quote of several paragraphs gives one span for each. An unclosed quote ends where the next one opens or the
    line ends. Quotes in quotes come after the quote around them. Offsets are code points into `article.text`.
    """
    spans: set[Span] = set()
    carried = False
    for match in _LINE.finditer(article.text):
        if not match.group().strip():
            continue
        line = _Line(article.text, match.start(), match.end())
        _read_line(line, carried)
        carried = any(not mark.single for mark in line.stack)
        _close_rest(line)
        spans.update(_trimmed(article, start, end) for start, end in line.found)
    return tuple(sorted((span for span in spans if span.start < span.end), key=lambda span: (span.start, -span.end)))


def _read_line(line: _Line, carried: bool) -> None:
    """Walk over the marks of a line. `carried` says that the line above left a quote open."""
    primes = {match.start() for match in _PRIME.finditer(line.text, line.first, line.last)}
    primes |= {match.end() - 1 for match in _PRIME.finditer(line.text, line.first, line.last)}
    last_single = max(line.text.rfind(glyph, line.first, line.last) for glyph in "’'›")
    for number, match in enumerate(_MARK.finditer(line.text, line.first, line.last)):
        at, end, glyph = match.start(), match.end(), match.group()
        if at in primes:
            continue
        if glyph in _SINGLE:
            _read_single(line, at, glyph, last_single)
        elif _opens(line, at, end, glyph, first=number == 0):
            _push(line, at, end, glyph)
        elif line.doubles:
            _pop_double(line, at)
        else:
            _lost_opening(line, at, carried and number == 0)


def _opens(line: _Line, at: int, end: int, glyph: str, *, first: bool) -> bool:
    """Tell whether a double mark opens: by its surroundings, and by its shape and the state where these say nothing."""
    before, after = line.before(at), line.after(end)
    looks_open = (before.isspace() or before in _BEFORE_OPENING) and not after.isspace()
    looks_closed = not before.isspace() and (after.isspace() or after in ".,;:!?)]—–")
    if line.doubles:
        return looks_open and not looks_closed and (glyph in _OPENING or glyph == '"')
    if looks_closed and not looks_open:
        return False
    return looks_open or glyph in _OPENING or (not first and glyph == '"')


def _read_single(line: _Line, at: int, glyph: str, last_single: int) -> None:
    """Open before a word, close after one if a single mark is open, and else take it for an apostrophe."""
    before, after = line.before(at), line.after(at + 1)
    if line.stack and line.stack[-1].single and not before.isspace() and not after.isalnum():
        plural = before in "sS" and after == " " and at < last_single and line.after(at + 2).islower()
        if glyph in "’'›»‘" and not plural:
            mark = line.stack.pop()
            line.found.append((mark.start, at))
        return
    opening = (before.isspace() or before in _BEFORE_OPENING) and (after.isalnum() or after in '“"([')
    if opening and glyph not in "›" and not _ELISION.match(line.text, at + 1):
        while len(line.stack) > 2 * _DEPTH and line.stack[-1].single:
            line.stack.pop()
        line.stack.append(_Open(at + 1, single=True, glyph=glyph))


def _push(line: _Line, at: int, end: int, glyph: str) -> None:
    """Open a double mark. Deeper than anybody nests, the marks around it count as left open."""
    if line.stack and line.stack[-1].inner is None:
        line.stack[-1].inner = at
    if line.doubles >= _DEPTH:
        _close_rest(line)
        line.stack.clear()
        line.doubles = 0
    line.stack.append(_Open(end, single=False, glyph=glyph))
    line.doubles += 1


def _pop_double(line: _Line, at: int) -> None:
    """Close the innermost double mark; single ones left open inside it were apostrophes."""
    while line.stack:
        mark = line.stack.pop()
        if not mark.single:
            line.doubles -= 1
            line.found.append((mark.start, at))
            return


def _lost_opening(line: _Line, at: int, carried: bool) -> None:
    """Close with nothing open: the quote goes on from the line above, or its opening mark was lost."""
    if carried:
        line.found.append((line.first, at))
    elif line.before(at) in ",.!?" and not line.stack:
        floor = max(line.first, at - _LOOK_BACK, line.found[-1][1] + 1 if line.found else 0)
        starts = [match.end() for match in _SENTENCE_START.finditer(line.text, floor, at)]
        line.found.append((starts[-1] if starts else floor, at))


def _close_rest(line: _Line) -> None:
    """Doubles left open end where the next mark opens, or with the line; singles left open were apostrophes."""
    for mark in line.stack:
        if not mark.single:
            line.found.append((mark.start, line.last if mark.inner is None else mark.inner))


def _trimmed(article: Article, start: int, end: int) -> Span:
    text = article.text[start:end]
    lead = len(text) - len(text.lstrip())
    return Span(article.id, start + lead, start + max(lead, len(text.rstrip())))
