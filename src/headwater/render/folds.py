"""What of a view is folded on a page, and the key by which it is opened: the same content has the same key."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from typing import Final

from msgspec import Struct, msgpack

from headwater.render.view import EditView, Fact, Piece, RecoveredView, StoryView
from headwater.types import Brief

__all__ = ["index_of", "key_of", "kind_of"]

_BYTES: Final = 5  # a thousand billion keys for the few thousand parts of a story
_WHOLE: Final = (EditView, Fact, Piece, RecoveredView)  # of which none is folded alone


def key_of(part: object) -> str:
    """The key of a part of a view: a digest of all that it holds, eight letters and digits."""
    digest = hashlib.blake2b(msgpack.encode(part), digest_size=_BYTES).digest()
    return base64.b32encode(digest).decode().lower()


def kind_of(part: object) -> str:
    """What a part is, by the name of its record; of a row of them "several StatementView"."""
    return f"several {type(part[0]).__name__}" if isinstance(part, tuple) else type(part).__name__


def index_of(_: Brief, story: StoryView) -> dict[str, object]:
    """Every part of a story that may be folded, by its key."""
    return {key_of(part): part for part in (*filter(None, story.rests), *_parts(story))}


def _parts(view: object) -> Iterator[object]:
    """Every record of a view that may be folded, and every row of them."""
    if isinstance(view, _WHOLE):
        return
    if isinstance(view, Struct):
        yield view
        for name in view.__struct_fields__:
            yield from _parts(getattr(view, name))
    elif isinstance(view, tuple) and view and isinstance(view[0], Struct) and not isinstance(view[0], _WHOLE):
        yield view
        for part in view:
            yield from _parts(part)
