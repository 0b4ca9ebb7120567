"""Work that takes longer than a page may: done one after another behind the scenes, with what it tells on the way."""

from __future__ import annotations

import itertools
import logging
from collections.abc import Callable
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from threading import Event, Lock
from typing import Final

from headwater.errors import HeadwaterError
from headwater.render.characters import one_line

__all__ = ["Job", "Jobs", "Stop", "Tell"]

Tell = Callable[[str], None]
Stop = Callable[[], bool]

_KEPT: Final = 100  # jobs that are remembered after their end
_TOLD: Final = 2_000  # lines that are kept of one job; a whole archive tells no more
_LOG: Final = logging.getLogger("headwater.web")
_DEFECT: Final = "something went wrong that nobody foresaw; the terminal in which headwater serve runs has the details"


class Job:
    """A piece of work: its number, what it is, what it told so far, and how it ended.

    `name` tells it from others, `title` says it to a reader. `then` is the address of the page that shows what came of
    it, if there is one.
    """

    def __init__(self, number: int, name: str, then: str = "", title: str = "", stopped: Event | None = None) -> None:
        self._asks = stopped is not None
        self._stopped = stopped or Event()
        self.number = number
        self.name = name
        self.then = then
        self.title = one_line(title or name)
        self.told: list[str] = []  # only ever grows, so that readers need no lock
        self.future: Future[object] = Future()

    @property
    def done(self) -> bool:
        """Whether it has ended, well or not."""
        return self.future.done()

    @property
    def error(self) -> BaseException | None:
        """What ended it, if it ended in an error."""
        if not self.done:
            return None
        return CancelledError() if self.future.cancelled() else self.future.exception()

    @property
    def trouble(self) -> str:
        """The error in one line fit for a reader; '' where there is none."""
        match self.error:
            case None:
                return ""
            case CancelledError():
                return "It was stopped."
            case HeadwaterError() as error:
                return one_line(str(error))
            case _:
                return _DEFECT

    @property
    def result(self) -> object:
        """What came of it; None before its end and after an error."""
        return self.future.result() if self.done and self.error is None else None

    def stop(self) -> None:
        """Have it end: at once if it waits, else when it next asks or tells."""
        self._stopped.set()
        if not self.future.cancel() and not self.done:
            self.told.append("stopping")

    def tell(self, words: str) -> None:
        """Keep what the work says of itself, in one line, the same twice once.

        Ends work that was stopped and does not ask.
        """
        if self._stopped.is_set() and not self._asks:
            raise CancelledError
        words = one_line(words)
        if len(self.told) < _TOLD and words not in self.told[-1:]:
            self.told.append(words)


class Jobs:
    """One worker, so that the models are loaded once and two readings never fight for the cores."""

    def __init__(self) -> None:
        self._worker = ThreadPoolExecutor(1, "headwater-reading")
        self._numbers = itertools.count(1)
        self._jobs: dict[int, Job] = {}
        self._lock = Lock()
        self._closed = Event()

    def begin(
        self,
        name: str,
        work: Callable[[Tell], object],
        then: str = "",
        *,
        title: str = "",
        shared: bool = True,
        stopped: Event | None = None,
    ) -> Job:
        """Queue some work. Of `shared` work of one name only one waits or goes on at a time: that is then given.

        Work that keeps what it has when it is stopped asks `stopped` between two steps; other work is ended when it
        next tells something.
        """
        with self._lock:
            going = self._last(name)
            if shared and going is not None and not going.done:
                return going
            job = Job(next(self._numbers), name, then, title, stopped)
            self._jobs[job.number] = job
            for old in [number for number, one in self._jobs.items() if one.done][:-_KEPT]:
                del self._jobs[old]
            job.future = self._worker.submit(_done, job, work)
            return job

    def last(self, name: str) -> Job | None:
        """The job of this name that was begun last, None if there is none or it ended long ago."""
        with self._lock:
            return self._last(name)

    def job(self, number: int) -> Job | None:
        """The job of this number, None if there is none or it ended long ago."""
        return self._jobs.get(number)

    def closed(self) -> bool:
        """Whether the room has closed."""
        return self._closed.is_set()

    def close(self) -> None:
        """Have everything end: what waits is dropped, what goes on ends between two steps."""
        self._closed.set()
        with self._lock:
            for job in self._jobs.values():
                job.stop()
        self._worker.shutdown(wait=False, cancel_futures=True)

    def _last(self, name: str) -> Job | None:
        return next((job for job in reversed(self._jobs.values()) if job.name == name), None)


def _done(job: Job, work: Callable[[Tell], object]) -> object:
    try:
        return work(job.tell)
    except (HeadwaterError, CancelledError):
        raise
    except Exception:  # told to whoever runs the room; the reader gets one line
        _LOG.exception("%s: a defect in headwater, please report it", job.name)
        raise
