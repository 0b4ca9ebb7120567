"""NewsML-G2 and NITF, the XML of news agencies (IPTC): items, alone or several in a message, with their versions.

Elements are known by their local names, so that documents with and without namespaces are read alike. A body is NITF,
XHTML or plain text. https://iptc.org/standards/newsml-g2/ and https://iptc.org/standards/nitf/
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, Final

from headwater.errors import InputError, UnreadableInput
from headwater.sources.draft import draft
from headwater.sources.fragment import text_of_html
from headwater.sources.items import Item, captured, whole
from headwater.sources.reading import Context, Read, Readings
from headwater.sources.versions import Version, earlier, number_of, superseded
from headwater.sources.xmltree import child_text, local, xml_root
from headwater.text.agencies import agency_named
from headwater.types import Article

__all__ = ["read_newsml", "read_nitf"]

_WITHDRAWN: Final = frozenset(("canceled", "cancelled", "withheld"))
_BLOCKS: Final = frozenset(("p", "hl2", "h1", "h2", "h3", "h4", "h5", "h6", "li", "blockquote", "pre"))
_ASIDE: Final = frozenset(("media", "figure", "figcaption", "aside", "style", "script"))


def read_newsml(item: Item, context: Context) -> Readings:
    """Yield the articles of a news item or of a message of several, the newest version of each."""
    data = whole(item, context.settings.max_bytes)
    root = xml_root(item.given, data)
    found = [each for each in root.iter() if local(each) == "newsitem"]
    if not found:
        raise UnreadableInput(item.given, "holds no news item; what it lists stands in other files")
    if len(found) == 1:
        yield captured(item, _article(item, found[0]), data)
        return
    yield from _several(item, found)


def _several(item: Item, found: Sequence[Any]) -> Iterator[Read]:
    later = superseded([_version(each) for each in found])
    for place, each in enumerate(found):
        data = _written(each)
        part = item.part(f"item {place + 1}", data, _key(each) or f"{item.key}-{place + 1}")
        if place in later:
            yield earlier(part.given, f"item {later[place] + 1}")
        elif not _is_text(each):
            yield InputError(part.given, "is no text but a picture, a graphic, a recording or the like")
        else:
            try:
                yield captured(part, _article(part, each), data)
            except InputError as error:
                yield error


def _article(item: Item, news: Any) -> Article:
    """The article of one news item. Raises `UnreadableInput` if it was withdrawn or has no text."""
    status = _code(_child(_child(news, "itemmeta"), "pubstatus"))
    if status in _WITHDRAWN:
        raise UnreadableInput(item.given, f"was withdrawn by its publisher (pubStatus {status})")
    body = _body(_child(news, "contentset"))
    if not body.strip():
        raise UnreadableInput(item.given, "is a NewsML-G2 item without a text")
    meta, content = _child(news, "itemmeta"), _child(news, "contentmeta")
    provider = _named(_child(meta, "provider"))
    credit = child_text(content, "creditline") if content is not None else ""
    sources = [_named(each) for each in _children(content, "infosource")]
    return draft(
        item.given,
        body,
        key=_key(news) or item.key,
        title=_headline(content) or _text(meta, "title"),
        outlet=provider or credit,
        agency=next((short for name in (credit, provider, *sources) if (short := agency_named(name))), ""),
        byline=_text(content, "by"),
        published=_text(meta, "versioncreated") or _text(meta, "firstcreated"),
        url=next((href for href in _links(meta, "canonical") if href.startswith("http")), ""),
        guid=news.get("guid", ""),
        derived_from=_links(meta, "derivedfrom"),
    )


def read_nitf(item: Item, context: Context) -> Readings:
    """Yield the one article of a NITF document."""
    data = whole(item, context.settings.max_bytes)
    root = xml_root(item.given, data)
    body = _child(root, "body")
    text = _paragraphs(_child(body, "body.content"))
    if not text.strip():
        raise UnreadableInput(item.given, "is a NITF document without a text")
    head, first = _child(body, "body.head"), _first(root, "date.issue")
    distributor = _text(head, "distributor")
    holder = _first(root, "doc.copyright")
    publisher = distributor or (holder.get("holder", "") if holder is not None else "")
    article = draft(
        item.given,
        text,
        key=item.key,
        title=_text(_child(head, "hedline"), "hl1") or _text(_child(root, "head"), "title"),
        outlet=publisher,
        agency=agency_named(publisher),
        byline=_text(head, "byline"),
        published=first.get("norm", "") if first is not None else "",
        guid=_identity(root),
    )
    yield captured(item, article, data)


def _body(contents: Any) -> str:
    """The longest of the forms in which an item has its text."""
    forms = [_paragraphs(_of_nitf(each)) for each in _children(contents, "inlinexml")]
    for each in _children(contents, "inlinedata"):
        written = "".join(each.itertext())
        forms.append(text_of_html(written) if "html" in each.get("contenttype", "") else written.strip())
    return max(forms, key=len, default="")


def _of_nitf(inline: Any) -> Any:
    """The part of an inline document that holds the text: `body.content` of NITF, else all of its body."""
    return next(
        (each for wanted in ("body.content", "body") for each in inline.iter() if local(each) == wanted), inline
    )


def _paragraphs(element: Any) -> str:
    if element is None:
        return ""
    blocks = [
        each for each in element.iter() if local(each) in _BLOCKS and not _aside(each) and not _holds_blocks(each)
    ]
    lines = (" ".join("".join(block.itertext()).split()) for block in blocks or [element])
    return "\n".join(line for line in lines if line)


def _aside(element: Any) -> bool:
    return any(local(above) in _ASIDE for above in element.iterancestors())


def _holds_blocks(element: Any) -> bool:
    return any(local(below) in _BLOCKS for below in element.iterdescendants())


def _is_text(news: Any) -> bool:
    return _code(_child(_child(news, "itemmeta"), "itemclass")) in {"", "text"}


def _headline(content: Any) -> str:
    """The headline without a role, or whose role says that it is the main one; else the first."""
    lines = _children(content, "headline")
    main = [line for line in lines if line.get("role", "main").rpartition(":")[2] in {"main", "headline"}]
    return next(("".join(line.itertext()) for line in (main or lines)), "")


def _links(meta: Any, relation: str) -> Iterator[str]:
    """What an item names as related to it in this way: identifiers of items, or addresses."""
    for link in _children(meta, "link"):
        if link.get("rel", "").rpartition(":")[2].lower() == relation:
            target = link.get("residref") or link.get("href") or ""
            if target.strip():
                yield target.strip()


def _version(news: Any) -> Version:
    meta = _child(news, "itemmeta")
    return Version(news.get("guid", ""), number_of(news.get("version", "")), _text(meta, "versioncreated"))


def _identity(root: Any) -> str:
    found = _first(root, "doc-id")
    return found.get("id-string", "") if found is not None else ""


def _key(news: Any) -> str:
    return str(news.get("guid", "")).rstrip("/").rpartition("/")[2].rpartition(":")[2]


def _named(party: Any) -> str:
    """The name of a party: a name element, else a literal, else the last part of its code."""
    if party is None:
        return ""
    return child_text(party, "name") or party.get("literal", "") or party.get("qcode", "").rpartition(":")[2]


def _code(element: Any) -> str:
    return element.get("qcode", "").rpartition(":")[2].lower() if element is not None else ""


def _child(element: Any, name: str) -> Any:
    return next(iter(_children(element, name)), None)


def _children(element: Any, name: str) -> list[Any]:
    return [child for child in element if local(child) == name] if element is not None else []


def _first(root: Any, name: str) -> Any:
    return next((each for each in root.iter() if local(each) == name), None)


def _text(element: Any, name: str) -> str:
    return child_text(element, name) if element is not None else ""


def _written(element: Any) -> bytes:
    from lxml import etree

    return bytes(etree.tostring(element, encoding="utf-8", with_tail=False))
