"""Runs headwater and its peers one after the other, each in its own process, the peers in environments of theirs."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

import numpy as np
from msgspec import Struct
from msgspec.json import decode
from msgspec.structs import replace
from numpy.typing import NDArray

__all__ = ["ALIGNERS", "FINDERS", "Peer", "Spent", "run_ours", "run_peer"]

_SCRIPT: Final = Path(__file__).with_name("derivation_peer_script.py")
_ROOT: Final = Path(__file__).parent.parent
_SKETCHES: Final = ("datasketch==2.0.0", "rensa==0.5.0", "gaoya==0.2.2", "rapidfuzz==3.14.6", "numpy==2.4.6")
_DEDUP: Final = ("text-dedup==0.4.0",)


class Peer(Struct, frozen=True):
    """A tool to be measured beside: its name with its version, what pip installs, the most articles it is given."""

    name: str
    title: str
    packages: tuple[str, ...]
    most: int = 200_000


FINDERS: Final = (
    Peer("datasketch", "datasketch 2.0.0 MinHashLSH", _SKETCHES),
    Peer("rensa", "rensa 0.5.0 RMinHashLSH", _SKETCHES),
    Peer("gaoya", "gaoya 0.2.2 MinHashStringIndex", _SKETCHES),
    Peer("text-dedup", "text-dedup 0.4.0 minhash", _DEDUP, 20_000),
)
ALIGNERS: Final = (
    Peer("rapidfuzz", "rapidfuzz 3.14.6 Indel.opcodes", _SKETCHES),
    Peer("difflib", "difflib get_matching_blocks", _SKETCHES),
)


class Spent(Struct, frozen=True):
    """What a run took. Seconds of CPU and on the clock, bytes at the most; `articles` are pairs where it aligned.

    `start` is the CPU time before the clock ran, `elapsed` the time on the clock from the start of the process to its
    end; both are 0 where not asked for.
    """

    cpu: float
    wall: float
    peak: int
    articles: int
    start: float = 0.0
    elapsed: float = 0.0

    @property
    def rate(self) -> float:
        """Articles, or pairs, a second of CPU time."""
        return self.articles / self.cpu


def run_ours(
    stage: str, corpus: Path, workers: int, variables: Mapping[str, str] | None = None
) -> tuple[Spent, NDArray[np.int32]]:
    """A stage of `derivation_ours`, and the table it wrote; `variables` are added to its environment."""
    command = [sys.executable, "-m", "benchmarks.derivation_ours", stage, str(corpus)]
    return _run(command, [str(workers)], variables or {})


def run_peer(peer: Peer, corpus: Path, environments: Path) -> tuple[Spent, NDArray[np.int32]]:
    """A peer on a corpus, and the table it wrote. Raises `CalledProcessError` if it cannot be installed or fails."""
    python = _environment(environments, peer.packages)
    return _run([str(python), "-W", "ignore", str(_SCRIPT), peer.name, str(corpus)], [], {})


def _run(command: Sequence[str], more: Sequence[str], variables: Mapping[str, str]) -> tuple[Spent, NDArray[np.int32]]:
    began = time.perf_counter()
    with tempfile.TemporaryDirectory(prefix="headwater-benchmark-") as out:
        ran = subprocess.run(  # noqa: S603  # our own commands
            [*command, out, *more], capture_output=True, check=True, cwd=_ROOT, env={**os.environ, **variables}
        )
        elapsed = time.perf_counter() - began
        table: NDArray[np.int32] = np.load(next(Path(out).glob("*.npy")))
    return replace(decode(ran.stdout, type=Spent), elapsed=elapsed), table


def _environment(folder: Path, packages: Sequence[str]) -> Path:
    """The interpreter of an environment with these packages, made once, from the index that pip is set to."""
    home = folder / "-".join(packages).replace("==", "_")
    python, ready = home / "bin" / "python", home / "ready"
    if not ready.exists():
        install = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *packages]
        for command in ([sys.executable, "-m", "venv", "--clear", str(home)], install):
            subprocess.run(command, check=True, capture_output=True)  # noqa: S603  # our own
        ready.touch()
    return python
