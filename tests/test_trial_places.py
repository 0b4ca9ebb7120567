"""The trial of places, on invented articles in the data's form."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from quality.board.trial import Task
from quality.trials.places import TRIALS, Place, resolve, told, weigh

from headwater.types import Article, Document, EntityKind, Name, Span

(TRIAL,) = TRIALS
# Fiction.
TEXT = "Two ferries collided near France on Sunday. The boats had left Spain in heavy fog, a harbour master said."


def _row(number: int, words: Sequence[str], kind: str = "") -> dict[str, object]:
    starts = [TEXT.index(word) for word in words]
    places = [
        {"start": start, "end": start + len(word), "text": word, "lat": 0.0, "lon": 0.0, "geonames": None}
        for start, word in zip(starts, words, strict=True)
    ]
    typed = [place | {"type": kind} if kind else place for place in places]
    row = {"id": f"invented-{number}", "outlet": "The Invented Post", "published": None, "title": "Ferries collide"}
    return row | {"text": TEXT, "places": typed}


def _task(folder: Path, lgl: Sequence[object], geowebnews: Sequence[object], quick: bool = False) -> Task:
    (folder / "places").mkdir()
    for name, rows in (("lgl", lgl), ("geowebnews", geowebnews)):
        (folder / "places" / f"{name}.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    return Task(folder, quick, lambda done, of: None)


@pytest.fixture(scope="module")
def ran(tmp_path_factory: pytest.TempPathFactory) -> dict[str, float]:
    """One set whose gold is the two countries, and one whose gold holds a place that nobody would see."""
    task = _task(
        tmp_path_factory.mktemp("data"),
        [_row(1, ["France", "Spain"])],
        [_row(2, ["France", "Spain", "heavy fog"], "Literal")],
    )
    return {name: sample.statistic(sample.units) for name, sample in TRIAL.run(task).items()}


def test_every_figure_of_the_trial_gets_a_sample(ran: dict[str, float]) -> None:
    assert set(ran) == {metric.name for metric in TRIAL.metrics}


def test_plain_places_are_found(ran: dict[str, float]) -> None:
    assert ran["places.lgl_span_f1"] == ran["places.lgl_overlap_f1"] == 1


def test_a_place_of_the_gold_that_is_not_found_costs_recall(ran: dict[str, float]) -> None:
    assert ran["places.geowebnews_span_f1"] == pytest.approx(0.8)
    assert ran["places.literal_found"] == pytest.approx(2 / 3)
    assert ran["places.span_f1"] == pytest.approx(8 / 9)


GOLD = (Place(0, 6, "Literal"), Place(10, 20, "Metonymic"))


def test_the_gold_itself_as_an_answer_is_perfect() -> None:
    unit = weigh(GOLD, [place.extent for place in GOLD])
    assert unit.exact.score.f1 == unit.overlapping.score.f1 == 1
    assert unit.by_type["Metonymic"].score.recall == 1


def test_a_name_cut_short_overlaps_and_is_not_of_the_same_extent() -> None:
    unit = weigh(GOLD[1:], [(14, 20)])
    assert (unit.exact.right, unit.overlapping.right) == (0, 1)


def test_a_name_that_the_gold_lacks_costs_precision() -> None:
    assert weigh(GOLD, [(0, 6), (10, 20), (30, 34)]).exact.score.precision == pytest.approx(2 / 3)


def test_only_names_of_places_are_told() -> None:
    names = (Name(Span("a", 0, 4), EntityKind.PLACE), Name(Span("a", 6, 9), EntityKind.GROUP))
    assert told(Document(Article(id="a", text="", name="a"), (), (), (), names=names)) == ((0, 4),)


def test_a_row_of_another_form_is_told_with_file_and_line(tmp_path: Path) -> None:
    task = _task(tmp_path, [_row(1, ["France"]), {"id": "invented-2", "text": "No list."}], [])
    with pytest.raises(ValueError, match=r"places/lgl.jsonl, line 2"):
        TRIAL.run(task)


def test_a_quick_run_reads_a_part_of_the_articles(tmp_path: Path) -> None:
    task = _task(tmp_path, [_row(number, []) for number in range(30)], [], quick=True)
    assert len(TRIAL.run(task)["places.lgl_span_f1"].units) == 10


def test_the_countries_are_put_where_the_gold_has_them_or_not(ran: dict[str, float]) -> None:
    assert ran["places.within_161km"] == ran["places.recalled_161km"] == 0  # the invented gold lies in the sea


def test_an_answer_on_the_spot_is_right_and_one_without_a_point_is_not() -> None:
    gold = (Place(0, 6, lat=48.0, lon=2.0), Place(10, 20, lat=40.0, lon=-4.0), Place(30, 34))
    unit = resolve("invented", gold, {(0, 6): (48.5, 2.0), (10, 20): None, (30, 34): (0.0, 0.0)})
    assert unit.gold == 2
    assert unit.errors[0] == pytest.approx(55.6, abs=0.1)
    assert unit.errors[1] is None


def test_a_name_that_was_not_found_counts_for_recall_only() -> None:
    unit = resolve("invented", (Place(0, 6, lat=48.0, lon=2.0),), {})
    assert (unit.errors, unit.gold) == ((), 1)
