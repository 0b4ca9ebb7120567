"""Each kind of alteration along a copy, told like news, and beside it a twin: a like edit that does no harm.

Two articles keep the words; a third, a copy too, has changed them. All people and places are invented.
"""

from __future__ import annotations

import pytest
from alteration_helpers import LEAD, Told, found
from findings_cases import case

from headwater.types import AlterationKind

HARM = [
    case("a number", "Raiders killed 12 guards at the mill in Brannick.", "Raiders killed 21 guards at the mill in "
         "Brannick.", AlterationKind.NUMBER, "21"),
    case("a number in words", "The storm sank four ferries off Skarrow.", "The storm sank fourteen ferries off "
         "Skarrow.", AlterationKind.NUMBER, "fourteen"),
    case("a sum of money", "The yard paid $2.4 million for the crane.", "The yard paid $24 million for the crane.",
         AlterationKind.NUMBER, "$24 million"),
    case("a share", "Turnout in Skarrow fell to 41 percent.", "Turnout in Skarrow fell to 14 percent.",
         AlterationKind.NUMBER, "14 percent"),
    case("thousands for millions", "The flood drove 2 million people from Skarrow.", "The flood drove 2 thousand "
         "people from Skarrow.", AlterationKind.NUMBER, "2 thousand"),
    case("a year", "The mill was built in 1911 by the river.", "The mill was built in 1991 by the river.",
         AlterationKind.DATE, "1991"),
    case("a weekday", "The council will vote on the dam on Friday.", "The council will vote on the dam on Sunday.",
         AlterationKind.DATE, "Sunday"),
    case("an hour", "The ferry left Skarrow at 6 p.m. on Monday.", "The ferry left Skarrow at 6 a.m. on Monday.",
         AlterationKind.DATE, "6 a.m.", still="a.m. for p.m. is not found"),
    case("a first name", "Orla Venn opened the bridge in Brannick.", "Erla Stamm opened the bridge in Brannick.",
         AlterationKind.NAME, "Erla Stamm"),
    case("a body", "The River Board closed the lock in Brannick.", "The Harbour Board closed the lock in Brannick.",
         AlterationKind.NAME, "Harbour"),
    case("a town", "The ferry sank off Skarrow on Monday.", "The ferry sank off Lindmoor on Monday.",
         AlterationKind.PLACE, "Lindmoor"),
    case("north for south", "The fire broke out in the north of Brannick.", "The fire broke out in the south of "
         "Brannick.", AlterationKind.PLACE, "south"),
    case("a not lost", "Investigators found no sign of a gas leak at the mill.", "Investigators found a sign of a "
         "gas leak at the mill.", AlterationKind.NEGATION, "a"),
    case("a never lost", "Marek Solt never signed the contract with the yard.", "Marek Solt signed the contract "
         "with the yard.", AlterationKind.NEGATION, "signed"),
    case("denied for confirmed", "The ministry denied that the dam had failed.", "The ministry confirmed that the "
         "dam had failed.", AlterationKind.NEGATION, "confirmed", still="the words shown are not those exchanged"),
    case("who hit whom", "A guard struck the farmer with a stick in Brannick.", "A farmer struck the guard with a "
         "stick in Brannick.", AlterationKind.ROLE, "farmer"),
    case("who sold to whom", "The yard sold the crane to the city of Brannick.", "The city of Brannick sold the "
         "crane to the yard.", AlterationKind.ROLE, "city of Brannick", still="seller and buyer exchanged are not "
         "found"),
    case("may lost", "The blaze may have been set by smugglers, and police are looking for them.", "The blaze was "
         "set by smugglers, and police are looking for them.", AlterationKind.CERTAINTY, "was set"),
    case("alleged lost", "Police arrested the alleged leader of the raiders on Monday.", "Police arrested the "
         "leader of the raiders on Monday.", AlterationKind.CERTAINTY, "leader"),
    case("could become will", "The dam could fail within days, and farmers are leaving the valley.", "The dam will "
         "fail within days, and farmers are leaving the valley.", AlterationKind.CERTAINTY, "will", still="a modal "
         "made stronger is not found"),
    case("the source lost", "The guards had fled before the raid, Mayor Ada Holm told reporters on Monday.", "The "
         "guards had fled before the raid, and the gate was open on Monday.", AlterationKind.ATTRIBUTION, "The "
         "guards had fled before the raid"),
    case("another source", "The guards had fled before the raid, according to the mayor.", "The guards had fled "
         "before the raid, according to the raiders.", AlterationKind.ATTRIBUTION, "raiders"),
    case("an unnamed source called named", "The guards had fled, an official said on condition of anonymity.",
         "The guards had fled, an official said on the record.", AlterationKind.ATTRIBUTION, "on the record"),
    case("the marks lost", "“They came out of the fog and fired at everyone,” said Ilka Morn, who runs a kiosk.",
         "They came out of the fog and fired at everyone, said Ilka Morn, who runs a kiosk.",
         AlterationKind.MARKS_LOST, "They came out of the fog and fired at everyone"),
    case("a set phrase broken", "Police fired rubber bullets at the crowd in Brannick.", "Police fired elastic "
         "bullets at the crowd in Brannick.", AlterationKind.WORDING, "elastic bullets"),
    case("a synonym of another sense", "The court of appeal in Brannick upheld the sentence.", "The court of "
         "attraction in Brannick upheld the sentence.", AlterationKind.WORDING, "court of attraction", still="a set "
         "phrase with a noun of another sense is not found"),
]  # fmt: skip

TWINS = [
    case("a number in figures", "Raiders killed twelve guards at the mill in Brannick.", "Raiders killed 12 guards "
         "at the mill in Brannick."),
    case("a number of another thing added", "Raiders killed 12 guards at the mill in Brannick.", "Raiders killed 12 "
         "guards at the mill in Brannick, which has 40 rooms."),
    case("money in letters", "The yard paid $2.4 million for the crane.", "The yard paid $2.4m for the crane."),
    case("per cent", "Turnout in Skarrow fell to 41 percent.", "Turnout in Skarrow fell to 41 per cent."),
    case("a million in digits", "The flood drove 2 million people from Skarrow.", "The flood drove 2,000,000 people "
         "from Skarrow."),
    case("the year left out", "The mill was built in May 1911 by the river.", "The mill was built in 1911 by the "
         "river."),
    case("the weekday as a date", "The council will vote on the dam on Friday.", "The council will vote on the dam "
         "on May 16."),
    case("the hour in figures", "The ferry left Skarrow at 6 p.m. on Monday.", "The ferry left Skarrow at 18:00 on "
         "Monday."),
    case("a first name left out", "Orla Venn opened the bridge in Brannick.", "Venn opened the bridge in Brannick."),
    case("another spelling", "Karim al-Tawari left the talks in Brannick.", "Kareem al-Tawari left the talks in "
         "Brannick."),
    case("a body in short", "The River Board (RB) closed the lock in Brannick.", "The RB closed the lock in Brannick."
         ),
    case("a wider place", "The ferry sank off Skarrow on Monday.", "The ferry sank off the coast near Skarrow on "
         "Monday."),
    case("northern", "The fire broke out in the north of Brannick.", "The fire broke out in northern Brannick."),
    case("not any", "Investigators found no sign of a gas leak at the mill.", "Investigators did not find any sign "
         "of a gas leak at the mill.", still="a negation that moved to the verb is taken for one that was lost"),
    case("never and not ever", "Marek Solt never signed the contract with the yard.", "Marek Solt did not ever sign "
         "the contract with the yard.", still="“not ever” is not read as never"),
    case("rejected a claim", "The ministry denied that the dam had failed.", "The ministry rejected claims that the "
         "dam had failed."),
    case("the passive", "A guard struck the farmer with a stick in Brannick.", "The farmer was struck by a guard "
         "with a stick in Brannick."),
    case("bought from", "The yard sold the crane to the city of Brannick.", "The city of Brannick bought the crane "
         "from the yard.", still="converse verbs are taken for exchanged roles"),
    case("may and might", "The blaze may have been set by smugglers, and police are looking for them.", "The blaze "
         "might have been set by smugglers, and police are looking for them."),
    case("alleged and suspected", "Police arrested the alleged leader of the raiders on Monday.", "Police arrested "
         "the suspected leader of the raiders on Monday."),
    case("may and possibly", "The dam could fail within days, and farmers are leaving the valley.", "The dam might "
         "fail within days, and farmers are leaving the valley."),
    case("the source in front", "The guards had fled before the raid, Mayor Ada Holm told reporters on Monday.",
         "Mayor Ada Holm told reporters on Monday that the guards had fled before the raid."),
    case("the source by her office", "The guards had fled before the raid, according to Mayor Ada Holm.", "The "
         "guards had fled before the raid, according to the mayor."),
    case("anonymity in other words", "The guards had fled, an official said on condition of anonymity.", "The "
         "guards had fled, said an official who asked not to be named."),
    case("a quote made indirect", "“The dam is safe,” Ilka Morn said.", "Ilka Morn said that the dam was safe."),
    case("other marks", "“They came out of the fog and fired at everyone,” said Ilka Morn.", "\"They came out of "
         "the fog and fired at everyone,\" said Ilka Morn."),
    case("plastic for rubber", "Police fired rubber bullets at the crowd in Brannick.", "Police shot rubber bullets "
         "at the crowd in Brannick."),
    case("the appeals court", "The court of appeal in Brannick upheld the sentence.", "The appeals court in "
         "Brannick upheld the sentence."),
]  # fmt: skip


def _copied(sound: str, other: str) -> list[Told]:
    return found(f"{LEAD}\n{sound}", f"{LEAD}\n{sound}", f"{LEAD}\n{other}")


@pytest.mark.parametrize(("sound", "changed", "kind", "words"), HARM)
def test_a_change_along_a_copy_is_found_typed_and_decided_by_the_witnesses(
    sound: str, changed: str, kind: AlterationKind, words: str
) -> None:
    (one,) = _copied(sound, changed)
    assert one.kind == kind.value
    assert words in one.altered
    assert one.decided


@pytest.mark.parametrize(("sound", "other"), TWINS)
def test_its_harmless_twin_raises_nothing(sound: str, other: str) -> None:
    assert _copied(sound, other) == []


BETWEEN = [
    case("a number", "Raiders killed 12 guards in Brannick.", "Raiders killed 21 guards in Brannick."),
    case("a day", "The council will vote on Friday.", "The council will vote on Sunday."),
    case("a place", "The ferry sank off Skarrow on Monday.", "The ferry sank off Lindmoor on Monday."),
    case("a not", "Marek Solt never signed the contract.", "Marek Solt signed the contract."),
]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), BETWEEN)
def test_a_difference_between_lines_is_no_alteration(one: str, other: str) -> None:
    assert found(f"{LEAD}\n{one}", f"{LEAD}\n{one}", f"{LEAD}\n{other}", lines=("a", "b", "c")) == []
