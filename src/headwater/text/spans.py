"""How spans lie to each other, and which tokens stand in one."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from headwater.types import Span, Token

__all__ = ["begins", "holds", "meets", "outermost", "overlap", "tokens_in"]


def overlap(one: Span, other: Span) -> int:
    """How many code points two spans share; 0 for spans of different articles."""
    start = one.start if one.start > other.start else other.start  # asked so often that built-ins would be felt
    end = one.end if one.end < other.end else other.end
    return end - start if start < end and one.article == other.article else 0


def meets(one: Span, other: Span) -> bool:
    """Whether two spans share a code point."""
    return overlap(one, other) > 0


def holds(outer: Span, inner: Span) -> bool:
    """Whether the inner span lies wholly in the outer."""
    return outer.start <= inner.start and inner.end <= outer.end and outer.article == inner.article


def tokens_in(tokens: Sequence[Token], span: Span) -> range:
    """Indices of the tokens that begin in the span; `tokens` are those of its document, in order."""
    first = bisect_left(tokens, span.start, key=lambda token: token.start)
    return range(first, bisect_left(tokens, span.end, lo=first, key=lambda token: token.start))


def outermost(spans: Iterable[Span]) -> Iterator[Span]:
    """The spans of one article that start in no other, in order; of two that overlap the first."""
    reach = -1
    for span in sorted(spans, key=lambda item: (item.start, -item.end)):
        if span.start >= reach:
            yield span
            reach = span.end


def begins(inner: Span, outer: Span) -> bool:
    """Whether the one begins inside the other; both are of one article."""
    return outer.start <= inner.start < outer.end
