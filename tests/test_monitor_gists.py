"""Gists of briefs: what they say, and that briefs which were kept before there were gists get theirs."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from headwater import Library
from headwater.errors import OptionError
from headwater.library import Reading, Store
from headwater.monitor.gists import gist_of, make_up
from headwater.testing.articles import make_article
from headwater.types import Brief


@pytest.fixture
def brief(room_library: Path) -> Brief:
    """The example's."""
    with Library(room_library, read_only=True) as library:
        shown = library.story(library.stories()[0].id)
        assert shown.brief is not None
        return shown.brief


def forget(path: Path, *statements: str) -> None:
    """Make the library one that was written before there were gists."""
    with sqlite3.connect(path) as raw:
        for statement in ("DELETE FROM gist_places", "DELETE FROM gists", *statements):
            raw.execute(statement)
    raw.close()


def test_a_gist_says_what_the_brief_says(brief: Brief) -> None:
    gist = gist_of(brief)
    lines = brief.stemma.count
    assert (gist.headline, gist.articles) == (brief.headline.text, len(brief.articles))
    assert (gist.low, gist.best, gist.high) == (lines.low, lines.best, lines.high)
    assert (gist.conflicts, gist.alterations) == (len(brief.conflicts), len(brief.alterations))
    assert brief.event is not None
    assert brief.event.when is not None
    assert (gist.happened, gist.ended) == (brief.event.when.first[:10], brief.event.when.last[:10])
    assert brief.scene is not None
    assert gist.spots[0].name == brief.scene.name


def test_a_brief_that_is_kept_brings_its_gist(room_library: Path, brief: Brief) -> None:
    with Library(room_library, read_only=True) as library:
        row = library.stories()[0]
        assert (row.gist, row.reading) == (gist_of(brief), Reading.CURRENT)
        assert library.counts().read == 1


def test_an_article_that_comes_makes_the_reading_one_of_before(room_copy: Path, brief: Brief) -> None:
    with Library(room_copy) as library:
        story = library.stories()[0]
        text = brief.articles[0].text
        library.add([make_article(f"{text}\n\nMore was said later.", outlet="Vane Courier", published="2024-04-15")])
        grown = library.stories(read=False, disputed=True)
        assert [(row.id, row.reading) for row in grown] == [(story.id, Reading.ARTICLES)]
        assert grown[0].articles == story.articles + 1


def test_another_rule_is_another_reading(room_copy: Path) -> None:
    with Library(room_copy, rule="ucdp") as library:
        assert library.stories(read=True) == ()
        assert library.stories()[0].reading is Reading.OTHERWISE


def test_briefs_without_gists_get_theirs_when_the_library_is_opened_for_writing(room_copy: Path, brief: Brief) -> None:
    forget(room_copy)
    with Library(room_copy, read_only=True) as library:
        assert library.stories()[0].gist is None
    with Library(room_copy) as library:
        assert library.stories()[0].gist == gist_of(brief)
    with Store.open(room_copy) as store:
        assert make_up(store) == 0


def test_where_another_writes_the_library_opens_and_gists_come_later(room_copy: Path, brief: Brief) -> None:
    forget(room_copy)
    with Store.open(room_copy, wait=0.05) as store:
        with Store.open(room_copy) as other, other.writing():
            assert make_up(store) == 1
        with store.reading() as view:
            assert view.stories()[0].gist is None
        make_up(store)
        with store.reading() as view:
            assert view.stories()[0].gist == gist_of(brief)


def test_a_brief_that_cannot_be_opened_has_no_gist_and_harms_nothing(room_copy: Path) -> None:
    forget(room_copy, "UPDATE analyses SET body = x'00'")
    with Library(room_copy) as library:
        assert library.stories()[0].gist is None


@pytest.mark.parametrize("filters", [{"after": -1}, {"limit": 0}, {"since": "soon"}, {"query": "--"}])
def test_what_cannot_be_asked_is_refused(room_library: Path, filters: dict[str, object]) -> None:
    with Library(room_library, read_only=True) as library, pytest.raises(OptionError):
        library.stories(**filters)  # type: ignore[arg-type]  # that is what is tested
