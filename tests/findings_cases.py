"""Short invented stories and what a brief must say of them: the form of a case, and how it is read.

Articles are called a, b, c ... in the order in which they are given. Each is a line of reporting of its own unless the
case says which are copies: `lines=("abc", "d")` makes b and c copies of a, paragraph by paragraph. People and places
are fiction everywhere. A fact that does not hold yet is marked `still`, with the reason; the mark is strict.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from string import ascii_lowercase
from typing import Any

import pytest

from headwater.models.spacy_english import load_parser
from headwater.pipeline import brief_articles
from headwater.settings import Settings
from headwater.testing.articles import make_article
from headwater.testing.reading import StoryRead, read_story, read_texts, stemma_of
from headwater.types import Brief, Claim, Conflict, ConflictKind, Figure, Passage, Side, Span, Statement, Status

__all__ = ["DAY", "Told", "brief_of", "broken", "case", "told"]

DAY = "2031-03-11"  # a Tuesday


def broken(reason: str) -> pytest.MarkDecorator:
    """The mark of a test that fails now, and why."""
    return pytest.mark.xfail(strict=True, reason=reason)


def case(name: str, *facts: object, still: str = "") -> Any:
    """One row of a table: its name as the test's id, and a strict mark if the fact does not hold yet."""
    marks = [broken(still)] if still else []
    return pytest.param(*facts, id=name.replace(" ", "-"), marks=marks)


@dataclass(frozen=True)
class Told:
    """A story read to its end, asked in plain words."""

    read: StoryRead

    @property
    def conflicts(self) -> tuple[Conflict, ...]:
        return self.read.conflicts

    def of(self, kind: ConflictKind) -> list[Conflict]:
        return [one for one in self.conflicts if one.kind is kind]

    def sides(self, kind: ConflictKind) -> list[dict[str, str]]:
        """Each conflict of the kind: its firm values, and the articles behind each as letters."""
        return [{side.value: "".join(side.articles) for side in firm(one)} for one in self.of(kind)]

    def said(self, kind: ConflictKind) -> list[set[str]]:
        """Each conflict of the kind: the words behind its firm values."""
        return [{self.words(side.spans[0]).lower() for side in firm(one)} for one in self.of(kind)]

    def words(self, span: Span) -> str:
        return self.read.article(span.article).text[span.start : span.end]

    def claims(self, word: str, article: str = "") -> list[Claim]:
        """The claims whose event word is `word`."""
        return [
            claim
            for claim in self.read.claims
            if claim.span.article in (article or ascii_lowercase) and self.words(claim.trigger).lower() == word
        ]

    def claim(self, word: str, article: str = "") -> Claim:
        found = self.claims(word, article)
        assert found, f"nobody claims {word!r}; there are {[self.read.words(claim) for claim in self.read.claims]}"
        return found[0]

    def statement(self, word: str, article: str = "") -> Statement:
        claim = self.claim(word, article)
        return next(one for one in self.read.statements if claim.id in one.claims)

    def statuses(self, word: str, article: str = "") -> dict[Status, str]:
        """What is found of the statement, with the reasons."""
        statement = self.statement(word, article)
        return {one.status: one.reason.text for one in self.read.findings if one.statement == statement.id}

    def figure(self, role: str) -> Figure:
        """The first figure of that role."""
        found = [one for one in self.read.figures if one.role == role]
        assert found, f"nothing counts {role!r}; there are {[one.role for one in self.read.figures]}"
        return found[0]


def firm(conflict: Conflict) -> list[Side]:
    return [side for side in conflict.sides if not side.weak]


@functools.cache
def told(
    *texts: str, lines: tuple[str, ...] = (), published: str | tuple[str, ...] = DAY, rule: str = "majority"
) -> Told:
    """The articles read, by the stages that count. `published` is the day or instant of all of them or of each."""
    articles = dict(zip(ascii_lowercase, texts, strict=False))
    days = published if isinstance(published, str) else dict(zip(articles, published, strict=True))
    groups = {group[0]: list(group) for group in lines or articles}
    passages = [
        passage
        for group in groups.values()
        for child in group[1:]
        for passage in _copied(articles[group[0]], group[0], articles[child], child)
    ]
    return Told(read_story(articles, stemma_of(groups, passages), days, rule))


def _copied(text: str, parent: str, copy: str, child: str) -> list[Passage]:
    """Paragraph n of the one answers paragraph n of the other."""
    one, other = read_texts({parent: text, child: copy})[:: 1 if parent < child else -1]
    return [Passage(left, right, 1.0) for left, right in zip(one.paragraphs, other.paragraphs, strict=False)]


def brief_of(
    *texts: str, published: str | Sequence[str] = DAY, named: Callable[[int], str] = ascii_lowercase.__getitem__
) -> Brief:
    """The articles through the whole pipeline, which finds by itself who copied whom."""
    days = [published] * len(texts) if isinstance(published, str) else published
    articles = [
        make_article(text, id=named(number), outlet=f"Paper {named(number)}", published=day)
        for number, (text, day) in enumerate(zip(texts, days, strict=True))
    ]
    chosen = Settings()
    return brief_articles(articles, chosen, parser=load_parser(chosen.model))[0]
