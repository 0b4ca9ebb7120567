"""Derivation -> the verdict on a pair in one sentence, and which way the text went, in the project's words.

A is the article on the derivation's left, B the one on its right, unless they go by other letters. What is said rests
on the passages that the two share; where they share none, on the whole of both texts: that is what was read in vain.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Final

from headwater.evidence import cite, total
from headwater.types import Article, Cited, Derivation, DerivationKind, Direction, Evidence, Span

__all__ = ["Letters", "chance", "log_odds", "sentence_of", "way_of"]

Letters = tuple[str, str]

_MADE: Final = {
    DerivationKind.COPY: "a copy",
    DerivationKind.ABRIDGED: "an abridged copy",
    DerivationKind.EXPANDED: "an expanded copy",
    DerivationKind.REWRITE: "a rewrite",
    DerivationKind.SPUN: "a spun copy",
}
_OPEN: Final = {
    DerivationKind.SHARED_STATEMENT: "{a} and {b} are in their own words and share {statements}",
    DerivationKind.INDEPENDENT: (
        "No link found between {a} and {b}; each is in its own words (independent as texts, though one source may "
        "stand behind both)"
    ),
    DerivationKind.UNDECIDED: "Undecided whether one of {a} and {b} took text from the other",
}
_AB: Final = ("A", "B")
_STATED: Final = frozenset({"quote", "statement"})
_REASONS: Final = 3  # named in a sentence; the table has them all
_NUMBERS: Final = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def sentence_of(derivation: Derivation, articles: tuple[Article, Article], letters: Letters = _AB) -> Cited:
    """The verdict in one sentence with its log-odds in nats, opening what the two share.

    `letters` are those that the article on the left and the one on the right go by.
    """
    odds = f"log-odds {log_odds(derivation.score)} that text was taken, probability {chance(derivation.score)}"
    return cite(f"{_verdict(derivation, letters)}: {odds}", _shared(derivation, articles))


def way_of(derivation: Derivation, articles: tuple[Article, Article], letters: Letters = _AB) -> Cited:
    """Which way the text went, with the strongest reasons and the words that they point at. `letters` as above."""
    reasons = _reasons(derivation)
    spans = [span for part in reasons for span in (part.left, part.right) if span is not None]
    return cite(_way(derivation, reasons, letters), spans or _shared(derivation, articles))


def log_odds(score: float) -> str:
    """Log-odds in nats as a reader sees them, with their sign: "+9.3"."""
    return f"{round(score, 1) + 0.0:+.1f}".replace("-", "−")


def chance(score: float) -> str:
    """The probability that log-odds in nats stand for: "99.8 %", "under 0.1 %"."""
    share = 1 / (1 + math.exp(-max(-700.0, min(700.0, score))))
    if share > 0.999:
        return "over 99.9 %"
    return "under 0.1 %" if share < 0.001 else f"{100 * share:.{0 if 0.1 <= share <= 0.9 else 1}f} %"


def _verdict(derivation: Derivation, letters: Letters) -> str:
    kind, way, (a, b) = derivation.kind, derivation.direction, letters
    if kind in _OPEN:
        return _OPEN[kind].format(a=a, b=b, statements=_statements(derivation))
    if kind is DerivationKind.PARTIAL:
        return _lent(way, a, b)
    made = _MADE[kind]
    if way is Direction.LEFT_TO_RIGHT:
        return f"{b} is {made} of {a}"
    if way is Direction.RIGHT_TO_LEFT:
        return f"{a} is {made} of {b}"
    if way is Direction.COMMON_ORIGIN:
        return f"{a} and {b} come from one original that is not among the articles; one reads as {made} of the other"
    return f"One of {a} and {b} is {made} of the other, or both come from one original; which, is undecided"


def _lent(way: Direction, a: str, b: str) -> str:
    if way is Direction.LEFT_TO_RIGHT:
        return f"{b} took passages from {a}, not the whole"
    if way is Direction.RIGHT_TO_LEFT:
        return f"{a} took passages from {b}, not the whole"
    if way is Direction.COMMON_ORIGIN:
        return f"{a} and {b} share passages of an original that is not among the articles, not the whole"
    return f"{a} and {b} share passages, not the whole; who took them from whom is undecided"


def _statements(derivation: Derivation) -> str:
    count = sum(passage.mask in _STATED for passage in derivation.sentences)
    if count == 0:
        return "statements"
    said = _NUMBERS[count] if count < len(_NUMBERS) else f"{count:,}"
    return f"{said} {'statement' if count == 1 else 'statements'}"


def _way(derivation: Derivation, reasons: Sequence[Evidence], letters: Letters) -> str:
    score, (a, b) = total(derivation.direction_evidence), letters
    named = ", ".join(dict.fromkeys(part.name for part in reasons))
    match derivation.direction:
        case Direction.NONE:
            return "Nothing shows that text was taken, so no way is looked for"
        case Direction.LEFT_TO_RIGHT | Direction.RIGHT_TO_LEFT as way:
            went, sign = (f"from {a} to {b}", 1) if way is Direction.LEFT_TO_RIGHT else (f"from {b} to {a}", -1)
            odds = f"log-odds {log_odds(sign * score)}, probability {chance(sign * score)}"
            return f"The text went {went}{f' (signs: {named})' if named else ''}: {odds}"
        case Direction.COMMON_ORIGIN:
            return f"Both come from an original that is not among the articles; {_between(derivation, a, b)}"
    return f"Which way the text went is undecided; {_between(derivation, a, b)}"


def _between(derivation: Derivation, a: str, b: str) -> str:
    """What the signs between the two come to where they decide nothing."""
    if not derivation.direction_evidence:
        return "nothing in the two texts tells one from the other"
    odds = log_odds(total(derivation.direction_evidence))
    return f"the signs between the two add up to log-odds {odds} for {a} to {b}"


def _reasons(derivation: Derivation) -> list[Evidence]:
    """The strongest signs for the way that was found, or the strongest of all where none was."""
    sign = {Direction.LEFT_TO_RIGHT: 1, Direction.RIGHT_TO_LEFT: -1}.get(derivation.direction, 0)
    telling = [part for part in derivation.direction_evidence if sign * part.score > 0 or not sign]
    return sorted(telling, key=lambda part: (-abs(part.score), part.name))[:_REASONS]


def _shared(derivation: Derivation, articles: tuple[Article, Article]) -> list[Span]:
    spans = [span for passage in derivation.passages for span in (passage.left, passage.right)]
    return spans or [Span(article.id, 0, len(article.text)) for article in articles]
