"""Review in a real browser: what a reader decides beside what stands, what it changed at once, and taking it back.

The texts are those of the example story, which is fiction.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from browser import Visitor, room_over
from playwright.sync_api import Locator, Page, expect

import headwater
from headwater.examples import HARBOUR

LONG = 60_000  # ms to read a story on a machine that others use too


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A library with two articles of which one is a copy, and their brief."""
    file = tmp_path / "copied.sqlite"
    with headwater.Library(file) as library:
        library.add([HARBOUR / "articles" / name for name in ("northgate.md", "observer.html")])
        library.brief(library.stories()[0].id)
    return file


def decided(page: Page, form: Locator, said: str) -> Locator:
    """Send a form of review with a reason and a name, and wait until it tells what it changed."""
    form.locator("[name=note]").fill("asked the desk")
    form.locator("[name=by]").fill("R. Vane (fiction)")
    form.get_by_role("button", name="Decide").click()
    told = page.locator(".decided").first
    expect(told).to_contain_text("What it changed", timeout=LONG)
    expect(told).to_contain_text(said)
    expect(told).to_contain_text("asked the desk")
    return told


def tabbed(page: Page, target: str) -> None:
    """Press the tabulator until what has the focus matches a selector."""
    for _ in range(400):
        page.keyboard.press("Tab")
        if page.evaluate("target => document.activeElement.matches(target)", target):
            return
    raise AssertionError(f"{target} cannot be reached")


def undone(page: Page, told: Locator) -> None:
    told.get_by_role("button", name="Undo").click()
    expect(page.locator(".decided").first).to_contain_text("Undone", timeout=LONG)
    expect(page.locator(".decided").first).to_contain_text("What it changed", timeout=LONG)


def test_on_the_story_page_a_copy_becomes_a_line_a_name_another_and_a_figure_is_accepted(
    visit: Visitor, copied: Path
) -> None:
    with headwater.Library(copied, read_only=True) as library:
        story = library.stories()[0].id
    with room_over(copied) as base:
        page = visit(base).go(f"/story/{story}")
        review = page.locator("#lines details.review").first
        review.locator("summary").click()
        review.get_by_role("radio").first.check()
        told = decided(page, review, "1 line became 2")
        expect(page.locator("#count-line")).to_contain_text("2 lines of reporting")
        undone(page, told)
        expect(page.locator("#count-line")).to_contain_text("1 line of reporting")
        page.goto(f"{base}/story/{story}")
        page.locator("#names .names summary").first.click()
        review = page.locator("#names details.review").first
        review.locator("summary").click()
        review.get_by_role("radio").first.check()
        other = review.locator("select option").nth(1).inner_text()
        review.locator("select").select_option(index=1)
        undone(page, decided(page, review, f"“{other}”"))
        page.goto(f"{base}/story/{story}")
        review = page.locator("#figures details.review").first
        review.locator("summary").click()
        review.locator("[name=value]").fill("41")
        undone(page, decided(page, review, "is 41, accepted by a reader"))


def test_a_decision_is_made_with_the_keyboard_alone(visit: Visitor, copied: Path) -> None:
    with headwater.Library(copied, read_only=True) as library:
        story = library.stories()[0].id
    with room_over(copied) as base:
        page = visit(base).go(f"/story/{story}")
        tabbed(page, "#lines details.review > summary")
        page.keyboard.press("Enter")
        expect(page.locator("#lines [name=choice]").first).to_be_visible()
        tabbed(page, "[name=choice]")
        page.keyboard.press("Space")
        tabbed(page, "[name=note]")
        page.keyboard.type("two desks")
        tabbed(page, ".form button.main")
        page.keyboard.press("Enter")
        expect(page.locator(".decided")).to_be_focused()
        expect(page.locator("#count-line")).to_contain_text("2 lines of reporting", timeout=LONG)
        tabbed(page, ".undo button")
        page.keyboard.press("Enter")
        expect(page.locator("#count-line")).to_contain_text("1 line of reporting", timeout=LONG)
