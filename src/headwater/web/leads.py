"""Where a story's words lead in the room: the article they stand in, what stands on them, what a fold opens."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final
from urllib.parse import quote

from starlette.requests import Request

from headwater.render.folds import key_of
from headwater.render.view import ArticleView, SourceView, Witness
from headwater.text.cited_words import words_of
from headwater.types import Span

__all__ = ["InRoom", "leads_of"]

_ANY: Final = "-"  # stands for what is to be put into an address


def leads_of(request: Request, story: str) -> InRoom:
    """Where the words of a story lead in the room that was asked."""
    return InRoom(request.app.url_path_for, story)


class InRoom:
    """The addresses that the page of a story is full of: `headwater.render.leads.Leads` of the room.

    `link` makes an address from a page's name, as templates do; it is asked once, since a page has thousands.
    """

    def __init__(self, link: Callable[..., str], story: str) -> None:
        self._asked = f"?story={quote(story, safe='')}"
        self._articles = link("article", article=_ANY).removesuffix(_ANY)
        self._folds = link("story_words", story=story, what=_ANY).removesuffix(_ANY)
        self._at = link("at", story=story, words=_ANY).removesuffix(_ANY)

    def text(self, article: str) -> str:
        """The page of an article, with the layers of this story."""
        return f"{self._articles}{quote(article, safe='')}{self._asked}"

    def span(self, span: Span) -> str:
        """Words in their article: marked by the server, in sight by the anchor."""
        return f"{self.text(span.article)}&at={span.start}-{span.end}#w{span.start}-{span.end}"

    def words(self, witness: Witness, place: int = 0) -> str:
        """A span of a witness in its article."""
        return self.span(witness.spans[place])

    def article(self, shown: ArticleView) -> str:
        """An article."""
        return self.text(shown.id)

    def source(self, source: SourceView) -> str:
        """A text that others took from, "" where nobody has it."""
        return self.text(source.article) if source.article else ""

    def at(self, span: Span, kind: str, anchor: str = "") -> str:  # it is found by the words
        """The permalink of what stands on these words: it outlives every numbering."""
        return f"{self._at}{quote(words_of(span), safe=':')}?kind={kind}"

    def fold(self, part: object) -> str:
        """The words that a fold opens."""
        return f"{self._folds}{key_of(part)}"
