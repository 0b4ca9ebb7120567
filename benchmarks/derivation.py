"""`python -m benchmarks.derivation`: who copied whom in archives of 2,000 to 200,000 articles, beside other tools.

Every tool gets the same corpus (`benchmarks.corpus`; written at the first run, kept in `--folder`), in a process of its
own, from the bytes on disk to the pairs. Peers are installed at the first run, into environments of their own in the
same folder, with pip, from whatever index it is set to. Rates are by CPU time; importing and loading of compiled code
is not in them, and given apart, as is the one time that a machine compiles. What a peer is set to, and why, stands in
`derivation_peer_script`.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray
from rich.console import Console
from rich.table import Table

from benchmarks.corpus import Corpus
from benchmarks.corpus_tally import tally
from benchmarks.corpus_writing import write_corpus
from benchmarks.derivation_alignment import score_spans, write_pairs
from benchmarks.derivation_bars import bars, bars_table
from benchmarks.derivation_runs import ALIGNERS, FINDERS, Peer, Spent, run_ours, run_peer
from benchmarks.derivation_tables import Alignment, Search, alignments, circumstances, kinds, markdown, passim, searches

__all__ = ["main"]

_CACHE: Final = Path.home() / ".cache" / "headwater-benchmarks"
# Of ours: how the tables call it, the stage, the threads (0: as many as asked for), what the bars call it.
_OURS: Final = (
    ("headwater, candidates", "candidates", 1, "candidates"),
    ("headwater, all steps", "whole", 1, "one thread"),
    ("headwater, all steps", "whole", 0, "whole"),
)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the benchmark and print its tables."""
    arguments = sys.argv[1:] if argv is None else argv
    options = _options(arguments)
    console = Console(width=None if Console().is_terminal else 170)
    for line in circumstances(["benchmarks.derivation", *arguments]):
        console.print(line, highlight=False)
    found = [each for size in options.sizes for each in _of_size(size, options, console)]
    aligned = list(_aligned(options, console)) if options.pairs else []
    for table in _tables(found, aligned):
        console.print(markdown(table) if options.markdown else table, highlight=False, markup=False, soft_wrap=True)
    if options.cold:
        console.print(_cold(_corpus(options.sizes[0], options)), highlight=False)
    return 0


def _tables(found: Sequence[Search], aligned: Sequence[Alignment]) -> Iterator[Table]:
    yield searches(found)
    for size in sorted({each.size for each in found}):
        yield kinds([each for each in found if each.size == size and each.ours != "one thread"])
    yield passim([each for each in found if each.ours == "whole" and each.size == 2000])
    if aligned:
        yield alignments(aligned)
    yield bars_table(list(bars(found, aligned)))


def _options(argv: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.derivation", description=__doc__)
    parser.add_argument("--sizes", nargs="+", type=_number, default=[2000, 20_000], help="articles: 2k 20k 200k")
    parser.add_argument("--folder", type=Path, default=_CACHE, help="for corpora and environments")
    parser.add_argument("--pairs", type=_number, default=2000, help="articles whose copies are aligned; 0 for none")
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1, help="of headwater's second run as a whole")
    parser.add_argument(
        "--peers", nargs="*", default=[peer.name for peer in (*FINDERS, *ALIGNERS)], help="none: ours alone"
    )
    parser.add_argument("--no-cold", dest="cold", action="store_false", help="without the run that compiles")
    parser.add_argument("--markdown", action="store_true", help="tables to be put into a page")
    return parser.parse_args(argv)


def _number(text: str) -> int:
    """A number as people write it: "20k" is 20,000."""
    return int(text.removesuffix("k")) * (1000 if text.endswith("k") else 1)


def _corpus(size: int, options: argparse.Namespace) -> Corpus:
    name = f"{size // 1000}k" if size % 1000 == 0 else str(size)
    return write_corpus(options.folder / name, size, workers=options.workers)


def _of_size(size: int, options: argparse.Namespace, console: Console) -> Iterator[Search]:
    """Every search of one corpus: ours in one thread and as a whole in all, then the peers'."""
    corpus = _corpus(size, options)
    for title, stage, threads, ours in _OURS:
        workers = threads or options.workers
        spent, pairs = run_ours(stage, corpus.folder, workers)
        yield _search(f"{title}, {workers} thread{'s' * (workers > 1)}", corpus, spent, pairs, ours, console)
    for peer, spent, pairs in _of_peers(FINDERS, corpus, options, console):
        yield _search(peer.title, corpus, spent, pairs, "", console)


def _search(title: str, corpus: Corpus, spent: Spent, pairs: NDArray[np.int32], ours: str, console: Console) -> Search:
    console.print(f"{len(corpus):,} articles, {title}: {spent.cpu:.2f} CPU s", highlight=False)
    return Search(title, len(corpus), spent, tally(corpus, pairs[:, 0], pairs[:, 1]), ours)


def _of_peers(
    peers: Sequence[Peer], corpus: Corpus, options: argparse.Namespace, console: Console
) -> Iterator[tuple[Peer, Spent, NDArray[np.int32]]]:
    """What the peers that were asked for did; of those that could not, why not."""
    for peer in peers:
        if peer.name not in options.peers:
            continue
        if len(corpus) > peer.most:
            console.print(f"{peer.title}: left out above {peer.most:,} articles, it takes too long")
            continue
        try:
            yield peer, *run_peer(peer, corpus.folder, options.folder / "environments")
        except subprocess.CalledProcessError as failed:
            console.print(f"{peer.title}: left out, {failed.stderr.decode()[-300:].strip() or failed}")


def _aligned(options: argparse.Namespace, console: Console) -> Iterator[Alignment]:
    """Every aligner on the direct copies of a corpus that has nothing else."""
    corpus = write_pairs(options.folder / f"pairs-{options.pairs}", options.pairs, options.workers)
    spent, passages = run_ours("align", corpus.folder, 1)
    yield Alignment("headwater: align_pairs", spent, score_spans(corpus, passages))
    for peer, peers_spent, found in _of_peers(ALIGNERS, corpus, options, console):
        yield Alignment(peer.title, peers_spent, score_spans(corpus, found))


def _cold(corpus: Corpus) -> str:
    """How long the first search on a machine takes, and the second: to where the clock of the others starts."""
    with tempfile.TemporaryDirectory(prefix="headwater-compiled-") as folder:
        first, second = (run_ours("whole", corpus.folder, 1, {"NUMBA_CACHE_DIR": folder})[0] for _ in range(2))
    return (
        f"Before the clock runs, in CPU seconds: {first.start:.1f} the first time on a machine (compiling), then "
        f"{second.start:.1f} (importing, loading compiled code). {len(corpus):,} articles, one thread, from the start "
        f"of the process to its end, on the clock: {first.elapsed:.1f} s, then {second.elapsed:.1f} s."
    )


if __name__ == "__main__":
    raise SystemExit(main())
