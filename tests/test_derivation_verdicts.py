"""What the pair verdict makes of quotes. All people and places are fiction."""

from __future__ import annotations

from headwater.derivations.measures import measure
from headwater.derivations.readings import read_all
from headwater.derivations.verdicts import loan_evidence
from headwater.testing.reading import read_texts
from headwater.types import Evidence

FIRST = '"We were told nothing until the water stood in the cellars,"'
SECOND = '"Nobody from the ministry has called us to this day,"'
THIRD = '"I will not live behind that dam for another winter."'

ONE = f"""\
{FIRST} the baker Odd Tarvik said on the steps of the flooded school in Nessby.

{SECOND} added Marit Loe, who lost her shop.

An old farmer shook his head. {THIRD}
"""
OTHER = f"""\
Anger was growing along the lower Grana river on Thursday. {FIRST} a man shouted.

A shopkeeper agreed: {SECOND} she told this paper.

From the back of the hall came another voice. {THIRD}
"""
TRIMMED = (
    OTHER.replace("We were told nothing until", "Until")
    .replace("from the ministry ", "")
    .replace(" for another winter", "")
)


TIDES = """\
High water at {town} is at {first} on {day} and stands {height} centimetres above the mark.

The ferry to {island} leaves the pier at {second} and takes {minutes} minutes for the crossing.

Anglers who cross the bar are asked to call the harbour office at {office} before {third}.

The lamp on {rock} will be lit from {fourth}, and the bell rings {times} times an hour.
"""
MONDAY = TIDES.format(
    town="Nessby", first="7.15", day="Monday", height=214, island="Sorholm", second="9.40", minutes=35,
    office="Tarvik", third="6.30", fourth="8.05", rock="Gannet Rock", times=4,
)  # fmt: skip
FRIDAY = TIDES.format(
    town="Lomvik", first="3.48", day="Friday", height=187, island="Ystad", second="11.20", minutes=50,
    office="Hestness", third="2.10", fourth="4.55", rock="Seal Rock", times=12,
)  # fmt: skip


def part_of(one: str, other: str, name: str) -> Evidence | None:
    found = measure(*read_all(read_texts({"a": one, "b": other})))
    return next((part for part in loan_evidence(found) if part.name == name), None)


def quotes_of(one: str, other: str) -> Evidence | None:
    return part_of(one, other, "quotes cut alike")


def test_quotes_cut_at_the_same_words_in_one_order_speak_for_copying_and_show_the_first() -> None:
    part = quotes_of(ONE, OTHER)
    assert part is not None
    assert part.score > 3
    assert part.detail == "3 quotes in one order, each cut at the same words"
    assert part.left is not None
    assert part.right is not None
    assert ONE[part.left.start : part.left.end] == OTHER[part.right.start : part.right.end] == FIRST.strip('"')


def test_quotes_of_one_speech_that_were_cut_otherwise_say_nothing() -> None:
    assert quotes_of(ONE, TRIMMED) is None


def test_more_quotes_than_four_say_no_more() -> None:
    many = [f'"We counted exactly {number} boats on the meadow that night," he said.' for number in range(20, 29)]
    four, nine = ("\n\n".join(many[:count]) for count in (4, 9))
    few, all_of_them = quotes_of(four, four + "\n\nNight fell."), quotes_of(nine, nine + "\n\nNight fell.")
    assert few is not None
    assert all_of_them is not None
    assert few.score == all_of_them.score


def test_names_and_numbers_that_differ_in_every_sentence_speak_against_copying() -> None:
    part = part_of(MONDAY, FRIDAY, "a form filled in")
    assert part is not None
    assert part.score < -5
    assert "names and numbers are alike in 4 aligned sentences" in part.detail


def test_a_copy_in_which_two_numbers_were_altered_is_no_form() -> None:
    altered = MONDAY.replace("214", "241").replace("35 minutes", "25 minutes")
    assert part_of(MONDAY, altered, "a form filled in") is None


def test_three_sentences_are_too_few_to_tell_a_form() -> None:
    one, other = ("\n\n".join(text.split("\n\n")[:3]) for text in (MONDAY, FRIDAY))
    assert part_of(one, other, "a form filled in") is None
