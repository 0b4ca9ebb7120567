"""Derivation -> the verdict on a pair in one sentence, and which way the text went, in the project's words.

A is the article on the derivation's left, B the one on its right. What is said rests on the passages that the two
share; where they share none, on the whole of both texts: that is what was read in vain.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

from headwater.evidence import cite, total
from headwater.types import Article, Cited, Derivation, DerivationKind, Direction, Evidence, Span

__all__ = ["chance", "log_odds", "sentence_of", "way_of"]

_MADE: Final = {
    DerivationKind.COPY: "a copy",
    DerivationKind.ABRIDGED: "an abridged copy",
    DerivationKind.EXPANDED: "an expanded copy",
    DerivationKind.REWRITE: "a rewrite",
    DerivationKind.SPUN: "a spun copy",
}
_OPEN: Final = {
    DerivationKind.SHARED_STATEMENT: "A and B are in their own words and share {statements}",
    DerivationKind.INDEPENDENT: (
        "No link found between A and B; each is in its own words (independent as texts, though one source may stand "
        "behind both)"
    ),
    DerivationKind.UNDECIDED: "Undecided whether one of A and B took text from the other",
}
_STATED: Final = frozenset({"quote", "statement"})
_REASONS: Final = 3  # named in a sentence; the table has them all
_NUMBERS: Final = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def sentence_of(derivation: Derivation, articles: tuple[Article, Article]) -> Cited:
    """The verdict in one sentence with its log-odds in nats, opening what the two share."""
    odds = f"log-odds {log_odds(derivation.score)} that text was taken, probability {chance(derivation.score)}"
    return cite(f"{_verdict(derivation)}: {odds}", _shared(derivation, articles))


def way_of(derivation: Derivation, articles: tuple[Article, Article]) -> Cited:
    """Which way the text went, with the strongest reasons and the words that they point at."""
    reasons = _reasons(derivation)
    spans = [span for part in reasons for span in (part.left, part.right) if span is not None]
    return cite(_way(derivation, reasons), spans or _shared(derivation, articles))


def log_odds(score: float) -> str:
    """Log-odds in nats as a reader sees them, with their sign: "+9.3"."""
    return f"{round(score, 1) + 0.0:+.1f}".replace("-", "−")


def chance(score: float) -> str:
    """The probability that log-odds in nats stand for: "99.8 %", "under 0.1 %"."""
    share = 1 / (1 + math.exp(-max(-700.0, min(700.0, score))))
    if share > 0.999:
        return "over 99.9 %"
    return "under 0.1 %" if share < 0.001 else f"{100 * share:.{0 if 0.1 <= share <= 0.9 else 1}f} %"


def _verdict(derivation: Derivation) -> str:
    kind, way = derivation.kind, derivation.direction
    if kind in _OPEN:
        return _OPEN[kind].format(statements=_statements(derivation))
    if kind is DerivationKind.PARTIAL:
        return _lent(way)
    made = _MADE[kind]
    if way is Direction.LEFT_TO_RIGHT:
        return f"B is {made} of A"
    if way is Direction.RIGHT_TO_LEFT:
        return f"A is {made} of B"
    if way is Direction.COMMON_ORIGIN:
        return f"A and B come from one original that is not among the articles; one reads as {made} of the other"
    return f"One of A and B is {made} of the other, or both come from one original; which, is undecided"


def _lent(way: Direction) -> str:
    if way is Direction.LEFT_TO_RIGHT:
        return "B took passages from A, not the whole"
    if way is Direction.RIGHT_TO_LEFT:
        return "A took passages from B, not the whole"
    if way is Direction.COMMON_ORIGIN:
        return "A and B share passages of an original that is not among the articles, not the whole"
    return "A and B share passages, not the whole; who took them from whom is undecided"


def _statements(derivation: Derivation) -> str:
    count = sum(passage.mask in _STATED for passage in derivation.sentences)
    if count == 0:
        return "statements"
    said = _NUMBERS[count] if count < len(_NUMBERS) else f"{count:,}"
    return f"{said} {'statement' if count == 1 else 'statements'}"


def _way(derivation: Derivation, reasons: Sequence[Evidence]) -> str:
    score = total(derivation.direction_evidence)
    named = ", ".join(dict.fromkeys(part.name for part in reasons))
    match derivation.direction:
        case Direction.NONE:
            return "Nothing shows that text was taken, so no way is looked for"
        case Direction.LEFT_TO_RIGHT | Direction.RIGHT_TO_LEFT as way:
            went, sign = ("from A to B", 1) if way is Direction.LEFT_TO_RIGHT else ("from B to A", -1)
            odds = f"log-odds {log_odds(sign * score)}, probability {chance(sign * score)}"
            return f"The text went {went}{f' (signs: {named})' if named else ''}: {odds}"
        case Direction.COMMON_ORIGIN:
            return f"Both come from an original that is not among the articles; {_between(derivation)}"
    return f"Which way the text went is undecided; {_between(derivation)}"


def _between(derivation: Derivation) -> str:
    """What the signs between the two come to where they decide nothing."""
    if not derivation.direction_evidence:
        return "nothing in the two texts tells one from the other"
    return f"the signs between the two add up to log-odds {log_odds(total(derivation.direction_evidence))} for A to B"


def _reasons(derivation: Derivation) -> list[Evidence]:
    """The strongest signs for the way that was found, or the strongest of all where none was."""
    sign = {Direction.LEFT_TO_RIGHT: 1, Direction.RIGHT_TO_LEFT: -1}.get(derivation.direction, 0)
    telling = [part for part in derivation.direction_evidence if sign * part.score > 0 or not sign]
    return sorted(telling, key=lambda part: (-abs(part.score), part.name))[:_REASONS]


def _shared(derivation: Derivation, articles: tuple[Article, Article]) -> list[Span]:
    spans = [span for passage in derivation.passages for span in (passage.left, passage.right)]
    return spans or [Span(article.id, 0, len(article.text)) for article in articles]
