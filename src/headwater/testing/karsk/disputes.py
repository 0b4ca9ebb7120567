"""Where the Karsk story differs: conflicts between lines, alterations in copies."""

# builders take the fields that they fill

from __future__ import annotations

from headwater.evidence import cite
from headwater.testing.karsk.witnesses import at, minister, officer, police, said_by
from headwater.types import (
    Alteration,
    AlterationKind,
    Attribution,
    Conflict,
    ConflictKind,
    Evidence,
    Side,
    SourceKind,
    Span,
)

__all__ = ["alterations", "conflicts"]


def conflicts() -> tuple[Conflict, ...]:
    """Three questions on which the lines differ: two numbers and a denial."""
    four, six = at("radio", "Four people were killed"), at("courier", "Six people died")
    two, one = at("ledger", "two suspects were arrested"), at("courier", "One suspect was arrested")
    gas, none = (
        at("courier", "firefighters carry gas cylinders out"),
        at("radio", "There was no gas in that building"),
    )
    doctor = said_by("courier", "Dr. Tomas Ekwall", "said", SourceKind.NAMED, "e-doctor")
    lund = said_by("radio", "Petra Lund, a spokeswoman for the Lenhaven Harbour Authority", "said", SourceKind.NAMED)
    own = (Attribution(SourceKind.OWN, at("courier", "A Courier reporter"), at("courier", "saw")),)
    return (
        Conflict(
            "k-dead",
            ConflictKind.QUANTITY,
            cite("How many people were killed?", [four, six]),
            (
                Side("4", (four,), ("coastline", "radio"), ("line-2",), minister("radio")),
                Side("6", (six,), ("courier",), ("line-3",), doctor),
            ),
            "Two of the six died in the night; the lower number may be the earlier one.",
        ),
        Conflict(
            "k-arrested",
            ConflictKind.QUANTITY,
            cite("How many people were arrested?", [two, one]),
            (
                Side(
                    "2",
                    (two, at("radio", "Two men are in custody")),
                    ("coastline", "globe", "ledger", "radio"),
                    ("line-1", "line-2"),
                    police("ledger"),
                ),
                Side("1", (one,), ("courier",), ("line-3",), officer(), "one source, not named"),
            ),
        ),
        Conflict(
            "k-gas",
            ConflictKind.DENIAL,
            cite("Was there gas in the building?", [gas, none]),
            (
                Side("gas cylinders were carried out", (gas,), ("courier",), ("line-3",), own),
                Side("no gas in the building", (none,), ("radio",), ("line-2",), lund),
            ),
            "Cylinders in a café and piped gas are not the same; neither line says which is meant.",
        ),
    )


def alterations() -> tuple[Alteration, ...]:
    """Seven differences that arose in copying, of six kinds; two of them are left undecided."""
    kinds = AlterationKind
    found = "investigators found"
    one_bang = "We heard one bang and then the roof came down"

    def alteration(
        name: str, kind: AlterationKind, sound: Span, altered: Span, harm: str, *support: Span, decided: bool = True
    ) -> Alteration:
        detail = Evidence("aligned place", 3.2, "the two stand at the same place of aligned sentences", sound, altered)
        return Alteration(name, kind, sound, altered, decided, harm, support, (detail,))

    four, fourteen = at("ledger", "at least four people"), at("globe", "at least fourteen people")
    named, lost = at("ledger", "on Monday evening, police said"), at("globe", "on Monday evening")
    return (
        alteration("a-dead", kinds.NUMBER, four, fourteen, "four dead became fourteen", at("radio", "Four people")),
        alteration("a-source", kinds.ATTRIBUTION, named, lost, "the police as the source are gone"),
        alteration(
            "a-gas",
            kinds.NEGATION,
            at("ledger", f"{found} no sign of a gas leak"),
            at("globe", f"{found} a sign of a gas leak"),
            "no sign became a sign",
            at("radio", "There was no gas in that building"),
        ),
        alteration(
            "a-year",
            kinds.DATE,
            at("ledger", "built in 1974"),
            at("globe", "built in 1947"),
            "1974 became 1947",
            at("courier", "built in 1974"),
        ),
        alteration(
            "a-name",
            kinds.NAME,
            at("ledger", "Ilse Marrand"),
            at("globe", "Ilse Marand"),
            "the witness is spelled in two ways",
            decided=False,
        ),
        alteration(
            "a-marks",
            kinds.MARKS_LOST,
            at("ledger", f"“{one_bang},”"),
            at("globe", f"{one_bang},"),
            "her own words are no longer marked as hers",
        ),
        alteration(
            "a-ferry",
            kinds.DATE,
            at("radio", "will not sail before Friday"),
            at("coastline", "will not sail before Thursday"),
            "Friday became Thursday",
            decided=False,
        ),
    )
