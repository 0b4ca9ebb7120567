"""The trial of incidents: from end to end on invented articles, and what it reads off a brief."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

import msgspec
import pytest
from quality.board.trial import Sample, Task
from quality.trials.incidents import TRIALS, Incident, answer_of

from headwater.evidence import cite
from headwater.models.spacy_english import load_parser
from headwater.pipeline import brief_articles
from headwater.settings import Settings
from headwater.types import Article, Basis, Brief, Figure, Granularity, Known, Moment, Span

TRIAL = TRIALS[0]
# Fiction.
FIRE = "Three dockers were killed and seven others were injured on Sunday when a crane fell in Galveston, Texas."
AGAIN = "Police in Galveston said three dockers were killed on Sunday and seven were injured. The crane was old."
FAIR = "The fair of Ostery opened on Friday. Its mayor cut a ribbon, and bands played until late in the evening."
GOLD = {"incident": "i1", "date": "2001-06-03", "killed": 3, "injured": 7, "state": "Texas", "city": "Galveston (Port)"}


def article(id: str, text: str, incident: str = "i1") -> dict[str, str]:  # noqa: A002  # the field's name in the data
    return {"id": id, "incident": incident, "text": text, "title": "", "published": "2001-06-04"}


def run(folder: Path, articles: Sequence[object], incidents: Sequence[object]) -> dict[str, Sample]:
    (folder / "incidents").mkdir()
    for name, rows in (("articles", articles), ("incidents", incidents)):
        (folder / "incidents" / f"{name}.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    return dict(TRIAL.run(Task(folder, True, lambda done, of: None)))


def figures(samples: Mapping[str, Sample]) -> dict[str, float]:
    return {name.removeprefix("incidents."): sample.statistic(sample.units) for name, sample in samples.items()}


@pytest.fixture(scope="module")
def right(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Sample]:
    """One incident in two articles that say it all, with the gold to match."""
    return run(tmp_path_factory.mktemp("right"), [article("a", FIRE), article("b", AGAIN)], [GOLD])


@pytest.fixture(scope="module")
def brief() -> Brief:
    told = Article("a", FIRE, "a", published=Known("2001-06-04", Basis.FILE))
    settings = Settings()
    return brief_articles([told], settings, parser=load_parser(settings.model))[0]


def test_every_figure_of_the_trial_gets_a_sample(right: dict[str, Sample]) -> None:
    assert set(right) == {metric.name for metric in TRIAL.metrics}


def test_an_incident_told_in_full_is_right_in_all(right: dict[str, Sample]) -> None:
    found = figures(right)
    assert (found.pop("killed_untold"), found.pop("injured_untold"), found.pop("figures.killed_width")) == (0, 0, 0)
    assert set(found.values()) == {1.0}


def test_another_gold_is_missed_and_noted_by_number(tmp_path: Path) -> None:
    samples = run(tmp_path, [article("a", FIRE)], [GOLD | {"date": "2001-06-02", "killed": 5, "injured": 1}])
    found = figures(samples)
    assert (
        found["date"] == found["killed"] == found["killed_2plus"] == found["killed_in_range"] == found["injured"] == 0
    )
    assert samples["incidents.date"].notes[1:] == ("i1: 2001-06-03, gold 2001-06-02",)
    assert samples["incidents.killed"].notes == ("i1: 3 (3 to 3), gold 5",)


def test_where_nobody_is_counted_nobody_was_killed(tmp_path: Path) -> None:
    fair = GOLD | {"date": "2001-06-01", "killed": 0, "injured": 0}
    found = figures(run(tmp_path, [article("a", FAIR)], [fair]))
    assert found["killed"] == found["killed_in_range"] == found["injured"] == found["date"] == 1


def test_silence_about_the_killed_is_counted_apart(tmp_path: Path) -> None:
    found = figures(run(tmp_path, [article("a", FAIR)], [GOLD]))
    assert found["killed"] == found["killed_in_range"] == 0
    assert found["killed_untold"] == found["injured_untold"] == 1


def test_incidents_of_one_article_are_none_of_the_many(tmp_path: Path) -> None:
    samples = run(tmp_path, [article("a", FIRE)], [GOLD])
    assert len(samples["incidents.killed"].units) == 1
    assert len(samples["incidents.killed_many"].units) == 0


def test_an_incident_without_articles_is_left_out(tmp_path: Path) -> None:
    samples = run(tmp_path, [article("a", FIRE)], [GOLD, GOLD | {"incident": "i2"}])
    assert len(samples["incidents.date"].units) == 1


def test_articles_that_fall_into_two_stories_are_noted(tmp_path: Path) -> None:
    samples = run(tmp_path, [article("a", FIRE), article("b", FAIR)], [GOLD])
    assert samples["incidents.date"].notes[0].startswith("1 of 1 incidents fell into several stories")


def test_the_day_is_the_one_that_most_lines_give_then_the_one_mentioned_most(brief: Brief) -> None:
    gold = Incident("i", "2001-06-02", 3, 7)
    once, twice = (Span("a", 0, 5),), (Span("a", 0, 5), Span("a", 6, 13))
    days = (
        moment("2001-06-01", once, 1),
        moment("2001-06-02", once, 2),
        moment("2001-06-03", twice, 2),
        moment("2001-06-04", once, 2),
    )
    month = msgspec.structs.replace(moment("2001-05-01", twice, 9), last="2001-05-31")
    assert answer_of(gold, 1, [with_days(brief, *days, month)]).day == "2001-06-03"
    assert answer_of(gold, 1, [with_days(brief, *days[:2], days[3])]).day == "2001-06-02"
    assert answer_of(gold, 1, [with_days(brief, month)]).day == ""


def moment(day: str, mentions: tuple[Span, ...], lines: int) -> Moment:
    return Moment("m", day, day, Granularity.DAY, cite("x", mentions), mentions, (), lines)


def with_days(brief: Brief, *moments: Moment) -> Brief:
    return msgspec.structs.replace(brief, timeline=moments)


def test_the_first_figure_of_a_role_is_the_storys(brief: Brief) -> None:
    counted = tuple(figure(role, best) for role, best in (("used", 9), ("killed", 4), ("killed", 2)))
    answer = answer_of(Incident("i", "", 4, 0), 1, [msgspec.structs.replace(brief, figures=counted)])
    assert (answer.killed.best, answer.killed.told, answer.injured.told) == (4, True, False)


def figure(role: str, best: float) -> Figure:
    return Figure("f", role, cite(role, [Span("a", 0, 5)]), "", (), best, best, best, "lines")


def test_the_largest_story_is_read(brief: Brief) -> None:
    empty = msgspec.structs.replace(brief, figures=(), timeline=())
    answer = answer_of(Incident("i", "2001-06-03", 3, 7), 2, [brief, empty])
    assert (answer.stories, answer.killed.best, answer.day) == (2, 3, "2001-06-03")


def test_a_scene_abroad_is_in_no_state(brief: Brief) -> None:
    assert brief.scene is not None
    abroad = msgspec.structs.replace(brief, scene=msgspec.structs.replace(brief.scene, country="CA"))
    assert answer_of(Incident("i", "", 3, 7, "Texas"), 1, [abroad]).state == ""
    assert answer_of(Incident("i", "", 3, 7, "Texas"), 1, [msgspec.structs.replace(brief, scene=None)]).state == ""


def test_a_state_that_is_missed_is_noted_by_number(tmp_path: Path) -> None:
    samples = run(tmp_path, [article("a", FIRE)], [GOLD | {"state": "Ohio", "city": "Toledo"}])
    assert figures(samples)["state"] == figures(samples)["city"] == 0
    assert samples["incidents.state"].notes == ("i1: Texas, gold Ohio",)


def test_a_row_of_another_form_is_reported_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"incidents\.jsonl, line 1: .*killed"):
        run(tmp_path, [article("a", FIRE)], [{"incident": "i1", "date": "2001-06-03", "injured": 0}])
