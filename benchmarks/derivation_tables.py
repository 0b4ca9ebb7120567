"""The tables of the benchmark of derivation: who found what how fast, kind by kind, the alignments, the bars."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterable, Iterator, Sequence
from importlib.metadata import version
from pathlib import Path
from typing import Final

from msgspec import Struct
from rich.table import Table

from benchmarks.corpus_tally import LEAST, Tally
from benchmarks.derivation_alignment import Spans
from benchmarks.derivation_runs import Spent

__all__ = ["PASSIM", "Alignment", "Search", "alignments", "circumstances", "kinds", "markdown", "passim", "searches"]


class Search(Struct, frozen=True):
    """One tool's search of one corpus. `ours` says which of headwater's stages, '' for a peer."""

    title: str
    size: int
    spent: Spent
    tally: Tally
    ours: str = ""


class Alignment(Struct, frozen=True):
    """One tool's passages of the true pairs."""

    title: str
    spent: Spent
    spans: Spans


class Published(Struct, frozen=True):
    """What others measured of a tool on a like corpus of 2,000 articles: seconds, bytes and a share, from and to."""

    title: str
    wall: tuple[float, float]
    peak: tuple[float, float]
    precision: float


# Measured by the founders of headwater on a corpus of the same size and make-up, on a machine of this kind.
PASSIM: Final = Published("passim 2.0.1, local Spark", (198.0, 451.0), (5e9, 9e9), 0.62)
_WORTH: Final = f"the share found of pairs with {LEAST} words or more in common, and how many wrong pairs"
_SEARCHED: Final = (
    "articles",
    "articles/CPU s",
    "CPU s",
    "wall s",
    "peak MB",
    "direct found",
    "least of a kind",
    "precision",
    "quotes called copies",
)


def searches(rows: Sequence[Search]) -> Table:
    """Each search: its speed, memory, and what it found. Precision is of the pairs that were given out."""
    table = Table("", *_SEARCHED)
    for row in rows:
        table.add_row(
            row.title,
            f"{row.size:,}",
            f"{row.spent.rate:,.0f}",
            f"{row.spent.cpu:.2f}",
            f"{row.spent.wall:.2f}",
            f"{row.spent.peak / 1e6:,.0f}",
            f"{row.tally.direct.recall:.4f}",
            f"{row.tally.weakest:.3f}",
            f"{row.tally.precision:.4f}",
            f"{row.tally.quotes_called_copies:.4f}",
        )
    return table


def kinds(rows: Sequence[Search]) -> Table:
    """Recall for each kind of copy, and what is wrong among the pairs given out, for searches of one corpus."""
    table = Table(f"{rows[0].size:,} articles", "pairs", *(row.title for row in rows), caption=_WORTH)
    for kind, all_found in rows[0].tally.kinds.items():
        found = [row.tally.kinds[kind] for row in rows]
        table.add_row(kind, f"{all_found.pairs:,}", *(f"{each.recall:.3f}" for each in found))
    for why in rows[0].tally.wrong:
        table.add_row(f"wrong: {why}", "", *(f"{row.tally.wrong[why]:,}" for row in rows))
    return table


def alignments(rows: Sequence[Alignment]) -> Table:
    """Each aligner: its speed, and how much of what it marked was taken."""
    table = Table("", "pairs", "pairs/CPU s", "precision", "recall", "F1")
    for row in rows:
        spans = row.spans
        figures = (f"{figure:.4f}" for figure in (spans.precision, spans.recall, spans.f1))
        table.add_row(row.title, f"{row.spent.articles:,}", f"{row.spent.rate:,.0f}", *figures)
    return table


def passim(rows: Iterable[Search]) -> Table:
    """Published figures of passim, not measured here, and ours at the same number of articles."""
    table = Table("2,000 articles", "wall s", "peak MB", "quotes called copies", "precision")
    low, high = PASSIM.wall
    small, large = (f"{peak / 1e6:,.0f}" for peak in PASSIM.peak)
    title = f"{PASSIM.title} (published, not measured here)"
    table.add_row(title, f"{low:.0f} to {high:.0f}", f"{small} to {large}", "", f"{PASSIM.precision} on quotes")
    for row in rows:
        table.add_row(
            f"{row.title} (process as a whole: {row.spent.elapsed:.1f} s)",
            f"{row.spent.wall:.2f}",
            f"{row.spent.peak / 1e6:,.0f}",
            f"{row.tally.quotes_called_copies:.4f}",
            f"{row.tally.precision:.4f}",
        )
    return table


def markdown(table: Table) -> str:
    """A table as Markdown has it, to be put into a page."""
    columns = [[str(column.header), "---", *map(str, column.cells)] for column in table.columns]
    return "\n".join(f"| {' | '.join(row)} |" for row in zip(*columns, strict=True))


def circumstances(command: Sequence[str], parts: Sequence[str] = ("headwater", "numba", "numpy")) -> Iterator[str]:
    """Versions of the parts, machine, how busy it was, and the command, so that a table can be judged and had again."""
    versions = ", ".join(f"{part} {version(part)}" for part in parts)
    yield f"Python {platform.python_version()}, {versions}"
    load = ", ".join(f"{each:.1f}" for each in os.getloadavg())
    yield f"{_processor()}, {os.cpu_count()} cores, {_memory() / 2**30:.0f} GiB; load over 1, 5 and 15 minutes: {load}"
    yield " ".join(("python -m", *command))


def _processor() -> str:
    """The processor's name where the system tells it, with the machine's architecture."""
    about = Path("/proc/cpuinfo")
    lines = about.read_text().splitlines() if about.exists() else []
    names = (line.partition(": ")[2] for line in lines if line.startswith("model name"))
    return f"{next(names, platform.processor() or 'unknown')} ({platform.system()} {platform.machine()})"


def _memory() -> int:
    return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
