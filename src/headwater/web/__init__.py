"""The reading room: the library as pages on the user's own machine. `room` makes it, a server of ASGI runs it."""

from __future__ import annotations

from headwater.web.room import room

__all__ = ["room"]
