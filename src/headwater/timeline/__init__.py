"""Stage 6. Statements -> moments and first appearances: what happened when, and who told it first."""

from headwater.timeline.appearances import first_appearances
from headwater.timeline.moments import order_events

__all__ = ["first_appearances", "order_events"]
