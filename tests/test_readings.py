"""Readings of one utterance over invented articles. All people and places are fiction."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from quote_helpers import entities_of, read, words

from headwater.quotes import collate, find_quotes
from headwater.types import Document, Quote, QuoteFamily

FULL = "“The dam was never safe, and we told the council so in April,” said Orla Venn."


def collated(*texts: str) -> tuple[list[Document], tuple[Quote, ...], tuple[QuoteFamily, ...]]:
    documents = [read(text, f"paper{number}") for number, text in enumerate(texts)]
    entities = entities_of(documents)
    quotes = tuple(quote for document in documents for quote in find_quotes(document, entities))
    return documents, quotes, collate(quotes, documents, entities)


def differences(*texts: str) -> list[list[str]]:
    return [[reading.difference for reading in family.readings] for family in collated(*texts)[2]]


@pytest.mark.parametrize(
    ("other", "difference"),
    [
        ("Orla Venn said: “The dam was never safe, and we told the council so in April.”", "same"),
        ("“The dam was never safe,” Orla Venn said.", "trimmed"),
        ("“The dam was never sound, and we told the town so in April,” said Orla Venn.", "wording"),
        ("The dam was never safe, and we told the council so in April, said Orla Venn.", "marks lost"),
        ("Orla Venn said that the dam was never safe and that they told the council in April.", "paraphrase"),
        ("“The dam was never safe, and we told the council so in April,” said Marek Solt.", "other speaker"),
    ],
)
def test_a_reading_is_typed_against_the_longest_witness(other: str, difference: str) -> None:
    first, second = differences(FULL, other)[0]
    assert (first, second) in {("base", difference), ("base", "marks lost")}
    if difference != "paraphrase":
        assert second == difference


def test_the_longest_complete_witness_is_the_base_whatever_the_order() -> None:
    short = "“The dam was never safe,” Orla Venn said."
    for texts in ((FULL, short), (short, FULL)):
        documents, quotes, families = collated(*texts)
        base = next(quote for quote in quotes if quote.id == families[0].readings[0].quote)
        document = next(item for item in documents if item.article.id == base.content.article)
        assert words(document, base.content).endswith("in April,")


def test_parallel_translations_of_one_speech_are_one_family() -> None:
    other = "“The dam has never been safe, as we told the town council back in April,” said Orla Venn."
    assert differences(FULL, other) == [["base", "wording"]]


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
        "Militia leaders blamed it on “third parties”.",
        "The militia leaders blamed it on “third parties” abroad.",
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
    assert all([r.difference for r in family.readings].count("base") == 1 for family in families)
