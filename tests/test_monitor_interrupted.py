"""Adding that is interrupted, killed, or done by two processes at once: nothing is lost and nothing is kept twice."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from monitor_texts import lines, write_lines

from headwater.errors import LibraryError
from headwater.monitor import Library

WAIT = 120  # seconds after which a test would rather fail than hang
EVENTS = 40


@pytest.fixture(scope="module")
def rows(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Articles of many events, in JSON Lines."""
    return write_lines(tmp_path_factory.mktemp("rows") / "rows.jsonl", lines(range(EVENTS)))


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "news.sqlite"


def adding(place: Path, *sources: object, batch: int = 7) -> subprocess.Popen[bytes]:
    """`headwater add` as a process of its own, in batches so small that it can be interrupted between them."""
    code = (
        f"from headwater.monitor import batches; batches.BATCH = {batch}; "
        "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); "
        "from headwater.cli import main; main()"
    )
    return subprocess.Popen(  # noqa: S603  # our own interpreter
        [sys.executable, "-c", code, "add", *map(str, sources)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "HEADWATER_LIBRARY": str(place), "HEADWATER_CONFIG": os.devnull},
    )


def added(place: Path, *sources: object) -> bool:
    """Whether all of it could be added."""
    process = adding(place, *sources)
    process.communicate(timeout=WAIT)
    return process.returncode == 0


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


def test_control_c_keeps_what_was_read_and_says_so(rows: Path, place: Path, whole: set[frozenset[str]]) -> None:
    process = adding(place, rows)
    wait_for(place, 7)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=WAIT)
    had = kept(place)
    assert process.returncode == 130, err
    assert out.decode().startswith(f"{had} articles added")
    assert out.decode().splitlines()[-1] == "stopped; add the same again to go on"
    assert 0 < had < 3 * EVENTS
    assert added(place, rows)
    assert stories_of(place) == whole


def test_killed_at_any_moment_it_goes_on_where_it_was(rows: Path, place: Path, whole: set[frozenset[str]]) -> None:
    chance = random.Random(7)  # noqa: S311  # chance for moments, not for secrets
    last = 0
    for _ in range(3):
        process = adding(place, rows)
        wait_for(place, min(last + 1, 3 * EVENTS))
        time.sleep(chance.uniform(0, 0.2))
        process.kill()
        process.communicate(timeout=WAIT)
        now = kept(place)
        assert now >= last
        assert now % 7 == 0 or now == 3 * EVENTS, "half of a batch is kept"
        last = now
    assert added(place, rows)
    assert kept(place) == 3 * EVENTS
    assert stories_of(place) == whole


@pytest.fixture
def halves(rows: Path, tmp_path: Path) -> tuple[Path, Path]:
    """Two files that overlap: together they are all the rows."""
    all_rows = rows.read_text(encoding="utf-8").splitlines(keepends=True)
    paths = tmp_path / "a.jsonl", tmp_path / "b.jsonl"
    paths[0].write_text("".join(all_rows[: 2 * EVENTS]), encoding="utf-8")
    paths[1].write_text("".join(all_rows[EVENTS:]), encoding="utf-8")
    return paths


def test_two_that_add_at_once_lose_nothing_and_keep_nothing_twice(
    halves: tuple[Path, Path], place: Path, whole: set[frozenset[str]]
) -> None:
    both = [adding(place, half) for half in halves]
    told = [process.communicate(timeout=WAIT) for process in both]
    assert [process.returncode for process in both] == [0, 0], told
    new = [int(out.decode().split()[0]) for out, _ in told]
    assert sum(new) == 3 * EVENTS
    assert stories_of(place) == whole
