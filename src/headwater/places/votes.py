"""How the mentions of places vote for where a story happened.

News tells the place of an event in its first sentences (Hamborg et al. 2019, "Giveme5W1H"). Each mention weighs less
the later its sentence stands; the mentions of an article share one vote, so that a long article has no more say than a
short one, and the articles of one line of reporting share theirs, so that a copy adds nothing.
"""

from __future__ import annotations

import math
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from typing import Final, TypeAlias

from headwater.types import Document, Evidence, Place, Span

__all__ = ["Votes", "cast_votes", "lines_of", "surely", "weight_of", "winning"]

_FADES: Final = 15.0  # sentences after which a mention weighs a third
_EMBEDDED: Final = 0.7  # the vote of a place in the name of a body

Votes: TypeAlias = Mapping[Span, tuple[Place, float]]  # a mention, the place it means, its share of its line's vote


def cast_votes(documents: Sequence[Document], places: Sequence[Place], line_of: Mapping[str, str]) -> Votes:
    """Every mention's vote: by how early its sentence stands, as a share of its article's and of its line's."""
    starts = {document.article.id: [one.span.start for one in document.sentences] for document in documents}
    lines = Counter(line_of.get(article, article) for article in {place.span.article for place in places})
    early: dict[Span, float] = {}
    whole: dict[str, float] = defaultdict(float)
    for place in sorted(places, key=lambda place: place.span):
        article = place.span.article
        number = bisect_right(starts[article], place.span.start)
        early[place.span] = (_EMBEDDED if place.embedded else 1.0) * math.exp(-number / _FADES)
        whole[article] += early[place.span] * lines[line_of.get(article, article)]
    return {place.span: (place, early[place.span] / whole[place.span.article]) for place in places}


def winning(votes: Votes, of: Callable[[Place], str]) -> tuple[Votes, Evidence]:
    """The votes for what has most of them, with how surely. Raises `ValueError` if there are no votes."""
    weights: dict[str, float] = defaultdict(float)
    for _, (place, weight) in sorted(votes.items()):
        weights[of(place)] += weight
    won = max(sorted(weights), key=lambda key: weights[key])
    sure = surely(won, weights[won], sum(weights.values()) - weights[won])
    return {span: vote for span, vote in votes.items() if of(vote[0]) == won}, sure


def surely(name: str, weight: float, rest: float) -> Evidence:
    """The logarithm of the odds of what has this weight of votes, a tenth of a vote held back."""
    return Evidence("mentions", round(math.log((weight + 0.1) / (rest + 0.1)), 3), f"{name} against the rest")


def lines_of(votes: Votes, line_of: Mapping[str, str]) -> int:
    """How many lines of reporting cast these votes."""
    return len({line_of.get(span.article, span.article) for span in votes})


def weight_of(votes: Votes) -> float:
    """The sum of these votes."""
    return math.fsum(weight for _, weight in votes.values())
