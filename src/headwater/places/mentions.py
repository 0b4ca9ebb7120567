"""The place names of a story, each with all its mentions, what the map has of it, and what the words beside it say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from headwater.places.embedded import PARTS, ROADS, STREETS, part_of, place_inside
from headwater.places.stated import holds, wider_place
from headwater.text.atlas import Spot, fold_name, spots_named
from headwater.types import Document, EntityKind, Precision, Span

__all__ = ["Mentioned", "mentioned"]

_WELL_KNOWN: Final = 50_000  # people of a town
_MOST: Final = 40  # candidates of a name; Springfield has as many
_ATTRIBUTE: Final = frozenset({"compound", "amod", "nmod", "poss"})


class Mentioned(NamedTuple):
    """A name of a place: where it stands, the places that bear it, the wider ones it is said to lie in, and where.

    `embedded` are the mentions in names of other things ("the Marlow Police Department").
    """

    key: str
    spans: tuple[Span, ...]
    embedded: tuple[Span, ...]
    spots: tuple[Spot, ...]
    within: tuple[Spot, ...]
    said: Span | None

    def inside(self, spot: Spot) -> bool:
        """Whether the text says that the name lies where `spot` does."""
        return any(holds(wide, spot) for wide in self.within)


class _Found(NamedTuple):
    """One mention: the words that name the place, the name that they stand in, and how the place is to be looked up."""

    key: str
    words: Span
    span: Span
    embedded: bool


def mentioned(documents: Sequence[Document]) -> tuple[Mentioned, ...]:
    """The names of places in a story, in alphabetical order."""
    held: dict[str, list[_Found]] = defaultdict(list)
    for document in documents:
        for found in _found(document):
            held[found.key].append(found)
    texts = {document.article.id: document.article.text for document in documents}
    return tuple(_one(texts, key, sorted(found)) for key, found in sorted(held.items()))


def _found(document: Document) -> Iterator[_Found]:
    text, articled = document.article.text, _articled(document)
    for name in document.names:
        span = name.span
        if name.kind is EntityKind.PLACE:
            words = span if spots_named(_text(text, span)) else part_of(text, span) or span
            lead = "the " if span.start in articled and spots_named(_text(text, words)) else ""
            if words != span or spots_named(_text(text, span)) or not (inner := place_inside(text, span)):
                yield _Found(lead + fold_name(_text(text, words)), words, span, embedded=False)
            else:
                yield _Found(fold_name(_text(text, span)), span, span, embedded=False)
                yield _Found(fold_name(_text(text, inner)), inner, inner, embedded=True)
        elif name.kind is EntityKind.ORGANISATION and (inner := place_inside(text, span)):
            yield _Found(fold_name(_text(text, inner)), inner, inner, embedded=True)


def _text(text: str, span: Span) -> str:
    return text[span.start : span.end]


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


def _one(texts: Mapping[str, str], key: str, found: Sequence[_Found]) -> Mentioned:
    told = ((wider_place(texts[one.span.article], one.span), one.span) for one in found)
    within, said = next(((wide, span) for wide, span in told if wide), ((), None))
    bare = key.removeprefix("the ")
    spots = () if _is_generic(bare) else spots_named(bare)
    spots = tuple(spot for spot in spots if bare == key or _takes_article(spot))
    plain = tuple(one.span for one in found if not one.embedded)
    one = Mentioned(key, plain, tuple(one.span for one in found if one.embedded), spots[:_MOST], within, said)
    return one._replace(spots=(*one.spots, *(spot for spot in spots[_MOST:] if one.inside(spot))))


def _is_generic(key: str) -> bool:
    """Words of addresses, which some village is called too: "Street", "North", "Willow Street"."""
    return key.rpartition(" ")[2] in (STREETS if " " in key else ROADS | PARTS)


def _takes_article(spot: Spot) -> bool:
    """Whether a place may be meant where "the" stands before its name: hardly a small town."""
    return spot.precision is not Precision.TOWN or spot.population >= _WELL_KNOWN
