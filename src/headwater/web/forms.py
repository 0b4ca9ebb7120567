"""What a form sent: its fields and files, read by a page that runs in a thread."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from anyio import from_thread
from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request

__all__ = ["Form", "form_of"]

_FIELDS: Final = 200
_FIELD_BYTES: Final = 1_000_000
_NOWHERE: Final = str.maketrans("", "", "\0")  # no text has it, and databases refuse it


class Form:
    """The fields by name, each with its values in order, and the files."""

    def __init__(self, data: FormData) -> None:
        self._data = data

    def one(self, name: str, default: str = "") -> str:
        """The value of a field, without space around it; the last where there are several."""
        return next(reversed(self.all(name)), default)

    def all(self, name: str) -> list[str]:
        """Every value of a field, such as of boxes that were ticked."""
        values = self._data.getlist(name)
        return [value.translate(_NOWHERE).strip() for value in values if isinstance(value, str)]

    def files(self, name: str) -> list[UploadFile]:
        """The files of a field. A browser sends a nameless empty one where none was chosen; it is left out."""
        return [value for value in self._data.getlist(name) if isinstance(value, UploadFile) and value.filename]


@contextmanager
def form_of(request: Request, *, files: int = 0) -> Iterator[Form]:
    """The form that a request sent, with at most so many files, which are gone at the end of the context.

    For pages that are plain functions, which Starlette runs in threads. Raises `HTTPException` (400, 408, 413) for what
    cannot be read, or is too much.
    """
    form = from_thread.run(_read, request, files)
    try:
        yield Form(form)
    finally:
        from_thread.run(form.close)


async def _read(request: Request, files: int) -> FormData:
    return await request.form(max_files=files, max_fields=_FIELDS, max_part_size=_FIELD_BYTES)
