"""The library as users get it: sources, storage, stories and briefs put together. `headwater.Library` is the way in."""

from headwater.monitor.library import Library
from headwater.monitor.records import Addition, Found, LinkedStory, Repaired, ShownArticle, ShownStory

__all__ = ["Addition", "Found", "Library", "LinkedStory", "Repaired", "ShownArticle", "ShownStory"]
