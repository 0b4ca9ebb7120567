"""What a reader comes to do, done with the keyboard alone: every control is come to by keys, and opened by them.

The texts are those of the example story, which is fiction.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from browser import Visitor, room_over
from playwright.sync_api import Page, expect

import headwater
from headwater.examples import HARBOUR

LONG = 60_000  # ms to read a story on a machine that others use too
FOCUSED = "target => document.activeElement.matches(target)"


@pytest.fixture(scope="module")
def story(room_library: Path) -> str:
    with headwater.Library(room_library, read_only=True) as library:
        return next(row.id for row in library.stories() if library.story(row.id).brief is not None)


def pressed(page: Page, target: str, key: str = "Tab", most: int = 400) -> None:
    """Press a key until what has the focus matches a selector."""
    for _ in range(most):
        page.keyboard.press(key)
        if page.evaluate(FOCUSED, target):
            return
    raise AssertionError(f"{target} cannot be reached with {key}")


def test_the_keyboard_alone_leads_from_the_stories_to_words_and_layers(
    visit: Visitor, example_room: str, story: str
) -> None:
    page = visit(example_room).go("/")
    pressed(page, ".skip")
    page.keyboard.press("Enter")
    pressed(page, f"main a[href='/story/{story}']")
    page.keyboard.press("Enter")
    page.wait_for_url("**/story/**")
    pressed(page, "#conflict-1 summary")
    page.keyboard.press("Enter")
    expect(page.locator("#conflict-1 blockquote").first).to_be_visible()
    pressed(page, "#conflict-1 blockquote a")
    page.keyboard.press("Enter")
    page.wait_for_url("**/article/**")
    pressed(page, "#layer-claims")
    page.keyboard.press("Space")
    page.wait_for_url("**layers=*claims*")
    pressed(page, "a.ref.l-claims")
    page.keyboard.press("Enter")
    expect(page.locator("#told .note.l-claims").first).to_be_visible()
    page.wait_for_url("**at=*")


def test_the_river_is_walked_with_the_arrow_keys_and_says_where_one_is(
    visit: Visitor, example_room: str, story: str
) -> None:
    page = visit(example_room).go(f"/story/{story}")
    told = page.locator(".river-told").first
    pressed(page, "svg.river a.node")
    first = told.inner_text()
    seen = {first}
    for key in ("ArrowDown", "ArrowDown", "ArrowLeft", "ArrowRight"):
        page.keyboard.press(key)
        assert page.evaluate(FOCUSED, "svg.river a.node"), f"{key} leads out of the river"
        seen.add(told.inner_text())
    assert len(seen) > 2
    assert page.locator("svg.river .lit").count() > 0
    pressed(page, "svg.river a.node[href*='/article/']", "ArrowDown", most=12)
    page.keyboard.press("Enter")
    page.wait_for_url("**/article/**")


def test_figures_are_counted_by_another_rule_and_taken_away_with_the_keyboard_alone(
    visit: Visitor, example_room: str, story: str
) -> None:
    page = visit(example_room).go(f"/story/{story}")
    with page.expect_download() as taking:
        pressed(page, ".exports a[href$='figures.csv']")
        page.keyboard.press("Enter")
    assert taking.value.suggested_filename.endswith(".csv")
    page.reload()
    pressed(page, "form.rules input")
    now = page.evaluate("document.activeElement.value")
    with page.expect_response("**/figures?**"):
        page.keyboard.press("ArrowDown")
    expect(page.locator("form.rules input:checked")).not_to_have_value(now)
    rule = page.locator("form.rules input:checked").get_attribute("value")
    assert page.evaluate(FOCUSED, "form.rules input:checked"), "the focus is lost with the sheet that was replaced"
    with page.expect_download() as taking:
        pressed(page, "form.rules a[download]", most=3)
        page.keyboard.press("Enter")
    assert rule is not None
    assert taking.value.suggested_filename.endswith(f"{rule}.csv")


def test_two_articles_are_compared_decided_on_and_undone_with_the_keyboard_alone(
    visit: Visitor, tmp_path: Path
) -> None:
    file = tmp_path / "copied.sqlite"
    with headwater.Library(file) as library:
        library.add([HARBOUR / "articles" / name for name in ("northgate.md", "observer.html")])
        name = library.stories()[0].id
        library.brief(name)
    with room_over(file) as base:
        page = visit(base).go(f"/story/{name}")
        for _ in range(2):
            pressed(page, "input[name=article]:not(:checked)")
            page.keyboard.press("Space")
        pressed(page, "button[form=choosing]")
        page.keyboard.press("Enter")
        page.wait_for_url("**/compare?**")
        expect(page.locator("[data-collation]")).to_be_visible(timeout=LONG)
        walked(page)
        page.reload()
        pressed(page, "details.review > summary")
        page.keyboard.press("Enter")
        expect(page.locator("input[name=choice]").first).to_be_visible()
        pressed(page, "input[name=choice]")
        page.keyboard.press("Space")
        pressed(page, "button.main")
        page.keyboard.press("Enter")
        decided = page.locator(".decided")
        expect(decided).to_contain_text("1 line became 2", timeout=LONG)
        pressed(page, ".decided .undo button", most=6)
        page.keyboard.press("Enter")
        expect(decided).to_contain_text("2 lines became 1", timeout=LONG)


def walked(page: Page) -> None:
    """Go from difference to difference with n, and back with p."""
    expect(page.locator(".steps")).to_be_visible()  # the keys are listened to
    page.keyboard.press("n")
    expect(page.locator("[data-collation] :is(ins, del, mark):focus")).to_be_in_viewport()
    told = page.locator(".steps [role=status]")
    first = told.inner_text()
    page.keyboard.press("n")
    expect(told).not_to_have_text(first)
    page.keyboard.press("p")
    expect(told).to_have_text(first)


def test_a_text_is_added_with_the_keyboard_alone(visit: Visitor, tmp_path: Path) -> None:
    with room_over(tmp_path / "empty.sqlite") as base:
        add(visit(base).go("/add"))


def add(page: Page) -> None:
    pressed(page, "#text")
    page.keyboard.type("Beekeepers at Ostrova lost half of their hives in the frost of May. (Fiction.)")
    pressed(page, "#outlet")
    page.keyboard.type("Ostrova Post")
    pressed(page, "button.main")
    page.keyboard.press("Enter")
    expect(page.get_by_text("1 article added")).to_be_visible(timeout=LONG)
