"""The trials of stories, on invented articles in the data's form."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from quality.board.trial import Sample, Task, Trial
from quality.scoring.clusters import bcubed
from quality.scoring.tally import total
from quality.trials.stories import TRIALS, by_story

BY_NAME = {trial.metrics[0].name: trial for trial in TRIALS}
# Fiction. Two events that share no word that tells.
FERRY = (
    "The ferry Aurelle sank off Port Ellin on Friday, and divers pulled nine passengers from the water.",
    "Nine passengers were pulled from the water off Port Ellin by divers after the ferry Aurelle sank on Friday.",
)
MILL = (
    "Bakers in Tarnow Vale opened a restored windmill and ground flour for the village school.",
    "The restored windmill of Tarnow Vale, opened by bakers, ground flour for the village school again.",
)


def _rows(stories: Mapping[str, Sequence[str]], field: str = "story") -> list[dict[str, object]]:
    return [
        {"id": f"{story}-{n}", "title": None, "text": text, "published": None, "outlet": "Invented", field: story}
        for story, texts in stories.items()
        for n, text in enumerate(texts)
    ]


def _task(folder: Path, files: Mapping[str, Sequence[object]], quick: bool = False) -> Task:
    for name, rows in files.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return Task(folder, quick, lambda done, of: None)


def _value(sample: Sample) -> float:
    return sample.statistic(sample.units)


@pytest.mark.parametrize("name", ["stories.giveme5w1h_b3", "stories.basil_b3", "stories.incidents_b3"])
def test_two_plain_events_are_two_stories_with_the_set_fitted_on_or_held_out(tmp_path: Path, name: str) -> None:
    trial: Trial = BY_NAME[name]
    field = "incident" if name == "stories.incidents_b3" else "story"
    samples = trial.run(_task(tmp_path, {trial.files[0]: _rows({"a": FERRY, "b": MILL}, field)}))
    assert list(samples) == [metric.name for metric in trial.metrics]
    for sample in samples.values():
        assert _value(sample) == 1
        assert sample.rows == 4
        assert sample.notes[0] == "stories: 2 found, 2 in the gold"


def test_a_story_torn_in_the_gold_costs_precision(tmp_path: Path) -> None:
    trial = BY_NAME["stories.basil_b3"]
    rows = _rows({"a": FERRY[:1], "b": FERRY[1:]})
    samples = trial.run(_task(tmp_path, {trial.files[0]: rows}))
    assert _value(samples["stories.basil_b3"]) == pytest.approx(2 / 3)  # precision 1/2, recall 1


def test_each_galaxy_file_is_clustered_alone(tmp_path: Path) -> None:
    trial = BY_NAME["stories.galaxy_b3"]
    files = {trial.files[0]: _rows({"a": FERRY}), trial.files[1]: _rows({"b": FERRY[:1], "c": FERRY[1:]})}
    samples = trial.run(_task(tmp_path, files))
    assert set(samples) == {metric.name for metric in trial.metrics}
    assert _value(samples["stories.lodo_galaxy_handpicked_b3"]) == 1
    assert _value(samples["stories.lodo_galaxy_wikinews_b3"]) == pytest.approx(2 / 3)
    assert _value(samples["stories.galaxy_b3"]) == pytest.approx(2 * 0.75 / 1.75)


def test_ten_orders_of_plain_events_lie_nowhere_apart(tmp_path: Path) -> None:
    trial = BY_NAME["stories.shuffled_spread"]
    samples = trial.run(_task(tmp_path, {trial.files[0]: _rows({"a": FERRY, "b": MILL}, "incident")}))
    assert {name: _value(sample) for name, sample in samples.items()} == {
        "stories.shuffled_spread": 0,
        "stories.shuffled_spread_unmended": 0,
    }


def test_a_quick_run_keeps_stories_whole(tmp_path: Path) -> None:
    trial = BY_NAME["stories.basil_b3"]
    rows = _rows({f"s{n:02}": FERRY for n in range(30)})
    sample = trial.run(_task(tmp_path, {trial.files[0]: rows}, quick=True))["stories.basil_b3"]
    assert (len(sample.units), sample.rows) == (25, 50)


def test_the_tallies_of_stories_sum_to_b_cubed() -> None:
    gold = {"1": "a", "2": "a", "3": "a", "4": "b", "5": "c"}
    found = {"1": "x", "2": "x", "3": "y", "4": "y", "5": "z"}
    assert total(by_story(gold, found)).score == bcubed(gold, found)
    assert total(by_story(gold, gold)).score.f1 == 1


def test_an_article_that_no_story_holds_is_refused() -> None:
    with pytest.raises(ValueError, match="1 items"):
        by_story({"1": "a", "2": "a"}, {"1": "x"})


def test_a_row_of_another_form_is_reported_with_file_and_line(tmp_path: Path) -> None:
    trial = BY_NAME["stories.basil_b3"]
    task = _task(tmp_path, {trial.files[0]: [*_rows({"a": FERRY}), {"id": "odd", "text": "No story."}]})
    with pytest.raises(ValueError, match=r"basil\.jsonl, line 3"):
        trial.run(task)
