"""The engine of several processes keeps the promises of `Engine`, and leaves nothing behind."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from headwater.engines.processes import ProcessEngine
from headwater.testing.engines import check_engine


@pytest.fixture(scope="module")
def engine() -> Iterator[ProcessEngine]:
    with ProcessEngine(2) as engine:
        yield engine


def _left_over(number: int) -> float:
    return 1 / number


def _deadly(number: int) -> tuple[int, bool]:
    """The number, and whether it was worked out at home; no process but the first survives a 7."""
    home = multiprocessing.parent_process() is None
    if number == 7 and not home:
        os._exit(9)
    return number, home


def test_several_processes_keep_the_contract(engine: ProcessEngine) -> None:
    check_engine(engine)


def test_one_worker_needs_no_process() -> None:
    with ProcessEngine(1) as engine:
        check_engine(engine)
        assert list(engine.map(_deadly, [7])) == [(7, True)]


def test_the_work_is_done_elsewhere(engine: ProcessEngine) -> None:
    assert list(engine.map(_deadly, [1, 2])) == [(1, False), (2, False)]


def test_records_are_read_only_a_few_ahead_of_the_results(engine: ProcessEngine) -> None:
    read: list[int] = []

    def records() -> Iterator[int]:
        for number in range(100):
            read.append(number)
            yield number

    results = engine.map(abs, records())
    assert next(results) == 0
    assert len(read) <= 6
    assert list(results) == list(range(1, 100))


def test_what_goes_wrong_elsewhere_is_raised_where_its_result_is_awaited(engine: ProcessEngine) -> None:
    results = engine.map(_left_over, [1, 0])
    assert next(results) == 1
    with pytest.raises(ZeroDivisionError):
        next(results)


def test_a_process_that_is_lost_loses_no_work() -> None:
    with ProcessEngine(2) as engine:
        results = list(engine.map(_deadly, [1, 7, 3, 4, 5, 6, 8, 9]))
    assert [number for number, _ in results] == [1, 7, 3, 4, 5, 6, 8, 9]
    assert (7, True) in results


def test_an_engine_that_was_closed_starts_anew() -> None:
    engine = ProcessEngine(2)
    assert list(engine.map(abs, [-1])) == [1]
    engine.close()
    engine.close()
    with engine:
        assert list(engine.map(abs, [-2])) == [2]


# A shell that runs the tests in the background has its children ignore the keyboard: the handler is set anew.
# Its number is written in one call: two processes that print at once can mix their lines.
SLOW = """
import os, signal, time
from headwater.engines.processes import ProcessEngine

def slow(number):
    os.write(1, f"{os.getpid()}\\n".encode())
    time.sleep(0.5)
    return number

if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.default_int_handler)
    with ProcessEngine(2) as engine:
        list(engine.map(slow, range(1000)))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals as POSIX has them")
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL], ids=["stopped from the keyboard", "killed"])
def test_no_process_outlives_the_one_that_started_it(how: signal.Signals, tmp_path: Path) -> None:
    script = tmp_path / "slow.py"
    script.write_text(SLOW, encoding="utf-8")
    with subprocess.Popen(  # noqa: S603  # our own interpreter
        [sys.executable, str(script)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, start_new_session=True
    ) as home:
        assert home.stdout is not None
        others = {int(home.stdout.readline()) for _ in range(4)}
        if how == signal.SIGINT:
            os.killpg(home.pid, how)  # as a terminal does: all of them get it
        else:
            home.kill()
        home.wait(timeout=60)
        assert all(map(_gone, others))


def _gone(process: int) -> bool:
    for _ in range(600):
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.05)
    return False
