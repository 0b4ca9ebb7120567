"""Stage 5. Statements -> figures: every counted thing with its distribution, and low/best/high under a named rule."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

import msgspec

from headwater.evidence import cite
from headwater.figures.comparing import affinity, same_count, same_setting
from headwater.figures.rules import RULES, estimate, point
from headwater.figures.tolls import with_tolls
from headwater.figures.values import Reading, readings
from headwater.origins import Origins
from headwater.text.mentions import EntityIndex
from headwater.text.plurals import plural
from headwater.types import Claim, Document, Figure, Span, Statement

__all__ = ["RULES", "count_figures", "estimate", "point"]

Group = tuple[Reading, ...]

_WHOLE: Final = "whole"
_PART: Final = "a part of those whom the article counts in all"
_SAY_NOTHING = frozenset({"", "other"})  # "wounding 10 others" does not say whom


def count_figures(
    claims: Sequence[Claim],
    statements: Sequence[Statement],
    documents: Sequence[Document],
    origins: Origins,
    entities: EntityIndex,
    rule: str = "lines",
) -> tuple[Figure, ...]:
    """The figures of a story, most lines first; ids `f1`, `f2`, ... Raises `OptionError` for an unknown rule.

    Values of one statement in one role are one figure. Beyond that, values are one figure if they may count the same:
    populations and events that do not exclude each other, occasions not more than a day apart. A bare "a" or "an"
    joins a figure, it never makes one.
    """
    by_article = {document.article.id: document for document in documents}
    statement_of = {claim: statement.id for statement in statements for claim in statement.claims}
    found = with_tolls(readings(claims, by_article, origins), claims, by_article, entities, origins)
    groups = [_without_parts(group) for group in _grouped(found, statement_of)]
    kept = [group for group in groups if any(not reading.weak for reading in group)]
    ordered = sorted(
        kept, key=lambda group: (-_lines(group), group[0].role, not _is_whole(group), group[0].value.quantity.span)
    )
    return tuple(_figure(number, group, rule) for number, group in enumerate(ordered, 1))


def _grouped(found: Sequence[Reading], statement_of: Mapping[str, str]) -> list[Group]:
    """Values of one count. Groups that say most of who is counted and when are placed first; the others join them."""
    homes: list[Group] = []
    for group in sorted(_stated(found, statement_of), key=_vagueness):
        fitting = [home for home in homes if all(same_count(one, other) for one in group for other in home)]
        best = max(fitting, key=lambda home, group=tuple(group): _affinity(group, home), default=None)  # type: ignore[misc]
        homes = [home for home in homes if home is not best]
        homes.append((*(best or ()), *group))
    return [tuple(sorted(home, key=lambda reading: reading.value.quantity.span)) for home in homes]


def _stated(found: Sequence[Reading], statement_of: Mapping[str, str]) -> list[list[Reading]]:
    """Values of one statement in one role together, but for those that cannot count the same.

    What an article counts in all goes with what the others do: these are one event's by `events`.
    """
    groups: dict[tuple[str, str], list[list[Reading]]] = defaultdict(list)
    for reading in found:
        alike = groups[reading.role, _WHOLE if reading.rank == _WHOLE else statement_of[reading.claim.id]]
        home = next((group for group in alike if all(_same(reading, other) for other in group)), None)
        if home is None:
            alike.append([reading])
        else:
            home.append(reading)
    return [group for alike in groups.values() for group in alike]


def _without_parts(group: Group) -> Group:
    """The values, those marked weak that count a part of the people whom their article counts in this figure."""
    whole = {reading.value.article for reading in group if reading.rank == _WHOLE and not reading.weak}
    return tuple(_weakened(one) if one.rank == "part" and one.value.article in whole else one for one in group)


def _weakened(reading: Reading) -> Reading:
    return msgspec.structs.replace(reading, value=msgspec.structs.replace(reading.value, weak=reading.weak or _PART))


def _is_whole(group: Sequence[Reading]) -> bool:
    return any(reading.rank == _WHOLE for reading in group)


def _same(one: Reading, other: Reading) -> bool:
    """Whether two values of a role are of one count, as what two articles count in all is, unless in other events."""
    whole = one.rank == other.rank == _WHOLE
    return (whole and same_setting(one.claim, other.claim)) or same_count(one, other)


def _vagueness(group: Sequence[Reading]) -> tuple[bool, bool, bool, bool, str]:
    """Groups of what articles count in all, with a strong value, a named population and a known occasion come first."""
    return (
        not _is_whole(group),
        all(reading.weak for reading in group),
        all(not reading.population for reading in group),
        all(reading.claim.occasion is None for reading in group),
        min(reading.claim.id for reading in group),
    )


def _affinity(group: Sequence[Reading], home: Group) -> int:
    return max(affinity(one, other) for one in group for other in home)


def _lines(group: Group) -> int:
    return len({reading.value.line for reading in group})


def _figure(number: int, group: Group, rule: str) -> Figure:
    bounds = estimate([reading.value for reading in group if not reading.weak], rule)
    words = sorted({reading.population for reading in group if not reading.weak} - _SAY_NOTHING)
    commonest = max(words, key=lambda word: (_share(word, group), word), default="")
    population = commonest if 2 * _share(commonest, group) >= _lines(group) else ""
    return Figure(
        id=f"f{number}",
        role=group[0].role,
        label=cite(_label(group[0].role, population), (span for reading in group for span in _words(reading))),
        population=population,
        values=tuple(reading.value for reading in group),
        low=bounds.low,
        best=bounds.best,
        high=bounds.high,
        rule=rule,
    )


def _words(reading: Reading) -> tuple[Span, ...]:
    """The words that a value rests on."""
    return reading.value.members or (reading.value.quantity.span,)


def _share(word: str, group: Group) -> int:
    """How many lines use the word; copies do not outvote them."""
    return len({reading.value.line for reading in group if reading.population == word})


def _label(role: str, population: str) -> str:
    return role if not population or plural(population) in role else f"{plural(population)} {role}"
