"""What is measured: each module has `TRIALS`, and `WAITING` for figures that no stage answers yet.

A new figure is a metric in a trial here; the board finds it by itself.
"""

from __future__ import annotations

__all__: list[str] = []
