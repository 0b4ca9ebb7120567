"""IPTC ninjs, the JSON of news agencies: versions 1.x (`body_text`), 2.x and 3.x (`bodies`, `headlines`).

Only what an article needs is read; unknown fields are allowed, as the standard says. https://iptc.org/standards/ninjs/
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final

import msgspec
from msgspec import Struct, field

from headwater.errors import MalformedRecord, UnreadableInput
from headwater.sources.draft import draft
from headwater.sources.versions import Version, number_of
from headwater.text.agencies import agency_named
from headwater.types import Article

__all__ = ["is_ninjs", "read_ninjs", "version_of"]

_MARKS: Final = frozenset(
    (
        "uri",
        "body_text",
        "body_html",
        "body_xhtml",
        "bodies",
        "headlines",
        "versioncreated",
        "versionCreated",
        "pubstatus",
    )
)
_MAIN_ROLES: Final = frozenset(("main", "body", "headline"))
_WITHDRAWN: Final = frozenset(("canceled", "cancelled", "withheld"))


class _Text(Struct, frozen=True):
    """A headline or body of 2.x and 3.x, with its role and type of content."""

    value: str = ""
    role: str = ""
    contenttype: str = ""


class _Named(Struct, frozen=True):
    name: str = ""


class _Head(Struct, frozen=True):
    """What tells the version of an item."""

    uri: str = ""
    version: str | int | float | None = None
    versioncreated: str = ""
    versionCreated: str = ""  # noqa: N815  # as 3.x spells it


class _Item(Struct, frozen=True):
    """The fields of all versions side by side; 3.x spells some in camel case."""

    uri: str = ""
    type: str = ""
    pubstatus: str = ""
    headline: str = ""
    title: str = ""
    headlines: list[_Text] = field(default_factory=list)
    byline: str = ""
    by: str = ""
    body_text: str = ""
    body_html: str = ""
    body_xhtml: str = ""
    bodies: list[_Text] = field(default_factory=list)
    firstcreated: str = ""
    versioncreated: str = ""
    contentcreated: str = ""
    source: str = ""
    provider: str = ""
    copyrightholder: str = ""
    infosource: list[_Named] = field(default_factory=list)
    infosources: list[_Named] = field(default_factory=list)
    derivedfrom: Any = None  # the standards leave the form open: an identifier, an item, or a list of them


def is_ninjs(value: object) -> bool:
    """Tell whether decoded JSON is an item of ninjs rather than an article of our own format."""
    return isinstance(value, dict) and "text" not in value and not _MARKS.isdisjoint(value)


def read_ninjs(name: str, value: dict[str, Any], text_of_html: Callable[[str], str], key: str = "") -> Article:
    """Return the article of one ninjs item; `text_of_html` gives the text of a body that comes as HTML only.

    Raises `MalformedRecord` if a field has the wrong type, `UnreadableInput` if the item is no text or was withdrawn.
    """
    try:
        item = msgspec.convert(_lowered(value), _Item)
    except msgspec.ValidationError as error:
        raise MalformedRecord(name, f"breaks ninjs: {error}") from None
    if item.pubstatus.lower() in _WITHDRAWN:
        raise UnreadableInput(name, f"was withdrawn by its publisher (pubstatus {item.pubstatus})")
    text = _body(item, text_of_html)
    if not text.strip():
        raise UnreadableInput(name, f"is a ninjs item without a text (type {item.type or 'not stated'})")
    publisher = _publisher(item)
    credited = (publisher, *(source.name for source in (*item.infosources, *item.infosource)))
    return draft(
        name,
        text,
        key=key or item.uri.rstrip("/").rsplit("/", 1)[-1].rsplit(":", 1)[-1],
        title=item.headline or _longest(_main(item.headlines)) or item.title,
        outlet=publisher,
        agency=next((short for name in credited if (short := agency_named(name))), ""),
        byline=item.byline or item.by,
        published=item.versioncreated or item.firstcreated or item.contentcreated,
        url=item.uri if item.uri.startswith(("http://", "https://")) else "",
        guid=item.uri,
        derived_from=_identities(item.derivedfrom),
    )


def version_of(data: bytes) -> Version:
    """Return which item one object of JSON is a version of, by its bytes; an empty `Version` for what is no ninjs."""
    try:
        head = msgspec.json.decode(data, type=_Head)
    except (msgspec.DecodeError, RecursionError, UnicodeDecodeError):
        return Version()
    return Version(head.uri, number_of(str(head.version)), head.versioncreated or head.versionCreated)


def _identities(value: Any) -> Iterator[str]:
    """The identifiers of the items that a value names."""
    for one in value if isinstance(value, list) else [value]:
        identity = one.get("uri") or one.get("href") if isinstance(one, dict) else one
        if isinstance(identity, str):
            yield identity


def _lowered(value: dict[str, Any]) -> dict[str, Any]:
    """Return the item with its keys in small letters, nulls left out: 3.x writes versionCreated for versioncreated."""
    return {name.lower(): _lowered_parts(part) for name, part in value.items() if part is not None}


def _lowered_parts(part: Any) -> Any:
    if not isinstance(part, list):
        return part
    return [{k.lower(): v for k, v in one.items() if v is not None} if isinstance(one, dict) else one for one in part]


def _body(item: _Item, text_of_html: Callable[[str], str]) -> str:
    main = _main(item.bodies)
    plain = item.body_text or _longest([body for body in main if "html" not in body.contenttype.lower()])
    html = item.body_html or item.body_xhtml or _longest(main)
    return plain or (text_of_html(html) if html else "")


def _main(texts: list[_Text]) -> list[_Text]:
    """Return the texts whose role says that they are the main one; all, where no role does."""
    return [text for text in texts if text.role.lower().rsplit(":", 1)[-1] in _MAIN_ROLES] or texts


def _longest(texts: list[_Text]) -> str:
    return max((text.value for text in texts), key=len, default="")


def _publisher(item: _Item) -> str:
    named = [source.name for source in (*item.infosources, *item.infosource)]
    return next((name for name in (item.source, item.provider, item.copyrightholder, *named) if name), "")
