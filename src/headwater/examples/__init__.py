"""Bundled examples: invented reports of invented events, each folder with its own gold."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Final

__all__ = ["HARBOUR", "copy_harbour"]

HARBOUR: Final = Path(__file__).parent / "harbour"
"""Seven reports of a raid on a customs house that never was: `articles/`, `gold.json`, `README.md`."""


def copy_harbour(folder: Path) -> tuple[Path, ...]:
    """Copy the example's reports into `folder/reports`, which is made if need be, and its README beside them.

    Returns the paths of the seven reports, in order of name. Files of the same names are overwritten.
    """
    reports = folder / "reports"
    reports.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(HARBOUR / "README.md", folder / "README.md")
    originals = sorted((HARBOUR / "articles").iterdir())
    return tuple(Path(shutil.copyfile(original, reports / original.name)) for original in originals)
