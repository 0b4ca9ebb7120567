"""The trial of quantities, on invented sentences in the data's form."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from quality.board.trial import Task
from quality.trials.quantities import TRIALS, Amount, Gold, gold_amount, told, weigh

from headwater.types import Article, Document, Quantity, Span

(TRIAL,) = TRIALS
SETS = ("age", "currency", "dimension", "temperature")
# Fiction: a sentence for each set, the quantities it states.
PLAIN = {
    "age": [("The lighthouse keeper is 71 years old.", [("71", "year of age")])],
    "currency": [("The new ferry cost 40 million euros.", [("40000000", "euro")])],
    "dimension": [("The pier is 12 miles long.", [("12", "mile")])],
    "temperature": [("The harbour stood at 5 degrees celsius.", [("5", "celsius")])],
}
Sentences = Mapping[str, Sequence[tuple[str, Sequence[tuple[str, str]]]]]


def _task(folder: Path, sets: Sentences, quick: bool = False) -> Task:
    (folder / "quantities").mkdir()
    for name in SETS:
        rows = [
            {"id": f"invented-{name}-{number}", "text": text, "quantities": [{"value": v, "unit": u} for v, u in gold]}
            for number, (text, gold) in enumerate(sets[name])
        ]
        path = folder / "quantities" / f"{name}.jsonl"
        path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return Task(folder, quick, lambda done, of: None)


def _figures(task: Task) -> dict[str, float]:
    return {name: sample.statistic(sample.units) for name, sample in TRIAL.run(task).items()}


def _document(*quantities: Quantity) -> Document:
    return Document(Article(id="a", text="", name="a"), (), (), (), quantities=quantities)


def _quantity(low: float, high: float, stated: float | None, unit: str, modifier: str = "") -> Quantity:
    return Quantity(Span("a", 0, 1), low, high, stated, unit, modifier)


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> dict[str, float]:
    """Plain sentences, but in one set the gold has another unit, and in one another value."""
    sets: Sentences = PLAIN | {
        "dimension": [("The pier is 12 miles long.", [("12", "kilometre")])],
        "temperature": [("The harbour stood at 5 degrees celsius.", [("15", "celsius")])],
    }
    return _figures(_task(tmp_path_factory.mktemp("data"), sets))


def test_every_figure_of_the_trial_gets_a_sample(ran: dict[str, float]) -> None:
    assert set(ran) == {metric.name for metric in TRIAL.metrics}


@pytest.mark.parametrize("name", ["age", "currency"])
def test_plain_quantities_are_found_with_their_units(ran: dict[str, float], name: str) -> None:
    assert ran[f"quantities.{name}_value_f1"] == ran[f"quantities.{name}_value_unit_f1"] == 1


def test_another_unit_in_the_gold_costs_the_unit_only(ran: dict[str, float]) -> None:
    assert (ran["quantities.dimension_value_f1"], ran["quantities.dimension_value_unit_f1"]) == (1, 0)


def test_another_value_in_the_gold_costs_both(ran: dict[str, float]) -> None:
    assert (ran["quantities.temperature_value_f1"], ran["quantities.temperature_value_unit_f1"]) == (0, 0)
    assert ran["quantities.value_f1"] == pytest.approx(3 / 4)
    assert ran["quantities.value_unit_f1"] == pytest.approx(2 / 4)


@pytest.mark.parametrize(
    ("value", "unit", "amount"),
    [
        ("12", "mile", Amount(12, 12, "mile")),
        ("-5", "fahrenheit", Amount(-5, -5, "°F")),
        ("4-5.6", "metre", Amount(4, 5.6, "m")),
        ("-8--3", "celsius", Amount(-8, -3, "°C")),
        ("3", "old wooden boat", Amount(3, 3, "boat")),
        ("3", "dollar per share", Amount(3, 3, "USD per share")),
        ("3", "week of age", Amount(3, 3, "week of age")),
        ("3", "-", Amount(3, 3, "")),
    ],
)
def test_the_golds_words_become_the_products(value: str, unit: str, amount: Amount) -> None:
    assert gold_amount(Gold(value, unit)) == amount


def test_a_value_of_the_gold_that_is_no_number_is_refused() -> None:
    with pytest.raises(ValueError, match="a few"):
        gold_amount(Gold("a few", "boat"))


def test_what_was_stated_counts_and_not_how_it_was_hedged() -> None:
    assert told(_document(_quantity(17, 23, 20, "man", "about"))) == (Amount(20, 20, "man"),)


def test_a_range_is_told_as_its_ends() -> None:
    assert told(_document(_quantity(5, 7, None, "people", "between"))) == (Amount(5, 7, "people"),)


def test_an_age_is_told_apart_from_a_duration() -> None:
    assert told(_document(_quantity(5, 5, 5, "year", "age"), _quantity(5, 5, 5, "year"))) == (
        Amount(5, 5, "year of age"),
        Amount(5, 5, "year"),
    )


def test_ordinals_and_scores_count_nothing() -> None:
    assert told(_document(_quantity(3, 3, 3, "attempt", "ordinal"), _quantity(3, 3, 3, "", "score"))) == ()


GOLD = (Amount(12, 12, "mile"), Amount(3, 3, "boat"))


def test_the_gold_itself_as_an_answer_is_perfect() -> None:
    unit = weigh(GOLD, reversed(GOLD))
    assert unit.value.score.f1 == unit.both.score.f1 == 1


def test_a_quantity_too_many_costs_precision_and_one_too_few_recall() -> None:
    assert weigh(GOLD[:1], GOLD).value.score.precision == 0.5
    assert weigh(GOLD, GOLD[:1]).value.score.recall == 0.5


def test_a_sentence_without_quantities_counts_false_alarms() -> None:
    assert weigh((), GOLD).value.predicted == 2


def test_a_row_of_another_form_is_told_with_file_and_line(tmp_path: Path) -> None:
    task = _task(tmp_path, PLAIN)
    with task.file("quantities/currency.jsonl").open("a") as file:
        file.write('{"id": "invented", "text": "No list."}\n')
    with pytest.raises(ValueError, match=r"quantities/currency.jsonl, line 2"):
        TRIAL.run(task)


def test_a_quick_run_reads_a_part_of_the_sentences(tmp_path: Path) -> None:
    task = _task(tmp_path, PLAIN | {"age": [("No number.", [])] * 60}, quick=True)
    assert len(TRIAL.run(task)["quantities.age_value_f1"].units) == 50
