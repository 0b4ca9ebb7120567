"""What readers decided of the spellings of names, made ready for clustering: which forms are one and which are two.

Mentions of one key make one form; where readers decided differently of two spellings of one key, each makes its own.
"""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from headwater.decisions import Settled, spelled
from headwater.entities.forms import Form, Kin
from headwater.entities.mentions import Mention
from headwater.types import EntityKind

__all__ = ["UNTIED", "Ties", "kin_of", "ties_of"]


class Ties(NamedTuple):
    """Pairs of forms, by position, smaller first: those that are one name, and those that are two.

    What is not one name with a form is not one with any that is one with it. `kin` have one key, and are one name
    unless that is at odds with what is decided.
    """

    same: frozenset[tuple[int, int]] = frozenset()
    apart: frozenset[tuple[int, int]] = frozenset()
    kin: frozenset[tuple[int, int]] = frozenset()


UNTIED: Final = Ties()
"""Nothing is decided of any form."""


def kin_of(mentions: Sequence[Mention], decided: Settled) -> Kin:
    """Which spellings of one key make forms of their own, by number; those that are not in it are number 0.

    Spellings of one key stay one form unless something different is decided of them; then what nothing is decided of
    goes with the one that is written most.
    """
    written: dict[str, Counter[str]] = defaultdict(Counter)
    for mention in mentions if decided.members else ():
        if spelled(mention.text) in decided.members:
            written[mention.key][spelled(mention.text)] += 1
    one_name = {spelling: names[0] for names in decided.same for spelling in names}
    kin: dict[str, int] = {}
    for counts in written.values():
        ranked = sorted(counts, key=lambda spelling: (-counts[spelling], spelling))
        names = list(dict.fromkeys(one_name.get(spelling, spelling) for spelling in ranked))
        kin.update((spelling, names.index(one_name.get(spelling, spelling))) for spelling in ranked)
    return kin


def ties_of(forms: Sequence[Form], decided: Settled) -> Ties:
    """The forms that are one and those that are two by what readers decided, and those of one key."""
    where = _where(forms, decided)
    one_name = {spelling: names for names in decided.same for spelling in names}
    names_apart = ((one_name.get(left, (left,)), one_name.get(right, (right,))) for left, right in decided.apart)
    apart = {_pair(*pair) for left, right in names_apart for pair in _pairs(where, left, right)}
    same = {_pair(*pair) for names in decided.same for pair in _chain([*_everywhere(where, names)])}
    by_key: dict[tuple[str, bool], list[int]] = defaultdict(list)
    for position, form in enumerate(forms if decided.members else ()):
        by_key[form.key, form.kind is EntityKind.PLACE].append(position)
    kin = {pair for positions in by_key.values() for pair in itertools.combinations(positions, 2)}
    return Ties(frozenset(same), frozenset(apart), frozenset(kin))


def _where(forms: Sequence[Form], decided: Settled) -> Mapping[str, Sequence[int]]:
    """The forms that have each spelling of which something is decided: people and bodies before places of that name."""
    found: dict[str, set[int]] = defaultdict(set)
    for position, form in enumerate(forms if decided.members else ()):
        for spelling in {spelled(mention.text) for mention in form.mentions} & decided.members:
            found[spelling].add(position)
    return {spelling: _no_places(forms, sorted(positions)) for spelling, positions in found.items()}


def _no_places(forms: Sequence[Form], positions: Sequence[int]) -> Sequence[int]:
    return [each for each in positions if forms[each].kind is not EntityKind.PLACE] or positions


def _everywhere(where: Mapping[str, Sequence[int]], names: Iterable[str]) -> Iterator[int]:
    return itertools.chain.from_iterable(where.get(name, ()) for name in names)


def _pairs(where: Mapping[str, Sequence[int]], left: Iterable[str], right: Iterable[str]) -> Iterator[tuple[int, int]]:
    pairs = itertools.product(_everywhere(where, left), _everywhere(where, right))
    return (pair for pair in pairs if pair[0] != pair[1])


def _chain(positions: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Each form with the next: joining these joins all."""
    return (pair for pair in itertools.pairwise(positions) if pair[0] != pair[1])


def _pair(left: int, right: int) -> tuple[int, int]:
    return min(left, right), max(left, right)
