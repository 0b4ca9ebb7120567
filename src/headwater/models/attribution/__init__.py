"""The tagger of attributions that ships with headwater, and what fits it."""

from __future__ import annotations

from headwater.models.attribution.tagger import LinearTagger, load_tagger

__all__ = ["LinearTagger", "load_tagger"]
