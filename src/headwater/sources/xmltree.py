"""XML that others wrote, parsed with nothing of the kind that XML is attacked by.

No entities but the five that XML has, no external DTD, no network, no trees deeper or texts longer than libxml2's own
limits: a document type with `<!ENTITY` behind it is refused outright, since no feed, sitemap or agency item needs one.
"""

from __future__ import annotations

from typing import Any, Final

from headwater.errors import UnreadableInput
from headwater.text.printable import printable

__all__ = ["child_text", "local", "refuse_entities", "xml_root"]

_DECLARES: Final = "declares entities of its own, as no honest file of this kind does; it was not read"


def refuse_entities(name: str, data: bytes) -> None:
    """Raise `UnreadableInput` for a document that declares entities, in whatever encoding.

    Where the root element begins is not asked: comments and literals before it can be made to look like one.
    """
    bare = data.replace(b"\0", b"").upper()  # UTF-16 and UTF-32 write these letters with zeros between them
    kind = bare.find(b"<!DOCTYPE")
    if kind >= 0 and bare.find(b"<!ENTITY", kind) >= 0:
        raise UnreadableInput(name, _DECLARES)


def xml_root(name: str, data: bytes) -> Any:
    """Return the root element (lxml) of a document. Raises `UnreadableInput` for one that is not well formed."""
    from lxml import etree

    refuse_entities(name, data)
    parser = etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, dtd_validation=False, huge_tree=False, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        said = printable(str(error))
        raise UnreadableInput(name, f"is not well-formed XML ({said}); check it with an XML tool") from None
    if root is None:
        raise UnreadableInput(name, "holds no XML element")
    return root


def local(element: Any) -> str:
    """Return the name of an element without its namespace, in small letters; '' for a comment."""
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""


def child_text(element: Any, name: str) -> str:
    """Return the text, on one line, of the first child of an element that has this local name; '' if none has."""
    found = next((child for child in element if local(child) == name), None)
    return " ".join("".join(found.itertext()).split()) if found is not None else ""
