"""The benchmark of reading: what it reads is what it says, and its runs run. All names are invented."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks import reading
from benchmarks.reading_runs import RUNS

TEXTS = ["The mill burned.\n\nNobody was hurt.\n", "A boat sank.\n\nAda Holm saw it.\n", "It rained.\n\nIt stopped.\n"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for number, text in enumerate(TEXTS):
        (tmp_path / f"{number}.txt").write_text(text * 4, encoding="utf-8")
    return tmp_path


def test_a_run_is_told_beside_spacys(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert reading.main(["--folder", str(folder), "--articles", "2", "--runs", "spacy", "copied", "--markdown"]) == 0
    told = capsys.readouterr().out
    assert "2 articles of 26 words" in told
    assert "| spaCy's pipe |" in told
    assert "| documents, text seen before at another outlet |" in told


def test_partly_copied_texts_have_half_of_their_lines_from_texts_that_were_read() -> None:
    given = reading.partly_copied(TEXTS, 2)
    assert given.texts == tuple(TEXTS[:2])
    assert given.partly == ("The mill burned.\n\nIt stopped.\n", "A boat sank.\n\nIt stopped.\n")


def test_every_run_has_its_title() -> None:
    assert set(RUNS) == set(reading.TITLES)
