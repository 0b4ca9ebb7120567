"""What was found in a text, put into an article that carries it: the same places, under the article's id."""

from __future__ import annotations

from typing import Any, Final, cast

import msgspec

from headwater.types import Article, Date, Document, Span

__all__ = ["moved"]

_KEPT: Final = ("article", "tokens", "dates")  # given anew, without spans, given anew
_MOVED: Final = tuple(name for name in Document.__struct_fields__ if name not in _KEPT)


def moved(found: Document, article: Article, dates: tuple[Date, ...]) -> Document:
    """`found`, which was read off the article's text, as that article's document; `dates` are moved too."""
    fields = {name: _moved(getattr(found, name), article.id) for name in _MOVED}
    return Document(
        article=article, tokens=found.tokens, dates=cast("tuple[Date, ...]", _moved(dates, article.id)), **fields
    )


def _moved(value: Any, article: str) -> Any:
    """Whatever it is, with its spans in that article."""
    if isinstance(value, Span):
        return Span(article, value.start, value.end)
    if isinstance(value, tuple):
        return tuple([_moved(one, article) for one in value])
    if isinstance(value, msgspec.Struct):
        return type(value)(*[_moved(getattr(value, name), article) for name in value.__struct_fields__])
    return value
