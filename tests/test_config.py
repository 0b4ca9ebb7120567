"""The configuration: where it is read, what is in force and why, and what a folder's file cannot do."""

from __future__ import annotations

import os
import re
import tomllib
from pathlib import Path

import pytest

from headwater.config import HOST, KEYS, PORT, Config, config_in_force, example_file
from headwater.config import files as config_files
from headwater.config import force as config_force
from headwater.errors import OptionError
from headwater.settings import Settings


@pytest.fixture
def own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A user's own file, in a place of this test."""
    path = tmp_path / "own" / "headwater.toml"
    path.parent.mkdir()
    monkeypatch.setattr(config_files, "own_file", lambda: path)
    monkeypatch.setattr(config_force, "own_file", lambda: path)
    return path


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "folder"
    path.mkdir()
    return path


def in_force(folder: Path, named: Path | None = None, **environment: str) -> Config:
    return config_in_force(named, environment, folder)


def value(config: Config, dotted: str) -> tuple[str, str]:
    return next((one.shown, one.origin) for one in config.values if one.key.dotted == dotted)


# --- what goes before what ------------------------------------------------------------------------------------


def test_without_a_file_the_defaults_are_in_force(own: Path, folder: Path) -> None:
    config = in_force(folder)
    assert config.files == ()
    assert {one.origin for one in config.values} == {"default"}
    assert config.settings({}) == Settings()
    assert config.library.endswith("library.sqlite")


def test_every_key_but_where_things_are_is_a_setting() -> None:
    assert {key.name for key in KEYS if key.is_setting} <= set(Settings.__struct_fields__)
    assert [key.dotted for key in KEYS if not key.is_setting] == ["library.path", "serve.host", "serve.port"]
    assert len({key.variable for key in KEYS}) == len(KEYS)


def test_the_folders_file_goes_before_the_users_own_key_by_key(own: Path, folder: Path) -> None:
    own.write_text('[brief]\nrule = "ucdp"\nmodel = "en_other"\n')
    (folder / "headwater.toml").write_text('[brief]\nrule = "ibc"\n')
    config = in_force(folder)
    assert value(config, "brief.rule") == ("ibc", f"{folder / 'headwater.toml'} line 2")
    assert value(config, "brief.model") == ("en_other", f"{own} line 3")
    assert config.files == (str(folder / "headwater.toml"), str(own))


def test_the_environment_goes_before_files_and_options_before_all(own: Path, folder: Path) -> None:
    own.write_text("[fetch]\ntimeout = 3\n[brief]\njobs = 2\n")
    config = in_force(folder, HEADWATER_TIMEOUT="4.5")
    assert value(config, "fetch.timeout") == ("4.5", "HEADWATER_TIMEOUT")
    assert config.settings({"jobs": None}) == Settings(timeout=4.5, jobs=2)
    assert config.settings({"jobs": 3, "timeout": 9.0}) == Settings(timeout=9.0, jobs=3)


def test_a_named_file_is_the_only_one_that_is_read(own: Path, folder: Path, tmp_path: Path) -> None:
    own.write_text("[brief]\njobs = 2\n")
    (folder / "headwater.toml").write_text('[brief]\nrule = "ibc"\n')
    named, by_variable = tmp_path / "named.toml", tmp_path / "variable.toml"
    named.write_text('[brief]\nrule = "lowest"\n')
    by_variable.write_text('[brief]\nrule = "ucdp"\n')
    assert in_force(folder, HEADWATER_CONFIG=str(by_variable)).settings({}) == Settings(rule="ucdp")
    assert in_force(folder, named, HEADWATER_CONFIG=str(by_variable)).settings({}) == Settings(rule="lowest")
    assert in_force(folder, HEADWATER_CONFIG=os.devnull).settings({}) == Settings()


def test_a_variable_that_is_empty_sets_nothing(own: Path, folder: Path) -> None:
    assert in_force(folder, HEADWATER_RULE=" ", HEADWATER_CONFIG="").settings({}) == Settings()


@pytest.mark.parametrize(("words", "meant"), [("1", True), ("Yes", True), ("off", False), ("false", False)])
def test_a_variable_says_yes_or_no_in_several_words(own: Path, folder: Path, words: str, meant: bool) -> None:
    assert in_force(folder, HEADWATER_ALLOW_PRIVATE=words).settings({}).allow_private is meant


def test_the_library_of_a_file_lies_where_the_file_does(own: Path, folder: Path, tmp_path: Path) -> None:
    own.write_text('[library]\npath = "desk/news.sqlite"\n')
    assert in_force(folder).library == str(own.parent.resolve() / "desk/news.sqlite")
    assert in_force(folder, HEADWATER_LIBRARY="x.sqlite").library == "x.sqlite"
    own.write_text('[library]\npath = "~/x.sqlite"\n')
    assert in_force(folder).library == str(Path.home() / "x.sqlite")


def test_the_password_of_a_server_is_not_shown_but_used(own: Path, folder: Path) -> None:
    address = "postgresql+pg8000://desk:open-sesame@db.example/news"
    config = in_force(folder, HEADWATER_LIBRARY=address)
    assert config.library == address
    assert value(config, "library.path")[0] == "postgresql+pg8000://desk:***@db.example/news"


# --- the example ----------------------------------------------------------------------------------------------


def test_the_example_is_sound_and_every_line_of_it_is_the_default(own: Path, folder: Path) -> None:
    own.write_text(example_file())
    assert in_force(folder).settings({}) == Settings()
    own.write_text(re.sub(r"(?m)^#(?=\w)", "", example_file()))
    config = in_force(folder)
    assert all(one.origin.startswith(str(own)) for one in config.values)
    assert config.settings({}) == Settings(
        outlet="The Northgate Courier", columns={"text": "body", "title": "headline"}
    )
    assert [f"{table}.{name}" for table, keys in tomllib.loads(own.read_text()).items() for name in keys] == [
        key.dotted for key in KEYS
    ]


# --- what is wrong is told with its place ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("[brief\n", "is not TOML: .*line 1"),
        ("[brief]\nrule = 'a'\nrule = 'b'\n", "is not TOML"),
        ("x = " + "[" * 9000, "is not TOML"),
        ("[brief]\nrule = 'guess'\n", r"line 2: rule 'guess' is not known; choose one of"),
        ("[brief]\n\n# ours\njobs = 0\n", "line 4: jobs is 0"),
        ("[brief]\njobs = 'two'\n", "line 2: brief.jobs is 'two'; it must be a whole number"),
        ("[brief]\njobs = true\n", "line 2: brief.jobs is True; it must be a whole number"),
        ("[brief]\njobs = 2.5\n", "line 2: brief.jobs is 2.5; it must be a whole number"),
        ("[brief]\njobs = " + "1" * 5000, "is not TOML"),
        ("[brief]\njobs = 1000000\n", "line 2: jobs is 1000000; it must be at least 1 and at most 1024"),
        (f"[fetch]\nmax_bytes = {10**30}\n", "line 2: max_bytes is 10+; it must be"),
        ("[fetch]\ntimeout = 1e300\n", "line 2: timeout is 1e.300; it must be a number of seconds above 0"),
        ("[fetch]\ntimeout = nan\n", "line 2: timeout is nan"),
        ("[fetch]\nallow_private = 1\n", "line 2: fetch.allow_private is 1; it must be true or false"),
        ("[fetch]\ntimeout = 1979-05-27\n", "line 2: fetch.timeout is .* it must be a number"),
        ("[fetch]\ntimout = 3\n", "line 2: there is no key 'fetch.timout'; did you mean fetch.timeout?"),
        ("[fetch]\nrule = 'ibc'\n", "line 2: there is no key 'fetch.rule'; did you mean brief.rule?"),
        ("[zebra]\nstripes = 3\n", "line 2: there is no key 'zebra.stripes'; there are library.path"),
        (
            "rule = 'ibc'\n",
            r"rule stands outside a table; there are \[library\], \[brief\], \[sources\], \[fetch\], \[serve\]",
        ),
        ("[library]\npath = ''\n", "line 2: library.path is empty"),
        ('[fetch]\n"a\\u001b[2J" = 3\n', r"there is no key 'fetch.a\\x1b\[2J'"),
    ],
)
def test_what_is_wrong_in_a_file_is_told_with_file_line_and_key(own: Path, folder: Path, text: str, words: str) -> None:
    own.write_text(text)
    with pytest.raises(OptionError, match=words) as raised:
        in_force(folder)
    assert str(own) in str(raised.value)
    assert "\x1b" not in str(raised.value)


@pytest.mark.parametrize("data", [b"\xff\xfe", b"# " + b"x" * 200_000])
def test_a_file_that_is_no_text_or_too_large_is_refused(own: Path, folder: Path, data: bytes) -> None:
    own.write_bytes(data)
    with pytest.raises(OptionError, match=r"not UTF-8|larger than"):
        in_force(folder)


def test_a_named_file_that_is_missing_or_a_folder_is_refused(own: Path, folder: Path) -> None:
    with pytest.raises(OptionError, match="cannot be read: No such file"):
        in_force(folder, folder / "none.toml")
    with pytest.raises(OptionError, match="is no file"):
        in_force(folder, folder)


def test_a_variable_that_is_wrong_is_told_by_its_name(own: Path, folder: Path) -> None:
    with pytest.raises(OptionError, match=r"HEADWATER_JOBS: 'many' is not a whole number"):
        in_force(folder, HEADWATER_JOBS="many")
    with pytest.raises(OptionError, match=r"HEADWATER_ALLOW_PRIVATE: 'perhaps' is not true or false"):
        in_force(folder, HEADWATER_ALLOW_PRIVATE="perhaps")


# --- a folder that somebody else filled -----------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "[fetch]\nallow_private = true\n",
        "[fetch]\ntimeout = 80000\n",
        "[brief]\nmodel = './theirs'\n",
        "[brief]\njobs = 1000\n",
        "[library]\npath = '../elsewhere.sqlite'\n",
        "[library]\npath = '/tmp/elsewhere.sqlite'\n",
        "[library]\npath = '~/elsewhere.sqlite'\n",
        "[library]\npath = 'postgresql+pg8000://theirs.example/all'\n",
    ],
)
def test_a_folders_file_may_not_set_what_can_do_harm(own: Path, folder: Path, text: str) -> None:
    path = folder / "headwater.toml"
    path.write_text(text)
    with pytest.raises(OptionError, match=r"line 2: .*working folder"):
        in_force(folder)
    assert in_force(folder, path).files == (str(path),)  # whoever names it trusts it


def test_a_folders_file_may_not_lead_out_through_a_link(own: Path, folder: Path, tmp_path: Path) -> None:
    (folder / "link").symlink_to(tmp_path)
    (folder / "headwater.toml").write_text("[library]\npath = 'link/x.sqlite'\n")
    with pytest.raises(OptionError, match="leads out of the working folder"):
        in_force(folder)


def test_a_folders_file_may_name_a_library_in_it_and_a_counting_rule(own: Path, folder: Path) -> None:
    (folder / "headwater.toml").write_text("[library]\npath = 'news.sqlite'\n[brief]\nrule = 'ibc'\n")
    config = in_force(folder)
    assert config.library == str(folder.resolve() / "news.sqlite")
    assert config.settings({}).rule == "ibc"


def test_the_users_own_file_is_trusted_even_in_the_working_folder(own: Path) -> None:
    own.write_text("[fetch]\nallow_private = true\n")
    assert in_force(own.parent).settings({}).allow_private


def test_a_pipe_of_that_name_is_passed_over(own: Path, folder: Path) -> None:
    os.mkfifo(folder / "headwater.toml")
    assert in_force(folder).files == ()


# --- the reading room -----------------------------------------------------------------------------------------


def test_the_room_listens_where_the_users_own_file_says(own: Path, folder: Path) -> None:
    assert [in_force(folder).value(key) for key in (HOST, PORT)] == ["127.0.0.1", 8765]
    own.write_text('[serve]\nhost = "::1"\nport = 9000\n')
    assert [in_force(folder).value(key) for key in (HOST, PORT)] == ["::1", 9000]
    assert in_force(folder).settings({}) == Settings()


@pytest.mark.parametrize("line", ['host = "0.0.0.0"', "port = 80"])
def test_a_folders_file_cannot_open_the_room_to_others(own: Path, folder: Path, line: str) -> None:
    (folder / "headwater.toml").write_text(f"[serve]\n{line}\n")
    with pytest.raises(OptionError, match="may not be set by a file that lies in the working folder"):
        in_force(folder)


@pytest.mark.parametrize("port", ["-1", "65536", '"80"', "8.5"])
def test_a_port_that_cannot_be_is_told_with_its_line(own: Path, folder: Path, port: str) -> None:
    own.write_text(f"[serve]\nport = {port}\n")
    with pytest.raises(OptionError, match=r"line 2: serve\.port"):
        in_force(folder)
