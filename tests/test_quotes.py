"""Quotes in invented sentences: what was said, in which form, by whom. All people and places are fiction."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from quote_helpers import find_told, quotes_of, read, told, words

from headwater.quotes import find_quotes
from headwater.types import Article, Document, Parse, QuoteForm, Span, Token

DIRECT = [
    ("“The dam is safe,” said Orla Venn.", "The dam is safe", "Orla Venn", "venn"),
    ("“The dam is safe,” Orla Venn said.", "The dam is safe", "Orla Venn", "venn"),
    ("Orla Venn said, “The dam is safe.”", "The dam is safe", "Orla Venn", "venn"),
    ("Orla Venn said: “The dam is safe.”", "The dam is safe", "Orla Venn", "venn"),
    ('"The dam is safe," said Orla Venn.', "The dam is safe", "Orla Venn", "venn"),
    ("“Is the dam safe?” asked Orla Venn.", "Is the dam safe?", "Orla Venn", "venn"),
    ("“Go home!” Orla Venn shouted at the crowd.", "Go home!", "Orla Venn", "venn"),
    ("“We are ready,” Orla Venn told reporters on Monday.", "We are ready", "Orla Venn", "venn"),
    ("“We are ready,” Orla Venn wrote on Twitter.", "We are ready", "Orla Venn", "venn"),
    ("“We are ready,” two officials said.", "We are ready", "two officials", ""),
    ("“We held. We won,” said Orla Venn, head of the water board.", "We held. We won", "", "venn"),
    ("“The dam,” said Orla Venn, “is safe.”", "is safe.", "Orla Venn", "venn"),
    ("“The dam is safe,” Venn, who runs the board, said.", "The dam is safe", "Venn", "venn"),
    ("“We sent men to the U.S.,” said Orla Venn.", "We sent men to the U.S.", "Orla Venn", "venn"),
    ("“They left for the U.S.” Orla Venn said so twice.", "They left for the U.S.", "", "venn"),
    ("“The dam is safe,” said Dr. Orla Venn.", "The dam is safe", "", "venn"),
    ("“The dam is safe,” said Gov. Marek Solt.", "The dam is safe", "", "solt"),
    ("“The dam is safe,” said foreign ministry spokesman Marek Solt.", "The dam is safe", "", "solt"),
    ("“The dam is safe,” said Marek Solt, a spokesman for Orla Venn.", "The dam is safe", "", "solt"),
    ("“He told me ‘go away’ twice,” said Orla Venn.", "He told me ‘go away’ twice", "Orla Venn", "venn"),
    ("“It was fraud. “\nOrla Venn said the town would sue.", "It was fraud.", "", ""),
    ("“The dam is safe, said Orla Venn.", "The dam is safe, said Orla Venn.", "", ""),
    ("Orla Venn: “The dam is safe.”", "The dam is safe.", "Orla Venn", "venn"),
    ("Mayor: “The dam is safe.”", "The dam is safe.", "Mayor", ""),
    ("Orla Venn, in a tweet: “We won.”", "We won.", "Orla Venn", "venn"),
    ("The ministry issued a statement: “The dam is safe.”", "The dam is safe.", "The ministry", ""),
    ("A statement from the board read: “We won.”", "We won.", "A statement from the board", ""),
    ("“We won.” — Orla Venn", "We won.", "Orla Venn", "venn"),
    ("As Orla Venn put it, “the dam is a ruin”.", "the dam is a ruin", "Orla Venn", "venn"),
    ("“The dam is a ruin,” according to Orla Venn.", "The dam is a ruin", "Orla Venn", "venn"),
    ("Asked whether the dam was safe, Orla Venn replied: “No, it is not.”", "No, it is not.", "Orla Venn", "venn"),
    ("“We,” Orla Venn told the Daily Lantern, “never won.”", "We", "Orla Venn", "venn"),
    ("The mayor, Orla Venn, was blunt. “The dam is a ruin.”", "The dam is a ruin.", "The mayor, Orla Venn", "venn"),
    ("“The dam is safe”, Orla Venn said, adding: “We checked.”", "We checked.", "Orla Venn", "venn"),
    ("“It is a disgrace,” said a resident, declining to be named.", "It is a disgrace", "a resident", ""),
]


@pytest.mark.parametrize(("text", "content", "source", "speaker"), DIRECT)
def test_direct_speech_is_found_with_its_speaker(text: str, content: str, source: str, speaker: str) -> None:
    quote = find_told(text, content)
    assert quote.form == "direct"
    assert quote.source.startswith(source)
    assert quote.speaker == speaker


MIXED = [
    ("Orla Venn described the raid as a “shabby trick”.", "shabby trick", "Orla Venn"),
    ("Orla Venn denounced the “shameful raid” on the dam.", "shameful raid", "Orla Venn"),
    ("Orla Venn called it “a farce”.", "a farce", "Orla Venn"),
    ("Union leaders condemned the lockout, blaming it on “absent owners”.", "absent owners", "Union leaders"),
    ("Orla Venn said the dam was “in no danger whatever”.", "in no danger whatever", "Orla Venn"),
    ("Orla Venn urged all sides to “put down the oars.”", "put down the oars.", "Orla Venn"),
    ("According to Orla Venn, the dam is “a ruin”.", "a ruin", "Orla Venn"),
    ("Orla Venn accused the council of “open theft”.", "open theft", "Orla Venn"),
    ("Orla Venn warned of “a long winter” in the valley.", "a long winter", "Orla Venn"),
    ("Venn dismissed the report as “gossip”.", "gossip", "Venn"),
]


@pytest.mark.parametrize(("text", "content", "source"), MIXED)
def test_quoted_words_under_a_cue_are_mixed_speech(text: str, content: str, source: str) -> None:
    quote = find_told(text, content)
    assert quote.form == "mixed"
    assert quote.source == source


def test_a_paraphrase_with_quoted_words_is_an_indirect_quote_as_well() -> None:
    forms = {quote.words: quote.form for quote in told("Orla Venn said the dam was “in no danger”.")}
    assert forms["in no danger"] == "mixed"
    assert "indirect" in forms.values()


INDIRECT = [
    ("Orla Venn said that the dam would hold.", "that the dam would hold", "Orla Venn"),
    ("Orla Venn said the dam would hold.", "the dam would hold", "Orla Venn"),
    ("The dam broke on Sunday, the ministry said.", "The dam broke on Sunday", "the ministry"),
    ("In a statement, the ministry said the dam would hold.", "the dam would hold", "the ministry"),
    ("According to two officials, nine clerks were hurt.", "nine clerks were hurt", "two officials"),
    ("Nine clerks were hurt, according to two officials.", "Nine clerks were hurt", "two officials"),
    ("The dam broke, officials said, adding to fears of floods.", "The dam broke", "officials"),
    ("Solt was quoted as saying that the dam would hold.", "that the dam would hold", "Solt"),
    ("She praised the crews, adding that the dam would hold.", "that the dam would hold", "She"),
    ("Venn told reporters that the dam would hold.", "that the dam would hold", "Venn"),
    ("Venn resigned and said that she was tired.", "that she was tired", "Venn"),
    ("Solt, who said the dam had cracked, left the town.", "the dam had cracked", "Solt"),
    ("The claim by union leaders that the scales were bent fell flat.", "that the scales were bent", "union leaders"),
    ("The mayor’s claim that the scales were bent fell flat.", "that the scales were bent", "The mayor’s"),
    ("The mayor vowed to rebuild the dam.", "to rebuild the dam", "The mayor"),
    ("The mayor is confident that the dam will hold.", "that the dam will hold", "The mayor"),
    ("Police accused the guard of stealing the boat.", "the guard of stealing the boat", "Police"),
    ("The mayor confirmed three deaths.", "three deaths", "The mayor"),
    ("The mayor called for an inquiry into the flood.", "for an inquiry into the flood", "The mayor"),
    ("Venn described the flood as a warning.", "the flood as a warning", "Venn"),
    ("The ministry denied that the dam had cracked.", "that the dam had cracked", "The ministry"),
    ("The mayor wondered whether the dam would hold.", "whether the dam would hold", "The mayor"),
    ("Analysts believe the dam was built in haste.", "the dam was built in haste", "Analysts"),
    ("Witnesses described hearing two blasts.", "hearing two blasts", "Witnesses"),
    ("It was announced by the ministry that the dam held.", "that the dam held", "the ministry"),
    ("Solt – who left in May – said the dam held.", "the dam held", "Solt – who left in May"),
    ("Marek Holt warned the town of floods.", "of floods", "Marek Holt"),
    ("The letter said the dam had cracked.", "the dam had cracked", "The letter"),
]


@pytest.mark.parametrize(("text", "content", "source"), INDIRECT)
def test_indirect_speech_is_found_with_its_source(text: str, content: str, source: str) -> None:
    quote = find_told(text, content)
    assert quote.form == "indirect"
    assert quote.source == source


UNMARKED = [
    ("The dam is safe, said Orla Venn, head of the board.", "The dam is safe", "venn"),
    ("I saw the dam break, Orla Venn told us.", "I saw the dam break", "venn"),
    ("The dam is a ruin, wrote Orla Venn in a post.", "The dam is a ruin", "venn"),
    ("We have lived with floods, said Marek Solt, 50, a shopkeeper.", "We have lived with floods", "solt"),
    ("You must leave the valley, Orla Venn said.", "You must leave the valley", "venn"),
]


@pytest.mark.parametrize(("text", "content", "speaker"), UNMARKED)
def test_direct_speech_without_marks_is_unmarked(text: str, content: str, speaker: str) -> None:
    quote = find_told(text, content)
    assert quote.form == "unmarked"
    assert quote.speaker == speaker


def test_unmarked_speech_goes_on_as_long_as_it_speaks_in_person() -> None:
    text = "The dam is a ruin, said Orla Venn. The walls are thin. I would not sleep below it. The town has two dams."
    assert [quote.words for quote in told(text) if quote.form == "unmarked"] == [
        "The dam is a ruin",
        "The walls are thin.",
        "I would not sleep below it.",
    ]


def test_a_long_paragraph_in_the_first_person_is_read_once() -> None:
    """Each sentence that goes on was taken for speech that goes on, so that the work doubled with every one."""
    text = "I saw the dam break, said Orla Venn. " + "I ran, and we lost our house. " * 12
    assert len([quote for quote in told(text) if quote.form == "unmarked"]) == 5


@pytest.mark.parametrize(
    "text",
    [
        "The so-called “experts” left the valley.",
        "She wore a badge with the word “press” on it.",
        "The ferry “Northern Star” sank in the bay.",
        "The novel “The Long Ferry” sold well.",
        "No one claimed responsibility for the attack.",
        "No group said it had fired the rocket.",
        "The ministry failed to deny the report.",
        "The mayor did not confirm the deaths.",
        "The dam broke on Sunday.",
        "The protests saw thousands gather in the square.",
    ],
)
def test_scare_quotes_titles_and_what_nobody_said_are_no_quotes(text: str) -> None:
    assert told(text) == []


PRONOUNS = [
    ("Mr. Solt met Ms. Venn. “The dam is safe,” she said.", "The dam is safe", "venn"),
    ("Mr. Solt met Ms. Venn. “The dam is safe,” he said.", "The dam is safe", "solt"),
    ("Ms. Venn met Ms. Brandt on Monday. “The dam is safe,” she said.", "The dam is safe", "venn"),
    ("Orla Venn left. She spoke to Marek Solt. “The dam is safe,” she said.", "The dam is safe", "venn"),
    ("Marek Solt spoke. “We won,” said Orla Venn. “We held,” she added.", "We held", "venn"),
    ("Harbour Master Marek Solt was aboard. “I can swim,” the harbour master said.", "I can swim", "solt"),
    ("Orla Venn, a spokeswoman, spoke. Marek Solt left. “All is well,” the spokeswoman said.", "All is well", "venn"),
    ("Orla Venn runs the board. “The dam is safe,” Venn said.", "The dam is safe", "venn"),
    ("Orla Venn met Ilse Venn. “The dam is safe,” said Ilse Brandt.", "The dam is safe", "brandt"),
]


@pytest.mark.parametrize(("text", "content", "speaker"), PRONOUNS)
def test_pronouns_and_roles_lead_to_the_person(text: str, content: str, speaker: str) -> None:
    assert find_told(text, content).speaker == speaker


def test_a_wish_not_to_be_named_is_no_quote() -> None:
    found = told("The minister, who asked not to be named, said the dam was weak.")
    assert [quote.words for quote in found] == ["the dam was weak"]


def test_the_turns_of_a_printed_interview_have_their_speakers() -> None:
    text = "ILSE BRANDT: Is the dam safe?\n\nORLA VENN: It never was safe.\n\nILSE BRANDT: Who knew?"
    assert [(quote.words, quote.source, quote.form) for quote in told(text)] == [
        ("Is the dam safe?", "ILSE BRANDT", "unmarked"),
        ("It never was safe.", "ORLA VENN", "unmarked"),
        ("Who knew?", "ILSE BRANDT", "unmarked"),
    ]


def test_words_before_a_whole_quote_are_no_part_of_it() -> None:
    text = "It rained all day in the valley; he says the dam held."
    assert [quote.words for quote in told(text)] == ["the dam held"]


def test_i_in_a_quote_is_its_speaker() -> None:
    assert find_told("“I told him ‘go away now’ twice,” said Orla Venn.", "go away now").speaker == "venn"


def test_the_second_half_of_a_split_quote_has_the_same_speaker() -> None:
    assert (
        find_told("“The dam is safe,” Orla Venn said. “We checked it twice.”", "We checked it twice").speaker == "venn"
    )


def test_a_quote_paragraph_without_a_cue_inherits_the_speaker() -> None:
    text = "“The dam is safe,” Orla Venn said.\n\n“We have checked it twice this year.”"
    assert find_told(text, "We have checked it twice this year").speaker == "venn"


def test_all_paragraphs_of_a_long_quote_have_the_speaker_named_in_the_last() -> None:
    text = "“The dam is safe.\n\n“We checked it.\n\n“We will check it again,” said Orla Venn."
    assert {quote.speaker for quote in told(text)} == {"venn"}
    assert len(told(text)) == 3


def test_a_quote_after_a_sentence_of_speech_belongs_to_its_subject() -> None:
    assert find_told("Orla Venn defended and praised the plan. “We did our best.”", "We did our best").speaker == "venn"


def test_a_name_cut_at_its_hyphen_is_whole_in_the_source() -> None:
    document, quotes = quotes_of("“The dam is safe,” Omar al-Sorani said.")
    assert words(document, quotes[0].source) == "Omar al-Sorani"


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        ("“We are ready,” Orla Venn wrote on Twitter.", "on Twitter"),
        ("In a statement, the ministry said the dam would hold.", "In a statement"),
        ("The ministry said in a tweet that the dam would hold.", "in a tweet"),
        ("Solt said on state television that the dam would hold.", "on state television"),
        ("Solt told the Daily Lantern that the dam would hold.", "told the Daily Lantern"),
        ("Solt said the dam would hold.", ""),
    ],
)
def test_the_channel_of_the_words_is_found(text: str, channel: str) -> None:
    document, quotes = quotes_of(text)
    assert words(document, quotes[0].channel) == channel


def test_a_headline_with_a_colon_names_its_source() -> None:
    quote = find_told("Water officials: dam was never safe\n\nThe dam broke on Sunday.", "dam was never safe")
    assert quote.form == "indirect"
    assert quote.source == "Water officials"


@pytest.mark.parametrize(
    ("text", "content", "source"),
    [
        ("“We won,” said Orla Venn, who runs the board.", "We won", "Orla Venn, who runs the board"),
        ("“We won,” said Orla Venn, who added that the vote was close.", "We won", "Orla Venn"),
        ("“We won,” said a guard, a father of two, who claimed that he saw it.", "We won", "a guard, a father of two"),
        ("“We won,” said Sen. Orla Venn (D-Sorna).", "We won", "Sen. Orla Venn (D-Sorna)"),
        ("“We won,” said Orla Venn, 30, of Sorna, a baker.", "We won", "Orla Venn, 30, of Sorna"),
        ("Guards standing at the gate said the dam held.", "the dam held", "Guards standing at the gate"),
        ("The board on Monday said the dam held.", "the dam held", "The board"),
        ("The mayor issued a statement saying the dam held.", "the dam held", "The mayor"),
        ("A statement saying the dam held was read.", "the dam held", "A statement"),
    ],
)
def test_a_source_keeps_what_tells_who_it_is_and_nothing_else(text: str, content: str, source: str) -> None:
    quote = find_told(text, content)
    assert quote.source[: len(source)] == source
    assert "added" not in quote.source
    assert "claimed" not in quote.source


def test_a_name_in_a_relative_clause_of_the_source_is_not_its_speaker() -> None:
    text = "“We won,” said Orla Venn, who had beaten Marek Solt."
    assert find_told(text, "We won").speaker == "venn"


def test_ids_are_unique_and_in_the_order_of_the_text() -> None:
    _, quotes = quotes_of("“We won,” said Orla Venn. Marek Solt said the dam was “a ruin”. “We lost,” he added.")
    assert [quote.id for quote in quotes] == [f"paper.q{n}" for n in range(1, len(quotes) + 1)]
    assert [quote.content.start for quote in quotes] == sorted(quote.content.start for quote in quotes)


def test_no_text_has_no_quotes() -> None:
    empty = Document(Article("a", "", "a"), (), (), ())
    assert find_quotes(empty, ()) == ()


def test_nothing_is_resolved_without_entities() -> None:
    document = read("“We won,” said Orla Venn.")
    assert [quote.speaker for quote in find_quotes(document, ())] == [""]


SPOKEN_BESIDE = [
    ("“We will come back,” Orla Venn went on.", "We will come back", "Orla Venn"),
    ("“The gates held all night!” beamed Orla Venn.", "The gates held all night!", "Orla Venn"),
    ("“He said ‘go away’. We went,” said Orla Venn. “We will not come back.”", "We will not come back.", "Orla Venn"),
    ("Solt said it rained. He praised Orla Venn: “She held the dam.”", "She held the dam.", "He"),
    ("Solt spoke first, but Orla Venn gave the board a warning: “The dam leaks.”", "The dam leaks.", "Orla Venn"),
    ("The result of the vote pleased Orla Venn: “We have waited for years.”", "We have waited for years.", "Orla Venn"),
    ("“We won,” said Marek Solt. Orla Venn ran the board. “The dam leaks.”", "The dam leaks.", "Orla Venn"),
    ("“We won,” said Marek Solt. He had tried before. “It was hard work.”", "It was hard work.", "Marek Solt"),
    ("“We won.”\n― Orla Venn", "We won.", "Orla Venn"),
    ("“We won,” Orla Venn on Monday told the board.", "We won", "Orla Venn"),
]


@pytest.mark.parametrize(("text", "content", "source"), SPOKEN_BESIDE)
def test_whoever_stands_nearest_to_a_quote_speaks(text: str, content: str, source: str) -> None:
    assert find_told(text, content).source == source


AROUND_TERMS = [
    ("Orla Venn called the dam “a ruin” because it leaks.", "the dam “a ruin” because it leaks", "a ruin"),
    (
        "Orla Venn mocked Marek Solt for “having a bad night” at the dam.",
        "Marek Solt for “having",
        "having a bad night",
    ),
    ("Orla Venn lamented the “sorry” state of the dam.", "the “sorry” state of the dam", "sorry"),
    ("Orla Venn referred on Monday to the dam as a “ruin”.", "the dam as a “ruin”", "ruin"),
    ("Orla Venn denounced the “theft” of the gates.", "the “theft” of the gates", "theft"),
]


@pytest.mark.parametrize(("text", "around", "term"), AROUND_TERMS)
def test_the_words_around_a_quoted_term_are_told_with_it(text: str, around: str, term: str) -> None:
    quotes = {quote.form: quote for quote in told(text)}
    assert quotes["mixed"].words == term
    assert around in quotes["indirect"].words
    assert "Monday" not in quotes["indirect"].words
    assert {quote.source for quote in quotes.values()} == {"Orla Venn"}


SOUP = st.text(alphabet="“”\"'‘’«» \n.,abc:", max_size=60)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.one_of(SOUP, st.sampled_from(["Orla Venn said", "he told", "according to", "that"])), max_size=8))
def test_spans_lie_in_the_text_whatever_the_glyphs(parts: list[str]) -> None:
    document, quotes = quotes_of("Now " + " ".join(parts))
    spans = [span for q in quotes for span in (q.content, q.source, q.cue, q.channel) if span is not None]
    assert all(0 <= span.start < span.end <= len(document.article.text) for span in spans)


def test_a_broken_parse_is_survived() -> None:
    text = "He said so"
    tokens = tuple(
        Token(start, end, lemma, "VERB", "VBD", "ccomp", head, "", False)
        for start, end, lemma, head in [(0, 2, "say", 1), (3, 7, "say", 2), (8, 10, "say", 0)]
    )
    parse = Parse(tokens, ((0, 3),))
    document = Document(Article("a", text, "a"), parse.tokens, (), (Span("a", 0, len(text)),))
    assert all(quote.form in QuoteForm for quote in find_quotes(document, ()))
