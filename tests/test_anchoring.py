"""Copied words keep the days of their origin. All people and places are invented."""

from __future__ import annotations

import itertools
from collections.abc import Mapping, Sequence

import msgspec

from headwater.anchoring import inherit_anchors
from headwater.models.spacy_english import load_parser
from headwater.pipeline import brief_articles
from headwater.settings import Settings
from headwater.testing.articles import make_article
from headwater.testing.reading import copied_words, read_texts, stemma_of
from headwater.types import Date, Derivation, DerivationKind, Direction, Document, Edge, Unseen

MONDAY, TUESDAY, WEDNESDAY = "2031-03-10", "2031-03-11", "2031-03-12"
RAID = "Gunmen raided the mill in Varnholt on Tuesday."
LATER = "Police found a boat in Skarrow on Wednesday."


def _inherited(
    texts: Mapping[str, str], lines: Mapping[str, Sequence[str]], published: Mapping[str, str], *copied: str
) -> dict[str, Document]:
    """The texts in one stemma, each of the words passed on from article to article in the order of their ids."""
    documents = read_texts(texts, published)
    pairs = itertools.pairwise(documents)
    passages = [
        copied_words(one.article, other.article, words)
        for one, other in pairs
        for words in copied
        if words in one.article.text and words in other.article.text
    ]
    return {each.article.id: each for each in inherit_anchors(documents, stemma_of(lines, passages))}


def _read(document: Document) -> list[tuple[str, str | None, str]]:
    return [(date.value, date.first, date.anchor) for date in document.dates]


def _one(document: Document) -> Date:
    (date,) = document.dates
    return date


def test_a_copy_of_the_day_after_reads_as_its_origin_read() -> None:
    read = _inherited({"a": RAID, "b": RAID}, {"wire": ["a", "b"]}, {"a": MONDAY, "b": TUESDAY}, RAID)
    assert _read(read["b"]) == [("2031-03-04", "2031-03-04", MONDAY)] == _read(read["a"])


def test_without_a_link_each_article_counts_from_its_own_day() -> None:
    read = _inherited({"a": RAID, "b": RAID}, {"wire": ["a"], "radio": ["b"]}, {"a": MONDAY, "b": TUESDAY})
    assert (_one(read["a"]).first, _one(read["b"]).first) == ("2031-03-04", "2031-03-11")


def test_a_copy_without_a_day_of_its_own_has_that_of_its_origin() -> None:
    read = _inherited({"a": RAID, "b": RAID}, {"wire": ["a", "b"]}, {"a": MONDAY, "b": ""}, RAID)
    assert (_one(read["b"]).first, _one(read["b"]).anchor) == ("2031-03-04", MONDAY)


def test_the_dateline_of_the_origin_goes_before_its_day_of_publication() -> None:
    wire = f"PORT ELLIN, March 9 (Agency) - {RAID}"
    read = _inherited({"a": wire, "b": RAID}, {"wire": ["a", "b"]}, {"a": WEDNESDAY, "b": WEDNESDAY}, RAID)
    assert (_one(read["b"]).first, _one(read["b"]).anchor) == ("2031-03-04", "2031-03-09")


def test_a_date_that_the_copyist_wrote_counts_from_the_copyist_s_day() -> None:
    copy = f"{RAID} {LATER}"
    read = _inherited({"a": RAID, "b": copy}, {"wire": ["a", "b"]}, {"a": MONDAY, "b": WEDNESDAY}, RAID)
    assert [first for _, first, _ in _read(read["b"])] == ["2031-03-04", WEDNESDAY]


def test_words_that_the_copyist_changed_count_from_the_copyist_s_day() -> None:
    changed = RAID.replace("on Tuesday", "yesterday")
    texts = {"a": RAID, "b": changed}
    left, right = read_texts(texts, {"a": MONDAY, "b": WEDNESDAY})
    stemma = stemma_of({"wire": ["a", "b"]}, [copied_words(left.article, right.article, RAID, changed)])
    assert _one(inherit_anchors((left, right), stemma)[1]).first == TUESDAY


def test_an_absolute_date_stays_as_it_is() -> None:
    text = "The dam broke on May 1, 2030."
    read = _inherited({"a": text, "b": text}, {"wire": ["a", "b"]}, {"a": MONDAY, "b": TUESDAY}, text)
    assert _read(read["b"]) == [("2030-05-01", "2030-05-01", "")]


def test_through_several_copies_the_first_writer_s_day_holds() -> None:
    texts = dict.fromkeys("abc", RAID)
    days = {"a": MONDAY, "b": TUESDAY, "c": WEDNESDAY}
    left, middle, right = read_texts(texts, days)
    passages = [copied_words(left.article, middle.article, RAID), copied_words(middle.article, right.article, RAID)]
    stemma = stemma_of({"wire": ["a"], "radio": ["b"], "weekly": ["c"]}, passages)
    assert [date.anchor for each in inherit_anchors((left, middle, right), stemma) for date in each.dates] == [
        MONDAY
    ] * 3


def test_a_lent_passage_brings_its_day_along() -> None:
    read = _inherited(
        {"a": RAID, "b": f"{LATER} {RAID}"}, {"wire": ["a"], "radio": ["b"]}, {"a": MONDAY, "b": TUESDAY}, RAID
    )
    assert [(date.first, date.anchor) for date in read["b"].dates] == [("2031-03-05", TUESDAY), ("2031-03-04", MONDAY)]


def test_a_parent_of_a_later_day_is_not_believed() -> None:
    read = _inherited({"a": RAID, "b": RAID}, {"wire": ["a", "b"]}, {"a": WEDNESDAY, "b": MONDAY}, RAID)
    assert _one(read["b"]).anchor == MONDAY


def test_equal_words_answer_each_other_in_their_turn() -> None:
    text = "He came on Tuesday and will leave on Tuesday."
    read = _inherited({"a": text, "b": text}, {"wire": ["a", "b"]}, {"a": MONDAY, "b": WEDNESDAY}, text)
    assert [date.first for date in read["b"].dates] == ["2031-03-04", TUESDAY]


def test_spans_stay_where_they_were_and_nothing_but_dates_changes() -> None:
    texts, days = {"a": RAID, "b": f"So it is. {RAID}"}, {"a": MONDAY, "b": TUESDAY}
    before = read_texts(texts, days)
    after = _inherited(texts, {"wire": ["a", "b"]}, days, RAID)
    assert [date.span for date in after["b"].dates] == [date.span for date in before[1].dates]
    assert after["a"] == before[0]
    assert (after["b"].tokens, after["b"].names) == (before[1].tokens, before[1].names)


WIRE = """\
VARNHOLT (AP) — Gunmen in two boats raided the old mill of Varnholt on Tuesday, killing 12 millers, Ada Holm said.

They came out of the fog and fired at everyone on the quay, said Holm, who is the mayor of the river town.

The mill, built in 1911, had been shut since the strike of its dockers. Police have yet to name a suspect.
"""


def test_the_timeline_of_a_report_and_its_copy_of_the_next_day_has_one_day() -> None:
    """The Tuesday of a Monday's report is the week before; its copy, published on that next Tuesday, means no other."""
    chosen = Settings()
    articles = [
        make_article(WIRE, id="courier", outlet="Courier", published=MONDAY),
        make_article(WIRE, id="mirror", outlet="Mirror", published=TUESDAY),
    ]
    (brief,) = brief_articles(articles, chosen, parser=load_parser(chosen.model))
    days = {moment.first for moment in brief.timeline if moment.first == moment.last}
    assert days == {"2031-03-04"}
    assert {date.anchor for claim in brief.claims for date in claim.when} == {"", MONDAY}


def test_of_two_texts_with_one_unseen_original_the_first_published_gives_the_day() -> None:
    left, right = read_texts({"a": RAID, "b": RAID}, {"a": TUESDAY, "b": MONDAY})
    sentence = copied_words(left.article, right.article, RAID)
    pair = Derivation(
        "a", "b", DerivationKind.COPY, Direction.COMMON_ORIGIN, 1.0, (sentence,), (), sentences=(sentence,)
    )
    edges = tuple(Edge("unseen:a", child, DerivationKind.COPY, True, 1.0) for child in "ab")
    stemma = msgspec.structs.replace(
        stemma_of({"wire": ["a", "b"]}), derivations=(pair,), edges=edges, unseen=(Unseen("unseen:a", "", ("a", "b")),)
    )
    assert [date.anchor for each in inherit_anchors((left, right), stemma) for date in each.dates] == [MONDAY, MONDAY]
