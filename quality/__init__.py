"""The scoreboard: measures headwater against gold. Not part of the package; run it from the repository root."""

from __future__ import annotations

__all__: list[str] = []
