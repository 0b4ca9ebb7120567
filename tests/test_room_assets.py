"""What pages load bears a version of all that it holds, so that no browser keeps what is not so any more."""

from __future__ import annotations

from pathlib import Path

import pytest

from headwater.web import assets
from headwater.web.assets import SHEETS, stamped


@pytest.mark.parametrize(("name", "part"), [(name, part) for name, parts in SHEETS.items() for part in parts])
def test_the_version_of_a_shared_sheet_changes_with_each_of_its_parts(
    name: str, part: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for each in SHEETS[name]:
        (tmp_path / each).write_text("p {}")
    monkeypatch.setattr(assets, "_SHARED", tmp_path)
    before = stamped("/sheet.css", name)
    (tmp_path / part).write_text("p { margin: 0 }")
    assert before.startswith("/sheet.css?v=")
    assert stamped("/sheet.css", name) != before


def test_a_page_of_the_room_and_a_file_that_is_not_there_bear_no_version() -> None:
    assert stamped("/decisions", "decisions") == "/decisions"
    assert stamped("/static/nothing.css", "static", "nothing.css") == "/static/nothing.css"


def test_a_file_of_ours_bears_its_version() -> None:
    assert stamped("/static/room.css", "static", "room.css").startswith("/static/room.css?v=")
