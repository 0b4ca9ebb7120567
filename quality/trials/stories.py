"""Which articles tell of one event: B-cubed of the product's stories on four labelled sets.

Each file is handed over as one batch, as a reader hands over a folder. Nothing of the product was tuned on these rows.
The published figures are of TF-IDF clustering whose threshold was tuned on the very set it is scored on.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Final, NamedTuple, TypeVar

import msgspec

from headwater.engines.local import LocalEngine
from headwater.stories import gather_stories
from headwater.types import Article
from quality.articles import as_article, read_all
from quality.board.metric import Metric, Published
from quality.board.trial import Sample, Task, Trial
from quality.scoring.clusters import bcubed_by_item
from quality.scoring.tally import Tally, total

__all__ = ["TRIALS", "by_story"]

_TUNED: Final = "TF-IDF tuned on this set"
_GALAXY: Final = ("clustering/galaxy_handpicked.jsonl", "clustering/galaxy_wikinews.jsonl")


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


def run_one(name: str, file: str, kind: type[Row], size: Size, task: Task) -> Mapping[str, Sample]:
    """Cluster the articles of one file."""
    return {name: _sample([_clustered(task, file, kind, size)])}


def run_galaxy(task: Task) -> Mapping[str, Sample]:
    """Cluster each file alone; the figure of both is over the articles of both."""
    files = [_clustered(task, file, Report, Size(_WHOLE, 10)) for file in _GALAXY]
    return {
        "stories.galaxy_b3": _sample(files),
        "stories.galaxy_handpicked_b3": _sample(files[:1]),
        "stories.galaxy_wikinews_b3": _sample(files[1:]),
    }


class Clustered(NamedTuple):
    """One file: the tally of each gold story, and how many clusters there are."""

    tallies: Sequence[Tally]
    clusters: int


def _clustered(task: Task, file: str, kind: type[Row], size: Size) -> Clustered:
    rows = task.read(file, kind)
    chosen = frozenset(task.sample(sorted({row.story for row in rows}), size.full, size.quick))
    kept = [row for row in rows if row.story in chosen]
    documents = read_all(task, [_article(row) for row in kept])
    stories = gather_stories(documents, LocalEngine())
    found = {article: story.id for story in stories for article in story.articles}
    return Clustered(by_story({row.id: row.story for row in kept}, found), len(stories))


def _article(row: Report | IncidentReport) -> Article:
    return as_article(row.id, row.text, title=row.title, outlet=row.outlet, published=row.published)


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
        ),
    )


def _trial(name: str, file: str, kind: type[Row], size: Size, says: str, published: Published) -> Trial:
    run: Callable[[Task], Mapping[str, Sample]] = partial(run_one, name, file, kind, size)
    return Trial((Metric(name, says, published),), (file,), run)


TRIALS: Final = (
    _trial(
        "stories.giveme5w1h_b3",
        "clustering/giveme5w1h.jsonl",
        Report,
        Size(_WHOLE, 14),
        "articles of many outlets grouped into stories, B-cubed F1",
        Published(0.905, _TUNED),
    ),
    Trial(
        (
            Metric("stories.galaxy_b3", "neighbouring stories of one conflict, B-cubed F1", Published(0.81, _TUNED)),
            Metric("stories.galaxy_handpicked_b3", "the stories picked by hand alone"),
            Metric("stories.galaxy_wikinews_b3", "the stories that Wikinews pages cite alone"),
        ),
        _GALAXY,
        run_galaxy,
    ),
    _trial(
        "stories.basil_b3",
        "clustering/basil.jsonl",
        Report,
        Size(_WHOLE, 25),
        "one event by three outlets each, B-cubed F1",
        Published(0.936, _TUNED),
    ),
    _trial(
        "stories.incidents_b3",
        "incidents/articles.jsonl",
        IncidentReport,
        Size(500, 60),
        "shootings much alike, 500 of them, B-cubed F1",
        Published(0.899, "TF-IDF tuned on 500 incidents"),
    ),
)
