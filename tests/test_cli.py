"""The command line: forms, options, places to write, and how it ends. All texts are invented."""

from __future__ import annotations

import csv
import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path
from typing import get_type_hints

import pytest
from cli_texts import FIRE, FIRE_AGAIN
from conftest import Command

import headwater
from headwater import cli, pipeline
from headwater.errors import OptionError, UncitedLine
from headwater.render import read_briefs
from headwater.settings import Options, Settings
from headwater.types import Article

WAIT = 60  # seconds after which a test would rather fail than hang


@pytest.fixture
def fire(tmp_path: Path) -> Path:
    path = tmp_path / "fire.txt"
    path.write_text(FIRE, encoding="utf-8")
    return path


def process(*arguments: object, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """The command as its own process."""
    return subprocess.run(  # noqa: S603  # our own interpreter
        [sys.executable, "-m", "headwater", *map(str, arguments)],
        capture_output=True,
        check=False,
        timeout=WAIT,
        env={**os.environ, **environment},
    )


# --- forms and places -----------------------------------------------------------------------------------------


def test_without_arguments_it_says_what_it_can_do(headwater_command: Command) -> None:
    ran = headwater_command()
    assert all(word in ran.out + ran.err for word in ("brief", "example", "schema", "Usage"))


def test_help_names_every_option_and_the_exit_codes(headwater_command: Command) -> None:
    ran = headwater_command("brief", "--help")
    assert ran.code == 0
    options = ("--output", "--format", "--published", "--outlet", "--sidecar", "--rule", "--model", "--timeout")
    for option in (*options, "--max-bytes", "--allow-private", "--quiet"):
        assert option in ran.out
    assert "Exit codes" in headwater_command("--help").out


def test_version_is_that_of_the_package(headwater_command: Command) -> None:
    assert headwater_command("--version").out.split() == ["headwater", headwater.__version__]


def test_text_goes_to_standard_output_without_colour_where_nobody_looks(headwater_command: Command, fire: Path) -> None:
    ran = headwater_command("brief", fire)
    assert ran.code == 0
    assert "1 article, 1 line of reporting" in ran.out
    assert "\x1b" not in ran.out
    assert ran.err == ""


@pytest.mark.parametrize(
    ("name", "start"), [("b.html", "<!doctype html>"), ("b.md", "# "), ("b.json", "["), ("b.txt", "A fire")]
)
def test_the_suffix_of_the_output_chooses_the_form(
    headwater_command: Command, fire: Path, tmp_path: Path, name: str, start: str
) -> None:
    (tmp_path / "out").mkdir()
    ran = headwater_command("brief", fire, "-o", tmp_path / "out" / name)
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert (tmp_path / "out" / name).read_text(encoding="utf-8").lower().startswith(start.lower())


def test_a_format_goes_before_the_suffix_and_a_dash_is_standard_output(
    headwater_command: Command, fire: Path, tmp_path: Path
) -> None:
    assert json.loads(headwater_command("brief", fire, "-o", "-", "-f", "json").out)
    assert headwater_command("brief", fire, "-o", tmp_path / "brief.out", "-f", "json").code == 0
    assert json.loads((tmp_path / "brief.out").read_text(encoding="utf-8"))


def test_json_reads_back_as_the_brief_that_the_library_gives(headwater_command: Command, fire: Path) -> None:
    ran = headwater_command("brief", fire, "--format", "json")
    assert read_briefs(ran.out) == headwater.briefs([fire])


def test_a_list_on_standard_input_is_read_and_its_comments_are_not(headwater_command: Command, fire: Path) -> None:
    ran = headwater_command("brief", "-", stdin=f"# the pile\n\n{fire}\n")
    assert ran.code == 0
    assert "1 article, 1 line of reporting" in ran.out


def test_a_sidecar_and_options_say_what_files_do_not(headwater_command: Command, fire: Path, tmp_path: Path) -> None:
    sidecar = tmp_path / "about.csv"
    sidecar.write_text("file,published,outlet\nfire.txt,2021-05-04,Varnok Courier\n", encoding="utf-8")
    (made,) = read_briefs(headwater_command("brief", fire, "--sidecar", sidecar, "-f", "json").out)
    (article,) = made.articles
    assert article.outlet is not None
    assert article.outlet.value == "Varnok Courier"
    ran = headwater_command("brief", fire, "--outlet", "Sele Post", "-f", "json")
    assert '"Sele Post"' in ran.out


@pytest.mark.parametrize(
    ("record", "title"),
    [
        ("article", "Headwater article"),
        ("brief", "A brief of headwater"),
        ("comparison", "A comparison of headwater"),
    ],
)
def test_the_schemas_are_printed(headwater_command: Command, record: str, title: str) -> None:
    printed = json.loads(headwater_command("schema", record).out)
    assert printed["$schema"].endswith("2020-12/schema")
    assert printed["title"] == title


def test_the_example_is_written_once_and_never_over_something(headwater_command: Command, tmp_path: Path) -> None:
    assert headwater_command("example", tmp_path / "x").code == 0
    assert len(list((tmp_path / "x" / "reports").iterdir())) == 7
    again = headwater_command("example", tmp_path / "x")
    assert again.code == 2
    assert "exists already" in again.err


# --- what is refused ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--format", "pdf"), "there is no form 'pdf'; choose one of text, html, markdown, json"),
        (("--rule", "guess"), "choose one of majority, lowest, ucdp, ibc"),
        (("--published", "last week"), "is no date; write it as 2021-05-03"),
        (("--published", "03/05/2021"), "is no date"),
        (("--outlet", " "), "outlet is empty"),
        (("--timeout", "0"), "timeout is 0"),
        (("--timeout", "nan"), "timeout is nan"),
        (("--max-bytes", "0"), "max_bytes is 0"),
        (("--sidecar", "nowhere.csv"), "sidecar nowhere.csv cannot be read"),
        (("-o", "brief.docx"), "cannot tell the form from .docx"),
        (("-o", "no/such/folder/brief.html"), "there is no folder no/such/folder"),
        (("--timeout", "soon"), "'--timeout'"),
        (("--colour",), "--colour"),
    ],
)
def test_a_wrong_option_is_named_with_what_would_do(
    headwater_command: Command, fire: Path, arguments: tuple[str, ...], words: str
) -> None:
    ran = headwater_command("brief", fire, *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert words in " ".join(ran.err.replace("│", " ").split())


def test_a_model_that_is_not_installed_is_named(headwater_command: Command, fire: Path) -> None:
    ran = headwater_command("brief", fire, "--model", "xx_no_such_model")
    assert ran.code == 1
    assert "'xx_no_such_model' is not installed" in ran.err


def test_an_unknown_schema_is_refused(headwater_command: Command) -> None:
    ran = headwater_command("schema", "sonnet")
    assert ran.code == 2
    assert "choose article, brief, check or comparison" in ran.err


def test_a_folder_is_no_place_for_a_brief(headwater_command: Command, fire: Path, tmp_path: Path) -> None:
    ran = headwater_command("brief", fire, "-f", "html", "-o", tmp_path)
    assert ran.code == 2
    assert "is a folder" in ran.err


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_an_output_that_cannot_be_written_is_told_in_one_line(headwater_command: Command, fire: Path) -> None:
    ran = headwater_command("brief", fire, "-f", "text", "-o", "/dev/full")
    assert ran.code == 2
    assert ran.err == "headwater: cannot write /dev/full: No space left on device; choose another place with -o\n"


def test_the_brief_never_overwrites_what_it_reads(headwater_command: Command, fire: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.txt"
    link.hardlink_to(fire)
    for target in (fire, link, tmp_path / "." / "fire.txt"):
        ran = headwater_command("brief", fire, "-o", target)
        assert ran.code == 2
        assert "is one of the inputs" in ran.err
    listed = headwater_command("brief", "-", "-o", fire, stdin=f"{fire}\n")
    assert listed.code == 2
    assert fire.read_text(encoding="utf-8") == FIRE


def test_the_brief_does_not_go_where_the_next_run_would_read_it(headwater_command: Command, fire: Path) -> None:
    ran = headwater_command("brief", fire.parent, "-o", fire.parent / "brief.html")
    assert ran.code == 2
    assert "the next run would take the output for an article" in ran.err
    assert not (fire.parent / "brief.html").exists()


def test_the_sidecar_is_not_overwritten_either(headwater_command: Command, fire: Path, tmp_path: Path) -> None:
    sidecar = tmp_path / "about.csv"
    sidecar.write_text("file,outlet\nfire.txt,Varnok Courier\n", encoding="utf-8")
    ran = headwater_command("brief", fire, "--sidecar", sidecar, "-f", "text", "-o", sidecar)
    assert ran.code == 2
    assert "file,outlet" in sidecar.read_text(encoding="utf-8")


# --- what a terminal gets -------------------------------------------------------------------------------------


class Terminal:
    """Makes one of the standard streams pass for a terminal."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._monkeypatch = monkeypatch

    def at(self, stream: str) -> None:
        self._monkeypatch.setattr(getattr(sys, stream), "isatty", lambda: True, raising=False)


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch, headwater_command: Command) -> Terminal:
    for name in ("NO_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    return Terminal(monkeypatch)


def test_a_terminal_gets_colour_and_its_own_width(
    headwater_command: Command, fire: Path, terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    terminal.at("stdout")
    ran = headwater_command("brief", fire)
    assert "\x1b[" in ran.out
    assert max(len(re.sub(r"\x1b\[[0-9;]*m", "", line)) for line in ran.out.splitlines()) <= 60


@pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_who_wants_no_colour_gets_none(
    headwater_command: Command, fire: Path, terminal: Terminal, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    terminal.at("stdout")
    assert "\x1b" not in headwater_command("brief", fire).out


def test_lines_are_no_longer_than_one_can_read_however_wide_the_terminal(
    headwater_command: Command, fire: Path, terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "400")
    monkeypatch.setenv("NO_COLOR", "1")
    terminal.at("stdout")
    assert max(map(len, headwater_command("brief", fire).out.splitlines())) <= 100


def test_progress_is_shown_to_a_person_and_not_to_a_pipe_or_who_asks_for_quiet(
    headwater_command: Command, fire: Path, terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert headwater_command("brief", fire).err == ""
    monkeypatch.setenv("TERM", "xterm")
    terminal.at("stderr")
    assert "\x1b[" in headwater_command("brief", fire).err
    assert headwater_command("brief", fire, "--quiet").err == ""


def test_a_file_name_cannot_move_the_cursor(headwater_command: Command, fire: Path, tmp_path: Path) -> None:
    hostile = tmp_path / "a\x1b[2Jb\u202e.txt"
    hostile.write_bytes(b"")
    for arguments in ((hostile, fire), (fire, "-o", f"{hostile}.x"), (fire, "-o", hostile / "b.html")):
        ran = headwater_command("brief", *arguments)
        assert "\\x1b[2J" in ran.err
        assert "\\u202e" in ran.err
        assert not re.search("[\x00-\x09\x0b-\x1f\u202e]", ran.err)


# --- how it ends ----------------------------------------------------------------------------------------------


def _breaking(error: Exception) -> object:
    def broken(*_: object, **__: object) -> None:
        raise error

    return broken


@pytest.mark.parametrize("error", [ValueError("a [b] \x1b"), RecursionError("deep"), UncitedLine("no span")])
def test_a_defect_ends_in_a_request_to_report_it(
    headwater_command: Command, fire: Path, monkeypatch: pytest.MonkeyPatch, error: Exception
) -> None:
    monkeypatch.delenv("HEADWATER_DEBUG", raising=False)
    monkeypatch.setattr(pipeline, "brief_articles", _breaking(error))
    ran = headwater_command("brief", fire)
    assert (ran.code, ran.out) == (70, "")
    assert f"please report it: {type(error).__name__}" in ran.err
    assert "HEADWATER_DEBUG=1" in ran.err
    assert "Traceback" not in ran.err
    assert "\x1b" not in ran.err


def test_with_debugging_on_a_defect_shows_where_it_happened(fire: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HEADWATER_DEBUG", "1")
    monkeypatch.setattr(pipeline, "brief_articles", _breaking(ValueError("here")))
    monkeypatch.setattr(sys, "argv", ["headwater", "brief", str(fire)])
    with pytest.raises(ValueError, match="here"):
        cli.main()


def test_a_reader_that_goes_away_is_no_failure(tmp_path: Path) -> None:
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(3):
        (folder / f"{number}.txt").write_text(FIRE if number else FIRE_AGAIN, encoding="utf-8")
    with subprocess.Popen(  # noqa: S603  # our own interpreter
        [sys.executable, "-m", "headwater", "brief", str(folder), "--format", "json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        said = running.stderr.read()
        assert running.wait(WAIT) == 0
    assert said == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_behind_standard_output_is_told_in_one_line() -> None:
    with Path("/dev/full").open("wb") as full:
        ran = subprocess.run(  # our own interpreter
            [sys.executable, "-m", "headwater", "schema", "article"],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            timeout=WAIT,
        )
    assert ran.returncode == 2
    assert ran.stderr == b"headwater: cannot write to standard output: No space left on device\n"


def test_a_pipe_carries_utf8_whatever_the_locale(fire: Path) -> None:
    ran = process("brief", fire, PYTHONIOENCODING="ascii", PYTHONUTF8="0", LC_ALL="C")
    assert ran.returncode == 0
    assert "“We will rebuild the store before winter,”" in " ".join(ran.stdout.decode("utf-8").split())


def test_a_stop_from_the_keyboard_leaves_no_traceback() -> None:
    code = (
        "import signal, time, headwater.cli as cli, headwater.sources as sources; "
        "signal.signal(signal.SIGINT, signal.default_int_handler); "
        "sources.gather = lambda *_: (print('at work', flush=True), time.sleep(60)); cli.main()"
    )
    with subprocess.Popen(  # noqa: S603  # our own interpreter
        [sys.executable, "-c", code, "brief", "a.txt"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        assert running.stdout.readline() == b"at work\n"
        running.send_signal(signal.SIGINT)
        said = running.stderr.read()
        assert running.wait(WAIT) == 130
    assert said == b""


# --- the same from Python -------------------------------------------------------------------------------------


def test_a_misspelt_option_is_refused_by_name_with_the_right_ones(fire: Path) -> None:
    with pytest.raises(OptionError, match=r"no setting 'publishd'; there are model, published"):
        headwater.brief([fire], publishd="2021-05-03")  # type: ignore[call-arg]  # what mypy finds too


def test_the_options_that_a_type_checker_knows_are_the_settings() -> None:
    known, settings = get_type_hints(Options), get_type_hints(Settings)
    assert {name: hint | None for name, hint in settings.items() if name in Settings.__struct_fields__} == known


def test_half_a_character_in_an_article_does_no_harm() -> None:
    text = f"\ud800 {FIRE}\udfff"
    brief = headwater.brief([Article(id="a", text=text, name="a")])
    assert brief.claims
    assert headwater.render.read_brief(headwater.render.render(brief, "json")) == brief


def test_a_path_alone_is_no_list_of_inputs(fire: Path) -> None:
    with pytest.raises(OptionError, match="put it in a list"):
        headwater.brief(str(fire))


# --- the sheet of figures -------------------------------------------------------------------------------------


def test_a_csv_file_holds_the_sheet_of_figures(headwater_command: Command, fire: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "figures.csv"
    assert headwater_command("brief", fire, "-o", sheet).code == 0
    text = sheet.read_bytes().decode("utf-8")
    assert {row["row"] for row in csv.DictReader(text.split("\r\n"))} >= {"low", "best", "high", "value"}
    assert "\n" not in text.replace("\r\n", "")


def test_the_sheet_is_a_form_of_a_brief_alone(headwater_command: Command, fire: Path) -> None:
    assert headwater_command("brief", fire, "-f", "csv").out.startswith("story,figure,role")
    refused = headwater_command("compare", fire, fire, "-f", "csv")
    assert refused.code == 2
    assert "there is no form 'csv'; choose one of text, html, markdown, json" in refused.err
