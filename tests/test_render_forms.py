"""Every form shows what the brief holds, safely. All texts are invented."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import jsonschema
import msgspec
import pytest
from lxml import html
from msgspec.structs import replace

from headwater.errors import MalformedRecord, NothingToRead, OptionError, UncitedLine
from headwater.evidence import quoted_words
from headwater.render import FORMS, brief_schema, form_for, read_brief, read_briefs, render, render_many
from headwater.testing.factories import make_article, make_brief, make_one_article_brief, make_wide_brief
from headwater.types import Brief, Cited, Span

SCHEMA = Path(__file__).parent.parent / "docs" / "brief.schema.json"
BRIEFS = {"whole": make_brief(), "one article": make_one_article_brief(), "wide": make_wide_brief()}
NEVER = re.compile(r"\b(true|fake|verified|credibility|independent)\b", re.IGNORECASE)


@pytest.fixture(params=BRIEFS)
def brief(request: pytest.FixtureRequest) -> Brief:
    return BRIEFS[request.param]


def cited(value: object) -> Iterator[Cited]:
    if isinstance(value, Cited):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from cited(part)
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from cited(getattr(value, name))


def flat(text: str) -> str:
    return " ".join(text.split())


def readable(text: str, form: str) -> str:
    """What a reader sees of it: of a page the body."""
    return str(html.document_fromstring(text).xpath("//body")[0].text_content()) if form == "html" else text


def quotations(brief: Brief) -> list[tuple[Span, str]]:
    articles = {article.id: article for article in brief.articles}
    return [(span, quoted_words(span, articles)) for line in cited(brief) for span in line.spans]


# --- citations ------------------------------------------------------------------------------------------------


def test_every_cited_line_of_the_factory_brief_opens_words_that_stand_in_its_article() -> None:
    assert len(quotations(make_brief())) >= 25
    assert all(words for _, words in quotations(make_brief()))


def test_every_cited_line_of_the_page_opens_its_exact_words_in_the_full_text() -> None:
    brief = make_brief()
    page = html.document_fromstring(render(brief, "html"))
    numbers = {article.id: number for number, article in enumerate(brief.articles, 1)}
    for span, words in quotations(brief):
        anchor = f"a{numbers[span.article]}-{span.start}-{span.end}"
        parts = page.xpath(f"//div[@class='text']//span[@id='{anchor}' or @class='of-{anchor}']")
        assert parts[0].get("id") == anchor
        assert "".join(part.text_content() for part in parts) == words
        assert page.xpath(f"//a[@href='#{anchor}']"), f"nothing leads to {words!r}"


def test_every_cited_line_of_the_page_shows_its_words_marked_in_their_sentence() -> None:
    brief = make_brief()
    page = html.document_fromstring(render(brief, "html"))
    shown = "\n".join("".join(quote.xpath(".//mark//text()")) for quote in page.xpath("//blockquote"))
    for line in cited(brief):
        spans = {quoted_words(span, {a.id: a for a in brief.articles}) for span in line.spans}
        assert all(words in shown for words in spans), line.text


def test_every_link_within_the_page_leads_somewhere_and_every_id_is_there_once(brief: Brief) -> None:
    page = html.document_fromstring(render(brief, "html"))
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {link[1:] for link in page.xpath("//a/@href") if link.startswith("#")} <= set(ids)


def test_every_cited_line_of_the_markdown_has_its_words_behind_it() -> None:
    brief = make_brief()
    text = flat(render(brief, "markdown").replace("*", "").replace("\\", "").replace("> ", ""))
    for line in cited(brief):
        assert line.text in text
    for span, words in quotations(brief):
        assert flat(words) in text
        assert f"{span.start} to {span.end}" in text


def test_the_terminal_says_every_cited_line_but_the_reason_of_a_status_which_it_shows_as_a_word() -> None:
    brief = make_brief()
    text = flat(render(brief, "text", width=1000))
    reasons = {finding.reason.text for finding in brief.findings}
    assert all(line.text in text for line in cited(brief) if line.text not in {"Ilse Marrand", *reasons})
    leading = {telling.statement for telling in brief.tellings if telling.leads}
    assert all(finding.status in text for finding in brief.findings if finding.statement in leading)
    assert all((article.outlet or article.title) and article.name in text for article in brief.articles)


def test_the_json_carries_every_cited_line_with_its_spans() -> None:
    brief = make_brief()
    assert list(cited(read_brief(render(brief, "json")))) == list(cited(brief))


def test_a_span_outside_its_article_is_refused_rather_than_shown() -> None:
    brief = make_brief()
    beyond = Cited("Beyond the end.", (Span("ledger", 10, 10**6),))
    with pytest.raises(UncitedLine):
        render(replace(brief, headline=beyond), "html")


# --- forms ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", FORMS)
def test_each_form_comes_out_the_same_twice(form: str) -> None:
    assert render(make_brief(), form) == render(make_brief(), form)


@pytest.mark.parametrize("form", ["text", "html", "markdown"])
def test_no_form_passes_judgement_or_calls_a_missing_link_independence(form: str) -> None:
    text = readable(render(make_brief(), form), form)
    found = NEVER.search(text)
    assert found is None, text[found.start() - 40 : found.end() + 40]
    assert "no link found" in text


@pytest.mark.parametrize("form", ["text", "html", "markdown"])
def test_a_brief_of_one_article_says_one_article_one_line_and_has_no_empty_section(form: str) -> None:
    text = readable(render(make_one_article_brief(), form), form)
    assert "1 article, 1 line of reporting" in text
    assert "no other line to compare it with" in text
    for heading in ("Where the lines differ", "Timeline", "Figures", "Left out"):
        assert heading.casefold() not in text.casefold()


def test_an_unknown_form_is_refused_with_the_names_of_the_forms() -> None:
    with pytest.raises(OptionError, match="text, html, markdown, json"):
        render(make_brief(), "pdf")
    with pytest.raises(OptionError, match="text, html, markdown, json"):
        render_many([make_brief()], "")


@pytest.mark.parametrize(
    ("path", "form"),
    [("a.html", "html"), ("A.HTM", "html"), ("b.md", "markdown"), ("c.json", "json"), ("x.y/d.txt", "text")],
)
def test_a_file_name_tells_its_form(path: str, form: str) -> None:
    assert form_for(path) == form
    assert form_for(Path(path)) == form


@pytest.mark.parametrize("path", ["brief", "brief.pdf", "brief.html/out", ""])
def test_a_file_name_that_tells_no_form_is_refused_with_what_to_do(path: str) -> None:
    with pytest.raises(OptionError, match=r"end it in \.html, \.md, \.json, \.csv or \.txt"):
        form_for(path)


@pytest.mark.parametrize("form", ["text", "html", "markdown"])
def test_several_stories_are_said_to_have_no_link_and_each_is_shown(form: str) -> None:
    briefs = [make_brief(), make_one_article_brief(make_article("A mill burned in Ostwick.", id="mill"))]
    text = render_many(briefs, form)
    assert "2 stories: nothing links them" in text
    assert all(flat(brief.headline.text) in flat(text) for brief in briefs)


def test_stories_on_one_page_share_no_id() -> None:
    page = html.document_fromstring(render_many([make_brief(), make_brief()], "html"))
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {link[1:] for link in page.xpath("//a/@href") if link.startswith("#")} <= set(ids)


def test_one_story_handed_in_as_many_reads_like_one_story() -> None:
    assert render_many([make_brief()], "html") == render(make_brief(), "html")


def test_no_story_at_all_is_refused() -> None:
    with pytest.raises(NothingToRead):
        render_many([], "html")


# --- JSON -----------------------------------------------------------------------------------------------------


def test_json_reads_back_as_the_brief_that_went_in(brief: Brief) -> None:
    assert read_brief(render(brief, "json")) == brief


def test_several_briefs_are_an_array_that_reads_back() -> None:
    briefs = tuple(BRIEFS.values())
    assert read_briefs(render_many(briefs, "json")) == briefs


def test_a_brief_without_an_open_bound_needs_no_help_to_read() -> None:
    brief = make_one_article_brief()
    assert msgspec.json.decode(render(brief, "json"), type=Brief) == brief


def test_a_quantity_without_an_upper_bound_is_null_in_json_and_infinite_again_when_read() -> None:
    brief = make_brief()
    figure = json.loads(render(brief, "json"))["figures"][2]
    assert figure["high"] is None
    assert figure["values"][0]["quantity"]["high"] is None
    assert read_brief(render(brief, "json")).figures[2].high == float("inf")


def test_the_json_obeys_the_schema_that_we_publish(brief: Brief) -> None:
    jsonschema.Draft202012Validator(brief_schema()).validate(json.loads(render(brief, "json")))


def test_the_published_schema_is_fresh() -> None:
    published = json.loads(SCHEMA.read_text("utf-8"))
    assert published == json.loads(json.dumps(brief_schema())), (
        "run: python -m headwater.render.records > docs/brief.schema.json"
    )


@pytest.mark.parametrize("text", ["", "{", "[]", '{"headline": 3}', "null"])
def test_json_that_is_no_brief_is_refused_in_our_own_words(text: str) -> None:
    with pytest.raises(MalformedRecord):
        read_brief(text)


# --- size and cost --------------------------------------------------------------------------------------------


def test_a_brief_of_sixty_articles_stays_of_a_reasonable_size() -> None:
    wide = make_wide_brief(60)
    own = sum(len(article.text) for article in wide.articles)
    assert len(render(wide, "html")) < 6 * own
    assert len(render(wide, "text").splitlines()) < 400
    assert "and 48 more in the HTML page" in render(wide, "text")


def test_a_page_of_many_statements_folds_all_but_the_first() -> None:
    brief = make_brief()
    many = tuple(replace(brief.statements[0], id=f"s{number}") for number in range(40))
    page = html.document_fromstring(render(replace(brief, statements=many, tellings=()), "html"))
    assert len(page.xpath("//div[@class='statement']")) == 40
    [folded] = page.xpath("//section[@id='statements']/details[@class='rest']")
    assert len(folded.xpath("./div[@class='statement']")) == 25
    assert "25 more statements" in folded.text_content()


def test_importing_render_loads_neither_jinja_nor_rich() -> None:
    code = "import sys, headwater.render; print(sorted({'jinja2', 'rich', 'spacy', 'numpy'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603  # our own code
    assert done.stdout.strip() == "[]"
