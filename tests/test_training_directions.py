"""The weights of direction are those of the script that fits them, as far as that can be checked in a second."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from headwater.derivations.directions.weights import COMMON, WAY

FOLDER = Path(__file__).parents[1] / "training" / "directions"


@pytest.fixture(scope="module")
def script() -> Iterator[ModuleType]:
    sys.path.insert(0, str(FOLDER))
    yield importlib.import_module("fit")
    sys.path.remove(str(FOLDER))
    for name in ("fit", "rows"):
        sys.modules.pop(name, None)


def test_a_sign_that_no_story_shows_keeps_the_weight_of_the_literature(script: ModuleType) -> None:
    assert script.fit_way([]) == script.LITERATURE


def test_the_table_has_the_signs_of_the_script_and_what_is_held_back(script: ModuleType) -> None:
    assert list(script.LITERATURE) == list(WAY)
    assert {name: WAY[name] for name in script.FIXED} == {name: script.LITERATURE[name] for name in script.FIXED}
    assert script.FIXED_COMMON.items() <= COMMON.items()
    assert {name for name, weight in COMMON.items() if weight < 0} <= {*script.AGAINST, "base rate"}


def test_a_few_stories_give_weights_in_the_tables_direction(script: ModuleType) -> None:
    rows = list(script.rows(range(script.FIRST, script.FIRST + 2), script._story))
    fitted = script.fit_way(rows)
    assert all(weight >= 0 for weight in fitted.values())
    assert sum(abs(row.score(WAY)) > 0 for row in rows) > len(rows) / 2
