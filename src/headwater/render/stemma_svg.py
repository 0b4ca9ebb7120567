"""The river: a story's stemma as a picture. Time runs left to right, each line is a stream, copies join their source.

This file is the geometry; `templates/river.svg.j2` draws it. Every article has a row of its own, so that labels never
meet: a child stands below its parent and to the right of it, and its curve leaves the parent downwards, where nothing
else stands. Two widths are drawn, one for a page and one for a telephone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from msgspec import Struct

from headwater.render.characters import one_line
from headwater.render.naming import HUES, Naming
from headwater.text.day_words import said_day
from headwater.types import Brief, DerivationKind, Edge, Line, Stemma

__all__ = ["NARROW", "WIDE", "River", "RiverNode", "RiverStream", "river_of"]

WIDE: Final = 760
NARROW: Final = 350

_TOP, _ROW, _GAP, _LEFT = 34.0, 42.0, 16.0, 52.0
_BANK: Final = 20.0  # half the height of a stream that carries one article
_EM: Final = (
    8.2  # width of a bold digit of a label, the widest letter that file names are full of, in the picture's units
)
_STEP: Final = 92.0  # the most that two columns stand apart
_TOLD: Final = {
    DerivationKind.COPY: "copy",
    DerivationKind.ABRIDGED: "shortened",
    DerivationKind.EXPANDED: "expanded",
    DerivationKind.REWRITE: "rewritten",
    DerivationKind.SPUN: "reworded (spun)",
}


_Curve = Callable[[float, float, float, float], str]


class RiverNode(Struct, frozen=True):
    """An article or an unseen original: where it stands and what is written beside it."""

    x: float
    y: float
    hue: int
    unseen: bool
    root: bool
    letter: str  # of its line, where the line begins
    label: str
    note: str
    full: str  # label and note uncut, for the title


class RiverStream(Struct, frozen=True):
    """A curve from a source to what was taken from it. `whole` is False for a lent passage."""

    path: str
    hue: int
    whole: bool


class River(Struct, frozen=True):
    """The picture: its size, its nodes, the banks that widen from each node, the curves and the words for the ear."""

    name: str
    width: int
    height: float
    nodes: tuple[RiverNode, ...]
    banks: tuple[RiverStream, ...]
    streams: tuple[RiverStream, ...]
    told: str


class _Spot(NamedTuple):
    """Where a node stands in the picture, and the number of its line's colour."""

    x: float
    y: float
    hue: int


class _Place(Struct, frozen=True):
    """Where a node stands before the picture's width is known: its column, its height, its line's number."""

    column: int
    y: float
    line: int


def river_of(brief: Brief, width: int = WIDE, prefix: str = "") -> River:
    """Lay the stemma of a brief out on `width` units; the height follows from the number of articles."""
    whole, lent = _parted(brief.stemma.edges)
    places = dict(_places(brief, whole))
    columns = [place.column for place in places.values()] or [0]
    first = min(columns)
    step = min(_STEP, (width * 0.42 - _LEFT) / max(max(columns) - first, 1))
    spots = {
        node: _Spot(_LEFT + (place.column - first) * step, place.y, place.line % HUES) for node, place in places.items()
    }
    return River(
        name=f"{prefix}river-{width}",
        width=width,
        height=max((place.y for place in places.values()), default=_TOP) + _ROW * 0.8,
        nodes=tuple(_nodes(brief, places, spots, width)),
        banks=tuple(_banks(places, spots, width)),
        streams=(*_streams(whole, spots, _branch), *_streams(lent, spots, _loan)),
        told=" ".join(_told(brief.stemma, Naming(brief))),
    )


def _parted(edges: Iterable[Edge]) -> tuple[list[Edge], list[Edge]]:
    ordered = sorted(edges, key=lambda edge: (edge.child, -edge.confidence, edge.parent))
    return [edge for edge in ordered if edge.whole], [edge for edge in ordered if not edge.whole]


def _places(brief: Brief, whole: Sequence[Edge]) -> Iterator[tuple[str, _Place]]:
    """Row by row: each line's root, and below it what came from it, parents before children, earlier before later."""
    ranks = _ranks(brief)
    children: dict[str, list[str]] = {}
    for edge in whole:
        children.setdefault(edge.parent, []).append(edge.child)
    y, seen = _TOP, set[str]()
    for number, line in enumerate(brief.stemma.lines):
        for node, column in _descent(line, children, ranks, seen):
            yield node, _Place(column, y + _ROW / 2, number)
            y += _ROW
        y += _GAP


def _descent(
    line: Line, children: Mapping[str, Sequence[str]], ranks: Mapping[str, int], seen: set[str]
) -> Iterator[tuple[str, int]]:
    """A line's nodes with their columns, depth first; articles that no edge reaches follow the root."""
    order = [line.root, *line.articles]
    waiting = [(node, 0) for node in reversed(order)]
    while waiting:
        node, least = waiting.pop()
        if node in seen:
            continue
        seen.add(node)
        column = max(least, _rank(node, children, ranks))
        yield node, column
        below = sorted(children.get(node, ()), key=lambda child: (ranks.get(child, 0), child), reverse=True)
        waiting += [(child, column + 1) for child in below]


def _ranks(brief: Brief) -> dict[str, int]:
    """Dated articles by their place in the order of the dates, from 1."""
    dated = {article.id: article.published.value for article in brief.articles if article.published}
    order = {value: place for place, value in enumerate(sorted(set(dated.values())), 1)}
    return {article: order[value] for article, value in dated.items()}


def _rank(node: str, children: Mapping[str, Sequence[str]], ranks: Mapping[str, int]) -> int:
    """A node's column by its date; without a date one before the first of its children."""
    known = [ranks[child] for child in children.get(node, ()) if child in ranks]
    return ranks.get(node, min(known) - 1 if known else 0)


def _nodes(brief: Brief, places: Mapping[str, _Place], spots: Mapping[str, _Spot], width: int) -> Iterator[RiverNode]:
    naming = Naming(brief)
    notes = dict(_notes(brief))
    unseen = {each.id for each in brief.stemma.unseen}
    begun: set[int] = set()
    for node, spot in spots.items():
        line = places[node].line
        label, room = naming.node(node), width - spot.x - 16
        yield RiverNode(
            x=round(spot.x, 1),
            y=spot.y,
            hue=spot.hue,
            unseen=node in unseen,
            root=node == brief.stemma.lines[line].root,
            letter="" if line in begun else naming.line(brief.stemma.lines[line].id),
            label=_shortened(label, room, 1.0),
            note=_shortened(notes[node], room, 0.8),
            full=f"{label}, {notes[node]}",
        )
        begun.add(line)


def _notes(brief: Brief) -> Iterator[tuple[str, str]]:
    """What stands under each name: the date, and how the text came about."""
    roots = {line.root: one_line(line.standing) for line in brief.stemma.lines}
    kinds = {edge.child: _came(edge) for edge in brief.stemma.edges if edge.whole}
    for article in brief.articles:
        date = said_day(one_line(article.published.value)) if article.published else "no date"
        told = roots.get(article.id) or kinds.get(article.id, "")
        yield article.id, f"{date} · {told}" if told else date
    for unseen in brief.stemma.unseen:
        yield unseen.id, "unseen: nobody handed it in"


def _came(edge: Edge) -> str:
    return "later version" if edge.version else _TOLD.get(edge.kind, "")


def _shortened(text: str, room: float, scale: float) -> str:
    most = max(8, int(room / (_EM * scale)))
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def _streams(edges: Iterable[Edge], spots: Mapping[str, _Spot], curve: _Curve) -> Iterator[RiverStream]:
    for edge in edges:
        if edge.parent in spots and edge.child in spots:
            (px, py, hue), (cx, cy, _) = spots[edge.parent], spots[edge.child]
            yield RiverStream(curve(px, py, cx, cy), hue, edge.whole)


def _branch(px: float, py: float, cx: float, cy: float) -> str:
    """A curve that leaves its source downwards and reaches the copy from the left."""
    return f"M{px:.1f} {py:.1f}C{px:.1f} {cy:.1f} {px:.1f} {cy:.1f} {cx:.1f} {cy:.1f}"


def _loan(px: float, py: float, cx: float, cy: float) -> str:
    """A curve that bows to the left of both, clear of the labels, which stand on the right."""
    bow = min(px, cx) - 26
    return f"M{px:.1f} {py:.1f}C{bow:.1f} {py:.1f} {bow:.1f} {cy:.1f} {cx:.1f} {cy:.1f}"


def _banks(places: Mapping[str, _Place], spots: Mapping[str, _Spot], width: int) -> Iterator[RiverStream]:
    """The water of each line: a point at its root that widens over all that came from it, to the picture's edge."""
    lines: dict[int, list[_Spot]] = {}
    for node, spot in spots.items():
        lines.setdefault(places[node].line, []).append(spot)
    for held in lines.values():
        (x, y, hue), top, low = held[0], held[0].y - _BANK, held[-1].y + _BANK
        above = f"M{x:.1f} {y:.1f}C{x + 12:.1f} {y:.1f} {x + 30:.1f} {top:.1f} {x + 80:.1f} {top:.1f}H{width}"
        below = f"V{low:.1f}H{x + 80:.1f}C{x + 14:.1f} {low:.1f} {x - 9:.1f} {low - 8:.1f} {x:.1f} {y:.1f}Z"
        yield RiverStream(above + below, hue, True)


def _told(stemma: Stemma, naming: Naming) -> Iterator[str]:
    """The picture in sentences, for who cannot see it."""
    for line in stemma.lines:
        held = ", ".join(naming.short(article) for article in line.articles)
        yield f"Line {naming.line(line.id)}, {one_line(line.standing)}: {held}."
    for edge in stemma.edges:
        verb = "was taken from" if edge.whole else "took a passage from"
        yield f"{naming.node(edge.child)} {verb} {naming.node(edge.parent)}."
