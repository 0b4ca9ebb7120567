"""Entities and quotes: who is named, who said what, and how the articles read it."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from headwater.types.documents import EntityKind
from headwater.types.spans import Cited, Evidence, Span

__all__ = [
    "CueClass",
    "Entity",
    "Quote",
    "QuoteFamily",
    "QuoteForm",
    "QuoteReading",
    "ReadingChange",
    "ReadingKind",
    "Saying",
    "Spelling",
]


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


class CueClass(StrEnum):
    """How the reporter stands to what a cue introduces: "said", "claimed", "confirmed", "denied"."""

    NEUTRAL = "neutral"
    DISTANCING = "distancing"
    ENDORSING = "endorsing"
    DENYING = "denying"


class Quote(Struct, frozen=True, gc=False):
    """A speaker's words in one article. `content` leaves the marks out; `source` and `cue` are spans if there."""

    id: str
    content: Span
    form: QuoteForm
    source: Span | None = None
    cue: Span | None = None
    speaker: str = ""  # Entity.id, '' if the source is described but not named, or unknown
    channel: Span | None = None  # "on Twitter", "on state television", "told the AP"
    cue_class: CueClass = CueClass.NEUTRAL


class ReadingKind(StrEnum):
    """How one reading of an utterance differs from the base, the longest complete witness."""

    BASE = "base"
    SAME = "same"
    TRIMMED = "trimmed"  # words are missing at an end, none inside
    ELLIPSIS = "ellipsis"  # words are missing inside, and dots say so
    BRACKET = "bracket"  # the reporter's words in brackets, added or in place of the speaker's
    SHIFT = "tense or pronoun shift"  # as direct speech shifts when it is told: "I will" -> "he would"
    PARAPHRASE = "paraphrase"  # told in other words, without marks
    JOINED = "sentences joined"  # two sentences, or the ends of two, told as one without a sign
    MARKS_LOST = "marks lost"  # the speaker's words, no longer between quotation marks
    TRANSLATION = "other translation"  # different words throughout, of one speaker, in another line
    WORDING = "wording"  # other words between the marks; nothing shows which were said
    MISQUOTE = "misquote"  # other words between the marks, against more lines (of one line: more articles)
    OTHER_SPEAKER = "other speaker"


class ReadingChange(Struct, frozen=True):
    """One place at which a reading differs from the base; no span on the side that has no words there."""

    kind: ReadingKind
    base: Span | None
    reading: Span | None


class QuoteReading(Struct, frozen=True):
    """One article's reading of a quote, against the base: how it differs on the whole, where, and why it is said so.

    `changes` stand in the order of the text; `difference` is the gravest of their kinds, or what holds of the whole.
    """

    quote: str
    difference: ReadingKind
    changes: tuple[ReadingChange, ...] = ()
    evidence: tuple[Evidence, ...] = ()


class QuoteFamily(Struct, frozen=True):
    """One utterance over the articles: its speaker, and the readings, base first (the longest complete witness)."""

    id: str
    speaker: str  # Entity.id or ''
    speaker_text: Cited
    readings: tuple[QuoteReading, ...]


class Saying(Struct, frozen=True):
    """An attribution as token ranges [first, last) of its document: cue, source if there is one, and contents.

    This is what rules propose to a tagger, and what a tagger answers. `chance` is how sure the tagger is, 0 to 1.
    """

    cue: tuple[int, int]
    contents: tuple[tuple[int, int], ...]
    source: tuple[int, int] | None = None
    chance: float = 1.0
