"""The trial of readings, on invented quotes edited in every way."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from quality.board.trial import Task
from quality.trials import readings
from quality.trials.readings import EDITS, TRIALS, Edited, edits_of, kind_told

from headwater.types import ReadingKind

(TRIAL,) = TRIALS
DRAWS = Random(1)  # noqa: S311  # draws words to put in, keeps no secret
# Fiction.
QUOTE = "We will keep the ferry running for the islands. Nobody here can pay the fare they ask"


def test_each_edit_is_made_once_and_says_what_was_done() -> None:
    edited = list(edits_of(QUOTE, DRAWS))
    assert [one.kind for one in edited] == [kind for kind in EDITS if kind is not ReadingKind.SHIFT]  # two sentences
    assert all(QUOTE not in one.text for one in edited if one.kind in {ReadingKind.TRIMMED, ReadingKind.MISQUOTE})


def test_a_quote_without_what_an_edit_needs_is_not_edited_so() -> None:
    kinds = {one.kind for one in edits_of("Nobody at this quay ever paid the fare of nine crowns", DRAWS)}
    assert kinds.isdisjoint({ReadingKind.BRACKET, ReadingKind.SHIFT, ReadingKind.JOINED})


def test_the_product_is_asked_about_the_third_article() -> None:
    assert kind_told(QUOTE, Edited(f"“{QUOTE},” said Marek Solt.", ReadingKind.OTHER_SPEAKER)) == "other speaker"
    assert kind_told(QUOTE, Edited("The council met on Monday.", ReadingKind.SAME)) == "not gathered"


def test_the_figures_are_one_for_what_is_told_rightly_and_less_for_what_is_not(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    task = Task(tmp_path, True, lambda done, of: None)
    monkeypatch.setattr(readings, "_quotes", lambda seeds: [QUOTE])
    monkeypatch.setattr(readings, "kind_told", lambda words, edited: str(edited.kind))
    right = TRIAL.run(task)
    assert {name: sample.statistic(sample.units) for name, sample in right.items()} == {
        "quotes.readings_gathered": 1,
        "quotes.readings_kind_f1": 1,
    }
    monkeypatch.setattr(readings, "kind_told", lambda words, edited: "same")
    wrong = TRIAL.run(task)["quotes.readings_kind_f1"]
    assert 0 < wrong.statistic(wrong.units) < 0.2
    assert "trimmed: 0 of 1; else 1 same" in wrong.notes
