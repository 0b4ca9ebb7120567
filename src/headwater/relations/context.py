"""What comparators work with: the texts around two claims, and what each comparator answers."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final, NamedTuple

from headwater.text.mentions import EntityIndex
from headwater.types import Claim, ConflictKind, Document, Evidence, Happening, Place, Span

__all__ = ["Comparator", "Compared", "Context", "Fit", "context_of", "evidence_of", "mirrored"]


@dataclass(frozen=True)
class Context:
    """What two claims are read in: their documents by article id, who is named where, and, if known, more.

    `places` are the place names of each article, by its id, as the map has them; `happenings` says by claim id which
    event a claim tells of: claims of one event are tied by it. `apart` are pairs of claims (ids, smaller first) that
    are known to tell of different events. All three may be left out.
    """

    documents: Mapping[str, Document]
    entities: EntityIndex = field(default_factory=lambda: EntityIndex(()))
    places: Mapping[str, Sequence[Place]] = field(default_factory=dict)
    happenings: Mapping[str, str] = field(default_factory=dict)
    apart: Collection[tuple[str, str]] = frozenset()

    def words(self, span: Span) -> str:
        """The exact words of a span. Raises `KeyError` if its document is not here."""
        return self.documents[span.article].article.text[span.start : span.end]

    def are_of_one_event(self, one: Claim, other: Claim) -> bool:
        """Whether the two are known to tell of one event."""
        known = self.happenings.get(one.id)
        return known is not None and known == self.happenings.get(other.id)

    def are_apart(self, one: Claim, other: Claim) -> bool:
        """Whether the two are known to tell of different events."""
        return bool(self.apart) and (min(one.id, other.id), max(one.id, other.id)) in self.apart

    def published(self, claim: Claim) -> str:
        """When the claim's article came out, as an ISO day or instant; '' if it does not say."""
        dated = self.documents[claim.span.article].article.published
        return dated.value if dated is not None else ""

    def sentence(self, claim: Claim) -> str:
        """The sentence that the claim stands in."""
        return self.words(claim.sentence)


def context_of(
    documents: Iterable[Document],
    entities: EntityIndex,
    places: Iterable[Place] = (),
    happenings: Iterable[Happening] = (),
    apart: Collection[tuple[str, str]] = frozenset(),
) -> Context:
    """The context of claims of these documents."""
    event_of = {claim: one.id for one in happenings for claim in one.claims}
    named: dict[str, list[Place]] = defaultdict(list)
    for place in places:
        named[place.span.article].append(place)
    return Context({document.article.id: document for document in documents}, entities, named, event_of, apart)


class Fit(StrEnum):
    """How what one claim says in one respect stands to what the other says."""

    SAME = "same"
    NARROWER = "narrower"  # the left is the more specific one
    WIDER = "wider"
    BOTH = "can both hold"
    APART = "exclude each other"
    LATER = "updated"
    UNRELATED = "of something else"
    SILENT = "not said by both"


_SCORES: Final = {Fit.SAME: 1.0, Fit.NARROWER: 0.7, Fit.WIDER: 0.7, Fit.BOTH: 0.3, Fit.LATER: 0.2}
_MIRROR: Final = {Fit.NARROWER: Fit.WIDER, Fit.WIDER: Fit.NARROWER}


class Compared(NamedTuple):
    """What a comparator found in one respect (`name`), in words, with the places; `aspect` if it can be a conflict."""

    name: str
    fit: Fit
    note: str = ""
    left: Span | None = None
    right: Span | None = None
    aspect: ConflictKind | None = None


Comparator = Callable[[Claim, Claim, Context], tuple[Compared, ...]]


def mirrored(fit: Fit) -> Fit:
    """The same fit, seen from the other claim."""
    return _MIRROR.get(fit, fit)


def evidence_of(found: Compared) -> Evidence:
    """The answer of a comparator as evidence: 1 for agreement, -1 for exclusion, 0 for what is of something else."""
    score = -1.0 if found.fit is Fit.APART else _SCORES.get(found.fit, 0.0)
    return Evidence(found.name, score, found.note or found.fit.value, found.left, found.right)
