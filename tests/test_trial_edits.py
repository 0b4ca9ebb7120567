"""The trials of small edits, on invented texts in the data's form."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from quality.board.trial import Task
from quality.trials.edits import TRIALS, alterations_between

from headwater.testing.reading import read_texts
from headwater.types import AlterationKind

REWRITES, PARAPHRASES = TRIALS
# Fiction.
SOUND = "The flood killed 14 farmers in Tarrow."
EDITED = "The flood killed 40 farmers in Tarrow."
REWRITTEN = (
    (SOUND, EDITED, "changed", "entity_modification"),
    ("The guards did not open the gate to them.", "The guards did open the gate to them.", "changed", "negation+other"),
    ("Police closed the old bridge on Monday.", "On Monday police closed the old bridge.", "same", ""),
)


def _task(folder: Path, name: str, rows: Sequence[object], quick: bool = False) -> Task:
    path = folder / f"{name}.jsonl"
    path.parent.mkdir()
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return Task(folder, quick, lambda done, of: None)


def test_rewrites_are_found_where_they_change_what_is_said_only(tmp_path: Path) -> None:
    rows = [{"source": a, "rewrite": b, "label": label, "kind": kind} for a, b, label, kind in REWRITTEN]
    samples = REWRITES.run(_task(tmp_path, "mutations/rewrites", rows))
    assert samples["alterations.rewrites_found"].statistic(samples["alterations.rewrites_found"].units) == 1
    assert samples["alterations.rewrites_flagged"].statistic(samples["alterations.rewrites_flagged"].units) == 0
    assert samples["alterations.rewrites_found"].notes[:3] == (
        "entity_modification: 1 of 1", "negation: 1 of 1", "other: 1 of 1",
    )  # fmt: skip


def test_of_sentences_only_those_judged_the_same_are_asked_for(tmp_path: Path) -> None:
    rows = [
        {"a": a, "b": b, "label": label} for a, b, label in ((SOUND, EDITED, 0), (SOUND, SOUND, 1), (SOUND, EDITED, 1))
    ]
    (sample,) = PARAPHRASES.run(_task(tmp_path, "pairs/mrpc", rows)).values()
    assert (len(sample.units), sample.statistic(sample.units)) == (2, 0.5)


def test_the_second_text_is_read_as_a_copy_of_the_first() -> None:
    (found,) = alterations_between(*read_texts({"a": SOUND, "b": EDITED}))
    assert (found.kind, found.altered.article) == (AlterationKind.NUMBER, "b")


def test_a_row_of_another_form_is_reported_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"rewrites\.jsonl, line 1: .*`kind`"):
        REWRITES.run(_task(tmp_path, "mutations/rewrites", [{"source": SOUND, "rewrite": SOUND, "label": "same"}]))
