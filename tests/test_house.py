"""The house: layers, cheap import, public names, and what every module owes its reader."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import headwater

SOURCE = Path(headwater.__file__).parent
MODULES = sorted(SOURCE.rglob("*.py"))

STAGES = {
    "documents", "stories", "derivations", "entities", "quotes", "claims", "findings", "figures", "timeline", "summary",
    "places", "collation", "verdict", "anchoring", "record",
}  # fmt: skip
LAYERS = [
    {"version", "types", "errors"},
    {"text", "evidence", "origins", "ranges", "settings", "relations", "config", "decisions"},
    {"models", "engines", "sources", "copies", "library"},
    STAGES,
    {"pipeline", "comparison", "checking"},
    {"render", "examples", "monitor"},
    {"cli", "web", "__init__", "__main__", "testing"},
]
HEAVY = {
    "spacy",
    "numpy",
    "networkx",
    "trafilatura",
    "lxml",
    "httpx",
    "jinja2",
    "rich",
    "typer",
    "rapidfuzz",
    "numba",
    "sqlalchemy",
    "feedparser",
    "fastwarc",
    "pyarrow",
    "pg8000",
    "protego",
    "htmldate",
    "courlan",
    "starlette",
    "uvicorn",
}


def _room(path: Path) -> str:
    """The top-level file or folder of the package that a module belongs to."""
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def _imports(path: Path) -> Iterator[str]:
    """Rooms that a module imports from, wherever the import stands."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names: list[str] = []
        if isinstance(node, ast.ImportFrom) and node.module is not None:
            names = [node.module] if node.module != "headwater" else [f"headwater.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        yield from (name.split(".")[1] for name in names if name.startswith("headwater."))


def _layer(room: str) -> int:
    return next(number for number, layer in enumerate(LAYERS) if room in layer)


def test_every_room_of_the_house_has_its_layer() -> None:
    rooms = {_room(path) for path in MODULES}
    assert rooms <= set().union(*LAYERS)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_a_module_imports_only_from_layers_below_and_no_stage_imports_another(path: Path) -> None:
    room = _room(path)
    for other in _imports(path):
        if other == room:
            continue
        assert _layer(other) <= _layer(room), f"{path.name} imports {other}, which lies above it"
        assert not (room in STAGES and other in STAGES), f"stage {room} imports stage {other}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_every_module_says_what_it_is_for(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))


def test_importing_headwater_is_cheap_and_pulls_in_nothing_heavy() -> None:
    code = (
        "import sys, time, json; start = time.perf_counter(); import headwater; "
        "print(json.dumps([time.perf_counter() - start, sorted(m.split('.')[0] for m in sys.modules)]))"
    )
    command = [sys.executable, "-c", code]
    runs = [json.loads(subprocess.run(command, capture_output=True, check=True).stdout) for _ in range(5)]  # noqa: S603  # our own interpreter
    assert not set(runs[0][1]) & HEAVY
    assert min(run[0] for run in runs) < 0.1  # the best of five: the machine may be busy, the import may not


def test_public_names_are_what_they_are_said_to_be() -> None:
    assert headwater.__all__ == [
        "Library", "__version__", "brief", "briefs", "check", "compare", "errors", "read", "render",
    ]  # fmt: skip
    assert all(hasattr(headwater, name) for name in headwater.__all__)


def test_no_public_function_is_hidden_by_a_module_of_its_name() -> None:
    """Importing `headwater.x` sets the attribute `x` of the package, whatever stood there."""
    functions = {name for name in headwater.__all__ if callable(getattr(headwater, name))}
    assert functions == {"Library", "brief", "briefs", "check", "compare", "read"}
    assert not functions & {_room(path) for path in MODULES}


def test_only_models_know_spacy_and_only_sources_fetch() -> None:
    homes = {"spacy": "models", "httpx": "sources", "trafilatura": "sources", "multiprocessing": "engines"}
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            for name in names:
                home = homes.get(name.split(".")[0])
                assert home is None or _room(path) == home, f"{path.name} imports {name}"


def test_no_file_names_a_registry_or_a_path_of_a_machine() -> None:
    root = SOURCE.parents[1]
    for name in ("requirements.lock", "requirements-dev.lock", "pyproject.toml", "Makefile", ".ci/run"):
        text = (root / name).read_text(encoding="utf-8")
        assert "index-url" not in text.replace("--no-emit-index-url", "")
        assert "://" not in text
