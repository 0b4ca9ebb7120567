"""Every picture of one story, made once for its page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from msgspec import Struct

from headwater.render.pictures.chart import Chart, chart_of
from headwater.render.pictures.days import Days, days_of
from headwater.render.pictures.map import StoryMap, map_of
from headwater.render.pictures.river import NARROW, WIDE, River, river_of
from headwater.types import Brief

__all__ = ["Pictures", "charts_of", "pictures_of"]

_CHART_WIDTHS: Final = (620, 340)
_MAP_WIDTHS: Final = (620, 350)


class Pictures(Struct, frozen=True):
    """The pictures of a story: the river wide and narrow, and, where articles share rows in it, with a row for each.

    `charts` are wide and narrow by the id that a figure has on the page.
    """

    rivers: tuple[River, ...]  # () for a single article
    all_rivers: tuple[River, ...]
    charts: Mapping[str, tuple[Chart, ...]]
    maps: tuple[StoryMap, ...]  # () where no place has a point
    days: tuple[Days, ...]  # () where fewer than two days are known


def pictures_of(brief: Brief, prefix: str = "") -> Pictures:
    """Draw a brief's pictures. `prefix` begins every id on a page that holds several stories."""
    rivers = _rivers(brief, prefix, folded=True) if len(brief.articles) > 1 else ()
    shared = any(river.hidden for river in rivers)
    return Pictures(
        rivers=rivers,
        all_rivers=_rivers(brief, prefix, folded=False) if shared else (),
        charts=charts_of(brief, prefix),
        maps=tuple(made for made in (map_of(brief, width) for width in _MAP_WIDTHS) if made),
        days=tuple(made for made in (days_of(brief, width) for width in _MAP_WIDTHS) if made),
    )


def charts_of(brief: Brief, prefix: str = "") -> dict[str, tuple[Chart, ...]]:
    """The charts of the figures that have one, wide and narrow, by the id of the figure on the page."""
    charts = {}
    for place, figure in enumerate(brief.figures, 1):
        name = f"{prefix}figure-{place}"
        made = [chart_of(brief, figure, f"{name}-{width}", width) for width in _CHART_WIDTHS]
        charts[name] = tuple(chart for chart in made if chart)
    return charts


def _rivers(brief: Brief, prefix: str, *, folded: bool) -> tuple[River, ...]:
    return tuple(river_of(brief, width, prefix, folded=folded) for width in (WIDE, NARROW))
