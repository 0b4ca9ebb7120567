"""An article in one call, and the span of words in it, so that spans in tests are right by construction."""

from __future__ import annotations

from headwater.types import Article, Basis, Known, Span

__all__ = ["find_words", "make_article"]


def make_article(  # noqa: PLR0913  # the fields of an article, each with a default
    text: str,
    *,
    id: str = "report",  # noqa: A002  # the field's own name
    name: str = "",
    title: str = "",
    outlet: str = "",
    agency: str = "",
    byline: str = "",
    published: str = "",
    url: str = "",
    basis: Basis = Basis.FILE,
) -> Article:
    """An article with the metadata given, all resting on `basis`. `name` defaults to `id` with ".txt" at its end."""

    def known(value: str) -> Known | None:
        return Known(value, basis) if value else None

    return Article(
        id=id,
        text=text,
        name=name or f"{id}.txt",
        title=known(title),
        outlet=known(outlet),
        agency=known(agency),
        byline=known(byline),
        published=known(published),
        url=known(url),
    )


def find_words(article: Article, words: str, nth: int = 0) -> Span:
    """The span of the `nth` occurrence (from 0) of `words` in the article. Raises `ValueError` if it is not there."""
    start = -1
    for _ in range(nth + 1):
        start = article.text.index(words, start + 1)
    return Span(article.id, start, start + len(words))
