"""`python -m benchmarks.corpus_writing FOLDER --articles 20000`: an archive for benchmarks, see `corpus` for its form.

The same number of articles and seed give the same bytes. Shards of 2,000 are written on all cores and kept until the
whole is there, so that an interrupted run goes on where it stopped. A shard takes some eleven seconds of CPU time.
"""

from __future__ import annotations

import argparse
import json
import os
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np
from msgspec import msgpack
from numpy.typing import NDArray

from benchmarks.corpus import Corpus, Truth, load_corpus
from benchmarks.corpus_prose import outlets
from benchmarks.corpus_shards import KINDS, MIX, OUTLETS, Mix, Shard, compose

__all__ = ["main", "write_corpus"]

_SHARD: Final = 2000  # articles written at a time
_STRIDE: Final = 1_000_003  # between the seeds of corpora: no shard of one is a shard of another


def write_corpus(folder: Path, articles: int, seed: int = 0, *, mix: Mix = MIX, workers: int = 2) -> Corpus:
    """A corpus of that many articles (at least 10) in the folder, loaded; written first if it is not there."""
    about = {"articles": articles, "seed": seed, "kinds": list(KINDS)}
    ready = folder / "corpus.json"
    if not (ready.exists() and json.loads(ready.read_text()) == about):
        parts = folder / "shards"
        parts.mkdir(parents=True, exist_ok=True)
        sizes = [min(_SHARD, articles - first) for first in range(0, articles, _SHARD)]
        jobs = [(parts / f"{seed}-{number}-{size}", seed * _STRIDE + number, size) for number, size in enumerate(sizes)]
        _each(jobs, mix, workers)
        _assemble(folder, [path for path, _, _ in jobs], seed)
        ready.write_text(json.dumps(about))
        for path, _, _ in jobs:
            path.unlink()
        parts.rmdir()
    return load_corpus(folder)


def _each(jobs: Sequence[tuple[Path, int, int]], mix: Mix, workers: int) -> None:
    """Write the shards that are not there yet."""
    waiting = [job for job in jobs if not job[0].exists()]
    if workers < 2 or len(waiting) < 2:
        for job in waiting:
            _write_shard(job, mix=mix)
        return
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        for _ in pool.map(partial(_write_shard, mix=mix), waiting):
            pass


def _write_shard(job: tuple[Path, int, int], *, mix: Mix) -> None:
    path, seed, size = job
    part = path.with_suffix(".part")
    part.write_bytes(msgpack.encode(compose(seed, size, mix)))
    part.rename(path)


class _Columns(NamedTuple):
    """A shard as arrays, ready to be put together with others."""

    texts: list[bytes]
    articles: NDArray[np.int32]  # outlet, event, statement, template
    pairs: NDArray[np.float64]  # left, right, kind, words, share
    passages: NDArray[np.int32]  # pair, left start, left end, right start, right end


def _assemble(folder: Path, paths: Sequence[Path], seed: int) -> None:
    """Put the shards together, the articles shuffled."""
    shards = [_columns(path) for path in paths]
    texts = [text for shard in shards for text in shard.texts]
    order = np.random.default_rng(seed).permutation(len(texts))
    with (folder / "texts.utf8").open("wb") as file:
        file.writelines(texts[each] for each in order)
    np.save(folder / "offsets.npy", np.cumsum([0, *(len(texts[each]) for each in order)], dtype=np.int64))
    outlet, event, statement, template = _numbered([shard.articles for shard in shards], (1, 2))[order].T
    np.save(folder / "outlet.npy", outlet)
    np.savez(folder / "articles.npz", event=event, statement=statement, template=template)
    (folder / "outlets.json").write_text(json.dumps(outlets(OUTLETS)))
    np.savez(folder / "truth.npz", **_truth(shards, np.argsort(order))._asdict())


def _columns(path: Path) -> _Columns:
    shard = msgpack.decode(path.read_bytes(), type=Shard)
    return _Columns(
        [text.encode() for text in shard.texts],
        np.array([shard.outlets, shard.events, shard.statements, shard.templates], dtype=np.int32).T,
        np.array([(*pair[:2], KINDS.index(pair.kind), *pair[3:5]) for pair in shard.pairs]).reshape(-1, 5),
        np.array(
            [(at, *ends) for at, pair in enumerate(shard.pairs) for ends in pair.passages], dtype=np.int32
        ).reshape(-1, 5),
    )


def _numbered(parts: Sequence[NDArray[np.int32]], columns: Sequence[int]) -> NDArray[np.int32]:
    """The parts as one, their numbers in these columns made different from each other's; -1 stays."""
    for at, part in enumerate(parts):
        for column in columns:
            part[part[:, column] >= 0, column] += at * _SHARD
    return np.concatenate(parts)


def _truth(shards: Sequence[_Columns], place: NDArray[np.intp]) -> Truth:
    """The pairs of all shards, articles by their place in the corpus."""
    firsts = np.cumsum([0, *(len(shard.texts) for shard in shards)])
    counts = np.cumsum([0, *(len(shard.pairs) for shard in shards)])
    pairs = np.concatenate([shard.pairs for shard in shards])
    shift = np.repeat(firsts[:-1], np.diff(counts))
    left, right = (place[pairs[:, side].astype(np.int64) + shift].astype(np.int32) for side in (0, 1))
    passages = np.concatenate(
        [shard.passages + np.array([first, 0, 0, 0, 0]) for shard, first in zip(shards, counts, strict=False)]
    )
    return Truth(
        left,
        right,
        pairs[:, 2].astype(np.uint8),
        pairs[:, 3].astype(np.int32),
        pairs[:, 4].astype(np.float32),
        passages[:, 0].astype(np.int32),
        passages[:, 1:].astype(np.int32),
    )


def main(argv: Sequence[str] | None = None) -> int:
    """Write a corpus and say what is in it."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.corpus_writing", description=(__doc__ or "").partition("\n")[0]
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--articles", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    options = parser.parse_args(argv)
    corpus = write_corpus(options.folder, options.articles, options.seed, workers=options.workers)
    print(f"{len(corpus):,} articles, {corpus.offsets[-1] / 1e6:,.0f} MB, {len(corpus.truth.left):,} pairs")  # noqa: T201
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
