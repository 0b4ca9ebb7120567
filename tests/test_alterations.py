"""What is altered in copying, kind by kind, on invented sentences; who is believed; and what holds of any text."""

from __future__ import annotations

import itertools

import msgspec
import pytest
from alteration_helpers import LEAD, Told, alterations_of, documents_of, found, stemma_of
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from headwater.findings import find_alterations
from headwater.text.mentions import EntityIndex
from headwater.text.wordset import wordset
from headwater.types import Derivation, Passage


def of(kind: str, *texts: str, lines: list[str] | None = None, mask: str = "") -> list[Told]:
    """The alterations of one kind, each text behind a lead of its own."""
    told = found(*(f"{LEAD}\n{text}" for text in texts), lines=lines, mask=mask)
    return [one for one in told if one.kind == kind]


def altered(kind: str, *texts: str, lines: list[str] | None = None) -> list[str]:
    return [one.altered for one in of(kind, *texts, lines=lines)]


# --- numbers and dates ----------------------------------------------------------------------------------------


def test_another_number_of_the_same_things_is_found() -> None:
    (one,) = of("number", "The flood killed 14 farmers.", "The flood killed 40 farmers.")
    assert {one.altered, one.sound} == {"14 farmers", "40 farmers"} or {one.altered, one.sound} == {"14", "40"}
    assert not one.decided


def test_numbers_under_one_modifier_differ_though_their_ranges_overlap() -> None:
    assert altered("number", *["They left in less than 15 minutes."] * 2, "They left in less than 50 minutes.")


def test_a_number_compared_with_a_bound_it_fits_is_no_alteration() -> None:
    assert not altered("number", "The flood killed at least 14 farmers.", "The flood killed 16 farmers.")


def test_a_number_that_slipped_into_an_adjective_is_altered_whatever_the_witnesses() -> None:
    (one,) = of("number", "Two armed men robbed the mill.", "Two-armed men robbed the mill.")
    assert one.decided
    assert one.altered.lower().startswith("two-armed")


def test_a_number_in_an_adjective_does_not_meet_another_count() -> None:
    assert not altered("number", "Two guards saw a two-seat plane.", "Two guards saw a plane.")


def test_two_numbers_of_one_unit_are_compared_place_by_place() -> None:
    sound = "Police held 12 miners on Monday and 20 miners on Tuesday."
    assert altered("number", sound, sound, "Police held 12 miners on Monday and 70 miners on Tuesday.")


def test_another_day_is_found() -> None:
    (one,) = of("date", *["The mill burned down on Friday."] * 2, "The mill burned down on Thursday.")
    assert (one.altered, one.decided) == ("Thursday", True)


def test_another_hour_of_one_day_is_found() -> None:
    sound = "The ferry left Velmora at 6:55 a.m. on Friday."
    assert altered("date", sound, sound, "The ferry left Velmora at 8:55 a.m. on Friday.")


def test_a_date_more_does_not_hide_another_that_changed() -> None:
    sound = "The mill burned down on Friday."
    assert altered("date", sound, sound, "The mill, closed since March 3, burned down on Thursday.") == ["Thursday"]


# --- negation, certainty, roles -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sound", "lost"),
    [
        ("The guards did not open the gate.", "The guards did open the gate."),
        ("Investigators had found no evidence of arson here.", "Examiners had discovered evidence of arson here."),
        ("Nobody in the village saw the raiders leave.", "Somebody in the village saw the raiders leave."),
        ("The court rejected the appeal of the miners.", "The court accepted the appeal of the miners."),
        ("Dams do not feed children and do not fill barns.", "Dams do not feed children and fill barns."),
    ],
)  # fmt: skip
def test_a_lost_negation_is_found(sound: str, lost: str) -> None:
    (one,) = of("negation", sound, sound, lost)
    assert one.decided
    assert one.altered in lost


@pytest.mark.parametrize(
    ("sound", "turned", "word"),
    [
        ("The mill reported an increase in output.", "The mill reported a decrease in output.", "decrease"),
        ("The bridge is safe for heavy lorries.", "The bridge is dangerous for heavy lorries.", "dangerous"),
        ("The guard gave a suitable answer to them.", "The guard gave an unsuitable answer to them.", "unsuitable"),
    ],
)
def test_a_word_exchanged_for_its_opposite_is_found(sound: str, turned: str, word: str) -> None:
    (one,) = of("negation", sound, sound, turned)
    assert (one.altered, one.decided) == (word, True)


def test_an_opposite_with_a_negation_says_the_same() -> None:
    assert not altered("negation", "The bridge is not safe for lorries.", "The bridge is unsafe for lorries.")


def test_a_negation_is_compared_between_lines_only_where_they_share_a_quote() -> None:
    texts = ("“We did not open the gate,” Fennick said.", "“We did open the gate,” Fennick said.")
    assert of("negation", *texts, lines=["a", "b"], mask="quote")
    assert not of("negation", *texts, lines=["a", "b"])


@pytest.mark.parametrize(
    ("hedged", "plain"),
    [
        ("The raiders may have been looking for records.", "The raiders were looking for records."),
        ("The apparent arson shook the town.", "The notable arson shook the town."),
        ("The fire was reportedly set by a guard.", "The fire was set by a guard."),
    ],
)
def test_a_lost_hedge_is_found_and_decided_by_the_words(hedged: str, plain: str) -> None:
    (one,) = of("certainty", hedged, plain)
    assert one.decided
    assert one.altered in plain


def test_who_did_it_and_who_suffered_it_exchanged() -> None:
    sound = "Dozens of soldiers were wounded."
    assert altered("role", sound, sound, "Dozens were wounded by soldiers.") == ["Dozens were wounded by soldiers."]


def test_two_descriptions_exchanged() -> None:
    sound = "Three of the dead were nurses and the fourth was a guard."
    spoilt = "Three of the dead were guards and the fourth was a nurse."
    (one,) = of("role", sound, sound, spoilt)
    assert one.decided
    assert one.altered in spoilt


# --- names and places -----------------------------------------------------------------------------------------


def test_a_name_exchanged_for_another() -> None:
    sound = "Mayor Orla Fennick opened the new bridge in Velmora on Monday."
    (one,) = of("name", sound, sound, "Mayor Tarek Sundim opened the new bridge in Velmora on Monday.")
    assert one.altered.endswith("Tarek Sundim")
    assert one.decided


def test_a_word_of_english_inside_a_name_is_damage() -> None:
    (one,) = of("name", "The clinic is led by Dr. Mirel Hesk.", "The clinic is led by Dr. Mirel Desk.")
    assert ("Desk" in one.altered, "Hesk" in one.sound, one.decided) == (True, True, True)


def test_two_words_of_english_inside_a_name_are_left_to_the_witnesses() -> None:
    sound = "Police blamed the Free Valley Front for the raid."
    (one,) = of("name", sound, sound, "Police blamed the Free Valley Forehead for the raid.")
    assert "Forehead" in one.altered
    assert one.decided


def test_a_spelling_of_a_name_is_no_damage() -> None:
    assert not altered("name", "Dr. Mirel Hask left the clinic.", "Dr. Mirel Hasq left the clinic.")


def test_a_country_misspelt_into_nothing() -> None:
    assert altered("place", "The president of Norway left.", "The president of Norwey left.") == ["Norwey"]


def test_a_spokesman_called_a_spokeswoman_is_found_between_lines() -> None:
    told = of(
        "name",
        "Council spokesman Tarek Sundim said the dam was safe.",
        "“The dam is safe,” said Tarek Sundim, a spokesman for the council.",
        "A council spokeswoman, Tarek Sundim, called the dam a blessing.",
        lines=["a", "b", "c"],
    )
    assert [(one.decided, "spokeswoman" in one.altered) for one in told] == [(True, True)]


def test_a_woman_and_a_man_of_one_office_are_two_people() -> None:
    assert not altered(
        "name",
        "Council spokesman Tarek Sundim said the dam was safe.",
        "Council spokeswoman Orla Fennick said the dam was safe.",
        lines=["a", "b"],
    )


# --- sources --------------------------------------------------------------------------------------------------

PLAIN = "The raiders wore grey uniforms and spent an hour inside the mill."


def test_what_a_source_said_given_as_a_plain_fact() -> None:
    said = "Two guards told the Courier that the raiders wore grey uniforms and spent an hour inside the mill."
    (one,) = of("attribution", said, PLAIN)
    assert (one.altered, one.decided) == (PLAIN, True)


def test_a_lead_may_leave_its_source_out() -> None:
    said = "Two guards told the Courier that the raiders wore grey uniforms and spent an hour inside the mill."
    assert found(said, PLAIN) == []


def test_a_source_in_the_sentence_beside_runs_on() -> None:
    said = "Orla Fennick said that the raiders wore grey uniforms and spent an hour inside the mill."
    assert not altered("attribution", said, f"{PLAIN} “I saw them,” Orla Fennick said.")


def test_another_source_for_the_same_words() -> None:
    told = "the raiders wore grey uniforms and spent an hour inside the mill"
    (one,) = of(
        "attribution",
        f"The union’s lawyer said {told}.",
        f"The union’s lawyer said {told}.",
        f"The ministry said {told}.",
    )
    assert "ministry" in one.altered
    assert one.decided


def test_terms_of_anonymity_changed() -> None:
    sound = "They spoke on condition of anonymity because they were not authorized to speak to reporters."
    spoilt = "They spoke under oath because they were not allowed the use of reporters."
    (one,) = of("attribution", sound, sound, spoilt)
    assert "under oath" in one.altered
    assert one.decided


def test_a_sentence_cut_with_its_terms_of_anonymity_is_no_alteration() -> None:
    sound = "One of the guards said they may have been looking for money. Both spoke on condition of anonymity."
    assert not altered("attribution", sound, "One of the guards said they may have been looking for money.")


def test_quotation_marks_lost() -> None:
    marked = "“These were people who came to work with a lunch box,” Fennick said."
    plain = "These were people who came to work with a lunch box, Fennick said."
    (one,) = of("quotation marks lost", marked, plain)
    assert one.altered in plain
    assert one.decided


def test_the_end_of_a_quote_may_lose_its_marks_too() -> None:
    sentence = "The miners had a single grievance with the owners"
    assert altered("quotation marks lost", f"“Listen. {sentence},” Fennick said.", f"{sentence}.") == [sentence]


# --- set phrases ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("sound", "spoilt", "words"),
    [
        ("Police fired rubber bullets at the miners.", "Police shot elastic slugs at the miners.", "elastic slugs"),
        ("The nurses have been on strike since May.", "The nurses have been on hit since May.", "on hit"),
        ("He spoke on condition of anonymity.", "He spoke on state of obscurity.", "state of obscurity"),
        ("Two miners are in critical condition.", "Two miners are in basic condition.", "basic condition"),
        ("No group claimed responsibility for it.", "No group asserted liability for it.", "asserted liability"),
    ],
)
def test_a_phrase_of_the_dictionary_broken_needs_no_witness(sound: str, spoilt: str, words: str) -> None:
    (one,) = of("wording corrupted", sound, spoilt)
    assert (one.altered, one.decided) == (words, True)


def test_a_phrase_is_set_where_several_articles_have_it() -> None:
    sound = "Thieves took the payroll boxes of the brick works."
    spoilt = "Thieves took the payroll boxes of the cube works."
    assert altered("wording corrupted", sound, sound, spoilt) == ["cube works"]
    assert altered("wording corrupted", sound, spoilt) == []


def test_a_broken_phrase_that_another_line_has_too_is_not_broken() -> None:
    sound, other = "They met in the harvest hall.", "They met in the market hall."
    assert altered("wording corrupted", sound, sound, other, other, lines=["abc", "d"]) == []


def test_a_sentence_spun_beyond_recognition_is_compared_by_its_place() -> None:
    sound = f"{LEAD}\nThe raiders left by boat.\nNo group immediately claimed responsibility.\nThe mill is shut."
    spun = f"{LEAD}\nThe raiders left by boat.\nNo gathering quickly asserted liability.\nThe mill is shut."
    documents = documents_of([sound, spun])
    (pair,) = stemma_of(documents, ["ab"]).derivations
    known = tuple(passage for number, passage in enumerate(pair.sentences) if number != 3)
    stemma = msgspec.structs.replace(stemma_of(documents, ["ab"]), derivations=(_with(pair, known),))
    (one,) = find_alterations(stemma, documents, EntityIndex(()))
    assert one.kind.value == "wording corrupted"
    assert spun[one.altered.start : one.altered.end] == "asserted liability"


def _with(pair: Derivation, passages: tuple[Passage, ...]) -> Derivation:
    return msgspec.structs.replace(pair, sentences=passages)


# --- witnesses ------------------------------------------------------------------------------------------------


def test_the_reading_of_more_articles_is_sound() -> None:
    (one,) = of(
        "number", "The flood killed 14 farmers.", "The flood killed 40 farmers.", "The flood killed 14 farmers."
    )
    assert (one.altered, one.decided) == ("40", True)


def test_articles_that_do_not_have_the_words_are_no_witnesses() -> None:
    silent = "The flood killed farmers."
    (one,) = of("number", "The flood killed 14 farmers.", "The flood killed 40 farmers.", silent, silent)
    assert not one.decided


def test_independent_lines_differ_without_an_alteration() -> None:
    assert not of("number", "The flood killed 14 farmers.", "The flood killed 40 farmers.", lines=["a", "b"])


def test_two_copies_of_one_slip_are_told_once_each() -> None:
    sound, slip = "The flood killed 14 farmers.", "The flood killed 40 farmers."
    assert len(of("number", sound, sound, sound, slip, slip)) == 2


# --- laws -----------------------------------------------------------------------------------------------------

STOCK = (
    "The guards did not open the gate.",
    "Two armed men robbed the mill on Friday.",
    "“We will stay until the spring comes,” Orla Fennick said.",
    "Officials said the flood killed 14 farmers.",
    "He spoke on condition of anonymity.",
    "Police fired rubber bullets at the miners.",
    "The raiders may have been looking for records.",
)
POT = wordset("the guard no not may said two 14 % “ ” ’ — , . of by spokesman Orla Velmora was were on strike")
SOUP = st.lists(st.sampled_from(sorted(POT)), max_size=25).map(" ".join)

slow_parser = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@slow_parser
@given(st.lists(st.sampled_from(STOCK), min_size=1, max_size=4), st.integers(2, 4))
def test_identical_texts_have_no_alteration(sentences: list[str], copies: int) -> None:
    assert found(*["\n".join(sentences)] * copies) == []


@slow_parser
@given(st.lists(SOUP, min_size=2, max_size=3))
def test_no_soup_of_words_is_too_hot(texts: list[str]) -> None:
    documents, alterations = alterations_of(texts)
    length = {document.article.id: len(document.article.text) for document in documents}
    for one in alterations:
        assert all(0 <= span.start < span.end <= length[span.article] for span in (one.sound, one.altered))


@slow_parser
@given(st.lists(SOUP | st.sampled_from(STOCK), min_size=2, max_size=3))
def test_the_order_of_the_input_changes_nothing(texts: list[str]) -> None:
    documents = documents_of(texts)
    stemma = stemma_of(documents, ["".join(document.article.id for document in documents)])
    orders = list(itertools.permutations(documents))
    first, *rest = (find_alterations(stemma, order, EntityIndex(())) for order in orders)
    assert all(other == first for other in rest)


def test_alterations_are_numbered_in_the_order_of_the_text() -> None:
    sound = f"{LEAD}\nThe flood killed 14 farmers.\nThe guards did not open the gate."
    _, alterations = alterations_of(
        [sound, sound, f"{LEAD}\nThe flood killed 40 farmers.\nThe guards did open the gate."]
    )
    assert [one.id for one in alterations] == ["a1", "a2"]
    assert [one.kind.value for one in alterations] == ["number", "negation"]
