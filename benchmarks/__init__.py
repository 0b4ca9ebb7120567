"""How fast headwater's parts are, side by side with named peers in the same run. Not part of the package.

Run from the repository root: `python -m benchmarks.scribe [--articles 10000] [--peer-articles 1000] [--no-peers]`
times the scribe, cold and warm, beside spaCy reading the same texts and nlpaug exchanging words in them.

`python -m benchmarks.derivation [--sizes 2k 20k 200k] [--folder DIR] [--peers [NAME ...]]` times the search for copies
in archives beside datasketch, rensa, gaoya and text-dedup, and the alignment beside rapidfuzz and difflib, with recall
and precision, on corpora that `python -m benchmarks.corpus_writing` writes. docs/archives.md has what was measured.
"""

from __future__ import annotations

__all__: list[str] = []
