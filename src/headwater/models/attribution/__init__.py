"""The tagger of attributions that ships with headwater; `training/quotes` fits its weights."""

from __future__ import annotations

from headwater.models.attribution.tagger import LinearTagger, load_tagger

__all__ = ["LinearTagger", "load_tagger"]
