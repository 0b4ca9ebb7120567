"""JSON-LD of a news page (schema.org NewsArticle): headline, author, publisher, address and instant of publication.

Blocks that do not parse are passed over, as browsers and search engines do; pages often carry several. Two slips that
are common are forgiven: a block inside an HTML comment or CDATA section, and a line break inside a string.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import unescape
from typing import Any, Final

import msgspec
from msgspec import Struct

__all__ = ["News", "find_news"]

_ARTICLES: Final = (
    "article",
    "newsarticle",
    "reportagenewsarticle",
    "analysisnewsarticle",
    "blogposting",
    "liveblogposting",
    "opinionnewsarticle",
    "backgroundnewsarticle",
    "reviewnewsarticle",
    "report",
)
_WRAPPED: Final = re.compile(r"^\s*(?://)?\s*(?:<!--|<!\[CDATA\[)|(?://)?\s*(?:-->|\]\]>)\s*$")
_CONTROLS: Final = re.compile(r"[\x00-\x1f]+")
_DEEPEST: Final = 4
_LONGEST: Final = 1_000_000


class News(Struct, frozen=True):
    """What JSON-LD states of the article; '' where it does not."""

    headline: str = ""
    author: str = ""
    publisher: str = ""
    source: str = ""  # whose content it is, if another's: sourceOrganization, provider or copyrightHolder
    published: str = ""
    url: str = ""


def find_news(blocks: Iterable[str]) -> News:
    """Return what the first article among the JSON-LD `blocks` of a page states; an empty `News` if there is none."""
    for block in blocks:
        for node in _nodes(_decoded(str(block)), _DEEPEST):
            if _is_article(node):
                return _news(node)
    return News()


def _decoded(block: str) -> Any:
    if len(block) > _LONGEST:
        return None
    bare = _WRAPPED.sub("", block).strip()
    for written in (bare, _CONTROLS.sub(" ", bare)):
        try:
            return msgspec.json.decode(written, strict=False)
        except (msgspec.DecodeError, RecursionError, UnicodeError):
            continue
    return None


def _nodes(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth and isinstance(value, list):
        for part in value:
            yield from _nodes(part, depth - 1)
    elif depth and isinstance(value, dict):
        yield value
        yield from _nodes([value.get("@graph"), value.get("mainEntity"), value.get("mainEntityOfPage")], depth - 1)


def _is_article(node: dict[str, Any]) -> bool:
    kinds = node.get("@type")
    names = kinds if isinstance(kinds, list) else [kinds]
    return any(str(kind).lower() in _ARTICLES for kind in names)


def _news(node: dict[str, Any]) -> News:
    return News(
        headline=_name(node.get("headline") or node.get("name")),
        author=_name(node.get("author") or node.get("creator")),
        publisher=_name(node.get("publisher")),
        source=_name(node.get("sourceOrganization") or node.get("provider") or node.get("copyrightHolder")),
        published=_name(node.get("datePublished") or node.get("dateCreated")),
        url=_address(node.get("url")) or _address(node.get("mainEntityOfPage")),
    )


def _address(value: Any) -> str:
    """Return an address however it is wrapped: a string, or an object with an `@id` or `url`."""
    if isinstance(value, dict):
        return _address(value.get("@id")) or _address(value.get("url"))
    return value.strip() if isinstance(value, str) else ""


def _name(value: Any) -> str:
    """Return a name however it is wrapped: a string, an object with a name, or a list of those."""
    if isinstance(value, list):
        return ", ".join(name for name in map(_name, value[:20]) if name)
    if isinstance(value, dict):
        return _name(value.get("name"))
    return " ".join(unescape(value).split()) if isinstance(value, str) and not value.startswith("http") else ""
