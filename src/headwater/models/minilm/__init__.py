"""The sentence embedder that ships with headwater: MiniLM, in numpy."""

from __future__ import annotations

from headwater.models.minilm.embedder import MiniLM, load_embedder

__all__ = ["MiniLM", "load_embedder"]
