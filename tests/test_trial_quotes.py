"""The trial of quotes: what it counts, on attributions made by hand, and from end to end on invented articles."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from quality.board.trial import Sample, Task
from quality.scoring.tally import Tally
from quality.trials.quotes import TRIALS, Attributed, Compared, attributions_of, compare, is_training_row

from headwater.types import Quote, QuoteForm, Span

# Fiction.
TEXT = "Venn said the old dam broke. “We left at noon,” Solt of Ostery told us."
SAID = Attributed(source=((0, 4),), cue=((5, 9),), content=((10, 27),))
TOLD = Attributed(source=((48, 62),), cue=((63, 67),), content=((29, 47),))
GOLD = (SAID, TOLD)
TRIAL = TRIALS[0]


def scores(*found: Attributed, gold: tuple[Attributed, ...] = GOLD) -> tuple[float, ...]:
    """F1 of words, contents, sources and cues, then the share of direct quotes with the right source."""
    compared = compare(TEXT, gold, found)
    return (*(part.score.f1 for part in compared[:4]), compared.direct.score.recall)


def run(folder: Path, *rows: object) -> dict[str, Sample]:
    file = folder / "attributions" / "polnear.jsonl"
    file.parent.mkdir()
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return dict(TRIAL.run(Task(folder, True, lambda done, of: None)))


def test_what_is_all_right_scores_one() -> None:
    assert scores(SAID, TOLD) == (1, 1, 1, 1, 1)


def test_nothing_found_scores_nothing() -> None:
    assert scores() == (0, 0, 0, 0, 0)


def test_half_of_what_is_there_costs_recall_alone() -> None:
    compared = compare(TEXT, GOLD, [SAID])
    assert (compared.contents.score.precision, compared.contents.score.recall) == (1, 0.5)


def test_a_content_counts_once() -> None:
    assert scores(SAID, SAID, TOLD)[:2] == (1.0, 0.8)


def test_a_content_is_found_from_half_of_its_words() -> None:
    three_of_four, one_of_four = (((14, 27),), ((10, 13),))
    assert compare(TEXT, [SAID], [Attributed(content=three_of_four)]).contents.found == 1
    assert compare(TEXT, [SAID], [Attributed(content=one_of_four)]).contents.found == 0


def test_a_source_with_other_words_is_wrong_but_may_name_the_right_speaker() -> None:
    shorter = Attributed(source=((48, 55),), cue=TOLD.cue, content=TOLD.content)  # two words of three
    assert scores(SAID, shorter)[2:] == (0.5, 1, 1)


def test_a_source_that_shares_too_few_words_is_another_speaker() -> None:
    town = Attributed(source=((56, 62),), cue=TOLD.cue, content=TOLD.content)
    assert scores(SAID, town)[2:] == (0.5, 1, 0)


def test_a_source_where_the_gold_has_none_is_a_false_one() -> None:
    unsaid = Attributed(cue=SAID.cue, content=SAID.content)
    assert compare(TEXT, [unsaid, TOLD], GOLD).sources.score.precision == 0.5


def test_a_source_without_its_content_counts_for_nothing() -> None:
    lost = Attributed(source=TOLD.source, cue=TOLD.cue, content=SAID.cue)
    assert compare(TEXT, [TOLD], [lost]).sources.right == 0


def test_only_contents_with_quotation_marks_are_direct() -> None:
    assert compare(TEXT, [SAID], [SAID]).direct.gold == 0


def test_a_quote_wholly_in_marks_asks_for_the_speaker_and_not_for_the_same_words() -> None:
    text = "“The dam will hold,” said Orla Venn, the mayor."
    gold = Attributed(source=((26, 35),), cue=((21, 25),), content=((0, 20),))
    longer = Attributed(source=((26, 46),), cue=gold.cue, content=((1, 18),))
    other = Attributed(source=((37, 46),), cue=gold.cue, content=gold.content)
    assert compare(text, [gold], [longer]).whole == Tally(found=1, gold=1)
    assert compare(text, [gold], [other]).whole == Tally(found=0, gold=1)


def test_quotes_under_one_cue_are_one_attribution() -> None:
    cue = Span("a", 5, 9)
    quotes = [
        Quote("a.q1", Span("a", 10, 23), QuoteForm.INDIRECT, cue=cue),
        Quote("a.q2", Span("a", 14, 17), QuoteForm.MIXED, cue=cue),
        Quote("a.q3", Span("a", 26, 33), QuoteForm.DIRECT),
    ]
    assert [item.content for item in attributions_of(quotes)] == [((10, 23), (14, 17)), ((26, 33),)]


def test_an_article_with_nothing_in_it_adds_nothing() -> None:
    assert compare("", (), ()) == Compared(*[compare("", (), ()).words] * 6)
    assert compare("", (), ()).words.gold == 0


def test_it_runs_from_end_to_end_on_unseen_rows(tmp_path: Path) -> None:
    said = [{"source": [[0, 4]], "cue": [[5, 9]], "content": [[10, 27]]}]
    half = [{"source": [[0, 4]], "cue": [[5, 9]], "content": [[14, 17]]}]
    row = {"text": "Venn said the old dam broke.", "attributions": said, "outlet": "The Ostery Echo"}
    samples = run(tmp_path, {"id": "a", **row, "attributions_by_others": [said, half]}, {"id": "b", **row})
    values = {name: sample.statistic(sample.units) for name, sample in samples.items()}
    assert values.pop("quotes.direct_speaker") == 0  # nobody is quoted directly
    assert values.pop("quotes.whole_direct_speaker") == 0
    assert values.pop("quotes.annotators_content_token_f1") == pytest.approx(10 / 13)
    assert set(values.values()) == {1.0}


def test_every_figure_of_the_trial_gets_a_sample(tmp_path: Path) -> None:
    row = {"id": "a", "text": "x", "attributions": [], "attributions_by_others": [[]]}
    assert set(run(tmp_path, row)) == {metric.name for metric in TRIAL.metrics}


def test_without_further_annotators_there_is_no_ceiling(tmp_path: Path) -> None:
    assert "quotes.annotators_content_token_f1" not in run(tmp_path, {"id": "a", "text": "x", "attributions": []})


def test_training_rows_are_not_scored(tmp_path: Path) -> None:
    row = {"text": "x", "attributions": []}
    assert is_training_row("pn-000ae67eff")
    samples = run(tmp_path, {"id": "pn-000ae67eff", **row}, {"id": "a", **row})
    assert len(samples["quotes.content_span_f1"].units) == 1


def test_a_row_that_nobody_named_is_scored() -> None:
    assert not is_training_row("a")
    assert not is_training_row("")


def test_a_row_of_another_form_is_reported_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"polnear\.jsonl, line 2: .*attributions"):
        run(tmp_path, {"id": "a", "text": "x", "attributions": []}, {"id": "b", "text": "x"})
