"""The trial of headlines, on invented claims in the data's form."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from quality.board.trial import Task
from quality.trials.support import TRIALS, called, right, three_ways

(TRIAL,) = TRIALS
# Fiction.
CLAIM = "A wolf attacked three hikers near Tarrow."
STANCES = (
    ("for", "A wolf attacked three hikers near Tarrow on Friday."),
    ("against", "No wolf attacked three hikers near Tarrow."),
    ("observing", "A wolf may have attacked three hikers near Tarrow."),
    ("observing", "A wolf attacked three hikers near Tarrow, a farmer said."),
    ("observing", "Ferry tickets become dearer in Varnholm."),
)


def _task(folder: Path, rows: Sequence[object]) -> Task:
    (folder / "pairs").mkdir()
    (folder / "pairs" / "emergent.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    return Task(folder, False, lambda done, of: None)


@pytest.mark.parametrize(("label", "headline"), STANCES)
def test_a_headline_asserts_denies_or_only_reports(label: str, headline: str) -> None:
    assert called(CLAIM, headline) == label


def test_the_headlines_of_a_claim_are_one_unit(tmp_path: Path) -> None:
    rows = [{"claim": CLAIM, "headline": line, "label": label, "claim_id": "1"} for label, line in STANCES]
    samples = TRIAL.run(_task(tmp_path, [*rows, {**rows[0], "label": "observing", "claim_id": "2"}]))
    assert set(samples) == {metric.name for metric in TRIAL.metrics}
    sample = samples["support.emergent_accuracy"]
    assert (len(sample.units), sample.rows) == (2, 6)
    assert sample.statistic(sample.units) == pytest.approx(5 / 6)


def test_perfect_answers_score_1_and_others_less() -> None:
    perfect = [[("for", "for"), ("against", "against")], [("observing", "observing")]]
    assert right(perfect) == three_ways(perfect) == 1
    lazy = [[("for", "observing"), ("against", "observing")], [("observing", "observing")]]
    assert right(lazy) == pytest.approx(1 / 3)
    assert three_ways(lazy) == pytest.approx(1 / 6)


def test_a_row_of_another_form_is_reported_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"emergent\.jsonl, line 1: .*`headline`"):
        TRIAL.run(_task(tmp_path, [{"claim": CLAIM, "label": "for", "claim_id": "1"}]))
