"""What a decision says, in one clause, with articles by what a reader calls them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from headwater.types import Article, Decision, DecisionKind

__all__ = ["called", "listed", "quoted", "says"]


def says(decision: Decision, articles: Mapping[str, Article]) -> str:
    """The decision in words: "“I. Solt” and “Imre Solt” are one name". Articles that are not known go by their ids."""
    if decision.kind is DecisionKind.SAME_PERSON:
        return f"{quoted((*decision.left, *decision.right))} are one name"
    if decision.kind is DecisionKind.NOT_SAME_PERSON:
        return f"{quoted(decision.left)} and {quoted(decision.right)} are not one name"
    if decision.kind is DecisionKind.FIGURE:
        return f"the figure “{decision.left[0]}” is {decision.value}"
    left, right = (_side([called(each, articles) for each in side]) for side in (decision.left, decision.right))
    if decision.kind is DecisionKind.NOT_A_COPY:
        return f"no text went between {left} and {right}"
    if decision.kind is DecisionKind.TOGETHER:
        return f"{left} and {right} tell of one story"
    return f"{left} and {right} tell of different stories"


def _side(articles: Sequence[str]) -> str:
    """One side; several articles by "or", so that they are not taken for two sides."""
    return f"any of {', '.join(articles[:-1])} or {articles[-1]}" if len(articles) > 1 else articles[0]


def called(article: str, articles: Mapping[str, Article]) -> str:
    """What a reader calls an article: its outlet and the name of its file; the id where the article is not known."""
    known = articles.get(article)
    if known is None:
        return article
    return f"{known.outlet.value} ({known.name})" if known.outlet is not None else known.name


def quoted(spellings: Iterable[str]) -> str:
    """Spellings as a list, each in quotation marks."""
    return listed(f"“{each}”" for each in spellings)


def listed(parts: Iterable[str]) -> str:
    """A list as a sentence has it: "a", "a and b", "a, b and c"."""
    given = tuple(parts)
    return f"{', '.join(given[:-1])} and {given[-1]}" if len(given) > 1 else "".join(given)
