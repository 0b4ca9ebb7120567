"""What a library tells, for a terminal, for programs (JSON) and for sheets (CSV)."""

from __future__ import annotations

__all__: list[str] = []
