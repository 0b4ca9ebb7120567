"""Spans, evidence, ranges and cited words: what everything else points with."""

from __future__ import annotations

from msgspec import Struct

__all__ = ["Cited", "Count", "Evidence", "Span"]


class Span(Struct, frozen=True, order=True):
    """A stretch of one article's text: code points `start` to `end`, end exclusive."""

    article: str
    start: int
    end: int


class Evidence(Struct, frozen=True):
    """One named part of a score. Scores are sums of these, in nats unless the name says otherwise."""

    name: str
    score: float
    detail: str
    left: Span | None = None
    right: Span | None = None


class Count(Struct, frozen=True, order=True):
    """A number that may be uncertain: low, best and high, with the reasons where they differ."""

    low: int
    best: int
    high: int
    reasons: tuple[str, ...] = ()


class Cited(Struct, frozen=True):
    """Words of the brief with the spans they rest on. Build it with `evidence.cite`, which refuses an empty list."""

    text: str
    spans: tuple[Span, ...]
