"""What the training of rewording may look at, on invented rows."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest
from quality.board.trial import spread

from headwater.text.rewording import BASE_RATE
from headwater.text.rewording.weights import WEIGHTS

SCRIPT = Path(__file__).parents[1] / "training" / "rewording" / "train.py"


@pytest.fixture(scope="module")
def train() -> ModuleType:
    spec = importlib.util.spec_from_file_location("rewording_train", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_no_row_is_trained_on_that_the_scoreboard_measures_or_shares_a_sentence_with(
    train: ModuleType, tmp_path: Path
) -> None:
    rows = [{"a": f"Boat {n // 2} sank.", "b": f"Ship {n} went down.", "label": n % 2} for n in range(4000)]
    (tmp_path / "pairs").mkdir()
    (tmp_path / "pairs" / "mrpc.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    board = spread(rows, 1500)
    kept = train.training_rows(tmp_path, "mrpc")
    assert kept
    assert {row.a for row in kept}.isdisjoint({row["a"] for row in board})
    assert {row.b for row in kept}.isdisjoint({row["b"] for row in board})


def test_a_variable_cannot_take_a_weight_against_its_sign(train: ModuleType) -> None:
    labels = np.array([0.0, 1.0] * 40)
    values = np.c_[1 - labels, labels, labels]  # the data say the opposite of the first two signs
    names = ("words in both", "verbs of one alone", "moved words")
    rows = train.Rows(names, values, labels, np.ones(80), np.array(["mrpc"] * 80))
    _, shared, alone, moved = train.fit(rows)
    assert shared == pytest.approx(0)
    assert alone == pytest.approx(0)
    assert moved > 1


def test_the_signs_are_of_variables_that_there_are(train: ModuleType) -> None:
    assert WEIGHTS.keys() - {BASE_RATE} >= train.FOR | train.EITHER
    assert all(weight >= 0 for name, weight in WEIGHTS.items() if name in train.FOR)
    assert all(weight <= 0 for name, weight in WEIGHTS.items() if name not in train.FOR | train.EITHER | {BASE_RATE})
