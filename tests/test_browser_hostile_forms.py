"""What wants to run does not: hostile texts go through every form, filter, address and stream, in a real browser.

The library is small, so that a page costs little, and a page takes many texts at once. How a page passes stands in
test_browser_hostile.py.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import groupby
from pathlib import Path
from threading import Event
from urllib.parse import quote, urlencode, urlsplit

import pytest
from browser import Visit, Visitor
from hostile import HOSTILE, by_kind
from inspecting import ALL, AMOUNT, chunk, inspected, looked_at
from msgspec.structs import replace
from playwright.sync_api import FilePayload, expect
from room_client import library_copied, made_once, served
from starlette.applications import Starlette

import headwater
from headwater.errors import OptionError
from headwater.render.characters import one_line
from headwater.testing.articles import make_article
from headwater.types import Basis, Known
from headwater.web import room
from headwater.web.jobs import Tell

LONG = 60_000  # ms for work on a machine that others use too
LOOSE = "form => { form.noValidate = true; form.querySelectorAll('input').forEach((one) => (one.type = 'text')); }"
PASTE = ("text", "title", "outlet", "published", "url", "addresses")
FILTERS = ("q", "since", "until", "outlet", "place", "read", "after", "disputed", "altered", "single")
DOCKS = "A crane fell at Tessen harbour on Monday and {} dockers were hurt, Ena Harl said. (Fiction.)"
HEARD = """job => new Promise((end) => {
  const heard = [], events = new EventSource(`/progress/${job}`);
  events.addEventListener("told", (event) => heard.push(event.data));
  events.addEventListener("failed", (event) => { events.close(); end([...heard, event.data]); });
})"""
FETCHED = """async (asked) => {
  const found = [];
  for (const [path, fields] of asked) {
    const answer = await fetch(path, fields ? { method: "POST", body: new URLSearchParams(fields) } : {});
    found.push([answer.url, await answer.text()]);
  }
  return found;
}"""
LINKS = """pages => pages.map(([, text]) => {
  const facts = new DOMParser().parseFromString(text, "text/html").querySelectorAll("main a[rel]");
  return [...facts].map((link) => new URL(link.getAttribute("href"), location).href);
})"""


@pytest.fixture(scope="module")
def small_library(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two reports that tell two stories and one that is told by both, read; and an article for each hostile address."""
    base = tmp_path_factory.getbasetemp()
    return made_once(base.parent if "PYTEST_XDIST_WORKER" in os.environ else base, "small", fill)


def fill(file: Path) -> None:
    with headwater.Library(file) as library:
        library.add([make_article(DOCKS.format(number), outlet=number) for number in ("nine", "four")])
        library.brief(library.stories()[0].id)


@contextmanager
def small_room(library: Path, folder: Path) -> Iterator[tuple[str, Starlette, headwater.Library]]:
    """The address of a room of the test's own, the room and its library."""
    with headwater.Library(library_copied(library, folder / "small.sqlite")) as opened:
        app = room(opened)
        with served(app) as base:
            yield base, app, opened


def read_story(library: headwater.Library) -> tuple[str, str, str]:
    """The story that was read, and its two articles."""
    shown = library.story(library.stories()[0].id)
    one, other = (kept.article.id for kept in shown.articles)
    return shown.story.id, one, other


def pressed(visit: Visit, name: str) -> None:
    """Press a button that sends a form, and wait for the page that answers."""
    visit.ended()
    with visit.page.expect_navigation():
        visit.page.get_by_role("button", name=name, exact=True).click()


def test_a_form_that_is_refused_shows_what_was_written_and_runs_nothing(
    visit: Visitor, small_library: Path, tmp_path: Path
) -> None:
    with small_room(small_library, tmp_path) as (base, _, library):
        seen = visit(base)
        page = seen.go("/add")
        page.locator("form[data-most]").evaluate(LOOSE)
        for name in PASTE:
            page.fill(f"#{name}", "\n".join(HOSTILE))
        seen.missing.add(f"{base}/add")
        pressed(seen, "Add")
        assert "is no address" in page.inner_text(".wrong")
        assert looked_at(seen, "refused") == []
        for name in PASTE:
            written = page.eval_on_selector(f"#{name}", "one => one.getAttribute('value') ?? one.textContent")
            assert squeezed("".join(HOSTILE[:20])) in squeezed(written) or (name, written) == ("published", "")
        assert library.counts().articles == 2


def squeezed(text: str) -> str:
    """The text without white space, of which fields keep what they may have."""
    return "".join(text.split())


def test_what_is_added_runs_nothing_whatever_its_words_names_and_addresses(
    visit: Visitor, small_library: Path, tmp_path: Path
) -> None:
    with small_room(small_library, tmp_path) as (base, _, _):
        seen, wrong = visit(base), []
        for number in range(3):
            given = HOSTILE[number::3]
            page = seen.go("/add")
            for name in PASTE[:3]:
                page.fill(f"#{name}", "\n".join(given))
            page.fill(
                "#addresses",
                "\n".join(f"http://127.1.{number}.{at}/{quote(each[:300])}" for at, each in enumerate(given)),
            )
            files = [FilePayload(name=each[:200], mimeType="text/plain", buffer=b" ") for each in given]
            page.set_input_files("#files", files)
            pressed(seen, "Add")
            wrong += looked_at(seen, "adding")
            expect(page.get_by_role("heading", name="Left out")).to_be_visible(timeout=LONG)
            wrong += looked_at(seen, "added")
            assert page.locator("dl.reasons dt").count() >= len(given)
        wrong += inspected(seen, "/")
    assert wrong == []


def test_an_address_that_is_none_is_shown_and_never_followed(
    visit: Visitor, small_library: Path, tmp_path: Path
) -> None:
    with small_room(small_library, tmp_path) as (base, _, library):
        stated = [*HOSTILE, *(f"https://evil.invalid/{each}" for each in HOSTILE[::8])]
        articles = [
            replace(make_article(f"Notice {number}.", outlet="x"), url=Known(each, Basis.FILE))
            for number, each in enumerate(stated)
        ]
        added = library.add(articles).added
        kept = [library.article(one.article).kept.article.url for one in added]
        assert all(url == Known(each, Basis.FILE) or len(each) > 1_000 for url, each in zip(kept, stated, strict=True))
        seen = visit(base)
        page = seen.go("/")
        answers = page.evaluate(FETCHED, [[f"/article/{one.article}", None] for one in added])
        leads = page.evaluate(LINKS, answers)
        wrong = [(each, link) for each, links in zip(stated, leads, strict=True) for link in links if not is_web(link)]
        assert wrong == []
        assert [bool(each) for each in leads] == [is_web(each) for each in stated]


def is_web(address: str) -> bool:
    """Whether an address leads to the one host that these texts know, over the web."""
    return address.startswith(("http://evil.invalid/", "https://evil.invalid/"))


def test_no_words_of_work_break_out_of_its_stream_or_its_page(
    visit: Visitor, small_library: Path, tmp_path: Path
) -> None:
    with small_room(small_library, tmp_path) as (base, app, _):
        ended = Event()
        said = [words for words, _ in groupby(map(one_line, HOSTILE))]  # what is said twice is told once

        def work(tell: Tell) -> None:
            for each in HOSTILE:
                tell(each)
            ended.wait(60)
            raise OptionError(ALL)

        job = app.state.desk.jobs.begin(ALL, work)
        seen = visit(base)
        page = seen.go(f"/job/{job.number}")
        expect(page.locator(".told bdi")).to_have_text(one_line(HOSTILE[-1]), timeout=LONG)
        wrong = looked_at(seen, "working")
        ended.set()
        expect(page.locator(".work.failed")).to_be_visible(timeout=LONG)
        wrong += looked_at(seen, "failed")
        assert page.evaluate(HEARD, job.number) == [*said, one_line(ALL)]
    assert wrong == []


def test_nothing_runs_from_the_log_of_decisions(visit: Visitor, small_library: Path, tmp_path: Path) -> None:
    with small_room(small_library, tmp_path) as (base, _, library):
        story, _, _ = read_story(library)
        for number in range(AMOUNT):
            name, other, note, by = (chunk(number + shift) for shift in range(4))
            library.same_person(story, name, other, note=note, by=by)
        seen = visit(base)
        wrong = inspected(seen, "/decisions")
        assert seen.page.locator(".decisions > li").count() == AMOUNT
        wrong += inspected(seen, f"/decisions/{AMOUNT}")
        seen.go("/add")  # the page before asks until the story is read
    assert wrong == []


def test_nothing_runs_from_a_decision_whatever_its_form_says(
    visit: Visitor, small_library: Path, tmp_path: Path
) -> None:
    with small_room(small_library, tmp_path) as (base, _, library):
        story, one, other = read_story(library)
        seen = visit(base)
        form = f"/review/pair?story={story}&article={one}&article={other}"
        seen.missing |= {f"{base}/decide"}
        wrong = inspected(seen, form)
        fields = ("kind", "story", "left", "right", "value", "note", "by", "choice", "back")
        for number in range(AMOUNT):
            name = fields[number % len(fields)]
            wrong += refused(seen, name, chunk(number), chunk(number + 1))
        seen.go(form)
        seen.page.get_by_label("Neither took text").check()
        seen.page.fill("[name=note]", chunk(0)[:1_000])
        seen.page.fill("[name=by]", chunk(1)[:100])
        seen.page.get_by_role("button", name="Decide").click()
        expect(seen.page.locator(".decided")).to_contain_text("It changed", timeout=LONG)
        wrong += looked_at(seen, "decided")
        wrong += inspected(seen, form)  # where the name is remembered
        assert library.decisions()[-1].note == one_line(chunk(0)[:1_000])
    assert wrong == []


def refused(visit: Visit, name: str, text: str, other: str) -> list[str]:
    """What is not ours of the form once it was sent with hostile texts and refused."""
    fields = {"kind": text, "story": other, "left": text, "right": other, name: text}
    visit.page.evaluate(
        """async (fields) => {
          const form = document.querySelector(".form form");
          for (const old of form.querySelectorAll("[data-extra]")) old.remove();
          for (const [name, value] of Object.entries(fields)) {
            const one = document.createElement("input");
            Object.assign(one, { type: "hidden", name, value });
            one.dataset.extra = "";
            form.append(one);
          }
          form.noValidate = true;
          form.querySelector(".problem").textContent = "";
          form.requestSubmit();
        }""",
        fields,
    )
    expect(visit.page.locator(".form .problem")).not_to_be_empty()
    return looked_at(visit, f"refused {name}")


def test_nothing_runs_whatever_is_filtered_by(visit: Visitor, small_library: Path, tmp_path: Path) -> None:
    with small_room(small_library, tmp_path) as (base, _, _):
        seen, wrong = visit(base), []
        for number in range(AMOUNT):
            said = {name: chunk(number + shift)[:400] for shift, name in enumerate(FILTERS)}
            dated = number % 2 == 0  # what is no day is all that the page tells
            asked = {name: text for name, text in said.items() if dated or name not in ("since", "until")}
            wrong += inspected(seen, f"/?{urlencode(asked)}", 400 if dated else 200, 400)
        page = seen.go("/")
        for number in range(0, AMOUNT, 14):
            seen.missing.add(f"{base}/?{urlencode({'q': ''})}")
            with page.expect_response(lambda answer: urlsplit(answer.url).path == "/"):
                page.fill("#q", chunk(number)[:300])
            wrong += looked_at(seen, "typed")
    assert wrong == []


def test_nothing_runs_whatever_an_address_asks_for(visit: Visitor, small_library: Path, tmp_path: Path) -> None:
    with small_room(small_library, tmp_path) as (base, _, library):
        story, one, other = read_story(library)
        asked = (
            f"/compare?a={one}&b={other}&story={story}&pair={{}}",
            f"/compare?a={one}&b={other}&show={{}}",
            "/compare?story={}",
            f"/compare?story={story}&article={{}}",
            f"/compare?story={story}&a={{}}",
            f"/article/{one}?layers={{}}",
            f"/article/{one}?at={{}}",
            f"/article/{one}?story={{}}",
            f"/article/{one}/words/{{}}",
            f"/story/{story}?open={{}}",
            f"/story/{story}?decided={{}}",
            f"/story/{story}/at/{{}}",
            f"/story/{story}/at/{one}:0-5?kind={{}}",
            f"/story/{story}/words/{{}}",
            f"/story/{story}/figures?rule={{}}",
            "/review/{}",
            f"/review/figure?story={story}&label={{}}",
            f"/review/name?story={story}&at={{}}",
            f"/review/pair?story={story}&article={{}}",
            "/decisions?before={}",
            "/decisions/{}",
            "/export/{}",
            f"/export/{story}/{{}}",
            f"/compare/export/{{}}?a={one}&b={other}",
            "/settings/{}",
            "/static/{}",
            "/{}",
        )
        seen, wrong = visit(base), []
        seen.go(f"/compare?a={one}&b={other}")
        expect(seen.page.locator("[data-collation]")).to_be_visible(timeout=LONG)
        parts = pieces(6_000)
        for number, each in enumerate(asked):  # half of the texts for each address, the other half for the next one
            for said in parts[number % 2 :: 2]:
                wrong += inspected(seen, each.format(said), 200, 400, 404, 405)
    assert wrong == []


def pieces(most: int) -> list[str]:
    """All the texts as parts of addresses that are not too long for a room."""
    made = [""]
    for each in HOSTILE:
        said = quote(each[:300], safe="")
        made = [*made, said] if len(made[-1]) + len(said) > most else [*made[:-1], made[-1] + said]
    return made


def test_no_way_back_leads_out_of_the_room(visit: Visitor, small_library: Path, tmp_path: Path) -> None:
    with small_room(small_library, tmp_path) as (base, _, _):
        seen = visit(base)
        seen.go("/job/1", 404)
        leads = ("", "/", "/\\", "/\t/")
        backs = [f"{lead}{each}" for each in by_kind("address", "path", "header") for lead in leads]
        sent = [["/settings/theme", {"theme": each, "back": each}] for each in backs]
        ended = seen.page.evaluate(FETCHED, sent)
        seen.faults = [each for each in seen.faults if "status of 404" not in each]  # a page of ours that is none
        assert all(address.startswith(f"{base}/") for address, _ in ended)
        assert seen.context.cookies() == []
