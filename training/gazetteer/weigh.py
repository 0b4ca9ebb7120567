"""Shows what the weights of places do: names put within 161 km of the gold, with each weight as it is, halved, doubled.

    python training/gazetteer/weigh.py ../shared/data/places

Reads LGL and GeoWebNews, where they lie; prints the share for the articles whose id has an even CRC-32, on which the
weights were chosen, and for the odd ones. The first run parses 786 articles, which takes minutes.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final
from zlib import crc32

from headwater.documents import read_documents
from headwater.models.spacy_english import load_parser
from headwater.places import locate, scoring
from headwater.settings import Settings
from headwater.text.atlas import kilometres
from headwater.types import Article, Document

__all__ = ["measured", "read"]

NEAR: Final = 161.0  # km
WEIGHTS: Final = (
    "_PEOPLE", "_ALIAS", "_CAPITAL", "_NAMESAKE", "_STATED", "_COMPANY", "_NEAR", "_NEAR_KM", "_REGION", "_COUNTRY",
    "_EMBEDDED", "_FLOOR",
)  # fmt: skip

Row = tuple[bool, dict[tuple[int, int], tuple[float, float]], Document]  # odd, the gold's points, the article read


def read(folder: Path) -> list[Row]:
    """The articles of both sets with the points of their names."""
    lines = [line for name in ("lgl", "geowebnews") for line in (folder / f"{name}.jsonl").open(encoding="utf-8")]
    rows = [json.loads(line) for line in lines]
    articles = [Article(id=row["id"], text=row["text"], name=row["id"]) for row in rows]
    documents = read_documents(articles, load_parser(Settings().model))
    return [(bool(crc32(row["id"].encode()) % 2), _points(row), one) for row, one in zip(rows, documents, strict=True)]


def _points(row: dict[str, Any]) -> dict[tuple[int, int], tuple[float, float]]:
    return {(one["start"], one["end"]): (one["lat"], one["lon"]) for one in row["places"] if one["lat"] is not None}


def measured(rows: Sequence[Row]) -> tuple[float, float]:
    """The share of the names found that are put within 161 km: of the even half, of the odd half."""
    halves = [list(_hits(row for row in rows if row[0] is odd)) for odd in (False, True)]
    return sum(halves[0]) / len(halves[0]), sum(halves[1]) / len(halves[1])


def _hits(rows: Iterator[Row]) -> Iterator[bool]:
    for _, points, document in rows:
        for place in locate([document]):
            gold = points.get((place.span.start, place.span.end))
            if gold is not None and not place.embedded:
                pointed = place.lat is not None and place.lon is not None
                yield pointed and kilometres(gold, (place.lat or 0.0, place.lon or 0.0)) <= NEAR


def main(folder: Path) -> None:
    """Print the table."""
    rows = read(folder)
    _say("as they are", measured(rows))
    for name in WEIGHTS:
        kept = getattr(scoring, name)
        for factor in (0.5, 2.0):
            setattr(scoring, name, kept * factor)
            _say(f"{name} x {factor}", measured(rows))
        setattr(scoring, name, kept)


def _say(what: str, shares: tuple[float, float]) -> None:
    sys.stdout.write(f"{what:<20} {shares[0]:.4f} {shares[1]:.4f}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
