"""Spans, evidence, ranges and cited words: what everything else points with."""

from __future__ import annotations

from msgspec import Struct

__all__ = ["Cited", "Count", "Doubt", "Evidence", "Span"]


class Span(Struct, frozen=True, order=True, gc=False):
    """A stretch of one article's text: code points `start` to `end`, end exclusive."""

    article: str
    start: int
    end: int


class Evidence(Struct, frozen=True, gc=False):
    """One named part of a score. Scores are sums of these, in nats unless the name says otherwise."""

    name: str
    score: float
    detail: str
    left: Span | None = None
    right: Span | None = None


class Doubt(Struct, frozen=True, order=True):
    """Two groups of articles that may be one line of reporting or two. `chance` is that of one line, 0 to 1."""

    left: tuple[str, ...]
    right: tuple[str, ...]
    chance: float


class Count(Struct, frozen=True, order=True):
    """A number that may be uncertain: low, best and high, with the reasons where they differ.

    `doubts` are the groups of articles that make a count of lines a range, `reasons` what else does, in words.
    """

    low: int
    best: int
    high: int
    reasons: tuple[str, ...] = ()
    doubts: tuple[Doubt, ...] = ()


class Cited(Struct, frozen=True, gc=False):
    """Words of the brief with the spans they rest on. Build it with `evidence.cite`, which refuses an empty list."""

    text: str
    spans: tuple[Span, ...]
