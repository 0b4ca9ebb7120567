"""Bundled examples: invented reports of invented events, each folder with its own gold."""

from __future__ import annotations

from pathlib import Path
from typing import Final

__all__ = ["HARBOUR"]

HARBOUR: Final = Path(__file__).parent / "harbour"
"""Seven reports of a raid on a customs house that never was: `articles/`, `gold.json`, `README.md`."""
