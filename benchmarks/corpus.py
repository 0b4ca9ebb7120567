"""An archive of invented articles whose every copy is known, in columns on disk. `corpus_writing` writes it.

In its folder:

    corpus.json   {"articles", "seed", "kinds"}; written last
    texts.utf8    the texts, one after the other          offsets.npy   int64, n + 1 byte offsets
    outlets.json  names of papers                         outlet.npy    int32 an article
    articles.npz  event, statement, template: int32 an article, -1 for none. Articles of one statement quote the same
                  official; those of one template are the scribe's newsrooms telling different events of one kind
    truth.npz     left, right (int32; of a direct copy left is the parent), kind (uint8, of "kinds"), words (int32: of
                  one original and in both, quoted ones not counted), share (float32: of the smaller text's words);
                  passage_pair (int32, which pair), passages (int32, 4 columns: left start and end, right start and
                  end, in code points; direct copies only)

Articles are shuffled. `corpus_shards` says what there is of what, `corpus_prose` where the words come from. Nothing of
headwater is imported here, so that what a search takes is what it takes.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

__all__ = ["KIN", "Corpus", "Truth", "load_corpus"]

KIN: Final = "kin"  # the kind of siblings, and of copies of copies with their first source
Ints = NDArray[np.int32]


class Truth(NamedTuple):
    """Which articles have an original's words in common: columns over pairs, and over passages of direct copies."""

    left: Ints
    right: Ints
    kind: NDArray[np.uint8]
    words: Ints
    share: NDArray[np.float32]
    passage_pair: Ints
    passages: Ints


@dataclass(frozen=True, slots=True, eq=False)
class Corpus:
    """A loaded corpus. Texts stay on disk, mapped into memory, until they are asked for."""

    folder: Path
    kinds: tuple[str, ...]
    outlets: tuple[str, ...]
    offsets: NDArray[np.int64]
    outlet: Ints
    event: Ints
    statement: Ints
    template: Ints
    truth: Truth
    raw: np.memmap[tuple[int], np.dtype[np.uint8]]

    def __len__(self) -> int:
        return len(self.offsets) - 1

    def text(self, number: int) -> str:
        """The text of an article, by its number."""
        return bytes(self.raw[self.offsets[number] : self.offsets[number + 1]]).decode()

    def rows(self) -> Iterator[tuple[str, str, str]]:
        """Id, text and outlet of each article; ids are numbers of seven digits, so sorted ids are in this order."""
        with (self.folder / "texts.utf8").open("rb") as file:
            for number, size in enumerate(np.diff(self.offsets).tolist()):
                yield f"{number:07}", file.read(size).decode(), self.outlets[self.outlet[number]]


def load_corpus(folder: Path) -> Corpus:
    """A corpus that `write_corpus` wrote. Raises `FileNotFoundError` if it is not there, or not whole."""
    about = json.loads((folder / "corpus.json").read_text())
    articles, truth = np.load(folder / "articles.npz"), np.load(folder / "truth.npz")
    return Corpus(
        folder,
        tuple(about["kinds"]),
        tuple(json.loads((folder / "outlets.json").read_text())),
        np.load(folder / "offsets.npy"),
        np.load(folder / "outlet.npy"),
        articles["event"],
        articles["statement"],
        articles["template"],
        Truth(*(truth[name] for name in Truth._fields)),
        np.memmap(folder / "texts.utf8", dtype=np.uint8, mode="r"),
    )
