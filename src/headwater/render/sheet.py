"""The figure sheet as CSV: one row for each value, and one each for the low, the best and the high of a figure.

RFC 4180: comma, CRLF, a header line, quotes where a cell needs them. Numbers are plain decimals; empty is no upper end.
Words of articles are hostile: no spreadsheet runs them (`characters.cell`). `docs/figures.md` lists the columns.
"""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Iterator, Sequence
from typing import Final

from headwater.evidence import quoted_words
from headwater.figures.rules import point
from headwater.render.characters import cell
from headwater.render.compose.decided import accepted_said
from headwater.render.naming import Naming
from headwater.types import Brief, Figure, FigureValue, Span

__all__ = ["COLUMNS", "write_sheet"]

COLUMNS: Final = (
    "story",
    "figure",
    "role",
    "population",
    "row",
    "number",
    "low",
    "high",
    "words",
    "line",
    "article",
    "file",
    "said_by",
    "as_of",
    "copied",
    "stands",
    "rule",
    "start",
    "end",
)
"""The columns, in order. `row` is low, best, high, ruled, value, part or note; ruled where a reader accepted best."""


def write_sheet(briefs: Sequence[Brief]) -> str:
    """The figures of one or several stories as CSV text, lines ending in CRLF; only the header where there are none.

    Raises `UncitedLine` where a span does not lie in its article.
    """
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, COLUMNS, restval="", lineterminator="\r\n")
    writer.writeheader()
    for brief in briefs:
        naming = Naming(brief)
        for figure in brief.figures:
            writer.writerows(_rows(brief, figure, naming))
    return out.getvalue()


def _rows(brief: Brief, figure: Figure, naming: Naming) -> Iterator[dict[str, str]]:
    """The rows of one figure: its estimate, its values, the parts of it, and what to know before taking one number."""
    about = _About(brief, figure, naming)
    for name, number in (("low", figure.low), ("best", figure.best), ("high", figure.high)):
        yield about.row(name, number=_decimal(number), rule=cell(figure.rule))
    if figure.accepted:
        ruled, said = _decimal(figure.accepted.ruled), cell(accepted_said(figure.accepted))
        yield about.row("ruled", number=ruled, words=said, rule=cell(figure.rule))
    for value in figure.values:
        yield about.value("value", value, value.population)
    for part in figure.parts:
        yield from (about.value("part", value, part.population) for value in part.values)
    for note in figure.notes:
        yield about.row("note", words=cell(note.text))


class _About:
    """What the rows of one figure have in common."""

    def __init__(self, brief: Brief, figure: Figure, naming: Naming) -> None:
        self.naming = naming
        self.articles = {article.id: article for article in brief.articles}
        self.common = {"story": cell(brief.story.id), "figure": figure.id, "role": cell(figure.role)}
        self.population = figure.population

    def row(self, kind: str, **cells: str) -> dict[str, str]:
        return {**self.common, "population": cell(self.population), "row": kind, **cells}

    def value(self, kind: str, value: FigureValue, population: str) -> dict[str, str]:
        span, article = value.quantity.span, self.articles[value.article]
        return {
            **self.row(kind, number=_decimal(point(value.quantity))),
            "population": cell(population),
            "low": _decimal(value.quantity.low),
            "high": _decimal(value.quantity.high),
            "words": cell(self._words(value)),
            "line": self.naming.line(value.line),
            "article": cell(self.naming.short(value.article)),
            "file": cell(article.name),
            "said_by": cell(self.naming.chain(value.attribution)),
            "as_of": cell(value.as_of),
            "copied": "yes" if value.derived else "no",
            "stands": cell(value.weak or value.overtaken or "yes"),
            "start": str(span.start),
            "end": str(span.end),
        }

    def _words(self, value: FigureValue) -> str:
        """The exact words: the number's, or of people told one by one those for each."""
        spans: Sequence[Span] = value.members or (value.quantity.span,)
        return " | ".join(quoted_words(span, self.articles) for span in spans)


def _decimal(number: float) -> str:
    """“4”, “2.5”; nothing for no upper end."""
    if math.isinf(number):
        return ""
    return str(int(number)) if number == int(number) else repr(number)
