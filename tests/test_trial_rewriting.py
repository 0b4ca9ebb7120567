"""The trials of rewriting, on invented pairs in the data's form."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from quality.board.trial import Task, spread
from quality.trials.rewriting import (
    CLASS_OF,
    TRIALS,
    four_way,
    same_f1,
    same_share,
    two_way,
)

from headwater.types import DerivationKind

MRPC, PAN, CLOUGH = TRIALS
# Fiction.
SOURCE = (
    "The harbour of Tarrow was built by fishermen from the Ellin islands in the ninth century. "
    "Its long stone pier has been repaired six times since, most recently after the storm of 1951. "
    "Merchants from Varnholm brought salt and timber there until the river silted up. "
    "A lighthouse with a copper roof still guides small boats through the narrow channel."
)
OTHER = "Glass is made of sand, soda and lime. Workshops heat the mixture in clay ovens until it flows like honey."


def _task(folder: Path, files: dict[str, Sequence[object]]) -> Task:
    (folder / "pairs").mkdir()
    for name, rows in files.items():
        (folder / "pairs" / f"{name}.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    return Task(folder, False, lambda done, of: None)


def _sentences(count: int) -> list[dict[str, object]]:
    """As many pairs that say the same as pairs that share nothing."""
    same = [(f"A ferry sank near pier {n} of Tarrow.", f"Near pier {n} of Tarrow a ferry sank.") for n in range(count)]
    apart = [(f"A ferry sank near pier {n} of Tarrow.", "Glass is made of sand, soda and lime.") for n in range(count)]
    labelled = [row for pair in zip(same, apart, strict=True) for row in zip(pair, (1, 0), strict=True)]
    return [{"id": f"invented-{n}", "a": a, "b": b, "label": label} for n, ((a, b), label) in enumerate(labelled)]


def test_sentences_that_say_the_same_are_told_from_others(tmp_path: Path) -> None:
    task = _task(tmp_path, {"mrpc": _sentences(6), "pan": _sentences(6)})
    samples = {**MRPC.run(task), **PAN.run(task)}
    assert set(samples) == {metric.name for trial in (MRPC, PAN) for metric in trial.metrics}
    assert all(sample.statistic(sample.units) == 1 for sample in samples.values())


def test_answers_copied_and_answers_of_ones_own_are_told_apart(tmp_path: Path) -> None:
    texts = ((SOURCE, "cut"), (OTHER, "non"), (OTHER, "light"))  # the last label is wrong
    rows = [{"id": f"invented-{n}", "a": SOURCE, "b": text, "label": label} for n, (text, label) in enumerate(texts)]
    samples = CLOUGH.run(_task(tmp_path, {"clough_stevenson": rows}))
    assert samples["rewriting.clough_4way"].units == [("cut", "cut"), ("non", "non"), ("light", "non")]
    assert samples["rewriting.clough_4way"].notes == ("light called non: 1",)


def test_a_row_of_another_form_is_reported_with_its_line(tmp_path: Path) -> None:
    rows = [*_sentences(1), {"id": "invented", "a": "No second sentence.", "label": 1}]
    with pytest.raises(ValueError, match=r"mrpc\.jsonl, line 3: .*`b`"):
        MRPC.run(_task(tmp_path, {"mrpc": rows}))


def test_a_quick_run_measures_only_rows_that_a_full_run_measures(tmp_path: Path) -> None:
    rows = _sentences(800)
    for row in rows:
        row["label"] = 1
    for row in spread(rows, 1500):
        row["label"] = 0
    task = _task(tmp_path, {"mrpc": rows})
    assert {gold for gold, _ in MRPC.run(replace(task, quick=True))["rewriting.mrpc_f1"].units} == {False}


def test_perfect_answers_score_1_and_others_less() -> None:
    assert same_share([(True, True), (False, False)]) == same_f1([(True, True), (False, False)]) == 1
    assert same_share([(True, True), (False, True)]) == 0.5
    assert same_f1([(True, True), (False, True)]) == pytest.approx(2 / 3)


def test_a_wrong_class_of_copying_still_counts_as_copying() -> None:
    assert four_way([("cut", "light"), ("non", "non")]) == 0.5
    assert two_way([("cut", "light"), ("non", "non")]) == 1
    assert two_way([("heavy", "non")]) == 0


def test_every_verdict_of_derivation_has_its_class() -> None:
    assert set(CLASS_OF) == set(DerivationKind)
