"""The front page of a library: stories by day, what was asked for, and what a search found. Pure functions."""

from headwater.render.front.asked import Asked, by_reading, filters_of, query_of, read_asked, terms
from headwater.render.front.compose import PAGE, Names, front_view
from headwater.render.front.view import FrontView

__all__ = [
    "PAGE",
    "Asked",
    "FrontView",
    "Names",
    "by_reading",
    "filters_of",
    "front_view",
    "query_of",
    "read_asked",
    "terms",
]
