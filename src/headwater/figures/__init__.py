"""Stage 5. Statements -> figures: every counted thing with its distribution, and low/best/high under a named rule."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Final

from headwater.evidence import cite
from headwater.figures.accepting import accept
from headwater.figures.bounds import left_open, silence_of
from headwater.figures.grouping import Group, are_apart, group_readings, is_whole, lines_of
from headwater.figures.headlines import with_weak_headlines
from headwater.figures.overtaken import with_overtaken
from headwater.figures.parting import of_figure
from headwater.figures.parts import Part, attackers_among, find_parts, parts_of
from headwater.figures.rules import RULES, Estimate, estimate, point, rule_called
from headwater.figures.ruling import under
from headwater.figures.together import people_together
from headwater.figures.tolls import victims_of_event, with_tolls
from headwater.figures.values import Reading, readings
from headwater.figures.victims import Victim
from headwater.origins import Origins
from headwater.text.mentions import EntityIndex
from headwater.text.plurals import plural
from headwater.text.tallies import is_money
from headwater.types import Claim, Document, Figure, LeftOpen, Span, Statement

__all__ = ["RULES", "Estimate", "accept", "count_figures", "estimate", "point", "rule_called", "under"]

_SAY_NOTHING: Final = frozenset({"", "other"})  # "wounding 10 others" does not say whom
_UNITED: Final = "killed"  # the role whose people are added up over the articles


def count_figures(
    claims: Sequence[Claim],
    statements: Sequence[Statement],
    documents: Sequence[Document],
    origins: Origins,
    entities: EntityIndex,
    rule: str = "majority",
    apart: Collection[tuple[str, str]] = frozenset(),
) -> tuple[Figure, ...]:
    """The figures of a story, most lines first; ids `f1`, `f2`, ... Raises `OptionError` for an unknown rule.

    Values of one statement in one role are one figure. Beyond that, values are one figure if they may count the same:
    populations and events that do not exclude each other, occasions not more than a day apart. A bare "a" or "an"
    joins a figure, it never makes one. `apart` are pairs of claims (ids, smaller first) of different events, which no
    figure has both of.
    """
    by_article = {document.article.id: document for document in documents}
    statement_of = {claim: statement.id for statement in statements for claim in statement.claims}
    counted = with_weak_headlines(readings(claims, by_article, origins), by_article)
    told = victims_of_event(counted, claims, by_article, entities)
    grouped = group_readings(with_tolls(counted, told, claims, by_article, origins), statement_of, apart)
    groups = [with_overtaken(group, by_article) for group in grouped]
    parts = (*find_parts(claims, by_article, origins), *attackers_among(told, claims, by_article, origins))
    sheet = _Sheet(groups, parts, apart, told, origins)
    return under([sheet.figure(number, group) for number, group in enumerate(_ordered(groups), 1)], rule)


def _ordered(groups: Iterable[Group]) -> list[Group]:
    kept = [group for group in groups if any(not reading.weak for reading in group)]
    return sorted(
        kept, key=lambda one: (-len(lines_of(one)), one[0].role, not is_whole(one), one[0].value.quantity.span)
    )


class _Sheet:
    """What all figures of a story are made with."""

    def __init__(
        self,
        groups: Sequence[Group],
        parts: Sequence[Part],
        apart: Collection[tuple[str, str]],
        told: Mapping[str, Sequence[Victim]],
        origins: Origins,
    ) -> None:
        self.groups = groups
        self.parts = parts
        self.apart = apart
        self.told = told
        self.origins = origins

    def figure(self, number: int, group: Group) -> Figure:
        """The figure of a group, under no rule yet."""
        population = _population(group)
        whole = group[0].role == _UNITED and is_whole(group)
        return Figure(
            id=f"f{number}",
            role=group[0].role,
            label=cite(_label(group[0].role, population), (span for reading in group for span in _words(reading))),
            population=population,
            values=tuple(reading.value for reading in group),
            low=0.0,
            best=0.0,
            high=0.0,
            rule="",
            parts=parts_of(group, self.parts, self.apart),
            left_open=self._left_open(group) if whole else None,
        )

    def _left_open(self, group: Group) -> LeftOpen | None:
        rivals = [other for other in self.groups if are_apart(group, other, self.apart)]
        told = of_figure(group, rivals, self.told) if rivals else self.told
        return left_open(lines_of(group), people_together(told, _UNITED), silence_of(told, _UNITED, self.origins))


def _population(group: Group) -> str:
    """The word for those counted that at least half of the lines use; '' if there is none."""
    words = sorted({reading.population for reading in group if not reading.weak} - _SAY_NOTHING)
    commonest = max(words, key=lambda word: (_share(word, group), word), default="")
    return commonest if 2 * _share(commonest, group) >= len(lines_of(group)) else ""


def _words(reading: Reading) -> tuple[Span, ...]:
    """The words that a value rests on."""
    return reading.value.members or (reading.value.quantity.span,)


def _share(word: str, group: Group) -> int:
    """How many lines use the word; copies do not outvote them."""
    return len({reading.value.line for reading in group if reading.population == word})


def _label(role: str, population: str) -> str:
    """“Guards injured”, “seats won”, “damage in USD”."""
    if is_money(population):
        return f"{role} in {population}"
    return role if not population or plural(population) in role else f"{plural(population)} {role}"
