"""Which articles tell of one event: B-cubed of the product's stream and repair on four labelled sets.

Articles come in the order of their days, those of one day by id; what has no day comes as captured on one day. Each is
placed by `headwater.stories.Stream`, then `repair` draws the stories of the whole set anew, with nearness in meaning.

What was tuned on these rows: the shipped weights and their threshold were fitted on all of these sets, so that
`stories.*_b3` is told on rows that were trained on. `stories.lodo_*_b3` is the figure to judge by: the same product
with weights and threshold that `training/stories/fit.py` fitted without the set (galaxy's two files are one set). The
measures of likeness themselves were chosen with an eye on all sets. The published figures are of TF-IDF clustering
whose threshold was tuned on the very set it is scored on.
"""

from __future__ import annotations

import datetime
import random
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import cache, partial
from pathlib import Path
from typing import Final, NamedTuple, TypeVar

import msgspec

import quality
from headwater.stories import SHIPPED, Placement, Sketch, Stream, Weights, head_of, repair, sketch
from headwater.types import Article
from quality.articles import as_article
from quality.board.metric import Metric, Published
from quality.board.trial import Sample, Task, Trial
from quality.scoring.clusters import bcubed, bcubed_by_item
from quality.scoring.tally import Tally, total

__all__ = ["TRIALS", "by_story"]

_TUNED: Final = "TF-IDF tuned on this set"
_GALAXY: Final = ("clustering/galaxy_handpicked.jsonl", "clustering/galaxy_wikinews.jsonl")
_EPOCH: Final = datetime.date(1970, 1, 1).toordinal()
_SHUFFLES: Final = 10
_HELD_OUT: Final = Path(quality.__file__).parents[1] / "training" / "stories" / "weights.json"


class Report(msgspec.Struct, frozen=True):
    """One article of a clustering set and the story it belongs to."""

    id: str
    text: str
    story: str
    title: str | None = None
    outlet: str | None = None
    published: str | None = None


class IncidentReport(msgspec.Struct, frozen=True):
    """One article of the incident archive; an incident is a story."""

    id: str
    text: str
    story: str = msgspec.field(name="incident")
    title: str | None = None
    outlet: str | None = None
    published: str | None = None


Row = TypeVar("Row", Report, IncidentReport)


class Size(NamedTuple):
    """How many stories of a file are clustered, on a full and on a quick run: whole stories, spread over their ids."""

    full: int
    quick: int


_WHOLE: Final = 1_000_000  # stories: every set is smaller


class Sketched(NamedTuple):
    """One file: its sketches as they come, and the story of each article."""

    sketches: Sequence[Sketch]
    gold: Mapping[str, str]
    heads: Mapping[str, str]  # what of each article is embedded


class Clustered(NamedTuple):
    """One file: the tally of each gold story, how many clusters there are, and B-cubed F1 before the repair."""

    tallies: Sequence[Tally]
    clusters: int
    before: float


def run_one(name: str, file: str, kind: type[Row], size: Size, task: Task) -> Mapping[str, Sample]:
    """Cluster the articles of one file, with the shipped weights and with those fitted without it."""
    read = _read(task, file, kind, size)
    return {
        f"stories.{name}_b3": _sample([_clustered(read, SHIPPED)]),
        f"stories.lodo_{name}_b3": _sample([_clustered(read, _held_out()[name])]),
    }


def run_galaxy(task: Task) -> Mapping[str, Sample]:
    """Cluster each file alone; the figure of both is over the articles of both."""
    files = [_read(task, file, Report, Size(_WHOLE, 10)) for file in _GALAXY]
    shipped = [_clustered(read, SHIPPED) for read in files]
    held = [_clustered(read, _held_out()["galaxy"]) for read in files]
    return {
        "stories.galaxy_b3": _sample(shipped),
        "stories.lodo_galaxy_b3": _sample(held),
        "stories.lodo_galaxy_handpicked_b3": _sample(held[:1]),
        "stories.lodo_galaxy_wikinews_b3": _sample(held[1:]),
    }


def run_shuffles(file: str, size: Size, task: Task) -> Mapping[str, Sample]:
    """The incidents in ten orders of arrival: how far the figures lie apart."""
    read = _read(task, file, IncidentReport, size)
    orders = [random.Random(seed).sample(read.sketches, len(read.sketches)) for seed in range(_SHUFFLES)]  # noqa: S311  # no secret
    placed = [_placed(order, SHIPPED) for order in task.watch(orders, _SHUFFLES)]
    before = [bcubed(read.gold, found).f1 for found in placed]
    after = [bcubed(read.gold, _mended(read, found, SHIPPED)).f1 for found in placed]
    return {
        "stories.shuffled_spread": _spread(after, len(read.gold)),
        "stories.shuffled_spread_unmended": _spread(before, len(read.gold)),
    }


def by_story(gold: Mapping[str, str], found: Mapping[str, str]) -> list[Tally]:
    """The B-cubed precision and recall of the articles of each gold story, summed.

    Both map an article to its story. Raises `ValueError` if they are not of the same articles.
    """
    shares = bcubed_by_item(gold, found)
    members: dict[str, list[str]] = defaultdict(list)
    for article, story in gold.items():
        members[story].append(article)
    return [
        total(Tally(shares[article][1], 1, shares[article][0], 1) for article in articles)
        for _, articles in sorted(members.items())
    ]


def _read(task: Task, file: str, kind: type[Row], size: Size) -> Sketched:
    rows = task.read(file, kind)
    chosen = frozenset(task.sample(sorted({row.story for row in rows}), size.full, size.quick))
    kept = [row for row in rows if row.story in chosen]
    sketches = [_sketch(row) for row in task.watch(kept, len(kept))]
    ordered = sorted(sketches, key=lambda one: (one.day, one.article))
    heads = {row.id: head_of(_article(row)) for row in kept}
    return Sketched(ordered, {row.id: row.story for row in kept}, heads)


def _sketch(row: Report | IncidentReport) -> Sketch:
    day = datetime.date.fromisoformat(row.published[:10]).toordinal() - _EPOCH if row.published else 0
    return sketch(_article(row), day, dated=row.published is not None)


def _article(row: Report | IncidentReport) -> Article:
    return as_article(row.id, row.text, title=row.title)


def _clustered(read: Sketched, weights: Weights) -> Clustered:
    placed = _placed(read.sketches, weights)
    found = _mended(read, placed, weights)
    return Clustered(by_story(read.gold, found), len(set(found.values())), bcubed(read.gold, placed).f1)


def _placed(sketches: Sequence[Sketch], weights: Weights) -> Mapping[str, str]:
    placements: Sequence[Placement] = Stream(lambda day: (), weights=weights).place(sketches)
    return {placement.article: placement.story for placement in placements}


def _mended(read: Sketched, placed: Mapping[str, str], weights: Weights) -> Mapping[str, str]:
    whole = ((one, placed[one.article]) for one in read.sketches)
    moves = repair(whole, weights=weights, heads=read.heads.__getitem__).moves
    return {**placed, **{move.article: move.after for move in moves}}


@cache
def _held_out() -> Mapping[str, Weights]:
    """The weights by the set that they were fitted without."""
    return msgspec.json.decode(_HELD_OUT.read_bytes(), type=dict[str, Weights])


def _sample(files: Sequence[Clustered]) -> Sample:
    tallies = [tally for file in files for tally in file.tallies]
    whole = total(tallies).score
    return Sample(
        tallies,
        lambda drawn: total(drawn).score.f1,
        rows=round(total(tallies).gold),
        notes=(
            f"stories: {sum(file.clusters for file in files)} found, {len(tallies)} in the gold",
            f"B-cubed precision {whole.precision:.3f}, recall {whole.recall:.3f}",
            f"before the repair: {', '.join(f'{file.before:.3f}' for file in files)}",
        ),
    )


def _spread(values: Sequence[float], rows: int) -> Sample:
    told = ", ".join(f"{value:.3f}" for value in values)
    return Sample(values, lambda drawn: max(drawn) - min(drawn), rows=rows, notes=(f"B-cubed F1: {told}",))


def _trial(name: str, file: str, kind: type[Row], size: Size, says: str, published: Published) -> Trial:
    run: Callable[[Task], Mapping[str, Sample]] = partial(run_one, name, file, kind, size)
    metrics = (
        Metric(f"stories.{name}_b3", f"{says}, B-cubed F1 on rows fitted on", published),
        Metric(f"stories.lodo_{name}_b3", f"{says}, B-cubed F1, fitted without this set", published),
    )
    return Trial(metrics, (file,), run)


TRIALS: Final = (
    _trial(
        "giveme5w1h",
        "clustering/giveme5w1h.jsonl",
        Report,
        Size(_WHOLE, 14),
        "articles of many outlets",
        Published(0.905, _TUNED),
    ),
    Trial(
        (
            Metric(
                "stories.galaxy_b3", "neighbouring stories of a conflict, on rows fitted on", Published(0.81, _TUNED)
            ),
            Metric("stories.lodo_galaxy_b3", "the same, fitted without these sets", Published(0.81, _TUNED)),
            Metric("stories.lodo_galaxy_handpicked_b3", "the stories picked by hand alone"),
            Metric("stories.lodo_galaxy_wikinews_b3", "the stories that Wikinews pages cite alone"),
        ),
        _GALAXY,
        run_galaxy,
    ),
    _trial(
        "basil",
        "clustering/basil.jsonl",
        Report,
        Size(_WHOLE, 25),
        "one event by three outlets",
        Published(0.936, _TUNED),
    ),
    _trial(
        "incidents",
        "incidents/articles.jsonl",
        IncidentReport,
        Size(500, 60),
        "500 shootings much alike",
        Published(0.899, "TF-IDF tuned on 500 incidents"),
    ),
    Trial(
        (
            Metric("stories.shuffled_spread", "B-cubed F1 of incidents, ten orders: most less least", None, True),
            Metric("stories.shuffled_spread_unmended", "the same before the repair", None, True),
        ),
        ("incidents/articles.jsonl",),
        partial(run_shuffles, "incidents/articles.jsonl", Size(200, 30)),
    ),
)
