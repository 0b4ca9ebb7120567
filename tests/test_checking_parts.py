"""Who did it and to whom: a part of a claim on the other side of its deed. All texts are fiction."""

from __future__ import annotations

import pytest

from headwater.checking.bearing import Bearing, bearing_of
from headwater.checking.parts import deeds_of, turned_part
from headwater.checking.reports import Reports
from headwater.testing.reading import read_texts
from headwater.text.rewording.sides import side_of


def _bearing(claim: str, report: str) -> Bearing:
    draft, read = read_texts({"draft": claim, "report": report})
    return bearing_of(side_of(draft, draft.sentences[0].span), Reports([read]))


PRAISE = "The governor praised the nurses of Tarrow."


@pytest.mark.parametrize("claim", ["The nurses praised the governor.", "The governor was praised by the nurses."])
def test_doer_and_sufferer_in_each_others_place_are_found(claim: str) -> None:
    bearing = _bearing(claim, PRAISE)
    turned = turned_part(bearing)
    assert turned is not None
    assert bearing.claim.forms[turned.deed] == "praised"


@pytest.mark.parametrize("claim", ["The governor praised the nurses.", "The nurses were praised by the governor."])
def test_the_passive_exchanges_nobody(claim: str) -> None:
    assert turned_part(_bearing(claim, PRAISE)) is None


@pytest.mark.parametrize(
    ("claim", "report"),
    [
        ("Two smugglers arrested the guards on Monday.", "Two smugglers were detained near the river on Monday."),
        ("The guards were arrested by two smugglers.", "Two smugglers were under arrest on Monday, a clerk said."),
        ("Two smugglers arrested the guards.", "The arrest of two smugglers calmed Tarrow."),
        ("The village attacked the rebels.", "The rebels’ attack on the village lasted an hour."),
        ("The bank raided the rebels.", "The rebels who raided the bank fled in a van."),
    ],
)
def test_one_who_suffers_a_deed_in_the_report_does_not_do_it(claim: str, report: str) -> None:
    assert turned_part(_bearing(claim, report)) is not None


@pytest.mark.parametrize(
    ("claim", "report"),
    [
        ("The storm sank the ferry.", "The ferry sank in the storm."),
        ("Police detained two smugglers.", "Two smugglers were arrested by police on Monday."),
        ("The mayor met the envoy.", "The envoy met the mayor in Tarrow."),
        ("The firm runs the dock.", "The dock is run by the firm, which bought it in spring."),
        ("The blast killed four clerks.", "Four clerks died in the blast."),
    ],
)
def test_the_same_told_otherwise_turns_nobody(claim: str, report: str) -> None:
    assert turned_part(_bearing(claim, report)) is None


def test_one_sentence_that_agrees_is_enough() -> None:
    report = "The mayor sued the firm in spring. In turn the firm sued the mayor on Monday."
    assert turned_part(_bearing("The firm sued the mayor.", report)) is None


def test_a_second_verb_has_the_subject_of_the_first() -> None:
    side = _bearing("Rebels stormed the hall and burned the archive.", PRAISE).claim
    parts = deeds_of(side)[side.forms.index("burned")]
    assert {side.forms[word] for word in parts.doers} == {"rebels"}
    assert {side.forms[word] for word in parts.sufferers} == {"archive"}
