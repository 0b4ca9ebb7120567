"""Whose word a stretch of text is: chains of attribution and kinds of sources. All people and places are fiction."""

from __future__ import annotations

import pytest
from quote_helpers import entities_of, read, words

from headwater.quotes import attribution_at, find_quotes
from headwater.types import Attribution, Document, Span


def chain(text: str, claim: str) -> tuple[Document, tuple[Attribution, ...]]:
    document = read(text)
    start = text.index(claim)
    quotes = find_quotes(document, entities_of([document]))
    return document, attribution_at(document, quotes, Span("paper", start, start + len(claim)))


def kinds(text: str, claim: str) -> list[str]:
    return [link.kind.value for link in chain(text, claim)[1]]


CLAIM = "the dam broke"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Orla Venn said the dam broke.", "named"),
        ("Governor Orla Venn spoke. She said the dam broke.", "named"),
        ("The ministry said the dam broke.", "organisation"),
        ("Police said the dam broke.", "organisation"),
        ("Two officials said the dam broke.", "anonymous"),
        ("Two officials said the dam broke. They spoke on condition of anonymity.", "anonymous"),
        ("A ministry official, who was not authorized to speak, said the dam broke.", "anonymous"),
        ("A resident, who declined to be named, said the dam broke.", "anonymous"),
        ("The report said the dam broke.", "document"),
        ("A letter said the dam broke.", "document"),
        ("A spokesman for the board, Orla Venn, said the dam broke.", "named"),
        ("A Courier reporter saw that the dam broke.", "own observation"),
        ("A Courier reporter at the dam said the dam broke.", "own observation"),
        ("A local reporter said the dam broke.", "anonymous"),
    ],
)
def test_the_kind_of_source_follows_its_words(text: str, kind: str) -> None:
    assert kinds(text, CLAIM) == [kind]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("The dam broke on Sunday.", "The dam broke"),
        ("The dam broke on Sunday. Orla Venn said the town was safe.", "The dam broke"),
        ("No one claimed responsibility for the attack.", "the attack"),
        ("The mayor resigned after police said the dam broke.", "The mayor resigned after police said the dam broke"),
    ],
)
def test_the_newsroom_s_own_word_has_no_chain(text: str, claim: str) -> None:
    assert kinds(text, claim) == []


def test_a_clause_that_holds_its_own_source_is_attributed_to_it() -> None:
    text = "Nine clerks were hurt in the flood, according to two officials."
    assert kinds(text, text) == ["anonymous"]


def test_the_outermost_source_comes_first() -> None:
    document, links = chain("The minister said that police believe the dam broke.", CLAIM)
    assert [words(document, link.source) for link in links] == ["The minister", "police"]


@pytest.mark.parametrize(
    "text",
    [
        "The minister said the dam broke, citing two officials.",
        "The minister, citing two officials, said the dam broke.",
        "The minister said the dam broke, quoting two officials.",
    ],
)
def test_a_cited_source_stands_behind_the_one_that_cites_it(text: str) -> None:
    document, links = chain(text, CLAIM)
    assert [words(document, link.source) for link in links] == ["The minister", "two officials"]


def test_a_paraphrase_and_its_marked_words_are_one_link() -> None:
    assert kinds("Orla Venn said the dam was “a ruin before the flood”.", "a ruin before the flood") == ["named"]


def test_both_halves_of_a_split_quote_lead_to_the_speaker() -> None:
    document, links = chain("“The dam,” said Orla Venn, “broke before the flood came.”", "broke before the flood came")
    assert [words(document, link.source) for link in links] == ["Orla Venn"]


def test_the_link_carries_cue_and_channel() -> None:
    document, links = chain("The ministry said in a statement that the dam broke.", CLAIM)
    assert [(words(document, link.cue), words(document, link.channel)) for link in links] == [
        ("said", "in a statement")
    ]


def test_without_quotes_there_is_no_chain() -> None:
    document = read("Orla Venn said the dam broke.")
    assert attribution_at(document, (), Span("paper", 0, 10)) == ()


def test_quotes_of_another_article_do_not_count() -> None:
    document, other = read("Orla Venn said the dam broke."), read("Orla Venn said the dam broke.", "other")
    assert attribution_at(document, find_quotes(other, ()), Span("paper", 15, 28)) == ()
