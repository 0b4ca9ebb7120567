"""Stage 1: where the words, sentences and paragraphs of a text are. All names are invented."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.documents import read_documents
from headwater.models.spacy_english import load_parser
from headwater.settings import Settings
from headwater.testing.articles import make_article
from headwater.testing.reading import read_texts
from headwater.types import Document, Parse, Span, Token


class Splitter:
    """A parser that knows blanks only; `seen` are the texts it was given."""

    def __init__(self) -> None:
        self.seen: list[str] = []

    def parse(self, texts: Sequence[str]) -> Iterator[Parse]:
        for text in texts:
            self.seen.append(text)
            yield Parse(tuple(_words(text)), ((0, len(text.split())),) if text.split() else ())


def _words(text: str) -> Iterator[Token]:
    start = 0
    for number, word in enumerate(text.split()):
        start = text.index(word, start)
        yield Token(start, start + len(word), word.lower(), "X", "XX", "dep" if number else "ROOT", 0, "", False)
        start += len(word)


def _read(text: str) -> Document:
    return read_texts({"a": text})[0]


def _said(document: Document, spans: Sequence[Span]) -> list[str]:
    return [document.article.text[span.start : span.end] for span in spans]


def test_documents_come_in_the_order_of_the_articles() -> None:
    articles = [make_article(text, id=text) for text in ("second words", "first words", "third words")]
    assert [one.article.id for one in read_documents(articles, Splitter())] == [
        "second words",
        "first words",
        "third words",
    ]


def test_a_text_that_many_articles_carry_is_parsed_once() -> None:
    parser = Splitter()
    documents = list(read_documents([make_article("same words", id=name) for name in "abc"], parser))
    assert parser.seen == ["same words"]
    assert [document.article.id for document in documents] == ["a", "b", "c"]
    assert {span.article for document in documents[2:] for span in document.paragraphs} == {"c"}


def test_paragraphs_are_lines_with_words_less_the_blanks_around_them() -> None:
    document = _read("  The mill burned. \n\n \t \nNobody was hurt.\n")
    assert _said(document, document.paragraphs) == ["The mill burned.", "Nobody was hurt."]


def test_no_sentence_runs_over_the_end_of_a_paragraph() -> None:
    document = _read("Fire at the mill in Varnholt\n\nfirefighters came from the whole valley\nby boat.")
    assert all("\n" not in words for words in _said(document, [one.span for one in document.sentences]))
    assert {sentence.paragraph for sentence in document.sentences} == {0, 1, 2}


def test_every_word_is_governed_from_within_its_sentence() -> None:
    document = _read("The council of Varnholt met on\n\nTuesday to vote on the bridge, Ada Holm\n\nsaid.")
    for sentence in document.sentences:
        heads = [document.tokens[index].head for index in range(sentence.first, sentence.last)]
        assert all(sentence.first <= head < sentence.last for head in heads)


@pytest.mark.parametrize("text", ["", " ", "\n\n\n", " \t\n "])
def test_a_text_without_words_has_no_sentences_and_no_paragraphs(text: str) -> None:
    document = _read(text)
    assert (document.sentences, document.paragraphs) == ((), ())


def test_the_day_that_relative_dates_count_from_is_that_of_publication() -> None:
    dated, undated = read_texts(
        {"a": "The mill burned on Friday.", "b": "The mill burned on Friday."}, {"a": "2031-03-11"}
    )
    assert [(date.first, date.anchor) for date in dated.dates] == [("2031-03-07", "2031-03-11")]
    assert [date.first for date in undated.dates] == [None]


@settings(max_examples=25, deadline=None)
@given(st.text(st.sampled_from("ab. ,“”\n\u2028🔥אé-"), max_size=60))
def test_sentences_and_paragraphs_of_any_text_lie_in_it_in_order_and_hold_words(text: str) -> None:
    parser = load_parser(Settings().model)
    document = next(read_documents([make_article(text, id="a")], parser))
    for spans in ([sentence.span for sentence in document.sentences], list(document.paragraphs)):
        assert all(0 <= span.start < span.end <= len(text) for span in spans)
        assert all(one.end <= other.start for one, other in itertools.pairwise(spans))
        assert all(words.strip() == words for words in _said(document, spans))
