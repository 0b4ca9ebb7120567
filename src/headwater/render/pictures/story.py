"""Every picture of one story, made once for its page."""

from __future__ import annotations

from msgspec import Struct

from headwater.render.pictures.river import NARROW, WIDE, River, river_of
from headwater.types import Brief

__all__ = ["Pictures", "pictures_of"]


class Pictures(Struct, frozen=True):
    """The pictures of a story: the river wide and narrow, and, where articles share rows in it, with a row for each."""

    rivers: tuple[River, ...]  # () for a single article
    all_rivers: tuple[River, ...]


def pictures_of(brief: Brief, prefix: str = "") -> Pictures:
    """Draw a brief's pictures, `prefix` begins every id on a page that holds several stories."""
    rivers = _rivers(brief, prefix, folded=True) if len(brief.articles) > 1 else ()
    shared = any(river.hidden for river in rivers)
    return Pictures(rivers, _rivers(brief, prefix, folded=False) if shared else ())


def _rivers(brief: Brief, prefix: str, *, folded: bool) -> tuple[River, ...]:
    return tuple(river_of(brief, width, prefix, folded=folded) for width in (WIDE, NARROW))
