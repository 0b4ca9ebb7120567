"""When each statement first appeared: the article in which it stood before it stood in any other, as far as times tell.

Times of publication are what outlets say: some give an instant, some a day, some nothing, and a copy can be dated back.
So the first article is the one that no other surely precedes; articles of the same day without an hour, and those of
unknown time, are named beside it. Of those that cannot be told apart by time, the one that copies nobody is shown.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from headwater.origins import Origins
from headwater.text.instants import is_later, order_of, published_at
from headwater.types import Article, Claim, Document, FirstTold, Statement

__all__ = ["first_appearances"]

_DAY: Final = 10  # characters of an ISO day


def first_appearances(
    documents: Sequence[Document], statements: Sequence[Statement], claims: Mapping[str, Claim], origins: Origins
) -> tuple[FirstTold, ...]:
    """For each statement its first telling, in the order of the statements. `claims` are by id."""
    articles = {document.article.id: document.article for document in documents}
    return tuple(_first(statement, claims, articles, origins) for statement in statements)


def _first(
    statement: Statement, claims: Mapping[str, Claim], articles: Mapping[str, Article], origins: Origins
) -> FirstTold:
    times = {article: published_at(articles[article]) for article in statement.articles}
    dated = [article for article in statement.articles if times[article]]
    undated = tuple(sorted(article for article in statement.articles if not times[article]))
    earliest = list(_unpreceded(dated, times)) or list(undated)
    chosen = min(earliest, key=lambda one: (origins.is_copy(one), order_of(times[one]), one))
    claim = min(
        (claims[one] for one in statement.claims if claims[one].span.article == chosen), key=lambda one: one.span
    )
    return FirstTold(
        statement=statement.id,
        claim=claim.id,
        article=chosen,
        line=origins.line(claim.span),
        time=times[chosen],
        tied=tuple(sorted(one for one in earliest if one != chosen and times[one])),
        undated=tuple(one for one in undated if one != chosen),
    )


def _unpreceded(dated: Sequence[str], times: Mapping[str, str]) -> Iterator[str]:
    """The articles that no other is surely earlier than; days and instants are compared as `is_later` does."""
    days = [times[one] for one in dated if len(times[one]) == _DAY]
    instants = [times[one] for one in dated if len(times[one]) != _DAY]
    bounds = [min(days)] if days else []
    if instants:
        bounds += [min(instants, key=order_of), min(instants, key=lambda time: time[:_DAY])]
    for article in dated:
        if not any(is_later(times[article], bound) for bound in bounds):
            yield article
