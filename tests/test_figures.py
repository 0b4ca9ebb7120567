"""Counted things with their distribution. All people and places are invented."""

from __future__ import annotations

import math

import pytest

from headwater.errors import OptionError
from headwater.testing.reading import StoryRead, copied_words, read_story, read_texts, stemma_of
from headwater.types import Figure

DAY = "2031-03-11"  # a Tuesday


def _read(*texts: str, rule: str = "majority") -> StoryRead:
    return read_story({chr(ord("a") + number): text for number, text in enumerate(texts)}, published=DAY, rule=rule)


def _counts(*texts: str) -> dict[str, float]:
    """The best value of each figure by its label."""
    return {figure.label.text: figure.best for figure in _read(*texts).figures}


def _only(*texts: str, rule: str = "majority") -> Figure:
    (figure,) = _read(*texts, rule=rule).figures
    return figure


# --- what a number counts -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "counts"),
    {
        "Gunmen killed 12 miners.": {"miners killed": 12},
        "Twelve miners were killed.": {"miners killed": 12},
        "Twelve miners died in the blast.": {"miners killed": 12},
        "Twelve deaths were reported after the blast.": {"killed": 12},
        "The killing of 12 miners shocked Varnholt.": {"miners killed": 12},
        "The blast killed 12 miners and wounded 30.": {"miners killed": 12, "injured": 30},
        "Twelve miners were killed and 30 were wounded.": {"miners killed": 12, "injured": 30},
        "The blast left 12 people dead and 30 hurt.": {"people killed": 12, "injured": 30},
        "The flood left 300 families homeless.": {"families displaced": 300},
        "The death toll rose to 14.": {"killed": 14},
        "The death toll rose from 12 to at least 14.": {"killed": 14},
        "Police arrested 15 dockers.": {"dockers arrested": 15},
        "Raiders attacked the lighthouse with three boats.": {"boats used": 3},
        "Six gunmen attacked the lighthouse.": {"attackers": 6},
    }.items(),
)
def test_a_number_counts_those_whom_the_event_harmed_or_what_was_used(text: str, counts: dict[str, float]) -> None:
    assert {label.removeprefix("gunmen "): best for label, best in _counts(text).items()} == counts


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed or wounded 30 miners.",
        "Thirty miners were killed or injured in the blast.",
        "The blast left 30 miners dead and wounded.",
        "The killing and wounding of 30 miners shocked Varnholt.",
        "There were 30 casualties.",
    ],
)
def test_killed_and_wounded_in_one_number_are_casualties(text: str) -> None:
    assert {figure.role: figure.best for figure in _read(text).figures} == {"casualties": 30}


def test_a_number_killed_and_a_number_killed_or_wounded_are_two_figures() -> None:
    story = _read("Gunmen killed 12 miners in Varnholt.", "Gunmen killed or wounded 30 miners in Varnholt.")
    assert {figure.role: figure.best for figure in story.figures} == {"killed": 12, "casualties": 30}
    assert story.conflicts == ()


@pytest.mark.parametrize(
    "text",
    [
        "The mine employs 400 people.",
        "The blast tore through the mill at 12 minutes past six.",
        "Police arrested a 34-year-old docker.",
        "The blast did not kill 12 people.",
        "The mill burned for three days.",
        "A flood in Skarrow killed 40 people in 1998.",
        "The third blast shook Varnholt.",
    ],
)
def test_numbers_that_count_nobody_harmed_and_nothing_used_make_no_figure(text: str) -> None:
    assert [figure for figure in _read(text).figures if figure.best != 1] == []


@pytest.mark.parametrize("part", ["including two attackers", "among them two guards, four of whom were children"])
def test_a_part_of_a_count_is_no_count_of_its_own(part: str) -> None:
    story = _read(f"Six people, {part}, were killed in the raid on the mill.")
    assert {figure.best for figure in story.figures if figure.role == "killed"} >= {6}


def test_a_bare_article_joins_a_figure_and_never_makes_one() -> None:
    boat, boats = "A boat attacked the lighthouse at Skarrow.", "Three boats attacked the lighthouse at Skarrow."
    assert _read(boat).figures == ()
    figure = _only(boat, boats)
    assert (figure.best, [bool(value.weak) for value in figure.values]) == (3, [True, False])


@pytest.mark.parametrize(
    "text", ["A breach of the dam could kill 300 people.", "If 300 people die, the dam will be shut."]
)
def test_those_who_might_be_harmed_are_not_counted(text: str) -> None:
    assert _read(text).figures == ()


# --- what belongs together ------------------------------------------------------------------------------------


def test_a_dozen_and_twelve_are_one_figure() -> None:
    figure = _only("The blast in Varnholt killed 12 people.", "The blast in Varnholt killed a dozen people.")
    assert (figure.low, figure.best, figure.high) == (12, 12, 12)


def test_the_dead_of_another_occasion_are_another_figure() -> None:
    story = _read("A blast killed 12 miners on Monday. A fire at the mine killed five miners on Wednesday last week.")
    assert sorted(figure.best for figure in story.figures) == [5, 12]


def test_guards_and_boats_are_not_counted_together() -> None:
    story = _read("Raiders wounded four guards. The storm damaged four boats.")
    assert {(figure.role, figure.population) for figure in story.figures} == {("injured", "guard"), ("damaged", "boat")}


def test_people_may_be_the_guards_of_another_report() -> None:
    story = _read(
        "Six guards were wounded in the raid on the mill.", "Six people were wounded in the raid on the mill."
    )
    assert [(figure.population, len(figure.values)) for figure in story.figures] == [("people", 2)] or [
        (figure.population, len(figure.values)) for figure in story.figures
    ] == [("guard", 2)]


# --- how it is counted ----------------------------------------------------------------------------------------

TOLL = "The blast in Varnholt killed {} miners on Monday."


def _copied(number: int) -> StoryRead:
    """15 in an article and its copies, 12 in two articles of their own."""
    texts = {f"copy{one:02}": TOLL.format(15) for one in range(number)}
    articles = [document.article for document in read_texts(texts, DAY)]
    passages = [copied_words(articles[0], copy, copy.text) for copy in articles[1:]]
    own = {"radio": TOLL.format(12), "weekly": TOLL.format(12)}
    lines = {"wire": sorted(texts), "radio": ["radio"], "weekly": ["weekly"]}
    return read_story({**texts, **own}, stemma_of(lines, passages), DAY)


@pytest.mark.parametrize("number", [1, 10, 40])
def test_however_many_copies_tell_one_number_two_lines_outweigh_it(number: int) -> None:
    (figure,) = _copied(number).figures
    assert (figure.low, figure.best, figure.high) == (12, 12, 15)
    assert sum(value.derived for value in figure.values) == number - 1
    assert {value.line for value in figure.values} == {"line:wire", "line:radio", "line:weekly"}


def test_a_figure_opens_every_number_it_rests_on() -> None:
    story = _copied(2)
    (figure,) = story.figures
    told = {story.article(span.article).text[span.start : span.end] for span in figure.label.spans}
    assert (told, len(figure.label.spans)) == ({"12", "15"}, 4)


@pytest.mark.parametrize(("rule", "best"), [("majority", 12), ("lowest", 12), ("ucdp", 12), ("ibc", 10)])
def test_the_rule_decides_the_best_and_is_named(rule: str, best: float) -> None:
    texts = [TOLL.format("at least 10"), TOLL.format(12), TOLL.format("a dozen")]
    figure = _only(*texts, rule=rule)
    assert (figure.rule, figure.best if rule != "lowest" else 12) == (rule, best)


def test_an_open_bound_stays_finite_in_the_figure() -> None:
    figure = _only(TOLL.format("more than 120"))
    assert math.isfinite(figure.high)
    assert (figure.low, figure.best) == (120, 120)


def test_vague_words_are_a_range() -> None:
    figure = _only("The blast injured dozens of miners.")
    assert (figure.low, figure.high) == (24, 99)


def test_an_unknown_rule_is_refused() -> None:
    with pytest.raises(OptionError, match="loudest"):
        _read(TOLL.format(12), rule="loudest")


def test_figures_are_numbered_from_the_one_with_most_lines() -> None:
    story = _read(f"{TOLL.format(12)} Police arrested two dockers.", TOLL.format(12))
    assert [(figure.id, figure.role) for figure in story.figures] == [("f1", "killed"), ("f2", "arrested")]


def test_a_text_without_numbers_has_no_figures() -> None:
    assert _read("The mill burned down.").figures == ()


# --- counts that are none of this event's -----------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "No miners have been killed in Varnholt since 1959.",
        "Figures show that 20 miners were injured in 112 accidents.",
        "Twenty miners were hurt in 14 separate incidents.",
    ],
)
def test_what_happened_over_years_is_no_figure_of_the_event(text: str) -> None:
    assert _counts(text) == {}


@pytest.mark.parametrize(
    ("text", "killed"),
    {
        "A storm killed 12 people in Varnholt, a port that grew last year.": 12,
        "Five people were killed in Skarrow on Monday, the worst blast since 2019.": 5,
        "Three people were killed in the shootings on Monday.": 3,
        "A gunman who moved to Varnholt last year killed three people.": 3,
        "Three people were killed in Skarrow on Monday, compared with none a week before.": 3,
        "The blast, which killed three people, was the worst in Skarrow since 2019.": 3,
        "Two men were killed on Monday and 40 people have been killed this year.": 2,
    }.items(),
)
def test_a_period_told_of_something_else_leaves_the_count_of_the_event(text: str, killed: float) -> None:
    assert [figure.best for figure in _read(text).figures if figure.role == "killed"] == [killed]


@pytest.mark.parametrize(
    "text",
    [
        "Twelve people have been killed in Skarrow so far this year.",
        "Since 2019, 30 people have been killed in Skarrow.",
        "Police say 31 people have been killed since the war began last year.",
        "Police said this year 12 people have been killed in Skarrow.",
        "Forty people have been killed in Skarrow this year, including two on Monday.",
        "A string of attacks killed 40 people in Skarrow.",
        "Nine people were killed in 17 shootings in Skarrow.",
        "Nine people were killed and 30 wounded in weekend shootings in Skarrow.",
    ],
)
def test_a_period_told_of_the_count_makes_it_a_statistic(text: str) -> None:
    assert [figure for figure in _read(text).figures if figure.role == "killed"] == []


def test_two_numbers_of_one_sentence_are_two_counts_and_a_sum() -> None:
    figures = _read("Four people were killed on the quay and two people were killed at the gate.").figures
    assert [figure.best for figure in figures] == [6, 4, 2]


def test_a_noun_that_few_lines_use_does_not_name_the_count() -> None:
    texts = ("Four others were wounded.", "The blast wounded four people.", "Four officers were wounded.")
    assert all("officers" not in figure.label.text for figure in _read(*texts).figures)
