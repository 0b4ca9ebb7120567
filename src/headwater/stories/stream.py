"""Articles placed one by one into the stories of the days around them, or at the head of a story of their own.

Single-pass clustering of a stream as in Miranda et al. (EMNLP 2018): candidates by an inverted index, one learned
judgement, join or new. A copy of an article that is known goes where that one is and gets no voice of its own, so that
a wire report in forty papers counts once. Articles that come together and stay alone are looked at once more when all
of them are here; what else the order of arrival did wrong `repair` puts right.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import chain
from typing import Final

import msgspec
import numpy as np

from headwater.stories.bounds import NO_BOUNDS, Bounds
from headwater.stories.judging import MOST, STRANGERS, Judged, judge
from headwater.stories.likeness import Item, resemblance
from headwater.stories.sketches import Sketch
from headwater.stories.weights import SHIPPED, Weights
from headwater.stories.window import LIKELY_SPAN, Window
from headwater.types import Evidence

__all__ = ["REACH", "Placement", "Shelf", "Stream", "story_of"]

Shelf = Callable[[int], Iterable[tuple[Sketch, str]]]
"""The sketches of one day (days since 1970-01-01), each with the story that its article is in."""

REACH: Final = 30
"""Days before and after an article in which its story is looked for."""

MOST_HELD: Final = 250_000
"""Articles held in memory; beyond, the days farthest from those being placed are let go."""

VOICES: Final = 8  # articles of a story that are asked whether another belongs to it: those most like it
_HEARD: Final = 3  # stories of which more articles are looked at than those that were found by their rarest terms
_NEWEST: Final = 16  # articles of each of these
_FEW: Final = (
    3000  # articles of which each newcomer still tells how rare terms are: they are weighed anew after a batch
)


class Placement(msgspec.Struct, frozen=True):
    """Where an article was put; `score` is in nats, above 0 where it joined, else the best that was refused."""

    article: str
    story: str
    new: bool
    score: float = 0.0
    evidence: tuple[Evidence, ...] = ()
    copy_of: str = ""  # the article it repeats
    day: int | None = None  # of the article of the story that is most like it, where it tells none of its own


class Stream:
    """Places articles. It holds the days around them in memory, read from the shelf when they are first needed."""

    def __init__(
        self,
        shelf: Shelf,
        bounds: Bounds = NO_BOUNDS,
        *,
        reach: int = REACH,
        most: int = MOST_HELD,
        weights: Weights = SHIPPED,
    ) -> None:
        """Read days from `shelf`, obey `bounds`, look `reach` days around and hold at most `most` articles."""
        self._shelf, self._bounds, self._reach, self._most, self._weights = shelf, bounds, reach, most, weights
        self._window, self._days = Window(reach), set[int]()

    def place(self, sketches: Iterable[Sketch]) -> list[Placement]:
        """Where each article belongs, in the order given; each is known to those behind it. Known ones stay put.

        As long as few are in memory, those that are alone in a story of their own when all are placed are looked at
        once more, beside all of them.
        """
        known = list(sketches)
        placed = [self._placed(one) for one in known]
        if len(self._window) > _FEW:
            return placed
        self._window = self._window.reweighed()
        led = self._led(one for one, placement in zip(known, placed, strict=True) if placement.new)
        return [self._following(placement, led) if placement.story in led else placement for placement in placed]

    def moved(self, article: str, story: str) -> None:
        """Note that a reader, or `repair`, put the article into another story."""
        self._window.move(article, story)

    def forget(self) -> None:
        """Let go of everything: the shelf changed behind the stream's back."""
        self._window, self._days = Window(self._reach), set()

    def _placed(self, one: Sketch) -> Placement:
        self._open(one)
        known = self._window.story(one.article)
        if known is not None:
            return Placement(one.article, known, False)
        item = self._window.item(one)
        original = self._original(item)
        placement = self._bound(item) or self._copied(item, original) or self._judged(item)
        if placement.day is not None:
            item = replace(item, day=placement.day)
        self._window.add(item, placement.story, original)
        return placement

    def _led(self, begun: Iterable[Sketch]) -> Mapping[str, Placement]:
        """By story those of these articles that are alone in theirs and belong to another, now that all are here."""
        led: dict[str, Placement] = {}
        for one in begun:
            own = self._window.story(one.article) or ""
            if len(self._window.voices(own)) == 1:
                again = self._judged(self._window.item_of(one.article))
                if not again.new:
                    led[own] = again
                    self._window.move(one.article, again.story)
        return led

    def _following(self, placement: Placement, led: Mapping[str, Placement]) -> Placement:
        """The article itself as it was placed again, and a copy of it behind it."""
        again = led[placement.story]
        if again.article == placement.article:
            return again
        self._window.move(placement.article, again.story)
        return msgspec.structs.replace(placement, story=again.story)

    def _original(self, item: Item) -> int | None:
        """The row of what the article repeats, unless a reader said that the two are apart."""
        row = self._window.original(item)
        barred = row is not None and self._window.story_at(row) in self._barred(item.article)
        return None if barred else row

    def _bound(self, item: Item) -> Placement | None:
        stories = (self._window.story(other) for other in sorted(self._bounds.together(item.article)))
        story = next((story for story in stories if story is not None), None)
        decided = (Evidence("a reader's decision", 0.0, "kept together"),)
        return None if story is None else Placement(item.article, story, False, evidence=decided)

    def _copied(self, item: Item, original: int | None) -> Placement | None:
        if original is None:
            return None
        other = self._window.item_at(original)
        share = resemblance(item, other)
        told = Evidence("wording", share, f"{share:.0%} of the runs of five words are those of {other.article}")
        day = None if item.dated else other.day
        return Placement(item.article, self._window.story_at(original), False, MOST, (told,), other.article, day)

    def _judged(self, item: Item) -> Placement:
        rows = [row for row in self._window.rows_around(item) if self._window.item_at(row).article != item.article]
        judged = self._beside(item, rows)
        more = self._unheard(rows, judged)
        if more:
            rows, judged = [*rows, *more], self._beside(item, [*rows, *more])
        held, barred = self._by_story(rows, judged), self._barred(item.article) | self._barred_by_likeness(rows, judged)
        ranked = ((self._likeness(story, judged, held[story]), story) for story in held if story not in barred)
        score, story = max(ranked, default=(STRANGERS, ""))
        if not score > 0:
            return Placement(item.article, story_of(item.article), True, score)
        best = held[story][0]
        day = None if item.dated else self._window.item_at(rows[best]).day
        return Placement(item.article, story, False, score, judged.evidence(best), day=day)

    def _beside(self, item: Item, rows: Sequence[int]) -> Judged:
        return judge(item, [self._window.item_at(row) for row in rows], self._weights)

    def _by_story(self, rows: Sequence[int], judged: Judged) -> Mapping[str, Sequence[int]]:
        """By story the numbers of its articles among the rows, the most like ones first."""
        held: dict[str, list[int]] = defaultdict(list)
        for number in np.argsort(-judged.scores, kind="stable").tolist():
            held[self._window.story_at(rows[number])].append(number)
        return held

    def _unheard(self, rows: Sequence[int], judged: Judged) -> Sequence[int]:
        """Of the stories that their articles among the rows speak for, the newest articles that are not among them.

        Two reports of one event may share none of their rarest terms, and yet be anything but strangers.
        """
        spoken = {
            story: float(judged.scores[list(held[:VOICES])].mean())
            for story, held in self._by_story(rows, judged).items()
        }
        best = sorted(
            (story for story, score in spoken.items() if score > 0), key=lambda story: (-spoken[story], story)
        )
        asked = {row for story in best[:_HEARD] for row in self._window.voices(story)[-_NEWEST:]}
        return sorted(asked.difference(rows))

    def _likeness(self, story: str, judged: Judged, held: Sequence[int]) -> float:
        """The mean log-odds of the article and those of the story that are most like it, looked at or not."""
        asked = min(len(self._window.voices(story)), VOICES)
        scores = judged.scores[list(held[:asked])]
        return float((scores.sum() + STRANGERS * (asked - len(scores))) / asked)

    def _barred_by_likeness(self, rows: Sequence[int], judged: Judged) -> set[str | None]:
        """The stories that the most like article was parted from: what tells the same in other words is parted too."""
        best = int(np.argmax(judged.scores)) if rows else 0
        return self._barred(self._window.item_at(rows[best]).article) if rows and judged.scores[best] > 0 else set()

    def _barred(self, article: str) -> set[str | None]:
        return {self._window.story(other) for other in self._bounds.apart(article)}

    def _open(self, one: Sketch) -> None:
        """Have the days around an article in memory, and of one without a date those after the days that it names."""
        likely = {day + far for day in one.likely for far in LIKELY_SPAN}
        for near in chain(range(one.day - self._reach, one.day + self._reach + 1), sorted(likely)):
            if near not in self._days:
                self._read(near)
        while len(self._window) > self._most and len(self._days) > 2 * self._reach + 1:
            far = max(self._days, key=lambda held: (abs(held - one.day), held))
            self._days.discard(far)
            self._window.forget(far)

    def _read(self, day: int) -> None:
        self._days.add(day)
        for one, story in self._shelf(day):
            if one.article not in self._window:
                item = self._window.item(one)
                self._window.add(item, story, self._window.original(item))


def story_of(article: str) -> str:
    """The id of the story that begins with the article."""
    return f"story-{article}"
