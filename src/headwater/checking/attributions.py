"""Whose word it is: sources of the reports that a claim leaves out, and the anonymity that a source asked for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from headwater.checking.bearing import Bearing, in_a_row, share_of
from headwater.text.cues import SPEECH_VERBS
from headwater.text.rewording.sides import Side, WordKind, side_of
from headwater.text.roles import ANONYMITY
from headwater.text.spans import meets
from headwater.types import Quote, Span

__all__ = ["anonymity_left_out", "closeness", "source_left_out"]

_TAKEN: Final = 0.55  # share of the claim's words in the order of the best sentence, from which it is a copy
_HELD: Final = 0.5  # share of the words taken that a source must have said
_AS_GOOD: Final = 0.85  # of what the best sentence has of a claim, from which another tells it as well
_TOLD: Final = frozenset({"ccomp", "parataxis"})  # what hangs on a verb of speech that gives a source
_ABOUT: Final = frozenset({"of", "about"})


def source_left_out(bearing: Bearing, quotes: Sequence[Quote]) -> Span | None:
    """The source of the words that the claim took from its best sentence, if neither it nor its sentence gives one.

    None also where another sentence tells as much without a source: then it is told as a fact.
    """
    claim = bearing.claim
    if not bearing.base or in_a_row(bearing) < _TAKEN or _gives_source(_whole_sentence(claim)):
        return None
    best = bearing.base[0]
    told = [n for n in bearing.near if share_of(bearing, n) >= _AS_GOOD * share_of(bearing, best)]
    if any(_quoted(bearing, number, quotes) is None for number in told):
        return None
    quote = _quoted(bearing, best, quotes)
    return None if quote is None or _has_it_from(bearing, quotes, quote) else quote.source


def closeness(bearing: Bearing) -> float:
    """How near a claim comes to its best sentence to the letter: from 0, where it may sum it up in own words, to 1."""
    return max(0.0, in_a_row(bearing) - _TAKEN) / (1 - _TAKEN)


def _quoted(bearing: Bearing, number: int, quotes: Sequence[Quote]) -> Quote | None:
    """What a sentence tells, for the most part, in the words of a source that the claim has not; None if there is none.

    Whoever acts in what is told ("the fund rejected the offer") is no source of it.
    """
    side, met = bearing.side(number), bearing.near[number].values()
    taken = [side.span(at, at) for at, _ in met if side.kinds[at] is not WordKind.SMALL]
    return next((quote for quote in quotes if _is_of(quote, taken)), None)


def _is_of(quote: Quote, taken: Sequence[Span]) -> bool:
    """Whether most of the words taken are a source's, and none of them names it."""
    if quote.source is None or any(meets(word, quote.source) for word in taken):
        return False
    return sum(meets(word, quote.content) for word in taken) > _HELD * len(taken)


def _has_it_from(bearing: Bearing, quotes: Sequence[Quote], theirs: Quote) -> bool:
    """Whether the claim gives a source of its own: not one that acts within what the report's source tells."""
    claim, best = bearing.claim, bearing.side(bearing.base[0])
    whole, met = claim.span(0, len(claim) - 1), bearing.near[bearing.base[0]]
    for quote in quotes:
        if quote.source is not None and meets(quote.content, whole):
            words = [at for at in met if meets(claim.span(at, at), quote.source)]
            within = [meets(best.span(met[at][0], met[at][0]), theirs.content) for at in words]
            if not within or not all(within):
                return True
    return False


def anonymity_left_out(bearing: Bearing) -> Span | None:
    """The words by which the source of the best sentence stays unnamed, if the claim gives a source without them."""
    if not bearing.base:
        return None
    best, claim = bearing.side(bearing.base[0]), bearing.claim
    asked = ANONYMITY.search(_text(best))
    if asked is None or ANONYMITY.search(_text(claim)) or not (_gives_source(claim) and _gives_source(best)):
        return None
    start = best.tokens[0].start + asked.start()
    return Span(best.document.article.id, start, start + len(asked.group()))


def _gives_source(side: Side) -> bool:
    """Whether somebody says something in it: a verb of speech with what is said, or "according to"."""
    return "according" in side.lemmas or any(
        lemma in SPEECH_VERBS and _has_content(side, at) for at, lemma in enumerate(side.lemmas)
    )


def _has_content(side: Side, verb: int) -> bool:
    if side.tokens[verb].dep in _TOLD:
        return True
    below = (at for at, head in enumerate(side.heads) if head == verb)
    return any(side.tokens[at].dep in _TOLD or side.lemmas[at] in _ABOUT for at in below)


def _whole_sentence(claim: Side) -> Side:
    first = claim.tokens[0].start
    sentence = next((each for each in claim.document.sentences if each.span.start <= first < each.span.end), None)
    return claim if sentence is None else side_of(claim.document, sentence.span)


def _text(side: Side) -> str:
    return side.document.article.text[side.tokens[0].start : side.tokens[-1].end]
