"""Quotation marks: every glyph, every mistake that newsrooms make with them."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.text.quotemarks import quoted_spans
from headwater.types import Article

GLYPHS = "“”„‟\"‘’'‚‹›«»`"


def quoted(text: str) -> list[str]:
    article = Article("a", text, "a")
    return [text[span.start : span.end] for span in quoted_spans(article)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She said “no.”", ["no."]),
        ('"Yes," she said, "and gladly."', ["Yes,", "and gladly."]),
        ("„Nein“, sagte sie.", ["Nein"]),
        ("«Non», dit-elle.", ["Non"]),
        ("»Nein«, sagte sie.", ["Nein"]),
        ("``Yes,'' she said.", ["Yes,"]),
        ("''Yes,'' she said. ''And no.''", ["Yes,", "And no."]),
        ("‘It’s the boys’ club,’ he said.", ["It’s the boys’ club,"]),
        ("He called it 'a farce'.", ["a farce"]),
        ("We read ‘The Long Ferry’ (2019) twice.", ["The Long Ferry"]),
    ],
)
def test_all_glyphs_mark_quotes(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "It's the mayor's ferry.",
        "the boys' club and the girls' club",
        "rock 'n' roll in the '90s",
        "'Tis the season, 'twas said.",
        "He is 6'2\" tall and she 5'11\".",
        'a 12" record',
        "the valley ‘s harsh winters in Sorna’ s hills",
        '"',
        "“”",
        "“ ”",
        "",
        "\n\n",
    ],
)
def test_apostrophes_primes_and_empty_marks_are_no_quotes(text: str) -> None:
    assert quoted(text) == []


def test_a_quote_in_a_quote_comes_after_the_quote_around_it() -> None:
    assert quoted("“He told me ‘go away’ twice,” she said.") == ["He told me ‘go away’ twice,", "go away"]
    assert quoted("“He said “no” to me,” she said.") == ["He said “no” to me,", "no"]


def test_an_opening_glyph_after_a_space_closes_an_open_quote() -> None:
    assert quoted("“It was fraud. “ The crowd left.") == ["It was fraud."]
    assert quoted("“It was fraud. “\n\nThe crowd left.") == ["It was fraud."]


def test_a_closing_glyph_before_a_word_opens_a_quote() -> None:
    assert quoted("He said ”no more” and left.") == ["no more"]


def test_an_unclosed_quote_ends_where_the_next_one_opens() -> None:
    assert quoted("“We are done, he said. “And gone.”") == ["We are done, he said.", "And gone."]


def test_an_unclosed_quote_ends_with_its_line() -> None:
    assert quoted("“We are done, he said.\nThe crowd left.") == ["We are done, he said."]


def test_each_paragraph_of_a_long_quote_gives_a_span() -> None:
    assert quoted("“One.\n\n“Two.\n\n“Three,” he said. Four.") == ["One.", "Two.", "Three,"]


def test_a_quote_over_a_wrapped_line_is_found_in_both_lines() -> None:
    assert quoted("“One is\nwrapped here,” he said.") == ["One is", "wrapped here,"]


def test_a_lost_opening_mark_costs_one_sentence_at_most() -> None:
    assert quoted("The wind rose. The dam was weak,” he said.") == ["The dam was weak,"]


@given(st.text(alphabet=GLYPHS + "ab S.,\n ’s", max_size=200))
def test_spans_lie_in_the_text_without_white_space_at_their_edges(text: str) -> None:
    for words in quoted(text):
        assert words
        assert words == words.strip()
    spans = quoted_spans(Article("a", text, "a"))
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert list(spans) == sorted(set(spans), key=lambda span: (span.start, -span.end))


@given(st.text(max_size=120))
def test_any_text_is_survived(text: str) -> None:
    quoted_spans(Article("a", text, "a"))


@given(st.text(alphabet="abc def", min_size=1).filter(lambda text: text.strip() != "" and text[0] != " "))
def test_what_is_put_between_curly_marks_is_found_again(text: str) -> None:
    assert quoted(f"He said “{text}” twice.") == [text.strip()]


@pytest.mark.parametrize("unit", ["“", "”", '"', "‘", "'", "``", ' "', '" ', "\"a'b “", ".” ", "“a\n", " 'b"])
def test_time_is_linear_on_many_marks(unit: str) -> None:
    def seconds(size: int) -> float:
        start = time.perf_counter()
        quoted(unit * (size // len(unit)))
        return time.perf_counter() - start

    seconds(1_000)
    assert seconds(200_000) < 5


@pytest.mark.parametrize(("opening", "closing"), [("“", "”"), ("‘", "’"), ("«", "»"), ("“a ", " b”"), (" ‘a ", " b’ ")])
def test_time_is_linear_on_deep_nesting(opening: str, closing: str) -> None:
    start = time.perf_counter()
    found = quoted(opening * 25_000 + "word" + closing * 25_000)
    assert time.perf_counter() - start < 5
    assert len(found) <= 50_000
