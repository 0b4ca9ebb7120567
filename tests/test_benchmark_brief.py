"""The benchmark of whole briefs: what it measures is what it says, and its runs run. All names are invented."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks import brief
from benchmarks.brief_runs import RUNS, Stories, Took, _measured

TEXTS = ["The mill in Varnholt burned on Friday. Two people were hurt.\n", "Nobody in Varnholt saw the mill burn.\n"]


def test_every_run_of_a_brief_stands_beside_spacys_of_the_same_state() -> None:
    assert list(RUNS) == ["spacy warm", "brief warm", "spacy cold", "brief cold"]


def test_a_brief_is_measured_beside_spacys_pipe(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for number, text in enumerate(TEXTS):
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    monkeypatch.setattr(brief, "_measured", lambda run, *_: Took(2.0 if "brief" in run else 1.0, 3.0))
    assert brief.main(["--folder", str(tmp_path), "--warm", "1", "--markdown", "--growth", "6"]) == 0
    told = capsys.readouterr().out
    assert "| whole brief, models loaded, new texts | 1 | " in told
    assert "| whole brief, fresh process, models to be loaded | 2 | 18 | 2.00 | 3.00 | 2.00 |" in told
    assert "| whole brief, one line of 6 short articles | 6 | " in told


@pytest.mark.parametrize("run", RUNS)
def test_a_run_takes_time(run: str) -> None:
    load, warm = RUNS[run]
    took = _measured(load, Stories(tuple(TEXTS), tuple(TEXTS[1:])), warm=warm)
    assert took.cpu > 0
    assert took.wall > 0


def test_invented_texts_have_many_words_and_are_the_same_each_time() -> None:
    texts = brief.invented(7, 5)
    assert texts == brief.invented.__wrapped__(7, 5)
    assert len(texts) == 5
    assert min(len(text.split()) for text in texts) > 400
