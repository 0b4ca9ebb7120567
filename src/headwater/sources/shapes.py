"""Which reader takes which JSON value: by the fields that it has."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from msgspec import Struct
from msgspec.structs import replace

from headwater.sources.fragment import text_of_html
from headwater.sources.gdelt import is_article_list, links_of_article_list
from headwater.sources.items import Item, captured
from headwater.sources.jsonfeed import is_json_feed, read_json_feed
from headwater.sources.links import follow
from headwater.sources.ninjs import is_ninjs, read_ninjs
from headwater.sources.reading import Context, Readings
from headwater.sources.records import captured_at, read_record

__all__ = ["SHAPES", "Shape", "read_value"]


class Shape(Struct, frozen=True):
    """A kind of JSON object: how to tell it, and its reader, which gets item, object, its bytes and the context."""

    fits: Callable[[dict[str, Any]], bool]
    read: Callable[[Item, dict[str, Any], bytes, Context], Readings]


def read_value(item: Item, value: object, data: bytes, context: Context) -> Readings:
    """Yield what one decoded value holds; one that fits no shape is taken for an article of our own format."""
    shape = next((shape for shape in SHAPES if shape.fits(value)), None) if isinstance(value, dict) else None
    if shape is not None and isinstance(value, dict):
        yield from shape.read(item, value, data, context)
    else:
        article = read_record(item.given, value, item.key)
        yield captured(replace(item, taken=captured_at(item.given, value, item.taken)), article, data)


def _ninjs(item: Item, value: dict[str, Any], data: bytes, _: Context) -> Readings:
    yield captured(item, read_ninjs(item.given, value, text_of_html, item.key), data)


def _article_list(item: Item, value: dict[str, Any], _: bytes, context: Context) -> Readings:
    return follow(links_of_article_list(item.given, value), item, context)


SHAPES: Final = (Shape(is_json_feed, read_json_feed), Shape(is_ninjs, _ninjs), Shape(is_article_list, _article_list))
"""The kinds of JSON objects that are not our own, in the order in which they are asked."""
