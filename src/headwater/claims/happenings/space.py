"""What is common and what is rare in a story, and which of its event words are used of the same things.

Weights are those of tf-idf (Spärck Jones 1972) over the sentences of the story. Two different words that tell of one
event do so with the same participants and the same company, in articles or sentences of their own: what a story's
event words keep company with (Harris 1954) is therefore summed over the story.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import cache

from msgspec import Struct

from headwater.claims.happenings.views import EventView, Key
from headwater.types import Document

__all__ = ["Company", "Space"]

_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "NUM"})


class Company(Struct, frozen=True):
    """How alike two event words are used in a story: 0 to 1 each, but for `often`, the log of the rarer's sentences."""

    parts: float
    patients: float
    words: float
    one_sentence: float
    one_article: float
    apart: float  # 1 if they never stand in one sentence
    often: float


class _Use(Struct, frozen=True):
    """All that one event word stands with."""

    parts: Counter[Key]
    patients: Counter[Key]
    words: Counter[Key]
    sentences: set[tuple[str, int]]
    articles: set[str]


class Space:
    """The weights of one story, worked out once from all views and documents together."""

    def __init__(self, views: Sequence[EventView], documents: Sequence[Document]) -> None:
        told = {(view.trigger.article, view.place): view.context for view in views}
        self._sentences = len(told)
        self._counts = Counter(key for context in told.values() for key in context)
        self._mentions = len(views)
        self._of_word = Counter(view.lemma.word for view in views)
        self._uses = _uses(views)
        self._articles = len({view.trigger.article for view in views})
        self._documents = _vectors(documents)
        # caches of this story, not of the class: they go when it goes
        self.weight = cache(self._weight)
        self.company = cache(self._company)
        self.articles_alike = cache(self._articles_alike)
        self._mass, self._length = cache(self._summed), cache(self._norm)

    def _weight(self, key: Key) -> float:
        """The log of sentences over those that have the key."""
        return math.log(1 + self._sentences / max(1, self._counts[key]))

    def rarity(self, word: str) -> float:
        """The log of all event words over this one."""
        return math.log(self._mentions / self._of_word[word])

    def often(self, word: str) -> float:
        """The log of the sentences that have the word as an event word."""
        return math.log(len(self._uses[word].sentences))

    def spread(self, word: str) -> float:
        """The share of the articles that have the word as an event word."""
        return len(self._uses[word].articles) / self._articles

    def cosine(self, one: frozenset[Key], other: frozenset[Key]) -> float:
        """The cosine of two bags, keys weighted."""
        length = self._length(one) * self._length(other)
        return math.fsum(self.weight(key) ** 2 for key in one & other) / length if length else 0.0

    def covered(self, one: frozenset[Key], other: frozenset[Key]) -> float:
        """The weight of what two bags share, over that of the lighter one; 0 if either is empty."""
        least = min(self._mass(one), self._mass(other))
        return math.fsum(map(self.weight, one & other)) / least if least else 0.0

    def _summed(self, keys: frozenset[Key]) -> float:
        return math.fsum(map(self.weight, keys))

    def _norm(self, keys: frozenset[Key]) -> float:
        return math.sqrt(math.fsum(self.weight(key) ** 2 for key in keys))

    def _alike(self, one: Mapping[Key, int], other: Mapping[Key, int]) -> float:
        """The cosine of two bags that count their keys."""
        norm = math.prod(math.fsum((n * self.weight(key)) ** 2 for key, n in bag.items()) for bag in (one, other))
        shared = math.fsum(one[key] * other[key] * self.weight(key) ** 2 for key in one.keys() & other.keys())
        return shared / math.sqrt(norm) if norm else 0.0

    def _company(self, word: str, other: str) -> Company:
        one, two = self._uses[word], self._uses[other]
        together = len(one.sentences & two.sentences)
        fewer = min(len(one.sentences), len(two.sentences))
        return Company(
            self._alike(one.parts, two.parts),
            self._alike(one.patients, two.patients),
            self._alike(one.words, two.words),
            together / fewer,
            len(one.articles & two.articles) / min(len(one.articles), len(two.articles)),
            float(not together),
            math.log(fewer),
        )

    def _articles_alike(self, one: str, other: str) -> float:
        left, right = self._documents[one], self._documents[other]
        return math.fsum(value * right[word] for word, value in left.items() if word in right)


def _uses(views: Sequence[EventView]) -> dict[str, _Use]:
    found: dict[str, _Use] = defaultdict(lambda: _Use(Counter(), Counter(), Counter(), set(), set()))
    for view in views:
        use = found[view.lemma.word]
        use.parts.update(view.everybody)
        use.patients.update(view.parts.get("patient", ()))
        use.words.update(view.context)
        use.sentences.add((view.trigger.article, view.place))
        use.articles.add(view.trigger.article)
    return dict(found)


def _vectors(documents: Sequence[Document]) -> dict[str, dict[str, float]]:
    """Each article's words as a unit vector, in the order of the words: a sum does not hang on the order of sets."""
    bags = {d.article.id: Counter(t.lemma.lower() for t in d.tokens if t.pos in _CONTENT) for d in documents}
    counts = Counter(word for bag in bags.values() for word in bag)
    return {article: _unit(bag, counts, len(bags)) for article, bag in bags.items()}


def _unit(bag: Counter[str], counts: Counter[str], of: int) -> dict[str, float]:
    weights = {word: (1 + math.log(n)) * math.log(1 + of / counts[word]) for word, n in sorted(bag.items())}
    length = math.sqrt(sum(value**2 for value in weights.values())) or 1.0
    return {word: value / length for word, value in weights.items()}
