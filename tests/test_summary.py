"""The brief's first lines: what happened, and how many lines tell it. All people and places are invented."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from headwater.evidence import cite
from headwater.summary import count_line, furniture_left_out
from headwater.summary.choosing import tellings
from headwater.summary.edges import is_cut, trimmed
from headwater.summary.headlines import headline
from headwater.summary.material import Material
from headwater.testing.articles import find_words
from headwater.testing.factories import make_one_article_brief
from headwater.testing.reading import StoryRead, read_story, read_texts, stemma_of
from headwater.text.spans import meets
from headwater.types import Cited, Confidence, Count, EventRecord, Span, Telling, Told

DAY = "2031-03-11"  # a Tuesday
RAID = "Gunmen raided the mill in Varnholt on Monday, killing two guards."
LEAD = f"{RAID} Troops closed the bridge."


def _material(story: StoryRead) -> Material:
    articles = {document.article.id: document.article for document in story.documents}
    brief = replace(
        make_one_article_brief(articles[min(articles)]),
        articles=tuple(articles.values()),
        stemma=story.stemma,
        claims=story.claims,
        statements=story.statements,
        conflicts=story.conflicts,
        timeline=story.timeline,
        entities=story.entities,
    )
    return Material(brief, {document.article.id: document for document in story.documents})


def _headline(story: StoryRead) -> Cited:
    return headline(_material(story))


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
    assert line.text.startswith("Gunmen raided the mill · Varnholt")
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
    assert line.text.endswith(" · the lines differ: How many boats were used?")


def test_words_on_which_the_lines_agree_make_the_headline_if_there_are_any() -> None:
    lead = "Raiders attacked the lighthouse at Skarrow on Monday."
    texts = {name: f"{lead} They came in {boats} boats." for name, boats in (("a", "two"), ("b", "five"))}
    assert _headline(read_story(texts, published=DAY)).text.startswith("Raiders attacked the lighthouse")


# --- the headline says what it lacks --------------------------------------------------------------------------


def test_the_first_line_of_a_story_of_one_line_says_so() -> None:
    texts = {"a": LEAD, "b": LEAD, "c": LEAD}
    one_line = read_story(texts, stemma_of({"wire": ["a", "b", "c"]}), published=DAY)
    assert _headline(one_line).text.endswith(" · one line of reporting")
    assert "one line" not in _headline(read_story(texts, published=DAY)).text


def test_where_one_line_is_only_the_likeliest_count_the_first_line_says_that() -> None:
    stemma = replace(stemma_of({"wire": ["a", "b"]}), count=Count(1, 1, 2))
    assert _headline(read_story({"a": LEAD, "b": LEAD}, stemma)).text.endswith(" · most likely one line of reporting")


def test_days_in_the_headline_are_said_as_a_reader_says_them() -> None:
    line = _headline(
        read_story({"a": "Gunmen raided the mill on Monday.", "b": "Gunmen raided the mill on Monday."}, published=DAY)
    )
    assert " · 10 March 2031" in line.text
    assert "2031-" not in line.text


# --- the order of telling -------------------------------------------------------------------------------------


def _tellings(story: StoryRead) -> dict[str, Telling]:
    return {telling.words.text: telling for telling in tellings(_material(story))}


def test_every_statement_is_told_once_and_those_that_lead_come_first() -> None:
    told = tellings(_material(read_story({"a": LEAD, "b": f"{LEAD} Nine ferries lay idle."}, published=DAY)))
    story = read_story({"a": LEAD, "b": f"{LEAD} Nine ferries lay idle."}, published=DAY)
    assert sorted(one.statement for one in told) == sorted(one.id for one in story.statements)
    assert [one.leads for one in told] == sorted((one.leads for one in told), reverse=True)


def test_the_words_of_a_telling_are_exact_words_of_its_spans_in_their_order() -> None:
    story = read_story({"a": LEAD, "b": f"Gunmen stormed the mill and killed two guards. {LEAD}"}, published=DAY)
    for one in tellings(_material(story)):
        parts = one.words.text.split(" … ")
        spans = [story.article(span.article).text[span.start : span.end] for span in one.words.spans]
        assert parts == spans


def test_a_clause_that_leaves_its_subject_to_another_is_told_with_it() -> None:
    told = _tellings(read_story({"a": "Gunmen stormed the mill in Varnholt and killed two guards."}))
    assert "Gunmen … killed two guards" in told
    assert told["Gunmen … killed two guards"].alone


def test_a_pronoun_is_told_with_the_name_it_stands_for() -> None:
    text = "Mayor Bren Okoro arrived in Varnholt. She closed the bridge."
    told = _tellings(read_story({"a": text}))
    assert any(words.startswith("She [") or words == "She closed the bridge" for words in told)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Guards who lost their rifles left Varnholt.", "Guards who lost their rifles"),
        ("Police asked whether the guards had fled.", "whether the guards had fled"),
    ],
)
def test_words_that_say_nothing_by_themselves_do_not_lead(text: str, words: str) -> None:
    told = _tellings(read_story({"a": f"{RAID} {text}"}))
    found = [one for said, one in told.items() if said in words or words in said]
    assert found
    assert not any(one.alone or one.leads for one in found)


def test_every_conflict_is_covered_by_a_statement_that_leads() -> None:
    filler = " ".join(f"Ferry number {n} left Skarrow for the island of Hale." for n in ("one", "two", "six", "nine"))
    texts = {
        "a": f"Gunmen raided the mill. {filler} Raiders in two boats attacked the lighthouse.",
        "b": f"Gunmen raided the mill. {filler} Raiders in five boats attacked the lighthouse.",
    }
    story = read_story(texts, published=DAY)
    assert story.conflicts
    claims = {claim.id: claim for claim in story.claims}
    leading = {one.statement for one in tellings(_material(story)) if one.leads}
    spans = [claims[claim].span for one in story.statements if one.id in leading for claim in one.claims]
    for conflict in story.conflicts:
        assert any(meets(side, span) for each in conflict.sides for side in each.spans for span in spans)


def test_what_was_told_once_counts_less_again() -> None:
    crews = ("Sailors", "Bakers", "Teachers", "Nurses", "Carters", "Millers", "Clerks", "Farmers", "Smiths", "Masons")
    places = ("harbour", "bridge", "market", "school", "mill", "quarry", "palace", "museum", "library", "chapel")
    attacks = " ".join(f"{crew} attacked the {place}." for crew, place in zip(crews, places, strict=True))
    attacks = f"{attacks} Drivers attacked the station. Weavers attacked the clinic. Tailors attacked the prison."
    told = _tellings(read_story({"a": f"{attacks} The river rose."}))
    assert len(told) == 14
    assert told["The river rose"].leads
    assert sum(one.leads for one in told.values()) == 12


def test_a_quotation_that_a_clause_opens_is_closed_in_its_telling() -> None:
    told = _tellings(read_story({"a": "Okoro called the raid on the mill a “failed plot”."}))
    assert any(words.count("“") == words.count("”") == 1 for words in told)


def test_a_label_that_a_desk_puts_before_a_sentence_is_no_word_of_the_headline() -> None:
    line = _headline(read_story({"a": "UPDATE (5/3/31): Gunmen raided the mill in Varnholt and killed two guards."}))
    assert line.text.startswith("Gunmen raided the mill")


def test_words_that_stop_inside_a_phrase_are_known_as_cut() -> None:
    [document] = read_texts({"a": "Gunmen raided the old mill in Varnholt before dawn on Monday."})
    whole = find_words(document.article, "Gunmen raided the old mill in Varnholt")
    cut = find_words(document.article, "Gunmen raided the old")
    assert not is_cut(document, whole)
    assert is_cut(document, cut)


@given(st.text(alphabet="ab “”()[],.", max_size=30), st.data())
def test_trimmed_words_end_behind_the_clause_by_closing_marks_alone(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    found = trimmed(text, Span("a", start, end))
    assert found.start == start
    assert set(text[end : found.end]) <= set("”)],.")


def test_what_tells_of_the_event_itself_is_told_before_what_as_many_tell_of_another() -> None:
    text = "Police closed a bridge in Hale. Gunmen raided the mill in Skarrow."
    story = read_story({"a": text, "b": text})
    told = Told(
        cite("raided", [story.claim("Gunmen raided the mill in Skarrow", "a").trigger]),
        (),
        0,
        (),
        Confidence.SUPPORTED,
        "",
    )
    event = EventRecord("attack", "", "", told, statements=(story.statement("Gunmen raided the mill in Skarrow").id,))
    material = _material(story)
    told_first = tellings(replace(material, brief=replace(material.brief, event=event)))[0]
    assert told_first.words.text == "Gunmen raided the mill in Skarrow"


def test_a_bullet_before_the_words_is_no_word_of_the_headline() -> None:
    assert trimmed("× Gunmen raided the mill.", Span("a", 0, 25)) == Span("a", 2, 25)


def test_a_clause_that_says_who_is_meant_is_no_headline() -> None:
    texts = dict.fromkeys("ab", "The man who was shot at the mill in Varnholt has died.")
    assert not _headline(read_story(texts, published=DAY)).text.startswith(
        "The man who was shot at the mill in Varnholt ·"
    )


def test_words_that_speak_of_others_leave_the_headline_to_words_that_do_not() -> None:
    text = "Three others were wounded in the raid. Gunmen raided the mill in Varnholt on Monday and killed two guards."
    assert "others" not in _headline(read_story({"a": text, "b": text}, published=DAY)).text
