"""The documentation: links lead somewhere, code runs, excerpts are what headwater says, options are all told."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
import typer.main
from quality.board.table import markdown_listing

import headwater
from headwater.cli import app
from headwater.examples import HARBOUR, write_example
from headwater.figures.rules import RULES
from headwater.settings import Settings
from headwater.types import Article

ROOT = Path(__file__).parents[1]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
OURS = [ROOT / "README.md", ROOT / "docs" / "cli.md", ROOT / "docs" / "compare.md"]  # pages whose shell lines are tried
BLOCK = re.compile(r"^```(?P<language>\w*)\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"!?\[[^\]]*\]\((?P<to>[^)\s]+)\)")
LEFT_OUT = "[…]"
JUDGING = re.compile(r"\b(?:true|fake|credibility score|verified)\b", re.IGNORECASE)


def blocks(page: Path, language: str) -> list[str]:
    return [
        found["body"] for found in BLOCK.finditer(page.read_text(encoding="utf-8")) if found["language"] == language
    ]


def anchors(page: Path) -> set[str]:
    """The anchors of a page's headings, as code hosts make them."""
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_to_something_that_exists(page: Path) -> None:
    for found in LINK.finditer(page.read_text(encoding="utf-8")):
        path, _, anchor = found["to"].partition("#")
        if "://" in path:
            continue
        target = page.parent / path if path else page
        assert target.exists(), f"{page.name} links to {found['to']}"
        assert not anchor or anchor in anchors(target), f"{page.name} links to {found['to']}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_modules_that_are_named_exist(page: Path) -> None:
    for path in re.findall(r"`(?:src/)?headwater/([\w/.]+)`", page.read_text(encoding="utf-8")):
        assert (ROOT / "src" / "headwater" / path).exists(), f"{page.name} names {path}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_no_page_judges(page: Path) -> None:
    words = re.sub(r"`[^`]*`|^```.*?^```$", "", page.read_text(encoding="utf-8"), flags=re.MULTILINE | re.DOTALL)
    assert not JUDGING.search(words)


def test_every_page_is_on_the_index_and_every_stage_has_one() -> None:
    index = (ROOT / "docs" / "index.md").read_text(encoding="utf-8")
    linked = {found["to"] for found in LINK.finditer(index)}
    assert {page.name for page in (ROOT / "docs").glob("*.md")} - {"index.md"} <= linked


def test_the_page_on_measuring_lists_every_figure_of_the_board() -> None:
    page = (ROOT / "docs" / "measuring.md").read_text(encoding="utf-8")
    assert markdown_listing() in page, "docs/measuring.md is behind: put in what python -m quality --markdown prints"


def test_the_first_python_of_the_scribes_page_runs(capsys: pytest.CaptureFixture[str]) -> None:
    exec(blocks(ROOT / "docs" / "scribe.md", "python")[0], {})  # noqa: S102  # our own page
    assert "lines;" in capsys.readouterr().out


@pytest.mark.parametrize("page", [ROOT / "README.md", ROOT / "docs" / "python.md"], ids=lambda page: page.name)
def test_the_python_of_the_pages_runs(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    write_example(tmp_path / "harbour")
    monkeypatch.chdir(tmp_path)
    code = "\n".join(blocks(page, "python"))
    exec(compile(code, page.name, "exec"), {})  # noqa: S102  # our own page
    told = capsys.readouterr().out
    assert "of reporting" in told


def chunks(excerpt: str) -> Iterator[str]:
    """The stretches of an excerpt between what is left out."""
    for part in f"\n{excerpt}".split(f"\n{LEFT_OUT}"):
        if part.strip("\n"):
            yield part.strip("\n")


def assert_in_order(excerpt: str, whole: str, page: str) -> None:
    rest = whole
    for chunk in chunks(excerpt):
        assert f"{chunk}\n" in rest, (
            f"{page}: the excerpt is no longer, in this order, what the example gives:\n{chunk}"
        )
        rest = rest.partition(f"{chunk}\n")[2]


def test_the_excerpt_of_the_readme_is_what_headwater_says() -> None:
    (excerpt,) = [block for block in blocks(ROOT / "README.md", "text") if LEFT_OUT in block]
    assert_in_order(excerpt, headwater.render.render(headwater.brief([HARBOUR / "articles"]), "text"), "README.md")


def test_the_excerpt_of_the_page_on_comparing_is_what_headwater_says() -> None:
    (excerpt,) = blocks(ROOT / "docs" / "compare.md", "text")
    articles = HARBOUR / "articles"
    pair = headwater.compare(articles / "northgate.md", articles / "scoop-fiction.txt", among=[articles])
    assert_in_order(excerpt, headwater.render.render(pair, "text"), "docs/compare.md")


def test_the_excerpt_of_the_page_on_checking_is_what_headwater_says() -> None:
    page = ROOT / "docs" / "check.md"
    (text,) = re.findall(r"^> (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    made = headwater.check(Article(id="draft", text=text, name="draft.txt"), [HARBOUR / "articles"])
    assert_in_order(blocks(page, "text")[0], headwater.render.render(made, "text"), "docs/check.md")


@pytest.mark.parametrize("page", OURS, ids=lambda page: page.name)
def test_commands_that_are_shown_have_options_that_exist(page: Path) -> None:
    group = typer.main.get_command(app)
    known = {option for command in group.commands.values() for one in command.params for option in one.opts}  # type: ignore[attr-defined]
    for line in "\n".join(blocks(page, "sh")).splitlines():
        words = shlex.split(line, comments=True)
        if "headwater" in words:
            used = {word for word in words[words.index("headwater") :] if word.startswith("-") and len(word) > 1}
            assert used <= known | {"--version"}, line


def test_every_option_is_told_on_the_page_of_the_command_line() -> None:
    page = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    group = typer.main.get_command(app)
    for option in (one for command in group.commands.values() for one in command.params):  # type: ignore[attr-defined]
        for name in option.opts if option.param_type_name == "option" else ():
            assert f"`{name}" in page, name


def test_the_defaults_that_are_told_are_the_defaults() -> None:
    page = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")
    assert f"({Settings().timeout:g})" in page
    assert f"({Settings().max_bytes})" in page


def test_every_counting_rule_is_told() -> None:
    page = (ROOT / "docs" / "figures.md").read_text(encoding="utf-8")
    assert all(f"| `{rule}` |" in page for rule in RULES)
