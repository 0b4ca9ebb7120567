"""Words of an article by a name that outlives every re-analysis: `ARTICLE:START-END`, the offsets in code points."""

from __future__ import annotations

import re
from typing import Final

from headwater.errors import OptionError
from headwater.text.printable import printable
from headwater.types import Span

__all__ = ["read_words", "words_of"]

_NAME: Final = re.compile(r"(?P<article>.+):(?P<start>[0-9]{1,9})-(?P<end>[0-9]{1,9})", re.DOTALL)
_SHOWN: Final = 80  # code points of a bad name that are shown


def words_of(span: Span) -> str:
    """The name of a span."""
    return f"{span.article}:{span.start}-{span.end}"


def read_words(name: str) -> Span:
    """The span that a name is of, whether or not there is such an article. Raises `OptionError` for what names none."""
    read = _NAME.fullmatch(name)
    if read is None or int(read["start"]) >= int(read["end"]):
        raise OptionError(
            f"{printable(name[:_SHOWN])!r} names no words; write ARTICLE:START-END, as in tide-3f9a:120-188"
        )
    return Span(read["article"], int(read["start"]), int(read["end"]))
