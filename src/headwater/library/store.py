"""A library, opened: views to read from, and one transaction at a time to write with."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError

from headwater.errors import LibraryError, LibraryReadOnly
from headwater.library.adding import Clock
from headwater.library.backend import Backend
from headwater.library.batch import Batch
from headwater.library.migrations import bring_up
from headwater.library.postgres import Postgres
from headwater.library.sqlite import SQLite
from headwater.library.view import View
from headwater.sources.clock import utc_now

__all__ = ["Store"]

_WAIT: Final = 30.0


class Store:
    """A library. It knows nothing of how stories are found, nor what an analysis says: it keeps both.

    Threads and processes may share one: readers never wait, and writers wait for one another.
    """

    def __init__(self, backend: Backend, clock: Clock = utc_now) -> None:
        self._backend = backend
        self._clock = clock
        try:
            with _told(backend):
                bring_up(backend)
        except BaseException:
            self.close()
            raise

    @classmethod
    def open(cls, where: str | Path, *, read_only: bool = False, wait: float = _WAIT, clock: Clock = utc_now) -> Self:
        """Open a library, which is made if there is none and brought up to date if it is older.

        `where` is a path, or an address of SQLAlchemy for a server ("postgresql://host/name"); `wait` says how many
        seconds another process's transaction is waited for. Raises `LibraryError`, and `PartMissing` for a server
        without `headwater[postgres]`.
        """
        return cls(_backend(where, read_only=read_only, wait=wait), clock)

    @property
    def place(self) -> str:
        """What a reader would call the library: its path, or its address without the password."""
        return self._backend.place

    @property
    def read_only(self) -> bool:
        """Whether nothing can be written: it was opened so, or its file is so."""
        return self._backend.read_only

    @contextmanager
    def reading(self) -> Iterator[View]:
        """One fixed view of the library: what others commit meanwhile is not in it. Raises `LibraryError`."""
        with _told(self._backend), self._backend.engine.connect() as connection:
            self._backend.begin(connection, writing=False)
            yield View(connection, self._backend)

    @contextmanager
    def writing(self) -> Iterator[Batch]:
        """The one transaction that writes: all of it is committed at the end, or, after any error, nothing.

        Raises `LibraryLocked` if another process's did not end in time, `LibraryReadOnly`, `LibraryFull`.
        """
        if self.read_only:
            raise LibraryReadOnly(f"{self.place}: the library may only be read")
        with _told(self._backend), self._backend.engine.connect() as connection:
            self._backend.begin(connection, writing=True)
            batch = Batch(connection, self._backend, self._clock)
            yield batch
            batch.close()
            connection.commit()

    def close(self) -> None:
        """Give up all connections."""
        self._backend.engine.dispose()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _backend(where: str | Path, *, read_only: bool, wait: float) -> Backend:
    if isinstance(where, Path) or "://" not in where:
        return SQLite(Path(where), read_only=read_only, wait=wait)
    try:
        address = make_url(where)
    except (ArgumentError, ValueError) as error:
        raise LibraryError("the library's address cannot be read; it looks like postgresql://user@host/name") from error
    if address.get_backend_name() != "postgresql":
        raise LibraryError(f"{address.get_backend_name()}: a library is a file, or lies on a server of PostgreSQL")
    return Postgres(address, read_only=read_only, wait=wait)


@contextmanager
def _told(backend: Backend) -> Iterator[None]:
    """Whatever a database complains about, as an error of ours in one line."""
    try:
        yield
    except DBAPIError as error:
        raise backend.trouble(error.orig or error) from error
