"""What a reader comes to do, done in a real browser: with the mouse, and without script.

The texts are those of the example story, which is fiction.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser import DESK, PHONE, Visit, Visitor, room_over
from playwright.sync_api import Page, expect

import headwater
from headwater.examples import HARBOUR
from headwater.types import Brief

FIVE = ("halden-fiction.txt", "northgate.md", "lantern.md", "courier.json")  # and one that is pasted
PASTED = HARBOUR / "articles" / "scoop-fiction.txt"
LONG = 60_000  # ms to read a story on a machine that others use too


@pytest.fixture(scope="module")
def brief(room_library: Path) -> Brief:
    with headwater.Library(room_library, read_only=True) as library:
        briefs = (library.story(row.id).brief for row in library.stories())
        return next(each for each in briefs if each is not None)


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A library with two articles of which one is a copy, and their brief."""
    file = tmp_path / "copied.sqlite"
    with headwater.Library(file) as library:
        library.add([HARBOUR / "articles" / name for name in ("northgate.md", "observer.html")])
        library.brief(library.stories()[0].id)
    return file


@pytest.fixture
def empty_room(tmp_path: Path) -> Iterator[str]:
    with room_over(tmp_path / "empty.sqlite") as base:
        yield base


def lines(page: Page) -> int:
    """How many lines the story's page counts."""
    said = re.search(r"(\d+) lines? of reporting|most likely (\d+)", page.inner_text("#count-line"))
    assert said is not None, page.inner_text("#count-line")
    likely = re.search(r"most likely (\d+)", page.inner_text("#count-line"))
    return int(likely[1]) if likely else int(said[1])


def test_five_articles_are_added_and_read_and_their_lines_are_seen(visit: Visitor, empty_room: str) -> None:
    seen = visit(empty_room)
    page = seen.go("/add")
    page.set_input_files("#files", [HARBOUR / "articles" / name for name in FIVE])
    page.get_by_role("button", name="Add", exact=True).click()
    expect(page.get_by_text("4 articles added")).to_be_visible(timeout=LONG)
    seen.go("/add")
    page.fill("#text", PASTED.read_text(encoding="utf-8"))
    page.fill("#outlet", "The Scoop (fiction)")
    page.get_by_role("button", name="Add", exact=True).click()
    expect(page.get_by_text("1 article added")).to_be_visible(timeout=LONG)
    seen.go("/")
    page.locator("main a[href^='/story/']").first.click()
    page.get_by_role("button", name="Read").click()
    expect(page.locator("#count-line")).to_contain_text("lines of reporting", timeout=LONG)
    assert "5 articles" in page.inner_text("#count-line")
    assert lines(page) == 3


def test_the_words_on_both_sides_of_a_conflict_are_opened_and_lead_to_the_article(
    visit: Visitor, example_room: str, brief: Brief
) -> None:
    page = visit(example_room).go(f"/story/{brief.story.id}")
    conflict = page.locator("#conflict-1")
    for summary in conflict.locator(".side details > summary").all():
        summary.click()
    expect(conflict.locator("blockquote").nth(1)).to_be_visible()
    conflict.locator("blockquote cite a").first.click()
    page.wait_for_url("**/article/**")
    expect(page.locator("#text .lit").first).to_be_in_viewport()
    expect(page.locator("#told .chosen")).to_be_visible()


def test_two_articles_are_compared_from_one_of_them(visit: Visitor, example_room: str, brief: Brief) -> None:
    edge = next(edge for edge in brief.stemma.edges if edge.passages)
    span = edge.passages[0].right
    seen = visit(example_room)
    page = seen.go(f"/article/{edge.child}?story={brief.story.id}&at={span.start}-{span.end}#w{span.start}-{span.end}")
    page.locator("#told").get_by_role("link", name="Compare the two").first.click()
    page.wait_for_url("**/compare?**")
    expect(page.locator("main").locator("ins, del, mark").nth(5)).to_be_attached(timeout=LONG)


def test_a_copy_that_is_none_is_marked_so_and_the_count_goes_up_and_down_again(visit: Visitor, copied: Path) -> None:
    with headwater.Library(copied, read_only=True) as library:
        shown = library.story(library.stories()[0].id)
    story, (one, other) = shown.story.id, [kept.article.id for kept in shown.articles]
    with room_over(copied) as base:
        seen = visit(base)
        page = seen.go(f"/story/{story}")
        assert lines(page) == 1
        seen.go(f"/compare?a={one}&b={other}&story={story}")
        page.locator("details.review > summary").first.click(timeout=LONG)
        page.get_by_role("radio", name="Neither took text from the other").check()
        page.get_by_role("button", name="Decide").click()
        decided = page.locator(".decided").first
        expect(decided).to_contain_text("What it changed", timeout=LONG)
        expect(decided).to_contain_text("1 line became 2")
        seen.go(f"/story/{story}")
        assert lines(page) == 2
        seen.go("/decisions")
        page.get_by_role("button", name="Undo").first.click()
        expect(page.locator("main")).to_contain_text("no longer holds", timeout=LONG)
        seen.go(f"/story/{story}")
        expect(page.locator("#count-line")).to_contain_text("1 line of reporting", timeout=LONG)


def test_the_sheet_of_figures_is_taken_away(visit: Visitor, example_room: str, brief: Brief) -> None:
    page = visit(example_room).go(f"/story/{brief.story.id}")
    with page.expect_download() as taking:
        page.get_by_role("link", name="sheet of figures").first.click()
    sheet = Path(taking.value.path()).read_text(encoding="utf-8")
    assert "killed" in sheet.splitlines()[0] + sheet
    assert len(sheet.splitlines()) > len(brief.figures)


@pytest.mark.parametrize("size", [DESK, PHONE], ids=["wide", "narrow"])
def test_no_page_moves_under_its_reader(visit: Visitor, example_room: str, brief: Brief, size: dict[str, int]) -> None:
    seen, story = visit(example_room, viewport=size), brief.story.id
    one, other = brief.story.articles[:2]
    at = brief.claims[5].span
    marked = f"/article/{at.article}?story={story}&at={at.start}-{at.end}#w{at.start}-{at.end}"
    pages = ("/", f"/story/{story}", f"/article/{one}", marked, f"/compare?a={one}&b={other}&story={story}", "/add")
    moved = {path: shift for path in pages if (shift := moves(seen, path)) >= 0.01}
    assert moved == {}


def moves(visit: Visit, path: str) -> float:
    visit.go(path)
    return visit.shifts()


def test_everything_can_be_read_without_script(visit: Visitor, example_room: str, brief: Brief) -> None:
    seen, story = visit(example_room, java_script_enabled=False), brief.story.id
    page = seen.go("/")
    page.locator(f"main a[href='/story/{story}']").first.click()
    expect(page.locator("#count-line")).to_contain_text("lines of reporting")
    summary = page.locator("#conflict-1 .side details > summary").first
    summary.click()
    page.locator("#conflict-1 .side details[open] .fetch a").first.click()
    expect(page.locator("blockquote").first).to_be_visible()
    page.locator("blockquote cite a").first.click()
    expect(page.locator("#text .lit").first).to_be_visible()
    names = page.locator("#text a.ref.l-names")
    assert not names.first.is_visible()
    page.check("#layer-names")
    expect(names.first).to_be_visible()
    page.get_by_role("button", name="Keep in the address").click()
    page.wait_for_url("**layers=*names*")
    names.first.click()
    expect(page.locator("#told .note.l-names").first).to_be_visible()
    one, other = brief.story.articles[:2]
    seen.go(f"/compare?a={one}&b={other}&story={story}")
    expect(page.locator("main").locator("ins, del, mark").nth(5)).to_be_attached(timeout=LONG)


def test_a_text_is_added_without_script(visit: Visitor, empty_room: str) -> None:
    page = visit(empty_room, java_script_enabled=False).go("/add")
    page.fill("#text", "Beekeepers at Ostrova lost half of their hives in the frost of May. (Fiction.)")
    page.get_by_role("button", name="Add", exact=True).click()
    expect(page.get_by_text("1 article added")).to_be_visible(timeout=LONG)


def test_words_that_are_selected_have_a_link_of_their_own(visit: Visitor, example_room: str, brief: Brief) -> None:
    page = visit(example_room).go(f"/article/{brief.story.articles[1]}?story={brief.story.id}")
    text = page.locator("#text p[data-start]").nth(2)
    text.dblclick(position={"x": 120, "y": 12})
    word = page.evaluate("getSelection().toString().trim()")
    link = page.locator("#picked a")
    expect(link).to_be_visible()
    link.click()
    expect(page.locator("#text .lit").first).to_be_visible()
    assert "".join(page.locator("#text .lit").all_text_contents()).strip() == word
