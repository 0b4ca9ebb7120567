"""The head of an article's page: who published it, when and how that is known, what it was read from, its line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from msgspec.structs import replace

from headwater.monitor.records import ShownArticle
from headwater.render.characters import one_line
from headwater.render.compose.desk import Desk
from headwater.render.layers.passages import node_said
from headwater.render.layers.view import HeadView, Link, VersionView
from headwater.render.lineages import how_taken
from headwater.render.naming import facts
from headwater.render.view import Fact
from headwater.text.day_words import said_day
from headwater.types import Article, Basis, Edge, Known

__all__ = ["head_of"]

_BASIS: Final = {
    Basis.FILE: "stated in what was read",
    Basis.OPTION: "given by whoever added it",
    Basis.TEXT: "read off the text",
    Basis.URL: "read off the address",
}
_NAMED: Final = {"Outlet": "outlet", "Agency": "agency", "Byline": "byline", "Published": "published", "Address": "url"}
_NO_LINK: Final = "no link found"


def head_of(shown: ShownArticle, desk: Desk | None) -> HeadView:
    """The head of an article; with its line and its sources where its story was read."""
    article = shown.kept.article
    plain = HeadView(
        title=_value(article.title) or one_line(article.name),
        outlet=_value(article.outlet),
        byline=_value(article.byline),
        published=said_day(_value(article.published)),
        facts=(*_facts(article), *_captured(shown)),
        digest=shown.capture.digest,
        versions=_versions(shown),
    )
    return plain if desk is None else _placed(plain, desk, article.id)


def _value(known: Known | None) -> str:
    return one_line(known.value) if known else ""


def _facts(article: Article) -> Iterator[Fact]:
    """The metadata but for the title, each with where it comes from."""
    for fact in facts(article):
        known = getattr(article, _NAMED.get(fact.name, ""), None)
        if fact.name != "Title":
            yield Fact(fact.name, fact.value, _BASIS[known.basis] if known else "", fact.link)
    if article.guid:
        yield Fact("Item", one_line(article.guid.value), "the identifier that its agency gave it")
    for source in article.derived_from:
        yield Fact("Made from", one_line(source.value), "as its publisher states")


def _captured(shown: ShownArticle) -> Iterator[Fact]:
    capture = shown.capture
    yield Fact("Captured", said_day(one_line(capture.taken)))
    yield Fact("Found at", one_line(capture.locator))
    kind = f", {one_line(capture.kind)}" if capture.kind else ""
    yield Fact("Original", f"{len(capture.data):,} bytes{kind}")


def _versions(shown: ShownArticle) -> tuple[VersionView, ...]:
    """The texts under one address, none where there is but this one."""
    if len(shown.versions) < 2:
        return ()
    here = shown.kept.article.id
    return tuple(
        VersionView(each.article, one_line(each.title) or each.article, said_day(each.taken), each.article == here)
        for each in shown.versions
    )


def _placed(head: HeadView, desk: Desk, article: str) -> HeadView:
    line = next((each for each in desk.brief.stemma.lines if article in each.articles), None)
    if line is None:
        return head
    caveat = ", which does not show that there is none" if line.standing == _NO_LINK else ""
    return replace(
        head,
        letter=desk.naming.line(line.id),
        line=one_line(line.label),
        standing=f"{one_line(line.standing)}{caveat}",
        took=tuple(_took(desk, edge) for edge in desk.brief.stemma.edges if edge.child == article),
        gave=tuple(_gave(desk, edge) for edge in desk.brief.stemma.edges if edge.parent == article),
    )


def _took(desk: Desk, edge: Edge) -> Link:
    here = edge.parent in desk.articles
    return Link(f"{how_taken(edge)} {node_said(desk, edge.parent)}", edge.parent if here else "")


def _gave(desk: Desk, edge: Edge) -> Link:
    return Link(f"{desk.naming.short(edge.child)} {_GAVE[edge.whole]} it", edge.child)


_GAVE: Final = {True: "was made from", False: "took a passage from"}
