"""The record of the event that a story is about. All people and places are invented."""

from __future__ import annotations

import functools

import pytest
from findings_cases import brief_of

from headwater.record.confidence import confidence_in
from headwater.types import Brief, Confidence, EventPart, EventRecord

RAID = "Raiders attacked the mill in Varnholt with three drones on Monday, police said. The raid killed four guards."
AGAIN = "Four guards died when raiders attacked the mill in Varnholt on Monday, a witness said. Drones hit the roof."
OTHER = (
    "Raiders attacked the mill in Varnholt on Monday. The owner of the mill, Ada Holm, said four guards were killed."
)


@functools.cache
def story(*texts: str) -> Brief:
    return brief_of(*texts)


def record(*texts: str) -> EventRecord:
    event = story(*texts).event
    assert event is not None
    return event


def words(parts: tuple[EventPart, ...]) -> set[str]:
    return {part.lemma for part in parts}


def test_who_did_what_to_whom_with_what_and_when() -> None:
    event = record(RAID, AGAIN, OTHER)
    assert event.event_class == "attack"
    assert event.when is not None
    assert (event.when.first, event.when.last) == ("2031-03-10", "2031-03-10")
    assert "raider" in words(event.actors)
    assert "mill" in words(event.targets)
    assert "drone" in words(event.instruments)


def test_what_the_deed_did_is_part_of_its_record() -> None:
    brief = story(RAID, AGAIN, OTHER)
    assert brief.event is not None
    killed = next(figure for figure in brief.figures if figure.role == "killed")
    assert killed.id in brief.event.figures
    assert "guard" in words(brief.event.targets)


def test_each_field_opens_words_of_the_articles_that_it_names() -> None:
    brief = story(RAID, AGAIN, OTHER)
    event = brief.event
    assert event is not None
    texts = {article.id: article.text for article in brief.articles}
    parts = (*event.actors, *event.targets, *event.instruments, *event.attributed_by)
    for told in (event.what, *(part.told for part in parts), *([event.when.told] if event.when else [])):
        assert told.value.spans
        assert {span.article for span in told.value.spans} == set(told.articles)
        assert all(0 <= span.start < span.end <= len(texts[span.article]) for span in told.value.spans)
        assert told.lines
        assert told.reason


def test_the_event_has_its_plover_type() -> None:
    assert record(RAID, AGAIN, OTHER).plover_type == "ASSAULT"


def test_who_attributes_the_deed_is_named() -> None:
    assert "police" in words(record(RAID, AGAIN, OTHER).attributed_by)


def test_of_two_events_the_one_that_more_lines_tell_is_recorded() -> None:
    strike = "Dockers in Tarrow walked out on Sunday. "
    assert record(strike + RAID, AGAIN, OTHER).event_class == "attack"


def test_nobody_is_no_actor() -> None:
    event = record("No group attacked the mill in Varnholt on Monday, police said. A fire burned the mill.")
    assert "group" not in words(event.actors)


def test_a_story_that_tells_of_no_event_has_no_record() -> None:
    assert story("The mill is old. It is a large house of red brick.").event is None


def test_the_order_of_the_articles_changes_nothing() -> None:
    one = record(RAID, AGAIN)
    other = brief_of(AGAIN, RAID, named=lambda number: "ba"[number]).event
    assert one == other


@pytest.mark.parametrize(
    ("lines", "sources", "dispute", "word"),
    [
        (3, 2, "", Confidence.WELL_SUPPORTED),
        (2, 1, "", Confidence.SUPPORTED),
        (2, 0, "", Confidence.SUPPORTED),
        (1, 5, "", Confidence.SINGLE_LINE),
        (3, 3, "lines differ", Confidence.DISPUTED),
    ],
)
def test_the_word_for_confidence_follows_lines_and_sources(
    lines: int, sources: int, dispute: str, word: Confidence
) -> None:
    assert confidence_in(lines, sources, dispute, ())[0] is word


def test_what_all_hedge_is_hedged_however_many_lines_tell_it() -> None:
    claims = [
        claim for claim in story("Raiders may have attacked the mill in Varnholt.").claims if claim.event == "attack"
    ]
    assert claims
    assert confidence_in(3, 3, "", claims)[0] is Confidence.HEDGED
