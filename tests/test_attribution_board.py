"""The board of attributions counts right, on attributions made by hand."""

from __future__ import annotations

from pathlib import Path

import pytest
from quality.attributions import Attributed, Labelled, main, predicted, read_rows, score
from quality.scoring.measure import by_name

from headwater.types import Quote, QuoteForm, Span

TEXT = "Venn said the dam broke. “We left,” Solt told us."
SAID = Attributed(source=((0, 4),), cue=((5, 9),), content=((10, 23),))
TOLD = Attributed(source=((36, 40),), cue=((41, 45),), content=((25, 35),))
ROW = Labelled("a", TEXT, (SAID, TOLD))


def figures(*found: Attributed) -> dict[str, tuple[float, float]]:
    return {name: (item.value, item.of) for name, item in by_name(score([ROW], [found])).items()}


def test_what_is_all_right_scores_one() -> None:
    assert figures(SAID, TOLD) == {
        "content_word_f1": (1, 1),
        "content_span_f1": (1, 1),
        "cue_f1": (1, 1),
        "sources_exact": (2, 2),
        "sources_overlapping": (2, 2),
        "marked_contents_found": (1, 1),
        "marked_contents_with_source": (1, 1),
    }


def test_nothing_found_scores_nothing() -> None:
    assert all(value == 0 for value, _ in figures().values())


def test_half_of_what_is_there_costs_recall_alone() -> None:
    assert figures(SAID)["content_span_f1"][0] == pytest.approx(2 / 3)


def test_a_content_counts_once() -> None:
    assert figures(SAID, SAID, TOLD)["content_span_f1"][0] == pytest.approx(0.8)


def test_quotes_under_one_cue_are_one_attribution() -> None:
    cue = Span("a", 5, 9)
    quotes = [
        Quote("a.q1", Span("a", 10, 23), QuoteForm.INDIRECT, cue=cue),
        Quote("a.q2", Span("a", 14, 17), QuoteForm.MIXED, cue=cue),
        Quote("a.q3", Span("a", 26, 33), QuoteForm.DIRECT),
    ]
    assert [item.content for item in predicted(quotes)] == [((10, 23), (14, 17)), ((26, 33),)]


def test_a_missing_file_is_said_and_ends_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path / "none.jsonl")]) == 2
    assert "not there" in capsys.readouterr().err


def test_rows_are_read_up_to_the_number_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "rows.jsonl"
    path.write_text('{"id": "a", "text": "x", "attributions": [], "title": "t"}\n' * 3, encoding="utf-8")
    assert len(read_rows(path, 2)) == 2
