"""What the wording steps of the scribe promise: meaning, skeleton and truth stay. All texts are invented."""

from __future__ import annotations

from collections.abc import Callable
from random import Random
from typing import Final

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.testing import fiction
from headwater.testing.articles import make_article
from headwater.testing.scribe.draft import Draft, read_draft, words_of
from headwater.testing.scribe.pen import Pen
from headwater.testing.scribe.press import marks, passages_between, print_draft, strands
from headwater.testing.scribe.wording import (
    FATIGUES,
    STYLES,
    HouseStyle,
    attributions,
    back_translate,
    clauses,
    content_words,
    house_style,
    paraphrase,
    phrases,
    respell_names,
    spin,
    tire,
    translated,
)
from headwater.testing.scribe.wording.grammar import Rule
from headwater.testing.scribe.wording.inflection import inflect
from headwater.testing.scribe.wording.joinery import article_for
from headwater.testing.scribe.wording.name_spellings import family_names, variant_spellings
from headwater.testing.scribe.wording.near import is_left_alone, near_synonyms
from headwater.testing.scribe.wording.spelling import pairs, respelt
from headwater.text.function_words import FUNCTION_WORDS

TEXTS: Final = (fiction.LEDGER, fiction.COURIER, fiction.RADIO)
Step = Callable[[Draft, Pen], Draft]


def draft_of(text: str) -> Draft:
    return read_draft(make_article(text, id="original"))


def pen(seed: int = 1) -> Pen:
    return Pen(Random(seed))  # noqa: S311  # chance of a story, no secret


def text_of(draft: Draft) -> str:
    return print_draft(draft).text


def whole(draft: Draft, hand: Pen) -> Draft:
    return spin(draft, hand, rate=1.0)


def check_truth(step: Step, text: str, seed: int) -> None:
    """The text re-reads by its words' offsets, every kept sentence is in a passage, each note has its mark."""
    parent, hand = draft_of(text), pen(seed)
    child = step(parent, hand)
    printed = print_draft(child)
    for word in words_of(printed.draft):
        assert word.at is not None
        assert printed.text[slice(*word.at)] == word.text
    home = print_draft(parent)
    left, right = list(strands("a", home.draft)), list(strands("b", printed.draft))
    passages = passages_between(left, right)
    kept = {(s.root, s.sentence) for s in right}
    for strand in (s for s in left if (s.root, s.sentence) in kept):
        assert any(p.left.start <= strand.span.start and strand.span.end <= p.left.end for p in passages)
    found = marks("b", printed.draft)
    assert all(note.kind is None and note.how for note in hand.notes)
    assert {note.id for note in hand.notes} == set(found)


# --- spinning -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", TEXTS)
def test_a_spun_text_rereads_and_keeps_its_truth(text: str) -> None:
    check_truth(whole, text, 3)


@given(st.sampled_from(TEXTS), st.floats(0, 1), st.integers(0, 99))
@settings(max_examples=20)
def test_spinning_keeps_the_skeleton_of_function_words(text: str, rate: float, seed: int) -> None:
    def skeleton(draft: Draft) -> list[str]:
        words = [word.text.lower() for word in words_of(draft)]
        return ["a" if word == "an" else word for word in words if word in FUNCTION_WORDS]

    parent = draft_of(text)
    assert skeleton(spin(parent, pen(seed), rate=rate)) == skeleton(parent)


@given(st.sampled_from(TEXTS), st.integers(0, 99))
@settings(max_examples=10)
def test_spinning_leaves_names_numbers_quotations_and_furniture(text: str, seed: int) -> None:
    def fixed(draft: Draft) -> list[str]:
        return [
            word.text
            for sentence in draft.sentences
            for word in sentence.words
            if word.tag in {"NNP", "CD"} or word.quoted or sentence.furniture
        ]

    parent = draft_of(text)
    assert fixed(whole(parent, pen(seed))) == fixed(parent)


def test_nothing_is_spun_at_rate_nought() -> None:
    parent = draft_of(fiction.LEDGER)
    hand = pen()
    assert spin(parent, hand, rate=0.0) == parent
    assert not hand.notes


def test_the_same_seed_spins_the_same_text_and_another_seed_another() -> None:
    parent = draft_of(fiction.LEDGER)
    assert spin(parent, pen(5), rate=0.5) == spin(parent, pen(5), rate=0.5)
    assert text_of(spin(parent, pen(5), rate=0.5)) != text_of(spin(parent, pen(6), rate=0.5))


@pytest.mark.parametrize("rate", [0.2, 0.4])
def test_the_rate_asked_for_is_reached(rate: float) -> None:
    exchanged = wanted = 0
    for text in TEXTS:
        hand = pen()
        spin(draft_of(text), hand, rate=rate)
        exchanged, wanted = exchanged + len(hand.notes), wanted + len(content_words(draft_of(text)))
    assert exchanged / wanted == pytest.approx(rate, abs=0.04)


def test_quotations_are_spun_only_on_demand() -> None:
    parent = draft_of("“The building began to burn and the workers escaped quickly,” Mara Lindqvar said.")
    kept, spun = spin(parent, pen(), rate=1.0), spin(parent, pen(), rate=1.0, spin_quotes=True)
    assert "The building began to burn" in text_of(kept)
    assert "The building began" not in text_of(spun)


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("They found an attorney near the harbor.", "an lawyer"),
        ("It was a big attack on a lawyer.", "a attorney"),
        ("A blast shook the town.", "A explosion"),
        ("An explosion shook the town.", "An blast"),
    ],
)
def test_a_and_an_agree_after_an_exchange(text: str, gone: str) -> None:
    for seed in range(6):
        assert gone not in text_of(whole(draft_of(text), pen(seed)))


def test_a_sentence_keeps_its_first_capital() -> None:
    assert text_of(whole(draft_of("Lawmakers backed the deal."), pen())).startswith("Legislators ")


def test_parts_of_compounds_and_names_are_left() -> None:
    spun = text_of(whole(draft_of("The customs house and the news conference in Port Varla closed down."), pen()))
    assert all(words in spun for words in ("customs house", "news conference", "Port Varla", "closed down"))


def test_next_year_and_last_autumn_keep_their_last_and_next() -> None:
    spun = text_of(whole(draft_of("The road closed last autumn and will reopen next year."), pen()))
    assert "last " in spun
    assert "next year" in spun


def test_words_keep_to_british_or_american_spelling() -> None:
    british = whole(draft_of("The labour group organised a programme in the centre."), pen())
    american = whole(draft_of("The labor group organized a program in the center."), pen())
    assert "organisation" in text_of(british)
    assert "organization" in text_of(american)


@pytest.mark.parametrize(
    ("lemma", "tag", "form"),
    [
        ("begin", "VBD", "began"),
        ("flee", "VBN", "fled"),
        ("strike", "VBN", "struck"),
        ("carry", "VBZ", "carries"),
        ("stop", "VBG", "stopping"),
        ("city", "NNS", "cities"),
        ("police officer", "NNS", "police officers"),
        ("man", "NNS", "men"),
        ("cancel", "VBD", "canceled"),
        ("big", "JJR", "bigger"),
        ("attorney", "NN", "attorney"),
    ],
)
def test_a_lemma_is_put_into_the_form_of_a_tag(lemma: str, tag: str, form: str) -> None:
    assert inflect(lemma, tag) == form


def test_a_long_adjective_has_no_comparative_of_its_own_and_the_british_double_the_l() -> None:
    assert inflect("important", "JJR") is None
    assert inflect("travel", "VBG", british=True) == "travelling"


@pytest.mark.parametrize(
    ("word", "article"),
    [
        ("hour", "an"),
        ("union", "a"),
        ("8", "an"),
        ("80", "an"),
        ("FBI", "an"),
        ("UN", "a"),
        ("unit", "a"),
        ("uninjured", "an"),
    ],
)
def test_the_article_goes_by_the_sound(word: str, article: str) -> None:
    assert article_for(word) == article


def test_titles_and_measures_are_left_alone_and_slang_is_not_offered() -> None:
    assert is_left_alone("minister", "n")
    assert is_left_alone("week", "n")
    assert not near_synonyms("minister", "n")
    assert {near.lemma for near in near_synonyms("arrest", "v")} == {"apprehend"}


# --- rules ----------------------------------------------------------------------------------------------------


def by_rule(rule: Rule, text: str) -> str | None:
    """The sentence as the rule leaves it; None if it does not fit."""
    draft = draft_of(text)
    assert len(draft.sentences) == 1
    words = rule(draft.sentences[0].words, pen())
    return None if words is None else text_of(draft.with_sentences([draft.sentences[0]._replace(words=words)]))


@pytest.mark.parametrize(
    ("rule", "text", "new"),
    [
        (attributions.said_last, "Police said two men fled.", "Two men fled, police said."),
        (attributions.said_last, "He said that the port was shut.", "The port was shut, he said."),
        (attributions.said_first, "Two men fled the hall, police said.", "Police said two men fled the hall."),
        (attributions.according_to, "Two men fled, doctors said.", "Two men fled, according to doctors."),
        (attributions.said_by, "Two men fled, according to doctors.", "Two men fled, doctors said."),
        (attributions.sayer_swapped, "“We fled,” said Mara Lind.", "“We fled,” Mara Lind said."),
        (attributions.sayer_swapped, "“We fled,” Mara Lind said.", "“We fled,” said Mara Lind."),
        (attributions.with_that, "Officials said the port was shut.", "Officials said that the port was shut."),
        (attributions.with_that, "Officials said that the port was shut.", "Officials said the port was shut."),
        (clauses.time_first, "The harbor closed on Monday.", "On Monday, the harbor closed."),
        (clauses.time_last, "On Monday, the harbor closed.", "The harbor closed on Monday."),
        (clauses.passive, "Police arrested two men near the gate.", "Two men were arrested by police near the gate."),
        (clauses.active, "Two men were arrested by police.", "Police arrested two men."),
        (
            clauses.relative_shortened,
            "The hall, which was built in 1974, was shut.",
            "The hall, built in 1974, was shut.",
        ),
        (
            clauses.relative_spelt_out,
            "The halls, built in 1974, were shut.",
            "The halls, which were built in 1974, were shut.",
        ),
        (phrases.genitive_of, "It ended the minister’s visit early.", "It ended the visit of the minister early."),
        (phrases.genitive_s, "It ended the visit of the minister.", "It ended the minister’s visit."),
        (phrases.contracted, "They did not come.", "They didn’t come."),
        (phrases.contracted, "They will not come.", "They won’t come."),
        (phrases.spelt_out, "They can't come.", "They cannot come."),
        (phrases.without_town_of, "They met in the town of Varla.", "They met in Varla."),
        (
            phrases.title_after,
            "Police Chief Oren Dahl said it was over.",
            "Oren Dahl, the police chief, said it was over.",
        ),
        (
            phrases.title_before,
            "Oren Dahl, the police chief, said it was over.",
            "Police Chief Oren Dahl said it was over.",
        ),
        (translated.swapped, "They fled because of the fire.", "They fled due to the fire."),
        (translated.light_verb, "Rebels attacked the base.", "Rebels carried out an attack on the base."),
        (translated.light_verb, "They decided to leave.", "They took the decision to leave."),
        (translated.with_article, "Police arrived.", "The police arrived."),
        (translated.without_article, "The police arrived.", "Police arrived."),
        (translated.timed, "They saw Monday’s blast.", "They saw the blast on Monday."),
    ],
)
def test_a_rule_rewords_what_it_is_for(rule: Rule, text: str, new: str) -> None:
    assert by_rule(rule, text) == new


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        (attributions.said_last, "Police said “two men” fled."),
        (attributions.said_last, "Police said Monday they were ready to go."),
        (attributions.said_first, "Two men fled, the doctor, a woman of forty, said."),
        (attributions.sayer_swapped, "“We fled,” he said."),
        (attributions.according_to, "Two men fled, he said."),
        (clauses.time_first, "He promised to close the harbor on Monday."),
        (clauses.time_first, "The harbor closed late on Monday."),
        (clauses.active, "One woman was dragged by the hair."),
        (clauses.active, "The hall was finished by Friday."),
        (clauses.passive, "Police arrested two men who fled."),
        (phrases.genitive_of, "It ended last year’s visit."),
        (phrases.genitive_of, "It fell on the farmers’ market."),
        (phrases.contracted, "“They did not come,” he said."),
        (translated.swapped, "The boat was due to leave."),
    ],
)
def test_a_rule_leaves_what_could_go_wrong(rule: Rule, text: str) -> None:
    assert by_rule(rule, text) is None


@pytest.mark.parametrize("step", [paraphrase, back_translate])
@pytest.mark.parametrize("text", TEXTS)
def test_a_reworded_text_rereads_and_keeps_its_truth(step: Callable[..., Draft], text: str) -> None:
    for seed in range(4):
        check_truth(lambda draft, hand: step(draft, hand, rate=1.0), text, seed)


@pytest.mark.parametrize("step", [paraphrase, back_translate])
def test_nothing_is_reworded_at_rate_nought_and_chance_is_by_seed(step: Callable[..., Draft]) -> None:
    parent = draft_of(fiction.RADIO)
    assert step(parent, pen(), rate=0.0) == parent
    assert step(parent, pen(2), rate=0.9) == step(parent, pen(2), rate=0.9)


def test_translating_back_keeps_every_number_and_quotation() -> None:
    for text in TEXTS:
        parent = draft_of(text)
        child = back_translate(parent, pen(), rate=1.0)
        assert [w.text for w in words_of(child) if w.tag == "CD"] == [w.text for w in words_of(parent) if w.tag == "CD"]
        assert [w.text for w in words_of(child) if w.quoted] == [w.text for w in words_of(parent) if w.quoted]


# --- house style ----------------------------------------------------------------------------------------------

PLAIN: Final = HouseStyle("plain", curly=False)


@pytest.mark.parametrize("name", sorted(STYLES))
@pytest.mark.parametrize("text", TEXTS)
def test_a_styled_text_rereads_keeps_its_truth_and_is_in_style_for_good(name: str, text: str) -> None:
    check_truth(lambda draft, hand: house_style(draft, hand, style=STYLES[name]), text, 1)
    once = house_style(draft_of(text), pen(), style=STYLES[name])
    hand = pen()
    assert text_of(house_style(once, hand, style=STYLES[name])) == text_of(once)
    assert not hand.notes


@pytest.mark.parametrize(
    ("style", "text", "new"),
    [
        (PLAIN._replace(british=True), "The labor center organized it.", "The labour centre organised it."),
        (PLAIN, "The labour centre organised it.", "The labor center organized it."),
        (PLAIN._replace(percent="%"), "Shares fell 4 percent on Monday.", "Shares fell 4% on Monday."),
        (PLAIN, "Shares fell 4 per cent on Monday.", "Shares fell 4 percent on Monday."),
        (PLAIN._replace(percent="per cent"), "Shares fell 4% on Monday.", "Shares fell 4 per cent on Monday."),
        (PLAIN._replace(percent="%"), "Shares fell four percent on Monday.", "Shares fell four percent on Monday."),
        (PLAIN._replace(clock="pm"), "It began at 5 p.m. on Monday.", "It began at 5 pm on Monday."),
        (PLAIN._replace(in_words=0), "They found five boats.", "They found 5 boats."),
        (PLAIN, "They found 5 boats and 12 men.", "They found five boats and 12 men."),
        (PLAIN._replace(in_words=0), "Five boats sank.", "Five boats sank."),
        (PLAIN, "It rose to 5 million florins.", "It rose to 5 million florins."),
        (PLAIN._replace(day_first=True), "It opened on April 9, 2024.", "It opened on 9 April 2024."),
        (PLAIN, "It opened on 9 April 2024.", "It opened on April 9, 2024."),
        (PLAIN._replace(short_months=True), "It opened on November 7.", "It opened on Nov. 7."),
        (PLAIN._replace(said="stated"), "The mayor said it was late.", "The mayor stated it was late."),
        (PLAIN._replace(curly=True), '"It\'s late," he said.', "“It’s late,” he said."),
        (PLAIN, "“It’s late,” he said.", '"It\'s late," he said.'),
        (PLAIN._replace(dash="–"), "The boat — an old one — sank.", "The boat – an old one – sank."),
        (PLAIN, "They met Mr. Dahl and Mrs. Lind.", "They met Dahl and Lind."),
        (PLAIN._replace(honorific="Mr"), "They met Mr. Dahl.", "They met Mr Dahl."),
    ],
)
def test_a_house_writes_it_its_own_way(style: HouseStyle, text: str, new: str) -> None:
    assert text_of(house_style(draft_of(text), pen(), style=style)) == new


def test_there_are_many_pairs_of_spellings_and_each_way_leads_back() -> None:
    assert len(pairs()) > 150
    for british, american in pairs():
        assert respelt(respelt(british, british=False), british=True) in {
            one for one, other in pairs() if other == american
        }


# --- names and fatigue ----------------------------------------------------------------------------------------


def test_a_respelt_name_is_the_same_all_through_and_other_words_stay() -> None:
    parent = draft_of("Mayor Hassan Qadoush came late. “We wait,” Qadoush said. Oren Dahl met Qadoush’s aide.")
    child = respell_names(parent, pen())
    changed = {(a.text, b.text) for a, b in zip(words_of(parent), words_of(child), strict=True) if a.text != b.text}
    assert len(changed) == 1
    assert changed.pop()[1] in variant_spellings("Qadoush")
    assert text_of(child).count("Qadoush") == 0


def test_family_names_are_no_words_of_english() -> None:
    assert family_names(draft_of("Police Chief Oren Dahlquist met the Harbour Authority on Main Street.")) == (
        "Dahlquist",
    )


def test_a_name_that_no_rule_fits_has_no_other_spelling() -> None:
    assert variant_spellings("Brst") == ()


REPEATING: Final = (
    "Hassan Qadoush has found 5 boats. They burned a boat.\n\nQadoush said 4 boats sank. A boat was safe. "
    "Mara Lind met Qadoush with 3 men on a boat."
)


@pytest.mark.parametrize("what", sorted(FATIGUES))
def test_a_tired_copyist_lapses(what: str) -> None:
    parent = draft_of(REPEATING)
    hand = pen()
    child = tire(parent, hand, what=what)
    changed = [a.words != b.words for a, b in zip(parent.sentences, child.sentences, strict=True)]
    assert True in changed
    assert False in changed[changed.index(True) :]
    assert all(note.how.endswith(("later forgotten", "number style")) for note in hand.notes)


@pytest.mark.parametrize("what", ["", *sorted(FATIGUES)])
def test_a_tired_text_rereads_and_a_text_with_nothing_twice_stays(what: str) -> None:
    check_truth(lambda draft, hand: tire(draft, hand, what=what), REPEATING, 1)
    alone = draft_of("It rained.")
    assert tire(alone, pen(), what=what) == alone
