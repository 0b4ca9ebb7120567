"""What hostile texts do to a page, looked at from within it: shared by the browser tests that bring such texts in."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from browser import Visit
from hostile import ELEMENTS, HOSTILE

__all__ = ["ALL", "AMOUNT", "CHUNK", "chunk", "inspected", "looked_at"]

CHUNK: Final = 8  # hostile texts in a field
AMOUNT: Final = -(-len(HOSTILE) // CHUNK)  # of chunks, so that every field gets them all
ALL: Final = " ".join(each for each in HOSTILE if len(each) < 1_000)  # what a person could have typed
_INSPECT: Final = Path(__file__).with_name("hostile_inspect.js").read_text(encoding="utf-8")


def chunk(number: int) -> str:
    """Some of the texts, so that the numbers from 0 to `AMOUNT` give them all."""
    at = number % AMOUNT * CHUNK
    return " ".join(HOSTILE[at : at + CHUNK])


def inspected(visit: Visit, path: str, *statuses: int) -> list[str]:
    """What is not ours of the page at a path that has to answer with one of these statuses (200)."""
    visit.go(path, *statuses)
    return looked_at(visit, path)


def looked_at(visit: Visit, name: str) -> list[str]:
    """What is not ours of the page that is shown, in words that begin with this name of it."""
    return [f"{name[:80]}: {each}" for each in visit.page.evaluate(_INSPECT, list(ELEMENTS))]
