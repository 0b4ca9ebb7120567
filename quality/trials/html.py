"""Saved pages: how much of the article the product reads, how little of the page around it, and title and day.

The pages are 120 of trafilatura's evaluation, each with strings that the article holds and strings that it must not
hold. Exactly these strings are looked for in the text; F1 is of the strings, over all pages (Barbaresi 2021). The
product reads each file from its bytes, as it does for a user, by way of trafilatura; a page that it refuses is an empty
text. `html.trafilatura_f1` is trafilatura alone in the same run: its `extract`, no option set, from the same bytes.

Two pages in five are not in English (the set's own `lang` is not to be relied on), and these the intake turns away once
they are read: `html.f1` is before this, and `html.intake_f1` counts them as empty. Title and day are wrong where none
is had. The extractor was chosen on pages of this evaluation, and what is mended of it (asides, standfirst) was made by
looking at the misses on every other page, from the first; `html.odd_f1` is of the others alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple, TypeAlias

import msgspec
import trafilatura

from headwater.settings import Settings
from headwater.sources import gather
from headwater.sources.formats import read_item
from headwater.sources.inputs import FileInput
from headwater.sources.items import item_of_file
from headwater.sources.reading import Context
from headwater.types import Article, Captured
from quality.board.metric import Metric, Published
from quality.board.trial import Sample, Task, Trial
from quality.scoring.tally import Tally, ratio, total

__all__ = ["TRIALS", "Page", "Unit", "weigh"]

_FILE: Final = "pages/trafilatura.jsonl"
_PAGES: Final = "pages/trafilatura"
_FULL: Final = 1000  # pages: all there are
_QUICK: Final = 30
_NOTHING: Final = Article(id="", text="", name="")


class Page(msgspec.Struct, frozen=True):
    """What is known of a page; `file` is a path below the folder of pages."""

    id: str
    file: str
    title: str
    date: str
    inside: tuple[str, ...] = msgspec.field(name="with")
    outside: tuple[str, ...] = msgspec.field(name="without")


class Unit(NamedTuple):
    """What a page counts for: its strings as read, its strings if the intake takes it, title and day right."""

    read: Tally
    taken: Tally
    title: bool
    date: bool


Units: TypeAlias = Sequence[Unit]


def run(task: Task) -> Mapping[str, Sample]:
    """Read the pages and look for their strings."""
    rows = task.read(_FILE, Page)
    pages = task.sample(rows, _FULL, _QUICK)
    folder = task.file(_FILE).parent
    articles = [_read(folder / page.file) for page in task.watch(pages, len(pages))]
    units = [weigh(page, article, _taken(article)) for page, article in zip(pages, articles, strict=True)]
    notes = tuple(map(_note, pages, units))
    odd = {page.id for page in rows[1::2]}
    return {
        "html.f1": Sample(units, _f1, notes=notes),
        "html.odd_f1": Sample([unit for page, unit in zip(pages, units, strict=True) if page.id in odd], _f1),
        "html.trafilatura_f1": Sample([_alone(folder / page.file, page) for page in pages], _f1_of),
        "html.intake_f1": Sample(units, _intake_f1),
        "html.title": Sample(units, _titles),
        "html.date": Sample(units, _dates),
    }


def weigh(page: Page, article: Article, taken: bool) -> Unit:
    """Count what was read of one page; `taken` tells whether the intake kept it."""
    tally = _strings(page, article.text)
    return Unit(
        tally,
        tally if taken else _strings(page, ""),
        article.title is not None and _plain(article.title.value) == _plain(page.title),
        article.published is not None and article.published.value[:10] == page.date,
    )


def _strings(page: Page, text: str) -> Tally:
    found = sum(string in text for string in page.inside)
    kept = sum(string in text for string in page.outside)
    return Tally.matched(found, found + kept, len(page.inside))


def _plain(title: str) -> str:
    return " ".join(title.split())


def _read(path: Path) -> Article:
    """Read the article of a saved page; one without text if the product refuses the page."""
    readings = read_item(item_of_file(FileInput(path, path.name, path.name)), Context(Settings(), read_item))
    return next((reading.article for reading in readings if isinstance(reading, Captured)), _NOTHING)


def _taken(article: Article) -> bool:
    return bool(gather([article]).articles)


def _alone(path: Path, page: Page) -> Tally:
    """Count what trafilatura reads of a page by itself."""
    return _strings(page, trafilatura.extract(path.read_bytes()) or "")


def _f1_of(tallies: Sequence[Tally]) -> float:
    return total(tallies).score.f1


def _f1(units: Units) -> float:
    return _f1_of([unit.read for unit in units])


def _intake_f1(units: Units) -> float:
    return total(unit.taken for unit in units).score.f1


def _titles(units: Units) -> float:
    return ratio(sum(unit.title for unit in units), len(units))


def _dates(units: Units) -> float:
    return ratio(sum(unit.date for unit in units), len(units))


def _note(page: Page, unit: Unit) -> str:
    tally = unit.read
    return (
        f"{page.id}: {tally.found:.0f} of {tally.gold:.0f} strings found, "
        f"{tally.predicted - tally.right:.0f} of {len(page.outside)} kept that should not be, "
        f"title {'right' if unit.title else 'wrong'}, day {'right' if unit.date else 'wrong'}"
    )


def _metrics() -> Iterator[Metric]:
    trafilatura = "trafilatura on its own published set, which these pages are from"
    yield Metric(
        "html.f1", "strings of the article found, and of the page around it absent, F1", Published(0.958, trafilatura)
    )
    yield Metric("html.odd_f1", "the same, of the pages that nothing was mended on")
    yield Metric("html.trafilatura_f1", "the same, of trafilatura alone, its defaults, all pages")
    yield Metric("html.intake_f1", "the same, a page that is turned away for its language being empty")
    yield Metric("html.title", "pages with the right title, of all")
    yield Metric("html.date", "pages with the right day, of all")


TRIALS: Final = (Trial(tuple(_metrics()), (_FILE, _PAGES), run),)
