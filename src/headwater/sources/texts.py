"""One text or page in one item: plain text, Markdown, HTML. XML goes on by its root element."""

from __future__ import annotations

import re
from typing import Final

from headwater.errors import InputError, UnreadableInput
from headwater.sources.decoding import decode, glance
from headwater.sources.items import Item, captured, whole
from headwater.sources.markdown import read_markdown
from headwater.sources.page import read_page
from headwater.sources.plain import read_plain
from headwater.sources.reading import Context, Readings
from headwater.sources.roots import ROOTS, read_xml, root_of
from headwater.types import Article

__all__ = ["read_text"]

_PAGES: Final = frozenset((".html", ".htm", ".xhtml"))
_MARKDOWN: Final = frozenset((".md", ".markdown"))
_HTML: Final = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)


def read_text(item: Item, context: Context) -> Readings:
    """Yield the one article of a text or page. What it is shows in its suffix or declared type, else in its head."""
    data = whole(item, context.settings.max_bytes)
    head = glance(data)
    page = item.suffix in _PAGES or "html" in item.kind or _HTML.match(head) is not None
    if root_of(head) in ROOTS or (not page and head.lstrip().startswith("<?xml")):
        yield from read_xml(item, context)
        return
    decoded = decode(item.given, data, item.charset, page=page)
    if decoded.assumed:
        yield InputError(item.given, f"is not UTF-8; it was read as {decoded.assumed}")
    if not decoded.text.strip():
        raise UnreadableInput(item.given, "is empty")
    yield captured(item, _article(item, decoded.text, page), data)


def _article(item: Item, text: str, page: bool) -> Article:
    if page:
        return read_page(item.given, text, item.url, item.key, item.taken)
    if item.suffix in _MARKDOWN or "markdown" in item.kind:
        return read_markdown(item.given, text, item.key)
    return read_plain(item.given, text, item.key)
