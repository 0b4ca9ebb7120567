"""The benchmark of the library: what it adds is what it says, and its runs run."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks import library
from benchmarks.corpus import load_corpus
from benchmarks.corpus_writing import write_corpus
from benchmarks.library_rows import rows, stream_of
from benchmarks.library_runs import RUNS

from headwater.monitor import Library


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("corpus")
    write_corpus(folder, 60, workers=1)
    return folder


def test_a_stream_has_each_article_once_by_day(corpus: Path) -> None:
    loaded = load_corpus(corpus)
    stream = stream_of(loaded, 10)
    assert sorted(number for _, number in stream) == list(range(60))
    days = [row.published for row in rows(loaded, stream)]
    assert days == sorted(days)


def test_what_is_preloaded_is_in_the_stories_of_the_corpus(corpus: Path, tmp_path: Path) -> None:
    loaded = load_corpus(corpus)
    given = list(rows(loaded, stream_of(loaded, 10)))
    library.preload(tmp_path / "base.sqlite", iter(given))
    with Library(tmp_path / "base.sqlite", read_only=True) as opened:
        counts = opened.counts()
    assert counts.stories == len({row.event for row in given})


def test_each_run_is_told(corpus: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sizes = ["--sizes", "30", "--new", "20", "--a-day", "10"]
    place = ["--corpus", str(corpus), "--cache", str(tmp_path), "--markdown"]
    assert library.main([*sizes, *place, "--runs", "add", "ask", "fts5"]) == 0
    told = capsys.readouterr().out
    assert "| add | 30 |" in told
    assert "search, two rare words" in told
    assert "library ÷ text" in told
    assert set(RUNS) == {"add", "add 2", "ask", "tf-idf", "fts5"}
