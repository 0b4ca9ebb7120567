"""Sources that a claim leaves out, and those that it does not. All texts are fiction."""

from __future__ import annotations

import pytest

from headwater.checking.attributions import source_left_out
from headwater.checking.looking import look, read_together
from headwater.testing.reading import read_texts


def _left_out(draft: str, *reports: str) -> str:
    """The source that the first claim of a draft leaves out; '' if none."""
    read, *documents = read_texts({"draft": draft, **{f"r{number}": text for number, text in enumerate(reports)}})
    reading = read_together(read, documents, {document.article.id: document.article.id for document in documents})
    found = source_left_out(look(reading)[0].bearing, reading.quotes)
    return "" if found is None else reading.reports.read(found)


FUND = "Two people familiar with the matter said the fund had rejected a rescue offer from a buyer in the spring."


@pytest.mark.parametrize(
    ("draft", "report", "source"),
    [
        (
            "The fund had rejected a rescue offer from a buyer in the spring.",
            FUND,
            "Two people familiar with the matter",
        ),
        (
            "The defence would appeal against it.",
            "Lawyer Ena Tolk said the defence would appeal against it.",
            "Ena Tolk",
        ),
    ],
)
def test_a_source_is_missed_although_the_claim_has_a_verb_of_speech(draft: str, report: str, source: str) -> None:
    assert source in _left_out(draft, report)


def test_a_source_that_the_sentence_of_the_claim_gives_is_not_missed() -> None:
    draft = "The fund had rejected a rescue offer from a buyer in the spring, two people said, and the plant was shut."
    assert _left_out(draft, FUND) == ""


def test_what_another_report_tells_without_a_source_needs_none() -> None:
    plain = "The fund had rejected a rescue offer from a buyer in the spring."
    assert _left_out(plain, FUND, f"{plain} Nobody was surprised.") == ""
