"""A file of decisions, read whole."""

from __future__ import annotations

from pathlib import Path

from headwater.decisions.lines import read_decisions
from headwater.errors import UnreadableInput
from headwater.types import Decision

__all__ = ["decisions_in"]


def decisions_in(path: str | Path) -> tuple[Decision, ...]:
    """The decisions of a file of JSON Lines in UTF-8, as `read_decisions` reads them.

    Raises `UnreadableInput` if the file cannot be read, and what `read_decisions` raises.
    """
    try:
        text = Path(path).read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise UnreadableInput(str(path), "is not UTF-8; decisions are lines of JSON in UTF-8") from None
    except (OSError, ValueError) as failure:  # ValueError: a path with a null character
        reason = failure.strerror if isinstance(failure, OSError) else str(failure)
        raise UnreadableInput(str(path), f"cannot be read: {reason}; name a file of decisions") from None
    return read_decisions(text, str(path))
