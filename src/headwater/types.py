"""The records that flow through headwater, in the order of the pipeline.

All are frozen, slotted and typed (`msgspec.Struct`), so that they validate JSON, publish a JSON Schema and can
be shared without fear. Offsets are Unicode code points into `Article.text`, end exclusive; nothing else in
headwater copies article text about. `Span` is the currency: whatever the system asserts points at spans.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Final

from msgspec import Struct

__all__ = [
    "Alteration",
    "AlterationKind",
    "Article",
    "Attribution",
    "Basis",
    "Brief",
    "Certainty",
    "Cited",
    "Claim",
    "ClaimKind",
    "Conflict",
    "ConflictKind",
    "Count",
    "Date",
    "Derivation",
    "DerivationKind",
    "Direction",
    "Document",
    "Edge",
    "Entity",
    "EntityKind",
    "Evidence",
    "Figure",
    "FigureValue",
    "Finding",
    "Furniture",
    "FurnitureKind",
    "Granularity",
    "Known",
    "LeftOut",
    "Line",
    "Moment",
    "Name",
    "Occasion",
    "Parse",
    "Passage",
    "Quantity",
    "Quote",
    "QuoteFamily",
    "QuoteForm",
    "QuoteReading",
    "Role",
    "Sentence",
    "Side",
    "SourceKind",
    "Span",
    "Spelling",
    "Statement",
    "Status",
    "Stemma",
    "Story",
    "Token",
    "Unseen",
]

INFINITY: Final = float("inf")


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


# --- articles -------------------------------------------------------------------------------------------------


class Basis(StrEnum):
    """Where a piece of metadata comes from. Only `FILE` and `OPTION` were stated; the others are inferred."""

    FILE = "file"  # front matter, JSON, HTML or JSON-LD metadata
    TEXT = "text"  # read off the text: dateline, byline, credit line, leading date
    OPTION = "option"  # given by the user on the command line or in a sidecar
    URL = "url"  # the host or path of the address


class Known(Struct, frozen=True):
    """A piece of metadata: its value, where it comes from, and its span if it stands in the text."""

    value: str
    basis: Basis
    span: Span | None = None

    @property
    def inferred(self) -> bool:
        """True where nobody stated the value: it was read off the text or the address."""
        return self.basis in (Basis.TEXT, Basis.URL)


class Article(Struct, frozen=True):
    """One text as one outlet published it. `text` is the body exactly as it was read."""

    id: str  # unique in a batch, made from `name`
    text: str
    name: str  # what a reader calls it: a file name or an address
    title: Known | None = None
    outlet: Known | None = None  # who published it
    agency: Known | None = None  # the wire it credits: "AP", "Reuters"
    byline: Known | None = None
    published: Known | None = None  # ISO 8601 day or instant
    url: Known | None = None
    language: str = "en"


class LeftOut(Struct, frozen=True):
    """Something that was handed in, or stands in an article, and that the analysis did not use, with the reason."""

    name: str
    reason: str
    spans: tuple[Span, ...] = ()


# --- documents ------------------------------------------------------------------------------------------------


class Token(Struct, frozen=True):
    """A word as the parser saw it. `head` is an index into the same document's tokens; `ent` a label or ''."""

    start: int
    end: int
    lemma: str
    pos: str  # universal part of speech
    tag: str  # Penn Treebank tag
    dep: str
    head: int
    ent: str
    ent_start: bool


class Sentence(Struct, frozen=True):
    """A sentence: its span and its tokens `first` to `last`, exclusive, of the document."""

    span: Span
    first: int
    last: int
    paragraph: int


class Parse(Struct, frozen=True):
    """What a language model says of one text: tokens, and sentences as token ranges [first, last)."""

    tokens: tuple[Token, ...]
    sentences: tuple[tuple[int, int], ...]


class FurnitureKind(StrEnum):
    """Parts of a page that report nothing: found, typed and kept out of claims."""

    DATELINE = "dateline"
    LEADING_DATE = "leading date"
    BYLINE = "byline"
    CREDIT = "credit"
    CONTRIBUTORS = "contributors"
    CAPTION = "caption"
    COMMENT_FORM = "comment form"
    SHARE_BAR = "share bar"
    PROMOTION = "promotion"
    COPYRIGHT = "copyright"


class Furniture(Struct, frozen=True):
    """One such part. `value` is what it tells, if anything: the agency of a credit, the ISO day of a date."""

    kind: FurnitureKind
    span: Span
    value: str = ""


class Granularity(StrEnum):
    """How fine a date is."""

    MOMENT = "moment"
    HOUR = "hour"
    PART = "part of day"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    SPAN = "span"  # a stretch of its own: "the past 18 years", "October 5 to 7"


class Date(Struct, frozen=True):
    """A time expression as an interval of days (ISO, both inclusive).

    `value` is the TIMEX3 value. `first`/`last` are None for a duration or set that lies nowhere on the calendar.
    `anchor` is the ISO day against which a relative expression was resolved, '' if it is absolute.
    """

    span: Span
    value: str
    kind: str  # TIMEX3 type: DATE, TIME, DURATION, SET
    granularity: Granularity
    first: str | None
    last: str | None
    anchor: str = ""


class Quantity(Struct, frozen=True):
    """A number in the text as a closed interval [low, high] of admissible values; `high` may be infinite.

    `stated` is the number as written ("at least two" -> 2), None for "dozens" or "several".
    `unit` is what is counted or measured: the head noun's lemma ("guard"), a currency code, "percent", "year".
    `modifier`: "", "at least", "more than", "about", "nearly", "up to", "ordinal", "age", ...
    """

    span: Span
    low: float
    high: float
    stated: float | None
    unit: str
    modifier: str = ""


class EntityKind(StrEnum):
    """What a name names."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    GROUP = "group"  # nationalities, religious and political groups


class Name(Struct, frozen=True):
    """A mention of a name, without title or possessive: "al-Kadhimi", not "Mr. al-Kadhimi's"."""

    span: Span
    kind: EntityKind
    role: Span | None = None  # the words that say who it is: "Prime Minister", "a political analyst"


class Document(Struct, frozen=True):
    """An article read: where its words, sentences, furniture, names, dates, quantities and quote marks are."""

    article: Article
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]
    paragraphs: tuple[Span, ...]
    furniture: tuple[Furniture, ...] = ()
    names: tuple[Name, ...] = ()
    dates: tuple[Date, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    quoted: tuple[Span, ...] = ()  # what stands between quotation marks, marks excluded


# --- stories and derivation -----------------------------------------------------------------------------------


class Story(Struct, frozen=True):
    """The articles about one event, by id, in order of id."""

    id: str
    articles: tuple[str, ...]
    evidence: tuple[Evidence, ...] = ()  # why they belong together


class DerivationKind(StrEnum):
    """How two texts stand to each other."""

    COPY = "copy"
    ABRIDGED = "abridged"
    EXPANDED = "expanded"
    REWRITE = "rewrite"
    SPUN = "spun"
    PARTIAL = "partial"
    SHARED_STATEMENT = "shared-statement"
    INDEPENDENT = "independent"
    UNDECIDED = "undecided"


class Direction(StrEnum):
    """Which way a text went between `left` and `right` of a derivation."""

    LEFT_TO_RIGHT = "left to right"
    RIGHT_TO_LEFT = "right to left"
    COMMON_ORIGIN = "unseen common origin"
    UNDECIDED = "undecided"
    NONE = "none"  # nothing was derived


class Passage(Struct, frozen=True):
    """An aligned pair of spans, one in each of two articles.

    `mask` says why reporters may legitimately share it ("quote", "statement", "title", "furniture"); '' where
    sharing it is a sign of copying. `similarity` is 0 to 1.
    """

    left: Span
    right: Span
    similarity: float
    mask: str = ""


class Derivation(Struct, frozen=True):
    """What was found between two articles, `left` < `right` by id. `score` is the sum of the evidence, in nats."""

    left: str
    right: str
    kind: DerivationKind
    direction: Direction
    score: float
    passages: tuple[Passage, ...]
    evidence: tuple[Evidence, ...]
    direction_evidence: tuple[Evidence, ...] = ()


class Unseen(Struct, frozen=True):
    """An original that nobody handed in, known by the articles that took from it. `label` as a reader would say it."""

    id: str
    label: str
    witnesses: tuple[str, ...]
    evidence: tuple[Evidence, ...] = ()


class Edge(Struct, frozen=True):
    """A parent and its child in the stemma, articles or unseen originals. `whole` is False for a lent passage."""

    parent: str
    child: str
    kind: DerivationKind
    whole: bool
    confidence: float  # 0 to 1
    passages: tuple[Passage, ...] = ()  # left = parent's side (or a sibling's where the parent is unseen)


class Line(Struct, frozen=True):
    """One line of reporting: a root of the stemma and all that comes from it.

    `standing` is one of "own reporting shown", "derived from an unseen original", "no link found"; never
    read "no link found" as "independent". `own` are the spans that show own reporting.
    """

    id: str
    label: str
    root: str
    articles: tuple[str, ...]
    standing: str
    own: tuple[Evidence, ...] = ()
    evidence: tuple[Evidence, ...] = ()  # why the articles belong together


class Stemma(Struct, frozen=True):
    """A story's derivation graph: the pairs, the tree with its unseen originals, and the lines."""

    story: str
    derivations: tuple[Derivation, ...]
    unseen: tuple[Unseen, ...]
    edges: tuple[Edge, ...]
    lines: tuple[Line, ...]
    count: Count  # of lines


# --- names, quotes, claims ------------------------------------------------------------------------------------


class Spelling(Struct, frozen=True):
    """One way a name is written, with every place where it is."""

    text: str
    spans: tuple[Span, ...]


class Entity(Struct, frozen=True):
    """A person, organisation, place or group of the story, with its spellings, the commonest by lines first."""

    id: str
    kind: EntityKind
    name: str
    spellings: tuple[Spelling, ...]
    roles: tuple[Span, ...] = ()


class QuoteForm(StrEnum):
    """Whether a speaker's words are given as such."""

    DIRECT = "direct"
    MIXED = "mixed"  # a paraphrase with words in quotation marks
    INDIRECT = "indirect"
    UNMARKED = "unmarked"  # reads as direct speech, but the quotation marks are missing


class Quote(Struct, frozen=True):
    """A speaker's words in one article. `content` leaves the marks out; `source` and `cue` are spans if there."""

    id: str
    content: Span
    form: QuoteForm
    source: Span | None = None
    cue: Span | None = None
    speaker: str = ""  # Entity.id, '' if the source is described but not named, or unknown
    channel: Span | None = None  # "on Twitter", "on state television", "told the AP"


class QuoteReading(Struct, frozen=True):
    """One article's reading of a quote, against the base: how it differs, in words of the method."""

    quote: str
    difference: str  # "base", "same", "trimmed", "wording", "paraphrase", "marks lost", "other speaker"


class QuoteFamily(Struct, frozen=True):
    """One utterance over the articles: its speaker, and the readings, base first (the longest complete witness)."""

    id: str
    speaker: str  # Entity.id or ''
    speaker_text: Cited
    readings: tuple[QuoteReading, ...]


class SourceKind(StrEnum):
    """What kind of source an attribution names."""

    NAMED = "named"
    ORGANISATION = "organisation"
    ANONYMOUS = "anonymous"
    DOCUMENT = "document"
    OWN = "own observation"
    UNKNOWN = "unknown"


class Attribution(Struct, frozen=True):
    """One link of an attribution chain: who is said to have said it, by which words."""

    kind: SourceKind
    source: Span | None = None
    cue: Span | None = None
    speaker: str = ""  # Entity.id if the source resolves to one
    channel: Span | None = None


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


class Occasion(Struct, frozen=True):
    """The days (ISO, both inclusive) on which something happened; `own` if the clause itself says so."""

    first: str
    last: str
    own: bool


class Claim(Struct, frozen=True):
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


class Statement(Struct, frozen=True):
    """Claims of several articles that assert the same thing.

    `lines`, `sources` and `articles` count as docs/independence.md defines. `shown` is the claim whose words stand for all.
    """

    id: str
    shown: str  # Claim.id
    claims: tuple[str, ...]
    articles: tuple[str, ...]
    lines: Count
    line_ids: tuple[str, ...]
    sources: int
    importance: float


# --- findings -------------------------------------------------------------------------------------------------


class Cited(Struct, frozen=True):
    """Words of the brief with the spans they rest on. Build it with `evidence.cite`, which refuses an empty list."""

    text: str
    spans: tuple[Span, ...]


class Status(StrEnum):
    """What can be said of a statement by counting who stands behind it. Not a verdict of true or false."""

    CORROBORATED = "corroborated"
    SINGLE_LINE = "single line"
    DISPUTED = "disputed"
    UPDATED = "updated"
    ALTERED = "altered in copy"
    UNATTRIBUTED = "unattributed"


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
    POLARITY = "polarity"
    DENIAL = "denial"


class Conflict(Struct, frozen=True):
    """A difference between independent lines, side by side."""

    id: str
    kind: ConflictKind
    question: Cited
    sides: tuple[Side, ...]
    note: str = ""  # how the sides might be reconciled, or why they cannot


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
    `decided` is False and the order says nothing. `support` are the spans of the other witnesses.
    """

    id: str
    kind: AlterationKind
    sound: Span
    altered: Span
    decided: bool
    harm: str  # what changed in the claim, in one clause
    support: tuple[Span, ...]
    evidence: tuple[Evidence, ...]


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


class Figure(Struct, frozen=True):
    """A quantity with a role in one event, never without its distribution. low/best/high hold under `rule`."""

    id: str
    role: str  # "killed", "injured", "arrested", ...
    label: Cited
    population: str  # who or what is counted: "guard", "" if not said
    values: tuple[FigureValue, ...]
    low: float
    best: float
    high: float
    rule: str


class Moment(Struct, frozen=True):
    """A point of the timeline: absolute days, the words that give them, and what happened."""

    id: str
    first: str
    last: str
    granularity: Granularity
    what: Cited
    mentions: tuple[Span, ...]
    statements: tuple[str, ...]
    lines: int


class Brief(Struct, frozen=True):
    """What a reader gets for one story. Every `Cited` in it opens its exact words in `articles`."""

    headline: Cited
    count_line: str  # "5 articles, 3 lines of reporting"
    story: Story
    articles: tuple[Article, ...]
    stemma: Stemma
    claims: tuple[Claim, ...]
    statements: tuple[Statement, ...]
    findings: tuple[Finding, ...]
    conflicts: tuple[Conflict, ...]
    alterations: tuple[Alteration, ...]
    quotes: tuple[Quote, ...]
    quote_families: tuple[QuoteFamily, ...]
    figures: tuple[Figure, ...]
    timeline: tuple[Moment, ...]
    entities: tuple[Entity, ...]
    left_out: tuple[LeftOut, ...]
    rule: str  # the counting rule of the figures
    version: str  # of headwater
