"""Adding articles: by pasting a text, dropping files, or naming addresses. The work is a job with a page of its own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from threading import Event
from typing import Final
from urllib.parse import urlsplit

from msgspec import Struct
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from headwater.errors import LibraryReadOnly
from headwater.monitor import Addition
from headwater.render.words import counted
from headwater.sources.inputs import FileInput, is_url
from headwater.text.days import read_day
from headwater.text.printable import printable
from headwater.web.answers import page
from headwater.web.bodies import ADDED_BYTES
from headwater.web.desk import Desk, desk_of
from headwater.web.forms import Form, form_of
from headwater.web.jobs import Job, Tell
from headwater.web.spool import Spool, spooling

__all__ = ["ROUTES"]

_MOST_FILES: Final = 1_000
_MOST_ADDRESSES: Final = 1_000
_FETCHED: Final = frozenset({"http", "https"})
_STATED: Final = ("title", "outlet", "published", "url")  # what a reader can state of a text that is pasted


class _Asked(Struct, frozen=True):
    """What the form says besides its files."""

    text: str = ""
    stated: Mapping[str, str] = {}
    addresses: Sequence[str] = ()


def add(request: Request) -> Response:
    """The form."""
    return _form(request, _Asked())


def take(request: Request) -> Response:
    """Begin to add what the form sent, and go to the page of the work; the form again if it cannot be used."""
    desk = desk_of(request)
    if desk.library.read_only:
        raise LibraryReadOnly("This library may only be read; nothing can be added to it.")
    with form_of(request, files=_MOST_FILES) as form, spooling() as spool:
        asked = _asked(form)
        _put(form, asked, spool)
        wrong = _wrong(asked, spool)
        if wrong:
            spool.close()
            return _form(request, asked, wrong)
        job = _begun(desk, spool, asked.addresses)
    return RedirectResponse(request.app.url_path_for("job", job=job.number), 303)


def _form(request: Request, asked: _Asked, wrong: str = "") -> Response:
    return page(request, "add.html.j2", 400 if wrong else 200, asked=asked, wrong=wrong, most=ADDED_BYTES)


def _asked(form: Form) -> _Asked:
    stated = {name: form.one(name) for name in _STATED if form.one(name)}
    lines = (line.strip() for line in form.one("addresses").splitlines())
    # Browsers end the lines of a text field with CRLF, whatever was pasted (HTML, 4.10.21).
    return _Asked(form.one("text").replace("\r\n", "\n"), stated, tuple(line for line in lines if line))


def _put(form: Form, asked: _Asked, spool: Spool) -> None:
    if asked.text:
        spool.put_record(asked.stated.get("title", "pasted text"), {"text": asked.text, **asked.stated})
    for file in form.files("files"):
        spool.put(file.filename or "", file.file)


def _wrong(asked: _Asked, spool: Spool) -> str:
    """Why the form cannot be used, '' where it can. A line that is no address must never be taken for a path."""
    if not (spool.inputs or asked.addresses):
        return "Nothing to add: paste a text, choose files, or name addresses."
    if len(asked.addresses) > _MOST_ADDRESSES:
        return f"More than {_MOST_ADDRESSES:,} addresses; put them into a file and drop that."
    bad = next((line for line in asked.addresses if not _is_address(line)), None)
    if bad is not None:
        return f"“{printable(bad, 80)}” is no address; write one a line, each with https:// before it."
    if asked.stated.get("url") and not _is_address(asked.stated["url"]):
        return "The address of the text is none; write it with https:// before it, or leave it out."
    if asked.stated.get("published") and read_day(asked.stated["published"]) is None:
        return "The day cannot be read; write it as 2021-05-03, or leave it out."
    return ""


def _is_address(line: str) -> bool:
    """Strictly: `urlsplit` passes over controls before a scheme, behind which the library sees a path."""
    try:
        parts = urlsplit(line)
        fetched = is_url(line) and parts.scheme.lower() in _FETCHED and bool(parts.hostname)
        return fetched and line.isprintable() and " " not in line
    except ValueError:
        return False


def _begun(desk: Desk, spool: Spool, addresses: Sequence[str]) -> Job:
    inputs: tuple[FileInput | str, ...] = (*spool.inputs, *addresses)
    stopped = Event()

    def work(tell: Tell) -> Addition:
        return desk.library.add(inputs, on_progress=tell, stop=stopped.is_set)

    parts = [(len(spool.inputs), "text"), (len(addresses), "link")]
    what = " and ".join(counted(number, word) for number, word in parts if number)
    job = desk.jobs.begin(f"Adding {what}", work, shared=False, stopped=stopped)
    job.future.add_done_callback(lambda _: spool.close())  # also where it never began
    return job


ROUTES: Final = (
    Route("/add", add, name="add"),
    Route("/add", take, methods=["POST"], name="take"),
)
