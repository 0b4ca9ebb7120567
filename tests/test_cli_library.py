"""The commands on the library, end to end: on the bundled example and on invented articles, and with bad input."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from conftest import Command
from monitor_texts import event, lines, write_lines

from headwater.examples import HARBOUR
from headwater.library import Gist, Spot
from headwater.library.migrations import bring_up
from headwater.library.sqlite import SQLite


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the library of a test is."""
    path = tmp_path / "news.sqlite"
    monkeypatch.setenv("HEADWATER_LIBRARY", str(path))
    monkeypatch.chdir(tmp_path)
    return path


@pytest.fixture
def three(headwater_command: Command, tmp_path: Path) -> list[dict[str, Any]]:
    """The stories of a library of three, as JSON has them, the newest first."""
    assert headwater_command("add", write_lines(tmp_path / "three.jsonl", lines(range(3))), "-q").code == 0
    stories: list[dict[str, Any]] = json.loads(headwater_command("stories", "-f", "json").out)
    assert len(stories) == 3
    return stories


# --- the example ----------------------------------------------------------------------------------------------


def test_the_example_from_the_first_article_to_the_brief(headwater_command: Command) -> None:
    added = headwater_command("add", HARBOUR / "articles")
    assert (added.code, added.err) == (0, "")
    assert added.out.startswith("7 articles added")
    stories = json.loads(headwater_command("stories", "-f", "json").out)
    assert sum(story["articles"] for story in stories) == 7
    for story in stories[1:]:
        assert headwater_command("merge", stories[0]["id"], story["id"], "--note", "one raid").code == 0
    brief = headwater_command("brief", stories[0]["id"])
    assert brief.code == 0
    assert "7 articles" in brief.out
    shown = headwater_command("show", stories[0]["id"])
    assert "THE ARTICLES" in shown.out
    assert "lines of reporting" in shown.out
    found = headwater_command("search", "customs house", "-f", "json")
    assert {hit["story"] for hit in json.loads(found.out)} == {stories[0]["id"]}


# --- add ------------------------------------------------------------------------------------------------------


def test_add_says_what_it_did_and_again_that_nothing_was_new(headwater_command: Command, tmp_path: Path) -> None:
    rows = write_lines(tmp_path / "a.jsonl", lines(range(2)))
    first, second = headwater_command("add", rows), headwater_command("add", rows)
    assert first.out.splitlines() == ["6 articles added", "2 stories begun"]
    assert second.out.splitlines() == ["0 articles added", "6 articles known already"]
    assert (first.code, second.code, second.err) == (0, 0, "")


def test_add_takes_a_list_from_standard_input(headwater_command: Command, tmp_path: Path) -> None:
    rows = write_lines(tmp_path / "a.jsonl", lines([1]))
    assert headwater_command("add", "-", stdin=f"# monday\n{rows}\n").out.startswith("3 articles added")


def test_a_dry_run_says_what_would_be_added_and_makes_no_library(
    headwater_command: Command, tmp_path: Path, place: Path
) -> None:
    rows = write_lines(tmp_path / "a.jsonl", lines([1]))
    ran = headwater_command("add", rows, "--dry-run")
    assert (ran.code, ran.out) == (0, "3 articles would be added\n")
    assert not place.exists()
    headwater_command("add", rows)
    assert headwater_command("add", rows, "--dry-run").out.splitlines()[1] == "3 articles known already"


def test_what_is_left_out_is_told_with_its_place(headwater_command: Command, tmp_path: Path) -> None:
    rows = write_lines(tmp_path / "a.jsonl", lines([1]))
    with rows.open("a", encoding="utf-8") as file:
        file.write('{"text": 3}\n')
    ran = headwater_command("add", rows, "none\x1b[2J.txt")
    assert ran.code == 3
    assert "left out a.jsonl line 4: breaks the article schema" in ran.err.replace(f"{tmp_path}/", "")
    assert "none\\x1b[2J.txt" in ran.err
    assert "2 inputs left out" in ran.out
    assert "\x1b" not in ran.err + ran.out


def test_where_nothing_could_be_used_nothing_was_made(headwater_command: Command) -> None:
    ran = headwater_command("add", "none.txt", "-q")
    assert (ran.code, ran.out, ran.err) == (1, "", "")


def test_days_that_cannot_be_are_noted(headwater_command: Command, tmp_path: Path) -> None:
    rows = [row | {"published": day} for row, day in zip(event(1), ("1970-01-01", "2090-03-04"), strict=False)]
    ran = headwater_command("add", write_lines(tmp_path / "a.jsonl", rows))
    assert ran.code == 0
    assert [ran.err.count("1970-01-01"), ran.err.count("2090-03-04"), len(ran.err.splitlines())] == [1, 1, 2]
    assert "2 articles tell no day that can be and are placed by a day told in the text or that of capture" in ran.out


# --- asking ---------------------------------------------------------------------------------------------------


def test_stories_come_in_three_forms(headwater_command: Command, three: list[dict[str, Any]], tmp_path: Path) -> None:
    text = headwater_command("stories").out
    assert text.splitlines()[0] == three[0]["title"]
    assert f"{three[0]['id']} · 3 April 2024 · 3 articles of 3 outlets" in text
    sheet = headwater_command("stories", "-f", "csv").out
    assert [row["id"] for row in csv.DictReader(io.StringIO(sheet))] == [story["id"] for story in three]
    assert headwater_command("stories", "-f", "csv", "-o", tmp_path / "s.csv").code == 0
    assert (tmp_path / "s.csv").read_text(encoding="utf-8").splitlines() == sheet.splitlines()
    assert (
        headwater_command("stories", "-f", "xml").err
        == "headwater: there is no form 'xml'; choose one of text, json, csv\n"
    )


def test_stories_that_were_read_tell_lines_and_are_chosen_by_what_was_found(
    headwater_command: Command, three: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    gist = Gist("Levee breaks", 1, 1, 2, 3, 2, 4, "2024-04-01", "2024-04-01", (Spot("Karsk", "Vane", "Drovenia"),))
    monkeypatch.setattr("headwater.monitor.library.gist_of", lambda _: gist)
    read = three[0]["id"]
    assert headwater_command("brief", read).code == 0
    text = headwater_command("stories", "--place", "drovenia").out.splitlines()
    assert [line.strip() for line in text[2:]] == [
        "1 to 3 lines · 2 differences · 4 altered in copying · Karsk, Drovenia"
    ]
    for options in (["--disputed"], ["--altered"], ["--read"]):
        assert [one["id"] for one in json.loads(headwater_command("stories", *options, "-f", "json").out)] == [read]
    assert headwater_command("stories", "--single-line").out == headwater_command("stories", "--after", "3").out
    unread = json.loads(headwater_command("stories", "--unread", "-f", "json").out)
    assert [(one["id"], one["reading"], one["gist"]) for one in unread] == [
        (one["id"], "not read yet", None) for one in three[1:]
    ]
    row, *others = csv.DictReader(io.StringIO(headwater_command("stories", "-f", "csv").out))
    told = ("reading", "lines_low", "lines", "lines_high", "differences", "altered", "place", "country")
    assert [row[name] for name in told] == ["read", "1", "2", "3", "2", "4", "Karsk", "Drovenia"]
    assert [other["lines"] for other in others] == ["", ""]


def test_a_library_of_an_older_headwater_is_brought_up_to_date_by_whatever_reads_it(
    headwater_command: Command, place: Path
) -> None:
    backend = SQLite(place, read_only=False, wait=5.0)
    bring_up(backend, upto=5)
    backend.engine.dispose()
    assert headwater_command("stories").out == "no story\n"


def test_stories_are_chosen_by_day_and_words(headwater_command: Command, three: list[dict[str, Any]]) -> None:
    newest = headwater_command("stories", "--since", "2024-04-03", "-f", "json")
    assert json.loads(newest.out) == three[:1]
    by_words = headwater_command("stories", "--query", f'"{three[1]["title"]}"', "-f", "json")
    assert json.loads(by_words.out) == three[1:2]
    assert headwater_command("stories", "--since", "soon").code == 2
    assert headwater_command("stories", "--query", "zeppelin").out == "no story\n"


def test_a_story_is_shown_by_the_beginning_of_its_id(headwater_command: Command, three: list[dict[str, Any]]) -> None:
    shown = json.loads(headwater_command("show", three[0]["id"][:-2], "-f", "json").out)
    assert shown["story"] == three[0]
    assert len(shown["articles"]) == 3
    assert [entry["kind"] for entry in shown["log"]] == ["created", "joined", "joined", "joined"]
    assert headwater_command("show", "story-").code == 2
    missing = headwater_command("show", "nobody")
    assert (missing.code, missing.out) == (1, "")
    assert "no story is called 'nobody'" in missing.err


def test_hostile_titles_cannot_move_the_cursor_nor_run_in_a_sheet(headwater_command: Command, tmp_path: Path) -> None:
    rows = [row | {"title": "=cmd()\x1b[2J\u202e", "outlet": "@Evil\x07"} for row in event(1)]
    headwater_command("add", write_lines(tmp_path / "a.jsonl", rows))
    story = json.loads(headwater_command("stories", "-f", "json").out)[0]["id"]
    told = [headwater_command(*words).out for words in (["stories"], ["show", story], ["search", "cmd"])]
    told.append(headwater_command("stories", "-f", "csv").out)
    assert not {"\x1b", "\u202e", "\x07"} & set("".join(told))
    assert "'=cmd()" in told[-1]


def test_without_a_library_there_is_nothing_to_ask(headwater_command: Command, place: Path) -> None:
    for command in (["stories"], ["show", "x"], ["search", "x"], ["decisions"], ["export", "stories.csv"]):
        ran = headwater_command(*command)
        assert ran.code == 1
        assert str(place) in ran.err
    assert not place.exists()


def test_a_file_that_is_no_library_is_refused_and_left_as_it_is(headwater_command: Command, place: Path) -> None:
    place.write_text("My diary, day one. " * 100, encoding="utf-8")
    before = place.read_bytes()
    for command in (["stories"], ["add", HARBOUR / "articles"]):
        assert headwater_command(*command).code == 1
    assert place.read_bytes() == before


# --- brief ----------------------------------------------------------------------------------------------------


def test_a_file_goes_before_a_story_of_its_name(
    headwater_command: Command, three: list[dict[str, Any]], tmp_path: Path
) -> None:
    story = three[0]["id"]
    (tmp_path / story).write_text("A ferry sank off Varnok on Monday, the mayor said.\n", encoding="utf-8")
    assert "1 article, 1 line" in headwater_command("brief", story).out
    assert "3 articles" in headwater_command("brief", "--story", story).out


def test_what_is_neither_file_nor_story_is_told_as_a_missing_file(
    headwater_command: Command, three: list[dict[str, Any]]
) -> None:
    ran = headwater_command("brief", "nobody")
    assert ran.code == 1
    assert "nobody" in ran.err


def test_brief_takes_inputs_or_a_story(headwater_command: Command, three: list[dict[str, Any]]) -> None:
    assert headwater_command("brief").code == 2
    assert headwater_command("brief", "x.txt", "--story", three[0]["id"]).code == 2
    assert headwater_command("brief", "--story", three[0]["id"], "--decisions", "d.jsonl").code == 2


# --- deciding -------------------------------------------------------------------------------------------------


def test_what_is_decided_is_logged_obeyed_and_undone(headwater_command: Command, three: list[dict[str, Any]]) -> None:
    one, two, _ = (story["id"] for story in three)
    merged = headwater_command("merge", one, two, "--note", "one fire", "--by", "ada")
    assert merged.out.startswith("decision 1: ")
    assert len(json.loads(headwater_command("stories", "-f", "json").out)) == 2
    assert headwater_command("undo", 1).out == "decision 2: decision 1 no longer holds\n"
    assert len(json.loads(headwater_command("stories", "-f", "json").out)) == 3
    log = headwater_command("decisions").out
    assert "(undone)" in log
    assert "by ada" in log
    assert len(json.loads(headwater_command("decisions", "-f", "json").out)) == 2


def test_an_article_is_split_off(headwater_command: Command, three: list[dict[str, Any]]) -> None:
    shown = json.loads(headwater_command("show", three[0]["id"], "-f", "json").out)
    article = shown["articles"][1]["id"]
    assert headwater_command("split", three[0]["id"], article).code == 0
    assert headwater_command("show", f"story-{article}").code == 0


def test_every_kind_of_decision_has_its_words(headwater_command: Command, three: list[dict[str, Any]]) -> None:
    story = three[0]["id"]
    first, second, _ = (one["id"] for one in json.loads(headwater_command("show", story, "-f", "json").out)["articles"])
    told = [
        headwater_command("decide", *words).out
        for words in (
            ["same-person", story, "Ada Brone", "Adda Brone"],
            ["different-people", story, "Ada Brone", "Jorin Brone"],
            ["not-a-copy", first, second],
            ["figure", story, "killed", 4],
        )
    ]
    assert "“Ada Brone” and “Adda Brone” are one person" in told[0]
    assert "“Ada Brone” is not “Jorin Brone”" in told[1]
    assert f"neither of {first} and {second} took text from the other" in told[2]
    assert "killed: 4 is accepted" in told[3]
    assert "DECISIONS" in headwater_command("show", story).out


@pytest.mark.parametrize(
    ("command", "code"),
    [
        (["merge", "{one}", "{one}"], 2),
        (["merge", "{one}", "nobody"], 1),
        (["split", "{one}", "nobody"], 1),
        (["decide", "figure", "{one}", "killed", "many"], 2),
        (["decide", "same-person", "{one}", "Ada", "Ada"], 2),
        (["decide", "file", "none.jsonl"], 1),
        (["undo", "9"], 1),
        (["undo", "x"], 2),
    ],
)
def test_what_cannot_be_decided_is_refused(
    headwater_command: Command, three: list[dict[str, Any]], command: list[str], code: int
) -> None:
    ran = headwater_command(*(word.format(one=three[0]["id"]) for word in command))
    assert (ran.code, ran.out) == (code, "")
    assert ran.err
    assert json.loads(headwater_command("decisions", "-f", "json").out) == []


# --- repair and export ----------------------------------------------------------------------------------------


def test_a_repair_of_what_is_right_says_so(headwater_command: Command, three: list[dict[str, Any]]) -> None:
    assert headwater_command("repair").out == "nothing to repair\n"


def test_an_export_makes_the_same_library(
    headwater_command: Command, three: list[dict[str, Any]], tmp_path: Path
) -> None:
    exported = headwater_command("export", tmp_path / "out")
    assert exported.out.splitlines()[0] == f"9 written to {tmp_path / 'out' / 'articles.jsonl'}"
    again = ["--library", tmp_path / "again.sqlite"]
    assert headwater_command("add", tmp_path / "out" / "articles.jsonl", *again).code == 0
    assert json.loads(headwater_command("stories", "-f", "json", *again).out) == three
    assert headwater_command("export", tmp_path / "out").code == 2
    assert headwater_command("export", tmp_path / "out", "--force").code == 0
