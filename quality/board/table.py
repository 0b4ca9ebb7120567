"""The board as a reader sees it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.table import Table
from rich.text import Text

from quality.board.catalogue import metrics, waiting
from quality.board.figure import Figure, Result
from quality.board.floors import is_below
from quality.board.metric import Metric

__all__ = ["board", "listing", "markdown_listing"]


def board(results: Iterable[Result]) -> Table:
    """The table of all results, in the order of the catalogue."""
    by_name = {result.name: result for result in results}
    table = Table("figure", "ours", "95 % interval", "published", "floor", "rows", "s", title="Headwater: the board")
    table.columns[0].no_wrap = True
    for column in table.columns[1:]:
        column.justify = "right"
    table.columns[3].justify = "left"
    group = ""
    for name, metric in metrics().items():
        if name in by_name:
            if metric.group != group and group:
                table.add_section()
            group = metric.group
            table.add_row(*_row(metric, by_name[name]))
    return table


def _row(metric: Metric, result: Result) -> Sequence[str | Text]:
    figure = result.figure
    published = f"{metric.published.value:g}  {metric.published.source}" if metric.published else ""
    if figure.value is None:
        return (
            metric.name,
            Text(result.without.partition(":")[0], "yellow"),
            "",
            published,
            _floor(metric, figure),
            "",
            "",
        )
    return (
        metric.name,
        _value(metric, figure),
        _interval(metric, figure),
        published,
        _floor(metric, figure),
        f"{figure.rows}",
        f"{figure.seconds:.0f}",
    )


def _value(metric: Metric, figure: Figure) -> Text:
    shown = "" if figure.value is None else _number(metric, figure.value)
    return Text(f"{shown} below its floor", "bold red") if is_below(metric, figure) else Text(shown, "bold")


def _interval(metric: Metric, figure: Figure) -> str:
    if figure.low is None or figure.high is None:
        return ""
    return f"{_number(metric, figure.low)} – {_number(metric, figure.high)}"


def _floor(metric: Metric, figure: Figure) -> str:
    if figure.floor is None:
        return ""
    return f"{'≤' if metric.lower_is_better else '≥'} {_number(metric, figure.floor)}"


def _number(metric: Metric, value: float) -> str:
    return f"{value:.0f}" if metric.count else f"{value:.3f}"


def listing() -> Table:
    """Every figure of the board and what it says."""
    table = Table("figure", "what it says", "best published")
    table.columns[0].no_wrap = True
    for metric in metrics().values():
        published = f"{metric.published.value:g}, {metric.published.source}" if metric.published else ""
        table.add_row(metric.name, _says(metric), published)
    return table


def _says(metric: Metric) -> str:
    return f"{metric.says}; lower is better" if metric.lower_is_better else metric.says


def markdown_listing() -> str:
    """The same as a Markdown table, for the page on how we measure; what waits says what for."""
    lines = ["| figure | what it says | best published |", "|---|---|---|"]
    for name, metric in metrics().items():
        published = f"{metric.published.value:g}, {metric.published.source}" if metric.published else ""
        says = f"{_says(metric)} (not yet: {waiting()[name].missing})" if name in waiting() else _says(metric)
        lines.append(f"| `{name}` | {says} | {published} |")
    return "\n".join(lines)
