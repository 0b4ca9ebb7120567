"""Bundled examples: invented reports of invented events, each folder with its own gold."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Final

from headwater.errors import OptionError

__all__ = ["HARBOUR", "write_example"]

HARBOUR: Final = Path(__file__).parent / "harbour"
"""Seven reports of a raid on a customs house that never was: `articles/`, `gold.json`, `README.md`."""


def write_example(folder: Path) -> Path:
    """Write the example to `folder`: its reports to `folder/reports`, what is planted in them beside it.

    Raises `OptionError` if the folder exists or cannot be made.
    """
    try:
        folder.mkdir(parents=True)
        shutil.copytree(HARBOUR / "articles", folder / "reports")
        for name in ("gold.json", "README.md"):
            shutil.copy(HARBOUR / name, folder / name)
    except FileExistsError as exists:
        raise OptionError(f"{folder} exists already; name a folder that does not") from exists
    except OSError as failure:
        raise OptionError(f"cannot write to {folder}: {failure.strerror}; name another folder") from failure
    return folder
