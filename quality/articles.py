"""Texts of the data as documents of headwater, read in small batches so that a trial shows how far it is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from headwater.documents import read_documents
from headwater.models.spacy_english import load_parser
from headwater.settings import Settings
from headwater.types import Article, Basis, Document, Known
from quality.board.trial import Task

__all__ = ["as_article", "read_all"]

_BATCH: Final = 16  # texts parsed together


def as_article(  # what a row may say, each with a default
    key: str,
    text: str,
    *,
    title: str | None = None,
    outlet: str | None = None,
    agency: str | None = None,
    published: str | None = None,
) -> Article:
    """The article that a row of the data is; what the row says beside the text is stated, not inferred."""
    return Article(
        key, text, key, _stated(title), _stated(outlet), agency=_stated(agency), published=_stated(published)
    )


def _stated(value: str | None) -> Known | None:
    return Known(value, Basis.FILE) if value else None


def read_all(task: Task, articles: Sequence[Article]) -> tuple[Document, ...]:
    """The articles as documents, in their order; the task is told after each batch."""
    parser = load_parser(Settings().model)
    batches = [articles[start : start + _BATCH] for start in range(0, len(articles), _BATCH)]
    return tuple(document for batch in task.watch(batches, len(batches)) for document in read_documents(batch, parser))
