"""Run by the interpreter of an environment that has the peers: one of them looks for copies, or aligns pairs of texts.

    python derivation_peer_script.py TOOL CORPUS OUT

CORPUS is a folder of `benchmarks.corpus`. A finder writes the pairs it found to OUT (`pairs.npy`: int32, two columns of
articles' numbers), an aligner the passages of the true direct pairs (`passages.npy`: int32; pair, left start, left end,
right start, right end). Both print `{"cpu", "wall", "peak", "articles"}`: seconds and bytes, from the bytes on disk to
the pairs; for aligners the time of aligning alone, and pairs in the place of articles. Importing is not timed.
It stands alone: nothing of headwater is in that environment.
"""

from __future__ import annotations

import importlib
import json
import re
import resource
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import count
from pathlib import Path
from typing import Any

import numpy as np

__all__ = ["main"]

PERMUTATIONS, BANDS, ROWS = 126, 42, 3  # the least likeness that bands of three find every other time is .29
THRESHOLD = 0.3
KEPT = THRESHOLD / 2  # a candidate is kept from this estimated likeness on: without it most are chance
BATCH = 1000  # texts whose shingles are held at once
JOINED = 5  # words between two equal blocks that are one passage
LEAST = 8  # equal words that make a passage
WORD = re.compile(r"\w+")
Finder = Callable[[Iterable[str]], Iterable[tuple[int, int]]]
Blocks = Iterable[tuple[int, int, int]]  # start on the left, start on the right, how many words are equal
Aligner = Callable[[list[int], list[int]], Blocks]
Words = Sequence[tuple[int, int]]  # where each word of a text begins and ends


def main(tool: str, corpus: str, out: str) -> None:
    """Run one tool on a corpus."""
    if tool in ALIGNERS:
        table, spent = run_aligner(ALIGNERS[tool], Path(corpus))
        np.save(Path(out) / "passages.npy", table)
    else:
        table, spent = run_finder(FINDERS[tool], Path(corpus))
        np.save(Path(out) / "pairs.npy", table)
    json.dump({**spent, "peak": peak()}, sys.stdout)


def timed(work: Callable[[], Any]) -> tuple[Any, dict[str, float]]:
    """What some work gives, and the seconds it took."""
    cpu, wall = time.process_time(), time.perf_counter()
    done = work()
    return done, {"cpu": time.process_time() - cpu, "wall": time.perf_counter() - wall}


def peak() -> int:
    """The most memory that this process held, in bytes; what its parent held before it does not count."""
    status = Path("/proc/self/status")
    if status.exists():
        high = next(line for line in status.read_text().splitlines() if line.startswith("VmHWM"))
        return int(high.split()[1]) * 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def texts_of(corpus: Path) -> Iterator[str]:
    """The texts of a corpus, in order."""
    with (corpus / "texts.utf8").open("rb") as file:
        for size in np.diff(np.load(corpus / "offsets.npy")).tolist():
            yield file.read(size).decode()


# --- finders --------------------------------------------------------------------------------------------------


def run_finder(finder: Callable[[], Finder], corpus: Path) -> tuple[Any, dict[str, float]]:
    """The pairs that a finder finds in a corpus, and what that took."""
    find = finder()
    pairs, spent = timed(lambda: np.array(list(find(texts_of(corpus))), dtype=np.int32).reshape(-1, 2))
    return pairs, {**spent, "articles": len(np.load(corpus / "offsets.npy")) - 1}


def shingles(text: str) -> set[str]:
    """The runs of three words of a text."""
    words = text.lower().split()
    return {" ".join(three) for three in zip(words, words[1:], words[2:], strict=False)}


def datasketch() -> Finder:
    """MinHash and MinHashLSH of datasketch, its own hash, bands for the threshold by its own choice."""
    module: Any = importlib.import_module("datasketch")

    def find(texts: Iterable[str]) -> Iterator[tuple[int, int]]:
        index = module.MinHashLSH(threshold=THRESHOLD, num_perm=128)
        blank = module.MinHash(num_perm=128)
        sketches: list[Any] = []
        for number, text in enumerate(texts):
            sketch = blank.copy()
            sketch.update_batch([each.encode() for each in shingles(text)])
            for other in index.query(sketch):
                if sketch.jaccard(sketches[other]) >= KEPT:
                    yield other, number
            index.insert(number, sketch, check_duplication=False)
            sketches.append(sketch)

    return find


def rensa() -> Finder:
    """R-MinHash and RMinHashLSH of rensa, in its batch calls. Its rho pipeline gives no pairs, only who has any."""
    module: Any = importlib.import_module("rensa")

    def find(texts: Iterable[str]) -> Iterator[tuple[int, int]]:
        index = module.RMinHashLSH(THRESHOLD, PERMUTATIONS, BANDS)
        sketches: list[Any] = []
        for batch in batches(texts):
            sketches += module.RMinHash.from_token_sets([list(shingles(text)) for text in batch], PERMUTATIONS, 42)
        index.insert_many(sketches, 0)
        for first in range(0, len(sketches), BATCH):
            for number, others in enumerate(index.query_all(sketches[first : first + BATCH]), first):
                for other in others:
                    if other < number and sketches[other].jaccard(sketches[number]) >= KEPT:
                        yield other, number

    return find


def gaoya() -> Finder:
    """MinHashStringIndex of gaoya, which cuts the texts itself."""
    module: Any = importlib.import_module("gaoya.minhash")

    def find(texts: Iterable[str]) -> Iterator[tuple[int, int]]:
        index = module.MinHashStringIndex(32, KEPT, BANDS, ROWS, None, "word", True, (3, 3), "vec")
        for number, text in enumerate(texts):
            yield from ((other, number) for other in index.query(text))
            index.insert_document(number, text)

    return find


def text_dedup() -> Finder:
    """MinHash of text-dedup: its own function on each text and its own bands, without its command's data sets.

    Its command says no pairs, only one text of each cluster; here whoever shares a band is a pair.
    """
    module: Any = importlib.import_module("text_dedup.minhash")
    top, prime = np.uint32((1 << 32) - 1), np.uint64((1 << 61) - 1)
    bands, rows = module.optimal_param(THRESHOLD, 128, 0.5, 0.5)
    draw = module.RNG.randint
    settings = {
        "num_perm": 128,
        "ngram_size": 3,
        "min_length": 5,
        "hashranges": [(band * rows, (band + 1) * rows) for band in range(bands)],
        "permutations": (draw(1, prime, size=128, dtype=np.uint64), draw(0, prime, size=128, dtype=np.uint64)),
        "hash_func": lambda data: module.sha1_hash(data, d=32),
        "dtype": np.uint64,
        "max_hash": top,
        "modulo_prime": prime,
    }

    def find(texts: Iterable[str]) -> set[tuple[int, int]]:
        tables: list[dict[bytes, list[int]]] = [defaultdict(list) for _ in range(bands)]
        for number, text in enumerate(texts):
            signature = module.embed_func(text, number, **settings)[module.SIGNATURE_COLUMN]
            for table, band in zip(tables, signature, strict=True):
                table[band].append(number)
        alike = (bucket for table in tables for bucket in table.values() if len(bucket) > 1)
        return {(one, other) for bucket in alike for at, one in enumerate(bucket) for other in bucket[at + 1 :]}

    return find


def batches(texts: Iterable[str]) -> Iterator[list[str]]:
    """Texts in lists of `BATCH`."""
    batch: list[str] = []
    for text in texts:
        batch.append(text)
        if len(batch) == BATCH:
            yield batch
            batch = []
    yield batch


# --- aligners -------------------------------------------------------------------------------------------------


def run_aligner(aligner: Callable[[], Aligner], corpus: Path) -> tuple[Any, dict[str, float]]:
    """The passages of the true direct pairs by an aligner, and what aligning took; words are numbers by then."""
    align, numbers = aligner(), defaultdict[str, int](count().__next__)
    places = [[found.span() for found in WORD.finditer(text)] for text in texts_of(corpus)]
    words = [[numbers[word] for word in WORD.findall(text.lower())] for text in texts_of(corpus)]
    truth = np.load(corpus / "truth.npz")
    pairs = [(pair, int(truth["left"][pair]), int(truth["right"][pair])) for pair in np.unique(truth["passage_pair"])]
    blocks, spent = timed(lambda: [list(align(words[left], words[right])) for _, left, right in pairs])
    rows = [
        (pair, *ends)
        for (pair, left, right), found in zip(pairs, blocks, strict=True)
        for ends in passages(found, places[left], places[right])
    ]
    return np.array(rows, dtype=np.int32).reshape(-1, 5), {**spent, "articles": len(pairs)}


def passages(blocks: Blocks, left: Words, right: Words) -> Iterator[tuple[int, int, int, int]]:
    """Blocks joined over a few other words, in characters; those with too few equal words left out."""
    run: list[tuple[int, int, int]] = []
    for block in (*blocks, (1 << 30, 1 << 30, 0)):
        apart = run and max(block[side] - run[-1][side] - run[-1][2] for side in (0, 1)) > JOINED
        if apart:
            if sum(size for _, _, size in run) >= LEAST:
                (start, begin, _), (last, end, size) = run[0], run[-1]
                yield left[start][0], left[last + size - 1][1], right[begin][0], right[end + size - 1][1]
            run = []
        run.append(block)


def rapidfuzz() -> Aligner:
    """The opcodes of rapidfuzz's Indel distance, the longest common subsequence: words equal in the same order."""
    opcodes = importlib.import_module("rapidfuzz.distance").Indel.opcodes

    def align(left: list[int], right: list[int]) -> Blocks:
        return (
            (each.src_start, each.dest_start, each.src_end - each.src_start)
            for each in opcodes(left, right)
            if each.tag == "equal"
        )

    return align


def difflib() -> Aligner:
    """The matching blocks of Python's difflib, without its guess at junk."""
    matcher = importlib.import_module("difflib").SequenceMatcher

    def align(left: list[int], right: list[int]) -> Blocks:
        return (
            tuple(block) for block in matcher(None, left, right, autojunk=False).get_matching_blocks() if block.size
        )

    return align


FINDERS = {"datasketch": datasketch, "rensa": rensa, "gaoya": gaoya, "text-dedup": text_dedup}
ALIGNERS = {"rapidfuzz": rapidfuzz, "difflib": difflib}

if __name__ == "__main__":
    main(*sys.argv[1:])
