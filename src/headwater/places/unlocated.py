"""Names of places that the map lacks, as where a story may have happened: a village, a port, a quarter.

A street or a body is none, nor a word that the story mostly uses as the name of somebody or something else, nor a
wider place behind a comma ("Kelmara, Drovenia" tells of Kelmara).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

from headwater.places.embedded import PARTS, ROADS, place_inside
from headwater.places.votes import Votes, lines_of, weight_of
from headwater.text.atlas import fold_name
from headwater.types import Document, EntityKind, FurnitureKind, Place, Span

__all__ = ["best_unlocated", "own_words", "stands_in_dateline"]

_LEAST: Final = 2  # mentions; a name that stands once may be no name of a place


def best_unlocated(documents: Sequence[Document], votes: Votes, line_of: Mapping[str, str]) -> Votes:
    """The votes for the name without a point that most lines give, then the one with most votes; empty if none is."""
    texts = {document.article.id: document.article.text for document in documents}
    others = _otherwise(documents)
    held: dict[str, dict[Span, tuple[Place, float]]] = defaultdict(dict)
    for span, vote in sorted(votes.items()):
        if not vote[0].country and vote[0].lat is None and not place_inside(texts[span.article], span):
            held[fold_name(vote[0].name)][span] = vote
    ranks = {
        name: (lines_of(cast, line_of), weight_of(cast))
        for name, cast in held.items()
        if len(cast) >= max(_LEAST, others[name] + 1) and name.rpartition(" ")[2] not in ROADS | PARTS
    }
    best = max(sorted(ranks), key=lambda name: ranks[name], default="")
    inside = (name for name in _inside(best, texts, votes) if name in ranks and ranks[name][0] == ranks[best][0])
    return held[max(sorted(inside), key=lambda name: ranks[name], default=best)] if best else {}


def own_words(votes: Votes) -> str:
    """The name as the articles mostly write it; capitals throughout, as in datelines, only if none does otherwise."""
    forms = Counter(place.name for place, _ in votes.values())
    return min(forms, key=lambda form: (form.isupper(), -forms[form], form))


def stands_in_dateline(documents: Sequence[Document], votes: Votes) -> bool:
    """Whether one of these mentions is in a dateline: the town that a report was sent from."""
    return any(
        part.kind is FurnitureKind.DATELINE and part.span.start <= span.start and span.end <= part.span.end
        for document in documents
        for part in document.furniture
        for span in votes
        if span.article == document.article.id
    )


def _otherwise(documents: Sequence[Document]) -> Counter[str]:
    """How often each name is one of a person, a body or a thing."""
    return Counter(
        fold_name(document.article.text[name.span.start : name.span.end])
        for document in documents
        for name in document.names
        if name.kind is not EntityKind.PLACE
    )


def _inside(wide: str, texts: Mapping[str, str], votes: Votes) -> set[str]:
    """The names right behind which a comma and this one stand: what it holds."""
    ends = {(span.article, span.end): fold_name(place.name) for span, (place, _) in votes.items()}
    return {
        ends[span.article, span.start - 2]
        for span, (place, _) in votes.items()
        if fold_name(place.name) == wide
        and (span.article, span.start - 2) in ends
        and texts[span.article][span.start - 2 : span.start] == ", "
    }
