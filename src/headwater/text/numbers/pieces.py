"""The parser's words as the number rules want them: lower case, and cut where digits and letters touch ("25km")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from headwater.text.numbers.currencies import coin_code
from headwater.types import Token

__all__ = ["Piece", "Pieces", "read_pieces"]

_NUMBER: Final = r"\d[\d,]*(?:\.\d+)?"
_LETTERS: Final = r"[^\W\d]{1,4}[²³]?|[mk]m?[23]|%|\+|°[cCfF]?|"
_GLUED: Final = re.compile(
    rf"(?P<minus>[-–−]?)(?P<sign>[$€£¥₹₿₩₦₱₽]?)(?P<digits>{_NUMBER}|(?=[mbk]n?\.$))"
    rf"(?P<letters>{_LETTERS})(?P<glyph>[½¼¾⅓⅔⅛⅜⅝⅞]?)(?P<dot>\.?)"  # "m." alone: the full stop is the sentence's
)
_RANGE: Final = re.compile(
    rf"(?P<sign>[$€£¥₹]?)(?P<digits>{_NUMBER})(?P<letters>{_LETTERS})(?P<minus>[-–−])"
    rf"(?P<other_sign>[$€£¥₹]?)(?P<other>{_NUMBER})(?P<other_letters>{_LETTERS})"
)
_CODED: Final = re.compile(rf"(?P<code>[a-zA-Z]{{1,3}}\$|[a-zA-Z]{{3}}|Rs\.?)(?P<digits>{_NUMBER})(?P<letters>bn|m|k|)")
_LIFE: Final = re.compile(r"(?P<part>mid|early|late)(?P<minus>[-–])(?P<digits>\d0)(?P<letters>s)")
_TALL: Final = re.compile(r"(?P<letters>foot|feet|ft)(?P<minus>[-–])(?P<digits>\d{1,2})")
_SLASHED: Final = re.compile(r"(?P<digits>)(?P<letters>[^\W\d]+)(?P<slash>/)(?P<other_letters>[^\W\d]+)")
_DIGIT: Final = re.compile(r"\d")
_HYPHENS: Final = "-–—−‑"
_SCALES_OF_HEAT: Final = {"C": "°c", "F": "°f"}
_THIN: Final = "\N{THIN SPACE}\N{NARROW NO-BREAK SPACE}\N{NO-BREAK SPACE}\N{FIGURE SPACE}"


class Piece(NamedTuple):
    """A word or part of one: lower-case text, offsets, and the index of its token."""

    text: str
    start: int
    end: int
    token: int


class Pieces(NamedTuple):
    """All pieces of an article, their texts in a row for the readers of numerals, and the tokens behind them."""

    row: tuple[Piece, ...]
    texts: tuple[str, ...]
    tokens: Sequence[Token]

    def text(self, index: int) -> str:
        """The piece at `index`, '' outside the article."""
        return self.texts[index] if 0 <= index < len(self.texts) else ""

    def token(self, index: int) -> Token | None:
        """The token behind the piece at `index`, None outside the article."""
        return self.tokens[self.row[index].token] if 0 <= index < len(self.row) else None

    def touching(self, index: int) -> bool:
        """Whether nothing stands between the pieces `index` and `index` + 1."""
        return 0 <= index < len(self.row) - 1 and self.row[index].end == self.row[index + 1].start


def read_pieces(text: str, tokens: Sequence[Token]) -> Pieces:
    """The pieces of `text`; white space is left out, hyphens and dashes become "-", "12 400" in thin spaces is one."""
    row: list[Piece] = []
    for index, token in enumerate(tokens):
        word = text[token.start : token.end]
        if word.isalpha():
            row.append(Piece(word.lower(), token.start, token.end, index))
        else:
            row.extend(_cut(word, index, token))
    if any(space in text for space in _THIN):
        row = _grouped(text, row)
    return Pieces(tuple(row), tuple(piece.text for piece in row), tokens)


def _cut(raw: str, index: int, token: Token) -> Iterator[Piece]:
    """The pieces of a token that is no plain word; none of white space."""
    start, end = token.start, token.end
    word = raw.lower()
    if not word or word.isspace():
        return
    match = None if len(raw) == 1 else _parts(raw)
    if match is None or match["letters"] in ("st", "nd", "rd", "th"):
        yield Piece("-" if word in _HYPHENS else word, start, end, index)
        return
    for name, part in match.groupdict().items():
        if part:
            heat = _SCALES_OF_HEAT.get(part, "") if match["digits"] else ""
            piece = "-" if name == "minus" else heat or part.lower()
            yield Piece(piece, start + match.start(name), start + match.end(name), index)


def _parts(word: str) -> re.Match[str] | None:
    """How a word with digits or signs in it is cut; None if it stays whole."""
    if _DIGIT.search(word) or word[-1] == ".":
        coded = _CODED.fullmatch(word)
        if coded is not None and coin_code(coded["code"].lower()):
            return coded
        return _GLUED.fullmatch(word) or _RANGE.fullmatch(word) or _LIFE.fullmatch(word) or _TALL.fullmatch(word)
    return _SLASHED.fullmatch(word) if "/" in word else None


def _grouped(text: str, row: Sequence[Piece]) -> list[Piece]:
    """Thousands set apart by thin or fixed spaces, as one piece: "12 400"."""
    grouped: list[Piece] = []
    for piece in row:
        last = grouped[-1] if grouped else None
        if last is not None and _continues(text, last, piece):
            grouped[-1] = Piece(last.text + piece.text, last.start, piece.end, piece.token)
        else:
            grouped.append(piece)
    return grouped


def _continues(text: str, last: Piece, piece: Piece) -> bool:
    """Whether `piece` is the next three digits of the number that `last` begins; "last" may have grown already."""
    if not (last.text.isdecimal() and piece.text[:3].isdecimal() and len(piece.text.partition(".")[0]) == 3):
        return False
    first = re.split(f"[{_THIN}]", text[last.start : last.end])[0]
    return len(first) <= 3 and text[last.end : piece.start] in _THIN and piece.start > last.end
