"""Words read from bytes are those that a plain reading of the text gives."""

from __future__ import annotations

import unicodedata
from itertools import pairwise
from typing import NamedTuple

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from headwater.text.kernels.characters import APOSTROPHE, COMMA, MARK, TABLE_END, fold_table, fold_units
from headwater.text.kernels.tokens import (
    COMMONEST,
    INITIAL,
    LONGEST_WORD,
    NUMBER,
    QUOTED,
    UPPERCASE,
    mark_words,
    read_words,
)

TEXTS = st.text(st.sampled_from("aabBéÉñßﬁ’'1,23 .\n“”\"-́’½Σς가한中𝐀𐐀🙂­"), max_size=40) | st.text(max_size=30)
CODES = fold_table()


class Read(NamedTuple):
    """A word as the kernel gives it."""

    hash: int
    start: int
    length: int
    flags: int


def _read(*texts: str) -> list[list[Read]]:
    """The words of texts that are read in one call."""
    encoded = [text.encode() for text in texts]
    data = np.frombuffer(b"".join(encoded) or b" ", dtype=np.uint8)
    bounds = np.cumsum([0, *map(len, encoded)])
    hashes, starts = np.empty(len(data) + 9, dtype=np.uint32), np.empty(len(data) + 9, dtype=np.uint32)
    lengths, flags = np.empty(len(data) + 9, dtype=np.uint8), np.empty(len(data) + 9, dtype=np.uint8)
    signs = np.empty(len(data) + 9, dtype=np.uint8)
    rows = read_words(data, bounds, CODES, hashes, starts, lengths, flags, signs).tolist()
    words = [Read(*row) for row in zip(*(column.tolist() for column in (hashes, starts, lengths, flags)), strict=True)]
    return [words[start:stop] for start, stop in pairwise(rows)]


def _code(char: str) -> int:
    return int(CODES[ord(char)]) if ord(char) < TABLE_END else 0


def _naive(text: str) -> list[str]:
    """The words of a text, by the same rules, one character after the other."""
    words, at = [], 0
    while at < len(text):
        start = at
        while at < len(text) and at - start < LONGEST_WORD and _goes_on(text, start, at):
            at += 1
        if at > start:
            words.append(text[start:at])
        at = max(at, start + 1)
    return words


def _goes_on(text: str, start: int, at: int) -> bool:
    """Whether the character at `at` belongs to a word that begins at `start`."""
    code, after = _code(text[at]), text[at + 1 : at + 2]
    if code > COMMA:
        return True
    if at == start:
        return False
    if code == COMMA:
        return text[at - 1] in "0123456789" and after != "" and after in "0123456789"
    if code == APOSTROPHE:
        return after != "" and _code(after) > COMMA
    return code == MARK


def _words(text: str) -> list[str]:
    return [text[word.start : word.start + word.length] for word in _read(text)[0]]


def _hashes(text: str) -> list[int]:
    return [word.hash for word in _read(text)[0]]


@given(TEXTS)
def test_words_and_their_places_are_those_of_a_plain_reading(text: str) -> None:
    assert _words(text) == _naive(text)


@given(TEXTS)
def test_composed_and_decomposed_spellings_are_the_same_words(text: str) -> None:
    assert _hashes(unicodedata.normalize("NFC", text)) == _hashes(unicodedata.normalize("NFD", text))


@given(st.lists(TEXTS, max_size=4))
def test_a_text_reads_the_same_whatever_stands_before_it(texts: list[str]) -> None:
    assert _read(*texts) == [_read(text)[0] for text in texts]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Don't", "don’t"),
        ("1,200", "1200"),
        ("Café", "CAFE"),
        ("straße", "STRASSE"),
        ("ﬁre", "fire"),
        ("co\u00adoperate", "cooperate"),
        ("𝐀shby", "ashby"),
    ],
)
def test_spellings_of_one_word_have_one_hash(one: str, other: str) -> None:
    assert _hashes(one) == _hashes(other)
    assert len(_hashes(one)) == 1


@pytest.mark.parametrize(("one", "other"), [("form", "from"), ("2018", "2019"), ("a", "b"), ("aa", "a")])
def test_different_words_have_different_hashes(one: str, other: str) -> None:
    assert _hashes(one) != _hashes(other)


def test_what_separates_separates() -> None:
    assert _words("well-known (old) 3.5 'tis a,b 1, 2 it’s…so 🙂 ok") == [
        "well", "known", "old", "3", "5", "tis", "a", "b", "1", "2", "it’s", "so", "ok",
    ]  # fmt: skip


def test_places_are_code_points_and_not_bytes() -> None:
    assert [(word.start, word.length) for word in _read("𐐀é 🙂 e\u0301x")[0]] == [(0, 2), (5, 3)]


def test_a_word_without_end_is_cut() -> None:
    assert [word.length for word in _read("x" * (2 * LONGEST_WORD + 7))[0]] == [LONGEST_WORD, LONGEST_WORD, 7]


def test_texts_without_words_have_none() -> None:
    assert _read("", " \n", "…—", "\u0301") == [[], [], [], []]


def _flagged(text: str, flag: int) -> list[str]:
    return [text[word.start : word.start + word.length] for word in _read(text)[0] if word.flags & flag]


def test_capitals_numbers_and_beginnings_are_flagged() -> None:
    text = "Rain fell on Ostrava Bay. It hit 30 houses.\nNobody slept."
    assert _flagged(text, UPPERCASE) == ["Rain", "Ostrava", "Bay", "It", "Nobody"]
    assert _flagged(text, INITIAL) == ["Rain", "It", "Nobody"]
    assert _flagged(text, NUMBER) == ["30"]


@pytest.mark.parametrize(
    "text",
    [
        "A “b c” d",
        'A "b c" d',
        "A «b c» d",
        "A ‘b c’ d",
        "A 'b c' d",
        "A 'b c,' d",
        "A “b c\nd",
        "A „b c“ d",
        "(“b c”) d",
    ],
)
def test_what_is_quoted_is_flagged_until_the_line_ends_at_the_latest(text: str) -> None:
    assert _flagged(text, QUOTED) == ["b", "c"]


def test_an_apostrophe_does_not_end_a_quotation() -> None:
    assert _flagged("He said “it’s the boys’s” and left", QUOTED) == ["it’s", "the", "boys’s"]


def test_a_mark_whose_partner_was_lost_quotes_nothing_that_comes_after_it() -> None:
    assert _flagged("It will rain,” she said, and left. He: “No.”", QUOTED) == ["No"]
    assert _flagged('It will rain," she said, and left. He: "No."', QUOTED) == ["No"]


@pytest.mark.parametrize(
    "text", ["the workers' rights", "in the '90s and 'tis so", "rock 'n roll", "o' clock", "'" * 9]
)
def test_an_apostrophe_at_the_edge_of_a_word_quotes_nothing(text: str) -> None:
    assert _flagged(text, QUOTED) == []


def test_a_plural_inside_single_marks_does_not_end_them() -> None:
    assert _flagged("'The dockers' pay rose,' he said", QUOTED) == ["The", "dockers", "pay", "rose"]


@given(st.lists(st.integers(0, 2**32 - 1), max_size=30), st.lists(st.integers(1, 2**32 - 1), max_size=8))
def test_marked_words_are_those_in_the_list(words: list[int], marked: list[int]) -> None:
    hashes, flags = np.array([*words, *marked], dtype=np.uint32), np.ones(len(words) + len(marked), dtype=np.uint8)
    mark_words(hashes, flags, np.array(marked, dtype=np.uint32), COMMONEST)
    assert [flag & COMMONEST != 0 for flag in flags.tolist()] == [word in marked for word in hashes.tolist()]
    assert all(flag & 1 for flag in flags.tolist())


def test_a_letter_unfolds_to_at_most_three() -> None:
    assert fold_units("A") == (97,)
    assert fold_units("ﬃ") == tuple(map(ord, "ffi"))
    assert fold_units("ﷺ") == (ord("ﷺ"),)
