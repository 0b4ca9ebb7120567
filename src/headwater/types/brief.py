"""The brief: everything that a reader gets for one story."""

from __future__ import annotations

from msgspec import Struct

from headwater.types.articles import Article, LeftOut
from headwater.types.claims import Claim, Happening, Statement
from headwater.types.decisions import Decided, SetAside
from headwater.types.edits import CopyEdits
from headwater.types.events import EventRecord
from headwater.types.findings import Alteration, Conflict, Figure, Finding, FirstTold, Moment
from headwater.types.places import Place, Scene
from headwater.types.quotes import Entity, Quote, QuoteFamily
from headwater.types.spans import Cited
from headwater.types.stemma import Stemma, Story

__all__ = ["Brief", "Telling"]


class Telling(Struct, frozen=True):
    """How a brief tells a statement: in exact words of its articles, an ellipsis between two stretches of them.

    The words are of the claim that stands best alone; where a clause leaves its subject to another ("and killed four"),
    the subject stands before it, and behind a pronoun the name it stands for, in square brackets. `leads` marks what a
    reader needs first, `alone` whether the words say something by themselves.
    """

    statement: str
    claim: str  # Claim.id
    words: Cited
    leads: bool = False
    alone: bool = True


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
    places: tuple[Place, ...] = ()  # every place name of the articles, resolved to the map where it can be
    scene: Scene | None = None  # where the event happened, None where the articles do not say
    tellings: tuple[Telling, ...] = ()  # every statement once, in the order of telling: those that lead come first
    first_told: tuple[FirstTold, ...] = ()  # where each statement first appeared, in the order of the statements
    event: EventRecord | None = None  # the one event that the story is about, None where no claim tells of one
    happenings: tuple[Happening, ...] = ()  # the events told of, with their claims; those told most often first
    edits: tuple[CopyEdits, ...] = ()  # what each copy changed without harm, and how far it was spun
    decided: tuple[Decided, ...] = ()  # what readers decided, and what it changed here
    set_aside: tuple[SetAside, ...] = ()  # what readers rejected of what was found
