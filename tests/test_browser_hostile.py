"""What wants to run does not: hostile texts go through every field to every page, in a real browser.

One library holds all of `hostile.HOSTILE` in every field of its articles and decisions. A page passes if nothing ran,
asked elsewhere or met the policy (`browser.Visit`), and if it holds no element, attribute, address or direction that is
not ours (`hostile_inspect.js`).
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, urlencode

import pytest
from browser import Visitor, room_over
from hostile import ELEMENTS, HOSTILE, KINDS
from inspecting import AMOUNT, CHUNK, chunk, inspected, looked_at
from msgspec.structs import replace
from room_client import made_once

import headwater
from headwater.render.html import write_html
from headwater.testing.articles import make_article
from headwater.types import Article, Basis, Known

PROBLEMS = ("/article/{}", "/story/{}", "/nothing/{}", "/compare?a={}&b={}", "/export/{}", "/progress/{}")
FIELDS = ("title", "outlet", "agency", "byline", "published", "guid")
READ = 6  # articles of the story that is read
CRANE = "A crane fell at Tessen harbour on Monday and nine dockers were hurt, Ena Harl said. (Fiction.)"


def hostile_article(number: int) -> Article:
    """An article each of whose fields holds hostile texts, other ones in each."""
    at = number % AMOUNT * CHUNK
    said = "\n\n".join(
        f"{each}\n\nHarbour master {each[:60]} said “nine dockers {each[:80]} were hurt at Tessen” on Monday."
        if number < READ
        else f"{each}\n"
        for each in HOSTILE[at : at + CHUNK]
    )
    text = f"{CRANE}\n\n{said}" if number < READ else said
    fields = {name: Known(chunk(number + shift), Basis.FILE) for shift, name in enumerate(FIELDS)}
    addresses = KINDS["address"]
    return replace(
        make_article(text, outlet="x"),
        **{**fields, "url": Known(addresses[number % len(addresses)], Basis.FILE)},
        name=chunk(number + 7),
        derived_from=(Known(chunk(number + 8), Basis.FILE),),
    )


@pytest.fixture(scope="module")
def hostile_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of articles whose every field is hostile, some of them one story with a brief, and decisions on it."""
    base = tmp_path_factory.getbasetemp()
    return made_once(base.parent if "PYTEST_XDIST_WORKER" in os.environ else base, "hostile", fill)


def fill(file: Path) -> None:
    with headwater.Library(file) as library:
        library.add([hostile_article(number) for number in range(AMOUNT)])
        kept = [kept for row in library.stories(limit=AMOUNT) for kept in library.story(row.id).articles]
        ids = [one.article.id for one in kept if CRANE in one.article.text]
        homes = list(dict.fromkeys(library.article(each).kept.story for each in ids))
        if len(homes) > 1:
            library.merge(homes[0], *homes[1:], note=chunk(0), by=chunk(1))
        story = library.article(ids[0]).kept.story
        for number in range(2, AMOUNT, 4):
            library.not_a_copy(ids[0], ids[1 + number % (READ - 1)], note=chunk(number), by=chunk(number + 1))
            library.same_person(story, chunk(number + 2), chunk(number + 3), note=chunk(number))
        library.brief(story)


@pytest.fixture(scope="module")
def hostile_room(hostile_library: Path) -> Iterator[str]:
    with room_over(hostile_library) as base:
        yield base


def read_story(library: Path) -> tuple[str, tuple[str, ...]]:
    with headwater.Library(library, read_only=True) as opened:
        row = next(row for row in opened.stories(limit=AMOUNT) if opened.story(row.id).brief is not None)
        return row.id, tuple(kept.article.id for kept in opened.story(row.id).articles)


def every_article(library: Path) -> list[tuple[str, str]]:
    with headwater.Library(library, read_only=True) as opened:
        return [
            (row.id, kept.article.id) for row in opened.stories(limit=AMOUNT) for kept in opened.story(row.id).articles
        ]


def test_there_are_two_hundred_hostile_texts_and_every_field_gets_them_all() -> None:
    assert len(set(HOSTILE)) >= 200
    held = [hostile_article(number) for number in range(AMOUNT)]
    for name in FIELDS:
        assert all(any(each in getattr(article, name).value for article in held) for each in HOSTILE)
    assert all(any(each in article.text for article in held) for each in HOSTILE)


def test_nothing_runs_on_the_front_page_whatever_is_searched_for(visit: Visitor, hostile_room: str) -> None:
    seen = visit(hostile_room)
    wrong = inspected(seen, "/")
    for number in range(AMOUNT):
        asked = urlencode(
            {"q": chunk(number)[:400], "outlet": chunk(number + 1)[:200], "place": chunk(number + 2)[:200]}
        )
        wrong += inspected(seen, f"/?{asked}", 200, 400)
    assert wrong == []


def test_nothing_runs_on_a_story_and_its_pieces(visit: Visitor, hostile_room: str, hostile_library: Path) -> None:
    seen = visit(hostile_room)
    story, _ = read_story(hostile_library)
    wrong = inspected(seen, f"/story/{story}")
    pieces = seen.page.eval_on_selector_all("a.fetch, .review a", "all => all.map((a) => a.getAttribute('href'))")
    seen.page.eval_on_selector_all("details", "all => all.forEach((one, n) => { if (n % 5 === 0) one.open = true; })")
    seen.page.wait_for_load_state("networkidle")
    wrong += looked_at(seen, "opened")
    for path in list(dict.fromkeys(pieces))[::17]:
        wrong += [each for each in inspected(seen, path) if "masthead" not in each]
    unread = next(name for name, _ in every_article(hostile_library) if name != story)
    wrong += inspected(seen, f"/story/{unread}")
    assert wrong == []


def test_nothing_runs_on_any_article(visit: Visitor, hostile_room: str, hostile_library: Path) -> None:
    seen = visit(hostile_room)
    layers = "claims,quotes,names,places,dates,numbers,copied,own,alterations,conflicts,left-out"
    wrong = []
    for story, article in every_article(hostile_library):
        wrong += inspected(seen, f"/article/{article}?story={story}&layers={layers}&at=0-90#w0-90")
    assert wrong == []


def test_nothing_runs_on_a_comparison_the_decisions_and_what_is_exported(
    visit: Visitor, hostile_room: str, hostile_library: Path, tmp_path: Path
) -> None:
    seen = visit(hostile_room)
    story, articles = read_story(hostile_library)
    wrong = inspected(seen, f"/compare?a={articles[0]}&b={articles[1]}&story={story}")
    wrong += inspected(seen, f"/compare?a={articles[2]}&b={articles[3]}&c={articles[4]}&story={story}")
    wrong += inspected(seen, "/decisions")
    wrong += inspected(seen, "/export")
    with headwater.Library(hostile_library, read_only=True) as library:
        (tmp_path / "brief.html").write_text(write_html([library.brief(story)]), encoding="utf-8")
    saved = visit(tmp_path.as_uri())
    saved.page.goto((tmp_path / "brief.html").as_uri())
    wrong += [f"saved: {each}" for each in ELEMENTS if saved.page.locator(f"body {each}").count()]
    assert saved.page.locator("script").count() == 0
    assert wrong == []


def test_nothing_runs_in_problems_whatever_the_address_says(visit: Visitor, hostile_room: str) -> None:
    seen = visit(hostile_room)
    wrong = []
    for number in range(AMOUNT):
        said = quote(chunk(number)[:900].replace("/", "_"), safe="", errors="replace")
        for page in PROBLEMS[number % 6 :: 6]:
            wrong += inspected(seen, page.format(said, said), 400, 404)
    assert wrong == []
