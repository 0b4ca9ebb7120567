"""Run by the interpreter of an environment that has nlpaug: exchanges words in texts and says how long it took.

Reads `{"groups": [[word, ...], ...], "texts": [...]}` from standard input, writes `{"cpu", "wall", "changed"}`.
It stands alone: nothing of headwater is in that environment.
"""

from __future__ import annotations

import importlib
import json
import sys
import time
from typing import Any

__all__ = ["main"]

_RATE = 0.2  # of all words: about 0.4 of the content words, the scribe's middle rate


def main() -> None:
    """Time `ReservedAug`, nlpaug's exchange of words within given groups, over the texts."""
    task = json.load(sys.stdin)
    words: Any = importlib.import_module("nlpaug.augmenter.word")
    augmenter = words.ReservedAug(reserved_tokens=task["groups"], aug_p=_RATE, aug_max=None)
    cpu, wall = time.process_time(), time.perf_counter()
    made = [augmenter.augment(text)[0] for text in task["texts"]]
    cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
    changed = sum(new != old for new, old in zip(made, task["texts"], strict=True))
    json.dump({"cpu": cpu, "wall": wall, "changed": changed}, sys.stdout)


if __name__ == "__main__":
    main()
