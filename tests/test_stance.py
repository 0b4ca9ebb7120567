"""How the newsroom stands to what it passes on, and who speaks for whom. All people and places are fiction."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from quote_helpers import find_told, quotes_of, words

from headwater.quotes import attribution_at
from headwater.text.quotemarks import quoted_spans
from headwater.types import Article, CueClass, SourceKind

NEUTRAL, DISTANCING, ENDORSING, DENYING = CueClass


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Orla Venn said that the dam had cracked.", NEUTRAL),
        ("According to Orla Venn, the dam had cracked.", NEUTRAL),
        ("Orla Venn claimed that the dam had cracked.", DISTANCING),
        ("Orla Venn alleged that the dam had cracked.", DISTANCING),
        ("Orla Venn’s claim that the dam had cracked fell flat.", DISTANCING),
        ("Orla Venn reportedly said that the dam had cracked.", DISTANCING),
        ("Orla Venn confirmed that the dam had cracked.", ENDORSING),
        ("Orla Venn revealed that the dam had cracked.", ENDORSING),
        ("Orla Venn admitted that the dam had cracked.", ENDORSING),
        ("Orla Venn’s admission that the dam had cracked came late.", ENDORSING),
        ("Orla Venn denied that the dam had cracked.", DENYING),
        ("Orla Venn did not deny that the dam had cracked.", NEUTRAL),
        ("Orla Venn could not confirm that the dam had cracked.", NEUTRAL),
    ],
)
def test_a_cue_shows_how_the_newsroom_stands_to_it(text: str, kind: CueClass) -> None:
    _, quotes = quotes_of(text)
    assert {quote.cue_class for quote in quotes if quote.cue is not None} == {kind}


def test_a_dismissal_in_marks_is_a_denial() -> None:
    _, quotes = quotes_of("Orla Venn dismissed the report as “gossip”.")
    assert DENYING in {quote.cue_class for quote in quotes}


def test_the_chain_keeps_the_class_of_each_cue() -> None:
    document, quotes = quotes_of("The board confirmed that Orla Venn claimed the dam had cracked.")
    claim = next(quote for quote in quotes if words(document, quote.cue) == "claimed")
    chain = attribution_at(document, quotes, claim.content)
    assert [link.cue_class for link in chain] == [ENDORSING, DISTANCING]


@pytest.mark.parametrize(
    ("text", "content", "speaker"),
    [
        ("A spokesman for the Sorna Water Board said the dam held.", "the dam held", "sorna water board"),
        ("“It held,” a spokeswoman for the Sorna Water Board said.", "It held", "sorna water board"),
        ("“It held,” said Orla Venn, a spokeswoman for the Sorna Water Board.", "It held", "venn"),
        ("“It held,” a spokesman said.", "It held", ""),
        ("“It held,” an official of the Sorna Water Board said.", "It held", ""),
    ],
)
def test_a_spokesman_without_a_name_speaks_for_his_body(text: str, content: str, speaker: str) -> None:
    told = find_told(text, content).speaker
    assert told.removeprefix("the ") == speaker


def test_officials_without_a_name_are_described_and_their_channel_is_kept() -> None:
    text = "Two Sornan officials told the Daily Lantern, on condition of anonymity, that the dam had cracked."
    document, quotes = quotes_of(text)
    quote = quotes[0]
    link = attribution_at(document, quotes, quote.content)[0]
    assert words(document, quote.source) == "Two Sornan officials"
    assert (link.kind, quote.speaker) == (SourceKind.ANONYMOUS, "")
    assert words(document, quote.channel) == "told the Daily Lantern"


def test_who_is_quoted_in_a_quote_is_its_source() -> None:
    quote = find_told("“My father used to say, ‘Never trust a calm sea,’” said Orla Venn.", "Never trust a calm sea")
    assert (quote.source, quote.speaker) == ("My father", "")


PARAGRAPHS = st.lists(st.text(alphabet="abc de.", min_size=3, max_size=12).filter(str.strip), min_size=1, max_size=5)


@settings(max_examples=60, deadline=None)
@given(PARAGRAPHS)
def test_each_paragraph_of_a_quote_is_found_however_many_there_are(paragraphs: list[str]) -> None:
    text = "\n\n".join(f"“{part.strip()}" for part in paragraphs) + "”"
    found = [text[span.start : span.end] for span in quoted_spans(Article("a", text, "a"))]
    assert found == [part.strip() for part in paragraphs]


@settings(max_examples=60, deadline=None)
@given(PARAGRAPHS, st.sampled_from(["“", "«", "„", "``"]))
def test_an_unclosed_quote_never_reaches_into_the_next_line(paragraphs: list[str], glyph: str) -> None:
    text = "\n".join(f"He said {glyph}{part.strip()}" for part in paragraphs)
    spans = quoted_spans(Article("a", text, "a"))
    assert all("\n" not in text[span.start : span.end] for span in spans)
    assert len(spans) == len(paragraphs)
