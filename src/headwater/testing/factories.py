"""Builders of whole briefs for tests and for people who extend headwater.

`make_brief` is the brief of five invented reports (`headwater.testing.fiction`) built by hand: every section of a
brief has something in it. The other two are the edges: one article alone, and very many.
"""

from __future__ import annotations

from typing import Final

from msgspec.structs import replace

from headwater.evidence import cite
from headwater.testing import fiction, karsk
from headwater.testing.articles import find_words, make_article
from headwater.types import (
    Article,
    Brief,
    Claim,
    Count,
    DerivationKind,
    Edge,
    Line,
    Statement,
    Stemma,
    Story,
)

__all__ = ["find_words", "make_article", "make_brief", "make_one_article_brief", "make_wide_brief"]

_LINE_OF: Final = 3  # articles of one line in a wide brief


def make_brief() -> Brief:
    """The brief of the five invented reports: 5 articles, 3 lines of reporting, something in every section."""
    return karsk.brief()


def make_one_article_brief(article: Article | None = None) -> Brief:
    """A brief of one article and nothing else: one line, empty sections. The headline is the text's first paragraph."""
    article = article or make_article(fiction.COURIER, id="courier", outlet="Lenhaven Courier")
    first = article.text.strip().partition("\n")[0]
    line = Line("line-1", article.name, article.id, (article.id,), "no link found")
    return Brief(
        headline=cite(first, [find_words(article, first)]),
        count_line="1 article, 1 line of reporting",
        story=Story("story-1", (article.id,)),
        articles=(article,),
        stemma=Stemma("story-1", (), (), (), (line,), Count(1, 1, 1)),
        claims=(),
        statements=(),
        findings=(),
        conflicts=(),
        alterations=(),
        quotes=(),
        quote_families=(),
        figures=(),
        timeline=(),
        entities=(),
        left_out=(),
        rule="majority",
        version="0.1.0",
    )


def make_wide_brief(size: int = 60) -> Brief:
    """A brief of `size` articles: every third opens a line, the next two copy it; all assert one statement."""
    articles = tuple(
        make_article(fiction.COURIER, id=f"paper-{n:03}", outlet=f"Paper {n}", published=f"2031-03-{11 + n % 9}")
        for n in range(size)
    )
    ids = tuple(article.id for article in articles)
    groups = tuple(ids[n : n + _LINE_OF] for n in range(0, size, _LINE_OF))
    lines = tuple(Line(f"line-{n}", f"line of {g[0]}", g[0], g, "no link found") for n, g in enumerate(groups, 1))
    edges = tuple(Edge(g[0], child, DerivationKind.COPY, True, 0.9) for g in groups for child in g[1:])
    count = Count(len(lines), len(lines), len(lines))
    claims = tuple(_death(article) for article in articles)
    claim_ids = tuple(claim.id for claim in claims)
    statement = Statement("s1", claim_ids[0], claim_ids, ids, count, tuple(line.id for line in lines), 0, 1.0)
    return replace(
        make_one_article_brief(articles[0]),
        count_line=f"{size} articles, {len(lines)} lines of reporting",
        story=Story("story-1", ids),
        articles=articles,
        stemma=Stemma("story-1", (), (), edges, lines, count),
        claims=claims,
        statements=(statement,),
    )


def _death(article: Article) -> Claim:
    words = find_words(article, "Six people died")
    sentence = find_words(article, article.text.partition("\n")[0])
    return Claim(f"claim-{article.id}", words, sentence, "die", "kill", find_words(article, "died"))
