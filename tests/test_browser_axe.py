"""Every page of the room against WCAG 2.2 AA as a machine can tell (axe-core), light and dark, wide and narrow."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from browser import DESK, PHONE, Visit, Visitor
from playwright.sync_api import expect

import headwater

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
LOOKS = [("light", DESK), ("dark", DESK), ("light", PHONE)]  # narrow and dark has the colours of dark


def paths(library: Path) -> list[str]:
    """An address of every kind of page, with everything in it opened that an address can open."""
    with headwater.Library(library, read_only=True) as opened:
        brief = next(brief for row in opened.stories() if (brief := opened.story(row.id).brief) is not None)
    story, (one, other, third, *_) = brief.story.id, brief.story.articles
    every = "copied,own,alterations,conflicts,claims,quotes,names,places,dates,numbers,left-out"
    passage = brief.claims[3].span
    return [
        "/",
        f"/story/{story}",
        f"/article/{one}?story={story}",
        f"/article/{passage.article}?story={story}&layers={every}&at={passage.start}-{passage.end}",
        f"/compare?a={one}&b={other}&story={story}",
        f"/compare?a={one}&b={other}&c={third}&story={story}",
        "/add",
        "/decisions",
        "/export",
        "/article/nobody",
    ]


def wanting(visit: Visit, scheme: str) -> list[str]:
    """What axe-core finds wrong with the page, each with the elements that it is wrong with.

    By dark the same elements stand in other colours, so that only those are looked at again.
    """
    from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]  # it ships no types

    found = (
        Axe()
        .run(visit.page, options={"runOnly": WCAG if scheme == "light" else ["color-contrast"]})
        .response["violations"]
    )
    return [f"{each['id']}: {node['target']} {node['html'][:160]}" for each in found for node in each["nodes"]]


@pytest.mark.parametrize(("scheme", "size"), LOOKS, ids=["light", "dark", "narrow"])
def test_every_page_can_be_used_by_everybody(
    visit: Visitor, example_room: str, room_library: Path, scheme: str, size: dict[str, int]
) -> None:
    seen = visit(example_room, color_scheme=scheme, viewport=size)
    wrong = []
    for path in paths(room_library):
        seen.go(path, 404 if path.endswith("nobody") else 200)
        expect(seen.page.locator("[data-events]")).to_have_count(0, timeout=60_000)  # no work goes on any more
        seen.page.wait_for_load_state()
        wrong += [f"{re.sub(r'[?].*', '', path)} {each}" for each in wanting(seen, scheme)]
        overflow = seen.page.evaluate("document.documentElement.scrollWidth - innerWidth")
        wrong += [f"{path} is {overflow} px wider than the window"] if overflow > 0 else []
    assert wrong == []
