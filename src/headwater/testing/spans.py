"""Every span in a record, found by walking it, so that a test misses no field that is added later."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from headwater.types import Article, Brief, Span

__all__ = ["misplaced_spans", "spans_in"]


def spans_in(record: object) -> Iterator[Span]:
    """Yield the spans in a record and in the records and tuples it holds, again and again where it holds them again."""
    if isinstance(record, Span):
        yield record
    elif isinstance(record, msgspec.Struct):
        for field in record.__struct_fields__:
            yield from spans_in(getattr(record, field))
    elif isinstance(record, (tuple, list)):
        for part in record:
            yield from spans_in(part)


def misplaced_spans(brief: Brief) -> list[Span]:
    """The spans of a brief that are empty or do not lie in one of its articles: there should be none."""
    articles: dict[str, Article] = {article.id: article for article in brief.articles}
    return [span for span in spans_in(brief) if not _lies_in(span, articles.get(span.article))]


def _lies_in(span: Span, article: Article | None) -> bool:
    return article is not None and 0 <= span.start < span.end <= len(article.text)
