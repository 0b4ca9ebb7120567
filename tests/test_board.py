"""The board: names, floors, intervals, digests and the command."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from quality.board.bootstrap import interval
from quality.board.catalogue import GROUPS, UnknownName, choose, metrics, trials, waiting
from quality.board.cli import FLOORS, main
from quality.board.digest import digest_of
from quality.board.figure import Figure
from quality.board.floors import Floor, Floors, is_below, load_floors, lowered, raised, save_floors
from quality.board.metric import Metric
from quality.board.trial import Task, find_file, parted, spread

HIGH = Metric("group.high", "more is better")
LOW = Metric("group.low", "mistakes", lower_is_better=True)

# The names everybody speaks of, as they were agreed.
AGREED = """
copying.pair_f1 copying.pair_f1_balanced copying.lines_ari copying.lines_exact_20 copying.lines_within_one_20
copying.false_links passages.plagdet spun.recall_at_p95 direction.accuracy direction.decided lines.scribe_exact
lines.scribe_within_one rewriting.mrpc_accuracy rewriting.mrpc_f1 rewriting.clough_4way quotes.content_token_f1
quotes.content_span_f1 quotes.source_f1 quotes.cue_f1 quotes.direct_speaker dates.extent_f1 dates.value_f1
quantities.value_f1 quantities.value_unit_f1 names.auc names.recall_at_fpr5 places.span_f1 places.within_161km
incidents.date incidents.state incidents.killed incidents.killed_2plus incidents.injured incidents.killed_in_range
stories.giveme5w1h_b3 stories.galaxy_b3 stories.basil_b3 stories.incidents_b3 alterations.scribe_macro_f1
alterations.harmful_recall_p90 alterations.bump_auc alterations.summedits_balanced_accuracy
alignment.nanco_balanced_accuracy alignment.ecbplus_conll support.emergent_accuracy support.emergent_macro_f1
check.false_found check.true_kept html.f1 baghdad.lines_right baghdad.statements_f1 baghdad.status_right
baghdad.conflicts_found baghdad.conflicts_false baghdad.alterations_found baghdad.alterations_false
baghdad.quotes_found baghdad.speakers_right baghdad.dates_right baghdad.names_right baghdad.names_wrongly_merged
""".split()  # noqa: SIM905  # sixty quoted strings would be harder to read


def figure(value: float | None, floor: float | None = None) -> Figure:
    return Figure(value, value, value, 10, 1.0, floor)


# --- names ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", AGREED)
def test_each_agreed_figure_is_on_the_board(name: str) -> None:
    assert name in metrics()


def test_every_figure_belongs_to_a_group_that_has_its_place() -> None:
    assert {metric.group for metric in metrics().values()} <= set(GROUPS)


def test_a_group_stands_for_all_its_figures_and_no_name_for_the_whole_board() -> None:
    assert choose(["dates"]) == tuple(name for name in metrics() if name.startswith("dates."))
    assert choose([]) == tuple(metrics())


def test_an_unknown_name_is_refused_with_what_there_is() -> None:
    with pytest.raises(UnknownName, match=r"nonsense.*copying"):
        choose(["dates", "nonsense"])


def test_a_waiting_figure_says_what_is_missing() -> None:
    assert all(one.missing for one in waiting().values())


def test_every_figure_that_is_measured_has_a_floor_and_no_other() -> None:
    measured = {metric.name for trial in trials().values() for metric in trial.metrics}
    assert load_floors(FLOORS).floors.keys() == measured


# --- intervals ------------------------------------------------------------------------------------------------


def mean(values: object) -> float:
    assert isinstance(values, list)
    return sum(values) / len(values)


@given(st.lists(st.floats(0, 1), min_size=1, max_size=40))
def test_an_interval_lies_within_what_any_draw_can_give(values: list[float]) -> None:
    low, high = interval("a", values, mean)
    assert min(values) - 1e-9 <= low <= high <= max(values) + 1e-9


def test_an_interval_is_the_same_each_time_and_narrows_with_more_units() -> None:
    few, many = [0.0, 1.0] * 10, [0.0, 1.0] * 1000
    assert interval("a", few, mean) == interval("a", few, mean)
    assert interval("a", many, mean)[1] - interval("a", many, mean)[0] < 0.1
    assert interval("a", few, mean)[1] - interval("a", few, mean)[0] > 0.3


def test_of_one_unit_nothing_can_be_said() -> None:
    assert interval("a", [0.5], mean) == (0.5, 0.5)


# --- floors ---------------------------------------------------------------------------------------------------


def test_a_floor_rises_with_its_figure_and_never_falls() -> None:
    kept = raised(Floors(), [HIGH], {HIGH.name: figure(0.8)}, {HIGH.name: "d"})
    higher = raised(kept, [HIGH], {HIGH.name: figure(0.9)}, {HIGH.name: "d"})
    after = raised(higher, [HIGH], {HIGH.name: figure(0.7)}, {HIGH.name: "d"})
    assert [each.floors[HIGH.name].value for each in (kept, higher, after)] == [0.8, 0.9, 0.9]


def test_where_lower_is_better_the_floor_is_a_ceiling_that_only_comes_down() -> None:
    kept = Floors({LOW.name: Floor(0.1, "d")})
    assert raised(kept, [LOW], {LOW.name: figure(0.05)}, {LOW.name: "d"}).floors[LOW.name].value == 0.05
    assert raised(kept, [LOW], {LOW.name: figure(0.2)}, {LOW.name: "d"}) == kept
    assert is_below(LOW, figure(0.2, 0.1))
    assert not is_below(LOW, figure(0.1, 0.1))


def test_other_data_are_no_way_to_a_lower_floor() -> None:
    kept = Floors({HIGH.name: Floor(0.8, "d")})
    assert raised(kept, [HIGH], {HIGH.name: figure(0.7)}, {HIGH.name: "e"}) == kept


def test_a_figure_that_went_away_breaks_its_floor() -> None:
    assert is_below(HIGH, figure(None, 0.5))
    assert not is_below(HIGH, figure(None))


@given(st.floats(0, 1))
def test_a_figure_never_breaks_the_floor_that_was_made_of_it(value: float) -> None:
    for metric in (HIGH, LOW):
        floors = raised(Floors(), [metric], {metric.name: figure(value)}, {metric.name: "d"})
        assert not is_below(metric, figure(value, floors.at(metric.name, "d")))


def test_a_floor_is_lowered_only_with_a_reason_which_is_kept(tmp_path: Path) -> None:
    kept = Floors({HIGH.name: Floor(0.8, "d")})
    with pytest.raises(ValueError, match="--because"):
        lowered(kept, HIGH, figure(0.7), "d", " ")
    save_floors(lowered(kept, HIGH, figure(0.7), "d", "the scorer was wrong"), tmp_path / "floors.json")
    after = load_floors(tmp_path / "floors.json")
    assert after.floors[HIGH.name].value == 0.7
    assert [(one.was, one.became, one.reason) for one in after.lowered] == [(0.8, 0.7, "the scorer was wrong")]


def test_a_floor_is_not_lowered_to_what_is_no_lower() -> None:
    with pytest.raises(ValueError, match="nothing to lower"):
        lowered(Floors({HIGH.name: Floor(0.8, "d")}), HIGH, figure(0.8), "d", "why")


def test_a_floor_holds_for_its_own_data() -> None:
    floors = Floors({HIGH.name: Floor(0.8, "d")})
    assert (floors.at(HIGH.name, "d"), floors.at(HIGH.name, "e"), floors.at(HIGH.name, None)) == (0.8, None, 0.8)


def test_a_file_that_holds_no_floors_is_named(tmp_path: Path) -> None:
    (tmp_path / "floors.json").write_text("[1]")
    with pytest.raises(ValueError, match=r"floors\.json"):
        load_floors(tmp_path / "floors.json")


# --- data -----------------------------------------------------------------------------------------------------


def test_a_digest_tells_any_change_of_bytes_or_names(tmp_path: Path) -> None:
    (tmp_path / "pages").mkdir()
    (tmp_path / "pages" / "a.html").write_text("one")
    first = digest_of(tmp_path, ["pages"])
    (tmp_path / "pages" / "a.html").write_text("two")
    second = digest_of(tmp_path, ["pages"])
    (tmp_path / "pages" / "a.html").rename(tmp_path / "pages" / "b.html")
    assert len({first, second, digest_of(tmp_path, ["pages"])}) == 3
    with pytest.raises(FileNotFoundError, match="other"):
        digest_of(tmp_path, ["other"])


def test_stories_are_found_in_the_data_folder_or_beside_it(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "stories" / "one").mkdir(parents=True)
    assert find_file(tmp_path / "data", "stories/one") == tmp_path / "stories" / "one"
    assert find_file(tmp_path / "data", "other/one") is None


@given(st.lists(st.integers()), st.integers(1, 20))
def test_a_sample_is_spread_over_all_rows_in_their_order(rows: list[int], most: int) -> None:
    chosen = spread(list(enumerate(rows)), most)
    assert len(chosen) == min(most, len(rows))
    assert chosen == sorted(set(chosen))


def test_a_row_of_another_form_is_named_by_file_and_line(tmp_path: Path) -> None:
    (tmp_path / "rows.jsonl").write_text("1\n2\n{}\n")
    with pytest.raises(ValueError, match=r"rows\.jsonl, line 3"):
        Task(tmp_path, False, lambda done, of: None).read("rows.jsonl", int)


# --- the command ----------------------------------------------------------------------------------------------


def names_data(folder: Path) -> Path:
    """Invented spellings in the form of the names data."""
    (folder / "names").mkdir(parents=True)
    rows = [
        {"id": f"{number}", "a": a, "b": b, "same": same, "via": None, "lang": "xx", "kind": "person",
         "quality": "strong", "category": None}
        for number, (a, b, same) in enumerate([("varnakov", "varnakow", True), ("tuledin", "mosterak", False)] * 3)
    ]  # fmt: skip
    for file in {name for trial in trials().values() for name in trial.files if name.startswith("names/")}:
        (folder / file).write_text("\n".join(json.dumps(row) for row in rows))
    return folder


def test_the_command_measures_other_data_and_writes_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "deep" / "board.json"
    code = main(["names.auc", "--data", str(names_data(tmp_path / "data")), "--json", str(out), "--jobs", "1"])
    board = json.loads(out.read_text())
    assert code == 0
    assert board["names.auc"].keys() == {"value", "low", "high", "rows", "seconds", "floor"}
    assert board["names.auc"]["value"] == 1.0
    assert "names.auc" in capsys.readouterr().out


def test_data_asked_for_by_name_and_not_there_are_told_with_a_failing_exit(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["names.auc", "--data", str(tmp_path), "--jobs", "1"]) == 1
    assert "names.auc: no data: names/latin_variants.jsonl" in capsys.readouterr().out


def test_a_trial_that_fails_says_so_and_the_command_fails(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = names_data(tmp_path / "data")
    (data / "names" / "latin_variants.jsonl").write_text('{"a": 1}')
    assert main(["names.auc", "--data", str(data), "--jobs", "1"]) == 1
    assert "failed: ValueError: names/latin_variants.jsonl, line 1" in capsys.readouterr().out


def test_what_waits_is_on_the_board_and_breaks_nothing(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    assert main([*waiting(), "--jobs", "1", "--json", str(tmp_path / "b.json")]) == 0
    assert "not yet" in capsys.readouterr().out
    assert all(figure["value"] is None for figure in json.loads((tmp_path / "b.json").read_text()).values())


def test_a_trial_on_no_rows_gives_no_figure_rather_than_a_perfect_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = names_data(tmp_path / "data")
    (data / "names" / "latin_variants.jsonl").write_text("")
    assert main(["names.auc", "--data", str(data), "--jobs", "1"]) == 1
    assert "names.auc: no data: no rows for it" in capsys.readouterr().out


def test_sets_read_as_one_are_parted_in_order_whatever_their_ids() -> None:
    assert parted(["a", "a", "b"], {"one": 1, "two": 2}) == {"one": ["a"], "two": ["a", "b"]}


def test_an_unknown_figure_ends_with_one_clear_line(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["truth"]) == 2
    assert capsys.readouterr().err.count("\n") == 1


@pytest.mark.parametrize("wrong", [["--quick"], ["--data", "elsewhere"]])
def test_floors_are_moved_only_on_the_whole_of_the_projects_own_data(
    wrong: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["names.auc", "--raise-floors", *wrong]) == 2
    assert "no --quick, no --data" in capsys.readouterr().err


def test_the_list_names_every_figure(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--list"]) == 0
    shown = capsys.readouterr().out
    assert all(name in shown for name in AGREED)
