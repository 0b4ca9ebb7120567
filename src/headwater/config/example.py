"""A file of configuration that says what each key means, every value the default."""

from __future__ import annotations

import itertools
import json
import textwrap
from collections.abc import Iterator
from typing import Final

from headwater.config.keys import KEYS, Key, default_of

__all__ = ["example_file"]

_EXAMPLES: Final = {"outlet": "The Northgate Courier", "columns": "text=body,title=headline"}


def example_file() -> str:
    """The file: each key with a comment, and its default commented out, so that it stays the default until changed."""
    head = "# Configuration of headwater. Take the # off a line and change what stands behind it.\n"
    return head + "".join(
        itertools.chain.from_iterable(_table(table) for table in dict.fromkeys(k.table for k in KEYS))
    )


def _table(table: str) -> Iterator[str]:
    yield f"\n[{table}]\n"
    for key in KEYS:
        if key.table == table:
            yield from (f"# {line}\n" for line in textwrap.wrap(key.says, 100))
            yield f"#{key.name} = {_literal(key)}\n"


def _literal(key: Key) -> str:
    """A default as TOML writes it, which for these kinds is how JSON does; an example where there is no default."""
    value = default_of(key)
    return json.dumps(_EXAMPLES[key.name] if value is None else value)
