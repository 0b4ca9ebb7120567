"""Low and high: rules as the page tells them, attackers, silence, parts, what is overtaken. All is fiction."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from findings_cases import told

from headwater.figures import RULES, estimate
from headwater.types import Figure, FigureValue, Quantity, Span

PAGE = Path(__file__).parents[1] / "docs" / "figures.md"
RAID = "Raiders attacked the mill in Varnholt on Monday and killed {} guards."
HOURS = ("2031-03-11T08:00:00+00:00", "2031-03-11T18:00:00+00:00")


def value(line: str, low: float, high: float, stated: float | None) -> FigureValue:
    return FigureValue("c", Quantity(Span(line, 0, 1), low, high, stated, "people"), line, line, as_of="2031-03-10")


FERRY = [
    value("ledger", 10, float("inf"), 10),  # "at least 10"
    value("courier", 12, 12, 12),
    value("radio", 12, 12, 12),  # "a dozen"
    value("herald", 24, 99, None),  # "dozens"
]


@pytest.mark.parametrize("rule", RULES)
def test_each_rule_gives_what_the_page_says_of_its_example(rule: str) -> None:
    row = next(line for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith(f"| `{rule}` |"))
    low, best, high = map(float, re.findall(r"\d+", row.split("|")[5]))
    bounds = estimate(FERRY, rule)
    assert (bounds.low, bounds.best, bounds.high) == (low, best, high)


def killed(*texts: str, rule: str = "majority", published: str | tuple[str, ...] = "2031-03-11") -> Figure:
    return told(*texts, rule=rule, published=published).figure("killed")


def test_attackers_that_a_number_may_leave_out_raise_high_and_are_told_apart() -> None:
    figure = killed(f"{RAID.format(12)} The gunman was shot dead by police.")
    assert (figure.best, figure.high) == (12, 13)
    assert [(part.population, part.best) for part in figure.parts] == [("attacker", 1)]
    assert "attackers" in figure.notes[0].text


def test_people_told_in_different_articles_raise_high_with_a_note() -> None:
    one, other = "A woman, 34, was shot dead in Varnholt on Monday.", "A boy was shot dead in Varnholt on Monday."
    figure = killed(one, other)
    assert (figure.low, figure.best, figure.high) == (1, 1, 2)
    assert "none says so many" in figure.notes[0].text


def test_the_published_rules_take_the_reported_values_alone() -> None:
    text = f"{RAID.format(12)} The gunman was shot dead by police."
    assert {killed(text, rule=rule).high for rule in ("lowest", "ucdp", "ibc")} == {12}


def test_a_death_that_as_many_lines_do_not_tell_may_be_of_another_event() -> None:
    quiet = "Three people were shot and wounded at the mill in Varnholt on Monday."
    figure = killed("Three people were shot at the mill in Varnholt on Monday. A man died.", quiet)
    assert (figure.low, figure.best) == (0, 1)
    assert "nobody killed" in figure.notes[0].text


def test_a_line_that_tells_of_nobody_hurt_says_nothing_of_the_dead() -> None:
    assert killed(RAID.format(12), "The mill in Varnholt is closed since Monday.").low == 12


def test_the_dead_of_last_weeks_raid_are_not_of_this_one() -> None:
    figure = killed(
        "A man was shot dead at a mill in Varnholt on Monday. His sister honoured two women killed in a fire last week."
    )
    assert figure.best == 1


def test_a_statistic_of_the_year_is_no_count_of_the_event() -> None:
    figure = killed("A man was shot dead in Varnholt on Monday. The city has had 45 homicides in 2031.")
    assert figure.high == 1


def test_who_killed_others_and_himself_is_one_of_the_dead() -> None:
    assert killed("A guard killed four dockers and himself at the mill in Varnholt on Monday.").best == 5


def test_a_toll_that_rose_keeps_the_first_value_as_overtaken() -> None:
    figure = killed(RAID.format(10), RAID.format(14), published=HOURS)
    assert (figure.low, figure.best, figure.high) == (10, 14, 14)
    assert [bool(one.overtaken) for one in figure.values] == [True, False]


def test_a_copy_that_tells_more_overtakes_nothing() -> None:
    first, copy = RAID.format(12), RAID.format(21)
    figure = told(first, copy, lines=("ab",), published=HOURS).figure("killed")
    assert all(not one.overtaken for one in figure.values)


@pytest.mark.parametrize("correction", ["Police lowered the toll of the raid on the mill in Varnholt from 12 to 10.",
                                        "The raid on the mill in Varnholt killed 10 guards, not 12."])  # fmt: skip
def test_a_correction_downwards_stands_for_the_number_that_it_takes_back(correction: str) -> None:
    assert killed(RAID.format(12), correction, published=HOURS).best == 10


@pytest.mark.parametrize(
    ("text", "role", "population", "best"),
    [
        ("About 800 people marched in Tarrow on Monday.", "participants", "people", 800),
        ("Thousands of protesters gathered in Tarrow on Monday.", "participants", "protester", 2000),
        ("The Reed List won 73 of the 329 seats in Sunday's election.", "seats won", "seat", 73),
        ("The council in Tarrow passed the plan by 31 votes to 12.", "votes for", "vote", 31),
        ("The flood in Skarrow caused damage of $2 million.", "damage", "USD", 2_000_000),
        ("Raiders fired three rockets at the mill in Varnholt.", "used", "rocket", 3),
        ("The storm drove 4,000 people from their homes in Skarrow.", "displaced", "people", 4000),
        ("The storm left four sailors critically injured.", "badly injured", "sailor", 4),
        ("Six sailors are missing after the wreck off Skarrow.", "missing", "sailor", 6),
    ],
)
def test_a_number_plays_its_part_in_the_event(text: str, role: str, population: str, best: float) -> None:
    figure = told(text).figure(role)
    assert (figure.population, figure.best) == (population, best)


def test_seats_of_two_parties_are_two_figures() -> None:
    story = told("The Reed List won 73 seats on Sunday.", "The Mill List won 54 seats on Sunday.")
    assert sorted(one.best for one in story.read.figures if one.role == "seats won") == [54, 73]


def test_a_part_makes_no_figure_and_lowers_none() -> None:
    figure = killed("Twelve people, including three children, were killed in Monday's fire in Tarrow.")
    assert (figure.low, figure.best, figure.high) == (12, 12, 12)
    assert [(part.population, part.best) for part in figure.parts] == [("child", 3)]
