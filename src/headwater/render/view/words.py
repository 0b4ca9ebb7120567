"""Words of the articles as a page opens them: pieces, witnesses, facts, and the parts of a score."""

from __future__ import annotations

from msgspec import Struct

from headwater.types import Span

__all__ = ["Fact", "Piece", "Reason", "Witness"]


class Piece(Struct, frozen=True, gc=False):
    """Some words, and how they are marked: "" not, "cited" as what a line rests on, "changed" as what differs."""

    text: str
    mark: str = ""


class Witness(Struct, frozen=True, gc=False):
    """Words of one article in their sentence. `line` is the letter of its line; `anchors` are the ids of `spans`."""

    number: int
    label: str
    short: str  # the outlet alone, where that tells the article from the others
    line: str
    pieces: tuple[Piece, ...]
    spans: tuple[Span, ...]
    anchors: tuple[str, ...]

    @property
    def text(self) -> str:
        """The sentence without its marks."""
        return "".join(piece.text for piece in self.pieces)


class Fact(Struct, frozen=True, gc=False):
    """A piece of metadata: its name, its value, and where it was inferred from ("" if it was stated)."""

    name: str
    value: str
    inferred: str = ""
    link: str = ""  # an http(s) address, '' for everything else


class Reason(Struct, frozen=True, gc=False):
    """One named part of a score, with the words it rests on."""

    name: str
    detail: str
    score: float
    witnesses: tuple[Witness, ...]
