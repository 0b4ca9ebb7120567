"""Lists of feeds and maps of sites: what they lead to, and how far they are followed. All of it is fiction."""

from __future__ import annotations

import gzip
from pathlib import Path

import pytest
from feed_cases import FEED, PAGE, articles, errors, item_of, rss, rss_item, urls, visited
from hypothesis import given
from hypothesis import strategies as st

from headwater.errors import InputError, NotEnglish
from headwater.settings import Settings
from headwater.sources import stream
from headwater.sources.formats import read_item
from headwater.sources.reading import Context, Read
from headwater.types import Captured

SITE = "https://courier.example"
MAP = f"{SITE}/sitemap.xml"
Pages = dict[str, str | bytes]


def sitemap(*rows: str) -> str:
    return (
        '<?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
        f'xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">{"".join(rows)}</urlset>'
    )


def row(loc: str, more: str = "") -> str:
    return f"<url><loc>{loc}</loc>{more}</url>"


def news(title: str, language: str = "en", day: str = "2021-05-03") -> str:
    return (
        f"<news:news><news:publication><news:name>Varnok Courier</news:name><news:language>{language}</news:language>"
        f"</news:publication><news:publication_date>{day}</news:publication_date><news:title>{title}</news:title></news:news>"
    )


def index(*maps: str) -> str:
    rows = "".join(f"<sitemap><loc>{one}</loc></sitemap>" for one in maps)
    return (
        f'<?xml version="1.0"?><sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{rows}</sitemapindex>'
    )


def read(data: str | bytes, name: str = "list.xml") -> list[Read]:
    content = data if isinstance(data, bytes) else data.encode()
    return list(read_item(item_of(content, name), Context(Settings(), read_item)))


def test_a_sitemap_leads_to_its_pages_the_newest_first() -> None:
    rows = [row(f"{SITE}/{day}", f"<lastmod>2021-05-0{day}</lastmod>") for day in (1, 3, 2)]
    pages: Pages = {MAP: sitemap(*rows), **{f"{SITE}/{day}": PAGE for day in (1, 2, 3)}}
    readings = visited(pages, MAP, most=2)
    assert urls(readings) == [f"{SITE}/3", f"{SITE}/2"]
    assert errors(readings) == [f"{MAP}: holds 1 more; the first 2 are taken (see --most)"]
    assert articles(readings)[0].article.published is None  # when a page last changed is not when it was published


def test_a_news_sitemap_says_title_outlet_and_day_and_what_is_not_english_is_not_fetched() -> None:
    asked: list[str] = []
    pages: Pages = {
        MAP: sitemap(row("/pier", news("Plan sent back")), row("/jetee", news("Un plan", "fr"))),
        f"{SITE}/pier": PAGE,
    }
    readings = visited(pages, MAP, asked)
    (one,) = articles(readings)
    assert one.article.outlet is not None
    assert one.article.published is not None
    assert (one.article.outlet.value, one.article.published.value) == ("Varnok Courier", "2021-05-03")
    assert any(isinstance(reading, NotEnglish) for reading in readings)
    assert asked == [MAP, f"{SITE}/pier"]


def test_an_index_is_followed_to_its_maps_packed_ones_too() -> None:
    pages: Pages = {
        MAP: index(f"{SITE}/a.xml", f"{SITE}/b.xml.gz"),
        f"{SITE}/a.xml": sitemap(row(f"{SITE}/1")),
        f"{SITE}/b.xml.gz": gzip.compress(sitemap(row(f"{SITE}/2")).encode()),
        f"{SITE}/1": PAGE,
        f"{SITE}/2": PAGE,
    }
    assert urls(visited(pages, MAP)) == [f"{SITE}/1", f"{SITE}/2"]
    assert urls(visited(pages, MAP, most=1)) == [f"{SITE}/1"]


def test_indexes_that_name_each_other_come_to_an_end() -> None:
    pages: Pages = {MAP: index(f"{SITE}/b.xml"), f"{SITE}/b.xml": index(MAP)}
    asked: list[str] = []
    assert articles(visited(pages, MAP, asked)) == []
    assert len(asked) < 6


def test_a_sitemap_on_disk_fetches_nothing_unless_it_may() -> None:
    assert errors(read(sitemap(row(f"{SITE}/1"), row(f"{SITE}/2")))) == [
        "list.xml: holds the addresses of 2 articles and no text; give --follow to fetch them"
    ]
    assert errors(read(index(MAP))) == ["list.xml: names 1 sitemaps; give --follow to fetch them"]
    assert errors(read(sitemap())) == ["list.xml: is a sitemap without addresses"]


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "ftp://x.example/a", ""]
)
def test_a_sitemap_leads_nowhere_but_to_the_web(link: str) -> None:
    readings = visited({MAP: sitemap(row(link))}, MAP)
    assert articles(readings) == []
    assert "only http and https are fetched" in errors(readings)[0]


def test_a_packed_sitemap_that_unpacks_without_end_is_cut_off(tmp_path: Path) -> None:
    path = tmp_path / "map.xml.gz"
    path.write_bytes(gzip.compress(b"<urlset>".ljust(60_000_000), compresslevel=9))
    (told,) = errors(list(stream([path])))
    assert "bytes" in told


def opml(*outlines: str) -> str:
    body = "".join(outlines)
    return f'<?xml version="1.0"?><opml version="2.0"><head><title>Mine</title></head><body>{body}</body></opml>'


def outline(url: str) -> str:
    return f'<outline type="rss" text="a feed" xmlUrl="{url}"/>'


def test_a_list_of_feeds_is_read_with_its_folders_each_feed_once() -> None:
    other = "https://gazette.example/feed"
    pages: Pages = {
        f"{SITE}/mine.opml": opml(outline(FEED), f'<outline text="folder">{outline(other)}{outline(FEED)}</outline>'),
        FEED: rss(rss_item(f"{SITE}/1")),
        other: rss(rss_item("https://gazette.example/2")),
        f"{SITE}/1": PAGE,
        "https://gazette.example/2": PAGE,
    }
    asked: list[str] = []
    assert urls(visited(pages, f"{SITE}/mine.opml", asked)) == [f"{SITE}/1", "https://gazette.example/2"]
    assert asked.count(FEED) == 1


def test_a_feed_of_a_list_that_cannot_be_had_does_not_keep_the_others() -> None:
    mine = f"{SITE}/mine.opml"
    pages: Pages = {
        mine: opml(outline("javascript:alert(1)"), outline(f"{SITE}/none"), outline(FEED)),
        FEED: rss(rss_item(f"{SITE}/1")),
        f"{SITE}/1": PAGE,
    }
    readings = visited(pages, mine)
    assert len(articles(readings)) == 1
    assert errors(readings) == [
        f"{mine}: lists 'javascript:alert(1)'; only http and https are fetched",
        f"{SITE}/none: answered 404 Not Found",
    ]


def test_lists_that_name_themselves_come_to_an_end() -> None:
    mine = f"{SITE}/mine.opml"
    asked: list[str] = []
    assert articles(visited({mine: opml(f'<outline type="include" url="{mine}"/>')}, mine, asked)) == []
    assert len(asked) < 6


def test_a_list_of_feeds_that_lies_in_a_folder_fetches_nothing(tmp_path: Path) -> None:
    (tmp_path / "mine.opml").write_text(opml(outline(FEED)))
    assert errors(list(stream([tmp_path])))[0].endswith(
        "mine.opml: lists 1 feeds; name it itself, or give --follow to fetch them"
    )


def test_a_list_of_feeds_that_the_user_named_is_his_word(tmp_path: Path) -> None:
    (tmp_path / "mine.opml").write_text(opml(outline("http://127.0.0.1:9/feed")))
    assert "leads to the private address 127.0.0.1" in errors(list(stream([tmp_path / "mine.opml"])))[0]


def test_a_list_without_feeds_is_told() -> None:
    assert errors(read(opml("<outline text='x'/>"), "mine.opml")) == ["mine.opml: is a list without feeds"]
    assert "is not well-formed XML" in errors(read("<opml><body>", "mine.opml"))[0]


LAUGHS = '<!DOCTYPE urlset [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;"><!ENTITY f SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize("document", [sitemap(row("&f;")), index("&b;"), opml(outline("&b;"))])
def test_entities_are_refused_in_all_of_them(document: str) -> None:
    assert "declares entities of its own" in errors(read(document.replace("?>", f"?>{LAUGHS}", 1)))[0]


@given(st.binary(max_size=200), st.sampled_from([b"<urlset>", b"<sitemapindex>", b"<opml>", b"<urlset><url><loc>"]))
def test_no_bytes_make_these_readers_fail(data: bytes, head: bytes) -> None:
    for reading in read(head + data):
        assert isinstance(reading, (Captured, InputError))
