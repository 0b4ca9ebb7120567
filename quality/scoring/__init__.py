"""Scores one brief against the gold of its story: pure functions, one measure or family of measures a file."""

from __future__ import annotations

__all__: list[str] = []
