"""Labelled sets of stories as sketches, and the pairs of their articles that the product would compare, measured."""

from __future__ import annotations

import datetime
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

from headwater.stories.likeness import measure
from headwater.stories.nearness import Nearness, embedded, head_of
from headwater.stories.repair import FAR_REACH
from headwater.stories.sketches import Sketch, sketch
from headwater.stories.window import Window
from headwater.testing.articles import make_article
from headwater.types import Article

__all__ = ["SETS", "Pairs", "Reports", "pairs_of", "read_set"]

SETS: Final[Mapping[str, Sequence[tuple[str, str]]]] = {
    "giveme5w1h": [("clustering/giveme5w1h.jsonl", "story")],
    "galaxy": [("clustering/galaxy_handpicked.jsonl", "story"), ("clustering/galaxy_wikinews.jsonl", "story")],
    "basil": [("clustering/basil.jsonl", "story")],
    "incidents": [("incidents/articles.jsonl", "incident")],
    "ecbplus": [("ecbplus/ecbplus.jsonl", "subtopic")],
}
"""The files of each set, and the field that holds the story."""

_EPOCH: Final = datetime.date(1970, 1, 1).toordinal()


class Reports(NamedTuple):
    """One file: sketches with their stories in the order of their days, and what of each article is embedded."""

    placed: Sequence[tuple[Sketch, str]]
    heads: Mapping[str, str]


class Pairs(NamedTuple):
    """One file: the story of each article, the pairs that meet in the index by number, and what is measured of each.

    The columns of `measures` are those of the product, and nearness in meaning the last.
    """

    stories: Sequence[str]
    pairs: npt.NDArray[np.int64]
    measures: npt.NDArray[np.float64]

    @property
    def same(self) -> npt.NDArray[np.bool_]:
        """Which pairs are of one story."""
        stories = np.array(self.stories)
        return np.asarray(stories[self.pairs[:, 0]] == stories[self.pairs[:, 1]])


def read_set(file: Path, field: str) -> Reports:
    """The reports of a file of JSON Lines, of which `field` names the story."""
    rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
    placed = [(_sketch(row), str(row[field])) for row in rows]
    heads = {str(row["id"]): head_of(_article(row)) for row in rows}
    return Reports(sorted(placed, key=lambda each: (each[0].day, each[0].article)), heads)


def pairs_of(reports: Reports) -> Pairs:
    """The pairs that a repair would compare. Raises `ValueError` without the weights of the embedder."""
    placed = reports.placed
    first = Window(FAR_REACH)
    for one, _ in placed:
        first.add(first.item(one), "")
    window = first.refreshed([one for one, _ in placed])
    met = [[row for row in window.rows_like(window.item_at(at)) if row != at] for at in range(len(placed))]
    vectors = embedded([reports.heads[one.article] for one, _ in placed], None)
    if vectors is None:
        raise ValueError("the weights of the embedder are not installed")
    near = Nearness(vectors, met)
    found: dict[tuple[int, int], npt.NDArray[np.float64]] = {}
    for at, rows in enumerate(met):
        others = [window.item_at(row) for row in rows]
        measured = np.column_stack([measure(window.item_at(at), others), near.beside(at, rows)]) if rows else ()
        found.update({(min(at, row), max(at, row)): values for row, values in zip(rows, measured, strict=True)})
    return Pairs([story for _, story in placed], np.array(list(found)), np.stack(list(found.values())))


def _sketch(row: Mapping[str, str | None]) -> Sketch:
    published = row.get("published")
    day = datetime.date.fromisoformat(published[:10]).toordinal() - _EPOCH if published else 0
    return sketch(_article(row), day, dated=bool(published))


def _article(row: Mapping[str, str | None]) -> Article:
    return make_article(row["text"] or "", id=str(row["id"]), title=row.get("title") or "")
