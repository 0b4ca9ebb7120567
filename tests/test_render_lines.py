"""What a page says of a line: unseen originals told again, versions, other parents, and why a count is a range."""

from __future__ import annotations

import re

import pytest
from lxml import html
from msgspec.structs import replace

from headwater.evidence import quoted_words
from headwater.render import render
from headwater.render.compose import view_of
from headwater.render.naming import Naming
from headwater.render.words import instants, percent
from headwater.testing.factories import make_article, make_brief, make_one_article_brief, make_wide_brief
from headwater.types import Brief, Count, Doubt, Edge, Line, OtherParent, Stemma

FORMS = ["text", "html", "markdown"]
UNSEEN = make_brief().stemma.unseen[0]


def flat(brief: Brief, form: str) -> str:
    """What a reader sees, on one line, without the marks of the form."""
    made = render(brief, form)
    told = str(html.document_fromstring(made).xpath("//body")[0].text_content()) if form == "html" else made
    return " ".join(told.replace("\\", "").split())


def with_edges(*edges: Edge) -> Brief:
    """The brief of the five invented reports, with other edges."""
    brief = make_brief()
    return replace(brief, stemma=replace(brief.stemma, edges=edges))


# --- unseen originals -----------------------------------------------------------------------------------------


def test_an_unseen_original_is_told_again_sentence_by_sentence_in_the_words_of_its_readings() -> None:
    brief = make_brief()
    articles = {article.id: article for article in brief.articles}
    shown = view_of(brief).lines[0].unseen[0]
    assert [each.words for each in shown.text] == [quoted_words(each.reading, articles) for each in UNSEEN.text]
    assert shown.amount == "2 sentences, 1 more doubtful"


def test_each_of_its_sentences_says_how_many_keep_it_and_leads_to_their_words() -> None:
    page = html.document_fromstring(render(make_brief(), "html"))
    told = page.xpath("//details[@class='recovered']//li")
    assert [each.xpath("./p[2]")[0].text_content().split(" ")[:3] for each in told[:2]] == [
        ["kept", "by", "2:"],
        ["kept", "by", "3:"],
    ]
    for item, sentence in zip(told, UNSEEN.text, strict=True):
        links = [link.lstrip("#") for link in item.xpath(".//a/@href")]
        words = [page.xpath(f"//*[@id='{link}']")[0].text_content() for link in links]
        assert len(links) == len({span.article for span in sentence.witnesses})
        assert item.xpath("./p[1]")[0].text_content() == words[0]


def test_a_sentence_that_one_witness_alone_has_is_marked_as_doubtful() -> None:
    page = html.document_fromstring(render(make_brief(), "html"))
    (doubtful,) = page.xpath("//details[@class='recovered']//li[@class='doubtful']")
    assert "doubtful, only in The Morning Ledger" in doubtful.text_content()
    assert "doubtful, only in The Morning Ledger" in flat(make_brief(), "markdown")


def test_the_markdown_gives_the_offsets_of_every_witness() -> None:
    told = flat(make_brief(), "markdown")
    assert "What the Northern Wire text must have said, by its witnesses (2 sentences, 1 more doubtful):" in told
    assert all(f"{span.start} to {span.end}" in told for each in UNSEEN.text for span in each.witnesses)


def test_the_terminal_only_says_how_much_there_is_of_it() -> None:
    told = flat(make_brief(), "text")
    assert "what it must have said, 2 sentences, 1 more doubtful, is in the HTML page" in told


@pytest.mark.parametrize("text", [(), UNSEEN.text[-1:]])
def test_an_original_of_which_no_two_witnesses_keep_a_sentence_is_not_told_again(text: tuple[()]) -> None:
    brief = make_brief()
    untold = replace(brief, stemma=replace(brief.stemma, unseen=(replace(UNSEEN, text=text),)))
    assert all("must have said" not in flat(untold, form) for form in FORMS)


def test_the_reconstruction_is_folded_on_the_page() -> None:
    page = html.document_fromstring(render(make_brief(), "html"))
    (told,) = page.xpath("//details[@class='recovered']")
    assert told.get("open") is None


# --- edges ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", FORMS)
def test_another_likely_parent_is_named_with_its_chance(form: str) -> None:
    assert "reworded (spun) from the Northern Wire text, or from The Morning Ledger, 28 %" in flat(make_brief(), form)


@pytest.mark.parametrize("form", FORMS)
def test_a_parent_that_is_hardly_likely_is_not_named(form: str) -> None:
    edge = next(each for each in make_brief().stemma.edges if each.child == "globe")
    told = flat(with_edges(replace(edge, others=(OtherParent("ledger", 0.14),))), form)
    assert "from the Northern Wire text" in told
    assert "or from" not in told


def test_a_source_on_the_page_leads_to_its_full_text() -> None:
    page = html.document_fromstring(render(make_brief(), "html"))
    links = page.xpath("//ul[@class='held']//span[@class='taken']/a")
    assert {link.text_content() for link in links} == {"The Morning Ledger", "Ostravia Public Radio"}
    assert all(page.xpath(f"//article[@id='{link.get('href')[1:]}']") for link in links)


@pytest.mark.parametrize("form", FORMS)
def test_a_later_version_is_called_a_version(form: str) -> None:
    edge = next(each for each in make_brief().stemma.edges if each.child == "coastline")
    told = flat(with_edges(replace(edge, version=True)), form)
    assert "a later version of Ostravia Public Radio" in told
    assert form != "html" or "· later version" in told


def test_a_lent_passage_opens_its_words_in_both_articles() -> None:
    page = html.document_fromstring(render(make_brief(), "html"))
    (lent,) = [each for each in page.xpath("//details") if each.text_content().startswith("The words that were lent")]
    assert len(lent.xpath(".//blockquote")) == 2
    assert "The words that were lent to Lenhaven Courier" in flat(make_brief(), "markdown")


# --- versions -------------------------------------------------------------------------------------------------


def updated(*times: str) -> Brief:
    """A brief of one line, published again and again by one newsroom."""
    ids = [f"v{number}" for number in range(len(times))]
    articles = [
        make_article("A bridge in Lenhaven is shut.", id=each, outlet="Lenhaven Courier", published=time)
        for each, time in zip(ids, times, strict=True)
    ]
    line = Line("line-1", "Lenhaven Courier", ids[0], tuple(ids), "no link found", versions=tuple(ids))
    one = make_one_article_brief(articles[0])
    return replace(one, articles=tuple(articles), stemma=Stemma("story-1", (), (), (), (line,), Count(1, 1, 1)))


@pytest.mark.parametrize("form", FORMS)
def test_versions_are_counted_and_their_times_given(form: str) -> None:
    brief = updated("2031-03-10T09:10", "2031-03-10T11:40", "2031-03-10T14:05")
    assert "3 versions of one report, 10 March 2031: 09:10, 11:40, 14:05" in flat(brief, form)


def test_each_time_of_a_version_leads_to_its_text() -> None:
    page = html.document_fromstring(render(updated("2031-03-10T09:10", "2031-03-11T11:40"), "html"))
    links = [(link.text_content(), link.get("href")) for link in page.xpath("//p[@class='taken']/a")]
    assert links == [("10 March 2031, 09:10", "#a1"), ("11 March 2031, 11:40", "#a2")]


def test_a_line_of_one_version_says_nothing_of_versions() -> None:
    assert all("version" not in flat(make_wide_brief(6), form).replace("Made by", "") for form in FORMS)


@pytest.mark.parametrize(
    ("isos", "said"),
    [
        (["2031-03-10T09:10Z", "2031-03-10T11:40Z"], ("10 March 2031", ("09:10 UTC", "11:40 UTC"))),
        (["2031-03-10T09:10", "2031-03-11T09:10"], ("", ("10 March 2031, 09:10", "11 March 2031, 09:10"))),
        (["2031-03-10", "2031-03-10T11:40"], ("", ("10 March 2031", "10 March 2031, 11:40"))),
        (["last spring", "last spring"], ("", ("last spring", "last spring"))),
        ([], ("", ())),
    ],
)
def test_times_are_said_with_their_day_once_where_they_share_it(
    isos: list[str], said: tuple[str, tuple[str, ...]]
) -> None:
    assert instants(isos) == said


# --- ranges ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("doubt", "words"),
    [
        (Doubt(("globe", "ledger"), ("courier",), 0.23), "lines A and C may be one (23 % speaks for it)"),
        (Doubt(("courier",), ("globe", "ledger"), 0.23), "lines A and C may be one (23 % speaks for it)"),
        (
            Doubt(("courier",), ("globe", "radio"), 0.3),
            "line C may be one with line A or line B (30 % speaks for it)",
        ),
        (
            Doubt(("globe",), ("ledger",), 0.9),
            "line A may be two: globeminute.example apart from The Morning Ledger (90 % speaks for one line)",
        ),
    ],
)
def test_a_doubt_is_said_with_the_letters_of_the_lines_or_the_names_of_the_papers(doubt: Doubt, words: str) -> None:
    assert Naming(make_brief()).doubt(doubt) == words.replace(" %", "\N{NO-BREAK SPACE}%")


def test_of_a_large_group_only_the_first_are_named() -> None:
    brief = make_wide_brief(12)
    line = replace(brief.stemma.lines[0], articles=tuple(article.id for article in brief.articles))
    brief = replace(brief, stemma=replace(brief.stemma, lines=(line,)))
    said = Naming(brief).doubt(Doubt(line.articles[:2], line.articles[2:], 0.8))
    assert said.startswith("line A may be two: Paper 0 and Paper 1 apart from Paper 2, Paper 3, Paper 4 and 7 more (")


@pytest.mark.parametrize("form", FORMS)
def test_the_count_gives_its_doubts_and_its_other_reasons(form: str) -> None:
    told = flat(make_brief(), form)
    assert "line A may be two: globeminute.example apart from The Morning Ledger (88 % speaks for one line)" in told
    assert "Globe Minute may hold two calls of its own" in told


def test_a_doubt_about_the_count_opens_the_likest_words_of_its_groups() -> None:
    brief = make_brief()
    doubts = (Doubt(("globe", "ledger"), ("courier",), 0.4), Doubt(("radio",), ("courier",), 0.2))
    stemma = replace(brief.stemma, count=Count(2, 3, 3, ("something else",), doubts))
    view = view_of(replace(brief, stemma=stemma))
    opened = [{span for witness in reason.witnesses for span in witness.spans} for reason in view.count_reasons]
    (lent,) = next(each for each in brief.stemma.derivations if each.left == "courier").sentences
    assert opened == [{lent.left, lent.right}, set(), set()]


def doubted(doubt: Doubt) -> Brief:
    """The brief with this doubt about its first statement."""
    brief = make_brief()
    first, *others = brief.statements
    return replace(brief, statements=(replace(first, lines=Count(2, 3, 3, (), (doubt,))), *others))


@pytest.mark.parametrize("form", FORMS)
def test_a_statement_that_is_a_range_says_why(form: str) -> None:
    told = flat(doubted(Doubt(("ledger",), ("radio",), 0.4)), form)
    assert re.search(r"[Tt]he count is a range: lines A and B may be one \(40 % speaks for it\)", told)


def test_the_terminal_says_a_reason_once_that_stands_at_the_head() -> None:
    assert flat(doubted(make_brief().stemma.doubts[0]), "text").count("may be two") == 1


def test_a_chance_is_said_in_whole_hundredths() -> None:
    assert [percent(chance).replace("\N{NO-BREAK SPACE}", " ") for chance in (0.0, 0.154, 1.0)] == [
        "0 %",
        "15 %",
        "100 %",
    ]


# --- what copying changed without harm ------------------------------------------------------------------------


@pytest.mark.parametrize("form", FORMS)
def test_a_spun_article_says_how_much_of_it_was_exchanged_and_against_what(form: str) -> None:
    said = "31 % of its words exchanged against The Morning Ledger, its nearest relative, in one of the two"
    told = flat(make_brief(), form).replace("\N{NO-BREAK SPACE}", " ")
    assert said in told
    assert form == "text" or f"{said}; 1 other spelling, 1 synonym and 1 omission" in told


def test_each_harmless_edit_stands_with_its_words_on_the_page() -> None:
    page = html.document_fromstring(render(make_brief(), "html"))
    rows = [" ".join(row.text_content().split()) for row in page.xpath("//ul[@class='edits']/li")]
    assert rows == ["synonym ticket hall ticket corridor", "spelling Ilse Marrand Ilse Marand", "omission police said"]
    assert page.xpath("//ul[@class='edits']//del")[0].text_content() == "ticket hall"


def test_of_a_copy_whose_parent_is_in_hand_it_is_said_that_it_was_reworded() -> None:
    brief = make_brief()
    direct = replace(brief.edits[0], direct=True)
    assert "reworded mechanically: 31" in flat(replace(brief, edits=(direct,)), "text")


def test_an_article_without_edits_says_nothing_of_them() -> None:
    assert "exchanged" not in flat(replace(make_brief(), edits=()), "text")
