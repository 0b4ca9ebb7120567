"""Permalinks name words: they lead to what stands on them today, and outlive every numbering. Texts are invented."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from room_client import Client, asked

import headwater
from headwater.render.body import shown_spans
from headwater.render.compose import view_of
from headwater.render.permalinks import KINDS, anchor_at
from headwater.render.view import StoryView
from headwater.testing.factories import make_brief
from headwater.text.cited_words import read_words, words_of
from headwater.types import Brief, Span
from headwater.web import room

BRIEF = make_brief()
VIEW = view_of(BRIEF)
SPANS = sorted(set(shown_spans(VIEW)))


@pytest.fixture(scope="module")
def client(room_library: Path) -> Iterator[Client]:
    with headwater.Library(room_library, read_only=True) as library, asked(room(library)) as made:
        yield made


@pytest.fixture(scope="module")
def story(room_library: Path) -> headwater.monitor.ShownStory:
    with headwater.Library(room_library, read_only=True) as library:
        return library.story(library.stories()[0].id)


def first_words(view: StoryView, kind: str) -> list[tuple[str, Span]]:
    """Of each thing of a kind the words that its permalink names, with its id."""
    return {
        "statement": [(each.anchor, each.claims[0].witness.spans[0]) for each in view.statements],
        "conflict": [(each.anchor, each.sides[0].witnesses[0].spans[0]) for each in view.conflicts],
        "alteration": [(each.anchor, each.second.spans[0]) for each in view.alterations],
        "quote": [(each.anchor, each.readings[0].witness.spans[0]) for each in view.quotes],
    }[kind]


def renumbered(brief: Brief) -> Brief:
    """The same findings as a later reading might order them."""
    return msgspec.structs.replace(
        brief,
        statements=brief.statements[::-1],
        tellings=brief.tellings[::-1],
        conflicts=brief.conflicts[::-1],
        alterations=brief.alterations[::-1],
    )


@given(st.sampled_from(SPANS))
def test_every_span_that_a_page_opens_is_read_back_from_its_address(span: Span) -> None:
    assert read_words(words_of(span)) == span


@given(st.text(min_size=1), st.integers(0, 10**8), st.integers(1, 10**6))
def test_any_words_of_any_article_are_read_back_from_their_address(article: str, start: int, length: int) -> None:
    span = Span(article, start, start + length)
    assert read_words(words_of(span)) == span


@pytest.mark.parametrize("kind", ["statement", "conflict", "alteration", "quote"])
def test_the_words_of_a_finding_lead_to_a_place_that_has_these_very_words(kind: str) -> None:
    for _, span in first_words(VIEW, kind):
        anchor = anchor_at(VIEW, kind, span)
        found = next(held for name, held in KINDS[kind](VIEW) if name == anchor)
        assert span in set(shown_spans(found))


def test_a_permalink_survives_a_reading_that_numbers_the_statements_anew(story: headwater.monitor.ShownStory) -> None:
    assert story.brief is not None
    before, after = view_of(story.brief), view_of(renumbered(story.brief))
    moved = 0
    for kind in ("statement", "conflict", "alteration"):
        told_before = dict(KINDS[kind](before))
        told_after = dict(KINDS[kind](after))
        for anchor, span in first_words(before, kind):
            there = anchor_at(after, kind, span)
            assert span in set(shown_spans(told_after[there]))
            assert set(shown_spans(told_before[anchor_at(before, kind, span)])) & set(shown_spans(told_after[there]))
            moved += there != anchor
    assert moved > 10


def test_the_words_alone_decide_so_that_a_neighbour_of_the_same_sentence_is_not_taken() -> None:
    claims = [(each.anchor, each.claims[0].witness.spans[0]) for each in VIEW.statements]
    once = [(anchor, span) for anchor, span in claims if sum(span == other for _, other in claims) == 1]
    assert once
    for anchor, span in once:
        assert anchor_at(VIEW, "statement", span) == anchor


def test_where_nothing_stands_or_the_kind_is_not_known_there_is_no_place() -> None:
    beyond = Span("nobody", 0, 5)
    assert all(anchor_at(VIEW, kind, beyond) == "" for kind in KINDS)
    assert anchor_at(VIEW, "gossip", SPANS[0]) == ""


def test_an_address_leads_to_the_statement_and_the_page_has_it_open_even_among_those_that_wait(
    client: Client, story: headwater.monitor.ShownStory
) -> None:
    assert story.brief is not None
    view = view_of(story.brief)
    waiting = view.further[-1]
    span = waiting.claims[0].witness.spans[0]
    answer = client.get(f"/story/{story.story.id}/at/{words_of(span)}?kind=statement")
    assert answer.status_code == 303
    page, _, anchor = answer.headers["location"].partition("#")
    assert anchor == anchor_at(view, "statement", span)
    assert f'id="{anchor}"' in client.get(page).text


def test_words_on_which_nothing_stands_any_more_lead_into_their_article(
    client: Client, story: headwater.monitor.ShownStory
) -> None:
    article = story.articles[0].article.id
    answer = client.get(f"/story/{story.story.id}/at/{article}:0-3?kind=conflict")
    assert answer.status_code == 303
    assert answer.headers["location"].startswith(f"/article/{article}?story=")
    assert answer.headers["location"].endswith("&at=0-3#w0-3")


@pytest.mark.parametrize("words", ["nothing", "a:5-2", "a:-1-4", "a:1-", ":1-2", "a:1-99999999999"])
def test_what_names_no_words_is_refused_in_one_line(
    client: Client, story: headwater.monitor.ShownStory, words: str
) -> None:
    answer = client.get(f"/story/{story.story.id}/at/{words}?kind=statement")
    assert answer.status_code == 400
    assert "names no words" in answer.text
