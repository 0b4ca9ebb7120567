"""Feeds: RSS, Atom and JSON Feed to articles, and what they must not do. All of it is fiction."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

import msgspec
import pytest
from feed_cases import FEED, NEWS, PAGE, articles, errors, item_of, rss, rss_item, urls, visited
from hypothesis import given
from hypothesis import strategies as st

from headwater.errors import InputError
from headwater.settings import Settings
from headwater.sources import stream
from headwater.sources.formats import read_item
from headwater.sources.fragment import text_of_html
from headwater.sources.reading import Context, Read
from headwater.types import Captured

Pages = dict[str, str | bytes]
FULL = f"<content:encoded><![CDATA[<p>{NEWS}</p><script>steal()</script><p>The end.</p>]]></content:encoded>"
ATOM = f"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://gazette.example/news/">
<title type="html">The &lt;b&gt;Gazette&lt;/b&gt;</title><updated>2021-05-04T00:00:00Z</updated>
<entry><title>Bridge opens</title><link href="bridge?utm_source=atom"/><published>2021-05-03T08:00:00Z</published>
<updated>2021-05-04T08:00:00Z</updated><author><name>Ivo Penn</name></author><author><name>Una Reed</name></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{NEWS}</p></div></content></entry>
<entry><title>Ferry late</title><link href="https://gazette.example/ferry"/><summary>Only this.</summary></entry>
</feed>"""
RDF = f"""<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"
xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Oskvar Post</title></channel>
<item><title>Plan</title><link>https://post.example/a</link><dc:date>2021-05-03T08:00:00Z</dc:date>{FULL}</item></rdf:RDF>"""
OLD = """<?xml version="1.0"?><!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN"
"http://my.netscape.com/publish/formats/rss-0.91.dtd"><rss version="0.91"><channel><title>Old Post</title>
<item><title>Plan</title><link>https://post.example/old</link></item></channel></rss>"""


def read(data: bytes | str, name: str = "news.xml", url: str = "", **options: int) -> list[Read]:
    """What a feed gives without a network: following a link here would fail the test."""
    settings = Settings(most=options.get("most", 1000))
    content = data if isinstance(data, bytes) else data.encode()
    return list(read_item(item_of(content, name, url), Context(settings, read_item)))


def only(readings: list[Read]) -> Captured:
    (one,) = articles(readings)
    return one


def test_an_item_with_its_full_text_is_an_article_with_its_own_bytes() -> None:
    data = rss(rss_item("/pier?utm_source=rss", FULL))
    one = only(read(data, url=FEED))
    assert one.article.text == f"{NEWS.strip()}\nThe end."
    assert [known.value for known in (one.article.title, one.article.outlet, one.article.byline) if known] == [
        "Plan sent back", "Varnok Courier", "Ada Quill",
    ]  # fmt: skip
    assert urls([one]) == ["https://courier.example/pier"]
    assert one.capture.data.startswith(b"<item>")
    assert one.capture.data in data
    assert (one.capture.locator, one.capture.kind) == ("news.xml item 1", "application/xml")
    assert one.capture.taken == "2021-05-03T12:00:00Z"


def test_the_stream_reads_feeds_as_it_reads_everything(tmp_path: Path) -> None:
    path = tmp_path / "feed.rss"
    path.write_bytes(rss(rss_item("https://courier.example/pier", FULL)))
    one = only(list(stream([path])))
    assert one.article.published is not None
    assert one.article.published.value == "2021-05-03T10:15:00+02:00"
    assert one.article.id == "plan-sent-back"


def test_atom_is_read_with_its_own_base_and_several_authors() -> None:
    one = only(read(ATOM, "news.atom"))
    assert urls([one]) == ["https://gazette.example/news/bridge"]
    known = (one.article.outlet, one.article.byline, one.article.published)
    assert [each.value for each in known if each] == ["The Gazette", "Ivo Penn, Una Reed", "2021-05-03T08:00:00Z"]


def test_the_old_forms_of_rss_are_read() -> None:
    assert urls(read(RDF, "post.rdf")) == ["https://post.example/a"]
    assert errors(read(OLD)) == ["news.xml: holds the addresses of 1 article and no text; give --follow to fetch them"]


def test_a_feed_in_another_encoding_is_read_and_keeps_its_texts_as_bytes() -> None:
    feed = rss(rss_item("https://courier.example/a", FULL, "Café closed")).decode().replace('"utf-8"', '"utf-16"')
    one = only(read(feed.encode("utf-16")))
    assert one.article.title is not None
    assert one.article.title.value == "Café closed"
    assert b"harbour council" in one.capture.data
    assert one.capture.kind == "text/html"


def json_feed(*items: Mapping[str, object], **fields: object) -> str:
    feed = {"version": "https://jsonfeed.org/version/1.1", "title": "Varnok Courier", "items": items}
    return json.dumps(feed | fields)


def test_a_json_feed_is_read() -> None:
    whole_item = {
        "id": "1",
        "url": "/a",
        "title": "Plan",
        "content_html": f"<p>{NEWS}</p>",
        "authors": [{"name": "Ada Quill"}],
    }
    text = {
        "id": "2",
        "url": "https://courier.example/b",
        "content_text": NEWS,
        "date_published": "2021-05-03T08:00:00Z",
    }
    readings = read(json_feed(whole_item, text, feed_url="https://courier.example/feed.json"), "news.json")
    assert urls(readings) == ["https://courier.example/a", "https://courier.example/b"]
    first, second = articles(readings)
    assert json.loads(first.capture.data) == whole_item
    assert first.article.guid is None  # "1" is no identifier in the world
    assert first.article.byline is not None
    assert second.article.text == NEWS.strip()


def test_an_item_of_a_json_feed_that_is_none_is_told_and_the_rest_goes_on() -> None:
    readings = read(json_feed({"url": 7}, {"url": "https://courier.example/b", "content_text": NEWS}), "news.json")
    assert len(articles(readings)) == 1
    assert "news.json item 1: is no item of a JSON Feed" in errors(readings)[0]
    assert "is no JSON Feed" in errors(read('{"version": "https://jsonfeed.org/version/1"}', "news.json"))[0]


def test_what_only_summarises_is_fetched_because_the_user_named_the_feed() -> None:
    asked: list[str] = []
    pages: Pages = {
        FEED: rss(rss_item("../pier"), rss_item("https://courier.example/none")),
        "https://courier.example/pier": PAGE,
    }
    readings = visited(pages, FEED, asked)
    assert urls(readings) == ["https://courier.example/pier"]
    one = only(readings)
    assert one.article.text.startswith("The harbour council")
    assert one.article.published is not None
    assert one.capture.locator == "https://courier.example/pier"
    assert errors(readings) == ["https://courier.example/none: answered 404 Not Found"]
    assert asked == [FEED, "https://courier.example/pier", "https://courier.example/none"]


def test_robots_txt_keeps_what_a_feed_leads_to_but_not_the_feed() -> None:
    pages: Pages = {
        FEED: rss(rss_item("https://courier.example/pier")),
        "https://courier.example/pier": PAGE,
        "https://courier.example/robots.txt": "User-agent: *\nDisallow: /",
    }
    readings = visited(pages, FEED)
    assert articles(readings) == []
    assert "is closed to programs by its site's robots.txt" in errors(readings)[0]


def test_a_feed_that_a_feed_leads_to_is_not_followed_further() -> None:
    inner = "https://courier.example/inner.xml"
    pages: Pages = {
        FEED: rss(rss_item(inner)),
        inner: rss(rss_item("https://courier.example/pier")),
        "https://courier.example/pier": PAGE,
    }
    asked: list[str] = []
    assert "give --follow" in errors(visited(pages, FEED, asked))[0]
    assert asked == [FEED, inner]


def test_a_feed_on_disk_or_in_an_archive_fetches_nothing(tmp_path: Path) -> None:
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("feed.xml", rss(rss_item("https://courier.example/pier")))
    path = tmp_path / "pile.zip"
    path.write_bytes(packed.getvalue())
    for readings in (list(stream([path])), read(rss(rss_item("https://courier.example/pier")))):
        assert "and no text; give --follow to fetch them" in errors(readings)[0]


@pytest.mark.parametrize(
    ("link", "shown"),
    [
        ("javascript:alert(1)", "javascript:alert(1)"),
        ("data:text/html,x", "data:"),
        ("file:///etc/passwd", "file:"),
        ("", ""),
    ],
)
def test_a_link_that_is_none_of_the_web_is_refused_with_a_line(link: str, shown: str) -> None:
    (told,) = errors(read(rss(rss_item(link)), url=FEED))
    assert told.startswith("news.xml item 1: holds no full text and")
    assert (f"leads to '{shown}" in told) if shown else ("has no link" in told)


def test_a_relative_link_without_a_base_is_refused() -> None:
    feed = rss(rss_item("/pier")).replace(b"<link>https://courier.example/</link>", b"")
    assert "leads to '/pier', which is not fetched" in errors(read(feed))[0]


def test_a_text_that_is_cut_off_is_a_summary() -> None:
    for end in ("…", "[...]", "Read more", "Continue reading Plan sent back", "[&#8230;]"):
        body = f"<content:encoded><![CDATA[<p>{NEWS} {end}</p>]]></content:encoded>"
        assert articles(read(rss(rss_item("https://courier.example/a", body)))) == []


def test_a_long_description_is_the_full_text_and_what_the_blog_adds_is_not() -> None:
    added = 'The post <a href="/a">Plan sent back</a> appeared first on <a href="/">Varnok Courier</a>.'
    feed = rss(rss_item("https://courier.example/a")).replace(
        b"In short.", f"<![CDATA[<p>{NEWS * 2}</p><p>{added}</p>]]>".encode()
    )
    assert only(read(feed)).article.text == (NEWS * 2).strip()


def test_of_more_items_than_are_wanted_the_first_are_taken_and_the_rest_told() -> None:
    readings = read(rss(*(rss_item(f"https://courier.example/{n}", FULL) for n in range(9))), most=2)
    assert urls(readings) == ["https://courier.example/0", "https://courier.example/1"]
    assert errors(readings) == ["news.xml: holds 7 more; the first 2 are taken (see --most)"]


def test_a_feed_that_is_not_a_feed_is_told_in_one_line() -> None:
    (page,) = errors(visited({FEED: PAGE.replace("<!doctype html>", '<?xml version="1.0"?>')}, FEED))
    assert "is a page where a feed or other XML was expected" in page
    for data in (b"<rss>", b"<rss version='2.0'><channel></channel></rss>", b"<feed/>"):
        assert errors(read(data)) == ["news.xml: is a feed without items"]
    for data in (b"", b"no markup at all"):
        assert "is no XML" in errors(read(data, "news.rss"))[0]


LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY f SYSTEM "file:///etc/passwd">]>'
)


@pytest.mark.parametrize("before", ["<!-- <rss -->", "<?x <rss ?>", "<!-- ' -->"])
def test_what_looks_like_a_root_element_hides_no_entities(before: str) -> None:
    feed = rss(rss_item("https://courier.example/a", "<description>&c;&f;</description>")).decode()
    data = LAUGHS.replace("<!DOCTYPE", f"{before}<!DOCTYPE") + feed.partition("?>")[2]
    assert "declares entities of its own" in errors(read(data.encode()))[0]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_billion_laughs_and_a_file_by_entity_are_refused_unread(encoding: str) -> None:
    feed = rss(rss_item("https://courier.example/a", "<description>&c;&f;</description>")).decode()
    data = f"{LAUGHS}{feed.partition('?>')[2]}".replace('version="1.0"', f'version="1.0" encoding="{encoding}"', 1)
    assert errors(read(data.encode(encoding))) == [
        "news.xml: declares entities of its own, as no honest file of this kind does; it was not read"
    ]


def test_an_article_about_entities_is_an_article() -> None:
    body = FULL.replace("The end.", "She wrote &lt;!ENTITY on the board.").replace("&lt;", "<")
    assert len(articles(read(rss(rss_item("https://courier.example/a", body))))) == 1


class Endless(BytesIO):
    """A feed of 100 MB that is made while it is read, and counts what was read of it."""

    taken = 0

    def read(self, size: int | None = -1, /) -> bytes:
        count = 100_000_000 if size is None or size < 0 else size
        Endless.taken += count
        return b"<rss>".ljust(count)


@pytest.mark.parametrize("size", [-1, 100_000_000])
def test_a_feed_of_a_hundred_megabytes_is_refused_before_it_is_parsed(size: int) -> None:
    Endless.taken = 0
    item = msgspec.structs.replace(item_of(b""), size=size, open=Endless)
    (told,) = errors(list(read_item(item, Context(Settings(max_bytes=1_000_000), read_item))))
    assert "1,000,000" in told
    assert Endless.taken <= 1_100_000


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"<rss version='2.0'><channel>" + b"<item><title>a" * 50_000, "items are not closed"),
        (b"<rss version='2.0'><channel><item>" + b"<p><b>" * 400_000, "is not well-formed XML"),
    ],
)
def test_feeds_that_would_take_hours_are_refused(data: bytes, words: str) -> None:
    assert words in errors(read(data))[0]


@given(st.binary(max_size=300), st.sampled_from([b"", b"<rss>", b"<feed>", b"<rss version='2.0'><channel><item>"]))
def test_no_bytes_make_a_feed_reader_fail(data: bytes, head: bytes) -> None:
    for reading in read(head + data):
        assert isinstance(reading, (Captured, InputError))


@given(st.text(max_size=200))
def test_no_text_makes_a_fragment_fail(html: str) -> None:
    assert "\n\n" not in text_of_html(html)


def test_a_fragment_gives_all_its_text_paragraph_by_paragraph() -> None:
    html = (
        "Bare words<br>a line<p>One <b>bold</b> word</p><ul><li>first</li><li>second</li></ul>"
        "<figure><img><figcaption>A pier</figcaption></figure> after it<blockquote><p>Said.</p></blockquote>"
        "<style>p{}</style>"
    )
    assert text_of_html(html).split("\n") == [
        "Bare words",
        "a line",
        "One bold word",
        "first",
        "second",
        "after it",
        "Said.",
    ]
    assert text_of_html("no markup\n\nat all\n") == "no markup\nat all"
    assert text_of_html("a &amp; b") == "a & b"


def test_a_feed_that_its_server_calls_a_page_or_a_text_is_a_feed() -> None:
    for kind in ("text/html", "text/plain", "application/octet-stream; x"):
        item = msgspec.structs.replace(
            item_of(rss(rss_item("https://courier.example/a", FULL)), "feed"), kind=kind, suffix=""
        )
        assert len(articles(list(read_item(item, Context(Settings(), read_item))))) == 1
