"""Builds `data/background.npz`: how common each word of English is, as two small hashed tables.

    python training/stories/background.py COUNTS WORDPIECES OUT

COUNTS is SymSpell's English frequency dictionary ("word count" a line), WORDPIECES the vocabulary of BERT that
headwater ships, a word a line, the commonest first: it adds names, of which the dictionary holds few. README.md is the
card.
"""

from __future__ import annotations

import gzip
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

import numpy as np

from headwater.stories.background import BUCKETS, STEPS, buckets
from headwater.stories.terms import name_key, word_key

__all__ = ["main"]

RANKED: Final = 0.06  # share of all words that the commonest word has, in Zipf's law over ranks
WORDS: Final = 300  # of a report: what makes the chance of a word a chance of a report


def main(counts: str, pieces: str, out: str) -> None:
    """Write the table: of each key the commonest bucket wins, and a reader takes the rarer of the two tables."""
    shares = _shares(Path(counts).read_text(encoding="utf-8-sig"), gzip.decompress(Path(pieces).read_bytes()).decode())
    tables = np.full((2, BUCKETS), np.iinfo(np.uint8).max, dtype=np.uint8)
    for key, share in sorted(shares.items()):
        rarity = -np.log(-np.expm1(-share * WORDS))
        step = np.uint8(min(254, round(rarity * STEPS)))
        for table, bucket in enumerate(buckets(key)):
            tables[table, bucket] = min(tables[table, bucket], step)
    np.savez_compressed(out, tables=tables)


def _shares(counts: str, pieces: str) -> Mapping[str, float]:
    """The chance that a word of running text has the key, by key; all forms of a stem count for it."""
    shares: dict[str, float] = defaultdict(float)
    for word, share in (seen := dict(_counted(counts))).items():
        for key in (word_key(word), name_key(word)):
            shares[key] += share
    for word, share in _ranked(pieces):
        if word not in seen:
            shares[word_key(word)] += share
            shares[name_key(word)] += share
    return shares


def _counted(counts: str) -> Iterator[tuple[str, float]]:
    rows = [line.split() for line in counts.splitlines() if line]
    total = sum(int(count) for _, count in rows)
    yield from ((word, int(count) / total) for word, count in rows)


def _ranked(pieces: str) -> Iterator[tuple[str, float]]:
    words = [piece for piece in pieces.splitlines() if piece.isalpha() and piece.isascii() and len(piece) > 1]
    yield from ((word, RANKED / rank) for rank, word in enumerate(words, start=1))


if __name__ == "__main__":
    main(*sys.argv[1:])
