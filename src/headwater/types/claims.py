"""Claims and statements: what is asserted where, by whom, how surely, and who stands behind it."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from headwater.types.decisions import Review
from headwater.types.documents import Date, Quantity
from headwater.types.quotes import CueClass
from headwater.types.spans import Count, Span

__all__ = ["Attribution", "Certainty", "Claim", "ClaimKind", "Happening", "Occasion", "Role", "SourceKind", "Statement"]


class SourceKind(StrEnum):
    """What kind of source an attribution names."""

    NAMED = "named"
    ORGANISATION = "organisation"
    ANONYMOUS = "anonymous"
    DOCUMENT = "document"
    OWN = "own observation"
    UNKNOWN = "unknown"


class Attribution(Struct, frozen=True, gc=False):
    """One link of an attribution chain: who is said to have said it, by which words."""

    kind: SourceKind
    source: Span | None = None
    cue: Span | None = None
    speaker: str = ""  # Entity.id if the source resolves to one
    channel: Span | None = None
    cue_class: CueClass = CueClass.NEUTRAL


class Certainty(StrEnum):
    """How sure the text is of what it says."""

    CERTAIN = "certain"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    UNDERSPECIFIED = "underspecified"


class ClaimKind(StrEnum):
    """Whether a claim reports an event of the story, its background, or what somebody thinks."""

    EVENT = "event"
    BACKGROUND = "background"
    OPINION = "opinion"


class Role(Struct, frozen=True):
    """A part in an event: "agent", "patient", "instrument", "place", ... filled by a span, maybe a known entity."""

    name: str
    span: Span
    entity: str = ""
    lemma: str = ""  # head noun's lemma, lower case


class Occasion(Struct, frozen=True, gc=False):
    """The days (ISO, both inclusive) on which something happened; `own` if the clause itself says so."""

    first: str
    last: str
    own: bool


class Claim(Struct, frozen=True, gc=False):
    """One assertion at one place in one article."""

    id: str
    span: Span  # the clause
    sentence: Span
    event: str  # lemma of the event word
    event_class: str  # "kill", "injure", "attack", ... or ''
    trigger: Span
    roles: tuple[Role, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    when: tuple[Date, ...] = ()
    negated: bool = False
    certainty: Certainty = Certainty.CERTAIN
    kind: ClaimKind = ClaimKind.EVENT
    attribution: tuple[Attribution, ...] = ()  # outermost first; empty: the newsroom's own word
    occasion: Occasion | None = None  # when it happened, by its own words or those before it
    nominal: bool = False  # told by a noun ("the killing of 12"), not by a clause of its own
    as_of: str = ""  # ISO: the time at which it was current, by its own words ("by Sunday") or its article's


class Happening(Struct, frozen=True):
    """One event of the story with the claims (by id, sorted) that tell of it, whatever they assert of it.

    `event` and `event_class` are the word that most of them use, and its class.
    """

    id: str
    event: str
    event_class: str
    claims: tuple[str, ...]


class Statement(Struct, frozen=True):
    """Claims of several articles that assert the same thing.

    `lines`, `sources` and `articles` count as docs/independence.md defines. The words of claim `shown` stand for all.
    """

    id: str
    shown: str  # Claim.id
    claims: tuple[str, ...]
    articles: tuple[str, ...]
    lines: Count
    line_ids: tuple[str, ...]
    sources: int
    importance: float
    accepted: Review | None = None  # by a reader
