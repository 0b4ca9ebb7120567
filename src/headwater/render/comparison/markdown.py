"""A comparison as Markdown (CommonMark with GFM tables): the verdict, the evidence, the texts side by side.

Data is escaped as in a brief; what differs and what is masked has the signs of the text form.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from headwater.render.characters import without_marks
from headwater.render.comparison.compose import view_of
from headwater.render.comparison.plain import legend_of, note_of, places_of, remark_of, remarks_of, styled
from headwater.render.comparison.view import CellView, ComparisonView, SideView, SumView
from headwater.render.words import counted
from headwater.types import Comparison

__all__ = ["write_markdown"]

_safe = without_marks


def write_markdown(comparison: Comparison) -> str:
    """The comparison as one Markdown document. Raises `UncitedLine` where a span does not lie in its article."""
    return "\n".join(_page(view_of(comparison))).rstrip() + "\n"


def _page(view: ComparisonView) -> Iterator[str]:
    pair = view.pairs[0]
    yield from (f"# {_safe(pair.verdict)}", "", _safe(pair.direction), "")
    if pair.among:
        yield from (f"Judged among {counted(len(pair.among), 'other article')}. {_safe(pair.context)}", "")
    for side in view.sides:
        yield from _side(side)
    yield ""
    for asked in pair.sums:
        yield from _sum(asked)
    if pair.notes:
        yield from ("## Altered along the way", "")
        yield from (f"- {places_of(note.places)}: {_safe(note_of(note))}" for note in pair.notes)
        yield ""
    yield from _texts(view)
    if view.left_out:
        yield from ("## Left out", "", *(f"- {_safe(name)}: {_safe(why)}" for name, why in view.left_out))


def _side(side: SideView) -> Iterator[str]:
    facts = "; ".join(
        f"{fact.name} {fact.value}{f' ({fact.inferred})' if fact.inferred else ''}" for fact in side.facts
    )
    yield f"- **{side.letter}** {_safe(side.label)}: {_safe(facts)}"


def _sum(asked: SumView) -> Iterator[str]:
    yield from (f"## {asked.question} {asked.answer}", "", "| evidence | nats | what it says |", "|---|--:|---|")
    for part in asked.parts:
        words = "".join(f"<br>{place.label} “{_safe(place.words)}”" for place in part.places)
        yield f"| {_safe(part.name)} | {part.score} | {_safe(part.detail)}{words} |"
    yield from (f"| **sum** | **{asked.score}** | {asked.means}; probability {asked.chance} |", "")


def _texts(view: ComparisonView) -> Iterator[str]:
    names = (f"{side.letter}  {_safe(side.label)}" for side in view.sides)
    yield from (
        "## The texts",
        "",
        _safe(legend_of(view.pairs[0].legend, view.masks)),
        "",
        f"| {' | '.join(names)} |",
        "|---|---|",
    )
    for row in view.rows:
        remarks = (*remarks_of(row), *(f"▲ {note_of(note)}" for note in row.notes))
        below = "".join(f"<br>{_safe(remark)}" for remark in remarks)
        left, right = (_cells(cells, letter) for cells, letter in zip(row.cells, "AB", strict=True))
        yield f"| {left}{below} | {right} |"
    yield ""


def _cells(cells: Sequence[CellView], letter: str) -> str:
    return "<br>".join(line for cell in cells for line in _cell(cell, letter))


def _cell(cell: CellView, letter: str) -> Iterator[str]:
    remark = remark_of(cell, letter)
    if remark:
        yield f"*{remark}*"
    for sentence in cell.sentences:
        words = "".join(part for part, _ in styled(sentence))
        yield f"**{sentence.place.label}** {_safe(words)}"
