"""Readings of one utterance over invented articles. All people and places are fiction."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import msgspec
import pytest
from findings_cases import case
from hypothesis import given
from hypothesis import strategies as st
from quote_helpers import entities_of, read, words
from rapidfuzz.distance import LCSseq

from headwater.quotes import collate, find_quotes
from headwater.quotes.readings.aligning import aligned
from headwater.testing.reading import stemma_of
from headwater.types import Document, Passage, Quote, QuoteFamily, ReadingKind, Span, Stemma

FULL = "“The dam was never safe, and we told the council so in April,” said Orla Venn."


def collated(
    *texts: str, stemma: Stemma | None = None
) -> tuple[list[Document], tuple[Quote, ...], tuple[QuoteFamily, ...]]:
    documents = [read(text, f"paper{number}") for number, text in enumerate(texts)]
    entities = entities_of(documents)
    quotes = tuple(quote for document in documents for quote in find_quotes(document, entities))
    return documents, quotes, collate(quotes, documents, entities, stemma)


def differences(*texts: str) -> list[list[str]]:
    return [[reading.difference.value for reading in family.readings] for family in collated(*texts)[2]]


@pytest.mark.parametrize(
    ("other", "difference"),
    [
        ("Orla Venn said: “The dam was never safe, and we told the council so in April.”", "same"),
        ("“The dam was never safe,” Orla Venn said.", "trimmed"),
        ("“The dam was never sound, and we told the town so in April,” said Orla Venn.", "wording"),
        ("The dam was never safe, and we told the council so in April, said Orla Venn.", "marks lost"),
        (
            "Orla Venn said that the dam was never safe and that they told the council in April.",
            "tense or pronoun shift",
        ),
        ("Orla Venn warned in April that the dam was not safe and that the council knew.", "paraphrase"),
        ("“The dam was never safe, and we told the council so in April,” said Marek Solt.", "other speaker"),
    ],
)
def test_a_reading_is_typed_against_the_longest_witness(other: str, difference: str) -> None:
    assert differences(FULL, other)[0] == ["base", difference]


SPEECH = "“We will fight for the mill. We will not sell it to anyone here. Tomorrow I will say so,” said Orla Venn."

# Each row: another reading of the speech, what it is on the whole, and the places that differ as (kind, base, reading).
READINGS = [
    case("trimmed at the start", "“We will not sell it to anyone here. Tomorrow I will say so,” said Orla Venn.",
         "trimmed", {("trimmed", "We will fight for the mill", "")}),
    case("trimmed at both ends", "“We will not sell it to anyone here,” said Orla Venn.", "trimmed", {("trimmed",
         "We will fight for the mill", ""), ("trimmed", "Tomorrow I will say so", "")}),
    case("dots inside", "“We will fight for the mill … Tomorrow I will say so,” said Orla Venn.", "ellipsis", {(
         "ellipsis", "We will not sell it to anyone here", "")}),
    case("dots in brackets", "“We will fight for the mill. [...] Tomorrow I will say so,” said Orla Venn.", "ellipsis",
         {("ellipsis", "We will not sell it to anyone here", "")}),
    case("a word in brackets for one of hers", "“We will fight for the mill. We will not sell [the wheel] to anyone "
         "here,” said Orla Venn.", "bracket", {("bracket", "it", "the wheel"), ("trimmed", "Tomorrow I will say so",
         "")}),
    case("words in brackets added", "“We will fight for the mill [at Skarrow]. We will not sell it to anyone here. "
         "Tomorrow I will say so,” said Orla Venn.", "bracket", {("bracket", "", "at Skarrow")}),
    case("a sentence left out without a sign", "“We will fight for the mill. Tomorrow I will say so,” said Orla Venn.",
         "sentences joined", {("sentences joined", "We will not sell it to anyone here", "")}),
    case("two sentences joined", "“We will fight for the mill and not sell it to anyone here. Tomorrow I will say "
         "so,” said Orla Venn.", "sentences joined", {("sentences joined", "We will", "and")}),
    case("told as a report", "Orla Venn said they would fight for the mill and would not sell it to anyone there.",
         "tense or pronoun shift", {("tense or pronoun shift", "We will", "they would"), ("tense or pronoun shift",
         "We will", "and would"), ("tense or pronoun shift", "here", "there"), ("trimmed", "Tomorrow I will say so",
         "")}),
    case("a report of one sentence", "Orla Venn said that they would not sell it to anyone there.", "tense or "
         "pronoun shift", {("trimmed", "We will fight for the mill", ""), ("tense or pronoun shift", "We will",
         "they would"), ("tense or pronoun shift", "here", "there"), ("trimmed", "Tomorrow I will say so", "")}),
    case("contractions", "“We'll fight for the mill. We won't sell it to anyone here. Tomorrow I'll say so,” said "
         "Orla Venn.", "same", set()),
    case("a word of another sense", "“We will fight for the mill. We will not lend it to anyone here. Tomorrow I "
         "will say so,” said Orla Venn.", "wording", {("wording", "sell", "lend")}),
    case("a not left out", "“We will fight for the mill. We will sell it to anyone here. Tomorrow I will say so,” "
         "said Orla Venn.", "wording", {("wording", "not", "")}),
]  # fmt: skip


@pytest.mark.parametrize(("other", "kind", "changes"), READINGS)
def test_a_reading_is_typed_and_shows_the_words_that_differ(
    other: str, kind: str, changes: set[tuple[str, str, str]]
) -> None:
    documents, _, families = collated(SPEECH, other)
    by_id = {document.article.id: document for document in documents}
    (reading,) = families[0].readings[1:]
    told = {
        (one.kind.value, *(words(by_id[side.article], side) if side else "" for side in (one.base, one.reading)))
        for one in reading.changes
    }
    assert (reading.difference.value, told) == (kind, changes)


def test_the_spellings_of_two_englishes_and_numbers_in_words_are_the_same_words() -> None:
    one = "“The harbour has 12 grey cranes and no labourer,” said Orla Venn."
    assert differences(one, "“The harbor has twelve gray cranes and no laborer,” said Orla Venn.") == [["base", "same"]]


# --- misquotes ------------------------------------------------------------------------------------------------

SOUND = "“The dam was never sound, and we told the council so in April,” said Orla Venn."


def test_words_between_marks_that_more_lines_have_otherwise_are_a_misquote() -> None:
    assert sorted(differences(FULL, SOUND, FULL)[0]) == ["base", "misquote", "same"]


def test_between_two_lines_nothing_decides() -> None:
    assert differences(FULL, SOUND) == [["base", "wording"]]


def test_a_line_counts_once_however_many_copies_it_has() -> None:
    copies = collated(FULL, FULL, FULL, SOUND, stemma=stemma_of({"a": ["paper0", "paper1", "paper2"], "b": ["paper3"]}))
    assert [one.difference.value for one in copies[2][0].readings] == ["base", "same", "same", "wording"]


def test_inside_one_line_the_articles_decide() -> None:
    copies = collated(FULL, FULL, SOUND, stemma=stemma_of({"a": ["paper0", "paper1", "paper2"]}))
    assert [one.difference.value for one in copies[2][0].readings] == ["base", "same", "misquote"]


def test_a_misquote_is_never_the_base_however_long() -> None:
    longer = SOUND.replace("in April", "in April and in May")
    documents, quotes, families = collated(longer, FULL, FULL)
    assert [one.difference.value for one in families[0].readings] == ["base", "misquote", "same"]
    base = next(quote for quote in quotes if quote.id == families[0].readings[0].quote)
    assert words(documents[1], base.content) == words(documents[1], quotes[1].content)


def test_a_misquote_tells_who_reads_otherwise() -> None:
    family = collated(FULL, SOUND, FULL)[2][0]
    (misquote,) = [one for one in family.readings if one.difference is ReadingKind.MISQUOTE]
    assert [one.detail for one in misquote.evidence][1:] == ["2 lines have “safe”, 1 “sound”"]
    assert misquote.evidence[1].score == 1


def test_small_words_make_no_misquote() -> None:
    small = FULL.replace("and we told", "and then we told").replace("the council", "a council")
    assert "misquote" not in differences(FULL, FULL, FULL.replace("the council", "a council"))[0]
    assert "misquote" in differences(FULL, FULL, small.replace("never", "ever"))[0]


# --- translations, speakers, copies ---------------------------------------------------------------------------


def test_within_one_line_other_words_throughout_are_no_translation() -> None:
    other = "“The dam has never been safe, as we told the town council back in April,” said Orla Venn."
    families = collated(FULL, other, stemma=stemma_of({"a": ["paper0", "paper1"]}))[2]
    assert [one.difference.value for one in families[0].readings] == ["base", "wording"]


def test_the_speaker_of_most_lines_is_the_speaker_and_the_base_is_theirs() -> None:
    wrong = FULL.replace("Orla Venn", "Marek Solt").replace("in April", "in April last year")
    family = collated(wrong, FULL, FULL)[2][0]
    assert family.speaker == "venn"
    assert sorted(one.difference.value for one in family.readings) == ["base", "other speaker", "same"]
    assert family.readings[0].quote.startswith("paper1")


def test_a_body_and_who_speaks_for_it_are_one_speaker() -> None:
    body = FULL.replace("Orla Venn", "the River Board")
    voice = FULL.replace("Orla Venn", "Orla Venn, who heads the River Board")
    assert differences(voice, body) == [["base", "same"]]


def test_along_a_copy_the_passages_align_quotes_that_share_hardly_a_word() -> None:
    texts = ["“They will stay,” said Orla Venn.", "“They shall remain,” said Orla Venn."]
    assert differences(*texts) == [["base"], ["base"]]
    documents = [read(text, f"paper{number}") for number, text in enumerate(texts)]
    aligned = Passage(documents[0].sentences[0].span, documents[1].sentences[0].span, 0.6)
    stemma = stemma_of({"a": ["paper0", "paper1"]}, [aligned])
    assert [[one.difference.value for one in family.readings] for family in collated(*texts, stemma=stemma)[2]] == [
        ["base", "wording"]
    ]


# --- families -------------------------------------------------------------------------------------------------


def test_the_longest_complete_witness_is_the_base_whatever_the_order() -> None:
    short = "“The dam was never safe,” Orla Venn said."
    for texts in ((FULL, short), (short, FULL)):
        documents, quotes, families = collated(*texts)
        base = next(quote for quote in quotes if quote.id == families[0].readings[0].quote)
        document = next(item for item in documents if item.article.id == base.content.article)
        assert words(document, base.content).endswith("in April,")


def test_parallel_translations_of_one_speech_are_one_family() -> None:
    other = "“The dam has never been safe, as we told the town council back in April,” said Orla Venn."
    assert differences(FULL, other) == [["base", "other translation"]]


def test_other_utterances_of_one_speaker_stay_apart() -> None:
    other = "“Nobody in the valley will pay for the new bridge this year,” said Orla Venn."
    assert differences(FULL, other) == [["base"], ["base"]]


def test_short_common_words_of_different_people_stay_apart() -> None:
    assert differences("“We are very proud,” said Orla Venn.", "“We are very proud,” said Marek Solt.") == [
        ["base"],
        ["base"],
    ]


def test_a_term_quoted_from_the_same_nameless_source_is_one_family() -> None:
    texts = (
        "Union leaders blamed it on “absent owners”.",
        "The union leaders blamed it on “absent owners” abroad.",
    )
    assert differences(*texts) == [["base", "same"]]


def test_an_unresolved_speaker_does_not_part_long_readings() -> None:
    other = "“The dam was never safe, and we told the council so in April,” said the head of the board."
    assert differences(FULL, other) == [["base", "same"]]


def test_indirect_speech_makes_no_family_of_its_own() -> None:
    assert differences("Orla Venn said the dam would hold.", "Orla Venn said the dam would hold.") == []


def test_the_family_names_its_speaker_and_cites_the_sources() -> None:
    _, _, families = collated(FULL, "“The dam was never safe,” Venn said.")
    assert families[0].speaker == "venn"
    assert families[0].speaker_text.text == "Orla Venn"
    assert {span.article for span in families[0].speaker_text.spans} == {"paper0", "paper1"}


def test_the_order_of_the_input_changes_nothing() -> None:
    texts = (FULL, "“The dam was never safe,” Orla Venn said.", "“We lost all we had,” said Marek Solt.")
    documents, quotes, families = collated(*texts)
    entities = entities_of(documents)
    for order in itertools.permutations(range(3)):
        shuffled = [documents[place] for place in order]
        assert collate(tuple(reversed(quotes)), shuffled, tuple(reversed(entities))) == families


def test_no_quotes_have_no_families() -> None:
    assert collate((), (), ()) == ()


def test_a_quote_without_a_word_makes_no_family() -> None:
    documents, quotes, _ = collated("“The dam was never safe —” said Orla Venn.")
    dash = documents[0].article.text.index("—")
    speechless = msgspec.structs.replace(quotes[0], content=Span(quotes[0].content.article, dash, dash + 1))
    assert collate((speechless,), documents, entities_of(documents)) == ()


def test_quotes_of_unknown_articles_are_left_out() -> None:
    documents, quotes, _ = collated(FULL)
    assert collate(quotes, (), entities_of(documents)) == ()


SAID = ("“The dam was never safe,” said Orla Venn.", FULL, "“We lost all we had,” said Marek Solt.", "It rained.")


@given(st.lists(st.sampled_from(SAID), max_size=5))
def test_each_quote_is_read_in_one_family_at_most_and_each_family_has_one_base(texts: Sequence[str]) -> None:
    _, quotes, families = collated(*texts)
    read_in = [reading.quote for family in families for reading in family.readings]
    assert len(read_in) == len(set(read_in))
    assert set(read_in) <= {quote.id for quote in quotes}
    assert all([r.difference for r in family.readings].count(ReadingKind.BASE) == 1 for family in families)


@given(
    st.lists(st.sampled_from("abc"), max_size=9),
    st.lists(st.sampled_from("abc"), max_size=9),
    st.sets(st.integers(1, 8)),
)
def test_an_alignment_covers_both_readings_in_order_and_keeps_equal_words(
    base: list[str], reading: list[str], breaks: set[int]
) -> None:
    places = aligned(base, reading, breaks)
    covered = [number for place in places for number in range(*place.base)]
    answered = [number for place in places for number in range(*place.reading)]
    assert (covered, answered) == (list(range(len(base))), list(range(len(reading))))
    assert all(base[slice(*place.base)] == reading[slice(*place.reading)] for place in places if place.same)
    kept = sum(place.base[1] - place.base[0] for place in places if place.same)
    assert kept == LCSseq.similarity(base, reading)
