"""The parser's words as the number rules want them: lower case, and cut where digits and letters touch ("25km")."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from headwater.types import Token

__all__ = ["Piece", "Pieces", "read_pieces"]

_GLUED: Final = re.compile(
    r"(?P<minus>[-–−]?)(?P<sign>[$€£¥₹]?)(?P<digits>\d[\d,]*(?:\.\d+)?|(?=[mbk]n?\.$))"
    r"(?P<letters>[^\W\d]{1,4}|%|\+|°[cCfF]?|)(?P<dot>\.?)"  # "m." alone: the full stop is the sentence's
)
_HYPHENS: Final = "-–—−‑"


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
    """The pieces of `text`; white space is left out, hyphens and dashes become "-"."""
    row = tuple(piece for index, token in enumerate(tokens) for piece in _cut(text, index, token))
    return Pieces(row, tuple(piece.text for piece in row), tokens)


def _cut(text: str, index: int, token: Token) -> Iterator[Piece]:
    start, end = token.start, token.end
    word = text[start:end].lower()
    if not word or word.isspace():
        return
    if word.isalpha():
        yield Piece(word, start, end, index)
        return
    match = _GLUED.fullmatch(word)
    if match is None or match["letters"] in ("st", "nd", "rd", "th"):
        yield Piece("-" if word in _HYPHENS else word, start, end, index)
        return
    for name in ("minus", "sign", "digits", "letters", "dot"):
        if match[name]:
            piece = "-" if name == "minus" else match[name]
            yield Piece(piece, start + match.start(name), start + match.end(name), index)
