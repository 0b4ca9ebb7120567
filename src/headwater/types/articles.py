"""Articles as they were handed in, with where each piece of metadata comes from."""

from __future__ import annotations

from enum import StrEnum

from msgspec import Struct

from headwater.types.spans import Span

__all__ = ["Article", "Basis", "Known", "LeftOut"]


class Basis(StrEnum):
    """Where a piece of metadata comes from. Only `FILE` and `OPTION` were stated; the others are inferred."""

    FILE = "file"  # front matter, JSON, HTML or JSON-LD metadata
    TEXT = "text"  # read off the text: dateline, byline, credit line, leading date
    OPTION = "option"  # given by the user on the command line or in a sidecar
    URL = "url"  # the host or path of the address


class Known(Struct, frozen=True):
    """A piece of metadata: its value, where it comes from, and its span if it stands in the text."""

    value: str
    basis: Basis
    span: Span | None = None

    @property
    def inferred(self) -> bool:
        """True where nobody stated the value: it was read off the text or the address."""
        return self.basis in (Basis.TEXT, Basis.URL)


class Article(Struct, frozen=True):
    """One text as one outlet published it. `text` is the body exactly as it was read."""

    id: str  # unique in a batch, made from `name`
    text: str
    name: str  # what a reader calls it: a file name or an address
    title: Known | None = None
    outlet: Known | None = None  # who published it
    agency: Known | None = None  # the wire it credits: "AP", "Reuters"
    byline: Known | None = None
    published: Known | None = None  # ISO 8601 day or instant
    url: Known | None = None
    language: str = "en"
    guid: Known | None = None  # the identifier that its agency gave the item
    derived_from: tuple[Known, ...] = ()  # identifiers or addresses of what its publisher says it was made from


class LeftOut(Struct, frozen=True):
    """Something that was handed in, or stands in an article, and that the analysis did not use, with the reason."""

    name: str
    reason: str
    spans: tuple[Span, ...] = ()
