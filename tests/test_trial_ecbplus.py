"""The trial of events across articles, on invented articles in the data's form."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from quality.board.trial import Sample, Task, spread
from quality.scoring.coreference import coreference
from quality.trials.ecbplus import TRIALS, grouped

from headwater.types import Span

(TRIAL,) = TRIALS
ROOT = Path(__file__).resolve().parent.parent
# Fiction. The same fire and the same arrest, told twice.
ONE = "A fire destroyed the Ellin warehouse on Friday. Police arrested a baker."
TWO = "On Friday a fire destroyed the Ellin warehouse. Officers arrested the baker Orla Tamm."
FIRE, ARREST = "destroyed", "arrested"


def _row(key: str, text: str, chains: Mapping[str, str], topic: str = "1") -> dict[str, object]:
    events = [
        {"start": text.index(word), "end": text.index(word) + len(word), "text": word, "chain": chain, "type": "ACT"}
        for word, chain in chains.items()
    ]
    return {"id": key, "split": "train", "topic": topic, "subtopic": f"{topic}ecb", "text": text, "events": events}


def _task(folder: Path, rows: Sequence[object], quick: bool = False) -> Task:
    (folder / "ecbplus").mkdir()
    (folder / "ecbplus" / "ecbplus.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return Task(folder, quick, lambda done, of: None)


def _values(samples: Mapping[str, Sample]) -> dict[str, float]:
    return {name: sample.statistic(sample.units) for name, sample in samples.items()}


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Sample]:
    same = {FIRE: "fire", ARREST: "arrest"}
    return TRIAL.run(_task(tmp_path_factory.mktemp("data"), [_row("a", ONE, same), _row("b", TWO, same)]))


def test_every_figure_of_the_trial_gets_a_sample(ran: Mapping[str, Sample]) -> None:
    assert set(ran) == {metric.name for metric in TRIAL.metrics}


def test_events_told_alike_in_two_articles_are_one(ran: Mapping[str, Sample]) -> None:
    assert _values(ran) == pytest.approx(dict.fromkeys(ran, 1.0))


def test_the_notes_tell_how_many_mentions_were_answered_for(ran: Mapping[str, Sample]) -> None:
    assert ran["alignment.ecbplus_conll"].notes[0].startswith("1 sub-topics; a claim answers for 4 mentions")


def test_a_gold_that_holds_the_events_apart_costs_both_answers(tmp_path: Path) -> None:
    rows = [_row("a", ONE, {FIRE: "1", ARREST: "2"}), _row("b", TWO, {FIRE: "3", ARREST: "2"})]
    values = _values(TRIAL.run(_task(tmp_path, rows)))
    assert all(value < 1 for value in values.values())


def test_mentions_need_no_claim_to_be_asked_about(tmp_path: Path) -> None:
    rows = [_row("a", ONE, {"Ellin": "x"}), _row("b", TWO, {"Ellin": "x"})]
    samples = TRIAL.run(_task(tmp_path, rows))
    (unit,) = samples["alignment.ecbplus_conll"].units
    assert (unit.mentions, unit.answered) == (2, 0)
    assert _values(samples)["alignment.ecbplus_conll"] == 1


def test_a_mention_in_which_no_word_begins_is_an_event_of_its_own(tmp_path: Path) -> None:
    rows = [_row("a", ONE, {"rrested": "x"}), _row("b", TWO, {"rrested": "x"})]
    assert _values(TRIAL.run(_task(tmp_path, rows)))["alignment.ecbplus_conll"] < 1


def test_the_topics_scored_are_none_that_the_weights_were_fitted_on() -> None:
    spec = importlib.util.spec_from_file_location("events_train", ROOT / "training" / "events" / "train.py")
    assert spec is not None
    assert spec.loader is not None
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    rows = [script.Row(str(n), f"{n:02}", f"{n:02}ecb", "", ()) for n in range(33)]
    scored = spread(sorted({row.topic for row in rows}), script.BOARD)
    assert len(scored) == 10
    assert not set(scored) & set(script.training_topics(rows))
    assert len(script.training_topics(rows)) == 23


def test_a_quick_run_takes_whole_topics(tmp_path: Path) -> None:
    rows = [_row(f"{n}", ONE, {FIRE: f"{n}"}, topic=f"{n}") for n in range(5)]
    assert len(TRIAL.run(_task(tmp_path, rows, quick=True))["alignment.ecbplus_conll"].units) == 3


def test_mentions_of_one_label_are_a_chain_and_those_of_none_are_alone() -> None:
    first, second, third, fourth = (Span("a", n, n + 1) for n in range(4))
    chains = grouped({first: "s1", second: "s1", third: "", fourth: ""})
    assert sorted(map(len, chains)) == [1, 1, 2]
    assert coreference(chains, chains).conll_f1 == 1


def test_a_row_of_another_form_is_reported_with_file_and_line(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"ecbplus\.jsonl, line 2"):
        TRIAL.run(_task(tmp_path, [_row("a", ONE, {}), {"id": "odd"}]))
