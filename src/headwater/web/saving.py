"""Answers that a browser saves as files and never shows as pages of the room."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

__all__ = ["BRIEF_FILES", "COMPARISON_FILES", "saved_as"]

BRIEF_FILES: Final = ("brief.html", "brief.txt", "brief.md", "brief.json", "figures.csv")
"""What a brief is saved as, each in the form that its name asks for."""

COMPARISON_FILES: Final = ("comparison.html", "comparison.txt", "comparison.md", "comparison.json")
"""What the comparison of two articles is saved as, likewise."""

_KINDS: Final = {
    ".html": "text/html; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".md": "text/markdown; charset=utf-8",
    ".json": "application/json",
    ".csv": "text/csv; charset=utf-8; header=present",
    ".jsonl": "application/jsonl",
    ".parquet": "application/vnd.apache.parquet",
}


def saved_as(name: str) -> dict[str, str]:
    """The headers under which an answer is saved as a file of this name (RFC 6266), of the kind that it ends in."""
    plain = re.sub(r"[^A-Za-z0-9._-]", "-", name)
    return {"Content-Type": _KINDS[Path(plain).suffix], "Content-Disposition": f'attachment; filename="{plain}"'}
