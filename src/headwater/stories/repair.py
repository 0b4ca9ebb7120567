"""The nightly repair: the stories of some days drawn anew, whatever the order in which their articles came.

All articles are compared under the same rarities, and average linkage draws the stories; then the stories that were
there keep their ids as far as they can, and what merged or split is told, so that every old id leads somewhere.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from types import MappingProxyType
from typing import Final, NamedTuple

from msgspec.structs import replace

from headwater.models.base import Embedder
from headwater.stories.bounds import NO_BOUNDS, Bounds
from headwater.stories.changes import Repair, regrouped
from headwater.stories.judging import STRANGERS, judge
from headwater.stories.linkage import linked
from headwater.stories.nearness import MOST_EMBEDDED, Heads, Nearness, embedded, packed_vectors, unpacked_vectors
from headwater.stories.sketches import Sketch
from headwater.stories.weights import SHIPPED, Weights
from headwater.stories.window import SHORTLIST, Window

__all__ = ["FAR_REACH", "repair"]

FAR_REACH: Final = 365
"""Days apart that articles of one story may be where a repair looks: a court may take months."""

_FEW: Final = 2  # articles of a group that are compared with all of the groups beside it

NO_VECTORS: Final[Mapping[str, bytes]] = MappingProxyType({})
"""Nothing is kept."""

Placed = tuple[Sketch, str]
Pair = tuple[int, int]
Row = list[int]


def repair(
    placed: Iterable[Placed],
    bounds: Bounds = NO_BOUNDS,
    *,
    reach: int = FAR_REACH,
    weights: Weights = SHIPPED,
    heads: Heads | None = None,
    kept: Mapping[str, bytes] = NO_VECTORS,
    embedder: Embedder | None = None,
) -> Repair:
    """Draw the stories of these articles anew, all days of `placed` at once.

    Give it whole days, and of each story that lies in them all its articles: an article that is not given cannot move.
    With `heads`, which gives the head of an article by its id, nearness in meaning is weighed too, by the embedder that
    ships with headwater if none is given; `Repair.embedded` says whether. Without its weights the repair does without.
    `kept` are the vectors that an earlier repair made: only what is not among them is embedded.
    """
    held = sorted(placed, key=lambda each: (each[0].day, each[0].article))
    voices = _voices((one for one, _ in held), bounds, reach)
    met = [_around(voices.window, at) for at in range(len(voices.sketches))]
    made = {} if heads is None else _embedded(voices, heads, kept, embedder)
    near = None if heads is None else _nearness(voices, met, {**kept, **made})
    drawing = _Drawing(voices, bounds, _Judging(weights, near))
    scores = dict(drawing.scores(met))
    unmet = _unmet(drawing.groups(scores), scores, met)
    scores.update(drawing.scores(unmet))
    groups = drawing.groups(scores)
    node = {at: number for number, nodes in enumerate(groups) for at in nodes}
    stories: list[list[str]] = [[] for _ in groups]
    for one, _ in held:
        stories[node[voices.home[one.article]]].append(one.article)
    redrawn = regrouped(sorted(stories), {one.article: story for one, story in held})
    return replace(redrawn, embedded=near is not None, vectors=made)


class _Voices(NamedTuple):
    """The articles that are no copies, by number; to which number each article belongs; all of them in a window."""

    sketches: Sequence[Sketch]
    home: Mapping[str, int]
    window: Window


def _voices(sketches: Iterable[Sketch], bounds: Bounds, reach: int) -> _Voices:
    """Collapse copies, each into the first article that has its wording, unless a reader keeps them apart."""
    window, voices, home = Window(reach), list[Sketch](), dict[str, int]()
    for one in sketches:
        item = window.item(one)
        original = window.original(item)
        number = None if original is None else home[window.item_at(original).article]
        if number is None or any(home.get(other) == number for other in bounds.apart(one.article)):
            number, original = len(voices), None
            voices.append(one)
        home[one.article] = number
        window.add(item, "", original)
    return _Voices(voices, home, window.refreshed(voices))


def _around(window: Window, at: int) -> list[int]:
    """The numbers of the articles that one is compared with."""
    return [row for row in window.rows_like(window.item_at(at)) if row != at]


class _Judging(NamedTuple):
    """By what pairs are judged."""

    weights: Weights
    near: Nearness | None


def _embedded(
    voices: _Voices, heads: Heads, kept: Mapping[str, bytes], embedder: Embedder | None
) -> Mapping[str, bytes]:
    """Vectors of the voices that have none, by article: of the newest, if they are too many for one repair."""
    missing = [one.article for one in voices.sketches if one.article not in kept][-MOST_EMBEDDED:]
    vectors = embedded([heads(article) for article in missing], embedder) if missing else None
    return {} if vectors is None else dict(zip(missing, packed_vectors(vectors), strict=True))


def _nearness(voices: _Voices, met: Sequence[Sequence[int]], vectors: Mapping[str, bytes]) -> Nearness | None:
    """The nearness in meaning of the voices, None where one of them has no vector."""
    if not voices.sketches or any(one.article not in vectors for one in voices.sketches):
        return None
    return Nearness(unpacked_vectors([vectors[one.article] for one in voices.sketches]), met)


class _Drawing:
    """The stories of some articles as the log-odds of their pairs draw them."""

    def __init__(self, voices: _Voices, bounds: Bounds, by: _Judging) -> None:
        self._voices, self._by = voices, by
        self._start = _bound_groups(voices.home, len(voices.sketches), bounds)
        self._against = _against(voices.home, bounds)

    def groups(self, scores: Mapping[Pair, float]) -> list[frozenset[int]]:
        """The articles in groups, by number."""
        return linked(self._start, scores, STRANGERS, _apart_test(_with_heirs(self._against, scores)))

    def scores(self, met: Sequence[Sequence[int]]) -> Iterator[tuple[Pair, float]]:
        """The log-odds of the pairs that meet and are no strangers, by their numbers."""
        window = self._voices.window
        for at, rows in enumerate(met):
            near = self._by.near.beside(at, rows) if self._by.near else None
            others = [window.item_at(row) for row in rows]
            scores = judge(window.item_at(at), others, self._by.weights, near).scores.tolist()
            yield from (((min(at, row), max(at, row)), s) for row, s in zip(rows, scores, strict=True) if s > STRANGERS)


def _unmet(groups: Sequence[frozenset[int]], scores: Mapping[Pair, float], met: Sequence[Sequence[int]]) -> list[Row]:
    """For each article that is left alone or in a pair those it never met of the groups that a pair speaks for.

    Two reports of one event may share none of their rarest terms; where groups are large the pairs that met suffice.
    Of many the first are looked at.
    """
    home = {at: number for number, nodes in enumerate(groups) for at in nodes}
    beside: dict[int, set[int]] = defaultdict(set)
    for (one, other), score in scores.items():
        if score > 0 and home[one] != home[other]:
            beside[home[one]].add(home[other])
            beside[home[other]].add(home[one])
    found: list[Row] = [[] for _ in met]
    for at in sorted(home):
        if len(groups[home[at]]) <= _FEW:
            near = (each for number in sorted(beside[home[at]]) for each in sorted(groups[number]))
            found[at] = list(islice((each for each in near if each not in met[at]), SHORTLIST))
    return found


def _bound_groups(home: Mapping[str, int], nodes: int, bounds: Bounds) -> list[frozenset[int]]:
    """The nodes, those in one group that a reader put together, be it through a copy."""
    group = {node: frozenset({node}) for node in range(nodes)}
    for same in bounds.same:
        joined = frozenset().union(*(group[home[article]] for article in same if article in home))
        group.update(dict.fromkeys(joined, joined))
    return sorted(set(group.values()), key=min)


def _against(home: Mapping[str, int], bounds: Bounds) -> Mapping[int, frozenset[int]]:
    """For each node those that a reader put apart from it, be it through a copy."""
    against = defaultdict[int, set[int]](set)
    for article, node in home.items():
        against[node].update(home[other] for other in bounds.apart(article) if other in home)
    return {node: frozenset(others) for node, others in against.items() if others}


def _with_heirs(against: Mapping[int, frozenset[int]], scores: Mapping[Pair, float]) -> Mapping[int, frozenset[int]]:
    """Each node of which nothing was said is as apart as the one most like it: the same in other words, come later."""
    best: dict[int, tuple[float, int]] = {}
    for pair, score in scores.items() if against else ():
        for one, other in (pair, pair[::-1]):
            if score > 0 and one not in against:
                best[one] = max(best.get(one, (0.0, 0)), (score, -other))
    heirs = {node: against[-other] for node, (_, other) in best.items() if -other in against}
    return {**against, **heirs}


def _apart_test(against: Mapping[int, frozenset[int]]) -> Callable[[frozenset[int], frozenset[int]], bool]:
    """Whether a node of one group is apart from a node of the other."""
    return lambda one, other: any(
        against[node] & far for group, far in ((one, other), (other, one)) for node in group if node in against
    )
