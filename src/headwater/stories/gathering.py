"""Stage 2. Documents -> stories: which articles tell of one event.

Two articles belong together if what they are about is alike: the cosine of tf-idf vectors of name mentions, numbers
and content words (Salton and Buckley 1988), computed within the batch. Whoever hands in five files means one story, so
articles are kept together unless nothing but common words links them; the reader is told when a batch falls apart.
"""

from __future__ import annotations

import itertools
import math
from collections import Counter
from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from headwater.decisions import UNSETTLED, Settled
from headwater.engines.base import Engine
from headwater.stories.decided import groups_decided
from headwater.text.words import digest
from headwater.types import Document, Evidence, Name, Story

__all__ = ["gather_stories"]

_SAME_STORY = 0.06  # cosine from which a pair links two articles; unrelated news lies below .03, see docs/stories.md
_CONTENT = frozenset({"NOUN", "VERB", "ADJ", "PROPN", "NUM"})
_NAME_WEIGHT = 2.0  # names tell stories apart better than words do
_KEY_CAP = 2000  # a word in more articles than this proposes no pair

Vector = Mapping[str, float]


def gather_stories(documents: Sequence[Document], engine: Engine, decided: Settled = UNSETTLED) -> tuple[Story, ...]:
    """The stories of a batch, the largest first, then by the ids of their articles; every article is in one story.

    Joining is by connected components: whatever is linked to one article of a story belongs to it, as far as nothing
    else is `decided` by readers.
    """
    vectors = _vectors(documents)
    keys = ((article, _telling(vector)) for article, vector in sorted(vectors.items()))
    likeness = {(left, right): _cosine(vectors[left], vectors[right]) for left, right in engine.pairs(keys, _KEY_CAP)}
    links = {pair: value for pair, value in likeness.items() if value >= _SAME_STORY}
    groups = groups_decided(vectors, links, decided) if decided.members else engine.components(vectors, links)
    stories = (Story(f"story-{group[0]}", group, _evidence(group, links)) for group in groups)
    return tuple(sorted(stories, key=lambda story: (-len(story.articles), story.articles)))


def _evidence(group: Sequence[str], links: Mapping[tuple[str, str], float]) -> tuple[Evidence, ...]:
    """The strongest link of each article to the rest of its story."""
    found = []
    for article in group:
        mine = {pair: value for pair, value in links.items() if article in pair}
        if mine:
            pair, value = max(mine.items(), key=lambda item: (item[1], item[0]))
            other = pair[0] if pair[1] == article else pair[1]
            found.append(Evidence("like in names and words", value, f"{article} and {other}: cosine {value:.2f}"))
    return tuple(found)


def _vectors(documents: Sequence[Document]) -> dict[str, Vector]:
    """Unit vectors of each article's terms. Smoothed idf, so that a batch of one or two still has weights."""
    counts = {document.article.id: Counter(_terms(document)) for document in documents}
    held = Counter(itertools.chain.from_iterable(counts.values()))
    return {article: _unit(terms, held, len(documents)) for article, terms in counts.items()}


def _terms(document: Document) -> list[str]:
    """Lemmas of content words outside furniture, and name words once more under a mark of their own."""
    text = document.article.text
    furniture = [part.span for part in document.furniture]
    words = [
        token.lemma
        for token in document.tokens
        if token.pos in _CONTENT and not any(part.start <= token.start < part.end for part in furniture)
    ]
    return words + [f"name:{word}" for name in document.names for word in _name_words(name, text)]


def _name_words(name: Name, text: str) -> list[str]:
    return [word for word in text[name.span.start : name.span.end].casefold().split() if len(word) > 1]


def _unit(terms: Counter[str], held: Counter[str], batch: int) -> Vector:
    weighted = {
        term: (1 + math.log(count)) * math.log(1 + (batch + 1) / held[term]) * (_NAME_WEIGHT if ":" in term else 1)
        for term, count in terms.items()
    }
    norm = math.sqrt(sum(value * value for value in weighted.values())) or 1.0
    return {term: value / norm for term, value in weighted.items()}


def _telling(vector: Vector) -> npt.NDArray[np.uint64]:
    """The terms that weigh most, hashed: what two articles on one event must share some of."""
    ranked = sorted(vector.items(), key=lambda item: (-item[1], item[0]))
    return np.array([digest(term) for term, _ in ranked[:80]], dtype=np.uint64)


def _cosine(left: Vector, right: Vector) -> float:
    small, large = sorted((left, right), key=len)
    return sum(value * large.get(term, 0.0) for term, value in small.items())
