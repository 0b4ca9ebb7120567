"""Whole stories read by hand: the founding story, and the bundled example, which needs no data.

What each figure counts stands in the docstrings of `quality/scoring/`; findings outside a gold are false unless
`quality/judgements/` holds them as right. `python -m quality.story FOLDER --verbose` is the close look at one story.

`baghdad.` is the story in `stories/baghdad`. Where the data hold other stories instead, it is all of them taken
together, each a folder below `stories/` with a `gold.json`; days of publication are the gold's. The rules of the
product were made with both stories in view: the figures say that they work, not how well they do elsewhere. The units
of the intervals are the gold's items (for false findings: the findings), as if they were drawn independently.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from headwater.examples import HARBOUR
from quality.board.metric import Metric
from quality.board.trial import Sample, Task, Trial
from quality.scoring.judgements import own_judgements
from quality.scoring.measure import Item, Measure, by_name
from quality.scoring.names import name_tallies
from quality.scoring.reading import Reading
from quality.scoring.statements import claim_tallies
from quality.scoring.tally import Tally, total
from quality.story import read_story
from quality.story_gold import score

__all__ = ["TRIALS", "Scored", "samples", "story_folders"]

_STORIES: Final = "stories/"
_FOUNDING: Final = "baghdad"


@dataclass(frozen=True)
class Counted:
    """A figure that counts items of a measure."""

    measure: str
    says: str
    lower_is_better: bool = False


COUNTED: Final = (
    Counted("lines_right", "1 if the articles are grouped into lines as in the gold"),
    Counted("partials_found", "passages that one line lent another, found"),
    Counted("status_right", "claims whose statement has an accepted status"),
    Counted("conflicts_found", "conflicts between lines, found with their values and articles"),
    Counted("conflicts_false", "conflicts raised outside the gold", lower_is_better=True),
    Counted("compatible_flagged", "compatible differences raised as conflicts", lower_is_better=True),
    Counted("alterations_found", "alterations found, both spans and kind"),
    Counted("alterations_any_witness", "the same, the sound reading in any witness named"),
    Counted("alterations_false", "alterations raised outside the gold", lower_is_better=True),
    Counted("harmless_flagged", "harmless edits raised as alterations", lower_is_better=True),
    Counted("quotes_found", "quotes found"),
    Counted("speakers_right", "quotes found and given to their speaker"),
    Counted("readings_together", "pairs of mentions of one quote in two articles that are readings of one family"),
    Counted("readings_merged", "the same of two speakers' quotes", lower_is_better=True),
    Counted("dates_right", "days of the timeline with their words"),
    Counted("names_right", "people, bodies and places with all their spellings in one cluster"),
    Counted("names_wrongly_merged", "different people in one cluster", lower_is_better=True),
    Counted("boilerplate_found", "lines of page furniture left out"),
)


@dataclass(frozen=True)
class Scored:
    """One story: its measures by name, and the tallies of the figures that are no counts."""

    measures: Mapping[str, Measure]
    claims: Sequence[Tally]
    names: Sequence[Tally]


def run_example(task: Task) -> Mapping[str, Sample]:
    """Read the bundled example."""
    return samples("harbour", [_scored(folder) for folder in task.watch([HARBOUR], 1)])


def run_stories(task: Task) -> Mapping[str, Sample]:
    """Read the stories of the data. Raises `FileNotFoundError` if none has a gold."""
    folders = story_folders(task.file(_STORIES))
    return samples("baghdad", [_scored(folder) for folder in task.watch(folders, len(folders))])


def story_folders(stories: Path) -> list[Path]:
    """The founding story; where it is not there, every story with a gold. Raises `FileNotFoundError` if none has."""
    founding = stories / _FOUNDING
    folders = [founding] if _has_gold(founding) else sorted(filter(_has_gold, stories.iterdir()))
    if not folders:
        raise FileNotFoundError(f"{stories}: no folder with a gold.json in it")
    return folders


def _has_gold(folder: Path) -> bool:
    return (folder / "gold.json").is_file()


def _scored(folder: Path) -> Scored:
    brief, gold = read_story(folder)
    reading = Reading(brief, gold)
    return Scored(by_name(score(brief, gold, own_judgements())), claim_tallies(reading), name_tallies(reading))


def samples(group: str, stories: Sequence[Scored]) -> dict[str, Sample]:
    """The sample of each figure over stories taken together."""
    found = {f"{group}.{counted.measure}": _counted(counted, stories) for counted in COUNTED}
    claims = [tally for story in stories for tally in story.claims]
    names = [tally for story in stories for tally in story.names]
    notes = [line for story in stories for line in story.measures["statements_f1"].details]
    found[f"{group}.statements_f1"] = Sample(claims, _f1, notes=(_both(claims), *notes))
    found[f"{group}.names_b3"] = Sample(names, _f1, round(total(names).gold), (_both(names),))
    return found


def _f1(tallies: Sequence[Tally]) -> float:
    return total(tallies).score.f1


def _both(tallies: Sequence[Tally]) -> str:
    figures = total(tallies).score
    return f"precision {figures.precision:.3f}, recall {figures.recall:.3f}"


def _counted(counted: Counted, stories: Sequence[Scored]) -> Sample:
    items = [item for story in stories for item in story.measures[counted.measure].items]
    return Sample(items, _hits, notes=tuple(_notes(counted, items)))


def _hits(items: Sequence[Item]) -> float:
    return float(sum(item.hit for item in items))


def _notes(counted: Counted, items: Sequence[Item]) -> Iterator[str]:
    """How many of how many, and each mistake by id."""
    yield f"{sum(item.hit for item in items)} of {len(items)}"
    yield from (f"- {item.id}" for item in items if item.hit == counted.lower_is_better)


def _trial(group: str, files: tuple[str, ...], run: Callable[[Task], Mapping[str, Sample]]) -> Trial:
    counts = [
        Metric(f"{group}.{each.measure}", each.says, lower_is_better=each.lower_is_better, count=True)
        for each in COUNTED
    ]
    lines, *others = counts
    return Trial(
        (
            lines,
            Metric(f"{group}.statements_f1", "pairs of mentions of different articles held together, F1"),
            *others,
            Metric(f"{group}.names_b3", "name mentions grouped into entities, B-cubed F1"),
        ),
        files,
        run,
    )


TRIALS: Final = (_trial("baghdad", (_STORIES,), run_stories), _trial("harbour", (), run_example))
