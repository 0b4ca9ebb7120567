"""Claims that repeat each other outright: copies of a text need no comparing, and must not shift what words weigh.

However many copies there are, they count as one claim in all that follows, so that a copy changes no statement but
those it repeats, and a hundred copies cost as much as one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Hashable, Mapping, Sequence
from typing import Final

from headwater.claims.terms import Terms
from headwater.types import Claim, Document, Span, Stemma

__all__ = ["first_tellings"]

_TELLING: Final = 2  # terms by which a claim is known wherever it stands; with fewer, its whole sentence has to agree


def first_tellings(
    claims: Sequence[Claim],
    bags: Mapping[str, Terms],
    documents: Mapping[str, Document],
    stemma: Stemma,
    apart: Collection[tuple[str, str]] = frozenset(),
) -> dict[str, str]:
    """For each claim id, in the order of `claims`, the id of the first claim that says the same in the same terms.

    Two claims of one sentence never share a first telling, nor do those that are known to tell of different events:
    the pairs `apart`, smaller id first.
    """
    line_of = {article: line.id for line in stemma.lines for article in line.articles}
    told: dict[Hashable, list[list[str]]] = defaultdict(list)
    within: dict[Hashable, int] = defaultdict(int)
    found = {}
    for claim in sorted(claims, key=lambda claim: claim.id):
        words = _said(claim, bags[claim.id], documents[claim.span.article], line_of[claim.span.article])
        turn = within[words, claim.sentence]
        within[words, claim.sentence] += 1
        alike = told[words, turn]
        home = next((group for group in alike if not any((one, claim.id) in apart for one in group)), None)
        if home is None:
            home = []
            alike.append(home)
        home.append(claim.id)
        found[claim.id] = home[0]
    return {claim.id: found[claim.id] for claim in claims}


def _said(claim: Claim, bag: Terms, document: Document, line: str) -> Hashable:
    """What makes a repetition: the terms with their weights; of a claim with few terms its sentence, in its line."""
    terms = (bag.event, bag.parts, frozenset(bag.terms))
    if len(bag.terms) >= _TELLING:
        return terms
    return (*terms, line, _words(document, claim.sentence), claim.span.start - claim.sentence.start)


def _words(document: Document, span: Span) -> str:
    return " ".join(document.article.text[span.start : span.end].split())
