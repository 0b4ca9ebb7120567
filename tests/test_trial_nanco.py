"""The trial of answers, on invented paragraphs in the data's form."""

from __future__ import annotations

import json
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path

import pytest
from quality.board.trial import Task
from quality.trials.nanco import TRIALS, Answer, Question, called_same, groups_right, pairs_right

(TRIAL,) = TRIALS
# Fiction: why was the bridge closed? Answers 0 and 1 say the same.
ANSWERS = (
    Answer("0", "q", "The bridge of Tarrow was closed because a barge hit a pillar.", "a barge hit a pillar", 0),
    Answer("1", "q", "On Monday a barge hit a pillar, officials in Tarrow found.", "a barge hit a pillar", 0),
    Answer("2", "q", "The mayor of Tarrow fears that the cables have rusted.", "the cables have rusted", 1),
)


def _files(folder: Path, answers: Sequence[object], pairs: Sequence[object]) -> Task:
    (folder / "pairs").mkdir()
    for name, rows in (("nanco_answers", answers), ("nanco_pairs", pairs)):
        (folder / "pairs" / f"{name}.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    return Task(folder, False, lambda done, of: None)


def _row(answer: Answer) -> dict[str, object]:
    return {field: getattr(answer, field) for field in answer.__struct_fields__}


def _pairs() -> list[dict[str, object]]:
    return [
        {"qid": "q", "a_id": one.id, "b_id": other.id, "label": int(one.group == other.group)}
        for one, other in combinations(ANSWERS, 2)
    ]


def test_answers_that_say_the_same_are_one_group(tmp_path: Path) -> None:
    samples = TRIAL.run(_files(tmp_path, [_row(answer) for answer in ANSWERS], _pairs()))
    assert set(samples) == {metric.name for metric in TRIAL.metrics}
    assert {sample.statistic(sample.units) for sample in samples.values()} == {1.0}
    assert samples["alignment.nanco_balanced_accuracy"].rows == 3


def test_what_stands_beside_the_answer_does_not_make_two_answers_the_same() -> None:
    beside = (
        Answer("0", "q", "A barge hit a pillar. The cables have rusted.", "The cables have rusted", 0),
        Answer("1", "q", "A barge hit a pillar. The mayor wanted a holiday.", "The mayor wanted a holiday", 1),
    )
    assert called_same(beside) == frozenset()


def test_an_answer_that_is_not_in_its_paragraph_is_read_alone() -> None:
    lost = Answer("9", "q", "Nothing of the kind.", "A barge hit a pillar.", 0)
    assert called_same((ANSWERS[0], lost)) == {("0", "9")}


def test_perfect_answers_score_1_and_others_less() -> None:
    groups = {"0": 0, "1": 0, "2": 1}
    perfect = Question([True, False, False], [True, False, False], groups, {"0": 5, "1": 5, "2": 6})
    lazy = Question([True, False, False], [False, False, False], groups, {"0": 0, "1": 1, "2": 2})
    assert pairs_right([perfect]) == groups_right([perfect]) == 1
    assert pairs_right([lazy]) == 0.5
    assert pairs_right([perfect, lazy]) == 0.75
    assert groups_right([lazy]) == 0


def test_a_row_of_another_form_is_reported_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"nanco_pairs\.jsonl, line 1: .*`a_id`"):
        TRIAL.run(_files(tmp_path, [_row(ANSWERS[0])], [{"qid": "q", "label": 1}]))
