"""The machinery of the scoreboard: what a figure is, how it is run, bounded, held to its floor and shown.

What is measured stands in `quality.trials`; how answers are scored stands in `quality.scoring`.
"""

from __future__ import annotations

__all__: list[str] = []
