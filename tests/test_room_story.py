"""The story page: the brief, live; before it is read what is known without reading. Texts are invented."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html
from room_client import Client, asked

import headwater
from headwater.render.compose import view_of
from headwater.types import Article, Basis, Known
from headwater.web import room

MOST = 500_000  # bytes of everything that the page of 25 articles loads; that of seven must stay well below
HOSTILE = "\u202e<script>alert(1)</script>{{ 7*7 }}“'\""


@pytest.fixture(scope="module")
def client(room_library: Path) -> Iterator[Client]:
    with headwater.Library(room_library, read_only=True) as library, asked(room(library)) as made:
        yield made


@pytest.fixture(scope="module")
def shown(room_library: Path) -> headwater.monitor.ShownStory:
    with headwater.Library(room_library, read_only=True) as library:
        return library.story(library.stories()[0].id)


@pytest.fixture(scope="module")
def source(client: Client, shown: headwater.monitor.ShownStory) -> str:
    return client.get(f"/story/{shown.story.id}").text


@pytest.fixture(scope="module")
def page(source: str) -> html.HtmlElement:
    return html.document_fromstring(source)


def said(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def test_the_first_thing_on_the_page_is_the_story_its_count_and_what_the_lines_differ_on(
    page: html.HtmlElement, shown: headwater.monitor.ShownStory
) -> None:
    assert shown.brief is not None
    view = view_of(shown.brief)
    lead = page.xpath("//header[@class='lead']")[0]
    assert said(lead.xpath(".//h1")[0]) == view.headline
    assert said(page.xpath("//*[@id='count-line']")[0]) == view.count_line
    asked_of = [said(link) for link in page.xpath("//aside[@class='glance']//a")]
    assert asked_of == [conflict.question for conflict in view.conflicts]


def test_the_sections_stand_in_the_order_a_desk_asks_for_them(page: html.HtmlElement) -> None:
    wanted = ["lines", "statements", "conflicts", "alterations", "quotes", "figures", "timeline", "names"]
    sections = [name for name in page.xpath("//section/@id") if name in wanted]
    assert sections == wanted
    assert page.xpath("//section/@id")[-1] == "taking"


def test_every_link_within_the_page_leads_somewhere_and_every_id_is_there_once(page: html.HtmlElement) -> None:
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {link[1:] for link in page.xpath("//a/@href") if link.startswith("#")} <= set(ids)


def test_every_statement_difference_alteration_and_quote_has_an_address_to_keep(page: html.HtmlElement) -> None:
    for kind in ("statement", "conflict", "alteration", "quote"):
        blocks = page.xpath(f"//div[@class='{kind}']")
        assert blocks
        for block in blocks:
            [link] = block.xpath("./*/a[@class='permalink']")
            assert link.get("href").endswith(f"?kind={kind}")
            assert "Address of this" in said(link)


def test_a_passage_that_was_lent_has_an_address_that_leads_to_the_line_that_took_it(
    client: Client, page: html.HtmlElement
) -> None:
    lent = page.xpath("//div[@class and starts-with(@id, 'line-')]//li[details[contains(., 'words that were lent')]]")
    assert lent
    for one in lent:
        [link] = one.xpath("./a[@class='permalink']/@href")
        line = one.xpath("ancestor::div[starts-with(@id, 'line-')]/@id")[0]
        assert client.get(link).headers["location"].endswith(f"#{line}")


def test_the_page_holds_no_words_that_wait_to_be_opened(page: html.HtmlElement) -> None:
    assert not page.xpath("//details//blockquote[@class='witness']")
    assert len(page.xpath("//p[@class='fetch']/a")) > 50


def test_two_to_four_articles_can_be_chosen_and_compared_without_script(
    page: html.HtmlElement, shown: headwater.monitor.ShownStory
) -> None:
    [form] = page.xpath("//form[@id='choosing']")
    assert form.get("method") == "get"
    boxes = page.xpath("//section[@id='articles']//input[@type='checkbox'][@form='choosing']/@value")
    assert sorted(boxes) == sorted(kept.article.id for kept in shown.articles)


def test_no_style_no_script_and_no_handler_stands_in_the_page(page: html.HtmlElement) -> None:
    assert not page.xpath("//@style | //style | //script[not(@src)] | //@onclick")
    assert all(link.startswith("/") for link in page.xpath("//script/@src | //link/@href"))


def test_the_page_with_all_it_loads_stays_small(client: Client, source: str, page: html.HtmlElement) -> None:
    loaded = {*page.xpath("//script/@src"), *page.xpath("//link[@rel='stylesheet']/@href")}
    assert len(loaded) >= 3
    total = len(source.encode()) + sum(len(client.get(link).content) for link in loaded)
    assert total < MOST / 1.5


def test_a_look_is_kept_in_a_cookie_and_stands_in_the_page_from_the_server(
    room_library: Path, shown: headwater.monitor.ShownStory
) -> None:
    address = f"/story/{shown.story.id}"
    with headwater.Library(room_library, read_only=True) as library, asked(room(library)) as client:
        assert "data-theme" not in client.get(address).text
        answer = client.post("/settings/theme", data={"theme": "dark", "back": address})
        assert (answer.status_code, answer.headers["location"]) == (303, address)
        assert '<html lang="en" data-theme="dark">' in client.get(address).text
        client.post("/settings/theme", data={"theme": "", "back": address})
        assert "data-theme" not in client.get(address).text


@pytest.mark.parametrize("back", ["//elsewhere.example", "https://elsewhere.example/", "/\\elsewhere.example", "", "x"])
def test_a_look_leads_back_into_the_room_and_nowhere_else(client: Client, back: str) -> None:
    answer = client.post("/settings/theme", data={"theme": "blue", "back": back})
    assert answer.headers["location"] == "/"
    assert "blue" not in answer.headers.get("set-cookie", "")


# --- before it is read ----------------------------------------------------------------------------------------


def article(name: str, text: str, outlet: str, day: str) -> Article:
    stated = Basis.FILE
    return Article(
        name,
        text,
        name,
        title=Known(f"{HOSTILE} {name}", stated),
        outlet=Known(outlet, stated),
        published=Known(day, stated),
    )


@pytest.fixture
def unread(tmp_path: Path) -> Path:
    path = tmp_path / "unread.sqlite"
    with headwater.Library(path) as library:
        told = "The ferry Ondine of invented Marrow Bay ran aground off Sill Point with forty passengers on Tuesday."
        library.add([
            article("one", f"{told} Nobody was hurt, the harbour master said.", "Marrow Mail", "2021-03-04"),
            article("two", f"{told} The pilot, Jory Penn, blamed the fog.", "Sill Herald", "2021-03-05"),
        ])  # fmt: skip
    return path


def test_a_story_not_read_yet_says_what_is_known_and_offers_to_read_it(unread: Path) -> None:
    with headwater.Library(unread) as library, asked(room(library)) as client:
        story = library.stories()[0]
        source = client.get(f"/story/{story.id}").text
        page = html.document_fromstring(source)
        assert "not read yet" in said(page.xpath("//*[@id='count-line']")[0])
        assert page.xpath("//form[@method='post']/@action")[-1] == f"/story/{story.id}/read"
        days = [said(day) for day in page.xpath("//section[@id='articles']//time")]
        assert days[0] == "4 March 2021"
        assert "<script>alert" not in source
        assert "49" not in page.xpath("//main")[0].text_content()


def test_a_room_that_only_shows_offers_no_reading(unread: Path) -> None:
    with headwater.Library(unread, read_only=True) as library, asked(room(library)) as client:
        page = html.document_fromstring(client.get(f"/story/{library.stories()[0].id}").text)
        assert not page.xpath("//form[contains(@action, '/read')]")


def test_a_story_that_nobody_keeps_is_told_so(client: Client) -> None:
    answer = client.get("/story/story-nowhere-aaaa")
    assert answer.status_code == 404
    assert re.search("no story", answer.text)
