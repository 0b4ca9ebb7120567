"""A comparison in its four forms: what a reader sees, however narrow, hostile or long. All texts are invented."""

from __future__ import annotations

import functools
import json
import re
import time
import unicodedata
from pathlib import Path

import jsonschema
import pytest
from comparison_texts import COPY, ELSEWHERE, SOURCE, by_hand, report
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from msgspec.structs import replace
from rich.cells import cell_len
from test_render_hostile import ATTACKS

from headwater.comparison import compare_articles
from headwater.errors import MalformedRecord, OptionError, UncitedLine
from headwater.evidence import cite, quoted_words
from headwater.render import FORMS, comparison_schema, read_comparison, render
from headwater.render.characters import visible
from headwater.render.words import added_up, signed
from headwater.settings import Settings
from headwater.testing.articles import make_article
from headwater.types import Comparison, Direction, LeftOut, Span

SCHEMA = Path(__file__).parent.parent / "docs" / "comparison.schema.json"
NEVER = re.compile(r"\b(true|fake|verified|credibility)\b|(?<!\()\bindependent\b(?! as texts)", re.IGNORECASE)
SIGNS = re.compile(r"\[[-~]|[-~]\]|\{\+|\+\}|‹\w[\w ]*: |›")


@functools.cache
def made(left: str = SOURCE, right: str = COPY) -> Comparison:
    articles = (
        report(left, "one", outlet="Oster Post", published="2031-05-02"),
        report(right, "two", outlet="Ridge Daily"),
    )
    return compare_articles(articles, Settings())


def flat(text: str) -> str:
    return " ".join(text.split())


def page_of(comparison: Comparison) -> html.HtmlElement:
    return html.document_fromstring(render(comparison, "html"))


def columns(text: str) -> tuple[str, str]:
    """The two texts of the wide form, without their gutters."""
    lines = text.partition("┼")[2].splitlines()[1:]
    middle = max(line.find(" │") for line in lines)
    rows = [line for line in lines if line[middle : middle + 2] == " │"]
    return tuple(  # type: ignore[return-value]  # there are two
        flat(" ".join(re.sub(r"^[AB]\d+", "", part).strip() for part in side))
        for side in ([row[:middle] for row in rows], [row[middle + 3 :] for row in rows])
    )


def plain(text: str) -> str:
    return "".join(re.sub(r"only in [AB]|moved: [AB]\d+(?:, [AB]\d+)*", "", SIGNS.sub("", text)).split())


# --- a terminal -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("width", [72, 80, 101, 120, 160])
def test_both_texts_stand_whole_and_in_order_in_their_columns(width: int) -> None:
    comparison = made()
    text = render(comparison, "text", width=width)
    for article, column in zip(comparison.articles, columns(text), strict=True):
        assert plain(column) == "".join(article.text.split())


@pytest.mark.parametrize("width", [30, 44, 60, 71, 72, 80, 120])
@pytest.mark.parametrize("colour", [False, True])
def test_no_line_is_wider_than_the_terminal(width: int, colour: bool) -> None:
    wide = make_article("検問所で銃声が響いたと目撃者は話した " * 6 + "\n\n" + "e\u0301" * 200 + "\n", id="cjk")
    for comparison in (made(), by_hand(wide, report(COPY, "two"))):
        text = re.sub(r"\x1b\[[0-9;]*m", "", render(comparison, "text", width=width, colour=colour))
        assert max(map(cell_len, text.splitlines())) <= width


def test_columns_stay_straight_beside_wide_characters() -> None:
    wide = make_article(
        "検問所で銃声が響いたと目撃者は話した and then nothing more was heard all night long.\n", id="cjk"
    )
    text = render(by_hand(wide, report(COPY, "two")), "text", width=80).partition("┼")
    bar = cell_len(text[0].splitlines()[-1])
    rows = [line for line in text[2].splitlines()[1:] if "│" in line]
    assert rows
    assert {cell_len(row[: row.index("│")]) for row in rows} == {bar}


def test_a_narrow_terminal_gets_one_text_under_the_other() -> None:
    text = render(made(), "text", width=60)
    assert "┼" not in text
    assert flat(text).count("We sang to keep the children calm") >= 2


def test_marks_and_masks_are_there_without_colour_and_with_it() -> None:
    for colour in (False, True):
        text = flat(re.sub(r"\x1b\[[0-9;]*m", "", render(made(), "text", width=160, colour=colour)))
        assert "‹quote: We sang to keep the children calm›" in text
        assert re.search(r"\[[-~]14[-~]\]|\{\+14\+\}", text)
        assert "only in A" in text
        assert "moved: B" in text or "moved: A" in text


def test_without_colour_nothing_is_styled() -> None:
    assert "\x1b" not in render(made(), "text")
    assert set(re.findall(r"\x1b\[[0-9;]*(.)", render(made(), "text", colour=True))) == {"m"}


def test_an_alteration_stands_under_the_sentences_it_lies_in() -> None:
    text = flat(render(made(), "text", width=120).partition("┼")[2])
    assert "▲ number: another number: 14 against 41" in text[text.index("A1 ") : text.index("A2 ")]


# --- the evidence ---------------------------------------------------------------------------------------------


@given(st.lists(st.floats(-50, 50).map(lambda score: round(score, 3)), max_size=20))
def test_parts_are_rounded_so_that_they_add_up_to_the_sum(scores: list[float]) -> None:
    whole, parts = added_up(scores)
    assert whole == sum(parts)
    assert abs(whole - 100 * sum(scores)) <= 0.501
    assert all(abs(part - 100 * score) < 1.001 for part, score in zip(parts, scores, strict=True))


def test_a_score_is_shown_with_its_sign() -> None:
    assert [signed(score) for score in (262, 0, -764)] == ["+2.62", "+0.00", "−7.64"]


@pytest.mark.parametrize("comparison", [made(), made(SOURCE, ELSEWHERE)], ids=["taken", "not taken"])
def test_on_the_page_every_table_adds_up_to_its_total(comparison: Comparison) -> None:
    def hundredths(cell: html.HtmlElement) -> int:
        return round(100 * float(cell.text_content().replace("−", "-")))

    tables = page_of(comparison).xpath("//section[@class='sum']//table")
    assert tables
    for table in tables:
        parts = [hundredths(cell) for cell in table.xpath("./tbody//td[@class='score']")]
        assert sum(parts) == hundredths(table.xpath("./tfoot//td[@class='score']")[0])


def test_the_evidence_that_a_sentence_was_reworded_adds_up_too() -> None:
    comparison = made()
    opened = page_of(comparison).xpath("//details[contains(@class, 'reworded')]")
    assert len(opened) == sum(bool(row.reworded) and not row.moved for row in comparison.facing)
    for each in opened:
        total, *parts = (
            round(100 * float(part.text_content().replace("−", "-")))
            for part in each.xpath(".//span[@class='total'] | .//span[@class='score']")
        )
        assert sum(parts) == total


def test_every_evidence_of_the_verdict_is_in_every_form() -> None:
    comparison = made()
    pair = comparison.derivation
    for form in ("text", "html", "markdown"):
        text = flat(render(comparison, form, width=400)).replace("\\", "")
        text = html.document_fromstring(text).text_content() if form == "html" else text
        for part in (*pair.evidence, *pair.line_evidence, *pair.direction_evidence):
            assert part.name in text
            assert flat(part.detail) in flat(text)


def test_evidence_leads_to_the_sentence_and_its_words() -> None:
    comparison = made()
    page = page_of(comparison)
    words = {flat(cell.text_content()) for cell in page.xpath("//span[@class='words']")}
    pointed = [part for part in comparison.derivation.evidence if part.left is not None]
    assert pointed
    for part in pointed:
        assert part.left is not None
        said = flat(quoted_words(part.left, {article.id: article for article in comparison.articles}))
        assert any(said[:100] in one for one in words)


# --- the page -------------------------------------------------------------------------------------------------


def test_every_sentence_of_both_texts_is_on_the_page_in_order() -> None:
    comparison = made()
    page = page_of(comparison)
    for hidden in page.xpath("//span[@class='unseen-word'] | //small | //a[@class='n']"):
        hidden.drop_tree()
    for letter, article in zip("ab", comparison.articles, strict=True):
        shown = page.xpath(f"//p[@class='s'][starts-with(@id, '{letter}')]")
        assert [one.get("id") for one in shown] == [f"{letter}{number}" for number in range(1, len(shown) + 1)]
        assert "".join("".join(one.text_content() for one in shown).split()) == "".join(article.text.split())


def test_what_differs_is_said_to_those_who_do_not_see_it() -> None:
    page = page_of(made())
    marked = page.xpath("//td//del | //td//ins | //td//mark")
    assert marked
    assert all(one.xpath("./span[@class='unseen-word']") for one in marked)
    assert page.xpath("//span[@class='masked']/small[starts-with(., 'quote')]")


def test_marks_are_named_by_the_way_the_text_went_or_by_their_side_where_that_is_open() -> None:
    comparison = made()
    for way, words in (
        (Direction.LEFT_TO_RIGHT, "[-dropped-] {+added+} [~replaced~]"),
        (Direction.RIGHT_TO_LEFT, "[-dropped-] {+added+} [~replaced~]"),
        (Direction.UNDECIDED, "[-only in A-] {+only in B+} [~put differently~]"),
    ):
        turned = replace(comparison, derivation=replace(comparison.derivation, direction=way))
        text = flat(render(turned, "text", width=160))
        assert words in text
        assert ("{+in the spring+}" in text) == (way is Direction.RIGHT_TO_LEFT)


def test_every_link_leads_somewhere_and_every_id_is_there_once() -> None:
    page = page_of(made())
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {link[1:] for link in page.xpath("//a/@href") if link.startswith("#")} <= set(ids)


def test_the_page_has_one_heading_of_the_first_rank_and_heads_for_both_columns() -> None:
    page = page_of(made())
    assert len(page.xpath("//h1")) == 1
    assert len(page.xpath("//section[@id='texts']//thead//th[@scope='col']")) == 2
    assert page.xpath("//a[@class='skip']/@href") == ["#texts"]


def test_the_page_loads_nothing_and_its_policy_names_its_style_sheet() -> None:
    import base64
    import hashlib

    source = render(made(), "html")
    style = source.partition("<style>")[2].partition("</style>")[0]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{digest}'" in source
    assert not html.document_fromstring(source).xpath("//@style | //script | //img | //link | //@src")
    assert "url(" not in style


@pytest.mark.parametrize("form", ["text", "html", "markdown"])
@pytest.mark.parametrize("pair", [(SOURCE, COPY), (SOURCE, ELSEWHERE)], ids=["taken", "not taken"])
def test_no_form_judges_or_takes_a_missing_link_for_independence(form: str, pair: tuple[str, str]) -> None:
    text = render(made(*pair), form)
    text = html.document_fromstring(text).xpath("//body")[0].text_content() if form == "html" else text
    found = NEVER.search(flat(text))
    assert found is None, flat(text)[found.start() - 40 : found.end() + 40]


def test_markdown_has_rows_of_two_cells() -> None:
    texts = render(made(), "markdown").partition("## The texts")[2]
    rows = [line for line in texts.splitlines() if line.startswith("|")]
    assert len(rows) > 6
    assert {len(re.findall(r"(?<!\\)\|", row)) for row in rows} == {3}


# --- what cannot be shown -------------------------------------------------------------------------------------


def test_a_span_outside_its_article_is_refused_rather_than_shown() -> None:
    beyond = replace(made(), verdict=cite("Beyond the end.", [Span("one", 10, 10**6)]))
    for form in ("text", "html", "markdown"):
        with pytest.raises(UncitedLine):
            render(beyond, form)


def test_a_sentence_that_stands_twice_is_refused() -> None:
    comparison = made()
    with pytest.raises(UncitedLine, match="stands twice"):
        render(replace(comparison, facing=(*comparison.facing, comparison.facing[0])), "text")


def test_an_unknown_form_is_refused_with_the_names_of_the_forms() -> None:
    with pytest.raises(OptionError, match="text, html, markdown, json"):
        render(made(), "pdf")


@pytest.mark.parametrize("form", FORMS)
def test_each_form_comes_out_the_same_twice(form: str) -> None:
    assert render(made(), form) == render(made(), form)


# --- JSON -----------------------------------------------------------------------------------------------------


def test_json_reads_back_as_the_comparison_that_went_in() -> None:
    assert read_comparison(render(made(), "json")) == made()


def test_the_json_obeys_the_schema_that_we_publish_and_that_is_fresh() -> None:
    jsonschema.Draft202012Validator(comparison_schema()).validate(json.loads(render(made(), "json")))
    assert json.loads(SCHEMA.read_text("utf-8")) == json.loads(json.dumps(comparison_schema())), (
        "run: python -m headwater.render.records comparison > docs/comparison.schema.json"
    )


@pytest.mark.parametrize("text", ["", "{", "[]", '{"verdict": 3}', "null"])
def test_json_that_is_no_comparison_is_refused_in_our_own_words(text: str) -> None:
    with pytest.raises(MalformedRecord, match="comparison"):
        read_comparison(text)


def test_a_row_without_a_sentence_is_refused_when_read() -> None:
    text = render(made(), "json")
    data = json.loads(text)
    data["facing"][0].update(left=[], right=[])
    with pytest.raises(MalformedRecord):
        read_comparison(json.dumps(data))


# --- hostile text ---------------------------------------------------------------------------------------------


@pytest.fixture(params=ATTACKS)
def attack(request: pytest.FixtureRequest) -> str:
    return ATTACKS[request.param]


def hostile(attack: str) -> Comparison:
    text = f"{attack} The mill burned.\n\nSaid {attack} on Monday.\n\nNobody {attack}\n"
    known = {"title": attack, "outlet": attack, "byline": attack, "agency": attack, "url": f"javascript:{attack}"}
    left = make_article(text, id=f"id {attack}", name=f"{attack}.txt", **known)  # type: ignore[arg-type]  # metadata
    right = make_article(f"Other {text}", id="other", name=f"other {attack}.txt")
    comparison = by_hand(left, right)
    spans = comparison.verdict.spans
    return replace(
        comparison,
        verdict=cite(attack, spans),
        direction=cite(attack, spans),
        among=(attack,),
        context=attack,
        left_out=(LeftOut(attack, attack),),
    )


def test_no_attack_becomes_an_element_an_attribute_or_a_load(attack: str) -> None:
    page, harmless = page_of(hostile(attack)), page_of(hostile("calm words"))
    assert {node.tag for node in page.iter()} <= {node.tag for node in harmless.iter()}
    assert not page.xpath("//script | //img | //link | //iframe | //@src | //@onload | //@onerror | //@style")
    assert not [link for link in page.xpath("//a/@href") if not link.startswith("#")]
    assert flat(visible(attack)) in flat(page.xpath("//main")[0].text_content())


@pytest.mark.parametrize("form", ["text", "html", "markdown"])
def test_no_form_lets_a_character_through_that_would_be_obeyed(form: str, attack: str) -> None:
    text = render(hostile(attack), form)
    assert {unicodedata.category(c) for c in text if c not in "\n\t\u2060"} & {"Cc", "Cs"} == set()
    assert not set(text) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c\u2028")
    text.encode("utf-8")


def test_colour_is_ours_alone() -> None:
    coloured = render(hostile(ATTACKS["ansi"]), "text", width=200, colour=True)
    assert set(re.findall(r"\x1b(.)", coloured)) == {"["}
    assert set(re.findall(r"\x1b\[[0-9;]*(.)", coloured)) == {"m"}


def test_markdown_has_no_live_mark_from_outside() -> None:
    text = render(hostile(ATTACKS["markdown"]), "markdown")
    assert "](https" not in text
    assert not re.search(r"(?<!\\)[`@$~]", text)
    assert not re.search(r"(?<!\\)<(?!br>)", text)
    assert not re.search(r"https?://|www\.", text)


def test_json_carries_hostile_text_as_it_is(attack: str) -> None:
    comparison = hostile(attack)
    assert read_comparison(render(comparison, "json")) == comparison


# --- size -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", FORMS)
def test_two_transcripts_of_twenty_thousand_words_are_written_in_seconds(form: str) -> None:
    line = (
        "The clerk of the Oster court read the {} paragraph of the order aloud and asked whether anyone had objected.\n"
    )
    text = "\n".join(line.format(number) for number in range(1_100))
    assert len(text.split()) > 20_000
    comparison = by_hand(report(text, "one"), report(text.replace("order", "ruling"), "two"))
    start = time.process_time()
    assert len(render(comparison, form)) > len(text)
    assert time.process_time() - start < 5
