"""The benchmarks run. How fast anything is, no test asks."""

from __future__ import annotations

import pytest
from benchmarks.scribe import main


def test_the_benchmark_of_the_scribe_prints_both_passes_and_how_it_was_run(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--articles", "30", "--no-peers"]) == 0
    printed = capsys.readouterr().out
    assert "the scribe, cold" in printed
    assert "the scribe, warm" in printed
    assert "python -m benchmarks.scribe --articles 30 --no-peers" in printed
