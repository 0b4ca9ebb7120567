"""Articles read: words, sentences, furniture, names, dates and quantities, each at its place."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from headwater.types.articles import Article
from headwater.types.spans import Span

__all__ = [
    "Date",
    "Document",
    "EntityKind",
    "Furniture",
    "FurnitureKind",
    "Granularity",
    "Name",
    "Parse",
    "Quantity",
    "Sentence",
    "Token",
]


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
    SPAN = "span"  # a stretch of its own: "the past 16 years", "October 5 to 7"


class Date(Struct, frozen=True, gc=False):
    """A time expression as an interval of days (ISO, both inclusive).

    `value` is the TIMEX3 value. `first`/`last` are None for a duration or set that lies nowhere on the calendar.
    `anchor` is the ISO day against which a relative expression was resolved, '' if it is absolute. `modifier` is what
    the words add, '' for nothing: "start", "mid" or "end" of the interval, "approx" ("nearly a month ago"), "before" or
    "after" ("earlier this year"), "more" or "less" ("more than three weeks").
    """

    span: Span
    value: str
    kind: str  # TIMEX3 type: DATE, TIME, DURATION, SET
    granularity: Granularity
    first: str | None
    last: str | None
    anchor: str = ""
    modifier: str = ""


class Quantity(Struct, frozen=True, gc=False):
    """A number in the text as a closed interval [low, high] of admissible values; `high` may be infinite.

    `stated` is the number as written ("at least two" -> 2), None for "dozens" or "several".
    `unit` is what is counted or measured: the head noun's lemma ("guard"), a currency code, "percent", "year".
    `modifier`: "", "at least", "more than", "about", "nearly", "up to", "ordinal", "age", ...
    `per`: what a rate is told by ("30 people a day" -> "day", "$2 a share" -> "share"), '' for plain amounts.
    `of`: the population that it is a part of, where the text numbers it ("73 of 329 seats" -> 329).
    """

    span: Span
    low: float
    high: float
    stated: float | None
    unit: str
    modifier: str = ""
    per: str = ""
    of: float | None = None


class EntityKind(StrEnum):
    """What a name names."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    GROUP = "group"  # nationalities, religious and political groups


class Name(Struct, frozen=True):
    """A mention of a name, without title or possessive: "Varn", not "Mr. Varn's"."""

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
