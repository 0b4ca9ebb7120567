"""The variables that tell a rewording from a sentence that only looks like it, each with where to look.

What two sentences share speaks for one source of both; what tells a rewording from the report of another fact is what
only one of them has: a whole phrase, a verb, a number, an end of its own. These are what was left of some two hundred
measures, n-grams and dependency triples of the two among them (training/rewording says how they were chosen). Every
value is the same whichever sentence stands on the left.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Final

from headwater.text.rewording.matching import Matched, Matching
from headwater.text.rewording.phrases import Stretch, end_alone, kept_order, phrase_alone, pieces, run_alone
from headwater.text.rewording.sides import Side, WordKind
from headwater.text.thesaurus import opposed
from headwater.types import Quantity, Span, Token

__all__ = ["Feature", "features_of"]

_OPPOSABLE: Final = frozenset({"NOUN", "VERB", "ADJ", "ADV"})
_LETTERS: Final = 3  # of the n-grams by which spellings are compared
_SHOWN: Final = 3  # words of a side in a detail

Wanted = Callable[[Token, WordKind], bool]


@dataclass(frozen=True, slots=True)
class Feature:
    """A variable of the model in words that a reader understands; `left` and `right` are where its words stand."""

    name: str
    value: float
    detail: str
    left: Span | None = None
    right: Span | None = None


def features_of(left: Side, right: Side, matching: Matching) -> Iterator[Feature]:
    """The variables of two sentences whose words are matched."""
    yield from _shared(left, right, matching)
    yield from _order(matching)
    yield from _left_over(left, right, matching)
    yield from _stretches((left, matching.left), (right, matching.right))
    yield _numbers(left, right)
    yield _denied(left, right)


# --- what both have -------------------------------------------------------------------------------------------


def _shared(left: Side, right: Side, matching: Matching) -> Iterator[Feature]:
    """How much of each sentence is in the other. Shares are squared: the last tenth tells more than the first."""
    worth = sum(worth for _, worth in matching.left.values())
    share = worth / max(len(left), len(right), 1)
    both = f"{len(matching.left)} of {len(left)} and of {len(right)} words"
    yield Feature("words in both", share * share, both)
    letters = _letters(left, right)
    yield Feature("letters in both", letters * letters, f"{letters:.0%} of the runs of three letters")
    exchanged = f"{matching.synonyms} words answered by a synonym"
    yield Feature("said in other words", float(matching.synonyms), exchanged)
    names = sum(left.kinds[at] is WordKind.NAME for at in matching.left)
    yield Feature("names in both", math.log1p(names), f"{names} words of names, which any report of it would have")


def _letters(left: Side, right: Side) -> float:
    """The share of the longer sentence's runs of three letters that the shorter has (Popovic's chrF, 2015)."""
    one, other = _runs(left), _runs(right)
    common = sum(min(count, other[run]) for run, count in one.items() if run in other)
    return common / max(one.total(), other.total(), 1)


def _runs(side: Side) -> Counter[str]:
    letters = f" {' '.join(side.forms)} "
    return Counter([letters[at : at + _LETTERS] for at in range(len(letters) - _LETTERS + 1)])


def _order(matching: Matching) -> Iterator[Feature]:
    count = len(matching.left)
    moved = count - kept_order(matching.left)
    yield Feature("moved words", moved / max(count, 1), f"{moved} of {count} common words out of order")
    broken = pieces(matching.left)
    yield Feature("scattered words", broken / max(count, 1), f"{count} common words in {broken} pieces")


# --- what stands in the place of something else, and what stands alone ------------------------------------------


def _noun(token: Token, kind: WordKind) -> bool:
    return kind is WordKind.OTHER and token.pos == "NOUN"


def _of(wanted: WordKind) -> Wanted:
    return lambda token, kind: kind is wanted


def _as(roles: frozenset[str]) -> Wanted:
    return lambda token, kind: token.dep in roles and kind is not WordKind.SMALL


_EXCHANGED: Final[dict[str, Wanted]] = {
    "nouns exchanged": _noun,
    "verbs exchanged": _of(WordKind.VERB),
    "small words exchanged": _of(WordKind.SMALL),
    "units exchanged": _of(WordKind.UNIT),
    "complements differ": _as(frozenset({"pobj", "pcomp"})),
}
"""Words of a kind of which each side has its own: the fewer of the two counts."""

_ALONE: Final[dict[str, Wanted]] = {
    "verbs of one alone": _of(WordKind.VERB),
    "subject of one alone": _as(frozenset({"nsubj", "nsubjpass", "csubj"})),
    "object of one alone": _as(frozenset({"dobj", "attr", "dative", "oprd", "acomp"})),
}
"""Words of a kind that the other side has not: the more of the two counts."""


def _left_over(left: Side, right: Side, matching: Matching) -> Iterator[Feature]:
    ones = [at for at in range(len(left)) if at not in matching.left]
    others = [at for at in range(len(right)) if at not in matching.right]
    for tests, chosen in ((_EXCHANGED, min), (_ALONE, max)):
        for name, wanted in tests.items():
            one = [at for at in ones if wanted(left.tokens[at], left.kinds[at])]
            other = [at for at in others if wanted(right.tokens[at], right.kinds[at])]
            yield _counted(name, chosen(len(one), len(other)), (left, one), (right, other))
    yield _opposites(left, ones, right, others)


def _counted(name: str, count: int, left: tuple[Side, list[int]], right: tuple[Side, list[int]]) -> Feature:
    if not count:
        return Feature(name, 0.0, "")
    detail = f"left {_words(*left)}, right {_words(*right)}"
    return Feature(name, math.log1p(count), detail, _first(*left), _first(*right))


def _words(side: Side, places: list[int]) -> str:
    """The words as written, or that there is none."""
    text = side.document.article.text
    shown = " ".join(text[side.tokens[at].start : side.tokens[at].end] for at in places[:_SHOWN])
    return f"“{shown}”" if shown else "none"


def _first(side: Side, places: list[int]) -> Span | None:
    return side.span(places[0], places[0]) if places else None


def _stretches(left: tuple[Side, Matched], right: tuple[Side, Matched]) -> Iterator[Feature]:
    yield _stretch("phrase of one alone", left[0], phrase_alone(*left), right[0], phrase_alone(*right))
    yield _stretch("run of one alone", left[0], run_alone(*left), right[0], run_alone(*right))
    less, more = sorted((end_alone(*left), end_alone(*right)))
    detail = f"after the last common word {less} and {more} words"
    yield Feature("end of one alone", math.log1p(more), detail)
    yield Feature("ends exchanged", math.log1p(less), detail)


def _stretch(name: str, left: Side, one: Stretch | None, right: Side, other: Stretch | None) -> Feature:
    """The larger of two stretches, both shown."""
    counts = [stretch.alone if stretch else 0 for stretch in (one, other)]
    spans = [side.span(found.first, found.last) if found else None for side, found in ((left, one), (right, other))]
    return Feature(name, math.log1p(max(counts)), f"{counts[0]} words on the left, {counts[1]} on the right", *spans)


# --- what cannot both be so -----------------------------------------------------------------------------------


def _numbers(left: Side, right: Side) -> Feature:
    """Numbers that the other has no number to agree with; "at least two" agrees with "three"."""
    one = [quantity for quantity in left.quantities if not _agrees(quantity, right)]
    other = [quantity for quantity in right.quantities if not _agrees(quantity, left)]
    detail = f"left {_written(left, one)}, right {_written(right, other)}"
    spans = [found[0].span if found else None for found in (one, other)]
    return Feature("numbers of one alone", float(max(len(one), len(other))), detail, *spans)


def _agrees(quantity: Quantity, side: Side) -> bool:
    return any(quantity.low <= other.high and other.low <= quantity.high for other in side.quantities)


def _written(side: Side, quantities: list[Quantity]) -> str:
    text = side.document.article.text
    shown = ", ".join(text[found.span.start : found.span.end] for found in quantities[:_SHOWN])
    return f"“{shown}”" if shown else "none"


def _denied(left: Side, right: Side) -> Feature:
    differs = bool(left.denials) != bool(right.denials)
    return _counted("denied by one alone", int(differs), (left, list(left.denials)), (right, list(right.denials)))


def _opposites(left: Side, ones: list[int], right: Side, others: list[int]) -> Feature:
    """Words left over of which one is the opposite of the other."""
    antonyms = [
        (i, j)
        for i in ones
        if left.tokens[i].pos in _OPPOSABLE
        for j in others
        if right.tokens[j].pos == left.tokens[i].pos and opposed(left.tokens[i].lemma, right.tokens[j].lemma)
    ]
    lefts, rights = [i for i, _ in antonyms], [j for _, j in antonyms]
    return _counted("opposites", len(antonyms), (left, lefts), (right, rights))
