"""What a decision on a finding of a brief names: what it is about, and the words it stands on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from msgspec import Struct

from headwater.decisions.reviewing import PART
from headwater.errors import OptionError
from headwater.text.cited_words import words_of
from headwater.text.printable import printable
from headwater.types import Alteration, Brief, Claim, Conflict, FindingKind, Span, Statement

__all__ = ["FindingName", "finding_named", "name_of_alteration", "name_of_conflict", "name_of_statement"]


class FindingName(Struct, frozen=True):
    """`value` and `left` of a decision that accepts or rejects a finding."""

    value: str
    words: tuple[str, ...]


def finding_named(brief: Brief, name: str) -> FindingName:
    """The name of the conflict, alteration or statement that a brief has under an id ("k1", "a3", "s12").

    Raises `OptionError` where it has none so called.
    """
    claims = {claim.id: claim for claim in brief.claims}
    for conflict in brief.conflicts:
        if conflict.id == name:
            return name_of_conflict(conflict)
    for change in brief.alterations:
        if change.id == name:
            return name_of_alteration(change)
    for statement in brief.statements:
        if statement.id == name:
            return name_of_statement(statement, claims)
    raise OptionError(f"the brief finds nothing called {printable(name)!r}; its JSON has the ids: k1, a1, s1")


def name_of_conflict(conflict: Conflict) -> FindingName:
    """By the first words of each side, of the weak ones only where there are no others."""
    firm = [side for side in conflict.sides if not side.weak] or conflict.sides
    return _named(f"{FindingKind.CONFLICT.value}{PART}{conflict.kind.value}", (side.spans[0] for side in firm))


def name_of_alteration(change: Alteration) -> FindingName:
    """By its two readings."""
    return _named(f"{FindingKind.ALTERATION.value}{PART}{change.kind.value}", (change.sound, change.altered))


def name_of_statement(statement: Statement, claims: Mapping[str, Claim]) -> FindingName:
    """By the words of all its claims; `claims` are those of the brief, by id."""
    return _named(FindingKind.STATEMENT.value, (claims[claim].span for claim in statement.claims))


def _named(value: str, spans: Iterable[Span]) -> FindingName:
    return FindingName(value, tuple(words_of(span) for span in spans))
