"""A draft held against reports: what each of its claims rests on, meets with, or lacks."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from headwater.errors import UncitedLine
from headwater.types.articles import Article, LeftOut
from headwater.types.spans import Cited, Count, Evidence, Span
from headwater.types.stemma import Line

__all__ = ["Against", "Aspect", "Check", "Checked", "Detail", "DetailState", "Judgement"]


class Judgement(StrEnum):
    """What the reports say of a claim of a draft. Not a verdict of true or false: reports may all be wrong."""

    SUPPORTED = "supported"
    CONFLICT = "in conflict"
    ALTERED = "altered"
    DISPUTED = "disputed among the reports"
    NOT_FOUND = "not found"


class Aspect(StrEnum):
    """The part of a claim that is looked at, or in which it differs."""

    WHO = "name"
    WHAT = "what"
    NUMBER = "number"
    DATE = "date"
    PLACE = "place"
    POLARITY = "polarity"
    ROLE = "role"
    CERTAINTY = "certainty"
    ATTRIBUTION = "attribution"
    QUOTE = "quote"


class DetailState(StrEnum):
    """Whether the reports have a detail of a claim."""

    FOUND = "found"
    OTHERWISE = "said otherwise"
    NOT_FOUND = "not found"


class Detail(Struct, frozen=True):
    """One part of a claim, such as a number or a name: `span` in the draft, and the words of the reports for it."""

    aspect: Aspect
    span: Span
    state: DetailState
    reports: tuple[Span, ...] = ()


class Against(Struct, frozen=True):
    """Words of the reports that do not go with the draft's: `draft` and `reports` are where each stands.

    `copied`: the draft's words were taken from that sentence and changed, so that this is an alteration. `harm` says
    in one clause what the difference does to the claim. `lines` are those on which the reports' words stand.
    Raises `UncitedLine` if made without words of a report.
    """

    aspect: Aspect
    draft: Span
    reports: tuple[Span, ...]
    harm: str
    copied: bool
    lines: tuple[str, ...]
    evidence: tuple[Evidence, ...] = ()

    def __post_init__(self) -> None:
        if not self.reports:
            raise UncitedLine(f"nothing said otherwise: {self.harm}")


class Checked(Struct, frozen=True):
    """One claim of a draft against the reports.

    `reason` says in a sentence what was found, with the words it rests on. `evidence` adds up to `score`, the log-odds
    that the reports bear the whole claim out. `support` are the sentences of the reports that do, or that come nearest;
    `lines`, `line_ids`, `articles` and `sources` count who stands behind them and are empty where none does.
    """

    id: str
    span: Span
    judgement: Judgement
    reason: Cited
    score: float
    evidence: tuple[Evidence, ...]
    details: tuple[Detail, ...]
    against: tuple[Against, ...]
    support: tuple[Span, ...]
    lines: Count
    line_ids: tuple[str, ...]
    articles: tuple[str, ...]
    sources: int


class Check(Struct, frozen=True):
    """A draft, the reports it was held against, and what was found for each of its claims, in the draft's order."""

    draft: Article
    summary: Cited
    claims: tuple[Checked, ...]
    articles: tuple[Article, ...]
    lines: tuple[Line, ...]
    left_out: tuple[LeftOut, ...]
    version: str  # of headwater
