"""Reports that share little wording: what meets when a batch is whole, and in whatever order it came."""

from __future__ import annotations

import random
from collections.abc import Sequence
from functools import cache
from importlib.resources import as_file, files

import pytest

from headwater.sources import stream
from headwater.stories import Sketch, Stream, repair, sketch
from headwater.stories.window import SHORTLIST, Window
from headwater.testing.articles import make_article
from headwater.types import Captured

DAY = 20_000


@cache
def _example() -> tuple[Sketch, ...]:
    """The seven reports of the invented raid that headwater ships, one of which is all own reporting."""
    with as_file(files("headwater") / "examples" / "harbour" / "articles") as folder:
        captured = [one for one in stream([folder]) if isinstance(one, Captured)]
    return tuple(sketch(one.article, DAY) for one in captured)


def _story_count(sketches: Sequence[Sketch]) -> int:
    return len({placement.story for placement in Stream(lambda day: ()).place(sketches)})


def _report(name: str, text: str, title: str = "", day: int = DAY) -> Sketch:
    return sketch(make_article(text, id=name, title=title), day)


@pytest.mark.parametrize("seed", range(12))
def test_the_reports_of_the_example_are_one_story_in_whatever_order_they_come(seed: int) -> None:
    arriving = random.Random(seed).sample(_example(), len(_example()))  # noqa: S311  # no secret
    assert _story_count(arriving) == 1


def test_a_repair_draws_the_reports_of_the_example_as_one_story_from_whatever_they_were() -> None:
    assert repair((one, "story") for one in _example()).changes == ()
    assert len(repair((one, f"story-{one.article}") for one in _example()).changes) == len(_example()) - 1


def test_an_article_that_stays_alone_is_placed_as_if_it_had_come_last() -> None:
    *rest, own = sorted(_example(), key=lambda one: len(one.terms))
    first = Stream(lambda day: ()).place([own, *rest])
    assert len({placement.story for placement in first}) == 1
    assert not any(placement.new for placement in first[1:])


def test_a_copy_follows_the_article_it_repeats_into_another_story() -> None:
    own = next(one for one in _example() if "tide" in one.article)
    copy = Sketch("copy", own.day, own.dated, own.terms, own.wording, own.form)
    others = [one for one in _example() if one is not own]
    placed = {placement.article: placement.story for placement in Stream(lambda day: ()).place([own, copy, *others])}
    assert placed["copy"] == placed[own.article] == placed[others[0].article]


def test_in_a_small_library_an_article_is_compared_with_all_others() -> None:
    window = Window(30)
    for number in range(SHORTLIST):
        window.add(window.item(_report(f"a{number}", f"Tram {number} stood still.", day=DAY + number % 9)), "")
    odd = window.item(_report("odd", "Rain fell on Upper Wessing."))
    assert sorted(window.rows_around(odd)) == list(range(SHORTLIST))


def test_what_is_far_in_time_or_a_copy_is_compared_with_nothing() -> None:
    window = Window(30)
    window.add(window.item(_report("far", "Rain fell.", day=DAY - 31)), "")
    window.add(window.item(_report("near", "Rain fell.")), "")
    window.add(window.item(_report("copy", "Rain fell.")), "", 1)
    assert window.rows_around(window.item(_report("one", "Snow fell."))) == [1]


def test_weighing_anew_keeps_articles_stories_and_copies() -> None:
    window = Window(30)
    for number, name in enumerate(("one", "two", "copy")):
        window.add(
            window.item(_report(name, f"Tram {number} stood still in Karsk.")), f"of {name}", 1 if number == 2 else None
        )
    window.forget(DAY + 1)
    fresh = window.reweighed()
    assert [fresh.story(name) for name in ("one", "two", "copy")] == ["of one", "of two", "of copy"]
    assert fresh.voices("of copy") == ()
    assert list(fresh.voices("of two")) == [1]
