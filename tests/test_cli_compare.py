"""`headwater compare`: forms, what is refused, and how it ends. All texts are invented."""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import pytest
from cli_texts import FIRE, VOTE
from comparison_texts import COPY, SOURCE
from conftest import Command

import headwater
from headwater.render import read_comparison


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    for name, text in (("a.txt", SOURCE), ("b.txt", COPY)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path / "a.txt", tmp_path / "b.txt"


def test_text_goes_to_standard_output_without_colour_where_nobody_looks(
    headwater_command: Command, pair: tuple[Path, Path]
) -> None:
    ran = headwater_command("compare", *pair)
    assert (ran.code, ran.err) == (0, "")
    assert "log-odds" in ran.out
    assert "WAS TEXT TAKEN?" in ran.out
    assert "\x1b" not in ran.out


@pytest.mark.parametrize(("name", "start"), [("c.html", "<!doctype html>"), ("c.md", "# "), ("c.json", "{")])
def test_the_suffix_of_the_output_chooses_the_form(
    headwater_command: Command, pair: tuple[Path, Path], tmp_path: Path, name: str, start: str
) -> None:
    ran = headwater_command("compare", *pair, "-o", tmp_path / name)
    assert (ran.code, ran.out, ran.err) == (0, "", "")
    assert (tmp_path / name).read_text(encoding="utf-8").lower().startswith(start)


def test_json_reads_back_as_what_the_library_gives(headwater_command: Command, pair: tuple[Path, Path]) -> None:
    ran = headwater_command("compare", *pair, "--format", "json")
    assert read_comparison(ran.out) == headwater.compare(*pair)


def test_the_articles_of_a_story_are_judged_among_the_others(
    headwater_command: Command, pair: tuple[Path, Path], tmp_path: Path
) -> None:
    (tmp_path / "fire.txt").write_text(FIRE, encoding="utf-8")
    (tmp_path / "vote.txt").write_text(VOTE, encoding="utf-8")
    ran = headwater_command("compare", *pair, "--among", tmp_path, "-f", "json")
    assert json.loads(ran.out)["among"] == ["fire.txt", "vote.txt"]
    listed = headwater_command("compare", *pair, "--among", "-", stdin=f"{tmp_path / 'vote.txt'}\n")
    assert "Judged among 1 other article." in listed.out


def test_two_different_stories_are_compared_all_the_same(
    headwater_command: Command, pair: tuple[Path, Path], tmp_path: Path
) -> None:
    (tmp_path / "vote.txt").write_text(VOTE, encoding="utf-8")
    ran = headwater_command("compare", pair[0], tmp_path / "vote.txt")
    assert ran.code == 0
    assert ran.out.startswith("No link found between A and B")


@pytest.mark.parametrize("columns", [40, 80, 120])
def test_a_terminal_gets_colour_and_its_own_width(
    headwater_command: Command, pair: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch, columns: int
) -> None:
    for name in ("NO_COLOR", "TERM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("COLUMNS", str(columns))
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True, raising=False)
    ran = headwater_command("compare", *pair)
    widths = {len(re.sub(r"\x1b\[[0-9;]*m", "", line)) for line in ran.out.splitlines()}
    assert "\x1b[" in ran.out
    assert columns - 6 <= max(widths) <= columns


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("{a}",), "Missing argument 'B'"),
        (("{a}", "{b}", "{a}"), "Got unexpected extra argument"),
        (("{a}", "{a}"), "is handed in twice; compare takes two articles"),
        (("{a}", "{folder}"), "holds 2 articles; compare takes one on each side (the others go behind --among)"),
        (("{a}", "-"), "- stands for a list of inputs; name the two articles to compare"),
        (("{a}", "{b}", "--rule", "lines"), "No such option"),
        (("{a}", "{b}", "-f", "pdf"), "there is no form 'pdf'; choose one of text, html, markdown, json"),
        (("{a}", "{b}", "-f", "text", "-o", "{b}"), "is one of the inputs"),
        (("{a}", "{b}", "--among", "{folder}", "-o", "{folder}/c.html"), "the next run would take the output"),
        (("{a}", "{b}", "--timeout", "0"), "timeout is 0"),
    ],
)
def test_a_wrong_argument_is_named_with_what_would_do(
    headwater_command: Command, pair: tuple[Path, Path], arguments: tuple[str, ...], words: str
) -> None:
    given = [one.format(a=pair[0], b=pair[1], folder=pair[0].parent) for one in arguments]
    ran = headwater_command("compare", *given)
    assert (ran.code, ran.out) == (2, "")
    assert words in " ".join(ran.err.replace("│", " ").split())
    assert pair[1].read_text(encoding="utf-8") == COPY


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (None, "does not exist"),
        (b"", "is empty"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 40, "is a picture (PNG)"),
        (
            ("Rada miejska zebrała się w poniedziałek na dwie godziny i odesłała projekt nowego mola. " * 3).encode(),
            "as",
        ),
    ],
)
def test_without_two_articles_there_is_nothing_to_compare(
    headwater_command: Command, pair: tuple[Path, Path], data: bytes | None, words: str
) -> None:
    bad = pair[0].parent / "bad.txt"
    if data is not None:
        bad.write_bytes(data)
    ran = headwater_command("compare", pair[0], bad)
    assert (ran.code, ran.out) == (1, "")
    assert words in ran.err
    assert ran.err.endswith("; there is nothing to compare\n")
    assert len(ran.err.splitlines()) == 1


def test_others_that_cannot_be_used_are_named_and_stop_nothing(
    headwater_command: Command, pair: tuple[Path, Path], tmp_path: Path
) -> None:
    ran = headwater_command("compare", *pair, "--among", tmp_path / "nowhere.txt")
    assert ran.code == 3
    assert ran.err.startswith("headwater: left out ")
    assert "LEFT OUT" in ran.out
    quiet = headwater_command("compare", *pair, "--among", tmp_path / "nowhere.txt", "--quiet")
    assert (quiet.code, quiet.err) == (3, "")
