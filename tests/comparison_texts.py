"""Two invented reports of one invented accident, one made from the other, and a comparison built by hand."""

from __future__ import annotations

import re
from typing import Final

from headwater.evidence import cite
from headwater.testing.articles import find_words, make_article
from headwater.types import (
    Article,
    Comparison,
    Derivation,
    DerivationKind,
    Difference,
    Direction,
    Evidence,
    Facing,
    Masked,
    Passage,
    Span,
)

# All people and places are fiction.
SOURCE: Final = """\
A cable car stopped above the Ilmen gorge on Thursday evening, and 14 passengers hung over the water for six hours.

Rescuers from Brandhollow climbed down the pylon with ropes and lifted them out one by one before midnight.

“We sang to keep the children calm,” said Marta Velling, a teacher who was in the cabin.

The operator said the motor had been replaced in March and had passed a test of the brakes in the spring.

The line, opened in 1958, carries hikers from the station at Oster to the ridge and closes in strong wind.

Inspectors will look at the motor on Friday, and the gorge stays shut to visitors until they have reported.
"""
COPY: Final = """\
Rescuers from Brandhollow climbed down the pylon with ropes and lifted them out one by one before midnight.

A cable car stopped above the Ilmen gorge on Thursday evening, and 41 passengers hung over the water for six hours.

“We sang to keep the children calm,” said Marta Velling, a teacher who was in the cabin.

The operator said the engine had been swapped in March and had passed a test of the brakes.

The line, opened in 1958, carries hikers from the station at Oster to the ridge and closes in strong wind.

Nobody answered the phone at the town hall of Oster on Thursday night.
"""
ELSEWHERE: Final = """\
The bakers of Port Sellow voted on Monday to close their ovens for a week over the price of flour.

Their guild wants the council to open the municipal store, which holds nine hundred sacks from last year.
"""
UNMARKED: Final = """\
A teacher told reporters at the Ilmen gorge that they had hardly been afraid on Thursday evening.

We sang to keep the children calm, Marta Velling recalled, while the ropes came down from the pylon.
"""


def report(text: str, name: str, **known: str) -> Article:
    """An article that publishes one of these texts."""
    return make_article(text, id=name, name=f"{name}.txt", **known)  # type: ignore[arg-type]  # names of metadata


def by_hand(left: Article, right: Article) -> Comparison:
    """A comparison in which each line of A faces the line of B of the same number; what is left over stands alone.

    The first word of each is exchanged, and the second line, where there is one, is masked as a quote.
    """
    ours, theirs = _lines(left), _lines(right)
    pairs = list(zip(ours, theirs, strict=False))
    whole = Evidence("closest sentence", 2.5, "alike by 0.90", ours[0], theirs[0])
    passages = tuple(Passage(one, other, 0.9) for one, other in pairs)
    evidence = (Evidence("base rate", -1.25, "pairs rarely share text"), whole)
    derivation = Derivation(
        left.id, right.id, DerivationKind.REWRITE, Direction.LEFT_TO_RIGHT, 1.25, passages, evidence,
        (Evidence("quote trimmed", 1.5, "4 of 9 quoted words are left", ours[0], theirs[0]),), passages, evidence,
    )  # fmt: skip
    return Comparison(
        verdict=cite("B is a rewrite of A: log-odds +1.2 that text was taken", [ours[0], theirs[0]]),
        direction=cite("The text went from A to B", [ours[0]]),
        articles=(left, right),
        derivation=derivation,
        facing=(
            *(Facing((one,), (other,), 0.9, differences=(_first(left, one, right, other),)) for one, other in pairs),
            *(Facing((one,), ()) for one in ours[len(pairs) :]),
            *(Facing((), (one,)) for one in theirs[len(pairs) :]),
        ),
        masked=tuple(Masked(span, "quote") for span in (*ours[1:2], *theirs[1:2])),
        alterations=(),
        among=(),
        context="",
        left_out=(),
        version="0.1.0",
    )


def _lines(article: Article) -> list[Span]:
    return [Span(article.id, found.start(), found.end()) for found in re.finditer(r"\S[^\n]*", article.text)]


def _first(left: Article, one: Span, right: Article, other: Span) -> Difference:
    return Difference(_first_word(left, one), _first_word(right, other))


def _first_word(article: Article, line: Span) -> Span:
    word = article.text[line.start : line.end].split()[0]
    return Span(article.id, line.start, line.start + len(word))


__all__ = ["COPY", "ELSEWHERE", "SOURCE", "UNMARKED", "by_hand", "find_words", "report"]
