"""The benchmark of derivation runs, and its tallies are right. How fast anything is, no test asks."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pytest
from benchmarks import derivation_peer_script as script
from benchmarks.corpus import Corpus
from benchmarks.corpus_tally import Found, Tally
from benchmarks.corpus_writing import write_corpus
from benchmarks.derivation import main
from benchmarks.derivation_alignment import Spans, score_spans
from benchmarks.derivation_bars import Bar, bars, bars_table
from benchmarks.derivation_runs import Spent, run_ours
from benchmarks.derivation_tables import Alignment, Search, markdown, searches
from rich.console import Console


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("benchmark")


@pytest.fixture(scope="module")
def corpus(folder: Path) -> Corpus:
    return write_corpus(folder / "60", 60, workers=1)


@pytest.mark.usefixtures("corpus")
def test_the_benchmark_prints_every_table_and_how_it_was_run(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["--sizes", "60", "--folder", str(folder), "--pairs", "30", "--workers", "1", "--no-cold", "--peers"]
    assert main(arguments) == 0
    printed = capsys.readouterr().out
    for words in (
        "headwater, candidates, 1 thread",
        "headwater, all steps, 1 thread",
        "align_pairs",
        "verbatim",
        "passim",
    ):
        assert words in printed
    assert f"python -m benchmarks.derivation {' '.join(arguments)}"[:80] in printed
    assert "load over 1, 5 and 15 minutes" in printed


def test_the_search_in_its_own_process_finds_what_was_copied_and_says_what_it_took(corpus: Corpus) -> None:
    spent, pairs = run_ours("candidates", corpus.folder, 1)
    assert spent.articles == len(corpus)
    assert min(spent.cpu, spent.wall, spent.peak, spent.start, spent.elapsed) > 0
    assert pairs.shape[1] == 2


@pytest.mark.parametrize("tool", sorted(script.ALIGNERS))
def test_an_aligner_marks_nearly_all_that_was_taken(
    tool: str, corpus: Corpus, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    script.main(tool, str(corpus.folder), str(tmp_path))
    assert '"peak"' in capsys.readouterr().out
    spans = score_spans(corpus, np.load(tmp_path / "passages.npy"))
    assert spans.precision > 0.9
    assert spans.recall > 0.7  # turned paragraphs escape both


def test_the_true_passages_score_one_and_half_of_them_less(corpus: Corpus) -> None:
    truth = corpus.truth
    rows = np.concatenate([truth.passage_pair[:, None], truth.passages], axis=1)
    assert score_spans(corpus, rows).f1 == 1
    half = score_spans(corpus, rows[::2])
    assert half.precision == 1
    assert half.recall < 1
    assert score_spans(corpus, rows[:0]) == Spans(half.taken, 0, 0)


def test_characters_missed_cost_recall_and_characters_too_many_precision(corpus: Corpus) -> None:
    truth = corpus.truth
    rows = np.concatenate([truth.passage_pair[:, None], truth.passages], axis=1)
    shorter = rows.copy()
    shorter[0, 2] -= 5
    found = score_spans(corpus, shorter)
    assert (found.precision, found.taken - found.both) == (1, 5)
    everything = np.array(
        [(0, 0, len(corpus.text(int(truth.left[0]))), 0, len(corpus.text(int(truth.right[0]))))], dtype=np.int32
    )
    assert score_spans(corpus, everything).precision < 1


def test_blocks_are_joined_over_a_few_words_and_short_ones_left_out() -> None:
    words = [(5 * at, 5 * at + 4) for at in range(60)]
    blocks = [(0, 0, 6), (8, 7, 4), (30, 20, 3), (50, 40, 9)]
    assert list(script.passages(blocks, words, words)) == [(0, 59, 0, 54), (250, 294, 200, 244)]
    assert not list(script.passages([], words, words))


def test_shingles_are_runs_of_three_words() -> None:
    assert script.shingles("The mill burned  down") == {"the mill burned", "mill burned down"}
    assert script.shingles("Too short") == set()


def _searched(ours: str, size: int, cpu: float, title: str = "headwater") -> Search:
    told = Tally({"verbatim": Found(9, 10), "spun 60%": Found(3, 4)}, 12, {"statement": 1, "unrelated": 3}, 4)
    return Search(title, size, Spent(cpu, cpu, 10**9, size), told, ours)


def test_bars_are_judged_by_the_runs_of_one_size_and_growth_by_two() -> None:
    runs = [
        _searched("candidates", 20_000, 1.0),
        _searched("whole", 20_000, 2.0),
        _searched("", 20_000, 9.0, "datasketch 1"),
        _searched("", 20_000, 1.5, "rensa 1"),
        _searched("whole", 200_000, 40.0),
        _searched("whole", 2000, 0.5),
    ]
    found = {bar.what: bar for bar in bars(runs, [Alignment("ours", Spent(1.0, 1.0, 1, 50_000), Spans(100, 100, 98))])}
    judged = {what: (round(bar.figure, 3), bar.passed) for what, bar in found.items()}
    expected = {
        "candidates, 20,000: times the articles a CPU second of datasketch": (9, True),
        "candidates, 20,000: times the articles a CPU second of rensa": (1.5, False),
        "candidates, 20,000: recall of the kind found least": (0.75, False),
        "whole: exponent of growth, CPU time, 20,000 to 200,000": (1.301, False),
        "whole, 200,000: seconds on the clock": (40, True),
        "whole, 2,000: times faster than passim as published": (396, True),
        "whole, 2,000: quoting pairs called copies": (0.25, True),
        "alignment: F1 of spans": (0.98, False),
        "alignment: pairs a CPU second": (50_000, True),
    }
    assert {what: judged[what] for what in expected} == expected


def test_tables_show_each_figure(capsys: pytest.CaptureFixture[str]) -> None:
    console = Console(file=sys.stdout, width=200)
    console.print(searches([_searched("whole", 20_000, 2.0)]))
    console.print(bars_table([Bar("a", 1.0, 2.0), Bar("b", 1.0, 2.0, most=True)]))
    assert markdown(bars_table([Bar("a", 1.0, 2.0)])).splitlines()[1:] == [
        "| --- | --- | --- | --- | --- |",
        "| a | 1 | ≥ | 2 | MISSED |",
    ]
    printed = capsys.readouterr().out
    for figure in ("10,000", "1,000", "0.8571", "0.750", "0.2500", "MISSED", "passed"):
        assert figure in printed
