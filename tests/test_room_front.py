"""The front page: stories by day with what they come to, filters by an address, search, and having stories read."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from library_fixtures import incoming
from msgspec.structs import replace
from room_client import Client, asked

from headwater import Library
from headwater.errors import OptionError
from headwater.library import (
    AnalysisKey,
    Batch,
    Counts,
    Gist,
    Hit,
    Placing,
    Reading,
    Spot,
    Store,
    StoryRow,
    bearing_digest,
    digest_of,
)
from headwater.monitor.analyses import shaping_digest
from headwater.monitor.excerpts import excerpt
from headwater.monitor.records import Found
from headwater.render.front import PAGE, Asked, Names, front_view, query_of, read_asked, terms
from headwater.settings import Settings
from headwater.testing.articles import make_article
from headwater.types import Span
from headwater.version import VERSION
from headwater.web import room

GIST = Gist(
    "Levee breaks · Karsk · the lines differ: How many?", 2, 2, 3, 4, 2, 3, "", "", (Spot("Karsk", "", "Drovenia"),)
)
NAMES = Names(Counts(547, 120, 0, 9, 92), ("Vane Courier",), ("Karsk",))
HOSTILE = "<script>alert(1)</script> {{ 7*7 }} \u202e'; DROP TABLE gists; --"


def told(batch: Batch, story: str, number: int, *, day: int, title: str = "", gist: Gist | None = None) -> None:
    """A story of so many articles; read, where there is a gist of it."""
    title = title or f"Water at {story}"
    added = batch.add(
        incoming(f"{title}. Report {one} on {story}. The levee broke.", outlet="Vane Courier", title=title, day=day)
        for one in range(number)
    )
    batch.place([Placing(one.article, story) for one in added])
    if gist is not None:
        members = batch.members(story)
        key = AnalysisKey(digest_of(members), bearing_digest([], members), shaping_digest(Settings()), VERSION)
        batch.keep_analysis(story, key, b"", gist)


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library of invented stories: disputed, of one line, unread, changed since, with a hostile title."""
    where = tmp_path_factory.mktemp("front") / "library.sqlite"
    one_line = replace(GIST, headline="Ferry sails", low=1, best=1, high=1, conflicts=0, alterations=0)
    with Store.open(where) as store:
        with store.writing() as batch:
            told(batch, "levee", 2, day=19_900, gist=GIST)
            told(batch, "ferry", 2, day=19_900, gist=one_line)
            told(batch, "changed", 2, day=19_899, gist=replace(GIST, headline="Port reopens"))
            told(batch, "unread", 3, day=19_898, title="Zeppelin over Venn")
            told(batch, "hostile", 1, day=19_898, title=HOSTILE)
            spots = (Spot(HOSTILE, HOSTILE, HOSTILE),)
            told(batch, "evil", 2, day=19_897, title=HOSTILE, gist=replace(GIST, headline=HOSTILE, spots=spots))
        with store.writing() as batch:
            added = batch.add([incoming("Late news.", title="Late", day=19_899)])
            batch.place([Placing(added[0].article, "changed")])
    return where


@pytest.fixture(scope="module")
def client(kept: Path) -> Iterator[Client]:
    with Library(kept) as library, asked(room(library)) as client:
        yield client


def stories_in(page: str) -> list[str]:
    """The ids of the stories of a page, in order."""
    return re.findall(r'class="headline"><a href="/story/([\w-]+)"', page)


def text_of(page: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", page)).split())


# --- the list -------------------------------------------------------------------------------------------------


def test_stories_stand_by_day_the_newest_first_and_the_weightiest_of_a_day_leads(client: Client) -> None:
    page = client.get("/").text
    assert stories_in(page) == ["levee", "ferry", "changed", "unread", "hostile", "evil"]
    assert re.findall(r'<time datetime="([\d-]+)">', page) == ["2024-06-26", "2024-06-25", "2024-06-24", "2024-06-23"]
    assert page.count("lead-story") == 1
    assert "Wednesday 26 June 2024" in text_of(page)


def test_a_story_tells_its_articles_lines_differences_and_alterations_in_words(client: Client) -> None:
    page = text_of(client.get("/").text)
    assert "Levee breaks Karsk · the lines differ: How many? 2 articles, 2 to 4 lines" in page
    assert "2 differences 3 altered in copying" in page
    assert "Ferry sails 2 articles, 1 line · 1 outlet" in page
    assert "3 articles, not read yet" in page
    assert "3 articles, 2 to 4 lines · 2 outlets 2 differences 3 altered in copying read before 1 article came" in page


def test_how_much_the_library_keeps_stands_in_one_line(client: Client) -> None:
    assert "13 articles in 6 stories, 4 of them read" in text_of(client.get("/").text)


def test_an_empty_library_says_what_to_do(tmp_path: Path) -> None:
    with Library(tmp_path / "empty.sqlite") as library, asked(room(library)) as client:
        page = client.get("/")
    assert page.status_code == 200
    assert 'href="/add"' in page.text
    assert "headwater add" in page.text


def test_hostile_words_stand_escaped_and_are_written_out(client: Client) -> None:
    for path in ("/", "/?q=DROP", "/?place=%3Cscript%3Ealert(1)", f"/?outlet={HOSTILE}", f"/?since={HOSTILE}"):
        page = client.get(path).text
        assert "<script>alert" not in page, path
        assert "\u202e" not in page.split('id="list"')[1], path
        assert "49" not in text_of(page).split("Report")[0], path
    assert "&lt;script&gt;alert(1)&lt;/script&gt; {{ 7*7 }} \\u202e&#39;; DROP TABLE" in client.get("/").text


# --- filters --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("disputed=1", ["levee", "changed", "evil"]),
        ("single=1", ["ferry"]),
        ("altered=1&place=drovenia", ["levee", "changed"]),
        ("read=yes", ["levee", "ferry", "evil"]),
        ("read=no", ["changed", "unread", "hostile"]),
        ("since=2024-06-25&until=2024-06-25", ["changed"]),
        ("q=zeppelin", ["unread"]),
        ("outlet=northgate+herald", ["changed"]),
        ("after=4", ["unread", "evil"]),
        ("read=maybe&after=minus&nonsense=1", ["levee", "ferry", "changed", "unread", "hostile", "evil"]),
    ],
)
def test_an_address_asks_for_stories(client: Client, query: str, found: list[str]) -> None:
    assert stories_in(client.get(f"/?{query}").text) == found


def test_each_filter_in_force_is_told_and_can_be_taken_off(client: Client) -> None:
    page = client.get("/?q=levee&disputed=1&place=karsk").text
    taken_off = re.findall(r'<li><a href="([^"]*)"><bdi>([^<]*)</bdi> <span aria-hidden', page)
    assert [(unescape(way), words) for way, words in taken_off] == [
        ("/?place=karsk&disputed=1", "with the words “levee”"),
        ("/?q=levee&disputed=1", "happened in karsk"),
        ("/?q=levee&place=karsk", "lines differ"),
    ]
    assert stories_in(client.get("/?place=karsk&disputed=1").text) == ["levee", "changed"]


def test_where_nothing_is_like_that_the_page_says_which_filter_to_loosen(client: Client) -> None:
    page = text_of(client.get("/?single=1&place=atlantis").text)
    assert "No story is like that There are some without this: happened in atlantis Lines" in page
    assert "No single filter is the reason" in text_of(client.get("/?outlet=nobody&place=atlantis").text)


@pytest.mark.parametrize("query", ["since=soon", "q=%22%22", "q=ab*", "until=2024-13-01"])
def test_what_cannot_be_asked_is_told_beside_the_form(client: Client, query: str) -> None:
    page = client.get(f"/?{query}")
    assert page.status_code == 400
    assert 'class="wrong"' in page.text
    assert 'class="asked"' in page.text


def test_an_address_has_only_what_was_filled_in(client: Client) -> None:
    answer = client.get("/?q=levee&since=&until=&outlet=&place=&read=")
    assert (answer.status_code, answer.headers["location"]) == (303, "/?q=levee")
    followed = client.get("/?q=levee&since=&read=", headers={"HX-Request": "true"})
    assert (followed.status_code, followed.headers["hx-push-url"]) == (200, "/?q=levee")


WORDS = st.sampled_from(["", "levee", "zebra", "a b c", '"', "x*", "Karsk", "\0", "'; --", HOSTILE])
DAYS = st.sampled_from(["", "2024-06-24", "2024-06-26", "soon", "0001-01-01", "9999-12-31"])


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.builds(
        Asked,
        q=WORDS,
        since=DAYS,
        until=DAYS,
        outlet=WORDS,
        place=WORDS,
        disputed=st.booleans(),
        altered=st.booleans(),
        single=st.booleans(),
        read=st.sampled_from(["", "yes", "no"]),
        after=st.sampled_from([0, 1, 30, 999_999]),
    )
)
def test_every_combination_of_filters_is_answered_with_a_page(client: Client, wanted: Asked) -> None:
    page = client.get(f"/{query_of(wanted)}")
    assert page.status_code in {200, 400}
    assert (page.status_code == 400) == ('class="wrong"' in page.text)
    assert bool(stories_in(page.text)) <= ("No story is like that" not in page.text)


FIELDS = st.text(max_size=20).map(lambda text: text.translate({0: None}).strip())


@given(st.builds(Asked, q=FIELDS, outlet=FIELDS, place=FIELDS, disputed=st.booleans(), after=st.integers(0, 10**6)))
def test_an_address_says_what_was_asked_and_without_a_filter_all_but_that(wanted: Asked) -> None:
    from urllib.parse import parse_qsl

    try:
        query = query_of(wanted)
    except UnicodeEncodeError:  # a lone surrogate, which no address can carry
        return
    assert read_asked(dict(parse_qsl(query.removeprefix("?")))) == wanted
    for _, without in terms(wanted):
        assert without != replace(wanted, after=0)
        assert len(terms(without)) == len(terms(wanted)) - 1


# --- searching ------------------------------------------------------------------------------------------------


def test_a_search_shows_the_articles_with_the_words_marked(client: Client) -> None:
    page = client.get("/?q=zeppelin").text
    assert stories_in(page) == ["unread"]
    assert "<mark>Zeppelin</mark> over Venn. Report" in page
    link = re.search(r'<h3><a href="(/article/[^"]*)"', page)
    assert link is not None
    assert unescape(link[1]).endswith("?story=unread&at=0-8#w0-8")


def test_of_each_story_the_best_article_is_shown(client: Client) -> None:
    stories = re.findall(r"/article/[^?\"]*\?story=([\w-]+)", client.get("/?q=levee").text)
    assert len(stories) == len(set(stories)) > 3
    narrowed = client.get("/?q=levee&disputed=1").text
    assert sorted(re.findall(r"/article/[^?\"]*\?story=([\w-]+)", narrowed)) == ["changed", "evil", "levee"]


@given(
    st.text(alphabet="ab \n\u202e<", max_size=400),
    st.lists(st.tuples(st.integers(0, 400), st.integers(1, 9)), max_size=5),
)
def test_marks_of_an_excerpt_are_the_words_that_were_found(text: str, places: list[tuple[int, int]]) -> None:
    article = make_article(text)
    spans = tuple(sorted(Span(article.id, at, at + long) for at, long in places if at + long <= len(text)))
    words, marks = excerpt(article, spans)
    shown = {text[span.start : span.end] for span in spans}
    assert {words[start:end] for start, end in marks} <= shown
    assert not spans or marks
    view = front_view(Asked(), NAMES, (), (Found(Hit("a", "s", "t", "o", 1, 1.0, spans), words, marks),))
    assert sum(marked for _, marked in view.found[0].parts) <= len(marks)


# --- the view -------------------------------------------------------------------------------------------------


def test_pages_follow_one_another() -> None:
    rows = tuple(StoryRow(f"s{number}", "A title", 5, 5, 1, 1) for number in range(PAGE + 1))
    first = front_view(Asked(disputed=True), NAMES, rows)
    assert (first.later, first.earlier, sum(len(day.stories) for day in first.days)) == (
        None,
        "?disputed=1&after=30",
        PAGE,
    )
    second = front_view(Asked(after=PAGE), NAMES, rows[:3])
    assert (second.later, second.earlier, second.said) == ("", None, "stories 31 to 33")
    assert front_view(Asked(after=10), NAMES, rows[:1]).later == ""


def test_only_the_first_page_of_all_stories_has_a_lead() -> None:
    row = StoryRow("s", "A title", 5, 5, 1, 1)
    assert [front_view(one, NAMES, (row,)).days[0].leads for one in (Asked(), Asked(q="x"), Asked(after=30))] == [
        True,
        False,
        False,
    ]


@pytest.mark.parametrize(
    ("reading", "read", "said"),
    [
        (Reading.CURRENT, 3, ""),
        (Reading.ARTICLES, 1, "read before 2 articles came"),
        (Reading.ARTICLES, 3, "read before its articles changed"),
        (Reading.DECISIONS, 3, "read before a decision on it"),
        (Reading.OTHERWISE, 3, "read with other settings or by another headwater"),
    ],
)
def test_a_reading_that_is_not_of_today_says_why(reading: Reading, read: int, said: str) -> None:
    row = StoryRow("s", "A title", 5, 6, 3, 1, replace(GIST, articles=read), reading)
    line = front_view(Asked(), NAMES, (row,)).days[0].stories[0]
    assert (line.reading, line.unread, line.days) == (said, reading is not Reading.CURRENT, "6 to 7 January 1970")


def test_the_day_of_a_capture_is_not_told_as_a_day_of_the_story() -> None:
    told = StoryRow("told", "A title", 5, 6, 3, 1)
    none = StoryRow("none", "A title", 6, 6, 1, 1, untold=1)
    some = StoryRow("some", "A title", 2, 6, 4, 1, untold=1, told=(2, 3))
    view = front_view(Asked(), NAMES, (none, told, some))
    assert [(day.weekday, [(line.id, line.days) for line in day.stories]) for day in view.days] == [
        ("Wednesday", [("told", "6 to 7 January 1970")]),
        ("Came in", [("some", "3 to 4 January 1970"), ("none", "no day told")]),
    ]


# --- having stories read --------------------------------------------------------------------------------------


def test_the_first_that_were_not_read_are_read_behind_the_scenes(
    tmp_path: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []

    def brief(_: Library, story: str) -> None:
        read.append(story)
        if story == "unread":
            raise OptionError("it cannot be read")

    monkeypatch.setattr(Library, "brief", brief)
    own = tmp_path / "own.sqlite"
    own.write_bytes(kept.read_bytes())
    with Library(own) as library, asked(room(library)) as client:
        assert "Read the first 3 not read" in text_of(client.get("/").text)
        answer = client.post("/read", data={"outlet": "vane courier", "q": "", "after": "x"})
        assert (answer.status_code, answer.headers["location"]) == (303, "/?outlet=vane+courier")
        _wait(client)
    assert read == ["changed", "hostile", "unread"]


def _wait(client: Client) -> None:
    """Until the page no longer shows work that goes on."""
    for _ in range(200):
        if "data-events" not in client.get("/").text:
            return
        time.sleep(0.02)
    raise AssertionError("the work did not end")


def test_a_library_to_read_only_has_no_buttons_and_reads_nothing(kept: Path) -> None:
    with Library(kept, read_only=True) as library, asked(room(library)) as client:
        page = client.get("/").text
        assert 'action="/read"' not in page
        assert 'class="read"' not in page
        assert client.post("/read").status_code == 403


# --- speed ----------------------------------------------------------------------------------------------------


def test_a_library_of_five_thousand_stories_answers_quickly(tmp_path: Path) -> None:
    with Store.open(tmp_path / "large.sqlite") as store, store.writing() as batch:
        added = batch.add(
            incoming(f"Levee {number} broke.", title=f"Levee {number}", day=19_000 + number % 900)
            for number in range(5_000)
        )
        batch.place([Placing(one.article, f"story-{number}") for number, one in enumerate(added)])
        for number in range(0, 5_000, 10):
            gist = replace(GIST, conflicts=number % 20, spots=(Spot(f"Town {number % 70}", "", "Drovenia"),))
            batch.keep_gist(f"story-{number}", AnalysisKey("", "", "", ""), gist)
    with Library(tmp_path / "large.sqlite") as library, asked(room(library)) as client:
        client.get("/")  # templates are read, counts taken
        for query in ("", "q=levee", "disputed=1&place=town+40", "read=no&after=4000", "outlet=nobody&altered=1"):
            began = time.process_time()
            page = client.get(f"/?{query}")
            assert page.status_code == 200
            assert time.process_time() - began < 0.5, query
            assert len(page.content) < 60_000
