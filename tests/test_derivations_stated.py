"""What publishers state of where their texts are from. All people, places, papers and agencies are fiction."""

from __future__ import annotations

import itertools

import pytest
from derivation_cases import arrow, derivation, kind, lines, parents, read, trace_all
from msgspec.structs import replace

from headwater.derivations import kinds, taken, trace
from headwater.derivations.stated import STATED, led
from headwater.engines.local import LocalEngine
from headwater.pipeline import brief_of
from headwater.render import render
from headwater.settings import Settings
from headwater.testing.articles import find_words, make_article
from headwater.types import Article, Basis, Decision, DecisionKind, DerivationKind, Direction, Known, Stemma, Story

REPORT = (
    "A grain barge struck the eastern pier of Sallow harbour on Tuesday and sank within minutes.",
    "Harbour master Mara Colewick said all six of the crew had been pulled from the water by pilots.",
    "Colewick blamed a rope that had been left across the channel by dredgers.",
    "Booms were laid around the wreck, which was carrying 4,000 litres of fuel.",
    "The port of Sallow will stay shut until divers have looked at the pier, the council said.",
)
OTHER = (
    "Teachers in the hill town of Quenby voted to end their strike after nine weeks without lessons.",
    "Runa Holt, who leads their union, called the new wage table a fair end to a long winter.",
    "Parents met in the market hall on Friday and asked for the lost weeks to be made up in June.",
)
ITEM = "urn:newsml:marshwire.example:20310311:barge"
PAGE = "https://www.marshwire.example/2031/barge?utm_source=feed"
SAME_PAGE = "http://m.marshwire.example/2031/barge/"


def known(value: str) -> Known | None:
    return Known(value, Basis.FILE) if value else None


def article(name: str, text: tuple[str, ...], *made_from: str, guid: str = "", url: str = "", **more: str) -> Article:
    made = make_article("\n\n".join(text) + "\n", id=name, url=url, **more)  # type: ignore[arg-type]
    return replace(made, guid=known(guid), derived_from=tuple(Known(each, Basis.FILE) for each in made_from))


def stated(stemma: Stemma, one: str, other: str) -> list[float]:
    found = derivation(stemma, one, other)
    return [part.score for part in found.direction_evidence if part.name == STATED]


def test_what_a_publisher_names_as_the_original_is_the_source_of_a_shortened_text() -> None:
    whole, short = article("b", REPORT, guid=ITEM), article("a", REPORT[:3], ITEM)
    assert arrow(trace_all([whole, short]), "a", "b") == "b > a"
    assert stated(trace_all([whole, short]), "a", "b") == [-4.0]


def test_a_statement_outweighs_the_softer_signs_of_the_way() -> None:
    whole, short = article("b", REPORT), article("a", REPORT[:3])
    assert arrow(trace_all([whole, short]), "a", "b") != "a > b"
    whole, short = article("b", REPORT, PAGE), article("a", REPORT[:3], url=SAME_PAGE)
    stemma = trace_all([whole, short])
    assert arrow(stemma, "a", "b") == "a > b"
    assert parents(stemma, "b") == {"a"}


def test_two_addresses_of_one_page_name_one_original() -> None:
    source, copy = article("b", REPORT, url=PAGE), article("a", REPORT[:4], SAME_PAGE)
    assert stated(trace_all([source, copy]), "a", "b") == [-4.0]


def test_the_statement_stands_in_words_in_the_evidence_of_the_pair() -> None:
    stemma = trace_all([article("b", REPORT, guid=ITEM), article("a", REPORT[:3], ITEM)])
    (part,) = [each for each in derivation(stemma, "a", "b").evidence if each.name == STATED]
    assert part.score > 3
    assert part.detail == f"stated by the publisher: a.txt was made from b.txt ({ITEM})"
    assert part in next(line.evidence for line in stemma.lines if "a" in line.articles)


def test_a_statement_points_at_its_words_where_it_has_a_place() -> None:
    source, copy = article("a", REPORT, guid=ITEM), article("b", (*REPORT, f"From {ITEM}"))
    span = find_words(copy, ITEM)
    copy = replace(copy, derived_from=(Known(ITEM, Basis.TEXT, span),))
    found = derivation(trace_all([source, copy]), "a", "b")
    parts = [part for part in (*found.evidence, *found.direction_evidence) if part.name == STATED]
    assert [(part.left, part.right) for part in parts] == [(None, span), (None, span)]


def test_a_statement_without_a_shared_passage_is_told_and_not_obeyed() -> None:
    stemma = trace_all([article("a", REPORT, guid=ITEM), article("b", OTHER, ITEM)])
    found = derivation(stemma, "a", "b")
    assert (found.kind, found.direction) == (DerivationKind.INDEPENDENT, Direction.NONE)
    (part,) = [each for each in found.evidence if each.name == STATED]
    assert part.score == 0
    assert "counts for nothing" in part.detail
    assert lines(stemma) == [{"a"}, {"b"}]
    assert not stemma.unseen


def test_in_a_large_story_a_stated_pair_is_looked_at_though_nothing_hints_at_common_text() -> None:
    many = [article(f"m{number}", (f"Ferry {number} is late.",)) for number in range(60)]
    stemma = trace_all([article("a", REPORT, guid=ITEM), article("b", OTHER, ITEM), *many])
    assert [part.score for part in derivation(stemma, "a", "b").evidence if part.name == STATED] == [0]


def test_two_texts_that_name_each_other_say_nothing_of_the_way() -> None:
    one = article("a", REPORT, "tag:x,2031:b", guid="tag:x,2031:a")
    other = article("b", REPORT[:4], "tag:x,2031:a", guid="tag:x,2031:b")
    assert stated(trace_all([one, other]), "a", "b") == [-4.0, 4.0]


def test_an_article_that_names_itself_says_nothing() -> None:
    plain = [article("a", REPORT), article("b", REPORT[:4])]
    own = [article("a", REPORT, ITEM, guid=ITEM), article("b", REPORT[:4])]
    assert trace_all(own) == trace_all(plain)


# --- texts of the same words ----------------------------------------------------------------------------------------


def test_of_texts_of_the_same_words_the_one_that_is_named_is_the_source() -> None:
    stemma = trace_all([article("a", REPORT, PAGE), article("b", REPORT), article("c", REPORT, url=PAGE)])
    assert (parents(stemma, "a"), parents(stemma, "b"), parents(stemma, "c")) == ({"c"}, {"c"}, set())
    assert {edge.child: edge.confidence for edge in stemma.edges} == {"a": 0.9, "b": 0.5}
    assert [line.root for line in stemma.lines] == ["c"]
    assert arrow(stemma, "a", "c") == "c > a"


@pytest.mark.parametrize("source", ["a", "b", "c", "d"])
def test_whichever_stands_first_every_pair_of_the_same_words_is_known(source: str) -> None:
    texts = [article(name, REPORT, *([] if name == source else [ITEM])) for name in "abcd"]
    texts = [replace(each, guid=known(ITEM)) if each.id == source else each for each in texts]
    short = article("short", REPORT[:3], "tag:nobody,2031:2")
    stemma = trace_all([*texts, short])
    every = {tuple(sorted(pair)) for pair in itertools.combinations(["a", "b", "c", "d", "short"], 2)}
    assert set(kinds(stemma)) == set(taken(stemma, [*texts, short])) == every
    assert all(passages for passages in taken(stemma, [*texts, short]).values())


def test_statements_that_run_in_a_circle_leave_the_order_as_it_is() -> None:
    one = article("a", REPORT, "tag:x,2031:b", guid="tag:x,2031:a")
    other = article("b", REPORT, "tag:x,2031:a", guid="tag:x,2031:b")
    assert [each.article.id for each in led([read(one), read(other)])] == ["a", "b"]
    assert parents(trace_all([one, other]), "b") == {"a"}


# --- originals that nobody handed in --------------------------------------------------------------------------------


def test_what_two_articles_name_and_nobody_handed_in_is_an_unseen_original() -> None:
    stemma = trace_all([article("a", REPORT[:4], PAGE), article("b", REPORT[1:], SAME_PAGE)])
    (unseen,) = stemma.unseen
    assert unseen.label == "unseen marshwire.example report"
    assert unseen.witnesses == ("a", "b")
    assert [part.detail for part in unseen.evidence] == [
        "stated by the publishers of 2 articles: made from marshwire.example/2031/barge, not handed in"
    ]
    assert unseen.text
    assert [line.standing for line in stemma.lines] == ["derived from an unseen original"]
    assert parents(stemma, "a") == parents(stemma, "b") == {unseen.label}


@pytest.mark.parametrize(
    ("name", "label"),
    [
        (ITEM, "unseen marshwire.example report"),
        ("tag:wick.example,2031:7", "unseen wick.example report"),
        ("0007", "unseen original"),
    ],
)
def test_it_is_called_by_whoever_gave_it_its_name(name: str, label: str) -> None:
    stemma = trace_all([article("a", REPORT[:4], name), article("b", REPORT[1:], name)])
    assert [unseen.label for unseen in stemma.unseen] == [label]


def test_what_one_article_alone_names_is_no_unseen_original() -> None:
    assert not trace_all([article("a", REPORT, PAGE), article("b", REPORT[:4])]).unseen


def test_what_was_handed_in_is_not_unseen() -> None:
    texts = [article("a", REPORT, PAGE), article("b", REPORT, PAGE), article("c", REPORT[:4], url=PAGE)]
    assert not trace_all(texts).unseen


def test_the_agency_that_is_credited_gives_the_name_and_the_statement_is_told_with_it() -> None:
    texts = [article(name, REPORT[:4], ITEM, agency="Marsh Wire", outlet=f"Paper {name}") for name in "ab"]
    (unseen,) = trace_all(texts).unseen
    assert unseen.label == "unseen Marsh Wire report"
    assert [part.name for part in unseen.evidence] == ["credit", "stated origin"]


def test_two_lines_that_name_one_lost_original_may_be_one() -> None:
    stemma = trace_all([article("a", REPORT, PAGE), article("b", OTHER, PAGE)])
    assert lines(stemma) == [{"a"}, {"b"}]
    assert (stemma.count.low, stemma.count.best) == (1, 2)
    assert "marshwire.example/2031/barge" in stemma.count.reasons[0]
    plain = trace_all([article("a", REPORT, PAGE), article("b", OTHER, "https://wick.example/strike")])
    assert plain.count.low == 2


# --- what a reader sees and decides ---------------------------------------------------------------------------------


@pytest.mark.parametrize("form", ["text", "html", "markdown"])
def test_a_reader_is_told_that_the_publisher_states_it(form: str) -> None:
    texts = [article("a", REPORT[:3], PAGE), article("b", REPORT, url=PAGE), article("c", REPORT)]
    shown = render(brief_of(texts, Settings()), form)
    assert shown.count("(stated by the publisher)") == 1
    assert "stated by the publisher" not in render(brief_of(texts[1:], Settings()), form)


def test_a_reader_who_decides_that_nothing_was_taken_is_obeyed() -> None:
    texts = [article("a", REPORT[:3], PAGE), article("b", REPORT, url=PAGE)]
    decision = Decision(DecisionKind.NOT_A_COPY, ("a",), ("b",))
    stemma = trace(
        Story("story", ("a", "b")), [read(each) for each in texts], LocalEngine(), barred={("a", "b"): decision}
    )
    assert kind(stemma, "a", "b") is DerivationKind.INDEPENDENT
    assert len(stemma.lines) == 2


# --- laws -----------------------------------------------------------------------------------------------------------

PILE = (
    article("a", REPORT, PAGE),
    article("b", REPORT, url=PAGE),
    article("c", REPORT[:3], SAME_PAGE),
    article("d", OTHER, ITEM),
    article("e", OTHER[:2], ITEM),
)


def test_the_order_of_the_input_changes_nothing() -> None:
    documents, story = [read(each) for each in PILE], Story("story", tuple(each.id for each in PILE))
    for turned in (documents[::-1], documents[2:] + documents[:2]):
        assert trace(story, turned, LocalEngine()) == trace_all(PILE)


@pytest.mark.parametrize("number", range(len(PILE)))
@pytest.mark.parametrize("name", ["0-copy", "zz-copy"])
def test_adding_a_copy_changes_no_count(number: int, name: str) -> None:
    before, after = trace_all(PILE), trace_all([*PILE, replace(PILE[number], id=name)])
    assert (after.count.low, after.count.best, after.count.high) == (
        before.count.low,
        before.count.best,
        before.count.high,
    )
