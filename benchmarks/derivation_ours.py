"""`python -m benchmarks.derivation_ours STAGE CORPUS OUT WORKERS`: headwater's search in a process of its own.

As `derivation_peer_script`, for the stages "candidates" (reading and candidates), "whole" (alignment and verdicts too;
statements that both quote are no copies) and "align" (the true direct pairs alone, read already). Before the clock runs
a few articles are searched, so that compiled code is loaded, or made if this machine has none; what that and importing
took is given as "start".
"""

from __future__ import annotations

import json
import sys
import time
from itertools import islice
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from benchmarks.corpus import Corpus, load_corpus
from benchmarks.derivation_peer_script import peak, timed

__all__ = ["main"]

_FIRST: Final = 400  # articles searched before the clock runs: enough to go all ways that the code can take
_REPEATS: Final = 20  # of an alignment: one alone is over in the twinkling of an eye
Table = NDArray[np.int32]
Spent = dict[str, float]


def main(stage: str, corpus: str, out: str, workers: str) -> int:
    """Run a stage on a corpus."""
    read = load_corpus(Path(corpus))
    search = {"candidates": _candidates, "whole": _whole, "align": _align}[stage]
    _whole(read, 1, _FIRST)
    start = time.process_time()
    table, spent = search(read, int(workers))
    np.save(Path(out) / ("passages.npy" if stage == "align" else "pairs.npy"), table)
    json.dump({**spent, "peak": peak(), "start": start}, sys.stdout)
    return 0


def _candidates(corpus: Corpus, workers: int) -> tuple[Table, Spent]:
    from headwater.copies.archive import read_archive
    from headwater.copies.candidates import find_candidates

    found, spent = timed(lambda: find_candidates(read_archive(corpus.rows(), workers=workers), workers=workers))
    return found.pairs, {**spent, "articles": len(corpus)}


def _whole(corpus: Corpus, workers: int, first: int | None = None) -> tuple[Table, Spent]:
    from headwater.copies import find_copies

    copies, spent = timed(lambda: find_copies(islice(corpus.rows(), first), workers=workers))
    return copies.copied, {**spent, "articles": len(corpus)}


def _align(corpus: Corpus, workers: int) -> tuple[Table, Spent]:
    """The passages of true pairs; an archive's pairs come sorted, so these are."""
    from headwater.copies.alignment import align_pairs
    from headwater.copies.archive import read_archive

    archive = read_archive(corpus.rows(), workers=workers)
    direct = np.unique(corpus.truth.passage_pair)
    ends = np.stack([corpus.truth.left[direct], corpus.truth.right[direct]], axis=1)
    turned = ends[:, 0] > ends[:, 1]
    pairs = np.sort(ends, axis=1)
    order = np.lexsort((pairs[:, 1], pairs[:, 0]))
    pairs = np.ascontiguousarray(pairs[order])
    runs, spent = timed(lambda: [list(align_pairs(archive, pairs, workers=workers)) for _ in range(_REPEATS)])
    found = runs[-1]
    firsts = np.cumsum([0, *(len(block.pairs) for block in found)])
    of = order[np.concatenate([block.of + first for block, first in zip(found, firsts, strict=False)])]
    spans = np.concatenate([block.spans for block in found])
    spans[turned[of]] = spans[turned[of]][:, [2, 3, 0, 1]]
    table = np.concatenate([direct[of][:, None], spans], axis=1).astype(np.int32)
    return table, {"cpu": spent["cpu"] / _REPEATS, "wall": spent["wall"] / _REPEATS, "articles": len(pairs)}


if __name__ == "__main__":
    raise SystemExit(main(*sys.argv[1:]))
