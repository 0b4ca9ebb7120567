"""What a claim's denial denies, and whether the reports deny the same. All texts are fiction."""

from __future__ import annotations

import pytest

from headwater.checking.bearing import Bearing, bearing_of
from headwater.checking.denials import denied_as, denied_otherwise, is_bound
from headwater.checking.reports import Reports
from headwater.testing.reading import read_texts
from headwater.text.rewording.sides import side_of


def _bearing(claim: str, report: str) -> Bearing:
    draft, read = read_texts({"draft": claim, "report": report})
    return bearing_of(side_of(draft, draft.sentences[0].span), Reports([read]))


def _denied(claim: str, report: str, word: str) -> str:
    bearing = _bearing(claim, report)
    return denied_as(bearing, bearing.claim.lemmas.index(word))


@pytest.mark.parametrize(
    ("claim", "report", "word"),
    [
        ("The guards did not open the gate.", "The guards didn’t open the gate on Monday.", "not"),
        ("The tower had no roof.", "The tower did not have a roof then.", "no"),
        ("The gate was not locked.", "The clerk denied that the gate had been locked.", "not"),
        ("Nobody was hurt.", "Nobody was hurt in Orvel.", "nobody"),
    ],
)
def test_a_denial_of_the_same_word_is_met(claim: str, report: str, word: str) -> None:
    assert _denied(claim, report, word) == "met"


@pytest.mark.parametrize(
    ("claim", "report"),
    [
        (
            "The dock is not run by Orvel Freight.",
            "Orvel Freight, which runs the dock, denied that grain was kept there.",
        ),
        ("The gate was not locked.", "The gate was locked, and no guard was near."),
    ],
)
def test_a_denial_of_something_else_bears_no_denial_out(claim: str, report: str) -> None:
    assert _denied(claim, report, "not") == "absent"


def test_what_is_denied_in_other_words_is_akin() -> None:
    assert _denied("The gate had not been bolted.", "The guards never shut the gate at night.", "not") == "akin"


def test_a_bound_denies_nothing() -> None:
    side = _bearing("No fewer than twelve guards were hurt.", "At least 12 guards were hurt.").claim
    assert is_bound(side, side.lemmas.index("no"))


@pytest.mark.parametrize(
    ("claim", "report"),
    [
        ("No group claimed responsibility.", "The Orvel Front, a banned group, claimed responsibility in a leaflet."),
        ("The Orvel Front claimed responsibility.", "No group claimed responsibility on Monday."),
        ("The guards opened the gate.", "The guards did not open the gate on Mill Street."),
    ],
)
def test_a_deed_done_on_one_side_and_denied_on_the_other_is_found(claim: str, report: str) -> None:
    assert list(denied_otherwise(_bearing(claim, report)))


@pytest.mark.parametrize(
    ("claim", "report"),
    [
        ("No group claimed responsibility.", "Nobody claimed responsibility in Orvel."),
        ("No group claimed responsibility.", "Officials fear that the Front may claim responsibility."),
        ("The guards opened the gate.", "The guards did not open the safe."),
    ],
)
def test_another_deed_or_one_that_may_be_done_denies_nothing(claim: str, report: str) -> None:
    assert not list(denied_otherwise(_bearing(claim, report)))
