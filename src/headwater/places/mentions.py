"""The place names of a story, each with all its mentions, what the map has of it, and what the words beside it say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from headwater.places.stated import holds, wider_place
from headwater.text.atlas import Spot, fold_name, spots_named
from headwater.types import Document, EntityKind, Precision, Span

__all__ = ["Mentioned", "hinted", "mentioned"]

_LARGE: Final = 1_000_000  # regions of fewer people share their names with too much else
_MOST: Final = 40  # candidates of a name; Springfield has as many
_ATTRIBUTE: Final = frozenset({"compound", "amod", "nmod", "poss"})


class Mentioned(NamedTuple):
    """A name of a place: where it stands, the places that bear it, the wider ones it is said to lie in, and where."""

    key: str
    spans: tuple[Span, ...]
    spots: tuple[Spot, ...]
    within: tuple[Spot, ...]
    said: Span | None

    def inside(self, spot: Spot) -> bool:
        """Whether the text says that the name lies where `spot` does."""
        return any(holds(wide, spot) for wide in self.within)


def mentioned(documents: Sequence[Document]) -> tuple[Mentioned, ...]:
    """The names of places in a story, in alphabetical order."""
    held: dict[str, list[Span]] = defaultdict(list)
    for document in documents:
        text = document.article.text
        articled = _articled(document)
        for name in document.names:
            if name.kind is EntityKind.PLACE:
                key = fold_name(text[name.span.start : name.span.end])
                held[f"the {key}" if name.span.start in articled else key].append(name.span)
    texts = {document.article.id: document.article.text for document in documents}
    return tuple(_one(texts, key, sorted(spans)) for key, spans in sorted(held.items()))


def hinted(documents: Sequence[Document]) -> tuple[Spot, ...]:
    """Countries and large regions in the names of bodies: "the Kentucky State Police" tells of Kentucky."""
    return tuple(sorted({spot for document in documents for words in _bodies(document) for spot in _wide(words)}))


def _articled(document: Document) -> frozenset[int]:
    """Where place names start that "the" makes a name of its own: "the Strip", but not "the Boston office"."""
    ends = {token.end: number for number, token in enumerate(document.tokens)}
    starts = {token.start: number for number, token in enumerate(document.tokens)}
    found = set()
    for name in document.names:
        last, first = ends.get(name.span.end), starts.get(name.span.start, 0)
        closed = last is not None and document.tokens[last].dep not in _ATTRIBUTE
        if closed and first and document.tokens[first - 1].lemma == "the":
            found.add(name.span.start)
    return frozenset(found)


def _one(texts: Mapping[str, str], key: str, spans: list[Span]) -> Mentioned:
    told = ((wider_place(texts[span.article], span), span) for span in spans)
    within, said = next(((found, span) for found, span in told if found), ((), None))
    bare = key.removeprefix("the ")
    spots = tuple(spot for spot in spots_named(bare) if bare == key or _takes_article(spot))
    one = Mentioned(key, tuple(spans), spots[:_MOST], within, said)
    return one._replace(spots=(*one.spots, *(spot for spot in spots[_MOST:] if one.inside(spot))))


def _takes_article(spot: Spot) -> bool:
    """Towns stand without "the", but for those whose name has it."""
    return spot.precision is not Precision.TOWN or spot.name.startswith("The ")


def _bodies(document: Document) -> Iterator[list[str]]:
    text = document.article.text
    for name in document.names:
        if name.kind is EntityKind.ORGANISATION:
            yield text[name.span.start : name.span.end].split()


def _wide(words: Sequence[str]) -> Iterator[Spot]:
    """The country or large region that one or two words of a name are."""
    for first in range(len(words)):
        for last in (first + 1, first + 2):
            name = " ".join(words[first:last])
            spots = spots_named(name) if name[0].isupper() and len(name) > 3 else ()
            wide = (spot for spot in spots if spot.precision in (Precision.COUNTRY, Precision.REGION))
            yield from (spot for spot in [next(wide, None)] if spot is not None and spot.population > _LARGE)
