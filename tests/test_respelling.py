"""British and American spellings meet under one key, and different words do not."""

from __future__ import annotations

import pytest

from headwater.text.respelling import respelt

PAIRS = """
    colour/color labours/labors neighbourhood/neighborhood honoured/honored favourite/favorite organise/organize
    apologised/apologized organisation/organization analyse/analyze theatre/theater kilometres/kilometers
    centred/centered cancelled/canceled travellers/travelers catalogue/catalog programme/program licence/license
    defence/defense practised/practiced ploughed/plowed grey/gray
"""
APART = "filled/filed hours/hors mourning/morning prize/prise tiller/tiler four/for"


@pytest.mark.parametrize("pair", PAIRS.split())
def test_two_spellings_of_a_word_meet(pair: str) -> None:
    british, american = pair.split("/")
    assert respelt(british) == respelt(american)


@pytest.mark.parametrize("pair", APART.split())
def test_two_words_stay_apart(pair: str) -> None:
    one, other = pair.split("/")
    assert respelt(one) != respelt(other)


def test_numbers_and_nothing_stay_as_they_are() -> None:
    assert [respelt(word) for word in ("", "2031", "64")] == ["", "2031", "64"]


def test_a_word_that_no_dictionary_has_is_left_alone_and_takes_no_time() -> None:
    for letters in ("a", "al", "our", "ell"):
        assert respelt(letters * 20_000) == letters * 20_000
