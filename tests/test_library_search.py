"""Searching: what a reader types is read as words, never as a database's language, and means the same in both."""

from __future__ import annotations

import string
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st
from library_fixtures import incoming

from headwater.errors import OptionError
from headwater.library import Placing, Query, Store
from headwater.library.passages import passages_in
from headwater.library.query import Phrase, Wanted, read_query
from headwater.testing.articles import make_article

TEXTS = (
    "The levee at Karsk broke at dawn.",
    "Broken levees are rebuilt; Omar al-Venni said so.",
    "The dam held. Nobody was hurt in the flooding.",
    "A résumé of the year, by Zoë Brandt: to be or not to be.",
    "Al Venni met Venni al-Haddar at 10:30 about 3.5 million.",
)

CASES: Mapping[str, set[int]] = {
    "levee": {0, 1},
    "LEVEES": {0, 1},
    "levee broke": {0},
    "broke levee": {0},
    '"levee broke"': set(),
    '"levee at karsk"': {0},
    "flood": {2},
    "flo*": {2},
    "karsk OR dam": {0, 2},
    "levee OR dam broken OR held": {1, 2},
    "levee -karsk": {1},
    'levee -"omar al venni"': {0},
    "al-venni": {1, 4},
    "“al-Venni”": {1, 4},
    "resume zoe": {3},
    "résumé": {3},
    '"to be or not to be"': {3},
    "OR levee": set(),
    "3.5": {4},
    "10:30": {4},
    '"unclosed phrase': set(),
    '"levee at': {0},
    "karsk )( AND NOT": set(),
    "title:levee": set(),
    "levee*karsk": set(),
    "'; DROP TABLE articles; --": set(),
    "nothing-of-the-kind": set(),
}


def _found(store: Store, words: str, **options: object) -> set[int]:
    with store.reading() as view:
        hits = view.search(Query(words, **options))  # type: ignore[arg-type]  # each test gives what the field takes
        return {TEXTS.index(view.article(hit.article).text) for hit in hits}


@pytest.fixture
def searched(store: Store) -> Store:
    with store.writing() as batch:
        outlets = ("Northgate Herald", "Southgate Post")
        batch.add(incoming(text, day=n, outlet=outlets[n % 2]) for n, text in enumerate(TEXTS))
    return store


def test_a_search_finds_what_its_words_say(searched: Store) -> None:
    assert {words: _found(searched, words) for words in CASES} == CASES


def test_days_and_outlet_narrow_a_search(searched: Store) -> None:
    assert _found(searched, "the OR levees OR venni", since=1, until=3) == {1, 2, 3}
    assert _found(searched, "levee", outlet="southgate post") == {1}
    assert _found(searched, "levee", outlet="Eastgate Mail") == set()
    assert _found(searched, "the OR levees OR venni", since=0, until=4, outlet="Northgate Herald") == {0, 2, 4}


def test_a_hit_tells_where_it_stands_and_the_best_comes_first(store: Store) -> None:
    with store.writing() as batch:
        added = batch.add(
            [
                incoming("Rain fell. " * 30 + "A levee was mentioned.", day=3),
                incoming("The levee, the levee and again the levee.", title="The levee", day=1),
                incoming("No such word.", day=2),
            ]
        )
        batch.place([Placing(added[1].article, "flood")])
        hits = batch.search(Query("levee"))
    assert [hit.article for hit in hits] == [added[1].article, added[0].article]
    assert hits[0].score > hits[1].score
    best = hits[0]
    assert (best.story, best.title, best.outlet, best.day) == ("flood", "The levee", "Northgate Herald", 1)
    assert [(span.start, span.end) for span in best.passages] == [(4, 9), (15, 20), (35, 40)]
    assert hits[1].story == ""


def test_no_more_hits_come_than_were_asked_for(searched: Store) -> None:
    assert len(_found(searched, "levee OR dam OR venni", limit=2)) == 2


@pytest.mark.parametrize("words", ["", "   ", "-levee", "*", '""', "- -", "…!?", '-"a b" -c'])
def test_a_search_that_wants_nothing_is_refused(words: str) -> None:
    with pytest.raises(OptionError, match="names no word"):
        read_query(words)


def test_a_whole_article_is_no_search() -> None:
    with pytest.raises(OptionError, match="65 words; at most 64"):
        read_query("word " * 65)


def test_a_beginning_that_nearly_every_word_has_is_refused() -> None:
    with pytest.raises(OptionError, match=r"a\*: the beginning of a word needs 3 letters"):
        read_query("levee -a*")


def test_a_query_is_read_as_a_reader_means_it() -> None:
    read = read_query('levee OR dam* -"old mill" "at dawn" said -rumour')
    assert read == Wanted(
        (
            (Phrase(("levee",)), Phrase(("dam",), open=True)),
            (Phrase(("at", "dawn")),),
            (Phrase(("said",)),),
        ),
        (Phrase(("old", "mill")), Phrase(("rumour",))),
    )


@given(st.text(alphabet=st.one_of(st.sampled_from("\"*-()^:+\\'%_ORANDT{}|&!<>\0"), st.characters()), max_size=30))
def test_whatever_is_typed_is_read_or_refused(typed: str) -> None:
    try:
        read = read_query(typed)
    except OptionError:
        return
    words = [word for phrases in (*read.every, read.none) for phrase in phrases for word in phrase.words]
    assert words
    assert not set("".join(words)) & set(string.punctuation + string.whitespace)


def test_whatever_is_typed_is_searched_without_an_error_of_the_database(searched: Store) -> None:
    odd = (
        '"',
        "a\0b",
        "NEAR(a b)",
        "a^b",
        "{a b}",
        "a AND",
        "NOT a",
        "😀 x",
        "a\ud800",
        "İstanbul*",
        "'a' & !b",
        "\\",
        "ﬁre",
    )
    with searched.reading() as view:
        for typed in odd:
            try:
                view.search(Query(typed))
            except OptionError as error:
                assert "names no word" in str(error)  # noqa: PT017  # either will do, nothing else


def test_passages_point_at_the_words_wherever_they_are_inflected() -> None:
    article = make_article("Levees broke. A levee, “al-Vénni” said, may break; leveed.")
    spans = passages_in(article, read_query("levee OR al-venni OR brea*"), most=9)
    assert [article.text[span.start : span.end] for span in spans] == ["Levees", "levee", "al-Vénni", "break", "leveed"]


def test_passages_of_a_phrase_cover_the_whole_phrase() -> None:
    article = make_article("At dawn the old mill burnt. The old, cold mill.")
    spans = passages_in(article, read_query('"old mill" OR mill'))
    assert [article.text[span.start : span.end] for span in spans] == ["old mill", "mill"]
