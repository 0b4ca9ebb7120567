"""What stands among the paragraphs of a page and is no part of the article: captions, credits, promotions.

They are told by the words of their class (`image-copyright`, `imageCopyright` and `image__copyright` are alike), and
only where they are short. They are marked, so that the extractor leaves them out. No rule is for one site.
"""

from __future__ import annotations

import re
from typing import Any, Final

__all__ = ["ASIDE", "class_words", "mark_asides", "said_in"]

ASIDE: Final = "data-headwater-aside"
"""The attribute that marks what is no part of the article."""

_CAPTIONS: Final = frozenset(("caption", "captions", "copyright", "credit", "credits", "figcaption", "photographer"))
_PROMOTIONS: Final = frozenset(("newsletter", "promo", "signup", "subscribe"))
_WHOLE: Final = frozenset(("author", "byline", "article", "story", "body", "content"))  # more than the aside itself
_LONGEST: Final = 400  # code points; what is longer is no caption, whatever its class
_WORD: Final = re.compile(r"[A-Z]?[a-z]+|[A-Z]+")


def mark_asides(tree: Any) -> None:
    """Mark the captions, credits and promotions of a page with the attribute `ASIDE`."""
    for element in tree.iter("*"):
        words = class_words(element)
        named = words & (_CAPTIONS | _PROMOTIONS) and not words & _WHOLE
        if named and len(said_in(element, 2 * _LONGEST)) <= _LONGEST:
            element.set(ASIDE, "")


def class_words(element: Any) -> set[str]:
    """Return the words of an element's class, in small letters."""
    return {word.lower() for word in _WORD.findall(element.get("class") or "")}


def said_in(element: Any, most: int) -> str:
    """Return the text of an element on one line, read little further than `most` code points.

    A page of wrappers within wrappers stays cheap that way.
    """
    parts: list[str] = []
    length = 0
    for part in element.itertext():
        parts.append(part)
        length += len(part.strip())
        if length > most:
            break
    return " ".join("".join(parts).split())
