"""Exchanges and losses that change a claim, each in a copy that otherwise keeps the words of two sound witnesses.

People and places are invented.
"""

from __future__ import annotations

import pytest
from alteration_helpers import LEAD, alterations_of, found

from headwater.evidence import total

HARMFUL = {
    "the other party": ("role", "The rescuers carried a victim.", "The rescuers carried an attacker."),
    "another office": ("role", "Mayor Ada Brenn closed the bridge.", "Governor Ada Brenn closed the bridge."),
    "another portfolio": (
        "role",
        "Transport Minister Ada Brenn closed the bridge.",
        "Health Minister Ada Brenn closed the bridge.",
    ),
    "another relation": ("role", "Her cousin sold the boat in May.", "Her brother sold the boat in May."),
    "a rank lost": ("role", "The former director left the mill.", "The director left the mill."),
    "another site": ("place", "They met in the school at noon.", "They met in the barracks at noon."),
    "the other side": ("place", "A crowd waited inside the gates.", "A crowd waited outside the gates."),
    "another part of the day": ("date", "Divers went in at dawn.", "Divers went in at dusk."),
    "a floor lost": ("certainty", "The flood drowned at least 40 sheep.", "The flood drowned 40 sheep."),
    "an estimate lost": ("certainty", "About 1,200 people marched.", "1,200 people marched."),
    "may turned into will": (
        "certainty",
        "The unions might start a strike on Monday in the harbour.",
        "The unions will start a strike on Monday in the harbour.",
    ),
    "an age": ("number", "Ada Brenn, 45, a baker, saw it.", "Ada Brenn, 54, a baker, saw it."),
    "a number in a compound": ("number", "She read the 460-page report.", "She read the 640-page report."),
    "letters of a surname": ("name", "It was seen by Ada Wintvik, a baker.", "It was seen by Ada Wintholt, a baker."),
    "a word misread": ("wording corrupted", "The former customs chief wept.", "The farmer customs chief wept."),
    "a word misheard": ("wording corrupted", "Seven troops held the post.", "Seven troupes held the post."),
    "nobody": ("negation", "None of the suspects was known.", "Some of the suspects was known."),
    "without": ("negation", "The ship passed without a remark.", "The ship passed with a remark."),
    "an opposite of public life": (
        "negation",
        "The council opposed the new tax on boats.",
        "The council backed the new tax on boats.",
    ),
    "terms exchanged": (
        "attribution",
        "An official, speaking on condition of anonymity, said a second charge was being prepared.",
        "An official, speaking on the record, said a second charge was being prepared.",
    ),
    "a source lost in a lead that was copied": (
        "attribution",
        "A storm tore the roofs off two barns near the river on Sunday and hurt a farmer, the fire service said.",
        "A storm tore the roofs off two barns near the river on Sunday and hurt a farmer.",
    ),
}
HARMLESS = {
    "two words for who attacked": ("The attackers left by boat.", "The raiders left by boat."),
    "two words for a coast": ("The ship sank off the coast.", "The ship sank off the shoreline."),
    "an office described less closely": ("The governor said the dam would hold.", "Officials said the dam would hold."),
    "another bound": ("About 1,200 people marched.", "Around 1,200 people marched."),
    "a bound in other words": ("At least 40 sheep drowned.", "No fewer than 40 sheep drowned."),
    "a country and its adjective": ("Norway’s fleet sailed on Monday.", "The Norwegian fleet sailed on Monday."),
    "an hour in another style": ("It began at 7:30 a.m. in the port.", "It began at 7:30 am in the port."),
    "police and officers": ("Police held six men.", "Officers held six men."),
    "a spelling of a name": ("Ada Wintvik saw it.", "Ada Wintvick saw it."),
    "British spelling": ("The tyre burst on the kerb.", "The tire burst on the curb."),
    "expected and anticipated": ("The strike is expected to end.", "The strike is anticipated to end."),
}


@pytest.mark.parametrize("case", sorted(HARMFUL))
def test_a_change_of_the_claim_is_told_under_its_kind(case: str) -> None:
    kind, sound, altered = HARMFUL[case]
    head = "" if "lead" in case else f"{LEAD}\n"
    told = found(*(f"{head}{text}" for text in (sound, sound, altered)))
    assert [(one.kind, one.decided) for one in told] == [(kind, True)]


@pytest.mark.parametrize("case", sorted(HARMLESS))
def test_an_edit_that_says_the_same_is_not_told(case: str) -> None:
    sound, edited = HARMLESS[case]
    assert found(*(f"{LEAD}\n{text}" for text in (sound, sound, edited))) == []


def test_every_alteration_says_why_its_reading_is_the_sound_one() -> None:
    sound, altered = "The flood killed 14 farmers.", "The flood killed 40 farmers."
    _, (one,) = alterations_of([sound, sound, altered])
    assert one.why == "2 articles of the line read so, 1 the other way"


def test_the_evidence_of_an_alteration_adds_up_to_more_than_even_odds() -> None:
    sound, altered = "The flood killed 14 farmers.", "The flood killed 40 farmers."
    _, (one,) = alterations_of([sound, sound, altered])
    assert one.evidence[0].name == "number"
    assert total(one.evidence) >= 0


def test_more_of_the_passage_kept_is_more_evidence() -> None:
    tail = "when the river rose over the meadows of the lower valley"
    short = alterations_of([f"The flood killed {n} farmers." for n in (14, 14, 40)])[1]
    long = alterations_of([f"The flood killed {n} farmers {tail}." for n in (14, 14, 40)])[1]
    assert total(long[0].evidence) > total(short[0].evidence)
