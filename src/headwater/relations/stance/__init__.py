"""What a text does with a claim: it asserts it, denies it, or only reports it."""

from __future__ import annotations

from headwater.relations.stance.reading import stance

__all__ = ["stance"]
