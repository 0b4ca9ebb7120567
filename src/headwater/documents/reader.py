"""Reading many articles: batches go to an engine, and a text that was read for one article is not read for another."""

from __future__ import annotations

import datetime
import functools
import itertools
from collections import deque
from collections.abc import Iterable, Iterator
from typing import Final

from headwater.documents.analysis import anchor_of, dates_of, document_of
from headwater.documents.moved import moved
from headwater.engines.base import Engine
from headwater.engines.local import LocalEngine
from headwater.models.base import Parser
from headwater.models.remembered import Recent
from headwater.types import Article, Date, Document

__all__ = ["Reader", "read_documents"]

_AT_ONCE: Final = 16  # articles: enough sentences to fill the parser's batches, few enough to wait for
_TEXTS_HELD: Final = 512  # texts of 450 words: about 60 MB
_DATES_HELD: Final = 4096

Batch = tuple[Article, ...]


def read_documents(articles: Iterable[Article], parser: Parser, engine: Engine | None = None) -> Iterator[Document]:
    """Yield the `Document` of each article, in order; articles are read a few ahead of the documents.

    A text is read once, however many articles carry it. An engine of several processes needs a parser that can be
    pickled, such as `models.spacy_english.load_parser` gives; the documents are the same whatever the engine.
    """
    return Reader(parser, engine).read(articles)


class Reader:
    """Reads one batch of articles after the other and remembers the texts that it read last."""

    def __init__(self, parser: Parser, engine: Engine | None = None) -> None:
        self._analysed = functools.partial(_analysed, parser)
        self._engine = engine or LocalEngine()
        self._texts: Recent[str, Document] = Recent(_TEXTS_HELD)
        self._dates: Recent[tuple[str, datetime.date | None], tuple[Date, ...]] = Recent(_DATES_HELD)

    def read(self, articles: Iterable[Article]) -> Iterator[Document]:
        """Yield the `Document` of each article, in order; articles are read a few ahead of the documents."""
        asked: deque[tuple[Batch, tuple[str, ...]]] = deque()
        for found in self._engine.map(self._analysed, self._unread(articles, asked)):
            batch, texts = asked.popleft()
            for text, document in zip(texts, found, strict=True):
                self._texts.put(text, document)
            yield from map(self._document, batch)

    def _unread(
        self, articles: Iterable[Article], asked: deque[tuple[Batch, tuple[str, ...]]]
    ) -> Iterator[tuple[str, ...]]:
        """The texts of each batch that are neither remembered nor being read; `asked` tells what was asked for."""
        rest = iter(articles)
        while batch := tuple(itertools.islice(rest, _AT_ONCE)):
            under_way = {text for _, texts in asked for text in texts}
            texts = dict.fromkeys(article.text for article in batch if article.text not in under_way)
            unread = tuple(text for text in texts if self._texts.get(text) is None)
            asked.append((batch, unread))
            yield unread

    def _document(self, article: Article) -> Document:
        found = self._texts.get(article.text)
        if found is None:  # an engine that reads far ahead lets a text be forgotten before its last article's turn
            [found] = self._analysed((article.text,))
            self._texts.put(article.text, found)
        return moved(found, article, self._dates_of(found, anchor_of(article)))

    def _dates_of(self, found: Document, anchor: datetime.date | None) -> tuple[Date, ...]:
        asked = (found.article.text, anchor)
        dates = self._dates.get(asked)
        if dates is None:
            dates = dates_of(found, anchor)
            self._dates.put(asked, dates)
        return dates


def _analysed(parser: Parser, texts: tuple[str, ...]) -> tuple[Document, ...]:
    """What is found in each of the texts."""
    return tuple(map(document_of, texts, parser.parse(texts)))
