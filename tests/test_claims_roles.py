"""Who does what to whom, where and with what: the roles of claims. All people and places are invented."""

from __future__ import annotations

import pytest

from headwater.testing.reading import read_story


def _roles(text: str, event: str) -> dict[str, str]:
    story = read_story({"a": text}, published="2031-03-11")
    claim = next(claim for claim in story.claims if claim.event == event)
    return {role.name: text[role.span.start : role.span.end] for role in claim.roles}


def test_coordinated_verbs_share_the_subject() -> None:
    assert _roles("Gunmen raided the mill and burned two barns.", "burn") == {"agent": "Gunmen", "patient": "two barns"}


def test_a_passive_in_coordination_makes_the_shared_subject_its_patient() -> None:
    assert _roles("Two guards left the mill and were killed by gunmen.", "kill") == {
        "agent": "gunmen",
        "patient": "Two guards",
    }


def test_a_clause_with_a_subject_of_its_own_takes_no_other() -> None:
    assert _roles("Gunmen raided the mill and the guards fled the yard.", "flee")["agent"] == "the guards"


def test_a_relative_pronoun_stands_for_what_the_clause_is_about() -> None:
    roles = _roles("Raiders who came by boat burned the mill.", "come")
    assert roles["agent"] == "Raiders"


def test_a_reduced_clause_has_its_noun_as_patient() -> None:
    roles = _roles("Guards found a man shot by raiders near the mill.", "shoot")
    assert (roles["patient"], roles["agent"]) == ("a man", "raiders")


def test_means_that_act_are_instruments_and_people_are_agents() -> None:
    assert _roles("The mill was hit by two drones.", "hit") == {"patient": "The mill", "instrument": "two drones"}
    assert _roles("The mill was hit by two drunkards.", "hit") == {"patient": "The mill", "agent": "two drunkards"}


@pytest.mark.parametrize(
    ("text", "event", "place"),
    [
        ("Gunmen killed two guards near the mill.", "kill", "the mill"),
        ("Gunmen killed two guards in Varnholt.", "kill", "Varnholt"),
        ("Raiders shot a guard in the neck.", "shoot", None),
        ("The guards fled in panic.", "flee", None),
        ("The council was split on the question.", "split", None),
    ],
)
def test_only_what_can_be_a_place_is_one(text: str, event: str, place: str | None) -> None:
    assert _roles(text, event).get("place") == place


@pytest.mark.parametrize(
    ("text", "event_class"),
    [
        ("The Reed Front carried out an attack on the mill.", "attack"),
        ("The attack was carried out with two drones.", "attack"),
        ("Police made an arrest in Varnholt.", "arrest"),
        ("The guards carried two boxes to the mill.", ""),
    ],
)
def test_a_light_verb_has_the_class_of_its_noun(text: str, event_class: str) -> None:
    claims = read_story({"a": text}).claims
    assert [claim.event_class for claim in claims if claim.event in {"carry", "make"}] in ([event_class], ["transport"])
    assert len(claims) == 1
