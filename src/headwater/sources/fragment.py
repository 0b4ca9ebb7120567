"""Pieces of HTML that are known to be the body of an article, as feeds and agencies hold them: to text, all of it."""

from __future__ import annotations

import re
from typing import Any, Final

__all__ = ["text_of_html"]

_BLOCKS: Final = frozenset(
    (
        *("address", "article", "blockquote", "body", "dd", "div", "dl", "dt", "footer", "h1", "h2", "h3", "h4", "h5"),
        *("h6", "header", "hr", "li", "main", "ol", "p", "pre", "section", "table", "td", "th", "tr", "ul", "br"),
    )
)
_UNSAID: Final = frozenset(
    (
        *("aside", "audio", "button", "figcaption", "figure", "form", "head", "iframe", "nav", "noscript", "object"),
        *("script", "select", "style", "svg", "template", "title", "video"),
    )
)
_MARKUP: Final = re.compile(r"[<&]")
_MOST_ELEMENTS: Final = 100_000
_BREAK: Final = "\x00"


def text_of_html(html: str) -> str:
    """Return the text of an HTML fragment, a line for each paragraph, heading, item or line break.

    What is not running text (scripts, figures with their captions, forms) is left out. Never fails: what is not HTML is
    its own text.
    """
    if not _MARKUP.search(html):
        return _lines(html.replace("\n\n", _BREAK))
    from lxml import html as parser

    root = parser.document_fromstring(f"<html><body>{html.replace(_BREAK, '')}</body></html>")
    return _lines("".join(_parts(root)))


def _parts(root: Any) -> list[str]:
    """The texts of a tree, with a mark where a block begins or ends."""
    from lxml import etree

    parts: list[str] = []
    unsaid = 0
    for number, (event, element) in enumerate(etree.iterwalk(root, events=("start", "end", "comment", "pi"))):
        if number > 2 * _MOST_ELEMENTS:
            break
        tag = element.tag if isinstance(element.tag, str) else ""
        unsaid += (tag in _UNSAID) * (1 if event == "start" else -1 if event == "end" else 0)
        if tag in _BLOCKS:
            parts.append(_BREAK)
        said = (
            element.text if event == "start" and not unsaid else element.tail if event != "start" and not unsaid else ""
        )
        parts.append(said or "")
    return parts


def _lines(text: str) -> str:
    lines = (" ".join(line.split()) for line in text.split(_BREAK))
    return "\n".join(line for line in lines if line)
