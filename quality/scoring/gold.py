"""The gold of a story as records: what a careful reader found, every mention an exact substring of its article.

Keys that the scorer does not use (`story`, `note`, `attributed_to`, ...) are ignored.
"""

from __future__ import annotations

from pathlib import Path

import msgspec
from msgspec import Struct, field

__all__ = [
    "Gold",
    "GoldAlteration",
    "GoldArticle",
    "GoldClaim",
    "GoldCompatible",
    "GoldConflict",
    "GoldDay",
    "GoldEdit",
    "GoldEntity",
    "GoldPair",
    "GoldQuote",
    "GoldValue",
    "load_gold",
]

Mention = tuple[str, str]  # article key, words


class GoldArticle(Struct, frozen=True):
    """One article of the story and the line of reporting it belongs to."""

    file: str
    line: str
    published: str | None = None
    outlet: str | None = None
    credit: str | None = None


class GoldClaim(Struct, frozen=True):
    """A statement: its words in each article that asserts it, and what can be said of it."""

    id: str
    text: str
    status: str
    mentions: dict[str, str]
    status_also: tuple[str, ...] = ()

    @property
    def accepted(self) -> frozenset[str]:
        """The statuses that are right, written as `headwater.types.Status` writes them."""
        return frozenset(status.replace("_", " ") for status in (self.status, *self.status_also))


class GoldValue(Struct, frozen=True):
    """One side of a conflict: "3", ">=2", ">120", "dozens", "drone", "2023-05", and the articles that give it."""

    value: str
    articles: tuple[str, ...]


class GoldConflict(Struct, frozen=True):
    """A question that lines answer differently."""

    id: str
    question: str
    kind: str
    values: tuple[GoldValue, ...]


class GoldCompatible(Struct, frozen=True):
    """Two wordings that look like a conflict and are none."""

    id: str
    a: tuple[str, ...]
    a_text: str
    b: tuple[str, ...]
    b_text: str


class GoldAlteration(Struct, frozen=True):
    """A reading damaged in copying, and the sound one."""

    id: str
    kind: str
    corrupt: Mention
    sound: Mention


class GoldEdit(Struct, frozen=True):
    """Two wordings that differ without a change of meaning."""

    id: str
    a: Mention
    b: Mention


class GoldQuote(Struct, frozen=True):
    """Words of a speaker in each article that gives them."""

    id: str
    speaker: str
    mentions: dict[str, str]


class GoldEntity(Struct, frozen=True):
    """A person, organisation or place with every way the articles write it."""

    name: str
    type: str
    aliases: tuple[str, ...]


class GoldDay(Struct, frozen=True):
    """A day, month or year (ISO prefix) and the words that give it in each article."""

    date: str
    event: str
    mentions: dict[str, str]


class GoldPair(Struct, frozen=True):
    """How two articles stand to each other: "same_line", "partial" with its passages, "independent"."""

    a: str
    b: str
    relation: str
    passages: tuple[tuple[str, str], ...] = ()


class Gold(Struct, frozen=True):
    """All of it."""

    articles: dict[str, GoldArticle]
    lines: int
    claims: tuple[GoldClaim, ...] = ()
    conflicts: tuple[GoldConflict, ...] = ()
    compatible: tuple[GoldCompatible, ...] = ()
    alterations: tuple[GoldAlteration, ...] = field(default=(), name="mutations")
    minor: tuple[GoldAlteration, ...] = ()  # real, but too many to ask for: neither counted nor held false
    harmless: tuple[GoldEdit, ...] = ()
    quotes: tuple[GoldQuote, ...] = ()
    entities: tuple[GoldEntity, ...] = ()
    different_entities: tuple[tuple[str, str], ...] = ()
    timeline: tuple[GoldDay, ...] = ()
    derivations: tuple[GoldPair, ...] = ()
    boilerplate: dict[str, tuple[str, ...]] = field(default_factory=dict)


def load_gold(path: Path) -> Gold:
    """Read a gold file. Raises `msgspec.ValidationError` naming the field that breaks the form."""
    return msgspec.json.decode(path.read_bytes(), type=Gold)
