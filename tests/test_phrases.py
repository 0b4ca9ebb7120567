"""How likely two phrases say the same. All people and places are invented."""

from __future__ import annotations

import itertools

import pytest

from headwater.claims.phrases import alike

PHRASES = ("Mayor Ada Holm", "the mayor of Varnholt", "a burst dam", "the dam broke", "herring prices", "")


def test_a_phrase_is_likelier_to_say_the_same_as_itself_than_as_any_other() -> None:
    for one in PHRASES[:-1]:
        own, *others = alike([(one, one), *((one, other) for other in PHRASES if other != one)])
        assert own > max(others)
        assert own > 0.5


def test_the_chance_is_symmetric_and_between_0_and_1() -> None:
    pairs = list(itertools.product(PHRASES, PHRASES))
    chances = alike(pairs)
    assert chances == alike([(other, one) for one, other in pairs])
    assert all(0 < chance < 1 for chance in chances)


def test_other_words_for_one_thing_are_liker_than_two_things() -> None:
    same, other = alike([("a burst dam", "the dam broke"), ("a burst dam", "herring prices")])
    assert same > 0.5 > other


def test_what_else_is_asked_changes_no_chance() -> None:
    pair = ("a burst dam", "the dam broke")
    assert alike([pair]) == alike([pair, ("herring prices", "Mayor Ada Holm")])[:1]


def test_nothing_asked_is_nothing_answered() -> None:
    assert alike([]) == ()


def test_numbers_hardly_show_so_that_nearness_alone_must_not_decide() -> None:
    (chance,) = alike([("12 dead", "15 dead")])
    assert chance == pytest.approx(0.8, abs=0.2)
