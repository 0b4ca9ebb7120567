"""Stage 2: which articles tell of one event. All names are invented."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from headwater.engines.local import LocalEngine
from headwater.stories import gather_stories
from headwater.testing.reading import read_texts

FIRE = "A fire destroyed the old mill of Varnholt on Tuesday. Ada Holm, the miller, was hurt."
FIRE_AGAIN = "The miller Ada Holm was hurt when flames destroyed a mill in Varnholt on Tuesday."
MATCH = "Skarrow beat Lindmoor by three goals in the cup. The keeper saved two penalties before half-time."
TEXTS = {"courier": FIRE, "herald": FIRE_AGAIN, "sports": MATCH}


def test_two_reports_of_one_event_are_one_story_and_another_event_is_another() -> None:
    stories = gather_stories(read_texts(TEXTS), LocalEngine())
    assert [story.articles for story in stories] == [("courier", "herald"), ("sports",)]


def test_a_story_says_why_its_articles_belong_together() -> None:
    first, alone = gather_stories(read_texts(TEXTS), LocalEngine())
    assert [part.detail[:20] for part in first.evidence] == ["courier and herald: ", "herald and courier: "]
    assert alone.evidence == ()


def test_a_story_is_called_after_its_first_article() -> None:
    assert [story.id for story in gather_stories(read_texts(TEXTS), LocalEngine())] == ["story-courier", "story-sports"]


def test_of_stories_of_one_size_the_first_by_name_comes_first() -> None:
    stories = gather_stories(read_texts({"z": FIRE, "y": MATCH}), LocalEngine())
    assert [story.articles for story in stories] == [("y",), ("z",)]


def test_copies_of_one_text_are_one_story() -> None:
    stories = gather_stories(read_texts({f"copy{number}": FIRE for number in range(12)}), LocalEngine())
    assert [len(story.articles) for story in stories] == [12]


def test_the_furniture_of_pages_links_nothing() -> None:
    form = "\n\nLeave a Reply\n\nYour email address will not be published. Required fields are marked *"
    stories = gather_stories(read_texts({"a": FIRE + form, "b": MATCH + form}), LocalEngine())
    assert len(stories) == 2


@pytest.mark.parametrize("text", ["", "…", "of the and to"])
def test_an_article_without_telling_words_is_a_story_of_its_own(text: str) -> None:
    stories = gather_stories(read_texts({"a": FIRE, "b": text}), LocalEngine())
    assert [story.articles for story in stories] == [("a",), ("b",)]


def test_no_articles_make_no_stories() -> None:
    assert gather_stories((), LocalEngine()) == ()


@settings(max_examples=10, deadline=None)
@given(st.permutations(sorted(TEXTS)))
def test_the_order_of_the_documents_changes_nothing_and_every_article_is_in_one_story(order: list[str]) -> None:
    documents = {document.article.id: document for document in read_texts(TEXTS)}
    stories = gather_stories([documents[article] for article in order], LocalEngine())
    assert stories == gather_stories(read_texts(TEXTS), LocalEngine())
    assert sorted(article for story in stories for article in story.articles) == sorted(TEXTS)
