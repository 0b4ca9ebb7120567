"""Reading many articles: what was read before never shows in what is read. All names are invented."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.documents import Reader, read_documents
from headwater.engines.local import LocalEngine
from headwater.engines.threads import ThreadEngine
from headwater.models.spacy_english import load_parser
from headwater.settings import Settings
from headwater.testing.articles import make_article
from headwater.types import Article, Document, Parse, Span

T = TypeVar("T")
R = TypeVar("R")

LINES = (
    "VARNHOLT (AP) — Two guards were hurt on Friday, Ada Holm said.",
    "“Nobody saw the boat,” the harbour master, Emil Brandt, told reporters last week.",
    "The mill burned at least three times in May.",
    "Holm, 43, denied it. She spoke in Varnholt two days ago.",
)
TEXTS = st.lists(st.sampled_from(LINES), min_size=1, max_size=3).map("\n\n".join)
DAYS = st.sampled_from(["", "2031-03-11", "2031-03-14T22:10:00Z"])
PILES = st.lists(st.tuples(TEXTS, DAYS), max_size=8)
PARSER = load_parser(Settings().model)


class Counting:
    """A parser that notes which texts it was given."""

    def __init__(self) -> None:
        self.seen: list[str] = []

    def parse(self, texts: Sequence[str]) -> Iterator[Parse]:
        self.seen += texts
        return PARSER.parse(texts)


class Hasty(LocalEngine):
    """An engine that reads all records before it gives the first result."""

    def map(self, function: Callable[[T], R], records: Iterable[T]) -> Iterator[R]:
        return iter([function(record) for record in records])


def _articles(pile: Sequence[tuple[str, str]]) -> list[Article]:
    return [make_article(text, id=f"a{number}", published=day) for number, (text, day) in enumerate(pile)]


def _alone(article: Article) -> Document:
    return next(read_documents([article], PARSER))


@settings(max_examples=40)
@given(PILES, PILES)
def test_a_reader_that_remembers_reads_like_one_that_does_not(
    before: list[tuple[str, str]], pile: list[tuple[str, str]]
) -> None:
    reader = Reader(PARSER)
    list(reader.read(_articles(before)))
    assert list(reader.read(_articles(pile))) == [_alone(article) for article in _articles(pile)]


@settings(max_examples=40)
@given(PILES, st.integers(0, 8), TEXTS, DAYS)
def test_a_copy_more_changes_no_other_document(pile: list[tuple[str, str]], at: int, text: str, day: str) -> None:
    articles = _articles(pile)
    copy = make_article(pile[0][0] if pile else text, id="copy", published=day)
    more = list(read_documents([*articles[:at], copy, *articles[at:]], PARSER))
    assert [document for document in more if document.article.id != "copy"] == list(read_documents(articles, PARSER))


@pytest.mark.parametrize("engine", [LocalEngine(), ThreadEngine(2), Hasty()], ids=["local", "threads", "hasty"])
def test_documents_do_not_depend_on_the_engine_nor_on_how_much_is_held(
    engine: LocalEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    articles = _articles([(f"{LINES[number % 4]} It was report {number % 23}.", "2031-03-11") for number in range(50)])
    expected = list(read_documents(articles, PARSER))
    monkeypatch.setattr("headwater.documents.reader._TEXTS_HELD", 2)
    assert list(read_documents(articles, PARSER, engine)) == expected


def test_a_text_is_parsed_once_over_many_batches_and_calls() -> None:
    parser = Counting()
    reader = Reader(parser)
    for first in (0, 40):
        articles = [make_article(LINES[number % 3], id=str(number)) for number in range(first, first + 40)]
        assert len(list(reader.read(articles))) == 40
    assert sorted(parser.seen) == sorted(LINES[:3])


def test_everything_found_in_a_copy_stands_in_the_copy() -> None:
    first, copy = read_documents(_articles([(LINES[1], "2031-03-11"), (LINES[1], "2031-03-20")]), PARSER)
    assert {span.article for span in _spans(copy)} == {"a1"}
    assert copy.tokens is first.tokens
    assert [date.anchor for date in (*first.dates, *copy.dates)] == ["2031-03-11", "2031-03-20"]


def _spans(value: object) -> Iterator[Span]:
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _spans(one)
    else:
        for name in getattr(value, "__struct_fields__", ()):
            yield from _spans(getattr(value, name))


def test_articles_are_read_a_few_ahead_of_the_documents() -> None:
    drawn: list[int] = []

    def articles() -> Iterator[Article]:
        for number in range(500):
            drawn.append(number)
            yield make_article(LINES[number % 4], id=str(number))

    documents = read_documents(articles(), PARSER)
    assert next(documents).article.id == "0"
    assert len(drawn) <= 100
    assert sum(1 for _ in documents) == 499
