"""The trial of dates, on invented articles in the data's form."""

from __future__ import annotations

import json
import zlib
from collections.abc import Sequence
from pathlib import Path

import pytest
from quality.board.trial import Task
from quality.scoring.spans import Timex
from quality.trials.dates import TRIALS, Told, weigh

(TRIAL,) = TRIALS
# Fiction. Each expression: words, type, value.
TEXT = "The ferry to Port Ellin sank on Friday. It had sailed for 18 years, and another was bought in March 1998."
EXPRESSIONS = (("Friday", "DATE", "2001-06-01"), ("18 years", "DURATION", "P18Y"), ("March 1998", "DATE", "1998-03"))


def _row(number: int, expressions: Sequence[tuple[str, str, str]]) -> dict[str, object]:
    starts = [TEXT.index(words) for words, _, _ in expressions]
    timexes = [
        {"start": start, "end": start + len(words), "text": words, "type": kind, "value": value}
        for start, (words, kind, value) in zip(starts, expressions, strict=True)
    ]
    return {"id": f"invented-{number}", "published": "2001-06-03", "text": TEXT, "timexes": timexes}


def _task(folder: Path, timebank: Sequence[object], aquaint: Sequence[object], quick: bool = False) -> Task:
    (folder / "times").mkdir()
    for name, rows in (("timebank", timebank), ("aquaint", aquaint)):
        (folder / "times" / f"{name}.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    return Task(folder, quick, lambda done, of: None)


def _figures(task: Task) -> dict[str, float]:
    return {name: sample.statistic(sample.units) for name, sample in TRIAL.run(task).items()}


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> dict[str, float]:
    """One set whose gold is what the words say, one whose gold has a value of another month."""
    wrong = (*EXPRESSIONS[:2], ("March 1998", "DATE", "1998-04"))
    return _figures(_task(tmp_path_factory.mktemp("data"), [_row(1, EXPRESSIONS)], [_row(2, wrong)]))


def test_every_figure_of_the_trial_gets_a_sample(ran: dict[str, float]) -> None:
    assert set(ran) == {metric.name for metric in TRIAL.metrics}


def test_plain_expressions_are_found_with_their_values(ran: dict[str, float]) -> None:
    assert ran["dates.timebank_extent_f1"] == 1
    assert ran["dates.timebank_value_f1"] == 1
    assert ran["dates.duration_right"] == 1


def test_another_value_in_the_gold_costs_value_and_no_extent(ran: dict[str, float]) -> None:
    assert ran["dates.aquaint_extent_f1"] == 1
    assert ran["dates.aquaint_value_f1"] == pytest.approx(2 / 3)
    assert ran["dates.value_f1"] == pytest.approx(5 / 6)
    assert ran["dates.date_right"] == pytest.approx(3 / 4)


GOLD = (Told(Timex(3, 9, "1998-03"), "DATE"), Told(Timex(20, 28, "P2D"), "DURATION"))


def test_the_gold_itself_as_an_answer_is_perfect() -> None:
    unit = weigh(GOLD, GOLD)
    assert unit.tally.strict.score.f1 == unit.tally.relaxed.score.f1 == unit.tally.value.score.f1 == 1
    assert unit.by_kind["DATE"].score.recall == unit.by_kind["DURATION"].score.recall == 1


def test_an_expression_cut_short_counts_as_met_and_not_as_the_same_extent() -> None:
    unit = weigh(GOLD[:1], [Told(Timex(5, 9, "1998-03"), "DATE")])
    assert (unit.tally.strict.right, unit.tally.relaxed.right, unit.tally.value.right) == (0, 1, 1)


def test_no_answer_finds_nothing() -> None:
    unit = weigh(GOLD, ())
    assert unit.tally.relaxed.score.f1 == unit.by_kind["DATE"].score.recall == 0


def test_an_expression_that_the_gold_lacks_costs_precision() -> None:
    assert weigh(GOLD, (*GOLD, Told(Timex(40, 44, "1999"), "DATE"))).tally.relaxed.score.precision == pytest.approx(
        2 / 3
    )


def test_an_article_without_a_day_is_read_all_the_same(tmp_path: Path) -> None:
    row = _row(1, EXPRESSIONS) | {"published": None}
    assert _figures(_task(tmp_path, [row], []))["dates.timebank_value_f1"] == pytest.approx(2 / 3)


def test_a_row_of_another_form_is_told_with_file_and_line(tmp_path: Path) -> None:
    task = _task(tmp_path, [_row(1, EXPRESSIONS), {"id": "invented-2", "text": "No day, no list."}], [])
    with pytest.raises(ValueError, match=r"times/timebank.jsonl, line 2"):
        TRIAL.run(task)


def test_a_quick_run_reads_a_part_of_the_articles(tmp_path: Path) -> None:
    task = _task(tmp_path, [_row(number, ()) for number in range(30)], [], quick=True)
    assert len(TRIAL.run(task)["dates.extent_f1"].units) == 12


def test_the_half_of_odd_ids_is_told_apart(tmp_path: Path) -> None:
    wrong = (*EXPRESSIONS[:2], ("March 1998", "DATE", "1998-04"))
    odd = [number for number in range(1, 9) if zlib.crc32(f"invented-{number}".encode()) % 2]
    even = next(number for number in range(1, 9) if number not in odd)
    figures = _figures(_task(tmp_path, [_row(odd[0], EXPRESSIONS)], [_row(even, wrong)]))
    assert figures["dates.other_value_f1"] == 1
    assert figures["dates.value_f1"] == pytest.approx(5 / 6)
