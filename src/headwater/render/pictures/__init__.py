"""Pictures as pure geometry: the river of copies, the map, the chart of a figure's values, the days of the timeline.

Each takes records and gives frozen records with numbers and words, `templates/pictures/` draws them as SVG, the same in
`brief.html` and in the reading room. docs/pictures.md says how to read each.
"""

from __future__ import annotations

from headwater.render.pictures.chart import Chart
from headwater.render.pictures.story import Pictures, charts_of, pictures_of

__all__ = ["Chart", "Pictures", "charts_of", "pictures_of"]
