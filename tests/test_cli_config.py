"""`headwater config`, and what commands make of the configuration. All texts are invented."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from cli_texts import FIRE
from conftest import Command

from headwater.config import KEYS, example_file

PAGE = Path(__file__).parents[1] / "docs" / "config.md"


@pytest.fixture
def written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "desk.toml"
    path.write_text('[brief]\nrule = "ucdp"\n[fetch]\ntimeout = 7\n', encoding="utf-8")
    return path


def test_it_shows_each_value_and_where_it_comes_from(
    headwater_command: Command, written: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HEADWATER_JOBS", "2")
    ran = headwater_command("--config", written, "config")
    assert ran.code == 0
    rows = {line.split()[0]: line.split(maxsplit=2)[1:] for line in ran.out.splitlines() if "." in line.split(" ")[0]}
    assert rows["brief.rule"] == ["ucdp", f"{written} line 2"]
    assert rows["brief.jobs"] == ["2", "HEADWATER_JOBS"]
    assert rows["fetch.allow_private"] == ["false", "default"]
    assert f"read: {written}" in ran.out


def test_the_example_is_printed(headwater_command: Command) -> None:
    assert headwater_command("config", "--example").out == example_file()


def test_a_broken_file_ends_every_command_that_would_obey_it(headwater_command: Command, tmp_path: Path) -> None:
    bad = tmp_path / "bad.toml"
    bad.write_text("[fetch]\ntimout = 7\n", encoding="utf-8")
    for command in (["config"], ["brief", tmp_path], ["compare", tmp_path, tmp_path], ["copies", tmp_path]):
        ran = headwater_command("--config", bad, *command)
        assert (ran.code, ran.out) == (2, "")
        assert ran.err == f"headwater: {bad} line 2: there is no key 'fetch.timout'; did you mean fetch.timeout?\n"


def test_a_brief_obeys_the_file_and_an_option_goes_before_it(
    headwater_command: Command, written: Path, tmp_path: Path
) -> None:
    (tmp_path / "fire.txt").write_text(FIRE, encoding="utf-8")
    by_file = headwater_command("--config", written, "brief", tmp_path / "fire.txt", "-f", "json")
    by_option = headwater_command("--config", written, "brief", tmp_path / "fire.txt", "-f", "json", "--rule", "ibc")
    assert '"rule":"ucdp"' in by_file.out.replace(" ", "")
    assert '"rule":"ibc"' in by_option.out.replace(" ", "")


def test_every_key_stands_on_the_page_with_its_default_and_what_a_folder_may_do() -> None:
    rows = re.findall(r"^\| `(\w+\.\w+)` \| .* \| (.*) \| (.*) \|$", PAGE.read_text(encoding="utf-8"), re.MULTILINE)
    assert [row[0] for row in rows] == [key.dotted for key in KEYS]
    assert all((row[2] != "no") is key.of_folder for row, key in zip(rows, KEYS, strict=True))


def test_the_file_on_the_page_is_sound(headwater_command: Command, tmp_path: Path) -> None:
    (block,) = re.findall(r"^```toml\n(.*?)^```$", PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
    (tmp_path / "page.toml").write_text(block, encoding="utf-8")
    assert headwater_command("--config", tmp_path / "page.toml", "config").code == 0
