"""What reading and writing share: a connection within one transaction, and the ways to ask it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final, TypeVar

from sqlalchemy import Connection, Row, Select, Table, func, select

from headwater.library.backend import Backend

__all__ = ["Transaction", "parts"]

_MOST: Final = 1_000  # values in one question
_LAST: Final = "\U0010ffff"  # sorts behind whatever an id is made of
Value = TypeVar("Value")


class Transaction:
    """One transaction on a library, seen from inside."""

    def __init__(self, connection: Connection, backend: Backend) -> None:
        self._connection = connection
        self._backend = backend

    def _rows(self, question: Select[Any]) -> Sequence[Row[Any]]:
        return self._connection.execute(question).all()

    def _first(self, question: Select[Any]) -> Row[Any] | None:
        return self._connection.execute(question).first()

    def _among(self, question: Select[Any], column: Any, values: Sequence[Any]) -> list[Row[Any]]:
        """The rows whose column has one of many values, in no order."""
        return [row for part in parts(values) for row in self._rows(question.where(column.in_(part)))]

    def _insert(self, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
        if rows:
            self._backend.insert(self._connection, table, rows)

    def _ids_from(self, table: Table, beginning: str, most: int) -> tuple[str, ...]:
        """The ids that begin so: a stretch of the index."""
        names = table.c.id
        question = select(names).where(names >= beginning, names < f"{beginning}{_LAST}").order_by(names).limit(most)
        return tuple(row.id for row in self._rows(question))

    def _next(self, table: Table, column: str = "key") -> int:
        """The number of the next row. One process writes at a time, so that nobody else takes it."""
        return int(self._connection.scalar(select(func.max(table.c[column]))) or 0) + 1


def parts(values: Sequence[Value]) -> Iterator[Sequence[Value]]:
    """The values in parts of at most 1,000."""
    return (values[start : start + _MOST] for start in range(0, len(values), _MOST))
