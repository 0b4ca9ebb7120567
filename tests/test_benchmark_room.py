"""The benchmark of the reading room: what it asks for is what a browser loads, and its table is printed."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks import room
from benchmarks.room_runs import Asked, asked

from headwater.monitor import Library


@pytest.fixture(scope="module")
def runs(room_library: Path) -> dict[str, Asked]:
    return {each.what: each for each in asked(room_library)}


def test_the_same_page_is_asked_for_each_time(runs: dict[str, Asked]) -> None:
    pages = {each.size for what, each in runs.items() if "story page" in what and "loads" not in what}
    assert len(pages) == 1


def test_all_that_loads_is_the_page_and_its_sheets_and_scripts(runs: dict[str, Asked]) -> None:
    page, parts, whole = (
        runs[what].size for what in ("story page again", "style sheets and scripts", "story page with all it loads")
    )
    assert page + parts == whole
    assert parts > 50_000


def test_the_articles_are_of_about_five_hundred_words_and_have_ids_of_their_own() -> None:
    articles = room.articles_of(5)
    assert all(300 < len(article.text.split()) < 1000 for article in articles)
    assert len({article.id for article in articles}) == len(articles) == 5


def test_the_table_and_the_bars_are_printed(
    room_library: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = tmp_path / "room.sqlite"
    copy.write_bytes(room_library.read_bytes())
    assert room.main(["--library", str(copy), "--markdown"]) in (0, 1)
    told = capsys.readouterr().out
    assert "| story page again |" in told
    assert "all that loads" in told
    with Library(copy, read_only=True) as library:
        assert len(library.stories()) == 1
