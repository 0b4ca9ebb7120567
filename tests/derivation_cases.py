"""Reads the invented texts of `derivation_texts/`, traces them, and says what was found in words that a test can use.

A file holds the articles of one case. Each opens with a line `=== id`, then lines `outlet: ...`, `published: ...` and
the like, then a blank line and the text. What one article does to another's text by rule (cutting, pasting) is done by
the tests.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import networkx as nx
import pytest
from msgspec.structs import replace

from headwater.derivations import trace
from headwater.documents import read_documents
from headwater.engines.local import LocalEngine
from headwater.evidence import total
from headwater.models.spacy_english import load_parser
from headwater.settings import Settings
from headwater.testing.articles import make_article
from headwater.types import Article, Derivation, DerivationKind, Direction, Document, Parse, Span, Stemma, Story, Token

__all__ = [
    "WHOLE", "arrow", "broken", "cast", "check_sound", "cut_to", "derivation", "kind", "lenders", "lines", "paragraphs",
    "parents", "shared", "trace_all", "with_text",
]  # fmt: skip

_TEXTS = Path(__file__).with_name("derivation_texts")
_SECTION = re.compile(r"^=== (\w+)\n((?:\w+: .*\n)*)\n", re.MULTILINE)

WHOLE = frozenset(
    {
        DerivationKind.COPY, DerivationKind.ABRIDGED, DerivationKind.EXPANDED, DerivationKind.REWRITE,
        DerivationKind.SPUN,
    }
)  # fmt: skip
"""The kinds that say that a text as a whole was taken."""


def broken(reason: str) -> pytest.MarkDecorator:
    """The mark of a case that the pipeline gets wrong now."""
    return pytest.mark.xfail(reason=reason, raises=AssertionError, strict=True)


# --- texts ----------------------------------------------------------------------------------------------------------


@functools.cache
def cast(case: str) -> Mapping[str, Article]:
    """The articles of a case, by id."""
    parts = _SECTION.split((_TEXTS / f"{case}.txt").read_text("utf-8"))[1:]
    return {name: _article(name, *rest) for name, *rest in zip(parts[::3], parts[1::3], parts[2::3], strict=True)}


def _article(name: str, head: str, body: str) -> Article:
    fields = dict(line.split(": ", 1) for line in head.splitlines())
    return _made(f"{body.strip()}\n", id=name, **fields)


def _made(text: str, **fields: str) -> Article:
    return make_article(text, **fields)  # type: ignore[arg-type]  # all fields that the tests name are strings


def paragraphs(article: Article) -> list[str]:
    return [line for line in article.text.splitlines() if line]


def with_text(article: Article, parts: str | Iterable[str], **fields: str) -> Article:
    """An article of another id, outlet ... with this text, or these paragraphs. `article` gives only the form."""
    text = parts if isinstance(parts, str) else "\n\n".join(parts) + "\n"
    made = _made(text, **fields)
    return replace(made, title=made.title or article.title)


def cut_to(article: Article, *kept: int, **fields: str) -> Article:
    """The paragraphs of an article with these numbers, in this order, as another outlet's article."""
    held = paragraphs(article)
    return with_text(article, [held[number] for number in kept], **fields)


# --- tracing --------------------------------------------------------------------------------------------------------


class _ByParagraph:
    """The session's parser, asked for each paragraph once: texts that share paragraphs cost no more than one."""

    def parse(self, texts: Sequence[str]) -> Iterator[Parse]:
        return map(_parse, texts)


@functools.cache
def _parse(text: str) -> Parse:
    tokens: list[Token] = []
    sentences: list[tuple[int, int]] = []
    for match in re.finditer(r"[^\n]+", text):
        parse, first = _parse_paragraph(match.group()), len(tokens)
        tokens += [
            replace(each, start=each.start + match.start(), end=each.end + match.start(), head=each.head + first)
            for each in parse.tokens
        ]
        sentences += [(start + first, end + first) for start, end in parse.sentences]
    return Parse(tuple(tokens), tuple(sentences))


@functools.cache
def _parse_paragraph(paragraph: str) -> Parse:
    return next(load_parser(Settings().model).parse([paragraph]))


@functools.cache
def read(article: Article) -> Document:
    return next(read_documents([article], _ByParagraph()))


def trace_all(articles: Iterable[Article]) -> Stemma:
    """The stemma of the articles as one story. Whatever the case, it must be sound."""
    held = {article.id: article for article in articles}
    stemma = trace(Story("story", tuple(sorted(held))), [read(held[name]) for name in sorted(held)], LocalEngine())
    check_sound(stemma, held)
    return stemma


# --- what was found -------------------------------------------------------------------------------------------------


def lines(stemma: Stemma) -> list[set[str]]:
    """The articles of each line."""
    return [set(line.articles) for line in stemma.lines]


def derivation(stemma: Stemma, one: str, other: str) -> Derivation:
    """What was found between two articles that were compared."""
    left, right = sorted((one, other))
    return next(each for each in stemma.derivations if (each.left, each.right) == (left, right))


def kind(stemma: Stemma, one: str, other: str) -> DerivationKind:
    """The kind of what was found between two articles; those that were not compared have nothing in common."""
    pair = tuple(sorted((one, other)))
    return next(
        (each.kind for each in stemma.derivations if (each.left, each.right) == pair), DerivationKind.INDEPENDENT
    )


def arrow(stemma: Stemma, one: str, other: str) -> str:
    """Which way the text went between two articles: "one > other", or the direction's name."""
    found = derivation(stemma, one, other)
    ways = {Direction.LEFT_TO_RIGHT: (found.left, found.right), Direction.RIGHT_TO_LEFT: (found.right, found.left)}
    return " > ".join(ways[found.direction]) if found.direction in ways else found.direction.value


def parents(stemma: Stemma, child: str) -> set[str]:
    """Whom an article came from whole; an unseen original by its label."""
    labels = {unseen.id: unseen.label for unseen in stemma.unseen}
    return {labels.get(edge.parent, edge.parent) for edge in stemma.edges if edge.child == child and edge.whole}


def lenders(stemma: Stemma, child: str) -> set[str]:
    """Whom an article has passages from; for an unseen original, the witnesses whose words stand for its."""
    lent = [edge for edge in stemma.edges if edge.child == child and not edge.whole]
    return {passage.left.article for edge in lent for passage in edge.passages}


def shared(stemma: Stemma, articles: Mapping[str, Article], one: str, other: str) -> list[tuple[str, str]]:
    """The words of `one` that `other` has too, sentence by sentence, with the mask over them."""
    found = derivation(stemma, one, other)
    sides = [(each.left if found.left == one else each.right, each.mask) for each in found.sentences]
    return [(_words(articles, span), mask) for span, mask in sides]


def _words(articles: Mapping[str, Article], span: Span) -> str:
    return articles[span.article].text[span.start : span.end]


# --- what holds for every case --------------------------------------------------------------------------------------


def check_sound(stemma: Stemma, articles: Mapping[str, Article]) -> None:
    """Each article is in one line, nothing runs in a circle, scores are sums, and what is said points at words."""
    assert sorted(each for line in stemma.lines for each in line.articles) == sorted(articles)
    assert 1 <= stemma.count.low <= stemma.count.best <= stemma.count.high <= len(articles)
    assert stemma.count.best == len(stemma.lines)
    assert bool(stemma.count.reasons or stemma.count.doubts) == (stemma.count.low < stemma.count.high)
    assert nx.is_directed_acyclic_graph(nx.DiGraph((edge.parent, edge.child) for edge in stemma.edges))
    for found in stemma.derivations:
        assert found.score == pytest.approx(total(found.evidence), abs=0.01)
        _check_words(found, articles)


def _check_words(found: Derivation, articles: Mapping[str, Article]) -> None:
    """Passages and evidence point at words of the two articles, and a derivation shows some."""
    for passage in (*found.passages, *found.sentences):
        assert (passage.left.article, passage.right.article) == (found.left, found.right)
        assert _words(articles, passage.left).strip()
        assert _words(articles, passage.right).strip()
    for part in (*found.evidence, *found.direction_evidence):
        for span in filter(None, (part.left, part.right)):
            assert span.article in (found.left, found.right)
            assert _words(articles, span).strip()
    if found.kind in WHOLE or found.kind is DerivationKind.PARTIAL:
        assert found.passages
