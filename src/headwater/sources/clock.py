"""The time of day as captures and the library's log have it: the one place that asks for it."""

from __future__ import annotations

from datetime import UTC, datetime

__all__ = ["utc_now"]


def utc_now() -> str:
    """Return the time, in ISO 8601 and UTC, to the second: "2031-03-10T08:15:00Z"."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
