"""The scribe's planted alterations: noted once, at exact places, and really saying something else. All is fiction."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from headwater.models.spacy_english import load_parser
from headwater.settings import Settings
from headwater.testing import fiction
from headwater.testing.scribe.draft import Draft, read_draft
from headwater.testing.scribe.pen import Note, Pen
from headwater.testing.scribe.plants import (
    HARMLESS,
    PLANTERS,
    attribution,
    certainty,
    dates,
    harmless,
    names,
    negation,
    numbers,
    places,
    plant,
    plant_harmless,
    plant_several,
    roles,
    wording,
)
from headwater.testing.scribe.plants.changes import Finder, carry_out
from headwater.testing.scribe.plants.forms import inflected
from headwater.testing.scribe.plants.persons import Cast
from headwater.testing.scribe.press import marks, print_draft
from headwater.text.dates import find_dates
from headwater.text.numbers import find_quantities
from headwater.types import AlterationKind, Article, Span

TEXTS = (fiction.LEDGER, fiction.COURIER, fiction.RADIO, fiction.COASTLINE)
KINDS = tuple(AlterationKind)


def article_of(text: str) -> Article:
    return Article(id="parent", text=text, name="parent")


def pen_of(seed: int) -> Pen:
    return Pen(Random(seed))  # noqa: S311  (no secrets here)


def draft_of(text: str) -> Draft:
    return read_draft(article_of(text))


def outcomes(find: Finder, text: str) -> set[str]:
    """The texts that a finder's changes make of one sentence."""
    return {made for made, _, _ in made_by(find, text)}


def made_by(find: Finder, text: str) -> Iterator[tuple[str, Note, Span]]:
    """Each text made of the last sentence (those before give names), with the note and the place of the edit."""
    draft = draft_of(text)
    sentence = draft.sentences[-1]
    for change in find(sentence.words, Cast(draft.sentences)):
        pen = pen_of(0)
        words = carry_out(sentence.words, change, pen, AlterationKind.WORDING)
        printed = print_draft(Draft("", (sentence._replace(words=words),)))
        yield printed.text, pen.notes[0], marks("child", printed.draft)[pen.notes[0].id]


# --- what holds of every alteration -------------------------------------------------------------------------------


@given(st.sampled_from(TEXTS), st.sampled_from(KINDS), st.integers(0, 10_000))
@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=80)
def test_an_alteration_is_noted_once_and_the_texts_differ_inside_its_spans_only(
    text: str, kind: AlterationKind, seed: int
) -> None:
    pen = pen_of(seed)
    planted = plant(draft_of(text), pen, kind)
    if planted is None:
        assert not pen.notes
        return
    (note,) = pen.notes
    assert (note.kind, bool(note.how)) == (kind, True)
    assert_only_the_spans_differ(draft_of(text), planted, note)


@given(st.sampled_from(TEXTS), st.sampled_from(KINDS), st.integers(0, 10_000))
@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=80)
def test_a_harmless_edit_is_noted_once_without_a_kind(text: str, kind: AlterationKind, seed: int) -> None:
    pen = pen_of(seed)
    edited = plant_harmless(draft_of(text), pen, kind)
    assert len(pen.notes) == (edited is not None)
    if edited is not None:
        assert pen.notes[0].kind is None
        assert_only_the_spans_differ(draft_of(text), edited, pen.notes[0])


def assert_only_the_spans_differ(before: Draft, after: Draft, note: Note) -> None:
    parent, child = print_draft(before), print_draft(after)
    place = marks("child", child.draft)[note.id]
    start, end = printed_place(parent.draft, before, note)
    assert parent.text[:start] == child.text[: place.start]
    assert parent.text[end:] == child.text[place.end :]
    assert parent.text[start:end] != child.text[place.start : place.end]


def printed_place(printed: Draft, read: Draft, note: Note) -> tuple[int, int]:
    """Where the words stand in the printed parent that a note places in the text as it was read."""
    pairs = [
        (now.at, word.at)
        for new, old in zip(printed.sentences, read.sentences, strict=True)
        for now, word in zip(new.words, old.words, strict=True)
    ]
    held = [now for now, at in pairs if now and at and note.before[0] <= at[0] and at[1] <= note.before[1]]
    return held[0][0], held[-1][1]


@given(st.sampled_from(TEXTS), st.integers(0, 10_000), st.integers(1, 8))
@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=60)
def test_several_alterations_stand_in_different_sentences_and_leave_the_others_as_they_were(
    text: str, seed: int, count: int
) -> None:
    pen, draft = pen_of(seed), draft_of(text)
    planted = plant_several(draft, pen, count)
    assert 1 <= len(pen.notes) <= count
    assert len(planted.sentences) == len(draft.sentences)
    altered = 0
    for old, new in zip(draft.sentences, planted.sentences, strict=True):
        held = {number for word in new.words for number in word.edits}
        assert len(held) <= 1
        altered += bool(held)
        assert held or old == new
    assert altered >= len(pen.notes)  # a quote's marks may have been lost around several sentences


@given(st.sampled_from(TEXTS), st.sampled_from(KINDS), st.integers(0, 10_000))
@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=40)
def test_one_seed_plants_one_alteration(text: str, kind: AlterationKind, seed: int) -> None:
    one, other = (plant(draft_of(text), pen_of(seed), kind) for _ in range(2))
    assert one == other


@given(st.sampled_from(TEXTS), st.sampled_from(KINDS), st.integers(0, 10_000))
@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=60)
def test_furniture_is_left_alone(text: str, kind: AlterationKind, seed: int) -> None:
    draft = draft_of(text)
    planted = plant(draft, pen_of(seed), kind) or draft
    pairs = zip(draft.sentences, planted.sentences, strict=True)
    assert all(old == new for old, new in pairs if old.furniture)


@given(st.sampled_from(TEXTS), st.integers(0, 10_000))
@settings(suppress_health_check=[HealthCheck.too_slow], max_examples=20)
def test_words_that_bear_an_edit_are_not_altered_again(text: str, seed: int) -> None:
    draft = draft_of(text)
    worn = [s._replace(words=tuple(w._replace(edits=(99,)) for w in s.words)) for s in draft.sentences]
    assert all(plant(draft.with_sentences(worn), pen_of(seed), kind) is None for kind in KINDS)


def test_every_kind_has_planters_and_harmless_twins() -> None:
    assert set(PLANTERS) == set(HARMLESS) == set(AlterationKind)
    assert all(len(ways) > 1 for ways in PLANTERS.values())


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_is_planted_where_nothing_fits(kind: AlterationKind) -> None:
    pen = pen_of(1)
    assert plant(draft_of("Ah."), pen, kind) is None
    assert plant(Draft("", ()), pen, kind) is None
    assert not pen.notes


def test_quoted_words_are_altered_less_often_than_others() -> None:
    draft = draft_of("The raid killed 14 farmers in May.\n\n“We counted 25 boats on the lake,” said Orla Fennick.")
    numbers_planted = [plant(draft, pen := pen_of(seed), AlterationKind.NUMBER) and pen for seed in range(200)]
    quoted = sum(pen.notes[0].before[0] > 40 for pen in numbers_planted if pen)
    assert 10 < quoted < 70


# --- numbers and dates --------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def values() -> Callable[[str], list[tuple[float, float]]]:
    parser = load_parser(Settings().model)

    def read(text: str) -> list[tuple[float, float]]:
        tokens = next(iter(parser.parse([text]))).tokens
        return sorted((quantity.low, quantity.high) for quantity in find_quantities(article_of(text), tokens))

    return read


NUMBERED = (
    "The flood killed 12 farmers and swept away 1,200 sheep.",
    "The fire hurt dozens of dockers and cost 3.5 million crowns.",
    "Two-thirds of the 340 seats went to three parties.",
    "About fifteen men took 40 percent of the grain.",
)


@pytest.mark.parametrize("text", NUMBERED)
@pytest.mark.parametrize("find", [numbers.digits_swapped, numbers.zeros, numbers.another_count, numbers.another_order])
def test_an_altered_number_has_another_value_for_our_own_reader(
    text: str, find: Finder, values: Callable[[str], list[tuple[float, float]]]
) -> None:
    made = sorted(outcomes(find, text))[:4]
    assert all(values(one) != values(text) for one in made)


@pytest.mark.parametrize(
    ("find", "text", "expected"),
    [
        (numbers.digits_swapped, "It cost 1,200 crowns.", "It cost 2,100 crowns."),
        (numbers.zeros, "It cost 4,000 crowns.", "It cost 400 crowns."),
        (numbers.zeros, "It cost 4,000 crowns.", "It cost 40,000 crowns."),
        (numbers.teens_for_tens, "Fifteen miners left.", "Fifty miners left."),
        (numbers.another_order, "It hurt dozens of miners.", "It hurt hundreds of miners."),
        (numbers.another_multiple, "A third of the miners left.", "A quarter of the miners left."),
        (numbers.another_multiple, "Prices doubled in a year.", "Prices tripled in a year."),
        (dates.another_weekday, "He left on Friday.", "He left on Monday."),
        (dates.another_year, "He left in 1974.", "He left in 1947."),
        (dates.another_month, "He left on Oct. 3.", "He left on Nov. 3."),
        (dates.another_day, "He left on March 8.", "He left on March 18."),
        (dates.another_hour, "He left at 6:40 p.m. on Friday.", "He left at 6:40 a.m. on Friday."),
        (dates.another_part, "He left on Monday evening.", "He left on Monday morning."),
        (dates.another_period, "He left three weeks ago.", "He left three months ago."),
    ],
)
def test_numbers_and_dates_are_altered_as_copyists_do(find: Finder, text: str, expected: str) -> None:
    assert expected in outcomes(find, text)


@pytest.mark.parametrize(
    "text", ["He was born in 1974.", "He left at 6:40 p.m.", "He left on May 12.", "It ended 3-2."]
)
def test_numbers_of_dates_hours_and_scores_are_no_counts(text: str) -> None:
    finders = (numbers.digits_swapped, numbers.zeros, numbers.teens_for_tens, numbers.another_count)
    assert not [made for find in finders for made in outcomes(find, text)]


def test_shares_and_ages_stay_possible() -> None:
    assert not outcomes(numbers.zeros, "It rose 91 percent.")
    assert not any("340" in made for made in outcomes(numbers.zeros, "The driver was a 34-year-old baker."))


def test_a_part_of_a_number_of_people_only_gets_smaller() -> None:
    assert outcomes(numbers.another_count, "Three of the miners left.") == {"Two of the miners left."}


@pytest.mark.parametrize(
    ("find", "text"),
    [
        (dates.another_weekday, "The mill burned on Friday, May 3, 2019."),
        (dates.another_year, "The mill burned on Friday, May 3, 2019."),
        (dates.another_month, "The mill burned on May 3, 2019."),
        (dates.another_day, "The mill burned on May 3, 2019."),
    ],
)
def test_an_altered_date_has_another_value_for_our_own_reader(find: Finder, text: str) -> None:
    parser = load_parser(Settings().model)

    def read(one: str) -> list[str]:
        tokens = next(iter(parser.parse([one]))).tokens
        return [date.value for date in find_dates(article_of(one), tokens, None)]

    made = sorted(outcomes(find, text))
    assert made
    if find is not dates.another_weekday:  # a full date says its day whatever weekday is written before it
        assert all(read(one) != read(text) for one in made)


def test_days_in_names_and_the_verb_may_stay() -> None:
    assert not outcomes(dates.another_weekday, "The Sunday Herald closed.")
    assert not outcomes(dates.another_month, "They may leave.")


def test_no_year_to_come_is_written() -> None:
    assert "It closed in 2071." not in outcomes(dates.another_year, "It closed in 2017.")


# --- names and places ---------------------------------------------------------------------------------------------

PEOPLE = "Mayor Orla Fennick met the lawyer Tarek Sundim in Velmora. Later she went to Karsund."


def test_another_person_of_the_story_takes_the_name_in_full_or_short() -> None:
    assert "Sundim said the dam was safe." in outcomes(names.another_person, f"{PEOPLE} Fennick said the dam was safe.")
    full = outcomes(names.another_person, f"{PEOPLE} Orla Fennick said the dam was safe.")
    assert full == {"Tarek Sundim said the dam was safe."}


def test_a_name_is_not_put_beside_itself() -> None:
    assert not outcomes(names.another_person, f"{PEOPLE} Fennick thanked Sundim.")


def test_letters_make_a_name_that_is_no_spelling_of_the_first() -> None:
    made = outcomes(names.another_surname, f"{PEOPLE} Fennick left.")
    assert made
    assert "Fenick left." not in made


def test_a_name_becomes_a_word() -> None:
    text = "The clinic is led by Dr. Mirel Hesk. Hesk left."
    assert "Desk left." in outcomes(names.word_for_name, text) or "Husk left." in outcomes(names.word_for_name, text)


def test_a_body_becomes_another() -> None:
    made = outcomes(names.another_body, "The Free Valley Front left.")
    assert made == {"The Free Valley Party left.", "The Free Valley Movement left."}


def test_a_town_is_exchanged_for_another_of_the_story() -> None:
    assert "The flood began in Karsund." in outcomes(places.another_town, f"{PEOPLE} The flood began in Velmora.")


@pytest.mark.parametrize(
    ("find", "text", "expected"),
    [
        (places.compass, "Raiders hit the northern coast.", "Raiders hit the southern coast."),
        (places.another_side, "A crowd stood outside the gates.", "A crowd stood inside the gates."),
        (places.another_site, "A crowd stood in the market.", "A crowd stood in the square."),
        (places.another_country, "He left for Slovenia.", "He left for Slovakia."),
    ],
)
def test_places_are_altered_as_copyists_do(find: Finder, text: str, expected: str) -> None:
    assert expected in outcomes(find, text)


@pytest.mark.parametrize("text", ["The Northern Herald closed.", "Western officials agreed.", "He met Orla West."])
def test_points_of_the_compass_in_names_stay(text: str) -> None:
    assert not outcomes(places.compass, text)


# --- negation and certainty ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("find", "text", "expected"),
    [
        (negation.not_lost, "The guards did not open the gate.", "The guards opened the gate."),
        (negation.not_lost, "The guards did not immediately open it.", "The guards immediately opened it."),
        (negation.not_lost, "The guards cannot open the gate.", "The guards can open the gate."),
        (negation.not_lost, "The guards won't open the gate.", "The guards will open the gate."),
        (negation.not_lost, "The gate wasn't open.", "The gate was open."),
        (negation.no_lost, "They found no sign of arson.", "They found a sign of arson."),
        (negation.no_lost, "They found no evidence of arson.", "They found evidence of arson."),
        (negation.no_lost, "No trains left.", "Trains left."),
        (negation.no_lost, "He never woke up.", "He woke up."),
        (negation.nobody_found, "No one was hurt.", "Someone was hurt."),
        (negation.nobody_found, "He is no longer a suspect.", "He is still a suspect."),
        (negation.not_added, "The gate was closed.", "The gate was not closed."),
        (negation.opposite, "The mayor denied the report.", "The mayor confirmed the report."),
        (negation.opposite, "It was an unsafe bridge.", "It was a safe bridge."),
        (negation.outcome_turned, "They failed to reach the camp.", "They managed to reach the camp."),
        (certainty.may_to_will, "The mayor may resign.", "The mayor will resign."),
        (certainty.may_to_will, "It may have been arson.", "It had been arson."),
        (certainty.adverb_lost, "The guard allegedly opened the gate.", "The guard opened the gate."),
        (certainty.suspicion_lost, "Police held an alleged thief.", "Police held a thief."),
        (certainty.expected_to_happen, "She is expected to resign.", "She will resign."),
        (certainty.expected_to_happen, "He is believed to have left.", "He had left."),
        (certainty.expected_to_happen, "The pilot appeared to slip.", "The pilot slipped."),
        (certainty.bound_lost, "At least four miners died.", "Four miners died."),
        (certainty.bound_lost, "The port ships about nine million tonnes.", "The port ships nine million tonnes."),
        (certainty.doubt_to_knowledge, "They believe that he left.", "They know that he left."),
    ],
)
def test_negations_and_hedges_are_altered_into_english(find: Finder, text: str, expected: str) -> None:
    assert expected in outcomes(find, text)


@pytest.mark.parametrize(
    ("find", "text"),
    [
        (negation.not_lost, "The guards did not open any gate."),
        (negation.not_lost, "It was not only the guards who left."),
        (negation.not_lost, "They asked whether or not to leave."),
        (negation.no_lost, "No fewer than four miners left."),
        (negation.not_added, "The gate was not closed."),
        (negation.opposite, "The mayor did not deny the report."),
        (negation.opposite, "They arrested members of a banned group."),
        (certainty.expected_to_happen, "She is not expected to resign."),
        (certainty.bound_lost, "They talked about the gate."),
        (certainty.bound_lost, "Doctors are concerned about five of the patients."),
        (certainty.may_to_will, "The fire broke out in May."),
        (certainty.may_to_will, "She did not say who might be behind it."),
        (certainty.suspicion_lost, "The crew had reported trouble."),
    ],
)
def test_a_negation_or_hedge_that_holds_its_sentence_together_stays(find: Finder, text: str) -> None:
    assert not outcomes(find, text)


# --- roles and attributions ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("find", "text", "expected"),
    [
        (roles.doer_and_victim, "The guards shot two raiders.", "Two raiders shot the guards."),
        (roles.doer_and_victim, "The guard was shot by two raiders.", "Two raiders were shot by the guard."),
        (roles.another_office, "Interior Minister Orla Fennick left.", "Foreign Minister Orla Fennick left."),
        (roles.rank_lost, "The former president left.", "The president left."),
        (roles.another_kin, "Her husband left.", "Her brother left."),
        (roles.another_party, "The witness left.", "The suspect left."),
        (attribution.source_lost, "The mill burned down, police said.", "The mill burned down."),
        (attribution.source_lost, "The mill burned down, said Orla Fennick.", "The mill burned down."),
        (attribution.source_lost, "Fennick said the mill burned down.", "The mill burned down."),
        (attribution.source_lost, "The mill burned down, according to the police.", "The mill burned down."),
        (attribution.another_source, "The mill burned down, police said.", "The mill burned down, witnesses said."),
        (attribution.terms_changed, "He spoke on condition of anonymity.", "He spoke under oath."),
        (
            attribution.terms_lost,
            "An officer, who spoke on condition of anonymity because talks are private, said the mill burned down.",
            "An officer said the mill burned down.",
        ),
        (
            attribution.terms_lost,
            "Two officers, speaking on condition of anonymity, said the mill burned down.",
            "Two officers said the mill burned down.",
        ),
    ],
)
def test_roles_and_sources_are_altered_into_english(find: Finder, text: str, expected: str) -> None:
    assert expected in outcomes(find, text)


@pytest.mark.parametrize(
    ("find", "text"),
    [
        (roles.doer_and_victim, "The explosion killed two raiders."),
        (roles.doer_and_victim, "The guards shot the leader of the raiders."),
        (roles.another_kin, "A sister ship sank."),
        (attribution.source_lost, "Orla Fennick, the mayor, said little."),
        (attribution.source_lost, "Fennick said on Monday."),
        (attribution.terms_lost, "Both spoke on condition of anonymity."),
        (attribution.source_lost, "“The mill burned down,” Fennick said."),
    ],
)
def test_what_would_be_nonsense_without_its_doer_or_source_stays(find: Finder, text: str) -> None:
    assert not outcomes(find, text)


def test_another_person_of_the_story_is_said_to_have_spoken() -> None:
    made = outcomes(attribution.another_speaker, f"{PEOPLE} The dam was safe, Fennick said.")
    assert made == {"The dam was safe, Sundim said."}


# --- marks and wording --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We fled,” said Orla Fennick.", "We fled, said Orla Fennick."),
        ("He called it “a small mistake” on Monday.", "He called it a small mistake on Monday."),
        ("“We fled. Nobody came,” said Orla Fennick.", "We fled. Nobody came, said Orla Fennick."),
        ('"We fled," said Orla Fennick.', "We fled, said Orla Fennick."),
    ],
)
def test_both_marks_of_a_quote_are_lost_and_all_its_words_kept(text: str, expected: str) -> None:
    pen = pen_of(0)
    planted = plant(draft_of(text), pen, AlterationKind.MARKS_LOST)
    assert planted is not None
    printed = print_draft(planted)
    assert printed.text == expected
    lost = marks("child", printed.draft)[pen.notes[0].id]
    start, end = pen.notes[0].before
    inner = text[start + 1 : end - 1]
    assert printed.text[lost.start : lost.end] == inner
    assert not any(word.quoted for sentence in printed.draft.sentences for word in sentence.words)


def test_a_mark_that_is_never_closed_cannot_be_lost() -> None:
    assert plant(draft_of("“We fled and nobody came."), pen_of(0), AlterationKind.MARKS_LOST) is None


def test_corrupted_wording_is_in_the_form_of_the_word_it_replaces() -> None:
    made = outcomes(wording.wrong_sense, "The guards charged the crowd.")
    assert "The guards loaded the crowd." in made
    assert "The guards accused the crowd." not in made


def test_a_set_phrase_loses_one_of_its_words() -> None:
    made = outcomes(wording.set_phrase_broken, "The death toll rose.")
    assert made
    assert all(("death" in one) != ("toll" in one) for one in made)


def test_a_word_of_like_sound_is_written() -> None:
    assert "They took the plain to the coast." in outcomes(wording.mistaken_sound, "They took the plane to the coast.")


def test_an_article_agrees_with_the_word_after_it_and_belongs_to_the_edit() -> None:
    ((made, note, place),) = made_by(certainty.suspicion_lost, "Police held an alleged thief.")
    assert made[place.start : place.end] == "a thief"
    assert note.before == (12, 28)


def test_inflection_follows_the_tag() -> None:
    assert (inflected("deny", "VBD"), inflected("witness", "NNS"), inflected("big", "JJ")) == (
        "denied",
        "witnesses",
        "big",
    )


# --- harmless edits -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("find", "text", "expected"),
    [
        (harmless.number_style, "It hurt 12 miners.", "It hurt a dozen miners."),
        (harmless.number_style, "It hurt twelve miners.", "It hurt 12 miners."),
        (harmless.number_style, "It rose 4 percent.", "It rose 4 per cent."),
        (harmless.date_style, "He left on Nov. 7.", "He left on 7 November."),
        (harmless.name_style, "Dr. Mirel Hesk left.", "Doctor Mirel Hesk left."),
        (harmless.place_style, "The U.S. embassy closed.", "The US embassy closed."),
        (harmless.place_style, "He stood near the gate.", "He stood close to the gate."),
        (harmless.date_style, "Four miners died on Monday.", "Four miners died Monday."),
        (harmless.number_style, "It rose 4%.", "It rose 4 percent."),
        (harmless.negation_style, "He did not leave.", "He didn’t leave."),
        (harmless.negation_style, "He didn't leave.", "He did not leave."),
        (harmless.active_to_passive, "The guards shot two raiders.", "Two raiders were shot by the guards."),
        (harmless.neutral_role, "Two policemen left.", "Two police officers left."),
        (harmless.said_reworded, "It burned, according to police.", "It burned, police said."),
        (harmless.bound_reworded, "At least four miners died.", "No fewer than four miners died."),
        (harmless.marks_style, "“We fled,” she said.", '"We fled," she said.'),
        (harmless.spelling_style, "The harbor closed.", "The harbour closed."),
    ],
)
def test_harmless_edits_say_the_same(find: Finder, text: str, expected: str) -> None:
    assert expected in outcomes(find, text)


def test_a_given_name_is_left_out_only_at_another_mention() -> None:
    twice = f"{PEOPLE} Then Orla Fennick left."
    assert "Then Fennick left." in outcomes(harmless.name_style, twice)
    assert not outcomes(harmless.name_style, "Then Mayor Orla Fennick left.")
    assert "Orla Fennick left." in outcomes(harmless.name_style, f"{PEOPLE} Fennick left.")
