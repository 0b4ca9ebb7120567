"""The scribe: writes invented stories whose every copy, passage and edit is known."""

from __future__ import annotations

__all__: list[str] = []
