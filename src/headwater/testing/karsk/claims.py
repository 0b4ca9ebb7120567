"""What the five articles of the Karsk story assert: claims, statements and their findings."""

# builders take the fields that they fill

from __future__ import annotations

from msgspec.structs import replace

from headwater.evidence import cite
from headwater.testing.karsk.witnesses import (
    CLOSED,
    UNBOUNDED,
    at,
    minister,
    number,
    officer,
    paragraph,
    police,
    said_by,
)
from headwater.types import (
    Attribution,
    Certainty,
    Claim,
    ClaimKind,
    Count,
    Finding,
    Role,
    SourceKind,
    Statement,
    Status,
)

__all__ = ["claims", "findings", "statements"]


def _claim(name: str, article: str, words: str, event: str, trigger: str, said: tuple[Attribution, ...] = ()) -> Claim:
    span = at(article, words)
    return Claim(name, span, paragraph(span), event, event, at(article, trigger), attribution=said)


def claims() -> tuple[Claim, ...]:
    """Who says how many died, who was arrested, and when the terminal was closed."""
    four, dead = "Four people were killed", "killed at least four people"
    told = said_by("courier", "the head of Saint Brannoc Hospital", "told the Courier", SourceKind.NAMED, "e-doctor")
    force = said_by("ledger", "police", "police said", SourceKind.ORGANISATION)
    closed = f"{CLOSED} corroded pipes"
    wire = said_by("courier", "the Northern Wire", "reported", SourceKind.ORGANISATION, "e-wire")
    arrested = "two suspects were arrested"
    return (
        _claim("c-coastline-dead", "coastline", four, "kill", "killed", minister("coastline")),
        _claim("c-radio-dead", "radio", four, "kill", "killed", minister("radio")),
        _claim("c-ledger-dead", "ledger", dead, "kill", "killed", force),
        _claim("c-globe-dead", "globe", "killed at least fourteen people", "kill", "killed"),
        _claim("c-courier-dead", "courier", "Six people died", "kill", "died", told),
        _claim("c-ledger-arrest", "ledger", arrested, "arrest", "arrested", police("ledger")),
        _claim("c-globe-arrest", "globe", arrested, "arrest", "arrested", police("globe")),
        _claim("c-radio-arrest", "radio", "Two men are in custody", "arrest", "custody", minister("radio")),
        _claim("c-coast-arrest", "coastline", "Two men are in custody", "arrest", "custody", minister("coastline")),
        _claim("c-courier-arrest", "courier", "One suspect was arrested", "arrest", "arrested", officer()),
        _background(_claim("c-ledger-closed", "ledger", closed, "close", "closed")),
        _background(_claim("c-courier-closed", "courier", closed, "close", "closed", wire)),
        replace(
            _claim("c-courier-children", "courier", "At least twelve of the injured are children", "be", "are"),
            quantities=(number("courier", "At least twelve", 12, UNBOUNDED, 12, "child", "at least"),),
            roles=(Role("patient", at("courier", "the injured"), lemma="injured"),),
            attribution=said_by("courier", "he", "he said", SourceKind.ANONYMOUS),
        ),
    )


def _background(claim: Claim) -> Claim:
    return replace(claim, kind=ClaimKind.BACKGROUND, certainty=Certainty.CERTAIN)


def statements() -> tuple[Statement, ...]:
    """The claims grouped by what they assert, with their counts; one count is a range with its reason."""
    recorded = claims()

    def statement(name: str, asserting: str, lines: Count, ids: str, sources: int, weight: float) -> Statement:
        chosen = tuple(asserting.split())
        articles = tuple(sorted({claim.span.article for claim in recorded if claim.id in chosen}))
        return Statement(name, chosen[0], chosen, articles, lines, tuple(ids.split()), sources, weight)

    three, two, one = Count(3, 3, 3), Count(2, 2, 2), Count(1, 1, 1)
    dead = "c-radio-dead c-coastline-dead c-ledger-dead c-globe-dead c-courier-dead"
    arrest = "c-ledger-arrest c-globe-arrest c-radio-arrest c-coast-arrest"
    doubtful = Count(1, 1, 2, ("the sentence may come from an agency that both buy from",))
    return (
        statement("s-dead", dead, three, "line-1 line-2 line-3", 3, 0.98),
        statement("s-arrest", arrest, two, "line-1 line-2", 2, 0.72),
        statement("s-one-arrest", "c-courier-arrest", one, "line-3", 1, 0.4),
        statement("s-children", "c-courier-children", one, "line-3", 1, 0.38),
        statement("s-closed", "c-ledger-closed c-courier-closed", doubtful, "line-1", 1, 0.2),
    )


def findings() -> tuple[Finding, ...]:
    """A status of each statement; the dead are both disputed between lines and altered in a copy."""
    custody = [at("ledger", "two suspects were arrested"), at("radio", "Two men are in custody")]
    return (
        Finding(
            "s-dead",
            Status.DISPUTED,
            cite("Two lines say four, one says six.", [at("radio", "Four people"), at("courier", "Six people")]),
        ),
        Finding(
            "s-dead",
            Status.ALTERED,
            cite("Globe Minute has fourteen where its sibling has four.", [at("globe", "at least fourteen people")]),
        ),
        Finding("s-arrest", Status.CORROBORATED, cite("Two lines say so, from two sources.", custody)),
        Finding(
            "s-one-arrest",
            Status.SINGLE_LINE,
            cite("Only the Lenhaven Courier says so.", [at("courier", "One suspect was arrested")]),
        ),
        Finding(
            "s-closed",
            Status.UNATTRIBUTED,
            cite("The wire names nobody for it.", [at("ledger", f"{CLOSED} corroded pipes")]),
        ),
    )
