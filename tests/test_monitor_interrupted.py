"""Adding that is interrupted, killed, or done by two processes at once: nothing is lost and nothing is kept twice."""

from __future__ import annotations

import random
import signal
import time
from pathlib import Path

import pytest
from monitor_adder import BATCH, Adder
from monitor_texts import lines, write_lines

from headwater.errors import LibraryError
from headwater.monitor import Library

WAIT = 120  # seconds after which a test would rather fail than hang
EVENTS = 12
ALL = 3 * EVENTS  # articles


@pytest.fixture(scope="module")
def rows(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Articles of many events, in JSON Lines."""
    return write_lines(tmp_path_factory.mktemp("rows") / "rows.jsonl", lines(range(EVENTS)))


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "news.sqlite"


def kept(place: Path) -> int:
    """How many articles are kept by now; 0 while there is no library."""
    try:
        with Library(place, read_only=True) as library:
            return library.counts().articles
    except LibraryError:
        return 0


def wait_for(place: Path, articles: int) -> None:
    until = time.monotonic() + WAIT
    while kept(place) < articles:
        assert time.monotonic() < until, "nothing is added"
        time.sleep(0.02)


def stories_of(place: Path) -> set[frozenset[str]]:
    with Library(place, read_only=True) as library:
        shown = [library.story(story.id) for story in library.stories(limit=1000)]
    members = [[one.article.id for one in story.articles] for story in shown]
    assert sum(map(len, members)) == len({one for each in members for one in each}), "an article is in two stories"
    return {frozenset(each) for each in members}


@pytest.fixture(scope="module")
def whole(rows: Path, tmp_path_factory: pytest.TempPathFactory) -> set[frozenset[str]]:
    """The stories of a library that nobody interrupted."""
    place = tmp_path_factory.mktemp("whole") / "news.sqlite"
    with Library(place) as library:
        library.add([rows])
    return stories_of(place)


@pytest.fixture
def halves(rows: Path, tmp_path: Path) -> tuple[Path, Path]:
    """Two files that overlap: together they are all the rows."""
    all_rows = rows.read_text(encoding="utf-8").splitlines(keepends=True)
    paths = tmp_path / "a.jsonl", tmp_path / "b.jsonl"
    paths[0].write_text("".join(all_rows[: 2 * EVENTS]), encoding="utf-8")
    paths[1].write_text("".join(all_rows[EVENTS:]), encoding="utf-8")
    return paths


def test_control_c_keeps_what_was_read_and_says_so(
    rows: Path, halves: tuple[Path, Path], place: Path, tmp_path: Path, whole: set[frozenset[str]]
) -> None:
    first, second = (half.read_text(encoding="utf-8") for half in halves)
    long = tmp_path / "long.jsonl"  # so long that it cannot be done before the signal comes
    long.write_text(20 * first + second, encoding="utf-8")
    adder = Adder(place, long, jobs=2)
    wait_for(place, BATCH)
    adder.send(signal.SIGINT)
    code, told = adder.ended()
    had = kept(place)
    assert code == 130, told
    assert told.startswith(f"{had} articles added")
    assert told.splitlines()[-1] == "stopped; add the same again to go on"
    assert 0 < had < ALL
    assert Adder(place, rows).ended()[0] == 0
    assert stories_of(place) == whole


def test_killed_at_any_moment_it_goes_on_where_it_was(rows: Path, place: Path, whole: set[frozenset[str]]) -> None:
    chance = random.Random(7)  # noqa: S311  # chance for moments, not for secrets
    last = 0
    for _ in range(3):
        adder = Adder(place, rows)
        wait_for(place, min(last + 1, ALL))
        time.sleep(chance.uniform(0, 0.2))
        adder.send(signal.SIGKILL)
        adder.ended()
        now = kept(place)
        assert now >= last
        assert now % BATCH == 0 or now == ALL, "half of a batch is kept"
        last = now
    assert Adder(place, rows).ended()[0] == 0
    assert kept(place) == ALL
    assert stories_of(place) == whole


def test_two_that_add_at_once_lose_nothing_and_keep_nothing_twice(
    halves: tuple[Path, Path], place: Path, whole: set[frozenset[str]]
) -> None:
    both = [adder.ended() for adder in [Adder(place, half) for half in halves]]
    assert [code for code, _ in both] == [0, 0], both
    new = [int(told.split()[0]) for _, told in both]
    assert sum(new) == ALL
    assert stories_of(place) == whole
