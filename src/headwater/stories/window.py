"""The articles around what is being placed, in memory: an inverted index over their rarest terms, bounded in every way.

Whatever the library holds, placing one article looks at no more than `SHORTLIST` others: those that share most of its
rarest terms, of which each leads to the newest `NEWEST` articles that hold it.
"""

from __future__ import annotations

import itertools
from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

from headwater.stories.likeness import Item, item_of, resemblance, reweighed
from headwater.stories.sketches import Sketch

__all__ = ["LIKELY_SPAN", "SHORTLIST", "Window"]

SHORTLIST: Final = 60
"""Articles that one is compared with, at most."""

LIKELY_SPAN: Final = range(-1, 31)
"""Days from a day that an undated article names in which it meets others: most is written soon after what it tells."""

NEWEST: Final = 300
_ASKED: Final = 24  # terms by which an article is looked for, and found
_PRIOR: Final = 300.0  # articles that the background of English counts as, beside those in the window
_CELLS: Final = 1 << 21  # of the table that counts terms, by hash
_COPY: Final = 0.5  # share of the runs of five words from which an article is a copy
_CLUES: Final = 6  # runs of words by which the original of a copy is looked for


class Window:
    """Articles with their stories, found by what they tell; numbered by row as they come.

    A copy of an article that is here has no voice: it is neither found nor counted, but it has its story.
    """

    def __init__(self, reach: int) -> None:
        """Hold nothing. Articles meet if their days are at most `reach` apart, whatever else is held."""
        self._reach = reach
        self._items: list[Item | None] = []  # None: forgotten
        self._stories: list[str] = []
        self._dates = array("q")
        self._rows: dict[str, int] = {}
        self._days: dict[int, list[int]] = defaultdict(list)
        self._copies: dict[int, int] = {}
        self._voices: dict[str, list[int]] = defaultdict(list)  # the rows of each story, copies left out
        self._postings: dict[int, array[int]] = {}
        self._wordings: dict[int, int] = {}
        self._counts = np.zeros(_CELLS, dtype=np.uint32)
        self._held = 0

    def __len__(self) -> int:
        return len(self._rows)

    def __contains__(self, article: object) -> bool:
        return article in self._rows

    def item(self, one: Sketch) -> Item:
        """The sketch as it compares here: with the rarities of the background and of this window taken together."""
        return item_of(one, self._rarity)

    def item_of(self, article: str) -> Item:
        """The article as it was taken in. Raises `KeyError` if it is not here."""
        return self.item_at(self._rows[article])

    def item_at(self, row: int) -> Item:
        """The article in that row. Raises `KeyError` if it was forgotten."""
        item = self._items[row]
        if item is None:
            raise KeyError(row)
        return item

    def add(self, item: Item, story: str, original: int | None = None) -> None:
        """Take the article in; as a copy of the article in the row `original`, if one is given."""
        row = len(self._items)
        self._items.append(item)
        self._stories.append(story)
        self._dates.append(item.day)
        self._rows[item.article] = row
        self._days[item.day].append(row)
        if original is not None:
            self._copies[row] = original
            return
        self._voices[story].append(row)
        self._held += 1
        self._count(item, 1)
        for key in item.keys[_telling(item)].tolist():
            self._postings.setdefault(key, array("I")).append(row)
        for key in item.wording[:_CLUES].tolist():
            self._wordings.setdefault(key, row)

    def original(self, item: Item) -> int | None:
        """The row of the article that this one is a copy of, None if it has wording of its own."""
        rows = {self._wordings.get(key) for key in item.wording[:_CLUES].tolist()} - {None}
        alike = (
            (resemblance(item, self.item_at(row)), -row) for row in rows if row is not None and self._near(item, row)
        )
        share, row = max(alike, default=(0.0, 0))
        return -row if share >= _COPY else None

    def reweighed(self) -> Window:
        """What is here in its order, weighed by all that is here: what came first knew nothing of the rest."""
        fresh, rows = Window(self._reach), dict[int, int]()
        for row, item in enumerate(self._items):
            if item is not None:
                rows[row] = len(rows)
                original = rows.get(self._copies[row], -1) if row in self._copies else None
                fresh.add(reweighed(item, self._rarity), self._stories[row], original)
        return fresh

    def refreshed(self, voices: Iterable[Sketch]) -> Window:
        """These articles alone in their order, weighed by all that is here."""
        fresh = Window(self._reach)
        for one in voices:
            fresh.add(self.item(one), "")
        return fresh

    def story(self, article: str) -> str | None:
        """The story that the article is in, None if it is not here."""
        row = self._rows.get(article)
        return None if row is None else self._stories[row]

    def story_at(self, row: int) -> str:
        """The story of the article in that row."""
        return self._stories[row]

    def voices(self, story: str) -> Sequence[int]:
        """The rows of the articles of the story that are here, copies left out, in the order in which they came."""
        return self._voices.get(story, ())

    def move(self, article: str, story: str) -> None:
        """Note that the article is in another story now. Nothing happens if it is not here."""
        row = self._rows.get(article)
        if row is not None:
            if row not in self._copies:
                self._silence(row)
                self._voices[story].append(row)
            self._stories[row] = story

    def forget(self, day: int) -> None:
        """Let go of the articles of a day."""
        for row in self._days.pop(day, ()):
            item = self.item_at(row)
            del self._rows[item.article]
            self._items[row] = None
            if self._copies.pop(row, None) is None:
                self._count(item, -1)
                self._silence(row)
                self._held -= 1
        if len(self._items) > 2 * len(self._rows) + 1000:
            self._compact()

    def rows_like(self, item: Item) -> list[int]:
        """The rows that share most of the item's rarest terms, weighed by rarity, the best first."""
        return list(itertools.islice((row for row in self._sharing(item) if self._near(item, row)), SHORTLIST))

    def rows_around(self, item: Item) -> list[int]:
        """The rows that share most of its rarest terms, and where these are few those nearest in time behind them.

        So in a small library an article is compared with all others.
        """
        sharing = self.rows_like(item)
        if len(sharing) == SHORTLIST:
            return sharing
        others = (row for row in self._beside(item.day) if row not in sharing and self._near(item, row))
        return [*sharing, *itertools.islice(others, SHORTLIST - len(sharing))]

    def _sharing(self, item: Item) -> list[int]:
        lists, weights = [], []
        for at in _telling(item).tolist():
            held = self._postings.get(int(item.keys[at]))
            if held:
                lists.append(np.array(held[-NEWEST:], dtype=np.int64))
                weights.append(np.full(len(lists[-1]), item.weights[at], dtype=np.float64))
        if not lists:
            return []
        rows, places = np.unique(np.concatenate(lists), return_inverse=True)
        found = np.bincount(places, np.concatenate(weights))
        best: list[int] = rows[np.lexsort((rows, -found))].tolist()
        return best

    def _beside(self, day: int) -> Iterator[int]:
        """The rows of a day and of those before and after it, ever further off, the newest first."""
        for far in range(self._reach + 1):
            for near in sorted({day - far, day + far}):
                yield from (row for row in reversed(self._days.get(near, ())) if row not in self._copies)

    def _near(self, item: Item, row: int) -> bool:
        other, day = self._items[row], self._dates[row]
        if other is None or abs(day - item.day) <= self._reach:
            return other is not None
        return _means(item.likely, day) or _means(other.likely, item.day)

    def _rarity(self, keys: npt.NDArray[np.uint32], background: npt.NDArray[np.float32]) -> npt.NDArray[np.float32]:
        """Rarity in nats with the articles here as evidence and the background of English as prior."""
        held = self._counts[keys % np.uint32(_CELLS)]
        chance = (held + _PRIOR * np.exp(-background)) / (self._held + _PRIOR)
        return np.asarray(np.maximum(-np.log(chance), 0.01), dtype=np.float32)

    def _silence(self, row: int) -> None:
        """The article in that row speaks no longer for its story."""
        voices = self._voices[self._stories[row]]
        voices.remove(row)
        if not voices:
            del self._voices[self._stories[row]]

    def _count(self, item: Item, by: int) -> None:
        cells, times = np.unique(item.keys % np.uint32(_CELLS), return_counts=True)
        self._counts[cells] += (by * times).astype(np.int64).astype(np.uint32)  # wraps round to subtract

    def _compact(self) -> None:
        """Number the rows anew without those forgotten."""
        live = [row for row, item in enumerate(self._items) if item is not None]
        new = {row: number for number, row in enumerate(live)}
        self._items = [self._items[row] for row in live]
        self._stories = [self._stories[row] for row in live]
        self._dates = array("q", [self._dates[row] for row in live])
        self._rows = {article: new[row] for article, row in self._rows.items()}
        self._days = defaultdict(list, {day: [new[row] for row in rows] for day, rows in self._days.items()})
        self._copies = {new[row]: new.get(original, -1) for row, original in self._copies.items()}
        self._voices = defaultdict(list, {story: [new[row] for row in rows] for story, rows in self._voices.items()})
        moved = ((key, array("I", [new[row] for row in rows if row in new])) for key, rows in self._postings.items())
        self._postings = {key: rows for key, rows in moved if rows}
        self._wordings = {key: new[row] for key, row in self._wordings.items() if row in new}


def _telling(item: Item) -> npt.NDArray[np.int64]:
    """Where the item's weightiest terms stand: rare, and told often."""
    return np.lexsort((item.keys, -item.weights))[:_ASKED]


def _means(likely: Sequence[int], day: int) -> bool:
    """Whether an article without a date of its own that names these days may be of the day."""
    return any(day - each in LIKELY_SPAN for each in likely)
