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


def quotes_of(one: str, other: str) -> Evidence | None:
    found = measure(*read_all(read_texts({"a": one, "b": other})))
    return next((part for part in loan_evidence(found) if part.name == "quotes cut alike"), None)


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
