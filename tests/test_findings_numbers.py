"""Hard cases of how many: when the numbers of two lines differ, and when they only count different things.

All people and places are invented.
"""

from __future__ import annotations

import pytest
from findings_cases import case, told

from headwater.types import ConflictKind, Status

BLAST = "The blast in Varnholt killed {} people on Monday."
RAID = "The raid on the mill in Varnholt killed {} on Monday."
STORM = "The storm in Skarrow injured {} on Monday."
VOTE = "The Reed List won {} in Sunday's election."

# Each row: two lines, the values of their one conflict of numbers.
CONFLICTS = [
    case("two numbers of one toll", BLAST.format(12), BLAST.format(21), {"12", "21"}),
    case("a number in words", BLAST.format("twelve"), BLAST.format(15), {"twelve", "15"}),
    case("dozens against a dozen", BLAST.format("dozens of"), BLAST.format(12), {"dozens", "12"}),
    case("a least number above the other", BLAST.format("at least 10"), BLAST.format(8), {"at least 10", "8"}),
    case("a most number below the other", BLAST.format("fewer than 10"), BLAST.format(12), {"fewer than 10", "12"}),
    case("ranges apart", BLAST.format("10 to 15"), BLAST.format("20 to 25"), {"10 to 15", "20 to 25"}),
    case("a range and a number outside it", BLAST.format("between 10 and 15"), BLAST.format(20), {"between 10 and 15",
         "20"}),
    case("thousands against hundreds", "Thousands marched in Tarrow on Monday.", "About 800 people marched in "
         "Tarrow on Monday.", {"thousands", "about 800"}),
    case("the hurt", STORM.format("30 sailors"), STORM.format("34 sailors"), {"30", "34"}),
    case("nobody against two", "No one was hurt in the fire at Varnholt.", "Two people were hurt in the fire at "
         "Varnholt.", {"no one", "two"}),
    case("the missing", "Six sailors are missing after the wreck off Skarrow.", "Nine sailors are missing after the "
         "wreck off Skarrow.", {"six", "nine"}),
    case("the arrested", "Police in Tarrow arrested four men after the raid.", "Police in Tarrow arrested seven men "
         "after the raid.", {"four", "seven"}),
    case("children among as many dead", "Twelve people, including three children, were killed in Monday's fire in "
         "Tarrow.", "Twelve people, including five children, were killed in Monday's fire in Tarrow.", {"three",
         "five"}),
    case("weapons", "Raiders attacked the mill in Varnholt with three drones.", "Raiders attacked the mill in "
         "Varnholt with five drones.", {"three", "five"}),
    case("seats", VOTE.format("73 seats"), VOTE.format("54 seats"), {"73", "54"}),
    case("votes", "The Tarrow council passed the plan by 31 votes to 12.", "The Tarrow council passed the plan by "
         "33 votes to 12.", {"31", "33"}),
    case("money", "The flood in Skarrow caused damage of $2 million.", "The flood in Skarrow caused damage of $3 "
         "million.", {"$2 million", "$3 million"}),
    case("shares of the vote", VOTE.format("31 percent of the vote"), VOTE.format("34 percent of the vote"), {"31 "
         "percent", "34 percent"}),
    case("the villagers alone", RAID.format("12 villagers"), RAID.format("15 villagers"), {"12", "15"}),
]  # fmt: skip

# Each row: two lines that can both be right, or that count different things.
AGREE = [
    case("a dozen", BLAST.format(12), BLAST.format("a dozen")),
    case("about a dozen", BLAST.format(13), BLAST.format("about a dozen")),
    case("in words", BLAST.format("twenty-one"), BLAST.format(21)),
    case("at least", BLAST.format("at least 10"), BLAST.format(12)),
    case("up to", BLAST.format("up to 20"), BLAST.format(15)),
    case("a range around the number", BLAST.format("10 to 15"), BLAST.format(12)),
    case("ranges that meet", BLAST.format("between 10 and 15"), BLAST.format("between 14 and 20")),
    case("hundreds", BLAST.format("hundreds of"), BLAST.format(350)),
    case("a comma in thousands", STORM.format("1,200 people"), STORM.format("1200 people")),
    case("a million in digits", "The flood drove 1.2 million people from Skarrow.", "The flood drove 1,200,000 "
         "people from Skarrow."),
    case("killed and killed or wounded", RAID.format("12 people"), "The raid on the mill in Varnholt left 30 people "
         "dead or wounded on Monday."),
    case("killed and casualties", RAID.format("12 people"), "There were 30 casualties in Monday's raid on the mill "
         "in Varnholt."),
    case("attackers counted too", RAID.format("12 people"), "Fifteen people, including three of the attackers, were "
         "killed in Monday's raid on the mill in Varnholt."),
    case("attackers told apart", RAID.format("12 villagers"), "Fifteen people, three attackers among them, died in "
         "Monday's raid on the mill in Varnholt."),
    case("attackers in the next sentence", RAID.format("12 people"), "The raid on the mill in Varnholt killed 15 "
         "people on Monday. Three of the dead were attackers."),
    case("the part and the whole", "Twelve people, including three children, were killed in Monday's fire in Tarrow.",
         "Three children were killed in Monday's fire in Tarrow."),
    case("the part in a clause of its own", "Twelve people, three of them children, were killed in Monday's fire in "
         "Tarrow.", "Monday's fire in Tarrow killed three children."),
    case("the gravely hurt", "The storm in Skarrow injured 30 sailors, four of them critically.", "The storm in "
         "Skarrow left four sailors critically injured."),
    case("others than those", RAID.format("12 soldiers"), RAID.format("20 civilians")),
    case("the same number of others", RAID.format("12 soldiers"), RAID.format("12 civilians")),
    case("men and women", "Two men and a woman were killed in Monday's fire in Tarrow.", "Three people were killed "
         "in Monday's fire in Tarrow."),
    case("people told one by one", "A man and his son were killed in Monday's fire in Tarrow.", "Two people were "
         "killed in Monday's fire in Tarrow."),
    case("a rate", "Fever killed 12 people a day in Skarrow last week.", "Fever killed 84 people in Skarrow last "
         "week."),
    case("a rate for so many heads", "Fever killed 12 people per 1,000 in Skarrow.", "Fever killed 90 people in "
         "Skarrow."),
    case("a share against a count", "The strike at the Tarrow yard was joined by 40 percent of the dockers.",
         "The strike at the Tarrow yard was joined by 300 dockers."),
    case("a rise against a level", "The toll of the fever in Skarrow rose by 12.", "The toll of the fever in "
         "Skarrow rose to 90."),
    case("places summed", "Seven people were killed in Varnholt and five in Skarrow in Monday's storm.", "Twelve "
         "people were killed in Varnholt and Skarrow in Monday's storm.", still="numbers of two places are compared "
         "with their sum"),
    case("other places", "Monday's storm killed seven people in Varnholt.", "Monday's storm killed five people in "
         "Skarrow.", still="the place of a number does not part the figures"),
    case("one place and the whole storm", "Monday's storm killed seven people in Varnholt.", "Monday's storm killed "
         "40 people across the country.", still="the place of a number does not part the figures"),
    case("seats and seats of so many", VOTE.format("73 seats"), VOTE.format("73 of the 329 seats")),
    case("seats and shares", VOTE.format("73 seats"), VOTE.format("31 percent of the vote")),
    case("another list", VOTE.format("73 seats"), "The Mill List won 54 seats in Sunday's election."),
    case("gains against totals", "The Reed List gained 12 seats in Sunday's election.", VOTE.format("73 seats")),
    case("other currencies", "The flood in Skarrow caused damage of €2 million.", "The flood in Skarrow caused "
         "damage of $3 million."),
    case("money in letters", "The flood in Skarrow caused damage of $2m.", "The flood in Skarrow caused damage of 2 "
         "million dollars."),
    case("a fine and a damage", "The court in Tarrow fined the yard $500.", "The yard in Tarrow paid $900 for the "
         "repair."),
    case("held and charged", "Police in Tarrow arrested seven men after the raid.", "Police in Tarrow charged two "
         "men after the raid."),
    case("missing and dead", "Six sailors are missing after the wreck off Skarrow.", "Nine sailors died in the "
         "wreck off Skarrow."),
    case("sent and shot down", "Raiders attacked the mill in Varnholt with three drones.", "Guards shot down two "
         "drones at the mill in Varnholt."),
    case("an age", "A 12-year-old boy was killed in Monday's fire in Tarrow.", "Monday's fire in Tarrow killed a "
         "boy, 12, and nobody else."),
    case("an ordinal", "The sailor was the twelfth victim of the storm in Skarrow.", "The storm in Skarrow has "
         "claimed 12 victims."),
    case("miles", "The wreck lies two miles off Skarrow.", "The wreck lies 3.2 kilometres off Skarrow."),
    case("nobody gravely", "No one was seriously hurt in the fire at Varnholt.", "Two people were hurt in the fire "
         "at Varnholt."),
    case("nobody else", "Two people were hurt in the fire at Varnholt; no one else was hurt.", "Two people were "
         "hurt in the fire at Varnholt."),
    case("nobody of another group", "None of the guards was hurt in the fire at Varnholt.", "Two passengers were "
         "hurt in the fire at Varnholt."),
    case("nobody killed", "No one was killed in the fire at Varnholt.", "Two people were hurt in the fire at "
         "Varnholt."),
    case("feared", "Up to 40 people were feared dead after the blast in Varnholt.", BLAST.format(12)),
    case("might be", "The blast in Varnholt could have killed 200 people.", BLAST.format(12)),
    case("capacity", "The ferry, which can carry 200 people, sank off Skarrow.", "The ferry sank off Skarrow with "
         "90 people aboard."),
]  # fmt: skip

# Each row: the lines, a role, and what its figure must show as low, best and high.
FIGURES = [
    case("most lines", [BLAST.format(12), BLAST.format(12), BLAST.format(15)], "killed", (12, 12, 15)),
    case("a dozen is twelve", [BLAST.format("a dozen"), BLAST.format(12)], "killed", (12, 12, 12)),
    case("people of one article summed", ["A man, his son and a neighbour were killed in Monday's fire in Tarrow."],
         "killed", (3, 3, 3)),
    case("the whole, not its part", ["Twelve people, including three children, were killed in Monday's fire in "
         "Tarrow."], "killed", (12, 12, 12)),
    case("none hurt", ["No one was hurt in the fire at Varnholt."], "injured", (0, 0, 0)),
    case("killed and wounded swapped", ["The raid killed four people and wounded 12.", "The raid killed four people "
         "and wounded 12.", "The raid killed 12 people and wounded four."], "killed", (4, 4, 12)),
    case("places summed in one sentence", ["Monday's storm killed seven people in Varnholt and five in Skarrow.",
         "Monday's storm killed 12 people in Varnholt and Skarrow."], "killed", (12, 12, 12), still="numbers of two "
         "places are not summed"),
    case("a total said so", ["The raid killed seven soldiers and five civilians, bringing the total to 12."], "killed",
         (12, 12, 12)),
    case("attackers told apart", [RAID.format("12 people"), RAID.format("12 people"), "Fifteen people, including "
         "three of the attackers, were killed in Monday's raid on the mill in Varnholt."], "killed", (12, 12, 15)),
    case("arrests", ["Police in Tarrow arrested four men.", "Four men were detained by police in Tarrow."], "arrested",
         (4, 4, 4)),
    case("participants", ["About 800 people marched in Tarrow on Monday, police said. Organisers put the crowd at "
         "5,000."], "participants", (680, 800, 5000)),
    case("missing", ["Six sailors are missing after the wreck off Skarrow.", "Six sailors remained missing after "
         "the wreck off Skarrow."], "missing", (6, 6, 6)),
    case("weapons", ["Raiders attacked the mill in Varnholt with three drones.", "Three drones hit the mill in "
         "Varnholt."], "used", (3, 3, 3)),
    case("seats", [VOTE.format("73 seats"), VOTE.format("73 of the 329 seats")], "seats won", (73, 73, 73)),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other", "values"), CONFLICTS)
def test_numbers_that_exclude_each_other_are_a_conflict_of_two_sides(one: str, other: str, values: set[str]) -> None:
    assert told(one, other).said(ConflictKind.QUANTITY) == [values]


@pytest.mark.parametrize(("one", "other"), AGREE)
def test_numbers_that_can_both_be_right_or_count_other_things_are_no_conflict(one: str, other: str) -> None:
    assert told(one, other).conflicts == ()
    assert told(other, one).conflicts == ()


@pytest.mark.parametrize(("texts", "role", "expected"), FIGURES)
def test_a_figure_shows_its_low_best_and_high(texts: list[str], role: str, expected: tuple[float, ...]) -> None:
    figure = told(*texts).figure(role)
    assert (figure.low, figure.best, figure.high) == expected


def test_killed_and_wounded_that_changed_places_are_two_conflicts() -> None:
    story = told(
        "The raid on Varnholt killed four people and wounded 12.",
        "The raid on Varnholt killed 12 people and wounded four.",
    )
    assert story.said(ConflictKind.QUANTITY) == [{"four", "12"}, {"four", "12"}]


def test_each_side_of_a_number_says_who_gave_it() -> None:
    story = told(
        "The march in Tarrow drew 800 people, police said.", "The march in Tarrow drew 5,000 people, organisers said."
    )
    (conflict,) = story.of(ConflictKind.QUANTITY)
    said = [side.attribution[-1].source for side in conflict.sides]
    assert sorted(story.words(span) for span in said if span is not None) == ["organisers", "police"]


def test_numbers_that_count_the_same_of_other_people_do_not_corroborate_each_other() -> None:
    story = told(RAID.format("12 soldiers"), RAID.format("12 civilians"))
    assert Status.CORROBORATED not in story.statuses("killed", "a")
