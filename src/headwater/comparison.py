"""Two articles side by side: the stages that judge a pair, in order, from articles to a `Comparison`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from msgspec import structs

from headwater.collation import face
from headwater.derivations import trace
from headwater.derivations.grouping import collapse
from headwater.derivations.masked import masked_stretches
from headwater.derivations.pairs import derivation_between, turned
from headwater.documents import read_documents
from headwater.engines.base import Engine
from headwater.engines.local import LocalEngine
from headwater.entities import identify
from headwater.findings import find_alterations
from headwater.models.base import Parser
from headwater.models.spacy_english import load_parser
from headwater.quotes import find_quotes
from headwater.settings import Settings
from headwater.sources.pair import gather_pair
from headwater.text.mentions import EntityIndex
from headwater.types import Alteration, Article, Comparison, Document, LeftOut, Line, Stemma, Story
from headwater.verdict import sentence_of, way_of
from headwater.version import VERSION

__all__ = ["compare", "compare_articles"]

Input = str | Path | Article
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
    tell, engine = on_progress or (lambda _: None), engine or LocalEngine()
    tell(f"reading {2 + len(others)} articles")
    left, right, *rest = read_documents((*articles, *others), parser or load_parser(settings.model))
    rest = _others((left, right), rest)
    tell("comparing")
    stemma = _traced((left, right), rest, engine)
    found = derivation_between(stemma, left.article.id, right.article.id)
    derivation = found if found.left == left.article.id else turned(found)
    masked = masked_stretches((left, right, *rest))
    return Comparison(
        verdict=sentence_of(derivation, articles),
        direction=way_of(derivation, articles),
        articles=articles,
        derivation=derivation,
        facing=face(left, right, derivation.sentences),
        masked=(*masked[left.article.id], *masked[right.article.id]),
        alterations=_alterations((left, right), stemma),
        among=tuple(sorted(document.article.name for document in rest)),
        context=_context(articles, stemma) if rest else "",
        left_out=tuple(left_out),
        version=VERSION,
    )


def _others(pair: tuple[Document, Document], rest: Sequence[Document]) -> list[Document]:
    """The others by id, without those that have the very words of one of the two: they add nothing to the judgement."""
    two = {document.article.id for document in pair}
    same = {
        document.article.id
        for group in collapse((*pair, *rest))
        if two & {each.article.id for each in group}
        for document in group
    }
    return sorted((each for each in rest if each.article.id not in same), key=lambda each: each.article.id)


def _traced(pair: tuple[Document, Document], rest: Sequence[Document], engine: Engine) -> Stemma:
    """The stemma of all, in which the pair was compared whatever hints at common text."""
    documents = sorted((*pair, *rest), key=lambda document: document.article.id)
    first, second = sorted(document.article.id for document in pair)
    also = [(first, second)] if len(collapse(pair)) > 1 else []
    return trace(Story("comparison", tuple(each.article.id for each in documents)), documents, engine, also)


def _alterations(pair: tuple[Document, Document], stemma: Stemma) -> tuple[Alteration, ...]:
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


def _context(articles: tuple[Article, Article], stemma: Stemma) -> str:
    """What the story's lines say of the two."""
    line_of = {article: line for line in stemma.lines for article in line.articles}
    left, right = (line_of[article.id] for article in articles)
    if left.id == right.id:
        return f"Both stand on one line of reporting: {left.label}, {left.standing}"
    sides = (f"{name} on that of {line.label}, {line.standing}" for name, line in (("A", left), ("B", right)))
    return f"They stand on two lines of reporting: {'; '.join(sides)}"
