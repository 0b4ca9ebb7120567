"""The trials of names, on invented names in the data's form."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import pytest
from quality.board.trial import Task
from quality.trials.names import TRIALS, WAITING, Scored, auc, f1, families, recall_at_fpr5

VARIANTS, SANCTIONS = TRIALS
# Invented words and people.
SPELLINGS: list[dict[str, object]] = [
    {"id": "v-0", "a": "qarouni", "b": "karuni", "same": True, "via": None, "lang": "ar"},
    {"id": "v-1", "a": "qarouni", "b": "qatomi", "same": False, "via": None, "lang": "ar"},
    {"id": "v-2", "a": "veldoff", "b": "veldof", "same": True, "via": None, "lang": "ru"},
    {"id": "v-3", "a": "marnov", "b": "mitrov", "same": False, "via": None, "lang": "ru"},
]
LISTED: list[dict[str, object]] = [
    {"id": "l-0", "a": "Orla Maren Venn", "b": "Orla Venn", "same": True, "kind": "person"},
    {"id": "l-1", "a": "Orla Venn", "b": "Tomas Kell", "same": False, "kind": "person"},
    {"id": "l-2", "a": "Orla Venn", "b": "Орла Венн", "same": True, "kind": "person"},
    {"id": "l-3", "a": "Ellin Ferries Ltd", "b": "Ellin Ferries", "same": True, "kind": "company"},
    {"id": "l-4", "a": "Ellin Ferries", "b": "Tarrow Mills", "same": False, "kind": "organization"},
    {"id": "l-5", "a": "Grey Gull", "b": "Grey Seal", "same": False, "kind": "vessel"},
]
Rows = Sequence[Mapping[str, object]]


class Given(NamedTuple):
    """A pair of names."""

    a: str
    b: str
    same: bool


def _task(folder: Path, name: str, rows: Rows, quick: bool = False) -> Task:
    (folder / "names").mkdir()
    path = folder / "names" / f"{name}.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return Task(folder, quick, lambda done, of: None)


def test_spellings_of_one_name_score_above_different_names(tmp_path: Path) -> None:
    samples = VARIANTS.run(_task(tmp_path, "latin_variants", SPELLINGS))
    assert {name: sample.statistic(sample.units) for name, sample in samples.items()} == {
        metric.name: 1.0 for metric in VARIANTS.metrics
    }


def test_people_and_bodies_in_latin_script_are_scored_apart(tmp_path: Path) -> None:
    samples = SANCTIONS.run(_task(tmp_path, "opensanctions", LISTED))
    assert set(samples) == {metric.name for metric in SANCTIONS.metrics}
    assert samples["names.opensanctions_auc"].rows == 2  # the pair in two scripts is left out
    assert samples["names.opensanctions_bodies_auc"].rows == 2  # and so is the vessel
    assert all(sample.statistic(sample.units) == 1 for sample in samples.values())


def test_labels_turned_round_cost_all(tmp_path: Path) -> None:
    turned: Rows = [row | {"same": not row["same"]} for row in SPELLINGS]
    samples = VARIANTS.run(_task(tmp_path, "latin_variants", turned))
    assert samples["names.auc"].statistic(samples["names.auc"].units) == 0


def test_a_row_of_another_form_is_told_with_file_and_line(tmp_path: Path) -> None:
    broken: Rows = [*SPELLINGS, {"id": "v-4", "a": "qarouni", "b": "karuni", "same": "yes", "lang": "ar"}]
    with pytest.raises(ValueError, match=r"names/latin_variants.jsonl, line 5"):
        VARIANTS.run(_task(tmp_path, "latin_variants", broken))


def test_a_quick_run_scores_a_part_of_the_spellings(tmp_path: Path) -> None:
    samples = VARIANTS.run(_task(tmp_path, "latin_variants", SPELLINGS * 300, quick=True))
    assert samples["names.auc"].rows == 500


def test_pairs_that_share_a_name_are_one_unit() -> None:
    chain = [Given("a", "b", True), Given("c", "d", False), Given("b", "e", True)]
    units = families(chain, lambda a, b: 1.0 if {a, b} == {"a", "b"} else 0.5)
    assert units == [[Scored(True, 1.0), Scored(True, 0.5)], [Scored(False, 0.5)]]


PERFECT = [[Scored(True, 0.95), Scored(False, 0.2)], [Scored(True, 0.9)], [Scored(False, 0.5)]]
WRONG = [[Scored(True, 0.3), Scored(False, 0.95)], [Scored(True, 0.9)], [Scored(False, 0.5)]]


def test_scores_that_part_the_classes_are_perfect() -> None:
    assert auc(PERFECT) == recall_at_fpr5(PERFECT) == f1(PERFECT) == 1


def test_wrong_scores_cost_every_figure() -> None:
    assert auc(WRONG) == 0.25
    assert recall_at_fpr5(WRONG) == 0
    assert f1(WRONG) == 0.5


def test_what_no_score_answers_is_said() -> None:
    assert [one.metric.name for one in WAITING] == ["names.script_recall_at_fpr5"]
