"""The board of rewrites, on invented pairs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from quality.rewrites import alterations_in, main, read_rows, score
from quality.scoring.measure import by_name

PAIRS = (
    ("The flood killed 14 farmers in Tarrow.", "The flood killed 40 farmers in Tarrow.", "changed", "entity"),
    ("The guards did not open the gate to them.", "The guards did open the gate to them.", "changed", "negation"),
    ("Police closed the old bridge on Monday.", "On Monday police closed the old bridge.", "same", ""),
)


@pytest.fixture
def board(tmp_path: Path) -> Path:
    path = tmp_path / "rewrites.jsonl"
    rows = [{"source": a, "rewrite": b, "label": label, "kind": kind} for a, b, label, kind in PAIRS]
    path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    return path


def test_changed_pairs_are_found_by_kind_and_those_that_say_the_same_are_not(board: Path) -> None:
    rows = read_rows(board, 10)
    measures = by_name(score(rows, list(alterations_in(rows))))
    assert (measures["changed_found"].value, measures["changed_found"].of) == (2, 2)
    assert (measures["same_flagged"].value, measures["same_flagged"].of) == (0, 1)
    assert measures["negation_found"].value == 1


def test_pairs_may_come_with_numbers_for_labels(tmp_path: Path) -> None:
    path = tmp_path / "pairs.jsonl"
    path.write_text(json.dumps({"a": "It rained.", "b": "It rained.", "label": 1}), encoding="utf-8")
    (row,) = read_rows(path, 1)
    assert (row.same, row.texts) == (True, ("It rained.", "It rained."))


def test_the_board_prints_as_json(board: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(board), "--rows", "3", "--json"]) == 0
    assert {measure["name"] for measure in json.loads(capsys.readouterr().out)} >= {"changed_found", "same_flagged"}
