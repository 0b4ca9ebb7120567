"""What holds of a claim as a whole, beside the doubts about its words: measures from 0, each with the places it is of.

How much of it no report has; a stretch of it that no report has; a denial, hedge, bound or source of its best sentence
that it leaves out; a number, name or time of its own where the best sentence has another.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from headwater.checking.attributions import anonymity_left_out, closeness, source_left_out
from headwater.checking.bearing import Bearing, in_a_row, share_of, weight_of
from headwater.checking.denials import DENIALS, is_bound
from headwater.checking.exchanges import DOES, SUFFERS, pairs_apart
from headwater.checking.parts import turned_part
from headwater.checking.phrases import untold_phrase
from headwater.checking.replaced import another_name, another_place, opposite_put
from headwater.checking.traits import Seen
from headwater.text.cues import SPEECH_VERBS
from headwater.text.rewording.sides import Side, WordKind
from headwater.text.wordset import wordset
from headwater.types import Quantity, Quote, Span

__all__ = ["MEASURES", "Measure", "given_numbers", "measures_of"]

_WEEKDAYS: Final = wordset("monday tuesday wednesday thursday friday saturday sunday")
_MONTHS: Final = wordset("january february march april may june july august september october november december")
_PARTS: Final = wordset("morning afternoon evening night noon dawn dusk midnight am pm")
_DOUBTS: Final = wordset("""
    may might could possibly perhaps allegedly reportedly apparently probably likely alleged suspected unconfirmed
    unclear believe suspect seem appear presumably purportedly potential possible
""")
_PLANS: Final = wordset("expect plan intend propose hope aim threaten consider estimate fear due try seek")
_LEFT_OUT: Final = (
    ("denial left out", DENIALS, "not"),
    ("hedge left out", _DOUBTS, "may"),
    ("expectation left out", _PLANS, "will"),
)
_NOBODY: Final = frozenset({"nobody", "nothing", "none", "neither"})
_TURNS: Final = frozenset({"aux", "advmod", "amod", "neg", "det", "preconj"})
_COMPLEMENTS: Final = frozenset({"ccomp", "xcomp", "acomp", "attr", "pcomp"})
_NEVER_BOUND: Final = frozenset({"", "ordinal", "age", "compound", "score"})
_TAKEN: Final = 0.55  # share of the claim's words in the order of the best sentence, from which it is a copy
_BETTER_PART: Final = 0.45  # of a claim's weight
_STRANGE: Final = 0.34  # of a claim's weight, below which a sentence tells of something else
_LEAST: Final = 0.5  # of a quotation's words that the claim must have for the source to be the claim's


@dataclass(frozen=True, slots=True)
class Measure:
    """Something that holds of a claim; `claim` and `report` are where to look."""

    name: str
    value: float
    detail: str
    claim: Span | None = None
    report: Span | None = None


Find = Callable[[Seen, Sequence[Quote]], Iterator[Measure]]


def measures_of(seen: Seen, quotes: Sequence[Quote] = ()) -> tuple[Measure, ...]:
    """The measures of a claim that are not 0. `quotes` are those of the draft and the reports."""
    return tuple(measure for find in MEASURES for measure in find(seen, quotes) if measure.value)


def _lacking(seen: Seen, _: Sequence[Quote]) -> Iterator[Measure]:
    share = 1 - seen.covered
    yield Measure("not in the reports", share, f"{share:.0%} of the claim, by weight")


def _scattered(seen: Seen, _: Sequence[Quote]) -> Iterator[Measure]:
    """How far the best sentence is from having the better part of a claim, however much others add to it.

    Among many reports there is a sentence for any word: what is put together from shreds was said by nobody.
    """
    share = share_of(seen.bearing, seen.bearing.base[0]) if seen.bearing.base else 0.0
    yield Measure("put together from shreds", max(0.0, 1 - share / _BETTER_PART), f"{share:.0%} in the best sentence")


def _stretch(seen: Seen, _: Sequence[Quote]) -> Iterator[Measure]:
    """The longest run of words that say something and are not met, small words between them not counted."""
    claim = seen.bearing.claim
    best: list[int] = []
    run: list[int] = []
    for word, kind in enumerate(claim.kinds):
        if kind is WordKind.SMALL:
            continue
        run = [] if word in seen.bearing.met else [*run, word]
        best = max(best, run, key=len)
    if len(best) > 1:
        detail = f"{len(best)} words in a row"
        yield Measure("stretch not in the reports", math.log(len(best)), detail, claim.span(best[0], best[-1]))


def _apart(seen: Seen, _: Sequence[Quote]) -> Iterator[Measure]:
    """Words that hang together in the claim and in no sentence: who did it or to whom it was done, and all others."""
    claim = seen.bearing.claim
    pairs = [(word, head) for word, head, torn in pairs_apart(seen.bearing) if torn]
    for name in ("parts", "titles", "words"):
        apart = [pair for pair in pairs if _tie(claim, *pair) == name]
        if apart:
            words = f"“{_read(claim, apart[0][0])}” and “{_read(claim, apart[0][1])}”"
            yield Measure(
                f"{name} in no one sentence", math.log(1 + len(apart)), words, claim.span(apart[0][0], apart[0][0])
            )


def _tie(claim: Side, word: int, head: int) -> str:
    """What ties a word to the one that it hangs on: a part in a deed, what somebody named is, anything else."""
    if claim.tokens[word].dep in DOES | SUFFERS:
        return "parts"
    named = WordKind.NAME in (claim.kinds[word], claim.kinds[head])
    return "titles" if named and claim.tokens[word].dep in ("appos", "compound", "nmod", "attr") else "words"


def _exchanged(seen: Seen, _: Sequence[Quote]) -> Iterator[Measure]:
    """Somebody on the other side of a deed: who did it and to whom it was done."""
    turned = turned_part(seen.bearing)
    if turned is not None:
        side, claim = seen.bearing.side(turned.sentence), seen.bearing.claim
        detail = f"“{_read(claim, turned.part)}” is on the other side of “{_read(side, turned.there)}”"
        there = side.span(turned.there, turned.there)
        yield Measure("doer and sufferer exchanged", 1.0, detail, claim.span(turned.part, turned.part), there)


def _replaced(seen: Seen, _: Sequence[Quote]) -> Iterator[Measure]:
    """An opposite, another name or place where the best sentence has the right one."""
    best = _best(seen)
    for name, find in _REPLACED:
        found = find(seen.bearing) if best is not None else None
        if best is not None and found is not None:
            yield _instead(name, seen.bearing.claim, found[0], best, found[1])


_REPLACED: Final = (
    ("the opposite in its place", opposite_put),
    ("a name like it in its place", another_name),
    ("another place in the best sentence", another_place),
)


def _untold(seen: Seen, _: Sequence[Quote]) -> Iterator[Measure]:
    """A circumstance whose words stand together in no sentence."""
    phrase = untold_phrase(seen.bearing)
    if phrase is not None:
        span = seen.bearing.claim.span(phrase.first, phrase.last)
        detail = "its words are told in no one sentence"
        yield Measure("a circumstance that no sentence has", math.log(1 + phrase.lacking), detail, span)


def _pieced(seen: Seen, _: Sequence[Quote]) -> Iterator[Measure]:
    """The share of a claim that it has from sentences which tell of little else in it."""
    bearing = seen.bearing
    strangers = {number for number in bearing.base[1:] if share_of(seen.bearing, number) < _STRANGE}
    words = [word for word, met in bearing.met.items() if met.sentence in strangers and weight_of(bearing.claim, word)]
    if words:
        whole = sum(weight_of(bearing.claim, word) for word in range(len(bearing.claim))) or 1.0
        share = sum(weight_of(bearing.claim, word) for word in words) / whole
        first = min(words)
        detail = f"“{_read(bearing.claim, first)}” is from a sentence about something else"
        yield Measure("from sentences of other things", share, detail, bearing.claim.span(first, first))


def _left_out(seen: Seen, _: Sequence[Quote]) -> Iterator[Measure]:
    """Denials and hedges that hang on words of the best sentence which the claim has, and which it leaves out."""
    best = _best(seen)
    if best is None:
        return
    met = {place for place, _ in seen.bearing.near[seen.bearing.base[0]].values()}
    for name, words, own in _LEFT_OUT:
        if any(
            lemma in words or (own == "not" and _negates(seen.bearing.claim, at))
            for at, lemma in enumerate(seen.bearing.claim.lemmas)
        ):
            continue
        lost = [
            at for at in range(len(best)) if at not in met and _turns(best, at, words, own) and _hangs(best, at, met)
        ]
        if lost:
            yield Measure(name, 1.0, f"“{_read(best, lost[0])}” in the report", None, best.span(lost[0], lost[0]))


def _turns(side: Side, at: int, words: frozenset[str], own: str) -> bool:
    return not is_bound(side, at) and (side.lemmas[at] in words or (own == "not" and _negates(side, at)))


def _negates(side: Side, at: int) -> bool:
    return side.tokens[at].dep == "neg" and not is_bound(side, at)


def _hangs(side: Side, at: int, met: set[int]) -> bool:
    """Whether the word turns one of those met: it hangs on it, or has it for its complement."""
    if (side.tokens[at].dep in _TURNS or side.lemmas[at] in _NOBODY) and side.heads[at] in met:
        return True
    return any(side.heads[word] == at and side.tokens[word].dep in _COMPLEMENTS for word in met)


def _bound_lost(seen: Seen, _: Sequence[Quote]) -> Iterator[Measure]:
    """A plain number where every like sentence that gives it says "at least", "about" or the like."""
    for one in seen.bearing.claim.quantities:
        if one.modifier or one.stated is None:
            continue
        same = [
            other
            for number in seen.bearing.near
            for other in seen.bearing.side(number).quantities
            if other.stated == one.stated and other.modifier not in ("ordinal", "age", "compound")
        ]
        if same and all(other.modifier not in _NEVER_BOUND for other in same):
            yield Measure(
                "bound left out", in_a_row(seen.bearing), f"“{same[0].modifier}” in the report", one.span, same[0].span
            )
            return


def _source_lost(seen: Seen, quotes: Sequence[Quote]) -> Iterator[Measure]:
    """Words taken from what the best sentence attributes to somebody, told without any source."""
    source = source_left_out(seen.bearing, quotes)
    if source is not None:
        told = seen.bearing.reports.read(source)
        yield Measure("source left out", closeness(seen.bearing), f"“{told}” says it in the report", None, source)


def _anonymity_lost(seen: Seen, _: Sequence[Quote]) -> Iterator[Measure]:
    """A source told without the anonymity that it asked for in the best sentence."""
    there = anonymity_left_out(seen.bearing)
    if there is not None:
        told = seen.bearing.reports.read(there)
        yield Measure("anonymity left out", 1.0, f"“{told}” in the report", None, there)


def _rivals(seen: Seen, _: Sequence[Quote]) -> Iterator[Measure]:
    """A time or number of the claim that the best sentence lacks, where it has another of the same sort."""
    best = _best(seen)
    if best is None:
        return
    claim, met = seen.bearing.claim, seen.bearing.near[seen.bearing.base[0]]
    taken = {place for place, _ in met.values()}
    for words in (_WEEKDAYS, _MONTHS, _PARTS):
        own = [at for at in _times(claim, words) if at not in met]
        theirs = [at for at in _times(best, words) if at not in taken]
        if own and theirs:
            yield _instead("another time in the best sentence", claim, own[0], best, theirs[0])
            break
    yield from _numbers(seen, best)


def _times(side: Side, words: frozenset[str]) -> list[int]:
    return [at for at, lemma in enumerate(side.lemmas) if lemma in words and side.tokens[at].pos not in ("AUX", "VERB")]


def _numbers(seen: Seen, best: Side) -> Iterator[Measure]:
    claim = seen.bearing.claim
    for one in claim.quantities:
        others = [each for each in best.quantities if each.unit == one.unit and one.unit and each.per == one.per]
        if others and one.modifier not in _NEVER_BOUND - {""} and not _given(one, seen, others):
            detail = f"“{seen.bearing.reports.read(others[0].span)}” in the best sentence"
            yield Measure("another number in the best sentence", 1.0, detail, one.span, others[0].span)
            return


def _given(one: Quantity, seen: Seen, others: Sequence[Quantity]) -> bool:
    """Whether the best sentence has a number that can be the same, or a like sentence the very number."""
    if one.stated is not None and one.stated in given_numbers(seen.bearing):
        return True
    return any(one.low <= other.high and other.low <= one.high for other in others)


def given_numbers(bearing: Bearing) -> frozenset[float]:
    """The numbers of the sentences that have a word for what the claim says happened or is the case."""
    tells = {at for at, token in enumerate(bearing.claim.tokens) if token.pos in ("VERB", "ADJ") and _says(bearing, at)}
    return frozenset(
        quantity.stated
        for number, met in bearing.near.items()
        if not tells or tells & met.keys()
        for quantity in bearing.side(number).quantities
        if quantity.stated is not None
    )


def _says(bearing: Bearing, at: int) -> bool:
    told = bearing.claim.kinds[at] in (WordKind.VERB, WordKind.OTHER)
    return told and bearing.claim.lemmas[at] not in SPEECH_VERBS


def _instead(name: str, claim: Side, own: int, best: Side, theirs: int) -> Measure:
    detail = f"“{_read(best, theirs)}” for “{_read(claim, own)}”"
    return Measure(name, 1.0, detail, claim.span(own, own), best.span(theirs, theirs))


def _best(seen: Seen) -> Side | None:
    return seen.bearing.side(seen.bearing.base[0]) if seen.bearing.base else None


def _read(side: Side, at: int) -> str:
    return side.document.article.text[side.tokens[at].start : side.tokens[at].end]


MEASURES: Final[tuple[Find, ...]] = (
    _lacking,
    _scattered,
    _stretch,
    _apart,
    _exchanged,
    _replaced,
    _untold,
    _pieced,
    _left_out,
    _bound_lost,
    _source_lost,
    _anonymity_lost,
    _rivals,
)
"""What is measured, in the order in which it is told."""
