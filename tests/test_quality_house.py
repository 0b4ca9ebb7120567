"""How the scoreboard is built: it sees headwater as any user does."""

from __future__ import annotations

import ast
import importlib
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MODULES = sorted((ROOT / "quality").rglob("*.py"))


def taken_from_headwater(path: Path) -> Iterator[tuple[str, str]]:
    """Every module and name of headwater that a module of the board imports."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "headwater":
            yield from ((node.module or "", name.name) for name in node.names)
        elif isinstance(node, ast.Import):
            yield from ((name.name, "") for name in node.names if name.name.split(".")[0] == "headwater")


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_the_board_uses_public_names_only(path: Path) -> None:
    for module, name in taken_from_headwater(path):
        found = importlib.import_module(module)
        submodule = (Path(found.__file__ or "").parent / f"{name}.py").exists() or not name
        assert submodule or name in found.__all__, f"{module}.{name} is not public"
        assert not any(part.startswith("_") for part in (*module.split("."), name))


def test_the_package_knows_nothing_of_the_board() -> None:
    for path in (ROOT / "src").rglob("*.py"):
        assert "quality" not in {
            (node.module or "").split(".")[0]
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
            if isinstance(node, ast.ImportFrom)
        }
