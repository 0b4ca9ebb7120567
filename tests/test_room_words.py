"""Words are opened on demand: each fold of a story's page leads to what brief.html has in it. Texts are invented."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html
from msgspec.structs import replace
from room_client import Client, asked

import headwater
from headwater.render import render
from headwater.render.compose import view_of
from headwater.render.folds import index_of, key_of, kind_of
from headwater.testing.factories import make_brief
from headwater.web import room

ASKS = {"HX-Request": "true"}


@pytest.fixture(scope="module")
def client(room_library: Path) -> Iterator[Client]:
    with headwater.Library(room_library, read_only=True) as library, asked(room(library)) as made:
        yield made


@pytest.fixture(scope="module")
def story(room_library: Path) -> headwater.monitor.ShownStory:
    with headwater.Library(room_library, read_only=True) as library:
        return library.story(library.stories()[0].id)


@pytest.fixture(scope="module")
def folds(client: Client, story: headwater.monitor.ShownStory) -> list[str]:
    page = html.document_fromstring(client.get(f"/story/{story.story.id}").text)
    return [link for link in page.xpath("//p[@class='fetch']/a/@href") if "/words/" in link]


def test_the_same_content_has_the_same_key_and_other_content_another() -> None:
    view, again = view_of(make_brief()), view_of(make_brief())
    assert [key_of(each) for each in view.statements] == [key_of(each) for each in again.statements]
    assert len({key_of(each) for each in view.statements}) == len(view.statements)


def test_every_key_finds_a_part_of_its_kind_and_no_two_parts_have_one_key() -> None:
    brief = make_brief()
    view = view_of(brief)
    index = index_of(brief, view)
    assert all(key_of(part) == key for key, part in index.items())
    assert {kind_of(part) for part in index.values()} >= {"StatementView", "several Witness", "several Reason"}


def test_of_an_utterance_with_many_readings_the_page_shows_eight_and_folds_the_others() -> None:
    brief = make_brief()
    family = next(each for each in brief.quote_families if len(each.readings) > 1)
    readings = (family.readings * 11)[:11]  # the words do not matter here
    brief = replace(brief, quote_families=(replace(family, readings=readings),))
    view = view_of(brief)
    [quote] = view.quotes
    assert quote.leading == quote.readings[:8]
    assert quote.leading + quote.further == quote.readings
    assert index_of(brief, view)[key_of(quote.further)] == quote.further
    assert kind_of(quote.further) == "several ReadingView"
    page = html.document_fromstring(render(brief, "html"))
    [more] = page.xpath(f"//div[@id='quote-1']/details[summary='and {len(quote.further)} more readings']")
    assert len(more.xpath(".//blockquote[@class='reading']")) == len(quote.further)


def test_every_fold_of_the_page_opens_some_words(client: Client, folds: list[str]) -> None:
    assert len(folds) > 50
    for fold in folds:
        answer = client.get(fold, headers=ASKS)
        assert answer.status_code == 200
        piece = html.fragment_fromstring(answer.text, create_parent="div")
        assert " ".join(piece.text_content().split())
        assert not piece.xpath(".//title | .//script")


def test_without_script_the_same_words_stand_on_a_page_of_their_own(client: Client, folds: list[str]) -> None:
    fold = folds[len(folds) // 2]
    piece = html.fragment_fromstring(client.get(fold, headers=ASKS).text, create_parent="div")
    page = html.document_fromstring(client.get(fold).text)
    assert page.xpath("//main")
    assert page.xpath("//h1//a")
    assert " ".join(piece.text_content().split()) in " ".join(page.xpath("//main")[0].text_content().split())


def test_the_words_of_a_statement_are_those_of_its_claims_in_their_sentences(
    client: Client, story: headwater.monitor.ShownStory
) -> None:
    assert story.brief is not None
    statement = view_of(story.brief).leading[0]
    answer = client.get(f"/story/{story.story.id}/words/{key_of(statement)}", headers=ASKS)
    piece = html.fragment_fromstring(answer.text, create_parent="div")
    shown = [" ".join(quote.text_content().split()) for quote in piece.xpath(".//blockquote/p")]
    for claim in statement.claims:
        assert " ".join(claim.witness.text.split()) in shown


def test_every_place_of_the_words_leads_into_its_article(client: Client, folds: list[str]) -> None:
    pieces = (html.fragment_fromstring(client.get(fold, headers=ASKS).text, create_parent="div") for fold in folds[:20])
    links = [link for piece in pieces for link in piece.xpath(".//cite/a/@href")]
    assert links
    for link in links[:20]:
        assert client.get(link.partition("#")[0]).status_code == 200


@pytest.mark.parametrize("key", ["aaaaaaaa", "0", "..%00", "x" * 500])
def test_words_that_are_not_behind_the_story_any_more_are_told_so(
    client: Client, story: headwater.monitor.ShownStory, key: str
) -> None:
    answer = client.get(f"/story/{story.story.id}/words/{key}", headers=ASKS)
    assert answer.status_code == 404
