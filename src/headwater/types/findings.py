"""What the comparison of lines and copies shows: statuses, conflicts, alterations, figures, moments."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from headwater.types.claims import Attribution
from headwater.types.decisions import Accepted, Review
from headwater.types.documents import Granularity, Quantity
from headwater.types.spans import Cited, Evidence, Span

__all__ = [
    "Alteration",
    "AlterationKind",
    "Conflict",
    "ConflictKind",
    "Figure",
    "FigurePart",
    "FigureValue",
    "Finding",
    "FirstTold",
    "LeftOpen",
    "Moment",
    "Side",
    "Status",
]


class Status(StrEnum):
    """What can be said of a statement by counting who stands behind it. Not a verdict of true or false."""

    CORROBORATED = "corroborated"
    SINGLE_LINE = "single line"
    DISPUTED = "disputed"
    UPDATED = "updated"
    ALTERED = "altered in copy"
    UNATTRIBUTED = "unattributed"
    DENIED = "denied"
    HEDGED = "hedged"


class Finding(Struct, frozen=True):
    """A status of one statement, with the reason and the words behind it."""

    statement: str
    status: Status
    reason: Cited


class Side(Struct, frozen=True):
    """One side of a conflict: a value, the words that give it, which lines and articles, and who said it."""

    value: str
    spans: tuple[Span, ...]
    articles: tuple[str, ...]
    lines: tuple[str, ...]
    attribution: tuple[Attribution, ...] = ()
    weak: str = ""  # why this side is weaker evidence, '' if it is not


class ConflictKind(StrEnum):
    """What the lines differ in."""

    QUANTITY = "quantity"
    DATE = "date"
    PLACE = "place"
    CATEGORY = "category"
    ROLE = "role"  # who did it to whom
    POLARITY = "polarity"
    DENIAL = "denial"


class Conflict(Struct, frozen=True):
    """A difference between independent lines, side by side."""

    id: str
    kind: ConflictKind
    question: Cited
    sides: tuple[Side, ...]
    note: str = ""  # how the sides might be reconciled, or why they cannot
    accepted: Review | None = None  # by a reader


class AlterationKind(StrEnum):
    """What changed along a copy edge (or between readings of one quote)."""

    NUMBER = "number"
    NAME = "name"
    DATE = "date"
    PLACE = "place"
    NEGATION = "negation"
    ROLE = "role"
    ATTRIBUTION = "attribution"
    CERTAINTY = "certainty"
    MARKS_LOST = "quotation marks lost"
    WORDING = "wording corrupted"


class Alteration(Struct, frozen=True):
    """A difference that arose in copying: two readings, the kind, and who supports which.

    `sound` is the reading that the other witnesses support, `altered` the other; where nothing decides,
    `decided` is False and the order says nothing. `support` are the spans of the other witnesses, `why` says in words
    why this reading is held for the sound one. `evidence` adds up to the log-odds that a claim was changed here.
    """

    id: str
    kind: AlterationKind
    sound: Span
    altered: Span
    decided: bool
    harm: str  # what changed in the claim, in one clause
    support: tuple[Span, ...]
    evidence: tuple[Evidence, ...]
    why: str = ""
    accepted: Review | None = None  # by a reader


class FigureValue(Struct, frozen=True):
    """One value of a figure as one claim gives it."""

    claim: str
    quantity: Quantity
    line: str
    article: str
    attribution: tuple[Attribution, ...] = ()
    as_of: str = ""  # ISO day
    derived: bool = False  # came by copying: adds no line
    weak: str = ""  # why the words may not be meant as a count, '' if they are
    members: tuple[Span, ...] = ()  # of a number counted up from people told one by one: the words for each
    population: str = ""  # who or what this claim counts, as its noun's lemma; "" if it does not say
    overtaken: str = ""  # why a later report stands in its place, '' if none does: it still counts for low and high


class FigurePart(Struct, frozen=True):
    """Some of those whom a figure counts, told apart: "including three children", the attackers among the dead."""

    population: str
    values: tuple[FigureValue, ...]
    low: float
    best: float
    high: float


class LeftOpen(Struct, frozen=True):
    """What the articles taken together leave open of a figure, whatever the rule; only our own moves its bounds by it.

    `lowered` says why low may be 0, `raised` that the articles together tell of `together`; None where nothing is left
    open. (`low` and `high` are bounds wherever they stand in a brief's JSON.)
    """

    lowered: Cited | None = None
    together: int = 0
    raised: Cited | None = None


class Figure(Struct, frozen=True):
    """A quantity with a role in one event, never without its distribution. low/best/high hold under `rule`.

    `parts` count some of the same people, and whether a value counts them all is its own matter; `notes` say what
    moved low or high beyond the reported values, and what else a reader should know before taking one number.
    """

    id: str
    role: str  # "killed", "injured", "arrested", ...
    label: Cited
    population: str  # who or what is counted: "guard", "" if not said
    values: tuple[FigureValue, ...]
    low: float
    best: float
    high: float
    rule: str
    parts: tuple[FigurePart, ...] = ()
    notes: tuple[Cited, ...] = ()
    accepted: Accepted | None = None  # by a reader, in which case it is `best`, and may lie outside low and high
    left_open: LeftOpen | None = None  # kept so that another rule can be applied without reading again


class Moment(Struct, frozen=True):
    """A point of the timeline: absolute days, the words that give them, and what happened.

    `weight` is how many statements of what the story is about (its weightiest kind of event) happened then: of days
    that as many lines give, the one with the most is that of the event, the others those of what followed.
    """

    id: str
    first: str
    last: str
    granularity: Granularity
    what: Cited
    mentions: tuple[Span, ...]
    statements: tuple[str, ...]
    lines: int
    weight: int = 0
    as_of: str = ""  # when the last of the articles that give it was published, '' if none says
    given_by: tuple[str, ...] = ()  # the ids of the lines that give it, which copies and lent passages come back to
    rivals: tuple[str, ...] = ()  # moments of other days at which other lines say that the same thing happened


class FirstTold(Struct, frozen=True):
    """Where and when a statement first appeared, by the times of publication that the articles state.

    `time` is an ISO day or instant, '' if no article of the statement has one. `tied` are articles of which none is
    surely later, `undated` those without a time: any of them may have been first.
    """

    statement: str
    claim: str
    article: str
    line: str
    time: str
    tied: tuple[str, ...] = ()
    undated: tuple[str, ...] = ()
