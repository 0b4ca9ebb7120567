"""`headwater check`: forms, what is refused, and how it ends. All texts are invented."""

from __future__ import annotations

import json
import re
from pathlib import Path

import jsonschema
import pytest
from conftest import Command

import headwater
from headwater.errors import MalformedRecord
from headwater.render import check_schema, read_check

REPORT = """A fire tore through the grain market of Ostrel on Tuesday, killing at least 14 people and destroying 127 \
stalls, police chief Anna Brandt said.

Mayor Peter Hollin denied that the exits had been locked. The guards did not open the gate on Mill Street."""
SOUND = "At least 14 people were killed in a fire at the grain market of Ostrel on Tuesday, Anna Brandt said."
FALSE = "At least 41 people were killed in a fire at the grain market of Ostrel on Tuesday, Anna Brandt said."
GERMAN = (
    "Der Brand auf dem Markt von Ostrel hat am Dienstag viele Menschen getötet, sagte die Polizei am Abend der Zeitung."
)


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "courier.txt").write_text(REPORT, encoding="utf-8")
    return folder


def _draft(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "draft.txt"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_draft_is_judged_on_standard_output(headwater_command: Command, reports: Path, tmp_path: Path) -> None:
    ran = headwater_command("check", _draft(tmp_path, SOUND), "--against", reports)
    assert (ran.code, ran.err) == (0, "")
    assert "1 claim: 1 supported" in ran.out
    assert "1. SUPPORTED (1 line" in ran.out
    assert "\x1b" not in ran.out


def test_a_draft_may_come_from_standard_input(headwater_command: Command, reports: Path) -> None:
    ran = headwater_command("check", "-", "--against", reports, stdin=FALSE)
    assert ran.code == 0
    assert "standard input" in ran.out
    assert "41" in ran.out


@pytest.mark.parametrize(("text", "code"), [(SOUND, 0), (FALSE, 4)])
def test_strict_tells_a_script_whether_everything_is_supported(
    headwater_command: Command, reports: Path, tmp_path: Path, text: str, code: int
) -> None:
    assert headwater_command("check", _draft(tmp_path, text), "--against", reports, "--strict").code == code


@pytest.mark.parametrize(("name", "start"), [("c.html", "<!doctype html>"), ("c.md", "# "), ("c.json", "{")])
def test_the_suffix_of_the_output_chooses_the_form(
    headwater_command: Command, reports: Path, tmp_path: Path, name: str, start: str
) -> None:
    ran = headwater_command("check", _draft(tmp_path, FALSE), "--against", reports, "-o", tmp_path / name)
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert (tmp_path / name).read_text(encoding="utf-8").lower().startswith(start)


def test_json_reads_back_as_what_the_library_gives_and_keeps_to_its_schema(
    headwater_command: Command, reports: Path, tmp_path: Path
) -> None:
    draft = _draft(tmp_path, FALSE)
    ran = headwater_command("check", draft, "--against", reports, "--format", "json")
    assert read_check(ran.out) == headwater.check(draft, [reports])
    jsonschema.validate(json.loads(ran.out), check_schema())


def test_the_published_schema_is_that_of_the_record() -> None:
    published = Path(__file__).parents[1] / "docs" / "check.schema.json"
    assert json.loads(published.read_text(encoding="utf-8")) == check_schema()


def test_what_is_no_check_is_refused() -> None:
    with pytest.raises(MalformedRecord, match="check"):
        read_check("{}")


@pytest.mark.parametrize(
    ("text", "code", "message"),
    [
        ("", 1, "is empty"),
        ("Market fire", 1, "claims nothing"),
        (REPORT, 2, "the draft is one of the reports"),
        (GERMAN, 1, "the draft cannot be used"),
    ],
    ids=["empty", "no claim", "a report itself", "another language"],
)
def test_a_draft_that_cannot_be_checked_ends_in_one_line(
    headwater_command: Command, reports: Path, tmp_path: Path, text: str, code: int, message: str
) -> None:
    ran = headwater_command("check", _draft(tmp_path, text), "--against", reports)
    assert (ran.code, ran.out) == (code, "")
    assert message in ran.err
    assert len(ran.err.splitlines()) == 1


def test_a_folder_without_articles_ends_in_one_line(headwater_command: Command, tmp_path: Path) -> None:
    (tmp_path / "nothing").mkdir()
    ran = headwater_command("check", _draft(tmp_path, SOUND), "--against", tmp_path / "nothing")
    assert (ran.code, ran.out) == (1, "")
    assert "no report" in ran.err


def test_a_report_that_cannot_be_read_is_named_and_the_check_is_made(
    headwater_command: Command, reports: Path, tmp_path: Path
) -> None:
    ran = headwater_command("check", _draft(tmp_path, SOUND), "--against", reports, "--against", tmp_path / "gone.txt")
    assert ran.code == 3
    assert "1 supported" in ran.out
    assert "gone.txt" in ran.err


def test_the_output_may_not_lie_among_the_reports(headwater_command: Command, reports: Path, tmp_path: Path) -> None:
    ran = headwater_command("check", _draft(tmp_path, SOUND), "--against", reports, "-o", reports / "c.html")
    assert ran.code == 2


def test_the_page_escapes_hostile_words_and_every_link_has_its_place(
    headwater_command: Command, reports: Path, tmp_path: Path
) -> None:
    (reports / "evil.txt").write_text(
        "<script>alert(1)</script> & “14 people” were killed at the market of Ostrel on Tuesday.\u202e",
        encoding="utf-8",
    )
    headwater_command("check", _draft(tmp_path, f"{SOUND} <b>It rained on 14 people.</b>"), "--against", reports,
                      "-o", tmp_path / "c.html")  # fmt: skip
    page = (tmp_path / "c.html").read_text(encoding="utf-8")
    assert "<script" not in page
    assert "<b>" not in page
    assert "\u202e" not in page
    ids = set(re.findall(r'id="([^"]+)"', page))
    assert {link[1:] for link in re.findall(r'href="(#[^"]+)"', page)} <= ids


def test_markdown_and_text_hold_every_claim_and_no_control_character(
    headwater_command: Command, reports: Path, tmp_path: Path
) -> None:
    draft = _draft(tmp_path, f"{FALSE} The *guards* did open\x1b[31m the gate on Mill Street.")
    for form in ("text", "markdown"):
        ran = headwater_command("check", draft, "--against", reports, "-f", form)
        assert "\x1b" not in ran.out
        assert "Mill Street" in ran.out
