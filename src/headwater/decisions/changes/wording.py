"""How a change is said: numbers that became others, articles by what a reader calls them."""

from __future__ import annotations

from collections.abc import Iterable

from headwater.decisions.words import called, listed
from headwater.types import Brief

__all__ = ["all_called", "became", "counted"]


def became(before: int, after: int, thing: str) -> str:
    """What a number became: "3 lines became 4", "1 source became none"."""
    return f"{counted(before, thing)} became {f'{after:,}' if after else 'none'}"


def counted(amount: int, thing: str) -> str:
    """Count things: "1 line", "no source", "3 lines"."""
    return f"{amount:,} {thing}{'s' * (amount > 1)}" if amount else f"no {thing}"


def all_called(articles: Iterable[str], *briefs: Brief) -> str:
    """What a reader calls some articles of the briefs, as a list."""
    known = {article.id: article for brief in briefs for article in brief.articles}
    return listed(called(each, known) for each in articles)
