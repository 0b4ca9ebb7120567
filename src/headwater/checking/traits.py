"""What tells that a word of a claim is borne out by the reports, or is not: its traits, each with a name.

A word has a sort (name, number, time, noun, verb, adjective, adverb, or one of the small words that turn what is
said: denials, hedges, degrees) and stands in a state: in the sentences that bear the claim out ("met", by its stem, by
a synonym), only elsewhere in the reports, or nowhere ("absent"). Further traits tell what stands in its place, what it
hangs on there, whether its opposite is said, whether one side denies it, and how well the words about it are met.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from headwater.checking.bearing import Bearing, bounds_number, weight_of
from headwater.checking.denials import DENIALS, denied_as, is_bound
from headwater.checking.events import tells_alike
from headwater.checking.exchanges import (
    DOES,
    SUFFERS,
    before_alike,
    behind_alike,
    between_alike,
    content_head,
    linked,
    other_ending,
    over_alike,
)
from headwater.text.opposition import are_opposed, point_apart
from headwater.text.rewording.sides import Side, WordKind
from headwater.text.thesaurus import opposed, related, used
from headwater.text.wordset import wordset
from headwater.types import Span

__all__ = ["HEDGES", "Seen", "Trait", "traits_of"]

_COMMON: Final = 400  # uses in tagged corpora of a word that tells little
_AROUND: Final = 3  # words to either side
_DEGREES: Final = wordset("""
    all every each both most many much few several some any only none half more less few over under above below least
    before after until since during always often sometimes first last next previous former later earlier instead
    despite because against toward towards up down off out
""")
HEDGES: Final = wordset("""
    may might could possibly perhaps allegedly reportedly apparently probably likely alleged suspected unconfirmed
    believe suspect seem appear suggest expect plan consider hope try propose potential possible if whether would
    unclear claim estimate fear
""")
_SORTS: Final = {
    WordKind.NAME: "name",
    WordKind.NUMBER: "number",
    WordKind.TIME: "time",
    WordKind.VERB: "verb",
    WordKind.UNIT: "noun",
}
_PARTS: Final = {"ADJ": "adjective", "ADV": "adverb"}
_OPEN: Final = frozenset({"noun", "verb", "adjective", "adverb"})
_TURNING: Final = frozenset({"denial", "hedge", "degree"})
_TOLD: Final = {
    "absent": "told nowhere",
    "alike": "told nowhere",
    "elsewhere": "told of others",
    "far": "told of others",
}
_PLACES: Final = (
    ("between the same words", between_alike),
    ("over the same parts", over_alike),
    ("before the same word", before_alike),
    ("behind the same word", behind_alike),
)
_UNMET: Final = frozenset({"elsewhere", "far", "alike", "absent"})


@dataclass(frozen=True, slots=True)
class Trait:
    """A variable of a word; `report` are the words of a report that it is about, if it is about any."""

    name: str
    value: float = 1.0
    report: Span | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Seen:
    """A claim against the reports, with what is looked up again and again: the tree on both sides, who denies what."""

    bearing: Bearing
    covered: float = 0.0
    denied: frozenset[int] = frozenset()
    below: Mapping[int, Mapping[int, Sequence[int]]] = field(default_factory=dict)
    taken: Mapping[int, frozenset[int]] = field(default_factory=dict)

    @classmethod
    def of(cls, bearing: Bearing) -> Seen:
        """Look the bearing over once."""
        weights = [weight_of(bearing.claim, word) for word in range(len(bearing.claim))]
        found = sum(weights[word] * met.worth for word, met in bearing.met.items())
        return cls(
            bearing=bearing,
            covered=found / (sum(weights) or 1.0),
            denied=_denied(bearing.claim),
            below={number: _below(bearing.side(number)) for number in bearing.base},
            taken={number: frozenset(at for at, _ in met.values()) for number, met in bearing.near.items()},
        )


def traits_of(seen: Seen) -> Iterator[tuple[int, tuple[Trait, ...]]]:
    """Each word of a claim that says something, with its traits."""
    claim = seen.bearing.claim
    for word in range(len(claim)):
        sort = _sort(claim, word)
        if sort:
            yield word, tuple(_traits(seen, word, sort))


def _sort(side: Side, word: int) -> str:
    """What sort of word it is; '' for one that ties others together and says nothing."""
    lemma = side.lemmas[word]
    if bounds_number(side, word):
        return ""
    if side.kinds[word] is WordKind.SMALL:
        if is_bound(side, word):
            return ""
        if side.tokens[word].dep == "neg":
            return "denial"
        small = (("denial", DENIALS), ("hedge", HEDGES), ("degree", _DEGREES))
        return next((sort for sort, words in small if lemma in words), "")
    return _SORTS.get(side.kinds[word]) or _PARTS.get(side.tokens[word].pos, "noun")


def _traits(seen: Seen, word: int, sort: str) -> Iterator[Trait]:
    state = _turning_state(seen, word, sort) if sort in _TURNING else _state(seen, word, sort)
    yield Trait(f"{sort} {state}")
    if state in _UNMET:
        yield Trait(f"rare {sort}", _telling(seen.bearing.claim, word, sort))
        yield from _unmet(seen, word, sort)
    else:
        yield from _met(seen, word, sort)
    if sort not in _TURNING:
        yield from _exchanged(seen, word, state)
    yield from _surroundings(seen, word, state)


# --- where a word stands --------------------------------------------------------------------------------------


def _turning_state(seen: Seen, word: int, sort: str) -> str:
    if sort == "denial":
        return denied_as(seen.bearing, word)
    lemma = seen.bearing.claim.lemmas[word]
    return "met" if any(lemma in seen.bearing.side(number).lemmas for number in seen.bearing.base) else "absent"


def _state(seen: Seen, word: int, sort: str) -> str:
    bearing = seen.bearing
    met = bearing.met.get(word)
    if met is not None:
        return "met" if met.worth >= 0.9 else "stem" if met.worth >= 0.85 else "synonym"
    if word in bearing.elsewhere:
        return "elsewhere"
    if bearing.reports.holders(bearing.claim.stems[word]):
        return "far"
    return "alike" if sort in _OPEN and bearing.reports.alike(bearing.claim.lemmas[word]) else "absent"


def _telling(claim: Side, word: int, sort: str) -> float:
    """1 for a rare word, less for one that everybody uses in many senses."""
    if sort in ("name", "number", "time"):
        return 1.0
    return 1.0 - min(1.0, math.log1p(used(claim.tokens[word].lemma)) / math.log1p(_COMMON))


# --- words not met --------------------------------------------------------------------------------------------


def _unmet(seen: Seen, word: int, sort: str) -> Iterator[Trait]:
    opposite = _opposite(seen, word) if sort in _OPEN else _opposite_way(seen, word) if sort == "degree" else None
    if opposite is not None:
        yield Trait("opposite said", 1.0, opposite)
    if sort in _OPEN and _has_kin(seen, word):
        yield Trait("akin")
    if sort in ("verb", "noun") and tells_alike(seen.bearing, word):
        yield Trait("an event of its class told")
    if sort == "verb" and word in seen.denied:
        yield Trait("denied and not met")
    if sort not in _TURNING:
        yield from _rivals(seen, word, sort)


def _opposite(seen: Seen, word: int) -> Span | None:
    """Where an opposite of the word stands in the base."""
    token = seen.bearing.claim.tokens[word]
    for number in seen.bearing.base:
        side = seen.bearing.side(number)
        for at, other in enumerate(side.tokens):
            if other.pos == token.pos and (opposed(token.lemma, other.lemma) or are_opposed(token.lemma, other.lemma)):
                return side.span(at, at)
    return None


def _opposite_way(seen: Seen, word: int) -> Span | None:
    """Where the word that points the other way stands before the same word: "above deck", "below deck"."""
    lemma, behind = seen.bearing.claim.lemmas[word], seen.bearing.met.get(word + 1)
    if behind is None or behind.word == 0:
        return None
    side, at = seen.bearing.side(behind.sentence), behind.word - 1
    apart = point_apart(lemma, side.lemmas[at]) or are_opposed(lemma, side.lemmas[at])
    return side.span(at, at) if apart else None


def _has_kin(seen: Seen, word: int) -> bool:
    """Whether the base has a word whose sense lies one step from the claim's."""
    lemma = seen.bearing.claim.tokens[word].lemma
    return any(
        kind in (WordKind.VERB, WordKind.OTHER) and related(lemma, token.lemma)
        for number in seen.bearing.base
        for kind, token in zip(seen.bearing.side(number).kinds, seen.bearing.side(number).tokens, strict=True)
    )


def _rivals(seen: Seen, word: int, sort: str) -> Iterator[Trait]:
    """Words that hang, where the word would, on the word that its head is met by."""
    claim = seen.bearing.claim
    head = content_head(claim, word)
    met = seen.bearing.met.get(head) if head >= 0 else None
    if met is None:
        yield Trait("head not met")
        return
    side, taken = seen.bearing.side(met.sentence), seen.taken.get(met.sentence, frozenset())
    there = seen.below.get(met.sentence, {}).get(met.word, ())
    rivals = [at for at in there if at not in taken and _sort(side, at) == sort]
    placed = [at for at in rivals if side.tokens[at].dep == claim.tokens[word].dep]
    if placed:
        yield Trait("another in its place", 1.0, side.span(placed[0], placed[0]))
        yield Trait(f"another {sort} in its place", 1.0, side.span(placed[0], placed[0]))
    elif rivals:
        yield Trait("another beside", 1.0, side.span(rivals[0], rivals[0]))


def _exchanged(seen: Seen, word: int, state: str) -> Iterator[Trait]:
    """Another word that fills the word's place in the best sentence, by where the word itself is told."""
    found = ((place, find(seen.bearing, word)) for place, find in _PLACES)
    for place, at in found:
        if at is not None:
            best = seen.bearing.side(seen.bearing.base[0])
            yield Trait(f"{_TOLD.get(state, 'told elsewhere')}, another {place}", 1.0, best.span(at, at))


# --- words met ------------------------------------------------------------------------------------------------


def _met(seen: Seen, word: int, sort: str) -> Iterator[Trait]:
    met = seen.bearing.met.get(word)
    if met is None or sort in _TURNING:
        return
    side = seen.bearing.side(met.sentence)
    if sort in ("verb", "adjective"):
        denied = met.word in _denied(side)
        if (word in seen.denied) != denied:
            yield Trait(f"{sort} denied on one side", 1.0, side.span(met.word, met.word))
    if sort == "verb":
        hedge = _hedge_lost(seen, word, side, met.word)
        if hedge is not None:
            yield Trait("hedge lost", 1.0, hedge)
    claim = seen.bearing.claim
    if (
        WordKind.NAME in (claim.kinds[word], side.kinds[met.word])
        and met.worth < 1
        and other_ending(claim.forms[word], side.forms[met.word])
    ):
        yield Trait("name of another ending", 1.0, side.span(met.word, met.word))
    head = content_head(claim, word)
    if head >= 0:
        yield from _joint(seen, word, head, sort)


def _hedge_lost(seen: Seen, word: int, side: Side, there: int) -> Span | None:
    """A hedge that hangs on the report's verb, or that the verb hangs on, where the claim has none."""
    if any(lemma in HEDGES for lemma in seen.bearing.claim.lemmas):
        return None
    lost = [
        at
        for at, lemma in enumerate(side.lemmas)
        if lemma in HEDGES and (side.heads[at] == there or side.heads[there] == at) and at != there
    ]
    return side.span(lost[0], lost[0]) if lost else None


def _joint(seen: Seen, word: int, head: int, sort: str) -> Iterator[Trait]:
    """How the word and what it hangs on stand to each other in the candidates that have both."""
    both = [number for number, met in seen.bearing.near.items() if word in met and head in met]
    if head not in seen.bearing.met and head not in seen.bearing.elsewhere:
        yield Trait("head not met, itself met")
        return
    for number in both:
        side, met = seen.bearing.side(number), seen.bearing.near[number]
        at, over = met[word][0], met[head][0]
        if linked(side, at, over):
            yield from _turned(seen, word, side, at)
            return
    yield Trait("torn from its head" if both else "head in another sentence")
    yield Trait(f"{sort} torn from its head")


def _turned(seen: Seen, word: int, side: Side, there: int) -> Iterator[Trait]:
    one, other = seen.bearing.claim.tokens[word].dep, side.tokens[there].dep
    if (one in DOES and other in SUFFERS) or (one in SUFFERS and other in DOES):
        yield Trait("role turned", 1.0, side.span(there, there))


# --- what stands about it -------------------------------------------------------------------------------------


def _surroundings(seen: Seen, word: int, state: str) -> Iterator[Trait]:
    claim, met = seen.bearing.claim, seen.bearing.met
    near = [at for at in range(max(0, word - _AROUND), min(len(claim), word + _AROUND + 1)) if at != word]
    around = sum(at in met for at in near) / max(1, len(near))
    yield Trait("words about it met", around)
    yield Trait("claim met", seen.covered)
    if state in _UNMET:
        yield Trait("words about it met, itself not", around)
        yield Trait("claim met, itself not", seen.covered)
    here, before = met.get(word), met.get(word - 1)
    if here is not None and before is not None and (here.sentence, here.word) == (before.sentence, before.word + 1):
        yield Trait("follows as in the report")


def _below(side: Side) -> dict[int, list[int]]:
    """The words that hang on each word, over the small words between."""
    found: dict[int, list[int]] = defaultdict(list)
    for word, kind in enumerate(side.kinds):
        head = content_head(side, word) if kind is not WordKind.SMALL else -1
        if head >= 0:
            found[head].append(word)
    return found


def _denied(side: Side) -> frozenset[int]:
    """The words that a denial hangs on, and those that hang on a denying verb."""
    denials = [at for at in side.denials if not is_bound(side, at)]
    over = {side.heads[at] for at in denials if side.heads[at] >= 0}
    under = {at for at, head in enumerate(side.heads) if head in denials and side.kinds[at] is WordKind.VERB}
    return frozenset(over | under)
