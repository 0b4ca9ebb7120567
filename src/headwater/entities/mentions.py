"""All mentions of names in a story: those that stand in the documents, and those that other articles give away."""

from __future__ import annotations

import dataclasses
import functools
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from headwater.text.gazetteer import country_of, is_country, is_demonym, state_of
from headwater.text.names import KnownNames, Occurrence, is_generic_body, is_role, is_title
from headwater.text.spelling import family_words, fold, generation, personal_units
from headwater.types import Document, EntityKind, Name, Span

__all__ = ["Mention", "all_mentions", "stands_as_place"]

_DAMAGE: Final = re.compile(r"['’‘`´]\s?s\b")
_LOCATIVE: Final = re.compile(r"\b(?:in|near|outside|around|across|throughout|at|into|inside|via)\s+(?:the\s+)?$", re.I)
_WORD_BEFORE: Final = re.compile(r"([^\W\d_][\w.'’-]*)\s$")
_WORD_AFTER: Final = re.compile(r"[ -]([^\W\d_][\w-]*)")
_OWNER_AFTER: Final = re.compile(r"\s(?:of|in)\s(?:the\s)?$")
_SHARED: Final = 5  # letters that a country's name and its adjective have in common: enough to tell owners apart


@dataclass(frozen=True, slots=True, order=True)
class Mention:
    """One place where a name stands. `key` is what mentions of one name have in common, whatever the article.

    `damaged` says that the name ends with s before another 's: copies make "X’s" into "Xs’s".
    """

    span: Span
    text: str
    key: str
    kind: EntityKind
    role: Span | None = None
    damaged: bool = False

    @property
    def units(self) -> tuple[str, ...]:
        """The name's parts as personal names have them; a key that begins with "@" or holds one is no such name."""
        return () if "@" in self.key else personal_units(self.text)


def all_mentions(documents: Sequence[Document]) -> tuple[Mention, ...]:
    """Every mention, sorted by article and offset, none overlapping another.

    Besides the documents' names these are: multi-word names of one article where another has them unnoticed (names of
    places also in lower case), and family names with a capital where the word is nowhere in the story a plain word.
    """
    named = [mention for document in documents for mention in _named(document)]
    kinds = _kinds(named)
    elsewhere = _Elsewhere(documents, named, kinds)
    more = [mention for document in documents for mention in elsewhere.mentions(document)]
    by_id = {document.article.id: document for document in documents}
    return tuple(sorted(_settled(by_id[m.span.article], m, kinds) for m in [*named, *more]))


def _named(document: Document) -> Iterator[Mention]:
    for index, name in enumerate(document.names):
        text = document.article.text[name.span.start : name.span.end]
        after = document.article.text[name.span.end : name.span.end + 4]
        damaged = text.endswith("s") and bool(_DAMAGE.match(after))
        yield Mention(name.span, text, _key(document, index, text), name.kind, name.role, damaged)


def _key(document: Document, index: int, text: str) -> str:
    """What mentions of one name share: countries and peoples by code, bodies like ministries with their owner."""
    name = document.names[index]
    code = _country(text)
    if name.kind is EntityKind.GROUP:
        return f"@people {code or fold(text).removesuffix('s')}"
    if name.kind is EntityKind.PLACE and code and is_country(text):
        return f"@country {code}"
    if name.kind is EntityKind.PLACE and state_of(text):
        return f"@state {state_of(text)}"
    first, _, body = text.partition(" ")
    if is_demonym(first) and is_generic_body(body):
        return f"{fold(body)}@{country_of(first) or ''}"
    if name.kind is EntityKind.ORGANISATION and is_generic_body(text):
        return f"{fold(text)}@{_owner(document, index)}"
    units = personal_units(text)
    suffix = generation(text) if len(units) > 1 and name.kind is EntityKind.PERSON else ""
    return " ".join([*units, *filter(None, [suffix])]) or fold(text) or text


_country: Final = functools.lru_cache(maxsize=16384)(country_of)


def _owner(document: Document, index: int) -> str:
    """Whose ministry: the country or people named directly before it, or after "of"; '' if none is."""
    text, name = document.article.text, document.names[index]
    for other in document.names[max(0, index - 1) : index + 2]:
        before = 0 <= name.span.start - other.span.end <= 3 and not re.search(
            r"[,;.]", text[other.span.end : name.span.start]
        )
        after = other.span.start > name.span.start and _OWNER_AFTER.fullmatch(text[name.span.end : other.span.start])
        if other.kind in (EntityKind.GROUP, EntityKind.PLACE) and (before or after):
            owner = text[other.span.start : other.span.end]
            return country_of(owner) or fold(owner)[:_SHARED]
    return ""


def _kinds(named: Sequence[Mention]) -> Mapping[str, EntityKind]:
    """The kind of each key by the vote of its mentions over the story; ties as `EntityKind` orders them."""
    votes: dict[str, Counter[EntityKind]] = {}
    for mention in named:
        votes.setdefault(mention.key, Counter())[mention.kind] += 1
    order = {kind: place for place, kind in enumerate(EntityKind)}
    return {key: min(tally, key=lambda kind: (-tally[kind], order[kind])) for key, tally in votes.items()}


def _settled(document: Document, mention: Mention, kinds: Mapping[str, EntityKind]) -> Mention:
    """A name of several words has one kind in a story. A single word may name a person here and a town there."""
    kind = kinds.get(mention.key, mention.kind)
    single = " " not in mention.key and "@" not in mention.key
    place = mention.kind is EntityKind.PLACE and stands_as_place(document, mention.span)
    person = mention.kind is EntityKind.PERSON and kind is EntityKind.PLACE
    if single and (place or person):
        return mention
    return dataclasses.replace(mention, kind=kind)


def _family_names(documents: Sequence[Document], named: Sequence[Mention]) -> Mapping[str, str]:
    """Family names of the story's people, folded with their article, that no article has as a plain word."""
    names = {}
    for mention in named:
        if mention.kind is EntityKind.PERSON and len(mention.units) > 1 and len(mention.units[-1]) > 3:
            names[fold(family_words(mention.text))] = mention.units[-1]
            names[mention.units[-1]] = mention.units[-1]
    plain = {
        token.lemma
        for document in documents
        for token in document.tokens
        if token.pos not in ("PROPN", "X") and document.article.text[token.start].islower()
    }
    return {name: key for name, key in names.items() if name not in plain and key not in plain}


class _Elsewhere:
    """The story's names, to be looked for in every article: whole names, and family names that are no plain words."""

    def __init__(
        self, documents: Sequence[Document], named: Sequence[Mention], kinds: Mapping[str, EntityKind]
    ) -> None:
        several = (m for m in named if " " in m.key and "@" not in m.key and m.kind is not EntityKind.GROUP)
        self._whole = {fold(mention.text): mention.key for mention in several}
        self._family = _family_names(documents, named)
        self._kinds = kinds
        self._names = KnownNames({*self._whole, *self._family})

    def mentions(self, document: Document) -> Iterator[Mention]:
        """Yield the mentions of these names that the document does not have."""
        starts = [name.span.start for name in document.names]
        for place in self._names.places(document.article.text):
            free = not _overlaps(document.names, starts, place.start, place.end)
            if free and (key := self._key(document.article.text, place)):
                span = Span(document.article.id, place.start, place.end)
                written = document.article.text[place.start : place.end]
                yield Mention(span, written, key, self._kinds.get(key, EntityKind.PERSON))

    def _key(self, text: str, place: Occurrence) -> str | None:
        """The name's key if what stands there may be the name: capitals, but for places of several words."""
        if not _plausible(text, place.start, place.end):
            return None
        capitals = _capitals(text[place.start : place.end])
        key = self._whole.get(place.key)
        if key is not None:
            return key if capitals or self._kinds[key] is EntityKind.PLACE else None
        return self._family[place.key] if capitals and _alone(text, place.start, place.end) else None


def _overlaps(names: Sequence[Name], starts: Sequence[int], start: int, end: int) -> bool:
    at = bisect_left(starts, end)
    return at > 0 and names[at - 1].span.end > start


def _capitals(written: str) -> bool:
    """Whether the name's first or last word has its capital: "al-Name", "Name Front", not "name front"."""
    words = re.findall(r"[^\W\d_]+", written)
    return bool(words) and words[-1][0].isupper() and (words[0][0].isupper() or len(words[0]) <= 4)


def _plausible(text: str, start: int, end: int) -> bool:
    """Whether the place is no part of an address or handle."""
    return text[start - 1 : start] not in ("@", "#", "/", ".", "-") and text[end : end + 1] not in ("@", "/", "_")


def _alone(text: str, start: int, end: int) -> bool:
    """Whether no other capitalised word stands beside: a family name there belongs to somebody else."""
    before = _WORD_BEFORE.search(text[max(0, start - 30) : start])
    after = _WORD_AFTER.match(text, end)
    if after and after.group(1)[0].isupper():
        return False
    return not before or not before.group(1)[0].isupper() or is_title(before.group(1)) or is_role(before.group(1))


def stands_as_place(document: Document, span: Span) -> bool:
    """Whether the words before the name are those before a place: "in X", "near X"."""
    return bool(_LOCATIVE.search(document.article.text[max(0, span.start - 20) : span.start]))
