"""Articles, lines and who took text from whom, in one brief and in a later one."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from headwater.decisions.changes.wording import all_called, became
from headwater.decisions.words import listed
from headwater.types import Brief, Change, ChangeKind, Count, Span

__all__ = ["articles_changed", "copies_changed", "lines_changed"]


def articles_changed(before: Brief, after: Brief) -> Iterator[Change]:
    """Articles that came in or went."""
    was, now = ({article.id for article in brief.articles} for brief in (before, after))
    for new, verb in ((sorted(now - was), "came in"), (sorted(was - now), "went")):
        if new:
            yield Change(ChangeKind.ARTICLES, f"{all_called(new, before, after)} {verb}")


def lines_changed(before: Brief, after: Brief) -> Iterator[Change]:
    """How many lines there are, and each line of which the articles are others than before."""
    was, now = before.stemma.count, after.stemma.count
    if was.best != now.best:
        yield Change(ChangeKind.LINES, f"{became(was.best, now.best, 'line')}{_range(now)}")
    elif (was.low, was.high) != (now.low, now.high):
        yield Change(ChangeKind.LINES, f"the number of lines was {_said(was)} and is {_said(now)}")
    there = {article.id for article in before.articles} & {article.id for article in after.articles}
    old = {frozenset(line.articles) & there for line in before.stemma.lines} - {frozenset()}
    new = {frozenset(line.articles) & there for line in after.stemma.lines} - {frozenset()}
    for line in sorted(new - old, key=sorted):
        others = set(chain.from_iterable(each for each in old if each & line)) - line
        yield Change(ChangeKind.LINES, _line(sorted(line), sorted(others), after))


def copies_changed(before: Brief, after: Brief) -> Iterator[Change]:
    """Texts that are held to be taken from others than before."""
    was, now = _parents(before), _parents(after)
    for child in (article.id for article in after.articles if article.id in was):
        gone, come = sorted(was[child] - now[child]), sorted(now[child] - was[child])
        if gone:
            said = f"{all_called([child], after)} is no longer held to have text from {listed(gone)}"
            yield Change(ChangeKind.COPY, said, _whole(after, child))
        if come:
            said = f"{all_called([child], after)} is now held to have text from {listed(come)}"
            yield Change(ChangeKind.COPY, said, _whole(after, child))


def _said(count: Count) -> str:
    return f"{count.best}" if count.low == count.high else f"{count.low} to {count.high}"


def _range(count: Count) -> str:
    return "" if count.low == count.high else f" ({_said(count)})"


def _line(articles: list[str], others: list[str], after: Brief) -> str:
    """What became of the articles of a line: alone, together, and whom they left."""
    alone = len(articles) == 1
    said = f"{all_called(articles, after)} {'is a line alone' if alone else 'are one line'} now"
    return f"{said}, without {all_called(others, after)}" if others else said


def _parents(brief: Brief) -> dict[str, set[str]]:
    """What each article has text from, as a reader calls it: the ids of unseen originals change with their lines."""
    unseen = {each.id: f"the {each.label}" for each in brief.stemma.unseen}
    found: dict[str, set[str]] = {article.id: set() for article in brief.articles}
    for edge in brief.stemma.edges:
        found.setdefault(edge.child, set()).add(unseen.get(edge.parent) or all_called([edge.parent], brief))
    return found


def _whole(brief: Brief, article: str) -> tuple[Span, ...]:
    text = next(each.text for each in brief.articles if each.id == article)
    return (Span(article, 0, len(text)),) if text else ()
