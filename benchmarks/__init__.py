"""How fast headwater's parts are, side by side with named peers in the same run. Not part of the package.

Run from the repository root: `python -m benchmarks.scribe [--articles 10000] [--peer-articles 1000] [--no-peers]`
times the scribe, cold and warm, beside spaCy reading the same texts and nlpaug exchanging words in them.
"""

from __future__ import annotations

__all__: list[str] = []
