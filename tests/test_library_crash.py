"""Killed at any moment, and several at work at once: what was committed is there, once, and all of it fits together."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from library_adder import A_BATCH, words
from library_fixtures import incoming

from headwater.library import Added, Incoming, Listing, Placing, State, Store

KILLS = 50
TESTS = Path(__file__).parent


def _start(where: str, outlet: str, first: int = 0, batches: int = 1_000_000) -> subprocess.Popen[str]:
    command = [sys.executable, str(TESTS / "library_adder.py"), where, outlet, str(first), str(batches)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=TESTS)  # noqa: S603  # ourselves


def _batch(outlet: str, number: int) -> list[Incoming]:
    numbers = range(number * A_BATCH, (number + 1) * A_BATCH)
    return [incoming(words(outlet, n), outlet=outlet, day=number) for n in numbers]


def _placings(added: Sequence[Added], number: int) -> list[Placing]:
    return [Placing(each.article, f"story-{number % 7}") for each in added]


def _fits_together(store: Store) -> None:
    """Whole batches alone, and every table says the same."""
    with store.reading() as view:
        ids = list(view.all_ids())
        homes = view.homes(ids)
        stories = view.stories(Listing(limit=1000))
        joined = [entry.article for entry in view.log() if entry.article]
        assert len(ids) % A_BATCH == 0
        assert set(homes) == set(ids)
        assert sum(story.articles for story in stories) == len(ids)
        assert sorted(joined) == sorted(ids)
        assert view.generation() == len(ids) // A_BATCH


def test_a_process_killed_fifty_times_while_it_adds_loses_nothing_that_was_committed(tmp_path: Path) -> None:
    """Children are forked from one that has everything loaded, so that fifty take seconds."""
    path, told = tmp_path / "library.db", tmp_path / "told"
    chance = random.Random(11)  # noqa: S311  # draws moments
    Store.open(path).close()
    told.touch()
    for kill in range(KILLS):
        child = os.fork()
        if child == 0:
            _add_until_killed(path, told)
        _wait(told, chance, at_once=kill % 5 == 0)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    reported = [int(line) for line in told.read_text().split("\n") if line]
    assert len(reported) > KILLS / 2
    with Store.open(path) as store:
        _fits_together(store)
        with store.writing() as batch:
            for number in reported:
                assert {added.state for added in batch.add(_batch("Herald", number))} == {State.KNOWN}
    with sqlite3.connect(path) as raw:
        assert raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
        assert raw.execute("PRAGMA foreign_key_check").fetchall() == []
        raw.execute("INSERT INTO words (words) VALUES ('integrity-check')")
    raw.close()


def _wait(told: Path, chance: random.Random, *, at_once: bool) -> None:
    """Up to a moment drawn by chance: after the next batch was reported, or `at_once` after the process began."""
    size, end = told.stat().st_size, time.monotonic() + 30
    while not at_once and told.stat().st_size == size and time.monotonic() < end:
        time.sleep(0.002)
    time.sleep(chance.uniform(0.0, 0.03))


def _add_until_killed(path: Path, told: Path) -> None:
    """Go on after what is kept. Never returns: a forked child must not go on with the tests."""
    try:
        with Store.open(path) as store, told.open("a", encoding="ascii") as report:
            while True:
                with store.writing() as batch:
                    number = batch.generation()
                    batch.place(_placings(batch.add(_batch("Herald", number)), number))
                report.write(f"{number}\n")
                report.flush()
    finally:
        os._exit(1)


def test_two_processes_that_add_at_once_lose_nothing_and_add_nothing_twice(where: str) -> None:
    Store.open(where).close()
    batches = 12
    plan = [("Herald", 0), ("Herald", batches // 2), ("Post", 0)]  # the first two have half of their articles in common
    running = [_start(where, outlet, first, batches) for outlet, first in plan]
    outputs = [process.communicate(timeout=120)[0].split() for process in running]
    assert [process.returncode for process in running] == [0, 0, 0]
    assert outputs == [["open", *map(str, range(first, first + batches))] for _, first in plan]
    with Store.open(where) as store, store.reading() as view:
        assert view.counts().articles == A_BATCH * (batches + batches // 2 + batches)
        assert sum(story.articles for story in view.stories()) == view.counts().articles
        assert len(set(view.all_ids())) == view.counts().articles


def test_processes_that_open_a_new_library_at_once_make_one(tmp_path: Path) -> None:
    where = str(tmp_path / "library.db")
    running = [_start(where, outlet, 0, 1) for outlet in ("Herald", "Post", "Mail")]
    outputs = [process.communicate(timeout=120)[0].split() for process in running]
    assert outputs == [["open", "0"]] * 3
    with Store.open(where) as store:
        _fits_together(store)


def test_a_process_of_its_own_killed_at_once_leaves_a_library_that_opens(where: str) -> None:
    process = _start(where, "Herald")
    assert process.stdout is not None
    lines = [process.stdout.readline().strip() for _ in range(4)]
    process.kill()
    process.communicate()
    assert lines == ["open", "0", "1", "2"]
    with Store.open(where) as store:
        _fits_together(store)
        with store.reading() as view:
            assert view.counts().articles >= 3 * A_BATCH
