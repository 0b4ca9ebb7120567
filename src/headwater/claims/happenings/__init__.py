"""Which claims tell of one event, whatever they assert of it: event coreference over the articles of a story.

Each event word is seen with its sentence (`views.py`); pairs whose words meet, by lemma, derivation, thesaurus, event
class or by the company they keep in the story, are weighed sign by sign (`signs.py`) in a logistic model (`weights.py`;
`training/events/` fits it); groups are joined by average linkage. The lexical filter follows Ahmed et al. (2023), the
signs the literature on event coreference across documents (Cybulska and Vossen 2015; Held et al. 2021).

Tellings that show the same are one: copies of a text weigh nothing.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Hashable, Iterable, Iterator, Sequence
from typing import Final

from headwater.claims.happenings.linking import average_linkage
from headwater.claims.happenings.meeting import compared
from headwater.claims.happenings.signs import Signs, signs_of
from headwater.claims.happenings.space import Space
from headwater.claims.happenings.views import EventView, view_of
from headwater.claims.happenings.weights import BASE_RATE, JOIN, WEIGHTS
from headwater.text.clauses import COPULAS
from headwater.text.mentions import EntityIndex
from headwater.types import Claim, Document, Happening, Span

__all__ = ["event_views", "find_happenings", "same_events", "weighed_pairs"]

Pair = tuple[int, int]

_NEVER: Final = -1e6  # a chance so far below nothing that no mean with it stands; finite, so that sums stay numbers


def find_happenings(
    claims: Sequence[Claim],
    documents: Sequence[Document],
    entities: EntityIndex,
    apart: Iterable[tuple[str, str]] = (),
) -> tuple[Happening, ...]:
    """The events that the claims of a story tell of, those told most often first; ids `h1`, `h2`, ... in that order.

    A claim is in one event at most: of several claims on one event word all are in its event. Claims whose word tells
    of a state and not of an event are in none. `apart` are pairs of claims (ids) that are known to tell of different
    events: these are never in one, unless one word tells both.
    """
    told: dict[Span, list[Claim]] = defaultdict(list)
    for claim in claims:
        told[claim.trigger].append(claim)
    views = [view for view in event_views(list(told), documents, entities) if _tells_of_an_event(view)]
    words = {claim.id: claim.trigger for claim in claims}
    parted = frozenset(tuple(sorted((words[one], words[other]))) for one, other in apart)
    found = [[claim for trigger in group for claim in told[trigger]] for group in _grouped(views, documents, parted)]
    ranked = sorted(found, key=lambda group: (-len(group), group[0].trigger))
    return tuple(_happening(f"h{rank}", group) for rank, group in enumerate(ranked, 1))


def _tells_of_an_event(view: EventView) -> bool:
    """A verb that is no copula, or a word of an event class; "is a judge" and "was empty" tell of states."""
    return (view.lemma.pos == "VERB" and view.lemma.word not in COPULAS) or bool(view.lemma.event_class)


def _happening(name: str, claims: Sequence[Claim]) -> Happening:
    words = Counter((claim.event, claim.event_class) for claim in claims)
    event, event_class = min(words, key=lambda word: (-words[word], word))
    return Happening(name, event, event_class, tuple(sorted(claim.id for claim in claims)))


def same_events(
    triggers: Sequence[Span], documents: Sequence[Document], entities: EntityIndex
) -> tuple[tuple[Span, ...], ...]:
    """The event words or phrases at the spans, grouped by the event they tell of, in order of article and place.

    `documents` are the story, `entities` its names. A span where no word of a sentence begins is left out. The order
    of the arguments changes nothing.
    """
    return _grouped(event_views(triggers, documents, entities), documents)


def _grouped(
    views: Sequence[EventView], documents: Sequence[Document], parted: Collection[tuple[Span, ...]] = frozenset()
) -> tuple[tuple[Span, ...], ...]:
    """The event words by event; no group has both words of a `parted` pair (smaller span first)."""
    alike = _tellings(views, parted)
    firsts = [members[0] for members in alike]
    chances = {pair: _chance(signs) for pair, signs in weighed_pairs(firsts, documents)}
    chances.update(dict.fromkeys(_apart(alike, parted), _NEVER))
    groups = average_linkage(len(firsts), chances, JOIN)
    return tuple(sorted(tuple(sorted(view.trigger for n in group for view in alike[n])) for group in groups))


def _tellings(views: Sequence[EventView], parted: Collection[tuple[Span, ...]]) -> list[list[EventView]]:
    """The views that show the same, together, but for those that are parted."""
    told: dict[Hashable, list[list[EventView]]] = defaultdict(list)
    for view in views:
        alike = told[_shown(view)]
        home = next((group for group in alike if not _has_parted(group, view.trigger, parted)), None)
        if home is None:
            alike.append([view])
        else:
            home.append(view)
    return [group for alike in told.values() for group in alike]


def _has_parted(group: Sequence[EventView], trigger: Span, parted: Collection[tuple[Span, ...]]) -> bool:
    return bool(parted) and any((one.trigger, trigger) in parted for one in group)


def _apart(alike: Sequence[Sequence[EventView]], parted: Collection[tuple[Span, ...]]) -> Iterator[Pair]:
    """The places of tellings that hold a parted pair between them."""
    place = {view.trigger: number for number, group in enumerate(alike) for view in group}
    for one, other in sorted(parted):
        if one in place and other in place and place[one] != place[other]:
            yield min(place[one], place[other]), max(place[one], place[other])


def event_views(
    triggers: Sequence[Span], documents: Sequence[Document], entities: EntityIndex
) -> tuple[EventView, ...]:
    """The views of the event words at the spans, in order of article and place; a span without a word has none."""
    by_article = {document.article.id: document for document in documents}
    views = (view_of(trigger, by_article[trigger.article], entities) for trigger in sorted(set(triggers)))
    return tuple(view for view in views if view is not None)


def _shown(view: EventView) -> Hashable:
    """All that a view shows but where it stands."""
    parts = frozenset(view.parts.items())
    return view.lemma, view.words, parts, view.marks, view.context, view.near, view.numbers, view.negated, view.future


def weighed_pairs(views: Sequence[EventView], documents: Sequence[Document]) -> Iterator[tuple[Pair, Signs]]:
    """Each pair of places in `views` that is compared, with its signs; all others have nothing in common."""
    here = {view.trigger.article for view in views}
    space = Space(views, [document for document in documents if document.article.id in here])
    for one, other in compared(views, space):
        yield (one, other), signs_of(views[one], views[other], space)


def _chance(signs: Signs) -> float:
    """The chance that a pair tells of one event, 0 to 1."""
    odds = WEIGHTS[BASE_RATE] + math.fsum(WEIGHTS[name] * value for name, value in signs.items() if value)
    return 1 / (1 + math.exp(-odds))
