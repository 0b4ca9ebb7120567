"""Work that goes on behind: a page that shows it, and what it tells, as server-sent events (HTML, 9.2)."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import Final

import anyio
from sse_starlette import EventSourceResponse, ServerSentEvent
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from headwater.monitor import Addition
from headwater.render.library.addition import addition_said
from headwater.web.answers import page
from headwater.web.desk import desk_of
from headwater.web.jobs import Job
from headwater.web.numbers import read_number

__all__ = ["ROUTES"]

_LOOK: Final = 0.2  # seconds between two looks at what was told
_PING: Final = 10  # seconds after which a silent stream says that it is there


def job(request: Request) -> Response:
    """The page of some work; once it is done what was added, or the way to what came of it."""
    found = _job(request)
    done = found.done and found.error is None  # asked once: it may end while the page is made
    if not done:
        return page(request, "job.html.j2", job=found)
    if not isinstance(found.result, Addition):
        return RedirectResponse(found.then or str(request.app.url_path_for("front")), 303)
    added = found.result
    stories = desk_of(request).library.homes(one.article for one in added.added)
    return page(request, "added.html.j2", addition=added, stories=stories, said=addition_said(added).splitlines())


def stop(request: Request) -> Response:
    """Have some work end, and go to its page."""
    found = _job(request)
    found.stop()
    return RedirectResponse(request.app.url_path_for("job", job=found.number), 303)


async def progress(request: Request) -> Response:
    """What some work tells, from where the reader left off, until it ends or the reader leaves."""
    last = read_number(request.headers.get("last-event-id", ""))
    return EventSourceResponse(_events(_job(request), last or 0), ping=_PING)


async def _events(job: Job, told: int) -> AsyncIterator[ServerSentEvent]:
    """Each event has the number of what was told by then, by which a browser that was cut off goes on."""
    while True:
        done = job.done  # before the look, so that nothing is told after the last look
        for words in job.told[told:]:
            told += 1
            yield ServerSentEvent(words, event="told", id=str(told))
        if done:
            failed = job.error is not None
            yield ServerSentEvent(job.trouble if failed else job.then, event="failed" if failed else "done")
            return
        await anyio.sleep(_LOOK)


def _job(request: Request) -> Job:
    found = desk_of(request).jobs.job(request.path_params["job"])
    if found is None:
        raise HTTPException(404, "There is no such work; it ended long ago, or the room was opened anew since.")
    return found


ROUTES: Final = (
    Route("/job/{job:number}", job, name="job"),
    Route("/job/{job:number}/stop", stop, methods=["POST"], name="stop"),
    Route("/progress/{job:number}", progress, name="progress"),
)
