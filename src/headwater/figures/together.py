"""How many people all articles together may tell of: one names a man killed, another the gunman, shot by police.

No article says the sum, so it is no value of the figure. It bounds how high the number may be if each article tells of
some of the dead only, and if the numbers leave out the attackers among them, as many do without saying so.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final

import msgspec
from msgspec import Struct

from headwater.figures.persons import Person, people_in
from headwater.figures.victims import Victim
from headwater.types import Span

__all__ = ["Together", "people_together"]

_MOST: Final = 400  # different descriptions that are compared; more of them tell of a war, not of an event


class Together(Struct, frozen=True):
    """The least number of victims and of attackers whom all articles together can be about, and the words for each."""

    victims: int
    attackers: int
    words: tuple[Span, ...]
    attacking: tuple[Span, ...]  # of the words those for attackers

    @property
    def number(self) -> int:
        """All of them, if no attacker is among the victims."""
        return self.victims + self.attackers


def people_together(told: Mapping[str, Sequence[Victim]], role: str) -> Together:
    """The people of a role whom all articles together tell of: the fewest victims, beside them the fewest attackers.

    `told` are the mentions of each article that are of the event. The order of the articles makes no difference.
    """
    mentions = {article: [one for one in told[article] if one.role == role] for article in sorted(told)}
    culprits = {one.name for found in mentions.values() for one in found if _attacks(one)} - {""}
    attackers = _united(mentions, lambda one: _attacks(one) or one.name in culprits)
    victims = _united(mentions, lambda one: not (_attacks(one) or one.name in culprits))
    attacking = _words(attackers)
    return Together(len(victims), len(attackers), tuple(sorted({*_words(victims), *attacking})), attacking)


def _attacks(mention: Victim) -> bool:
    return mention.culprit or mention.hand == "own"


def _words(people: Iterable[Person]) -> tuple[Span, ...]:
    return tuple(sorted({person.mentions[0].span for person in people}))


def _united(mentions: Mapping[str, Sequence[Victim]], counts: Callable[[Victim], bool]) -> tuple[Person, ...]:
    """The fewest people that the mentions which count can be about, article by article and then over all of them."""
    distinct: dict[Victim, Victim] = {}
    for found in mentions.values():
        for portrait in _portraits(people_in([one for one in found if counts(one)])):
            distinct.setdefault(_description(portrait), portrait)
    return people_in(sorted(distinct.values(), key=lambda one: one.span)[:_MOST])


def _portraits(people: Sequence[Person]) -> Iterator[Victim]:
    """Each person of one article as one mention that says all that the article does; the merely counted as a number."""
    alone = [_portrait(person) for person in people if _is_described(person)]
    counted = Counter(person.mentions[0] for person in people if not _is_described(person))
    rest = [_plain(mention, count) for mention, count in sorted(counted.items(), key=lambda one: one[0].span)]
    spans = frozenset(one.span for one in (*alone, *rest))
    return (msgspec.structs.replace(one, others=spans - {one.span}) for one in (*alone, *rest))


def _is_described(person: Person) -> bool:
    return any(one.count == 1 for one in person.mentions)


def _portrait(person: Person) -> Victim:
    mentions = [one for one in person.mentions if one.count == 1]
    named = next((one for one in mentions if one.name and not one.guessed), mentions[0])
    sex = next((one.sex for one in mentions if one.sex), "")
    ages = (max(one.ages[0] for one in mentions), min(one.ages[1] for one in mentions))
    return _plain(msgspec.structs.replace(named, sex=sex, ages=ages), 1)


def _plain(mention: Victim, count: int) -> Victim:
    """The mention without what tells it from others of its own article alone."""
    return msgspec.structs.replace(mention, count=count, hand="", another=False, rank=1)


def _description(portrait: Victim) -> Victim:
    """The portrait without its place, so that what many copies say is compared once."""
    nowhere = Span("", 0, 0)
    return msgspec.structs.replace(portrait, span=nowhere, trigger=nowhere, sentence=nowhere, others=frozenset())
