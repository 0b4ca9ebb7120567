"""Circumstances of a claim that no sentence of the reports tells. All texts are fiction."""

from __future__ import annotations

from headwater.checking.bearing import Bearing, bearing_of
from headwater.checking.phrases import untold_phrase
from headwater.checking.reports import Reports
from headwater.testing.reading import read_texts
from headwater.text.rewording.sides import side_of


def _bearing(claim: str, report: str) -> Bearing:
    draft, read = read_texts({"draft": claim, "report": report})
    return bearing_of(side_of(draft, draft.sentences[0].span), Reports([read]))


REPORT = """The council will take the name off the bridge. Trade unions were surprised by the vote in spring. \
Masons from Tarrow repaired the bridge after the flood of March."""


def _untold(claim: str) -> str:
    bearing = _bearing(claim, REPORT)
    phrase = untold_phrase(bearing)
    return "" if phrase is None else " ".join(bearing.claim.forms[phrase.first : phrase.last + 1])


def test_an_end_that_nobody_told_is_found_though_its_words_are_told_here_and_there() -> None:
    told = _untold("The council will take the name off the bridge at the request of masons in spring.")
    assert told.startswith("request")


def test_a_circumstance_from_another_sentence_is_told() -> None:
    assert _untold("The council will take the name off the bridge, which masons from Tarrow repaired.") == ""


def test_a_sentence_as_it_stands_has_nothing_untold() -> None:
    assert _untold("The council will take the name off the bridge.") == ""
