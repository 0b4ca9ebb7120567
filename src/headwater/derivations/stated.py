"""What publishers state of where a text is from: what its articles are called, and what they were made from.

NewsML-G2 (a link of the relation `derivedFrom`) and ninjs name the item that another was derived from, a page its
original at another publisher (`rel=canonical`, RFC 6596). Two addresses of one page are one name (`text.addresses`).
What is stated of one article holds for all that have its very words: a further printing says nothing new of a text.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import Final

from headwater.text.addresses import identity
from headwater.types import Article, Document, Known

__all__ = ["NOTHING", "STATED", "Named", "Origin", "Stated", "all_stated", "led", "lost_origins"]

STATED: Final = "stated derivation"
"""Name of the evidence that a publisher says what a text was made from."""

# Who gave a name that is no address: the provider of NewsML (RFC 3085), the authority of a tag (RFC 4151).
_GIVEN_BY: Final = re.compile(r"(?:urn:newsml|tag):([^:,]+)[:,]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Named:
    """What an article was made from, as its publisher names it; `article` is the article's own name."""

    article: str
    source: Known

    def told(self, source: str) -> str:
        """The statement in words; `source` is what a reader calls the text that is named."""
        return f"stated by the publisher: {self.article} was made from {source} ({self.source.value})"

    @property
    def told_of_both(self) -> str:
        """The same of two texts that are said to be made from one."""
        return f"stated by the publishers: both were made from {self.source.value}"


@dataclass(frozen=True, slots=True)
class Stated:
    """What is stated of one text, by identifier: those it is known by, and those of what it was made from."""

    known_as: frozenset[str] = frozenset()
    made_from: Mapping[str, Named] = field(default_factory=dict)

    def names(self, other: Stated) -> Named | None:
        """Where this text is said to be made from the other; None if nowhere."""
        return self._first(self.made_from.keys() & other.known_as)

    def origin_with(self, other: Stated) -> Named | None:
        """What both are said to be made from; None if nothing."""
        return self._first(self.made_from.keys() & other.made_from.keys())

    def _first(self, identifiers: AbstractSet[str]) -> Named | None:
        return self.made_from[min(identifiers)] if identifiers else None


NOTHING: Final = Stated()


@dataclass(frozen=True, slots=True)
class Origin:
    """An original that publishers name and nobody handed in."""

    identifier: str
    publisher: str  # the host that has it, or whoever gave it its identifier; '' if that is unknown
    stated: int  # by the publishers of so many articles
    articles: tuple[str, ...]  # those, and all with the same words, by id


def all_stated(groups: Sequence[Sequence[Document]]) -> list[Stated]:
    """What is stated of each text, by the articles that have it; nothing where no publisher says what one is from."""
    if not any(document.article.derived_from for group in groups for document in group):
        return [NOTHING] * len(groups)
    return [_stated([document.article for document in group]) for group in groups]


def led(group: Sequence[Document]) -> tuple[Document, ...]:
    """The articles of one text, in front the one that most others are said to be made from, itself from none of them.

    As they are, where no publisher names another of them, or where the statements run in a circle.
    """
    stated = all_stated([[document] for document in group])
    naming = Counter(each for own in stated for each in own.made_from)
    known = {each for own in stated for each in own.known_as}
    times = [sum(naming[each] for each in own.known_as if known.isdisjoint(own.made_from)) for own in stated]
    first = times.index(max(times))
    return (group[first], *group[:first], *group[first + 1 :])


def lost_origins(groups: Sequence[Sequence[Document]], documents: Iterable[Document]) -> tuple[Origin, ...]:
    """What two articles or more of a story are said to be made from, and none of the `documents` is.

    `groups` are the story's articles, by their text. What most texts were made from comes first.
    """
    naming: dict[str, list[int]] = defaultdict(list)
    names: dict[str, Known] = {}
    for number, group in enumerate(groups):
        for each in all_stated([[document] for document in group]):
            for identifier, named in each.made_from.items():
                naming[identifier].append(number)
                names[identifier] = named.source
    known = _own_names(each.article for each in documents) if naming else set()
    lost = [each for each, numbers in naming.items() if each not in known and len(numbers) > 1]
    texts = {each: [groups[number] for number in sorted(set(naming[each]))] for each in lost}
    return tuple(
        Origin(each, _publisher(names[each].value), len(naming[each]), _articles(texts[each]))
        for each in sorted(lost, key=lambda each: (-len(texts[each]), each))
    )


def _stated(articles: Sequence[Article]) -> Stated:
    """What is stated of the text of some articles; of several that name one source the first is kept."""
    known_as = frozenset(_own_names(articles))
    named = {
        _identifier(source): Named(article.name, source)
        for article in reversed(articles)
        for source in reversed(article.derived_from)
    }
    return Stated(known_as, {each: named[each] for each in sorted(named) if each and each not in known_as})


def _articles(groups: Iterable[Sequence[Document]]) -> tuple[str, ...]:
    return tuple(sorted({document.article.id for group in groups for document in group}))


def _own_names(articles: Iterable[Article]) -> set[str]:
    return {_identifier(name) for each in articles for name in (each.guid, each.url) if name is not None} - {""}


def _identifier(name: Known) -> str:
    """One form for all addresses of a page; any other identifier as it is written."""
    return identity(name.value) or name.value.strip()


def _publisher(name: str) -> str:
    """Who has a page, or gave an item its identifier; '' if the name does not say."""
    given = _GIVEN_BY.match(name.strip())
    return given[1] if given else re.split(r"[/?#]", identity(name))[0]
