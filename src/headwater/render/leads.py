"""Where the words on a page lead: within one self-contained page to its full texts, in a room to pages of their own."""

from __future__ import annotations

from typing import Final, Protocol

from headwater.render.view import ArticleView, SourceView, Witness
from headwater.types import Span

__all__ = ["ON_PAGE", "Leads", "OnPage"]


class Leads(Protocol):
    """Addresses by what they are of. Templates have it as `leads`, and are the same wherever it leads."""

    def words(self, witness: Witness, place: int = 0) -> str:
        """A span of a witness in its article."""

    def article(self, shown: ArticleView) -> str:
        """An article."""

    def source(self, source: SourceView) -> str:
        """A text that others took from, "" where nobody has it."""

    def at(self, span: Span, kind: str, anchor: str) -> str:
        """What stands on these words, by an address to keep; `anchor` is its id on the page."""

    def fold(self, part: object) -> str:
        """What is fetched when a fold is opened; "" where the page has it already."""


class OnPage:
    """A page that has everything itself."""

    def words(self, witness: Witness, place: int = 0) -> str:
        """The span in the full text below."""
        return f"#{witness.anchors[place]}"

    def article(self, shown: ArticleView) -> str:
        """The full text below."""
        return f"#{shown.anchor}"

    def source(self, source: SourceView) -> str:
        """The full text below, if it was handed in."""
        return f"#{source.anchor}" if source.anchor else ""

    def at(self, span: Span, kind: str, anchor: str) -> str:  # words have no other address here
        """The place itself."""
        return f"#{anchor}"

    def fold(self, part: object) -> str:  # whatever it is, it stands there
        """Nothing is fetched."""
        return ""


ON_PAGE: Final = OnPage()
