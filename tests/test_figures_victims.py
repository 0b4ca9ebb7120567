"""Victims told as people, not as numbers. All people and places are invented."""

from __future__ import annotations

import pytest

from headwater.testing.reading import StoryRead, read_story
from headwater.types import Figure

DAY = "2031-03-11"  # a Tuesday


def _read(*texts: str) -> StoryRead:
    return read_story({chr(ord("a") + number): text for number, text in enumerate(texts)}, published=DAY)


def _figure(role: str, *texts: str) -> Figure | None:
    return next((figure for figure in _read(*texts).figures if figure.role == role), None)


def _best(role: str, *texts: str) -> float:
    figure = _figure(role, *texts)
    return figure.best if figure is not None else 0


# --- one victim -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "A man was shot dead in Varnholt on Monday.",
        "Ada Brone, 34, was pronounced dead at the hospital.",
        "His wife also died.",
        "Gunmen shot and killed a woman.",
        "A 6-year-old boy's death shocked Varnholt.",
        "A docker was found dead on the quay.",
        "A teacher was fatally shot in Skarrow.",
        "Ivo Tarn died at the hospital.",
        "The guard opened fire, killing him.",
        "Police are investigating the murder of Ada Brone.",
        "The gunman turned the gun on himself.",
        "The miner took his own life.",
        "The driver did not survive.",
        "A woman lost her life in the blast.",
        "The shooting claimed the life of a baker.",
        "Ivo Tarn was shot to death in his shop.",
        "The slain officer was 34.",
        "The body of a man was found in the river.",
        "The baker was charged with killing Ada Brone.",
        "Her brother, Ivo Tarn, 54, was found shot to death.",
        "The mayor was assassinated in Skarrow.",
        "Man killed in Varnholt shooting.",
    ],
)
def test_a_single_victim_is_one_killed(text: str) -> None:
    assert _best("killed", text) == 1


@pytest.mark.parametrize(
    "text",
    [
        "A man was shot in the leg but survived.",
        "No one was killed in the blast.",
        "Nobody died.",
        "The driver killed the engine.",
        "Killing Season played in Varnholt on Monday.",
        "The race ended in a dead heat.",
        "The blast could have killed a man.",
        "The guard tried to kill his wife.",
        "Ivo Tarn was charged with attempted murder.",
        "If a man dies, the mine will be shut.",
        "Ivo Tarn threatened to kill a baker.",
        "The teacher was not killed.",
        "The council killed the bill.",
        "The old man died of cancer.",
        "Ivo Tarn, 34, is facing the death penalty.",
        "The rebels keep killing people.",
    ],
)
def test_who_did_not_die_by_violence_or_is_nobody_is_not_counted(text: str) -> None:
    assert _best("killed", text) == 0


# --- several ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "killed"),
    {
        "Two men and a woman were killed.": 3,
        "Three people, including a child, were killed.": 3,
        "Two people were killed: Ada Brone, 34, and Ivo Tarn, 41.": 2,
        "Two men were killed on Monday. Police named the men killed as Ivo Tarn and Bo Lusk.": 2,
        "Ada Brone, 34, Ivo Tarn, 41, and Bo Lusk, 12, were killed.": 3,
        "A man was shot dead in Varnholt. The victim, Ivo Tarn, 41, died at the scene.": 1,
        "A woman was killed. Ivo Tarn was killed too. He died at the hospital.": 2,
        "Ivo Tarn shot and killed his wife before turning the gun on himself.": 2,
        "The gunman killed three people before killing himself.": 4,
        "The couple were found dead in their house.": 2,
        "Both died at the hospital.": 2,
        "A double homicide shook Varnholt.": 2,
        "Police call it a murder-suicide.": 2,
        "A man was killed and another man died on the way to the hospital.": 2,
        "A mother and her two children were killed.": 3,
        "A boy of the village was killed. A 40-year-old man was killed.": 2,
        "One person is dead and two people are injured.": 1,
        "The shooting left five dead in Varnholt.": 5,
        "One of the wounded has died.": 1,
        "He was gunned down along with his daughter.": 2,
        "A 34-year-old man was killed. The 34-year-old was a baker.": 1,
        "Four people were shot and one person killed.": 1,
    }.items(),
)
def test_people_told_one_by_one_add_up_and_nobody_counts_twice(text: str, killed: int) -> None:
    assert _best("killed", text) == killed


def test_the_same_victim_told_in_other_words_by_other_articles_is_one() -> None:
    figure = _figure(
        "killed",
        "A man was shot dead in Varnholt on Monday.",
        "Ivo Tarn, 41, was fatally shot in Varnholt on Monday.",
        "A baker died on Monday after a shooting in Varnholt.",
    )
    assert figure is not None
    assert (figure.best, len({value.line for value in figure.values})) == (1, 3)


def test_a_sum_opens_the_words_for_each_of_those_it_counts() -> None:
    story = _read("Two men and a woman were killed.")
    (value,) = [value for figure in story.figures for value in figure.values if value.members]
    told = [story.article(span.article).text[span.start : span.end] for span in value.members]
    assert (value.quantity.stated, value.quantity.modifier, told) == (3, "at least", ["Two men", "a woman"])


def test_a_part_is_told_and_does_not_decide_the_figure_of_all() -> None:
    figure = _figure("killed", "Two people were killed in Varnholt on Monday. A third person died on Tuesday.")
    assert figure is not None
    assert figure.best == 3


def test_who_is_told_beside_a_toll_is_one_of_it() -> None:
    figure = _figure("killed", "The death toll from the raid rose to five on Monday when a baker died of his wounds.")
    assert figure is not None
    assert (figure.low, figure.best, figure.high) == (5, 5, 5)


def test_a_toll_that_grew_is_a_value_of_the_figure_of_the_others() -> None:
    early = "Gunmen killed four people in a raid on the mill in Varnholt on Monday."
    late = (
        "The death toll from the raid on the mill in Varnholt rose to five on Tuesday when a baker died of his wounds."
    )
    (figure,) = [figure for figure in _read(early, late).figures if figure.role == "killed"]
    assert (figure.low, figure.high) == (4, 5)


def test_the_toll_of_another_event_is_not_the_whole_of_this_one() -> None:
    recalled = "In 2012, the death toll of a flood in Skarrow rose to 90."
    assert _best("killed", f"A baker was shot dead in Varnholt on Monday, March 10.\n\n{recalled}") == 1


def test_words_for_one_person_are_one_value() -> None:
    figure = _figure("killed", "A baker was killed in Varnholt on Monday.")
    assert figure is not None
    assert [value.quantity.stated for value in figure.values] == [1]


def test_at_least_one_can_stand_with_two() -> None:
    one, two = "At least one person was killed in Varnholt.", "Two people were killed in Varnholt."
    assert _best("killed", one, two) == _best("killed", two, one) == 2


# --- other events -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "recalled",
    [
        "In 2012, a flood killed nine people in Skarrow.",
        "Twelve people have been killed in Skarrow so far this year.",
        "It came a month after an unrelated shooting that killed four people.",
        "On February 2, two guards were shot dead in Skarrow.",
        "Nationwide, 400 people were killed in such shootings.",
        "Five people were killed or wounded at the same mill over the past two years.",
    ],
)
def test_the_dead_of_other_events_do_not_swell_the_toll(recalled: str) -> None:
    assert _best("killed", f"A baker was shot dead in Varnholt on Monday, March 10.\n\n{recalled}") == 1


def test_a_crime_tried_years_later_is_still_the_event() -> None:
    text = "Ivo Tarn was sentenced on Monday for killing Ada Brone in June last year."
    assert _best("killed", text) == 1


# --- the hurt ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "injured"),
    {
        "A man was shot in the leg.": 1,
        "Gunmen wounded a baker and her son.": 2,
        "A woman was killed and her husband was critically wounded.": 1,
        "A man was shot on Monday. He died at the hospital.": 0,
        "Three people were shot and one of them died.": 2,
        "Holm, who was hit by a bullet, is recovering.": 1,
        "He opened fire, killing one man and injuring another.": 1,
        "The ship hit a rock.": 0,
    }.items(),
)
def test_the_hurt_are_those_who_came_to_harm_and_live(text: str, injured: int) -> None:
    assert _best("injured", text) == injured


def test_a_number_below_nought_is_no_error() -> None:
    assert _best("killed", "Fewer than -5 men were shot dead in Varnholt on Monday.") <= 1
