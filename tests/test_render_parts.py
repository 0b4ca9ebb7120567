"""The parts of a rendered brief, one by one. All texts are invented."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from msgspec.structs import replace

from headwater.evidence import cite
from headwater.render import render
from headwater.render.body import bodies, marked, resumed
from headwater.render.compose import view_of
from headwater.render.differences import changed
from headwater.render.naming import Naming, hue_of
from headwater.render.witnesses import context
from headwater.render.words import count_of, counted, interval, listed, number, quantity, tallied, tally
from headwater.testing.factories import find_words, make_article, make_brief, make_one_article_brief, make_wide_brief
from headwater.types import (
    Attribution,
    Count,
    CueClass,
    FirstTold,
    Precision,
    Quantity,
    Scene,
    SourceKind,
    Span,
)

INFINITY = float("inf")
NOWHERE = Span("a", 0, 1)


def flat(text: str) -> str:
    return " ".join(text.split())


# --- words ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("low", "high", "words"),
    [(4, 4, "4"), (2, INFINITY, "at least 2"), (24, 99, "24 to 99"), (0.5, 1234.5, "0.5 to 1,234.5")],
)
def test_an_interval_is_said_as_a_reader_would(low: float, high: float, words: str) -> None:
    assert interval(low, high) == words


def test_names_are_tallied_in_order_each_once() -> None:
    assert tallied(["kept", "base", "kept"]) == "base, kept ×2"
    assert tallied([]) == ""


def test_an_infinite_number_is_said_in_words() -> None:
    assert number(INFINITY) == "no upper bound"


def test_a_quantity_names_its_modifier_only_where_the_interval_does_not_say_it() -> None:
    assert quantity(Quantity(NOWHERE, 2, INFINITY, 2, "guard", "at least")) == "at least 2"
    assert quantity(Quantity(NOWHERE, 17, 20, 20, "guard", "nearly")) == "17 to 20 (nearly)"
    assert quantity(Quantity(NOWHERE, 2401, INFINITY, 2400, "guard", "more than")) == "more than 2,400"


def test_counts_agree_with_their_noun_and_ranges_name_the_likeliest() -> None:
    assert [counted(n, "story") for n in (0, 1, 2)] == ["0 stories", "1 story", "2 stories"]
    assert count_of(Count(3, 3, 3), "line") == "3 lines"
    assert count_of(Count(2, 3, 4), "line") == "2 to 4 lines, most likely 3"
    assert tally(Count(1, 1, 1), 0, 1) == "1 line · no source named · 1 article"


def test_lists_are_said_with_and_before_the_last() -> None:
    assert [listed(parts) for parts in ("", "a", "ab", "abc")] == ["", "a", "a and b", "a, b and c"]


# --- names ----------------------------------------------------------------------------------------------------


def test_an_outlet_stands_alone_only_where_it_tells_the_articles_apart() -> None:
    articles = [
        make_article("Rain.", id=str(n), outlet=outlet) for n, outlet in enumerate(("Post", "Post", "Dial", ""))
    ]
    naming = Naming(replace(make_one_article_brief(articles[0]), articles=tuple(articles)))
    assert [naming.short(each.id) for each in articles] == ["Post (0.txt)", "Post (1.txt)", "Dial", "3.txt"]


def test_an_attribution_chain_names_who_cites_whom() -> None:
    brief = make_brief()
    ledger = {article.id: article for article in brief.articles}["ledger"]
    police, chief = find_words(ledger, "police"), find_words(ledger, "Police Chief")
    chain = (Attribution(SourceKind.ORGANISATION, police), Attribution(SourceKind.ANONYMOUS, chief, speaker="e-chief"))
    assert Naming(brief).chain(chain) == "police, citing Police Chief [Oren Dahlquist] (not named)"


def test_a_claim_that_nobody_is_named_for_is_the_newsrooms_own_word() -> None:
    naming = Naming(make_brief())
    assert naming.chain(()) == "the newsroom’s own word"
    assert naming.chain((Attribution(SourceKind.UNKNOWN),)) == "a source not given"
    assert naming.chain((Attribution(SourceKind.OWN),)) == "the newsroom’s own observation"


def test_lines_are_lettered_beyond_z_and_colours_begin_again() -> None:
    brief = make_wide_brief(90)
    letters = [line.letter for line in view_of(brief).lines]
    assert letters[:2] + letters[25:28] == ["A", "B", "Z", "AA", "AB"]
    assert [hue_of(letter) for letter in ("A", "H", "I", "Z", "AA")] == [0, 7, 0, 1, 2]


# --- witnesses ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "words", "sentence"),
    [
        ("It rained. The mill burned. Nobody came.", "mill", "The mill burned. "),
        ("Mr. Ode left. He ran.", "Ode", "Mr. Ode left. "),
        ("J. Ode left.\nHe ran.", "Ode", "J. Ode left."),
        ("“Go!” she said. He went.", "she", "“Go!” she said. "),
        ("One. Two.", "One. Two.", "One. Two."),
        ("Up\nto the mill", "Up\nto", "Up\nto the mill"),
    ],
)
def test_the_context_of_words_is_their_sentence(text: str, words: str, sentence: str) -> None:
    span = find_words(make_article(text), words)
    found = context(text, span)
    assert text[found.start : found.end] == sentence


@given(st.text(min_size=1, max_size=80), st.data())
def test_the_context_always_holds_the_words(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    found = context(text, Span("a", start, end))
    assert 0 <= found.start <= start < end <= found.end <= len(text)


def test_a_sentence_without_end_is_cut_and_says_so() -> None:
    article = make_article("x" * 5000)
    brief = make_one_article_brief(article)
    cut = replace(brief, headline=cite("Long.", [Span(article.id, 2500, 2510)]))
    [witness] = view_of(cut).headline_witnesses
    assert witness.text.startswith("…")
    assert witness.text.endswith("…")
    assert len(witness.text) < 700


def test_spans_of_one_sentence_make_one_witness_and_overlaps_lose_no_words() -> None:
    article = make_article("The old mill burned down.")
    spans = [find_words(article, words) for words in ("old mill", "mill burned", "down")]
    brief = replace(make_one_article_brief(article), headline=cite("Fire.", spans))
    [witness] = view_of(brief).headline_witnesses
    assert witness.text == article.text
    assert [piece.text for piece in witness.pieces if piece.mark] == ["old mill", " burned", "down"]
    assert len(witness.anchors) == 3


# --- differences ----------------------------------------------------------------------------------------------


def test_only_the_words_that_differ_are_marked() -> None:
    left, right = "no sign of a leak", "a clear sign of a leak"
    gone, come = changed(Span("a", 10, 27), left, Span("b", 5, 27), right)
    assert [left[span.start - 10 : span.end - 10] for span in gone] == ["no"]
    assert [right[span.start - 5 : span.end - 5] for span in come] == ["a clear"]


def test_curled_marks_and_case_are_no_difference() -> None:
    assert changed(Span("a", 0, 9), "“It’s on”", Span("b", 0, 9), '"it\'s on"') == ((), ())


def test_punctuation_is_no_difference_but_quotation_marks_are() -> None:
    assert changed(Span("a", 0, 8), "the end,", Span("b", 0, 8), "the end.") == ((), ())
    gone, come = changed(Span("a", 0, 5), "“No,”", Span("b", 0, 3), "No.")
    assert gone == (Span("a", 0, 1), Span("a", 4, 5))
    assert come == ()


# --- statements -----------------------------------------------------------------------------------------------


def test_a_statement_opens_first_the_claim_that_it_shows() -> None:
    brief = make_brief()
    turned = [replace(each, shown=each.claims[-1]) for each in brief.statements]
    for statement in view_of(replace(brief, statements=tuple(turned), tellings=())).statements:
        marked_words = "".join(piece.text for piece in statement.claims[0].witness.pieces if piece.mark)
        assert marked_words == statement.shown


def test_a_voice_bears_only_letters_of_lines_that_its_statement_counts() -> None:
    closed = view_of(make_brief()).statements[4]
    assert closed.lines == ("A",)
    assert [(voice.chain, voice.lines) for voice in closed.voices] == [
        ("the Northern Wire", ()),
        ("the newsroom’s own word", ("A",)),
    ]


def test_a_reason_opens_only_what_the_claims_beside_it_do_not() -> None:
    brief = make_brief()
    arrest = view_of(brief).statements[1]
    assert arrest.statuses[0].witnesses == ()
    dead = view_of(brief).statements[0]
    assert len(dead.statuses[0].witnesses) == 2


# --- body -----------------------------------------------------------------------------------------------------

spans_of_text = st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20), st.sampled_from("abcdefgh")), max_size=8)


@given(st.text(alphabet="xyz ", min_size=20, max_size=20), spans_of_text)
def test_marked_text_nests_well_keeps_every_character_and_opens_every_span(
    text: str, drawn: list[tuple[int, int, str]]
) -> None:
    spans = {name: (min(a, b), max(a, b)) for a, b, name in drawn if a != b}
    steps = list(marked(text, 0, 20, [(start, end, name) for name, (start, end) in spans.items()]))
    assert "".join(step.text for step in steps if step.step == "text") == text
    held: dict[str, str] = dict.fromkeys(spans, "")
    stack: list[str] = []
    for step in steps:
        if step.step == "close":
            stack.pop()
        elif step.step == "text":
            held.update({name: held[name] + step.text for name in stack})
        else:
            stack.append(step.text)
    assert stack == []
    assert held == {name: text[start:end] for name, (start, end) in spans.items()}
    assert sorted(step.text for step in steps if step.step == "open") == sorted(spans)


def test_a_span_over_two_paragraphs_goes_on_in_the_second() -> None:
    article = make_article("One mill.\n\nTwo mills.")
    brief = replace(make_one_article_brief(article), headline=cite("Mills.", [find_words(article, "mill.\n\nTwo")]))
    made = bodies(brief.articles, view_of(brief))
    assert resumed(made) == ("a1-4-14",)
    assert len(made[0].paragraphs) == 2


# --- where it happened ----------------------------------------------------------------------------------------------


def test_every_form_says_once_and_at_its_head_where_the_event_happened() -> None:
    brief = make_brief()
    article = brief.articles[0]
    told = cite("Varnholt, Iceland", (Span(article.id, 0, 8),))
    found = Scene(told, "Varnholt", Precision.TOWN, "IS", "", 64.1, -21.9, articles=1)
    for form in ("text", "markdown", "html"):
        page = render(replace(brief, scene=found, event=None), form)
        assert page.count("Where: ") == 1
        assert "Where: " not in render(replace(brief, scene=found), form), "the record of the event says it"
        assert page.index("Where: ") < page.lower().index("altered in copying")


# --- the event ------------------------------------------------------------------------------------------------


def test_the_record_of_the_event_says_each_field_with_its_lines_and_its_confidence_in_words() -> None:
    text = render(make_brief(), "text")
    assert "THE EVENT" in text
    assert re.search(r"^When +10 March 2031 \(“Monday”\) \[A\]\[B\]\[C\] +well supported$", text, re.MULTILINE)
    assert re.search(r"^How many +people killed: 4 \(4 to 6\)", text, re.MULTILINE)


def test_a_field_of_the_event_opens_its_words_and_says_why_it_is_so_sure() -> None:
    page = html.document_fromstring(render(make_brief(), "html"))
    [where] = page.xpath("//section[@class='record']//div[dt='Where']")
    assert "3 lines · 3 sources · 3 articles: three lines say so, none differs" in flat(where.text_content())
    assert where.xpath(".//mark")[0].text == "the Karsk ferry terminal"


def test_a_figure_of_the_event_leads_to_its_distribution() -> None:
    page = html.document_fromstring(render(make_brief(), "html"))
    [link] = page.xpath("//section[@class='record']//details[contains(summary, 'people killed')]/p/a/@href")
    assert page.xpath(f"//div[@class='figure' and @id='{link[1:]}']")


def test_a_brief_without_an_event_has_no_box_for_it() -> None:
    for form in ("text", "markdown", "html"):
        assert "the event" not in render(make_one_article_brief(), form).lower()


# --- what leads -----------------------------------------------------------------------------------------------


def test_statements_stand_in_the_order_of_telling_and_what_does_not_lead_is_folded() -> None:
    brief = make_brief()
    turned = (*reversed(brief.tellings[:4]), brief.tellings[4])
    view = view_of(replace(brief, tellings=turned))
    assert [each.shown for each in view.leading] == [each.words.text for each in turned[:4]]
    page = html.document_fromstring(render(brief, "html"))
    [folded] = page.xpath("//section[@id='statements']/details[@class='rest']")
    assert "and 1 more statement" in folded.text_content()
    assert "and 1 more in the HTML page" in render(brief, "text").partition("FIGURES")[0]


def test_a_statement_links_to_what_of_it_the_lines_differ_on() -> None:
    page = html.document_fromstring(render(make_brief(), "html"))
    [link] = page.xpath("//div[@id='statement-1']//a[contains(., 'How many people were killed?')]/@href")
    assert page.xpath(f"//div[@class='conflict' and @id='{link[1:]}']")
    assert "the lines differ: How many people were killed?" in render(make_brief(), "text")


def test_the_cue_of_a_reporter_who_keeps_a_distance_is_shown_with_the_source() -> None:
    brief = make_brief()
    claimed = Attribution(
        SourceKind.NAMED,
        find_words(brief.articles[0], "Interior Minister"),
        find_words(brief.articles[0], "told reporters"),
        cue_class=CueClass.DISTANCING,
    )
    assert Naming(brief).chain([claimed]) == "Interior Minister (“told reporters”)"


# --- when it was told -----------------------------------------------------------------------------------------


def test_a_statement_says_when_and_by_whom_it_was_first_told() -> None:
    brief = make_brief()
    told = FirstTold("s-arrest", "c-ledger-arrest", "ledger", "line-1", "2031-03-10T21:15:00Z", undated=("globe",))
    for form in ("text", "markdown", "html"):
        text = flat(render(replace(brief, first_told=(told,)), form))
        assert "first told 10 March 2031, 21:15 UTC by The Morning Ledger; 1 article without a time" in text


def test_a_moment_says_as_of_when_and_which_days_other_lines_give() -> None:
    brief = make_brief()
    built, blast, sails = brief.timeline
    rival = replace(blast, as_of="2031-03-11", rivals=(sails.id,))
    for form in ("text", "markdown", "html"):
        text = flat(render(replace(brief, timeline=(built, rival, sails)), form))
        assert "as of 11 March 2031; other lines say 14 March 2031" in text
