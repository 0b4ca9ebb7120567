"""Stage 5. Claims -> figures: every counted thing with its distribution, and low/best/high under a named rule."""

from __future__ import annotations

from collections.abc import Sequence

from headwater.evidence import cite
from headwater.figures.comparing import same_count
from headwater.figures.rules import RULES, estimate, point
from headwater.figures.values import Reading, readings
from headwater.origins import Origins
from headwater.types import Claim, Document, Figure

__all__ = ["RULES", "count_figures", "estimate", "point"]


def count_figures(
    claims: Sequence[Claim], documents: Sequence[Document], origins: Origins, rule: str = "lines"
) -> tuple[Figure, ...]:
    """The figures of a story, most lines first; ids `f1`, `f2`, ... Raises `OptionError` for an unknown rule.

    A group of values is one figure if they count the same people or things in the same event: same role, populations
    that may be the same, occasions not more than a day apart. A bare "a" or "an" joins a figure, it never makes one.
    """
    by_article = {document.article.id: document for document in documents}
    groups = _grouped(readings(claims, by_article, origins))
    kept = [group for group in groups if any(not reading.weak for reading in group)]
    ordered = sorted(kept, key=lambda group: (-_lines(group), group[0].role, group[0].value.quantity.span))
    return tuple(_figure(number, group, rule) for number, group in enumerate(ordered, 1))


def _grouped(found: Sequence[Reading]) -> list[list[Reading]]:
    """Values of one count; those that say most about who is counted, and when, are placed first."""
    groups: list[list[Reading]] = []
    for reading in sorted(found, key=lambda one: (bool(one.weak), not one.population, one.claim.occasion is None)):
        home = next((group for group in groups if all(same_count(reading, other) for other in group)), None)
        if home is None:
            groups.append([reading])
        else:
            home.append(reading)
    return [sorted(group, key=lambda reading: reading.value.quantity.span) for group in groups]


def _lines(group: Sequence[Reading]) -> int:
    return len({reading.value.line for reading in group})


def _figure(number: int, group: Sequence[Reading], rule: str) -> Figure:
    strong = [reading.value for reading in group if not reading.weak]
    bounds = estimate(strong, rule)
    population = max((reading.population for reading in group), key=lambda word: (_share(word, group), word))
    return Figure(
        id=f"f{number}",
        role=group[0].role,
        label=cite(_label(group[0].role, population), (reading.value.quantity.span for reading in group)),
        population=population,
        values=tuple(reading.value for reading in group),
        low=bounds.low,
        best=bounds.best,
        high=bounds.high,
        rule=rule,
    )


def _share(word: str, group: Sequence[Reading]) -> int:
    return sum(reading.population == word for reading in group) if word else 0


def _label(role: str, population: str) -> str:
    return role if not population or population in role else f"{population}s {role}"
