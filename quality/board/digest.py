"""The digest of the data a figure was measured on: a floor holds for these bytes and no others."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from quality.board.trial import find_file

__all__ = ["digest_of"]


def digest_of(data: Path, files: Sequence[str]) -> str:
    """SHA-256 over the names and bytes of the files, folders with all they hold; '' of no files.

    Raises `FileNotFoundError` naming a file that is not there.
    """
    if not files:
        return ""
    total = sha256()
    for name in sorted(files):
        found = find_file(data, name)
        if found is None:
            raise FileNotFoundError(f"{name}: not in {data}")
        for path in _files_in(found):
            total.update(f"{name}/{path.relative_to(found).as_posix()}\0".encode())
            total.update(sha256(path.read_bytes()).digest())
    return total.hexdigest()


def _files_in(found: Path) -> list[Path]:
    return sorted(path for path in found.rglob("*") if path.is_file()) if found.is_dir() else [found]
