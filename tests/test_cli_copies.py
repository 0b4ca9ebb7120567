"""`headwater copies`: what it reads and writes, what it leaves out, and how it ends. All texts are invented."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest
from cli_texts import VOTE
from conftest import Command, Ran

from headwater.copies import CopyGroup, CopyPair
from headwater.errors import InputError, UnreadableInput
from headwater.settings import Settings
from headwater.sources.archive import stream_archive
from headwater.sources.intake import LONGEST_TEXT
from headwater.sources.problems import Problems

STORE = (
    "A grain store in the port of Varnok burned down on Monday and four dockers from Sele were killed, the harbour "
    "master told the paper. Smoke drifted over the old town for hours while two tugs pumped water onto the quay.\n"
    "Ada Brone, who has led the town since 2014, walked through the ashes in the evening with 30 firefighters.\n"
)
PART = f"{STORE}\nThe next grain ship is due from Ostravel in nine days, and it will have to unload somewhere else.\n"


def _lines(path: Path, *rows: dict[str, Any] | str) -> Path:
    written = (row if isinstance(row, str) else json.dumps(row) for row in rows)
    path.write_text("\n".join(written) + "\n", encoding="utf-8")
    return path


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    return _lines(
        tmp_path / "archive.jsonl",
        {"id": "north", "text": STORE, "outlet": "The North", "pages": 3},
        {"id": "South 2", "text": PART, "title": "Store burns"},
        {"id": 7, "text": VOTE},
    )


def _pairs(ran: Ran) -> list[tuple[str, str, str]]:
    import msgspec

    found = [msgspec.json.decode(line, type=CopyPair) for line in ran.out.splitlines()]
    return [(pair.left, pair.right, pair.kind.value) for pair in found]


def test_each_pair_is_a_line_with_its_passages_and_evidence(headwater_command: Command, archive: Path) -> None:
    ran = headwater_command("copies", archive)
    assert ran.code == 0
    (line,) = ran.out.splitlines()
    pair = json.loads(line)
    assert (pair["left"], pair["right"], pair["kind"]) == ("South 2", "north", "abridged")
    place = pair["passages"][0]
    taken = PART[place["left"]["start"] : place["left"]["end"]]
    assert taken == STORE[place["right"]["start"] : place["right"]["end"]]
    assert pair["score"] == pytest.approx(sum(part["score"] for part in pair["evidence"]), abs=0.01)


def test_the_summary_counts_what_was_read_and_found(headwater_command: Command, archive: Path) -> None:
    told = headwater_command("copies", archive).err
    assert "3 articles read" in told
    assert "1 pair with text in common: 1 abridged" in told
    assert "1 group of copies, with 2 articles" in told
    assert " MB at most" in told


def test_quiet_says_nothing_beside_the_pairs(headwater_command: Command, archive: Path) -> None:
    assert headwater_command("copies", archive, "-q").err == ""


def test_the_output_goes_into_a_file(headwater_command: Command, archive: Path, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    ran = headwater_command("copies", archive, "-o", tmp_path / "out" / "pairs.jsonl")
    assert (ran.code, ran.out) == (0, "")
    assert len((tmp_path / "out" / "pairs.jsonl").read_text(encoding="utf-8").splitlines()) == 1


def test_groups_are_lines_of_ids(headwater_command: Command, archive: Path) -> None:
    import msgspec

    ran = headwater_command("copies", archive, "--groups")
    assert [msgspec.json.decode(line, type=CopyGroup) for line in ran.out.splitlines()] == [
        CopyGroup(("South 2", "north"))
    ]


def test_pairs_with_less_in_common_are_left_out_of_pairs_and_groups(headwater_command: Command, tmp_path: Path) -> None:
    long = VOTE + "".join(f"Page {number} of the treaty was read out by clerk {number}.\n" for number in range(40))
    archive = _lines(tmp_path / "a.jsonl", {"id": "a", "text": f"{STORE}{long}"}, {"id": "b", "text": STORE + "x" * 9})
    assert len(_pairs(headwater_command("copies", archive, "--least-share", "0.9"))) == 1
    twins = _lines(tmp_path / "b.jsonl", {"id": "a", "text": PART}, {"id": "b", "text": STORE + VOTE})
    assert headwater_command("copies", twins, "--least-share", "1").out == ""
    assert headwater_command("copies", twins, "--least-share", "1", "--groups").out == ""


@pytest.mark.parametrize("share", ["-0.1", "1.5", "nan"])
def test_a_share_that_cannot_be_is_refused(headwater_command: Command, archive: Path, share: str) -> None:
    ran = headwater_command("copies", archive, f"--least-share={share}")
    assert ran.code == 2
    assert "from 0 to 1" in ran.err


BAD: dict[str, tuple[str, str]] = {
    "no json": ('{"text": "A', "line 1: is not JSON"),
    "no text": ('{"id": "x"}', "line 1: is no article: object missing required field `text`"),
    "a number for a text": ('{"text": 3}', "line 1: is no article: expected `str`"),
    "a list": ("[1]", "line 1: is no article"),
    "an empty text": ('{"text": " "}', "line 1: is empty"),
    "deep nesting": ("[" * 20_000, "line 1: is n"),
    "not utf-8": ('{"text": "\udcff"}', "line 1: is n"),
    "a long id": (json.dumps({"id": "x" * 600, "text": STORE}), "line 1: has an id of 600 characters"),
    "a long text": (json.dumps({"text": "x " * LONGEST_TEXT}), "line 1: is longer than an article can be"),
}


@pytest.mark.parametrize("case", BAD)
def test_a_bad_line_is_told_by_its_place_and_the_rest_goes_on(
    headwater_command: Command, archive: Path, tmp_path: Path, case: str
) -> None:
    line, words = BAD[case]
    (tmp_path / "bad.jsonl").write_bytes(line.encode("utf-8", "surrogateescape") + b"\n")
    ran = headwater_command("copies", archive, tmp_path / "bad.jsonl")
    assert ran.code == 3
    assert words in ran.err
    assert len(_pairs(ran)) == 1


def test_an_id_that_came_before_is_left_out_with_both_places(headwater_command: Command, tmp_path: Path) -> None:
    row = {"id": "one\x1b[2J", "text": STORE}
    ran = headwater_command("copies", _lines(tmp_path / "a.jsonl", row, row, {"text": STORE}))
    assert ran.code == 3
    assert r"line 2: has the id 'one\x1b[2J', as has" in ran.err.replace("\\\\", "\\")
    assert "\x1b" not in ran.err + ran.out
    assert len(_pairs(ran)) == 1


def test_a_line_over_the_size_is_passed_over(headwater_command: Command, tmp_path: Path) -> None:
    path = _lines(tmp_path / "a.jsonl", {"text": STORE}, {"text": "x" * 5000}, {"text": STORE})
    ran = headwater_command("copies", path, "--max-bytes", "2000")
    assert ran.code == 3
    assert "line 2: is longer than 2,000 bytes" in ran.err
    assert len(_pairs(ran)) == 1


def test_folders_patterns_pages_and_arrays_are_read(headwater_command: Command, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    for name in ("a.txt", "b.md"):
        (tmp_path / "in" / name).write_text(STORE, encoding="utf-8")
    (tmp_path / "c.json").write_text(json.dumps([{"id": "c", "text": STORE}, {"text": 1}]), encoding="utf-8")
    ran = headwater_command("copies", tmp_path / "in", f"{tmp_path}/*.json")
    assert ran.code == 3
    assert "c.json item 2: is no article" in ran.err
    assert "3 articles read" in ran.err
    assert len(_pairs(ran)) == 3


def test_what_is_not_there_fits_nothing_or_is_an_address_is_told(headwater_command: Command, archive: Path) -> None:
    ran = headwater_command("copies", archive, "nowhere.jsonl", "nowhere*.txt", "https://example.org/a?b=[1]")
    assert ran.code == 3
    assert "nowhere.jsonl: does not exist" in ran.err
    assert "nowhere*.txt: fits no file" in ran.err
    assert "https://example.org/a?b=[1]: is an address" in ran.err


def test_nothing_to_read_ends_with_one(headwater_command: Command, tmp_path: Path) -> None:
    ran = headwater_command("copies", _lines(tmp_path / "a.jsonl", "{}"))
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.splitlines()[-1] == "headwater: no article could be read, so there is nothing to compare"


@pytest.mark.parametrize("data", [b"", b"\x1f\x8b\x08\x00", b"\0\0"])
def test_files_that_are_no_text_are_told(headwater_command: Command, archive: Path, data: bytes) -> None:
    bad = archive.with_name("bad.jsonl")
    bad.write_bytes(data)
    ran = headwater_command("copies", archive, bad)
    assert ran.code == 3
    assert f"left out {bad}: is " in ran.err


def test_the_output_may_not_be_an_input(headwater_command: Command, archive: Path) -> None:
    ran = headwater_command("copies", archive, "-o", archive)
    assert ran.code == 2
    assert "would be overwritten" in ran.err


def test_without_the_extra_one_line_says_what_to_install(
    headwater_command: Command, archive: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in [name for name in sys.modules if name.startswith(("headwater.copies", "headwater.text.kernels"))]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "numba", None)
    ran = headwater_command("copies", archive)
    assert ran.code == 1
    (line,) = ran.err.splitlines()
    assert line.endswith("pip install 'headwater[archive]'")


def test_lines_are_read_one_at_a_time(archive: Path) -> None:
    problems: list[InputError] = []
    stream = stream_archive([str(archive)], Settings(outlet="The Post"), problems.append)
    assert next(stream) == ("north", STORE, "The North")
    assert next(stream) == ("South 2", PART, "The Post")
    assert [identity for identity, _, _ in stream] == ["7"]
    assert problems == []


def test_a_list_of_paths_comes_from_standard_input(archive: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"# the archive\n{archive}\n"))
    assert len(list(stream_archive(["-"], Settings(), lambda _: None))) == 3


def test_a_broken_archive_does_not_fill_the_screen() -> None:
    problems = Problems()
    for number in range(1500):
        problems.add(UnreadableInput(f"line {number}", "is empty"))
    problems.add(InputError("a.txt", "was handed in twice"))
    told = list(problems.lines())
    assert (len(told), told[-1], problems.failed) == (1001, "and 501 more", 1500)
