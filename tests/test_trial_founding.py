"""The trials of whole stories, on the bundled example and on invented measures."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from quality.board.trial import Sample, Task
from quality.scoring.measure import Item, Measure, count
from quality.scoring.tally import Tally
from quality.trials.founding import COUNTED, TRIALS, Scored, samples, story_folders

from headwater.examples import HARBOUR

FOUNDING, EXAMPLE = TRIALS


def _story(hits: bool) -> Scored:
    """A story in which every counted measure has two items, both hits or none, and half the pairs are right."""
    measures = {each.measure: count(each.measure, [Item("a", hits), Item("b", hits)]) for each in COUNTED}
    f1 = Measure("statements_f1", 0.5, 1, ("- apart: one in a and b",))
    return Scored({**measures, "statements_f1": f1}, (Tally.matched(1, 2, 2),), (Tally.matched(3, 3, 3),))


def _values(found: Mapping[str, Sample]) -> dict[str, float]:
    return {name: sample.statistic(sample.units) for name, sample in found.items()}


@pytest.fixture(scope="module")
def example() -> Mapping[str, Sample]:
    return EXAMPLE.run(Task(Path("nowhere"), quick=True, tell=lambda done, of: None))


def test_the_example_needs_no_data_and_gives_every_figure(example: Mapping[str, Sample]) -> None:
    assert set(example) == {metric.name for metric in EXAMPLE.metrics}
    assert EXAMPLE.files == ()


def test_every_ratio_of_the_example_lies_between_0_and_1_and_no_count_above_its_items(
    example: Mapping[str, Sample],
) -> None:
    counts = {metric.name for metric in EXAMPLE.metrics if metric.count}
    for name, value in _values(example).items():
        assert 0 <= value <= (len(example[name].units) if name in counts else 1), name


def test_the_notes_name_places_and_never_the_words_of_an_article(example: Mapping[str, Sample]) -> None:
    texts = [path.read_text(encoding="utf-8") for path in sorted((HARBOUR / "articles").iterdir())]
    told = [note.strip("-+! ") for sample in example.values() for note in sample.notes]
    assert told
    assert not [note for note in told if len(note.split()) > 2 and any(note in text for text in texts)]


def test_both_trials_give_the_same_figures_of_two_groups() -> None:
    names = [[metric.name.partition(".")[2] for metric in trial.metrics] for trial in TRIALS]
    assert names[0] == names[1]
    assert {metric.group for metric in FOUNDING.metrics} == {"baghdad"}


def test_counts_of_stories_are_added_and_ratios_taken_over_all() -> None:
    values = _values(samples("baghdad", [_story(hits=True), _story(hits=False)]))
    assert {values[f"baghdad.{each.measure}"] for each in COUNTED} == {2.0}
    assert (values["baghdad.statements_f1"], values["baghdad.names_b3"]) == (0.5, 1.0)


def test_the_notes_list_what_was_missed_and_what_was_raised_wrongly() -> None:
    found = samples("baghdad", [_story(hits=True)])
    assert found["baghdad.quotes_found"].notes == ("2 of 2",)
    assert found["baghdad.alterations_false"].notes == ("2 of 2", "- a", "- b")
    assert found["baghdad.statements_f1"].notes == ("precision 0.500, recall 0.500", "- apart: one in a and b")


def _with_gold(folder: Path) -> Path:
    folder.mkdir()
    (folder / "gold.json").write_text("{}", encoding="utf-8")
    return folder


def test_the_founding_story_is_taken_alone_and_others_only_where_it_is_not(tmp_path: Path) -> None:
    others = [_with_gold(tmp_path / name) for name in ("anvil", "birch")]
    (tmp_path / "notes").mkdir()
    assert story_folders(tmp_path) == others
    founding = _with_gold(tmp_path / "baghdad")
    assert story_folders(tmp_path) == [founding]


def test_a_folder_without_any_gold_is_reported(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"gold\.json"):
        story_folders(tmp_path)
