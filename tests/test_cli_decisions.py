"""`headwater brief --decisions`: decisions from a file, obeyed, told, and refused where they cannot be."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from cli_texts import FIRE, FIRE_AGAIN
from conftest import Command

from headwater.render import read_briefs

ACCEPTED = {"kind": "figure accepted", "left": "killed", "value": "5", "by": "R. Vane", "note": "the list"}
NO_COPY = {"kind": "not a copy", "left": "fire.txt", "right": "again.txt"}


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    (tmp_path / "fire.txt").write_text(FIRE, encoding="utf-8")
    (tmp_path / "again.txt").write_text(FIRE_AGAIN, encoding="utf-8")
    return tmp_path


def written(folder: Path, *lines: object) -> Path:
    path = folder / "decisions.lines"
    path.write_text("".join(f"{line if isinstance(line, str) else json.dumps(line)}\n" for line in lines), "utf-8")
    return path


def articles(reports: Path) -> list[Path]:
    return [reports / "fire.txt", reports / "again.txt"]


def test_decisions_of_a_file_are_obeyed_and_told(headwater_command: Command, reports: Path) -> None:
    ran = headwater_command(
        "brief", *articles(reports), "--decisions", written(reports, ACCEPTED, NO_COPY), "-f", "json"
    )
    assert ran.code == 0
    (made,) = read_briefs(ran.out)
    assert [(each.decision.number, each.applied) for each in made.decided] == [(1, True), (2, True)]
    assert next(figure.best for figure in made.figures if figure.role == "killed") == 5


def test_what_the_file_undoes_is_as_if_it_had_never_been(headwater_command: Command, reports: Path) -> None:
    undone = written(reports, ACCEPTED, {"kind": "undone", "undoes": 1})
    plain = headwater_command("brief", *articles(reports), "-q")
    assert headwater_command("brief", *articles(reports), "--decisions", undone, "-q") == plain


def test_a_bad_line_is_named_and_nothing_is_made(headwater_command: Command, reports: Path) -> None:
    page = reports / "page.html"
    bad = written(reports, ACCEPTED, {"kind": "same person", "left": "Brone"})
    ran = headwater_command("brief", *articles(reports), "--decisions", bad, "-o", page)
    assert ran.code == 1
    assert "line 2: right is empty" in ran.err
    assert not page.exists()


def test_a_file_that_is_not_there_is_told_in_one_line(headwater_command: Command, reports: Path) -> None:
    ran = headwater_command("brief", *articles(reports), "--decisions", reports / "none.jsonl")
    assert ran.code == 1
    assert len(ran.err.splitlines()) == 1
    assert "none.jsonl" in ran.err


def test_the_page_is_never_written_over_the_decisions(headwater_command: Command, reports: Path) -> None:
    decisions = written(reports, ACCEPTED)
    ran = headwater_command("brief", *articles(reports), "--decisions", decisions, "-o", decisions, "-f", "text")
    assert ran.code != 0
    assert json.loads(decisions.read_text("utf-8")) == ACCEPTED
