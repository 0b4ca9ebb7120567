"""The log of decisions: what still holds once every undoing took effect, and which of it concerns a story."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence

from msgspec.structs import replace

from headwater.decisions.kinds import ON_ARTICLES, ON_COPIES, ON_WORDS
from headwater.text.cited_words import read_words, words_of
from headwater.types import Article, Decision, DecisionKind

__all__ = ["articles_of", "by_id", "concerning", "in_order", "standing", "undone"]


def standing(log: Iterable[Decision]) -> tuple[Decision, ...]:
    """The decisions that hold, by number; those without one come first, in the order given.

    An undoing takes back what came before it, another undoing too, which brings back what that one took. What is left
    has no undoing in it, so that the standing of it is the same.
    """
    ordered = sorted(log, key=lambda decision: decision.number)
    gone = undone(ordered)
    return tuple(one for one in ordered if one.kind is not DecisionKind.UNDO and not _is_undone(one, gone))


def undone(log: Iterable[Decision]) -> frozenset[int]:
    """The numbers of the decisions that no longer hold, undoings that were undone among them."""
    found: set[int] = set()
    for decision in sorted(log, key=lambda decision: decision.number, reverse=True):
        if decision.kind is DecisionKind.UNDO and not _is_undone(decision, found):
            found.add(decision.undoes)
    return frozenset(found)


def concerning(decisions: Iterable[Decision], articles: Collection[str]) -> tuple[Decision, ...]:
    """Those of the decisions that a story with these articles (ids) is to be analysed with, in their order.

    A decision on names or figures concerns the story that its article is in, and every story where it names none; one
    on copies concerns the story that has articles of both sides, one on stories those that have some of either, one on
    words those that have an article of any.
    """
    return tuple(decision for decision in decisions if _concerns(decision, articles))


def articles_of(decision: Decision) -> tuple[str, ...]:
    """The articles that a decision names, in its story, on its sides or in its words; each once."""
    sides = (*decision.left, *decision.right)
    if decision.kind in ON_WORDS:
        sides = tuple(read_words(name).article for name in sides)
    elif decision.kind not in ON_ARTICLES:
        sides = ()
    return tuple(dict.fromkeys(one for one in (decision.story, *sides) if one))


def in_order(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """The decisions as a brief tells them: by number, then by time, then by what they say, whatever order they had."""
    return tuple(sorted(decisions, key=_place))


def by_id(decisions: Iterable[Decision], articles: Sequence[Article]) -> tuple[Decision, ...]:
    """The decisions with the ids of articles where a reader gave their names (the file's), as far as one has the name.

    What is neither an id nor the name of exactly one article stays as it is.
    """
    ids = _ids(articles)
    return tuple(_with_ids(decision, ids) for decision in decisions)


def _place(one: Decision) -> tuple[int, str, str, tuple[str, ...], tuple[str, ...], str, str, str]:
    return one.number, one.made, one.kind.value, one.left, one.right, one.value, one.by, one.note


def _is_undone(decision: Decision, gone: Collection[int]) -> bool:
    return decision.number > 0 and decision.number in gone


def _concerns(decision: Decision, articles: Collection[str]) -> bool:
    if decision.kind in ON_WORDS:
        return any(read_words(name).article in articles for name in (*decision.left, *decision.right))
    if decision.kind not in ON_ARTICLES:
        return not decision.story or decision.story in articles
    sides = [any(article in articles for article in side) for side in (decision.left, decision.right)]
    return all(sides) if decision.kind in ON_COPIES else any(sides)


def _ids(articles: Sequence[Article]) -> Mapping[str, str]:
    """The ids by the names that only one article has; an id stands for itself."""
    names = [article.name for article in articles]
    found = {article.name: article.id for article in articles if names.count(article.name) == 1}
    return {**found, **{article.id: article.id for article in articles}}


def _with_ids(decision: Decision, ids: Mapping[str, str]) -> Decision:
    story = ids.get(decision.story, decision.story)
    if decision.kind not in (*ON_ARTICLES, *ON_WORDS):
        return replace(decision, story=story)
    known = _words_with_id if decision.kind in ON_WORDS else _article_with_id
    left, right = (tuple(known(one, ids) for one in side) for side in (decision.left, decision.right))
    return replace(decision, left=left, right=right, story=story)


def _article_with_id(name: str, ids: Mapping[str, str]) -> str:
    return ids.get(name, name)


def _words_with_id(name: str, ids: Mapping[str, str]) -> str:
    span = read_words(name)
    return words_of(replace(span, article=ids.get(span.article, span.article)))
