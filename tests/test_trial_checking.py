"""The trials of checked drafts, on invented texts in the data's form."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pytest
from quality.board.trial import Task
from quality.trials import checking
from quality.trials.checking import (
    TRIALS,
    Answer,
    Judged,
    Pair,
    answers,
    by_domain,
    edited_auc,
    found,
    kept,
    reference_above,
)
from quality.trials.checking_fit import Claim, Draft, Word, changed_words, scored_across, summary_draft

from headwater.testing.articles import find_words, make_article
from headwater.testing.scribe.paragraphs import Fact, Paragraph, write_paragraph
from headwater.types import Span

SCRIBE, SUMMARIES = TRIALS
# Fiction.
DOCUMENT = "The flood killed 14 farmers in Tarrow. The guards did not open the gate to them. It rained for a week."
SOUND = "The flood killed 14 farmers in Tarrow."
EDITED = "The flood killed 40 farmers in Tarrow."


def _row(label: int, domain: str) -> dict[str, object]:
    summary = SOUND if label else EDITED
    return {"id": domain, "domain": domain, "document": DOCUMENT, "summary": summary, "label": label, "original": SOUND}


def _pair(label: int, pair: str) -> dict[str, object]:
    return {"document": DOCUMENT, "pair": pair, "summary": SOUND if label else EDITED, "label": label}


def _task(folder: Path, sets: Mapping[str, Sequence[object]]) -> Task:
    for name, rows in sets.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text("".join(json.dumps(row) + "\n" for row in rows))
    return Task(folder, False, lambda done, of: None)


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """No drafts of the scribe's in the fit: reading them takes seconds."""
    monkeypatch.setattr(checking, "scribe_drafts", lambda _: iter(()))


@pytest.mark.usefixtures("alone")
def test_edits_stand_below_their_originals_by_weights_that_saw_only_the_others(tmp_path: Path) -> None:
    sets = {
        "pairs/bump.jsonl": [_pair(label, pair) for pair in ("one", "two") for label in (0, 1)],
        "pairs/summedits.jsonl": [_row(label, domain) for domain in ("talk", "mail") for label in (0, 1)],
    }
    samples = SUMMARIES.run(_task(tmp_path, sets))
    assert set(samples) == {metric.name for metric in SUMMARIES.metrics}
    assert {sample.statistic(sample.units) for sample in samples.values()} == {1.0}


@pytest.mark.usefixtures("alone")
def test_a_row_of_another_form_is_reported_with_its_line(tmp_path: Path) -> None:
    row = {"document": DOCUMENT, "summary": SOUND, "label": 1}
    with pytest.raises(ValueError, match=r"bump\.jsonl, line 1: .*`pair`"):
        SUMMARIES.run(_task(tmp_path, {"pairs/bump.jsonl": [row], "pairs/summedits.jsonl": []}))


@pytest.mark.usefixtures("alone")
def test_a_pair_without_its_edit_is_reported(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="pair one has not one reference"):
        SUMMARIES.run(_task(tmp_path, {"pairs/bump.jsonl": [_pair(1, "one")], "pairs/summedits.jsonl": []}))


def test_each_fact_of_a_draft_is_answered_by_the_claims_in_it() -> None:
    draft = make_article(f"{EDITED} It rained for a week.", id="draft", title="")
    false, true = (Span("draft", 0, len(EDITED)), Span("draft", len(EDITED) + 1, len(draft.text)))
    facts = (Fact(false, "number", "digits", (find_words(draft, "40"),)), Fact(true, "", "", ()))
    told = list(answers(Paragraph((make_article(DOCUMENT, id="r", title=""),), draft, facts)))
    assert told == [Answer("number", False), Answer("", True)]
    assert (found([told]), kept([told])) == (1.0, 1.0)


def test_what_is_held_for_borne_out_counts_for_true_facts_and_against_false_ones() -> None:
    units = [[Answer("", True), Answer("", False)], [Answer("name", True), Answer("date", False)]]
    assert (found(units), kept(units)) == (0.5, 0.5)
    assert (found([]), kept([])) == (0.0, 0.0)


def test_the_scribe_writes_the_same_draft_for_a_seed_and_marks_what_is_false() -> None:
    paragraph = write_paragraph(1_000_100)
    assert paragraph == write_paragraph(1_000_100)
    false = [fact for fact in paragraph.facts if fact.false]
    assert len(false) == 3
    assert all(fact.at and fact.how for fact in false)
    assert all(paragraph.draft.text[fact.span.start : fact.span.end].strip() for fact in paragraph.facts)


def test_the_words_that_an_edit_changed_are_found_and_of_dropped_ones_the_word_behind() -> None:
    (changed,) = changed_words(SOUND, EDITED, "d")
    assert EDITED[changed.start : changed.end] == "40"
    (dropped,) = changed_words("He did not go.", "He did go.", "d")
    assert "He did go."[dropped.start : dropped.end] == "go"


def test_a_summary_knows_its_false_words() -> None:
    draft = summary_draft("talk", DOCUMENT, EDITED, SOUND, False)
    assert [word.false for word in draft.words].count(True) == 1
    assert not any(word.false for word in summary_draft("talk", DOCUMENT, SOUND, SOUND, True).words)


def test_a_draft_is_scored_by_the_weights_of_the_other_groups() -> None:
    def drafts(group: str) -> Iterator[Draft]:
        for false in (True, False):
            word = Word({"number absent" if false else "number met": 1.0}, false)
            yield Draft(group, (Claim((word,), {}, 0.0, false),), not false)

    scores = scored_across([*drafts("a"), *drafts("b")], [])
    assert scores[0] < scores[1]
    assert scores[2] < scores[3]


def test_equal_scores_count_half_for_the_ranking_and_nothing_for_the_pair() -> None:
    assert edited_auc([Pair(0, 0)]) == 0.5
    assert reference_above([Pair(0, 0)]) == 0
    assert edited_auc([Pair(1, 0), Pair(3, 0)]) == reference_above([Pair(1, 0), Pair(3, 0)]) == 1


def test_each_domain_weighs_the_same_and_is_cut_where_the_others_are_told_apart_best() -> None:
    right = [Judged("talk", True, 1.0), Judged("talk", False, -1.0)] * 5
    assert by_domain([right, [Judged("mail", True, 1.0), Judged("mail", False, -1.0)]]) == 1
    assert by_domain([right, [Judged("mail", True, -1.0), Judged("mail", False, 1.0)]]) == 0.5
    assert by_domain([]) == 0
