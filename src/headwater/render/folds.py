"""What of a view is folded on a page, and the key by which it is opened: the same content has the same key."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from typing import Final

from msgspec import Struct, msgpack

from headwater.render.view import (
    EditsView,
    EntityView,
    Fact,
    FigureView,
    MomentView,
    Reason,
    StatementView,
    StoryView,
    UnseenView,
    ValueView,
    Witness,
)
from headwater.types import Brief

__all__ = ["index_of", "key_of", "kind_of"]

_BYTES: Final = 5  # a thousand billion keys for the few thousand parts of a story
_ALONE: Final = (StatementView, EntityView, ValueView, MomentView, FigureView, EditsView, UnseenView)
_IN_A_ROW: Final = (Witness, Reason)
_WHOLE: Final = (Witness, EditsView, Fact)  # in which nothing is folded


def key_of(part: object) -> str:
    """The key of a part of a view: a digest of all that it holds, eight letters and digits."""
    digest = hashlib.blake2b(msgpack.encode(part), digest_size=_BYTES).digest()
    return base64.b32encode(digest).decode().lower()


def kind_of(part: object) -> str:
    """What a part is, by the name of its record; of a row of them "several StatementView"."""
    return f"several {type(part[0]).__name__}" if isinstance(part, tuple) else type(part).__name__


def index_of(_: Brief, story: StoryView) -> dict[str, object]:
    """Every part of a story that may be folded, by its key."""
    rests = (*story.rests, *(quote.further for quote in story.quotes))
    return {key_of(part): part for part in (*filter(None, rests), *_parts(story))}


def _parts(view: object) -> Iterator[object]:
    """What a page folds of a view: records of some kinds, and rows of witnesses and of reasons."""
    if isinstance(view, _ALONE) or (isinstance(view, tuple) and view and isinstance(view[0], _IN_A_ROW)):
        yield view
    if isinstance(view, Struct) and not isinstance(view, _WHOLE):
        for name in view.__struct_fields__:
            yield from _parts(getattr(view, name))
    elif isinstance(view, tuple) and not (view and isinstance(view[0], _WHOLE)):
        for part in view:
            yield from _parts(part)
