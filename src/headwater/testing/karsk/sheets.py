"""Quotes, figures, timeline and names of the Karsk story, and what was left out of it."""

# builders take the fields that they fill

from __future__ import annotations

from headwater.evidence import cite
from headwater.testing.karsk.witnesses import UNBOUNDED, at, minister, number, officer, said_by
from headwater.types import (
    Entity,
    EntityKind,
    Figure,
    FigureValue,
    Granularity,
    LeftOut,
    Moment,
    Quote,
    QuoteFamily,
    QuoteForm,
    QuoteReading,
    ReadingKind,
    SourceKind,
    Span,
    Spelling,
)

__all__ = ["entities", "families", "figures", "left_out", "quotes", "timeline"]


def quotes() -> tuple[Quote, ...]:
    """Five quotes of three speakers; one has lost its marks."""

    def quote(name: str, article: str, words: str, who: str, form: QuoteForm, speaker: str, channel: str = "") -> Quote:
        place = at(article, channel) if channel else None
        return Quote(name, at(article, words), form, at(article, who), at(article, "said"), speaker, place)

    bang = "We heard one bang and then the roof came down"
    accident = "This was no accident, and it will not go unanswered"
    venue = "at a news conference at the pier"
    direct = QuoteForm.DIRECT
    return (
        quote("q-bang-1", "ledger", bang, "Ilse Marrand", direct, "e-kiosk"),
        quote("q-bang-2", "globe", bang, "Ilse Marand", QuoteForm.UNMARKED, "e-kiosk"),
        quote("q-accident-1", "radio", accident, "Van Tongeren", direct, "e-minister", venue),
        quote("q-accident-2", "coastline", "This was no accident", "Van Tongeren", direct, "e-minister"),
        quote(
            "q-dead",
            "courier",
            "Four came to us dead, and two died in the night",
            "Dr. Tomas Ekwall",
            direct,
            "e-doctor",
            "in an interview",
        ),
    )


def families() -> tuple[QuoteFamily, ...]:
    """The quotes by utterance, each against its longest reading."""

    def readings(*pairs: str) -> tuple[QuoteReading, ...]:
        told = (pair.split("=") for pair in pairs)
        return tuple(QuoteReading(quote, ReadingKind(difference)) for quote, difference in told)

    return (
        QuoteFamily(
            "f-accident",
            "e-minister",
            cite("Sela Van Tongeren", [at("radio", "Sela Van Tongeren")]),
            readings("q-accident-1=base", "q-accident-2=trimmed"),
        ),
        QuoteFamily(
            "f-bang",
            "e-kiosk",
            cite("Ilse Marrand", [at("ledger", "Ilse Marrand")]),
            readings("q-bang-1=base", "q-bang-2=marks lost"),
        ),
        QuoteFamily(
            "f-dead", "e-doctor", cite("Tomas Ekwall", [at("courier", "Tomas Ekwall")]), readings("q-dead=base")
        ),
    )


def figures() -> tuple[Figure, ...]:
    """Three figures, each with its distribution; the last has no upper bound."""
    six = said_by("courier", "the head of Saint Brannoc Hospital", "told the Courier", SourceKind.NAMED, "e-doctor")
    police = said_by("ledger", "police", "police said", SourceKind.ORGANISATION)
    least, radio = number("ledger", "at least four", 4, UNBOUNDED, 4, "person", "at least"), minister("radio")
    copied = number("coastline", "Four", 4, 4, 4, "person")
    wild = number("globe", "at least fourteen", 14, UNBOUNDED, 14, "person", "at least")
    dead = (
        FigureValue("c-radio-dead", number("radio", "Four", 4, 4, 4, "person"), "line-2", "radio", radio, "2031-03-11"),
        FigureValue("c-coastline-dead", copied, "line-2", "coastline", minister("coastline"), derived=True),
        FigureValue(
            "c-courier-dead", number("courier", "Six", 6, 6, 6, "person"), "line-3", "courier", six, "2031-03-11"
        ),
        FigureValue("c-ledger-dead", least, "line-1", "ledger", police, "2031-03-10"),
        FigureValue("c-globe-dead", wild, "line-1", "globe", derived=True),
    )
    hurt = (
        FigureValue("c-radio-dead", number("radio", "31", 31, 31, 31, "person"), "line-2", "radio", radio),
        FigureValue("c-ledger-dead", number("ledger", "dozens", 24, 99, None, "person"), "line-1", "ledger", police),
    )
    children = number("courier", "At least twelve", 12, UNBOUNDED, 12, "child", "at least")
    young = (FigureValue("c-courier-children", children, "line-3", "courier", officer()),)
    lines = "by lines: the value most lines give"
    return (
        Figure(
            "g-dead", "killed", cite("people killed", [at("radio", "people were killed")]), "", dead, 4, 4, 6, lines
        ),
        Figure("g-hurt", "injured", cite("people injured", [at("radio", "were hurt")]), "", hurt, 24, 31, 99, lines),
        Figure(
            "g-children",
            "injured",
            cite("children among the injured", [at("courier", "of the injured are children")]),
            "child",
            young,
            12,
            12,
            UNBOUNDED,
            lines,
        ),
    )


def timeline() -> tuple[Moment, ...]:
    """Three moments: one before the story, its day, and one to come."""
    blast = cite("An explosion wrecks the Karsk ferry terminal.", [at("radio", "an explosion wrecked")])
    built = cite("The terminal is built.", [at("ledger", "built in 1974"), at("courier", "built in 1974")])
    sails = cite("Ferries to Isle Torrin may sail again.", [at("radio", "Ferries to Isle Torrin")])
    monday = (at("radio", "Monday"), at("ledger", "Monday"), at("courier", "Monday"))
    years = (at("ledger", "1974"), at("courier", "1974"))
    friday, one, three = (at("radio", "Friday"),), ("line-1",), ("line-1", "line-2", "line-3")
    return (
        Moment(
            "m-built",
            "1974-01-01",
            "1974-12-31",
            Granularity.YEAR,
            built,
            years,
            ("s-closed",),
            1,
            given_by=one,
        ),
        Moment("m-blast", "2031-03-10", "2031-03-10", Granularity.DAY, blast, monday, ("s-dead",), 3, given_by=three),
        Moment("m-sails", "2031-03-14", "2031-03-14", Granularity.DAY, sails, friday, (), 1, given_by=("line-2",)),
    )


def entities() -> tuple[Entity, ...]:
    """Eight names, three of them in two spellings."""

    def entity(name: str, kind: EntityKind, *spellings: tuple[str, str], role: Span | None = None) -> Entity:
        gathered: dict[str, list[Span]] = {}
        for article, words in spellings:
            gathered.setdefault(words, []).append(at(article, words))
        forms = tuple(Spelling(words, tuple(spans)) for words, spans in gathered.items())
        return Entity(name, kind, forms[0].text, forms, (role,) if role else ())

    person, place, organisation = EntityKind.PERSON, EntityKind.PLACE, EntityKind.ORGANISATION
    tongeren = "Sela Van Tongeren"
    return (
        entity(
            "e-minister",
            person,
            ("radio", tongeren),
            ("coastline", tongeren),
            ("ledger", "Sela Vantongeren"),
            role=at("radio", "Interior Minister"),
        ),
        entity(
            "e-kiosk",
            person,
            ("ledger", "Ilse Marrand"),
            ("globe", "Ilse Marand"),
            role=at("ledger", "who runs a kiosk at the pier"),
        ),
        entity(
            "e-chief",
            person,
            ("ledger", "Oren Dahlquist"),
            ("globe", "Oren Dahlquist"),
            role=at("ledger", "Police Chief"),
        ),
        entity(
            "e-doctor", person, ("courier", "Tomas Ekwall"), role=at("courier", "the head of Saint Brannoc Hospital")
        ),
        entity("e-wire", organisation, ("courier", "Northern Wire"), ("ledger", "NW")),
        entity("e-hospital", organisation, ("courier", "Saint Brannoc Hospital")),
        entity(
            "e-terminal",
            place,
            ("radio", "Karsk ferry terminal"),
            ("ledger", "Karsk ferry terminal"),
            ("courier", "Karsk ferry terminal"),
            ("globe", "Karsk ferry terminus"),
        ),
        entity("e-isle", place, ("radio", "Isle Torrin"), ("ledger", "Isle Torrin"), ("globe", "Isle Torrin")),
    )


def left_out() -> tuple[LeftOut, ...]:
    """One part of a page, one text in another language, one file that is no text."""
    return (
        LeftOut("ledger.txt", "share bar", (at("ledger", "Share this article"),)),
        LeftOut("karsk-fr.txt", "recognised as French; headwater reads English"),
        LeftOut("photo.jpg", "binary, not text"),
    )
