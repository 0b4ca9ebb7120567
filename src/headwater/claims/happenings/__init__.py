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
from collections.abc import Hashable, Iterator, Sequence

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


def find_happenings(
    claims: Sequence[Claim], documents: Sequence[Document], entities: EntityIndex
) -> tuple[Happening, ...]:
    """The events that the claims of a story tell of, those told most often first; ids `h1`, `h2`, ... in that order.

    A claim is in one event at most: of several claims on one event word all are in its event. Claims whose word tells
    of a state and not of an event are in none.
    """
    told: dict[Span, list[Claim]] = defaultdict(list)
    for claim in claims:
        told[claim.trigger].append(claim)
    views = [view for view in event_views(list(told), documents, entities) if _tells_of_an_event(view)]
    found = [[claim for trigger in group for claim in told[trigger]] for group in _grouped(views, documents)]
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


def _grouped(views: Sequence[EventView], documents: Sequence[Document]) -> tuple[tuple[Span, ...], ...]:
    tellings: dict[Hashable, list[EventView]] = defaultdict(list)
    for view in views:
        tellings[_shown(view)].append(view)
    alike = list(tellings.values())
    firsts = [members[0] for members in alike]
    chances = {pair: _chance(signs) for pair, signs in weighed_pairs(firsts, documents)}
    groups = average_linkage(len(firsts), chances, JOIN)
    return tuple(sorted(tuple(sorted(view.trigger for n in group for view in alike[n])) for group in groups))


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
