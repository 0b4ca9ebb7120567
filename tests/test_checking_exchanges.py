"""What an exchange leaves behind in a claim of a draft, on invented sentences."""

from __future__ import annotations

from headwater.checking.bearing import Bearing, bearing_of
from headwater.checking.exchanges import (
    before_alike,
    behind_alike,
    between_alike,
    content_head,
    linked,
    other_ending,
    over_alike,
    pairs_apart,
)
from headwater.checking.measures import measures_of
from headwater.checking.reports import Reports
from headwater.checking.traits import Seen
from headwater.testing.reading import read_texts
from headwater.text.rewording.sides import side_of

REPORT = """Masked rebels stormed the barracks near Orvel on Monday. The governor praised the nurses of Tarrow. \
A clerk who spoke on condition of anonymity said that the vault was empty."""


def _bearing(claim: str, report: str = REPORT) -> Bearing:
    draft, read = read_texts({"draft": claim, "report": report})
    return bearing_of(side_of(draft, draft.sentences[0].span), Reports([read]))


def _at(bearing: Bearing, word: str) -> int:
    return bearing.claim.forms.index(word)


def _best(bearing: Bearing, at: int | None) -> str:
    return "" if at is None else bearing.side(bearing.base[0]).forms[at]


def test_the_word_that_stands_between_the_same_neighbours_is_found() -> None:
    bearing = _bearing("Masked rebels stormed the nurses near Orvel on Monday.")
    assert _best(bearing, between_alike(bearing, _at(bearing, "nurses"))) == "barracks"


def test_the_word_that_carries_the_same_parts_is_found() -> None:
    bearing = _bearing("Masked smugglers stormed the barracks near Orvel on Monday.")
    assert _best(bearing, over_alike(bearing, _at(bearing, "smugglers"))) == "rebels"


def test_a_word_that_the_best_sentence_has_was_not_exchanged() -> None:
    bearing = _bearing("Masked rebels stormed the barracks near Orvel on Monday.")
    every = range(len(bearing.claim))
    assert not any(between_alike(bearing, word) or over_alike(bearing, word) for word in every)
    assert not any(apart for _, _, apart in pairs_apart(bearing))


def test_doer_and_deed_that_no_sentence_tells_together_are_measured() -> None:
    measures = {
        measure.name: measure for measure in measures_of(Seen.of(_bearing("The governor stormed the barracks.")))
    }
    assert measures["parts in no one sentence"].detail == "“governor” and “stormed”"


def test_a_source_without_the_anonymity_that_it_asked_for_is_measured_and_one_with_it_is_not() -> None:
    lost = measures_of(Seen.of(_bearing("A clerk said that the vault was empty.")))
    kept = measures_of(Seen.of(_bearing("A clerk, asking not to be named, said that the vault was empty.")))
    assert "anonymity left out" in {measure.name for measure in lost}
    assert "anonymity left out" not in {measure.name for measure in kept}


def test_words_hang_together_over_small_words_and_the_first_word_above_says_something() -> None:
    side = _bearing("The governor praised the nurses of Tarrow.").claim
    nurses, tarrow = side.forms.index("nurses"), side.forms.index("tarrow")
    assert linked(side, tarrow, nurses)
    assert content_head(side, tarrow) == nurses
    assert content_head(side, side.forms.index("praised")) == -1


def test_the_word_before_a_shared_one_is_found_wherever_the_pair_stands() -> None:
    bearing = _bearing("Harbour Minister Ena Tolk left.", "Ena Tolk, the justice minister, left on Monday.")
    assert _best(bearing, before_alike(bearing, _at(bearing, "harbour"))) == "justice"


def test_the_word_behind_a_shared_one_is_found() -> None:
    bearing = _bearing("He is a kiosk inspector in Orvel.", "He is a kiosk owner in Orvel.")
    assert _best(bearing, behind_alike(bearing, _at(bearing, "inspector"))) == "owner"


def test_a_verb_beside_a_shared_word_is_no_part_of_a_compound() -> None:
    bearing = _bearing("Rebels burned barracks near Orvel.", "Rebels stormed barracks near Orvel.")
    assert before_alike(bearing, _at(bearing, "near")) is None


def test_a_plural_is_no_other_name_and_another_ending_is() -> None:
    assert not other_ending("orvel", "orvels")
    assert not other_ending("tarrowian", "tarrow")
    assert other_ending("kallan", "kallanak")


def test_words_from_a_sentence_about_something_else_are_measured() -> None:
    claim = "Masked rebels stormed the barracks near Orvel on Monday with a vault."
    assert "from sentences of other things" in {measure.name for measure in measures_of(Seen.of(_bearing(claim)))}
