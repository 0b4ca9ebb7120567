"""Reads invented texts in one call, and goes with them through the stages under a stemma made by hand.

A test of claims, figures or conflicts says itself which articles are one line; who copied whom is not its subject.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from headwater.claims import find_claims, find_happenings, state
from headwater.documents import read_documents
from headwater.entities import identify
from headwater.figures import count_figures
from headwater.findings import find_conflicts, find_statuses
from headwater.models.spacy_english import load_parser
from headwater.origins import Origins
from headwater.places import locate
from headwater.quotes import attribution_at, find_quotes
from headwater.relations import context_of
from headwater.settings import Settings
from headwater.testing.articles import find_words, make_article
from headwater.text.mentions import EntityIndex
from headwater.timeline import order_events
from headwater.types import (
    Article,
    Claim,
    Conflict,
    Count,
    Derivation,
    DerivationKind,
    Direction,
    Document,
    Edge,
    Entity,
    Figure,
    Finding,
    Line,
    Moment,
    Passage,
    Statement,
    Stemma,
)

__all__ = ["StoryRead", "copied_words", "read_story", "read_texts", "stemma_of"]

_STORY = "story"


@dataclass(frozen=True)
class StoryRead:
    """A story after the stages that count, by the stemma it was given."""

    documents: tuple[Document, ...]
    stemma: Stemma
    origins: Origins
    entities: tuple[Entity, ...]
    claims: tuple[Claim, ...]
    statements: tuple[Statement, ...]
    figures: tuple[Figure, ...]
    conflicts: tuple[Conflict, ...]
    findings: tuple[Finding, ...]
    timeline: tuple[Moment, ...]

    def article(self, article: str) -> Article:
        """The article of that id. Raises `KeyError` if there is none."""
        return {document.article.id: document.article for document in self.documents}[article]

    def claim(self, words: str, article: str = "") -> Claim:
        """The claim of exactly these words, in any article or in that one. Raises `KeyError` with what there is."""
        found = {(claim.span.article, self.words(claim)): claim for claim in self.claims}
        for (where, said), claim in found.items():
            if said == words and article in {"", where}:
                return claim
        raise KeyError(f"no claim {words!r}; there are {sorted(said for _, said in found)}")

    def statement(self, words: str, article: str = "") -> Statement:
        """The statement that the claim of these words belongs to."""
        claim = self.claim(words, article)
        return next(one for one in self.statements if claim.id in one.claims)

    def words(self, claim: Claim) -> str:
        """The claim as the reader sees it."""
        return self.article(claim.span.article).text[claim.span.start : claim.span.end]


def read_texts(texts: Mapping[str, str], published: str | Mapping[str, str] = "") -> tuple[Document, ...]:
    """The texts, by article id, read into documents in order of id.

    `published` is the ISO day of all of them or of each. The parse of a text is kept for the rest of the process.
    """
    return tuple(_read(article, texts[article], _day_of(article, published)) for article in sorted(texts))


def _day_of(article: str, published: str | Mapping[str, str]) -> str:
    return published if isinstance(published, str) else published.get(article, "")


@functools.cache
def _read(article: str, text: str, published: str) -> Document:
    parser = load_parser(Settings().model)
    return next(read_documents([make_article(text, id=article, published=published)], parser))


def stemma_of(lines: Mapping[str, Sequence[str]], passages: Sequence[Passage] = ()) -> Stemma:
    """A stemma in which each line's first article is its root and the others are copies of it.

    A passage between two articles of one line becomes a part of their derivation; between articles of two lines it is
    lent, from the left to the right.
    """
    line_of = {article: line for line, articles in lines.items() for article in articles}
    made = [
        Line(f"line:{line}", line, articles[0], tuple(sorted(articles)), "no link found")
        for line, articles in lines.items()
    ]
    copies = [(articles[0], child) for articles in lines.values() for child in articles[1:]]
    lent = sorted(
        {(p.left.article, p.right.article) for p in passages if line_of[p.left.article] != line_of[p.right.article]}
    )
    return Stemma(
        story=_STORY,
        derivations=tuple(_derivation(parent, child, passages, DerivationKind.COPY) for parent, child in copies)
        + tuple(_derivation(giver, taker, passages, DerivationKind.PARTIAL) for giver, taker in lent),
        unseen=(),
        edges=tuple(_edge(parent, child, passages, whole=True) for parent, child in copies)
        + tuple(_edge(giver, taker, passages, whole=False) for giver, taker in lent),
        lines=tuple(made),
        count=Count(len(made), len(made), len(made)),
    )


def copied_words(left: Article, right: Article, words: str, changed: str = "") -> Passage:
    """The passage of `words` in `left` that stands in `right` as well, or there reads `changed`."""
    return Passage(find_words(left, words), find_words(right, changed or words), 1.0)


def _between(one: str, other: str, passages: Sequence[Passage]) -> tuple[Passage, ...]:
    return tuple(passage for passage in passages if (passage.left.article, passage.right.article) == (one, other))


def _edge(parent: str, child: str, passages: Sequence[Passage], *, whole: bool) -> Edge:
    kind = DerivationKind.COPY if whole else DerivationKind.PARTIAL
    return Edge(parent, child, kind, whole, 1.0, _between(parent, child, passages))


def _derivation(parent: str, child: str, passages: Sequence[Passage], kind: DerivationKind) -> Derivation:
    """The pair as the pipeline keeps it: the smaller id on the left, whoever was first."""
    taken = _between(parent, child, passages)
    if parent < child:
        return Derivation(parent, child, kind, Direction.LEFT_TO_RIGHT, 1.0, taken, (), sentences=taken)
    turned = tuple(Passage(passage.right, passage.left, passage.similarity, passage.mask) for passage in taken)
    return Derivation(child, parent, kind, Direction.RIGHT_TO_LEFT, 1.0, turned, (), sentences=turned)


def read_story(
    texts: Mapping[str, str],
    stemma: Stemma | None = None,
    published: str | Mapping[str, str] = "",
    rule: str = "majority",
) -> StoryRead:
    """The texts through the stages up to the timeline, without alterations. No stemma: each article is its own line."""
    documents = read_texts(texts, published)
    stemma = stemma or stemma_of({article: [article] for article in texts})
    origins = Origins(stemma)
    entities = identify(documents, {article: line.id for line in stemma.lines for article in line.articles})
    index = EntityIndex(entities)
    claims = tuple(claim for document in documents for claim in _claims(document, entities, index))
    by_claim = {claim.id: claim for claim in claims}
    context = context_of(documents, index, locate(documents), find_happenings(claims, documents, index))
    statements = state(claims, stemma, context)
    figures = count_figures(claims, statements, documents, origins, index, rule)
    conflicts = find_conflicts(statements, by_claim, figures, origins, context)
    findings = find_statuses(statements, by_claim, conflicts, (), figures, origins, context)
    timeline = order_events(documents, statements, by_claim, origins, conflicts)
    return StoryRead(
        documents, stemma, origins, entities, claims, statements, figures, conflicts, findings, timeline
    )  # fmt: skip


def _claims(document: Document, entities: Sequence[Entity], index: EntityIndex) -> tuple[Claim, ...]:
    quotes = find_quotes(document, entities)
    return find_claims(document, index, lambda span: attribution_at(document, quotes, span))
