"""One format at a time: Markdown, HTML, our own JSON, ninjs. All people and places are invented."""

import json
import time
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from headwater.errors import MalformedRecord
from headwater.settings import Settings
from headwater.sources import Gathered, gather
from headwater.sources.decoding import decode
from headwater.sources.records import Record, article_schema
from headwater.types import Article, Basis, Known

NEWS = "The harbour council of Varnok met for two hours on Monday and sent the plan for a new pier back to its authors."
MORE = "The mayor said that the town could not pay for it, and that the fishermen would have to wait until the spring."


def read(folder: Path, name: str, content: str | bytes, **settings: Any) -> Gathered:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return gather([path], Settings(**settings))


def only(gathered: Gathered) -> Article:
    assert gathered.failures == ()
    (article,) = gathered.articles
    return article


def stated(value: str) -> Known:
    return Known(value, Basis.FILE)


# --- Markdown


def test_front_matter_gives_the_metadata_and_the_body_loses_its_marks(tmp_path: Path) -> None:
    article = only(
        read(
            tmp_path,
            "a.md",
            f"---\ntitle: Plan sent back\ndate: 2021-05-03\nauthors: [Ada Brone, Tom Vesk]\nsource: Courier\n---\n"
            f"# Plan sent back\n\n{NEWS} It was **not** the _first_ [time](http://example.org).\n\n> {MORE}\n",
        )
    )
    assert article.text == f"{NEWS} It was not the first time.\n\n{MORE}"
    assert (article.title, article.published) == (stated("Plan sent back"), stated("2021-05-03"))
    assert (article.byline, article.outlet) == (stated("Ada Brone, Tom Vesk"), stated("Courier"))


def test_markdown_without_front_matter_takes_its_title_from_the_first_heading(tmp_path: Path) -> None:
    article = only(read(tmp_path, "a.md", f"# Plan sent back\n\n{NEWS} A snake_case_name and 2 * 3 * 4 stay."))
    assert article.title == stated("Plan sent back")
    assert article.text == f"{NEWS} A snake_case_name and 2 * 3 * 4 stay."


@pytest.mark.parametrize(
    ("head", "word"),
    [
        ("a: &a [x]\nb: *a", "aliases"),
        ("title: [unclosed", "not YAML"),
        ("x: !!python/object/apply:os.system ['true']", "not YAML"),
        ("x: " + "y" * 30_000, "longer than"),
    ],
)
def test_front_matter_that_is_hostile_or_broken_is_refused(tmp_path: Path, head: str, word: str) -> None:
    gathered = read(tmp_path, "a.md", f"---\n{head}\n---\n{NEWS}")
    assert isinstance(gathered.failures[0], MalformedRecord)
    assert word in str(gathered.failures[0])


def test_a_date_that_cannot_be_read_is_told_and_not_guessed(tmp_path: Path) -> None:
    gathered = read(tmp_path, "a.md", f"---\npublished: 03/05/2021\n---\n{NEWS}")
    assert only(gathered).published is None
    assert "'03/05/2021' could not be read" in gathered.left_out[0].reason


# --- HTML

PAGE = """<!doctype html><html lang="en"><head><title>Plan sent back - Varnok Courier</title>
<meta property="og:site_name" content="Varnok Courier"><link rel="canonical" href="http://courier.example/plan">
{head}</head><body><nav><a href="/">Home</a> <a href="/sport">Sport</a></nav><article><h1>Plan sent back</h1>
<p>{news}</p><p>{more}</p><p>{news} {more}</p></article><footer>Imprint and privacy</footer></body></html>"""


def page(head: str = "", news: str = NEWS, more: str = MORE) -> str:
    return PAGE.replace("{head}", head).replace("{news}", news).replace("{more}", more)


JSON_LD = json.dumps(
    {
        "@graph": [
            {"@type": "WebSite", "name": "x"},
            {
                "@type": ["NewsArticle"],
                "headline": "Plan sent back",
                "datePublished": "2021-05-03T10:15:00+02:00",
                "author": [{"@type": "Person", "name": "Ada Brone"}, {"name": "Tom Vesk"}],
                "publisher": {"name": "The Varnok Courier"},
            },
        ]
    }
)


def test_a_page_gives_its_text_without_the_menu_and_what_json_ld_states(tmp_path: Path) -> None:
    article = only(read(tmp_path, "a.html", page(f'<script type="application/ld+json">{JSON_LD}</script>')))
    assert NEWS in article.text
    assert "Home" not in article.text
    assert "Imprint" not in article.text
    assert article.published == stated("2021-05-03T10:15:00+02:00")
    assert article.byline == stated("Ada Brone, Tom Vesk")
    assert article.outlet == stated("The Varnok Courier")
    assert article.title == stated("Plan sent back")
    assert article.url == stated("http://courier.example/plan")


def test_a_page_without_json_ld_gives_its_meta_tags_and_an_agency_as_author(tmp_path: Path) -> None:
    head = (
        '<meta property="article:published_time" content="2021-05-03T08:15:00Z">'
        '<meta name="author" content="Associated Press"><script type="application/ld+json">{broken</script>'
    )
    article = only(read(tmp_path, "a.htm", page(head)))
    assert article.published == stated("2021-05-03T08:15:00+00:00")
    assert article.agency == stated("AP")
    assert article.outlet == stated("Varnok Courier")


def test_a_page_that_states_no_date_gets_none(tmp_path: Path) -> None:
    assert only(read(tmp_path, "a.html", page(news=f"In May 2019 {NEWS}"))).published is None


def test_a_page_under_another_name_is_known_by_its_look(tmp_path: Path) -> None:
    assert "Home" not in only(read(tmp_path, "a.txt", page())).text


def test_the_charset_of_a_page_is_the_one_it_states(tmp_path: Path) -> None:
    html = page(
        '<meta charset="iso-8859-1">', more="The mayor – “naïve” – said that the town could not pay for all of it."
    )
    assert "– “naïve” –" in only(read(tmp_path, "a.html", html.encode("cp1252"))).text


def test_entities_of_a_page_bring_in_no_file(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("the secret words")
    html = f'<!DOCTYPE html [<!ENTITY x SYSTEM "file://{tmp_path}/secret">]>' + page(more="&x; " + MORE)[15:]
    assert "secret words" not in only(read(tmp_path, "a.html", html)).text


# --- our own JSON and JSON Lines


def test_a_record_gives_all_its_fields(tmp_path: Path) -> None:
    record = {
        "id": "Plan!",
        "text": NEWS,
        "title": "Plan",
        "outlet": "Courier",
        "agency": "Associated Press",
        "byline": "Ada Brone",
        "published": "2021-05-03T10:15:00Z",
        "url": "http://courier.example/1",
        "language": "en",
    }
    article = only(read(tmp_path, "a.json", json.dumps(record)))
    assert (article.id, article.text, article.agency) == ("plan", NEWS, stated("AP"))
    assert article.published == stated("2021-05-03T10:15:00+00:00")
    assert article.url == stated("http://courier.example/1")


def test_an_array_goes_on_after_a_bad_item(tmp_path: Path) -> None:
    gathered = read(tmp_path, "a.json", json.dumps([{"text": NEWS}, {"texte": NEWS}, {"text": MORE}]))
    assert len(gathered.articles) == 2
    assert "item 2: has the field 'texte', which is not known; known are text, id" in str(gathered.failures[0])


def test_line_17_of_40_is_named_and_the_rest_goes_on(tmp_path: Path) -> None:
    rows = [json.dumps({"text": f"{NEWS} Vote {number}."}) for number in range(1, 41)]
    rows[16] = '{"text": "cut off'
    gathered = read(tmp_path, "pile.jsonl", "\n".join(rows) + "\n")
    assert len(gathered.articles) == 39
    (failure,) = gathered.failures
    assert "pile.jsonl line 17: is not JSON" in str(failure)
    assert gathered.articles[0].id == "pile-1"


@pytest.mark.parametrize(
    ("line", "word"),
    [
        ('{"text": 3}', "expected `str`, got `int`"),
        ("{}", "missing required field `text`"),
        ('{"text": ""}', "length >= 1"),
        ('{"text": "   "}', "is empty"),
        ("3", "expected `object`"),
        ("[" * 100_000, "nested too deeply"),
        ('{"text": "\\ud800"}', "line 1"),
    ],
)
def test_a_record_that_breaks_the_schema_is_told_why(tmp_path: Path, line: str, word: str) -> None:
    gathered = read(tmp_path, "a.jsonl", line + "\n" + json.dumps({"text": NEWS}))
    assert len(gathered.articles) == 1
    assert word in str(gathered.failures[0])


def test_json_lines_is_streamed_and_only_a_line_is_capped(tmp_path: Path) -> None:
    rows = "\n".join(json.dumps({"text": f"{NEWS} {number}"}) for number in range(50))
    gathered = read(tmp_path, "a.jsonl", f"{rows}\n{'x' * 5000}\n{json.dumps({'text': MORE})}", max_bytes=1000)
    assert len(gathered.articles) == 51
    assert "line 51: is longer than 1,000 bytes" in str(gathered.failures[0])


@pytest.mark.parametrize("content", ["", "[]", "  "])
def test_json_with_nothing_in_it_is_empty(tmp_path: Path, content: str) -> None:
    assert "empty" in str(read(tmp_path, "a.json", content).failures[0])
    assert "empty" in str(read(tmp_path, "a.jsonl", content).failures[0])


def test_a_record_may_say_what_it_was_made_from(tmp_path: Path) -> None:
    record = {"text": NEWS, "guid": "urn:norwa:2", "derived_from": ["urn:norwa:1", " "]}
    article = only(read(tmp_path, "a.json", json.dumps(record)))
    assert (article.guid, article.derived_from) == (stated("urn:norwa:2"), (stated("urn:norwa:1"),))


def test_the_published_schema_is_fresh_and_says_what_the_reader_does() -> None:
    published = Path(__file__).parent.parent / "docs" / "article.schema.json"
    assert json.loads(published.read_text()) == article_schema()
    validator = jsonschema.Draft202012Validator(article_schema())
    assert validator.is_valid({"text": NEWS, "published": None})
    assert validator.is_valid([{"text": NEWS}])
    assert not validator.is_valid({"texte": NEWS})
    assert not validator.is_valid({"text": ""})
    assert set(article_schema()["$defs"]["Record"]["properties"]) == set(Record.__struct_fields__)


# --- ninjs


def test_ninjs_1_gives_its_plain_body_and_its_source(tmp_path: Path) -> None:
    item = {
        "uri": "http://wire.example/items/77",
        "type": "text",
        "versioncreated": "2021-05-03T10:15:00Z",
        "headline": "Plan sent back",
        "byline": "Ada Brone",
        "body_text": NEWS,
        "source": "Agence France-Presse",
        "located": "Varnok",
        "urgency": 3,
        "place": [{"name": "Varnok"}],
    }
    article = only(read(tmp_path, "a.json", json.dumps(item)))
    assert (article.text, article.title, article.agency) == (NEWS, stated("Plan sent back"), stated("AFP"))
    assert article.published == stated("2021-05-03T10:15:00+00:00")
    assert article.url == stated("http://wire.example/items/77")


def test_ninjs_2_and_3_give_the_main_body_and_headline(tmp_path: Path) -> None:
    item = {
        "uri": "tag:wire.example,2021:77",
        "versionCreated": "2021-05-03T10:15:00Z",
        "headlines": [{"role": "alt", "value": "A longer other headline"}, {"role": "main", "value": "Plan"}],
        "bodies": [{"role": "summary", "value": "Short."}, {"role": "main", "contentType": "text/html",
                    "value": f"<p>{NEWS}</p><p>{MORE}</p><script>x()</script>"}],
        "infosources": [{"name": "Varnok Wire", "role": "x"}],
        "by": "Ada Brone",
    }  # fmt: skip
    article = only(read(tmp_path, "a.json", json.dumps([item])))
    assert article.text == f"{NEWS}\n{MORE}"
    assert (article.title, article.outlet, article.byline) == (
        stated("Plan"),
        stated("Varnok Wire"),
        stated("Ada Brone"),
    )


def test_ninjs_with_html_only_gives_its_text(tmp_path: Path) -> None:
    item = {"uri": "x", "body_html": f"<p>{NEWS}</p>\n<p>{MORE}</p>"}
    assert only(read(tmp_path, "a.json", json.dumps(item))).text == f"{NEWS}\n{MORE}"


@pytest.mark.parametrize(
    ("item", "word"),
    [
        ({"uri": "x", "type": "picture"}, "without a text (type picture)"),
        ({"uri": "x", "body_text": NEWS, "pubstatus": "canceled"}, "withdrawn"),
        ({"uri": "x", "body_text": 3}, "breaks ninjs"),
    ],
)
def test_ninjs_that_is_no_text_is_told_why(tmp_path: Path, item: dict[str, Any], word: str) -> None:
    assert word in str(read(tmp_path, "a.json", json.dumps(item)).failures[0])


def test_a_charset_that_is_no_text_encoding_is_not_obeyed() -> None:
    assert decode("a", b"plain", "rot13").text == "plain"
    assert decode("a", b"plain", "no-such-charset").text == "plain"


@pytest.mark.parametrize(
    ("name", "unit"),
    [
        ("a.html", "<div>"),
        ("a.html", "<!--"),
        ("a.html", "<p><b>"),
        ("a.md", "["),
        ("a.md", "**a "),
        ("a.md", "# "),
        ("a.md", "_a"),
        ("a.json", '{"text":'),
        ("a.txt", "<!--"),
    ],
)
def test_hostile_nesting_takes_no_more_than_a_moment(tmp_path: Path, name: str, unit: str) -> None:
    started = time.perf_counter()
    read(tmp_path, name, ("<html><body>" if name == "a.html" else "") + unit * 20_000)
    assert time.perf_counter() - started < 5
