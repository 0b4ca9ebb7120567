"""Article text, titles, names, file names and outlets that try to become markup, colour or another direction."""

import re
import unicodedata
from enum import Enum

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from msgspec import Struct
from msgspec.structs import replace

from headwater.evidence import cite
from headwater.render import read_brief, read_briefs, render, render_many
from headwater.render.characters import visible, without_marks
from headwater.testing.factories import find_words, make_article, make_brief, make_one_article_brief
from headwater.types import Article, Brief, Cited, Entity, EntityKind, Known, LeftOut, Span, Spelling

ATTACKS = {
    "script": "<script>alert(1)</script>",
    "svg": "<svg onload=alert(1)><a href=javascript:alert(1)>x</a></svg>",
    "attribute": "\"><img src=https://evil.example/x.png onerror='alert(1)'>",
    "template": "{{ 7 * 7 }} {% include '/etc/passwd' %} {# gone #}",
    "entity": "&lt;b&gt; &#x202e; &amp;",
    "close": "</style></title></textarea></article>]]>-->",
    "rich": "[bold red]not red[/bold red] [link=https://evil.example]x[/link] :skull:",
    "ansi": "\x1b[31mred\x1b[0m \x1b]0;title\x07 \x9b2J",
    "bidi": "abc \u202egnp.exe\u2066 \u2069\u200f end",
    "markdown": "# h `c` [x](https://evil.example) ![i](//e) | a | **b** <u> www.evil.example @someone $x$ ~~s~~",
    "control": "nul \x00 bell \x07 back \x08 feed \x0c sep \u2028 tag \U000e0041",
    "surrogate": "name \udc80 end",
    "arabic": "قال المتحدث باسم الميناء إن العبارات توقفت",
}
FORMS = ("text", "html", "markdown")


def hostile(attack: str) -> Brief:
    """A brief that has the attack in every string that comes from outside."""
    article = make_article(
        f"{attack}\n\nThe mill burned {attack} on Monday.\n",
        id=f"id {attack}",
        name=f"{attack}.txt",
        title=attack,
        outlet=attack,
        agency=attack,
        byline=attack,
        published="2031-03-10",
        url=f"javascript:alert(1)//{attack}",
    )
    brief = make_one_article_brief(article)
    words = find_words(article, f"burned {attack}")
    entity = Entity("e", EntityKind.PERSON, attack, (Spelling(attack, (words,)),), (words,))
    line = replace(brief.stemma.lines[0], label=attack)
    return replace(
        brief,
        headline=cite(attack, [words]),
        stemma=replace(brief.stemma, lines=(line,)),
        entities=(entity,),
        left_out=(LeftOut(attack, attack, (words,)),),
    )


IDS = {
    "id",
    "statement",
    "claim",
    "claims",
    "statements",
    "figures",
    "article",
    "articles",
    "line",
    "line_ids",
    "lines",
}
IDS |= {
    "origin",
    "root",
    "parent",
    "child",
    "witnesses",
    "quote",
    "speaker",
    "entity",
    "shown",
    "left",
    "right",
    "versions",
}
IDS |= {"version", "published", "first", "last", "as_of", "when"}  # days that a stage has read, not words of an article


def poisoned(value: object, attack: str, name: str = "") -> object:
    """The record with the attack behind every word in it that is no id, no day and no name of a kind."""
    if isinstance(value, Enum) or name in IDS:
        return value
    if isinstance(value, str):
        return f"{value} {attack}"
    if isinstance(value, tuple):
        return tuple(poisoned(part, attack) if isinstance(part, Struct) else part for part in value)
    if isinstance(value, Cited):
        return replace(value, text=f"{value.text} {attack}")
    if isinstance(value, (Article, Span)) or not isinstance(value, Struct):
        return value
    return replace(value, **{each: poisoned(getattr(value, each), attack, each) for each in value.__struct_fields__})


@pytest.fixture(params=ATTACKS)
def attack(request: pytest.FixtureRequest) -> str:
    return ATTACKS[request.param]


def test_no_attack_becomes_an_element_an_attribute_or_a_load(attack: str) -> None:
    page = html.document_fromstring(render(hostile(attack), "html"))
    harmless = html.document_fromstring(render(hostile("calm words"), "html"))
    assert {node.tag for node in page.iter()} <= {node.tag for node in harmless.iter()}
    assert not page.xpath(
        "//script | //img | //link | //iframe | //object | //@src | //@onload | //@onerror | //@style"
    )
    assert not [link for link in page.xpath("//a/@href") if not link.startswith("#")]


def test_the_page_shows_the_attack_as_the_words_that_it_is(attack: str) -> None:
    page = html.document_fromstring(render(hostile(attack), "html"))
    expected = " ".join(visible(attack).split())
    assert expected in " ".join(page.xpath("//main")[0].text_content().split())


def test_no_template_syntax_is_carried_out() -> None:
    assert "{{ 7 * 7 }}" in render(hostile(ATTACKS["template"]), "html")
    assert "{{ 7 * 7 }}" in render(hostile(ATTACKS["template"]), "text", width=200)


@pytest.mark.parametrize("form", FORMS)
def test_no_form_lets_a_character_through_that_would_be_obeyed(form: str, attack: str) -> None:
    text = render(hostile(attack), form)
    assert {unicodedata.category(c) for c in text if c not in "\n\t\u2060"} & {"Cc", "Cs"} == set()
    assert not set(text) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c\u2028")
    text.encode("utf-8")


def test_the_terminal_reads_no_markup_out_of_data() -> None:
    text = render(hostile(ATTACKS["rich"]), "text", width=200)
    assert "[bold red]not red[/bold red]" in text
    assert ":skull:" in text


def test_colour_is_ours_alone() -> None:
    plain, coloured = (render(hostile(ATTACKS["ansi"]), "text", width=200, colour=colour) for colour in (False, True))
    assert "\x1b" not in plain
    assert "\\x1b[31mred" in plain
    assert set(re.findall(r"\x1b(.)", coloured)) == {"["}  # styles only: no titles, no moves
    assert set(re.findall(r"\x1b\[[0-9;]*(.)", coloured)) == {"m"}


def test_markdown_has_no_live_mark_from_outside() -> None:
    text = render(hostile(ATTACKS["markdown"]), "markdown")
    assert "](https" not in text
    assert not re.search(r"(?<!\\)[`@$~]", text)
    assert not re.search(r"(?<!\\)<", text)
    assert not re.search(r"https?://|www\.", text)


def test_an_address_is_a_link_only_if_it_is_of_the_web() -> None:
    article = make_article("A mill burned in Ostwick.", url="https://paper.example/mill?a=1&b=2")
    page = html.document_fromstring(render(make_one_article_brief(article), "html"))
    [link] = [link for link in page.xpath("//a") if not link.get("href").startswith("#")]
    assert link.get("href") == "https://paper.example/mill?a=1&b=2"
    assert "noreferrer" in link.get("rel")
    for address in (
        "javascript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "http://[broken",
        "//evil.example",
    ):
        known = Known(address, article.url.basis) if article.url else None
        page = html.document_fromstring(render(make_one_article_brief(replace(article, url=known)), "html"))
        assert all(link.startswith("#") for link in page.xpath("//a/@href"))


def test_the_page_loads_nothing_and_its_policy_says_so() -> None:
    source = render(make_brief(), "html")
    page = html.document_fromstring(source)
    [policy] = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy
    assert "url(" not in source
    assert "@import" not in source
    assert "<script" not in source


def test_the_policy_names_the_hash_of_the_style_sheet_that_is_there() -> None:
    import base64
    import hashlib

    source = render(make_brief(), "html")
    style = source.partition("<style>")[2].partition("</style>")[0]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"'sha256-{digest}'" in source


def test_names_from_right_to_left_are_kept_apart_from_what_stands_around_them() -> None:
    page = html.document_fromstring(render(hostile(ATTACKS["arabic"]), "html"))
    holders = page.xpath(f"//*[text()='{ATTACKS['arabic']}']")
    assert holders
    assert all(node.tag in ("bdi", "mark", "title", "text") or node.get("dir") == "auto" for node in holders)


@given(st.text())
def test_visible_text_holds_nothing_that_is_obeyed_and_loses_nothing_else(text: str) -> None:
    shown = visible(text)
    assert not any(unicodedata.category(c) in ("Cc", "Cs") and c not in "\n\t" for c in shown)
    kept = [c for c in text.replace("\r\n", "\n") if visible(c) == c]
    assert all(c in shown for c in kept)
    assert visible(shown) == shown


@given(st.text(alphabet=st.characters(exclude_categories=("Cc", "Cs"), exclude_characters="\\\u2060")))
def test_escaped_markdown_has_a_backslash_before_every_mark_and_nothing_lost(text: str) -> None:
    escaped = without_marks(text)
    assert not re.search(r"(?<!\\)[`*_\[\]<>#|~&$@]", escaped)
    assert escaped.replace("\\", "").replace("\u2060", "") == text


def test_json_carries_hostile_text_as_it_is(attack: str) -> None:
    brief = hostile(attack)
    assert read_brief(render(brief, "json")) == brief
    assert read_briefs(render_many([brief], "json")) == (brief,)


# --- every field of every record ------------------------------------------------------------------------------


@pytest.mark.parametrize("form", FORMS)
def test_no_field_of_any_record_lets_a_character_through_that_would_be_obeyed(form: str, attack: str) -> None:
    brief = poisoned(make_brief(), attack)
    assert isinstance(brief, Brief)
    text = render(brief, form)
    assert {unicodedata.category(c) for c in text if c not in "\n\t\u2060"} & {"Cc", "Cs"} == set()
    assert not set(text) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c\u2028")


def test_no_field_of_any_record_becomes_an_element_or_an_attribute(attack: str) -> None:
    brief, calm = poisoned(make_brief(), attack), poisoned(make_brief(), "calm words")
    assert isinstance(brief, Brief)
    assert isinstance(calm, Brief)
    page, harmless = (html.document_fromstring(render(one, "html")) for one in (brief, calm))
    assert {node.tag for node in page.iter()} <= {node.tag for node in harmless.iter()}
    names = [{name for node in one.iter() for name in node.attrib} for one in (page, harmless)]
    assert names[0] <= names[1]
    assert not [link for link in page.xpath("//a/@href") if not link.startswith(("#", "https://ledger.example"))]
