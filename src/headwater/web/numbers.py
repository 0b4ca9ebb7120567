"""Numbers in addresses: what stands for a piece of work or for a decision has nine digits at most.

Of longer ones Python refuses to make a number (its limit is 4,300 digits), and an address may have 8,000.
"""

from __future__ import annotations

from typing import Final

from starlette.convertors import Convertor, register_url_convertor

__all__ = ["MOST_DIGITS", "Number", "read_number"]

MOST_DIGITS: Final = 9


class Number(Convertor[int]):
    """Reads `{name:number}` in the path of a route; a longer number is no such page."""

    regex = f"[0-9]{{1,{MOST_DIGITS}}}"

    def convert(self, value: str) -> int:
        """The number that is written so."""
        return int(value)

    def to_string(self, value: int) -> str:
        """How a number is written in an address."""
        return str(int(value))


def read_number(written: str) -> int | None:
    """The number that a header or a query writes, None where it writes none of nine digits at most."""
    return int(written) if written.isascii() and written.isdecimal() and len(written) <= MOST_DIGITS else None


register_url_convertor("number", Number())
