"""The brief's first lines: what happened, and how many lines tell it. All people and places are invented."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from headwater.summary import count_line, furniture_left_out, headline
from headwater.testing.reading import StoryRead, read_story, read_texts, stemma_of
from headwater.types import Cited, Count

DAY = "2031-03-11"  # a Tuesday
RAID = "Gunmen raided the mill in Varnholt on Monday, killing two guards."
LEAD = f"{RAID} Troops closed the bridge."


def _headline(story: StoryRead) -> Cited:
    claims = {claim.id: claim for claim in story.claims}
    documents = {document.article.id: document for document in story.documents}
    return headline(story.statements, claims, documents, story.entities, story.timeline, story.conflicts)


@pytest.mark.parametrize(
    ("articles", "count", "line"),
    [
        (1, Count(1, 1, 1), "1 article, 1 line of reporting"),
        (5, Count(3, 3, 3), "5 articles, 3 lines of reporting"),
        (5, Count(2, 3, 4), "5 articles, 2 to 4 lines of reporting, most likely 3"),
        (40, Count(1, 1, 1), "40 articles, 1 line of reporting"),
    ],
)
def test_the_count_is_told_in_one_line_and_as_a_range_where_it_is_open(articles: int, count: Count, line: str) -> None:
    stemma = replace(stemma_of({"wire": ["a"]}), count=count)
    assert count_line(stemma, articles) == line


def test_a_story_of_one_line_says_so_first() -> None:
    assert count_line(stemma_of({"wire": ["a", "b", "c"]}), 3) == "3 articles, 1 line of reporting"


def test_the_headline_is_words_of_an_article_and_opens_them() -> None:
    story = read_story({"a": LEAD}, published=DAY)
    line = _headline(story)
    assert line.text.startswith("Gunmen raided the mill in Varnholt on Monday")
    span = line.spans[0]
    assert story.article(span.article).text[span.start : span.end] == line.text.split(" · ", maxsplit=1)[0]


def test_what_all_lines_tell_is_the_headline_rather_than_what_one_adds() -> None:
    own = "Bren Okoro sold his house in Skarrow on Sunday."
    story = read_story({"a": f"{own} {RAID}", "b": LEAD, "c": LEAD}, published=DAY)
    assert "raided the mill" in _headline(story).text


def test_a_headline_that_names_no_place_is_given_the_one_named_most() -> None:
    text = "Gunmen raided the mill and killed two guards.\n\nTroops arrived in Varnholt by boat. Varnholt is quiet."
    line = _headline(read_story({"a": text}))
    assert line.text == "Gunmen raided the mill · Varnholt"
    assert len(line.spans) == 2


def test_without_claims_the_headline_is_the_first_sentence() -> None:
    story = read_story({"a": "Why?", "b": "Gone."})
    assert _headline(story).text == "Why?"


def test_what_is_left_out_is_listed_by_article_and_kind_with_its_words() -> None:
    text = f"{LEAD}\n\nShare this: Facebook Twitter\n\nLeave a Reply\n\nYour email address will not be published.\n"
    left = list(furniture_left_out(read_texts({"a": text, "b": text})))
    assert sorted({one.name for one in left}) == ["a.txt", "b.txt"]
    assert all(one.spans and "part of the page, not of the report" in one.reason for one in left)
    assert len({(one.name, one.reason) for one in left}) == len(left)


def test_a_dateline_is_not_listed_as_left_out() -> None:
    assert list(furniture_left_out(read_texts({"a": f"VARNHOLT (AP) — {LEAD}"}))) == []


def test_the_place_of_the_headline_is_the_one_that_most_articles_name() -> None:
    story = "Gunmen raided the mill and killed two guards."
    there = "Troops arrived in Varnholt by boat."
    own = "They came from Skarrow by road. Nobody slept in Skarrow that night. Many shops in Skarrow closed."
    texts = {"a": f"{story}\n\n{there} {own}", "b": f"{story}\n\n{there}", "c": story}
    assert _headline(read_story(texts)).text.endswith(" · Varnholt")


def test_a_headline_that_takes_a_side_says_that_the_lines_differ() -> None:
    texts = {
        "a": "Raiders in two boats attacked the lighthouse.",
        "b": "Raiders in five boats attacked the lighthouse.",
    }
    line = _headline(read_story(texts, published=DAY))
    assert line.text.endswith(" · the lines differ on this")


def test_words_on_which_the_lines_agree_make_the_headline_if_there_are_any() -> None:
    lead = "Raiders attacked the lighthouse at Skarrow on Monday."
    texts = {name: f"{lead} They came in {boats} boats." for name, boats in (("a", "two"), ("b", "five"))}
    assert _headline(read_story(texts, published=DAY)).text.startswith("Raiders attacked the lighthouse")
