"""The trials of small edits, on invented texts in the data's form."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from quality.board.trial import Task
from quality.trials.edits import TRIALS, Judged, Pair, alterations_between, by_domain, edited_auc, reference_above

from headwater.testing.reading import read_texts
from headwater.types import AlterationKind

BUMP, SUMMEDITS, REWRITES, PARAPHRASES = TRIALS
# Fiction.
DOCUMENT = "The flood killed 14 farmers in Tarrow. The guards did not open the gate to them. It rained for a week."
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


def _bump(label: int, summary: str, pair: str = "invented-1") -> dict[str, object]:
    return {"id": f"{pair}-{label}", "document": DOCUMENT, "pair": pair, "summary": summary, "label": label}


def _summary(label: int, summary: str, domain: str) -> dict[str, object]:
    return {"id": domain, "domain": domain, "document": DOCUMENT, "summary": summary, "label": label}


def test_an_edited_summary_stands_below_its_reference(tmp_path: Path) -> None:
    samples = BUMP.run(_task(tmp_path, "pairs/bump", [_bump(0, EDITED), _bump(1, SOUND)]))
    assert set(samples) == {metric.name for metric in BUMP.metrics}
    assert {sample.statistic(sample.units) for sample in samples.values()} == {1.0}
    assert samples["alterations.bump_auc"].rows == 2


def test_an_edit_named_as_the_reference_is_a_miss(tmp_path: Path) -> None:
    samples = BUMP.run(_task(tmp_path, "pairs/bump", [_bump(1, EDITED), _bump(0, SOUND)]))
    assert {sample.statistic(sample.units) for sample in samples.values()} == {0.0}


def test_a_summary_is_called_inconsistent_where_its_document_is_altered(tmp_path: Path) -> None:
    rows = [
        _summary(1, SOUND, "talk"),
        _summary(0, EDITED, "talk"),
        _summary(1, SOUND, "mail"),
        _summary(0, SOUND, "mail"),
    ]
    (sample,) = SUMMEDITS.run(_task(tmp_path, "pairs/summedits", rows)).values()
    assert len(sample.units) == 1  # one document
    assert sample.statistic(sample.units) == pytest.approx((1 + 0.5) / 2)
    assert sample.notes == ("consistent: 0 of 2 texts; nothing", "inconsistent: 1 of 2 texts; number 1")


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


def test_a_row_of_another_form_is_reported_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"bump\.jsonl, line 1: .*`pair`"):
        BUMP.run(_task(tmp_path, "pairs/bump", [{"document": DOCUMENT, "summary": SOUND, "label": 1}]))


def test_the_second_text_is_read_as_a_copy_of_the_first() -> None:
    (found,) = alterations_between(*read_texts({"a": SOUND, "b": EDITED}))
    assert (found.kind, found.altered.article) == (AlterationKind.NUMBER, "b")


def test_as_many_alterations_in_both_count_half_for_the_ranking_and_nothing_for_the_pair() -> None:
    assert edited_auc([Pair(0, 0)]) == 0.5
    assert reference_above([Pair(0, 0)]) == 0
    assert edited_auc([Pair(0, 1), Pair(0, 3)]) == reference_above([Pair(0, 1), Pair(0, 3)]) == 1


def test_each_domain_weighs_the_same_however_many_summaries_it_has() -> None:
    right = [Judged("talk", True, True), Judged("talk", False, False)] * 5
    assert by_domain([right]) == 1
    assert by_domain([right, [Judged("mail", True, False)]]) == 0.5
    assert by_domain([]) == 0
