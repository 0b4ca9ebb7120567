"""Articles as a reader of some format hands them on: with what the file states, before ids, options and inference."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from typing import Final

import msgspec

from headwater.types import Article, Basis, Known

__all__ = ["draft", "slug", "stated", "with_id"]

_LONGEST_SLUG: Final = 40
_FIELDS: Final = ("title", "outlet", "agency", "byline", "published", "url")


def draft(  # noqa: PLR0913 - one parameter for each field that a format can state
    name: str,
    text: str,
    *,
    key: str = "",
    title: str | None = None,
    outlet: str | None = None,
    agency: str | None = None,
    byline: str | None = None,
    published: str | None = None,
    url: str | None = None,
    guid: str | None = None,
    derived_from: Iterable[str] | None = None,
) -> Article:
    """Return an article with what its file states; `published` is as written yet. `key` is what its id is made of."""
    return Article(
        id=slug(key or name),
        text=text,
        name=name,
        title=stated(title),
        outlet=stated(outlet),
        agency=stated(agency),
        byline=stated(byline),
        published=stated(published),
        url=stated(url),
        guid=stated(guid),
        derived_from=tuple(known for known in map(stated, derived_from or ()) if known),
    )


def stated(value: str | None, basis: Basis = Basis.FILE) -> Known | None:
    """Return a value with its basis, on one line; None if there is nothing in it."""
    value = " ".join(value.split()) if value else ""
    return Known(value, basis) if value else None


def slug(name: str) -> str:
    """Return a short readable id: letters a-z, digits and dashes, at most 40, never empty."""
    folded = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    short = re.sub(r"[^a-z0-9]+", "-", folded).strip("-")
    if len(short) > _LONGEST_SLUG:
        short = short[:_LONGEST_SLUG].rsplit("-", 1)[0] if "-" in short[:_LONGEST_SLUG] else short[:_LONGEST_SLUG]
    return short.strip("-") or "article"


def with_id(article: Article, identity: str) -> Article:
    """Return the article under another id, the spans of its metadata with it."""
    moved = {field: _moved(getattr(article, field), identity) for field in _FIELDS}
    return msgspec.structs.replace(article, id=identity, **moved)


def _moved(known: Known | None, identity: str) -> Known | None:
    if known is None or known.span is None:
        return known
    return Known(known.value, known.basis, type(known.span)(identity, known.span.start, known.span.end))
