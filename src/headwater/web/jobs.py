"""Work that takes longer than a page may: done one after another behind the scenes, with what it tells on the way."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Lock
from typing import Final

__all__ = ["Job", "Jobs", "Tell"]

Tell = Callable[[str], None]
_KEPT: Final = 100  # jobs that are remembered after their end


class Job:
    """A piece of work: its number, what it is, what it told so far, and how it ended."""

    def __init__(self, number: int, name: str) -> None:
        self.number = number
        self.name = name
        self.told: list[str] = []  # only ever grows, so that readers need no lock
        self.future: Future[object] = Future()

    @property
    def done(self) -> bool:
        """Whether it has ended, well or not."""
        return self.future.done()

    @property
    def error(self) -> BaseException | None:
        """What ended it, if it ended in an error."""
        return self.future.exception() if self.done else None


class Jobs:
    """One worker, so that the models are loaded once and two readings never fight for the cores."""

    def __init__(self) -> None:
        self._worker = ThreadPoolExecutor(1, "headwater-reading")
        self._numbers = itertools.count(1)
        self._jobs: dict[int, Job] = {}
        self._lock = Lock()

    def begin(self, name: str, work: Callable[[Tell], object]) -> Job:
        """Queue some work; of work of one name only one waits or goes on at a time."""
        with self._lock:
            going = next((job for job in self._jobs.values() if job.name == name and not job.done), None)
            if going is not None:
                return going
            job = Job(next(self._numbers), name)
            self._jobs[job.number] = job
            for old in [number for number, one in self._jobs.items() if one.done][:-_KEPT]:
                del self._jobs[old]
            job.future = self._worker.submit(work, job.told.append)
            return job

    def job(self, number: int) -> Job | None:
        """The job of this number, None if there is none or it ended long ago."""
        return self._jobs.get(number)

    def close(self) -> None:
        """End after what goes on now; what waits is dropped."""
        self._worker.shutdown(wait=False, cancel_futures=True)
