"""Articles side by side: the stages that judge pairs, in order, from articles to a `Comparison` or a `Collation`."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Final, NamedTuple

from msgspec import Struct, structs

from headwater.collation import collate, face
from headwater.decisions import barred_pairs, copied_pairs
from headwater.derivations import trace
from headwater.derivations.grouping import collapse
from headwater.derivations.masked import masked_stretches
from headwater.derivations.pairs import derivation_between, turned
from headwater.documents import read_documents
from headwater.engines.base import Engine
from headwater.engines.local import LocalEngine
from headwater.entities import identify
from headwater.errors import OptionError
from headwater.findings import find_alterations, review_alterations
from headwater.models.base import Parser
from headwater.models.spacy_english import load_parser
from headwater.quotes import find_quotes
from headwater.settings import Settings
from headwater.sources.pair import gather_pair
from headwater.text.mentions import EntityIndex
from headwater.types import (
    Alteration,
    Article,
    Collation,
    Comparison,
    Decision,
    Document,
    LeftOut,
    Line,
    Masked,
    Stemma,
    Story,
)
from headwater.verdict import Letters, sentence_of, way_of
from headwater.version import VERSION

__all__ = ["Company", "collate_articles", "compare", "compare_articles"]

_LETTERS: Final = "ABCD"

Input = str | Path | Article
Pair = tuple[Document, Document]
Progress = Callable[[str], None]


def compare(
    a: Input,
    b: Input,
    settings: Settings | None = None,
    among: Sequence[Input] = (),
    on_progress: Progress | None = None,
) -> Comparison:
    """Two articles side by side. `a` and `b` are paths, addresses or articles that each hold one article.

    `among` are other articles of the story: what is a quote in one of them is a quote in all, and whether two texts
    are one line depends on those between them. Raises `OptionError` if `a` and `b` are the same or hold several
    articles, `NothingToRead` if one cannot be used, `ModelMissing` if the language model is not installed. What is
    wrong with `among` is told in `left_out`.
    """
    settings = settings or Settings()
    pair = gather_pair(a, b, among, settings, on_progress)
    return compare_articles((pair.left, pair.right), settings, pair.others, pair.left_out, on_progress)


def compare_articles(
    articles: tuple[Article, Article],
    settings: Settings,
    others: Sequence[Article] = (),
    left_out: Sequence[LeftOut] = (),
    on_progress: Progress | None = None,
    parser: Parser | None = None,
    engine: Engine | None = None,
) -> Comparison:
    """`compare` for articles in hand, whose ids must differ; `parser` and `engine` may be the user's own."""
    company = Company(tuple(others), tuple(left_out))
    return collate_articles(articles, settings, company, on_progress, parser, engine).pairs[0]


class Company(Struct, frozen=True):
    """What articles are compared among: the story's others, what was left out, and what is known of the story.

    `stemma` is the story's, if it was traced with these articles in it; `decisions` are those that a reader made.
    """

    others: tuple[Article, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    decisions: tuple[Decision, ...] = ()
    stemma: Stemma | None = None


def collate_articles(
    articles: Sequence[Article],
    settings: Settings,
    company: Company | None = None,
    on_progress: Progress | None = None,
    parser: Parser | None = None,
    engine: Engine | None = None,
) -> Collation:
    """Two to four articles side by side, the base first, each two of them judged in company of the others.

    Raises `OptionError` for fewer or more articles or where one stands twice, `ModelMissing` if the language model is
    not installed.
    """
    _check(articles)
    company, tell = company or Company(), on_progress or (lambda _: None)
    tell(f"reading {len(articles) + len(company.others)} articles")
    read = tuple(read_documents((*articles, *company.others), parser or load_parser(settings.model)))
    chosen = read[: len(articles)]
    rest = _others(chosen, read[len(articles) :])
    tell("comparing")
    table = _Table(chosen, rest, masked_stretches((*chosen, *rest)), company, engine or LocalEngine())
    stemma = company.stemma or _traced(table, chosen, rest)
    letters = itertools.combinations(_LETTERS[: len(chosen)], 2)
    pairs = tuple(map(partial(_pair, table, stemma), itertools.combinations(chosen, 2), letters))
    found = {(pair.derivation.left, pair.derivation.right): pair.derivation.sentences for pair in pairs}
    return Collation(tuple(articles), collate(chosen, found), pairs)


def _check(articles: Sequence[Article]) -> None:
    if not 2 <= len(articles) <= len(_LETTERS):
        raise OptionError(f"{len(articles)} articles cannot be compared; name two to four")
    if len({article.id for article in articles}) < len(articles):
        raise OptionError("an article is compared with itself; each is to be named once")


class _Table(NamedTuple):
    """What all pairs of one collation have in common."""

    chosen: tuple[Document, ...]
    rest: tuple[Document, ...]  # by id
    masked: Mapping[str, tuple[Masked, ...]]
    company: Company
    engine: Engine


def _pair(table: _Table, stemma: Stemma, pair: Pair, letters: Letters) -> Comparison:
    """What is found between two of the articles, which go by these letters."""
    left, right = pair
    articles = (left.article, right.article)
    beside = _others(pair, (*(each for each in table.chosen if each not in pair), *table.rest))
    if not _holds(stemma, pair):  # one of them has the very words of another, which was compared in its stead
        stemma = _traced(table, pair, beside)
    found = derivation_between(stemma, left.article.id, right.article.id)
    derivation = found if found.left == left.article.id else turned(found)
    return Comparison(
        verdict=sentence_of(derivation, articles, letters),
        direction=way_of(derivation, articles, letters),
        articles=articles,
        derivation=derivation,
        facing=face(left, right, derivation.sentences),
        masked=(*table.masked[left.article.id], *table.masked[right.article.id]),
        alterations=review_alterations(_alterations(pair, stemma), table.company.decisions).kept,
        among=tuple(sorted(document.article.name for document in beside)),
        context=_context(articles, stemma, letters) if beside else "",
        left_out=table.company.left_out,
        version=VERSION,
    )


def _others(chosen: Sequence[Document], rest: Sequence[Document]) -> tuple[Document, ...]:
    """The others by id, without those that have the very words of one of the chosen: they add nothing."""
    ids = {document.article.id for document in chosen}
    same = {
        document.article.id
        for group in collapse((*chosen, *rest))
        if ids & {each.article.id for each in group}
        for document in group
    }
    return tuple(sorted((each for each in rest if each.article.id not in same), key=lambda each: each.article.id))


def _holds(stemma: Stemma, pair: Pair) -> bool:
    ids = {document.article.id for document in pair}
    return any({each.left, each.right} == ids for each in stemma.derivations)


def _traced(table: _Table, chosen: Sequence[Document], rest: Sequence[Document]) -> Stemma:
    """The stemma of all, in which the chosen were compared whatever hints at common text."""
    documents = sorted((*chosen, *rest), key=lambda document: document.article.id)
    texts = sorted(group[0].article.id for group in collapse(chosen))
    story = Story("comparison", tuple(each.article.id for each in documents))
    also = itertools.combinations(texts, 2)
    decisions = table.company.decisions
    return trace(story, documents, table.engine, also, barred_pairs(decisions), copied_pairs(decisions))


def _alterations(pair: Pair, stemma: Stemma) -> tuple[Alteration, ...]:
    """What was altered along the pair, by the words of the two alone."""
    two = {document.article.id for document in pair}
    lines = tuple(_within(line, two) for line in stemma.lines if two & set(line.articles))
    alone = structs.replace(
        stemma,
        derivations=(derivation_between(stemma, *two),),
        unseen=(),
        edges=tuple(edge for edge in stemma.edges if {edge.parent, edge.child} == two),
        lines=lines,
    )
    documents = sorted(pair, key=lambda document: document.article.id)
    entities = identify(documents, {article: line.id for line in lines for article in line.articles}, alone.derivations)
    quotes = [quote for document in documents for quote in find_quotes(document, entities)]
    return find_alterations(alone, documents, EntityIndex(entities), quotes)


def _within(line: Line, articles: set[str]) -> Line:
    return structs.replace(line, articles=tuple(each for each in line.articles if each in articles))


def _context(articles: tuple[Article, Article], stemma: Stemma, letters: Letters) -> str:
    """What the story's lines say of the two."""
    line_of = {article: line for line in stemma.lines for article in line.articles}
    left, right = (line_of[article.id] for article in articles)
    if left.id == right.id:
        return f"Both stand on one line of reporting: {left.label}, {left.standing}"
    sides = (
        f"{name} on that of {line.label}, {line.standing}" for name, line in zip(letters, (left, right), strict=True)
    )
    return f"They stand on two lines of reporting: {'; '.join(sides)}"
