"""Hard cases of yes and no: denials, double negations, conditions, hedges, questions, rivals. All is fiction."""

from __future__ import annotations

import pytest
from findings_cases import Told, case, told

from headwater.types import Certainty, ClaimKind, ConflictKind, Status

# Each row: two lines of which one says yes and the other no in its own voice.
DISPUTED = [
    case("did and did not", "The guards locked the gate of the mill in Varnholt on Monday.", "The guards did not "
         "lock the gate of the mill in Varnholt on Monday."),
    case("never", "The dam above Skarrow failed on Monday.", "The dam above Skarrow never failed on Monday."),
    case("no boat", "A ferry sank off Skarrow on Monday.", "No ferry sank off Skarrow on Monday."),
    case("it was not so that", "The guards fled the mill in Varnholt.", "It is not the case that the guards fled "
         "the mill in Varnholt."),
    case("failed to", "The council in Tarrow approved the dam.", "The council in Tarrow failed to approve the dam."),
    case("neither", "Orla Venn and Marek Solt signed the contract in Tarrow.", "Neither Orla Venn nor Marek Solt "
         "signed the contract in Tarrow."),
    case("refused", "Marek Solt signed the contract in Tarrow.", "Marek Solt refused to sign the contract in Tarrow.",
         still="only events of a class are compared for denial"),
    case("opposite verbs", "The council in Tarrow approved the dam on Monday.", "The council in Tarrow rejected the "
         "dam on Monday."),
    case("lived and died", "The captain survived the wreck off Skarrow.", "The captain was killed in the wreck off "
         "Skarrow.", still="opposite verbs are not compared"),
]  # fmt: skip

# Each row: two lines that can both be right, though one of them has a "not", an "if", a "may" or a question mark.
UNDISPUTED = [
    case("a double negation", "The dam above Skarrow failed on Monday.", "It is not true that the dam above Skarrow "
         "did not fail on Monday."),
    case("nobody denies", "The guards fled the mill in Varnholt.", "No one denies that the guards fled the mill in "
         "Varnholt."),
    case("did not fail to", "The council in Tarrow approved the dam.", "The council in Tarrow did not fail to "
         "approve the dam."),
    case("not without", "Marek Solt left the court in Tarrow with a lawyer.", "Marek Solt did not leave the court "
         "in Tarrow without a lawyer."),
    case("did not deny", "The guards fled the mill in Varnholt.", "Orla Venn did not deny that the guards had fled "
         "the mill in Varnholt."),
    case("a condition", "The dam above Skarrow did not fail.", "If the dam above Skarrow fails, the town will be "
         "flooded."),
    case("a condition that was not met", "The guards did not lock the gate in Varnholt.", "Had the guards locked "
         "the gate in Varnholt, nobody would have been hurt."),
    case("unless", "The yard in Tarrow was not closed.", "The yard in Tarrow will be closed unless the strike ends."),
    case("may have", "The guards did not lock the gate in Varnholt.", "The guards may have locked the gate in "
         "Varnholt."),
    case("could not say whether", "The guards locked the gate in Varnholt.", "Police could not say whether the "
         "guards had locked the gate in Varnholt."),
    case("could not confirm", "The guards locked the gate in Varnholt.", "Police could not confirm that the guards "
         "had locked the gate in Varnholt."),
    case("do not believe", "Marek Solt set the fire at the mill in Varnholt.", "Police do not believe that Marek "
         "Solt set the fire at the mill in Varnholt."),
    case("a question in a headline", "The guards did not flee the mill in Varnholt.", "Did the guards flee the mill "
         "in Varnholt?"),
    case("a question with a reason", "Orla Venn did not sell the dam.", "Why did Orla Venn sell the dam?\n\nThe "
         "council in Tarrow met on Monday."),
    case("planned", "Orla Venn did not resign.", "Orla Venn plans to resign on Friday."),
    case("called on to", "Orla Venn did not resign.", "Marek Solt called on Orla Venn to resign."),
    case("threatened to", "The dockers in Tarrow did not strike.", "The dockers in Tarrow threatened to strike."),
    case("another who", "Orla Venn did not sign the contract.", "Marek Solt signed the contract."),
    case("another what", "Orla Venn did not sign the contract in Tarrow.", "Orla Venn signed the letter in Tarrow."),
    case("another day", "The council in Tarrow did not meet on Monday.", "The council in Tarrow met on Tuesday."),
    case("not only", "Orla Venn sold the dam.", "Orla Venn not only sold the dam but also the mill."),
    case("not alone", "Marek Solt set the fire at the mill in Varnholt.", "Marek Solt did not set the fire at the "
         "mill in Varnholt alone."),
    case("not until", "The gate in Varnholt opened at noon on Monday.", "The gate in Varnholt did not open until "
         "noon on Monday."),
    case("not because", "Orla Venn resigned on Monday.", "Orla Venn did not resign because of the dam, but because "
         "she was ill."),
    case("no comment", "Orla Venn sold the dam.", "Orla Venn did not say whether she had sold the dam."),
    case("two opinions", "“The dam is a blessing for Skarrow,” Orla Venn said.", "“The dam is no blessing for "
         "Skarrow,” Marek Solt said."),
]  # fmt: skip

# Each row: two lines that give rival answers, the kind of their conflict, and the words that differ.
RIVALS = [
    case("a rocket or a drone", "A rocket hit the mill in Varnholt on Monday.", "A drone hit the mill in Varnholt "
         "on Monday.", ConflictKind.CATEGORY),
    case("shot or stabbed", "Marek Solt was shot dead in Tarrow on Monday.", "Marek Solt was stabbed to death in "
         "Tarrow on Monday.", ConflictKind.CATEGORY),
    case("a gas leak or a bomb", "The blast at the mill in Varnholt was caused by a gas leak.", "The blast at the "
         "mill in Varnholt was caused by a bomb.", ConflictKind.CATEGORY),
    case("from a roof or from a car", "The gunman fired at the crowd in Tarrow from a roof.", "The gunman fired at "
         "the crowd in Tarrow from a car.", ConflictKind.PLACE, still="rival categories and places are not compared "
         "yet"),
    case("two towns", "The ferry sank off Skarrow on Monday.", "The ferry sank off Lindmoor on Monday.",
         ConflictKind.PLACE, still="rival categories and places are not compared yet"),
    case("two culprits", "The Reed Front attacked the mill in Varnholt on Monday.", "The Mill Guard attacked the "
         "mill in Varnholt on Monday.", ConflictKind.ROLE),
]  # fmt: skip

# Each row: two lines whose words differ and that can both be right.
NO_RIVALS = [
    case("a drone and an unmanned aircraft", "A drone hit the mill in Varnholt on Monday.", "An unmanned aircraft "
         "hit the mill in Varnholt on Monday."),
    case("a rocket and a projectile", "A rocket hit the mill in Varnholt on Monday.", "A projectile hit the mill in "
         "Varnholt on Monday."),
    case("killed and shot dead", "Marek Solt was killed in Tarrow on Monday.", "Marek Solt was shot dead in Tarrow "
         "on Monday."),
    case("the mill and its gate", "A rocket hit the mill in Varnholt on Monday.", "A rocket hit the gate of the "
         "mill in Varnholt on Monday."),
    case("a place in a place", "The ferry sank off Skarrow, in Lindmoor province, on Monday.", "The ferry sank in "
         "Lindmoor province on Monday."),
    case("a quarter of a town", "A bomb went off in Tarrow on Monday.", "A bomb went off in the old quarter of "
         "Tarrow on Monday."),
    case("a body and its member", "The council in Tarrow sold the dam.", "Orla Venn, who heads the council in "
         "Tarrow, sold the dam."),
    case("gunmen and a group", "Gunmen attacked the mill in Varnholt on Monday.", "The Reed Front attacked the mill "
         "in Varnholt on Monday."),
    case("two rockets of one day", "A rocket hit the mill in Varnholt on Monday. A drone hit the quay.", "A drone "
         "hit the quay in Varnholt on Monday."),
]  # fmt: skip


def _opposed(story: Told) -> list[ConflictKind]:
    return [one.kind for one in story.conflicts]


@pytest.mark.parametrize(("yes", "no"), DISPUTED)
def test_what_one_line_asserts_and_another_denies_is_one_conflict(yes: str, no: str) -> None:
    story = told(yes, no)
    assert len(story.conflicts) == 1
    assert [side.articles for side in story.conflicts[0].sides] == [("a",), ("b",)]


@pytest.mark.parametrize(("one", "other"), UNDISPUTED)
def test_what_is_not_asserted_or_not_of_the_same_is_in_no_conflict(one: str, other: str) -> None:
    assert _opposed(told(one, other)) == []
    assert _opposed(told(other, one)) == []


@pytest.mark.parametrize(("one", "other", "kind"), RIVALS)
def test_rival_answers_to_one_question_are_a_conflict(one: str, other: str, kind: ConflictKind) -> None:
    assert _opposed(told(one, other)) == [kind]


@pytest.mark.parametrize(("one", "other"), NO_RIVALS)
def test_other_words_for_what_can_be_one_thing_are_no_conflict(one: str, other: str) -> None:
    assert _opposed(told(one, other)) == []


# --- at the level of the denier --------------------------------------------------------------------------------------

SHOT = "Guards shot at the crowd in Varnholt on Monday."
DENIED = "The River Board denied that guards had shot at the crowd in Varnholt on Monday."


def test_a_denial_is_a_side_of_its_own_and_says_who_denies() -> None:
    story = told(SHOT, DENIED)
    (conflict,) = story.of(ConflictKind.DENIAL)
    yes, no = conflict.sides
    assert (yes.articles, no.articles) == (("a",), ("b",))
    assert [story.words(link.source) for link in no.attribution if link.source] == ["The River Board"]


def test_what_is_denied_is_not_corroborated_by_the_denial() -> None:
    statuses = told(SHOT, DENIED).statuses("shot", "a")
    assert Status.CORROBORATED not in statuses
    assert Status.DISPUTED in statuses


def test_what_two_lines_assert_and_a_third_denies_has_two_lines_behind_it() -> None:
    story = told(SHOT, "On Monday, guards shot at the crowd in Varnholt.", DENIED)
    assert story.statuses("shot", "a")[Status.CORROBORATED].startswith("2 lines")


def test_a_denial_that_two_lines_report_is_no_conflict_and_is_corroborated() -> None:
    story = told(DENIED, "Guards did not shoot at the crowd in Varnholt on Monday, the River Board said.")
    assert story.conflicts == ()
    assert story.claim("shot", "a").negated
    assert story.statement("shot", "a").lines.best == 2


def test_an_accusation_and_its_denial_that_all_lines_report_are_no_conflict_between_them() -> None:
    story = told(
        "Orla Venn said the guards had fled the mill in Varnholt. Marek Solt denied that they had fled.",
        "Marek Solt denied that the guards had fled the mill in Varnholt. Orla Venn said they had.",
    )
    assert story.of(ConflictKind.POLARITY) == []


def test_what_somebody_denies_is_not_told_as_the_newsroom_s_word() -> None:
    claim = told("Marek Solt denied that he had taken the money of the River Board.").claim("taken")
    assert claim.negated
    assert claim.attribution


def test_a_negation_above_a_belief_is_a_hedged_denial() -> None:
    claim = told("Police do not believe that Marek Solt set the fire at the mill in Varnholt.").claim("set")
    assert claim.negated
    assert claim.certainty is not Certainty.CERTAIN


def test_two_negations_assert() -> None:
    story = told("It is not true that the dam above Skarrow did not fail on Monday.")
    assert not story.claim("fail").negated


def test_an_unmet_condition_asserts_nothing() -> None:
    story = told("Had the guards locked the gate in Varnholt, nobody would have been hurt.")
    assert all(claim.certainty is not Certainty.CERTAIN or claim.negated for claim in story.claims("locked"))


def test_a_question_asserts_nothing() -> None:
    for claim in told("Did the guards flee the mill in Varnholt?").claims("flee"):
        assert claim.certainty is Certainty.UNDERSPECIFIED


def test_a_question_in_a_headline_corroborates_nothing() -> None:
    story = told("The guards fled the mill in Varnholt.", "Did the guards flee the mill in Varnholt?")
    assert Status.CORROBORATED not in story.statuses("fled")


def test_what_one_line_hedges_and_another_asserts_is_not_corroborated_flatly() -> None:
    story = told("The guards locked the gate in Varnholt.", "The guards may have locked the gate in Varnholt.")
    assert Status.CORROBORATED not in story.statuses("locked", "a")


def test_a_condition_corroborates_nothing() -> None:
    story = told("The dam above Skarrow failed.", "If the dam above Skarrow fails, the town will be flooded.")
    assert Status.CORROBORATED not in story.statuses("failed")


def test_an_opinion_is_no_event() -> None:
    story = told("“The raid is a disgrace for all of Varnholt,” Orla Venn said.")
    assert {claim.kind for claim in story.read.claims if claim.attribution} == {ClaimKind.OPINION}


def test_the_fact_inside_an_opinion_is_an_event() -> None:
    story = told("Orla Venn called the raid that killed 12 people on Monday a disgrace.")
    assert story.claim("killed").kind is ClaimKind.EVENT
