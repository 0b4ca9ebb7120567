"""Bad and odd input through the command line: named, survived, and told by the exit code. All texts are invented."""

from __future__ import annotations

import itertools
import json
import os
from pathlib import Path

import pytest
from cli_texts import FIRE, FIRE_AGAIN, VOTE
from conftest import Command, Ran

from headwater.types import Brief

SYLLABLES = ("ba", "dor", "fe", "gun", "hal", "ki", "lor", "mest", "na", "por", "rus", "tam", "vek")


@pytest.fixture
def fire(tmp_path: Path) -> Path:
    path = tmp_path / "fire.txt"
    path.write_text(FIRE, encoding="utf-8")
    return path


def briefs_of(ran: Ran) -> tuple[Brief, ...]:
    from headwater.render import read_briefs

    return read_briefs(ran.out)


BAD = {
    "empty": ("bad.txt", b"", "is empty"),
    "only blanks": ("bad.txt", b" \n\t\n", "is empty"),
    "binary": ("bad.txt", bytes(range(256)) * 40, "is binary, not text"),
    "a picture": ("bad.txt", b"\x89PNG\r\n\x1a\n" + b"\0" * 40, "is a picture (PNG)"),
    "a pdf called text": ("bad.txt", b"%PDF-1.7\n", "is a PDF; save its text first"),
    "encoding nobody can tell": ("bad.txt", "Пожар в порту".encode("koi8-r") * 20, "save it as UTF-8"),
    "utf-16 cut in two": ("bad.txt", FIRE.encode("utf-16")[:-1], "starts as UTF-16"),
    "page without an article": ("bad.html", b"<html><body><nav>Home</nav></body></html>", "has no article in it"),
    "another language": (
        "bad.txt",
        "Le conseil municipal s'est réuni lundi pendant deux heures et a renvoyé le projet de nouvelle jetée à ses "
        "auteurs, parce que la ville ne peut pas la payer, selon le maire.".encode(),
        "recognised as French",
    ),
    "json of something else": ("bad.json", b'{"temperature": 21}', "temperature"),
    "broken json": ("bad.json", b'{"text": "A fire', "is not JSON"),
    "deep json": ("bad.json", b"[" * 100_000, "bad.json"),
    "front matter that is none": ("bad.md", b"---\n: [\n---\n" + FIRE.encode(), "bad.md"),
}


@pytest.mark.parametrize("case", BAD)
def test_a_bad_file_is_named_and_the_rest_goes_on(
    headwater_command: Command, fire: Path, tmp_path: Path, case: str
) -> None:
    name, data, words = BAD[case]
    bad = tmp_path / name
    bad.write_bytes(data)
    ran = headwater_command("brief", bad, fire)
    assert ran.code == 3
    assert ran.err.startswith("headwater: left out ")
    assert name in ran.err
    assert words in ran.err
    assert "1 article, 1 line of reporting" in ran.out
    assert "bad" in ran.out[ran.out.index("LEFT OUT") :]


@pytest.mark.parametrize("case", ["empty", "binary", "page without an article", "broken json"])
def test_with_nothing_else_there_is_no_brief(headwater_command: Command, tmp_path: Path, case: str) -> None:
    name, data, words = BAD[case]
    (tmp_path / name).write_bytes(data)
    ran = headwater_command("brief", tmp_path / name)
    assert (ran.code, ran.out) == (1, "")
    assert words in ran.err
    assert ran.err.endswith("headwater: no input could be used, so there is no brief to make\n")


def test_a_text_of_fifty_megabytes_is_refused_unread(headwater_command: Command, fire: Path, tmp_path: Path) -> None:
    large = tmp_path / "large.txt"
    with large.open("wb") as file:
        file.truncate(50_000_000)
    ran = headwater_command("brief", large, fire)
    assert ran.code == 3
    assert "large.txt: is 50,000,000 bytes, more than one article can be (10,000,000)" in ran.err


def test_the_largest_input_is_the_users_to_set(headwater_command: Command, fire: Path) -> None:
    ran = headwater_command("brief", fire, "--max-bytes", "100")
    assert ran.code == 1
    assert "more than one article can be (100)" in ran.err


def test_a_text_in_a_legacy_encoding_is_read_and_that_is_noted(headwater_command: Command, tmp_path: Path) -> None:
    (tmp_path / "old.txt").write_bytes(FIRE.encode("cp1252"))
    ran = headwater_command("brief", tmp_path / "old.txt")
    assert ran.code == 0
    assert "note: " in ran.err
    assert "it was read as Windows-1252" in ran.err
    assert "“We will rebuild" in ran.out


@pytest.mark.parametrize("missing", ["nowhere.txt", "no/such/folder", "*.txt", "a\0b.txt", "x" * 5000])
def test_a_missing_path_is_named(headwater_command: Command, fire: Path, missing: str) -> None:
    ran = headwater_command("brief", missing, fire)
    assert ran.code == 3
    assert "left out" in ran.err
    assert len(ran.err.splitlines()) == 1


def test_an_empty_folder_is_named(headwater_command: Command, tmp_path: Path) -> None:
    (tmp_path / "pile").mkdir()
    ran = headwater_command("brief", tmp_path / "pile")
    assert ran.code == 1
    assert "holds no file of a known kind" in ran.err


@pytest.mark.parametrize("stdin", ["", "# nothing\n\n", None])
def test_an_empty_list_makes_no_brief(headwater_command: Command, stdin: str | None) -> None:
    assert headwater_command("brief", "-", stdin=stdin).code == 1


def test_a_pipe_is_not_read(headwater_command: Command, fire: Path, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    ran = headwater_command("brief", tmp_path / "pipe.txt", fire)
    assert ran.code == 3
    assert "is not a regular file" in ran.err


def test_the_same_file_twice_is_one_article_and_no_failure(headwater_command: Command, fire: Path) -> None:
    ran = headwater_command("brief", fire, fire, fire.parent / "." / "fire.txt")
    assert ran.code == 0
    assert "1 article, 1 line of reporting" in ran.out
    assert "headwater: note:" in ran.err
    assert "it is taken once" in ran.err
    assert headwater_command("brief", fire, fire, "--quiet").err == ""


def test_the_same_text_under_two_names_is_two_articles_and_one_line(
    headwater_command: Command, fire: Path, tmp_path: Path
) -> None:
    (tmp_path / "copy.txt").write_text(FIRE, encoding="utf-8")
    (made,) = briefs_of(headwater_command("brief", fire, tmp_path / "copy.txt", "-f", "json"))
    assert (len(made.articles), made.stemma.count.best) == (2, 1)


def test_one_article_is_one_line(headwater_command: Command, fire: Path) -> None:
    ran = headwater_command("brief", fire)
    assert "1 article, 1 line of reporting" in ran.out.splitlines()[:4]


def test_two_unrelated_articles_are_said_plainly_to_be_two_stories(
    headwater_command: Command, fire: Path, tmp_path: Path
) -> None:
    (tmp_path / "vote.txt").write_text(VOTE, encoding="utf-8")
    ran = headwater_command("brief", fire, tmp_path / "vote.txt")
    assert ran.code == 0
    assert ran.out.startswith("2 stories: nothing links them\n")
    assert ran.out.count("1 article, 1 line of reporting") == 2


def test_without_any_date_there_is_a_brief_without_days(headwater_command: Command, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(
        "A grain store in the port of Varnok burned. The mayor, Ada Brone, promised a new one.\n", encoding="utf-8"
    )
    (made,) = briefs_of(headwater_command("brief", tmp_path / "a.txt", "-f", "json"))
    assert made.timeline == ()
    assert made.claims


@pytest.mark.parametrize("glyph", ["“", '"', "‘", "«"])
def test_quotes_that_never_close_do_no_harm(headwater_command: Command, tmp_path: Path, glyph: str) -> None:
    text = FIRE.replace("“", glyph).replace("”", "") + f"\nBrone said: {glyph}The port stays open.\n\n" + FIRE_AGAIN
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    ran = headwater_command("brief", tmp_path / "a.txt", "-f", "json")
    assert (ran.code, ran.err) == (0, "")
    (made,) = briefs_of(ran)
    assert made.articles[0].text == text


def test_the_bad_line_of_a_file_of_forty_is_named_and_the_rest_goes_on(
    headwater_command: Command, tmp_path: Path
) -> None:
    lines = [json.dumps({"text": FIRE if number % 2 else FIRE_AGAIN, "id": f"r{number}"}) for number in range(1, 41)]
    lines[16] = '{"text": "A fire at'
    (tmp_path / "pile.jsonl").write_text("\n".join(lines), encoding="utf-8")
    ran = headwater_command("brief", tmp_path / "pile.jsonl", "-f", "json")
    assert ran.code == 3
    assert len(ran.err.splitlines()) == 1
    assert "pile.jsonl line 17: is not JSON" in ran.err
    assert sum(len(one.articles) for one in briefs_of(ran)) == 39


@pytest.mark.parametrize(
    ("table", "words"),
    [
        (b"file,colour\nfire.txt,red\n", "has the column 'colour', which is not known"),
        (b"outlet\nVarnok Courier\n", "has no column 'name' or 'file'"),
        (b"file,published\nfire.txt,soon\n", "is no date"),
        (b"file,outlet\nfire.txt,A\nfire.txt,B\n", "names one again"),
        (b"\x89PNG", "cannot be read"),
    ],
)
def test_a_sidecar_that_cannot_be_understood_stops_before_work_is_done(
    headwater_command: Command, fire: Path, tmp_path: Path, table: bytes, words: str
) -> None:
    (tmp_path / "about.csv").write_bytes(table)
    ran = headwater_command("brief", fire, "--sidecar", tmp_path / "about.csv")
    assert (ran.code, ran.out) == (2, "")
    assert words in ran.err


def test_a_row_of_the_sidecar_that_fits_nothing_is_noted(
    headwater_command: Command, fire: Path, tmp_path: Path
) -> None:
    (tmp_path / "about.csv").write_text("file,outlet\nfier.txt,Varnok Courier\n", encoding="utf-8")
    ran = headwater_command("brief", fire, "--sidecar", tmp_path / "about.csv")
    assert ran.code == 0
    assert "note: fier.txt: is named in the sidecar" in ran.err


def test_many_bad_inputs_do_not_flood_the_terminal(headwater_command: Command, fire: Path, tmp_path: Path) -> None:
    ran = headwater_command("brief", fire, *(tmp_path / f"no{number}.txt" for number in range(60)))
    assert ran.code == 3
    assert len(ran.err.splitlines()) == 21
    assert "and 40 more, all named in the brief" in ran.err


def test_a_folder_of_five_hundred_files_is_read_to_the_end(headwater_command: Command, tmp_path: Path) -> None:
    names = ["".join(parts).capitalize() for parts in itertools.product(("var", "os", "se"), SYLLABLES, SYLLABLES)]
    for number, name in enumerate(names[:500]):
        text = f"{name} burned in the port of {name[::-1].capitalize()}, said Ada {name}er.\n"
        (tmp_path / f"r{number:03}.txt").write_text(text, encoding="utf-8")
    ran = headwater_command("brief", tmp_path, "-f", "json")
    assert (ran.code, ran.err) == (0, "")
    assert sum(len(one.articles) for one in briefs_of(ran)) == 500
