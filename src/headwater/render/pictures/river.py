"""The river: a story's stemma as a picture. Time runs left to right, each line is a stream, copies join their source.

Geometry only; `templates/pictures/river.svg.j2` draws it. Every article has a row of its own, so that labels never
meet: a child stands below its parent and to the right of it, on the time axis where its time is known. The strands of a
source run down beside each other, as wide as what flows through them, and peel off to their rows, the nearest first, so
that no two of one source cross. Two widths are drawn, one for a page and one for a telephone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from msgspec import Struct

from headwater.render.characters import one_line
from headwater.render.naming import HUES, Naming
from headwater.render.pictures.axis import Cut, Tick
from headwater.render.pictures.flows import came, flow_told, pair_of, told
from headwater.render.pictures.places import Placed, placed
from headwater.render.pictures.rows import RiverRow, parted, rows_of
from headwater.render.pictures.water import Spot, loan, shore, strand
from headwater.text.day_words import said_day
from headwater.types import Article, Brief, Edge

__all__ = ["NARROW", "WIDE", "Bank", "River", "RiverNode", "RiverStream", "river_of"]

WIDE: Final = 760
NARROW: Final = 350

_INSETS: Final = (20.0, 16.0)  # of the water and of the line drawn along its shore, as old maps draw it
_EM: Final = 8.2  # width of a bold digit of a label, the widest letter that file names are full of
_NOTE: Final = 0.8  # of a note's letters to a label's
_BEYOND: Final = 30.0  # units that the water goes on behind the picture's edge
_BUNDLE: Final = {WIDE: 24.0, NARROW: 13.0}  # most units that the strands of one source take side by side
_BELOW: Final = 5  # units below the middle of its source that a strand begins
_BROAD: Final = 12.0  # units that one strand is wide at most, so that the mark at its source is seen
_STRAND: Final = 3.0  # units that one article's strand is wide where there is room
_COPIES: Final = "copies"
_OWN: Final = "own reporting shown"


class RiverNode(Struct, frozen=True):
    """An article, an unseen original or several articles in one row: where it stands, what is written beside it.

    `mark` is its form: "own" (own reporting shown), "root", "unseen", "copy", "version" or "more". `doubt` is why no
    stated time puts it there, "" if one does. `until` is where the day ends that is all it states, on an axis of hours.
    """

    number: int
    x: float
    y: float
    hue: int
    mark: str
    doubt: str
    until: int | None
    article: str  # its id, "" of an unseen original and of several
    anchor: str  # of its full text on a page
    letter: str  # of its line, where the line begins
    label: str
    note: str
    full: str  # label and note uncut, and the doubt

    @property
    def cut(self) -> bool:
        """Whether there is more to say of it than stands beside it."""
        return self.full != f"{self.label}, {self.note}"

    @property
    def unseen(self) -> bool:
        """Whether nobody handed it in."""
        return self.mark == "unseen"

    @property
    def root(self) -> bool:
        """Whether its line begins here."""
        return bool(self.letter)


class RiverStream(Struct, frozen=True):
    """A curve from a source to what was taken from it, by their numbers. `whole` is False for a lent passage.

    `told` says what was taken; `left` and `right` are the articles in which it can be read side by side, or "".
    """

    path: str
    hue: int
    whole: bool
    width: float
    source: int
    target: int
    told: str
    left: str
    right: str
    version: bool


class Bank(Struct, frozen=True):
    """The water of a line, and the fine line along its shore."""

    hue: int
    path: str
    line: str


class River(Struct, frozen=True):
    """The picture: its size, its axis, its nodes, the water of each line, the curves, and the words for the ear.

    `ticks` is empty where no article is dated; `hidden` is how many articles share rows with others.
    """

    name: str
    width: int
    height: int
    top: int
    ticks: tuple[Tick, ...]
    cuts: tuple[Cut, ...]
    hourly: bool
    nodes: tuple[RiverNode, ...]
    banks: tuple[Bank, ...]
    streams: tuple[RiverStream, ...]
    told: str
    hidden: int


def river_of(brief: Brief, width: int = WIDE, prefix: str = "", *, folded: bool = True) -> River:
    """Lay the stemma of a brief out on `width` units; the height follows from the number of articles.

    `folded` lets many copies of one text share a row. `prefix` begins every id on a page of several stories.
    """
    rows = rows_of(brief, folded=folded)
    where = placed(brief, rows, width)
    scene = _Scene(brief, rows, where, width)
    return River(
        name=f"{prefix}river-{width}{'' if folded else '-all'}",
        width=width,
        height=where.height,
        top=where.top,
        ticks=where.ticks,
        cuts=where.cuts,
        hourly=where.hourly,
        nodes=tuple(scene.nodes()),
        banks=tuple(scene.banks()),
        streams=(*scene.strands(), *scene.loans()),
        told=" ".join(told(brief.stemma, Naming(brief))),
        hidden=sum(len(row.more) for row in rows),
    )


class _Scene:
    """What all parts of one picture are made with."""

    def __init__(self, brief: Brief, rows: Sequence[RiverRow], where: Placed, width: int) -> None:
        self._brief = brief
        self._rows = rows
        self._where = where
        self._width = width
        self._naming = Naming(brief)
        self._articles: Mapping[str, Article] = {article.id: article for article in brief.articles}
        self._numbers = {node: place for place, row in enumerate(rows) for node in row.more or (row.node,)}
        self._whole, self._lent = parted(brief.stemma.edges)
        years = {article.published.value[:4] for article in brief.articles if article.published}
        self._year = f" {years.pop()}" if len(years) == 1 else ""  # that all of them state, and the axis too

    def nodes(self) -> Iterator[RiverNode]:
        """The rows from the top, each with what is written beside it."""
        anchors = {article: f"a{number}" for number, article in enumerate(self._articles, 1)}
        notes, marks = dict(self._notes()), dict(self._marks())
        begun: set[int] = set()
        for number, (row, spot) in enumerate(zip(self._rows, self._where.spots, strict=True)):
            label = self._naming.node(row.node) if row.node else f"and {len(row.more):,} more copies"
            note = notes[row.node] if row.node else self._shared(row.more)
            told = note.replace(self._year, "", 1) if self._width <= NARROW else note
            room = self._width - spot.x - 16
            yield RiverNode(
                number=number,
                x=spot.x,
                y=spot.y,
                hue=row.line % HUES,
                mark=marks.get(row.node, "copy") if row.node else "more",
                doubt=self._where.doubts[number],
                until=self._where.until[number],
                article=row.node if row.node in self._articles else "",
                anchor=anchors.get(row.node, ""),
                letter="" if row.line in begun else self._naming.line(self._brief.stemma.lines[row.line].id),
                label=_shortened(label, room, 1.0),
                note=_shortened(told, room, _NOTE),
                full="; ".join(part for part in (f"{label}, {note}", self._where.doubts[number]) if part),
            )
            begun.add(row.line)

    def banks(self) -> Iterator[Bank]:
        """The water of each line, to the picture's edge."""
        lines: dict[int, list[Spot]] = {}
        for row, spot in zip(self._rows, self._where.spots, strict=True):
            lines.setdefault(row.line, []).append(spot)
        for line, spots in lines.items():
            water, inner = (shore(spots, half, self._width + _BEYOND) for half in _INSETS)
            yield Bank(line % HUES, water, inner)

    def strands(self) -> Iterator[RiverStream]:
        """What was taken whole: beside each other at their source, as wide as what flows through them."""
        edges = {(edge.parent, edge.child): edge for edge in reversed(self._whole)}
        for source, targets in self._below().items():
            unit = min(_STRAND, _BUNDLE.get(self._width, _STRAND) / sum(self._rows[each].size for each in targets))
            down = self._where.spots[source].x + unit * sum(self._rows[each].size for each in targets) / 2
            for target in targets:
                row = self._rows[target]
                broad = unit * row.size
                source_spot = self._where.spots[source]
                path = strand(Spot(source_spot.x, source_spot.y + _BELOW), down - broad / 2, self._where.spots[target])
                down -= broad
                taken = [edges[row.parent, each] for each in row.more or (row.node,)]
                yield self._stream(path, taken, source, target, round(min(max(1.3, broad * 0.8), _BROAD), 1))

    def loans(self) -> Iterator[RiverStream]:
        """What was lent: dashed, in the gutter left of all that stands between the two."""
        taken: Counter[int] = Counter()
        for edge in self._lent:
            if edge.parent in self._numbers and edge.child in self._numbers:
                source, target = self._numbers[edge.parent], self._numbers[edge.child]
                between = range(min(source, target), max(source, target) + 1)
                gutter = min(self._where.spots[row].x for row in between) - 18
                room = round(gutter)
                gutter = max(gutter - 5 * taken[room], 34.0)
                taken[room] += 1
                path = loan(self._where.spots[source], gutter, self._where.spots[target])
                yield self._stream(path, [edge], source, target, 1.6)

    def _stream(self, path: str, edges: Sequence[Edge], source: int, target: int, broad: float) -> RiverStream:
        alone = len(edges) == 1
        left, right = pair_of(edges[0], self._articles) if alone else ("", "")
        said = flow_told(edges[0], self._naming, self._articles) if alone else self._taken(edges)
        hue = self._rows[source].line % HUES
        version = all(edge.version for edge in edges)
        return RiverStream(path, hue, edges[0].whole, broad, source, target, said, left, right, version)

    def _below(self) -> dict[int, list[int]]:
        """Rows by the row that they were taken from, each list from the top."""
        found: dict[int, list[int]] = {}
        for place, row in enumerate(self._rows):
            if row.parent:
                found.setdefault(self._numbers[row.parent], []).append(place)
        return found

    def _notes(self) -> Iterator[tuple[str, str]]:
        """What stands under each name: the date, and how the text came about."""
        roots = {line.root: one_line(line.standing) for line in self._brief.stemma.lines}
        kinds = {edge.child: came(edge) for edge in self._whole}
        for article in self._brief.articles:
            date = said_day(one_line(article.published.value)) if article.published else "no date"
            said = roots.get(article.id) or kinds.get(article.id, "")
            yield article.id, f"{date} · {said}" if said else date
        for unseen in self._brief.stemma.unseen:
            yield unseen.id, "unseen: nobody handed it in"

    def _marks(self) -> Iterator[tuple[str, str]]:
        """The form of each node that is not a plain copy."""
        yield from ((edge.child, "version") for edge in self._whole if edge.version)
        for line in self._brief.stemma.lines:
            yield line.root, "own" if line.standing == _OWN else "root"
        yield from ((unseen.id, "unseen") for unseen in self._brief.stemma.unseen)

    def _shared(self, articles: Sequence[str]) -> str:
        """How the articles of one row came about: "9 copies, 5 shortened"."""
        kinds = Counter(came(edge) for edge in self._whole if edge.child in set(articles))
        tally = sorted(kinds.items(), key=lambda each: (-each[1], each[0]))
        return ", ".join(
            f"{amount} {_COPIES if kind == 'copy' and amount > 1 else kind}".strip() for kind, amount in tally
        )

    def _taken(self, edges: Iterable[Edge]) -> str:
        """Several edges of one source in one line."""
        names = [self._naming.node(edge.child) for edge in edges]
        return f"{len(names)} articles were taken from the same text: {', '.join(names)}"


def _shortened(text: str, room: float, scale: float) -> str:
    most = max(8, int(room / (_EM * scale)))
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
